"""One test in one class: totals by pupil and task, what was hardest, and who was missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.model import Answer, Pupil, Task, Test
from metrics.shares import Sum, add_up


@dataclass(frozen=True)
class PupilLine:
    """A pupil's line of the test. `missing` is the reason when there is not a single answer."""

    pupil: Pupil
    answers: Mapping[int, Answer]
    total: Sum | None
    missing: str | None


@dataclass(frozen=True)
class ClassTest:
    """The whole test in the class: lines in class-list order, tasks in paper order."""

    test: Test
    lines: tuple[PupilLine, ...]
    by_task: Mapping[int, Sum]
    total: Sum | None

    @property
    def present(self) -> tuple[PupilLine, ...]:
        """The pupils with at least one answer."""
        return tuple(line for line in self.lines if line.total)

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
        """The lines from the highest total share to the lowest, the absent last."""
        return tuple(sorted(self.lines, key=lambda line: -_share(line)))


def _share(line: PupilLine) -> float:
    share = line.total.share if line.total else None
    return -1.0 if share is None else share


def class_test(test: Test, pupils: Sequence[Pupil], answers: Sequence[Answer]) -> ClassTest:
    """The test in the class, from its pupils in class-list order and their answers."""
    tests = {test.test_id: test}
    mine = [a for a in answers if a.test_id == test.test_id]
    totals = add_up(mine, tests, lambda answer, _task: answer.pupil_id)
    by_pupil: dict[str, dict[int, Answer]] = {}
    for answer in mine:
        by_pupil.setdefault(answer.pupil_id, {})[answer.task] = answer
    lines = tuple(
        PupilLine(
            pupil,
            by_pupil.get(pupil.pupil_id, {}),
            totals.get(pupil.pupil_id),
            _why_missing(by_pupil.get(pupil.pupil_id, {}), totals.get(pupil.pupil_id)),
        )
        for pupil in pupils
    )
    everything = add_up(mine, tests, lambda _answer, _task: "all")
    by_task = add_up(mine, tests, lambda _answer, task: task.number)
    return ClassTest(test, lines, by_task, everything.get("all"))


def _why_missing(answers: Mapping[int, Answer], total: Sum | None) -> str | None:
    """The reason a pupil has no answer: the mark in the sheet, or that they are not in it."""
    if total is not None:
        return None
    reasons = [a.missing for a in answers.values() if a.missing and a.missing not in ("empty", "blank")]
    if reasons:
        return reasons[0]
    return "empty" if answers else "not_in_sheet"


def earlier_shares(
    test: Test, others: Sequence[Test], answers: Sequence[Answer]
) -> dict[str, tuple[Test, float]]:
    """For every pupil the share of the newest earlier test in the subject, and which test that was."""
    if test.taken_on is None:
        return {}
    before = [
        t
        for t in others
        if t.subject == test.subject and t.taken_on is not None and t.taken_on < test.taken_on
    ]
    found: dict[str, tuple[Test, float]] = {}
    for other in sorted(before, key=lambda t: str(t.taken_on)):
        sums = add_up(
            (a for a in answers if a.test_id == other.test_id),
            {other.test_id: other},
            lambda a, _t: a.pupil_id,
        )
        found |= {p: (other, s.share) for p, s in sums.items() if s.share is not None}
    return found
