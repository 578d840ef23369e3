"""The pupils of a test sheet are found among everything else that stands in its rows."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import (
    CLASS,
    HEADINGS,
    LABELS,
    MAXIMA,
    NAMES,
    ONES,
    POINTS,
    ULLERUP,
    codes,
    is_ullerup,
    reading_of,
)

AVERAGES = [round(sum(row[i] for row in POINTS) / 7, 1) for i in range(1, 10)]


SUMS = [sum(row[i] for row in POINTS) for i in range(1, 10)]


@pytest.mark.parametrize(
    "below",
    [
        [["I alt", *SUMS], ["Klassens gennemsnit", *AVERAGES], ["Løsningsprocent", *[0.4] * 9]],
        [["Gns. 7.A", *AVERAGES]],
        [["7.A", *AVERAGES], ["7.B", *AVERAGES]],
        [["Landsgennemsnit 2025", *[1.4] * 9]],
        [["Årets niveau", *AVERAGES]],
        [["Talt sammen", *SUMS]],
        [[None, *AVERAGES]],
        [["Antal elever", *[7] * 9], ["Drenge", *AVERAGES], ["Piger", *AVERAGES]],
        [[], ["Karakter", *AVERAGES]],
    ],
)
def test_statistics_below_the_pupils_are_no_pupils(tmp_path: Path, below: list[list[Any]]) -> None:
    reading = reading_of(tmp_path, [*ULLERUP, *below])

    is_ullerup(reading)
    assert [code for code in codes(reading) if code != "computed_row"] == ["all_zeros"]


def test_a_row_that_is_worked_out_is_left_out_and_said(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*ULLERUP, ["Samlet niveau for os", *AVERAGES]])

    note = next(p for p in reading.problems if p.code == "computed_row")
    assert (note.severity, note.cell) == ("note", "A11")
    assert "Samlet niveau for os" in note.message


def test_a_pupil_with_whole_points_near_the_average_stays_a_pupil(tmp_path: Path) -> None:
    rows = [["Anna", 1, 1, 3], ["Bo", 3, 3, 1], ["Carl", 1, 3, 1], ["Dorthe", 3, 1, 3], ["Emil", 2, 2, 2]]

    reading = reading_of(tmp_path, [["Navn", "1.1", "1.2", "1.3"], *rows])

    assert [pupil.label for pupil in reading.pupils][-1] == "Emil"


@pytest.mark.parametrize("line", ["Rød: under 40 %", "Lavet af Anna Hansen", "1 = forkert", "Rettet 14/1"])
def test_a_line_below_the_pupils_is_no_pupil(tmp_path: Path, line: str) -> None:
    is_ullerup(reading_of(tmp_path, [*ULLERUP, [line]]))


@pytest.mark.parametrize("words", [("Drenge", "Piger"), ("Gruppe 1", "Gruppe 2")])
def test_a_line_over_a_part_of_the_pupils_is_neither_a_pupil_nor_the_title(
    tmp_path: Path, words: tuple[str, str]
) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, [words[0]], *CLASS[:3], [words[1]], *CLASS[3:]])

    assert [pupil.label for pupil in reading.pupils] == NAMES
    assert reading.title is None


def test_pupils_made_anonymous_with_letters_are_all_there(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["Elev", *LABELS], *([letter, *ONES] for letter in "ABFIPSØ")])

    assert [pupil.label for pupil in reading.pupils] == list("ABFIPSØ")


def test_numbered_empty_lines_are_no_pupils(tmp_path: Path) -> None:
    rows = [[number, *row] for number, row in enumerate(POINTS, start=1)]

    is_ullerup(
        reading_of(tmp_path, [*([None, *row] for row in HEADINGS), *rows, *([n] for n in range(8, 31))])
    )


@pytest.mark.parametrize("place", [0, 3, 7])
def test_an_ill_pupil_with_a_blank_row_is_a_pupil_without_results(tmp_path: Path, place: int) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *POINTS[:place], ["Sofie"], *POINTS[place:]])

    assert [pupil.label for pupil in reading.pupils].index("Sofie") == place
    assert [r.missing for r in reading.results if r.pupil == place] == ["empty"] * 9
    assert reading.as_contract()["points"] == 86


@pytest.mark.parametrize("place", [0, 3, 7])
def test_a_blank_row_beside_a_row_of_maxima_is_still_a_pupil(tmp_path: Path, place: int) -> None:
    rows = [*POINTS[:place], ["Sofie"], *POINTS[place:]]
    for sheet, layout in (("over", [["Maks", *MAXIMA], *rows]), ("under", [*rows, ["Maks", *MAXIMA]])):
        reading = reading_of(tmp_path, [*HEADINGS, *layout], file=f"{sheet}.xlsx")

        assert len(reading.pupils) == 8
        assert reading.max_source == "sheet"


@pytest.mark.parametrize("place", [0, 3, 7])
def test_words_for_missing_are_kept_apart_and_are_not_zero(tmp_path: Path, place: int) -> None:
    marks = ["syg", "-", "f", "fritaget", "i.b.", "Fraværende", "N/A", "syg 14/1", None]

    reading = reading_of(tmp_path, [*HEADINGS, *POINTS[:place], ["Sofie", *marks], *POINTS[place:]])

    said = [r for r in reading.results if r.pupil == place]
    assert [r.value for r in said] == [None] * 9
    assert [r.missing for r in said] == [
        "syg", "blank", "fravaer", "fritaget", "ikke_bedoemt", "fravaer", "ikke_bedoemt", "syg", "empty"
    ]  # fmt: skip
    assert (reading.as_contract()["points"], reading.as_contract()["missing"]) == (86, 9)


def test_a_pupil_of_whom_one_cell_says_why_is_in_the_middle_of_the_list(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *POINTS[:3], ["Sofie", "på ferie"], *POINTS[3:]])

    assert len(reading.pupils) == 8
    assert [(p.code, p.cell) for p in reading.problems if p.severity == "error"] == [("not_points", "B7")]


def test_a_boy_called_max_among_the_others_is_a_pupil(tmp_path: Path) -> None:
    rows = [*HEADINGS, ["Maks", *MAXIMA], *POINTS[:3], ["Max", *ONES], *POINTS[3:]]

    reading = reading_of(tmp_path, rows)

    assert [pupil.label for pupil in reading.pupils][3] == "Max"
    assert (reading.as_contract()["points"], reading.max_source) == (95, "sheet")
    assert codes(reading) == ["all_zeros"]


@pytest.mark.parametrize(
    ("rows", "pupils", "source"),
    [
        pytest.param([["Max", *MAXIMA], *CLASS], 7, "sheet", id="first and highest"),
        pytest.param([*CLASS, ["Max", *MAXIMA]], 7, "sheet", id="last and highest"),
        pytest.param([["Max", *ONES], *CLASS], 8, "observed", id="first and low"),
        pytest.param([*CLASS, ["Max", *ONES]], 8, "observed", id="last and low"),
        pytest.param([["Max", *MAXIMA], *CLASS, ["Maks. point", *MAXIMA]], 8, "sheet", id="maxima elsewhere"),
    ],
)
def test_max_at_the_edge_of_first_names_is_asked_about(
    tmp_path: Path, rows: list[list[Any]], pupils: int, source: str
) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *rows])

    question = next(p for p in reading.problems if p.code == "max_row")
    assert (question.severity, question.default) == ("question", None)
    assert (len(reading.pupils), reading.max_source) == (pupils, source)


def test_boys_whose_names_are_short_marks_are_pupils(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *CLASS[:2], ["Ib", *ONES], ["Na", *ONES], *CLASS[2:]])

    assert [pupil.label for pupil in reading.pupils][2:4] == ["Ib", "Na"]


def test_a_second_table_in_the_sheet_is_asked_about_and_not_dropped_in_silence(tmp_path: Path) -> None:
    more = [[f"Elev {n}", *ONES] for n in range(20, 25)]
    tables: list[list[list[Any]]] = [
        [*ULLERUP, [], [], HEADINGS[2], *more],
        [*ULLERUP, [], [], [], [], ["Elev 20", *ONES]],
    ]
    for number, rows in enumerate(tables):
        reading = reading_of(tmp_path, rows, file=f"{number}.xlsx")

        is_ullerup(reading)
        question = next(p for p in reading.problems if p.code == "second_table")
        assert (question.severity, question.default) == ("question", None)


def test_a_table_of_the_words_themselves_is_no_second_table(tmp_path: Path) -> None:
    shares = [[word, 0.5, 0.4, 0.3, 0.2, 0.1, 0.2] for word in ("Vis", "Hvor mange", "Skriv")]

    assert codes(reading_of(tmp_path, [*ULLERUP, [], [], [], *shares])) == ["all_zeros"]


def test_names_and_uni_logins_are_told_apart(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Efternavn", "Fornavn", "Uni-login", *LABELS],
        ["Holm", "Ida", "idah1234", *ONES],
        ["Dal", "Bo", "boda1234", *ONES],
    ]

    reading = reading_of(tmp_path, rows)

    assert [(p.label, p.unilogin, p.key_kind) for p in reading.pupils] == [
        ("Ida Holm", "idah1234", "name"),
        ("Bo Dal", "boda1234", "name"),
    ]
    logins = reading_of(
        tmp_path, [["Uni-login", *LABELS], ["idah1234", *ONES], ["boda1234", *ONES]], file="2.xlsx"
    )
    assert [(p.label, p.key_kind) for p in logins.pupils] == [
        ("idah1234", "unilogin"),
        ("boda1234", "unilogin"),
    ]


def test_a_small_table_of_the_schools_own_areas_names_no_pupils(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Fagområde", "Brøker", "Brøker", "Økonomi og renter"],
        ["Opgave", "1a", "1b", "2a"],
        ["Anna", 1, 2, 3],
        ["Bo", 2, 0, 1],
        ["Carl", 0, 1, 1],
        [],
        ["Brøker", 0.5],
        ["Økonomi og renter", 0.55],
    ]

    assert [p.label for p in reading_of(tmp_path, rows).pupils] == ["Anna", "Bo", "Carl"]
