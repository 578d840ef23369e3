"""The sentence on top of a screen: what to see, and in small what it does not tell."""

from pathlib import Path
from typing import Final

import streamlit as st

from charts.palette import css_variables

_HERE: Final = Path(__file__).parent
_mount = st.components.v2.component(
    "klasseblik_finding",
    html='<div class="finding"><p class="said"></p><p class="below"></p></div>',
    css=(_HERE / "finding.css").read_text(encoding="utf-8"),
    js=(_HERE / "finding.js").read_text(encoding="utf-8"),
)


def draw_finding(sentence: str, below: str = "") -> None:
    """The one sentence that says what to see, with what is missing below it."""
    _mount(key="finding", data={"said": sentence, "below": below, "colours": css_variables()})
