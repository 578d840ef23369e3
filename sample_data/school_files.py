"""Writes sheets to files whose bytes are the same on every run: no clock, no machine, no user in them."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped, unused-ignore]  # openpyxl ships no types
from openpyxl.styles import Font  # type: ignore[import-untyped, unused-ignore]  # the same
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped, unused-ignore]  # the same

from sample_data.school_grid import Grid, Value, danish_date

_CLOCK = (2026, 4, 20, 8, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def write(path: Path, grids: Sequence[Grid]) -> None:
    """Write sheets to a file of the kind its ending says: xlsx, csv (one sheet), ods or xls."""
    path.parent.mkdir(parents=True, exist_ok=True)
    makers = {".xlsx": _xlsx, ".csv": _csv, ".ods": _ods, ".xls": _xls}
    path.write_bytes(makers[path.suffix](grids))


def _xlsx(grids: Sequence[Grid]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Fjordskolen"
    for grid in grids:
        _fill(book.create_sheet(grid.name), grid)
    raw = io.BytesIO()
    book.save(raw)
    return _pinned(raw.getvalue())


def _fill(sheet: Any, grid: Grid) -> None:
    for (row, column), value in sorted(grid.cells.items()):
        cell = sheet.cell(row + 1, column + 1, value)
        if isinstance(value, str):
            cell.data_type = "s"  # a text such as "=" or "1.1" stays a text
        if row in grid.bold_rows:
            cell.font = Font(bold=True)
        if (row, column) in grid.formats:
            cell.number_format = grid.formats[row, column]
    for top, left, bottom, right in grid.merges:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for column in range(4):
        texts = [len(str(v)) for (r, c), v in grid.cells.items() if c == column and r > 2]
        if max(texts, default=0) > 8:
            sheet.column_dimensions[get_column_letter(column + 1)].width = min(max(texts) + 2, 30)


def _pinned(raw: bytes) -> bytes:
    """The same zip with one date for all its parts, in the order they came."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>2026-04-20T08:00:00Z", part)
            info = zipfile.ZipInfo(name, _CLOCK)
            info.create_system = 0
            stored = name == "mimetype"  # an OpenDocument must begin with it, uncompressed
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            after.writestr(info, part, compresslevel=9)
    return out.getvalue()


def _csv(grids: Sequence[Grid]) -> bytes:
    """A Danish Excel's csv: semicolons, decimal commas, Windows-1252."""
    (grid,) = grids
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [_danish(value, grid.formats.get((r, c), "")) for c, value in enumerate(row)]
        for r, row in enumerate(grid.rows())
    )
    return text.getvalue().encode("cp1252")


def _danish(value: Value, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return danish_date(value)
    if number_format.endswith("%"):
        return f"{round(float(str(value)) * 100)} %"
    return str(value) if isinstance(value, str) else str(value).replace(".", ",")


def _ods(grids: Sequence[Grid]) -> bytes:
    # odfpy is a tool of the tests: only who remakes the school needs it.
    from odf.opendocument import OpenDocumentSpreadsheet  # noqa: PLC0415 - see above
    from odf.table import Table  # noqa: PLC0415 - see above

    document = OpenDocumentSpreadsheet()
    for grid in grids:
        table = Table(name=grid.name)
        _fill_table(table, grid)
        document.spreadsheet.addElement(table)
    raw = io.BytesIO()
    document.write(raw)
    return _pinned(raw.getvalue())


def _fill_table(table: Any, grid: Grid) -> None:
    from odf.table import CoveredTableCell, TableCell, TableRow  # noqa: PLC0415 - see _ods
    from odf.text import P  # noqa: PLC0415 - see _ods

    wide = {(top, left): right - left + 1 for top, left, _, right in grid.merges}
    covered = {(top, column) for top, left, _, right in grid.merges for column in range(left + 1, right + 1)}
    for r, row in enumerate(grid.rows()):
        line = TableRow()
        for c, value in enumerate(row):
            if (r, c) in covered:
                line.addElement(CoveredTableCell())
                continue
            kind = _ods_kind(value)
            if (r, c) in wide:
                kind["numbercolumnsspanned"] = str(wide[r, c])
            cell = TableCell(**kind)
            if value is not None:
                cell.addElement(P(text=_danish(value, grid.formats.get((r, c), ""))))
            line.addElement(cell)
        table.addElement(line)


def _ods_kind(value: Value) -> dict[str, str]:
    if value is None:
        return {}
    if isinstance(value, date):
        return {"valuetype": "date", "datevalue": value.isoformat()}
    if isinstance(value, str):
        return {"valuetype": "string"}
    return {"valuetype": "float", "value": str(value)}


def _xls(grids: Sequence[Grid]) -> bytes:
    import xlwt  # noqa: PLC0415 - a tool of the tests, as odfpy is

    book = xlwt.Workbook()
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in grid.merges}
        for (row, column), value in sorted(grid.cells.items()):
            style = xlwt.easyxf(num_format_str=grid.formats.get((row, column), "General"))
            if (row, column) in merged:
                bottom, right = merged[row, column]
                sheet.write_merge(row, bottom, column, right, value, style)
            else:
                sheet.write(row, column, value, style)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()
