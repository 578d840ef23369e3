"""The sheet drawn as it is, with the part each cell plays: what was understood, at a glance."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from typing import cast

from data_io.layouts.guidance import NO_GUIDANCE, Guidance
from data_io.layouts.reading import SheetReading
from data_io.layouts.values import label_text
from data_io.workbook.cells import Sheet, cell_name
from ui.grid.model import Grid, GridCell, GridRow, HeaderRow, Look
from ui.level_grid import LEVEL_LOOKS
from ui.mapping_lines import column_head, lines_of, part_heads, row_head, said_looks

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


def sheet_grid(
    sheet: Sheet, *readings: SheetReading, guidance: Guidance = NO_GUIDANCE, edit: bool = False
) -> Grid:
    """The sheet's cells with the parts of all its tables as coloured bands and problems outlined.

    Long sheets are cut. With `edit` every row and column says what it is and can be chosen by its number
    or letter.
    """
    coloured = {place: cell for reading in readings for place, cell in _from_colours(reading).items()}
    roles = {place: look for reading in readings for place, look in _roles(reading).items()}
    roles |= said_looks(sheet, guidance)
    troubles = {
        p.cell: p.message for reading in readings for p in reading.problems if p.cell and p.severity != "note"
    }
    width = min(max((len(_trimmed(row)) for row in sheet.rows), default=1) or 1, MOST_COLUMNS)
    height = min(len(sheet.rows) if edit else _height(sheet, readings), MOST_ROWS)
    lines = lines_of(readings, guidance, edit=edit)
    letters = tuple(column_head(c, lines) for c in range(width))
    rows = tuple(
        GridRow(
            row_head(r, lines),
            tuple(coloured.get((r, c)) or _cell(sheet, r, c, roles, troubles) for c in range(width)),
            kind="plain",
        )
        for r in range(height)
    )
    caption = _("Arket {name}, som det er forstået").format(name=sheet.name)
    heads = (*part_heads(readings, width), HeaderRow("", letters, look="subhead"))
    return Grid(caption, heads, rows, style="sheet")


def _trimmed(row: tuple[object, ...]) -> tuple[object, ...]:
    last = max((i for i, value in enumerate(row) if value is not None), default=-1)
    return row[: last + 1]


def _height(sheet: Sheet, readings: Sequence[SheetReading]) -> int:
    """Down to the last pupil and a few rows more; empty numbered lines need no showing."""
    last = max((p.row for reading in readings for p in reading.pupils), default=len(sheet.rows) - 1)
    return min(len(sheet.rows), last + 4)


def _roles(reading: SheetReading) -> Mapping[tuple[int, int], Look]:
    roles: dict[tuple[int, int], Look] = {}
    for band in reading.bands:
        look = cast(Look, "left-out" if band.role == "left-out" else f"role-{band.role}")
        for row in range(band.top, band.bottom + 1):
            for column in range(band.left, band.right + 1):
                roles[row, column] = look
    return roles


def _from_colours(reading: SheetReading) -> Mapping[tuple[int, int], GridCell]:
    """What the cells of a sheet that is only coloured were read as, with the look of their level or share."""
    filled = {(row, column) for row, column, _colour in reading.fills}
    highest = max((m.value for m in reading.fill_legend if m.value is not None), default=0)
    found: dict[tuple[int, int], GridCell] = {}
    for result in reading.results:
        place = (result.row, result.sheet_column)
        if place in filled:
            value = None if result.value is None else int(result.value)
            found[place] = _from_colour(value, highest, level=reading.kind == "assessment")
    return found


def _from_colour(value: int | None, highest: int, *, level: bool) -> GridCell:
    if value is None:
        return GridCell("–", "missing")
    if level:
        return GridCell(str(value), LEVEL_LOOKS[value - 1])
    look: Look = "zone-red" if value == 0 else "zone-green" if value == highest else "zone-yellow"
    return GridCell(str(value), look)


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
