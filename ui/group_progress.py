"""What the pupils of a group moved between two tests, each measured in their own class."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data_io.groups import FagligtLoeft
from data_io.queries import Klasse
from metrics.course import Part, since
from metrics.distance import Measured
from metrics.group_course import GroupCourse, group_course, when_taken
from metrics.model import Test
from metrics.progression import Change, WhyNot
from ui import cached
from ui.progress_data import compared
from ui.session import Session


@dataclass(frozen=True)
class Moves:
    """By pupil the change from the last test before to the newest after, and whether it is one of shares.

    A change of shares is of the same test taken twice, otherwise it is of distances to the others in SDs.
    `why_not` says why nobody of a class has one.
    """

    changes: Mapping[str, tuple[Change, bool]] = field(default_factory=dict)
    why_not: WhyNot | None = None


def course_of(session: Session, group: FagligtLoeft) -> GroupCourse:
    """The group before and after it began, beside the others of the year group."""
    classes = cached.home_years(session, group.klasse_id)
    trin = {k.trin for k in cached.klasser(session) if k.klasse_id in classes}
    everyone = {one.pupil.pupil_id for one in cached.class_pupils(session, classes)}
    members = {pupil.pupil_id for pupil in group.pupils}
    tests, answers = cached.history(session, tuple(sorted(everyone | members)))
    mine = [test for test in tests if test.subject == group.subject]
    cuts = cached.cuts(session, group.subject, trin.pop() if len(trin) == 1 else None)
    return group_course(members, everyone - members, mine, answers, group.area, group.begins, cuts)


def moves_of(session: Session, group: FagligtLoeft) -> Moves:
    """What each pupil moved, held against whom their own class is compared with."""
    classes = {k.klasse_id: k for k in cached.klasser(session)}
    members = {pupil.pupil_id for pupil in group.pupils}
    changes: dict[str, tuple[Change, bool]] = {}
    why_not: WhyNot | None = None
    for klasse_id in cached.home_years(session, group.klasse_id):
        found = _class_moves(session, classes[klasse_id], group)
        changes |= {pupil_id: change for pupil_id, change in found.changes.items() if pupil_id in members}
        why_not = why_not or found.why_not
    return Moves(changes, None if changes else why_not)


def _class_moves(session: Session, klasse: Klasse, group: FagligtLoeft) -> Moves:
    pupils = tuple(pupil.pupil_id for pupil in cached.pupils(session, klasse.klasse_id))
    tests, answers = cached.history(session, pupils)
    found = compared(session, klasse, tests, answers, group.subject)
    steps = found.course(Part(group.area.kind, group.area.name), len(pupils)).steps
    pair = _pair(steps, group)
    if pair is None:
        return Moves()
    change = since(*pair, answers)
    share = change.repeated is not None
    return Moves({pupil_id: (c, share) for pupil_id, c in change.changes.items()}, change.why_not)


def _pair(steps: tuple[Measured, ...], group: FagligtLoeft) -> tuple[Measured, Measured] | None:
    """The newest test after the group began, and the same one before, otherwise the last before."""
    before = [step for step in steps if _side(step.test, group) == "before"]
    after = [step for step in steps if _side(step.test, group) == "after"]
    if not before or not after:
        return None
    same = [step for step in before if step.test.paper == after[-1].test.paper]
    return (same or before)[-1], after[-1]


def _side(test: Test, group: FagligtLoeft) -> str | None:
    return when_taken(test, group.begins)
