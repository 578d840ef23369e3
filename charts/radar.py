"""A pupil's profile over areas: a radar of lettered marks now and before, or strips for few areas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any, Final

import plotly.graph_objects as go

from charts.palette import ACCENT, ACCENT_TINT, INK, LIGHT_ZONES, MUTED, TRANSPARENT, WHITE
from charts.template import LABEL_SIZE, SMALL_SIZE, TEXT_SIZE, cut_percent, figure, percent, plain, wrapped
from metrics.model import CutScores

# A share of 0 stands this far from the middle, so that several areas at 0 do not fall into one point.
_CENTRE: Final = 0.1
_NAME_WIDTH: Final = 12  # letters
_NOW_SIZE: Final = 25
_BEFORE_SIZE: Final = 21


@dataclass(frozen=True)
class RadarArea:
    """One area: shares of 0–1 now and before, None where missing, and what each rests on."""

    letter: str
    name: str
    now: float | None
    before: float | None
    now_note: str = ""
    before_note: str = ""
    sure: bool = True
    cuts: CutScores | None = None


def profile_figure(
    areas: Sequence[RadarArea],
    zones: tuple[float, float],
    now_label: str,
    before_label: str | None = None,
) -> go.Figure:
    """The radar from three areas on; fewer make no shape and are drawn as strips.

    `zones` are the school's cut scores: red below the first, green from the second.
    """
    draw = profile_radar if len(areas) >= 3 else profile_bars
    return draw(areas, zones, now_label, before_label)


def profile_radar(
    areas: Sequence[RadarArea],
    zones: tuple[float, float],
    now_label: str,
    before_label: str | None = None,
) -> go.Figure:
    """Straight-sided zones, filled letters now on a line, hollow letters before on a dashed one."""
    drawn = figure(height=440)
    names = [area.name for area in areas]
    ring = [*names, names[0]]
    for radius, fill in ((1.0, LIGHT_ZONES["green"]), (zones[1], LIGHT_ZONES["yellow"])):
        drawn.add_trace(_polygon(ring, radius, fill))
    drawn.add_trace(_polygon(ring, zones[0], LIGHT_ZONES["red"]))
    for name in names:
        drawn.add_trace(_spoke(name))
    if before_label is not None:
        drawn.add_trace(_outline(areas, _before, {"color": MUTED, "width": 1.5, "dash": "4px,4px"}))
    drawn.add_trace(_outline(areas, _now, {"color": ACCENT, "width": 2}))
    for marks in _all_marks(areas, now_label, before_label):
        radii = [share + _CENTRE for share in marks.shares]
        drawn.add_trace(go.Scatterpolar(theta=marks.names, r=radii, **marks.style))
    drawn.update_layout(
        polar=_polar(areas),
        margin=_margin(areas),
        **_legend(-0.16),
    )
    return drawn


def profile_bars(
    areas: Sequence[RadarArea],
    zones: tuple[float, float],
    now_label: str,
    before_label: str | None = None,
) -> go.Figure:
    """One horizontal strip of the zones for each area, with the radar's lettered marks upon it."""
    drawn = figure(height=64 * max(1, len(areas)) + 70)
    names = [area.name for area in areas]
    for place, name in enumerate(names):
        for left, right, fill in (
            (0.0, zones[0], LIGHT_ZONES["red"]),
            (zones[0], zones[1], LIGHT_ZONES["yellow"]),
            (zones[1], 1.0, LIGHT_ZONES["green"]),
        ):
            drawn.add_shape(
                x0=left,
                x1=right,
                y0=place - 0.22,
                y1=place + 0.22,
                fillcolor=fill,
                line_width=0,
                layer="below",
            )
        drawn.add_annotation(
            x=0, y=place, yshift=26, text=plain(name), xanchor="left", showarrow=False, font_size=TEXT_SIZE
        )
    for marks in _all_marks(areas, now_label, before_label):
        rows = [names.index(name) for name in marks.names]
        drawn.add_trace(go.Scatter(x=marks.shares, y=rows, **marks.style))
    ticks = [0.0, zones[0], zones[1], 1.0]
    drawn.update_xaxes(range=[-0.02, 1.02], tickvals=ticks, ticktext=[cut_percent(tick) for tick in ticks])
    drawn.update_yaxes(range=[len(areas) - 0.5, -0.75], visible=False)
    drawn.update_layout(margin={"l": 8, "r": 16, "t": 0, "b": 60}, **_legend(-0.2))
    return drawn


@dataclass(frozen=True)
class _Marks:
    """The lettered marks of one kind; `style` is all that radar and strips draw alike."""

    names: list[str]
    shares: list[float]
    style: dict[str, Any]


def _now(area: RadarArea) -> float | None:
    return area.now


def _before(area: RadarArea) -> float | None:
    return area.before


