"""Fremgang: a class over its tests and years, held against others on the same tasks; and who has moved."""

from gettext import gettext as _

import streamlit as st

from metrics.course import since
from ui import cached, keys
from ui.card import heading_with_choice
from ui.choice import klasse_or_ask
from ui.empty import without_progress
from ui.finding import draw_finding
from ui.formats import as_text
from ui.grid.component import draw_grid
from ui.open_cell import open_pupil
from ui.progress_data import compared
from ui.progress_grid import course_grid
from ui.progress_view import (
    by_change,
    choose_pair,
    choose_part,
    draw_course,
    draw_progress_legend,
    draw_same_start,
    part_name,
)
from ui.progress_words import about_cells, about_course, chance_line, class_sentence
from ui.pupil_view import until
from ui.session import current_session

session = current_session()
klasse = klasse_or_ask(session)
pupils = cached.pupils(session, klasse.klasse_id)
tests, answers = until(klasse.skoleaar, *cached.history(session, tuple(p.pupil_id for p in pupils)))
subjects = list(dict.fromkeys(t.subject for t in tests))
st.title(_("{klasse} · Fremgang").format(klasse=as_text(klasse.name)), anchor=False)
if not subjects:
    without_progress(klasse, 0)
subject = subjects[0]
if len(subjects) > 1:
    subject = st.segmented_control(
        _("Fag"), subjects, default=subject, required=True, key=keys.SUBJECT, format_func=str.capitalize
    )
found = compared(session, klasse, tests, answers, subject)
with st.container(border=False):
    columns = st.columns([1, 2], vertical_alignment="bottom")
    with columns[0]:
        part = choose_part(found.tests)
    course = found.course(part, len(pupils))
    if len(course.steps) < 2:
        without_progress(klasse, len(course.steps))
    with columns[1]:
        start, end = choose_pair(course.steps)
change = since(course.steps[start], course.steps[end], answers)
group = found.group([course.steps[start].test, course.steps[end].test])
names = {p.pupil_id: p.name for p in pupils}
draw_finding(class_sentence(klasse.name, change, group, names), chance_line(change))
st.caption(as_text(about_course(course, part_name(part))))

draw_course(course, found.groups, group)
with st.container(border=True):
    order = heading_with_choice(
        _("Elever × prøver"),
        about_cells(course),
        _("Rækkefølge"),
        (("list", _("Som klasselisten")), ("change", _("Efter ændring"))),
    )
    shown = by_change(pupils, change) if order == "change" else pupils
    chosen = draw_grid(course_grid(shown, course, change, found.groups), key="progress", height=1000)
    draw_progress_legend(change, course.steps)
draw_same_start(change, group)
if chosen:
    open_pupil(chosen.partition("/")[2])
