"""The heading of a bordered card: what it shows, a line in small, and room for a control at its right."""

from collections.abc import Sequence

import streamlit as st

from ui.formats import as_text


def draw_heading(title: str, small: str = "") -> None:
    """A card's title with what one should know of it in small."""
    said = f"**{as_text(title)}**"
    st.markdown(f"{said}  :small[:gray[{as_text(small)}]]" if small else said)


def heading_with_choice(title: str, small: str, label: str, choices: Sequence[tuple[str, str]]) -> str:
    """The heading with a choice at its right; gives the chosen code, the first until somebody chooses."""
    texts = dict(choices)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        draw_heading(title, small)
        chosen = st.segmented_control(
            label,
            list(texts),
            default=next(iter(texts)),
            required=True,
            format_func=texts.__getitem__,
            label_visibility="collapsed",
        )
    return str(chosen)
