"""Is the signalord weak, or were its tasks hard? A class's areas held against others on the same tasks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from metrics.difference import (
    MIN_PUPILS,
    Difference,
    Numbers,
    Sides,
    Which,
    area_difference,
    sides,
    whole_difference,
)
from metrics.flags import weak_flags
from metrics.model import Answer, Task, Test
from metrics.shares import add_up
from metrics.signalord import ENOUGH_TASKS, ENOUGH_TESTS, Area, Comparison, Level, WhyNot

AreaOf: TypeAlias = Callable[[Task], str | None]
_Place: TypeAlias = tuple[str, Task]


@dataclass(frozen=True, eq=False)
class _Ground:
    """What a comparison stands on: the tasks something could be had at, the class's points (pupils × tasks,
    NaN where there is no answer), which tasks are compared, and both sides on those.
    """

    places: Sequence[_Place]
    own: Numbers
    compared: Which
    both: Sides | None


def compare_areas(
    own: Iterable[Answer], others: Iterable[Answer], tests: Mapping[str, Test], area_of: AreaOf
) -> Comparison:
    """The class's areas in some tests held against the others' on the same tasks.

    A task is compared where somebody in the class and at least 8 others answered it. Over several tests an
    area needs tasks in two of them. Answers to another test than the class's are left out on both sides.
    """
    ground = _ground(own, others, tests)
    names = [area_of(task) or "" for _test_id, task in ground.places]
    areas = [
        _area(name, ground, np.array([n == name for n in names])) for name in dict.fromkeys(names) if name
    ]
    held = {test_id for (test_id, _task), yes in zip(ground.places, ground.compared, strict=True) if yes}
    taken = {test_id for test_id, _task in ground.places}
    return Comparison(
        _in_order(areas),
        _level(ground.both),
        tuple(test_id for test_id in tests if test_id in held),
        tuple(test_id for test_id in tests if test_id in taken - held),
    )


def _ground(own: Iterable[Answer], others: Iterable[Answer], tests: Mapping[str, Test]) -> _Ground:
    possible = [
        (test.test_id, task) for test in tests.values() for task in test.counted if task.max_points > 0
    ]
    mine, theirs = _points(own, tests, possible), _points(others, tests, possible)
    answered: Which = np.asarray(~np.isnan(mine).all(axis=0), dtype=np.bool_)
    places = [place for place, yes in zip(possible, answered, strict=True) if yes]
    mine, theirs = mine[:, answered], theirs[:, answered]
    compared = (~np.isnan(theirs)).sum(axis=0) >= MIN_PUPILS
    kept = [place for place, yes in zip(places, compared, strict=True) if yes]
    both = None
    if kept:
        numbers = {test_id: number for number, test_id in enumerate(tests)}
        maxima = np.array([task.max_points for _test_id, task in kept])
        both = sides(mine[:, compared], theirs[:, compared], maxima, [numbers[t] for t, _task in kept])
    return _Ground(places, mine, compared, both)


def _points(answers: Iterable[Answer], tests: Mapping[str, Test], places: Sequence[_Place]) -> Numbers:
    """Points (pupils × tasks), NaN where there is no answer; the same in any order of the answers.

    A pupil known from two rows of a sheet has their mean.
    """
    counted = (answer for answer in answers if not answer.outside)
    sums = add_up(counted, tests, lambda a, task: (a.pupil_id, a.test_id, task.number))
    rows = {pupil_id: row for row, pupil_id in enumerate(sorted({pupil_id for pupil_id, *_ in sums}))}
    columns = {(test_id, task.number): column for column, (test_id, task) in enumerate(places)}
    points = np.full((len(rows), len(columns)), np.nan)
    for (pupil_id, test_id, number), one in sums.items():
        column = columns.get((test_id, number))
        if column is not None:
            points[rows[pupil_id], column] = one.points / one.answers
    return points


def _area(name: str, ground: _Ground, inside: Which) -> Area:
    """An area on its compared tasks; on all of its tasks where none is."""
    both, compared = ground.both, inside & ground.compared
    used = compared if compared.any() else inside
    places = [place for place, yes in zip(ground.places, used, strict=True) if yes]
    maxima = np.array([task.max_points for _test_id, task in places])
    earned = ground.own[:, used]
    area = Area(
        name,
        tuple((test_id, task.label) for test_id, task in places),
        float(np.nansum(earned) / (~np.isnan(earned) * maxima).sum()),
        None,
        None,
        "no_reference",
        any(task.observed for _test_id, task in places),
    )
    if both is None or not compared.any():
        return area
    columns = compared[ground.compared]
    difference, why_not = _held_against(area, both, columns)
    return replace(area, others_share=_others_share(both, columns), difference=difference, why_not=why_not)


def _others_share(both: Sides, columns: Which) -> float:
    """What the others' shares of these tasks come to for the class's answers."""
    possible = both.possible[:, columns]
    return float((possible * both.shares[columns]).sum() / possible.sum())


def _held_against(area: Area, both: Sides, columns: Which) -> tuple[Difference | None, WhyNot | None]:
    """The area's difference, or why there is none."""
    if len(area.tasks) < ENOUGH_TASKS:
        return None, "few_tasks"
    if area.tests < min(ENOUGH_TESTS, np.unique(both.test).size):
        return None, "one_test"
    if columns[np.isin(both.test, both.test[columns])].all():
        return None, "whole"
    if not both.enough_pupils or np.any(both.possible[:, columns] > 0, axis=1).sum() < MIN_PUPILS:
        return None, "few_pupils"
    found = area_difference(both, columns)
    return found, None if found else "no_spread"


def _level(both: Sides | None) -> Level | None:
    if both is None:
        return None
    share = _others_share(both, np.ones(both.max_points.size, dtype=np.bool_))
    apart = float(both.beyond.sum() / both.possible.sum())
    return Level(share + apart, share, whole_difference(both))


def _in_order(areas: Sequence[Area]) -> tuple[Area, ...]:
    """The areas with their flags: weak first, then by difference, then those not looked at by their share."""
    held = [(area, area.difference) for area in areas if area.difference]
    flags = weak_flags([difference for _area, difference in held])
    flagged = [replace(area, weak=weak) for (area, _difference), weak in zip(held, flags, strict=True)]
    others = [area for area in areas if not area.difference]
    return tuple(
        sorted(flagged, key=lambda a: (not a.weak, a.difference.value if a.difference else 0.0, a.name))
        + sorted(others, key=lambda a: (a.share, a.name))
    )
