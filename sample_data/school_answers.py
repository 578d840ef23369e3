"""What the pupils of Fjordskolen can, and so what they earn at a test and which level they are given."""

import math
from datetime import date

from sample_data.school_cast import Pupil, present
from sample_data.school_lots import Lots
from sample_data.school_story import ILL, LEVELS_7A, WEAK_CLASSES, WEAK_WORDS, ZERO_ROWS
from sample_data.school_tests import Task, Test

SUBJECTS = ("dansk", "matematik", "social")
STEPS = (-3, 0, 2, 4, 7, 10, 12)
_LEVEL_CUTS = (-1.7, -0.9, 0.1, 1.2)
_STEP_CUTS = (-2.3, -1.8, -1.1, -0.3, 0.6, 1.4)

Answers = dict[str, tuple[float | None, ...]]
"""By login, the points of a pupil at each task; None is an answer that is missing."""


def ability(pupil: Pupil, subject: str, day: date) -> float:
    """A pupil's ability in logits: 0 is the average; it moves slowly over the years."""
    lots = Lots("ability", pupil.login, subject)
    general = Lots("general", pupil.login).bell(0.6)
    own, yearly = lots.bell(0.7), lots.bell(0.2)
    years = (day - date(2023, 8, 1)).days / 365
    if pupil.name in LEVELS_7A:
        digits = LEVELS_7A[pupil.name][SUBJECTS.index(subject)].replace("-", "")
        own, general = 0.8 * (sum(map(int, digits)) / len(digits) - 2.8), 0.3 * general
    return general + own + yearly * years + _class_effect(pupil, day)


def _class_effect(pupil: Pupil, day: date) -> float:
    spell = next((s for s in pupil.spells if s.start <= day < s.end), None)
    return WEAK_CLASSES.get((spell.cohort, spell.track), 0.0) if spell else 0.0


def sit(test: Test, cohort: int, track: str, year: int) -> tuple[list[Pupil], Answers]:
    """The pupils of a class on the day of a test, and what they earned; the ill have no answer at all."""
    day = test.day(year, track)
    sitting = present(cohort, track, day)
    answers: Answers = {}
    for pupil in sitting:
        if _is_ill(pupil, test, year):
            answers[pupil.login] = (None,) * len(test.tasks)
            continue
        answers[pupil.login] = _points(pupil, test, day, (cohort, track, year))
    if (year, test.key, track) in ZERO_ROWS:
        weakest = min(sitting, key=lambda p: sum(filter(None, answers[p.login])) or 999)
        answers[weakest.login] = (0,) * len(test.tasks)
    return sitting, answers


def _is_ill(pupil: Pupil, test: Test, year: int) -> bool:
    return (year, test.key, pupil.name) in ILL or Lots("ill", test.key, year, pupil.login).share() < 0.04


def _points(pupil: Pupil, test: Test, day: date, klasse: tuple[int, str, int]) -> tuple[float | None, ...]:
    lots = Lots("points", test.key, day.year, pupil.login)
    level = ability(pupil, test.subject, day) + lots.bell(0.25)
    parts = 2 if test.halves else 1
    earned: list[float | None] = []
    for task in test.tasks:
        chance = _chance(level + WEAK_WORDS.get((*klasse, task.signalord), 0.0), task)
        won = lots.successes(task.max_points * parts, chance)
        points = won / parts if won % parts else won // parts
        earned.append(None if lots.share() < 0.006 else points)
    if not any(earned):
        earned[0] = 1  # a row of zeros is a question, and is asked only where the story says so
    return tuple(earned)


def _chance(level: float, task: Task) -> float:
    return 1 / (1 + math.exp(task.hardness - level))


def is_marks(trin: int, subject: str) -> bool:
    """True where a class is given averages of 7-trins marks in place of a level."""
    return trin >= 8 and subject != "social"


def rating(pupil: Pupil, subject: str, day: date, trin: int, last: bool) -> float | None:
    """A pupil's level 1-5, or average of marks, in the round of a day; None where it is missing."""
    told = _told(pupil, subject, day)
    if told:
        return None if told == "-" else int(told)
    lots = Lots("rating", pupil.login, subject, day)
    if lots.share() < (0.05 if last else 0.012):
        return None
    level = ability(pupil, subject, day)
    if not is_marks(trin, subject):
        return 1 + sum(level + lots.bell(0.3) > cut for cut in _LEVEL_CUTS)
    marks = [
        STEPS[sum(level + lots.bell(0.5) > cut for cut in _STEP_CUTS)]
        for _ in range(4 if subject == "dansk" else 2)
    ]
    average = sum(marks) / len(marks)
    return int(average) if average == int(average) else average


def _told(pupil: Pupil, subject: str, day: date) -> str | None:
    """The level that the story gives a pupil of 7.A in 2025/26, None for all others."""
    if not date(2025, 8, 1) <= day or pupil.name not in LEVELS_7A:
        return None
    return LEVELS_7A[pupil.name][SUBJECTS.index(subject)][day.year - 2025]
