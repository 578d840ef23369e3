"""Whether a sheet is a test the school already has: the same class's correction, or a parallel class's."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from data_io.importing.coding import above_maximum, below_what_was_given, codes_differ
from data_io.importing.options import NO_SUBJECT, ImportOptions, KlasseKey, answer_to
from data_io.importing.register import Register
from data_io.importing.sittings import a_year_apart, said_sitting, same_tasks, taken_again
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.words import fold

_LONG_AGO = datetime.date.min


@dataclass(frozen=True)
class TestChoice:
    """The test a sheet belongs to; None is a new one. `recode` writes the sheet's tags and maxima to it.

    `sitting` is the day of a sitting after the class's first ("2026-03-20"), "" for the first.
    """

    test_id: str | None
    recode: bool = False
    sitting: str = ""


def choose_test(
    register: Register,
    reading: SheetReading,
    klasse: KlasseKey,
    trin: int | None,
    options: ImportOptions,
) -> tuple[TestChoice, list[Problem]]:
    """The test of a sheet, and the questions that decide it. `klasse` may be a hold, of pupils of one trin.

    The same class's earlier reading of the test (same tasks, day and title) is corrected without asking.
    Where only the day or the title is the same, and for another class's test, somebody must say yes; a test
    of another day may have been taken again.
    """
    labels = [task.label for task in reading.tasks]
    same = register.tests_with(labels)
    own = [t for t in same if (t["klasse"], t["skoleaar"]) == klasse]
    problems: list[Problem] = []
    if own:
        best = max(own, key=lambda t: _agreement(t, reading))
        if _agreement(best, reading) == 1:
            problems.append(_which_sitting(own, best, klasse, reading))
        found = said_sitting(problems[0], own, best, options, str(reading.date)) if problems else None
        if _agreement(best, reading) == 2:
            found = best, best["sitting"]
        if found:
            return _joined(register, *found, klasse, reading, options, problems)
    others = _of_others(same, own, klasse, reading, trin)
    if not others or (problems and answer_to(problems[0], options) is None):
        return TestChoice(None), problems or same_tasks(register, own, reading)
    best = max(others, key=lambda t: (fold(t["title"]) == fold(reading.title), t["taken_on"] or _LONG_AGO))
    problems.append(_is_it_the_same(best, len(labels)))
    if answer_to(problems[-1], options) != "yes":
        return TestChoice(None), problems
    return _joined(register, best, "", klasse, reading, options, problems)


def _which_sitting(
    own: Sequence[dict[str, Any]], best: dict[str, Any], klasse: KlasseKey, reading: SheetReading
) -> Problem:
    """The question of a test the class has: of the same day it may be a correction, of another day more."""
    same_day = best["taken_on"] == reading.date
    return _is_it_a_correction(best) if same_day else taken_again(own, best, klasse, reading)


def _agreement(test: dict[str, Any], reading: SheetReading) -> int:
    """How much of day and title a test shares with a sheet: 0, 1 or 2."""
    return int(test["taken_on"] == reading.date) + int(fold(test["title"]) == fold(reading.title))


def _of_others(
    same: Sequence[dict[str, Any]],
    own: Sequence[dict[str, Any]],
    klasse: KlasseKey,
    reading: SheetReading,
    trin: int | None,
) -> list[dict[str, Any]]:
    """The tests of the subject that this class might have taken now: the year level's, of any school year.

    Also what these pupils took as 7.A and, under the same title, take again as 8.A.
    """
    mine = {t["test_id"] for t in own}
    subject = reading.subject or NO_SUBJECT
    others = [t for t in same if t["test_id"] not in mine and t["subject"] == subject]
    return [
        t
        for t in others
        if trin is None
        or t["trin"] in (None, trin)
        or (
            fold(t["title"]) == fold(reading.title)
            and a_year_apart(KlasseKey(t["klasse"], t["skoleaar"]), klasse)
        )
    ]


def _joined(
    register: Register,
    test: dict[str, Any],
    sitting: str,
    klasse: KlasseKey,
    reading: SheetReading,
    options: ImportOptions,
    problems: list[Problem],
) -> tuple[TestChoice, list[Problem]]:
    """The choice of a known test, with what the sheet says differently of its tasks."""
    tasks = register.tasks_of(test["test_id"])
    question = codes_differ(tasks, reading)
    said = answer_to(question, options) if question else None
    choice = TestChoice(test["test_id"], recode=said == "recode", sitting=sitting)
    more = [question] if question else []
    if question is None or said:
        more += above_maximum(tasks, reading, recode=choice.recode)
    if choice.recode:
        rows = register.rows_written(
            "highest_elsewhere",
            test_id=test["test_id"],
            klasse=klasse.name,
            skoleaar=klasse.skoleaar,
            sitting=sitting,
        )
        more += below_what_was_given(reading, rows)
    return choice, [*problems, *more]


def _is_it_a_correction(test: dict[str, Any]) -> Problem:
    text = _("Klassen har allerede {title} fra {day} med de samme opgavenumre. Er det en rettelse af den?")
    day = f"{test['taken_on']:%d-%m-%Y}" if test["taken_on"] else "-"
    return Problem(
        None,
        "question",
        "correction",
        text.format(title=test["title"], day=day),
        options=(("yes", _("Ja, en rettelse")), ("no", _("Nej, en anden prøve"))),
    )


def _is_it_the_same(test: dict[str, Any], tasks: int) -> Problem:
    text = _("Er det samme prøve som {title} i {klasse} {skoleaar}? {n} af {n} opgaver passer.")
    return Problem(
        None,
        "question",
        "same_test",
        text.format(title=test["title"], klasse=test["klasse"], skoleaar=test["skoleaar"], n=tasks),
        default="no",
        options=(("yes", _("Ja, samme prøve")), ("no", _("Nej, en anden prøve"))),
    )
