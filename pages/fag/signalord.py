"""Signalord: one test in the class, pupils × tasks, and below it the school year's matrix."""

from gettext import gettext as _

import streamlit as st

from metrics.class_test import class_test, earlier_shares
from metrics.model import CutScores
from metrics.shares import class_matrix
from ui import cached
from ui.choice import klasse_or_ask
from ui.choose_test import choose_test, without_tests
from ui.finding import draw_finding
from ui.formats import danish_date
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
if not tests:
    without_tests(klasse)
head, pick = st.columns([5, 3], vertical_alignment="bottom")
with pick:
    test = choose_test(tests)
cuts = CutScores()
pupils = cached.pupils(session, klasse.klasse_id)
answers = cached.answers(session, klasse.klasse_id)
result = class_test(test, pupils, answers)
year = {t.test_id: t for t in tests if t.subject == test.subject}
cells = class_matrix(answers, year, cuts)

head.title(f"{klasse.name} · {test.title}", anchor=False)
st.caption(
    _("{subject} · prøve {day} · {facts} · indlæst fra {file}").format(
        subject=test.subject.capitalize(),
        day=danish_date(test.taken_on),
        facts=test_facts(result),
        file=test.source.file_name,
    )
)
draw_finding(test_sentence(result), weakest_sentence(cells))

with st.container(border=True):
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(_("**Elever × opgaver**  :small[vælg en celle for elev, opgave og kilde]"))
        order = st.segmented_control(
            _("Rækkefølge"),
            ["paper", "result"],
            default="paper",
            required=True,
            format_func={"paper": _("Som prøven"), "result": _("Efter resultat")}.__getitem__,
            label_visibility="collapsed",
        )
    lines = result.by_result() if order == "result" else result.lines
    earlier = earlier_shares(test, *cached.history(session, tuple(p.pupil_id for p in pupils)))
    chosen = draw_grid(task_grid(result, lines, earlier, cuts), key="tasks", height=1000)
    draw_zone_legend(cuts, observed=test.observed, provisional=not all(p.confirmed for p in pupils))

with st.container(border=True):
    st.markdown(_("**Fagområde × signalord, {year}**").format(year=klasse.skoleaar))
    st.caption(_("andel af point · fuld farve: sikkert · lys med ?: få opgaver eller tæt på grænsen"))
    picked = draw_matrix(cells, _("Andel af point for hvert fagområde og signalord"))
    open_area(picked, cells, list(year.values()))
open_answer(chosen, result)
