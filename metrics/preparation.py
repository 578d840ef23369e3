"""What a læringssamtale needs beforehand: the day it is due, what is missing, and who is to be discussed."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from holidays import country_holidays

from metrics.levels import SUBJECT_ORDER, RoundColumn, columns, rounds_in, subjects_in
from metrics.model import Pupil, Rating, Round
from metrics.movement import LOW, fell_far

Mark = Literal["skal_droeftes", "ingen_bemaerkninger"]
Why = Literal["fell", "new_low", "agreement"]

DISCUSS: Final[Mark] = "skal_droeftes"
NO_REMARKS: Final[Mark] = "ingen_bemaerkninger"
WORKING_DAYS_BEFORE: Final = 4
# What a sheet's cell says of a rating that nobody has given; any other code is a reason for giving none.
_NOT_GIVEN: Final = (None, "", "empty", "blank")
_ONE = datetime.timedelta(days=1)
_SATURDAY: Final = 5


@cache
def _holidays(year: int) -> frozenset[datetime.date]:
    """Denmark's holidays of a year, with the days schools are closed by custom (5 June, 24 and 31 December).

    1 May comes with those. Where a school works that day, its due day is one day early, which harms nobody.
    """
    return frozenset(country_holidays("DK", years=year, categories=("public", "optional")))


def is_working_day(day: datetime.date, closed: Collection[datetime.date] = ()) -> bool:
    """True for a day of the week that is neither a Danish holiday nor one the school is closed."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year) and day not in closed


def working_days_before(
    day: datetime.date, closed: Collection[datetime.date] = (), days: int = WORKING_DAYS_BEFORE
) -> datetime.date:
    """The working day so many working days before a day; the day itself is not counted."""
    found = day
    for _step in range(days):
        found -= _ONE
        while not is_working_day(found, closed):
            found -= _ONE
    return found


@dataclass(frozen=True)
class TalkKlasse:
    """A class as a talk meets it: who is in it now, with their ratings over all their classes."""

    klasse_id: str
    name: str
    skoleaar: str
    pupils: tuple[Pupil, ...]
    ratings: tuple[Rating, ...]


@dataclass(frozen=True)
class Gap:
    """The pupils of a class whom nobody has rated in a subject, of so many."""

    klasse_id: str
    klasse: str
    subject: str
    pupils: tuple[Pupil, ...]
    of: int


def expected_subjects(classes: Sequence[TalkKlasse], round_name: str, position: int) -> list[str]:
    """The subjects a talk is about: those its classes were rated in this round or the one before it.

    Where there are neither: dansk, matematik and social.
    """
    found: list[Rating] = []
    for klasse in classes:
        order = klasse.skoleaar, position
        known = [r for r in klasse.ratings if r.round.order <= order and r.value is not None]
        earlier = [r for r in rounds_in(known) if r.order < order][-1:]
        now = Round(round_name, klasse.skoleaar, position)
        found += [r for r in known if r.round in (now, *earlier)]
    return subjects_in(found) or list(SUBJECT_ORDER)


def gaps(classes: Sequence[TalkKlasse], round_name: str, position: int) -> list[Gap]:
    """What is missing by class and subject; a pupil with a reason for no rating is not missing."""
    subjects = expected_subjects(classes, round_name, position)
    found = []
    for klasse in classes:
        now = Round(round_name, klasse.skoleaar, position)
        given = {(r.pupil_id, r.subject) for r in klasse.ratings if r.round == now and _is_given(r)}
        for subject in subjects:
            missing = tuple(p for p in klasse.pupils if (p.pupil_id, subject) not in given)
            if missing:
                found.append(Gap(klasse.klasse_id, klasse.name, subject, missing, len(klasse.pupils)))
    return found


def _is_given(rating: Rating) -> bool:
    return rating.value is not None or rating.missing not in _NOT_GIVEN


@dataclass(frozen=True)
class Reason:
    """Why a pupil is suggested: a fall, a first level in 1–2, or an agreement that is still open."""

    why: Why
    subject: str = ""
    before: int | None = None
    now: int | None = None


def reasons(klasse: TalkKlasse, position: int) -> dict[str, tuple[Reason, ...]]:
    """By pupil, why they are suggested from their levels in the round at a place of the class's year.

    Marks suggest nobody, since they are no levels. Source of a step: Liddell & Kruschke 2018, an order.
    """
    order = klasse.skoleaar, position
    known = [r for r in klasse.ratings if r.round.order <= order]
    found: dict[str, list[Reason]] = {}
    for subject in subjects_in(known):
        column, *earlier = reversed(columns(known, subject, rounds_in(known)))
        if column.round.order != order or column.scale != "level":
            continue
        for pupil in klasse.pupils:
            reason = _reason(column, earlier[:1], pupil)
            if reason:
                found.setdefault(pupil.pupil_id, []).append(reason)
    return {pupil_id: tuple(sorted(all_of, key=_weight)) for pupil_id, all_of in found.items()}


def _reason(column: RoundColumn, earlier: Sequence[RoundColumn], pupil: Pupil) -> Reason | None:
    now = column.value(pupil.pupil_id)
    before = next((c.value(pupil.pupil_id) for c in earlier if c.scale == "level"), None)
    if now is None:
        return None
    if before is None:
        return Reason("new_low", column.subject, None, int(now)) if now <= LOW else None
    return Reason("fell", column.subject, int(before), int(now)) if fell_far(before, now) else None


def _weight(reason: Reason) -> tuple[int, int]:
    """The longest fall first, then the lowest level."""
    steps = (reason.now or 0) - (reason.before or reason.now or 0)
    return steps, reason.now or 0


@dataclass(frozen=True)
class Line:
    """A pupil of a talk: in which class, why suggested, and what somebody decided; None where nobody has."""

    pupil: Pupil
    klasse: str
    reasons: tuple[Reason, ...]
    mark: Mark | None

    @property
    def discussed(self) -> bool:
        """True for who is to be discussed: so decided, or suggested and nobody decided otherwise."""
        return self.mark == DISCUSS or (self.mark is None and bool(self.reasons))


def lines(
    classes: Sequence[TalkKlasse],
    position: int,
    marks: Mapping[str, Mark],
    open_agreements: Iterable[str] = (),
) -> list[Line]:
    """Every pupil of a talk once, class by class; `open_agreements` are the pupils with one, by id."""
    waiting = set(open_agreements)
    found: dict[str, Line] = {}
    for klasse in classes:
        suggested = reasons(klasse, position)
        for pupil in klasse.pupils:
            why = suggested.get(pupil.pupil_id, ())
            if pupil.pupil_id in waiting:
                why = (*why, Reason("agreement"))
            line = Line(pupil, klasse.name, why, marks.get(pupil.pupil_id))
            found.setdefault(pupil.pupil_id, line)
    return list(found.values())


def usual_round(places: Sequence[tuple[str, int]], day: datetime.date, skoleaar: str) -> str | None:
    """Of the rounds a year group uses (id, place in the year), the one a talk on a day is likely about.

    The first until the end of January of the school year, from then on the last; None without rounds.
    """
    ordered = [round_id for round_id, _position in sorted(places, key=lambda p: p[1])]
    if not ordered:
        return None
    turn = datetime.date(int(skoleaar[:4]) + 1, 2, 1)
    return ordered[0] if day < turn else ordered[-1]
