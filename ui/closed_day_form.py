"""The school's closed days: adding some, and opening again."""

from gettext import gettext as _

import streamlit as st

from data_io.closed_days import Closed, add_closed_days, remove_closed_days
from data_io.errors import KlasseblikError
from ui import cached, keys
from ui.card import draw_heading
from ui.days import read_day
from ui.formats import as_text, danish_date
from ui.session import Session
from ui.talk_data import today

_FIRST, _LAST, _WHY = "closed-first", "closed-last", "closed-why"


def draw_closed_days(session: Session, school_id: str) -> None:
    """The days the school is closed from now on, earlier ones folded, and the fields for more."""
    with st.container(border=True):
        draw_heading(_("Skolens lukkedage"), _("weekender og helligdage er kendt; skriv ferier og lukkedage"))
        row = st.form("closed-days", border=False)
        with row.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(_("Fra og med"), key=_FIRST, placeholder=_("fx 12.10.2026"), width=150)
            st.text_input(_("Til og med"), key=_LAST, placeholder=_("tom: kun den ene dag"), width=180)
            st.text_input(_("Hvad"), key=_WHY, placeholder=_("fx efterårsferie"), width=220)
            st.form_submit_button(_("Tilføj dagene"), on_click=_add, args=(session, school_id))
        refused = st.session_state.pop(keys.CLOSED_REFUSED, None)
        if refused:
            st.error(as_text(refused))
        found = cached.closed_days(session)
        coming = [closed for closed in found if closed.last >= today()]
        for closed in coming:
            _draw(session, school_id, closed)
        if not coming:
            st.caption(_("Der er ingen kommende lukkedage."))
    earlier = [closed for closed in found if closed not in coming]
    if earlier:
        with st.expander(_("Tidligere lukkedage ({n})").format(n=len(earlier))):
            for closed in reversed(earlier):
                _draw(session, school_id, closed)


def _add(session: Session, school_id: str) -> None:
    state = st.session_state
    try:
        first, last = read_day(state[_FIRST]), read_day(state[_LAST])
        add_closed_days(session.store, school_id, first, last, state[_WHY])
    except KlasseblikError as error:
        state[keys.CLOSED_REFUSED] = error.message
        return
    # only what was taken is cleared: what was refused stays to be put right
    for field in (_FIRST, _LAST, _WHY):
        state[field] = ""


def _draw(session: Session, school_id: str, closed: Closed) -> None:
    days = danish_date(closed.first)
    if closed.last != closed.first:
        days = _("{first} til {last}").format(first=days, last=danish_date(closed.last))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"{as_text(closed.why)}  :small[:gray[{days}]]", width="content")
        st.button(
            _("Fjern"),
            key=f"open-{closed.first.isoformat()}",
            on_click=remove_closed_days,
            args=(session.store, school_id, closed),
        )
