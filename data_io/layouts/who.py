"""Which columns left of the results say who a pupil is: name, first and last name, uni-login, class."""

import re

from data_io.layouts.identity import part_of
from data_io.layouts.values import label_text
from data_io.layouts.view import View
from data_io.layouts.word_lists import MAX_WORDS
from data_io.layouts.words import is_about_pupils, is_heading, tokens
from data_io.workbook.cells import Value

_KEPT = frozenset("fornavn mellemnavn efternavn navn unilogin klasse".split())
_NAMES = frozenset("fornavn mellemnavn efternavn navn pupil".split())
_ALTERNATIVES = re.compile(r"[/\\|]")


def said_of_pupils(value: Value) -> str | None:
    """The part of a pupil's identity a heading names, also beside another word ("Opgave nr./uni-login")."""
    if not isinstance(value, str):
        return None
    parts = (part_of(piece) for piece in (value, *_ALTERNATIVES.split(value)))
    return next((part for part in parts if part in _KEPT), None)


def tells_of_pupils(value: Value) -> bool:
    """True for a heading over anything a list says of its pupils: no results stand below it."""
    return is_about_pupils(value) or (isinstance(value, str) and part_of(value) is not None)


def identity_columns(view: View, rows: list[int], first_value: int, label: int) -> dict[str, int]:
    """Which column left of the values holds which part of a pupil's identity, by its heading."""
    found: dict[str, int] = {}
    named = next((c for c, role in view.column_roles.items() if role == "pupil"), None)
    if named is not None:
        found["navn"] = named
    for column in (c for c in range(first_value) if not view.is_left_out(c)):
        part = view.column_roles.get(column) or part_above(view, rows[0], column)
        if named is not None and part in _NAMES:
            continue
        holds = any(isinstance(view.at(r, column), str) for r in rows)
        if part == "klasse" and all(label_text(view.at(r, column)).isdigit() for r in rows):
            continue  # A title "Klasse: 7.A" stands over the pupils' numbers.
        if part in _KEPT and part not in found and holds:
            found[part] = column
    if not {"navn", "fornavn", "unilogin"} & found.keys():
        found["navn"] = label
    if "navn" not in found and "fornavn" not in found and found.get("unilogin") != label:
        found["navn"] = label
    return found


def part_above(view: View, first_row: int, column: int) -> str | None:
    """The nearest heading above the pupils that names a part of who they are."""
    for row in range(first_row - 1, -1, -1):
        value = view.at(row, column)
        if isinstance(value, str) and is_heading(value) and not set(tokens(value)) <= MAX_WORDS:
            part = said_of_pupils(value)
            if part:
                return part
    return None
