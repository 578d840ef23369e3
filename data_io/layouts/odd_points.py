"""Points that may be something else: codes for no answer, slips of a finger, answers beside a key."""

from collections import Counter
from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from itertools import pairwise

from data_io.layouts.block import Block
from data_io.layouts.labels import names_key
from data_io.layouts.reading import Problem, TaskColumn
from data_io.layouts.results import Result
from data_io.layouts.values import danish, read_cell
from data_io.layouts.view import View

_FEWEST_ODD = 9.0
_TIMES_THE_REST = 4.0
_SHARE_OF_RIGHT_ANSWERS = 0.3


def odd_points(
    view: View, block: Block, tasks: Sequence[TaskColumn], results: Sequence[Result]
) -> list[Problem]:
    """The questions about numbers that need not be points."""
    return [*_far_above_the_rest(view, tasks, results), *_key_of_numbers(view, block, tasks)]


def _far_above_the_rest(view: View, tasks: Sequence[TaskColumn], results: Sequence[Result]) -> list[Problem]:
    """A question where a task without a printed maximum has points far above all others in it."""
    if all(task.max_points is not None for task in tasks):
        return []
    by_task: dict[int, list[Result]] = {}
    for result in results:
        if result.value and tasks[result.column].max_points is None:
            by_task.setdefault(result.column, []).append(result)
    found = [odd for given in by_task.values() if len(tasks) > 1 for odd in _odd_ones(given)]
    if not found:
        return []
    first = found[0]
    place = view.place(first.row, first.sheet_column)
    text = ngettext(
        "{cell}: {points} point er langt over de andres i opgaven. Er det rigtigt?",
        "{cell}: {points} point er langt over de andres i opgaven, og det gælder {n} celler. Er det rigtigt?",
        len(found),
    )
    message = text.format(cell=place, points=danish(first.value or 0), n=len(found))
    return [Problem(place, "question", "odd_points", message, options=(("yes", _("Ja, det er point")),))]


def _odd_ones(given: Sequence[Result]) -> list[Result]:
    values = sorted({r.value or 0 for r in given})
    for low, high in pairwise(values):
        if high >= _FEWEST_ODD and high > _TIMES_THE_REST * low:
            return [r for r in given if (r.value or 0) >= high]
    counted = Counter(r.value for r in given)
    return [r for r in given if r.value in (99, 999) and counted[r.value] < len(given)]


def _key_of_numbers(view: View, block: Block, tasks: Sequence[TaskColumn]) -> list[Problem]:
    """A question where a row called a key holds numbers that many pupils have too: those are answers."""
    for row, cells in enumerate(view.rows):
        if not any(names_key(v) for v in cells[: block.first_value_column]):
            continue
        key = {t.column: n for t in tasks if (n := read_cell(view.at(row, t.column)).number) is not None}
        pairs = [(read_cell(view.at(r, c)).number, n) for c, n in key.items() for r in block.pupil_rows]
        same = sum(said == right for said, right in pairs)
        if len(key) > 1 and len(set(key.values())) > 1 and same >= _SHARE_OF_RIGHT_ANSWERS * len(pairs):
            text = _("{line} er et facit med tal, som mange elever også har. Er elevernes tal point?")
            options = (("yes", _("Ja, det er point")),)
            message = text.format(line=view.line(row))
            place = view.place(row, min(key))
            return [Problem(place, "question", "key_of_numbers", message, options=options)]
    return []
