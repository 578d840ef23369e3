"""A grid whose rows and columns are chosen and given a role: what it offers and what it answers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Final

from ui.grid.model import Look

# What the grid answers in place of a role when the last correction is to be taken back.
TAKE_BACK: Final = "take-back"


@dataclass(frozen=True)
class EditRole:
    """One button: its code, words, letter on the keyboard and look, and whether rows or columns can be it."""

    code: str
    text: str
    letter: str
    look: Look
    for_rows: bool
    for_columns: bool


@dataclass(frozen=True)
class Pick:
    """The rows or columns that were chosen, counted from 0, and the code of what they are."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    code: str


def edit_data(roles: Sequence[EditRole], said: str) -> dict[str, object]:
    """The buttons, what the sheet is read as now, and the words of the drawing in the browser."""
    return {
        "roles": [
            {
                "code": role.code,
                "text": role.text,
                "letter": role.letter,
                "look": role.look,
                "r": role.for_rows,
                "c": role.for_columns,
            }
            for role in roles
        ],
        "said": said,
        "words": {
            "bar": _("Hvad er de valgte rækker eller kolonner?"),
            "hint": _("Vælg rækker på tallene eller kolonner på bogstaverne. Sig så, hvad de er."),
            "r": _("Valgt: række {which}"),
            "c": _("Valgt: kolonne {which}"),
        },
    }


def picked(answer: object) -> Pick | None:
    """What the browser answered; None where it is no answer of ours."""
    if not isinstance(answer, str):
        return None
    said = json.loads(answer)
    numbers = tuple(int(n) for n in said["numbers"])
    rows, columns = (numbers, ()) if said["axis"] == "r" else ((), numbers)
    return Pick(rows, columns, str(said["code"]))
