"""Whether tasks stand down and pupils across, so that the sheet has to be turned before it is read."""

import re
from collections.abc import Sequence

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
from data_io.layouts.words import fold, is_heading, tokens
from data_io.workbook.cells import Value

_MOST_LOOKED_THROUGH = 400
# Labels, tags, maxima and statistics of a task stand left of the pupils in so many columns at most.
_LEFT = 12
# Tasks have lower numbers than the pupils of a register.
_LOWEST_ID = 100
_NAMED_TASK = re.compile(
    r"(opgave|opg|spørgsmål|spm|task|item|question|q)\W*\d.*|\d+[.,]\d+\w?", re.IGNORECASE
)
_OF_TASKS = TASK_WORDS | FAGOMRAADE_WORDS | SIGNALORD_WORDS
_OF_PUPILS = NAME_WORDS | FIRST_NAME_WORDS | LAST_NAME_WORDS | UNILOGIN_WORDS


def pupils_stand_across(view: View, vocabulary: Vocabulary) -> bool:
    """True when most lines of numbers are tasks by their label or their column's heading, under names."""
    words = vocabulary.fagomraader | vocabulary.signalord
    ids = _row_of_ids(view)
    begin = ids + 1 if ids is not None else 0
    looked_through = range(begin, min(len(view.rows), _MOST_LOOKED_THROUGH))
    lines = [r for r in looked_through if _numbers_of(view.rows[r]) and _each_maximum(view, r) is None]
    if ids is not None and lines and not _name_downwards(view, ids, lines):
        return True
    if len(lines) < 2 or not _may_be_tasks(view, lines, words):
        return False
    first = _first_of_most(view, lines)
    over_tasks = _columns_of_tasks(view, lines[0], first)
    of_tasks = [r for r in lines if _is_task_line(view, r, first, over_tasks, words)]
    tasks = len(of_tasks)
    named = sum(any(map(is_label, view.rows[r][:first])) for r in lines if r not in of_tasks)
    over = ids is not None or _names_over(view, lines[0], first, words) >= 2
    return tasks >= 2 and tasks > named and over


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
    if sum(v is not None for v in view.rows[row]) > 2:
        return None
    found = one_maximum_in(view, row, view.width)
    return found[0] if found and found[1] else None


def _row_of_ids(view: View) -> int | None:
    """The row in which numbers of several digits follow a heading such as "Elev-id": they name pupils."""
    for row, cells in enumerate(view.rows[:_MOST_LOOKED_THROUGH]):
        at = next((c for c, v in enumerate(cells[:_LEFT]) if part_of(v) == "unilogin"), None)
        numbers = [read_cell(v).number for v in cells[at + 1 :]] if at is not None else []
        ids = [n for n in numbers if n is not None]
        if len(ids) > 1 and len(set(ids)) == len(ids) and all(n >= _LOWEST_ID and n == int(n) for n in ids):
            return row
    return None


def _may_be_tasks(view: View, lines: Sequence[int], words: frozenset[str]) -> bool:
    """True where two lines at least begin like tasks, or a heading of tasks stands over a column."""
    begins = [[v for v in view.rows[r][:_LEFT] if isinstance(v, str)] for r in lines]
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
        if _NAMED_TASK.fullmatch(text) or fold(text) in words:
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
    return max((sum(is_label(v) and fold(v) not in words for v in row[column:]) for row in rows), default=0)
