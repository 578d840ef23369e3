"""How far a class is from others on the same tasks, and how sure that is, from the pupils of both sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

Numbers: TypeAlias = NDArray[np.float64]
Which: TypeAlias = NDArray[np.bool_]

# The interval that is shown is of 95 %, as strict as the flag: a flagged area's never reaches 0.
SURE: Final = 0.95
# With fewer pupils on a side their spread says too little; the same number as for a class's full colour.
MIN_PUPILS: Final = 8
_NO_SPREAD: Final = 1e-9


@dataclass(frozen=True)
class Difference:
    """A difference of shares (−1 to 1), its standard error, Welch's degrees of freedom, p and interval."""

    value: float
    error: float
    df: float
    p: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Sides:
    """The class and the others on the same tasks, as what each pupil is beyond the tasks' difficulty.

    `beyond` (pupils × tasks) are points less maximum · the others' share of the task, `possible` the maxima
    of what was answered, 0 both where nothing was. `others` (pupils × tasks) is what each of them moves the
    others' share of a task by. `max_points`, `shares` and `test` have one number a task. Pupils without an
    answer stand on neither side.
    """

    beyond: Numbers
    possible: Numbers
    others: Numbers
    max_points: Numbers
    shares: Numbers
    test: NDArray[np.int64]

    @property
    def enough_pupils(self) -> bool:
        """True where both sides have enough pupils to tell their spread."""
        return min(len(self.possible), len(self.others)) >= MIN_PUPILS


def sides(own: Numbers, others: Numbers, max_points: Numbers, test: Sequence[int]) -> Sides:
    """Both sides from points (pupils × tasks, NaN where there is no answer) and which test a task is of.

    Every task has a maximum above 0 and an answer on both sides.
    """
    own, others = own[~np.isnan(own).all(axis=1)], others[~np.isnan(others).all(axis=1)]
    here, there = ~np.isnan(own), ~np.isnan(others)
    answered = there.sum(axis=0)
    shares = np.nansum(others, axis=0) / answered / max_points
    return Sides(
        np.where(here, own - max_points * shares, 0.0),
        here * max_points,
        np.where(there, others / max_points - shares, 0.0) / answered,
        max_points,
        shares,
        np.asarray(test, dtype=np.int64),
    )


def whole_difference(both: Sides) -> Difference | None:
    """d(whole) = Σ(points − max·the others' share) / Σ max over all the tasks; None where it has no error."""
    everything = np.ones(both.max_points.size, dtype=np.bool_)
    return _estimate(both, everything, np.zeros(both.max_points.size), np.zeros(both.max_points.size))


def area_difference(both: Sides, area: Which) -> Difference | None:
    """d(area) − d(whole test): how far the class is from the others in an area, its level taken out.

    Over several tests the level is taken out test by test, so that a test the class did badly in is not
    held against the areas it has most of. None where too few pupils answered or nothing varies.
    Source: Welch 1947 on the error of a difference; its parts by linearising the ratios (Särndal, Swensson &
    Wretman 1992), checked by simulation in bench/colours.py.
    """
    level, part = np.zeros(area.size), np.zeros(area.size)
    for test in np.unique(both.test):
        tasks = both.test == test
        whole = both.possible[:, tasks].sum()
        level[tasks] = both.beyond[:, tasks].sum() / whole
        part[tasks] = both.possible[:, tasks & area].sum() / whole
    return _estimate(both, area, level, part)


def _estimate(both: Sides, area: Which, level: Numbers, part: Numbers) -> Difference | None:
    """The difference on an area; `level` is the class's d on each task's test, `part` the area's part of it.

    What every pupil of the class moves it by, and every other one through the tasks' shares, gives its error.
    """
    possible = both.possible[:, area]
    total = possible.sum()
    answered = np.any(possible > 0, axis=1).sum()
    if answered < MIN_PUPILS or not both.enough_pupils:
        return None
    left = both.beyond - both.possible * level
    value = left[:, area].sum() / total
    own = (left[:, area].sum(axis=1) - left @ part - value * possible.sum(axis=1)) / total
    weight = both.possible.sum(axis=0) * (part - area) / total
    return _welch(float(value), _variance(own), _variance(both.others @ weight))


def _variance(moves: Numbers) -> tuple[float, int]:
    """The variance of a sum of what pupils move it by, and its degrees of freedom."""
    pupils = moves.size
    return float(pupils / (pupils - 1) * np.square(moves).sum()), pupils - 1


def _welch(value: float, own: tuple[float, int], others: tuple[float, int]) -> Difference | None:
    variance = own[0] + others[0]
    error = variance**0.5
    if error < _NO_SPREAD:
        return None
    df = variance**2 / (own[0] ** 2 / own[1] + others[0] ** 2 / others[1])
    half = float(stdtrit(df, (1 + SURE) / 2)) * error
    p = 2 * float(stdtr(df, -abs(value) / error))
    return Difference(value, error, df, min(1.0, p), value - half, value + half)
