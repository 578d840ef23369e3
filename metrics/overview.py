"""The classes of a school year side by side: levels now and last round, absence, and where help is near."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from metrics.absence import PeriodAbsence, periods_of
from metrics.levels import SUBJECT_ORDER, ClassRound, RoundColumn, class_round
from metrics.model import Pupil, Rating, Round, Scale
from metrics.movement import LOW, Line, Movement, movement

# A group for a fagligt løft has 6 to 8 pupils.
SMALLEST_GROUP: Final = 6
LARGEST_GROUP: Final = 8
# Rated like a subject, but no group for a fagligt løft is made for it.
SOCIAL: Final = "social"


@dataclass(frozen=True)
class ListedClass:
    """A class to count; `trin` None is a class of no single trin."""

    klasse_id: str
    name: str
    trin: int | None
    pupils: tuple[Pupil, ...]


@dataclass(frozen=True)
class Spread:
    """A class in a subject and round: pupils at levels 1–5, or the marks given; and how many have none."""

    round: Round
    scale: Scale
    counts: tuple[int, int, int, int, int]
    marks: tuple[float, ...]
    missing: int

    @property
    def low(self) -> int:
        """How many are at level 1 or 2; with marks nobody is."""
        return sum(self.counts[:LOW])

    @property
    def median(self) -> float | None:
        """The median of the marks, None where there are none: levels are counted."""
        return median(self.marks) if self.marks else None


@dataclass(frozen=True)
class ClassSubject:
    """A class in a subject now, beside its last round on the same scale where there is one.

    `down`, `up` and `marked` (two steps, or a fall into 1–2) count pupils with a level in both rounds;
    `fell_in` names (by id) those who came down into 1–2.
    """

    now: Spread
    before: Spread | None
    down: int = 0
    up: int = 0
    marked: int = 0
    fell_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class AbsenceCount:
    """How many of a class have a share of absence in its newest period, and how many are at the mark."""

    period: tuple[datetime.date, datetime.date]
    known: int
    marked: int


@dataclass(frozen=True)
class ClassOverview:
    """A class with its subjects, and its absence where a sheet says it; no subjects is a class not rated."""

    klasse_id: str
    name: str
    trin: int | None
    pupils: int
    subjects: Mapping[str, ClassSubject]
    absence: AbsenceCount | None


@dataclass(frozen=True)
class Place:
    """A trin and a subject, and how many pupils of each of its classes are at level 1 or 2 now."""

    trin: int | None
    subject: str
    by_class: tuple[tuple[str, int], ...]
    fell_in: int

    @property
    def low(self) -> int:
        """How many pupils it is in all."""
        return sum(count for _name, count in self.by_class)

    @property
    def reached_by_group(self) -> int:
        """How many of them one group reaches: eight at most, nobody where too few or no subject."""
        enough = self.low >= SMALLEST_GROUP and self.subject != SOCIAL
        return min(self.low, LARGEST_GROUP) if enough else 0

    @property
    def fullest(self) -> tuple[str, int]:
        """The class with most of them, the first in class order of several alike."""
        return max(self.by_class, key=lambda one: one[1])

    @property
    def group_reaches_more(self) -> bool:
        """True where one group reaches more than another teacher in one class; alike is the class's."""
        return self.reached_by_group > self.fullest[1]


def overview(
    klasser: Sequence[ListedClass],
    ratings: Sequence[Rating],
    absences: Sequence[PeriodAbsence],
    skoleaar: str,
) -> tuple[ClassOverview, ...]:
    """The classes in the order they are given, each as rated in a school year and against its round before.

    Counts and medians, never a mean of levels. Source: Liddell & Kruschke 2018.
    """
    by_pupil: dict[str, list[Rating]] = {}
    for rating in ratings:
        by_pupil.setdefault(rating.pupil_id, []).append(rating)
    by_class: dict[str, list[PeriodAbsence]] = {}
    for absence in absences:
        by_class.setdefault(absence.klasse_id, []).append(absence)
    return tuple(_class(k, by_pupil, by_class.get(k.klasse_id, []), skoleaar) for k in klasser)


