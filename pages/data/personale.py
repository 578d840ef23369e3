"""Personale: the people of the school, what they have, and the days the school is closed."""

from gettext import gettext as _

import streamlit as st

from ui.choice import school_or_ask
from ui.closed_day_form import draw_closed_days
from ui.session import current_session
from ui.staff_form import draw_new_person, draw_people

session = current_session()
school_id = school_or_ask(session)
st.title(_("Personale"), anchor=False)
st.caption(
    _(
        "Hvem har hvilke klasser og fag? Så kan Forberedelse vise den enkelte, hvad de selv mangler til en "
        "læringssamtale."
    )
)
draw_new_person(session, school_id)
draw_people(session)
draw_closed_days(session, school_id)
