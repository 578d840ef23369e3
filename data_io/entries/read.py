"""Reads the table to type in: what is seen now, and over it what this person has typed."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from typing import Any

from data_io import queries
from data_io.entries.drafts import Typed, draft_of
from data_io.entries.model import Cell, Column, EntryScale, EntryTable, Place, SliceNow, What
from data_io.entries.values import read_typed, text_of
from data_io.errors import KlasseblikError
from data_io.importing.sittings import test_slice_key
from data_io.layouts.values import danish
from data_io.layouts.words import fold
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.model import SITTING_MARK

FIRST_SUBJECTS = ("dansk", "matematik", "social")
NEW = "new"  # in place of a round the school does not have yet


def read_table(
    store: Store, scope: Scope, school_id: str, what: What, own_fields: Sequence[str] = ()
) -> EntryTable:
    """The table of a class's round or test.

    Raises:
        KlasseblikError: the class is outside the scope.
    """
    if not scope.sees(what.klasse_id):
        raise KlasseblikError("not_in_scope", _("Du har ikke adgang til klassen."))
    typed = draft_of(store, scope, what)
    round_id = _round_id(store, school_id, what)
    columns = (
        _tasks(store, what) if what.kind == "test" else _subjects(store, what, round_id, typed, own_fields)
    )
    rows = store.rows("entry_cells", slice_keys=sorted({column.slice_key for column in columns}))
    if what.kind == "rating":
        columns = _on_their_scales(columns, rows)
    pupils = tuple(queries.pupils(store, scope, what.klasse_id))
    stored = {(row["slice_key"], row["pupil_id"], row["task_no"]): row for row in rows}
    cells = {
        (pupil.pupil_id, column.key): _cell(
            stored.get((column.slice_key, pupil.pupil_id, column.task_no)),
            typed.get((pupil.pupil_id, column.key)),
            column,
            what,
        )
        for pupil in pupils
        for column in columns
    }
    return EntryTable(what, pupils, tuple(columns), cells, _slices(rows), round_id)


def _round_id(store: Store, school_id: str, what: What) -> str | None:
    rounds = store.rows("rounds", school_id=school_id)
    return next((row["round_id"] for row in rounds if fold(row["name"]) == fold(what.name)), None)


def _subjects(
    store: Store,
    what: What,
    round_id: str | None,
    typed: Mapping[Place, Typed],
    own_fields: Sequence[str],
) -> list[Column]:
    """Dansk, matematik and social, what the class is rated in besides, and the fields of one's own."""
    rated = [row["subject"] for row in store.rows("entry_subjects", klasse_id=what.klasse_id)]
    subjects = dict.fromkeys([*FIRST_SUBJECTS, *rated, *own_fields, *(cell for _pupil, cell in typed)])
    key = f"rating/{what.klasse_id}/{{subject}}/{round_id or NEW}"
    return [Column(s, _named(s), "", "level", key.format(subject=s)) for s in subjects]


def _named(subject: str) -> str:
    return _("Social trivsel") if subject == "social" else subject.capitalize()


def _on_their_scales(columns: Iterable[Column], rows: Sequence[Mapping[str, Any]]) -> list[Column]:
    """A subject whose marks are read from a sheet goes on in marks."""
    scales: dict[str, EntryScale] = {row["slice_key"]: "mark" for row in rows if row["scale"] == "mark"}
    return [Column(c.key, c.label, c.below, scales.get(c.slice_key, "level"), c.slice_key) for c in columns]


def _tasks(store: Store, what: What) -> list[Column]:
    paper, _mark, sitting = what.name.partition(SITTING_MARK)
    key = test_slice_key(what.klasse_id, paper, sitting)
    rows = store.rows("tasks_of_tests", test_ids=[paper])
    return [
        Column(
            str(row["task_no"]),
            row["label"],
            danish(row["max_points"]) if row["max_points"] is not None else "",
            "points",
            key,
            row["task_no"],
            row["max_points"],
        )
        for row in rows
    ]


def _slices(rows: Sequence[Mapping[str, Any]]) -> dict[str, SliceNow]:
    return {
        row["slice_key"]: SliceNow(row["slice_id"], row["import_id"], row["slice_no"], row["taken_on"])
        for row in rows
    }


def _cell(row: Mapping[str, Any] | None, typed: Typed | None, column: Column, what: What) -> Cell:
    stored = text_of(row["value"], row["missing"]) if row else ""
    said = typed.said if typed else stored
    problem = read_typed(said, column, what.kind).problem if said != stored else None
    by, moment = (row["imported_by"], row["imported_at"]) if row else ("", None)
    return Cell(stored, said, typed.was if typed else stored, problem, by, moment)
