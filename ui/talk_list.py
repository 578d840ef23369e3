"""The læringssamtaler: which is next, what each still needs, and the choice of one."""

import datetime
from gettext import gettext as _

import streamlit as st

from data_io.errors import KlasseblikError
from data_io.talks import Talk, remove_talk
from ui import cached, keys
from ui.card import draw_heading
from ui.choice import choose_by_id, choose_next
from ui.formats import as_text
from ui.messages import say_next
from ui.session import Session
from ui.talk_data import classes_of, prepared, today, whom
from ui.talk_words import day_with_weekday, missing_words, talk_label, when


def choose_talk(session: Session) -> Talk | None:
    """The chosen talk, by its id in the address; None while none is chosen."""
    found = {talk.talk_id: talk for talk in cached.talks(session)}
    if not found:
        return None
    texts = {talk_id: talk_label(talk, classes_of(session, talk)) for talk_id, talk in found.items()}
    chosen = choose_by_id(_("Samtale"), texts, keys.TALK, placeholder=_("Vælg samtale"))
    return found[chosen] if chosen else None


def coming_sentence(session: Session) -> tuple[str, str]:
    """The next talk and how many come after it."""
    coming, earlier = _parted(session)
    if not coming:
        return _("Der er ingen kommende samtaler."), _("Opret den første herunder.") if not earlier else ""
    talk = coming[0]
    found = prepared(session, talk)
    text = _("Næste samtale er om {whom} {when}; frist {due}.")
    said = text.format(whom=whom(found.classes), when=when(talk), due=day_with_weekday(found.due))
    return said, missing_words(found.missing) if found.missing else _("Alle vurderinger er givet.")


def draw_talks(session: Session) -> None:
    """The coming talks with what each needs, and earlier ones folded."""
    coming, earlier = _parted(session)
    if coming:
        with st.container(border=True):
            draw_heading(_("Kommende samtaler"))
            for talk in coming:
                _draw_talk(session, talk)
    if earlier:
        with st.expander(_("Tidligere samtaler ({n})").format(n=len(earlier))):
            for talk in reversed(earlier):
                _draw_talk(session, talk)


def _parted(session: Session) -> tuple[list[Talk], list[Talk]]:
    now: datetime.date = today()
    found = cached.talks(session)
    coming = [talk for talk in found if talk.closed_at is None and talk.plan.day >= now]
    return coming, [talk for talk in found if talk not in coming]


def _draw_talk(session: Session, talk: Talk) -> None:
    found = prepared(session, talk)
    missing = missing_words(found.missing) if found.missing else _("intet mangler")
    small = _("frist {due}, {missing}").format(due=day_with_weekday(found.due), missing=missing)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        title = f"**{as_text(talk_label(talk, found.classes))}**"
        theme = f" · {as_text(talk.plan.theme)}" if talk.plan.theme else ""
        st.markdown(f"{title}{theme}  :small[:gray[{as_text(small)}]]", width="content")
        st.button(_("Forbered"), key=f"prepare-{talk.talk_id}", on_click=_open, args=(talk.talk_id,))


def _open(talk_id: str) -> None:
    choose_next(**{keys.TALK: talk_id})


def draw_way_back() -> None:
    """The way from one talk to all of them."""
    st.button(_("Alle samtaler"), on_click=_show_all)


def _show_all() -> None:
    st.session_state[keys.TALK] = None
    st.query_params.pop(keys.TALK, None)


def draw_removal(session: Session, talk: Talk) -> None:
    """Taking a talk back, asked about first; one that has been held stays."""
    if talk.closed_at is not None:
        return
    with st.popover(_("Fjern samtalen")):
        st.markdown(_("Samtalen og det, der er bestemt om den, slettes. Elever og vurderinger bliver."))
        st.button(_("Ja, fjern den"), key=f"remove-{talk.talk_id}", on_click=_remove, args=(session, talk))


def _remove(session: Session, talk: Talk) -> None:
    try:
        remove_talk(session.store, talk)
    except KlasseblikError as error:
        say_next(error.message)
        return
    say_next(_("Samtalen er fjernet."))
