"""Class lists are read as school systems export them, in four languages, one class or many."""

from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.classlist_sheet import is_plainly_a_classlist, read_classlist
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from data_io.workbook.reader import read_workbook
from tests.data_io.result_sheets import Rows, csv_of, read_one, reading_of, xls_of, xlsx_of, xlsx_with

IDA = ("Ida Holm", "idah1234", "7.A")
BO = ("Bo Dal Ek", "bodd5678", "7.A")


def listed(reading: SheetReading) -> list[tuple[str, str | None, str | None]]:
    """Name, login and class of every pupil; a class that only the title says counts for all."""
    only = reading.klasser[0] if len(reading.klasser) == 1 else None
    return [(p.label, p.unilogin, p.klasse or only) for p in reading.pupils]


def notes(reading: SheetReading) -> list[str]:
    return [p.message for p in reading.problems if p.code == "columns_left_out"]


def doubts(reading: SheetReading) -> list[tuple[str, str | None]]:
    return [(p.code, p.cell) for p in reading.problems if p.severity != "note"]


HEADINGS: list[Rows] = [
    [
        ["Fornavn", "Efternavn", "Klasse", "Uni-login"],
        ["Ida", "Holm", "7.A", "idah1234"],
        ["Bo", "Dal Ek", "7.A", "bodd5678"],
    ],
    [
        ["Klasse", "Uni-login", "Efternavn", "Fornavn"],
        ["7A", "idah1234", "Holm", "Ida"],
        ["7A", "bodd5678", "Dal Ek", "Bo"],
    ],
    [
        ["Nr.", "UNI•Login", "Elevens navn", "Stamklasse"],
        [1, "idah1234", "Ida Holm", "7. a"],
        [2, "bodd5678", "Bo Dal Ek", "7. a"],
    ],
    [
        ["Navn", "Klasse", "Unilogin brugernavn"],
        ["Holm, Ida", "7a", "idah1234"],
        ["Dal Ek, Bo", "7a", "bodd5678"],
    ],
    [
        ["Elev fornavn", "Elev mellemnavn", "Elev efternavn", "Klasse", "Brugernavn"],
        ["Ida", None, "Holm", "7.A", "idah1234"],
        ["Bo", "Dal", "Ek", "7.A", "bodd5678"],
    ],
    [
        ["Etternavn", "Fornavn", "Klasse/gruppe", "Feidenavn"],
        ["Holm", "Ida", "7A", "idah1234"],
        ["Dal Ek", "Bo", "7A", "bodd5678"],
    ],
    [
        ["Last Name", "First Name", "Student ID", "Class"],
        ["Holm", "Ida", "idah1234", "7A"],
        ["Dal Ek", "Bo", "bodd5678", "7A"],
    ],
    [
        ["Surname", "Given Name", "Username", "Homeroom"],
        ["Holm", "Ida", "idah1234", "7A"],
        ["Dal Ek", "Bo", "bodd5678", "7A"],
    ],
    [
        ["Student Name", "Student ID", "Grade", "Class"],
        ["Ida Holm", "idah1234", 7, "A"],
        ["Bo Dal Ek", "bodd5678", 7, "A"],
    ],
    [
        ["Efternamn", "Förnamn", "Klass", "Användarnamn"],
        ["Holm", "Ida", "7A", "idah1234"],
        ["Dal Ek", "Bo", "7A", "bodd5678"],
    ],
    [
        ["Klassetrin", "Spor", "Fornavn", "Efternavn", "Bruger-id"],
        ["7. klasse", "A", "Ida", "Holm", "idah1234"],
        [7, "A", "Bo", "Dal Ek", "bodd5678"],
    ],
]


@pytest.mark.parametrize("rows", HEADINGS, ids=lambda rows: str(rows[0][0]))
def test_the_same_two_pupils_are_found_under_every_systems_headings(tmp_path: Path, rows: Rows) -> None:
    for path in (
        xlsx_of(tmp_path / "a.xlsx", rows),
        xls_of(tmp_path / "b.xls", rows),
        csv_of(tmp_path / "c.csv", rows),
    ):
        reading = read_one(path)

        assert reading.kind == "classlist"
        assert listed(reading) == [IDA, BO]
        assert doubts(reading) == []


