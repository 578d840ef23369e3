"""The words of absence: its three categories, the totals beside them, the codes of a register, the units."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from data_io.layouts.records import Category, Unit
from data_io.layouts.words import clean, tokens
from data_io.workbook.cells import Sheet, Value

# What a column of a sheet of absence can be; "lovligt" is sygdom and frihed in one, "aside" is not counted.
Role = Literal["sygdom", "frihed", "ulovligt", "lovligt", "ialt", "aside"]
# What a code of a register can mean; "none" is no absence.
Meaning = Literal["sygdom", "frihed", "ulovligt", "none"]

_UNITS: Final[dict[Unit, frozenset[str]]] = {
    "percent": frozenset("% procent pct fraværsprocent".split()),
    "lesson": frozenset("lektioner lektion lekt timer moduler".split()),
    "day": frozenset("dage dag fraværsdage sygedage hele".split()),
}
_ASIDE = frozenset(
    "sent forsinket forsinkelse forsinkelser minutter min gange perioder skoledage undervisningsdage mulige "
    "skemalagte skemalagt planlagte tilstede fremmøde fremmødt".split()
)
_TOTAL = frozenset(
    "ialt alt total totalt samlet sum fravær fraværet fraværsdage fraværsprocent % procent pct".split()
)
_SMALL = frozenset("i af pr antal mv m v med grund pga på for og dage dag elevens årets det hele".split())
_SMALL |= frozenset().union(*_UNITS.values())
_CODES: Final[dict[str, Meaning]] = {
    "s": "sygdom",
    "e": "frihed",
    "ef": "frihed",
    "u": "ulovligt",
    "uf": "ulovligt",
}
_LEGEND = re.compile(r"(?<!\w)([A-ZÆØÅa-zæøå]{1,2})\s*[=:]\s*([^,;=\n]+)")


def role_of(text: str) -> Role | None:
    """What a heading of a sheet of absence is over, None for anything else."""
    words = tokens(text)
    if not words or len(words) > 9:
        return None
    category = category_of(words)
    if set(words) & _ASIDE:
        return "aside"
    if category:
        return category
    if any(w.startswith("lovlig") for w in words):
        return "lovligt"
    return "ialt" if set(words) & _TOTAL and set(words) <= _TOTAL | _SMALL else None


def category_of(words: Sequence[str]) -> Category | None:
    """The category some words name."""
    if any(w.startswith("ulovlig") or w in ("ulov", "ulovl") for w in words):
        return "ulovligt"
    if any(w.startswith("ekstraord") or w in ("frihed", "fri", "eks", "ekst", "ekstra") for w in words):
        return "frihed"
    if any(w.startswith("syg") or w == "sygdom" for w in words):
        return "sygdom"
    return None


def unit_of(text: str) -> Unit | None:
    """The unit a heading or title names."""
    words = set(tokens(text))
    return next((unit for unit, said in _UNITS.items() if words & said), None)


def is_of_absence(text: str) -> bool:
    """True for a text about absence ("Fravær 7.A", "Fraværsprotokol")."""
    return any(word.startswith("fravær") for word in tokens(text))


def meaning_of(value: Value, legend: dict[str, Meaning]) -> Meaning | None:
    """What a cell of a register says, None where only a person can tell."""
    plain = clean(value).casefold().strip(" .")
    if plain in legend:
        return legend[plain]
    return _CODES.get(plain) or (_words_mean(plain) if len(plain) > 2 else None)


def _words_mean(text: str) -> Meaning | None:
    words = tokens(text)
    category = category_of(words)
    if category is not None and category != "ialt":
        return category
    late = {"sent", "forsinket", "forsinkelse"} & set(words)
    there = {"tilstede", "fremmødt", "mødt"} & set(words) or words[:2] == ("til", "stede")
    return "none" if late or there else None


def legend_in(sheet: Sheet) -> dict[str, Meaning]:
    """The codes a sheet explains itself ("F = ekstraordinær frihed, L = kommet for sent")."""
    found: dict[str, Meaning] = {}
    for row in sheet.rows:
        for text in (v for v in row if isinstance(v, str) and ("=" in v or ":" in v)):
            for code, said in _LEGEND.findall(text):
                meaning = _words_mean(said.casefold())
                if meaning:
                    found.setdefault(code.casefold(), meaning)
    return found
