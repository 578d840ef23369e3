"""What the rules speak of: tests, tasks, pupils, results, ratings; and the columns of their frames."""

import datetime
from dataclasses import dataclass
from typing import Literal

Zone = Literal["red", "yellow", "green"]
Scale = Literal["level", "mark"]

# Conditions a pupil took a test on. One who took another test stays outside the class's sums.
READ_ALOUD = "oplaest"
EXTRA_TIME = "ekstra_tid"
OTHER_TEST = "anden_proeve"
# Between a test's id and the day of a sitting: a test that was taken again is another column on a screen.
SITTING_MARK = "@"


def sitting_id(paper: str, sitting: str) -> str:
    """The id of a test as it was taken once: the paper's own for the first time, with the day for others."""
    return f"{paper}{SITTING_MARK}{sitting}" if sitting else paper


def paper_of(test_id: str) -> str:
    """The paper a sitting is of: taken twice, a test has two ids and one paper."""
    return test_id.partition(SITTING_MARK)[0]


@dataclass(frozen=True)
class CutScores:
    """Where a share turns from red to yellow and from yellow to green (0–1); the school's own."""

    red_below: float = 0.40
    green_from: float = 0.70


@dataclass(frozen=True)
class Pupil:
    """A pupil of a class, in Danish order by name; `confirmed` is False until a class list names them."""

    pupil_id: str
    name: str
    confirmed: bool = True


@dataclass(frozen=True)
class LeftOut:
    """That a task was taken out of its test after the test was taken: the day, who did it, and why."""

    day: datetime.date
    by: str
    reason: str


@dataclass(frozen=True)
class Task:
    """A task of a test. `max_points` is the printed maximum, or the highest points seen (`observed`).

    One that is `left_out` is still shown, and stands outside every sum and colour.
    """

    number: int
    label: str
    fagomraade: str | None
    signalord: str | None
    max_points: float
    observed: bool = False
    left_out: LeftOut | None = None


@dataclass(frozen=True)
class Source:
    """Where results were read: the file, its sheet, when and by whom."""

    import_id: str
    file_name: str
    sheet: str
    imported_at: datetime.datetime
    imported_by: str


@dataclass(frozen=True)
class Test:
    """A test as one class took it; `hold` names the hold it was taken in, None for a class's own sheet.

    `test_id` is of the sitting: the paper's own, or for one taken again "paper@day". The store, the tasks and
    the other classes know the `paper`.
    """

    __test__ = False  # not a test case of pytest

    test_id: str
    title: str
    subject: str
    taken_on: datetime.date | None
    tasks: tuple[Task, ...]
    source: Source
    klasse_id: str = ""
    hold: str | None = None

    @property
    def paper(self) -> str:
        """The id of the test's paper, the same each time it is taken."""
        return paper_of(self.test_id)

    @property
    def counted(self) -> tuple[Task, ...]:
        """The tasks that count: those that nobody has taken out."""
        return tuple(task for task in self.tasks if task.left_out is None)

    @property
    def max_points(self) -> float:
        """The maximum of the whole test."""
        return sum(task.max_points for task in self.counted)

    @property
    def observed(self) -> bool:
        """True where some maximum is only the highest points seen."""
        return any(task.observed for task in self.counted)


@dataclass(frozen=True)
class Answer:
    """A pupil's points at one task, or None and why; and the cell they stand in (counted from 0).

    `source` is where they were read: of one test, a class's pupils may have it from their hold's sheet.
    """

    pupil_id: str
    test_id: str
    task: int
    points: float | None
    missing: str | None
    row: int | None
    column: int | None
    conditions: tuple[str, ...] = ()
    source: Source | None = None

    @property
    def outside(self) -> bool:
        """True for an answer to another test than the class's, which its sums leave out."""
        return OTHER_TEST in self.conditions


@dataclass(frozen=True)
class Round:
    """A rating round of a class: its name, school year, and place in time."""

    name: str
    skoleaar: str
    position: int

    @property
    def order(self) -> tuple[str, int]:
        """Rounds sort by school year, then by their place in it."""
        return self.skoleaar, self.position


@dataclass(frozen=True)
class Rating:
    """A pupil's level (1–5) or mark (7-trinsskalaen) in a subject and round, or None and why."""

    pupil_id: str
    subject: str
    round: Round
    scale: Scale
    value: float | None
    missing: str | None
    source: Source
    row: int | None
    column: int | None
