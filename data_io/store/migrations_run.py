"""Brings a store's schema up to this program's version, one numbered file at a time."""

from gettext import gettext as _
from pathlib import Path

import duckdb

from data_io.errors import StoreError
from data_io.store.sql import sql

_FOLDER = Path(__file__).parent / "migrations"


def versions() -> list[tuple[int, Path]]:
    """The migrations in order: their number and file."""
    return [(int(file.name[:4]), file) for file in sorted(_FOLDER.glob("[0-9]*.sql"))]


def migrate(connection: duckdb.DuckDBPyConnection, path: Path, kind: str) -> None:
    """Runs what is missing, each migration whole or not at all.

    Raises:
        StoreError: the store was written by a newer program, or the file holds something else.
    """
    current = _current(connection, path)
    newest = versions()[-1][0]
    if current > newest:
        text = _("{file} er skrevet af en nyere udgave af Klasseblik. Opdatér programmet.")
        raise StoreError("store_newer", text.format(file=path.name))
    if current == newest:
        return
    # DuckDB cannot replay every change of tables from its log: whoever is killed after this must not need to
    connection.execute(sql("write/checkpoint_at_once"))
    for number, file in versions():
        if number > current:
            connection.begin()
            connection.execute(file.read_text(encoding="utf-8"))
            connection.execute(sql("write/store_info"), {"name": "version", "said": str(number)})
            if number == 1:
                connection.execute(sql("write/store_info"), {"name": "kind", "said": kind})
                connection.execute(sql("write/store_info"), {"name": "revision", "said": "0"})
            connection.commit()
    connection.execute(sql("write/checkpoint"))
    connection.execute(sql("write/checkpoint_as_usual"))


def _current(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    tables = connection.execute(sql("read/tables")).fetchall()
    if ("state", "store_info") in tables:
        found = connection.execute(sql("read/store_info"), {"name": "version"}).fetchone()
        return int(found[0]) if found else 0
    if tables:
        text = _("{file} er en database, men ikke en Klasseblik-fil. Vælg en anden med --store.")
        raise StoreError("store_not_ours", text.format(file=path.name))
    return 0
