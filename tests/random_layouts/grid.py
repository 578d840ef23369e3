"""A sheet being laid out: cells by place, and merged ranges."""

import datetime
from dataclasses import dataclass

from data_io.workbook.cells import cell_name

Value = str | float | datetime.date | None
Range = tuple[int, int, int, int]


@dataclass(frozen=True)
class Sum:
    """A formula that adds up its row's cells between two columns."""

    first: int
    last: int

    def text(self, row: int) -> str:
        """The formula as a cell of this row holds it."""
        return f"=SUM({cell_name(row, self.first)}:{cell_name(row, self.last)})"


class Grid:
    """Cells counted from 0, the formulas behind some, and merged ranges with all four edges inside."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], Value] = {}
        self.merges: list[Range] = []
        self.formulas: dict[tuple[int, int], Sum] = {}

    def put(self, row: int, column: int, value: Value) -> None:
        """A value at a place; nothing where there is none."""
        if value is not None:
            self.cells[row, column] = value

    def put_row(self, row: int, column: int, values: list[Value]) -> None:
        """Values side by side from a place on."""
        for offset, value in enumerate(values):
            self.put(row, column + offset, value)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """A merged range; one cell alone is none."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def stamp(self, other: "Grid", row: int, column: int) -> None:
        """Another grid laid down with its corner at a place."""
        for (r, c), value in other.cells.items():
            self.put(r + row, c + column, value)
        for top, left, bottom, right in other.merges:
            self.merges.append((top + row, left + column, bottom + row, right + column))
        for (r, c), formula in other.formulas.items():
            self.formulas[r + row, c + column] = Sum(formula.first + column, formula.last + column)

    def turned(self) -> "Grid":
        """The same with rows and columns in each other's place."""
        grid = Grid()
        grid.cells = {(c, r): value for (r, c), value in self.cells.items()}
        grid.merges = [(left, top, right, bottom) for top, left, bottom, right in self.merges]
        return grid

    @property
    def height(self) -> int:
        """Rows down to the last that holds anything."""
        return max((r + 1 for r, _c in self.cells), default=0)

    @property
    def width(self) -> int:
        """Columns up to the last that holds anything."""
        return max((c + 1 for _r, c in self.cells), default=0)

    def rows(self) -> list[list[Value]]:
        """All rows, each as wide as the widest."""
        return [[self.cells.get((r, c)) for c in range(self.width)] for r in range(self.height)]
