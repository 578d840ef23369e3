"""Signalord: one test in the class, pupils × tasks, and below it the school year's matrix."""

from gettext import gettext as _

import streamlit as st

from metrics.class_test import class_test, earlier_shares
from metrics.model import CutScores
from metrics.shares import class_matrix
from ui import cached
from ui.card import heading_with_choice
from ui.choice import klasse_or_ask
from ui.choose_test import choose_test
from ui.empty import without_tests
from ui.finding import draw_finding
from ui.formats import as_text, danish_date
from ui.grid.component import draw_grid
from ui.legends import draw_zone_legend
from ui.matrix import draw_matrix
from ui.open_cell import open_answer, open_area
from ui.sentences import test_facts, test_sentence, weakest_sentence
from ui.session import current_session
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
cuts = CutScores()
answers = cached.answers(session, klasse.klasse_id)
result = class_test(test, pupils, answers)
year = {t.test_id: t for t in tests if t.subject == test.subject}
cells = class_matrix(answers, year, cuts)

head.title(as_text(f"{klasse.name} · {test.title}"), anchor=False)
about = _("{subject} · prøve {day} · {facts} · indlæst fra {file}").format(
    subject=test.subject.capitalize(),
    day=danish_date(test.taken_on),
    facts=test_facts(result),
    file=test.source.file_name,
)
if test.hold:
    about += _(" · taget på holdet {hold}").format(hold=test.hold)
st.caption(as_text(about))
draw_finding(test_sentence(result), weakest_sentence(cells))

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
    )

with st.container(border=True):
    picked = draw_matrix(cells, _("Fagområde × signalord, {year}").format(year=klasse.skoleaar))
    open_area(picked, cells, list(year.values()), answers)
open_answer(chosen, result)
