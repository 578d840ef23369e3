"""The overview as small multiples: a card a subject, absence beside, marks apart; and where help is near."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Final

import plotly.graph_objects as go
import streamlit as st

from charts.distribution import LevelCounts
from charts.overview import CountRow, LevelRow, MarkRow, count_rows, level_rows, mark_rows, median_words
from charts.template import config, number, percent
from metrics.absence import OWN_MARK
from metrics.overview import LARGEST_GROUP, SMALLEST_GROUP, ClassOverview, Place, Spread
from ui.absence_card import period_name
from ui.card import draw_heading
from ui.formats import as_text
from ui.level_grid import subject_name
from ui.overview_words import on_levels, place_counts, place_reach, place_title

_A_ROW: Final = 3  # subjects beside one another


def draw_spreads(
    classes: Sequence[ClassOverview], subjects: Sequence[str], everyone: Sequence[ClassOverview]
) -> None:
    """A card a subject with levels, the same classes and axis in each, absence beside on its own axis.

    The axes are those of `everyone`, so that a year group is drawn as it stands in the school.
    """
    longest = max(one.pupils for one in everyone)
    rated = [s for s in subjects if on_levels(classes, s)]
    with_absence = any(one.absence for one in classes)
    for start in range(0, max(len(rated), 1), _A_ROW):
        columns = st.columns([3] * _A_ROW + [2] * with_absence, gap="small")
        for column, subject in zip(columns, rated[start : start + _A_ROW], strict=False):
            with column.container(border=True, gap="xsmall"):
                draw_heading(subject_name(subject))
                _draw(level_rows([_level_row(c, subject) for c in classes], longest), f"levels-{subject}")
        if with_absence and not start:
            with columns[-1].container(border=True, gap="xsmall"):
                _draw_absence(classes, everyone)


def _draw_absence(classes: Sequence[ClassOverview], everyone: Sequence[ClassOverview]) -> None:
    most = max(one.absence.marked for one in everyone if one.absence)
    draw_heading(_("Fravær"), _("{mark} eller mere").format(mark=percent(OWN_MARK / 100)))
    _draw(count_rows([_absence_row(c) for c in classes], most), "absence")


def draw_marks(classes: Sequence[ClassOverview], subjects: Sequence[str]) -> None:
    """A card a subject with marks: their own scale, in a colour that is neither good nor bad."""
    marked = {s: found for s in subjects if (found := [c for c in classes if _on_marks(c, s)])}
    if not marked:
        return
    for column, (subject, found) in zip(st.columns(max(len(marked), 2)), marked.items(), strict=False):
        with column.container(border=True, gap="xsmall"):
            draw_heading(subject_name(subject), _("karakterer; streg og tal: median (sidst)"))
            _draw(mark_rows([_mark_row(c, subject) for c in found]), f"marks-{subject}")


def _draw(drawn: go.Figure, key: str) -> None:
    st.plotly_chart(drawn, theme=None, config=config(), key=f"overview-{key}")


def _on_marks(one: ClassOverview, subject: str) -> bool:
    return subject in one.subjects and one.subjects[subject].now.scale == "mark"


def _level_row(one: ClassOverview, subject: str) -> LevelRow:
    found = one.subjects.get(subject)
    if found is None:
        return LevelRow(one.name, None, words=_("ingen vurderinger"))
    if found.now.scale == "mark":
        return LevelRow(one.name, None, words=_("karakterer, se nedenfor"))
    before = _counts(one, found.before) if found.before else None
    return LevelRow(one.name, _counts(one, found.now), before)


def _counts(one: ClassOverview, spread: Spread) -> LevelCounts:
    label = f"{one.name} · {spread.round.name} {spread.round.skoleaar}"
    return LevelCounts(label, spread.counts, spread.missing)


def _mark_row(one: ClassOverview, subject: str) -> MarkRow:
    found = one.subjects[subject]
    before = found.before.median if found.before else None
    words = median_words(found.now.median, before)
    hover = f"{as_text(one.name)} · {words}" if found.now.marks else words
    return MarkRow(one.name, found.now.marks, found.now.median, before, hover)


def _absence_row(one: ClassOverview) -> CountRow:
    counted = one.absence
    if counted is None:
        return CountRow(one.name, None, _("ingen tal"))
    if not counted.known:
        return CountRow(one.name, None, _("ingen andele"))
    words = _("{n} af {known}").format(n=counted.marked, known=counted.known)
    hover = f"{one.name} · {words} · {period_name(counted.period)}"
    return CountRow(one.name, counted.marked, words, hover)


def draw_help(places: Sequence[Place]) -> None:
    """The places where help would reach most pupils, and in one sentence how they were found."""
    draw_heading(_("Her kan en ekstra hånd nå flest elever"), _("talt på lærernes niveauer"))
    if not places:
        st.markdown(_("Ingen elever ligger i rød eller orange."))
        return
    for column, place in zip(st.columns(len(places)), places, strict=True):
        with column:
            st.markdown(f"**{as_text(place_title(place))}**  \n{as_text(place_counts(place))}")
            st.markdown(as_text(place_reach(place)))
    text = _(
        "Sådan er det talt: elever på niveau 1–2 i hver årgang og hvert fag, de tre steder med flest; "
        "et hold er {small}–{large} elever fra alle klasserne og kun i fag, en ekstra lærer er i én klasse. "
        "Tallene siger, hvor mange der kan nås, ikke hvem der har mest brug for det."
    )
    st.caption(text.format(small=number(SMALLEST_GROUP), large=number(LARGEST_GROUP)))
