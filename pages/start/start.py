"""Start: where one begins, with an empty store and with a full one."""

from gettext import gettext as _

import streamlit as st

from data_io.school import create_school
from ui import cached, go
from ui.choice import choice_of
from ui.class_buttons import draw_class_buttons
from ui.formats import as_text
from ui.go import go_to
from ui.session import current_session

session = current_session()
classes = cached.klasser(session)

if session.school_id is None:
    st.title("Klasseblik", anchor=False)
    st.write(_("Klasseblik læser skolens egne regneark og viser klassen før læringssamtalen."))
    with st.form("school", width=480):
        name = st.text_input(_("Skolens navn"), max_chars=80)
        if st.form_submit_button(_("Kom i gang"), type="primary"):
            create_school(session.store, name)
            st.rerun()
    st.stop()

if classes:
    st.title(as_text(classes[0].school), anchor=False)
    st.write(_("Vælg en klasse for at se den."))
    pressed = draw_class_buttons(classes)
    if pressed:
        go_to(go.KLASSEOVERBLIK, **choice_of(pressed))
    st.divider()
    st.subheader(_("Læg mere ind"), anchor=False)
else:
    st.title(_("Tre trin til det første overblik"), anchor=False)

steps = (
    (go.KLASSELISTER, _("1. Klasseliste"), _("Hvem går i klassen?"), _("Skriv klasselisten")),
    (go.ORDLISTE, _("2. Ordliste"), _("Skolens fagområder og signalord."), _("Se ordlisten")),
    (go.INDLAES, _("3. Ark"), _("Et prøveark eller et vurderingsskema, som det er."), _("Indlæs et ark")),
)
for column, (page, title, text, button) in zip(st.columns(3), steps, strict=True):
    with column.container(border=True, gap="xsmall"):
        st.markdown(f"**{title}**")
        st.caption(text)
        if st.button(button):
            go_to(page)
st.caption(
    _("Klasselisten kan komme senere: uden den er eleverne ubekræftede, til listen siger, hvem de er.")
)
