"""The project's SQL: one statement a file, named after its answer."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "sql"


@cache
def sql(name: str) -> str:
    """The statement of a name such as "read/klasser"; parameters are bound by the caller."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
