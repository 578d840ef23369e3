"""A class's or a pupil's course over a subject's tests, by their days; and what moved between two of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from metrics.distance import ClassMove, Measured, class_move, measure, moved_by
from metrics.model import Answer, Test
from metrics.progression import Change, Repeated, WhyNot, repeated
from metrics.taken import ENOUGH_TASKS, part_of

# A test that fewer of the class took says nothing of its course.
SHARE_OF_CLASS: Final = 0.25


@dataclass(frozen=True)
class Part:
    """What of every test is looked at: kind "" is the whole, otherwise one "fagomraade" or "signalord"."""

    kind: str = ""
    name: str = ""

    @property
    def least(self) -> int:
        """The tasks it needs in a test to be measured there."""
        return ENOUGH_TASKS if self.kind else 1


@dataclass(frozen=True)
class Course:
    """The measured tests in the order of their days, whenever they were read.

    `undated` cannot be placed among them; `few` were taken by too few of the class.
    """

    steps: tuple[Measured, ...]
    undated: tuple[Test, ...] = ()
    few: tuple[Test, ...] = ()


def course(
    tests: Iterable[Test],
    answers: Sequence[Answer],
    others: Sequence[Answer],
    with_reference: Iterable[str],
    part: Part,
    pupils: int = 1,
) -> Course:
    """The course of some pupils over the tests of one subject.

    `with_reference` are the tests (by id) that there is somebody to compare with on. Of a class of `pupils` a
    quarter must have taken a test.
    """
    known = set(with_reference)
    own, theirs = _by_test(answers), _by_test(others)
    took = {test_id: {a.pupil_id for a in said} for test_id, said in own.items()}
    mine = sorted((t for t in tests if t.test_id in took), key=_when)
    enough = [t for t in mine if len(took[t.test_id]) >= SHARE_OF_CLASS * pupils]
    steps = [
        measure(
            part_of(t, part.kind, part.name),
            own[t.test_id],
            theirs.get(t.test_id, []),
            known=t.test_id in known,
            least=part.least,
        )
        for t in enough
        if t.taken_on
    ]
    return Course(
        tuple(step for step in steps if not part.kind or step.test.tasks),
        tuple(t for t in enough if t.taken_on is None),
        tuple(t for t in mine if t not in enough),
    )


def _by_test(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """The answers with points, by test; answers to another test than the class's are left out."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.points is not None and not answer.outside:
            found.setdefault(answer.test_id, []).append(answer)
    return found


def _when(test: Test) -> tuple[str, str]:
    return str(test.taken_on or ""), test.test_id


def suggested_pair(steps: Sequence[Measured]) -> tuple[int, int]:
    """The places of the two tests to hold against each other first.

    The newest against its own first sitting where it was taken before, otherwise the two newest that there is
    a yardstick for, otherwise the two newest. With one test both are it.
    """
    newest = len(steps) - 1
    same = [place for place, step in enumerate(steps) if step.test.paper == steps[newest].test.paper]
    if len(same) > 1:
        return same[0], newest
    measured = [place for place, step in enumerate(steps) if step.yardstick]
    if len(measured) > 1:
        return measured[-2], measured[-1]
    return max(0, newest - 1), newest


@dataclass(frozen=True)
class Since:
    """What became of the pupils between two tests.

    Of one paper taken twice the `changes` are of shares of the points (0–1) and `repeated` is set; between
    different tests they are of distances to the reference in SDs, and `move` is the class's own. Without
    either `why_not` says why.
    """

    before: Measured
    after: Measured
    changes: Mapping[str, Change]
    repeated: Repeated | None = None
    move: ClassMove | None = None
    why_not: WhyNot | None = None

    @property
    def up(self) -> list[str]:
        """Who moved up by more than chance gives, the furthest first."""
        return sorted((p for p, c in self.changes.items() if c.moved and _index(c) > 0), key=self._by_index)

    @property
    def down(self) -> list[str]:
        """Who moved down by more than chance gives, the furthest first."""
        return sorted((p for p, c in self.changes.items() if c.moved and _index(c) < 0), key=self._by_index)

    def _by_index(self, pupil_id: str) -> tuple[float, str]:
        return -abs(_index(self.changes[pupil_id])), pupil_id


def _index(change: Change) -> float:
    return change.index or 0.0


def since(before: Measured, after: Measured, answers: Sequence[Answer]) -> Since:
    """What became of the pupils from one test to another."""
    if before.test.paper == after.test.paper:
        twice = repeated(before.test, after.test, answers)
        if twice is None:
            return Since(before, after, {}, why_not="few_pupils")
        return Since(before, after, twice.changes, repeated=twice, why_not=twice.why_not)
    then, now = before.distances, after.distances
    changes = {p: moved_by(then[p], now[p]) for p in sorted(then.keys() & now.keys())}
    why_not = before.why_not or after.why_not or (None if changes else "few_pupils")
    return Since(before, after, changes, move=class_move(before, after), why_not=why_not)
