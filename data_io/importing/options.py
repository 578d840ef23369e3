"""What an import is told besides the sheet itself, and what follows from it for classes and years."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from data_io.layouts.context import klasse_name, skoleaar_of, trin_of, years_before
from data_io.layouts.give_context import SEVERAL, suggested_hold
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.records import Period
from data_io.layouts.words import clean

# Kept for a test nobody has said the subject of.
NO_SUBJECT = "andet fag"


class KlasseKey(NamedTuple):
    """A class of a school: its name ("7.A") and school year ("2025/26")."""

    name: str
    skoleaar: str


@dataclass(frozen=True)
class ImportOptions:
    """What the file does not say, or says otherwise; None leaves the sheet's own word.

    `answers` maps a question to its answer, by "code@cell" or, for all of a kind, by "code".
    """

    klasse: str | None = None
    skoleaar: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    subject: str | None = None
    round: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    accept_defaults: bool = False
    person: str = "lokal"
    hold: str | None = None
    teacher: str | None = None
    period: Period | None = None


def question_key(problem: Problem) -> str:
    """The name an answer to this question is kept under."""
    return f"{problem.code}@{problem.cell or ''}"


def answer_to(problem: Problem, options: ImportOptions) -> str | None:
    """The answer given to a question: for its cell, for its kind, or its safe default where allowed."""
    said = options.answers.get(question_key(problem)) or options.answers.get(problem.code)
    if said is not None and (not problem.options or said in {code for code, _text in problem.options}):
        return said
    return problem.default if options.accept_defaults else None


def with_options(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading with what the options say laid over what the sheet says."""
    klasse = klasse_name(options.klasse) or options.klasse if options.klasse else None
    klasse = hold_of(reading, options) or klasse
    reading = _without_doubts(reading, options)
    day = options.date or reading.date
    skoleaar = options.skoleaar or (skoleaar_of(options.date) if options.date else reading.skoleaar)
    ratings = tuple(
        replace(r, klasse=r.klasse or klasse, round=r.round or options.round) for r in reading.ratings
    )
    if reading.kind == "assessment":
        own = tuple(dict.fromkeys(r.klasse for r in ratings if r.klasse))
        klasser = own or reading.klasser
    else:
        klasser = (klasse,) if klasse else reading.klasser
    return replace(
        reading,
        klasser=klasser,
        ratings=ratings,
        date=day,
        skoleaar=skoleaar,
        title=options.title or reading.title,
        subject=options.subject or reading.subject,
        rounds=tuple(dict.fromkeys(r.round for r in ratings if r.round)) or reading.rounds,
    )


def hold_of(reading: SheetReading, options: ImportOptions) -> str | None:
    """The hold a test is read into: as somebody named it, or as the sheet does when they said it is one."""
    if reading.kind != "test":
        return None
    question = next((p for p in reading.problems if p.code == SEVERAL), None)
    if options.hold or question is None or answer_to(question, options) != "hold":
        return clean(options.hold or "") or None
    return suggested_hold(reading)


def _without_doubts(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading without the questions of class and day that these options decide."""
    which = next((p for p in reading.problems if p.code == "which_klasse"), None)
    said = answer_to(which, options) if which else None
    settled = {"which_klasse"} if options.klasse or options.hold else set()
    settled |= {SEVERAL} if options.hold else set()
    settled |= {"which_year"} if options.date or options.skoleaar else set()
    problems = tuple(p for p in reading.problems if p.code not in settled)
    return replace(reading, problems=problems, klasser=(said,) if said else reading.klasser)


def klasse_keys(reading: SheetReading) -> dict[str, KlasseKey]:
    """The school year of every class of the sheet.

    A sheet that follows a class over years gives one school year: that of the highest class with
    ratings; each trin below lies a year earlier. Classes without ratings yet are left out.
    """
    if reading.skoleaar is None:
        return {}
    own = {r.klasse: r.skoleaar for r in reading.ratings if r.klasse and r.skoleaar}
    rated = tuple(dict.fromkeys(r.klasse for r in reading.ratings if r.klasse))
    highest = max((t for k in rated or reading.klasser if (t := trin_of(k)) is not None), default=None)
    keys = {}
    for name in rated or reading.klasser:
        trin = trin_of(name)
        years = 0 if trin is None or highest is None or reading.kind != "assessment" else highest - trin
        keys[name] = KlasseKey(name, own.get(name) or years_before(reading.skoleaar, years))
    return keys
