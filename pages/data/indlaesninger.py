"""Indlæsninger: what has been read, from which sheet, by whom; each leads to its own page, where undo is."""

from gettext import gettext as _

import streamlit as st

from data_io import queries
from ui import go, keys
from ui.formats import as_text
from ui.import_page import kind_names
from ui.reasons import source_note
from ui.session import current_session

session = current_session()
st.title(_("Indlæsninger"), anchor=False)
found = queries.imports(session.store, session.scope)
if not found:
    st.info(_("Der er ikke læst noget ind endnu."))
    st.page_link(go.INDLAES, label=_("Indlæs et ark"))
    st.stop()
st.caption(_("Den nyeste øverst. Åbn en indlæsning for at se, hvad den gav, eller for at fortryde den."))

per_page = 25
pages = -(-len(found) // per_page)
page = st.number_input(_("Side"), 1, pages, 1, width=120) if pages > 1 else 1
for row in found[(page - 1) * per_page : page * per_page]:
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        title = row["title"] or kind_names().get(row["kind"], row["kind"])
        place = as_text(source_note(row["source"]))
        st.markdown(
            f"**{as_text(title)}** · {as_text(row['klasser'])}  \n:small[:gray[{place}]]", width="content"
        )
        if row["undone_at"] is not None:
            st.caption(_("fortrudt"), width="content")
        elif row["active_slices"] == 0:
            st.caption(_("erstattet af en nyere"), width="content")
        st.page_link(
            go.INDLAESNING, label=_("Åbn"), query_params={keys.IMPORT: row["import_id"]}, width="content"
        )