@pytest.mark.parametrize(
    "said", ["7A", "7. A", "7.a", "7 a", "7a (2025/26)", "7.A [hovedskolen]", "7.A Fjordskolen"]
)
def test_a_class_is_one_class_however_the_export_writes_it(tmp_path: Path, said: str) -> None:
    reading = reading_of(tmp_path, [["Navn", "Klasse"], ["Ida Holm", said], ["Bo Dal", said]])

    assert reading.klasser == ("7.A",)
    assert reading.skoleaar == ("2025/26" if "2025" in said else None)


def test_many_classes_in_one_column_are_kept_apart(tmp_path: Path) -> None:
    rows: Rows = [["Navn", "Klasse"], ["Ida Holm", "7A"], ["Bo Dal", "7B"], ["Eva Lund", "Modtageklasse"]]

    reading = reading_of(tmp_path, rows)

    assert [p.klasse for p in reading.pupils] == ["7.A", "7.B", "Modtageklasse"]
    assert reading.klasser == ("7.A", "7.B", "Modtageklasse")


def test_who_has_no_class_among_several_is_an_error_and_is_not_lost(tmp_path: Path) -> None:
    rows: Rows = [["Navn", "Klasse"], ["Ida Holm", "7A"], ["Bo Dal", None], ["Eva Lund", "7B"]]

    assert doubts(reading_of(tmp_path, rows)) == [("no_klasse", "A3")]


def test_classes_under_one_another_are_read_by_the_line_above_each(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fjordskolen 2025/26"],
        ["Klasse 7.A"],
        ["Fornavn", "Efternavn"],
        ["Ida", "Holm"],
        [],
        ["Klasse 7.B"],
        ["Fornavn", "Efternavn"],
        ["Bo", "Dal"],
        ["Eva", "Lund"],
    ]

    reading = reading_of(tmp_path, rows)

    assert [(p.label, p.klasse) for p in reading.pupils] == [
        ("Ida Holm", "7.A"),
        ("Bo Dal", "7.B"),
        ("Eva Lund", "7.B"),
    ]
    assert reading.skoleaar == "2025/26"


@pytest.mark.parametrize(
    ("title", "sheet", "file"),
    [
        (["Klasseliste 7.A · skoleåret 2025/26"], "Ark1", "liste.xlsx"),
        ([], "7.A", "Klasselister 2025-26.xlsx"),
        ([], "Ark1", "7A klasseliste 2025_26.xlsx"),
    ],
)
def test_the_class_of_a_whole_list_is_found_around_it(
    tmp_path: Path, title: list[Any], sheet: str, file: str
) -> None:
    rows: Rows = [title, [], ["Efternavn", "Fornavn"], ["Holm", "Ida"], ["Dal", "Bo"], [], ["Lund", "Eva"]]

    reading = read_one(xlsx_of(tmp_path / file, rows, name=sheet))

    assert (reading.klasser, reading.skoleaar) == (("7.A",), "2025/26")
    assert [p.label for p in reading.pupils] == ["Ida Holm", "Bo Dal", "Eva Lund"]


def test_a_class_a_sheet_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    lists: dict[str, Rows] = {name: [["Fornavn", "Efternavn"], ["Ida", "Holm"]] for name in ("7.A", "7.B")}

    readings = read_file(xlsx_with(tmp_path / "k.xlsx", lists)).sheets

    assert [r.klasser for r in readings] == [("7.A",), ("7.B",)]


def plain_list(folder: Path, rows: Rows) -> SheetReading | None:
    """A sheet that is plainly a class list, before anybody looks for results in it."""
    (sheet,) = read_workbook(xlsx_of(folder / "liste.xlsx", rows)).sheets
    return read_classlist(sheet) if is_plainly_a_classlist(sheet) else None


