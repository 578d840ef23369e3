"""Which sheets Fjordskolen has, in which files, and what a reader must be told and must find."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sample_data.school_absence import PRINTS, REGISTER, register_sheet, totals_sheet, trivsel_sheet
from sample_data.school_answers import sit
from sample_data.school_cast import COHORTS, TRACKS, Pupil, klasse_name, listed, skoleaar, trin, years_of
from sample_data.school_expect import Expect, of_assessment, of_class_list, of_test
from sample_data.school_grid import Grid
from sample_data.school_lists import class_list
from sample_data.school_rating_sheets import assessment_sheet
from sample_data.school_ratings import ratings_of
from sample_data.school_sheets import Line, TestSheet, notes_sheet
from sample_data.school_story import NICKNAMES, TODAY, YEARS, ZERO_ROWS
from sample_data.school_styles import JOINT, JOINT_FILE, OTHER_FILES, TestStyle, ident_of, style_of
from sample_data.school_tests import Test, tests

Seating = tuple[Test, int, str, int]
"""One class at one test: test, cohort, track and the year its school year begins in."""


@dataclass
class Planned:
    """One sheet in its file; `day` orders the imports, and the rest is the manifest's."""

    file: str
    day: date
    grid: Grid
    expect: Expect | None = None  # None: a sheet beside the results
    options: dict[str, str | None] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    test: Test | None = None
    skoleaar_by_klasse: dict[str, str] = field(default_factory=dict)


def plan() -> list[Planned]:
    """All sheets: class lists first, then by date; the sheets of one file stay together."""
    later = [*_tests(), *_assessments(), *_absence(), *_trivsel()]
    first_day = {sheet.file: sheet.day for sheet in sorted(later, key=lambda sheet: sheet.day, reverse=True)}
    return [*_class_lists(), *sorted(later, key=lambda sheet: (first_day[sheet.file], sheet.file))]


def _options(klasse: str | None, year: int, **known: str | None) -> dict[str, str | None]:
    return {
        "klasse": klasse,
        "skoleaar": skoleaar(year),
        "date": None,
        "title": None,
        "subject": None,
        **known,
    }


def _class_lists() -> Iterator[Planned]:
    for year in YEARS:
        file = f"workbooks/Klasselister/Klasselister {year}-{(year + 1) % 100}.xlsx"
        for cohort in sorted(COHORTS, key=lambda c: trin(c, year)):
            if year not in years_of(cohort):
                continue
            for track in TRACKS:
                grid, pupils = class_list(cohort, track, year)
                klasse = klasse_name(cohort, track, year)
                expect = of_class_list(klasse, len(pupils))
                yield Planned(file, date(year, 8, 1), grid, expect, _options(klasse, year))


def _assessments() -> Iterator[Planned]:
    for cohort in COHORTS:
        for track in TRACKS:
            made = ratings_of(cohort, track)
            klasser = list(dict.fromkeys(c.klasse for c in made.columns))
            rounds = list(dict.fromkeys(c.round for c in made.columns))
            year = years_of(cohort)[-1]
            now = klasse_name(cohort, track, year)
            reach = "-".join(dict.fromkeys(klasse.replace(".", "") for klasse in (klasser[0], now)))
            yield Planned(
                file=f"workbooks/Elevvurdering/Elevvurdering {reach}.xlsx",
                day=min(TODAY, date(year + 1, 6, 20)),
                grid=assessment_sheet(made),
                expect=of_assessment(klasser, rounds, made.values),
                options=_options(now, year),
                skoleaar_by_klasse={c.klasse: skoleaar(c.year) for c in made.columns},
            )


def _absence() -> Iterator[Planned]:
    for which in PRINTS:
        for cohort, track in which.klasser:
            grid, expect = totals_sheet(which, cohort, track)
            options = _options(klasse_name(cohort, track, YEARS[-1]), YEARS[-1])
            yield Planned(f"workbooks/Fravær/{which.file}.xlsx", which.last, grid, expect, options)
    cohort, track, _first, last = REGISTER
    grid, expect = register_sheet()
    klasse = klasse_name(cohort, track, YEARS[-1])
    file = f"workbooks/Fravær/Protokol {klasse.replace('.', '')} september.xlsx"
    yield Planned(file, last, grid, expect, _options(klasse, YEARS[-1]))


