"""Where a sheet prints what its tasks give at most: a row, the headings, or one cell for all tasks."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _

from data_io.layouts.block import Block, list_begins
from data_io.layouts.heading_level import Level
from data_io.layouts.labels import is_max
from data_io.layouts.one_maximum import one_maximum_in
from data_io.layouts.reading import Problem, TaskColumn
from data_io.layouts.results import Result
from data_io.layouts.values import label_text, maximum_in, read_cell
from data_io.layouts.view import View


def max_row_of(block: Block, levels: Mapping[str, Level]) -> int | None:
    """The row that prints a maximum for each task."""
    return levels["max"].row if "max" in levels else block.max_row


def printed_maxima(
    view: View, block: Block, levels: Mapping[str, Level], columns: Sequence[int]
) -> dict[int, float]:
    """The maximum of every task by its column, from a row of maxima or one cell that holds for all."""
    row = max_row_of(block, levels)
    own = {c: n for c in columns if row is not None and (n := maximum_in(view.at(row, c))) is not None}
    if own:
        return own
    same = one_for_all(view, block, columns)
    same = view.each_max if same is None else same
    return dict.fromkeys(columns, same) if same is not None else {}


def one_for_all(view: View, block: Block, columns: Sequence[int]) -> float | None:
    """What a cell above or left of the results says that each task gives; the maximum of the sum is none."""
    for row in range(block.pupil_rows[-1] + 1):
        above = row < block.first_row
        left = list_begins(view, block)
        found = one_maximum_in(view, row, block.first_value_column if above else left)
        if found is None:
            continue
        maximum, each = found
        highest, sums = _given(view, block, columns)
        if maximum >= highest and (each or maximum < sums):
            return maximum
    return None


def _given(view: View, block: Block, columns: Sequence[int]) -> tuple[float, float]:
    """The highest points at one task, and the highest sum of a pupil."""
    rows = [
        [n for c in columns if (n := read_cell(view.at(r, c)).number) is not None] for r in block.pupil_rows
    ]
    return max((max(row, default=0.0) for row in rows), default=0.0), max(map(sum, rows), default=0.0)


def no_points(
    view: View, block: Block, levels: Mapping[str, Level], maxima: Mapping[int, float]
) -> list[Problem]:
    """An error for every maximum of no points: a task nobody can earn anything at is a slip."""
    row = max_row_of(block, levels)
    if row is None:
        row = levels["task"].row if "task" in levels else block.first_row
    if all(maximum > 0 for maximum in maxima.values()):
        return []
    text = _("{cell}: maksimum er {found}. Skriv, hvor mange point opgaven giver, eller slet opgaven.")
    return [
        Problem(place, "error", "no_points", text.format(cell=place, found=label_text(maximum)))
        for column, maximum in maxima.items()
        if maximum <= 0 and (place := view.place(row, column))
    ]


def unused_maxima(
    view: View, block: Block, tasks: Sequence[TaskColumn], results: Sequence[Result]
) -> list[Problem]:
    """A question where a row called a maximum was not used, though it says more than the highest points."""
    if not tasks or any(task.max_points is not None for task in tasks):
        return []
    highest: dict[int, float] = {}
    for result in results:
        highest[result.column] = max(highest.get(result.column, 0.0), result.value or 0.0)
    text = _("{line} (“{label}”) er ikke brugt som maksimum. Er tallene det højeste, nogen har fået?")
    for row, cells in enumerate(view.rows):
        label = next((v for v in cells[: block.first_value_column] if is_max(v)), None)
        own = [
            (n, highest.get(i, 0.0)) for i, t in enumerate(tasks) if (n := maximum_in(view.at(row, t.column)))
        ]
        if label is not None and len(own) * 2 > len(tasks) and any(n > most for n, most in own):
            message = text.format(line=view.line(row), label=label_text(label)[:40])
            place = view.place(row, tasks[0].column)
            options = (("yes", _("Ja, det er ikke maksimum")),)
            return [Problem(place, "question", "unused_max", message, options=options)]
    return []


def max_notes(tasks: Sequence[TaskColumn]) -> list[Problem]:
    """A note where no maximum is printed, for all tasks or some."""
    bare = [task.label for task in tasks if task.max_points is None]
    if not bare:
        return []
    if len(bare) == len(tasks):
        text = _("Arket har ikke maksimumpoint. Det højeste pointtal, der er givet, bruges som maksimum.")
    else:
        text = _("Maksimum mangler for opgave {labels}. Det højeste pointtal, der er givet, bruges.").format(
            labels=", ".join(bare)
        )
    return [Problem(None, "note", "no_maximum", text)]
