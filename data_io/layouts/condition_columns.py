"""The columns beside a test's points that say on which conditions a pupil took it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from data_io.layouts.conditions import conditions_in, conditions_under, is_conditions_heading, says_more
from data_io.layouts.conditions import words_not_kept as note_of
from data_io.layouts.heading_level import Level
from data_io.layouts.reading import Problem, PupilRow
from data_io.layouts.values import danish_number, label_text, read_cell
from data_io.layouts.view import View
from metrics.model import EXTRA_TIME, READ_ALOUD


class ConditionColumns(NamedTuple):
    """The pupils with their conditions, the columns these were read from, and the notes to give."""

    pupils: tuple[PupilRow, ...]
    columns: tuple[int, ...]
    problems: list[Problem]


def with_conditions(
    sheet: View, levels: Sequence[Level], columns: Sequence[int], pupils: Sequence[PupilRow]
) -> ConditionColumns:
    """Reads those of some columns that hold conditions: by their heading, their texts, or a person's word.

    Of what else such a column says nothing is kept, and a note names its cells. Such a column is no task:
    ones below "Oplæst" are no points.
    """
    found: dict[int, dict[str, None]] = {}
    taken: list[int] = []
    more: list[str] = []
    for column in columns:
        heading = _heading(levels, column)
        said_so = sheet.column_roles.get(column) == "condition"
        texts_there = column in sheet.text_columns
        if not (said_so or texts_there or is_conditions_heading(heading)):
            continue
        texts = {p.row: text for p in pupils if (text := _text(sheet, p.row, column))}
        if not said_so and not _holds_conditions(heading, list(texts.values())):
            continue
        taken.append(column)
        for row, text in texts.items():
            found.setdefault(row, {}).update(dict.fromkeys(conditions_under(heading, text)))
            if says_more(text):
                more.append(sheet.place(row, column))
    own = tuple(replace(p, conditions=tuple(found[p.row])) if p.row in found else p for p in pupils)
    return ConditionColumns(own, tuple(taken), [note_of(more)] if more else [])


def _heading(levels: Sequence[Level], column: int) -> str:
    return next((level.own[column] for level in reversed(levels) if column in level.own), "")


def _text(sheet: View, row: int, column: int) -> str | None:
    value = sheet.at(row, column)
    return label_text(value) if read_cell(value).missing is None else None


def _holds_conditions(heading: str, texts: Sequence[str]) -> bool:
    """True under a heading of conditions, or where every text is one; points are never taken for any.

    "Anden prøve" over points is the second test, "Oplæsning" over points a task.
    """
    numbers = {number for text in texts if (number := danish_number(text)) is not None}
    named = conditions_in(heading)
    if numbers:
        crosses = READ_ALOUD in named and "læst" in heading.casefold() and numbers <= {0.0, 1.0}
        return EXTRA_TIME in named or crosses
    if is_conditions_heading(heading):
        return True
    return bool(texts) and all(conditions_in(text) and not says_more(text) for text in texts)
