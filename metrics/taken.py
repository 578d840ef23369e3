"""One test as some pupils took it: points by pupil and task, and shares over enough of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum
from typing import Final

from metrics.model import Answer, Task, Test

# What is compared over several answers needs at least half of them.
ENOUGH: Final = 0.5
# Of an area with fewer tasks in a test nothing is said.
ENOUGH_TASKS: Final = 3


@dataclass(frozen=True)
class Score:
    """A pupil's points of what could be had at the tasks they answered, of all the points of the test."""

    points: float
    max_points: float
    whole: float

    @property
    def share(self) -> float:
        """Σ points / Σ max_points (0–1)."""
        return self.points / self.max_points


@dataclass(frozen=True)
class Taken:
    """Points by pupil and task (by number), with the maxima of the tasks that count."""

    maxima: Mapping[int, float]
    by_pupil: Mapping[str, Mapping[int, float]]

    def over(self, pupil_id: str, tasks: Collection[int]) -> Score | None:
        """A pupil's score over some of the tasks; None where these are less than half of the test."""
        points = self.by_pupil.get(pupil_id, {})
        counted = [task for task in tasks if task in points]
        possible, whole = fsum(self.maxima[t] for t in counted), fsum(self.maxima.values())
        if not counted or possible < ENOUGH * whole:
            return None
        return Score(fsum(points[t] for t in counted), possible, whole)

    @cached_property
    def scores(self) -> dict[str, Score]:
        """Everybody's score who answered at least half of the test."""
        found = {pupil_id: self.over(pupil_id, points) for pupil_id, points in self.by_pupil.items()}
        return {pupil_id: score for pupil_id, score in found.items() if score}

    @cached_property
    def complete(self) -> list[list[float]]:
        """The points of the pupils who answered every task, in paper order."""
        rows = [points for _pupil_id, points in sorted(self.by_pupil.items())]
        return [[row[t] for t in self.maxima] for row in rows if self.maxima and len(row) == len(self.maxima)]


def taken(test: Test, answers: Iterable[Answer]) -> Taken:
    """The test as pupils took it: without tasks taken out or without a maximum, and without other tests.

    A pupil known from two rows of a sheet has the upper one with points.
    """
    maxima = {task.number: task.max_points for task in test.counted if task.max_points > 0}
    by_pupil: dict[str, dict[int, float]] = {}
    mine = [a for a in answers if a.test_id == test.test_id and a.task in maxima and not a.outside]
    for answer in sorted(mine, key=lambda a: (a.task, a.row or 0)):
        if answer.points is not None:
            by_pupil.setdefault(answer.pupil_id, {}).setdefault(answer.task, answer.points)
    return Taken(maxima, by_pupil)


def part_of(test: Test, kind: str, name: str) -> Test:
    """The test with the tasks of one fagområde or signalord alone; kind "" is the whole of it."""
    if not kind:
        return test
    return replace(test, tasks=tuple(task for task in test.tasks if _tag(task, kind) == name))


def parts_in(tests: Iterable[Test], kind: str) -> list[str]:
    """The fagområder or signalord with at least 3 tasks in some test, in the order of the papers."""
    found: dict[str, None] = {}
    for test in tests:
        names = [_tag(task, kind) for task in test.counted]
        found |= {name: None for name in names if name and names.count(name) >= ENOUGH_TASKS}
    return list(found)


def _tag(task: Task, kind: str) -> str | None:
    return task.fagomraade if kind == "fagomraade" else task.signalord
