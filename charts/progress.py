"""A class's course: its mean distance to its reference on every test in turn, and how unsure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Final

import plotly.graph_objects as go

from charts.palette import ACCENT, HAIRLINE, INK, MUTED, WHITE
from charts.template import LABEL_SIZE, SMALL_SIZE, figure, number, plain, wrapped

_HEIGHT: Final = 250  # pixels
_BOTTOM: Final = 44
_NAME: Final = 10  # letters of the reference on a line
_LEAST: Final = 1.0  # SDs shown on each side of the reference at least
_OPEN: Final = 10  # pixels across a point


@dataclass(frozen=True)
class CoursePoint:
    """A test on the course: its day, the mean distance (None without a reference) and its interval."""

    day: str
    note: str
    mean: float | None
    low: float | None = None
    high: float | None = None


def course_figure(points: Sequence[CoursePoint], reference: str) -> go.Figure:
    """Points joined in turn over a line that is the reference; a gap where nobody is to be compared with."""
    drawn = figure(height=_HEIGHT)
    edges = [v for p in points for v in (p.mean, p.low, p.high) if v is not None]
    most = max([_LEAST, *(abs(v) * 1.12 for v in edges)])
    for place, point in enumerate(points):
        if point.low is not None and point.high is not None:
            drawn.add_shape(
                type="line",
                x0=place,
                x1=place,
                y0=point.low,
                y1=point.high,
                line={"color": MUTED, "width": 1.5},
            )
    drawn.add_trace(_line(points))
    drawn.add_hline(y=0, line={"color": INK, "width": 1}, layer="below")
    drawn.update_xaxes(
        range=[-0.6, len(points) - 0.4],
        tickvals=list(range(len(points))),
        ticktext=[_value_and_day(point) for point in points],
        tickangle=0,
        tickfont={"size": SMALL_SIZE, "color": MUTED},
    )
    ticks = [tick for tick in (-2, -1, 0, 1, 2) if abs(tick) <= most]
    drawn.update_yaxes(
        range=[-most, most],
        tickvals=ticks,
        ticktext=[_tick(tick) or wrapped(reference, _NAME) for tick in ticks],
        showgrid=True,
        gridcolor=HAIRLINE,
        tickfont={"size": LABEL_SIZE, "color": MUTED},
        ticklabelstandoff=6,
        automargin=True,
    )
    drawn.update_layout(margin={"b": _BOTTOM, "t": 6})
    return drawn


def _value_and_day(point: CoursePoint) -> str:
    """The value stands with its day, since beside its point the line would run through it."""
    value = "–" if point.mean is None else signed(point.mean)
    return f"<b>{value}</b><br>{plain(point.day)}"


def _tick(tick: int) -> str:
    if tick == 0:
        return ""
    return _("{n} over").format(n=tick) if tick > 0 else _("{n} under").format(n=-tick)


def _line(points: Sequence[CoursePoint]) -> go.Scatter:
    return go.Scatter(
        x=list(range(len(points))),
        y=[point.mean for point in points],
        mode="lines+markers",
        line={"color": ACCENT, "width": 2},
        marker={"size": _OPEN, "color": ACCENT, "line": {"color": WHITE, "width": 1.5}},
        hovertext=["<br>".join(plain(line) for line in point.note.split("\n")) for point in points],
        hoverinfo="text",
        connectgaps=False,
        cliponaxis=False,
    )


def signed(value: float) -> str:
    """A distance with its sign and one decimal: +0,4, −1,2; 0 where it rounds to nothing."""
    rounded = round(value, 1)
    return f"+{number(rounded)}" if rounded > 0 else number(rounded + 0.0)
