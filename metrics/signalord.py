"""A class's signalord or fagområder against others on the same tasks, and what may be said of each."""

from dataclasses import dataclass
from typing import Final, Literal

from metrics.difference import Difference
from metrics.evidence import zone_of
from metrics.model import CutScores

# A signalord is spoken of from so many tasks in so many tests on; below it the tasks are named.
ENOUGH_TASKS: Final = 3
ENOUGH_TESTS: Final = 2

# Why an area is not held against the others; "whole": its test has nothing else to hold it against.
WhyNot = Literal["no_reference", "few_tasks", "one_test", "few_pupils", "whole", "no_spread"]


@dataclass(frozen=True)
class Area:
    """A signalord or fagområde: what the class earned there, and how that is against the others.

    `tasks` are (test_id, label) in the order of the papers. `share` and `others_share` (0–1) are over the
    same tasks; `others_share` is None without a reference. `difference` is d(area) − d(whole test), None
    where `why_not` says so; `weak` is True where it survived the looking at many. `observed` is True where
    a maximum is only the highest points seen.
    """

    name: str
    tasks: tuple[tuple[str, str], ...]
    share: float
    others_share: float | None
    difference: Difference | None
    why_not: WhyNot | None
    observed: bool = False
    weak: bool = False

    @property
    def tests(self) -> int:
        """How many tests its tasks stand in."""
        return len({test_id for test_id, _label in self.tasks})

    @property
    def is_spoken_of(self) -> bool:
        """True where its name may be used of more than the tasks at hand."""
        return len(self.tasks) >= ENOUGH_TASKS and self.tests >= ENOUGH_TESTS

    def hard_for_all(self, cuts: CutScores) -> bool:
        """True where its tasks are red for the others too, and the class is not surely weaker."""
        if self.others_share is None or self.weak or len(self.tasks) < ENOUGH_TASKS:
            return False
        return zone_of(self.share, cuts) == zone_of(self.others_share, cuts) == "red"


@dataclass(frozen=True)
class Level:
    """The class on all the compared tasks: its share, the others' (0–1), and d(whole test) with its error."""

    share: float
    others_share: float
    difference: Difference | None


@dataclass(frozen=True)
class Comparison:
    """A class's areas: the surely weak first, then from the furthest below the others upwards, then the rest.

    `tests` are those that could be compared, `without` those with nobody to compare with; `level` is None
    where no test could be.
    """

    areas: tuple[Area, ...]
    level: Level | None
    tests: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def looked_at(self) -> tuple[tuple[Area, Difference], ...]:
        """The areas that were held against the others, each with its difference."""
        return tuple((area, area.difference) for area in self.areas if area.difference)

    @property
    def not_looked_at(self) -> tuple[Area, ...]:
        """The areas nothing can be said of, each with its reason."""
        return tuple(area for area in self.areas if not area.difference)

    @property
    def weak(self) -> tuple[Area, ...]:
        """The areas that are surely weaker than the class is otherwise, the furthest below first."""
        return tuple(area for area in self.areas if area.weak)
