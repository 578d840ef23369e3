"""Fagområde × signalord as a grid: the same boxes as `charts.matrix`, reached by keys and at 400 px."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.matrix import MatrixCell
from charts.template import percent
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look


def matrix_grid(
    caption: str, rows: Sequence[str], columns: Sequence[str], cells: Sequence[MatrixCell]
) -> Grid:
    """Shares (0–1) as large boxes: full where sure, light with "?" where not; other places stay blank."""
    placed = {(cell.row, cell.column): _box(cell) for cell in cells}
    blank = GridCell("")
    return Grid(
        caption=caption,
        header_rows=(HeaderRow("", tuple(HeaderCell(column) for column in columns)),),
        rows=tuple(
            GridRow(GridCell(row), tuple(placed.get((row, column), blank) for column in columns))
            for row in rows
        ),
        style="large",
    )


def _box(cell: MatrixCell) -> GridCell:
    tasks = ngettext("{count} opgave", "{count} opgaver", cell.tasks).format(count=cell.tasks)
    share = percent(cell.share, cell.cuts)
    doubt = "" if cell.full else _(", få opgaver eller tæt på grænsen")
    return GridCell(
        text=share if cell.full else f"{share} ?",
        look=_look(cell),
        key=cell.key,
        note=cell.note or None,
        spoken=f"{share}, {tasks}{doubt}",
        below=tasks + ("*" if cell.observed else ""),
    )


def _look(cell: MatrixCell) -> Look:
    looks: dict[tuple[str | None, bool], Look] = {
        ("red", True): "zone-red",
        ("yellow", True): "zone-yellow",
        ("green", True): "zone-green",
        ("red", False): "light-red",
        ("yellow", False): "light-yellow",
        ("green", False): "light-green",
    }
    return looks.get((cell.zone, cell.full), "mark")
