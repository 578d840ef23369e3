"""Makes one import of what was typed: the changed cells over a copy of what is seen of their slices."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any, Final

from data_io.entries.drafts import draft_of, forget_draft
from data_io.entries.model import Cell, Column, EntryTable, Place, What
from data_io.entries.read import NEW, read_table
from data_io.entries.values import read_typed
from data_io.ids import new_id
from data_io.importing.rows import ROUND_PLACES
from data_io.importing.typed_over import TYPED
from data_io.layouts.words import fold
from data_io.scope import Scope
from data_io.store.batch import Batch
from data_io.store.store import Store, Transaction
from metrics.model import paper_of

SHEET: Final = "Indtast"
_FACT = ("import_id", "slice_no", "pupil_id", "task_no", "value", "missing", "sheet_row", "sheet_column")


@dataclass(frozen=True)
class SavedSitting:
    """The import a sitting became, None where nothing could be saved; and how many cells it changed."""

    import_id: str | None
    changed: int
    wrong: int
    disputed: int


@dataclass(frozen=True)
class _Sitting:
    """A sitting on its way into the store; `slices` are the keys it fills, by their number."""

    import_id: str
    school_id: str
    table: EntryTable
    cells: Mapping[Place, Cell]
    slices: tuple[str, ...]
    columns: Mapping[str, Column]
    round_id: str


def save_sitting(store: Store, scope: Scope, school_id: str, what: What) -> SavedSitting:
    """Saves what this person has typed there and can be saved; the rest stays a draft.

    What is seen is read under the lock under which it is replaced, so a slice moves only from the import
    that was read, and what a colleague has saved meanwhile is kept.
    """
    with store.writing:
        table = read_table(store, scope, school_id, what)
        cells = table.changed
        kept = draft_of(store, scope, what)
        settled = [place for place in kept if place not in table.cells or not table.cells[place].changed]
        if cells:
            sitting = _sitting(school_id, table, cells)
            with store.write() as transaction:
                _write_facts(transaction, sitting)
            with store.write() as transaction:
                _state_rows(sitting, scope.person, _taken_on(store, table)).write(transaction)
        else:
            sitting = None
        forget_draft(store, scope, what, [*cells, *settled])
    import_id = sitting.import_id if sitting else None
    return SavedSitting(import_id, len(cells), len(table.wrong), len(table.disputed))


def _sitting(school_id: str, table: EntryTable, cells: Mapping[Place, Cell]) -> _Sitting:
    columns = {column.key: column for column in table.columns}
    slices = tuple(dict.fromkeys(columns[key].slice_key for _pupil, key in cells))
    return _Sitting(new_id(), school_id, table, cells, slices, columns, table.round_id or new_id())


def _write_facts(transaction: Transaction, sitting: _Sitting) -> None:
    """The typed cells first: what is copied from before leaves them out."""
    transaction.add("observations", _typed_rows(sitting), _FACT)
    for number, key in enumerate(sitting.slices):
        now = sitting.table.slices.get(key)
        if now is None or now.import_id is None:
            continue
        copied = {
            "import_id": sitting.import_id,
            "slice_no": number,
            "previous": now.import_id,
            "previous_no": now.slice_no,
        }
        transaction.run("copied_observations", **copied)
        transaction.run("copied_conditions", **copied)


def _typed_rows(sitting: _Sitting) -> list[dict[str, Any]]:
    """A fact a typed cell; the first time a test is typed, its other cells are empty ones."""
    table = sitting.table
    rows = []
    for down, pupil in enumerate(table.pupils, start=1):
        for across, column in enumerate(table.columns, start=1):
            place = pupil.pupil_id, column.key
            typed = place in sitting.cells
            if not typed and not _is_first(table, column):
                continue
            said = read_typed(sitting.cells[place].said if typed else "", column, table.what.kind)
            fact = (sitting.slices.index(column.slice_key), pupil.pupil_id, column.task_no)
            row = (sitting.import_id, *fact, said.value, said.missing, down, across)
            rows.append(dict(zip(_FACT, row, strict=True)))
    return rows


def _is_first(table: EntryTable, column: Column) -> bool:
    now = table.slices.get(column.slice_key)
    return table.what.kind == "test" and (now is None or now.import_id is None)


def _taken_on(store: Store, table: EntryTable) -> datetime.date | None:
    """The day of the test, as it is seen or as it was said when the test was made here."""
    if table.what.kind == "rating":
        return None
    days = [now.taken_on for now in table.slices.values() if now.taken_on]
    made = store.rows("entered_tests", klasse_id=table.what.klasse_id)
    days += [row["taken_on"] for row in made if row["test_id"] == table.what.name]
    return days[0] if days else None


def _state_rows(sitting: _Sitting, person: str, taken_on: datetime.date | None) -> Batch:
    batch = Batch()
    table = sitting.table
    if table.what.kind == "rating" and table.round_id is None:
        name = table.what.name
        row = {"round_id": sitting.round_id, "school_id": sitting.school_id, "name": name}
        batch.add("rounds", [row | {"position": ROUND_PLACES.get(fold(name), 80)}], (*row, "position"))
    imported = _import_row(sitting, person)
    batch.add("sheet_imports", [imported], tuple(imported))
    new, filled = _slice_rows(sitting, taken_on)
    batch.add("slices", new, tuple(new[0]) if new else ())
    batch.add("import_slices", filled, tuple(filled[0]))
    batch.add("active_slices", filled, ("slice_id", "import_id"))
    return batch


def _import_row(sitting: _Sitting, person: str) -> dict[str, Any]:
    """A sitting has no file: what its hashes would tell apart is told apart by its own id."""
    own = f"{TYPED}{sitting.import_id}"
    return {
        "import_id": sitting.import_id,
        "school_id": sitting.school_id,
        "kind": "assessment" if sitting.table.what.kind == "rating" else "test",
        "file_name": _("Indtastet på skærmen"),
        "file_hash": own,
        "sheet": SHEET,
        "part": "",
        "content_hash": own,
        "imported_at": datetime.datetime.now(datetime.UTC).replace(tzinfo=None),
        "imported_by": person,
    }


def _slice_rows(
    sitting: _Sitting, taken_on: datetime.date | None
) -> tuple[list[dict[str, Any]], Sequence[dict[str, Any]]]:
    """The slices that are new, and all that the sitting fills."""
    what = sitting.table.what
    new, filled = [], []
    by_key = {column.slice_key: column for column in sitting.table.columns}
    for number, key in enumerate(sitting.slices):
        now, column = sitting.table.slices.get(key), by_key[key]
        slice_id = now.slice_id if now else new_id()
        if now is None:
            rating = what.kind == "rating"
            new.append(
                {
                    "slice_id": slice_id,
                    "klasse_id": what.klasse_id,
                    "test_id": None if rating else paper_of(what.name),
                    "subject": column.key if rating else None,
                    "round_id": sitting.round_id if rating else None,
                    "slice_key": key.removesuffix(NEW) + sitting.round_id if key.endswith(NEW) else key,
                }
            )
        filled.append(
            {
                "import_id": sitting.import_id,
                "slice_no": number,
                "slice_id": slice_id,
                "scale": column.scale,
                "taken_on": taken_on,
                "previous_import_id": now.import_id if now else None,
            }
        )
    return new, filled
