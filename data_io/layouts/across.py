"""Whether tasks stand down and pupils across, so that the sheet has to be turned before it is read."""

import re
from collections.abc import Sequence

from data_io.layouts.labels import is_label
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
_NAMED_TASK = re.compile(
    r"(opgave|opg|spørgsmål|spm|task|item|question|q)\W*\d.*|\d+[.,]\d+\w?", re.IGNORECASE
)
_OF_TASKS = TASK_WORDS | FAGOMRAADE_WORDS | SIGNALORD_WORDS
_OF_PUPILS = NAME_WORDS | FIRST_NAME_WORDS | LAST_NAME_WORDS | UNILOGIN_WORDS


def pupils_stand_across(view: View, vocabulary: Vocabulary) -> bool:
    """True when most lines of numbers are tasks by their label or their column's heading, under names."""
    words = vocabulary.fagomraader | vocabulary.signalord
    lines = [r for r in range(min(len(view.rows), _MOST_LOOKED_THROUGH)) if _numbers_of(view.rows[r])]
    if len(lines) < 2 or not _may_be_tasks(view, lines, words):
        return False
    first = _first_of_most(view, lines)
    over_tasks = _columns_of_tasks(view, lines[0], first)
    of_tasks = [r for r in lines if _is_task_line(view, r, first, over_tasks, words)]
    tasks = len(of_tasks)
    named = sum(any(map(is_label, view.rows[r][:first])) for r in lines if r not in of_tasks)
    return tasks >= 2 and tasks > named and _names_over(view, lines[0], first, words) >= 2


def _may_be_tasks(view: View, lines: Sequence[int], words: frozenset[str]) -> bool:
    """True where two lines at least begin like tasks, or a heading of tasks stands over a column."""
    begins = [[v for v in view.rows[r][:_LEFT] if isinstance(v, str)] for r in lines]
    named = sum(any(_NAMED_TASK.fullmatch(v) or fold(v) in words for v in texts) for texts in begins)
    return named >= 2 or any(_is_headed_by_tasks(view, lines, c) for c in range(min(_LEFT, view.width)))


def _is_headed_by_tasks(view: View, lines: Sequence[int], column: int) -> bool:
    """True for a column under a heading of tasks whose cells are not mostly what a pupil could be called."""
    headings = (view.at(r, column) for r in range(lines[0]))
    if not any(isinstance(v, str) and set(tokens(v)) & _OF_TASKS for v in headings):
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
    said = {c: set(tokens(_heading(view, first, c))) for c in range(until)}
    return {c for c, words in said.items() if words & _OF_TASKS and not words & _OF_PUPILS}


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
