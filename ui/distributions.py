"""The distributions over the grid: a card a subject, last round above this one."""

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from charts.distribution import LevelCounts, MarkValues, level_bars, mark_strip
from charts.template import config
from metrics.levels import ClassRound, RoundColumn
from ui.card import draw_heading
from ui.level_grid import round_label, subject_name

STRIP = 120  # pixels of one round's row of dots
NAME_ABOVE = 48  # pixels from the middle of the row up to the round's name
AXIS = 30  # pixels for the marks below


def draw_distributions(overview: ClassRound) -> None:
    """One card a subject, all with the same axis; missing ratings are counted too."""
    for column, (subject, rounds) in zip(
        st.columns(len(overview.history)), overview.columns().items(), strict=True
    ):
        with column.container(border=True, gap="xsmall"):
            draw_heading(subject_name(subject))
            st.plotly_chart(
                _figure(overview, rounds[-1], rounds), theme=None, config=config(), key=f"spread-{subject}"
            )


def _figure(overview: ClassRound, now: RoundColumn, rounds: Sequence[RoundColumn]) -> go.Figure:
    """Bars of levels, or dots on the 7-trinsskala; rounds on another scale than the newest stand apart."""
    same = [c for c in rounds if c.scale == now.scale]
    if now.scale == "level":
        return level_bars([LevelCounts(round_label(c), *c.counts(overview.pupils)) for c in same])
    strip = mark_strip([_marks(overview, c) for c in same])
    # A high pile of dots reaches its round's name at the height that charts give it.
    strip.update_layout(height=STRIP * len(same) + AXIS)
    strip.update_annotations(selector={"xanchor": "left"}, yshift=NAME_ABOVE)
    return strip


def _marks(overview: ClassRound, column: RoundColumn) -> MarkValues:
    values = [column.value(p.pupil_id) for p in overview.pupils]
    there = tuple(v for v in values if v is not None)
    return MarkValues(round_label(column), there, len(values) - len(there))
