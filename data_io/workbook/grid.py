"""The cells of one sheet, on their way from a parser to the wire."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from math import isfinite

from data_io.workbook.cells import column_name
from data_io.workbook.cpr import SMALLEST, mask, may_hold_cpr, scrub
from data_io.workbook.limits import (
    MAX_AREA,
    MAX_COLUMNS,
    MAX_FILLED,
    MAX_MERGES,
    MAX_ROWS,
    MAX_TEXT,
    RejectedError,
)
from data_io.workbook.wire import Plain, SheetReply

Place = tuple[int, int]
Edges = tuple[int, int, int, int]

_ERROR_VALUES = frozenset(
    "#N/A #I/T #DIV/0! #DIVISION/0! #VALUE! #VÆRDI! #REF! #REFERENCE! #NAME? #NAVN? #NUM! #NUMMER! #NULL! "
    "#NUL! #SPILL! #OVERLØB! #CALC! #BEREGN! #GETTING_DATA".split()
)
_WHOLE_UP_TO = 2.0**53


def check_extent(rows: int, columns: int, sheet: str) -> None:
    """Rejected when a sheet's filled cells reach outside the limits."""
    if columns > MAX_COLUMNS:
        raise RejectedError("too_many_columns", sheet, column_name(columns - 1))
    if rows > MAX_ROWS:
        raise RejectedError("too_many_rows", sheet, str(rows))
    if rows * columns > MAX_AREA:
        raise RejectedError("too_far_apart", sheet, str(rows))


class Grid:
    """A sheet that is being filled row by row, within the limits."""

    def __init__(self, name: str, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.rows: list[list[Plain]] = []
        self.moments: list[tuple[int, int, str, str]] = []
        self.broken: set[Place] = set()
        self.filled = 0
        self._text = 0
        self._suspects: list[Place] = []

    def skip(self, rows: int) -> None:
        """That many empty rows are added."""
        self.rows.extend([] for _ in range(rows))

    def add(self, values: Iterable[object], left: int = 0) -> None:
        """A row is added whose first value stands in column `left`; trailing empty cells are cut."""
        row: list[Plain] = [None] * left
        number = len(self.rows)
        row += [
            # by far the most cells of a test, and calamine gives every number as a float
            int(value)
            if type(value) is float and -SMALLEST < value < SMALLEST and value.is_integer()
            else (None if value == "" else self._plain(value, number, column))
            for column, value in enumerate(values, left)
        ]
        while row and row[-1] is None:
            row.pop()
        self.rows.append(row)
        self.filled += len(row) - row.count(None)
        if self.filled > MAX_FILLED or self._text > MAX_TEXT:
            raise RejectedError("too_many_cells", self.name)

    def reply(self, merges: Sequence[Edges] = (), broken: Iterable[Place] = ()) -> SheetReply:
        """The sheet as it leaves the child: broken cells empty, CPR numbers gone."""
        self.broken.update(broken)
        if len(merges) > MAX_MERGES or len(self.broken) > MAX_FILLED:
            raise RejectedError("too_many_cells", self.name)
        for row, column in self.broken:
            if row < len(self.rows) and column < len(self.rows[row]):
                self.rows[row][column] = None
        columns, cells = scrub(self.rows, self._suspects)
        moments = [moment for moment in self.moments if self.rows[moment[0]][moment[1]] is not None]
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        return {
            "name": mask(self.name),
            "hidden": self.hidden,
            "rows": self.rows,
            "moments": moments,
            "merges": [_within_limits(edges, len(self.rows)) for edges in merges],
            "broken": sorted(self.broken),
            "cpr_columns": columns,
            "cpr_cells": cells,
        }

    def _plain(self, value: object, row: int, column: int) -> Plain:
        plain = self._meaning(value, row, column)
        if may_hold_cpr(plain):
            self._suspects.append((row, column))
        return plain

    def _meaning(self, value: object, row: int, column: int) -> Plain:
        if isinstance(value, float):
            if value.is_integer() and abs(value) <= _WHOLE_UP_TO:
                return int(value)
            return value if isfinite(value) else self._break(row, column)
        if isinstance(value, str):
            text = value.strip()
            self._text += len(text)
            if "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            return self._break(row, column) if text in _ERROR_VALUES else text or None
        if value is None or isinstance(value, (bool, int)):
            return value
        kind, iso = _moment(value)
        self.moments.append((row, column, kind, iso))
        return iso

    def _break(self, row: int, column: int) -> Plain:
        self.broken.add((row, column))
        return None


def _moment(value: object) -> tuple[str, str]:
    if isinstance(value, timedelta):
        # a time of day in a cell formatted as a duration; a longer one stays what is shown, hours:minutes
        value = _as_time(value) or _as_hours(value)
    for kind in (datetime, date, time):
        if isinstance(value, kind):
            return kind.__name__, value.isoformat()
    return "text", str(value)


def _as_time(value: timedelta) -> time | None:
    if timedelta(0) <= value < timedelta(days=1):
        return (datetime.min + value).time()
    return None


def _as_hours(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def _within_limits(edges: Edges, rows: int) -> Edges:
    # a merge may reach to the end of Excel's grid; nobody should walk through seventeen billion cells
    top, left, bottom, right = edges
    return top, left, max(top, min(bottom, max(rows, 1000) - 1)), max(left, min(right, MAX_COLUMNS - 1))
