"""Absence is read as totals and day by day, in the unit the sheet proves, and from nothing that is a test."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from tests.data_io.result_sheets import Rows, csv_of, read_one, reading_of, xlsx_of

TITLE = ["Fravær 7.A 1.8.2025-31.12.2025"]
HEADS = ["Navn", "Sygdom", "Ekstraordinær frihed", "Ulovligt fravær", "I alt", "%"]
AUTUMN = (datetime.date(2025, 8, 1), datetime.date(2025, 12, 31))
DAYS = [datetime.date(2025, 9, day) for day in (1, 2, 3, 4)]


def totals(*pupils: list[Any], title: list[Any] = TITLE, heads: list[Any] = HEADS) -> list[list[Any]]:
    return [title, [], heads, *pupils]


def said(reading: SheetReading) -> dict[str, list[float | None]]:
    """Every category's amounts, pupil by pupil; per cent of all under "%"."""
    found: dict[str, list[float | None]] = {}
    for a in reading.absences:
        found.setdefault("%" if a.unit == "percent" else a.category, []).append(a.amount)
    return found


def doubts(reading: SheetReading) -> list[tuple[str, str | None]]:
    return [(p.code, p.cell) for p in reading.problems if p.severity != "note"]


def test_totals_of_a_period_are_read_by_pupil_and_category(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, totals(["Ida Holm", 3, 2, 0, 5, 0.051], ["Bo Dal", 1, 0, 4, 5, 0.051]))

    contract = reading.as_contract()
    assert [contract[n] for n in ("kind", "pupils", "tasks", "values", "missing")] == ["absence", 2, 3, 6, 0]
    assert (reading.klasser, reading.skoleaar, reading.period) == (("7.A",), "2025/26", AUTUMN)
    assert said(reading) == {
        "sygdom": [3, 1],
        "frihed": [2, 0],
        "ulovligt": [0, 4],
        "ialt": [5, 5],
        "%": [5.1, 5.1],
    }
    assert {a.unit for a in reading.counted} == {
        "day"
    }  # 5 days are 5.1 % of a term's days, not of its lessons
    assert doubts(reading) == []
    assert contract["context_missing"] == []


def test_a_blank_or_a_dash_is_missing_and_never_zero(tmp_path: Path) -> None:
    rows: Rows = totals(
        ["Ida Holm", None, 2, "-"], ["Bo Dal", 0, 0, 0], heads=["Navn", *(f"{h} dage" for h in HEADS[1:4])]
    )

    reading = reading_of(tmp_path, rows)

    assert said(reading) == {"sygdom": [None, 0], "frihed": [2, 0], "ulovligt": [None, 0]}
    assert reading.as_contract()["missing"] == 2
    assert doubts(reading) == []


def test_lessons_are_lessons_where_the_heading_the_title_or_the_share_says_so(tmp_path: Path) -> None:
    heading = totals(
        ["Ida", 12, 0, 3], heads=["Navn", "Sygdom (lektioner)", "Ekstraordinær frihed", "Ulovligt"]
    )
    title = totals(["Ida", 12, 0, 3], title=["Fravær i lektioner, 7.A, 1.8.2025-31.12.2025"], heads=HEADS[:4])
    share = totals(["Ida", 12, 0, 18, 30, "5,0 %"])

    for number, rows in enumerate((heading, title, share)):
        reading = reading_of(tmp_path, rows, file=f"{number}.xlsx")
        assert {a.unit for a in reading.counted} == {"lesson"}
        assert doubts(reading) == []


def test_a_sheet_that_does_not_say_what_it_counts_asks(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, totals(["Ida", 12, 0, 3], heads=HEADS[:4]))

    assert doubts(reading) == [("absence_unit", "B3")]


def test_two_rows_of_headings_with_days_and_per_cent_read_the_days(tmp_path: Path) -> None:
    rows: Rows = [
        TITLE,
        [None, "Sygdom", None, "Ekstraordinær frihed", None, "Ulovligt fravær", None],
        ["Navn", "Dage", "%", "Dage", "%", "Dage", "%"],
        ["Ida", 3, 0.03, 2, 0.02, 0, 0],
    ]

    reading = reading_of(tmp_path, rows, ["B2:C2", "D2:E2", "F2:G2"])

    assert said(reading) == {"sygdom": [3], "frihed": [2], "ulovligt": [0]}
    assert doubts(reading) == []


