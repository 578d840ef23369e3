"""Skabeloner: ready workbooks for a class, which ask nothing when they are read back."""

from gettext import gettext as _

import streamlit as st

from data_io.importing.options import KlasseKey
from ui.choice import klasse_or_ask, school_or_ask
from ui.class_lists import listed_rows
from ui.session import current_session
from ui.template_form import assessment_form, test_form

session = current_session()
school_id = school_or_ask(session)
klasse = klasse_or_ask(session)
pupils = listed_rows(session, KlasseKey(klasse.name, klasse.skoleaar))

st.title(_("{klasse} · Skabeloner").format(klasse=klasse.name), anchor=False)
st.caption(
    _(
        "Et regneark med klassens elever, klar til at fylde ud. "
        "Når det læses ind bagefter, spørger det ikke om noget."
    )
)
if not pupils:
    st.info(_("Klassen har ingen klasseliste endnu, så regnearket får tomme linjer til navnene."))
kind = st.segmented_control(
    _("Skabelon"),
    ["test", "assessment"],
    default="test",
    required=True,
    format_func={"test": _("Prøve"), "assessment": _("Vurdering")}.__getitem__,
    label_visibility="collapsed",
)
if kind == "test":
    test_form(session, school_id, klasse, pupils)
else:
    rounds = [row["name"] for row in session.store.rows("rounds", school_id=school_id)]
    assessment_form(klasse, pupils, rounds)
