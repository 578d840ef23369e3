"""Which cut scores hold for a subject and trin, and how they came to be: the newest that was said."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from metrics.model import CutScores


@dataclass(frozen=True)
class CutChange:
    """What was said of a subject's cut scores, and when (Danish time) by whom.

    `trin` None is every trin; `cuts` None takes back what was said of this subject and trin before.
    """

    subject: str
    trin: int | None
    cuts: CutScores | None
    at: datetime.datetime
    by: str


@dataclass(frozen=True)
class CutStep:
    """A moment when the cut scores of a subject and trin became others."""

    before: CutScores
    after: CutScores
    at: datetime.datetime
    by: str


@dataclass(frozen=True)
class FewReferences:
    """A subject team's switching on or off of comparing with fewer than three classes."""

    subject: str
    allowed: bool
    at: datetime.datetime
    by: str


def cuts_of(changes: Sequence[CutChange], subject: str, trin: int | None) -> CutScores:
    """The cut scores of a subject and trin: its own before the subject's before the default.

    `changes` are oldest first.
    """
    newest = {change.trin: change.cuts for change in changes if change.subject == subject}
    return newest.get(trin) or newest.get(None) or CutScores()


def cut_steps(changes: Sequence[CutChange], subject: str, trin: int | None) -> list[CutStep]:
    """How the cut scores of a subject and trin changed, oldest first, without what changed nothing."""
    steps: list[CutStep] = []
    for place, change in enumerate(changes, start=1):
        before, after = (cuts_of(changes[:end], subject, trin) for end in (place - 1, place))
        if before != after:
            steps.append(CutStep(before, after, change.at, change.by))
    return steps


def few_allowed(changes: Sequence[FewReferences], subject: str) -> bool:
    """True where the subject team has switched comparing with few classes on; `changes` are oldest first."""
    return {change.subject: change.allowed for change in changes}.get(subject, False)
