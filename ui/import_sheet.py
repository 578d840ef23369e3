"""One sheet on the screen Indlæs: what was understood, what is asked, and the picture of it."""

from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.importing.options import ImportOptions, with_options
from data_io.importing.plan import make_plan
from data_io.layouts.reading import Problem, SheetReading
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
    st.subheader(f"{upload.name} · {reading.sheet}", anchor=False)
    if reading.kind == "unknown":
        for problem in reading.problems:
            st.warning(problem.message)
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
    plan = make_plan(session.store, school_id, reading, options)
    answers = ask_questions(plan.problems, key)
    options = replace(options, answers=answers)
    plan = make_plan(session.store, school_id, reading, options)
    answers |= ask_questions(_only_new(plan.problems, answers, reading), f"{key}-more")
    options = replace(options, answers=answers)
    plan = make_plan(session.store, school_id, reading, options)
    _draw_problems(tuple(p for p in plan.problems if not (p.severity == "question" and p.options)))
    _draw_missing(plan.reading.context_missing)
    _draw_picture(upload, reading, key)
    return Readied(upload, reading, options, ready=plan.ready)


def _only_new(
    problems: tuple[Problem, ...], answers: dict[str, str], reading: SheetReading
) -> tuple[Problem, ...]:
    """Questions that only came up through an answer: a joined test whose maxima differ."""
    return (
        tuple(p for p in problems if p.code == "codes_differ" and "same_test@" in answers) if reading else ()
    )


def _counts(reading: SheetReading) -> str:
    """What was understood, in one line."""
    pupils = ngettext("{n} elev", "{n} elever", len(reading.pupils)).format(n=len(reading.pupils))
    said = reading.as_contract()
    if reading.kind == "classlist":
        return _("**Klasseliste** · {pupils}").format(pupils=pupils)
    if reading.kind == "assessment":
        text = _("**Vurderinger** · {pupils} · {values} vurderinger · {missing} mangler · {klasser}")
        return text.format(
            pupils=pupils,
            values=said["values"],
            missing=said["missing"],
            klasser=", ".join(reading.klasser) or "–",
        )
    text = _("**Prøve** · {pupils} · {tasks} opgaver · {values} resultater · {missing} mangler")
    return text.format(
        pupils=pupils, tasks=len(reading.tasks), values=said["values"], missing=said["missing"]
    )


def _draw_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        if problem.severity == "error":
            st.error(problem.message)
        elif problem.severity == "question":
            st.warning(problem.message)
        else:
            st.caption(problem.message)


def _draw_missing(context: tuple[str, ...]) -> None:
    names = {
        "klasse": _("klasse"),
        "skoleaar": _("skoleår"),
        "date": _("dato"),
        "title": _("titel"),
        "round": _("runde"),
    }
    if context:
        st.warning(_("Mangler: {what}.").format(what=", ".join(names[name] for name in context)))


def _draw_picture(upload: Upload, reading: SheetReading, key: str) -> None:
    with st.container(border=True):
        st.markdown(_("**Sådan er arket forstået**"))
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
