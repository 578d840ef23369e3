"""The invented school: made the same every time, and every sheet holds what the manifest says."""

import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from sample_data.school_cast import pupils
from sample_data.school_make import make
from sample_data.school_names import danish_order
from sample_data.school_tests import tests as school_tests
from tests.unit.sample_sheets import (
    SAMPLE,
    Entry,
    class_list,
    entries,
    manifest,
    maxima,
    ratings,
    results,
    rows_of,
    sheets_in,
)

TESTS, ASSESSMENTS, LISTS = entries("test"), entries("assessment"), entries("classlist")


def _name(entry: Entry) -> str:
    return f"{entry['file']}:{entry['sheet']}"


def _files(folder: Path) -> dict[str, Path]:
    return {
        f.relative_to(folder).as_posix(): f for f in sorted((folder / "workbooks").rglob("*")) if f.is_file()
    }


def _parts(path: Path) -> dict[str, bytes]:
    """A file's content without its compression, which differs between builds of zlib."""
    if path.suffix not in (".xlsx", ".ods"):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fjordskolen")
    make(folder)
    return folder


def test_the_script_started_from_anywhere_makes_the_same_bytes_again(made: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(SAMPLE / "make.py"), "again"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    first, second = _files(made), _files(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [n for n in first if first[n].read_bytes() != second[n].read_bytes()] == []
    assert (made / "manifest.json").read_bytes() == (tmp_path / "again" / "manifest.json").read_bytes()


def test_the_committed_school_is_what_the_script_makes(made: Path) -> None:
    committed, fresh = _files(SAMPLE), _files(made)
    assert committed.keys() == fresh.keys()
    assert [n for n in fresh if _parts(committed[n]) != _parts(fresh[n])] == []
    assert (SAMPLE / "manifest.json").read_text("utf-8") == (made / "manifest.json").read_text("utf-8")


def test_no_file_tells_when_it_was_made(made: Path) -> None:
    for file in _files(made).values():
        if file.suffix in (".xlsx", ".ods"):
            with zipfile.ZipFile(file) as archive:
                assert {info.date_time for info in archive.infolist()} == {(2026, 4, 20, 8, 0, 0)}


def test_the_school_is_small_enough_to_carry_along_and_large_enough_to_be_a_school() -> None:
    files = _files(SAMPLE)
    assert 60 <= len(files) <= 110
    assert sum(file.stat().st_size for file in files.values()) < 2_000_000
    assert {file.suffix for file in files.values()} == {".xlsx", ".csv", ".ods", ".xls"}


def test_every_sheet_of_every_file_stands_in_the_manifest_once() -> None:
    told = [(e["file"], e["sheet"]) for e in (*manifest()["imports"], *manifest()["not_results"])]
    assert len(told) == len(set(told))
    assert set(told) == {(file, sheet) for file in _files(SAMPLE) for sheet in sheets_in(file)}


def test_imports_come_class_lists_first_and_then_in_order_of_time() -> None:
    kinds = [entry["kind"] for entry in manifest()["imports"]]
    assert kinds[: len(LISTS)] == ["classlist"] * len(LISTS)
    years = [entry["options"]["skoleaar"] for entry in manifest()["imports"][len(LISTS) :]]
    assert years == sorted(years)
    for file in _files(SAMPLE):
        places = [i for i, entry in enumerate(manifest()["imports"]) if entry["file"] == file]
        assert places == list(range(places[0], places[0] + len(places))), f"{file} is torn apart"


def test_there_are_two_classes_of_16_to_24_pupils_on_every_trin_in_all_three_years() -> None:
    listed = {(e["options"]["skoleaar"], e["options"]["klasse"]): e["expect"]["pupils"] for e in LISTS}
    years = ("2023/24", "2024/25", "2025/26")
    assert set(listed) == {
        (year, f"{trin}.{track}") for year in years for trin in range(10) for track in "AB"
    }
    assert all(16 <= number <= 24 for number in listed.values())


@pytest.mark.parametrize("entry", LISTS, ids=_name)
def test_a_class_list_has_its_pupils_once_and_in_danish_order(entry: Entry) -> None:
    on_list = class_list(entry["options"]["klasse"], entry["options"]["skoleaar"])
    assert len(on_list) == len({p.login for p in on_list}) == entry["expect"]["pupils"]
    key = "last" if entry["options"]["skoleaar"] == "2023/24" else "first"
    assert [getattr(p, key) for p in on_list] == sorted((getattr(p, key) for p in on_list), key=danish_order)


def test_danish_order_puts_ae_oe_aa_last_and_double_a_with_aa() -> None:
    names = ["Aagesen", "Østerklit", "Bavneå", "Ægidius", "Åmose", "Zoë", "Brønd-Lund", "Brøndby"]
    in_order = ["Bavneå", "Brønd-Lund", "Brøndby", "Zoë", "Ægidius", "Østerklit", "Aagesen", "Åmose"]
    assert sorted(names, key=danish_order) == in_order


def test_the_names_are_the_ones_that_programs_stumble_over() -> None:
    names = Counter(p.name for p in pupils())
    twice = [name for name, number in names.items() if number == 2]
    assert sorted(twice) == ["Emma Lyngaas", "Oliver Tangmose"]
    emmas = [
        e["options"]["klasse"] for e in LISTS if any("Lyngaas" in row and "Emma" in row for row in rows_of(e))
    ]
    assert {"5.A", "5.B"} <= set(emmas)
    assert max(map(len, names)) > 40
    assert [p.first for p in class_list("5.B", "2025/26")].count("William") == 3
    assert len({p.login for p in pupils()}) == len(pupils())


def test_a_pupil_keeps_the_login_through_years_and_classes() -> None:
    logins: dict[str, set[str]] = {}
    for entry in LISTS:
        for p in class_list(entry["options"]["klasse"], entry["options"]["skoleaar"]):
            logins.setdefault(p.login, set()).add(f"{p.first} {p.last}")
    assert all(len(names) == 1 for names in logins.values())
    noah = next(p.login for p in class_list("7.A", "2025/26") if p.last == "Aagesen")
    assert noah in {p.login for p in class_list("5.B", "2023/24")}


@pytest.mark.parametrize("entry", TESTS, ids=_name)
def test_a_test_sheet_holds_what_the_manifest_expects(entry: Entry) -> None:
    expect, rows = entry["expect"], list(results(entry).values())
    seen = [[p for p in column if p is not None] for column in zip(*rows, strict=True)]
    printed = maxima(entry)
    assert expect["klasser"] == [entry["options"]["klasse"]]
    assert expect["max_source"] == ("observed" if printed is None else "sheet")
    assert {
        "pupils": len(rows),
        "tasks": len(entry["task_labels"]),
        "values": sum(map(len, seen)),
        "missing": sum(p is None for row in rows for p in row),
        "points": sum(map(sum, seen)),
        "max_points": sum(map(max, seen)) if printed is None else sum(printed),
    } == {key: expect[key] for key in ("pupils", "tasks", "values", "missing", "points", "max_points")}


@pytest.mark.parametrize("entry", TESTS, ids=_name)
def test_nobody_has_more_points_than_there_are(entry: Entry) -> None:
    (test,) = [t for t in school_tests() if t.title == entry["options"]["title"]]
    assert 14 <= len(test.tasks) <= 24
    for row in results(entry).values():
        assert all(p is None or 0 <= p <= task.max_points for p, task in zip(row, test.tasks, strict=True))


@pytest.mark.parametrize("entry", ASSESSMENTS, ids=_name)
def test_an_assessment_sheet_holds_what_the_manifest_expects(entry: Entry) -> None:
    expect, rows = entry["expect"], list(ratings(entry).values())
    filled = [[v for v in column if v is not None] for column in zip(*rows, strict=True)]
    values = sum(map(len, filled))
    tasks = sum(map(bool, filled))
    assert [len(rows), tasks, values, len(rows) * tasks - values] == [
        expect[key] for key in ("pupils", "tasks", "values", "missing")
    ]
    assert expect["klasser"] == list(entry["skoleaar_by_klasse"])
    assert entry["skoleaar_by_klasse"][entry["options"]["klasse"]] == entry["options"]["skoleaar"]


def test_7a_was_rated_as_in_the_drawing_of_the_class_overview() -> None:
    (entry,) = [e for e in ASSESSMENTS if e["options"]["klasse"] == "7.A"]
    now = {name: row[-6:] for name, row in ratings(entry).items()}
    assert now["Ida Uldum"] == [5, 3, 4, 5, 2, 2]
    assert now["Aksel Brønd-Lund"] == [3, 2, None, 2, 2, 2]
    assert sum((row[4] or 5) <= 2 for row in now.values()) == 8
    assert sum((row[1] or 5) <= 2 for row in now.values()) == 7


def test_marks_stand_in_8_and_9_only_and_every_such_column_proves_it_by_a_fraction() -> None:
    for entry in ASSESSMENTS:
        columns = list(zip(*ratings(entry).values(), strict=True))
        klasser = [klasse for klasse in entry["expect"]["klasser"] for _ in range(6)]
        for place, (klasse, column) in enumerate(zip(klasser, columns, strict=True)):
            seen = [v for v in column if v is not None]
            if klasse[0] in "89" and place % 3 < 2:
                assert any(v != int(v) for v in seen)
            else:
                assert set(seen) <= {1, 2, 3, 4, 5}


def test_rows_of_zeros_are_those_the_manifest_answers() -> None:
    for entry in TESTS:
        zeros = [name for name, row in results(entry).items() if not any(row) and None not in row]
        assert len(zeros) == ("all_zeros" in entry["answers"]), _name(entry)


def test_the_two_questions_who_somebody_is_are_answered_with_a_login_of_the_class() -> None:
    asked = [e for e in TESTS if any(key.startswith("who_is@") for key in e["answers"])]
    assert len(asked) == 2
    for entry in asked:
        logins = {p.login for p in class_list(entry["options"]["klasse"], entry["options"]["skoleaar"])}
        assert {v for key, v in entry["answers"].items() if key.startswith("who_is@")} <= logins


def test_every_later_sheet_of_a_test_points_to_the_first_and_has_its_labels() -> None:
    every = manifest()["imports"]
    for index, entry in enumerate(every):
        if entry["kind"] != "test":
            continue
        first = every[entry["same_test_as"]] if entry["same_test_as"] is not None else entry
        assert first["task_labels"] == entry["task_labels"]
        assert first["options"]["title"] == entry["options"]["title"]
        assert ("same_test" in entry["answers"]) == (first is not entry)
        assert entry["same_test_as"] is None or entry["same_test_as"] < index


def _share(entry: Entry, signalord: str | None = None) -> float:
    """The share of the points earned, on all tasks or on those with one signalord."""
    (test,) = [t for t in school_tests() if t.title == entry["options"]["title"]]
    won = possible = 0.0
    for row in results(entry).values():
        for task, points in zip(test.tasks, row, strict=True):
            if points is not None and signalord in (None, task.signalord):
                won, possible = won + points, possible + task.max_points
    return won / possible


def _of(title: str, klasse: str, skoleaar: str) -> Entry:
    wanted = (title, klasse, skoleaar)
    (entry,) = [
        e
        for e in TESTS
        if (e["options"]["title"], e["options"]["klasse"], e["options"]["skoleaar"]) == wanted
    ]
    return entry


@pytest.mark.parametrize("title", ["MAT 7, oktober", "MAT 7, januar"])
def test_7a_is_weak_at_undersoeg_and_not_in_general(title: str) -> None:
    weak = _of(title, "7.A", "2025/26")
    others = [e for e in TESTS if e["options"]["title"] == title and e is not weak]
    assert len(others) == 5
    assert all(_share(weak, "Undersøg") < _share(e, "Undersøg") - 0.08 for e in others)
    assert _share(weak) > min(map(_share, others))


@pytest.mark.parametrize("title", ["MAT 8, oktober", "MAT 8, januar", "DAN 8, november"])
def test_8b_is_the_generally_weak_class(title: str) -> None:
    weak = _of(title, "8.B", "2025/26")
    assert _share(weak) == min(_share(e) for e in TESTS if e["options"]["title"] == title)


def test_a_csv_is_danish_excels_with_semicolons_decimal_commas_and_windows_1252() -> None:
    texts = [f.read_bytes().decode("cp1252") for f in _files(SAMPLE).values() if f.suffix == ".csv"]
    assert any("Læseforståelse;" in text for text in texts)
    assert any(";2,5;" in text for text in texts)
