"""What a screen says once, also when the next screen is already open."""

import streamlit as st

from ui import keys
from ui.formats import as_text


def say_next(text: str) -> None:
    """Keeps a sentence for the next screen that opens."""
    st.session_state.setdefault(keys.SAID, []).append(text)


def draw_said() -> None:
    """Shows what was kept, once; in the accent's colour, since green is a level's."""
    for text in st.session_state.pop(keys.SAID, []):
        st.info(as_text(text))
