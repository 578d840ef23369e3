"""The one grid component: a real table in the page that answers clicks and keys."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from charts.palette import css_variables
from ui.grid.edit import EditRole, Pick, edit_data, picked
from ui.grid.model import Grid
from ui.grid.wire import grid_data

_HERE: Final = Path(__file__).parent
_HTML: Final = (
    '<div class="kb-grid"><div class="bar" role="toolbar" hidden></div>'
    '<p class="chosen-lines" role="status" hidden></p><div class="scroll"></div>'
    '<p class="read-as" role="status" hidden></p><div class="tip" hidden></div>'
    '<div class="printed"></div></div>'
)


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "klasseblik_grid",
    html=_HTML,
    css="".join(_text(f"{part}.css") for part in ("grid", "looks", "lines", "sheet", "edit", "print")),
    js="\n".join(_text(f"{part}.js") for part in ("grid", "keys", "note", "edit", "printed")),
)


def _nothing() -> None:
    """Streamlit wants a callback before it returns a trigger by name."""


def draw_grid(grid: Grid, *, key: str, height: int | None = None) -> str | None:
    """The key of the cell that was just activated by click, Enter or Space, otherwise None.

    `height` in pixels is the most the grid takes; above it the rows scroll under the headings.
    """
    activated = _mount(key=key, data=_data(grid, height), on_activated_change=_nothing).activated
    return activated if isinstance(activated, str) else None


def draw_editor(
    grid: Grid, roles: Sequence[EditRole], said: str, *, key: str, height: int | None = None
) -> Pick | None:
    """The grid with its rows (keys "r0", "r1" ...) and columns ("c0" ...) to choose, and a button a role.

    Gives what was just chosen and what it is, otherwise None. `said` is read aloud when it changes.
    """
    data = {**_data(grid, height), "edit": edit_data(roles, said)}
    return picked(_mount(key=key, data=data, on_picked_change=_nothing).picked)


def _data(grid: Grid, height: int | None) -> Mapping[str, object]:
    return {"grid": grid_data(grid), "height": height, "colours": css_variables()}
