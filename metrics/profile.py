"""A pupil's profile: results by fagområde now and before, lettered for the radar."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.evidence import Evidence
from metrics.model import Answer, CutScores, Test
from metrics.shares import pupil_areas


@dataclass(frozen=True)
class ProfileArea:
    """A fagområde with its letter, and what the pupil earned there now and before."""

    letter: str
    name: str
    now: Evidence | None
    before: Evidence | None


def letters(names: Iterable[str]) -> dict[str, str]:
    """A letter for each name, the first of its own that no other took; digits when letters run out."""
    taken: dict[str, str] = {}
    for name in names:
        own = [sign.upper() for sign in name if sign.isalpha()]
        spare = [*own, *"ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", *map(str, range(1, 100))]
        taken[name] = next(sign for sign in spare if sign not in taken.values())
    return taken


def profile(
    answers: Sequence[Answer], now: Mapping[str, Test], before: Mapping[str, Test], cuts: CutScores
) -> tuple[ProfileArea, ...]:
    """The fagområder of both sets of tests in the order of the papers, with their evidence."""
    mine = pupil_areas(answers, now, cuts)
    earlier = pupil_areas(answers, before, cuts)
    tests = [*now.values(), *before.values()]
    named = dict.fromkeys(task.fagomraade for test in tests for task in test.counted if task.fagomraade)
    names = [name for name in named if name in mine or name in earlier]
    signs = letters(names)
    return tuple(ProfileArea(signs[n], n, mine.get(n), earlier.get(n)) for n in names)
