"""Whether tasks stand down and pupils across, so that the sheet has to be turned before it is read."""

import re
from collections.abc import Sequence
from itertools import pairwise

from data_io.layouts.embedded_maxima import embedded_maxima
from data_io.layouts.identity import part_of
from data_io.layouts.labels import is_label
from data_io.layouts.one_maximum import one_maximum_in
from data_io.layouts.values import label_text, read_cell
from data_io.layouts.view import View
from data_io.layouts.vocabulary import Vocabulary
from data_io.layouts.word_lists import (
    FAGOMRAADE_WORDS,
    FIRST_NAME_WORDS,
    LAST_NAME_WORDS,
    NAME_WORDS,
    SIGNALORD_WORDS,
    TASK_WORDS,
    UNILOGIN_WORDS,
)
from data_io.layouts.words import fold, is_beside, is_heading, is_task_like, tokens
from data_io.workbook.cells import Value

_MOST_LOOKED_THROUGH = 400
# Labels, tags, maxima and statistics of a task stand left of the pupils in so many columns at most.
_LEFT = 12
# Tasks have lower numbers than the pupils of a register.
_LOWEST_ID = 100
_NAMED_TASK = re.compile(
    r"(opgave|opg|spørgsmål|spm|task|item|question|q)\W*\d.*|\d+[.,]\d+\w?", re.IGNORECASE
)
_TAGS = (SIGNALORD_WORDS, FAGOMRAADE_WORDS, TASK_WORDS)
_PUPILS = len(_TAGS)
_OF_TASKS = TASK_WORDS | FAGOMRAADE_WORDS | SIGNALORD_WORDS
# Headings of one kind of table stand so close under one another.
_NEAR = 4
_OF_PUPILS = NAME_WORDS | FIRST_NAME_WORDS | LAST_NAME_WORDS | UNILOGIN_WORDS


def pupils_stand_across(view: View, vocabulary: Vocabulary) -> bool:
    """True when most lines of numbers are tasks by their label or their column's heading, under names."""
    words = vocabulary.fagomraader | vocabulary.signalord
    if any(_heads_lines(view, c) for c in range(min(_LEFT, view.width))):
        return False
    ids = _row_of_ids(view)
    begin = ids + 1 if ids is not None else 0
    looked_through = range(begin, min(len(view.rows), _MOST_LOOKED_THROUGH))
    lines = [r for r in looked_through if _is_line(view, r)]
    if ids is not None and lines and not _name_downwards(view, ids, lines):
        return True
    numbered = len(lines) > 1 and _names_head_numbers(view, lines)
    if len(lines) < 2 or not (numbered or _may_be_tasks(view, lines, words)):
        return False
    first = _first_of_most(view, lines)
    over_tasks = _columns_of_tasks(view, lines[0], first)
    of_tasks = [r for r in lines if _is_task_line(view, r, first, over_tasks, words)]
    tasks = len(of_tasks)
    of_names = [c for c in range(first) if c not in over_tasks and not is_beside(_heading(view, lines[0], c))]
    named = sum(any(is_label(view.at(r, c)) for c in of_names) for r in lines if r not in of_tasks)
    over = ids is not None or _names_over(view, lines[0], first, words) >= 2
    return over and (numbered or (tasks >= 2 and tasks > named))


def _heads_lines(view: View, column: int) -> bool:
    """True where "Signalord" stands over "Opgave" or "Elev": what each says of the tasks is at its right."""
    said = [
        (row, kind)
        for row, cells in enumerate(view.rows[:_MOST_LOOKED_THROUGH])
        if column < len(cells) and isinstance(value := cells[column], str)
        if (kind := _kind(value)) is not None
        if any(isinstance(v, str) for v in cells[column + 1 :])
    ]
    return any(
        one not in (other, _PUPILS) and below - row <= _NEAR for (row, one), (below, other) in pairwise(said)
    )


def _kind(heading: str) -> int | None:
    """Which of the tasks' headings a text is, or that it heads the pupils, perhaps beside the tasks."""
    words = set(tokens(heading))
    if _heads_tasks(heading):
        return next(number for number, tags in enumerate(_TAGS) if words & tags)
    return _PUPILS if words & _OF_PUPILS and is_heading(heading) else None


def _is_line(view: View, row: int) -> bool:
    """True for a row with numbers that may be results: no maximum for all, and no numbers of the pupils."""
    cells = view.rows[row]
    numbers = _numbers_of(cells)
    if not numbers or _each_maximum(view, row) is not None:
        return False
    said = [v for v in cells[: numbers[0]] if v is not None]
    return not said or part_of(said[-1]) != "number"


def _name_downwards(view: View, ids: int, lines: Sequence[int]) -> bool:
    """True where names or register numbers stand below the heading of a row of numbers too."""
    column = next(c for c, v in enumerate(view.rows[ids]) if part_of(v) == "unilogin")
    below = [view.at(r, column) for r in lines]
    return sum(is_label(v) or (read_cell(v).number or 0) >= _LOWEST_ID for v in below) * 2 > len(lines)


