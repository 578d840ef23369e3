"""Whom a class is compared with on a test: earlier year groups or enough others, never the class itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# With fewer, "the others" is one colleague or two; the subject team must have switched that on.
ENOUGH_CLASSES = 3

Kind = Literal["earlier", "others", "few", "none"]


@dataclass(frozen=True)
class Sitting:
    """One class's taking of a test; `shared` is the share (0–1) of its pupils who are the class's own now."""

    klasse_id: str
    test_id: str
    skoleaar: str
    shared: float = 0.0


@dataclass(frozen=True)
class Reference:
    """The classes one class is compared with on one test, and by which part of the rule.

    "earlier": the year groups before it; "others": at least three other classes; "few": fewer, which the
    subject team has switched on; "none": nobody, and nothing can be said of the class against the tasks.
    """

    kind: Kind
    klasse_ids: tuple[str, ...]


def reference_of(
    klasse_id: str, skoleaar: str, sittings: Iterable[Sitting], *, few_allowed: bool = False
) -> Reference:
    """The reference for a class of a school year among everyone who took the test.

    A class of which at least half are the class's own pupils is the class itself, a year younger.
    Source: Goldstein & Spiegelhalter 1996, on comparing with like groups and not with one colleague.
    """
    others = [s for s in sittings if s.klasse_id != klasse_id and s.shared < 0.5]
    earlier = _ids(s for s in others if s.skoleaar < skoleaar)
    if earlier:
        return Reference("earlier", earlier)
    everyone = _ids(others)
    if len(everyone) >= ENOUGH_CLASSES:
        return Reference("others", everyone)
    if everyone and few_allowed:
        return Reference("few", everyone)
    return Reference("none", ())


def _ids(sittings: Iterable[Sitting]) -> tuple[str, ...]:
    return tuple(sorted({s.klasse_id for s in sittings}))
