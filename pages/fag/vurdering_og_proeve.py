"""Vurdering og prøve: the pupils of whom the teacher's level and the tests point apart, as a question."""

from gettext import gettext as _

import streamlit as st

from metrics.disagreement import disagreement
from metrics.levels import class_round
from ui import cached
from ui.card import draw_heading
from ui.choice import klasse_or_ask
from ui.cut_change import cut_change
from ui.disagreement_grid import apart_grid, beside_table, left_out_grid
from ui.disagreement_view import (
    choose_round,
    open_beside,
    subjects_with_tests,
    tests_and_answers,
    without_both,
)
from ui.disagreement_words import apart_sentence, looked_words, rule_words, tests_words
from ui.finding import draw_finding
from ui.formats import as_text
from ui.grid.component import draw_grid
from ui.legends import draw_zone_legend
from ui.movement_view import choose_subject, subjects_by_scale
from ui.movement_words import marks_words
from ui.session import current_session

session = current_session()
klasse = klasse_or_ask(session)
pupils = cached.pupils(session, klasse.klasse_id)
ids = tuple(p.pupil_id for p in pupils)
overview = class_round(pupils, cached.ratings(session, ids), klasse.skoleaar)
tests, answers = tests_and_answers(session, klasse, ids)

st.title(_("{klasse} · Vurdering og prøve").format(klasse=as_text(klasse.name)), anchor=False)
on_marks = subjects_by_scale(overview)[1]
choices = subjects_with_tests(overview, klasse.skoleaar, tests)
if not choices:
    without_both(klasse, on_marks)
pick, rounds = st.columns([2, 1], vertical_alignment="bottom")
with pick:
    subject = choose_subject(list(choices))
with rounds:
    column = choose_round(choices[subject])
cuts = cached.cuts(session, subject, klasse.trin)
found = disagreement(pupils, column, tests, answers, cuts)
below = [looked_words(found), *([marks_words(on_marks)] if on_marks else [])]
draw_finding(apart_sentence(found), " ".join(below))

left, right = st.columns([3, 2])
with left.container(border=True):
    draw_heading(_("Hvad ved du, som prøven ikke viser?"), _("et spørgsmål til faglæreren"))
    chosen = None
    if found.apart:
        chosen = draw_grid(apart_grid(found), key="apart")
    else:
        st.markdown(_("Der er ingen elever at spørge til."))
    st.caption(as_text(rule_words(cuts)))
    st.caption(as_text(tests_words(found)))
with right.container(border=True):
    draw_heading(_("Hele klassen"), _("antal elever; vælg et felt for at se, hvem det er"))
    chosen = draw_grid(beside_table(found), key="beside") or chosen
    change = cut_change(session, subject, klasse.trin, list(found.tests))
    draw_zone_legend(cuts, observed=any(t.observed for t in found.tests), unsure=True, changed=change)
if found.left_out:
    with st.expander(_("Elever, der ikke kan siges noget om")):
        chosen = draw_grid(left_out_grid(found), key="left-out") or chosen
open_beside(chosen, found)
