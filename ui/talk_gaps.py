"""What a læringssamtale still lacks by class and subject, and whose it is to give: told to them alone."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from metrics.preparation import Gap
from ui import cached, go, keys
from ui.card import draw_heading
from ui.choice import choice_of
from ui.formats import as_text, listed
from ui.go import go_to
from ui.level_grid import subject_name
from ui.session import Session
from ui.talk_data import Prepared, today
from ui.talk_words import gap_names, gap_words

_WHO = "who-are-you"


def draw_gaps(session: Session, found: Prepared) -> None:
    """What is missing, one's own first; nobody sees what another person is late with."""
    with st.container(border=True):
        round_name = f"{found.talk.round_name} {found.classes[0].skoleaar}"
        small = _("{round}; en elev, der med en grund ikke er vurderet, mangler ikke").format(
            round=round_name
        )
        draw_heading(_("Det mangler"), small)
        if not found.gaps:
            st.markdown(_("Alle vurderinger er givet."))
            return
        own = _own_gaps(session, found)
        others = [gap for gap in found.gaps if gap not in own]
        if own:
            st.markdown(_("**Dine**"))
            _draw(found, own)
        if others:
            if own:
                st.markdown(_("**Andre fag og klasser**"))
            _draw(found, others)
        _draw_nobody(session, found)


def _own_gaps(session: Session, found: Prepared) -> list[Gap]:
    """The gaps of whoever says who they are; the answer is kept for the session and stands in no address."""
    people = {one.staff_id: one.name for one in cached.staff(session) if one.here(today())}
    if not people:
        return []
    # a widget's own state ends when its screen is left
    if st.session_state.get(_WHO) is None and st.session_state.get(keys.WHO) in people:
        st.session_state[_WHO] = st.session_state[keys.WHO]
    who = st.selectbox(
        _("Hvem er du?"),
        list(people),
        index=None,
        format_func=lambda staff_id: people[staff_id],
        placeholder=_("Vælg dit navn for at se dine egne"),
        key=_WHO,
        on_change=_keep_who,
        width=320,
    )
    if who is None:
        return []
    mine = {(t.klasse_id, t.subject) for t in cached.teaching(session) if t.staff_id == who}
    own = [gap for gap in found.gaps if (gap.klasse_id, gap.subject) in mine]
    if not own:
        st.markdown(_("Du mangler ikke noget til denne samtale."))
    return own


def _keep_who() -> None:
    st.session_state[keys.WHO] = st.session_state[_WHO]


def _draw(found: Prepared, gaps: Sequence[Gap]) -> None:
    for gap in gaps:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            names = as_text(gap_names(gap))
            st.markdown(f"{as_text(gap_words(gap))}  :small[:gray[{names}]]", width="content")
            klasse = next(k for k in found.classes if k.klasse_id == gap.klasse_id)
            if st.button(_("Åbn {klasse}").format(klasse=klasse.name), key=f"{gap.klasse_id}-{gap.subject}"):
                go_to(go.INDTAST, **choice_of(klasse), **{keys.ROUND: found.talk.round_name})


def _draw_nobody(session: Session, found: Prepared) -> None:
    """Says which class and subject nobody who is here stands for, so that somebody is told next time."""
    here = {one.staff_id for one in cached.staff(session) if one.here(today())}
    taken = {(t.klasse_id, t.subject) for t in cached.teaching(session) if t.staff_id in here}
    nobody = [gap for gap in found.gaps if (gap.klasse_id, gap.subject) not in taken]
    if not nobody:
        return
    words = listed([f"{gap.klasse} {subject_name(gap.subject).lower()}" for gap in nobody])
    st.caption(as_text(_("Ingen er skrevet på {words}.").format(words=words)))
    st.page_link(go.PERSONALE, label=_("Skriv på Personale, hvem der har hvad"))
