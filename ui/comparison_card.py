"""The card where a class's signalord or fagområder stand beside the others': as dots and as a table."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from typing import TypeAlias

import streamlit as st

from charts.comparison import ComparedArea, comparison_dots, signed
from charts.template import config, percent
from metrics.comparison import AreaOf
from metrics.difference import Difference
from metrics.model import CutScores, Task, Test
from metrics.signalord import Area, Comparison, Level
from ui.card import draw_heading, heading_with_choice
from ui.choose_test import test_label
from ui.formats import as_text, listed
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.signalord_sentence import area_name, points_apart, rests_on, whom
from ui.span import Span


def signalord_of(task: Task) -> str | None:
    """A task's signalord."""
    return task.signalord


def fagomraade_of(task: Task) -> str | None:
    """A task's fagområde."""
    return task.fagomraade


def draw_comparison(span: Span, signalord: Comparison, cuts: CutScores) -> Comparison:
    """The comparison on the span's tests, and gives the one that was chosen to be seen.

    `signalord` is the one already counted for the sentence on top.
    """
    if signalord.level is None:
        _draw_nobody()
        return signalord
    others = whom(span.references.values())
    kinds = (("signalord", _("Signalord")), ("fagomraade", _("Fagområder")))
    title = _("Sammenlignet med {others}").format(others=others)
    chosen = heading_with_choice(title, "", _("Sammenlign"), kinds)
    kinds_of: Mapping[str, AreaOf] = {"signalord": signalord_of, "fagomraade": fagomraade_of}
    shown = signalord if chosen == "signalord" else span.compare(kinds_of[chosen])
    st.caption(_("Procentpoint på de samme opgaver, klassens niveau trukket fra. Fyldt: sikkert svagere."))
    areas = shown.looked_at
    if areas:
        drawn = comparison_dots([_compared(area, found, others, cuts) for area, found in areas])
        st.plotly_chart(drawn, theme=None, config=config(), key="comparison", alt=_spoken(areas))
    elif shown.areas:
        st.info(_("For lidt at bygge på. Hvorfor står nedenfor."))
    else:
        st.info(_("Opgaverne har ingen signalord eller fagområder at sammenligne."))
    if signalord.level:
        st.markdown(as_text(level_sentence(signalord.level, others)))
    if any(reference.kind == "few" for reference in span.references.values()):
        st.caption(_("Færre end tre andre klasser: forskellen kan lige så vel være deres."))
    for line in left_out_lines(shown, span.tests):
        st.caption(as_text(line))
    return shown


def draw_comparison_table(shown: Comparison, span: Span, cuts: CutScores) -> None:
    """The same figures as a table, folded together, for whoever reads by keys or prints."""
    if shown.looked_at:
        with st.expander(_("Sammenligningen som tabel")):
            grid = comparison_grid(shown.looked_at, whom(span.references.values()), cuts)
            draw_grid(grid, key="comparison-table")


def _draw_nobody() -> None:
    draw_heading(_("Sammenlignet med andre"))
    st.info(
        _(
            "Der er ingen at sammenligne med: det kræver en tidligere årgang på samme prøve eller mindst tre "
            "andre klasser. Med færre kan fagteamet slå det til under Grænser. Indtil da kan opgaverne "
            "kaldes svære, men signalordet ikke svagt."
        )
    )


def level_sentence(level: Level, others: str) -> str:
    """The class on all the tasks, once and apart: it is not in the dots."""
    if level.difference is None:
        return ""
    text = _("Alle opgaver: klassen {own}, {others} {theirs} ({apart}, usikkerhed {low} til {high}).")
    return text.format(
        own=percent(level.share),
        others=others,
        theirs=percent(level.others_share),
        apart=points_apart(level.difference.value),
        low=signed(level.difference.low),
        high=signed(level.difference.high),
    )


