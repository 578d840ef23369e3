"""The demo school is read from its workbooks by the real importer, and never over a school's own data."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data_io import queries, settings
from data_io.demo import build_demo, demo_is_current
from data_io.errors import StoreError
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from data_io.school import create_school
from data_io.scope import local_scope
from data_io.store.store import Store, open_store
from tests.data_io.command_line import run

SAMPLE = settings.SAMPLE_DATA
MANIFEST: dict[str, Any] = json.loads((SAMPLE / "manifest.json").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["imports"]
FILES = sorted({entry["file"] for entry in ENTRIES})


@cache
def sheets_of(file: str) -> dict[str, SheetReading]:
    return {sheet.sheet: sheet for sheet in read_file(SAMPLE / file).sheets}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    steps: list[tuple[int, int]] = []
    read = build_demo(path, SAMPLE, lambda done, total: steps.append((done, total)))
    assert read == len(ENTRIES)
    assert steps[-1] == (len(ENTRIES), len(ENTRIES))
    assert steps == sorted(steps)
    return path


@pytest.fixture
def demo(made: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(made, tmp_path / "demo.duckdb")
    store = open_store(tmp_path / "demo.duckdb", "demo")
    yield store
    store.close()


@pytest.mark.parametrize("file", FILES)
def test_every_sheet_reads_as_the_manifest_says(file: str) -> None:
    for entry in (e for e in ENTRIES if e["file"] == file):
        reading = sheets_of(file)[entry["sheet"]]
        said = reading.as_contract()
        assert {name: said[name] for name in entry["expect"]} == entry["expect"], entry["sheet"]
        if "task_labels" in entry:
            assert [task.label for task in reading.tasks] == entry["task_labels"]
        doubts = {p.code for p in reading.problems if p.severity != "note"}
        assert doubts <= {"all_zeros"}, entry["sheet"]


def test_every_sheet_of_results_is_seen_in_the_store(demo: Store) -> None:
    imports = queries.imports(demo, local_scope(demo))

    expected = Counter((Path(e["file"]).name, e["sheet"]) for e in ENTRIES if e["kind"] != "classlist")
    assert Counter((i["file_name"], i["sheet"]) for i in imports) == expected
    assert {i["undone_at"] for i in imports} == {None}
    replaced = [i for i in imports if i["active_slices"] < i["slices"]]
    assert replaced == []


def test_the_points_of_every_test_are_in_the_store(demo: Store) -> None:
    scope = local_scope(demo)
    klasser = {(k.name, k.skoleaar): k.klasse_id for k in queries.klasser(demo, scope)}
    for entry in (e for e in ENTRIES if e["kind"] == "test" and not e["answers"]):
        klasse_id = klasser[entry["options"]["klasse"], entry["options"]["skoleaar"]]
        tests = [t for t in queries.tests(demo, scope, [klasse_id]) if t.source.sheet == entry["sheet"]]
        ids = {t.test_id for t in tests if t.source.file_name == Path(entry["file"]).name}
        points = [a.points or 0 for a in queries.answers(demo, scope, [klasse_id]) if a.test_id in ids]
        assert sum(points) == pytest.approx(entry["expect"]["points"])


def test_the_classes_hold_their_class_lists_and_nobody_else(demo: Store) -> None:
    scope = local_scope(demo)
    klasser = {(k.name, k.skoleaar): k.klasse_id for k in queries.klasser(demo, scope)}
    for entry in (e for e in ENTRIES if e["kind"] == "classlist"):
        key = (entry["options"]["klasse"], entry["options"]["skoleaar"])
        assert len(queries.pupils(demo, scope, klasser[key])) == entry["expect"]["pupils"], key


def test_a_second_start_of_the_demo_does_nothing(tmp_path: Path, made: Path) -> None:
    path = tmp_path / "demo.duckdb"
    for name in ("demo.duckdb", "demo.duckdb.made-from"):
        shutil.copy(made.with_name(name), tmp_path / name)
    before = (path.stat().st_mtime_ns, path.read_bytes())

    said = run("demo", "--store", path)

    assert (said.code, said.out, said.err) == (0, "", "")
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the first class list and nothing else."""
    folder = tmp_path / "sample"
    entry = next(e for e in ENTRIES if e["kind"] == "classlist")
    (folder / entry["file"]).parent.mkdir(parents=True)
    shutil.copy(SAMPLE / entry["file"], folder / entry["file"])
    manifest = {"school": MANIFEST["school"], "imports": [entry]}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def nothing(_done: int, _total: int) -> None:
    """Nobody watches."""


def test_a_changed_workbook_makes_the_demo_anew(tmp_path: Path, small: Path) -> None:
    path = tmp_path / "demo.duckdb"
    assert not demo_is_current(path, small)
    build_demo(path, small, nothing)
    assert demo_is_current(path, small)

    (file,) = small.rglob("*.xlsx")
    book = openpyxl.load_workbook(file)
    sheet = book[json.loads((small / "manifest.json").read_text("utf-8"))["imports"][0]["sheet"]]
    sheet.cell(sheet.max_row, 1).value = "Nytilkommen"
    book.save(file)

    assert not demo_is_current(path, small)
    build_demo(path, small, nothing)
    assert demo_is_current(path, small)
    store = open_store(path, "demo")
    klasse_ids = list(local_scope(store).klasse_ids)
    names = [row["name"] for row in store.rows("pupils_of_klasser", klasse_ids=klasse_ids)]
    store.close()
    assert any("Nytilkommen" in name for name in names)


def test_a_schools_own_store_is_never_made_into_the_demo(tmp_path: Path, small: Path) -> None:
    path = tmp_path / "skole.duckdb"
    store = open_store(path, "school")
    create_school(store, "Ullerup Bæk Skolen")
    store.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="en skoles egne data"):
        build_demo(path, small, nothing)
    said = run("demo", "--store", path)

    assert (said.code, said.err.count("\n")) == (2, 1)
    assert path.read_bytes() == before


def test_a_demo_that_is_open_is_not_swapped_under_its_reader(tmp_path: Path, small: Path) -> None:
    path = tmp_path / "demo.duckdb"
    build_demo(path, small, nothing)
    store = open_store(path, "demo")
    path.with_name("demo.duckdb.made-from").unlink()

    said = run("demo", "--store", path)

    assert said.code == 2
    assert "er åben i et andet program" in said.err
    store.close()


def test_a_demo_that_lacks_a_sheet_is_not_made(tmp_path: Path, small: Path) -> None:
    manifest = json.loads((small / "manifest.json").read_text(encoding="utf-8"))
    manifest["imports"][0]["sheet"] = "11.Z"
    (small / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    with pytest.raises(StoreError, match=r"har intet ark “11\.Z”"):
        build_demo(tmp_path / "demo.duckdb", small, nothing)

    assert not (tmp_path / "demo.duckdb").exists()
