"""Reads the indicators of a trivselsmåling for classes; answers of single pupils are refused."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import gettext as _

from data_io.layouts.classlist_sheet import klasse_of
from data_io.layouts.context import skoleaar_in
from data_io.layouts.identity import part_of
from data_io.layouts.periods import spring_note, spring_of
from data_io.layouts.reading import Band, Problem, SheetReading
from data_io.layouts.records import Indicator, Trivsel, Whose
from data_io.layouts.values import danish, label_text, read_cell
from data_io.layouts.words import MOST_REMEMBERED, clean, tokens
from data_io.workbook.cells import Sheet, Value, cell_name

_LOOKED_AT = 30
_FEWEST = 3  # indicators of the four that make a sheet one of the national measurement
_WHOLES: tuple[tuple[Whose, frozenset[str]], ...] = (
    ("land", frozenset("landet lands hele landsgennemsnit landsplan national nationalt danmark".split())),
    ("kommune", frozenset("kommunen kommune kommunens".split())),
    ("skole", frozenset("skolen skole skolens skolegennemsnit".split())),
)
_RESULT = frozenset("gennemsnit resultat score indikator værdi klassen klassens snit indeks".split())
_YEAR = re.compile(r"(20\d\d)")
_NOT_SHOWN = re.compile(r"[*•.–-]+|<\s*\d+|n/?a", re.IGNORECASE)


@dataclass(frozen=True)
class _Head:
    """What one line of results is about: a class (None is the sheet's own), or a whole, and its year."""

    whose: Whose
    klasse: str | None = None
    skoleaar: str | None = None


_Place = tuple[int, int, _Head, Indicator]


def read_trivsel(sheet: Sheet) -> SheetReading | None:
    """The sheet's indicators, None when fewer than three of the four stand in one row or column."""
    texts = {text for row in sheet.texts for _column, text in row}
    if not any(map(indicator_of, texts)) and not _is_measurement(sheet):
        return None
    if _is_of_pupils(sheet):
        return _refused(sheet)
    for turned in (False, True):
        found = _indicators(sheet, turned=turned)
        if found is not None:
            line, places = found
            cells = list(_cells(sheet, line, places, turned=turned))
            if cells:
                return _reading(sheet, cells)
    return None


@lru_cache(MOST_REMEMBERED, typed=True)
def indicator_of(value: Value) -> Indicator | None:
    """The indicator a heading names."""
    words = set(tokens(value)) if isinstance(value, str) and len(value) < 80 else set()
    if "trivsel" in words or "trivselsindikator" in words:
        if words & {"social", "sociale", "socialt"}:
            return "social"
        return "faglig" if words & {"faglig", "faglige", "fagligt"} else None
    if {"støtte", "inspiration"} <= words:
        return "stoette"
    return "ro" if {"ro", "orden"} <= words else None


def _indicators(sheet: Sheet, *, turned: bool) -> tuple[int, dict[int, Indicator]] | None:
    """The first row (or column, where turned) with three of the four, and the places they stand at."""
    lines = range(min(sheet.width, 6) if turned else min(len(sheet.rows), _LOOKED_AT))
    for line in lines:
        size = len(sheet.rows) if turned else sheet.width
        found: dict[int, Indicator] = {}
        for place in range(size):
            indicator = indicator_of(sheet.at(place, line) if turned else sheet.at(line, place))
            if indicator and indicator not in found.values():
                found[place] = indicator
        if len(found) >= _FEWEST:
            return line, found
    return None


def _cells(sheet: Sheet, line: int, places: dict[int, Indicator], *, turned: bool) -> Iterator[_Place]:
    """Every cell that holds an indicator, with what it is about."""
    across = range(line + 1, sheet.width if turned else len(sheet.rows))
    for other in across:
        values = [sheet.at(p, other) if turned else sheet.at(other, p) for p in places]
        if all(v is None for v in values):
            continue
        head = _head(sheet, other, min(places), turned=turned)
        if head is None:
            continue
        for place, indicator in places.items():
            yield (place, other, head, indicator) if turned else (other, place, head, indicator)


def _head(sheet: Sheet, other: int, first: int, *, turned: bool) -> _Head | None:
    """What a line of results is about, by the texts before its first indicator."""
    before = range(first - 1, max(first - 4, -1), -1) if turned else range(first)
    texts = [label_text(sheet.at(p, other) if turned else sheet.at(other, p)) for p in before]
    texts = [t for t in texts if t]
    klasse = next((k for t in texts if (k := klasse_of(t))), None)
    year = next((y for t in texts if (y := _year(t))), None)
    if klasse:
        return _Head("klasse", klasse, year)
    words = {w for t in texts for w in tokens(t)}
    whole = next((whose for whose, said in _WHOLES if words & said), None)
    if whole:
        return _Head(whole, None, year)
    # Without a class of its own a line is about the class the sheet is named after; a percentage is not.
    if year or not words or (words & _RESULT and "%" not in words):
        return _Head("klasse", None, year)
    return None


def _year(text: str) -> str | None:
    found = _YEAR.search(text)
    return skoleaar_in(text) or (spring_of(int(found[1])) if found else None)


def _reading(sheet: Sheet, cells: Sequence[_Place]) -> SheetReading:
    rows: list[Trivsel] = []
    problems: list[Problem] = []
    for row, column, head, indicator in cells:
        value, missing, wrong = _said(sheet, row, column)
        if wrong:
            place = cell_name(row, column)
            problems.append(Problem(place, "error", "not_an_indicator", wrong.format(cell=place)))
        rows.append(Trivsel(head.whose, head.klasse, head.skoleaar, indicator, value, missing, row, column))
    own = [t for t in rows if t.whose == "klasse"]
    return SheetReading(
        sheet=sheet.name,
        kind="trivsel",
        hidden=sheet.hidden,
        klasser=tuple(dict.fromkeys(t.klasse for t in own if t.klasse)),
        skoleaar=max((t.skoleaar for t in own if t.skoleaar), default=None),
        trivsel=tuple(rows),
        problems=(*problems, *_doubles(rows), *_no_class(own), *_years(own), *_spring(sheet, rows)),
        bands=tuple(Band("value", t.row, t.column, t.row, t.column) for t in rows),
    )


def _said(sheet: Sheet, row: int, column: int) -> tuple[float | None, str | None, str | None]:
    """An indicator's value, why it is missing, and what is wrong with its cell."""
    value = sheet.at(row, column)
    cell = read_cell(value)
    if (row, column) in sheet.broken:
        return None, "unreadable", _("{cell}: formlen har intet resultat. Skriv tallet i cellen.")
    if cell.number is not None:
        if 1 <= cell.number <= 5:
            return cell.number, None, None
        text = _("{{cell}}: {found} er ikke en trivselsindikator fra 1 til 5.")
        return cell.number, None, text.format(found=danish(cell.number))
    if value is None or cell.missing or _NOT_SHOWN.fullmatch(clean(value)):
        return None, "empty" if value is None else "not_shown", None
    found = clean(value).replace("{", "(").replace("}", ")")
    text = _("{{cell}}: her står “{found}”, men der skal stå et tal fra 1 til 5 eller “-”.")
    return None, "unreadable", text.format(found=found)


def _doubles(rows: Sequence[Trivsel]) -> list[Problem]:
    """An error for an indicator that one class has twice in one year."""
    seen: dict[tuple[object, ...], Trivsel] = {}
    problems = []
    for one in rows:
        key = (one.whose, one.klasse, one.skoleaar, one.indicator)
        before = seen.setdefault(key, one)
        if before is not one and one.whose == "klasse":
            here, there = cell_name(one.row, one.column), cell_name(before.row, before.column)
            text = _("{there} og {here} er den samme indikator for den samme klasse. Slet den ene.")
            message = text.format(there=there, here=here)
            problems.append(Problem(here, "error", "same_indicator", message))
    return problems


def _no_class(own: Sequence[Trivsel]) -> list[Problem]:
    """An error where the sheet has results of wholes alone: they belong to no class."""
    if own:
        return []
    text = _("Arket har tal for skolen eller landet, men ikke for en klasse. Der er intet at læse ind.")
    return [Problem(None, "error", "no_klasse", text)]


def _years(own: Sequence[Trivsel]) -> list[Problem]:
    """The question whether columns of several years follow the pupils or only the class's name."""
    years = sorted({t.skoleaar for t in own if t.skoleaar})
    if len(years) < 2:
        return []
    text = _("Arket har tal fra {first} og {last}. Er det de samme elever, fulgt fra trin til trin?")
    options = (
        ("followed", _("Ja, klassen er fulgt: 7.A var 6.A året før")),
        ("same_name", _("Nej, klassen hed det samme hvert år")),
    )
    message = text.format(first=years[0], last=years[-1])
    place = cell_name(own[0].row, own[0].column)
    return [Problem(place, "question", "trivsel_years", message, options=options)]


def _spring(sheet: Sheet, rows: Sequence[Trivsel]) -> list[Problem]:
    """A note where a calendar year was taken for the school year it ends."""
    years = {t.skoleaar for t in rows if t.skoleaar}
    texts = [label_text(v) for row in sheet.rows for v in row if v is not None]
    alone = sorted({t for t in texts if _YEAR.fullmatch(t) and spring_of(int(t)) in years})
    return [spring_note(alone[-1], spring_of(int(alone[-1])))] if alone else []


def _is_of_pupils(sheet: Sheet) -> bool:
    """True where the rows of a measurement are single pupils: named, numbered, or by their own answers."""
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        values = [v for v in sheet.rows[row] if v is not None]
        single = any(_is_single(v) for v in values)
        indicators = {i for v in values if (i := indicator_of(v))}
        if single and (len(indicators) >= _FEWEST or (_is_measurement(sheet) and len(values) >= 4)):
            return True
    return False


@lru_cache(MOST_REMEMBERED, typed=True)
def _is_single(value: Value) -> bool:
    words = set(tokens(value)) if isinstance(value, str) else set()
    own = bool(words & {"respondent", "respondentnr", "besvarelsesid", "respondentid", "elevid"})
    return (
        own
        or part_of(value) in ("navn", "fornavn", "unilogin")
        or (part_of(value) == "number" and "elev" in words)
    )


def _is_measurement(sheet: Sheet) -> bool:
    """True for a sheet that calls itself a trivselsmåling."""
    texts = [sheet.name, *(v for row in sheet.rows[:6] for v in row if isinstance(v, str))]
    return any(w.startswith("trivselsmåling") for t in texts for w in tokens(t))


def _refused(sheet: Sheet) -> SheetReading:
    text = _(
        "Arket har enkelte elevers svar fra trivselsmålingen. De er kun til statistik og læses ikke ind. "
        "Brug tallene for klassen."
    )
    problem = Problem(None, "error", "pupil_trivsel", text)
    return SheetReading(sheet=sheet.name, kind="trivsel", hidden=sheet.hidden, problems=(problem,))
