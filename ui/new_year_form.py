"""What the new school year's screen asks: each class's new name, who goes another way, and who comes."""

import datetime
from collections.abc import Mapping, Sequence
from gettext import gettext as _

import streamlit as st

from data_io.layouts.context import skoleaar_of, trin_of, years_before
from data_io.new_year_made import year_made
from metrics.new_year import (
    Edits,
    NewYear,
    NextKlasse,
    YearEnd,
    YearKlasse,
    YearPupil,
    becomes,
    may_be_placed,
    waiting,
)
from ui.card import draw_heading
from ui.class_buttons import stage_of
from ui.formats import as_text
from ui.new_year_edits import add_newcomer, becomes_typed, drop_newcomer, place_chosen, unplace
from ui.new_year_words import klasse_words, pupils_said
from ui.session import Session

LEAVES = ""


def choose_year(session: Session, school_id: str, years: Sequence[str]) -> str:
    """The year that ends: the newest, or the one before where the newest is only being prepared."""
    before = years_before(years[0], 1)
    made = year_made(session.store, school_id, before) if before in years else None
    today = skoleaar_of(datetime.datetime.now(datetime.UTC).date())
    prepared = before in years and (years[0] > today or (made is not None and not made.used))
    return st.selectbox(_("Ud fra skoleåret"), years, index=int(prepared), key="new-year-from", width=160)


def draw_classes(skoleaar: str, end: YearEnd, edits: Edits) -> None:
    """A field for every class with pupils who have no class next year."""
    asked = [k for k in end.klasser if waiting(k, end)]
    stages = list(dict.fromkeys(stage_of(k.trin) for k in asked))
    for column, stage in zip(st.columns(max(len(stages), 3)), stages, strict=False):
        with column:
            st.markdown(f"**{stage}**")
            for klasse in (k for k in asked if stage_of(k.trin) == stage):
                _draw_class(skoleaar, klasse, (end, edits))


def _draw_class(skoleaar: str, klasse: YearKlasse, known: tuple[YearEnd, Edits]) -> None:
    end, edits = known
    key = f"becomes-{skoleaar}-{klasse.klasse_id}"
    st.text_input(
        f"{as_text(klasse.name)} · {pupils_said(len(waiting(klasse, end)))}",
        ", ".join(becomes(klasse, end, edits)),
        key=key,
        placeholder=_("forlader skolen"),
        on_change=becomes_typed,
        args=(skoleaar, klasse.klasse_id, key),
    )


def draw_placing(skoleaar: str, end: YearEnd, edits: Edits, year: NewYear) -> None:
    """Pupils who do not go where their class goes: chosen by class, and a way for all of them at once."""
    asked = {k.klasse_id: k for k in end.klasser if may_be_placed(k, end)}
    open_now = {p.pupil_id: p.name for k in asked.values() for p in may_be_placed(k, end)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        klasse_id = st.selectbox(
            _("Fra klassen"),
            list(asked),
            format_func=lambda i: asked[i].name,
            key=f"place-from-{skoleaar}",
            width=130,
        )
        key = f"place-{skoleaar}-{klasse_id}"
        chosen = st.multiselect(
            _("Elever"),
            [p.pupil_id for p in may_be_placed(asked[klasse_id], end)] if klasse_id else [],
            format_func=open_now.__getitem__,
            placeholder=_("Vælg navne"),
            key=key,
            width=420,
        )
        to = st.selectbox(
            _("Kommer i"),
            [*names_of(year, end, edits), LEAVES],
            index=None,
            format_func=lambda name: name or _("forlader skolen"),
            placeholder=_("Vælg, eller skriv"),
            accept_new_options=True,
            key=f"place-to-{skoleaar}",
            width=180,
        )
        st.button(
            _("Placér"),
            disabled=not chosen or to is None,
            on_click=place_chosen,
            args=(skoleaar, key, to or None),
        )
    _draw_placed(
        skoleaar, edits, {p.pupil_id: (p, k) for k in reversed(asked.values()) for p in may_be_placed(k, end)}
    )


def _draw_placed(skoleaar: str, edits: Edits, known: dict[str, tuple[YearPupil, YearKlasse]]) -> None:
    """Who was placed by hand, each to be taken back."""
    for pupil_id, to in edits.placed.items():
        if pupil_id not in known:
            continue
        pupil, klasse = known[pupil_id]
        way = _("kommer i {klasse}").format(klasse=to) if to else _("forlader skolen")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_text(f"{pupil.name} ({klasse.name}): {way}"), width="content")
            st.button(
                _("Fortryd"),
                key=f"unplace-{pupil_id}",
                type="tertiary",
                on_click=unplace,
                args=(skoleaar, pupil_id),
            )


def names_of(year: NewYear, end: YearEnd, edits: Edits) -> list[str]:
    """The names of next year's classes, also those a split class has not got pupils in yet."""
    split = (name for k in end.klasser if k.pupils for name in becomes(k, end, edits))
    return list(dict.fromkeys([*(k.name for k in year.klasser), *split]))


def draw_newcomers(skoleaar: str, edits: Edits, names: Sequence[str]) -> None:
    """Pupils who come to the school: typed here, or later with a class list."""
    keys = tuple(f"new-{what}-{skoleaar}" for what in ("name", "login", "klasse"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(_("Elevens navn"), key=keys[0], width=260)
        st.text_input(_("Elevens uni-login"), key=keys[1], width=160)
        st.selectbox(
            _("Elevens klasse"), names, index=None, key=keys[2], width=150, placeholder=_("Vælg klasse")
        )
        st.button(_("Tilføj"), on_click=add_newcomer, args=(skoleaar, *keys))
    for i, one in enumerate(edits.newcomers):
        login = f", {one.unilogin}" if one.unilogin else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_text(f"{one.name}{login}: {one.klasse}"), width="content")
            st.button(
                _("Fjern"), key=f"drop-{i}", type="tertiary", on_click=drop_newcomer, args=(skoleaar, i)
            )


def draw_next_classes(klasser: Sequence[NextKlasse], home: Mapping[str, str]) -> None:
    """Next year's classes with how many they are and where they come from."""
    filled = [k for k in klasser if k.size]
    stages = list(dict.fromkeys(stage_of(trin_of(k.name)) for k in filled))
    for column, stage in zip(st.columns(max(len(stages), 3)), stages, strict=False):
        with column:
            draw_heading(stage)
            for klasse in (k for k in filled if stage_of(trin_of(k.name)) == stage):
                said = as_text(klasse_words(klasse, home))
                st.markdown(f"**{as_text(klasse.name)}** · {klasse.size}  :small[:gray[{said}]]")
