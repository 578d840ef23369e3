"""The demo school's store, read from its workbooks with the real importer."""

import datetime
import hashlib
import json
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Any

from data_io.errors import StoreError
from data_io.importing.options import ImportOptions
from data_io.importing.run import FileOutcome, import_files
from data_io.school import create_school
from data_io.store.migrations_run import versions
from data_io.store.store import open_store

Progress = Callable[[int, int], None]


def demo_fingerprint(folder: Path) -> str:
    """What the demo store is made from: the workbooks' manifest, their bytes and the schema's version."""
    digest = hashlib.sha256(str(versions()[-1][0]).encode())
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".json", ".xlsx", ".xls", ".ods", ".csv"}:
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def demo_is_current(path: Path, folder: Path) -> bool:
    """True when the store at this path was made from exactly these workbooks."""
    stamp = _stamp(path)
    return path.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == demo_fingerprint(folder)


def build_demo(path: Path, folder: Path, progress: Progress) -> int:
    """Makes the demo store anew beside the old one and swaps it in when it is whole; gives the sheets read.

    Raises:
        StoreError: the store is in use or is not the demo school's, or a demo sheet could not be read.
    """
    if path.exists():
        open_store(path, "demo").close()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    entries: list[dict[str, Any]] = manifest["imports"]
    fresh = path.with_name(path.name + ".new")
    for leftover in (fresh, Path(f"{fresh}.wal")):
        leftover.unlink(missing_ok=True)
    store = open_store(fresh, "demo")
    try:
        school_id = create_school(store, manifest["school"])
        done = 0
        for file, sheets in _by_file(entries):
            for outcome in import_files(store, school_id, [folder / file], _told(sheets)):
                _check(outcome, set(sheets))
            done += len(sheets)
            progress(done, len(entries))
    finally:
        store.close()
    fresh.replace(path)
    _stamp(path).write_text(demo_fingerprint(folder), encoding="utf-8")
    return done


def _told(sheets: dict[str, ImportOptions]) -> Callable[[str, str], ImportOptions | None]:
    return lambda _file, sheet: sheets.get(sheet)


def _stamp(path: Path) -> Path:
    return path.with_name(path.name + ".made-from")


def _by_file(entries: list[dict[str, Any]]) -> list[tuple[str, dict[str, ImportOptions]]]:
    """The manifest's entries file by file, in its order, with what is told about each sheet."""
    files: list[tuple[str, dict[str, ImportOptions]]] = []
    for entry in entries:
        if not files or files[-1][0] != entry["file"]:
            files.append((entry["file"], {}))
        files[-1][1][entry["sheet"]] = options_of(entry)
    return files


def options_of(entry: dict[str, Any]) -> ImportOptions:
    """What the manifest tells of one sheet, as a person would have answered."""
    said = entry["options"]
    words = {True: "yes", False: "no"}
    answers = {k: words[v] if isinstance(v, bool) else str(v) for k, v in entry.get("answers", {}).items()}
    return ImportOptions(
        klasse=said.get("klasse"),
        skoleaar=said.get("skoleaar"),
        date=datetime.date.fromisoformat(said["date"]) if said.get("date") else None,
        title=said.get("title"),
        subject=said.get("subject"),
        answers=answers,
        person=_("Demoskolen"),
    )


def _check(outcome: FileOutcome, expected: set[str]) -> None:
    """Every sheet of the manifest is in the store; the demo school is whole or not made."""
    if outcome.refused:
        raise StoreError("demo", outcome.refused.message)
    missing = expected - {sheet.reading.sheet for sheet in outcome.sheets}
    if missing:
        text = _("{file} har intet ark “{sheet}”.")
        raise StoreError("demo", text.format(file=outcome.file_name, sheet=min(missing)))
    for sheet in outcome.sheets:
        if not sheet.done:
            why = [p.message for p in sheet.blocking] or [", ".join(sheet.context_missing)]
            raise StoreError("demo", f"{outcome.file_name}, {sheet.reading.sheet}: {why[0]}")
