"""Signalord: one test in the class, pupils × tasks, and below it the areas of a test, a year or more."""

from gettext import gettext as _

import streamlit as st

from metrics.class_test import class_test, earlier_shares
from metrics.shares import class_matrix
from ui import cached
from ui.card import draw_heading, heading_with_choice
from ui.choice import klasse_or_ask
from ui.choose_test import choose_test
from ui.comparison_card import draw_comparison, draw_comparison_table, signalord_of
from ui.cut_change import cut_change
from ui.empty import without_tests
from ui.finding import draw_finding
from ui.formats import as_text
from ui.grid.component import draw_grid
from ui.legends import draw_zone_legend
from ui.matrix import draw_matrix
from ui.open_cell import open_answer, open_area
from ui.sentences import test_about, test_sentence
from ui.session import current_session
from ui.signalord_sentence import signalord_sentence, whom
from ui.span import choose_span, span_of
from ui.task_grid import task_grid

session = current_session()
klasse = klasse_or_ask(session)
tests = cached.tests(session, klasse.klasse_id)
pupils = cached.pupils(session, klasse.klasse_id)
if not tests:
    without_tests(klasse, has_ratings=bool(cached.ratings(session, tuple(p.pupil_id for p in pupils))))
head, pick = st.columns([5, 3], vertical_alignment="bottom")
with pick:
    test = choose_test(tests)
cuts = cached.cuts(session, test.subject, klasse.trin)
answers = cached.answers(session, klasse.klasse_id)
result = class_test(test, pupils, answers)

head.title(as_text(f"{klasse.name} · {test.title}"), anchor=False)
st.caption(as_text(test_about(result)))
top = st.container()  # the sentence stands on top, and is known when the span is chosen

with st.container(border=True):
    order = heading_with_choice(
        _("Elever × opgaver"),
        _("vælg en celle for elev, opgave og kilde"),
        _("Rækkefølge"),
        (("list", _("Som klasselisten")), ("result", _("Efter resultat"))),
    )
    lines = result.by_result() if order == "result" else result.lines
    earlier = earlier_shares(test, *cached.history(session, tuple(p.pupil_id for p in pupils)))
    chosen = draw_grid(task_grid(result, lines, earlier, cuts), key="tasks", height=1000)
    draw_zone_legend(
        cuts,
        observed=test.observed,
        provisional=not all(p.confirmed for p in pupils),
        conditions=any(line.conditions for line in lines),
        changed=cut_change(session, test.subject, klasse.trin, [test]),
    )

with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    draw_heading(_("Fagområder og signalord"))
    span = span_of(session, klasse, pupils, test, choose_span())
cells = class_matrix(span.answers, span.tests, cuts)
compared = span.compare(signalord_of)
with top:
    others = whom(span.references.values())
    draw_finding(test_sentence(result), signalord_sentence(compared, others, cuts))
left, right = st.columns([9, 5])
with left.container(border=True):
    picked = draw_matrix(cells, _("Signalord × fagområde, {span}").format(span=span.words))
    open_area(picked, cells, list(span.tests.values()), span.answers)
with right.container(border=True):
    shown = draw_comparison(span, compared, cuts)
draw_comparison_table(shown, span, cuts)
open_answer(chosen, result)