def left_out_lines(comparison: Comparison, tests: Mapping[str, Test]) -> list[str]:
    """What was not looked at and why, and which tests nobody else has taken."""
    why = {
        "few_tasks": _("Ikke set efter, under 3 opgaver: {names}."),
        "one_test": _("Ikke set efter, kun i én prøve (vælg Prøven): {names}."),
        "few_pupils": _("Ikke set efter, under 8 elever: {names}."),
        "whole": _("Ikke set efter, prøven er kun dette: {names}."),
        "no_spread": _("Ikke set efter, alle svarede ens: {names}."),
        "no_reference": _("Ingen at sammenligne med: {names}."),
    }
    lines = [
        text.format(names="; ".join(area_name(area, tests) for area in left))
        for code, text in why.items()
        if (left := [area for area in comparison.not_looked_at if area.why_not == code])
    ]
    alone = [test_label(tests[test_id]) for test_id in comparison.without]
    return [
        *lines,
        *([_("Ikke med, ingen andre har taget den: {t}.").format(t=listed(alone))] if alone else []),
    ]


def verdict(area: Area, found: Difference, cuts: CutScores) -> str:
    """What may be said of an area that was looked at; only what survived the looking at many is sure."""
    if area.weak:
        return _("sikkert svagere")
    if area.hard_for_all(cuts):
        return _("svært for alle")
    if found.value >= 0:
        return _("ikke svagere")
    return _("måske lidt svagere") if found.high < 0 else _("kan være tilfældigt")


_Looked: TypeAlias = Sequence[tuple[Area, Difference]]


def comparison_grid(areas: _Looked, others: str, cuts: CutScores) -> Grid:
    """The dots as figures: shares of both sides, the difference with its interval, and what may be said."""
    heads = (
        HeaderCell(_("Klassen")),
        HeaderCell(_("De andre"), note=others),
        HeaderCell(_("Forskel"), note=_("procentpoint, klassens niveau trukket fra")),
        HeaderCell(_("Fra"), note=_("i 95 af 100 tilfælde ligger forskellen mellem fra og til")),
        HeaderCell(_("Til"), note=_("i 95 af 100 tilfælde ligger forskellen mellem fra og til")),
        HeaderCell(_("Siger")),
    )
    rows = tuple(_row(area, found, cuts) for area, found in areas)
    caption = _("Sammenlignet med {others}").format(others=others)
    return Grid(caption, (HeaderRow("", heads, look="subhead"),), rows, style="large")


def _row(area: Area, found: Difference, cuts: CutScores) -> GridRow:
    theirs = percent(area.others_share) if area.others_share is not None else "–"
    figures = (percent(area.share), theirs, signed(found.value), signed(found.low), signed(found.high))
    cells = tuple(GridCell(text) for text in (*figures, verdict(area, found, cuts)))
    return GridRow(GridCell(area.name, note=rests_on(area)), cells, kind="plain")


def _compared(area: Area, found: Difference, others: str, cuts: CutScores) -> ComparedArea:
    text = _("{share} i {tasks}, {others} {theirs}. Forskel {value}, usikkerhed {low} til {high}: {verdict}.")
    note = text.format(
        share=percent(area.share),
        tasks=rests_on(area),
        others=others,
        theirs=percent(area.others_share) if area.others_share is not None else "–",
        value=signed(found.value),
        low=signed(found.low),
        high=signed(found.high),
        verdict=verdict(area, found, cuts),
    )
    if area.observed:
        note += " " + _("Maksimum ikke angivet: det højeste pointtal bruges.")
    hard = _(" · svært for alle") if area.hard_for_all(cuts) else ""
    return ComparedArea(area.name, rests_on(area) + hard, found.value, found.low, found.high, area.weak, note)


def _spoken(areas: _Looked) -> str:
    """The figure for whoever hears it; the table below it has every number."""
    said = [f"{area.name} {signed(found.value)}" for area, found in areas]
    return _("Forskel i procentpoint: {areas}").format(areas=", ".join(said))
