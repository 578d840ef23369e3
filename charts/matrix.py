"""Fagområde × signalord as boxes: full where the colour is sure, light with a dashed edge where not."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Any, Final

import plotly.graph_objects as go

from charts.palette import HAIRLINE, INK, LIGHT_ZONES, MUTED, PANEL, TRANSPARENT, ZONES
from charts.template import LABEL_SIZE, SMALL_SIZE, figure, percent, plain, wrapped
from metrics.model import CutScores, Zone

_ROW_HEIGHT: Final = 48
_HEADING_HEIGHT: Final = 44
_OPTICAL: Final = 0.04  # two lines of text of unlike size stand a little high otherwise
_LABEL_WIDTH: Final = 16  # letters


@dataclass(frozen=True)
class MatrixCell:
    """The class's share (0–1) of the points in one row and column, and how many tasks it rests on.

    `zone` is None where the school has set no cut scores; `full` says that the colour is sure;
    `key` is what a click on the cell answers; `cuts` are those the zone was found by. A star stands for a
    maximum that nobody printed (`observed`).
    """

    row: str
    column: str
    share: float
    tasks: int
    zone: Zone | None
    full: bool
    note: str
    key: str
    cuts: CutScores | None = None
    observed: bool = False


def share_matrix(rows: Sequence[str], columns: Sequence[str], cells: Sequence[MatrixCell]) -> go.Figure:
    """The boxes with their share and number of tasks; places without a cell stay blank.

    Each cell is one point whose customdata is [key], so that `on_select` of the page answers a click.
    """
    drawn = figure(height=_ROW_HEIGHT * max(1, len(rows)) + _HEADING_HEIGHT)
    places = [(columns.index(cell.column), rows.index(cell.row)) for cell in cells]
    for cell, (x, y) in zip(cells, places, strict=True):
        drawn.add_shape(**_box(cell, x, y))
    drawn.add_trace(_points(cells, places))
    drawn.update_xaxes(
        side="top",
        range=[-0.5, len(columns) - 0.5],
        tickvals=list(range(len(columns))),
        ticktext=[f"<b>{wrapped(column, 12)}</b>" for column in columns],
        tickangle=0,
        tickfont={"size": LABEL_SIZE, "color": MUTED},
    )
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        tickvals=list(range(len(rows))),
        ticktext=[wrapped(row, _LABEL_WIDTH) for row in rows],
        ticklabelstandoff=8,
        automargin=True,
    )
    drawn.update_layout(margin={"t": _HEADING_HEIGHT}, clickmode="event+select")
    return drawn


def _box(cell: MatrixCell, x: int, y: int) -> dict[str, Any]:
    fill, edge = PANEL, HAIRLINE if cell.full else MUTED
    if cell.zone is not None:
        fill, edge = (ZONES if cell.full else LIGHT_ZONES)[cell.zone], ZONES[cell.zone]
    return {
        "type": "path",
        "path": _rounded(x - 0.475, y - 0.46, x + 0.475, y + 0.46),
        "fillcolor": fill,
        "line": {
            "color": fill if cell.full else edge,
            "width": 1,
            "dash": "solid" if cell.full else "4px,3px",
        },
        "layer": "below",
    }


def _rounded(left: float, top: float, right: float, bottom: float) -> str:
    """A box with round corners; a column is about twice as wide as a row is high."""
    dx, dy = 0.05, 0.1
    return (
        f"M {left + dx},{top} L {right - dx},{top} Q {right},{top} {right},{top + dy} "
        f"L {right},{bottom - dy} Q {right},{bottom} {right - dx},{bottom} "
        f"L {left + dx},{bottom} Q {left},{bottom} {left},{bottom - dy} "
        f"L {left},{top + dy} Q {left},{top} {left + dx},{top} Z"
    )


def _points(cells: Sequence[MatrixCell], places: Sequence[tuple[int, int]]) -> go.Scatter:
    unchanged = {"marker": {"opacity": 0}, "textfont": {"color": INK}}
    return go.Scatter(
        x=[x for x, _y in places],
        y=[y + _OPTICAL for _x, y in places],
        mode="markers+text",
        marker={"symbol": "square", "size": _ROW_HEIGHT - 6, "color": TRANSPARENT, "opacity": 0},
        text=[_label(cell) for cell in cells],
        textposition="middle center",
        textfont={"color": INK, "size": LABEL_SIZE + 1},
        customdata=[[cell.key] for cell in cells],
        hovertext=[_hover(cell) for cell in cells],
        hoverinfo="text",
        selected=unchanged,
        unselected=unchanged,
        cliponaxis=False,
    )


def _tasks(count: int) -> str:
    return ngettext("{count} opgave", "{count} opgaver", count).format(count=count)


def _label(cell: MatrixCell) -> str:
    doubt = "" if cell.full else " ?"
    return (
        f"<b>{percent(cell.share, cell.cuts)}</b>{doubt}<br>"
        f'<span style="font-size:{SMALL_SIZE}px">{_tasks(cell.tasks)}{"*" if cell.observed else ""}</span>'
    )


def _hover(cell: MatrixCell) -> str:
    head = f"<b>{plain(cell.row)} · {plain(cell.column)}</b>"
    doubt = "" if cell.full else _(", få opgaver eller tæt på grænsen")
    lines = [head, f"{percent(cell.share, cell.cuts)}, {_tasks(cell.tasks)}{doubt}"]
    return "<br>".join([*lines, *([wrapped(cell.note, 48)] if cell.note else [])])
