"""The store: one DuckDB file with the schemas facts and state."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from gettext import gettext as _
from pathlib import Path
from typing import Any, Literal

import duckdb
import pandas as pd
import pyarrow as pa

from data_io.errors import StoreError
from data_io.store.migrations_run import migrate
from data_io.store.sql import sql

StoreKind = Literal["demo", "school"]


class Store:
    """An open store. Reads may come from many threads; writes take turns."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._writing = threading.RLock()

    def read(self, name: str, /, **parameters: object) -> pd.DataFrame:
        """The answer of sql/read/<name>.sql as a frame."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql(f"read/{name}"), parameters or None).df()

    def rows(self, name: str, /, **parameters: object) -> list[dict[str, Any]]:
        """The answer of sql/read/<name>.sql as rows by column name; NULL is None."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql(f"read/{name}"), parameters or None)
            columns = [column[0] for column in cursor.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    @contextmanager
    def write(self, *, shown: bool = True) -> Iterator["Transaction"]:
        """A transaction: everything in it is kept, or nothing when an error leaves the block.

        What is not `shown` on other screens, such as a draft, leaves the revision as it is.
        """
        with self._writing, self._connection.cursor() as cursor:
            cursor.begin()
            try:
                yield Transaction(cursor)
                if shown:
                    cursor.execute(sql("write/raise_revision"))
                cursor.commit()
            except BaseException as error:
                with suppress(duckdb.Error):  # a commit that failed has ended the transaction itself
                    cursor.rollback()
                if isinstance(error, duckdb.OperationalError | duckdb.FatalException):
                    text = _(
                        "{file} kan ikke skrives. Se efter, om der er plads på disken og adgang til filen."
                    )
                    raise StoreError("store_write", text.format(file=self.path.name)) from error
                raise

    @contextmanager
    def on_one_thread(self) -> Iterator[None]:
        """Meanwhile the store works on one core: the others read files, and waiting for them costs more."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql("write/one_thread"))
        try:
            yield
        finally:
            # a store that was closed meanwhile has no threads to give back
            with suppress(duckdb.ConnectionException), self._connection.cursor() as cursor:
                cursor.execute(sql("write/threads_as_usual"))

    @property
    def writing(self) -> threading.RLock:
        """The lock a plan and its commit share, so that nothing changes between them."""
        return self._writing

    @property
    def kind(self) -> StoreKind:
        """Whether this is the demo school's store or a school's own."""
        return "demo" if self.info("kind") == "demo" else "school"

    @property
    def revision(self) -> int:
        """A number that every change raises; part of every cache key."""
        return int(self.info("revision") or 0)

    def info(self, name: str, /) -> str | None:
        """What the store says of itself under a name, None when nothing."""
        found = self.rows("store_info", name=name)
        return str(found[0]["said"]) if found else None

    def close(self) -> None:
        """Ends the connection; the file may be opened by another process then."""
        self._connection.close()


class Transaction:
    """Writes on one cursor, inside Store.write."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def run(self, name: str, /, **parameters: object) -> None:
        """Runs sql/write/<name>.sql with bound parameters."""
        self._cursor.execute(sql(f"write/{name}"), parameters or None)

    def add(self, name: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
        """Runs sql/write/<name>.sql over many rows at once; the statement reads them as new_rows.

        `columns` are the keys of every row; a batch is handed over column by column, which DuckDB
        stores some hundred times faster than row by row.
        """
        if not rows:
            return
        self.add_frame(name, pa.table({c: pa.array([row[c] for row in rows]) for c in columns}))

    def add_frame(self, name: str, frame: pd.DataFrame | pa.Table) -> None:
        """Runs sql/write/<name>.sql over a frame or table of columns; it is new_rows there."""
        self._cursor.register("new_rows", frame)
        try:
            self._cursor.execute(sql(f"write/{name}"))
        finally:
            self._cursor.unregister("new_rows")


def open_store(path: Path, kind: StoreKind | None = None) -> Store:
    """Opens a store, making or migrating it where needed.

    `kind` is what the caller expects; None takes it as it is (a new one becomes a school's own).

    Raises:
        StoreError: the file is in use, is no store, is newer than this program, or is of the other kind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path), config={"enable_external_access": False})
    except duckdb.Error as error:
        raise _cannot_open(path, str(error)) from error
    except OSError as error:
        text = _("Mappen {folder} kan ikke bruges. Vælg et andet sted med --store.")
        raise StoreError("store_folder", text.format(folder=path.parent)) from error
    try:
        migrate(connection, path, kind or "school")
        store = Store(path, connection)
        _check_kind(store, kind)
    except StoreError:
        connection.close()
        raise
    except duckdb.Error as error:
        connection.close()
        raise _cannot_open(path, str(error)) from error
    return store


def _cannot_open(path: Path, reason: str) -> StoreError:
    if "set lock" in reason.lower() or "used by another process" in reason.lower():
        text = _(
            "{file} er åben i et andet program, måske fordi Klasseblik kører. "
            "Brug skærmen Indlæs, eller stop Klasseblik først."
        )
        return StoreError("store_locked", text.format(file=path.name))
    if "not a valid duckdb" in reason.lower():
        text = _("{file} er ikke en Klasseblik-fil. Vælg en anden med --store.")
        return StoreError("store_not_ours", text.format(file=path.name))
    text = _("{file} kan ikke åbnes. Se efter, om filen er beskadiget, eller om du har adgang til den.")
    return StoreError("store_unreadable", text.format(file=path.name))


def _check_kind(store: Store, kind: StoreKind | None) -> None:
    """The demo school and a school's own pupils never share a file."""
    if kind is not None and store.kind != kind:
        text = (
            _("{file} er demoskolens fil. Vælg en anden til skolens egne data med --store.")
            if store.kind == "demo"
            else _("{file} er en skoles egne data. Demoskolen læses ikke ind i den.")
        )
        raise StoreError("store_kind", text.format(file=store.path.name))
