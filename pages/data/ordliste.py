"""Ordliste: the school's own fagområder and signalord, and what its sheets have called them."""

from gettext import gettext as _

import pandas as pd
import streamlit as st

from data_io.school import save_terms, terms_of
from ui.choice import school_or_ask
from ui.layout_list import draw_layouts
from ui.messages import say_next
from ui.session import current_session
from ui.word_list import draw_synonyms

session = current_session()
school_id = school_or_ask(session)

st.title(_("Ordliste"), anchor=False)
st.caption(_("Ordene bruges til at genkende rækkerne i jeres ark. Ret dem, slet dem, og tilføj jeres egne."))
kinds = {"fagomraade": _("Fagområder"), "signalord": _("Signalord")}
edited: dict[str, list[str]] = {}
for column, (kind, title) in zip(st.columns(2), kinds.items(), strict=True):
    with column:
        st.subheader(title, anchor=False)
        frame = pd.DataFrame({_("Ord"): terms_of(session.store, school_id, kind)})
        table = st.data_editor(frame, num_rows="dynamic", hide_index=True, key=f"terms-{kind}")
        edited[kind] = [str(term) for term in table[_("Ord")] if isinstance(term, str)]
if st.button(_("Gem ordlisten"), type="primary"):
    for kind, terms in edited.items():
        save_terms(session.store, school_id, kind, terms)
    say_next(_("Ordlisten er gemt."))
    st.rerun()
draw_synonyms(session, school_id)
draw_layouts(session, school_id)
