"""Whether a sheet is a test the school already has: the same class's correction, or a parallel class's."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from data_io.importing.options import NO_SUBJECT, ImportOptions, KlasseKey, answer_to
from data_io.layouts.context import trin_of
from data_io.layouts.points_sheet import danish
from data_io.layouts.reading import Problem, SheetReading, TaskColumn
from data_io.layouts.words import fold
from data_io.store.store import Store
from data_io.workbook.cells import cell_name

_LONG_AGO = datetime.date.min


@dataclass(frozen=True)
class KnownTask:
    """A task as the school has it."""

    label: str
    fagomraade: str | None
    signalord: str | None
    max_points: float | None


@dataclass(frozen=True)
class TestChoice:
    """The test a sheet belongs to; None is a new one. `recode` writes the sheet's tags and maxima to it."""

    test_id: str | None
    recode: bool = False


def choose_test(
    store: Store, school_id: str, reading: SheetReading, klasse: KlasseKey, options: ImportOptions
) -> tuple[TestChoice, list[Problem]]:
    """The test of a sheet, and the questions that decide it.

    The same class's earlier reading of the test (same tasks, same day) is corrected without asking;
    another class's or year's is joined only when somebody says yes.
    """
    tests = [
        t
        for t in store.rows("tests_of_school", school_id=school_id)
        if t["subject"] == (reading.subject or NO_SUBJECT)
    ]
    known = _tasks(store, tests)
    labels = [task.label for task in reading.tasks]
    same = [t for t in tests if [task.label for task in known.get(t["test_id"], [])] == labels]
    own = [t for t in same if (t["klasse"], t["skoleaar"]) == klasse]
    for test in own:
        if test["taken_on"] == reading.date or fold(test["title"]) == fold(reading.title):
            return _with_codes(test["test_id"], known[test["test_id"]], reading, options)
    mine = {t["test_id"] for t in own}
    others = [t for t in same if t["test_id"] not in mine and t["trin"] in (None, trin_of(klasse.name))]
    if not others:
        return TestChoice(None), []
    best = max(others, key=lambda t: (fold(t["title"]) == fold(reading.title), t["taken_on"] or _LONG_AGO))
    problem = _is_it_the_same(best, len(labels))
    if answer_to(problem, options) != "yes":
        return TestChoice(None), [problem]
    choice, more = _with_codes(best["test_id"], known[best["test_id"]], reading, options)
    return choice, [problem, *more]


def _tasks(store: Store, tests: Sequence[dict[str, Any]]) -> dict[str, list[KnownTask]]:
    known: dict[str, list[KnownTask]] = {}
    ids = list({t["test_id"] for t in tests})
    for row in store.rows("tasks_of_tests", test_ids=ids):
        task = KnownTask(row["label"], row["fagomraade"], row["signalord"], row["max_points"])
        known.setdefault(row["test_id"], []).append(task)
    return known


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


def _with_codes(
    test_id: str, known: Sequence[KnownTask], reading: SheetReading, options: ImportOptions
) -> tuple[TestChoice, list[Problem]]:
    """The choice of a known test; where tags or maxima differ it is a question, never two truths."""
    differing = [
        (old, new, said)
        for old, new in zip(known, reading.tasks, strict=True)
        if (said := _difference(old, new))
    ]
    if not differing:
        return TestChoice(test_id), []
    _old, task, said = differing[0]
    text = _("Opgave {label}: {said}. I alt {n} opgaver er beskrevet anderledes end før. Hvad gælder?")
    problem = Problem(
        cell_name(0, task.column),
        "question",
        "codes_differ",
        text.format(label=task.label, said=said, n=len(differing)),
        options=(("keep", _("Det, prøven har i forvejen")), ("recode", _("Det, der står i arket"))),
    )
    return TestChoice(test_id, recode=answer_to(problem, options) == "recode"), [problem]


def _difference(old: KnownTask, new: TaskColumn) -> str | None:
    """How a sheet describes a task differently; what the sheet leaves out is no difference."""
    for before, now, name in (
        (old.fagomraade, new.fagomraade, _("fagområdet")),
        (old.signalord, new.signalord, _("signalordet")),
    ):
        if now and fold(before or "") != fold(now):
            return _("{name} var {before}, arket siger {now}").format(
                name=name, before=before or "-", now=now
            )
    if new.max_points is not None and old.max_points != new.max_points:
        before_max = danish(old.max_points) if old.max_points is not None else "-"
        return _("maksimum var {before}, arket siger {now}").format(
            before=before_max, now=danish(new.max_points)
        )
    return None
