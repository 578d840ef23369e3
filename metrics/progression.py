"""Has a pupil moved? The same test taken twice, and how much of a change may be chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import fmean, stdev
from typing import Final, Literal

from scipy import stats
from scipy.special import ndtr

from metrics.flags import FALSE_DISCOVERIES
from metrics.model import Answer, Test
from metrics.reliability import cronbach_alpha
from metrics.taken import Taken, taken

# From here on a change is more than chance gives in 19 of 20 cases.
MOVED: Final = 1.96
# Fewer pupils give no spread and no α to build on.
ENOUGH_PUPILS: Final = 8

# Tasks that are copies of one another have an α of 1, and no error that a change could be held against.
_NOTHING: Final = 1e-6

# Why nothing can be said of a change: too few pupils, all the same points, an unknown or no reliability,
# too few tasks of the area, nobody to compare with.
WhyNot = Literal["few_pupils", "no_spread", "no_alpha", "few_tasks", "no_reference"]


@dataclass(frozen=True)
class Change:
    """How far a pupil moved: `value` in the unit of what was compared, `index` in standard errors.

    `index` is None where the error is not known; `moved` is True from 1.96 on, otherwise it may be chance.
    """

    value: float
    index: float | None

    @property
    def moved(self) -> bool:
        """True where the change is more than chance gives in 19 of 20 cases."""
        return self.index is not None and abs(self.index) >= MOVED


def standard_error(spread: float, alpha: float) -> float:
    """The standard error of measurement SD·√(1 − α), in the unit of `spread`; an α below 0 counts as 0.

    Source: classical test theory, as Jacobson & Truax 1991 use it.
    """
    return spread * sqrt(1 - min(max(alpha, 0.0), 1.0))


def s_diff(before: float, after: float) -> float:
    """The standard error of a difference of two measurements, √(SEM1² + SEM2²).

    Source: Jacobson & Truax 1991 with one error for both times; Maassen 2004 with one for each.
    """
    return sqrt(before * before + after * after)


def reliable_change(before: float, after: float, mean_change: float, error: float) -> Change | None:
    """The reliable change index (x2 − x1 − mean change)/Sdiff; None where the error is 0.

    `mean_change` is what everybody gained, by teaching or by knowing the test; `value` is the whole change.
    Source: Jacobson & Truax 1991; Maassen 2004.
    """
    return Change(after - before, (after - before - mean_change) / error) if error > 0 else None


def survivors(changes: Mapping[str, Change]) -> set[str]:
    """Those of many changes that are more than chance also when so many were looked at.

    Source: Benjamini & Hochberg 1995, q = .05, on the two-sided p of each index.
    """
    known = {name: change.index for name, change in changes.items() if change.index is not None}
    if not known:
        return set()
    adjusted = stats.false_discovery_control([2 * float(ndtr(-abs(index))) for index in known.values()])
    return {name for name, p in zip(known, adjusted, strict=True) if p <= FALSE_DISCOVERIES}


@dataclass(frozen=True)
class Repeated:
    """A test that pupils took twice: shares (0–1) of the tasks each answered both times, and their changes.

    `error` is Sdiff of a pupil who answered every task; `changes` are of pupils with at least half the test
    both times, all of them without an index where `why_not` says so. `mean_change` is over the same pupils.
    """

    before: Test
    after: Test
    mean_before: float
    mean_after: float
    error: float | None
    changes: Mapping[str, Change] = field(default_factory=dict)
    why_not: WhyNot | None = None

    @property
    def mean_change(self) -> float:
        """What these pupils gained on average, as a share of the points."""
        return self.mean_after - self.mean_before


def repeated(before: Test, after: Test, answers: Sequence[Answer]) -> Repeated | None:
    """The change of everybody who took a test twice; None where nobody did.

    Compared are the tasks a pupil answered both times; whoever answered fewer has a wider error, as of a
    shorter test. α is on raw points of the pupils without missing answers, each time.
    """
    first, second = taken(before, answers), taken(after, answers)
    both = {p: pair for p in sorted(first.by_pupil) if (pair := _pair(first, second, p))}
    if not both:
        return None
    starts, ends = [b for b, _a, _part in both.values()], [a for _b, a, _part in both.values()]
    error, why_not = _error(first, second, starts, ends)
    mean_before, mean_after = fmean(starts), fmean(ends)
    changes = {
        pupil_id: Change(then_now - then, None)
        if error is None
        else reliable_change(then, then_now, mean_after - mean_before, error / sqrt(part))
        or Change(then_now - then, None)
        for pupil_id, (then, then_now, part) in both.items()
    }
    return Repeated(before, after, mean_before, mean_after, error, changes, why_not)


def _pair(first: Taken, second: Taken, pupil_id: str) -> tuple[float, float, float] | None:
    """A pupil's shares of the tasks answered both times, and which part of the points these are."""
    common = first.by_pupil[pupil_id].keys() & second.by_pupil.get(pupil_id, {}).keys()
    then, now = first.over(pupil_id, common), second.over(pupil_id, common)
    if then is None or now is None:
        return None
    return then.share, now.share, then.max_points / then.whole


def _error(
    first: Taken, second: Taken, starts: Sequence[float], ends: Sequence[float]
) -> tuple[float | None, WhyNot | None]:
    if len(starts) < ENOUGH_PUPILS:
        return None, "few_pupils"
    alphas = alpha_of(first), alpha_of(second)
    if alphas[0] is None or alphas[1] is None:
        return None, "no_alpha"
    sems = standard_error(stdev(starts), alphas[0]), standard_error(stdev(ends), alphas[1])
    error = s_diff(*sems)
    if error > _NOTHING:
        return error, None
    return None, "no_alpha" if max(starts) > min(starts) else "no_spread"


def alpha_of(sitting: Taken) -> float | None:
    """α of a test from the pupils who answered all of it; None with fewer than 8 of them.

    Source: Cronbach 1951.
    """
    rows = sitting.complete
    return cronbach_alpha(rows) if len(rows) >= ENOUGH_PUPILS else None
