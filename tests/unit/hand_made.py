"""Tests, answers and ratings written by hand, small enough to count on paper."""

import datetime
from collections.abc import Mapping, Sequence

from metrics.model import Answer, Pupil, Rating, Round, Scale, Source, Task, Test

JANUARY = datetime.date(2026, 1, 14)
EFTERAAR = Round("Efterår", "2025/26", 10)
FORAAR = Round("Forår", "2025/26", 50)


def source(
    file: str = "7.A mat.xlsx", at: datetime.datetime = datetime.datetime(2026, 11, 24, 9, 30)
) -> Source:
    return Source(f"import of {file}", file, "Matematik", at, "Mette Lund")


def task(
    number: int,
    max_points: float = 1.0,
    fagomraade: str | None = None,
    signalord: str | None = None,
    *,
    label: str | None = None,
    observed: bool = False,
) -> Task:
    return Task(number, label or str(number), fagomraade, signalord, max_points, observed)


def paper(
    *tasks: Task,
    test_id: str = "januar",
    day: datetime.date | None = JANUARY,
    subject: str = "matematik",
    read: Source | None = None,
) -> Test:
    return Test(test_id, f"Prøve i {test_id}", subject, day, tasks, read or source())


def tasks_of(*maxima: float) -> tuple[Task, ...]:
    return tuple(task(number, maximum) for number, maximum in enumerate(maxima, start=1))


def answers(test: Test, rows: Mapping[str, Sequence[float | str | None]]) -> list[Answer]:
    """A row a pupil: points, or the code of why they are missing; None is a task without a row at all."""
    return [
        Answer(pupil, test.test_id, one.number, None, said, row, one.number)
        if isinstance(said, str)
        else Answer(pupil, test.test_id, one.number, float(said), None, row, one.number)
        for row, (pupil, said_of) in enumerate(rows.items(), start=4)
        for one, said in zip(test.tasks, said_of, strict=True)
        if said is not None
    ]


def pupils(*names: str) -> list[Pupil]:
    """Pupils in class-list order, whose ids are their names."""
    return [Pupil(name, name) for name in names]


def ratings(
    subject: str,
    round_: Round,
    values: Mapping[str, float | str],
    scale: Scale = "level",
    read: Source | None = None,
) -> list[Rating]:
    """A rating a pupil; a text is the code of why it is missing."""
    return [
        Rating(pupil, subject, round_, scale, None, value, read or source(), row, 3)
        if isinstance(value, str)
        else Rating(pupil, subject, round_, scale, float(value), None, read or source(), row, 3)
        for row, (pupil, value) in enumerate(values.items(), start=4)
    ]


# The excerpt of Ullerup Bæk Skolen's mathematics overview that VIVE's booklet prints; the maximum of a
# task is the highest points in it.
_ULLERUP_TASKS = (
    ("1.1", "Vis", 3),
    ("1.2", "Hvor mange", 2),
    ("1.3", "Skriv", 2),
    ("1.4", "Hvor mange", 3),
    ("1.5", "Undersøg", 2),
    ("2.1", "Hvilket", 2),
    ("2.2", "Hvor stor", 3),
    ("2.3", "Beskriv", 2),
    ("2.4", "Giv et…", 2),
)
ULLERUP = paper(
    *(
        task(
            number,
            maximum,
            "Matematik i anvendelse" if label.startswith("1") else "Funktioner",
            signalord,
            label=label,
            observed=True,
        )
        for number, (label, signalord, maximum) in enumerate(_ULLERUP_TASKS, start=1)
    ),
    test_id="ullerup",
)
ULLERUP_POINTS: dict[str, list[float | str | None]] = {
    "Elev 1": [3, 2, 0, 3, 0, 2, 0, 1, 0],
    "Elev 2": [3, 2, 0, 3, 0, 2, 0, 1, 1],
    "Elev 3": [0, 0, 0, 0, 0, 0, 0, 0, 0],
    "Elev 4": [3, 2, 2, 3, 2, 2, 2, 1, 2],
    "Elev 6": [3, 2, 2, 3, 0, 2, 3, 2, 2],
    "Elev 7": [3, 2, 0, 3, 1, 2, 2, 2, 2],
    "Elev 8": [3, 2, 2, 0, 0, 0, 0, 1, 0],
}
ULLERUP_ANSWERS = answers(ULLERUP, ULLERUP_POINTS)
