"""The grid to type in: what it is given, and what it answers while somebody types."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Final

import streamlit as st

from charts.palette import css_variables
from data_io.entries.drafts import Typed
from data_io.entries.model import EntryTable
from data_io.entries.values import reasons_of

_HERE: Final = Path(__file__).parent
_HTML: Final = (
    '<div class="kb-entry"><div class="bar" role="toolbar"></div><div class="scroll"></div>'
    '<p class="state" role="status"></p></div>'
)


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "klasseblik_entry",
    html=_HTML,
    css=_text("entry.css"),
    js="\n".join(_text(f"{part}.js") for part in ("entry", "entry_keys", "entry_paste")),
)


@dataclass(frozen=True)
class Batch:
    """What was typed since the last batch, and whether it is to be saved now."""

    cells: tuple[Typed, ...]
    save: bool


def draw_entry_grid(table: EntryTable, caption: str, *, key: str, on_typed: Callable[[], None]) -> None:
    """The table to type in; `on_typed` is called with every batch, which `batch_in` reads."""
    data = {**entry_data(table, caption), "colours": css_variables()}
    _mount(key=key, data=data, on_typed_change=on_typed)


def batch_in(key: str) -> Batch | None:
    """The batch that called `on_typed`; None where it is no answer of ours."""
    answer = getattr(st.session_state.get(key), "typed", None)
    if not isinstance(answer, str):
        return None
    said = json.loads(answer)
    cells = (Typed((str(pupil), str(cell)), str(text), str(was)) for pupil, cell, text, was in said["cells"])
    return Batch(tuple(cells), bool(said["save"]))


def entry_data(table: EntryTable, caption: str) -> dict[str, object]:
    """The table as JSON; a cell is what it says, what is stored, and what is wrong with it."""
    ratings = table.what.kind == "rating"
    return {
        "caption": caption,
        "pupils": [[pupil.pupil_id, pupil.name] for pupil in table.pupils],
        "columns": [[c.key, c.label, _maximum(c.below)] for c in table.columns],
        "rows": [
            [_cell(table, pupil.pupil_id, column.key) for column in table.columns] for pupil in table.pupils
        ],
        "reasons": [[reason.letter, reason.text] for reason in reasons_of(table.what.kind)],
        "words": _words() | {"reasons": _("Ikke vurderet:") if ratings else _("Uden point:")},
    }


def _maximum(points: str) -> str:
    return _("af {points}").format(points=points) if points else ""


def _cell(table: EntryTable, pupil_id: str, column: str) -> list[str]:
    cell = table.cells[pupil_id, column]
    problem = cell.problem or (_("En anden har skrevet her imens.") if cell.disputed else "")
    return [cell.said, cell.stored, problem]


def _words() -> dict[str, str]:
    return {
        "pupil": _("Elev"),
        "bar": _("Gem, fortryd og grunde til, at et felt er tomt"),
        "save": _("Gem"),
        "undo": _("Fortryd"),
        "cell": _("{pupil}, {column}"),
        "waiting": _("Gemmer kladden …"),
        "kept": _("Kladden er gemt."),
        "left_out": _("Det indsatte var større end tabellen: {what} er ikke indsat."),
        "row": _("1 række"),
        "rows": _("{n} rækker"),
        "column": _("1 kolonne"),
        "columns": _("{n} kolonner"),
        "and": _(" og "),
        "pasted_one": _("1 felt er indsat."),
        "pasted": _("{n} felter er indsat."),
    }
