"""The pupils of a block: what the sheet calls each, and what is wrong with the list."""

import re
from collections.abc import Sequence
from gettext import gettext as _

from data_io.layouts.block import Block
from data_io.layouts.context import klasse_name
from data_io.layouts.reading import KeyKind, Problem, PupilRow
from data_io.layouts.values import label_text
from data_io.layouts.view import View
from data_io.layouts.word_lists import UNILOGIN_WORDS
from data_io.layouts.words import fold, tokens
from data_io.workbook.cells import cell_name

# Letters, then digits, no spaces: the usual look of a uni-login.
_LOGIN = re.compile(r"[a-zæøå]{2,8}[0-9a-zæøå]*\d[0-9a-zæøå]*", re.IGNORECASE)


def pupil_rows(sheet: View, block: Block) -> tuple[PupilRow, ...]:
    """Every pupil of the block in sheet order, with name and uni-login as far as the sheet has them."""
    kind = _key_kind(sheet, block)
    return tuple(_pupil(sheet, block, row, kind) for row in block.pupil_rows)


def _pupil(sheet: View, block: Block, row: int, kind: KeyKind) -> PupilRow:
    parts = [label_text(sheet.at(row, block.identity[k])) for k in _name_keys(block)]
    label = " ".join(part for part in parts if part) or label_text(sheet.at(row, block.name_column))
    login_column = block.identity.get("unilogin")
    login = label_text(sheet.at(row, login_column)) if login_column is not None else None
    if kind == "unilogin":
        login = login or label
    klasse_column = block.identity.get("klasse")
    klasse = klasse_name(label_text(sheet.at(row, klasse_column))) if klasse_column is not None else None
    return PupilRow(row, block.name_column, label or login or "", kind, login or None, klasse)


def _name_keys(block: Block) -> list[str]:
    if "fornavn" in block.identity:
        return [k for k in ("fornavn", "efternavn") if k in block.identity]
    return ["navn"] if "navn" in block.identity else ["unilogin"]


def _key_kind(sheet: View, block: Block) -> KeyKind:
    """Whether the label itself is a uni-login: by the heading over it, otherwise by how most labels look."""
    column = block.identity.get("unilogin")
    if column is not None and column == block.name_column:
        return "unilogin"
    if column is not None and ("navn" in block.identity or "fornavn" in block.identity):
        return "name"
    heading = next((t for r in range(block.first_row) if (t := sheet.at(r, block.name_column))), "")
    if {"uni", "login"} <= set(tokens(heading)) and set(tokens(heading)) & UNILOGIN_WORDS:
        return "unilogin"
    labels = [label_text(sheet.at(row, block.name_column)) for row in block.pupil_rows]
    return "unilogin" if sum(bool(_LOGIN.fullmatch(x)) for x in labels) * 2 > len(labels) else "name"


def duplicates(pupils: Sequence[PupilRow]) -> list[Problem]:
    """An error for every pupil whose key stands twice: nobody can tell whose results are whose.

    Two of one name in different classes are two pupils.
    """
    first: dict[tuple[str, str | None], PupilRow] = {}
    problems = []
    for pupil in pupils:
        key = (fold(pupil.unilogin), None) if pupil.unilogin else (fold(pupil.label), pupil.klasse)
        before = first.setdefault(key, pupil)
        if before is not pupil:
            here, there = cell_name(pupil.row, pupil.column), cell_name(before.row, before.column)
            code = "duplicate_id" if pupil.unilogin else "duplicate_name"
            message = _(
                "{key} står to gange, i {there} og i {here}. Skriv, hvem der er hvem "
                "(fx med uni-login eller hele navnet), og indlæs igen."
            ).format(key=pupil.unilogin or pupil.label, there=there, here=here)
            problems.append(Problem(here, "error", code, message))
    return problems
