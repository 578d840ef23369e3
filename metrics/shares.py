"""Sums of points and maxima, by task, pupil, fagområde and signalord; shares come last."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TypeVar

from metrics.evidence import Evidence, class_evidence, pupil_evidence
from metrics.model import Answer, CutScores, Task, Test, paper_of

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Sum:
    """Points of what could be had, over the answers at hand.

    `tasks` counts different tasks that something could be had at: one nobody got a point at, and whose
    maximum nobody printed, says nothing of a share. `observed`: some maximum is only the highest points seen.
    """

    points: float
    max_points: float
    tasks: int
    answers: int
    observed: bool = False

    @property
    def share(self) -> float | None:
        """Σ points / Σ max_points (0–1), None where nothing could be had."""
        return self.points / self.max_points if self.max_points else None


def add_up(
    answers: Iterable[Answer], tests: Mapping[str, Test], key: Callable[[Answer, Task], K | None]
) -> dict[K, Sum]:
    """Sums by any key of answer and task; missing answers stand outside numerator and denominator.

    Answers to a test or a task that is not among `tests` are left out, and those to a task taken out of its.
    """
    tasks = {(test_id, task.number): task for test_id, test in tests.items() for task in test.counted}
    groups: defaultdict[K, list[tuple[str, float, Task]]] = defaultdict(list)
    for answer in answers:
        task = tasks.get((answer.test_id, answer.task))
        if answer.points is None or task is None:
            continue
        group = key(answer, task)
        if group is not None:
            groups[group].append((answer.test_id, answer.points, task))
    return {group: _sum(answered) for group, answered in groups.items()}


def _sum(answered: Sequence[tuple[str, float, Task]]) -> Sum:
    """The sum of some answers, the same in any order: fsum rounds once, at the end."""
    points = fsum(points for _test_id, points, _task in answered)
    maximum = fsum(task.max_points for _test_id, _points, task in answered)
    # A test taken twice has the same tasks both times: the second time gives no more of them to build on.
    tasks = {(paper_of(test_id), task.number) for test_id, _points, task in answered if task.max_points > 0}
    observed = any(task.observed for _test_id, _points, task in answered if task.max_points > 0)
    return Sum(points, maximum, len(tasks), len(answered), observed)


@dataclass(frozen=True)
class AreaCell:
    """A class's cell of the matrix fagområde × signalord; `labels` name its tasks."""

    fagomraade: str
    signalord: str
    evidence: Evidence
    labels: tuple[str, ...]


def class_matrix(answers: Sequence[Answer], tests: Mapping[str, Test], cuts: CutScores) -> list[AreaCell]:
    """Every fagområde × signalord the class has answered, in the order of the papers, with its evidence.

    Answers to another test than the class's are left out.
    """
    answers = [answer for answer in answers if not answer.outside]
    labels: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for test in tests.values():
        for task in test.counted:
            labels[_place(task)].append(task.label)
    by_pupil: defaultdict[tuple[str, str], list[Sum]] = defaultdict(list)
    for (place, _pupil_id), one in add_up(answers, tests, lambda a, t: (_place(t), a.pupil_id)).items():
        by_pupil[place].append(one)
    answered = add_up(answers, tests, lambda _answer, task: _place(task))
    cells = []
    for place in (place for place in labels if place in answered and all(place)):
        points = [s.points for s in by_pupil[place]]
        maxima = [s.max_points for s in by_pupil[place]]
        whole = answered[place]
        evidence = class_evidence(points, maxima, whole.tasks, cuts, observed=whole.observed)
        if evidence:
            cells.append(AreaCell(*place, evidence, tuple(labels[place])))
    return cells


def _place(task: Task) -> tuple[str, str]:
    """Where a task stands in the matrix; a tag it does not have is empty."""
    return task.fagomraade or "", task.signalord or ""


def pupil_areas(answers: Iterable[Answer], tests: Mapping[str, Test], cuts: CutScores) -> dict[str, Evidence]:
    """A pupil's fagområder with the evidence of each colour."""
    return _evidences(add_up(answers, tests, lambda _answer, task: task.fagomraade), cuts)


def pupil_signalord(
    answers: Iterable[Answer], tests: Mapping[str, Test], cuts: CutScores
) -> dict[str, Evidence]:
    """A pupil's signalord with the evidence of each colour."""
    return _evidences(add_up(answers, tests, lambda _answer, task: task.signalord), cuts)


def _evidences(sums: Mapping[str, Sum], cuts: CutScores) -> dict[str, Evidence]:
    found = {
        tag: pupil_evidence(s.points, s.max_points, s.tasks, cuts, observed=s.observed)
        for tag, s in sums.items()
    }
    return {tag: evidence for tag, evidence in found.items() if evidence}


def pupil_shares(answers: Iterable[Answer], tests: Mapping[str, Test]) -> dict[str, float]:
    """Every pupil's share (0–1) over some tests; pupils without an answer are not in it."""
    sums = add_up(answers, tests, lambda answer, _task: answer.pupil_id)
    return {pupil_id: share for pupil_id, s in sums.items() if (share := s.share) is not None}
