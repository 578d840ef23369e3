"""Where a teacher's level and the tests' points tell two stories of a pupil: a question to the teacher."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final, Literal

from metrics.evidence import Evidence, pupil_evidence
from metrics.levels import RoundColumn
from metrics.model import Answer, CutScores, Pupil, Round, Test
from metrics.movement import LOW, NOT_IN_SHEET
from metrics.taken import Taken, taken

HIGH: Final = 4
# Rounds from this place in the year on are of the spring.
SPRING: Final = 40

Direction = Literal["test_higher", "test_lower"]
# Why a pupil could not be looked at: no level, an own test alone, no test (or less than half of one),
# points that could be of two zones.
WhyNot = Literal["no_level", "other_test", "no_test", "not_sure"]


def direction(level: int, evidence: Evidence) -> Direction | None:
    """How test and level point apart: full green with level 1–2, full red with level 4–5; None otherwise."""
    if evidence.full and evidence.zone == "green" and level <= LOW:
        return "test_higher"
    if evidence.full and evidence.zone == "red" and level >= HIGH:
        return "test_lower"
    return None


@dataclass(frozen=True)
class Beside:
    """A pupil's level (1–5) beside what the tests say; `missing` is the code of why there is no level."""

    pupil: Pupil
    level: int | None
    missing: str | None
    evidence: Evidence | None
    tests: tuple[Test, ...]
    own_test: bool = False

    @property
    def why_not(self) -> WhyNot | None:
        """Why the two cannot be held against each other; None where they can."""
        if self.level is None:
            return "no_level"
        if self.evidence is None:
            return "other_test" if self.own_test else "no_test"
        return None if self.evidence.full else "not_sure"

    @property
    def direction(self) -> Direction | None:
        """How the two point apart; None where they do not, or where it cannot be said."""
        return direction(self.level, self.evidence) if self.level and self.evidence else None


@dataclass(frozen=True)
class Disagreement:
    """A class's levels of one round beside the tests that count for it, a line a pupil."""

    column: RoundColumn
    tests: tuple[Test, ...]
    lines: tuple[Beside, ...]

    @property
    def looked_at(self) -> list[Beside]:
        """The pupils with a level and a full colour."""
        return [line for line in self.lines if line.why_not is None]

    @property
    def apart(self) -> list[Beside]:
        """The pupils of whom the two point apart, higher in the tests first, in class-list order."""
        found = [line for line in self.lines if line.direction]
        return sorted(found, key=lambda line: line.direction != "test_higher")

    @property
    def left_out(self) -> list[Beside]:
        """The pupils of whom it cannot be said."""
        return [line for line in self.lines if line.why_not]


def window(round_: Round) -> tuple[datetime.date, datetime.date]:
    """The days on which a test lies before or around a round: from 1 August of its school year on.

    To 31 January for a round of the autumn, to 31 July for one of the spring: a round has no day of its own.
    """
    start = int(round_.skoleaar[:4])
    end = datetime.date(start + 1, 7, 31) if round_.position >= SPRING else datetime.date(start + 1, 1, 31)
    return datetime.date(start, 8, 1), end


def taken_around(round_: Round, subject: str, tests: Iterable[Test]) -> list[Test]:
    """The tests of a subject that count for a round, oldest first; one without a date does not."""
    first, last = window(round_)
    found = [t for t in tests if t.subject == subject and t.taken_on and first <= t.taken_on <= last]
    return sorted(found, key=lambda t: (t.taken_on or first, t.test_id))


def disagreement(
    pupils: Sequence[Pupil],
    column: RoundColumn,
    tests: Iterable[Test],
    answers: Sequence[Answer],
    cuts: CutScores,
) -> Disagreement:
    """Every pupil's level beside the zone of their points in the tests around the round.

    A pupil's share is Σ points / Σ max_points over the tests of which they answered at least half; of a paper
    taken twice the last time counts. Only a full colour is held against a level: Wilson 1927, as for any
    pupil's area. Another test than the class's does not count.

    Raises:
        ValueError: the round holds marks of the 7-trinsskala, which are no levels.
    """
    if column.scale == "mark":
        raise ValueError("marks are no levels")
    around = taken_around(column.round, column.subject, tests)
    sat = {test.test_id: taken(test, answers) for test in around}
    own = {a.pupil_id for a in answers if a.outside and a.points is not None and a.test_id in sat}
    lines = tuple(_line(pupil, column, around, sat, cuts, own) for pupil in pupils)
    return Disagreement(column, tuple(around), lines)


def _line(
    pupil: Pupil,
    column: RoundColumn,
    around: Sequence[Test],
    sat: Mapping[str, Taken],
    cuts: CutScores,
    own: set[str],
) -> Beside:
    mine = {t.paper: t for t in around if pupil.pupil_id in sat[t.test_id].scores}
    rating = column.ratings.get(pupil.pupil_id)
    value = rating.value if rating else None
    missing = rating.missing if rating else NOT_IN_SHEET
    evidence = _evidence(pupil.pupil_id, list(mine.values()), sat, cuts)
    return Beside(
        pupil,
        None if value is None else int(value),
        missing if value is None else None,
        evidence,
        tuple(mine.values()),
        pupil.pupil_id in own,
    )


def _evidence(
    pupil_id: str, tests: Sequence[Test], sat: Mapping[str, Taken], cuts: CutScores
) -> Evidence | None:
    scores = [sat[test.test_id].scores[pupil_id] for test in tests]
    tasks = sum(len(sat[test.test_id].by_pupil[pupil_id]) for test in tests)
    points, possible = fsum(s.points for s in scores), fsum(s.max_points for s in scores)
    observed = any(
        task.observed
        for test in tests
        for task in test.counted
        if task.number in sat[test.test_id].by_pupil[pupil_id]
    )
    return pupil_evidence(points, possible, tasks, cuts, observed=observed)
