"""Classes under one another, the same rows and the same axis in every picture of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Any, Final

import plotly.graph_objects as go

from charts.distribution import LevelCounts
from charts.palette import ACCENT, EDGE, HAIRLINE, INK, LEVELS, MARK, MUTED, WHITE
from charts.template import LABEL_SIZE, SMALL_SIZE, figure, number, plain

_ROW: Final = 30  # pixels from one class to the next
_NOW: Final = 0.56  # of a row: the bar of now, and below it the thin one of last time
_THEN: Final = 0.17
_THEN_BELOW: Final = 0.38
_NAMES: Final = 40  # pixels for the classes' names
_TICKS: Final = 22
_MEDIANS: Final = 92  # pixels for the medians in figures
_MARK_TICKS: Final = {-3: "−3", 0: "00", 2: "02", 4: "4", 7: "7", 10: "10", 12: "12"}


@dataclass(frozen=True)
class LevelRow:
    """A class's levels now and last time; without `now` the row says why in `words`."""

    klasse: str
    now: LevelCounts | None
    before: LevelCounts | None = None
    words: str = ""


@dataclass(frozen=True)
class MarkRow:
    """A class's marks now, and the median now and last time; None where there are none."""

    klasse: str
    marks: tuple[float, ...]
    now: float | None
    before: float | None
    hover: str


@dataclass(frozen=True)
class CountRow:
    """How many of a class, said in `words`; None where nobody knows."""

    klasse: str
    count: int | None
    words: str
    hover: str = ""


def level_rows(rows: Sequence[LevelRow], longest: int) -> go.Figure:
    """A thick bar a class for now, a thin one below it for last time; `longest` pupils is the whole axis."""
    drawn = _rows([row.klasse for row in rows])
    now = [(place, row.now) for place, row in enumerate(rows) if row.now]
    before = [(place + _THEN_BELOW, row.before) for place, row in enumerate(rows) if row.before]
    for level, swatch in LEVELS.items():
        style = {"color": swatch.fill, "line": {"color": WHITE, "width": 1}}
        drawn.add_trace(_level(now, level, style, _NOW, swatch.text))
        drawn.add_trace(_level(before, level, style, _THEN, None))
    gaps = [
        _dashed(sum(one.counts), one.missing, place, thick)
        for places, thick in ((now, _NOW), (before, _THEN))
        for place, one in places
        if one.missing
    ]
    missing = [
        _said(sum(one.counts) + one.missing / 2, place, str(one.missing), "center")
        for place, one in now
        if one.missing
    ]
    without = [_said(0, place, row.words, "left") for place, row in enumerate(rows) if row.now is None]
    _lay_over(drawn, gaps, [*missing, *without])
    drawn.update_layout(barmode="stack")
    drawn.update_xaxes(range=[0, max(longest, 1)], visible=False)
    return drawn


def mark_rows(rows: Sequence[MarkRow]) -> go.Figure:
    """A row of dots a class on the 7-trinsskala, the median now as a line, last time's as a short one."""
    drawn = _rows([row.klasse for row in rows])
    medians = [line for place, row in enumerate(rows) for line in _median_lines(row, place)]
    for place, row in enumerate(rows):
        drawn.add_trace(
            go.Scatter(
                x=row.marks,
                y=[place] * len(row.marks),
                mode="markers",
                marker={"size": 10, "color": MARK, "opacity": 0.8, "line": {"color": EDGE, "width": 1}},
                hovertext=row.hover,
                hoverinfo="text",
            )
        )
    _lay_over(drawn, medians, [_said(12.6, p, _median_figures(row), "left") for p, row in enumerate(rows)])
    drawn.update_xaxes(range=[-3.6, 12.6], tickvals=list(_MARK_TICKS), ticktext=list(_MARK_TICKS.values()))
    drawn.update_xaxes(tickfont={"size": SMALL_SIZE, "color": MUTED}, showgrid=True)
    drawn.update_layout(margin={"b": _TICKS, "r": _MEDIANS}, height=drawn.layout.height + _TICKS)
    return drawn


