"""What the class list's screen asks of the store, and what it says when a list is saved."""

import datetime
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.importing.options import KlasseKey
from data_io.layouts.context import klasse_name, skoleaar_of, years_before
from data_io.school import ListedPupil, ListSaved
from metrics.model import Pupil
from ui import cached
from ui.choice import chosen_klasse
from ui.session import Session


def school_years() -> list[str]:
    """This school year, the next one, and four back; newest first."""
    today = datetime.datetime.now(datetime.UTC).date()
    return [years_before(skoleaar_of(today), back) for back in range(-1, 5)]


def choose_class_key(session: Session) -> KlasseKey | None:
    """The class a list is for: the chosen one, or one that is typed in."""
    chosen = chosen_klasse(session)
    years = school_years()
    if chosen and chosen.skoleaar not in years:
        years.append(chosen.skoleaar)
    with st.container(horizontal=True):
        at = years.index(chosen.skoleaar) if chosen else 1
        year = st.selectbox(_("Listens skoleår"), years, index=at, width=160)
        typed = st.text_input(
            _("Listens klasse"), chosen.name if chosen else "", placeholder="7.A", width=160
        )
    if not typed.strip():
        return None
    name = klasse_name(typed) or typed.strip()
    return KlasseKey(name, year)


def _klasse_id(session: Session, key: KlasseKey) -> str | None:
    found = (k for k in cached.klasser(session) if (k.name, k.skoleaar) == key)
    return next((k.klasse_id for k in found), None)


def listed_rows(session: Session, key: KlasseKey) -> list[ListedPupil]:
    """The class list as it is; empty for a class that has none."""
    klasse_id = _klasse_id(session, key)
    if klasse_id is None:
        return []
    rows = session.store.rows("pupils_of_klasser", klasse_ids=[klasse_id])
    return [ListedPupil(r["name"], r["unilogin"]) for r in rows if r["listed"]]


def provisional(session: Session, key: KlasseKey) -> tuple[list[Pupil], list[Pupil]]:
    """The class's pupils that no list has confirmed, and those one has."""
    klasse_id = _klasse_id(session, key)
    pupils = cached.pupils(session, klasse_id) if klasse_id else []
    return [p for p in pupils if not p.confirmed], [p for p in pupils if p.confirmed]


def said_of(saved: ListSaved, key: KlasseKey) -> str:
    """What saving a class list did, in one or two sentences."""
    said = _("Klasselisten for {klasse} {year} er gemt.").format(klasse=key.name, year=key.skoleaar)
    if saved.confirmed:
        text = ngettext("{n} elev var kendt i forvejen.", "{n} elever var kendt i forvejen.", saved.confirmed)
        said += " " + text.format(n=saved.confirmed)
    if saved.unlinked:
        names = ", ".join(name for _pupil_id, name in saved.unlinked)
        said += " " + _("Endnu ubekræftet: {names}.").format(names=names)
    if saved.left:
        names = ", ".join(name for _pupil_id, name in saved.left)
        said += " " + _("Ikke længere i klassen: {names}.").format(names=names)
    return said
