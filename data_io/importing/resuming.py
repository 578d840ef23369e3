"""Which files a run may pass over: those read before with nothing left open, and told the same."""

import datetime
import json
from dataclasses import fields
from typing import Any

from data_io.importing.options import ImportOptions
from data_io.store.store import Store

# Who reads, and whether safe answers may be taken, make no other reading of a file that asks nothing.
_SAYS_NOTHING = frozenset({"person", "accept_defaults"})


def told(options: ImportOptions) -> str:
    """What options say of a file, as a text to compare by; "" when they say nothing."""
    nothing = ImportOptions()
    said = {
        field.name: getattr(options, field.name)
        for field in fields(options)
        if field.name not in _SAYS_NOTHING and getattr(options, field.name) != getattr(nothing, field.name)
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, default=str) if said else ""


class ReadBefore:
    """The files of a school that were read whole, by their SHA-256, for a run that is told `said`."""

    def __init__(self, store: Store, school_id: str, said: str) -> None:
        rows = store.rows("read_files", school_id=school_id)
        self._told = {row["file_hash"]: row["said"] for row in rows}
        self._school_id = school_id
        self._said = said

    def __contains__(self, sha256: str) -> bool:
        """True for a file that was read whole and is told nothing else now."""
        before = self._told.get(sha256)
        return before is not None and self._said in ("", before)

    def row(self, sha256: str) -> dict[str, Any]:
        """The row that makes the next run pass a file over."""
        return {
            "school_id": self._school_id,
            "file_hash": sha256,
            "said": self._said,
            "read_at": datetime.datetime.now(datetime.UTC).replace(tzinfo=None),
        }