def _trivsel() -> Iterator[Planned]:
    for year in YEARS[1:]:
        grid, expect = trivsel_sheet(year)
        file = f"workbooks/Trivselsmåling/Trivselsmåling {year + 1}.xlsx"
        yield Planned(file, date(year + 1, 3, 13), grid, expect, _options(None, year))


def _tests() -> Iterator[Planned]:
    for test in tests():
        for year in test.years:
            cohort = test.trin + YEARS[-1] - year
            for track in TRACKS:
                yield from _sheet((test, cohort, track, year))


def _sheet(seating: Seating) -> Iterator[Planned]:
    test, cohort, track, year = seating
    joint = (year, test.key) in JOINT
    ending, style = OTHER_FILES.get((year, test.key, track), (".xlsx", None))
    style = style or style_of(test.subject, cohort, "A" if joint else track)
    klasse = klasse_name(cohort, track, year)
    stem = _file_name(JOINT_FILE if joint else style.file, test, klasse, test.day(year, track))
    name = klasse if joint else style.sheet.format(klasse=klasse, fag=test.subject.capitalize())
    file = f"workbooks/{skoleaar(year).replace('/', '-')}/{stem}{ending}"
    sheet = _written(seating, file, stem if ending == ".csv" else name, style)
    yield sheet
    if style.notes and ending == ".xlsx" and not (joint and track == "A"):
        yield Planned(file, sheet.day, notes_sheet())


def _written(seating: Seating, file: str, name: str, style: TestStyle) -> Planned:
    test, cohort, track, year = seating
    klasse, day = klasse_name(cohort, track, year), test.day(year, track)
    pupils, answers = sit(test, cohort, track, year)
    called = _called(seating, pupils)
    lines = [Line(called[p.login], answers[p.login]) for p in pupils]
    sheet = TestSheet(name, style, test, ident_of(test.subject, cohort, track))
    grid = sheet.write(klasse, day, lines)
    maxima = [task.max_points for task in test.tasks] if style.maximum else None
    return Planned(
        file=file,
        day=day,
        grid=grid,
        expect=of_test(klasse, [line.points for line in lines], maxima),
        options=_options(klasse, year, date=day.isoformat(), title=test.title, subject=test.subject),
        answers=_answers(seating, pupils, sheet),
        test=test,
    )


def _file_name(pattern: str, test: Test, klasse: str, day: date) -> str:
    short = {"dansk": "dan", "matematik": "mat"}[test.subject]
    return pattern.format(
        klasse=klasse,
        klasse_kort=klasse.replace(".", ""),
        klasse_lille=klasse.replace(".", "").lower(),
        klasse_punktum=klasse.replace(".", ". "),
        trin=klasse[0],
        mat=short,
        MAT=short.upper(),
        fag=test.subject.capitalize(),
        måned=test.month,
        mdr=test.month[:3],
        år=day.year,
    )


def _called(seating: Seating, pupils: list[Pupil]) -> dict[str, tuple[str, ...]]:
    """What each pupil is called on the sheet, by login."""
    test, cohort, track, year = seating
    ident = ident_of(test.subject, cohort, track)
    classmates = [p.first.split()[0] for p in listed(cohort, track, year)]
    called = {}
    for p in pupils:
        short = p.first if classmates.count(p.first.split()[0]) == 1 else p.name
        short = NICKNAMES.get((year, test.key, track), {}).get(p.name, short)
        ways = {
            "login": (p.login,),
            "name": (p.name,),
            "first": (short,),
            "split": (p.first, p.last),
            "both": (p.login, p.name),
        }
        called[p.login] = ways[ident]
    return called


def _answers(seating: Seating, pupils: list[Pupil], sheet: TestSheet) -> dict[str, object]:
    """What the teacher answers where the sheet asks: a row of zeros, a name the class list does not have.

    Who a name is, is answered cell by cell, and with the pupil's uni-login.
    """
    test, _, track, year = seating
    answers: dict[str, object] = {}
    if (year, test.key, track) in ZERO_ROWS:
        answers["all_zeros"] = ZERO_ROWS[year, test.key, track]
    for place, pupil in enumerate(pupils):
        if pupil.name in NICKNAMES.get((year, test.key, track), {}):
            answers[f"who_is@{sheet.name_cell(place)}"] = pupil.login
    return answers
