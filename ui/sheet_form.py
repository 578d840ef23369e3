"""The questions a sheet leaves: class, school year, title, date, and what only a person can say."""

import datetime
from gettext import gettext as _

import streamlit as st

from data_io.importing.options import ImportOptions, question_key
from data_io.layouts.context import date_in, klasse_name
from data_io.layouts.reading import Problem, SheetReading
from ui import cached
from ui.choice import chosen_klasse
from ui.class_lists import school_years
from ui.formats import as_text, danish_date
from ui.session import Session

MOST_RADIOS = 4
SUBJECTS = ("matematik", "dansk", "engelsk", "tysk", "andet fag")


def ask_context(session: Session, reading: SheetReading, key: str) -> ImportOptions:
    """The fields for class, school year, title, date and subject, filled in as far as the sheet says."""
    klasse = skoleaar = title = subject = round_name = None
    date: datetime.date | None = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if reading.kind == "test" or not reading.klasser:
            klasse = _ask_klasse(session, reading, key)
        if reading.kind == "test":
            title = st.text_input(_("Prøvens titel"), reading.title or "", key=f"{key}-title", width=240)
            subject = _ask_subject(reading, key)
            date = _ask_date(reading, key)
        else:
            skoleaar = _ask_year(reading, key)
        if "round" in reading.context_missing:
            round_name = st.selectbox(
                _("Runde"), ["Efterår", "Forår"], index=None, key=f"{key}-round", width=150
            )
    return ImportOptions(
        klasse=klasse,
        skoleaar=skoleaar,
        date=date,
        title=title or None,
        subject=subject,
        round=round_name,
        person=session.scope.person,
    )


def _ask_klasse(session: Session, reading: SheetReading, key: str) -> str | None:
    names = [k.name for k in cached.klasser(session)]
    options = list(dict.fromkeys([*reading.klasser, *names]))
    chosen = chosen_klasse(session)
    said = reading.klasser[0] if len(reading.klasser) == 1 else None
    said = said or (chosen.name if chosen and not reading.klasser else None)
    picked = st.selectbox(
        _("Klasse"),
        options,
        index=options.index(said) if said in options else None,
        key=f"{key}-klasse",
        placeholder="7.A",
        accept_new_options=True,
        width=130,
    )
    return (klasse_name(picked) or picked) if picked else None


def _ask_subject(reading: SheetReading, key: str) -> str | None:
    options = list(dict.fromkeys([*([reading.subject] if reading.subject else []), *SUBJECTS]))
    at = 0 if reading.subject else None
    return st.selectbox(
        _("Fag"), options, index=at, key=f"{key}-subject", format_func=str.capitalize, width=150
    )


def _ask_date(reading: SheetReading, key: str) -> datetime.date | None:
    """The day as Danes write it; what cannot be read is said in the field's own words."""
    known = danish_date(reading.date) if reading.date else ""
    typed = st.text_input(
        _("Prøvens dato"), known, key=f"{key}-date", placeholder=_("fx 14.1.2026"), width=150
    )
    return date_in(typed)


def _ask_year(reading: SheetReading, key: str) -> str | None:
    years = school_years()
    if reading.skoleaar and reading.skoleaar not in years:
        years.append(reading.skoleaar)
    several = len(reading.klasser) > 1 and reading.kind == "assessment"
    label = _("Skoleår for {klasse}").format(klasse=reading.klasser[-1]) if several else _("Skoleår")
    at = years.index(reading.skoleaar) if reading.skoleaar else None
    return st.selectbox(label, years, index=at, key=f"{key}-year", placeholder=_("Vælg"), width=150)


def ask_questions(problems: tuple[Problem, ...], key: str) -> dict[str, str]:
    """A field for every question that has answers to choose from; what is answered, by question."""
    answers: dict[str, str] = {}
    for problem in problems:
        if problem.severity != "question" or not problem.options:
            continue
        name = question_key(problem)
        texts = dict(problem.options)
        where = f"{key}-{name}"
        if len(texts) <= MOST_RADIOS:
            said = st.radio(
                as_text(problem.message),
                list(texts),
                index=None,
                key=where,
                format_func={code: as_text(text) for code, text in texts.items()}.__getitem__,
                horizontal=True,
            )
        else:
            said = st.selectbox(
                as_text(problem.message),
                list(texts),
                index=None,
                key=where,
                format_func=texts.__getitem__,
                placeholder=_("Vælg elev"),
            )
        if said is not None:
            answers[name] = said
    return answers
