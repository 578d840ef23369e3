"""Whether a test's sheet is a class's or a hold's, and what a hold is: its name, teacher and dates."""

from gettext import gettext as _

import streamlit as st

from data_io.holds import Hold, hold_of_klasse, save_hold
from data_io.importing.options import ImportOptions, question_key
from data_io.layouts.context import date_in
from data_io.layouts.give_context import SEVERAL, suggested_hold
from data_io.layouts.reading import Problem, SheetReading
from ui.choice import chosen_klasse
from ui.formats import as_text, danish_date
from ui.messages import say_next
from ui.session import Session

KLASSE, HOLD, KLASSER = "klasse", "hold", "klasser"


def ask_owner(reading: SheetReading, key: str, before: ImportOptions) -> str | None:
    """Whose the sheet is: a class's, a hold's, or several classes' at once; None until somebody says.

    Only a sheet whose pupils stand under several classes has no answer of its own.
    """
    if reading.kind != "test":
        return KLASSE
    several = next((p for p in reading.problems if p.code == SEVERAL), None)
    texts = {KLASSE: _("En klasse"), HOLD: _("Et hold")}
    said: str | None = HOLD if before.hold else KLASSE
    label = _("Arket er fra")
    if several is not None:
        texts, said = dict(several.options), _said_before(several, before)
        label = as_text(several.message)
    chosen = st.segmented_control(
        label,
        list(texts),
        default=said,
        required=several is None,
        key=f"{key}-owner",
        format_func={code: as_text(text) for code, text in texts.items()}.__getitem__,
    )
    return str(chosen) if chosen else None


def _said_before(several: Problem, before: ImportOptions) -> str | None:
    if before.hold:
        return HOLD
    said = before.answers.get(question_key(several)) or before.answers.get(SEVERAL)
    return said if said in (HOLD, KLASSER) else None


def ask_hold(
    session: Session, reading: SheetReading, key: str, before: ImportOptions
) -> tuple[str, str | None]:
    """The hold's name, one the school has or a new one, and who teaches it."""
    rows = session.store.rows("klasser_of_school", school_id=session.school_id)
    known = [r["name"] for r in rows if r["is_hold"] and session.scope.sees(r["klasse_id"])]
    offered = before.hold or suggested_hold(reading)
    picked = st.selectbox(
        _("Holdets navn"),
        list(dict.fromkeys([offered, *sorted(known)])),
        index=0,
        key=f"{key}-hold",
        accept_new_options=True,
        width=180,
    )
    teacher = st.text_input(_("Holdets lærer"), key=f"{key}-teacher", width=150)
    return picked or offered, teacher.strip() or None


def draw_hold_facts(session: Session) -> None:
    """Who teaches the chosen hold and when; nothing where a class is chosen."""
    klasse = chosen_klasse(session)
    hold = hold_of_klasse(session.store, session.scope, klasse.klasse_id) if klasse else None
    if klasse is None or hold is None:
        return
    dates = [danish_date(day) if day else "" for day in (hold.from_date, hold.to_date)]
    with st.form(f"hold-{klasse.klasse_id}"):
        st.markdown(_("**Holdet {name}**").format(name=as_text(klasse.name)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            teacher = st.text_input(_("Lærer"), hold.teacher or "", width=200)
            first = st.text_input(_("Fra"), dates[0], placeholder=_("fx 14.1.2026"), width=120)
            last = st.text_input(_("Til"), dates[1], placeholder=_("fx 14.6.2026"), width=120)
            saved = st.form_submit_button(_("Gem holdet"))
    if saved:
        save_hold(
            session.store, klasse.klasse_id, Hold(teacher.strip() or None, date_in(first), date_in(last))
        )
        say_next(_("Holdet {name} er gemt.").format(name=klasse.name))
        st.rerun()
