"""A sheet as its teacher would write it, cell by cell, whatever file it ends up in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

T = TypeVar("T")
Value = str | int | float | date | None


@dataclass
class Grid:
    """One sheet: values by (row, column), both counted from 0; merged ranges have their edges inside."""

    name: str
    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    bold_rows: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, value: Value, number_format: str | None = None) -> None:
        """Write a value; None leaves the cell as it is."""
        if value is None:
            return
        self.cells[row, column] = value
        if number_format:
            self.formats[row, column] = number_format

    def put_row(self, row: int, column: int, values: Iterable[Value]) -> None:
        """Write values side by side, from a column on."""
        for offset, value in enumerate(values):
            self.put(row, column + offset, value)

    def put_spanning(self, row: int, columns: range, text: str, how: str) -> None:
        """Write a heading over some columns: merged, repeated in each, or written once."""
        if how == "repeated":
            self.put_row(row, columns.start, [text] * len(columns))
            return
        self.put(row, columns.start, text)
        if how == "merged" and len(columns) > 1:
            self.merges.append((row, columns.start, row, columns[-1]))

    def rows(self) -> list[list[Value]]:
        """All rows from A1 on, equally long."""
        height = max((row for row, _ in self.cells), default=-1) + 1
        width = max((column for _, column in self.cells), default=-1) + 1
        return [[self.cells.get((row, column)) for column in range(width)] for row in range(height)]


def spans(items: Iterable[T]) -> list[tuple[T, range]]:
    """Items that stand side by side and are equal, as one item over a range of places."""
    found: list[tuple[T, range]] = []
    for place, item in enumerate(items):
        if found and found[-1][0] == item:
            found[-1] = (item, range(found[-1][1].start, place + 1))
        else:
            found.append((item, range(place, place + 1)))
    return found


def tidy(number: float) -> int | float:
    """A number as a teacher types it: 3 and not 3.0."""
    return int(number) if number == int(number) else round(number, 4)


def danish_date(day: date) -> str:
    """A date as it stands on a sheet: 14.1.2026."""
    return f"{day.day}.{day.month}.{day.year}"
