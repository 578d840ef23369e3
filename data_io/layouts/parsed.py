"""A sheet's cells with their meaning, looked up by place."""

from collections.abc import Sequence

from data_io.layouts.labels import could_be_odd_name, is_label
from data_io.layouts.values import Cell, label_text, read_cells
from data_io.layouts.view import View
from data_io.layouts.words import clean, fold
from data_io.workbook.cells import Value

_EMPTY = Cell(missing="empty")


class Parsed:
    """What every cell of a sheet says; a place outside it is empty."""

    def __init__(self, sheet: View) -> None:
        self.sheet = sheet
        self._cells = list(map(read_cells, sheet.rows))
        self._last_value = [_last_value(cells) for cells in self._cells]
        self._numbers: dict[tuple[int, int], dict[int, float]] = {}
        self._labels: dict[tuple[int, int], str] = {}
        self._numbered: set[int] = set()
        self.said_to_be_pupils = {r for r, role in sheet.row_roles.items() if role == "pupil"}
        self._no_pupils = {r for r, role in sheet.row_roles.items() if role != "pupil"}
        self.sheet_width = sheet.width
        # Where a person says who is a pupil, or numbers name them, a number can be a label too.
        self._odd_rows_or_columns = bool(self.said_to_be_pupils)

    def __len__(self) -> int:
        return len(self._cells)

    def cell(self, row: int, column: int) -> Cell:
        """The meaning of a cell."""
        if 0 <= row < len(self._cells) and 0 <= column < len(self._cells[row]):
            return self._cells[row][column]
        return _EMPTY

    def row(self, row: int, first: int = 0) -> list[Cell]:
        """The meanings of a row's cells from a column on."""
        return self._cells[row][first:] if 0 <= row < len(self._cells) else []

    def cells(self, row: int, columns: Sequence[int]) -> list[Cell]:
        """The meanings of some cells of a row of the sheet."""
        cells = self._cells[row]
        return [cells[c] if c < len(cells) else _EMPTY for c in columns]

    def width(self, rows: list[int]) -> int:
        """Columns of the longest of some rows."""
        return max((len(self._cells[r]) for r in rows), default=0)

    def label(self, row: int, column: int) -> str:
        """The text of a cell that can be a pupil, otherwise nothing."""
        cells = self.sheet.rows[row] if 0 <= row < len(self._cells) else ()
        value = cells[column] if 0 <= column < len(cells) else None
        if value is None or (not isinstance(value, str) and not self._odd_rows_or_columns):
            return ""
        found = self._labels.get((row, column))
        if found is None:
            found = self._labels[row, column] = self._name(row, column, value)
        return found

    def _name(self, row: int, column: int, value: Value) -> str:
        if row in self._no_pupils or self.sheet.is_left_out(column) or fold(value) in self.sheet.words:
            return ""
        if self.sheet.row_roles.get(row) == "pupil":
            return label_text(value)
        if column in self._numbered and self.cell(row, column).number is not None:
            return label_text(value)
        if is_label(value) or (isinstance(value, str) and self._is_odd_name(value, row, column)):
            return clean(value)
        return ""

    def _is_odd_name(self, text: str, row: int, column: int) -> bool:
        """True for a text that looks like a legend or a number but stands beside a row of results."""
        beside = sum(cell.is_value for cell in self.row(row, column + 1))
        return could_be_odd_name(text) and beside > 1

    def has_texts(self, column: int, several: int) -> bool:
        """True when so many rows with results hold a text in a column."""
        found = 0
        for row, cells in enumerate(self.sheet.rows):
            if column < len(cells) and isinstance(cells[column], str) and self._last_value[row] > column:
                found += 1
                if found >= several:
                    return True
        return False

    def is_numbered(self, column: int) -> bool:
        """True for a column in which numbers name pupils."""
        return column in self._numbered

    def take_numbers_for_names(self, column: int) -> None:
        """From now on a number in this column names a pupil."""
        self._numbered.add(column)
        self._odd_rows_or_columns = True
        self._labels.clear()

    def has_values(self, row: int, after: int) -> bool:
        """True when a number or a mark written on purpose stands right of a column."""
        last = self._last_value[row] if 0 <= row < len(self._cells) else -1
        return last > after

    def numbers(self, row: int, first: int) -> dict[int, float]:
        """The numbers of a row from a column on."""
        known = self._numbers.get((row, first))
        if known is None:
            cells = enumerate(self.row(row, first), first)
            known = self._numbers[row, first] = {c: n for c, cell in cells if (n := cell.number) is not None}
        return known


def parsed_of(view: View) -> Parsed:
    """What the cells of a view say, worked out once for all who look at it."""
    known = view.memo.get("parsed")
    if not isinstance(known, Parsed):
        known = view.memo["parsed"] = Parsed(view)
    return known


def _last_value(cells: list[Cell]) -> int:
    """The last column of a row with a number or a mark written on purpose, -1 where there is none."""
    for column in range(len(cells) - 1, -1, -1):
        cell = cells[column]
        if cell.number is not None or cell.missing not in (None, "empty"):
            return column
    return -1
