"""What became of a group in its area: before and after it began, with others who started alike beside it."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import stdev
from typing import Literal

from metrics.areas import AreaKey
from metrics.evidence import Evidence, pupil_evidence
from metrics.model import Answer, CutScores, Test
from metrics.same_start import WITHIN, SameStart, same_start
from metrics.shares import Sum, add_up

When = Literal["before", "after"]

_SIDES: tuple[When, When] = ("before", "after")

# What lies further back than a year says little of where a pupil started.
LOOKING_BACK = datetime.timedelta(days=366)


@dataclass(frozen=True)
class GroupCourse:
    """The tests of the area before and after the group began, and each pupil's results in them.

    `total` sums the pupils who have both, `both` of them. `beside` is in shares (0–1), None where nobody in
    the group has both, or nobody outside it.
    """

    before: tuple[Test, ...]
    after: tuple[Test, ...]
    lines: Mapping[str, tuple[Evidence | None, Evidence | None]]
    both: int
    total: tuple[Sum, Sum] | None
    beside: SameStart | None


def when_taken(test: Test, begins: datetime.date) -> When | None:
    """Which side of a group's first day a test lies on: that day itself, and the year up to it, are before.

    None without a date, and for what is older.
    """
    if test.taken_on is None or test.taken_on < begins - LOOKING_BACK:
        return None
    return "before" if test.taken_on <= begins else "after"


def group_course(
    members: Collection[str],
    others: Collection[str],
    tests: Iterable[Test],
    answers: Sequence[Answer],
    area: AreaKey,
    begins: datetime.date,
    cuts: CutScores,
) -> GroupCourse:
    """A group's shares in its area before and after, beside pupils outside it with the same start.

    Tests differ in how hard they are, so a change says little alone; what the others with the same start
    moved stands beside it. Source: Barnett, van der Pols & Dobson 2005, on regression to the mean.
    """
    side = {t.test_id: (t, when) for t in tests if (when := when_taken(t, begins))}
    known = {test_id: test for test_id, (test, _when) in side.items()}
    sums = add_up(
        [a for a in answers if not a.outside],
        known,
        lambda a, task: (a.pupil_id, side[a.test_id][1]) if area.holds(task) else None,
    )
    paths = _paths(sums)
    group = {pupil_id: path for pupil_id, path in paths.items() if pupil_id in members}
    took = {a.test_id for a in answers if a.pupil_id in members and a.points is not None}
    dated = sorted(side.values(), key=lambda pair: (str(pair[0].taken_on), pair[0].test_id))
    holding = [(t, w) for t, w in dated if t.test_id in took and any(area.holds(x) for x in t.counted)]
    spread = stdev([start for start, _end in paths.values()]) if len(paths) > 1 else 0.0
    return GroupCourse(
        tuple(t for t, when in holding if when == "before"),
        tuple(t for t, when in holding if when == "after"),
        {
            p: (_evidence(sums.get((p, "before")), cuts), _evidence(sums.get((p, "after")), cuts))
            for p in members
        },
        len(group),
        _total(sums, group),
        same_start(group, {p: path for p, path in paths.items() if p in others}, WITHIN * spread),
    )


def _paths(sums: Mapping[tuple[str, When], Sum]) -> dict[str, tuple[float, float]]:
    """Everybody's share before and after who has both."""
    shares = {place: share for place, s in sums.items() if (share := s.share) is not None}
    return {
        pupil_id: (shares[pupil_id, "before"], shares[pupil_id, "after"])
        for pupil_id, when in sorted(shares)
        if when == "before" and (pupil_id, "after") in shares
    }


def _evidence(found: Sum | None, cuts: CutScores) -> Evidence | None:
    if found is None:
        return None
    return pupil_evidence(found.points, found.max_points, found.tasks, cuts, observed=found.observed)


def _total(sums: Mapping[tuple[str, When], Sum], group: Collection[str]) -> tuple[Sum, Sum] | None:
    """Σ points of Σ max of the pupils who have both, before and after."""
    if not group:
        return None
    before, after = ([sums[pupil_id, when] for pupil_id in sorted(group)] for when in _SIDES)
    return _added(before), _added(after)


def _added(found: Sequence[Sum]) -> Sum:
    return Sum(
        fsum(s.points for s in found),
        fsum(s.max_points for s in found),
        max(s.tasks for s in found),
        sum(s.answers for s in found),
        any(s.observed for s in found),
    )
