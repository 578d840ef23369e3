"""What one cell says: a number, a missing mark, or something else."""

import re
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True)
class Cell:
    """A cell's meaning: exactly one of `number`, `missing` (a code) and `text` is set."""

    number: float | None = None
    missing: str | None = None
    text: str | None = None

    @property
    def is_value(self) -> bool:
        """True for a number or a mark written on purpose; a blank cell is neither."""
        return self.number is not None or self.missing not in (None, "empty")


@lru_cache(MOST_REMEMBERED, typed=True)
def read_cell(value: Value) -> Cell:
    """The meaning of a value; dates, times and booleans are text, since no result is one."""
    if value is None:
        return Cell(missing="empty")
    if isinstance(value, bool):
        return Cell(text=str(value))
    if isinstance(value, int | float):
        return Cell(number=float(value))
    text = clean(value)
    mark = MISSING_MARKS.get(text.casefold())
    if mark:
        return Cell(missing=mark)
    if len(text) > 1 and (word := next(iter(tokens(text)), "")) in MISSING_WORDS:
        return Cell(missing=MISSING_WORDS[word])
    number = None if _AMBIGUOUS.fullmatch(text) else danish_number(text)
    return Cell(text=text) if number is None else Cell(number=number)


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
