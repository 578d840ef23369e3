"""Sums of points and maxima, by task, pupil, fagområde and signalord; shares come last."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from metrics.evidence import Evidence, class_evidence, pupil_evidence
from metrics.model import Answer, CutScores, Task, Test

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Sum:
    """Points of what could be had, over the answers at hand; `tasks` counts different tasks."""

    points: float
    max_points: float
    tasks: int
    answers: int

    @property
    def share(self) -> float | None:
        """Σ points / Σ max_points (0–1), None where nothing could be had."""
        return self.points / self.max_points if self.max_points else None


def add_up(
    answers: Iterable[Answer], tests: Mapping[str, Test], key: Callable[[Answer, Task], K | None]
) -> dict[K, Sum]:
    """Sums by any key of answer and task; missing answers stand outside numerator and denominator."""
    points: defaultdict[K, float] = defaultdict(float)
    maxima: defaultdict[K, float] = defaultdict(float)
    tasks: defaultdict[K, set[tuple[str, int]]] = defaultdict(set)
    counts: defaultdict[K, int] = defaultdict(int)
    for answer in answers:
        test = tests.get(answer.test_id)
        if answer.points is None or test is None:
            continue
        task = test.tasks[answer.task - 1]
        group = key(answer, task)
        if group is None:
            continue
        points[group] += answer.points
        maxima[group] += task.max_points
        tasks[group].add((answer.test_id, answer.task))
        counts[group] += 1
    return {g: Sum(points[g], maxima[g], len(tasks[g]), counts[g]) for g in points}


@dataclass(frozen=True)
class AreaCell:
    """A class's cell of the matrix fagområde × signalord; `labels` name its tasks."""

    fagomraade: str
    signalord: str
    evidence: Evidence
    labels: tuple[str, ...]


def class_matrix(answers: Sequence[Answer], tests: Mapping[str, Test], cuts: CutScores) -> list[AreaCell]:
    """Every fagområde × signalord the class has answered, with the evidence of its colour."""
    sums = add_up(
        answers,
        tests,
        lambda a, t: (t.fagomraade, t.signalord, a.pupil_id) if t.fagomraade and t.signalord else None,
    )
    cells = []
    for area, word in dict.fromkeys((fagomraade, signalord) for fagomraade, signalord, _p in sums):
        mine = [s for (a, w, _p), s in sums.items() if (a, w) == (area, word)]
        labels = tuple(
            task.label
            for test in tests.values()
            for task in test.tasks
            if (task.fagomraade, task.signalord) == (area, word)
        )
        answered = max(s.tasks for s in mine)
        evidence = class_evidence([s.points for s in mine], [s.max_points for s in mine], answered, cuts)
        if evidence:
            cells.append(AreaCell(str(area), str(word), evidence, labels))
    return cells


def pupil_areas(answers: Iterable[Answer], tests: Mapping[str, Test], cuts: CutScores) -> dict[str, Evidence]:
    """A pupil's fagområder with the evidence of each colour."""
    sums = add_up(answers, tests, lambda _answer, task: task.fagomraade)
    found = {area: pupil_evidence(s.points, s.max_points, s.tasks, cuts) for area, s in sums.items()}
    return {area: evidence for area, evidence in found.items() if evidence}


def pupil_shares(answers: Iterable[Answer], tests: Mapping[str, Test]) -> dict[str, float]:
    """Every pupil's share (0–1) over some tests; pupils without an answer are not in it."""
    sums = add_up(answers, tests, lambda answer, _task: answer.pupil_id)
    return {pupil_id: share for pupil_id, s in sums.items() if (share := s.share) is not None}
