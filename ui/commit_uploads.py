"""The commit of what was uploaded, what it says, and the screen that opens afterwards."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from charts.template import number
from data_io.importing.class_list import class_lists
from data_io.importing.options import KlasseKey
from data_io.importing.record_sheets import RECORDS
from data_io.importing.run import SheetOutcome, import_sheet
from data_io.importing.staging import Committed
from ui import go, keys
from ui.class_lists import said_of
from ui.go import go_to
from ui.import_sheet import Readied
from ui.mapping import forget_corrections
from ui.messages import say_next
from ui.record_form import record_summary
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
    forget_corrections()
    if committed:
        _open(committed[-1])
    if listed:
        go_to(go.KLASSELISTER, **{keys.SKOLEAAR: listed[0].skoleaar, keys.KLASSE: listed[0].name})
    st.rerun()


def _open(committed: Committed) -> None:
    choice = {keys.SKOLEAAR: committed.skoleaar, keys.KLASSE: committed.klasse}
    if committed.test_id:
        go_to(go.SIGNALORD, **choice, **{keys.TEST: committed.test_id})
    go_to(go.FRAVAER if committed.kind in RECORDS else go.KLASSEOVERBLIK, **choice)


def _say(sheet: Readied, outcome: SheetOutcome) -> None:
    for sentence in sentences_of(f"{sheet.upload.name}, {sheet.reading.sheet}", outcome):
        say_next(sentence)


def sentences_of(name: str, outcome: SheetOutcome) -> list[str]:
    """What became of a sheet: read, unchanged, corrected, or held back."""
    done = outcome.committed
    if outcome.class_lists:
        lists = zip(class_lists(outcome.reading), outcome.class_lists, strict=True)
        return [said_of(saved, key) for key, saved in lists]
    if done is None:
        held = _("{name} er ikke læst ind.").format(name=name)
        return [held, *(problem.message for problem in outcome.blocking)]
    if done.unchanged:
        return [_("{name} var læst i forvejen; intet er ændret.").format(name=name)]
    return [_summary(name, done)]


def _summary(name: str, done: Committed) -> str:
    values = ngettext("{n} resultat læst ind", "{n} resultater læst ind", done.values)
    if done.kind in RECORDS:
        values = record_summary(done)
    elif done.test_id is None:
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
