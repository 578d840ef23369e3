"""What screens ask of the store. Every answer is for a scope, and made of the metrics' own types."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from data_io.each_time import each_time
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.model import Answer, LeftOut, Pupil, Rating, Round, Source, Task, Test

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Klasse:
    """A class of a school in a school year."""

    klasse_id: str
    school: str
    skoleaar: str
    name: str
    trin: int | None


def klasser(store: Store, scope: Scope) -> list[Klasse]:
    """The classes of the scope, newest school year first."""
    return [Klasse(**row) for row in store.rows("klasser", klasse_ids=list(scope.klasse_ids))]


def pupils(store: Store, scope: Scope, klasse_id: str) -> list[Pupil]:
    """A class's pupils in Danish order by name; nobody where the class is outside the scope."""
    rows = store.rows("pupils_of_klasser", klasse_ids=_within(scope, [klasse_id]))
    return [Pupil(r["pupil_id"], r["name"], r["confirmed"]) for r in rows]


def tests(store: Store, scope: Scope, klasse_ids: Sequence[str]) -> list[Test]:
    """The tests some classes took, newest first; an unknown maximum is the highest points ever seen in it."""
    rows = store.rows("tests_of_klasser", klasse_ids=_within(scope, klasse_ids))
    papers = list({row["paper"] for row in rows})
    tasks: dict[str, list[Task]] = {}
    for row in store.rows("tasks_with_maxima", test_ids=papers):
        task = Task(
            row["task_no"],
            row["label"],
            row["fagomraade"],
            row["signalord"],
            row["max_points"] if row["max_points"] is not None else row["highest"] or 0.0,
            observed=row["max_points"] is None,
            left_out=_left_out(row),
        )
        tasks.setdefault(row["test_id"], []).append(task)
    return [_test(row, tasks.get(row["paper"], [])) for row in rows]


def _left_out(row: dict[str, Any]) -> LeftOut | None:
    """Who took a task out of its test, None for one that counts."""
    if row["left_out_at"] is None:
        return None
    return LeftOut(_in_denmark(row["left_out_at"]).date(), row["left_out_by"], row["reason"])


def _test(row: dict[str, Any], tasks: Sequence[Task]) -> Test:
    return Test(
        row["test_id"],
        row["title"],
        row["subject"],
        row["taken_on"],
        tuple(tasks),
        source_of(row),
        row["klasse_id"],
        row["hold"],
    )


def source_of(row: dict[str, Any]) -> Source:
    """Where a row was read; the store keeps UTC, people read Danish time."""
    moment = _in_denmark(row["imported_at"])
    return Source(row["import_id"], row["file_name"], row["sheet"], moment, row["imported_by"])


def _in_denmark(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN)


def answers(store: Store, scope: Scope, klasse_ids: Sequence[str]) -> list[Answer]:
    """Every seen answer of some classes' pupils, in the classes' tests and in those of their holds."""
    return _answers(store, store.rows("answers_of_klasser", klasse_ids=_within(scope, klasse_ids)))


def _answers(store: Store, rows: Sequence[dict[str, Any]]) -> list[Answer]:
    """Answers from rows that name their import, each with its source."""
    import_ids = list({row["import_id"] for row in rows})
    sources = {row["import_id"]: source_of(row) for row in store.rows("sources", import_ids=import_ids)}
    return [
        Answer(
            row["pupil_id"],
            row["test_id"],
            row["task"],
            row["points"],
            row["missing"],
            row["row"],
            row["column"],
            tuple(sorted(row["conditions"] or ())),
            sources[row["import_id"]],
        )
        for row in rows
    ]


def pupil_answers(store: Store, scope: Scope, pupil_ids: Sequence[str]) -> tuple[list[Test], list[Answer]]:
    """The tests and answers of some pupils in all their classes, also those outside the scope.

    A teacher of a class sees its present pupils' history; a pupil without a class in the scope gives nothing.
    Of a test that a pupil took twice (a year repeated, in class and in a hold) each time stands apart: the
    newest with points under the test's id, an earlier one under an id with its day.
    """
    seen = list(scope.klasse_ids)
    rows = store.rows("answers_of_pupils", pupil_ids=list(pupil_ids), klasse_ids=seen)
    taken = {(row["test_id"], row["klasse_id"]) for row in rows}
    classes = sorted({klasse_id for _test_id, klasse_id in taken})
    wider = Scope(scope.person, tuple(classes), scope.why)
    copies = [t for t in tests(store, wider, classes) if (t.test_id, t.klasse_id) in taken]
    shown = each_time(rows, {(t.test_id, t.klasse_id): i for i, t in enumerate(copies)})
    found: dict[str, Test] = {}
    for test in copies:
        for own_id in sorted(shown.ids.get((test.test_id, test.klasse_id), ())):
            found.setdefault(own_id, replace(test, test_id=own_id))
    return list(found.values()), _answers(store, shown.rows)


def ratings(store: Store, scope: Scope, pupil_ids: Sequence[str]) -> list[Rating]:
    """Every seen rating of some pupils in all their classes, oldest round first."""
    rows = store.rows("ratings_of_pupils", pupil_ids=list(pupil_ids), klasse_ids=list(scope.klasse_ids))
    return [
        Rating(
            row["pupil_id"],
            row["subject"],
            Round(row["round"], row["skoleaar"], row["position"]),
            row["scale"],
            row["value"],
            row["missing"],
            source_of(row),
            row["row"],
            row["column"],
        )
        for row in rows
    ]


def imports(store: Store, scope: Scope) -> list[dict[str, Any]]:
    """The imports into the scope's classes, newest first, each with its source."""
    rows = store.rows("imports", klasse_ids=list(scope.klasse_ids))
    return [row | {"source": source_of(row)} for row in rows]


def _within(scope: Scope, klasse_ids: Sequence[str]) -> list[str]:
    return [klasse_id for klasse_id in klasse_ids if scope.sees(klasse_id)]
