"""Opgaver: one test task by task, as an S–P table and a list, with patterns that are worth a look."""

from gettext import gettext as _

import streamlit as st

from metrics.item_analysis import item_analysis
from metrics.score_matrix import matrix_of
from metrics.sp_table import sp_table
from ui import cached
from ui.card import draw_heading
from ui.choice import klasse_or_ask
from ui.choose_test import choose_test
from ui.cut_change import cut_change
from ui.empty import without_tests
from ui.finding import draw_finding
from ui.formats import as_text, danish_date
from ui.grid.component import draw_grid
from ui.item_help import draw_item_help
from ui.item_list import item_list
from ui.item_said import items_sentence, rests_on
from ui.left_out_form import draw_left_out
from ui.legends import draw_zone_legend
from ui.odd_patterns import draw_patterns, open_chosen
from ui.sentences import test_facts
from ui.session import current_session
from ui.sp_grid import line_words, sp_grid
from ui.year_group import chosen_takers

session = current_session()
klasse = klasse_or_ask(session)
tests = cached.tests(session, klasse.klasse_id)
pupils = cached.pupils(session, klasse.klasse_id)
if not tests:
    has_ratings = bool(cached.ratings(session, tuple(p.pupil_id for p in pupils)))
    without_tests(klasse, has_ratings=has_ratings, screen=_("Opgaver"))
head, pick = st.columns([5, 3], vertical_alignment="bottom")
with pick:
    test = choose_test(tests)
took = chosen_takers(session, klasse, test)
result = took.result
matrix = matrix_of(result)
found = item_analysis(matrix)
cuts = cached.cuts(session, test.subject, klasse.trin)

head.title(_("{klasse} · Opgaver").format(klasse=as_text(klasse.name)), anchor=False)
about = _("{test} · {subject} · {day} · {classes} · {facts}").format(
    test=test.title,
    subject=test.subject,
    day=danish_date(test.taken_on),
    classes=took.words,
    facts=test_facts(result),
)
st.caption(as_text(about))
draw_finding(items_sentence(found), rests_on(found))

if result.present:
    with st.container(border=True):
        draw_heading(_("Hvem løste hvad"), line_words())
        own = {pupil.pupil_id for pupil in pupils}
        chosen = draw_grid(sp_grid(result, found, sp_table(matrix), cuts, own), key="sp", height=1000)
        change = cut_change(session, test.subject, klasse.trin, [test])
        draw_zone_legend(cuts, observed=test.observed, changed=change)
    with st.container(border=True):
        draw_heading(_("Uventet mønster – kig på besvarelsen"), _("siger noget om svarene, ikke om eleven"))
        chosen = draw_patterns(result, matrix, found) or chosen
with st.container(border=True):
    draw_heading(_("Opgaverne"), _("i prøvens rækkefølge"))
    draw_grid(item_list(result, found), key="items")
    draw_left_out(session, test)
draw_item_help(found)
if result.present:
    open_chosen(chosen, result, took.home)