def test_parents_telephones_and_groups_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    headings = ["Klasse", "Etternavn", "Fornavn", "Navn forelder 1", "Telefon forelder 1", "E-post", "Hold"]
    ida = ["7A", "Holm", "Ida", "Mor Holm", 12345678, "mor@eksempel.dk", "Engelsk 2"]

    reading = plain_list(tmp_path, [headings, ida])

    assert reading is not None
    assert listed(reading) == [("Ida Holm", None, "7.A")]
    assert notes(reading) == ["Kolonnerne Navn forelder 1, Telefon forelder 1, E-post og Hold er ikke gemt."]


def test_telephones_and_birthdays_are_no_points(tmp_path: Path) -> None:
    rows: Rows = [
        ["Navn", "Klasse", "Mobil", "Fødselsdag", "Alder"],
        ["Ida Holm", "7.A", 12345678, 45000, 13],
        ["Bo Dal", "7.A", 23456789, 45100, 13],
    ]

    reading = plain_list(tmp_path, rows)

    assert reading is not None
    assert [p.label for p in reading.pupils] == ["Ida Holm", "Bo Dal"]
    assert notes(reading) == ["Kolonnerne Mobil, Fødselsdag og Alder er ikke gemt."]


def test_a_sheet_with_results_is_never_plainly_a_class_list(tmp_path: Path) -> None:
    assert plain_list(tmp_path, [["Navn", "Klasse", "Opg. 1"], ["Ida Holm", "7.A", 2]]) is None
    assert plain_list(tmp_path, [["Navn", "Klasse"], ["Ida Holm", "7.A", 2]]) is None


def test_a_mothers_name_is_never_taken_for_the_pupils(tmp_path: Path) -> None:
    rows: Rows = [["Mors navn", "Navn", "Klasse"], ["Gry Holm", "Ida Holm", "7.A"]]

    assert [p.label for p in reading_of(tmp_path, rows).pupils] == ["Ida Holm"]


def test_a_cpr_column_is_dropped_and_that_is_said(tmp_path: Path) -> None:
    rows: Rows = [
        ["CPR-nr.", "Navn", "Klasse"],
        ["010112-1234", "Ida Holm", "7.A"],
        ["020212-4321", "Bo Dal", "7.A"],
    ]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == ["Ida Holm", "Bo Dal"]
    assert "cpr_column" in [p.code for p in reading.problems]
    assert "010112" not in repr(reading)


def test_titles_counts_and_the_day_of_the_print_are_no_pupils(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fjordskolen"],
        ["Klasselærer: Mette Lund"],
        [],
        ["Nr.", "Navn", "Klasse"],
        [1, "Ida Holm", "7.A"],
        [2, "Bo Dal", "7.A"],
        [3, None, None],
        [None, "Antal elever: 2", None],
        [None, "Udskrevet 12.8.2025", None],
    ]

    assert [p.label for p in reading_of(tmp_path, rows).pupils] == ["Ida Holm", "Bo Dal"]


def test_a_list_of_names_and_numbers_alone_is_a_class_list(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["7.A 2025/26"], ["Nr.", "Navn"], [1, "Ida Holm"], [2, "Bo Dal"]])

    assert (reading.kind, reading.klasser) == ("classlist", ("7.A",))


def test_one_login_for_two_is_an_error(tmp_path: Path) -> None:
    rows: Rows = [["Navn", "Uni-login"], ["Ida Holm", "idah1234"], ["Bo Dal", "idah1234"]]

    assert doubts(reading_of(tmp_path, rows)) == [("duplicate_id", "A3")]


def test_a_list_of_teachers_is_no_class_list(tmp_path: Path) -> None:
    rows: Rows = [["Initialer", "Fornavn", "Efternavn", "Stilling"], ["ML", "Mette", "Lund", "lærer"]]

    assert reading_of(tmp_path, rows).kind == "unknown"
