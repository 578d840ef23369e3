"""The sheets of an .xlsx, .ods or .xls file, read by calamine."""

import io
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data_io.workbook.grid import Edges, Grid, Place, check_extent
from data_io.workbook.limits import MAX_SHEETS, RejectedError
from data_io.workbook.ods import scan_ods
from data_io.workbook.wire import SheetReply
from data_io.workbook.xls import scan_xls
from data_io.workbook.xlsx import scan_xlsx


def read_xlsx(data: bytes) -> Iterator[tuple[int, SheetReply]]:
    """Each sheet with the number of its cells that are not empty; the archive is scanned first."""
    broken = scan_xlsx(data)
    for _, meta, sheet in _sheets(data):
        yield _read(meta, sheet, broken.get(meta.name, []), _merges(sheet))


def read_ods(data: bytes) -> Iterator[tuple[int, SheetReply]]:
    """Each sheet with the number of its cells that are not empty; the archive is scanned first."""
    notes = scan_ods(data)
    for _, meta, sheet in _sheets(data):
        table = notes.get(meta.name)
        yield _read(meta, sheet, table.broken if table else [], table.merges if table else [])


def read_xls(data: bytes) -> Iterator[tuple[int, SheetReply]]:
    """Each sheet with the number of its cells that are not empty; Rejected when it has a password."""
    broken = scan_xls(data)
    for place, meta, sheet in _sheets(data):
        yield _read(meta, sheet, broken[place] if place < len(broken) else [], _merges(sheet))


def _sheets(data: bytes) -> Iterator[tuple[int, SheetMetadata, CalamineSheet]]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        metas = workbook.sheets_metadata
        if len(metas) > MAX_SHEETS:
            raise RejectedError("too_many_sheets")
        for place, meta in enumerate(metas):
            if meta.typ == SheetTypeEnum.WorkSheet:
                yield place, meta, workbook.get_sheet_by_name(meta.name)
    except CalamineError as error:
        raise RejectedError("unreadable") from error


def _read(
    meta: SheetMetadata, sheet: CalamineSheet, broken: list[Place], merges: list[Edges]
) -> tuple[int, SheetReply]:
    grid = Grid(meta.name, meta.visible != SheetVisibleEnum.Visible)
    if sheet.start is not None and sheet.end is not None:
        bottom, right = sheet.end
        check_extent(bottom + 1, right + 1, meta.name)
        top, left = sheet.start
        grid.skip(top)
        for values in sheet.to_python():
            grid.add(values, left)
    reply = grid.reply(merges, broken)
    return grid.filled + len(grid.broken), reply


def _merges(sheet: CalamineSheet) -> list[Edges]:
    ranges = sheet.merged_cell_ranges or []
    return [(top, left, bottom, right) for (top, left), (bottom, right) in ranges]
