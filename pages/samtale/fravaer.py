"""Fravær og trivsel: a class's absence in a period, and its trivselsmåling by year."""

from gettext import gettext as _

import streamlit as st

from metrics.absence import periods_of
from metrics.trivsel import measurements
from ui import cached
from ui.absence_card import absence_sentence, class_grid, counted_in, draw_absence_legend, period_name
from ui.card import draw_heading
from ui.choice import klasse_or_ask
from ui.empty import without_records
from ui.finding import draw_finding
from ui.formats import as_text
from ui.grid.component import draw_grid
from ui.open_cell import open_pupil
from ui.session import current_session
from ui.trivsel_card import same_track, trivsel_grid

session = current_session()
klasse = klasse_or_ask(session)
st.title(_("{klasse} · Fravær og trivsel").format(klasse=as_text(klasse.name)), anchor=False)
pupils = cached.pupils(session, klasse.klasse_id)
everything = cached.absences(session, tuple(p.pupil_id for p in pupils))
absences = [a for a in everything if a.klasse_id == klasse.klasse_id]
measured = measurements(cached.trivsel(session, same_track(klasse, cached.klasser(session))))
if not absences and not measured:
    without_records(klasse)

if absences:
    periods = periods_of(absences)
    period = periods[0]
    if len(periods) > 1:
        period = st.selectbox(_("Periode"), periods, format_func=period_name, width=280)
    else:
        st.caption(period_name(period))
    shown = {a.pupil_id: a for a in absences if a.period == period}
    draw_finding(*absence_sentence(len(pupils), list(shown.values())))
left, right = st.columns([3, 2], gap="medium")
if absences:
    with left, st.container(border=True):
        draw_heading(_("Fravær"), counted_in(list(shown.values())))
        chosen = draw_grid(class_grid(pupils, shown), key="absences", height=900)
        draw_absence_legend(list(shown.values()))
    if chosen:
        open_pupil(chosen.removeprefix("pupil/"))
with right if absences else left, st.container(border=True):
    draw_heading(_("Trivselsmåling"), _("klassens gennemsnit på en skala fra 1 til 5"))
    if measured:
        draw_grid(trivsel_grid(measured), key="trivsel")
        st.caption(_("Klassetal. Enkelte elevers svar læses ikke ind."))
    else:
        st.caption(_("Der er ingen trivselsmåling for klassen endnu."))
