"""Forberedelse: the læringssamtaler to come; for one of them what is missing and who is to be discussed."""

from gettext import gettext as _

import streamlit as st

from ui import cached
from ui.card import draw_heading
from ui.choice import school_or_ask
from ui.finding import draw_finding
from ui.session import current_session
from ui.talk_data import prepared, today
from ui.talk_facts import draw_facts
from ui.talk_form import draw_talk_form
from ui.talk_gaps import draw_gaps
from ui.talk_list import choose_talk, coming_sentence, draw_removal, draw_talks, draw_way_back
from ui.talk_pupils import draw_pupils
from ui.talk_words import talk_sentence

session = current_session()
school_id = school_or_ask(session)
st.title(_("Forberedelse"), anchor=False)
talk = choose_talk(session)
if talk is None:
    if cached.klasser(session):
        draw_finding(*coming_sentence(session))
    draw_talks(session)
    with st.container(border=True):
        draw_heading(_("Ny samtale"), _("klasserne i en årgang, tema, dagsorden og deltagere"))
        draw_talk_form(session, school_id)
    st.stop()

found = prepared(session, talk)
draw_finding(*talk_sentence(found, today()))
draw_gaps(session, found)
draw_pupils(session, found)
draw_facts(session, talk)
with st.expander(_("Ret samtalen")):
    draw_talk_form(session, school_id, talk)
with st.container(horizontal=True):
    draw_way_back()
    draw_removal(session, talk)
