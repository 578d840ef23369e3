"""What an import of absence would do: whose it is, in which class and period, and what is to be asked."""

from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _

from data_io.importing.directory import Directory, read_directory
from data_io.importing.matching import Match, match_pupils
from data_io.importing.options import ImportOptions, KlasseKey, answer_to, with_options
from data_io.importing.records import RecordPlan, with_learned
from data_io.layouts.absence_entries import UNSAID, question_of
from data_io.layouts.absence_sheet import on_unit
from data_io.layouts.absence_totals import sums, tolerance
from data_io.layouts.periods import year_of_period
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.records import CATEGORIES, Absence, Unit
from data_io.store.store import Store
from data_io.workbook.cells import cell_name

_UNITS: tuple[Unit, ...] = ("day", "lesson", "percent")


def plan_absence(store: Store, school_id: str, reading: SheetReading, options: ImportOptions) -> RecordPlan:
    """The plan for one sheet of absence with these options; nothing is written."""
    options = with_learned(store, school_id, reading, options)
    reading = _answered(_told(reading, options), options)
    keys = _keys(reading)
    directory = read_directory(store, school_id, keys.values())
    problems = [
        *reading.problems,
        *_without_klasse(reading, keys),
        *_too_much(reading),
        *_wrong_year(reading),
    ]
    plan = RecordPlan(reading, options, directory, problems=tuple(problems))
    if not keys or any(p.code == "no_klasse" for p in problems):
        return plan
    klasser = tuple(_klasse_of(p.klasse, keys) for p in reading.pupils)
    matches, asked = _match(reading, klasser, directory, options)
    targets = tuple(dict.fromkeys(klasser))
    return replace(plan, targets=targets, matches=matches, klasser=klasser, problems=(*plan.problems, *asked))


def _told(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading with class, period and year as they are told; several classes in the rows stay."""
    told = with_options(reading, options)
    period = options.period or reading.period
    year = options.skoleaar or (year_of_period(period) if period else None) or reading.skoleaar
    rows = tuple(dict.fromkeys(p.klasse for p in reading.pupils if p.klasse))
    klasser = rows if len(rows) > 1 else told.klasser
    pupils = told.pupils if len(rows) > 1 else tuple(replace(p, klasse=None) for p in told.pupils)
    return replace(told, period=period, skoleaar=year, klasser=klasser, pupils=pupils)


def _answered(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading with the answers that change what its cells mean: codes, the unit, totals that differ."""
    for problem in (p for p in reading.problems if p.severity == "question"):
        said = answer_to(problem, options)
        if problem.code == "absence_unit" and said in _UNITS:
            reading = on_unit(reading, next(u for u in _UNITS if u == said))
        if problem.code == "absence_total" and said == "categories":
            reading = _without_false_totals(reading)
    meanings = {
        p.code: said
        for p in reading.problems
        if p.code.startswith("absence_code_") and (said := answer_to(p, options))
    }
    return replace(reading, absences=tuple(m for a in reading.absences if (m := _meant(a, meanings))))


def _meant(absence: Absence, meanings: Mapping[str, str]) -> Absence | None:
    """A day whose code is answered now; None where it is no absence."""
    if not absence.missing or not absence.missing.startswith(UNSAID):
        return absence
    said = meanings.get(question_of(absence.missing.removeprefix(UNSAID)))
    category = next((c for c in CATEGORIES if c == said), None)
    if category:
        return absence._replace(category=category, missing=None)
    return None if said == "none" else absence


def _without_false_totals(reading: SheetReading) -> SheetReading:
    false = {t for t, total in sums(reading.absences) if abs((t.amount or 0.0) - total) > tolerance(t)}
    return replace(reading, absences=tuple(a for a in reading.absences if a not in false))


def _keys(reading: SheetReading) -> dict[str, KlasseKey]:
    if reading.skoleaar is None or reading.period is None:
        return {}
    return {name: KlasseKey(name, reading.skoleaar) for name in reading.klasser}


def _klasse_of(said: str | None, keys: Mapping[str, KlasseKey]) -> KlasseKey:
    return keys[said] if said else next(iter(keys.values()))


def _without_klasse(reading: SheetReading, keys: Mapping[str, KlasseKey]) -> list[Problem]:
    """An error for every pupil without a class in a sheet of several."""
    homeless = [p for p in reading.pupils if p.klasse not in keys] if len(keys) > 1 else []
    text = _("{cell}: {name} står uden klasse i et ark med flere klasser. Skriv klassen, og indlæs igen.")
    return [
        Problem(place, "error", "no_klasse", text.format(cell=place, name=p.label))
        for p in homeless
        for place in [cell_name(p.row, p.column)]
    ]


def _wrong_year(reading: SheetReading) -> list[Problem]:
    """An error where the period lies outside the school year that was told."""
    year = year_of_period(reading.period) if reading.period else None
    if year is None or reading.skoleaar in (None, year):
        return []
    text = _("Perioden ligger i skoleåret {year}, ikke i {said}. Ret perioden eller skoleåret.")
    return [Problem(None, "error", "which_year", text.format(year=year, said=reading.skoleaar))]


def _too_much(reading: SheetReading) -> list[Problem]:
    """An error for more days of absence than the period has."""
    if reading.period is None:
        return []
    first, last = reading.period
    most = (last - first).days + 1
    text = _("{cell}: {name} har {n} dages fravær, men perioden er kun på {most} dage. Er det lektioner?")
    return [
        Problem(place, "error", "too_much", message)
        for a in reading.absences
        if a.unit == "day" and a.day is None and (a.amount or 0) > most
        for place in [cell_name(a.row, a.column)]
        for message in [
            text.format(cell=place, name=reading.pupils[a.pupil].label, n=f"{a.amount:g}", most=most)
        ]
    ]


def _match(
    reading: SheetReading, klasser: tuple[KlasseKey, ...], directory: Directory, options: ImportOptions
) -> tuple[tuple[Match, ...], list[Problem]]:
    """Who the rows are, each looked for in its own class."""
    found: dict[int, Match] = {}
    problems: list[Problem] = []
    for klasse in dict.fromkeys(klasser):
        rows = [i for i, own in enumerate(klasser) if own == klasse]
        matches, asked = match_pupils([reading.pupils[i] for i in rows], [klasse], directory, options)
        found |= dict(zip(rows, matches, strict=True))
        problems += asked
    return tuple(found[i] for i in range(len(klasser))), problems
