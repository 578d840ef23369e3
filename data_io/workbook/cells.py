"""A workbook as plain cells: what the safe reader hands to the layouts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

Value = str | int | float | bool | date | datetime | time | None
TextsOfRows = tuple[tuple[tuple[int, str], ...], ...]


@dataclass(frozen=True)
class Merge:
    """A merged range; rows and columns count from 0 and all four edges are inside it."""

    top: int
    left: int
    bottom: int
    right: int


class TextsKnown:
    """The texts of some rows, worked out once for all sheets that hold the same rows."""

    def __init__(self) -> None:
        self._rows: tuple[tuple[Value, ...], ...] = ()
        self._texts: TextsOfRows = ()

    def of(self, rows: tuple[tuple[Value, ...], ...]) -> TextsOfRows:
        """The texts of these rows, each with its column."""
        if rows is not self._rows:
            texts = [tuple([(c, v) for c, v in enumerate(row) if isinstance(v, str)]) for row in rows]
            self._rows, self._texts = rows, tuple(texts)
        return self._texts


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r][c]` is the value of row r, column c, both counted from 0 at cell A1.

    Rows may differ in length; a cell that is not there is empty. Text is stripped of outer white space
    and an empty text is None. `broken` lists cells that hold an error value (#N/A) or a formula
    without a cached value: they come as None, but they are not empty. `cpr_columns` lists columns that
    held CPR numbers and were emptied, `cpr_cells` single cells where "######-####" stands in place of one.
    `fills` are the colours ("RRGGBB", white left out) of filled cells, there only where they were asked for.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Value, ...], ...]
    merges: tuple[Merge, ...] = ()
    broken: tuple[tuple[int, int], ...] = ()
    cpr_columns: tuple[int, ...] = ()
    cpr_cells: tuple[tuple[int, int], ...] = ()
    fills: Mapping[tuple[int, int], str] = field(default_factory=dict, compare=False, repr=False)
    texts_known: TextsKnown = field(default_factory=TextsKnown, compare=False, repr=False)

    @property
    def texts(self) -> TextsOfRows:
        """The texts of every row, each with its column."""
        return self.texts_known.of(self.rows)

    def at(self, row: int, column: int) -> Value:
        """The value of a cell, None outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    @cached_property
    def width(self) -> int:
        """Columns of the longest row."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True)
class Workbook:
    """A file that has been read: its name without folders, the SHA-256 of its bytes, its sheets in order."""

    file_name: str
    sha256: str
    sheets: tuple[Sheet, ...]


def cell_name(row: int, column: int) -> str:
    """The spreadsheet name of a cell counted from 0: (11, 5) is F12."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """The spreadsheet name of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
