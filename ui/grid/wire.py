"""A grid as the small JSON that its drawing in the browser reads."""

from gettext import gettext as _
from typing import Final, TypeAlias

from ui.grid.model import Grid, GridCell, GridRow, HeaderRow
from ui.grid.printed import printed_notes

_DOWN: Final = "▼"
_UP: Final = "▲"
Wire: TypeAlias = list[str | int | None]


def spoken_text(cell: GridCell) -> str | None:
    """What a screen reader says in place of the cell's text, or None where the text speaks for itself."""
    if cell.spoken is not None:
        return cell.spoken
    if cell.look == "missing":
        return _("mangler")
    if cell.look.startswith(("light-", "edge-")):
        return _("{text}, usikkert").format(text=cell.text)
    if cell.look == "arrow":
        return _spoken_arrow(cell.text)
    return None


def _spoken_arrow(text: str) -> str | None:
    if text.startswith(_DOWN):
        return _("faldet {steps}").format(steps=text.removeprefix(_DOWN))
    if text.startswith(_UP):
        return _("steget {steps}").format(steps=text.removeprefix(_UP))
    return _("uændret") if text == "·" else None


def _trimmed(values: Wire) -> Wire:
    """Most cells have neither key nor note, so absent values at the end are not sent."""
    while values and not values[-1]:
        values.pop()
    return values


def _cell(cell: GridCell) -> Wire:
    spoken = spoken_text(cell)
    edges = " ".join(cell.edges)
    return _trimmed([cell.text, cell.look, cell.key, cell.note, spoken, int(cell.marked), cell.below, edges])


def _header_row(row: HeaderRow) -> dict[str, object]:
    cells = [
        _trimmed([cell.text, cell.look or row.look, cell.key, cell.note, cell.spoken, 0, cell.below])
        for cell in row.cells
    ]
    return {"label": row.label, "look": row.look, "cells": cells, "spans": [cell.span for cell in row.cells]}


def _row(row: GridRow) -> dict[str, object]:
    return {
        "kind": row.kind,
        "chosen": row.chosen,
        "header": _cell(row.header),
        "cells": [_cell(cell) for cell in row.cells],
    }


def grid_data(grid: Grid) -> dict[str, object]:
    """The grid as JSON; a cell is [text, look, key, note, spoken, marked, below, edges] up to its last."""
    return {
        "caption": grid.caption,
        "style": grid.style,
        "columns": grid.columns,
        "gaps": sorted(start for start in set(grid.group_starts) if 0 < start < grid.columns),
        "head": [_header_row(row) for row in grid.header_rows],
        "rows": [_row(row) for row in grid.rows],
        "printed": printed_notes(grid),
    }
