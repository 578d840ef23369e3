"""What the colours mean: a line of small boxes with their words."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from charts.palette import css_variables
from ui.grid.model import GridCell

_HERE: Final = Path(__file__).parent
_LOOKS: Final = (_HERE.parent / "grid" / "looks.css").read_text(encoding="utf-8")
_mount = st.components.v2.component(
    "klasseblik_legend",
    html='<ul class="legend"></ul>',
    css=_LOOKS + (_HERE / "legend.css").read_text(encoding="utf-8"),
    js=(_HERE / "legend.js").read_text(encoding="utf-8"),
)


def draw_legend(items: Sequence[tuple[GridCell, str]], *, key: str) -> None:
    """Each item is a box as the grid draws it, and the words for it."""
    data = [{"text": cell.text, "look": cell.look, "words": words} for cell, words in items]
    _mount(key=key, data={"items": data, "colours": css_variables()})