def test_per_cent_alone_stays_per_cent(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, totals(["Ida", 3.5], ["Bo", "12,5 %"], heads=["Elev", "Fravær %"]))

    assert [(a.category, a.unit, a.amount) for a in reading.absences] == [
        ("ialt", "percent", 3.5),
        ("ialt", "percent", 12.5),
    ]
    assert reading.as_contract()["values"] == 2


def test_a_cell_that_is_no_number_is_an_error_at_its_cell(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, totals(["Ida", "syg", 0, 0, 0, 0.0], ["Bo", -2, 0, 0, -2, 0.0]))

    assert ("not_absence", "B4") in doubts(reading)
    assert ("not_absence", "B5") in doubts(reading)


def test_a_total_that_is_not_the_sum_is_asked_about(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, totals(["Ida", 3, 2, 0, 5, 0.051], ["Bo", 1, 0, 4, 9, 0.092]))

    assert doubts(reading) == [("absence_total", "E5")]
    (question,) = [p for p in reading.problems if p.severity == "question"]
    assert "Bo har 9 i alt, men kategorierne giver 5" in question.message


def test_a_row_of_totals_is_no_pupil_and_other_counts_are_named_as_left_out(tmp_path: Path) -> None:
    heads = [*HEADS[:4], "Kommet for sent", "Skoledage"]
    rows: Rows = totals(
        ["Ida", 3, 2, 0, 7, 90], ["I alt", 3, 2, 0, 7, 90], title=["Fravær i dage 7.A"], heads=heads
    )

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == ["Ida"]
    left_out = [p.cell for p in reading.problems if p.code == "absence_aside"]
    assert left_out == ["E3", "F3"]
    assert reading.as_contract()["context_missing"] == ["skoleaar", "period"]


def test_pupils_of_several_classes_keep_their_own(tmp_path: Path) -> None:
    heads = ["Uni-login", "Efternavn", "Fornavn", "Klasse", *HEADS[1:]]
    rows: Rows = totals(
        ["idah1234", "Holm", "Ida", "7A", 3, 2, 0, 5, 0.051],
        ["bodd5678", "Dal", "Bo", "7. B", 1, 0, 4, 5, 0.051],
        title=["Fravær 1.8.2025-31.12.2025"],
        heads=heads,
    )

    reading = reading_of(tmp_path, rows)

    assert [(p.label, p.unilogin, p.klasse) for p in reading.pupils] == [
        ("Ida Holm", "idah1234", "7.A"),
        ("Bo Dal", "bodd5678", "7.B"),
    ]
    assert reading.klasser == ("7.A", "7.B")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Periode: 01.08.2025 - 31.12.2025", (2025, 8, 1), (2025, 12, 31)),
        ("1. august - 31. december 2025", (2025, 8, 1), (2025, 12, 31)),
        ("1/8-31/12 2025", (2025, 8, 1), (2025, 12, 31)),
        ("august-oktober 2025", (2025, 8, 1), (2025, 10, 31)),
        ("Fra 2025-08-01 til 2025-12-31", (2025, 8, 1), (2025, 12, 31)),
        ("Skoleåret 2025/26", (2025, 8, 1), (2026, 7, 31)),
    ],
)
def test_the_period_is_read_however_it_is_written(tmp_path: Path, text: str, first: Any, last: Any) -> None:
    title = [f"Fravær i dage 7.A {text}"]

    reading = reading_of(tmp_path, totals(["Ida", 1, 0, 0], title=title, heads=HEADS[:4]))

    assert reading.period == (datetime.date(*first), datetime.date(*last))
    assert reading.skoleaar == "2025/26"


