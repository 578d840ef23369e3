"""Who is discussed at a læringssamtale: suggested or put on by the team; the rest folded together."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from data_io.talks import mark_pupil
from metrics.preparation import DISCUSS, NO_REMARKS, Line, Mark
from ui.card import draw_heading
from ui.formats import as_text, listed
from ui.session import Session
from ui.talk_data import Prepared
from ui.talk_words import line_words


def draw_pupils(session: Session, found: Prepared) -> None:
    """Those to discuss with why, and those without remarks, folded."""
    if not found.lines:
        return
    with st.container(border=True):
        heading = _("Skal drøftes ({n})").format(n=len(found.discussed))
        draw_heading(heading, _("foreslået: to niveauer ned, fald til 1–2, eller 1–2 uden vurdering sidst"))
        for klasse in found.classes:
            _draw_klasse(session, found, [one for one in found.discussed if one.klasse == klasse.name])
        if not found.discussed:
            st.markdown(_("Ingen er foreslået. Sæt en elev på herunder."))
        _draw_gone(found)
    with st.expander(_("Ingen bemærkninger ({n})").format(n=len(found.rest))):
        _draw_rest(session, found)


def _draw_klasse(session: Session, found: Prepared, lines: Sequence[Line]) -> None:
    if not lines:
        return
    st.markdown(f"**{as_text(lines[0].klasse)}**")
    with st.container(gap="xsmall"):
        for line in lines:
            pupil_id = line.pupil.pupil_id
            why = line_words(line, found.decided.get(pupil_id))
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.checkbox(
                    as_text(line.pupil.name),
                    value=True,
                    key=_key(found, line),
                    on_change=_mark,
                    args=(session, found, pupil_id, NO_REMARKS),
                    width="content",
                )
                st.markdown(f":small[:gray[{as_text(why)}]]", width="content")


def _key(found: Prepared, line: Line) -> str:
    """A box's name: a new one after every decision, so that it is ticked when the pupil is back."""
    decided = found.decided.get(line.pupil.pupil_id)
    moment = decided.marked_at.isoformat() if decided else ""
    return f"discuss-{found.talk.talk_id}-{line.pupil.pupil_id}-{moment}"


def _mark(session: Session, found: Prepared, pupil_id: str, mark: Mark) -> None:
    mark_pupil(session.store, session.scope, found.talk, pupil_id, mark)


def _draw_gone(found: Prepared) -> None:
    """Says who was put on the list and is in none of the talk's classes any more."""
    names = [one.pupil.name for one in found.gone if one.mark == DISCUSS]
    if names:
        text = _("Var sat på, men går ikke længere i samtalens klasser: {names}.")
        st.caption(as_text(text.format(names=listed(names))))


def _draw_rest(session: Session, found: Prepared) -> None:
    for klasse in found.classes:
        names = [line.pupil.name for line in found.rest if line.klasse == klasse.name]
        if names:
            st.markdown(f"**{as_text(klasse.name)}**  :small[{as_text(' · '.join(names))}]")
    for line in found.rest:
        if line.reasons:
            why = line_words(line, found.decided.get(line.pupil.pupil_id))
            st.caption(as_text(f"{line.pupil.name}: {why}"))
    _draw_adding(session, found)


def _draw_adding(session: Session, found: Prepared) -> None:
    """Putting on somebody whom the levels do not point at."""
    names = {line.pupil.pupil_id: f"{line.pupil.name}, {line.klasse}" for line in found.rest}
    if not names:
        return
    own = found.talk.talk_id
    with st.form(f"add-{own}", clear_on_submit=True, border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                _("Sæt en elev på"),
                list(names),
                index=None,
                format_func=lambda pupil_id: names.get(pupil_id, ""),
                placeholder=_("Vælg elev"),
                key=f"add-{own}-pupil",
                width=300,
            )
            st.text_input(_("Hvorfor (kan udelades)"), key=f"add-{own}-why", max_chars=200, width=320)
            st.form_submit_button(_("Skal drøftes"), on_click=_add, args=(session, found))
        st.caption(_("Skriv, hvad I vil tale om. Ikke diagnoser, familieforhold eller underretninger."))


def _add(session: Session, found: Prepared) -> None:
    own = found.talk.talk_id
    pupil_id, why = st.session_state[f"add-{own}-pupil"], st.session_state[f"add-{own}-why"]
    if pupil_id:
        mark_pupil(session.store, session.scope, found.talk, pupil_id, DISCUSS, why)
