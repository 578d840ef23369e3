"""One sheet on the screen Indlæs: what was understood, what is asked, and the picture of it."""

from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.importing.options import ImportOptions, question_key, with_options
from data_io.importing.plan import ImportPlan, make_plan
from data_io.layouts.reading import Problem, SheetReading
from ui.card import draw_heading
from ui.formats import as_text, listed
from ui.grid.component import draw_grid
from ui.grid.model import GridCell, Look
from ui.legend import draw_legend
from ui.session import Session
from ui.sheet_form import ask_context, ask_questions
from ui.sheet_preview import role_names, sheet_grid
from ui.upload import Upload, sheet_of


@dataclass(frozen=True)
class Readied:
    """A sheet with what was answered; `ready` when nothing more is needed."""

    upload: Upload
    reading: SheetReading
    options: ImportOptions
    ready: bool


def draw_sheet(session: Session, school_id: str, upload: Upload, reading: SheetReading) -> Readied | None:
    """The sheet with its fields and questions; None for one that is left out."""
    key = f"{upload.name}/{reading.sheet}"
    st.subheader(as_text(f"{upload.name} · {reading.sheet}"), anchor=False)
    if reading.kind == "unknown":
        for problem in reading.problems:
            st.warning(as_text(problem.message))
        return None
    st.markdown(_counts(reading))
    if reading.hidden and not st.checkbox(_("Arket er skjult. Tag det med."), key=f"{key}-hidden"):
        return None
    options = ask_context(session, reading, key)
    if reading.kind == "classlist":
        told = with_options(reading, options)
        _draw_problems(reading.problems)
        _draw_picture(upload, reading, key)
        errors = any(p.severity == "error" for p in reading.problems)
        return Readied(upload, reading, options, ready=not told.context_missing and not errors)
    options, plan = _ask_all(session, school_id, reading, options, key)
    _draw_problems(tuple(p for p in plan.problems if not (p.severity == "question" and p.options)))
    _draw_missing(plan.reading.context_missing)
    _draw_picture(upload, reading, key)
    return Readied(upload, reading, options, ready=plan.ready)


def _ask_all(
    session: Session, school_id: str, reading: SheetReading, options: ImportOptions, key: str
) -> tuple[ImportOptions, ImportPlan]:
    """Asks what the sheet leaves open, and what an answer brings up in its turn."""
    asked: set[str] = set()
    while True:
        plan = make_plan(session.store, school_id, reading, options)
        questions = (p for p in plan.problems if p.severity == "question" and p.options)
        new = tuple(p for p in questions if question_key(p) not in asked)
        if not new:
            return options, plan
        answers = ask_questions(new, key)
        asked |= {question_key(p) for p in new}
        options = replace(options, answers={**options.answers, **answers})


def _counts(reading: SheetReading) -> str:
    """What was understood, in one line."""
    values = sum(result.value is not None for result in reading.results)
    missing = len(reading.results) - values
    pupils = ngettext("{n} elev", "{n} elever", len(reading.pupils)).format(n=len(reading.pupils))
    gaps = _("{n} mangler").format(n=missing) if missing else _("ingen mangler")
    if reading.kind == "classlist":
        return _("**Klasseliste**") + f" · {pupils}"
    if reading.kind == "assessment":
        ratings = ngettext("{n} vurdering", "{n} vurderinger", values).format(n=values)
        klasser = [as_text(listed(reading.klasser))] if reading.klasser else []
        return " · ".join([_("**Vurderinger**"), *klasser, pupils, ratings, gaps])
    tasks = ngettext("{n} opgave", "{n} opgaver", len(reading.tasks)).format(n=len(reading.tasks))
    results = ngettext("{n} resultat", "{n} resultater", values).format(n=values)
    return " · ".join([_("**Prøve**"), pupils, tasks, results, gaps])


def _draw_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        if problem.severity == "error":
            st.error(as_text(problem.message))
        elif problem.severity == "question":
            st.warning(as_text(problem.message))
        else:
            st.caption(as_text(problem.message))


def _draw_missing(context: tuple[str, ...]) -> None:
    """Which fields to fill in; a test's school year comes from its date and has no field."""
    names = {
        "klasse": _("klasse"),
        "title": _("titel"),
        "date": _("dato"),
        "round": _("runde"),
        "skoleaar": _("skoleår"),
    }
    wanted = [word for name, word in names.items() if name in context]
    if "date" in context and "skoleaar" in context:
        wanted.remove(names["skoleaar"])
    if wanted:
        st.info(_("Udfyld {what}.").format(what=listed(wanted)))


def _draw_picture(upload: Upload, reading: SheetReading, key: str) -> None:
    with st.container(border=True):
        draw_heading(_("Sådan er arket forstået"))
        draw_grid(sheet_grid(sheet_of(upload, reading.sheet), reading), key=f"{key}-picture", height=420)
        roles = {band.role for band in reading.bands}
        draw_legend(
            [(GridCell("", _look(role)), word) for role, word in role_names().items() if role in roles],
            key=f"{key}-legend",
        )


def _look(role: str) -> Look:
    looks: dict[str, Look] = {
        "pupil": "role-pupil",
        "fagomraade": "role-fagomraade",
        "signalord": "role-signalord",
        "task": "role-task",
        "max": "role-max",
        "klasse": "role-klasse",
        "round": "role-round",
        "subject": "role-subject",
        "value": "role-value",
    }
    return looks.get(role, "left-out")
