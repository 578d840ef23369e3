"""Going to another screen with the choice that belongs to it."""

from typing import NoReturn

import streamlit as st

from ui.choice import choose_next

KLASSEOVERBLIK = "pages/samtale/klasseoverblik.py"
FRAVAER = "pages/samtale/fravaer.py"
SIGNALORD = "pages/fag/signalord.py"
PUPIL = "pages/elev/faglig_profil.py"
INDLAES = "pages/data/indlaes.py"
INDTAST = "pages/data/indtast.py"
INDLAESNING = "pages/data/indlaesning.py"
INDLAESNINGER = "pages/data/indlaesninger.py"
KLASSELISTER = "pages/data/klasselister.py"
PERSONALE = "pages/data/personale.py"
ORDLISTE = "pages/data/ordliste.py"


def go_to(page: str, **choice: str) -> NoReturn:
    """Opens a screen; the choice is kept, and changed where told.

    What the frame's widgets hold already can only be changed through the session; the rest goes into
    the address, from which the next screen's widgets take it. Without a mapping of its own Streamlit
    refuses to leave an address that widgets are bound to.
    """
    framed = {name: value for name, value in choice.items() if name in st.session_state}
    choose_next(**framed)
    st.switch_page(page, query_params={n: v for n, v in choice.items() if n not in framed})
