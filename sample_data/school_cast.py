"""Fjordskolen's pupils: who they are and in which class they sat when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sample_data.school_lots import Lots
from sample_data.school_names import danish_order, draw_name, uni_login
from sample_data.school_story import ARRIVES, LEAVES, NAMED, REPEATS, SWITCHES, YEARS, Seat

COHORTS = range(12)
TRACKS = ("A", "B")


@dataclass(frozen=True)
class Spell:
    """A stay in the class of one cohort and track, from `start` up to, and without, `end`."""

    cohort: int
    track: str
    start: date
    end: date


@dataclass(frozen=True)
class Pupil:
    """An invented pupil; `login` is the one thing that never changes and nobody else has."""

    first: str
    last: str
    login: str
    spells: tuple[Spell, ...]

    @property
    def name(self) -> str:
        """The whole name as written on a sheet."""
        return f"{self.first} {self.last}"

    def spells_in(self, cohort: int, track: str) -> Iterator[Spell]:
        """The stays in one class."""
        return (s for s in self.spells if (s.cohort, s.track) == (cohort, track))


def trin(cohort: int, year: int) -> int:
    """The year level of a cohort in the school year that begins in `year`; may lie outside 0-9."""
    return cohort - (YEARS[-1] - year)


def klasse_name(cohort: int, track: str, year: int) -> str:
    """The class's name in a school year: "7.A"."""
    return f"{trin(cohort, year)}.{track}"


def skoleaar(year: int) -> str:
    """The school year that begins in `year`: "2025/26"."""
    return f"{year}/{(year + 1) % 100:02d}"


def years_of(cohort: int) -> list[int]:
    """The school years, among those shown, in which the cohort is at the school."""
    return [year for year in YEARS if 0 <= trin(cohort, year) <= 9]


@cache
def pupils() -> tuple[Pupil, ...]:
    """Everybody who was at the school in these years."""
    names = {f"{first} {last}" for first, last in NAMED.values()}
    logins: set[str] = set()
    found: list[Pupil] = []
    for cohort in COHORTS:
        for track in TRACKS:
            found += _class_of_pupils(cohort, track, names, logins)
    return tuple(found)


def _class_of_pupils(cohort: int, track: str, names: set[str], logins: set[str]) -> Iterator[Pupil]:
    lots = Lots("names", cohort, track)
    size = 18 if (cohort, track) == (7, "A") else 19 + lots.below(4)
    seats = [(cohort, track, place) for place in range(size)]
    first_names = {NAMED[seat][0].split()[0] for seat in seats if seat in NAMED}
    for seat in seats:
        first, last = NAMED.get(seat) or draw_name(names, first_names, lots)
        yield Pupil(first, last, uni_login(first, logins, lots), _spells(seat))


def _spells(seat: Seat) -> tuple[Spell, ...]:
    cohort, track, _ = seat
    first_day, last_day = _window(cohort)
    start, end = ARRIVES.get(seat, first_day), LEAVES.get(seat, last_day)
    if seat in SWITCHES:
        other = "B" if track == "A" else "A"
        day = SWITCHES[seat]
        return Spell(cohort, track, start, day), Spell(cohort, other, day, end)
    if seat in REPEATS:
        day = REPEATS[seat]
        return Spell(cohort, track, start, day), Spell(cohort - 1, track, day, _window(cohort - 1)[1])
    return (Spell(cohort, track, start, end),)


def _window(cohort: int) -> tuple[date, date]:
    years = years_of(cohort)
    return date(years[0], 8, 1), date(years[-1] + 1, 8, 1)


def present(cohort: int, track: str, day: date) -> list[Pupil]:
    """Who sits in a class on a day, by first name in Danish order."""
    return [
        p for p in _ordered(cohort, track) if any(s.start <= day < s.end for s in p.spells_in(cohort, track))
    ]


def listed(cohort: int, track: str, year: int) -> list[Pupil]:
    """Who sat in a class at any time of a school year, by first name in Danish order."""
    first, end = date(year, 8, 1), date(year + 1, 8, 1)
    everybody = _ordered(cohort, track)
    return [p for p in everybody if any(s.start < end and s.end > first for s in p.spells_in(cohort, track))]


def followed(cohort: int, track: str) -> list[Pupil]:
    """Everybody a class's assessment sheet has a line for: those of the first day, then as they came."""
    first_day = _window(cohort)[0]
    came = {p.login: min(s.start for s in p.spells_in(cohort, track)) for p in _ordered(cohort, track)}
    return sorted(_ordered(cohort, track), key=lambda p: max(came[p.login], first_day))


@cache
def _ordered(cohort: int, track: str) -> tuple[Pupil, ...]:
    sat = [p for p in pupils() if any(p.spells_in(cohort, track))]
    return tuple(sorted(sat, key=lambda p: (danish_order(p.first), danish_order(p.last))))
