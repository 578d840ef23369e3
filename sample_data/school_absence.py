"""What the office prints of absence, and the trivselsmåling of two springs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sample_data.school_cast import COHORTS, TRACKS, Pupil, klasse_name, listed, present, skoleaar, trin
from sample_data.school_expect import Expect
from sample_data.school_grid import Grid, Value, danish_date
from sample_data.school_lots import Lots

CATEGORIES = ("Sygdom", "Ekstraordinær frihed", "Ulovligt fravær")
INDICATORS = ("Social trivsel", "Faglig trivsel", "Støtte og inspiration", "Ro og orden")
# The country's figures are as invented as the school's.
COUNTRY = (4.0, 3.8, 3.2, 3.6)
_YEAR = 2025
_AUTUMN_BREAK = (date(2025, 10, 13), date(2025, 10, 17))
_CHRISTMAS = (date(2025, 12, 22), date(2026, 1, 2))
_WINTER_BREAK = (date(2026, 2, 9), date(2026, 2, 13))
_OFTEN_AWAY = {"Laust Ybjerg": 0.15, "Aksel Brønd-Lund": 0.11, "Ditte Overmark": 0.08}


@dataclass(frozen=True)
class Print:
    """One file of totals: its name, the period it says, and the classes (cohort, track) in it."""

    file: str
    first: date
    last: date
    klasser: tuple[tuple[int, str], ...]


PRINTS = (
    Print("Fravær efterår 2025", date(2025, 8, 1), date(2025, 12, 31), ((7, "A"), (7, "B"), (8, "A"))),
    Print("Fravær 1.8-31.3", date(2025, 8, 1), date(2026, 3, 31), ((7, "A"),)),
)
REGISTER = (8, "B", date(2025, 9, 1), date(2025, 9, 30))


def school_days(first: date, last: date) -> list[date]:
    """The days there is school between two days, from the second week of August on."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    breaks = (_AUTUMN_BREAK, _CHRISTMAS, _WINTER_BREAK)
    return [
        d
        for d in days
        if d.weekday() < 5 and d >= date(_YEAR, 8, 11) and not any(a <= d <= b for a, b in breaks)
    ]


def away(pupil: Pupil, first: date, last: date) -> dict[date, int]:
    """The days a pupil was away, each with the place of its category; the same in every file."""
    lots = Lots("absence", pupil.login)
    often = _OFTEN_AWAY.get(pupil.name, 0.01 + 0.07 * lots.share() ** 2)
    unlawful = 0.35 if pupil.name in _OFTEN_AWAY else 0.08
    found = {}
    for day in school_days(date(_YEAR, 8, 1), date(_YEAR + 1, 6, 30)):
        gone, why = lots.share(), lots.share()
        if gone < often:
            found[day] = 2 if why < unlawful else 1 if why < unlawful + 0.12 else 0
    return {day: category for day, category in found.items() if first <= day <= last}


def totals_sheet(which: Print, cohort: int, track: str) -> tuple[Grid, Expect]:
    """A class's totals, a pupil a row, with the sum and the share of the school days."""
    klasse, grid = klasse_name(cohort, track, _YEAR), Grid(klasse_name(cohort, track, _YEAR))
    grid.put(0, 0, f"Fravær {klasse} {danish_date(which.first)}-{danish_date(which.last)}")
    grid.put_row(2, 0, ["Uni-login", "Navn", "Klasse", *CATEGORIES, "I alt", "%"])
    grid.bold_rows |= {0, 2}
    days = len(school_days(which.first, which.last))
    pupils = present(cohort, track, which.last)
    for row, pupil in enumerate(pupils, start=3):
        gone = list(away(pupil, which.first, which.last).values())
        amounts: list[Value] = [gone.count(place) for place in range(3)]
        grid.put_row(row, 0, [pupil.login, pupil.name, klasse, *amounts, len(gone)])
        grid.put(row, 7, round(len(gone) / days, 4), "0.0%")
    return grid, _expect("absence", [klasse], len(pupils), 3, 3 * len(pupils))


def register_sheet() -> tuple[Grid, Expect]:
    """A month's register: pupils down, school days across, a letter where somebody was away."""
    cohort, track, first, last = REGISTER
    klasse, days = klasse_name(cohort, track, _YEAR), school_days(first, last)
    grid = Grid("Protokol")
    grid.put(0, 0, f"Fraværsprotokol {klasse}, {danish_date(first)}-{danish_date(last)}")
    grid.put(1, 0, "S = sygdom, E = ekstraordinær frihed, U = ulovligt fravær")
    grid.put(3, 0, "Navn")
    for column, day in enumerate(days, start=1):
        grid.put(3, column, day, "d.m.")
    pupils = listed(cohort, track, _YEAR)
    letters = 0
    for row, pupil in enumerate(pupils, start=4):
        grid.put(row, 0, pupil.name)
        for day, category in away(pupil, first, last).items():
            grid.put(row, 1 + days.index(day), "SEU"[category])
            letters += 1
    grid.bold_rows |= {0, 3}
    categories = {c for pupil in pupils for c in away(pupil, first, last).values()}
    return grid, _expect("absence", [klasse], len(pupils), len(categories), letters)


def trivsel_sheet(year: int) -> tuple[Grid, Expect]:
    """The spring's measurement of the classes from 4th grade on, with school and country below them."""
    grid = Grid("Klasser")
    grid.put(0, 0, f"Trivselsmåling, skoleåret {skoleaar(year)}")
    grid.put_row(2, 0, ["Klasse", *INDICATORS])
    grid.bold_rows |= {0, 2}
    rows = list(_measured(year))
    means = [round(sum(v[i] for _, v in rows) / len(rows), 1) for i in range(len(INDICATORS))]
    for row, (name, values) in enumerate([*rows, ("Skolen", means), ("Hele landet", list(COUNTRY))], start=3):
        grid.put_row(row, 0, [name, *values])
    return grid, _expect("trivsel", [name for name, _ in rows], 0, 4, 4 * (len(rows) + 2))


def _measured(year: int) -> Iterator[tuple[str, list[float]]]:
    for cohort in sorted(COHORTS, key=lambda c: trin(c, year)):
        for track in TRACKS:
            if 4 <= trin(cohort, year) <= 9:
                lots = Lots("trivsel", cohort, track, year)
                # 7.A lost its calm when it became a large class.
                noisy = 0.5 if (cohort, track, year) == (7, "A", 2025) else 0.0
                values = [min(4.7, max(2.2, mean + lots.bell(0.25))) for mean in COUNTRY]
                values[3] -= noisy
                yield klasse_name(cohort, track, year), [round(value, 1) for value in values]


def _expect(kind: str, klasser: list[str], pupils: int, tasks: int, values: int) -> Expect:
    return Expect(kind, klasser, [], pupils, tasks, values, 0, None, None, None)
