"""The command `templates` writes workbooks that, filled in, are read in without a question."""

from pathlib import Path
from random import Random

import openpyxl
import pytest

from data_io.importing.options import KlasseKey
from data_io.layouts.read_sheet import read_file
from data_io.school import ListedPupil, create_school, save_class_list
from data_io.store.store import open_store
from tests.data_io.command_line import one_sentence, run, seen_in
from tests.data_io.filling import Values, fill_assessment, fill_test

ODD = [
    "Åse Ærø-Øksedal",
    "Zoë O'Brien",
    "Bo-Søren Holm",
    "Łukasz Żółć",
    "Nguyễn Thị Ánh",
    "José María",
    "Per Ø.",
]
ORDINARY = [
    f"{first} {last}"
    for last in ("Holm", "Uldum", "Aagesen")
    for first in ("Ida", "Bo", "Noah", "Eva", "Per", "Liv", "Kai")
]
NAMES = [*ODD, *ORDINARY]
TOLD = ("--title", "MAT 7, januar", "--date", "14.1.2026")


def school_with(folder: Path, klasse: str, pupils: int) -> Path:
    """A school's store with one class list."""
    path = folder / "skole.duckdb"
    store = open_store(path, "school")
    school_id = create_school(store, "Bakkeskolen")
    listed = [ListedPupil(name, f"elev{n:04}" if n % 3 else None) for n, name in enumerate(NAMES[:pupils])]
    save_class_list(store, school_id, KlasseKey(klasse, "2025/26"), listed)
    store.close()
    return path


def test_names_of_any_script_with_a_login_ask_nothing(tmp_path: Path) -> None:
    path = tmp_path / "skole.duckdb"
    store = open_store(path, "school")
    names = ["<b>Bo</b> =1+1", "Ida", "伊達 花", "Ида Холм", *ORDINARY, "Øøø"]
    listed = [ListedPupil(name, f"elev{number:04}") for number, name in enumerate(names)]
    save_class_list(store, create_school(store, "Skolen"), KlasseKey("7.A", "2025/26"), listed)
    store.close()
    told = ("templates", "test", "--klasse", "7.A", *TOLD, "--area", "Algebra=4", "--out", tmp_path)
    assert run(*told, "--store", path).code == 0
    sheet = tmp_path / "7.A MAT 7, januar.xlsx"
    typed = fill_test(sheet, len(names), Random(1))  # noqa: S311 – no secret

    imported = run("import", sheet, "--store", path)

    assert (imported.code, imported.err) == (0, "")
    assert read_values(sheet) == typed
    assert sorted(typed) == sorted(names)


def read_values(path: Path) -> Values:
    """What the importer reads, by pupil."""
    (sheet,) = read_file(path).sheets
    return {
        pupil.label: [r.value for r in sorted(sheet.results, key=lambda r: r.column) if r.pupil == number]
        for number, pupil in enumerate(sheet.pupils)
    }


@pytest.mark.parametrize("pupils", [1, 7, 28])
def test_a_filled_in_test_is_read_in_without_a_question(tmp_path: Path, pupils: int) -> None:
    store, random = school_with(tmp_path, "7.A", pupils), Random(pupils)  # noqa: S311 – no secret
    tasks = ("--task", "1.1,Algebra,Vis,3", "--task", "1.2,Algebra", "--task", "2;Geometri;Skriv;2,5")

    made = run("templates", "test", "--klasse", "7a", *TOLD, *tasks, "--store", store, "--out", tmp_path)
    path = tmp_path / "7.A MAT 7, januar.xlsx"
    assert (made.code, made.out, made.err) == (0, f"{path}\n", "")
    typed = fill_test(path, pupils, random)
    imported = run("import", path, "--store", store)

    assert (imported.code, imported.err) == (0, "")
    assert len(typed) == pupils
    assert read_values(path) == typed
    assert seen_in(store) == [(path.name, "7.A", "MAT 7, januar")]


@pytest.mark.parametrize("pupils", [1, 7, 28])
@pytest.mark.parametrize("klasse", ["3.B", "8.A"])
def test_a_filled_in_assessment_is_read_in_without_a_question(
    tmp_path: Path, klasse: str, pupils: int
) -> None:
    store, random = school_with(tmp_path, klasse, pupils), Random(pupils)  # noqa: S311 – no secret

    made = run(
        "templates",
        "assessment",
        "--klasse",
        klasse,
        "--skoleaar",
        "2025/26",
        "--store",
        store,
        "--out",
        tmp_path,
    )
    path = tmp_path / f"{klasse} elevvurdering 2025-26.xlsx"
    assert (made.code, made.out) == (0, f"{path}\n")
    typed = fill_assessment(path, pupils, random)
    imported = run("import", path, "--store", store)

    assert (imported.code, imported.err) == (0, "")
    assert len(typed) == pupils
    assert read_values(path) == typed


