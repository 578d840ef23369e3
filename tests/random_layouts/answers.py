"""What pupils got: points, letters, and every kind of mark for "no result"."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

# Marks for "no result" as teachers write them, and the code each is kept under.
MARKS = {
    "-": "blank",
    "–": "blank",
    "f": "fravaer",
    "fravær": "fravaer",
    "syg": "syg",
    "Syg": "syg",
    "fritaget": "fritaget",
    "i.b.": "ikke_bedoemt",
    "n/a": "ikke_bedoemt",
    "NA": "ikke_bedoemt",
    "NONE": "ikke_bedoemt",
}
LETTERS = "ABCD"


@dataclass(frozen=True)
class Answer:
    """What stands in a cell, and what it means: a number, or the code of why there is none."""

    written: float | str | None
    value: float | None
    missing: str | None


EMPTY = Answer(None, None, "empty")


def draw_points(random: Random, maxima: Sequence[float], *, halves: bool) -> list[Answer]:
    """A pupil's points at every task; never zeros only, since that is a question."""
    ability = random.uniform(0.25, 0.95)
    row = []
    for maximum in maxima:
        if random.random() < 0.04 and len(maxima) > 1:
            row.append(_missing(random))
            continue
        value = min(maximum, float(round(maximum * min(1.0, max(0.0, random.gauss(ability, 0.3))))))
        if halves and value + 0.5 <= maximum and random.random() < 0.3:
            value += 0.5
        row.append(Answer(value, value, None))
    if not any(answer.value for answer in row):
        row[0] = Answer(maxima[0], maxima[0], None)
    return row


def draw_letters(random: Random, key: Sequence[str]) -> list[Answer]:
    """A pupil's letters, one point for each that is right; at least one is."""
    row = []
    for right in key:
        if random.random() < 0.04:
            row.append(random.choice((EMPTY, Answer("-", None, MARKS["-"]))))
            continue
        given = right if random.random() < 0.6 else random.choice(LETTERS)
        row.append(Answer(given, float(given == right), None))
    if not any(answer.value for answer in row):
        row[0] = Answer(key[0], 1.0, None)
    return row


def _missing(random: Random) -> Answer:
    if random.random() < 0.4:
        return EMPTY
    mark = random.choice(tuple(MARKS))
    return Answer(mark, None, MARKS[mark])


def absent(random: Random, tasks: int) -> list[Answer]:
    """A pupil who was not there: blanks, a mark in every cell, or one mark and blanks."""
    mark = random.choice(("syg", "fravær", "fritaget"))
    said = Answer(mark, None, MARKS[mark])
    first, rest = random.choice(((EMPTY, EMPTY), (said, said), (said, EMPTY)))
    return [first, *[rest] * (tasks - 1)]
