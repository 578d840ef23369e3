"""The questions a sheet leaves: class, school year, title, date, and what only a person can say."""

import datetime
from gettext import gettext as _

import streamlit as st

from data_io.importing.options import ImportOptions, question_key
from data_io.layouts.context import date_in, klasse_name
from data_io.layouts.fill_legend import FillQuestion
from data_io.layouts.give_context import SEVERAL
from data_io.layouts.reading import Problem, SheetReading
from ui import cached
from ui.choice import chosen_klasse
from ui.class_lists import school_years
from ui.fill_legend import ask_fill_legend
from ui.formats import as_text, danish_date
from ui.hold_form import HOLD, KLASSE, KLASSER, ask_hold, ask_owner
from ui.record_form import ask_period
from ui.session import Session

MOST_RADIOS = 4
SUBJECTS = ("matematik", "dansk", "engelsk", "tysk", "andet fag")


def ask_context(session: Session, reading: SheetReading, key: str, before: ImportOptions) -> ImportOptions:
    """The fields for class, school year, title, date and subject, filled in as far as the sheet says.

    What it leaves out is filled in from `before`: what was said when the very same file was read in.
    """
    klasse = skoleaar = title = subject = round_name = hold = teacher = None
    date: datetime.date | None = None
    owner = ask_owner(reading, key, before)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if owner == HOLD:
            hold, teacher = ask_hold(session, reading, key, before)
        elif owner == KLASSE and (reading.kind == "test" or not reading.klasser):
            klasse = _ask_klasse(session, reading, key, before.klasse)
        if reading.kind == "test":
            title = st.text_input(
                _("Prøvens titel"), reading.title or before.title or "", key=f"{key}-title", width=240
            )
            subject = _ask_subject(reading.subject or before.subject, key)
            date = _ask_date(reading.date or before.date, key)
        else:
            skoleaar = _ask_year(reading, key, before.skoleaar)
        period = ask_period(reading, key) if reading.kind == "absence" else None
        if "round" in reading.context_missing:
            round_name = _ask_round(before.round, key)
    return ImportOptions(
        klasse=klasse,
        skoleaar=skoleaar,
        date=date,
        title=title or None,
        subject=subject,
        round=round_name,
        answers={SEVERAL: KLASSER} if owner == KLASSER else {},
        person=session.scope.person,
        hold=hold,
        teacher=teacher,
        period=period,
    )


def _ask_round(before: str | None, key: str) -> str | None:
    options = list(dict.fromkeys(["Efterår", "Forår", *([before] if before else [])]))
    at = options.index(before) if before else None
    return st.selectbox(_("Runde"), options, index=at, key=f"{key}-round", placeholder=_("Vælg"), width=150)


def _ask_klasse(session: Session, reading: SheetReading, key: str, before: str | None) -> str | None:
    names = [k.name for k in cached.klasser(session)]
    options = list(dict.fromkeys([*reading.klasser, *names, *([before] if before else [])]))
    chosen = chosen_klasse(session)
    said = reading.klasser[0] if len(reading.klasser) == 1 else before
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


def _ask_subject(said: str | None, key: str) -> str | None:
    options = list(dict.fromkeys([*([said] if said else []), *SUBJECTS]))
    at = 0 if said else None
    return st.selectbox(
        _("Fag"),
        options,
        index=at,
        key=f"{key}-subject",
        format_func=str.capitalize,
        placeholder=_("Vælg"),
        width=150,
    )


def _ask_date(said: datetime.date | None, key: str) -> datetime.date | None:
    """The day as Danes write it; what cannot be read is said in the field's own words."""
    known = danish_date(said) if said else ""
    typed = st.text_input(
        _("Prøvens dato"), known, key=f"{key}-date", placeholder=_("fx 14.1.2026"), width=150
    )
    return date_in(typed)


def _ask_year(reading: SheetReading, key: str, before: str | None) -> str | None:
    years = school_years()
    said = reading.skoleaar or before
    if said and said not in years:
        years.append(said)
    several = len(reading.klasser) > 1 and reading.kind == "assessment"
    label = _("Skoleår for {klasse}").format(klasse=reading.klasser[-1]) if several else _("Skoleår")
    at = years.index(said) if said else None
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
        if isinstance(problem, FillQuestion):
            said = ask_fill_legend(problem, where)
        elif len(texts) <= MOST_RADIOS:
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
                placeholder=_("Vælg elev") if problem.code == "who_is" else _("Vælg"),
            )
        if said is not None:
            answers[name] = said
    return answers
