"""A real import that is killed leaves each of its sheets whole or not at all, and can be run again."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from data_io import queries
from data_io.importing.options import ImportOptions
from data_io.importing.run import import_files
from data_io.school import create_school, the_school
from data_io.scope import local_scope
from data_io.store.store import Store, open_store
from tests.data_io.command_line import CLI, ROOT, environment
from tests.data_io.result_sheets import xlsx_with

TRIES = 20
PUPILS, TASKS = 28, 40
CLASSES = ("7.A", "8.A", "9.A")
RATINGS = len(CLASSES) * 2 * 3
# Of every sheet: the slices it fills and the results it holds.
WHOLE = {
    "Prøve 1": (1, PUPILS * TASKS),
    "Vurdering": (RATINGS, PUPILS * RATINGS),
    "Prøve 2": (1, PUPILS * TASKS),
}
SAID = {"klasse": "9.A", "skoleaar": "2025/26"}
_PATIENCE = 60.0


def points_sheet(title: str, lots: random.Random) -> list[list[Any]]:
    labels = [f"{task // 5 + 1}.{task % 5 + 1}" for task in range(TASKS)]
    points = [[f"Elev {n}", *(lots.randint(1, 3) for _ in labels)] for n in range(PUPILS)]
    return [[title], [], ["Navn", *labels], *points]


def rating_sheet(lots: random.Random) -> list[list[Any]]:
    columns = [(k, r, s) for k in CLASSES for r in ("Efterår", "Forår") for s in ("Dansk", "Mat", "Soc")]
    headings = [["Elev" if row == 0 else None, *(c[row] for c in columns)] for row in range(3)]
    return [*headings, *([f"Elev {n}", *(lots.randint(1, 5) for _ in columns)] for n in range(PUPILS))]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    lots = random.Random(2026)  # noqa: S311 -- invented results, no secrets
    sheets = [
        points_sheet("MAT 1, 14-01-2026", lots),
        rating_sheet(lots),
        points_sheet("MAT 2, 03-03-2026", lots),
    ]
    return xlsx_with(tmp_path / "tre ark.xlsx", dict(zip(WHOLE, sheets, strict=True)))


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "tom.duckdb"
    store = open_store(path, "school")
    create_school(store, "Ullerup Bæk Skolen")
    store.close()
    return path


def start(workbook: Path, store: Path) -> "subprocess.Popen[bytes]":
    """A real import under way: it has begun to write when this returns."""
    options = [part for name, value in SAID.items() for part in (f"--{name}", value)]
    command = [sys.executable, str(CLI), "import", str(workbook), "--store", str(store), *options]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), cwd=ROOT
    )
    log = Path(f"{store}.wal")
    waited = time.monotonic()
    while process.poll() is None and not log.exists():
        assert time.monotonic() - waited < _PATIENCE, "the import never began to write"
        time.sleep(0.0005)
    return process


def writing_time(workbook: Path, store: Path) -> float:
    """The seconds an undisturbed import writes: from the first line of its log until the log is put away."""
    process = start(workbook, store)
    began = time.monotonic()
    while Path(f"{store}.wal").exists():
        time.sleep(0.0005)
    duration = time.monotonic() - began
    assert process.wait(_PATIENCE) == 0
    return duration


def seen(store: Store) -> dict[str, tuple[int, int]]:
    """The slices and results that are seen of every sheet."""
    found = {}
    for row in queries.imports(store, local_scope(store)):
        facts = store.rows("observations_of_import", import_id=row["import_id"])
        assert row["sheet"] not in found, "a sheet is there twice"
        found[row["sheet"]] = (row["active_slices"], sum(fact["value"] is not None for fact in facts))
    return found


def complete(store: Store, workbook: Path) -> None:
    """Runs the import again, in this process."""
    school_id = the_school(store)
    assert school_id
    options = ImportOptions(**SAID)  # type: ignore[arg-type]  # only the two words above
    (outcome,) = import_files(store, school_id, [workbook], lambda _file, _sheet: options)
    assert all(sheet.done for sheet in outcome.sheets)


def test_a_sheet_is_there_whole_or_not_at_all_wherever_the_import_is_killed(
    tmp_path: Path, workbook: Path, empty_store: Path
) -> None:
    path = tmp_path / "skole.duckdb"
    duration = writing_time(workbook, Path(shutil.copy(empty_store, path)))
    whole_sheets = []
    for number in range(TRIES):
        for leftover in tmp_path.glob("skole.duckdb*"):
            leftover.unlink()
        shutil.copy(empty_store, path)
        process = start(workbook, path)
        time.sleep(duration * number / TRIES)
        process.kill()
        process.wait(_PATIENCE)

        store = open_store(path, "school")
        found = seen(store)
        assert found == {sheet: WHOLE[sheet] for sheet in found}, f"try {number}"
        assert list(WHOLE)[: len(found)] == sorted(found, key=list(WHOLE).index)
        whole_sheets.append(len(found))
        complete(store, workbook)
        assert seen(store) == WHOLE
        store.close()
    assert len(set(whole_sheets)) > 1, "every try was killed at the same sheet"
