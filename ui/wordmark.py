"""The product's name where Streamlit puts a logo: in the line on top that is empty otherwise."""

from typing import Final

import streamlit as st

from charts.palette import INK

_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="110" height="24" viewBox="0 0 110 24">'
    f'<text x="0" y="18" fill="{INK}" font-family="Arial, Helvetica, sans-serif" '
    'font-size="19" font-weight="700">Klasseblik</text></svg>'
)


def draw_wordmark() -> None:
    """Klasseblik, over the sidebar and, where that is folded, over the screen."""
    st.logo(_SVG)
