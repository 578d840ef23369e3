"""Class, day, year and title are found where teachers write them, in every kind of file."""

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data_io.layouts.read_sheet import read_file
from tests.data_io.result_sheets import (
    HEADINGS,
    LABELS,
    NAMES,
    ONES,
    POINTS,
    ULLERUP,
    add_sheet,
    codes,
    csv_of,
    is_ullerup,
    ods_of,
    read_one,
    reading_of,
    xls_of,
    xlsx_of,
    xlsx_with,
)


def test_several_sheets_are_read_each_for_itself(tmp_path: Path) -> None:
    path = xlsx_with(
        tmp_path / "t.xlsx", {"7.A": ULLERUP, "7.B": [*ULLERUP[:8]], "Noter": [["Husk lommeregner"]]}
    )

    a, b, notes = read_file(path).sheets

    is_ullerup(a)
    assert (a.klasser, b.klasser, len(b.pupils)) == (("7.A",), ("7.B",), 5)
    assert (notes.kind, [p.severity for p in notes.problems]) == ("unknown", ["note"])
    assert read_file(path).verdict == 1


def test_a_hidden_sheet_is_read_as_hidden_and_decides_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    add_sheet(book, "7.A", [*HEADINGS, *POINTS[:2], *POINTS[3:]])
    add_sheet(book, "Kladde", [*HEADINGS, ["Elev 1", "a", "b", *[1] * 7], ["Elev 2", *ONES]], hidden=True)
    book.save(tmp_path / "t.xlsx")

    shown, hidden = read_file(tmp_path / "t.xlsx").sheets

    assert (shown.hidden, hidden.hidden) == (False, True)
    assert [p.severity for p in hidden.problems] == ["note", "error", "error"]
    assert read_file(tmp_path / "t.xlsx").verdict == 0


DATED = datetime.date(2026, 1, 14)


@pytest.mark.parametrize(
    ("above", "sheet", "file"),
    [
        ([["Matematik FP9, 7.A, den 14. januar 2026"], []], "Ark1", "t.xlsx"),
        (
            [["Klasse", "7a"], ["Dato", DATED], ["Prøve", "Matematik FP9"], ["Lærer", "Anna Hansen"]],
            "Ark1",
            "t.xlsx",
        ),
        ([["Matematik FP9", None, DATED, None, "7. A"], []], "Ark1", "t.xlsx"),
        ([["Ullerup Bæk Skolen"], ["Matematik FP9"], []], "7 A 14-01-2026", "t.xlsx"),
        ([["Udskrevet 24-11-2026"], ["Matematik FP9"]], "7.A", "FP9 2026-01-14.xlsx"),
        ([["Matematik FP9"]], "Ark1", "mat_7a_14.1.26.xlsx"),
        ([["Matematik FP9"]], "Ark1", "20260114 7.a.xlsx"),
    ],
)
def test_class_date_and_title_are_found_in_the_sheet_its_name_or_the_files(
    tmp_path: Path, above: list[list[Any]], sheet: str, file: str
) -> None:
    reading = read_one(xlsx_of(tmp_path / file, [*above, *ULLERUP], name=sheet))

    is_ullerup(reading)
    assert (reading.klasser, reading.date, reading.skoleaar) == (("7.A",), DATED, "2025/26")
    assert (reading.title, reading.subject) == ("Matematik FP9", "matematik")
    assert reading.context_missing == ()


@pytest.mark.parametrize(
    "written", ["7a", "7 A", "7. A", "7.A", "7A", "Klasse 7 a", "Matematik 7 A", "klasse: 7.a"]
)
def test_a_class_is_one_class_however_it_is_written(tmp_path: Path, written: str) -> None:
    assert reading_of(tmp_path, [[written], [], *ULLERUP]).klasser == ("7.A",)


