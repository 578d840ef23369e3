"""A group chosen for its low scores rises by itself: beside it, others who started at the same place."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Final

# How near a start is the same start, in SDs of the reference group.
WITHIN: Final = 0.5

# By pupil: where they started and where they ended, both in the same unit.
Paths = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class SameStart:
    """A group's mean start and change beside those of others with the same start.

    `others` are their ids; `nearest` counts the group's pupils that nobody started as close to as asked, so
    that the nearest one stands for them. Each pupil of the group weighs the same on both sides.
    """

    pupils: int
    start: float
    change: float
    others: tuple[str, ...]
    others_start: float
    others_change: float
    nearest: int


def same_start(group: Paths, others: Paths, within: float = WITHIN) -> SameStart | None:
    """What became of a group and of others who started alike; None where either is empty.

    For each pupil of the group: the mean change of the others whose start lies `within` theirs, otherwise of
    the nearest. Who is in the group is never among the others. What the group gained beyond them is not
    proof of what was done: they were not drawn by lot. Source: Barnett, van der Pols & Dobson 2005, on
    regression to the mean.
    """
    apart = {pupil_id: path for pupil_id, path in sorted(others.items()) if pupil_id not in group}
    if not group or not apart:
        return None
    peers = {pupil_id: _peers(start, apart, within) for pupil_id, (start, _end) in sorted(group.items())}
    return SameStart(
        pupils=len(group),
        start=fmean(start for start, _end in group.values()),
        change=fmean(end - start for start, end in group.values()),
        others=tuple(sorted({one for found, _near in peers.values() for one in found})),
        others_start=fmean(fmean(apart[one][0] for one in found) for found, _near in peers.values()),
        others_change=fmean(
            fmean(apart[one][1] - apart[one][0] for one in found) for found, _near in peers.values()
        ),
        nearest=sum(not near for _found, near in peers.values()),
    )


def _peers(start: float, apart: Paths, within: float) -> tuple[list[str], bool]:
    """The others near a start, and whether they are as near as asked; all who are equally near, if not."""
    away = {pupil_id: abs(begun - start) for pupil_id, (begun, _end) in apart.items()}
    near = [pupil_id for pupil_id, far in away.items() if far <= within]
    if near:
        return near, True
    least = min(away.values())
    return [pupil_id for pupil_id, far in away.items() if far <= least], False
