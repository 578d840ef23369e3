"""Indlæsning: one import, what it gave, what it replaced, and taking it back."""

from gettext import gettext as _

import streamlit as st

from data_io import queries
from data_io.provenance import import_record
from ui import go, keys
from ui.choice import choose_by_id
from ui.formats import as_text
from ui.import_page import draw_record, import_labels, record_title
from ui.session import current_session

session = current_session()
labels = import_labels(queries.imports(session.store, session.scope))
head, pick = st.columns([5, 3], vertical_alignment="bottom")
with pick:
    chosen = choose_by_id(_("Indlæsning"), labels, keys.IMPORT, placeholder=_("Vælg indlæsning"))
record = import_record(session.store, session.scope, chosen) if chosen else None
if record is None:
    head.title(_("Indlæsning"), anchor=False)
    st.info(_("Vælg en indlæsning øverst, eller find den på listen."))
    st.page_link(go.INDLAESNINGER, label=_("Alle indlæsninger"))
    st.stop()
head.title(as_text(_("{title} · Indlæsning").format(title=record_title(record))), anchor=False)
draw_record(session, record)
st.page_link(go.INDLAESNINGER, label=_("Alle indlæsninger"))
