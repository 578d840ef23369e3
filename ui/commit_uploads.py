"""The commit of what was uploaded, what it says, and the screen that opens afterwards."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from charts.template import number
from data_io.importing.commit import Committed
from data_io.importing.options import KlasseKey
from data_io.importing.run import SheetOutcome, class_lists, import_sheet
from ui import go, keys
from ui.class_lists import said_of
from ui.go import go_to
from ui.import_sheet import Readied
from ui.messages import say_next
from ui.session import Session

SHOWN_CHANGES = 5


def commit_all(session: Session, school_id: str, sheets: Sequence[Readied]) -> None:
    """Reads the sheets in, says what changed, and opens the screen of the last one."""
    committed: list[Committed] = []
    listed: list[KlasseKey] = []
    for sheet in sheets:
        if sheet.upload.reading is None:
            continue
        outcome = import_sheet(session.store, school_id, sheet.upload.reading, sheet.reading, sheet.options)
        _say(sheet, outcome)
        if outcome.committed:
            committed.append(outcome.committed)
        if outcome.class_lists:
            listed += class_lists(outcome.reading)
    st.session_state.pop(keys.UPLOADS, None)
    if committed:
        _open(committed[-1])
    if listed:
        go_to(go.KLASSELISTER, **{keys.SKOLEAAR: listed[0].skoleaar, keys.KLASSE: listed[0].name})
    st.rerun()


def _open(committed: Committed) -> None:
    choice = {keys.SKOLEAAR: committed.skoleaar, keys.KLASSE: committed.klasse}
    if committed.test_id:
        go_to(go.SIGNALORD, **choice, **{keys.TEST: committed.test_id})
    go_to(go.KLASSEOVERBLIK, **choice)


def _say(sheet: Readied, outcome: SheetOutcome) -> None:
    """One sentence a sheet: read, unchanged, corrected, or held back."""
    name = f"{sheet.upload.name}, {sheet.reading.sheet}"
    done = outcome.committed
    if outcome.class_lists:
        for key, saved in zip(class_lists(outcome.reading), outcome.class_lists, strict=True):
            say_next(said_of(saved, key))
    elif done is None:
        say_next(_("{name} er ikke læst ind.").format(name=name))
        for problem in outcome.blocking:
            say_next(problem.message)
    elif done.unchanged:
        say_next(_("{name} var læst i forvejen; intet er ændret.").format(name=name))
    else:
        say_next(_summary(name, done))


def _summary(name: str, done: Committed) -> str:
    values = ngettext("{n} resultat læst ind", "{n} resultater læst ind", done.values)
    if done.test_id is None:
        values = ngettext("{n} vurdering læst ind", "{n} vurderinger læst ind", done.values)
    said = f"{name}: {values.format(n=done.values)}"
    if done.missing:
        said += _(", {n} mangler").format(n=done.missing)
    if done.new_pupils:
        text = ngettext(", {n} ny elev", ", {n} nye elever", done.new_pupils)
        said += text.format(n=done.new_pupils)
    if not done.changes:
        return said + "."
    where = _("opgave {label}") if done.test_id else "{label}"
    shown = [
        f"{c.pupil}, {where.format(label=c.column)}: {_value(c.before)} → {_value(c.after)}"
        for c in done.changes[:SHOWN_CHANGES]
    ]
    more = len(done.changes) - len(shown)
    tail = _(" og {n} til").format(n=more) if more else ""
    return said + ". " + _("Rettet: {changes}{more}.").format(changes="; ".join(shown), more=tail)


def _value(value: float | None) -> str:
    return _("mangler") if value is None else number(value)
