"""The command line says what it understood, puts it in the school's file, and ends as its contract says."""

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data_io.store.store import open_store
from tests.data_io.command_line import one_sentence, run, seen_in
from tests.data_io.result_sheets import (
    DAGNAES,
    DAGNAES_MERGES,
    HEADINGS,
    POINTS,
    ULLERUP,
    ULLERUP_MERGES,
    add_sheet,
    xlsx_of,
)

SURE = [*HEADINGS, *POINTS[:2], *POINTS[3:]]
TOLD = ("--klasse", "7a", "--date", "2026-01-14", "--title", "MAT 7", "--subject", "Matematik")
SENTENCE = "Elev 3 har 9 nuller og ingen point. Var eleven fraværende?"


def test_check_prints_the_contract_field_by_field(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "7A mat 14-01-2026.xlsx", ULLERUP, ULLERUP_MERGES, name="Matematik")

    said = run("check", path, "--json")

    assert (said.code, said.err) == (1, "")
    (found,) = said.objects
    (sheet,) = found.pop("sheets")
    assert found == {
        "file": str(path),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "refused": None,
    }
    problems = sheet.pop("problems")
    assert sheet == {
        "sheet": "Matematik",
        "part": "",
        "kind": "test",
        "hidden": False,
        "klasser": ["7.A"],
        "rounds": [],
        "date": "2026-01-14",
        "skoleaar": "2025/26",
        "title": None,
        "subject": "matematik",
        "context_missing": ["title"],
        "pupils": 7,
        "tasks": 9,
        "values": 63,
        "missing": 0,
        "points": 86,
        "max_points": 21,
        "max_source": "observed",
    }
    assert [(p["severity"], p["code"]) for p in problems] == [
        ("note", "no_maximum"),
        ("question", "all_zeros"),
    ]
    assert problems[1] == {
        "cell": "B6",
        "severity": "question",
        "code": "all_zeros",
        "message": SENTENCE,
        "default": "absent",
    }


def test_an_assessment_has_no_points_and_names_its_rounds(tmp_path: Path) -> None:
    said = run("check", xlsx_of(tmp_path / "A.xlsx", DAGNAES, DAGNAES_MERGES, name="A"), "--json")

    (sheet,) = said.objects[0]["sheets"]
    assert said.code == 0
    assert (sheet["kind"], sheet["klasser"]) == ("assessment", ["7.A", "8.A", "9.A"])
    assert sheet["rounds"] == ["Efterår", "Forår", "1. termin", "2. termin"]
    assert (sheet["pupils"], sheet["tasks"], sheet["values"], sheet["missing"]) == (1, 18, 18, 0)
    assert (sheet["points"], sheet["max_points"], sheet["max_source"]) == (None, None, None)
    assert (sheet["context_missing"], sheet["problems"]) == (["skoleaar"], [])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        pytest.param(SURE, 0, id="read without a doubt"),
        pytest.param(ULLERUP, 1, id="a question"),
        pytest.param([*SURE, ["Elev 9", -1, *[1] * 8]], 1, id="an error"),
        pytest.param([["Husk lommeregner"]], 2, id="not understood"),
    ],
)
def test_check_ends_with_what_is_needed(tmp_path: Path, rows: list[list[Any]], code: int) -> None:
    assert run("check", xlsx_of(tmp_path / "t.xlsx", rows)).code == code


def test_a_refused_file_is_two_and_says_why_on_both_channels(tmp_path: Path) -> None:
    (tmp_path / "brev.pdf").write_bytes(b"%PDF-1.7")

    said = run("check", tmp_path / "brev.pdf", "--json")

    (found,) = said.objects
    assert said.code == 2
    assert found["refused"]["code"] == "not_a_workbook"
    assert (found["file"], found["sheets"]) == (str(tmp_path / "brev.pdf"), [])
    assert found["refused"]["message"] == one_sentence(said)


def test_several_files_are_a_line_each_and_the_worst_decides(tmp_path: Path) -> None:
    sure = xlsx_of(tmp_path / "a.xlsx", SURE)
    doubt = xlsx_of(tmp_path / "b.xlsx", ULLERUP)

    said = run("check", doubt, tmp_path / "mangler.xlsx", sure, "--json")

    assert said.code == 2
    assert [found["file"] for found in said.objects] == [
        str(doubt),
        str(tmp_path / "mangler.xlsx"),
        str(sure),
    ]
    assert run("check", sure, doubt, "--json").code == 1


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path) -> None:
    (tmp_path / "2025-26").mkdir()
    xlsx_of(tmp_path / "b.xlsx", SURE)
    xlsx_of(tmp_path / "2025-26" / "a.xlsx", SURE)
    (tmp_path / "~$b.xlsx").write_bytes(b"Excel holder den")
    (tmp_path / "billede.png").write_bytes(b"\x89PNG")

    said = run("check", tmp_path, "--json")

    names = [Path(found["file"]).name for found in said.objects]
    assert (said.code, names) == (0, ["a.xlsx", "b.xlsx"])


def test_a_folder_without_tables_is_said_to_be_one(tmp_path: Path) -> None:
    said = run("check", tmp_path)

    assert said.code == 2
    assert "Der er ingen regneark i" in one_sentence(said)


def test_a_hidden_sheet_is_shown_as_hidden_and_is_not_imported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    add_sheet(book, "7.A", SURE)
    add_sheet(book, "Kladde", ULLERUP, hidden=True)
    book.save(tmp_path / "t.xlsx")

    checked = run("check", tmp_path / "t.xlsx", "--json")
    run("import", tmp_path / "t.xlsx", "--store", tmp_path / "skole.duckdb", *TOLD)

    hidden = {s["sheet"]: s["hidden"] for s in checked.objects[0]["sheets"]}
    assert (checked.code, hidden) == (0, {"7.A": False, "Kladde": True})
    assert seen_in(tmp_path / "skole.duckdb") == [("t.xlsx", "7.A", "MAT 7")]


def test_check_for_people_names_counts_and_cells(tmp_path: Path) -> None:
    said = run("check", xlsx_of(tmp_path / "t.xlsx", ULLERUP, name="Matematik"))

    first, *rest = said.out.splitlines()
    assert first == "t.xlsx · Matematik · prøve · 7 elever, 9 kolonner, 63 resultater, 0 mangler"
    assert rest[-1] == f"  B6: {SENTENCE}"


def test_check_writes_nothing(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "t.xlsx", ULLERUP)
    store = tmp_path / "skole.duckdb"
    open_store(store).close()
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    run("check", path, KLASSEBLIK_STORE=str(store))

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_names_that_a_plain_pipe_does_not_know_are_printed(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "Şeyma Łuć.xlsx", SURE)

    said = run("check", path, "--json", PYTHONIOENCODING="ascii")

    assert (said.code, said.objects[0]["file"]) == (0, str(path))
