"""What colours rest on, in a list below a grid that only paper shows: nobody can point at a printed cell."""

from collections.abc import Iterator
from gettext import gettext as _

from ui.grid.model import Grid, GridCell

# In boxes a digit and its heading say enough; what is unsure says why, and in large cells everything does.
_UNSURE = ("light-", "edge-")
_COLOURED = (*_UNSURE, "zone-")


def printed_notes(grid: Grid) -> list[str]:
    """The title of the list and a line a cell: "Algebra, Vis: 12 af 18 point i 4 opgaver; lys, fordi …"."""
    lines = list(_lines(grid))
    return [_("Hvad farverne hviler på"), *lines] if lines else []


def _lines(grid: Grid) -> Iterator[str]:
    if grid.style == "sheet":
        return
    headings = _headings(grid)
    looks = _COLOURED if grid.style == "large" else _UNSURE
    for row in grid.rows:
        for heading, cell in zip(headings, row.cells, strict=True):
            if cell.note and cell.look.startswith(looks):
                yield f"{_place(row.header, heading)}: {cell.note}"


def _headings(grid: Grid) -> list[str]:
    """What stands over each column, in the lowest heading row."""
    if not grid.header_rows:
        return [""] * grid.columns
    return [cell.text for cell in grid.header_rows[-1].cells for _place in range(cell.span)]


def _place(header: GridCell, heading: str) -> str:
    return ", ".join(text for text in (header.text, heading) if text)
