"""Rows of many sheets on their way to the store: one statement a table, however many sheets there are."""

from collections.abc import Mapping, Sequence
from typing import Any

from data_io.store.store import Transaction

# What makes a row of a statement that updates what is there; it may not meet the same row twice at once.
UPSERT_KEYS: dict[str, tuple[str, ...]] = {
    "pupil_keys": ("school_id", "kind", "said", "klasse", "skoleaar"),
    "enrolments": ("klasse_id", "pupil_id"),
    "test_tasks": ("test_id", "task_no"),
    "active_slices": ("slice_id",),
    "read_files": ("school_id", "file_hash"),
}


class Batch:
    """Collects rows by statement; the statements run in the order in which they were first named."""

    def __init__(self) -> None:
        self._columns: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, list[Mapping[str, Any]]] = {}

    @property
    def names(self) -> set[str]:
        """The statements that have rows."""
        return {name for name, rows in self._rows.items() if rows}

    def add(self, name: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        """Rows for sql/write/<name>.sql; without rows the statement keeps its place in the order."""
        self._rows.setdefault(name, []).extend(rows)
        if rows:
            self._columns[name] = tuple(columns)

    def rows(self, name: str) -> Sequence[Mapping[str, Any]]:
        """The rows of a statement so far."""
        return self._rows.get(name, [])

    def extend(self, other: "Batch") -> None:
        """Everything another batch holds, after what is here."""
        for name, rows in other._rows.items():
            self.add(name, rows, other._columns.get(name, ()))

    def write(self, transaction: Transaction) -> None:
        """Runs every statement over its rows."""
        for name in self._rows:
            if name in self.names:
                transaction.add(name, _last_of_each(name, self._rows[name]), self._columns[name])


def _last_of_each(name: str, rows: list[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    key = UPSERT_KEYS.get(name)
    if key is None:
        return rows
    return list({tuple(row[column] for column in key): row for row in rows}.values())
