"""What a template is made for: a class, its pupils, and the tasks or rounds it has room for."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data_io.school import ListedPupil


@dataclass(frozen=True)
class TemplateColours:
    """Fill and text colours as six hex digits: zones by name, levels by number, and the quiet tints."""

    zones: Mapping[str, str]
    levels: Mapping[int, tuple[str, str]]
    heading: str
    open_cell: str
    muted: str


@dataclass(frozen=True)
class TemplateTask:
    """A task a test template has a column for; what is None is left for the teacher to fill in."""

    label: str
    fagomraade: str
    signalord: str | None = None
    max_points: float | None = None


@dataclass(frozen=True)
class TestTemplate:
    """A test for a class, ready to be filled in."""

    __test__ = False  # not a test case of pytest

    klasse: str
    skoleaar: str
    title: str
    subject: str
    date: datetime.date
    tasks: Sequence[TemplateTask]
    pupils: Sequence[ListedPupil]
    signalord: Sequence[str] = ()


@dataclass(frozen=True)
class AssessmentTemplate:
    """A class's ratings over some rounds; `marks` are the subjects whose rounds take 7-trins marks."""

    klasse: str
    skoleaar: str
    rounds: Sequence[str]
    subjects: Sequence[str]
    pupils: Sequence[ListedPupil]
    marks: frozenset[str] = field(default_factory=frozenset)


def tasks_for(areas: Mapping[str, int]) -> list[TemplateTask]:
    """Tasks numbered 1.1, 1.2, 2.1 … for so many tasks of each fagområde, in the order given."""
    return [
        TemplateTask(f"{place}.{number}", area)
        for place, (area, count) in enumerate(areas.items(), start=1)
        for number in range(1, count + 1)
    ]
