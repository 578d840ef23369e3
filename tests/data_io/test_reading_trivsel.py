"""A trivselsmåling is read for classes, and the answers of single pupils never come in."""

from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from tests.data_io.result_sheets import Rows, read_one, reading_of, xlsx_of

FOUR = ["Social trivsel", "Faglig trivsel", "Støtte og inspiration", "Ro og orden"]


def doubts(reading: SheetReading) -> list[tuple[str, str | None]]:
    return [(p.code, p.cell) for p in reading.problems if p.severity != "note"]


def values(reading: SheetReading) -> dict[tuple[str, str | None], list[float | None]]:
    found: dict[tuple[str, str | None], list[float | None]] = {}
    for one in reading.trivsel:
        found.setdefault((one.whose, one.klasse), []).append(one.value)
    return found


def test_a_row_a_class_is_read_with_the_school_and_the_country_beside_it(tmp_path: Path) -> None:
    rows: Rows = [
        ["Trivselsmåling, skoleåret 2024/25"],
        [],
        ["Klasse", *FOUR, "Antal besvarelser"],
        ["7.A", 4.1, 3.8, "3,2", 3.6, 21],
        ["7b", 3.9, 4, 3.1, 3.3, 19],
        ["Skolen", 4, 3.9, 3.2, 3.5, 400],
        ["Hele landet", 4, 3.8, 3.2, 3.6, None],
    ]

    reading = reading_of(tmp_path, rows)

    assert values(reading) == {
        ("klasse", "7.A"): [4.1, 3.8, 3.2, 3.6],
        ("klasse", "7.B"): [3.9, 4, 3.1, 3.3],
        ("skole", None): [4, 3.9, 3.2, 3.5],
        ("land", None): [4, 3.8, 3.2, 3.6],
    }
    assert (reading.kind, reading.klasser, reading.skoleaar) == ("trivsel", ("7.A", "7.B"), "2024/25")
    contract = reading.as_contract()
    assert [contract[n] for n in ("pupils", "tasks", "values", "missing", "context_missing")] == [
        0,
        4,
        16,
        0,
        [],
    ]
    assert doubts(reading) == []


def test_one_class_a_file_is_read_from_its_column(tmp_path: Path) -> None:
    rows: Rows = [["Indikator", "7.A", "Skolen", "Landet"], *([name, 4, 3.5, 3.6] for name in FOUR)]

    reading = read_one(xlsx_of(tmp_path / "Trivsel 2024-25.xlsx", rows))

    assert values(reading) == {
        ("klasse", "7.A"): [4] * 4,
        ("skole", None): [3.5] * 4,
        ("land", None): [3.6] * 4,
    }
    assert reading.skoleaar == "2024/25"


def test_a_class_that_only_the_files_name_tells_is_found_there(tmp_path: Path) -> None:
    rows: Rows = [["Indikator", "Gennemsnit"], *([name, 4] for name in FOUR)]

    reading = read_one(xlsx_of(tmp_path / "Trivselsmåling 7A 2025-26.xlsx", rows))

    assert (reading.klasser, reading.skoleaar) == (("7.A",), "2025/26")
    assert len(reading.trivsel) == 4


def test_a_year_alone_is_its_spring_and_that_is_said(tmp_path: Path) -> None:
    rows: Rows = [["Trivselsmåling 2026"], ["Klasse", *FOUR], ["7.A", 4, 4, 4, 4]]

    reading = reading_of(tmp_path, rows)

    assert reading.skoleaar == "2025/26"
    assert [p.code for p in reading.problems] == ["spring"]


def test_columns_of_years_ask_whether_the_pupils_were_followed(tmp_path: Path) -> None:
    rows: Rows = [["Trivsel 7.A"], ["Indikator", "2025", "2026"], *([name, 4, 3.5] for name in FOUR)]

    reading = reading_of(tmp_path, rows)

    assert {t.skoleaar for t in reading.trivsel} == {"2024/25", "2025/26"}
    assert [code for code, _cell in doubts(reading)] == ["trivsel_years"]


def test_what_is_not_shown_is_missing_and_what_is_no_indicator_is_an_error(tmp_path: Path) -> None:
    rows: Rows = [["Klasse", *FOUR], ["7.A", "-", "*", None, 3.6], ["7.B", 38, "god", 3, 3]]

    reading = reading_of(tmp_path, rows)

    assert values(reading)["klasse", "7.A"] == [None, None, None, 3.6]
    assert doubts(reading) == [("not_an_indicator", "B3"), ("not_an_indicator", "C3")]


PUPILS: list[Rows] = [
    [["Navn", *FOUR], ["Ida Holm", 4, 4, 4, 4]],
    [["Uni-login", "Klasse", *FOUR], ["idah1234", "7.A", 4, 4, 4, 4]],
    [["Respondent", *FOUR], [1, 4, 4, 4, 4], [2, 3, 3, 3, 3]],
    [
        ["National trivselsmåling"],
        ["Elev", "Er du glad for din skole?", "Er du glad for din klasse?", "Føler du dig ensom?"],
        ["Ida", 4, 4, 1],
    ],
]


@pytest.mark.parametrize("rows", PUPILS)
def test_answers_of_single_pupils_are_refused_and_nothing_of_them_is_kept(tmp_path: Path, rows: Any) -> None:
    reading = reading_of(tmp_path, rows)

    assert doubts(reading) == [("pupil_trivsel", None)]
    assert (reading.trivsel, reading.pupils, reading.results) == ((), (), ())


def test_a_teachers_own_rating_of_social_trivsel_is_an_assessment(tmp_path: Path) -> None:
    rows: Rows = [
        ["Elev", "7.A", None, None],
        [None, "Efterår", None, None],
        [None, "Dansk", "Mat", "Social trivsel"],
        ["Ida", 3, 4, 4],
        ["Bo", 2, 4, 3],
    ]

    assert reading_of(tmp_path, rows).kind == "assessment"


def test_the_school_alone_is_no_class(tmp_path: Path) -> None:
    rows: Rows = [["Klasse", *FOUR], ["Skolen", 4, 4, 4, 4]]

    assert doubts(reading_of(tmp_path, rows)) == [("no_klasse", None)]


def test_the_demos_measurements_are_read_without_a_doubt() -> None:
    folder = Path(__file__).resolve().parents[2] / "sample_data" / "workbooks" / "Trivselsmåling"

    readings = [sheet for file in sorted(folder.glob("*.xlsx")) for sheet in read_file(file).sheets]

    assert [(r.kind, r.skoleaar, doubts(r)) for r in readings] == [
        ("trivsel", "2024/25", []),
        ("trivsel", "2025/26", []),
    ]
