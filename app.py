"""The frame: settings, the choice, the menu, and the screen that was asked for."""

from gettext import gettext as _

import streamlit as st

from data_io import settings
from data_io.errors import KlasseblikError
from ui.choice import draw_choice
from ui.formats import as_text
from ui.messages import draw_said
from ui.navigation import draw_menu, sections
from ui.session import current_session
from ui.wordmark import draw_wordmark

SIDEBAR = 232  # pixels; the grids want the room

settings.use_texts()
st.set_page_config(page_title="Klasseblik", layout="wide", initial_sidebar_state=SIDEBAR)
screens = sections()
page = st.navigation(screens, position="hidden")
draw_wordmark()
try:
    session = current_session()
    with st.sidebar:
        draw_choice(session)
        draw_menu(screens)
        if session.is_demo:
            st.caption(_("Demoskolen: alle navne og tal er opdigtede."))
    draw_said()
    page.run()
except KlasseblikError as error:
    st.error(as_text(error.message))