def _class(
    klasse: ListedClass,
    by_pupil: Mapping[str, Sequence[Rating]],
    absences: Sequence[PeriodAbsence],
    skoleaar: str,
) -> ClassOverview:
    own = [rating for pupil in klasse.pupils for rating in by_pupil.get(pupil.pupil_id, ())]
    found = class_round(klasse.pupils, own, skoleaar)
    subjects = {subject: _subject(found, column) for subject, column in found.now.items()}
    counted = _absence(klasse.pupils, absences)
    return ClassOverview(klasse.klasse_id, klasse.name, klasse.trin, len(klasse.pupils), subjects, counted)


def _subject(found: ClassRound, now: RoundColumn) -> ClassSubject:
    before = found.before.get(now.subject)
    spread = _spread(now, found.pupils)
    if before is None or before.scale != now.scale:
        return ClassSubject(spread, None)
    if now.scale == "mark":
        return ClassSubject(spread, _spread(before, found.pupils))
    moved: Movement = movement(found.pupils, before, now)
    return ClassSubject(
        spread,
        _spread(before, found.pupils),
        down=len(moved.down),
        up=len(moved.up),
        marked=sum(line.marked for line in moved.lines),
        fell_in=tuple(line.pupil.pupil_id for line in moved.both if _fell_in(line)),
    )


def _fell_in(line: Line) -> bool:
    return line.before is not None and line.now is not None and line.now <= LOW < line.before


def _spread(column: RoundColumn, pupils: Sequence[Pupil]) -> Spread:
    if column.scale == "level":
        counts, missing = column.counts(pupils)
        return Spread(column.round, column.scale, counts, (), missing)
    values = [column.value(p.pupil_id) for p in pupils]
    marks = tuple(sorted(v for v in values if v is not None))
    return Spread(column.round, column.scale, (0, 0, 0, 0, 0), marks, len(values) - len(marks))


def _absence(pupils: Sequence[Pupil], absences: Sequence[PeriodAbsence]) -> AbsenceCount | None:
    """Of the period that ends last, as the screen of absence shows it first; None without any."""
    mine = {p.pupil_id for p in pupils}
    own = [a for a in absences if a.pupil_id in mine]
    periods = periods_of(sorted(own, key=lambda a: (a.last, -a.first.toordinal()), reverse=True))
    if not periods:
        return None
    newest = [a for a in own if a.period == periods[0]]
    known = sum(a.percent is not None for a in newest)
    return AbsenceCount(periods[0], known, sum(a.marked for a in newest))


def subjects_of(classes: Sequence[ClassOverview]) -> list[str]:
    """The subjects some class was rated in: dansk, matematik, social first, then the school's others."""
    found = {subject for one in classes for subject in one.subjects}
    known = [s for s in SUBJECT_ORDER if s in found]
    return known + sorted(found - set(known))


def places_for_help(classes: Sequence[ClassOverview], at_most: int = 3) -> tuple[Place, ...]:
    """The places (trin × subject, levels only) with most pupils at 1–2, most first.

    Alike, they stand by trin and subject. A class of no single trin is a place by itself.
    """
    together: dict[tuple[int | str, str], list[ClassOverview]] = {}
    for one in classes:
        for subject, found in one.subjects.items():
            if found.now.scale == "level":
                whose = one.klasse_id if one.trin is None else one.trin
                together.setdefault((whose, subject), []).append(one)
    places = [_place(subject, same) for (_whose, subject), same in together.items()]
    ranked = sorted((p for p in places if p.low), key=lambda p: -p.low)
    return tuple(ranked[:at_most])


def _place(subject: str, classes: Sequence[ClassOverview]) -> Place:
    found = [(one.name, one.subjects[subject]) for one in classes]
    by_class = tuple((name, of.now.low) for name, of in found)
    return Place(classes[0].trin, subject, by_class, sum(len(of.fell_in) for _name, of in found))
