"""Different tests beside each other: how far from a reference group, in the spread of that group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt
from statistics import fmean, stdev
from typing import Final

from scipy.special import stdtrit

from metrics.model import Answer, Test
from metrics.progression import ENOUGH_PUPILS, Change, WhyNot, alpha_of
from metrics.taken import Score, Taken, taken

# What differs by less than this does not differ.
_SAME: Final = 1e-9


@dataclass(frozen=True)
class Yardstick:
    """What a test is measured by: the reference group's mean share, its SD, its size, and its α."""

    mean: float
    sd: float
    pupils: int
    alpha: float | None

    def distance(self, score: Score) -> "Distance":
        """How far a score lies from the reference's mean."""
        error = None
        if self.alpha is not None:
            unsure = 1 - min(max(self.alpha, 0.0), 1.0)
            # Fewer tasks, wider error: of a shorter test. The mean of the reference is not exact either.
            error = sqrt(unsure * score.whole / score.max_points + 1 / self.pupils)
        return Distance((score.share - self.mean) / self.sd, error, score)


@dataclass(frozen=True)
class Distance:
    """(share − reference mean)/reference SD of one test, and its standard error in the same unit."""

    value: float
    error: float | None
    score: Score


@dataclass(frozen=True)
class Measured:
    """A test measured by its reference: everybody's score who answered half of it, the others' too.

    Without a yardstick `why_not` is the reason, and nobody has a distance.
    """

    test: Test
    scores: Mapping[str, Score]
    yardstick: Yardstick | None = None
    why_not: WhyNot | None = None
    others: Mapping[str, Score] = field(default_factory=dict)

    @cached_property
    def distances(self) -> dict[str, Distance]:
        """The distance of each of the class's pupils."""
        stick = self.yardstick
        return {p: stick.distance(score) for p, score in self.scores.items()} if stick else {}

    @cached_property
    def other_distances(self) -> dict[str, Distance]:
        """The distance of each of the others from their own mean."""
        stick = self.yardstick
        return {p: stick.distance(score) for p, score in self.others.items()} if stick else {}


def measure(
    test: Test, answers: Iterable[Answer], others: Iterable[Answer], *, known: bool, least: int = 1
) -> Measured:
    """A test's pupils measured by what `others` earned on it.

    `known` is False without a reference at all; with fewer than `least` tasks nothing is measured.
    """
    own = taken(test, answers)
    if len(own.maxima) < least:
        return Measured(test, {}, None, "few_tasks")
    if not known:
        return Measured(test, own.scores, None, "no_reference")
    reference = taken(test, others)
    return Measured(test, own.scores, *yardstick(reference), reference.scores)


def yardstick(reference: Taken) -> tuple[Yardstick | None, WhyNot | None]:
    """The reference group's mean and SD of shares on a test, or why there is none to measure by."""
    shares = sorted(score.share for score in reference.scores.values())
    if len(shares) < ENOUGH_PUPILS:
        return None, "few_pupils"
    if shares[-1] - shares[0] < _SAME:
        return None, "no_spread"
    return Yardstick(fmean(shares), stdev(shares), len(shares), alpha_of(reference)), None


def moved_by(before: Distance, after: Distance) -> Change:
    """The change of a pupil's distance to the reference group from one test to another, in SDs.

    Its error is that of both distances, so that 1.96 of it is more than chance gives in 19 of 20 cases.
    Source: the reliable change index (Jacobson & Truax 1991; Maassen 2004) on scores in the spread of a
    reference group.
    """
    value = after.value - before.value
    if before.error is None or after.error is None:
        return Change(value, None)
    error = sqrt(before.error**2 + after.error**2)
    return Change(value, value / error if error > _SAME else None)


@dataclass(frozen=True)
class ClassMove:
    """How far the pupils who took both tests are from their references, before and after, in SDs.

    `moved` is False where the difference may be chance, and where there are too few pupils to tell.
    """

    before: float
    after: float
    pupils: int
    error: float | None
    moved: bool

    @property
    def value(self) -> float:
        """The change of the class's mean distance."""
        return self.after - self.before


def class_move(before: Measured, after: Measured) -> ClassMove | None:
    """The change of a class's mean distance over the pupils who took both; None where nobody did.

    Its error is from the pupils' own changes and the sizes of the references, judged by Student's t at 5 %.
    """
    then, now = before.distances, after.distances
    both = sorted(then.keys() & now.keys())
    if not both or before.yardstick is None or after.yardstick is None:
        return None
    changes = [now[p].value - then[p].value for p in both]
    means = fmean(then[p].value for p in both), fmean(now[p].value for p in both)
    if len(both) < ENOUGH_PUPILS:
        return ClassMove(*means, len(both), None, moved=False)
    others = 1 / before.yardstick.pupils + 1 / after.yardstick.pupils
    error = sqrt(stdev(changes) ** 2 / len(both) + others)
    limit = float(stdtrit(len(both) - 1, 0.975)) * error
    return ClassMove(*means, len(both), error, moved=abs(means[1] - means[0]) >= limit)


@dataclass(frozen=True)
class ClassPlace:
    """Where a class stands on one test: its mean distance in SDs with a 95 % interval.

    The interval is None with fewer than 8 pupils: there is too little to build on.
    """

    mean: float
    pupils: int
    low: float | None = None
    high: float | None = None


def class_place(measured: Measured) -> ClassPlace | None:
    """A class's mean distance on a test, unsure by its pupils' spread and the reference's size."""
    values = sorted(distance.value for distance in measured.distances.values())
    if not values or measured.yardstick is None:
        return None
    if len(values) < ENOUGH_PUPILS:
        return ClassPlace(fmean(values), len(values))
    error = sqrt(stdev(values) ** 2 / len(values) + 1 / measured.yardstick.pupils)
    half = float(stdtrit(len(values) - 1, 0.975)) * error
    return ClassPlace(fmean(values), len(values), fmean(values) - half, fmean(values) + half)
