"""Workbooks whose cells are coloured, as a teacher colours them in Excel or LibreOffice."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from data_io.layouts.fill_sheet import with_fills
from data_io.layouts.read_sheet import read_parts
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.cells import Sheet
from data_io.workbook.reader import read_workbook

# the standard colours of Excel's palette: rød, orange, gul, lysegrøn, grøn, blå
RED, ORANGE, YELLOW, GREEN, DARK, BLUE = "FF0000 FFC000 FFFF00 92D050 00B050 0070C0".split()
Rows = Sequence[Sequence[Any]]
# the colours of a row's cells, from column B on
Fills = Mapping[int, Sequence[str | Color | None]]

NAMES = ["Ida Uldum", "Noah Aagesen", "Peter Holm", "Zoe Bach"]
SUBJECTS: list[list[Any]] = [["7.A efterår 2025"], ["Elev", "Dansk", "Matematik", "SOC"]]
RATED: Rows = [*SUBJECTS, *([name] for name in NAMES)]
FIVE: Fills = {
    3: [RED, ORANGE, YELLOW],
    4: [GREEN, DARK, GREEN],
    5: [YELLOW, YELLOW, DARK],
    6: [None, RED, GREEN],
}
FIVE_LEVELS = [1, 2, 3, 4, 5, 4, 3, 3, 5, None, 1, 4]


def coloured(path: Path, rows: Rows, fills: Fills, merges: Sequence[str] = ()) -> Path:
    """A workbook of one sheet; `fills` are by row counted from 1, as in Excel."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for number, colours in fills.items():
        for column, colour in enumerate(colours, start=2):
            if colour is not None:
                sheet.cell(number, column).fill = PatternFill("solid", fgColor=colour)
    for merge in merges:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def filled_sheet(path: Path) -> Sheet:
    """The only sheet of a file, with its fills."""
    (sheet,) = read_workbook(path, fills=True).sheets
    return sheet


def read_filled(path: Path) -> SheetReading:
    """The reading of a file's only sheet by its colours."""
    filled = with_fills(filled_sheet(path))
    assert filled is not None
    (reading,) = filled.told(read_parts(filled.sheet, path.name, Vocabulary()))
    return reading


def coloured_ods(path: Path, rows: Rows, fills: Fills, column_default: str | None = None) -> Path:
    """The same as LibreOffice keeps it: a style a colour, and the usual colour as the columns' default."""
    document = OpenDocumentSpreadsheet()
    wanted = {colour for colours in fills.values() for colour in colours if isinstance(colour, str)}
    for colour in [*wanted, *([column_default] if column_default else [])]:
        style = Style(name=f"ce{colour}", family="table-cell")
        style.addElement(TableCellProperties(backgroundcolor=f"#{colour.lower()}"))
        document.automaticstyles.addElement(style)
    table = Table(name="Ark1")
    table.addElement(TableColumn())
    default = {"defaultcellstylename": f"ce{column_default}"} if column_default else {}
    table.addElement(TableColumn(numbercolumnsrepeated=16_383, **default))
    for number, row in enumerate(rows, start=1):
        table.addElement(_ods_row(row, list(fills.get(number, [])), number, bool(column_default)))
    rest = TableRow(numberrowsrepeated=1_048_576 - len(rows))
    rest.addElement(TableCell(numbercolumnsrepeated=16_384))
    table.addElement(rest)
    document.spreadsheet.addElement(table)
    document.save(path)
    return path


def _ods_row(row: Sequence[Any], colours: list[Any], number: int, plain_headings: bool) -> TableRow:
    line = TableRow()
    for column in range(max(len(row), len(colours) + 1)):
        value = row[column] if column < len(row) else None
        colour = colours[column - 1] if 0 < column <= len(colours) else None
        style = {"stylename": f"ce{colour}"} if colour else {}
        if plain_headings and value is not None and column and number < 3:
            style = {"stylename": "Default"}
        cell = TableCell(**style) if value is None else TableCell(valuetype="string", **style)
        if value is not None:
            cell.addElement(P(text=str(value)))
        line.addElement(cell)
    return line


def values(reading: SheetReading) -> list[float | None]:
    """The results in the sheet's order."""
    return [result.value for result in reading.results]


def question(reading: SheetReading) -> Problem:
    """The only question a reading asks."""
    (found,) = [p for p in reading.problems if p.severity == "question"]
    return found
