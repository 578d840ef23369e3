"""The one grid component: a real table in the page that answers clicks and keys."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from charts.palette import css_variables
from ui.grid.model import Grid
from ui.grid.wire import grid_data

_HERE: Final = Path(__file__).parent
_HTML: Final = '<div class="kb-grid"><div class="scroll"></div><div class="tip" hidden></div></div>'


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "klasseblik_grid",
    html=_HTML,
    css="".join(_text(f"{part}.css") for part in ("grid", "looks", "sheet")),
    js="\n".join(_text(f"{part}.js") for part in ("grid", "keys", "note")),
)


def _nothing() -> None:
    """Streamlit wants a callback before it returns a trigger by name."""


def draw_grid(grid: Grid, *, key: str, height: int | None = None) -> str | None:
    """The key of the cell that was just activated by click, Enter or Space, otherwise None.

    `height` in pixels is the most the grid takes; above it the rows scroll under the headings.
    """
    data: Mapping[str, object] = {
        "grid": grid_data(grid),
        "height": height,
        "colours": css_variables(),
    }
    activated = _mount(key=key, data=data, on_activated_change=_nothing).activated
    return activated if isinstance(activated, str) else None
