"""Gives a reading its class, day, school year, title and subject, from the sheet, its name or its file's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _
from pathlib import PurePath

from data_io.layouts.context import (
    date_in,
    days_of,
    first_found,
    klasser_in,
    skoleaar_in,
    skoleaar_of,
    subject_in,
    title_in,
)
from data_io.layouts.periods import with_period
from data_io.layouts.rating_values import by_round_around
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.words import clean, round_of
from data_io.workbook.cells import cell_name

# The question whether a sheet with pupils of several classes is a hold's, or each class's own.
SEVERAL = "several_klasser"
_HOLD = re.compile(r"hold\b", re.IGNORECASE)


def with_context(
    reading: SheetReading, titles: Sequence[str], sheet_name: str, file_name: str
) -> SheetReading:
    """The reading with what its surroundings say; where they say two things of a test it is a question."""
    stem = PurePath(file_name).stem
    places = [*titles, sheet_name, stem]
    if reading.kind == "assessment":
        return _assessment(reading, places)
    rows = tuple(dict.fromkeys(p.klasse for p in reading.pupils if p.klasse))
    said_year = first_found(skoleaar_in, places)
    if reading.kind in ("absence", "trivsel"):
        found = reading.klasser or _klasser(places)
        doubt = None if rows or reading.kind == "trivsel" else _which_klasse(found)
        problems = (*([doubt] if doubt else []), *reading.problems)
        return with_period(replace(reading, klasser=rows or found, problems=problems), places)
    if reading.kind != "test":
        return replace(reading, klasser=rows or _klasser(places), skoleaar=said_year or reading.skoleaar)
    days = days_of(titles)
    day = days.pop() if len(days) == 1 else None if days else first_found(date_in, (sheet_name, stem))
    reading = replace(
        reading,
        klasser=rows if len(rows) > 1 else tuple(dict.fromkeys([*rows, *_klasser(places)])),
        date=day,
        skoleaar=skoleaar_of(day) if day else said_year,
        title=title_in(titles, sheet_name, file_name),
        subject=first_found(subject_in, places),
    )
    doubt = _several(reading, rows) if len(rows) > 1 else _which_klasse(reading.klasser)
    doubts = (doubt, _which_year(reading, said_year))
    return replace(reading, problems=(*(p for p in doubts if p), *reading.problems))


def _assessment(reading: SheetReading, places: Sequence[str]) -> SheetReading:
    """Ratings say their class, round and year in their headings; what they leave out is said around them."""
    klasser = reading.klasser or _klasser(places)
    years = [r.skoleaar for r in reading.ratings if r.skoleaar]
    ratings = reading.ratings
    if len(klasser) == 1:
        ratings = tuple(replace(r, klasse=r.klasse or klasser[0]) for r in ratings)
    around = not any(r.round for r in ratings)
    if around:
        ratings = tuple(replace(r, round=first_found(round_of, places)) for r in ratings)
    empty = reading.empty_ratings
    if len(klasser) == 1:
        empty = tuple(replace(r, klasse=r.klasse or klasser[0]) for r in empty)
    reading = replace(
        reading,
        klasser=klasser,
        ratings=ratings,
        empty_ratings=empty,
        rounds=tuple(dict.fromkeys(r.round for r in ratings if r.round)),
        skoleaar=years[-1] if years else first_found(skoleaar_in, places),
    )
    reading = replace(reading, problems=(*same_slices(reading), *reading.problems))
    return by_round_around(reading) if around else reading


def same_slices(reading: SheetReading) -> list[Problem]:
    """An error for every second column of one class, round and subject: nobody can tell which holds."""
    text = _("{klasse}, {round}, {subject} står i to kolonner. Slet den ene, eller ret overskriften.")
    seen: set[tuple[str, str, str]] = set()
    problems = []
    for column in reading.ratings:
        if column.klasse is None or column.round is None:
            continue
        slot = (column.klasse, column.round, column.subject)
        if slot in seen:
            message = text.format(klasse=slot[0], round=slot[1], subject=slot[2])
            problems.append(Problem(cell_name(column.row, column.column), "error", "same_slice", message))
        seen.add(slot)
    return problems


def _klasser(places: Sequence[str]) -> tuple[str, ...]:
    """The classes of the place nearest to the results, and those of another place that says otherwise."""
    found = [classes for text in places if (classes := klasser_in(text))]
    nearest = found[0] if found else []
    other = [klasse for classes in found if not set(nearest) <= set(classes) for klasse in classes]
    return tuple(dict.fromkeys([*nearest, *other]))


def _which_klasse(klasser: Sequence[str]) -> Problem | None:
    if len(klasser) < 2:
        return None
    text = _("Arket nævner flere klasser: {klasser}. Vælg, hvilken klasse resultaterne hører til.")
    options = tuple((klasse, klasse) for klasse in klasser)
    return Problem(None, "question", "which_klasse", text.format(klasser=", ".join(klasser)), options=options)


def _several(reading: SheetReading, rows: Sequence[str]) -> Problem:
    """A question where the pupils of a test stand under different classes in its own column."""
    first = next(p for p in reading.pupils if p.klasse and p.klasse != rows[0])
    text = _("{cell}: arket har elever fra flere klasser ({klasser}). Er arket et hold?")
    place = cell_name(first.row, first.column)
    options = (
        ("hold", _("Ja, holdet {name}").format(name=suggested_hold(reading))),
        ("klasser", _("Nej, {klasser} hver for sig").format(klasser=_(" og ").join(rows))),
    )
    message = text.format(cell=place, klasser=", ".join(rows))
    return Problem(place, "question", SEVERAL, message, options=options)


def suggested_hold(reading: SheetReading) -> str:
    """What a hold may be called: as its sheet is where that says so, otherwise after its classes."""
    said = next((text for text in (reading.sheet, reading.title) if text and _HOLD.search(text)), None)
    named = tuple(dict.fromkeys(p.klasse for p in reading.pupils if p.klasse)) or reading.klasser
    return clean(said) if said else _("Hold {klasser}").format(klasser="+".join(named))


def _which_year(reading: SheetReading, said_year: str | None) -> Problem | None:
    """A question where a day lies outside the school year written beside it, as January's slips do."""
    if reading.date is None or said_year in (None, reading.skoleaar):
        return None
    text = _("Arket siger skoleår {said}, men datoen {day} ligger i {year}. Er datoen rigtig?")
    day = f"{reading.date:%d-%m-%Y}"
    options = (("yes", _("Ja, datoen er rigtig")),)
    message = text.format(said=said_year, day=day, year=reading.skoleaar)
    return Problem(None, "question", "which_year", message, options=options)
