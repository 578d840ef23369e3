"""The areas of a subject, fagområder and signalord, as some tests hold them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from metrics.model import Task, Test
from metrics.signalord import ENOUGH_TASKS, ENOUGH_TESTS

AreaKind = Literal["fagomraade", "signalord"]


@dataclass(frozen=True)
class AreaKey:
    """A fagområde or a signalord by its name."""

    kind: AreaKind
    name: str

    def holds(self, task: Task) -> bool:
        """True for a task of the area."""
        return self.name == (task.fagomraade if self.kind == "fagomraade" else task.signalord)


@dataclass(frozen=True)
class AreaSize:
    """An area's tasks by their labels, in the order of the papers, and how many tests they stand in."""

    area: AreaKey
    labels: tuple[str, ...] = ()
    tests: int = 0

    @property
    def tasks(self) -> int:
        """How many tasks it has."""
        return len(self.labels)

    @property
    def enough(self) -> bool:
        """True from 3 tasks on, and for a signalord in 2 tests: below it one speaks of the tasks."""
        return self.tasks >= ENOUGH_TASKS and (self.area.kind == "fagomraade" or self.tests >= ENOUGH_TESTS)


def area_sizes(tests: Iterable[Test]) -> list[AreaSize]:
    """The areas of some tests in the order of the papers, fagområder first; a paper counts once."""
    places: defaultdict[AreaKey, dict[tuple[str, int], str]] = defaultdict(dict)
    for test in tests:
        for task in test.counted:
            for area in _areas_of(task):
                places[area][test.paper, task.number] = task.label
    found = [
        AreaSize(area, tuple(at.values()), len({paper for paper, _task in at})) for area, at in places.items()
    ]
    return sorted(found, key=lambda size: size.area.kind)


def _areas_of(task: Task) -> list[AreaKey]:
    named: list[tuple[AreaKind, str | None]] = [
        ("fagomraade", task.fagomraade),
        ("signalord", task.signalord),
    ]
    return [AreaKey(kind, name) for kind, name in named if name]
