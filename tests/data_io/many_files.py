"""Folders and zips of result sheets, and a run over them as the command line makes it."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data_io.importing.options import ImportOptions
from data_io.importing.outcome import FileOutcome
from data_io.importing.resuming import told
from data_io.importing.run import import_sources
from data_io.importing.sources import sources_of
from tests.data_io.a_school import School
from tests.data_io.result_sheets import HEADINGS, NAMES, POINTS, Rows, xlsx_of

SURE: list[list[Any]] = [
    *HEADINGS,
    *([name, *row[1:]] for name, row in zip(NAMES, POINTS, strict=True) if any(row[1:])),
]
ASKS: list[list[Any]] = [*SURE, ["Sofie", *[0] * 9]]
SKOLEAAR = ("--skoleaar", "2025/26")


def titled(number: int, rows: Rows = SURE) -> Rows:
    return [[f"MAT {number}, {number % 28 + 1:02}-{8 + number // 28:02}-2025"], [], *rows]


def fill(folder: Path, count: int, rows: Rows = SURE) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [xlsx_of(folder / f"7.A {n:02}.xlsx", titled(n, rows)) for n in range(count)]


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def import_run(school: School, *paths: Path, **said: Any) -> list[FileOutcome]:
    options = ImportOptions(**said)
    sources = sources_of(paths)
    return list(
        import_sources(school.store, school.school_id, sources, lambda _f, _s: options, told(options))
    )


def ended(outcomes: Sequence[FileOutcome]) -> dict[str, str]:
    return {outcome.label: outcome.status for outcome in outcomes}
