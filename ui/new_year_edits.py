"""What somebody says otherwise than foreseen, kept in the session until the school year is made."""

from dataclasses import replace
from gettext import gettext as _

import streamlit as st

from data_io.errors import KlasseblikError
from data_io.new_year import create_year, newcomer, spelt, year_after
from data_io.new_year_made import undo_year
from metrics.new_year import Edits
from ui import keys
from ui.messages import say_next
from ui.new_year_words import classes_said, pupils_said
from ui.session import Session


def edits_of(skoleaar: str) -> Edits:
    """What was said of a year in this session."""
    kept: dict[str, Edits] = st.session_state.setdefault(keys.NEW_YEAR, {})
    return kept.get(skoleaar, Edits())


def keep(skoleaar: str, edits: Edits) -> None:
    """Keeps what is said of a year."""
    st.session_state.setdefault(keys.NEW_YEAR, {})[skoleaar] = edits


def becomes_typed(skoleaar: str, klasse_id: str, key: str) -> None:
    """Keeps what was typed of a class: one name, several with commas between, or nothing."""
    edits = edits_of(skoleaar)
    names = tuple(dict.fromkeys(spelt(n) for n in st.session_state[key].split(",") if n.strip()))
    keep(skoleaar, replace(edits, becomes={**edits.becomes, klasse_id: names}))
    st.session_state[key] = ", ".join(names)


def place_chosen(skoleaar: str, pupils_key: str, to: str | None) -> None:
    """Gives the chosen pupils a class of their own, or lets them leave; the choice is empty after."""
    edits = edits_of(skoleaar)
    name = spelt(to) if to else None
    placed = dict.fromkeys(st.session_state[pupils_key], name)
    keep(skoleaar, replace(edits, placed={**edits.placed, **placed}))
    st.session_state[pupils_key] = []


def unplace(skoleaar: str, pupil_id: str) -> None:
    """Lets a pupil follow their class again."""
    edits = edits_of(skoleaar)
    keep(skoleaar, replace(edits, placed={p: to for p, to in edits.placed.items() if p != pupil_id}))


def add_newcomer(skoleaar: str, name_key: str, login_key: str, klasse_key: str) -> None:
    """Adds the pupil that was typed; what is missing is said, and what was typed stays."""
    typed = (st.session_state[key] or "" for key in (name_key, login_key, klasse_key))
    try:
        one = newcomer(*typed)
    except KlasseblikError as error:
        st.session_state[keys.NEW_YEAR_WRONG] = error.message
        return
    edits = edits_of(skoleaar)
    if one not in edits.newcomers:
        keep(skoleaar, replace(edits, newcomers=(*edits.newcomers, one)))
    st.session_state[name_key] = st.session_state[login_key] = ""


def drop_newcomer(skoleaar: str, number: int) -> None:
    """Takes a typed pupil away again."""
    edits = edits_of(skoleaar)
    left = tuple(one for i, one in enumerate(edits.newcomers) if i != number)
    keep(skoleaar, replace(edits, newcomers=left))


def make(session: Session, school_id: str, skoleaar: str) -> None:
    """Makes the school year, and says what was made."""
    try:
        year = create_year(session.store, session.scope, school_id, skoleaar, edits_of(skoleaar))
    except KlasseblikError as error:
        st.session_state[keys.NEW_YEAR_WRONG] = error.message
        return
    keep(skoleaar, Edits())
    text = _("Skoleåret {year} er oprettet: {klasser} med {elever}.")
    filled = [k for k in year.klasser if k.size]
    counted = {"klasser": classes_said(len(filled)), "elever": pupils_said(sum(k.size for k in filled))}
    say_next(text.format(year=year_after(skoleaar), **counted))


def take_back(session: Session, school_id: str, skoleaar: str) -> None:
    """Takes the made school year back, and says so."""
    try:
        undo_year(session.store, school_id, skoleaar)
    except KlasseblikError as error:
        st.session_state[keys.NEW_YEAR_WRONG] = error.message
        return
    say_next(_("Skoleåret {year} er taget tilbage.").format(year=year_after(skoleaar)))
