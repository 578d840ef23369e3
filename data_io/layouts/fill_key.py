"""A legend that stands in the sheet: coloured cells with what they mean in them or beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from data_io.layouts.labels import is_label
from data_io.layouts.values import read_cell
from data_io.layouts.words import fold
from data_io.workbook.cells import Sheet, Value

Place = tuple[int, int]

# What the levels are called in the schools' own forms; the longest that fits is meant.
_PHRASES = {
    "meget bekymrende": 1,
    "ekstraordinær": 1,
    "ikke i udvikling": 1,
    "lidt bekymrende": 3,
    "mere fokus": 3,
    "bekymrende": 2,
    "over niveau": 5,
    "meget grøn": 5,
    "fint": 4,
    "på niveau": 4,
    "som forventet": 4,
}
_BEGINS_WITH_COLOUR = re.compile(
    r"(?:mørke?\s?|lyse?\s?|meget\s)?(?:rød|orange|gul|grøn|blå|lilla|grå|hvid)e?t?(?:\s*[=:–(-].*|\s+(?:er|betyder)\b.*|)"
)
_BEGINS_WITH_NUMBER = re.compile(r"\d\s*[=:–]\s*\D.*")
_LONE_DIGIT = re.compile(r"(?<![\d.,])\d(?![\d.,%])")
_SCALES = range(3, 11)
_KEY_HEADINGS = frozenset(
    "farve farver farvekode forklaring betydning signatur signaturforklaring skala".split()
)


@dataclass(frozen=True)
class Key:
    """What a sheet's own legend says of its colours, and the cells it takes up.

    `numbers` are printed beside a colour, `levels` follow from its words, `missing` are colours for
    "fritaget" and the like.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    places: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class _Entry:
    place: Place
    colour: str
    texts: tuple[str, ...]
    number: int | None
    places: frozenset[Place]


def find_key(sheet: Sheet, coloured: Mapping[Place, str]) -> Key:
    """The legend of a sheet, empty where it has none; it names two colours or more, each once."""
    entries = [e for place, colour in sorted(coloured.items()) if (e := _entry(sheet, place, colour))]
    entries += _scale(sheet, coloured, {e.place for e in entries})
    by_colour: dict[str, _Entry] = {}
    for entry in entries:
        by_colour.setdefault(entry.colour, entry)
    if len(by_colour) < 2:
        return Key()
    said = {colour: level for colour, e in by_colour.items() if (level := _level(e.texts)) is not None}
    return Key(
        numbers={colour: e.number for colour, e in by_colour.items() if e.number is not None},
        levels=said,
        missing=frozenset(c for c, e in by_colour.items() if any(read_cell(t).missing for t in e.texts)),
        places=frozenset().union(*(e.places for e in entries)),
    )


def _entry(sheet: Sheet, place: Place, colour: str) -> _Entry | None:
    """The cell as a line of a legend, or None where nothing in it or beside it says so."""
    row, column = place
    beside = [(row, column), (row, column + 1), (row, column - 1)]
    if sheet.at(row, column + 1) is None or _digit(sheet.at(row, column + 1)) is not None:
        beside.append((row, column + 2))
    said = {p: value for p in beside if p[1] >= 0 and (value := sheet.at(*p)) is not None}
    texts = {p: fold(value) for p, value in said.items() if isinstance(value, str) and _is_said(value)}
    if not texts or _is_result(sheet, place):
        return None
    digits = {p: n for p, value in said.items() if (n := _digit(value)) is not None}
    lone = [int(found[0]) for text in texts.values() if len(found := _LONE_DIGIT.findall(text)) == 1]
    number = next(iter([*digits.values(), *lone]), None)
    return _Entry(place, colour, tuple(texts.values()), number, frozenset({place, *texts, *digits}))


def _scale(sheet: Sheet, coloured: Mapping[Place, str], taken: set[Place]) -> list[_Entry]:
    """Cells 1, 2, 3 … in a row or a column, each of its own colour: a scale, with the text before it."""
    found: list[_Entry] = []
    for down, right in ((0, 1), (1, 0)):
        for row, column in sorted(place for place in coloured if _digit(sheet.at(*place)) == 1):
            steps = [(row + down * n, column + right * n) for n in range(_SCALES.stop)]
            run = list(takewhile(coloured.__contains__, steps))
            numbers = [_digit(sheet.at(*place)) for place in run]
            colours = {coloured[place] for place in run}
            if numbers != list(range(1, len(run) + 1)) or len(run) not in _SCALES or taken & {*run}:
                continue
            if len(colours) == len(run):
                whole = frozenset({*run, (row, column - 1)})
                found += [
                    _Entry(p, coloured[p], (), number, whole) for p, number in zip(run, numbers, strict=True)
                ]
    return found


def _is_said(text: str) -> bool:
    plain = fold(text)
    told = _BEGINS_WITH_COLOUR.fullmatch(plain) or _BEGINS_WITH_NUMBER.fullmatch(plain)
    return bool(told) or _phrase(plain) is not None or read_cell(plain).missing == "fritaget"


def _is_result(sheet: Sheet, place: Place) -> bool:
    """True for a cell of a pupil's row under a heading: what stands beside it is a remark, no legend."""
    row, column = place
    named = any(is_label(v) and not _is_said(str(v)) for v in sheet.rows[row][:column])
    above = (sheet.at(r, column) for r in range(row - 1, -1, -1))
    heading = next((str(v) for v in above if v is not None), None)
    return named and heading is not None and fold(heading) not in _KEY_HEADINGS and not _is_said(heading)


def _phrase(text: str) -> int | None:
    """The level of the longest phrase that stands in a text as whole words."""
    longest_first = sorted(_PHRASES, key=len, reverse=True)
    return next((_PHRASES[p] for p in longest_first if re.search(rf"\b{p}\b", text)), None)


def _level(texts: tuple[str, ...]) -> int | None:
    return next((level for text in texts if (level := _phrase(text)) is not None), None)


def _digit(value: Value) -> int | None:
    whole = isinstance(value, int | float) and not isinstance(value, bool) and value in range(10)
    return int(value) if whole and isinstance(value, int | float) else None
