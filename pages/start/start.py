"""Start: where one begins, with an empty store and with a full one."""

from gettext import gettext as _

import streamlit as st

from data_io.school import create_school
from ui import cached
from ui.choice import draw_class_buttons
from ui.session import current_session

session = current_session()
classes = cached.klasser(session)

st.title("Klasseblik", anchor=False)
if session.school_id is None:
    st.write(_("Klasseblik læser skolens egne regneark og viser klassen før læringssamtalen."))
    with st.form("school"):
        name = st.text_input(_("Skolens navn"), max_chars=80)
        if st.form_submit_button(_("Kom i gang"), type="primary"):
            create_school(session.store, name)
            st.rerun()
    st.stop()

if classes:
    st.write(_("Vælg en klasse for at se den."))
    draw_class_buttons(classes)
    st.divider()

st.subheader(_("Tre trin til det første overblik") if not classes else _("Læg mere ind"), anchor=False)
steps = (
    ("pages/data/klasselister.py", _("1. Klasseliste"), _("Hvem går i klassen? Skriv eller indsæt navnene.")),
    ("pages/data/ordliste.py", _("2. Ordliste"), _("Skolens fagområder og signalord.")),
    ("pages/data/indlaes.py", _("3. Indlæs"), _("Et prøveark eller et vurderingsskema, som det er.")),
)
for column, (page, title, text) in zip(st.columns(3), steps, strict=True):
    with column.container(border=True):
        st.page_link(page, label=f"**{title}**")
        st.caption(text)
st.caption(
    _("Klasselisten kan komme senere: uden den er eleverne ubekræftede, til listen siger, hvem de er.")
)
