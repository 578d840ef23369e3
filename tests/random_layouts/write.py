"""Writes the sheets of a file in the form a school's program gives them."""

import csv
import datetime
import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from tests.random_layouts.formulas import fill_formulas
from tests.random_layouts.grid import Grid, Value
from tests.random_layouts.layout import Layout
from tests.random_layouts.pages import Page


def write_file(folder: Path, stem: str, pages: Sequence[Page], layout: Layout) -> Path:
    """The file, in the folder, of the kind the layout says."""
    suffix = {"xlsx_as_xls": "xls"}.get(layout.kind, layout.kind)
    path = folder / f"{stem}.{suffix}"
    match layout.kind:
        case "csv":
            path.write_bytes(_csv(pages[0].grid, layout))
        case "xls":
            _xls(path, pages, layout)
        case "ods":
            _ods(path, pages, layout)
        case _:
            made = path.with_suffix(".xlsx")
            _xlsx(made, pages, layout)
            fill_formulas(made, pages)
            if made != path:
                shutil.move(made, path)
    return path


def _plain(value: Value, layout: Layout) -> Value:
    """A number as the cell holds it: whole, or a text where the teacher's column is one."""
    if not isinstance(value, float):
        return value
    if layout.numbers_as_text:
        return _danish(value, comma=True)
    return int(value) if value == int(value) else value


def _danish(value: float, *, comma: bool) -> str:
    if value == int(value):
        return str(int(value))
    return f"{value:,}".translate(str.maketrans(",.", ".,")) if comma else f"{value}"


def _xlsx(path: Path, pages: Sequence[Page], layout: Layout) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.name)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for (row, column), value in page.grid.cells.items():
            sheet.cell(row + 1, column + 1, _plain(value, layout))
        for (row, column), formula in page.grid.formulas.items():
            sheet.cell(row + 1, column + 1, formula.text(row))
        for top, left, bottom, right in page.grid.merges:
            sheet.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    book.active = next(i for i, page in enumerate(pages) if not page.hidden)
    book.save(path)


def _xls(path: Path, pages: Sequence[Page], layout: Layout) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="dd-mm-yyyy")
    for page in pages:
        sheet = book.add_sheet(page.name)
        sheet.visibility = int(page.hidden)
        for (row, column), value in page.grid.cells.items():
            style = [day] if isinstance(value, datetime.date) else []
            sheet.write(row, column, _plain(value, layout), *style)
        for top, left, bottom, right in page.grid.merges:
            sheet.merge(top, bottom, left, right)
    book.set_active_sheet(next(i for i, page in enumerate(pages) if not page.hidden))
    book.save(str(path))


def _ods(path: Path, pages: Sequence[Page], layout: Layout) -> None:
    document = OpenDocumentSpreadsheet()
    for number, page in enumerate(pages):
        style = Style(name=f"ta{number}", family="table")
        style.addElement(TableProperties(display="false" if page.hidden else "true"))
        document.automaticstyles.addElement(style)
        table = Table(name=page.name, stylename=style)
        covered, spans = _spans(page.grid)
        for r, values in enumerate(page.grid.rows()):
            row = TableRow()
            for c, value in enumerate(values):
                if (r, c) in covered:
                    row.addElement(CoveredTableCell())
                else:
                    row.addElement(_ods_cell(_plain(value, layout), spans.get((r, c), {})))
            table.addElement(row)
        document.spreadsheet.addElement(table)
    document.save(path)


def _spans(grid: Grid) -> tuple[set[tuple[int, int]], dict[tuple[int, int], dict[str, int]]]:
    """The cells under merged ranges, and how far the first cell of each reaches."""
    covered, spans = set(), {}
    for top, left, bottom, right in grid.merges:
        places = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
        covered |= places - {(top, left)}
        spans[top, left] = {"numberrowsspanned": bottom - top + 1, "numbercolumnsspanned": right - left + 1}
    return covered, spans


def _ods_cell(value: Value, span: dict[str, int]) -> TableCell:
    if value is None:
        return TableCell(**span)
    if isinstance(value, str):
        cell = TableCell(valuetype="string", **span)
    elif isinstance(value, datetime.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **span)
    else:
        cell = TableCell(valuetype="float", value=value, **span)
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def _csv(grid: Grid, layout: Layout) -> bytes:
    lines = []
    for number, row in enumerate(grid.rows()):
        if layout.ragged:
            while row and row[-1] is None:
                row.pop()
        line = io.StringIO(newline="")
        writer = csv.writer(
            line, delimiter=layout.delimiter, quoting=csv.QUOTE_ALL if layout.quoted else csv.QUOTE_MINIMAL
        )
        writer.writerow([_said(v, layout) for v in row])
        end = ("\r\n", "\n")[number % 2] if layout.newline == "mixed" else layout.newline
        lines.append(line.getvalue().removesuffix("\r\n") + end)
    if layout.sep_line:
        lines.insert(0, f"sep={layout.delimiter}\r\n")
    return "".join(lines).encode(layout.encoding)


def _said(value: Value, layout: Layout) -> str:
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        return _danish(value, comma=layout.decimal_comma)
    return value or ""
