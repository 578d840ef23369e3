"""How a class is spread: levels 1–5 as stacked bars, marks of the 7-trinsskala on their own axis."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from statistics import median
from typing import Any, Final

import plotly.graph_objects as go

from charts.palette import EDGE, INK, LEVELS, MARK, MUTED, WHITE
from charts.template import LABEL_SIZE, SMALL_SIZE, figure, number, plain

_BAR: Final = 22  # pixels
_STEP: Final = 46  # pixels from one bar to the next, its label between them
_STRIP: Final = 96
_MARKS: Final = {-3: "−3", 0: "00", 2: "02", 4: "4", 7: "7", 10: "10", 12: "12"}


@dataclass(frozen=True)
class LevelCounts:
    """How many pupils of a round stand at levels 1 to 5, and how many have no rating."""

    label: str
    counts: tuple[int, int, int, int, int]
    missing: int


@dataclass(frozen=True)
class MarkValues:
    """The marks or averages of a round on the 7-trinsskala, and how many pupils have none."""

    label: str
    values: tuple[float, ...]
    missing: int = 0


def level_bars(rounds: Sequence[LevelCounts]) -> go.Figure:
    """One bar a round, all on the same scale of pupils, the count inside each segment; missing last."""
    drawn = figure(height=_STEP * max(1, len(rounds)))
    places = list(range(len(rounds)))
    for level, swatch in LEVELS.items():
        counts = [one.counts[level - 1] for one in rounds]
        hover = [_level_hover(one, level) for one in rounds]
        drawn.add_trace(_segments(counts, places, swatch.fill, swatch.text, hover))
    absent = [one.missing for one in rounds]
    missing = [f"{plain(one.label)}<br>{_pupils(one.missing)} {_('uden vurdering')}" for one in rounds]
    drawn.add_trace(_segments(absent, places, WHITE, MUTED, missing))
    for place, one in zip(places, rounds, strict=True):
        drawn.add_annotation(**_label(one.label, place))
        if one.missing:
            drawn.add_shape(**_dashed(sum(one.counts), one.missing, place))
    longest = max((sum(one.counts) + one.missing for one in rounds), default=0)
    drawn.update_xaxes(range=[0, max(longest, 1)], visible=False)
    drawn.update_yaxes(range=[len(rounds) - 0.7, -0.7], visible=False)
    drawn.update_layout(barmode="stack", barcornerradius=4)
    return drawn


def mark_strip(rounds: Sequence[MarkValues]) -> go.Figure:
    """One row of dots a round on the axis −3 to 12, equal values piled up, the median as a line."""
    drawn = figure(height=_STRIP * max(1, len(rounds)) + 30)
    for place, one in enumerate(rounds):
        drawn.add_trace(_dots(one, place))
        drawn.add_annotation(**_label(_mark_label(one), place, x=-3.4, shift=34))
        if one.values:
            _draw_median(drawn, median(one.values), place)
    drawn.update_xaxes(
        range=[-3.5, 12.5],
        tickvals=list(_MARKS),
        ticktext=list(_MARKS.values()),
        tickfont={"size": SMALL_SIZE, "color": MUTED},
        showgrid=True,
    )
    drawn.update_yaxes(range=[len(rounds) - 0.4, -0.6], visible=False)
    drawn.update_layout(margin={"b": 28})
    return drawn


def _draw_median(drawn: go.Figure, middle: float, place: int) -> None:
    line = {"color": INK, "width": 2}
    drawn.add_shape(type="line", x0=middle, x1=middle, y0=place - 0.2, y1=place + 0.36, line=line)
    drawn.add_annotation(
        x=middle,
        y=place + 0.42,
        text=_("median {value}").format(value=number(middle)),
        showarrow=False,
        font={"size": SMALL_SIZE, "color": INK},
    )


def _segments(counts: list[int], places: list[int], fill: str, text: str, hover: list[str]) -> go.Bar:
    return go.Bar(
        x=counts,
        y=places,
        orientation="h",
        width=_BAR / _STEP,
        marker={"color": fill, "line": {"color": WHITE, "width": 1.5}},
        text=[f"<b>{count}</b>" if count else "" for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": text, "size": SMALL_SIZE},
        constraintext="none",
        hovertext=hover,
        hoverinfo="text",
    )


def _pupils(count: int) -> str:
    return ngettext("{count} elev", "{count} elever", count).format(count=count)


def _level_hover(one: LevelCounts, level: int) -> str:
    share = _("{pupils} på niveau {level}").format(pupils=_pupils(one.counts[level - 1]), level=level)
    return f"{plain(one.label)}<br>{share}"


def _label(text: str, place: int, x: float = 0, shift: int = 20) -> dict[str, Any]:
    return {
        "x": x,
        "y": place,
        "xshift": -2,  # plotly pads the text; it stands flush with its bar
        "yshift": shift,
        "text": plain(text),
        "xanchor": "left",
        "showarrow": False,
        "font": {"size": LABEL_SIZE, "color": MUTED},
    }


def _dashed(start: int, count: int, place: int) -> dict[str, Any]:
    """A bar of plotly has no dashed edge, so the missing get theirs as a shape over it."""
    half = _BAR / _STEP / 2
    return {
        "type": "rect",
        "x0": start,
        "x1": start + count,
        "y0": place - half,
        "y1": place + half,
        "line": {"color": EDGE, "width": 1, "dash": "4px,3px"},
    }


def _mark_label(one: MarkValues) -> str:
    if not one.missing:
        return one.label
    return _("{round} · {pupils} uden karakter").format(round=one.label, pupils=_pupils(one.missing))


def _dots(one: MarkValues, place: int) -> go.Scatter:
    """Dots of the same tenth stand over one another, the pile centred on the row."""
    tenths = Counter(round(value, 1) for value in one.values)
    x: list[float] = []
    y: list[float] = []
    for value, count in sorted(tenths.items()):
        step = min(0.12, 0.5 / count)
        x.extend([value] * count)
        y.extend(place + (index - (count - 1) / 2) * step for index in range(count))
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"size": 11, "color": MARK, "line": {"color": MUTED, "width": 1}, "opacity": 1},
        hovertext=[f"{plain(one.label)}<br>{number(value)}: {_pupils(tenths[value])}" for value in x],
        hoverinfo="text",
        cliponaxis=False,
    )
