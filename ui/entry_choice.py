"""What is to be typed: the ratings of a round, with fields of one's own, or a test."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Final

import streamlit as st

from data_io.entries.class_tests import make_test, read_tasks, typeable_tests
from data_io.entries.model import EntryKind, What
from data_io.errors import KlasseblikError
from data_io.layouts.context import date_in
from data_io.layouts.word_lists import SUBJECTS
from data_io.layouts.words import clean
from data_io.queries import Klasse
from ui import keys
from ui.choice import choose_by_id, forget
from ui.formats import as_text, danish_date
from ui.session import Session

_KIND: Final = "entry-kind"
_OWN_FIELD: Final = "entry-own-field"
_NEW: Final = "entry-new-"  # of the fields of a new test
_TEST_SUBJECTS: Final = tuple(dict.fromkeys(s for s in SUBJECTS.values() if s != "social"))


def choose_kind() -> EntryKind:
    """Ratings or a test; an address that names a test opens on tests."""
    words: dict[EntryKind, str] = {"rating": _("Vurderinger"), "test": _("Prøve")}
    kinds: list[EntryKind] = list(words)
    if _KIND not in st.session_state:
        st.session_state[_KIND] = "test" if keys.TEST in st.query_params else "rating"
    chosen = st.segmented_control(
        _("Hvad skal indtastes?"), kinds, key=_KIND, required=True, format_func=words.__getitem__
    )
    return chosen or "rating"


def choose_round(session: Session, school_id: str, klasse: Klasse) -> What | None:
    """The round whose ratings are typed; the school's own rounds, and the usual two."""
    known = [row["name"] for row in session.store.rows("rounds", school_id=school_id)]
    folded = {name.casefold() for name in known}
    names = [*known, *(n for n in ("Efterår", "Forår") if n.casefold() not in folded)]
    forget(keys.ROUND, names)
    chosen = st.selectbox(
        _("Runde i {year}").format(year=klasse.skoleaar),
        names,
        index=None,
        key=keys.ROUND,
        placeholder=_("Vælg runde"),
        bind="query-params",
    )
    return What("rating", klasse.klasse_id, chosen) if chosen else None


def own_fields(klasse: Klasse) -> Sequence[str]:
    """The fields of one's own that were added for a class, and the way to add one."""
    name = f"entry-fields-{klasse.klasse_id}"
    with st.popover(_("Tilføj felt")):
        st.text_input(_("Feltets navn"), key=_OWN_FIELD, placeholder=_("fx engelsk eller læselyst"))
        st.button(_("Tilføj"), on_click=_add_field, args=(name,))
    fields: list[str] = st.session_state.get(name, [])
    return fields


def _add_field(name: str) -> None:
    said = clean(st.session_state[_OWN_FIELD]).casefold()
    if said:
        fields = st.session_state.get(name, [])
        st.session_state[name] = list(dict.fromkeys([*fields, SUBJECTS.get(said, said)]))
        st.session_state[_OWN_FIELD] = ""


def choose_test_to_type(session: Session, klasse: Klasse) -> What | None:
    """One of the class's own tests; a hold's are typed in the hold."""
    tests = typeable_tests(session.store, session.scope, klasse.klasse_id)
    labels = {t.test_id: f"{t.title} · {t.subject} · {danish_date(t.taken_on)}" for t in tests}
    chosen = choose_by_id(_("Prøve"), labels, keys.TEST, placeholder=_("Vælg prøve"))
    return What("test", klasse.klasse_id, chosen) if chosen else None


def offer_new_test(session: Session, school_id: str, klasse: Klasse) -> None:
    """The form of a new test: name, subject, day and its tasks, a line each."""
    with st.expander(_("Ny prøve")):
        name, subject, day = st.columns([3, 2, 2])
        name.text_input(_("Prøvens navn"), key=f"{_NEW}title")
        subject.selectbox(_("Fag"), _TEST_SUBJECTS, key=f"{_NEW}subject", format_func=str.capitalize)
        day.text_input(_("Prøvens dato"), key=f"{_NEW}day", placeholder=_("fx 14.1.2026"))
        st.text_area(
            _("Opgaver: en på hver linje"),
            key=f"{_NEW}tasks",
            placeholder=_("1a; 2; Algebra; Undersøg\n1b; 3; Algebra; Vis"),
            help=_(
                "Opgave; maksimum; fagområde; signalord. De to sidste kan udelades. "
                "Maksima alene, fx 2 2 3 4, giver opgave 1, 2, 3 og 4. "
                "Du kan også indsætte kolonner fra Excel."
            ),
        )
        st.button(_("Opret prøven"), on_click=_make_test, args=(session, school_id, klasse))
        if problem := st.session_state.pop(f"{_NEW}problem", None):
            st.error(as_text(problem))


def _make_test(session: Session, school_id: str, klasse: Klasse) -> None:
    said = st.session_state
    day = date_in(said[f"{_NEW}day"])
    if day is None:
        said[f"{_NEW}problem"] = _("Skriv prøvens dato, fx 14.1.2026.")
        return
    try:
        tasks = read_tasks(said[f"{_NEW}tasks"])
        test = (said[f"{_NEW}title"], said[f"{_NEW}subject"], day)
        made = make_test(session.store, session.scope, school_id, klasse, test, tasks)
    except KlasseblikError as error:
        said[f"{_NEW}problem"] = error.message
        return
    said[keys.TEST] = made
    said[f"{_NEW}title"] = said[f"{_NEW}day"] = said[f"{_NEW}tasks"] = ""
