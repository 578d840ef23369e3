"""The school's tests: their tasks with fagområde, signalord and maximum, and when each class took them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count

from sample_data.school_lots import Lots
from sample_data.school_story import YEARS


@dataclass(frozen=True)
class Task:
    """One task; `hardness` is in logits, 0 for a task that the average pupil half solves."""

    label: str
    fagomraade: str
    signalord: str
    max_points: int
    hardness: float


@dataclass(frozen=True)
class Test:
    """A test as the subject team made it: reused, unchanged, in each of its school years."""

    key: str
    title: str
    subject: str
    trin: int
    week: int
    halves: bool
    years: tuple[int, ...]
    tasks: tuple[Task, ...]

    @property
    def month(self) -> str:
        """The Danish name of the month it is taken in."""
        return {41: "oktober", 47: "november", 3: "januar", 6: "februar", 11: "marts"}[self.week]

    def day(self, year: int, track: str) -> date:
        """The day a class took it: a Wednesday for A; for B the same day, or the day after in odd years."""
        later = year % 2 if track == "B" else 0
        return date.fromisocalendar(year if self.week > 30 else year + 1, self.week, 3 + later)


_HARDNESS = {
    "Vis": -1.0,
    "Hvor mange": -0.8,
    "Hvilket": -0.6,
    "Tegn": -0.4,
    "Beregn": -0.3,
    "Skriv": -0.1,
    "Giv et…": 0.0,
    "Beskriv": 0.1,
    "Hvor stor": 0.3,
    "Undersøg": 0.4,
    "Forklar": 0.5,
}

# key | title | week | numbering | half points | school years; then a fagområde a line: signalord, maximum.
_BOOK = """
mat4-mar | MAT 4, marts | 11 | running | | 2023 2024 2025
Matematik i anvendelse: Hvor mange 2, Hvor mange 2, Vis 1, Skriv 2, Undersøg 2
Algebra: Beregn 1, Beregn 1, Beregn 2, Forklar 2
Geometri: Tegn 2, Hvor stor 2, Hvilket 1
Statistik: Hvilket 1, Beskriv 2

mat5-mar | MAT 5, marts | 11 | running | | 2023 2024 2025
Matematik i anvendelse: Vis 2, Hvor mange 2, Skriv 2, Undersøg 3
Algebra: Beregn 2, Beregn 2, Skriv 2, Giv et… 2
Geometri: Tegn 3, Hvor stor 2, Hvilket 1, Undersøg 2
Statistik: Hvor mange 2, Beskriv 2
Sandsynlighed: Hvor stor 2, Forklar 3

mat6-feb | MAT 6, februar | 6 | section | | 2023 2024
Matematik i anvendelse: Vis 2, Hvor mange 2, Skriv 2, Forklar 3
Algebra: Beregn 2, Skriv 2, Giv et… 2
Geometri: Tegn 3, Hvor stor 2, Undersøg 3, Hvilket 1
Statistik: Hvor mange 2, Beskriv 2, Hvilket 1, Undersøg 2

mat6-ny | MAT 6, ny udgave | 6 | section | | 2025
Matematik i anvendelse: Vis 2, Hvor mange 3, Skriv 2, Undersøg 2, Forklar 3
Funktioner: Hvilket 2, Beskriv 2, Giv et… 2
Algebra: Beregn 2, Beregn 2, Undersøg 3
Geometri: Tegn 2, Hvor stor 3, Vis 2
Sandsynlighed: Hvor stor 2, Hvilket 1, Undersøg 2

mat7-okt | MAT 7, oktober | 41 | section | | 2023 2024 2025
Matematik i anvendelse: Vis 2, Hvor mange 2, Hvor mange 2, Undersøg 3
Algebra: Beregn 1, Beregn 2, Skriv 2, Undersøg 2
Geometri: Tegn 3, Hvor stor 2, Forklar 3, Hvilket 1
Sandsynlighed: Hvor stor 2, Giv et… 2, Undersøg 3, Beskriv 2
Statistik: Vis 2, Hvilket 2, Skriv 2, Undersøg 2

mat7-jan | MAT 7, januar | 3 | section | | 2023 2024 2025
Matematik i anvendelse: Vis 3, Hvor mange 2, Skriv 2, Hvor mange 3, Undersøg 2
Funktioner: Hvilket 2, Hvor stor 3, Beskriv 2, Giv et… 2
Geometri: Vis 3, Hvor stor 2, Hvilket 2, Skriv 2
Statistik: Hvor mange 2, Beskriv 3, Undersøg 2
Algebra: Beregn 2, Undersøg 3, Forklar 2, Undersøg 2

