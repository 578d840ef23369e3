"""Reads a class list as school systems export it: names, uni-logins and classes, and no results."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from gettext import ngettext

from data_io.layouts.context import klasse_name, klasser_in, skoleaar_in
from data_io.layouts.identity import Part, is_about_staff, part_of
from data_io.layouts.labels import is_of_their_kind
from data_io.layouts.pupils import duplicates
from data_io.layouts.reading import Band, Problem, PupilRow, SheetReading
from data_io.layouts.values import label_text, read_cell
from data_io.layouts.words import clean, is_heading, is_statistic, tokens
from data_io.workbook.cells import Sheet, Value, cell_name

_LOOKED_AT = 40  # rows above the first heading, at most
_NAMES: tuple[Part, ...] = ("fornavn", "mellemnavn", "efternavn")
_CALLED = frozenset({"navn", "fornavn"})
_KEPT: tuple[Part, ...] = (*_NAMES, "navn", "unilogin", "klasse", "trin", "spor")
_FOOTER = frozenset(
    "antal udskrevet printet udskrift total sum side klasselærer klasselærere lærer lærere kontaktlærer "
    "opdateret skole skolen rapport dato generated printed".split()
)
_BRACKETS = re.compile(r"[(\[].*?[)\]]")


@dataclass(frozen=True)
class _Heading:
    """A row of headings: the column of every part that is kept, and the columns that are not."""

    row: int
    columns: dict[Part, int]
    left_out: dict[int, str] = field(default_factory=dict)
    unknown: frozenset[int] = frozenset()


def read_classlist(sheet: Sheet) -> SheetReading | None:
    """The sheet as a class list, or None where no row of headings names pupils and something more of them."""
    heading = next((h for r in range(min(len(sheet.rows), _LOOKED_AT)) if (h := _heading(sheet, r))), None)
    if heading is None or _holds_results(sheet, heading):
        return None
    pupils, headings = _pupils(sheet, heading)
    if not pupils:
        return None
    said = [_klasse_said(sheet, p.row, headings) for p in pupils]
    years = {year for text in said if (year := skoleaar_in(text))}
    twice = tuple(p for p in duplicates(pupils) if p.code == "duplicate_id")
    columns = heading.columns.values()
    return SheetReading(
        sheet=sheet.name,
        kind="classlist",
        hidden=sheet.hidden,
        klasser=tuple(dict.fromkeys(p.klasse for p in pupils if p.klasse)),
        skoleaar=years.pop() if len(years) == 1 else None,
        pupils=tuple(pupils),
        problems=(*twice, *_without_klasse(pupils), *_left_out(sheet, heading)),
        bands=(Band("pupil", pupils[0].row, min(columns), pupils[-1].row, max(columns)),),
    )


def is_plainly_a_classlist(sheet: Sheet) -> bool:
    """True where every column that holds anything is headed as a list of pupils heads it: no results at all.

    Telephone numbers and days of birth are numbers too, and must not be taken for points.
    """
    heading = next((h for r in range(min(len(sheet.rows), _LOOKED_AT)) if (h := _heading(sheet, r))), None)
    if heading is None or len(heading.columns) < 2:
        return False
    known = {c for c, v in enumerate(sheet.rows[heading.row]) if v is not None} - heading.unknown
    below = range(heading.row + 1, len(sheet.rows))
    return all(c in known for r in below for c, v in enumerate(sheet.rows[r]) if v is not None)


def _heading(sheet: Sheet, row: int) -> _Heading | None:
    """The row as headings: a name with a second part of it, or a name where every heading is understood."""
    if not any(part_of(text) in _CALLED for _column, text in sheet.texts[row]):
        return None
    cells = {c: v for c, v in enumerate(sheet.rows[row]) if v is not None}
    if any(is_about_staff(value) for value in cells.values()):
        return None
    columns: dict[Part, int] = {}
    left_out: dict[int, str] = {}
    unknown = set()
    for column, value in cells.items():
        part = part_of(value)
        if part in _KEPT and part not in columns:
            columns[part] = column
        elif part != "number":
            left_out[column] = label_text(value)
            unknown |= {column} if part is None else set()
    enough = len(columns) >= 2 or (len(cells) >= 2 and not unknown)
    return _Heading(row, columns, left_out, frozenset(unknown)) if enough else None


def _holds_results(sheet: Sheet, heading: _Heading) -> bool:
    """True where numbers stand under headings nobody knows: that is more than a class list."""
    rows = range(heading.row + 1, len(sheet.rows))
    named = [r for r in rows if _name(sheet, heading, r)]
    full = [
        c
        for c in heading.unknown
        if sum(read_cell(sheet.at(r, c)).number is not None for r in named) * 2 > max(len(named), 1)
    ]
    return len(full) > 1


def _pupils(sheet: Sheet, first: _Heading) -> tuple[list[PupilRow], dict[int, _Heading]]:
    """The pupils below the headings, and under which headings each row stands; a class may head a block."""
    heading, klasse = first, _klasse_above(sheet, first.row)
    found: list[PupilRow] = []
    under: dict[int, _Heading] = {}
    for row in range(first.row + 1, len(sheet.rows)):
        again = _heading(sheet, row)
        if again:
            heading = again
            continue
        block = _block_klasse(sheet, row)
        if block:
            klasse = block
            continue
        pupil = _pupil(sheet, heading, row)
        if pupil:
            own = pupil.klasse is not None or "klasse" in heading.columns
            found.append(pupil if own else replace(pupil, klasse=klasse))
            under[row] = heading
    blocks = {p.klasse for p in found}
    if len(blocks) == 1 and "klasse" not in first.columns and "trin" not in first.columns:
        # One class above everything is a title; those are weighed with the sheet's and the file's names.
        found = [replace(p, klasse=None) for p in found]
    others = [p.label for p in found]
    return [p for p in found if is_of_their_kind(p.label.rstrip("."), others)], under


def _klasse_above(sheet: Sheet, row: int) -> str | None:
    """The class of the nearest line above that stands alone and names one."""
    return next((k for r in range(row - 1, -1, -1) if (k := _block_klasse(sheet, r))), None)


def _block_klasse(sheet: Sheet, row: int) -> str | None:
    """The class a line of its own names ("7.B", "Klasse 7.B · 22 elever")."""
    values = [v for v in sheet.rows[row] if v is not None]
    labelled = len(values) == 2 and is_heading(values[0])
    if not values or not isinstance(values[0], str) or (len(values) > 1 and not labelled):
        return None
    text = " ".join(label_text(v) for v in values)
    found = klasser_in(_BRACKETS.sub(" ", text))
    return found[0] if len(found) == 1 else None


def _pupil(sheet: Sheet, heading: _Heading, row: int) -> PupilRow | None:
    name = _name(sheet, heading, row)
    if not name:
        return None
    column = heading.columns.get("fornavn", heading.columns.get("navn", 0))
    login = _text(sheet, heading, row, "unilogin") or None
    return PupilRow(row, column, name, "name", login, _klasse(sheet, heading, row))


def _name(sheet: Sheet, heading: _Heading, row: int) -> str:
    """The pupil's whole name, given name first; nothing for a line that is no pupil."""
    parts = [_text(sheet, heading, row, part) for part in _NAMES if part in heading.columns]
    name = " ".join(part for part in parts if part)
    if "fornavn" not in heading.columns:
        last, comma, first = _text(sheet, heading, row, "navn").partition(",")
        name = f"{first.strip()} {last.strip()}".strip() if comma else last
    words = tokens(name)
    filled = sum(v is not None for v in sheet.rows[row])
    footer = ":" in name or (bool(words) and words[0] in _FOOTER) or (filled == 1 and len(words) > 5)
    if not any(map(str.isalpha, name)) or is_heading(name) or is_statistic(name) or footer:
        return ""
    return name