@pytest.mark.parametrize(
    "written",
    [
        "Maks 10 p pr. opgave",
        "Opgave 2.a",
        "Kapitel 3 B",
        "9 i alt",
        "3D-figurer",
        "2 x 45 min",
        "7. årgang",
        "Side 8 s",
    ],
)
def test_other_numbers_with_a_letter_are_no_class(tmp_path: Path, written: str) -> None:
    assert reading_of(tmp_path, [[written], [], *ULLERUP]).klasser == ()


def test_an_exam_and_a_month_are_no_date(tmp_path: Path) -> None:
    assert reading_of(tmp_path, [["FP9 maj 2025"], [], *ULLERUP]).date is None


def test_two_days_in_the_titles_leave_the_day_open(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["Første del 14-01-2026"], ["Anden del 16-01-2026"], [], *ULLERUP])

    assert reading.date is None
    assert "date" in reading.context_missing


def test_a_title_copied_from_another_class_is_asked_about(tmp_path: Path) -> None:
    reading = read_one(xlsx_of(tmp_path / "t.xlsx", [["Matematik 7.A"], [], *ULLERUP], name="7.B"))

    question = next(p for p in reading.problems if p.code == "which_klasse")
    assert [code for code, _text in question.options] == ["7.A", "7.B"]


def test_a_day_outside_the_school_year_beside_it_is_asked_about(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["7.A 14-01-2025, skoleår 2025/26"], [], *ULLERUP])

    question = next(p for p in reading.problems if p.code == "which_year")
    assert "14-01-2025" in question.message
    assert (question.severity, question.default) == ("question", None)


def test_pupils_of_several_classes_in_one_test_are_a_question(tmp_path: Path) -> None:
    rows = [[name, "7.A" if n < 3 else "7.B", *ONES] for n, name in enumerate(NAMES)]

    reading = reading_of(tmp_path, [["Navn", "Klasse", *LABELS], *rows])

    (question,) = [p for p in reading.problems if p.code == "several_klasser"]
    assert (question.severity, question.cell, question.default) == ("question", "A5", None)
    assert reading.klasser == ("7.A", "7.B")


def test_the_class_of_every_row_is_the_class_of_the_sheet(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["Navn", "Klasse", *LABELS], *([name, "7. a", *ONES] for name in NAMES)])

    assert reading.klasser == ("7.A",)


@pytest.mark.parametrize("kind", ["xls", "ods", "utf-8", "utf-8-sig", "cp1252", "utf-16", "commas", "tabs"])
def test_every_kind_of_file_gives_the_same_reading(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"t.{kind if kind in ('xls', 'ods') else 'csv'}"
    if kind == "xls":
        xls_of(path, ULLERUP, [(0, 0, 1, 5), (0, 0, 6, 9)])
    elif kind == "ods":
        ods_of(path, ULLERUP)
    elif kind in ("commas", "tabs"):
        csv_of(path, ULLERUP, delimiter="," if kind == "commas" else "\t")
    else:
        csv_of(path, ULLERUP, encoding=kind)

    reading = read_one(path)

    is_ullerup(reading)
    assert codes(reading) == ["all_zeros"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_points_with_a_decimal_comma_are_numbers(tmp_path: Path, delimiter: str) -> None:
    rows: list[list[Any]] = [["Navn", "1.1", "1.2"], ["Anna", 2.5, 1], ["Bo", 0.5, 0]]

    reading = read_one(csv_of(tmp_path / "t.csv", rows, delimiter=delimiter))

    assert "2,5" in (tmp_path / "t.csv").read_text(encoding="utf-8")
    assert [r.value for r in reading.results] == [2.5, 1, 0.5, 0]


def test_a_number_that_may_be_a_thousand_or_a_half_is_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Navn;1.1;1.2\nAnna;1.500;2\nBo;0.333;1\n", encoding="utf-8")

    reading = read_one(tmp_path / "t.csv")

    assert [(p.code, p.cell) for p in reading.problems if p.severity == "error"] == [
        ("not_points", "B2"),
        ("not_points", "B3"),
    ]