mat8-okt | MAT 8, oktober | 41 | section | | 2023 2024 2025
Matematik i anvendelse: Hvor mange 2, Vis 2, Skriv 3, Undersøg 3
Funktioner: Tegn 3, Hvilket 2, Beskriv 2, Undersøg 2
Algebra: Beregn 2, Beregn 2, Forklar 3
Geometri: Hvor stor 2, Tegn 2, Vis 2, Undersøg 3
Statistik: Hvilket 1, Hvor stor 2, Giv et… 2

mat8-jan | MAT 8, januar | 3 | section | | 2023 2024 2025
Matematik i anvendelse: Vis 2, Skriv 2, Hvor mange 3, Forklar 3, Undersøg 3
Funktioner: Beskriv 2, Giv et… 2, Hvor stor 3, Tegn 2
Sandsynlighed: Hvor stor 2, Hvilket 2, Undersøg 2
Algebra: Beregn 2, Skriv 2, Vis 3, Undersøg 3
Geometri: Tegn 4, Hvor stor 2, Beskriv 2

mat9-okt | MAT 9, oktober | 41 | section | | 2023 2024 2025
Matematik i anvendelse: Hvor mange 2, Skriv 2, Vis 3, Undersøg 4, Forklar 3
Funktioner: Tegn 3, Beskriv 3, Hvor stor 2, Giv et… 2, Undersøg 3
Sandsynlighed: Hvor stor 2, Hvilket 1, Forklar 2
Algebra: Beregn 2, Beregn 2, Skriv 3, Vis 3
Geometri: Tegn 2, Hvor stor 2, Beregn 3, Undersøg 3

mat9-feb | MAT 9, februar | 6 | section | halves | 2023 2024 2025
Matematik i anvendelse: Vis 3, Hvor mange 2, Hvor mange 3, Undersøg 4, Skriv 2
Funktioner: Hvilket 2, Hvor stor 3, Beskriv 2, Giv et… 2, Tegn 3
Statistik: Hvor mange 2, Beskriv 3, Hvilket 1, Undersøg 3, Forklar 3
Algebra: Beregn 2, Skriv 2, Vis 3, Forklar 3
Geometri: Tegn 3, Hvor stor 2, Beregn 2, Hvilket 2, Undersøg 4

dan7-nov | DAN 7, november | 47 | letter | | 2023 2024 2025
Læseforståelse: Hvilket 1, Hvilket 1, Hvor mange 1, Beskriv 2, Forklar 3, Vis 2
Sprogforståelse: Giv et… 2, Forklar 2, Hvilket 1, Skriv 2
Retstavning: Skriv 4, Skriv 4, Hvilket 2
Ordforråd: Forklar 2, Giv et… 2, Beskriv 2

dan8-nov | DAN 8, november | 47 | letter | halves | 2023 2024 2025
Læseforståelse: Hvilket 1, Vis 2, Beskriv 3, Forklar 3, Undersøg 3
Sprogforståelse: Giv et… 2, Forklar 2, Skriv 3, Vis 2
Retstavning: Skriv 4, Skriv 4, Hvilket 2
Ordforråd: Forklar 3, Giv et… 2, Hvilket 1

dan9-nov | DAN 9, november | 47 | letter | | 2023 2024 2025
Læseforståelse: Hvilket 1, Vis 2, Beskriv 3, Forklar 3, Undersøg 4, Undersøg 3
Sprogforståelse: Giv et… 2, Forklar 3, Skriv 3, Vis 2, Undersøg 3
Retstavning: Skriv 4, Skriv 4, Hvilket 2
Ordforråd: Forklar 3, Giv et… 2, Beskriv 2
"""


@cache
def tests() -> tuple[Test, ...]:
    """All tests, in the order of trin within each subject."""
    return tuple(_test(block) for block in _BOOK.strip().split("\n\n"))


def _test(block: str) -> Test:
    head, *areas = block.splitlines()
    key, title, week, numbering, halves, years = (part.strip() for part in head.split("|"))
    return Test(
        key=key,
        title=title,
        subject="dansk" if key.startswith("dan") else "matematik",
        trin=int(key[3]),
        week=int(week),
        halves=bool(halves),
        years=tuple(year for year in YEARS if str(year) in years),
        tasks=_tasks(key, numbering, areas),
    )


def _tasks(key: str, numbering: str, areas: list[str]) -> tuple[Task, ...]:
    lots = Lots("hardness", key)
    running = count(1)
    found = []
    for section, line in enumerate(areas, start=1):
        area, words = line.split(": ")
        for place, word in enumerate(words.split(", "), start=1):
            signalord, maximum = word.rsplit(" ", 1)
            number = next(running)
            label = {"section": f"{section}.{place}", "running": f"{number}", "letter": f"{area[0]}{place}"}
            hardness = _HARDNESS[signalord] - 0.4 + lots.bell(0.4)
            found.append(Task(label[numbering], area, signalord, int(maximum), hardness))
    return tuple(found)
