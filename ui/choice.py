"""The choice of school year and class: in the frame, in the address, and only what one may see."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _

import streamlit as st

from data_io.queries import Klasse
from ui import cached, keys
from ui.class_buttons import draw_class_buttons
from ui.formats import as_text
from ui.session import Session


def choose_next(**choice: str) -> None:
    """Sets the choice for the next run, before its widgets are made."""
    st.session_state[keys.PENDING] = choice


def draw_choice(session: Session) -> None:
    """The choice in the sidebar; nothing is chosen until somebody does, or an address says so."""
    classes = cached.klasser(session)
    for name, value in st.session_state.pop(keys.PENDING, {}).items():
        st.session_state[name] = value
    if not classes:
        return
    st.caption(as_text(classes[0].school))
    years = list(dict.fromkeys(k.skoleaar for k in classes))
    forget(keys.SKOLEAAR, years)
    year = st.selectbox(
        _("Skoleår"), years, index=None, key=keys.SKOLEAAR, placeholder=_("Vælg skoleår"), bind="query-params"
    )
    names = [k.name for k in classes if k.skoleaar == year]
    forget(keys.KLASSE, names)
    st.selectbox(
        _("Klasse"),
        names,
        index=None,
        key=keys.KLASSE,
        placeholder=_("Vælg klasse"),
        bind="query-params",
        disabled=year is None,
    )


def forget(key: str, options: Sequence[str]) -> None:
    """Drops a choice that is not among the options: another year's class, or an edited address."""
    if st.session_state.get(key) is not None and st.session_state[key] not in options:
        del st.session_state[key]


def choose_by_id(
    label: str, texts: Mapping[str, str], key: str, *, placeholder: str | None = None
) -> str | None:
    """A choice among ids by their texts; the id stands in the address, since a name must not.

    With a placeholder nothing is chosen until somebody does; without one the first is.
    """
    ids = list(texts)
    forget(key, ids)
    asked = st.query_params.get(key)
    first = None if placeholder else 0
    chosen = st.selectbox(
        label,
        ids,
        index=ids.index(asked) if asked in ids else first,
        key=key,
        format_func=texts.__getitem__,
        placeholder=placeholder,
    )
    if chosen is not None:
        st.query_params[key] = chosen
    elif key in st.query_params:
        del st.query_params[key]
    return chosen


def chosen_klasse(session: Session) -> Klasse | None:
    """The chosen class, None while none is chosen."""
    year, name = st.session_state.get(keys.SKOLEAAR), st.session_state.get(keys.KLASSE)
    return next((k for k in cached.klasser(session) if (k.skoleaar, k.name) == (year, name)), None)


def klasse_or_ask(session: Session) -> Klasse:
    """The chosen class; without one the screen offers the classes and ends here."""
    klasse = chosen_klasse(session)
    if klasse is not None:
        return klasse
    classes = cached.klasser(session)
    if not classes:
        st.title(_("Ingen klasser endnu"), anchor=False)
        st.info(_("En klasse kommer til, når I læser et ark ind eller skriver en klasseliste."))
        st.page_link("pages/data/indlaes.py", label=_("Indlæs et ark"))
        st.page_link("pages/data/klasselister.py", label=_("Skriv en klasseliste"))
        st.stop()
    st.title(_("Vælg en klasse"), anchor=False)
    pressed = draw_class_buttons(classes)
    if pressed:
        choose_next(**choice_of(pressed))
        st.rerun()
    return st.stop()


def choice_of(klasse: Klasse) -> dict[str, str]:
    """The choice that a class is."""
    return {keys.SKOLEAAR: klasse.skoleaar, keys.KLASSE: klasse.name}


def school_or_ask(session: Session) -> str:
    """The school's id; without a school the screen leads to the start and ends here."""
    if session.school_id is not None:
        return session.school_id
    st.title(_("Skolen mangler et navn"), anchor=False)
    st.info(_("Giv først skolen et navn på Start."))
    st.page_link("pages/start/start.py", label=_("Til start"))
    return st.stop()
