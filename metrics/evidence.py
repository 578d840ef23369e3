"""How sure a colour is: shares, their intervals, and whether a zone is earned in full."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from metrics.model import CutScores, Zone

# 80 % two-sided: a colour is full when the interval lies in one zone.
Z_80 = 1.2815515655446004
DRAWS = 1000
SEED = 20260114
# 0,7 + 1,4 of 3 points is .70, and a hair below it in binary: a share this close to a cut has reached it.
HAIR = 1e-9
# A share this close to a cut score is said to lie near it; further off a light colour has few tasks.
NEAR = 0.10

Points = NDArray[np.float64]
Why = Literal["sure", "one_answer", "few_tasks", "few_pupils", "near_cut"]


@dataclass(frozen=True)
class Evidence:
    """What a coloured cell rests on. `share` is 0–1; `full` colours are sure, light ones are not.

    `cuts` are those the zone was found by; `observed` says that some maximum is only the highest points seen.
    """

    points: float
    max_points: float
    tasks: int
    zone: Zone
    full: bool
    why: Why
    low: float
    high: float
    cuts: CutScores
    observed: bool = False

    @property
    def share(self) -> float:
        """Points of what could be had."""
        return self.points / self.max_points

    @property
    def may_be(self) -> tuple[Zone, ...]:
        """The zones the interval touches, from red to green: one where the colour is full."""
        return zones_between(self.low, self.high, self.cuts)

    @property
    def thin(self) -> bool:
        """True where nothing is ruled out: on so little the colour could as well be any."""
        return self.may_be == get_args(Zone)


def zone_of(share: float, cuts: CutScores) -> Zone:
    """The zone a share (0–1) lies in; a share equal to a cut score lies above it."""
    if share < cuts.red_below - HAIR:
        return "red"
    return "green" if share >= cuts.green_from - HAIR else "yellow"


def zones_between(low: float, high: float, cuts: CutScores) -> tuple[Zone, ...]:
    """The zones an interval of shares touches, from red to green."""
    zones: tuple[Zone, ...] = get_args(Zone)
    return zones[zones.index(zone_of(low, cuts)) : zones.index(zone_of(high, cuts)) + 1]


def wilson(share: float, n: int, z: float = Z_80) -> tuple[float, float]:
    """The Wilson score interval of a share from n tasks.

    Points within a task hang together, so n counts tasks; on partial points it is an approximation.
    A share above 1, as when a maximum was lowered after the points were given, counts as 1.
    Source: Wilson 1927; Brown, Cai & DasGupta 2001.

    Raises:
        ValueError: n is below 1.
    """
    if n < 1:
        raise ValueError("an interval needs at least one task")
    share = min(max(share, 0.0), 1.0)
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def answer_zone(points: float, max_points: float, cuts: CutScores) -> Zone | None:
    """The colour of one answer: it says what was earned, and is always solid; None without a maximum."""
    return zone_of(points / max_points, cuts) if max_points > 0 else None


def pupil_evidence(
    points: float, max_points: float, tasks: int, cuts: CutScores, *, observed: bool = False
) -> Evidence | None:
    """A pupil's area: full when the 80 % Wilson interval lies in one zone; None without tasks."""
    if tasks < 1 or max_points <= 0:
        return None
    share = points / max_points
    low, high = wilson(share, tasks)
    zones = zones_between(low, high, cuts)
    full = len(zones) == 1
    near = min(abs(share - cuts.red_below), abs(share - cuts.green_from)) < NEAR + HAIR
    # From red to green is no nearness to a cut, nor is .92 to .70: there is too little to tell.
    few = tasks < 3 or zones == get_args(Zone) or not near
    why: Why = "sure" if full else ("few_tasks" if few else "near_cut")
    return Evidence(points, max_points, tasks, zone_of(share, cuts), full, why, low, high, cuts, observed)


def class_evidence(
    points: Sequence[float],
    max_points: Sequence[float],
    tasks: int,
    cuts: CutScores,
    *,
    observed: bool = False,
) -> Evidence | None:
    """A class's cell from its pupils' sums: interval by bootstrap over pupils, on these tasks.

    `points` and `max_points` hold one number a pupil, over the answers at hand. Full only with at least
    3 tasks and 8 pupils and an interval in one zone. Source: Efron 1979; 1,000 draws, fixed seed.
    """
    # In an order of their own: the same pupils draw the same colour however the store gives them.
    sums = sorted((e, p) for e, p in zip(points, max_points, strict=True) if p > 0)
    earned, possible = np.array([e for e, _p in sums]), np.array([p for _e, p in sums])
    if tasks < 1 or earned.size == 0:
        return None
    total, best = math.fsum(earned), math.fsum(possible)
    low, high = _by_pupils(earned, possible)
    zone = zone_of(total / best, cuts)
    why = _class_why(tasks, earned.size, zones_between(low, high, cuts) == (zone,))
    return Evidence(total, best, tasks, zone, why == "sure", why, low, high, cuts, observed)


def _by_pupils(earned: Points, possible: Points) -> tuple[float, float]:
    """The 80 % interval of a class's share by drawing pupils again and again.

    Where all have the same share every draw gives it, and the Wilson interval with n pupils takes its place:
    that everybody solved it is no certainty about the next pupil.
    """
    draws = np.random.default_rng(SEED).integers(0, earned.size, size=(DRAWS, earned.size))
    shares = earned[draws].sum(axis=1) / possible[draws].sum(axis=1)
    low, high = (float(q) for q in np.quantile(shares, (0.1, 0.9)))
    if high - low > HAIR:
        return low, high
    return wilson(math.fsum(earned) / math.fsum(possible), earned.size)


def _class_why(tasks: int, pupils: int, in_one_zone: bool) -> Why:
    if tasks < 3:
        return "few_tasks"
    if pupils < 8:
        return "few_pupils"
    return "sure" if in_one_zone else "near_cut"
