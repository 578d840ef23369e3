"""Bevægelse: how a class's levels moved from one round to another, and which pupils did."""

from gettext import gettext as _

import streamlit as st

from metrics.levels import class_round
from metrics.movement import movement
from ui import cached
from ui.card import draw_heading
from ui.choice import klasse_or_ask
from ui.empty import without_ratings
from ui.finding import draw_finding
from ui.formats import as_text
from ui.grid.component import draw_grid
from ui.legends import draw_level_legend
from ui.movement_grid import missing_grid, moved_grid, movement_table
from ui.movement_view import (
    choose_rounds,
    choose_subject,
    draw_spread,
    one_round_only,
    open_moved,
    subjects_by_scale,
    with_levels,
    without_levels,
)
from ui.movement_words import counted_words, movement_sentence
from ui.session import current_session

session = current_session()
klasse = klasse_or_ask(session)
pupils = cached.pupils(session, klasse.klasse_id)
overview = class_round(pupils, cached.ratings(session, tuple(p.pupil_id for p in pupils)), klasse.skoleaar)

st.title(_("{klasse} · Bevægelse").format(klasse=as_text(klasse.name)), anchor=False)
if not overview.now:
    without_ratings(klasse, has_tests=bool(cached.tests(session, klasse.klasse_id)))
subjects, on_marks = subjects_by_scale(overview)
if not subjects:
    without_levels(klasse, on_marks)
pick, rounds = st.columns([2, 3], vertical_alignment="bottom")
with pick:
    subject = choose_subject(subjects)
columns = with_levels(overview, subject)
if len(columns) < 2:
    one_round_only(subject)
with rounds:
    before, now = choose_rounds(columns)
found = movement(pupils, before, now)
draw_finding(movement_sentence(found, newest=now is columns[-1]), counted_words(found, on_marks))

left, right = st.columns([2, 1])
with left.container(border=True):
    draw_heading(_("Fra og til"), _("antal elever; vælg et felt for at se, hvem det er"))
    chosen = draw_grid(movement_table(found), key="movement")
    st.caption(_("Grå tal: uændret. Ramme og !: to niveauer eller et fald til 1–2."))
with right.container(border=True):
    draw_spread(found)

with st.container(border=True):
    draw_heading(
        _("Elever, der er flyttet"), _("ét niveau: tag en snak om det; !: to niveauer eller et fald til 1–2")
    )
    if found.moved:
        chosen = draw_grid(moved_grid(found), key="moved") or chosen
    else:
        st.markdown(_("Ingen er flyttet mellem de to runder."))
if found.not_both:
    with st.container(border=True):
        draw_heading(_("Uden niveau i en af runderne"))
        chosen = draw_grid(missing_grid(found), key="not-rated") or chosen
draw_level_legend(marks=False, provisional=not all(p.confirmed for p in pupils))
open_moved(chosen, found)