@pytest.mark.parametrize("value", [2, 4])
def test_marks_that_could_be_levels_ask_nothing_in_a_template(tmp_path: Path, value: int) -> None:
    store = school_with(tmp_path, "8.A", 2)
    run(
        "templates",
        "assessment",
        "--klasse",
        "8.A",
        "--skoleaar",
        "2025/26",
        "--store",
        store,
        "--out",
        tmp_path,
    )
    path = tmp_path / "8.A elevvurdering 2025-26.xlsx"
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0]["C5:H6"]:
        for cell in row:
            cell.value = value
    book.save(path)

    checked = run("check", path, "--json")

    assert checked.code == 0
    (sheet,) = read_file(path).sheets
    assert {rated.subject: rated.scale for rated in sheet.ratings} == {
        "dansk": "mark",
        "matematik": "mark",
        "social": "level",
    }


def test_tasks_are_taken_from_a_csv_or_a_workbook(tmp_path: Path) -> None:
    rows = [
        ["Opgave", "Fagområde", "Signalord", "Maks"],
        ["1", "Algebra", "Vis", "3"],
        ["2", "Geometri", "", "2,5"],
    ]
    (tmp_path / "opgaver.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(tmp_path / "opgaver.xlsx")

    for kind in ("csv", "xlsx"):
        out = tmp_path / kind
        made = run(
            "templates",
            "test",
            "--klasse",
            "7.A",
            *TOLD,
            "--tasks",
            tmp_path / f"opgaver.{kind}",
            "--out",
            out,
        )
        sheet = openpyxl.load_workbook(out / "7.A MAT 7, januar.xlsx").worksheets[0]

        assert made.code == 0
        assert [[sheet.cell(row, column).value for column in (3, 4)] for row in (3, 4, 5, 6)] == [
            ["Algebra", "Geometri"],
            ["Vis", None],
            ["1", "2"],
            [3, 2.5],
        ]


def test_a_class_without_a_list_gets_open_lines_and_is_told(tmp_path: Path) -> None:
    made = run("templates", "test", "--klasse", "7.A", *TOLD, "--area", "Algebra=2", "--out", tmp_path)

    assert made.code == 0
    assert one_sentence(made).startswith("7.A 2025/26 har ingen klasseliste")
    sheet = openpyxl.load_workbook(tmp_path / "7.A MAT 7, januar.xlsx").worksheets[0]
    assert sheet["A7"].value is None
    assert not sheet["A7"].protection.locked


def test_a_sheet_that_is_there_is_not_overwritten_without_being_told_to(tmp_path: Path) -> None:
    told = (
        "templates",
        "test",
        "--klasse",
        "7.A",
        "--klasse",
        "7.B",
        *TOLD,
        "--area",
        "Algebra=2",
        "--out",
        tmp_path,
    )
    there = tmp_path / "7.B MAT 7, januar.xlsx"
    there.write_bytes(b"udfyldt")

    refused = run(*told)

    assert refused.code == 2
    assert "7.B MAT 7, januar.xlsx findes allerede" in refused.err
    assert there.read_bytes() == b"udfyldt"
    assert not (tmp_path / "7.A MAT 7, januar.xlsx").exists()

    assert run(*told, "--force").code == 0
    assert there.read_bytes() != b"udfyldt"


WRONG = {
    "no tasks": ((), "Angiv opgaverne på én måde"),
    "two ways": (("--area", "Algebra=2", "--task", "1,Algebra"), "Angiv opgaverne på én måde"),
    "no task": (("--task", "Algebra"), 'Opgaven "Algebra" kan ikke læses'),
    "too much": (("--task", "1,Algebra,Vis,3,4"), "kan ikke læses"),
    "no number": (("--task", "1,Algebra,Vis,mange"), "Opgave 1: maks. point skal være et tal over 0"),
    "a maximum of zero": (("--task", "1,Algebra,Vis,0"), "maks. point skal være et tal over 0"),
    "a task twice": (("--task", "1,Algebra", "--task", "1,Geometri"), "Opgave 1 står to gange"),
    "no count": (("--area", "Algebra"), 'Fagområdet "Algebra" kan ikke læses'),
    "a thousand": (("--area", "Algebra=1000"), "kan ikke læses"),
    "no file": (("--tasks", "findes-ikke.csv"), "findes ikke"),
    "no store": (("--area", "Algebra=2", "--store", "findes-ikke.duckdb"), "findes ikke"),
    "no year": (("--area", "Algebra=2", "--skoleaar", "2025"), "Skoleåret 2025 kan ikke læses"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_made_is_said_in_a_sentence(tmp_path: Path, case: str) -> None:
    told, sentence = WRONG[case]

    said = run("templates", "test", "--klasse", "7.A", *TOLD, *told, "--out", tmp_path / "ud")

    assert said.code == 2
    assert sentence in one_sentence(said)
    assert not (tmp_path / "ud").exists()
