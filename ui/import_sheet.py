"""One sheet on the screen Indlæs: what was understood, what is asked, and the picture of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.importing.options import ImportOptions, question_key, with_options
from data_io.importing.plan import ImportPlan, make_plan
from data_io.importing.record_sheets import RECORDS, plan_records
from data_io.importing.records import RecordPlan
from data_io.importing.remembered import with_remembered
from data_io.layouts.give_context import SEVERAL
from data_io.layouts.reading import Problem, SheetReading
from ui.formats import as_text, listed
from ui.mapping import SheetRead, sheets_of
from ui.mapping_card import draw_picture
from ui.reasons import conditions_lines
from ui.recalled import answers_before, recall_or_ask
from ui.record_form import record_counts
from ui.session import Session
from ui.sheet_form import ask_context
from ui.upload import Upload


@dataclass(frozen=True)
class Readied:
    """A sheet with what was answered; `ready` when nothing more is needed."""

    upload: Upload
    reading: SheetReading
    options: ImportOptions
    ready: bool
    shown: SheetReading | None = None


def draw_sheets(session: Session, school_id: str, upload: Upload) -> list[Readied]:
    """The sheets of a file: the tables of each with their fields and questions, and one picture of it."""
    sheets = sheets_of(session, school_id, upload)
    return [table for sheet in sheets for table in _draw(session, school_id, sheet)]


def _draw(session: Session, school_id: str, read: SheetRead) -> list[Readied]:
    st.subheader(as_text(f"{read.upload.name} · {read.sheet.name}"), anchor=False)
    for reading in read.readings:
        if reading.kind != "unknown":
            part = f"**{as_text(reading.part)}** · " if reading.part else ""
            st.markdown(part + _counts(reading))
    above = st.container()  # the picture stays where it is while questions come and go
    tables = [draw_sheet(session, school_id, read.upload, reading) for reading in read.readings]
    readied = [table for table in tables if table is not None]
    shown = [table.shown for table in readied if table.shown is not None]
    nothing_read = all(reading.kind == "unknown" for reading in read.readings)
    if shown or (nothing_read and read.can_be_corrected):
        counts = " / ".join(_read_as(reading) for reading in shown)
        with above:
            draw_picture(session, school_id, read, shown, counts or _("Arket er ikke forstået endnu."))
    return readied


def draw_sheet(session: Session, school_id: str, upload: Upload, reading: SheetReading) -> Readied | None:
    """One table of a sheet with its fields and questions; None for one that is left out."""
    key = f"{upload.name}/{reading.sheet}" + (f"/{reading.part}" if reading.part else "")
    if reading.part:
        st.markdown(f"**{as_text(reading.part)}**")
    if reading.kind == "unknown":
        for problem in reading.problems:
            st.warning(as_text(problem.message))
        return None
    conditions = conditions_lines([(p.label, p.conditions) for p in reading.pupils])
    if conditions:
        st.caption(as_text(_("Vilkår: {lines}.").format(lines="; ".join(conditions))))
    if reading.hidden and not st.checkbox(_("Arket er skjult. Tag det med."), key=f"{key}-hidden"):
        return None
    file_hash = upload.reading.sha256 if upload.reading else ""
    nothing = ImportOptions(person=session.scope.person)
    said_before = with_remembered(session.store, school_id, file_hash, reading, nothing)
    options = ask_context(session, reading, key, said_before)
    if reading.kind == "classlist":
        told = with_options(reading, options)
        _draw_problems(reading.problems)
        errors = any(p.severity == "error" for p in reading.problems)
        return Readied(upload, reading, options, not told.context_missing and not errors, shown=reading)
    before = answers_before(session, school_id, file_hash, reading, options)
    options, plan = _ask_all(session, school_id, reading, options, key, before)
    _draw_problems(tuple(p for p in plan.problems if not (p.severity == "question" and p.options)))
    _draw_missing(plan.reading.context_missing)
    # as the answers have it: a colour's level is seen in its cells at once, and what is asked is outlined
    shown = replace(plan.reading, problems=plan.problems)
    return Readied(upload, reading, options, plan.ready, shown=shown)


def _ask_all(
    session: Session,
    school_id: str,
    reading: SheetReading,
    options: ImportOptions,
    key: str,
    before: Mapping[str, str],
) -> tuple[ImportOptions, ImportPlan | RecordPlan]:
    """Asks what the sheet leaves open, and what an answer brings up in its turn; `before` is not asked."""
    asked: set[str] = set()
    while True:
        planned = plan_records if reading.kind in RECORDS else make_plan
        plan = planned(session.store, school_id, reading, options)
        # Whose the sheet is stands above, with the fields that belong to each answer.
        questions = (p for p in plan.problems if p.severity == "question" and p.options and p.code != SEVERAL)
        new = tuple(p for p in questions if question_key(p) not in asked)
        if not new:
            return options, plan
        answers = recall_or_ask(new, before, key)
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
    if reading.kind in RECORDS:
        return record_counts(reading)
    if reading.kind == "assessment":
        ratings = ngettext("{n} vurdering", "{n} vurderinger", values).format(n=values)
        klasser = [as_text(listed(reading.klasser))] if reading.klasser else []
        return " · ".join([_("**Vurderinger**"), *klasser, pupils, ratings, gaps])
    tasks = ngettext("{n} opgave", "{n} opgaver", len(reading.tasks)).format(n=len(reading.tasks))
    results = ngettext("{n} resultat", "{n} resultater", values).format(n=values)
    return " · ".join([_("**Prøve**"), pupils, tasks, results, gaps])


def _read_as(reading: SheetReading) -> str:
    """The same as plain words, with the table's name and how much there is to mend or answer."""
    said = _counts(reading).replace("**", "")
    errors = sum(p.severity == "error" for p in reading.problems)
    questions = sum(p.severity == "question" for p in reading.problems)
    if errors:
        said += " · " + ngettext("{n} fejl", "{n} fejl", errors).format(n=errors)
    if questions:
        said += " · " + ngettext("{n} spørgsmål", "{n} spørgsmål", questions).format(n=questions)
    return f"{reading.part}: {said}" if reading.part else said


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
        "period": _("periode"),
    }
    wanted = [word for name, word in names.items() if name in context]
    if "date" in context and "skoleaar" in context:
        wanted.remove(names["skoleaar"])
    if wanted:
        st.info(_("Udfyld {what}.").format(what=listed(wanted)))
