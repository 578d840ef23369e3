"""The sheet drawn as it is, with the part each cell plays: what was understood, at a glance."""

from collections.abc import Mapping
from gettext import gettext as _
from typing import cast

from data_io.layouts.reading import SheetReading
from data_io.layouts.values import label_text
from data_io.workbook.cells import Sheet, cell_name, column_name
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look

MOST_ROWS = 45
MOST_COLUMNS = 40


def role_names() -> dict[str, str]:
    """The parts a cell can play, in Danish, for the legend."""
    return {
        "pupil": _("elev"),
        "fagomraade": _("fagområde"),
        "signalord": _("signalord"),
        "task": _("opgave"),
        "max": _("maksimum"),
        "klasse": _("klasse"),
        "round": _("runde"),
        "subject": _("fag"),
        "value": _("resultat"),
        "left-out": _("ikke med"),
    }


def sheet_grid(sheet: Sheet, reading: SheetReading) -> Grid:
    """The sheet's cells with roles as coloured bands and problems outlined; long sheets are cut."""
    roles = _roles(reading)
    troubles = {p.cell: p.message for p in reading.problems if p.cell and p.severity != "note"}
    width = min(max((len(_trimmed(row)) for row in sheet.rows), default=1) or 1, MOST_COLUMNS)
    height = min(_height(sheet, reading), MOST_ROWS)
    letters = tuple(HeaderCell(column_name(c)) for c in range(width))
    rows = tuple(
        GridRow(
            GridCell(str(r + 1), "muted"),
            tuple(_cell(sheet, r, c, roles, troubles) for c in range(width)),
            kind="plain",
        )
        for r in range(height)
    )
    caption = _("Arket {name}, som det er forstået").format(name=sheet.name)
    return Grid(caption, (HeaderRow("", letters, look="subhead"),), rows, style="sheet")


def _trimmed(row: tuple[object, ...]) -> tuple[object, ...]:
    last = max((i for i, value in enumerate(row) if value is not None), default=-1)
    return row[: last + 1]


def _height(sheet: Sheet, reading: SheetReading) -> int:
    """Down to the last pupil and a few rows more; empty numbered lines need no showing."""
    last = max((p.row for p in reading.pupils), default=len(sheet.rows) - 1)
    return min(len(sheet.rows), last + 4)


def _roles(reading: SheetReading) -> Mapping[tuple[int, int], Look]:
    roles: dict[tuple[int, int], Look] = {}
    for band in reading.bands:
        look = cast(Look, "left-out" if band.role == "left-out" else f"role-{band.role}")
        for row in range(band.top, band.bottom + 1):
            for column in range(band.left, band.right + 1):
                roles[row, column] = look
    return roles


def _cell(
    sheet: Sheet,
    row: int,
    column: int,
    roles: Mapping[tuple[int, int], Look],
    troubles: Mapping[str, str],
) -> GridCell:
    place = cell_name(row, column)
    text = (
        label_text(sheet.at(row, column)).replace(".", ",")
        if _is_number(sheet, row, column)
        else (label_text(sheet.at(row, column)))
    )
    look = roles.get((row, column), "plain")
    return GridCell(text, look, note=troubles.get(place), marked=place in troubles)


def _is_number(sheet: Sheet, row: int, column: int) -> bool:
    return isinstance(sheet.at(row, column), float)