def each_maximum(view: View) -> float | None:
    """What one line above the results says that each task gives at most: "Maks pr. opgave: 3"."""
    for row in range(min(len(view.rows), _LEFT)):
        found = _each_maximum(view, row)
        if found is not None:
            return found
    return None


def _each_maximum(view: View, row: int) -> float | None:
    if len(view.rows[row]) - view.rows[row].count(None) > 2:
        return None
    found = one_maximum_in(view, row, view.width)
    return found[0] if found and found[1] else None


def _row_of_ids(view: View) -> int | None:
    """The row in which numbers of several digits follow a heading such as "Elev-id": they name pupils."""
    for row, cells in enumerate(view.rows[:_MOST_LOOKED_THROUGH]):
        at = next((c for c, text in view.texts[row] if c < _LEFT and part_of(text) == "unilogin"), None)
        numbers = [read_cell(v).number for v in cells[at + 1 :]] if at is not None else []
        ids = [n for n in numbers if n is not None]
        if len(ids) > 1 and len(set(ids)) == len(ids) and all(n >= _LOWEST_ID and n == int(n) for n in ids):
            return row
    return None


def _may_be_tasks(view: View, lines: Sequence[int], words: frozenset[str]) -> bool:
    """True where two lines at least begin like tasks, or a heading of tasks stands over a column."""
    begins = [[text for column, text in view.texts[r] if column < _LEFT] for r in lines]
    named = sum(any(_NAMED_TASK.fullmatch(v) or fold(v) in words for v in texts) for texts in begins)
    return named >= 2 or any(_is_headed_by_tasks(view, lines, c) for c in range(min(_LEFT, view.width)))


def _is_headed_by_tasks(view: View, lines: Sequence[int], column: int) -> bool:
    """True for a column under a heading of tasks whose cells are not mostly what a pupil could be called."""
    headings = (view.at(r, column) for r in range(lines[0]))
    if not any(isinstance(v, str) and _heads_tasks(v) for v in headings):
        return False
    return sum(is_label(view.at(r, column)) for r in lines) * 2 < len(lines)


def _numbers_of(row: Sequence[Value]) -> list[int]:
    return [c for c, v in enumerate(row) if v is not None and read_cell(v).number is not None]


def _first_of_most(view: View, lines: Sequence[int]) -> int:
    """The first column that holds numbers under a name, or in most lines: the results begin there."""
    width = view.width
    counts = [sum(read_cell(view.at(r, c)).is_value for r in lines) for c in range(width)]
    texts = [
        any(isinstance(view.at(r, c), str) and is_label(view.at(r, c)) for r in lines) for c in range(width)
    ]
    for c in range(width):
        heading = _heading(view, lines[0], c)
        if counts[c] * 2 >= len(lines) and not texts[c] and not is_heading(heading) and c:
            return c
    return width


def _heading(view: View, first: int, column: int) -> str:
    above = (view.at(r, column) for r in range(first - 1, -1, -1))
    return label_text(next((v for v in above if v is not None), None))


def _names_head_numbers(view: View, lines: Sequence[int]) -> bool:
    """True where running numbers stand under "Navn", and "Fagområde" or "Type" beside it: they are tasks."""
    for row in range(lines[0]):
        cells = view.rows[row][:_LEFT]
        at = next((c for c, v in enumerate(cells) if part_of(v) in ("navn", "fornavn", "efternavn")), None)
        beside = any(isinstance(v, str) and (_heads_tasks(v) or is_beside(v)) for v in cells)
        if at is not None and beside:
            numbers = [read_cell(view.at(r, at)).number for r in lines]
            return numbers == [float(n) for n in range(1, len(lines) + 1)]
    return False


def _columns_of_tasks(view: View, first: int, until: int) -> set[int]:
    """The columns at the left whose heading says that tasks, fagområder or signalord stand below it."""
    said = {c: _heading(view, first, c) for c in range(until)}
    return {c for c, text in said.items() if _heads_tasks(text)}


def _heads_tasks(text: str) -> bool:
    """True for "Opgave" or "Signalord" over what stands below; "Opg. 1" is a task itself."""
    words = set(tokens(text))
    numbered = any(map(str.isdigit, text))
    return bool(words & _OF_TASKS) and not words & _OF_PUPILS and not numbered


def _is_task_line(view: View, row: int, until: int, over_tasks: set[int], words: frozenset[str]) -> bool:
    for column, value in enumerate(view.rows[row][:until]):
        text = label_text(value)
        if not text:
            continue
        if _NAMED_TASK.fullmatch(text) or fold(text) in words or embedded_maxima({column: text}):
            return True
        if (
            column in over_tasks
            and not is_heading(text)
            and (not is_label(value) or not isinstance(value, str))
        ):
            return True
    return False


def _names_over(view: View, first: int, column: int, words: frozenset[str]) -> int:
    """How many labels stand in the row of headings over the results that could be pupils."""
    rows = view.rows[:first]
    return max((sum(_is_name(v) and fold(v) not in words for v in row[column:]) for row in rows), default=0)


def _is_name(value: Value) -> bool:
    """True for what a pupil could be called; "1) (3 p)" is a task with its maximum."""
    return is_label(value) and not is_task_like(label_text(value))
