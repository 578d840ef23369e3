"""How well a test's tasks hang together, on raw points and the pupils without missing answers."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
import numpy.typing as npt
from scipy.special import fdtri

# Points are counted to a millionth at most; what differs less does not differ.
_SAME = 1e-9
_LOW, _HIGH = 0.1, 0.9

Rows = Sequence[Sequence[float]]


def cronbach_alpha(rows: Rows) -> float | None:
    """Cronbach's α of pupils × tasks without gaps: how much of the spread in totals the tasks share.

    None with fewer than two pupils or tasks, or where every pupil has the same total. It can be below 0.
    Source: Cronbach 1951, with n − 1 in the variances, all tasks counted.
    """
    points = _ordered(rows)
    pupils, tasks = points.shape
    if pupils < 2 or tasks < 2 or _is_constant(totals := points.sum(axis=1)):
        return None
    own = float(points.var(axis=0, ddof=1).sum())
    return float(tasks / (tasks - 1) * (1 - own / float(totals.var(ddof=1))))


def alpha_interval(alpha: float, pupils: int, tasks: int) -> tuple[float, float] | None:
    """The 80 % interval of an α from so many pupils and tasks; None where it would have no width.

    Source: Feldt 1965: (1 − α)/(1 − α̂) follows an F distribution.
    """
    if pupils < 3 or tasks < 2 or alpha > 1 - _SAME:
        return None
    between, within = pupils - 1, (pupils - 1) * (tasks - 1)
    low, high = (1 - (1 - alpha) * float(fdtri(between, within, q)) for q in (_HIGH, _LOW))
    return low, high


def rest_correlations(rows: Rows) -> list[float | None]:
    """For every task the correlation (Pearson) of its points with the sum of all the other tasks.

    None for a task, or a rest, at which everybody has the same, and with fewer than two pupils or tasks.
    Source: the corrected item–total correlation of classical test theory (Henrysson 1963).
    """
    points = _ordered(rows)
    pupils, tasks = points.shape
    if pupils < 2 or tasks < 2:
        return [None] * tasks
    totals = points.sum(axis=1)
    return [_correlation(points[:, task], totals - points[:, task]) for task in range(tasks)]


def _ordered(rows: Rows) -> npt.NDArray[np.float64]:
    """The rows in an order of their own, so that the same pupils give the same figure to the last digit."""
    if not rows or not rows[0]:
        return np.zeros((len(rows), 0))
    return np.array(sorted(tuple(row) for row in rows), dtype=np.float64)


def _correlation(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float | None:
    if _is_constant(one) or _is_constant(other):
        return None
    a, b = one - one.mean(), other - other.mean()
    together = float((a * b).sum()) / sqrt(float((a * a).sum()) * float((b * b).sum()))
    return min(1.0, max(-1.0, together))


def _is_constant(values: npt.NDArray[np.float64]) -> bool:
    return float(np.ptp(values)) < _SAME
