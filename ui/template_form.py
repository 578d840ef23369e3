"""The forms of the screen Skabeloner: what a template is made for, and the file it gives."""

import datetime
import io
from collections.abc import Callable, Sequence
from gettext import gettext as _

import pandas as pd
import streamlit as st

from data_io.layouts.context import date_in
from data_io.queries import Klasse
from data_io.school import ListedPupil, terms_of
from data_io.templates.model import AssessmentTemplate, TestTemplate, tasks_for
from data_io.templates.write import write_assessment, write_test
from ui.session import Session
from ui.sheet_form import SUBJECTS
from ui.template_colours import template_colours

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_TASKS = 120


def test_form(session: Session, school_id: str, klasse: Klasse, pupils: Sequence[ListedPupil]) -> None:
    """A test for the class: title, day, subject, and how many tasks of each fagområde."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        title = st.text_input(_("Prøvens titel"), placeholder=_("fx MAT 7, januar"), width=260)
        subject = st.selectbox(_("Fag"), SUBJECTS, format_func=str.capitalize, width=160)
        typed = st.text_input(_("Prøvens dato"), placeholder=_("fx 14.1.2026"), width=160)
    area, count = _("Fagområde"), _("Antal opgaver")
    terms = terms_of(session.store, school_id, "fagomraade")
    frame = pd.DataFrame({area: terms, count: [0] * len(terms)})
    limits = {count: st.column_config.NumberColumn(min_value=0, max_value=30, step=1)}
    table = st.data_editor(
        frame, num_rows="dynamic", hide_index=True, column_config=limits, key=f"areas-{klasse.klasse_id}"
    )
    areas = {
        str(name): int(number)
        for name, number in zip(table[area], table[count], strict=True)
        if isinstance(name, str) and name.strip() and pd.notna(number) and number > 0
    }
    day = date_in(typed)
    if not (title.strip() and day and areas):
        st.caption(_("Skriv titel og dato, og giv mindst ét fagområde en opgave."))
        return
    if sum(areas.values()) > MOST_TASKS:
        st.caption(_("En prøve kan have højst {n} opgaver.").format(n=MOST_TASKS))
        return
    words = terms_of(session.store, school_id, "signalord")
    template = _test_of(klasse, title, subject, day, areas, pupils, words)
    _offer(f"{klasse.name} {title}.xlsx", lambda file: write_test(file, template, template_colours()))


def _test_of(
    klasse: Klasse,
    title: str,
    subject: str,
    day: datetime.date,
    areas: dict[str, int],
    pupils: Sequence[ListedPupil],
    words: Sequence[str],
) -> TestTemplate:
    return TestTemplate(
        klasse.name, klasse.skoleaar, title.strip(), subject, day, tasks_for(areas), pupils, words
    )


def assessment_form(klasse: Klasse, pupils: Sequence[ListedPupil], rounds: Sequence[str]) -> None:
    """An assessment of the class: the school's rounds, and the subjects that are rated."""
    usual = ["1. termin", "2. termin"] if (klasse.trin or 0) >= 8 else ["Efterår", "Forår"]
    options = list(dict.fromkeys([*rounds, *usual]))
    chosen = st.multiselect(
        _("Runder"), options, default=[r for r in usual if r in options], accept_new_options=True
    )
    subjects = st.multiselect(
        _("Fag"), ["dansk", "matematik", "social"], default=["dansk", "matematik", "social"]
    )
    marks = st.checkbox(_("Dansk og matematik får karakterer i terminerne"), value=(klasse.trin or 0) >= 8)
    if not (chosen and subjects):
        st.caption(_("Vælg mindst én runde og ét fag."))
        return
    graded = frozenset(s for s in subjects if s != "social") if marks else frozenset()
    template = AssessmentTemplate(klasse.name, klasse.skoleaar, chosen, subjects, pupils, graded)
    name = f"{klasse.name} elevvurdering {klasse.skoleaar.replace('/', '-')}.xlsx"
    _offer(name, lambda file: write_assessment(file, template, template_colours()))


def _offer(name: str, write: Callable[[io.BytesIO], None]) -> None:
    """The button that gives the finished workbook."""
    file = io.BytesIO()
    write(file)
    st.download_button(_("Hent regnearket"), file.getvalue(), file_name=name, mime=XLSX, type="primary")
