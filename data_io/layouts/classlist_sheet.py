"""Reads a class list: names, uni-logins and classes, and no results."""

from dataclasses import dataclass

from data_io.layouts.context import klasse_name
from data_io.layouts.pupils import duplicates
from data_io.layouts.reading import Band, PupilRow, SheetReading
from data_io.layouts.values import label_text
from data_io.layouts.words import (
    IDENTITY_PARTS,
    is_heading,
    tokens,
)
from data_io.workbook.cells import Sheet


@dataclass(frozen=True)
class _Heading:
    row: int
    columns: dict[str, int]


def read_classlist(sheet: Sheet) -> SheetReading | None:
    """The sheet as a class list, or None where no row of headings names at least a name and one more part."""
    heading = next((h for row in range(min(len(sheet.rows), 30)) if (h := _heading(sheet, row))), None)
    if heading is None:
        return None
    pupils = [p for row in range(heading.row + 1, len(sheet.rows)) if (p := _pupil(sheet, heading, row))]
    if not pupils:
        return None
    columns = heading.columns.values()
    return SheetReading(
        sheet=sheet.name,
        kind="classlist",
        hidden=sheet.hidden,
        klasser=tuple(dict.fromkeys(p.klasse for p in pupils if p.klasse)),
        pupils=tuple(pupils),
        problems=tuple(p for p in duplicates(pupils) if p.code == "duplicate_id"),
        bands=(Band("pupil", pupils[0].row, min(columns), pupils[-1].row, max(columns)),),
    )


def _heading(sheet: Sheet, row: int) -> _Heading | None:
    found: dict[str, int] = {}
    for column, value in enumerate(sheet.rows[row]):
        words = set(tokens(value)) if isinstance(value, str) and is_heading(value) else set()
        part = next(
            (name for name, vocabulary in IDENTITY_PARTS if words & vocabulary and name not in found), None
        )
        if part:
            found[part] = column
    named = "navn" in found or "fornavn" in found
    return _Heading(row, found) if named and len(found) >= 2 else None


def _pupil(sheet: Sheet, heading: _Heading, row: int) -> PupilRow | None:
    said = {part: label_text(sheet.at(row, column)) for part, column in heading.columns.items()}
    name = " ".join(said[k] for k in ("fornavn", "efternavn") if said.get(k)) or said.get("navn", "")
    if not any(map(str.isalpha, name)) or is_heading(name):
        return None
    column = heading.columns.get("fornavn", heading.columns.get("navn", 0))
    login = said.get("unilogin") or None
    return PupilRow(row, column, name, "name", login, klasse_name(said.get("klasse", "")))
