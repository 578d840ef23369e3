"""One import as its page shows it: what it gave and replaced, what is seen now, what undo would show."""

import datetime
from dataclasses import dataclass
from typing import Any

from data_io.importing.undo import would_show
from data_io.queries import COPENHAGEN, source_of
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.model import Source


@dataclass(frozen=True)
class Filled:
    """A class's (or a hold's) test, round or period that an import filled; `previous` was seen before it.

    `seen` is the import that is seen there now, None where nothing is.
    """

    klasse: str
    skoleaar: str
    is_hold: bool
    title: str | None
    subject: str
    round: str | None
    taken_on: datetime.date | None
    period: tuple[datetime.date, datetime.date] | None
    pupils: int
    values: int
    missing: int
    previous: Source | None
    seen: Source | None


@dataclass(frozen=True)
class ChangedCell:
    """One result that says something else than before; None is missing. `task` is empty for a rating."""

    pupil: str
    task: str
    klasse: str
    before: float | None
    after: float | None
    row: int | None
    column: int | None


@dataclass(frozen=True)
class ImportedPupil:
    """A pupil of an import; `is_new` where the school did not know them before it."""

    pupil_id: str
    name: str
    is_new: bool
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class ImportRecord:
    """One import within somebody's scope.

    `whole` is False where it filled classes outside the scope too; these are left out, and it cannot be
    undone from here. `after_undo` are the imports that undo would show again, None for an empty place.
    """

    source: Source
    kind: str
    part: str
    undone_at: datetime.datetime | None
    filled: tuple[Filled, ...]
    pupils: tuple[ImportedPupil, ...]
    answers: tuple[tuple[str, str], ...]
    changes: tuple[ChangedCell, ...]
    after_undo: tuple[Source | None, ...]
    whole: bool

    @property
    def has_cells(self) -> bool:
        """True for the kinds of sheets whose cells are compared with those before."""
        return self.kind in ("test", "assessment")

    @property
    def is_seen(self) -> bool:
        """True while some of what it filled is seen."""
        return any(f.seen is not None and f.seen.import_id == self.source.import_id for f in self.filled)


def import_record(store: Store, scope: Scope, import_id: str) -> ImportRecord | None:
    """An import by its id; None where there is none, or none that fills a class of the scope."""
    rows = store.rows("import_filled", import_id=import_id)
    mine = [row for row in rows if scope.sees(row["klasse_id"])]
    heads = store.rows("import_record", import_id=import_id)
    if not mine or not heads:
        return None
    shown = would_show(store, import_id)
    ids = {row[name] for row in mine for name in ("previous_import_id", "active_import_id")}
    sources = _sources(store, {*ids, *shown.values()})
    numbers = {row["slice_no"]: row["klasse"] for row in mine}
    head = heads[0]
    return ImportRecord(
        source_of(head),
        head["kind"],
        head["part"] or "",
        head["undone_at"] and head["undone_at"].replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN),
        tuple(_filled(row, sources) for row in mine),
        _pupils(store, import_id, set(numbers)),
        tuple((r["question"], r["answer"]) for r in store.rows("import_answers", import_id=import_id)),
        _changes(store, import_id, numbers),
        tuple(dict.fromkeys(sources.get(i or "") for i in shown.values())),
        whole=len(mine) == len(rows),
    )


def _sources(store: Store, import_ids: set[str | None]) -> dict[str, Source]:
    wanted = [i for i in import_ids if i]
    return {row["import_id"]: source_of(row) for row in store.rows("sources", import_ids=wanted)}


def _filled(row: dict[str, Any], sources: dict[str, Source]) -> Filled:
    return Filled(
        row["klasse"],
        row["skoleaar"],
        row["is_hold"],
        row["title"],
        row["subject"] or "",
        row["round"],
        row["taken_on"],
        (row["from_date"], row["to_date"]) if row["from_date"] else None,
        row["pupils"],
        row["values"],
        row["missing"],
        sources.get(row["previous_import_id"] or ""),
        sources.get(row["active_import_id"] or ""),
    )


def _pupils(store: Store, import_id: str, numbers: set[int]) -> tuple[ImportedPupil, ...]:
    """The pupils of some slices, once each."""
    found: dict[str, ImportedPupil] = {}
    for row in store.rows("import_people", import_id=import_id):
        if row["slice_no"] in numbers:
            conditions = tuple(sorted(row["conditions"] or ()))
            pupil = ImportedPupil(row["pupil_id"], row["name"], row["is_new"], conditions)
            found.setdefault(row["pupil_id"], pupil)
    return tuple(found.values())


def _changes(store: Store, import_id: str, numbers: dict[int, str]) -> tuple[ChangedCell, ...]:
    return tuple(
        ChangedCell(
            row["name"],
            row["label"] or "",
            numbers[row["slice_no"]],
            row["before"],
            row["after"],
            row["row"],
            row["column"],
        )
        for row in store.rows("import_changes", import_id=import_id)
        if row["slice_no"] in numbers
    )