def count_rows(rows: Sequence[CountRow], longest: int) -> go.Figure:
    """A neutral bar a class, its count beside it; unknown is said in words and never drawn as nought."""
    drawn = _rows([row.klasse for row in rows])
    known = [(place, row) for place, row in enumerate(rows) if row.count is not None]
    drawn.add_trace(
        go.Bar(
            x=[row.count for _place, row in known],
            y=[place for place, _row in known],
            orientation="h",
            width=_NOW,
            marker={"color": ACCENT},
            hovertext=[plain(row.hover) for _place, row in known],
            hoverinfo="text",
        )
    )
    _lay_over(drawn, [], [_said(row.count or 0, place, row.words, "left") for place, row in enumerate(rows)])
    # The words beside the longest bar have half the width.
    drawn.update_xaxes(range=[0, max(longest, 1) * 2], visible=False)
    return drawn


def _rows(names: Sequence[str]) -> go.Figure:
    drawn = figure(height=_ROW * max(len(names), 1) + 6)
    ticks = {
        "tickvals": list(range(len(names))),
        "ticktext": [f"{plain(name)}\N{NO-BREAK SPACE}" for name in names],
    }
    drawn.update_yaxes(range=[len(names) - 0.35, -0.55], tickfont={"size": LABEL_SIZE, "color": INK}, **ticks)
    drawn.update_layout(margin={"l": _NAMES})
    return drawn


def _lay_over(drawn: go.Figure, shapes: Sequence[dict[str, Any]], notes: Sequence[dict[str, Any]]) -> None:
    """Hairlines between the classes, the shapes and the words, all at once: one by one plotly is slow."""
    line = {"color": HAIRLINE, "width": 1}
    lines = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": edge, "y1": edge, "line": line}
        | {"layer": "below"}
        for edge in (place - 0.42 for place in range(1, len(drawn.layout.yaxis.tickvals)))
    ]
    drawn.update_layout(shapes=[*lines, *shapes], annotations=list(notes))


def _median_lines(row: MarkRow, place: int) -> list[dict[str, Any]]:
    """The median now as a line, last time's as a short dotted one."""
    now, then = {"color": INK, "width": 3}, {"color": MUTED, "width": 2, "dash": "dot"}
    kinds = ((row.before, 0.2, then), (row.now, 0.38, now))
    return [
        {"type": "line", "x0": value, "x1": value, "y0": place - half, "y1": place + half, "line": line}
        for value, half, line in kinds
        if value is not None
    ]


def _level(
    places: Sequence[tuple[float, LevelCounts]],
    level: int,
    style: dict[str, Any],
    thick: float,
    digit: str | None,
) -> go.Bar:
    counts = [one.counts[level - 1] for _place, one in places]
    return go.Bar(
        x=counts,
        y=[place for place, _one in places],
        orientation="h",
        width=thick,
        marker=style,
        text=[str(count) if count and digit else "" for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": digit or INK, "size": SMALL_SIZE},
        constraintext="none",
        hovertext=[_level_hover(one, level) for _place, one in places],
        hoverinfo="text",
    )


def _level_hover(one: LevelCounts, level: int) -> str:
    n = one.counts[level - 1]
    text = ngettext("{n} elev på niveau {level}", "{n} elever på niveau {level}", n)
    without = _("uden niveau: {n}").format(n=one.missing)
    return f"{plain(one.label)}<br>{text.format(n=n, level=level)}<br>{without}"


def _dashed(start: float, count: int, place: float, thick: float) -> dict[str, Any]:
    """The missing stand last, hollow and with a dashed edge."""
    line = {"color": EDGE, "width": 1, "dash": "dot"}
    up, down = place - thick / 2, place + thick / 2
    return {"type": "rect", "x0": start, "x1": start + count, "y0": up, "y1": down, "line": line}


def _said(x: float, place: float, words: str, anchor: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": place,
        "text": plain(words),
        "xanchor": anchor,
        "xshift": 4 if anchor == "left" else 0,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": MUTED},
    }


def _median_figures(row: MarkRow) -> str:
    now = "–" if row.now is None else number(row.now)
    return now if row.before is None else f"{now} ({number(row.before)})"


def median_words(now: float | None, before: float | None) -> str:
    """A median beside last time's: "median 6 (sidst 5,5)"."""
    if now is None:
        return _("ingen karakterer")
    said = _("median {value}").format(value=number(now))
    return said if before is None else said + _(" (sidst {value})").format(value=number(before))
