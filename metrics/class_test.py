"""One test in one class: totals by pupil and task, what was hardest, and who was missing."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.model import OTHER_TEST, Answer, Pupil, Task, Test
from metrics.shares import Sum, add_up


@dataclass(frozen=True)
class PupilLine:
    """A pupil's line of the test. `missing` is the reason when there is not a single answer.

    A line that stands `outside` is of another test than the class's: it is shown, and in no sum.
    """

    pupil: Pupil
    answers: Mapping[int, Answer]
    total: Sum | None
    missing: str | None
    conditions: tuple[str, ...] = ()

    @property
    def outside(self) -> bool:
        """True where the pupil took another test."""
        return OTHER_TEST in self.conditions


@dataclass(frozen=True)
class ClassTest:
    """The whole test in the class: lines in class-list order, tasks in paper order.

    `by_task` and `total` leave out the pupils who took another test.
    """

    test: Test
    lines: tuple[PupilLine, ...]
    by_task: Mapping[int, Sum]
    total: Sum | None

    @property
    def present(self) -> tuple[PupilLine, ...]:
        """The pupils with at least one answer to this test."""
        return tuple(line for line in self.lines if line.total and not line.outside)

    @property
    def outside(self) -> tuple[PupilLine, ...]:
        """The pupils with answers to another test."""
        return tuple(line for line in self.lines if line.total and line.outside)

    @property
    def absent(self) -> tuple[PupilLine, ...]:
        """The pupils without a single answer."""
        return tuple(line for line in self.lines if not line.total)

    def hardest(self, count: int = 3) -> list[tuple[Task, float]]:
        """The tasks with the lowest share, hardest first; ties in paper order."""
        shares = [(task, s.share) for task in self.test.tasks if (s := self.by_task.get(task.number))]
        known = [(task, share) for task, share in shares if share is not None]
        return sorted(known, key=lambda pair: (pair[1], pair[0].number))[:count]

    def by_result(self) -> tuple[PupilLine, ...]:
        """The lines from the highest total share to the lowest; ties in class-list order.

        Those who took another test come after them, the absent last.
        """
        return tuple(sorted(self.lines, key=lambda line: (line.total is None, line.outside, -_share(line))))


def _share(line: PupilLine) -> float:
    """A line's share for sorting; a total of tasks without a maximum comes after every share."""
    share = line.total.share if line.total else None
    return -1.0 if share is None else share


def class_test(test: Test, pupils: Sequence[Pupil], answers: Sequence[Answer]) -> ClassTest:
    """The test in the class, from its pupils in class-list order and their answers.

    Of a test that only a hold took, the class's other pupils have no line: they were never to take it.
    """
    tests = {test.test_id: test}
    mine = _once(a for a in answers if a.test_id == test.test_id)
    totals = add_up(mine, tests, lambda answer, _task: answer.pupil_id)
    by_pupil: dict[str, dict[int, Answer]] = {}
    for answer in mine:
        by_pupil.setdefault(answer.pupil_id, {})[answer.task] = answer
    lines = tuple(
        _line(pupil, by_pupil.get(pupil.pupil_id, {}), totals.get(pupil.pupil_id))
        for pupil in pupils
        if test.hold is None or pupil.pupil_id in by_pupil
    )
    counted = [answer for answer in mine if not answer.outside]
    everything = add_up(counted, tests, lambda _answer, _task: "all")
    by_task = add_up(counted, tests, lambda _answer, task: task.number)
    return ClassTest(test, lines, by_task, everything.get("all"))


def _line(pupil: Pupil, answers: Mapping[int, Answer], total: Sum | None) -> PupilLine:
    conditions = dict.fromkeys(c for answer in answers.values() for c in answer.conditions)
    return PupilLine(pupil, answers, total, _why_missing(answers, total), tuple(conditions))


def _once(answers: Iterable[Answer]) -> list[Answer]:
    """One answer a pupil and task, in paper order: a pupil known from two rows of a sheet counts once.

    Points come before a missing mark, and the upper row before the lower.
    """
    found: dict[tuple[int, str], Answer] = {}
    for answer in sorted(answers, key=lambda a: (a.task, a.points is None, a.row or 0)):
        found.setdefault((answer.task, answer.pupil_id), answer)
    return list(found.values())


def _why_missing(answers: Mapping[int, Answer], total: Sum | None) -> str | None:
    """The reason a pupil has no answer: the mark in the sheet, or that they are not in it."""
    if total is not None:
        return None
    reasons = [a.missing for a in answers.values() if a.missing not in (None, "empty", "blank")]
    if reasons:
        return reasons[0]
    return "empty" if answers else "not_in_sheet"


def earlier_shares(
    test: Test, others: Sequence[Test], answers: Sequence[Answer]
) -> dict[str, tuple[Test, float]]:
    """For every pupil the share of the newest earlier test in the subject, and which test that was.

    The same test in a parallel class is no earlier test, also when that class took it first.
    """
    day = test.taken_on or datetime.date.min
    before = {
        t.test_id: t
        for t in sorted(others, key=_when)
        if t.subject == test.subject and t.test_id != test.test_id and t.taken_on and t.taken_on < day
    }
    sums = add_up(answers, before, lambda answer, _task: (answer.test_id, answer.pupil_id))
    found: dict[str, tuple[Test, float]] = {}
    for (test_id, pupil_id), total in sorted(sums.items(), key=lambda item: _when(before[item[0][0]])):
        if total.share is not None:
            found[pupil_id] = before[test_id], total.share
    return found


def _when(test: Test) -> tuple[datetime.date, datetime.datetime, str]:
    return test.taken_on or datetime.date.min, test.source.imported_at, test.test_id
