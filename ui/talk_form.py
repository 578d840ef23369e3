"""Making a læringssamtale, or saying anew what is planned for it."""

import datetime
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from gettext import gettext as _

import streamlit as st

from data_io.errors import KlasseblikError
from data_io.queries import Klasse
from data_io.talks import RatingRound, Talk, TalkPlan, rounds, save_talk
from metrics.preparation import is_working_day, usual_round
from ui import cached, keys
from ui.choice import choose_next, chosen_klasse
from ui.days import read_day
from ui.formats import as_text, danish_date
from ui.messages import say_next
from ui.session import Session
from ui.talk_data import days_closed, today

USUAL_MINUTES = 105


@dataclass(frozen=True)
class Place:
    """Where a form's fields are: `own` tells one talk's fields from another's."""

    session: Session
    school_id: str
    talk: Talk | None

    def key(self, field: str) -> str:
        """A field's name in the session."""
        return f"talk-{self.talk.talk_id if self.talk else 'new'}-{field}"

    def said(self, field: str) -> object:
        """What stands in a field now."""
        return st.session_state.get(self.key(field))


def draw_talk_form(session: Session, school_id: str, talk: Talk | None = None) -> None:
    """The fields of a talk, new or known, and the button that saves it."""
    place = Place(session, school_id, talk)
    classes = _choose_classes(place)
    if not classes:
        return
    plan = talk.plan if talk else None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            _("Dato"),
            danish_date(plan.day) if plan else "",
            placeholder=_("fx 1.12.2026"),
            key=place.key("day"),
            width=150,
        )
        st.time_input(_("Klokken"), plan.starts_at if plan else None, key=place.key("clock"), width=120)
        minutes = plan.minutes if plan else USUAL_MINUTES
        st.number_input(_("Minutter"), 1, 600, minutes, 15, key=place.key("minutes"), width=150)
        _choose_round(place, classes)
    st.text_input(_("Tema"), plan.theme if plan else "", key=place.key("theme"), max_chars=120)
    lines = "\n".join(plan.agenda) if plan else _("Temaet\nKlasse for klasse\nAftaler og opfølgning")
    st.text_area(_("Dagsorden, et punkt på hver linje"), lines, key=place.key("agenda"), height=110)
    _choose_people(place)
    past = _ask_about_the_day(place)
    _draw_refusal()
    label = _("Gem samtalen") if talk else _("Opret samtalen")
    st.button(
        label,
        type="primary",
        key=place.key("save"),
        on_click=_save,
        args=(place,),
        disabled=past and not place.said("held"),
    )


def _choose_classes(place: Place) -> list[Klasse]:
    """The classes of a year group, all of them until somebody takes one out."""
    known = cached.klasser(place.session)
    groups = list(dict.fromkeys((k.skoleaar, k.trin) for k in known if k.trin is not None))
    if not groups:
        st.info(_("En samtale kræver en klasse. Skriv en klasseliste, eller læs et ark ind."))
        return []
    groups.sort(key=lambda group: (-int(group[0][:4]), group[1] or 0))
    by_id = {klasse.klasse_id: klasse for klasse in known}
    own = [by_id[i] for i in place.talk.plan.klasse_ids if i in by_id] if place.talk else []
    first = own[0] if own else chosen_klasse(place.session)
    at = (first.skoleaar, first.trin) if first else groups[0]
    year, trin = st.selectbox(
        _("Årgang"),
        groups,
        index=groups.index(at) if at in groups else 0,
        format_func=lambda g: _("{trin}. årgang {year}").format(trin=g[1], year=g[0]),
        key=place.key("group"),
        width=240,
    )
    inside = {k.klasse_id: k for k in known if (k.skoleaar, k.trin) == (year, trin)}
    chosen = [klasse.klasse_id for klasse in own if klasse.klasse_id in inside]
    picked = st.multiselect(
        _("Klasser"),
        list(inside),
        default=chosen or list(inside),
        format_func=lambda klasse_id: inside[klasse_id].name,
        placeholder=_("Vælg klasser"),
        key=place.key(f"klasser-{year}-{trin}"),
    )
    st.session_state[place.key("klasse_ids")] = tuple(picked)
    return list(inside.values())