def _text(sheet: Sheet, heading: _Heading, row: int, part: Part) -> str:
    column = heading.columns.get(part)
    return label_text(sheet.at(row, column)) if column is not None else ""


def _klasse(sheet: Sheet, heading: _Heading, row: int) -> str | None:
    """The class a row says: in one cell, or as year level and letter in two."""
    said, trin = _text(sheet, heading, row, "klasse"), _text(sheet, heading, row, "trin")
    spor = _text(sheet, heading, row, "spor") or said
    level = re.search(r"\d+", trin)
    return klasse_of(said) or (klasse_name(f"{level[0]}{spor}") if level else None) or _own_name(said)


def klasse_of(text: str) -> str | None:
    """The class a cell names, whatever stands beside it ("7a (2025/26)", "7. A", "7.A Fjordskolen")."""
    plain = clean(_BRACKETS.sub(" ", text))
    found = klasser_in(plain)
    return klasse_name(plain) or (found[0] if len(found) == 1 else None)


def _own_name(text: str) -> str | None:
    """A class with a name of its own ("Modtageklasse"); a bare number is only a year level."""
    return text if any(map(str.isalpha, text)) and len(text) <= 30 else None


def _klasse_said(sheet: Sheet, row: int, headings: dict[int, _Heading]) -> str:
    return _text(sheet, headings[row], row, "klasse")


def _without_klasse(pupils: Sequence[PupilRow]) -> list[Problem]:
    """An error for every pupil without a class on a list of several: nobody can tell where they belong."""
    if len({p.klasse for p in pupils if p.klasse}) < 2:
        return []
    text = _("{cell}: {name} står uden klasse på en liste med flere klasser. Skriv klassen, og indlæs igen.")
    return [
        Problem(place, "error", "no_klasse", text.format(cell=place, name=p.label))
        for p in pupils
        if p.klasse is None
        for place in [cell_name(p.row, p.column)]
    ]


def _left_out(sheet: Sheet, heading: _Heading) -> list[Problem]:
    """A note of the columns a class list holds and Klasseblik has no use for."""
    rows = range(heading.row + 1, len(sheet.rows))
    names = [n for c, n in heading.left_out.items() if any(_is_said(sheet.at(r, c)) for r in rows)]
    if not names:
        return []
    text = ngettext("Kolonnen {names} er ikke gemt.", "Kolonnerne {names} er ikke gemt.", len(names))
    last = _(" og ").join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
    place = cell_name(heading.row, next(iter(heading.left_out)))
    return [Problem(place, "note", "columns_left_out", text.format(names=last))]


def _is_said(value: Value) -> bool:
    return value is not None and clean(value) != ""
