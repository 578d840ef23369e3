"""Indtast: a class's ratings of a round, or the points of a test, typed as in a spreadsheet."""

from gettext import gettext as _

import streamlit as st

from ui.choice import klasse_or_ask, school_or_ask
from ui.entry_choice import choose_kind, choose_round, choose_test_to_type, offer_new_test, own_fields
from ui.entry_page import draw_entry
from ui.formats import as_text
from ui.session import current_session

session = current_session()
school_id = school_or_ask(session)
klasse = klasse_or_ask(session)

st.title(as_text(_("{klasse} · Indtast").format(klasse=klasse.name)), anchor=False)
st.caption(
    _(
        "Skriv som i et regneark: piletaster, Enter og Tab, og indsæt direkte fra Excel. "
        "Det, du skriver, gemmes som kladde undervejs, og alle ser det, når du trykker Gem."
    )
)
kind = choose_kind()
fields: tuple[str, ...] = ()
with st.container(horizontal=True, vertical_alignment="bottom"):
    if kind == "rating":
        what = choose_round(session, school_id, klasse)
        fields = tuple(own_fields(klasse))
    else:
        what = choose_test_to_type(session, klasse)
if kind == "test":
    offer_new_test(session, school_id, klasse)
if what is None:
    st.info(_("Vælg en runde.") if kind == "rating" else _("Vælg en prøve, eller opret en ny."))
    st.stop()
draw_entry(session, school_id, what, fields, _("{klasse}, det der indtastes").format(klasse=klasse.name))
