"""Areas against others: a dot with its interval for each, all on one axis of percentage points."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from math import ceil
from typing import Any, Final

import plotly.graph_objects as go

from charts.palette import ACCENT, EDGE, HAIRLINE, MUTED, WHITE
from charts.template import SMALL_SIZE, figure, plain, wrapped

_ROW: Final = 44  # pixels
_HEAD: Final = 26
_FOOT: Final = 30
_LABEL_WIDTH: Final = 15  # letters
_NARROWEST: Final = 0.2  # a difference of two points must not look like one of twenty


@dataclass(frozen=True)
class ComparedArea:
    """An area's difference with its interval (shares, −1 to 1); `below` is what it rests on."""

    label: str
    below: str
    value: float
    low: float
    high: float
    sure: bool
    note: str


def comparison_dots(areas: Sequence[ComparedArea]) -> go.Figure:
    """A row an area in the given order, from the top; 0 is the others with the class's level taken out."""
    drawn = figure(height=_ROW * max(1, len(areas)) + _HEAD + _FOOT)
    for place, area in enumerate(areas):
        drawn.add_shape(**_interval(area, place))
    drawn.add_trace(_dots(areas))
    reach = _reach(areas)
    drawn.add_shape(
        type="line",
        x0=0,
        x1=0,
        y0=-0.5,
        y1=len(areas) - 0.5,
        line={"color": EDGE, "width": 1.5},
        layer="below",
    )
    for text, x, anchor in ((_("← svagere"), -reach, "left"), (_("stærkere →"), reach, "right")):
        drawn.add_annotation(**_side(text, x, anchor))
    step = 0.1 if reach <= 0.35 else 0.2
    ticks = [step * i for i in range(-ceil(reach / step), ceil(reach / step) + 1) if abs(step * i) <= reach]
    drawn.update_xaxes(
        range=[-reach, reach],
        tickvals=ticks,
        ticktext=[signed(tick) for tick in ticks],
        tickfont={"size": SMALL_SIZE, "color": MUTED},
        showgrid=True,
        gridcolor=HAIRLINE,
    )
    drawn.update_yaxes(
        range=[len(areas) - 0.5, -0.5],
        tickvals=list(range(len(areas))),
        ticktext=[_label(area) for area in areas],
        ticklabelstandoff=8,
        automargin=True,
    )
    drawn.update_layout(margin={"t": _HEAD, "b": _FOOT, "r": 6})
    return drawn


def signed(share: float) -> str:
    """A difference of shares in whole percentage points with its sign: −14, 0, +3."""
    points = round(100 * share)
    return f"+{points}" if points > 0 else str(points).replace("-", "−")


def _reach(areas: Sequence[ComparedArea]) -> float:
    return 1.06 * max([_NARROWEST, *(max(abs(area.low), abs(area.high)) for area in areas)])


def _interval(area: ComparedArea, place: int) -> dict[str, Any]:
    colour, width = (ACCENT, 3) if area.sure else (MUTED, 1.5)
    return {
        "type": "line",
        "x0": area.low,
        "x1": area.high,
        "y0": place,
        "y1": place,
        "line": {"color": colour, "width": width},
    }


def _dots(areas: Sequence[ComparedArea]) -> go.Scatter:
    """Filled where sure and hollow where not, so that it is told without colour too."""
    return go.Scatter(
        x=[area.value for area in areas],
        y=list(range(len(areas))),
        mode="markers",
        marker={
            "size": [13 if area.sure else 11 for area in areas],
            "color": [ACCENT if area.sure else WHITE for area in areas],
            "line": {"color": [ACCENT if area.sure else MUTED for area in areas], "width": 2},
            "opacity": 1,
        },
        hovertext=[f"<b>{plain(area.label)}</b><br>{wrapped(area.note, 44)}" for area in areas],
        hoverinfo="text",
        cliponaxis=False,
    )


def _label(area: ComparedArea) -> str:
    name = wrapped(area.label, _LABEL_WIDTH)
    name = f"<b>{name}</b>" if area.sure else name
    return f'{name}<br><span style="font-size:{SMALL_SIZE - 1}px;color:{MUTED}">{plain(area.below)}</span>'


def _side(text: str, x: float, anchor: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "text": text,
        "xanchor": anchor,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": MUTED},
    }
