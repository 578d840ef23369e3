"""Sådan er farven fundet: the methods in a teacher's words, with the chosen class's own figures."""

from gettext import gettext as _

import streamlit as st

from ui.choice import chosen_klasse
from ui.farven.figures import figures_of
from ui.farven.text import sections
from ui.formats import as_text
from ui.session import current_session

session = current_session()
klasse = chosen_klasse(session)

st.title(_("Sådan er farven fundet"), anchor=False)
said = _("Vælg en klasse i menuen, så står klassens egne tal ved hver metode.")
if klasse:
    said = _("Tallene er fra {klasse}, {year}.").format(klasse=klasse.name, year=klasse.skoleaar)
st.caption(as_text(said))
for section in sections(figures_of(session, klasse) if klasse else None):
    st.subheader(section.title, anchor=False)
    for note in section.notes:
        with st.container(border=True):
            st.markdown(f"**{note.title}**")
            st.markdown(note.text)
