"""What a screen says once, also when the next screen is already open."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from ui import keys


@dataclass(frozen=True)
class Said:
    """A sentence for the top of the next screen."""

    text: str
    kind: Literal["success", "info"] = "success"


def say_next(text: str, kind: Literal["success", "info"] = "success") -> None:
    """Keeps a sentence for the next screen that opens."""
    st.session_state.setdefault(keys.SAID, []).append(Said(text, kind))


def draw_said() -> None:
    """Shows what was kept, once."""
    for said in st.session_state.pop(keys.SAID, []):
        (st.success if said.kind == "success" else st.info)(said.text)