def _all_marks(areas: Sequence[RadarArea], now_label: str, before_label: str | None) -> list[_Marks]:
    """Before first and now last, so that where both fall together the letter of now is read."""
    unsure_label = _("{test}, usikkert: få opgaver eller tæt på grænsen").format(test=now_label)
    sure = [area for area in areas if area.sure]
    unsure = [area for area in areas if not area.sure]
    kinds = [
        _marks(unsure, _now, (now_label, unsure_label, 3), (ACCENT_TINT, ACCENT, INK, _NOW_SIZE)),
        _marks(sure, _now, (now_label, now_label, 1), (INK, INK, WHITE, _NOW_SIZE)),
    ]
    if before_label is not None:
        label = (before_label, before_label, 2)
        kinds.insert(0, _marks(areas, _before, label, (WHITE, MUTED, INK, _BEFORE_SIZE)))
    return [kind for kind in kinds if kind.names]


def _marks(
    areas: Sequence[RadarArea],
    share_of: Callable[[RadarArea], float | None],
    labels: tuple[str, str, int],
    look: tuple[str, str, str, int],
) -> _Marks:
    """`labels` are what the hover says, what the legend says, and the place in the legend."""
    label, legend, rank = labels
    fill, edge, letter_colour, size = look
    seen = [(area, share) for area in areas if (share := share_of(area)) is not None]
    style: dict[str, Any] = {
        "mode": "markers+text",
        "name": plain(legend),
        "legendrank": rank,
        "marker": {"size": size, "color": fill, "line": {"color": edge, "width": 1.5}, "opacity": 1},
        "text": [f"<b>{plain(area.letter)}</b>" for area, _share in seen],
        "textposition": "middle center",
        "textfont": {"color": letter_colour, "size": LABEL_SIZE},
        "cliponaxis": False,
        "hovertext": [_hover(area, share, label, now=share_of is _now) for area, share in seen],
        "hoverinfo": "text",
        "showlegend": True,
    }
    return _Marks([area.name for area, _share in seen], [share for _area, share in seen], style)


def _hover(area: RadarArea, share: float, label: str, *, now: bool) -> str:
    doubt = " ?" if now and not area.sure else ""
    note = area.now_note if now else area.before_note
    lines = [f"<b>{plain(area.name)}</b>", f"{plain(label)}: {percent(share, area.cuts)}{doubt}"]
    return "<br>".join([*lines, *([wrapped(note, 48)] if note else [])])


def _polygon(ring: list[str], radius: float, fill: str) -> go.Scatterpolar:
    return go.Scatterpolar(
        theta=ring,
        r=[radius + _CENTRE] * len(ring),
        mode="lines",
        fill="toself",
        fillcolor=fill,
        line={"color": fill, "width": 0},
        hoverinfo="skip",
        showlegend=False,
    )


def _spoke(name: str) -> go.Scatterpolar:
    line = {"color": WHITE, "width": 1.5}
    return go.Scatterpolar(
        theta=[name, name], r=[0, 1 + _CENTRE], mode="lines", line=line, hoverinfo="skip", showlegend=False
    )


def _outline(
    areas: Sequence[RadarArea], share_of: Callable[[RadarArea], float | None], line: dict[str, Any]
) -> go.Scatterpolar:
    """The line through the marks; it is broken where an area is missing."""
    ring = [*areas, areas[0]]
    return go.Scatterpolar(
        theta=[area.name for area in ring],
        r=[None if (share := share_of(area)) is None else share + _CENTRE for area in ring],
        mode="lines",
        line=line,
        connectgaps=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _margin(areas: Sequence[RadarArea]) -> dict[str, int]:
    """Room for the names on both sides, since plotly keeps none for the labels round a radar."""
    letters = max(len(line) for area in areas for line in wrapped(area.name, _NAME_WIDTH).split("<br>"))
    side = max(56, round(5.7 * letters) + 8)
    return {"l": side, "r": side, "t": 40, "b": 70}


def _polar(areas: Sequence[RadarArea]) -> dict[str, Any]:
    return {
        "gridshape": "linear",
        "bgcolor": WHITE,
        "radialaxis": {"visible": False, "range": [0, 1 + _CENTRE]},
        "angularaxis": {
            "type": "category",
            "direction": "clockwise",
            "rotation": 90,
            "tickvals": [area.name for area in areas],
            "ticktext": [wrapped(area.name, _NAME_WIDTH) for area in areas],
            "tickfont": {"size": SMALL_SIZE, "color": MUTED},
            "showgrid": False,
            "showline": False,
            "ticks": "outside",
            "ticklen": 6,
            "tickcolor": TRANSPARENT,
        },
    }


def _legend(y: float) -> dict[str, Any]:
    return {
        "showlegend": True,
        "legend": {"x": 0.5, "xanchor": "center", "y": y, "yanchor": "top", "itemdoubleclick": False},
    }
