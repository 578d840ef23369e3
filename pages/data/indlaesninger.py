"""Indlæsninger: what has been read, from which sheet, by whom; and taking it back."""

from gettext import gettext as _

import streamlit as st

from data_io import queries
from data_io.importing.undo import undo
from ui import go
from ui.formats import as_text
from ui.messages import say_next
from ui.reasons import source_note
from ui.session import current_session

session = current_session()
st.title(_("Indlæsninger"), anchor=False)
found = queries.imports(session.store, session.scope)
if not found:
    st.info(_("Der er ikke læst noget ind endnu."))
    st.page_link(go.INDLAES, label=_("Indlæs et ark"))
    st.stop()
st.caption(_("Den nyeste øverst. Fortryd viser igen det, der stod før."))

kinds = {"test": _("Prøve"), "assessment": _("Vurderinger")}
per_page = 25
pages = -(-len(found) // per_page)
page = st.number_input(_("Side"), 1, pages, 1, width=120) if pages > 1 else 1
for row in found[(page - 1) * per_page : page * per_page]:
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        title = row["title"] or kinds[row["kind"]]
        place = as_text(source_note(row["source"]))
        st.markdown(
            f"**{as_text(title)}** · {as_text(row['klasser'])}  \n:small[:gray[{place}]]", width="content"
        )
        if row["undone_at"] is not None:
            st.caption(_("fortrudt"), width="content")
        elif row["active_slices"] == 0:
            st.caption(_("erstattet af en nyere"), width="content")
        elif st.button(_("Fortryd"), key=f"undo-{row['import_id']}"):
            undo(session.store, row["import_id"])
            say_next(_("{title} er taget tilbage.").format(title=title))
            st.rerun()
