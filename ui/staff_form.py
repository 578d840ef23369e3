"""The people of the school: putting them on, what they have, and when they leave."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from data_io.errors import KlasseblikError
from data_io.queries import Klasse
from data_io.staff import Staff, add_staff, rated_subjects, save_teaching, say_left
from metrics.levels import SUBJECT_ORDER
from ui import cached, keys
from ui.card import draw_heading
from ui.choice import chosen_klasse
from ui.days import read_day
from ui.formats import as_text, danish_date, listed
from ui.level_grid import subject_name
from ui.messages import say_next
from ui.session import Session
from ui.talk_data import today

_NAME = "staff-name"


def draw_new_person(session: Session, school_id: str) -> None:
    """The field for a name; a person who is there already is said."""
    row = st.form("new-staff", clear_on_submit=True, border=False)
    with row.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(_("Navn"), key=_NAME, max_chars=80, width=300)
        st.form_submit_button(_("Tilføj"), type="primary", on_click=_add, args=(session, school_id))
    refused = st.session_state.pop(keys.STAFF_REFUSED, None)
    if refused:
        st.error(as_text(refused))


def _add(session: Session, school_id: str) -> None:
    try:
        add_staff(session.store, school_id, st.session_state[_NAME], today())
    except KlasseblikError as error:
        st.session_state[keys.STAFF_REFUSED] = error.message


def draw_people(session: Session) -> None:
    """Everybody who is here with what they have this year, and below them who has left."""
    year = _year(session)
    classes = [klasse for klasse in cached.klasser(session) if klasse.skoleaar == year]
    here = [one for one in cached.staff(session) if one.here(today())]
    left = [one for one in cached.staff(session) if not one.here(today())]
    with st.container(border=True):
        draw_heading(_("Klasser og fag"), year or "")
        if not here:
            st.markdown(_("Der er ingen endnu. Skriv den første herover."))
        for person in here:
            _draw_person(session, person, classes)
    if left:
        with st.expander(_("Stoppet ({n})").format(n=len(left))):
            for person in left:
                _draw_left(session, person)


def _year(session: Session) -> str | None:
    """The school year of the choice, otherwise the newest with classes."""
    chosen = chosen_klasse(session)
    asked = st.session_state.get(keys.SKOLEAAR)
    years = [klasse.skoleaar for klasse in cached.klasser(session)]
    return chosen.skoleaar if chosen else asked or max(years, default=None)


def _draw_person(session: Session, person: Staff, classes: Sequence[Klasse]) -> None:
    subjects = list(dict.fromkeys([*SUBJECT_ORDER, *rated_subjects(session.store, session.scope)]))
    pairs = {
        (klasse.klasse_id, subject): f"{klasse.name} {subject_name(subject).lower()}"
        for klasse in classes
        for subject in subjects
    }
    own = [t for t in cached.teaching(session) if t.staff_id == person.staff_id]
    has = [(t.klasse_id, t.subject) for t in own if (t.klasse_id, t.subject) in pairs]
    key = f"teaches-{person.staff_id}-{classes[0].skoleaar if classes else ''}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.multiselect(
            as_text(person.name),
            list(pairs),
            default=sorted(has, key=list(pairs).index),
            format_func=lambda pair: pairs.get(pair, ""),
            placeholder=_("Vælg klasse og fag"),
            key=key,
            on_change=_save,
            args=(session, person, [klasse.klasse_id for klasse in classes], key),
            width=560,
        )
        with st.popover(_("Stopper")):
            day_key = f"last-day-{person.staff_id}"
            st.text_input(_("Sidste dag"), danish_date(today()), key=day_key)
            st.button(
                _("Gem sidste dag"),
                key=f"leave-{person.staff_id}",
                on_click=_leave,
                args=(session, person, day_key),
            )
    if person.left_on:
        st.caption(_("Stopper {day}.").format(day=danish_date(person.left_on)))


def _save(session: Session, person: Staff, klasse_ids: Sequence[str], key: str) -> None:
    save_teaching(session.store, session.scope, person.staff_id, klasse_ids, st.session_state[key])


def _leave(session: Session, person: Staff, key: str) -> None:
    try:
        day = read_day(st.session_state[key])
    except KlasseblikError as error:
        st.session_state[keys.STAFF_REFUSED] = error.message
        return
    say_left(session.store, person.staff_id, day)
    if day is not None:
        text = _("{name} stopper {day}. Aftaler og samtaler med navnet bliver stående.")
        say_next(text.format(name=person.name, day=danish_date(day)))


def _draw_left(session: Session, person: Staff) -> None:
    names = {klasse.klasse_id: klasse.name for klasse in cached.klasser(session)}
    own = [t for t in cached.teaching(session) if t.staff_id == person.staff_id]
    had = [f"{names[t.klasse_id]} {subject_name(t.subject).lower()}" for t in own if t.klasse_id in names]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        small = _("stoppet {day}").format(day=danish_date(person.left_on))
        small += _("; havde {what}").format(what=listed(had)) if had else ""
        st.markdown(f"{as_text(person.name)}  :small[:gray[{as_text(small)}]]", width="content")
        st.button(
            _("Er her igen"),
            key=f"back-{person.staff_id}",
            on_click=say_left,
            args=(session.store, person.staff_id, None),
        )