def test_the_period_and_the_class_may_stand_in_the_files_name(tmp_path: Path) -> None:
    rows: Rows = [HEADS[:4], ["Ida", 1, 0, 0]]

    reading = read_one(xlsx_of(tmp_path / "Fravær i dage 7A 1.8.2025-31.12.2025.xlsx", rows))

    assert (reading.klasser, reading.period) == (("7.A",), AUTUMN)


def test_a_danish_csv_reads_as_its_workbook(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "fravær.csv", totals(["Ida", 3.5, 2, 0, 5.5, "5,6 %"]), "cp1252")

    assert said(read_one(path)) == {
        "sygdom": [3.5],
        "frihed": [2],
        "ulovligt": [0],
        "ialt": [5.5],
        "%": [5.6],
    }


def by_day(reading: SheetReading) -> list[tuple[str, str, int]]:
    return [(reading.pupils[a.pupil].label, a.category, a.day.day) for a in reading.absences if a.day]


def test_a_row_a_pupil_and_day_is_read_with_its_category(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fravær 7.A"],
        ["Dato", "Elev", "Årsag"],
        [DAYS[0], "Ida Holm", "Sygdom"],
        [DAYS[1], "Ida Holm", "Ulovligt fravær"],
        ["03-09-2025", "Bo Dal", "Ekstraordinær frihed"],
    ]

    reading = reading_of(tmp_path, rows)

    assert by_day(reading) == [
        ("Ida Holm", "sygdom", 1),
        ("Ida Holm", "ulovligt", 2),
        ("Bo Dal", "frihed", 3),
    ]
    assert len(reading.pupils) == 2
    assert reading.period == (DAYS[0], DAYS[2])
    assert [p.code for p in reading.problems] == ["days_alone"]


def test_lessons_of_a_day_are_counted_as_lessons(tmp_path: Path) -> None:
    rows: Rows = [["Fravær 7.A"], ["Dato", "Navn", "Kategori", "Lektioner"], [DAYS[0], "Ida", "Sygdom", 3]]

    (absence,) = reading_of(tmp_path, rows).absences

    assert (absence.amount, absence.unit) == (3, "lesson")


def test_a_register_of_letters_is_read_and_who_was_always_there_has_none(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fraværsprotokol 7.A"],
        ["Navn", *DAYS],
        ["Ida", "S", None, "U", None],
        ["Bo", None, None, None, None],
        ["Eva", None, "E", None, None],
    ]

    reading = reading_of(tmp_path, rows)

    assert sorted(by_day(reading)) == [("Eva", "frihed", 2), ("Ida", "sygdom", 1), ("Ida", "ulovligt", 3)]
    assert [(a.pupil, a.amount) for a in reading.absences if a.day is None] == [(1, 0.0)]
    assert reading.as_contract()["values"] == 3
    assert doubts(reading) == []


def test_a_letter_only_a_person_can_explain_is_asked_once(tmp_path: Path) -> None:
    rows: Rows = [["Fravær 7.A"], ["Navn", *DAYS], ["Ida", "S", "F", "F", "L"], ["Bo", "F", None, "S", "S"]]

    reading = reading_of(tmp_path, rows)

    assert doubts(reading) == [("absence_code_f", "C3"), ("absence_code_l", "E3")]


def test_a_legend_explains_its_letters(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fravær 7.A", "F = ekstraordinær frihed", "L = kommet for sent"],
        [],
        ["Navn", *DAYS],
        ["Ida", "S", "F", None, "L"],
    ]

    reading = reading_of(tmp_path, rows)

    assert by_day(reading) == [("Ida", "sygdom", 1), ("Ida", "frihed", 2)]
    assert doubts(reading) == []


def test_a_whole_day_twice_is_an_error(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fravær 7.A"],
        ["Dato", "Elev", "Årsag"],
        [DAYS[0], "Ida", "Sygdom"],
        [DAYS[0], "Ida", "Ulovligt fravær"],
    ]

    assert doubts(reading_of(tmp_path, rows)) == [("same_day", "C4")]


def test_a_day_outside_the_period_is_an_error(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fravær 7.A 1.10.2025-31.10.2025"],
        ["Dato", "Elev", "Årsag"],
        [DAYS[0], "Ida", "Sygdom"],
    ]

    assert [code for code, _cell in doubts(reading_of(tmp_path, rows))] == ["outside_period"]


