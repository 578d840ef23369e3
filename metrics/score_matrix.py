"""A test as a matrix: a pupil a row, a task a column, points in the cells or None where they are missing."""

from dataclasses import dataclass
from functools import cached_property
from math import fsum

from metrics.class_test import ClassTest

# 0,1 + 0,2 of 0,6 is half, and a hair above it in binary: who is this close to half has reached it.
HAIR = 1e-9


@dataclass(frozen=True)
class ScoreMatrix:
    """Points by pupil and task. `printed` are the maxima of the tasks, None where none is printed."""

    pupils: tuple[str, ...]
    tasks: tuple[str, ...]
    printed: tuple[float | None, ...]
    points: tuple[tuple[float | None, ...], ...]

    @cached_property
    def maxima(self) -> tuple[float | None, ...]:
        """The printed maximum of each task, otherwise the highest points seen; None without an answer."""
        seen = (max(self.answered(task), default=None) for task in range(len(self.tasks)))
        return tuple(h if p is None else p for p, h in zip(self.printed, seen, strict=True))

    def answered(self, task: int) -> list[float]:
        """The points at a task, of the pupils who have some."""
        return [points for row in self.points if (points := row[task]) is not None]

    @cached_property
    def solved(self) -> tuple[tuple[bool | None, ...], ...]:
        """Whether each pupil solved each task: had at least half its maximum. None is missing.

        A task whose highest points are none, and whose maximum nobody printed, nobody solved.
        """
        maxima = self.maxima
        return tuple(tuple(_solved(p, m) for p, m in zip(row, maxima, strict=True)) for row in self.points)

    @cached_property
    def taken(self) -> tuple[int, ...]:
        """The tasks, by column, that somebody answered."""
        return tuple(task for task in range(len(self.tasks)) if self.answered(task))

    @property
    def complete(self) -> tuple[int, ...]:
        """The pupils, by row, who answered every task that anybody answered."""
        rows = enumerate(self.points)
        return tuple(i for i, row in rows if self.taken and all(row[task] is not None for task in self.taken))

    def total(self, pupil: int) -> float | None:
        """A pupil's points over the answers at hand, None without an answer."""
        points = [p for p in self.points[pupil] if p is not None]
        return fsum(points) if points else None


def _solved(points: float | None, maximum: float | None) -> bool | None:
    if points is None:
        return None
    return maximum is not None and maximum > 0 and points >= maximum / 2 - HAIR


def matrix_of(result: ClassTest) -> ScoreMatrix:
    """The test as its pupils took it: those with an answer to this test, in class-list order.

    Tasks that were taken out of the test, and pupils who took another one, are not in it.
    """
    tasks = result.test.counted
    points = tuple(
        tuple(answer.points if (answer := line.answers.get(t.number)) else None for t in tasks)
        for line in result.present
    )
    return ScoreMatrix(
        tuple(line.pupil.pupil_id for line in result.present),
        tuple(task.label for task in tasks),
        tuple(None if task.observed else task.max_points for task in tasks),
        points,
    )
