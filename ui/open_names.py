"""The pupils behind a number: their names in a dialog, each the way to the pupil's screen."""

from collections.abc import Sequence

import streamlit as st

from metrics.model import Pupil
from ui.formats import as_text
from ui.open_cell import open_pupil


def open_names(title: str, pupils: Sequence[Pupil]) -> None:
    """The names under a title that says what the number counts."""

    @st.dialog(as_text(title))
    def names() -> None:
        for pupil in pupils:
            if st.button(as_text(pupil.name), key=f"open-{pupil.pupil_id}", type="tertiary"):
                open_pupil(pupil.pupil_id)

    names()