def test_a_share_that_excel_keeps_as_a_part_of_one_is_said_as_it_was_read(tmp_path: Path) -> None:
    heads = ["Navn", "Sygdom %", "Ekstraordinær frihed %", "Ulovligt %", "I alt %"]
    parts = reading_of(
        tmp_path, totals(["Ida", 0.03, 0.01, 0, 0.04], ["Bo", 0.003, 0, 0, 0.003], heads=heads)
    )
    whole = reading_of(tmp_path, totals(["Ida", 3.1, 0.5, 0.2, 3.8], ["Bo", 0.3, 0, 0, 0.3], heads=heads))

    text = csv_of(tmp_path / "f.csv", totals(["Ida", 0.03, 0.01, 0, 0.04], heads=heads))

    assert [a.amount for a in parts.absences if a.category == "sygdom"] == [3, 0.3]
    assert [a.amount for a in read_one(text).absences] == [3, 1, 0, 4]
    assert [p.message for p in parts.problems] == ["B4: 0,03 er læst som 3 %."]
    assert [a.amount for a in whole.absences if a.category == "frihed"] == [0.5, 0]
    assert whole.problems == ()


UNKNOWN: list[Rows] = [
    [["Fravær 7.A"], ["Navn", "aug", "sep", "okt", "I alt"], ["Ida", 3, 2, 0, 5], ["Bo", 1, 1, 1, 3]],
    [["Fravær 7.A"], ["Navn", "Fra", "Til", "Årsag"], ["Ida", "1.9.2025", "3.9.2025", "Sygdom"]],
]


@pytest.mark.parametrize("rows", UNKNOWN)
def test_absence_in_a_layout_nobody_knows_is_an_error_and_never_a_test(tmp_path: Path, rows: Rows) -> None:
    reading = reading_of(tmp_path, rows)

    assert (reading.kind, reading.results, reading.absences) == ("absence", (), ())
    assert [code for code, _cell in doubts(reading)] == ["absence_layout"]


def test_a_row_a_class_is_nobodys_absence(tmp_path: Path) -> None:
    rows: Rows = [["Fravær 2025"], ["Klasse", *HEADS[1:4]], ["7.A", 3.2, 1.1, 0.5], ["7.B", 3.2, 1.1, 0.5]]

    assert reading_of(tmp_path, rows).absences == ()


TESTS: list[Rows] = [
    [["Elev", "Opg. 1", "Opg. 2", "Fravær"], ["Ida", 1, 2, 3], ["Bo", 2, 0, 1]],
    [["Elev", "1", "2", "3", "I alt", "%"], ["Ida", 1, 2, 3, 6, 0.9], ["Bo", 2, 0, 1, 3, 0.4]],
    [["Elev", "1", "2", "3"], ["Ida", "syg", "syg", "syg"], ["Bo", 2, 0, 1]],
    [["Navn", *DAYS], ["Ida", 1, 2, 3, 2], ["Bo", 2, 0, 1, 1]],
]


@pytest.mark.parametrize("rows", TESTS)
def test_a_sheet_of_points_is_never_absence(tmp_path: Path, rows: Rows) -> None:
    assert reading_of(tmp_path, rows).kind == "test"


def test_ratings_with_a_column_of_absence_are_ratings(tmp_path: Path) -> None:
    rows: Rows = [
        ["7.A", None, None, None],
        [None, "Efterår", None, None],
        ["Elev", "Dansk", "Mat", "Fravær %"],
        ["Ida", 3, 4, 12],
        ["Bo", 2, 4, 3],
    ]

    assert reading_of(tmp_path, rows).kind == "assessment"


def test_every_file_of_absence_in_the_demo_is_read_without_a_doubt() -> None:
    folder = Path(__file__).resolve().parents[2] / "sample_data" / "workbooks" / "Fravær"

    files = sorted(folder.glob("*.xlsx"))

    assert len(files) == 3
    assert [doubts(sheet) for file in files for sheet in read_file(file).sheets] == [[]] * 5
