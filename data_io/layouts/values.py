"""What one cell says: a number, a missing mark, or something else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from data_io.layouts.word_lists import MISSING_MARKS, MISSING_WORDS
from data_io.layouts.words import MOST_REMEMBERED, clean, tokens
from data_io.workbook.cells import Value

_WITH_UNIT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:p|pt|point|points)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-+−]?\d+(?:[.,]\d+)?")

# Longer than any result, and than what a number can hold.
_MOST_DIGITS = 30
# 1.500 is one and a half to some programs and fifteen hundred to Danes; no result is guessed from it.
_AMBIGUOUS = re.compile(r"[-+−]?\d{1,3}\.\d{3}")

# Codes on the 7-trins scale that stand for "ill", "exempt" and the like; never numbers.
MARK_CODES = frozenset({81, 84, 85, 86, 87, 88, 89, 91, 96, 97, 98})


class Cell(NamedTuple):
    """A cell's meaning: exactly one of `number`, `missing` (a code) and `text` is set.

    `is_value` is True for a number or a mark written on purpose; a blank cell is neither.
    """

    number: float | None = None
    missing: str | None = None
    text: str | None = None
    is_value: bool = False


@lru_cache(MOST_REMEMBERED, typed=True)
def read_cell(value: Value) -> Cell:
    """The meaning of a value; dates, times and booleans are text, since no result is one."""
    if value is None:
        return Cell(missing="empty")
    if isinstance(value, bool):
        return Cell(text=str(value))
    if isinstance(value, int | float):
        return Cell(number=float(value), is_value=True)
    text = clean(value)
    mark = MISSING_MARKS.get(text.casefold())
    if mark:
        return Cell(missing=mark, is_value=mark != "empty")
    if len(text) > 1 and (word := next(iter(tokens(text)), "")) in MISSING_WORDS:
        return Cell(missing=MISSING_WORDS[word], is_value=MISSING_WORDS[word] != "empty")
    number = None if _AMBIGUOUS.fullmatch(text) else danish_number(text)
    return Cell(text=text) if number is None else Cell(number=number, is_value=True)


class _Known(dict[Value, Cell]):
    """What values mean, for those that were read before."""

    def __missing__(self, value: Value) -> Cell:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        cell = self[value] = read_cell(value)
        return cell


_KNOWN = _Known()


def read_cells(values: Sequence[Value]) -> list[Cell]:
    """The meanings of a row's values."""
    if bool in map(type, values):  # True is a text, and equal to 1
        return list(map(read_cell, values))
    return list(map(_KNOWN.__getitem__, values))


@lru_cache(MOST_REMEMBERED)
def danish_number(text: str) -> float | None:
    """A number as Danes write it ("1.234,5", "2,5", "2.5"), None for any other text."""
    if not _NUMBER.fullmatch(text) or len(text) > _MOST_DIGITS:
        return None
    plain = text.replace("−", "-")
    if "," in plain:
        return float(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[-+]?\d{1,3}(?:\.\d{3})+", plain):
        return float(plain.replace(".", ""))
    return float(plain)


@lru_cache(MOST_REMEMBERED, typed=True)
def label_text(value: Value) -> str:
    """A heading as text: 1.0 is "1", 1.1 is "1.1", a date is written as in the sheet's own words."""
    if value is None:
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return clean(value)


def maximum_in(value: Value) -> float | None:
    """The maximum a cell prints, also with its unit ("3", "3 p.", "4 point")."""
    found = _WITH_UNIT.fullmatch(clean(value)) if isinstance(value, str) else None
    return danish_number(found[1]) if found else read_cell(value).number


def danish(number: float) -> str:
    """A number with a decimal comma and no more digits than it needs."""
    rounded = round(number, 6)
    return str(int(rounded) if rounded == int(rounded) else rounded).replace(".", ",")