def _choose_round(place: Place, classes: Sequence[Klasse]) -> None:
    """The rating round: as planned, or the one such classes have at that time of the year."""
    ids = [klasse.klasse_id for klasse in classes]
    every = rounds(place.session.store, place.session.scope, place.school_id, ids)
    named = {one.round_id: one.name for one in every}
    planned = place.talk.plan.round_id if place.talk else _usual(place, every, classes[0].skoleaar)
    at = list(named).index(planned) if planned in named else 0
    st.selectbox(
        _("Vurderinger fra"),
        list(named),
        index=at,
        format_func=lambda round_id: named[round_id],
        key=place.key(f"round-{planned}"),
        width=180,
    )
    st.session_state[place.key("round_id")] = place.said(f"round-{planned}")


def _usual(place: Place, every: Sequence[RatingRound], skoleaar: str) -> str | None:
    used = [(one.round_id, one.position) for one in every if one.used]
    named = used or [(one.round_id, one.position) for one in every]
    return usual_round(named, _typed_day(place) or today(), skoleaar)


def _choose_people(place: Place) -> None:
    """Who takes part: those at the school that day, and who was chosen already."""
    day = _typed_day(place) or today()
    chosen = place.talk.plan.staff_ids if place.talk else ()
    people = {p.staff_id: p.name for p in cached.staff(place.session) if p.here(day) or p.staff_id in chosen}
    if not people:
        st.caption(_("Deltagerne kan vælges, når de er skrevet ind på skærmen Personale."))
        return
    st.multiselect(
        _("Deltagere"),
        list(people),
        default=[staff_id for staff_id in chosen if staff_id in people],
        format_func=lambda staff_id: people[staff_id],
        placeholder=_("Vælg navne"),
        key=place.key("people"),
    )


def _ask_about_the_day(place: Place) -> bool:
    """Says what is odd about the typed day; True for one in the past, which is asked about."""
    day = _typed_day(place)
    if day is None:
        return False
    if not is_working_day(day, days_closed(place.session)):
        st.caption(_("{day} er ikke en skoledag.").format(day=danish_date(day)))
    past = day < today()
    if past:
        st.checkbox(
            _("Datoen er gået. Samtalen er holdt, og jeg vil skrive noter til den"), key=place.key("held")
        )
    return past


def _typed_day(place: Place) -> datetime.date | None:
    with suppress(KlasseblikError):
        return read_day(str(place.said("day") or ""))
    return None


def _save(place: Place) -> None:
    """Saves what stands in the fields; what is wrong with it is said on the same screen."""
    try:
        day = read_day(str(place.said("day") or ""))
        if day is None:
            raise KlasseblikError("no_day", _("Skriv samtalens dato, fx 1.12.2026."))
        session, talk = place.session, place.talk
        plan = _plan(place, day)
        held = bool(place.said("held"))
        talk_id = talk.talk_id if talk else None
        saved = save_talk(
            session.store, session.scope, place.school_id, plan, today(), talk_id=talk_id, held=held
        )
    except KlasseblikError as error:
        st.session_state[keys.TALK_REFUSED] = error.message
        return
    choose_next(**{keys.TALK: saved})
    say_next(_("Samtalen {day} er gemt.").format(day=danish_date(day)))


def _plan(place: Place, day: datetime.date) -> TalkPlan:
    state = st.session_state
    return TalkPlan(
        day,
        state[place.key("round_id")],
        state[place.key("klasse_ids")],
        state[place.key("theme")],
        state[place.key("clock")],
        int(state[place.key("minutes")]),
        tuple(state[place.key("agenda")].splitlines()),
        tuple(state.get(place.key("people"), ())),
    )


def _draw_refusal() -> None:
    refused = st.session_state.pop(keys.TALK_REFUSED, None)
    if refused:
        st.error(as_text(refused))
