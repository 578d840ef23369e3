"""A sheet that is only coloured is read by its colours, and what only decorates a sheet is not read."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from data_io.layouts.fill_sheet import may_be_coloured, with_fills
from data_io.layouts.read_sheet import read_all, read_file
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.reader import read_workbook
from tests.data_io.filled_sheets import (
    BLUE,
    DARK,
    FIVE,
    FIVE_LEVELS,
    GREEN,
    NAMES,
    ORANGE,
    RATED,
    RED,
    SUBJECTS,
    YELLOW,
    Fills,
    Rows,
    coloured,
    filled_sheet,
    question,
    read_filled,
    values,
)
from tests.data_io.result_sheets import POINTS, ULLERUP

TASKS: Rows = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"], *([name] for name in NAMES)]


def is_not_read(path: Path) -> bool:
    return with_fills(filled_sheet(path)) is None


def test_a_coloured_assessment_has_the_levels_and_one_question(tmp_path: Path) -> None:
    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, FIVE))

    assert (reading.kind, reading.klasser, reading.rounds) == ("assessment", ("7.A",), ("Efterår",))
    assert [p.label for p in reading.pupils] == NAMES
    assert values(reading) == FIVE_LEVELS
    (asked,) = reading.problems
    assert (asked.code, asked.severity, asked.cell, asked.default) == ("fill_legend", "question", None, None)
    assert asked.message == (
        "Cellerne er kun farvet. Er rød = 1, orange = 2, gul = 3, grøn = 4, mørkegrøn = 5?"
    )
    assert asked.options == (("00B050=5;92D050=4;FF0000=1;FFC000=2;FFFF00=3", "Ja"),)


def test_three_colours_of_an_assessment_are_the_levels_1_3_and_4(tmp_path: Path) -> None:
    fills: Fills = {3: [RED, YELLOW, GREEN], 4: [GREEN, GREEN, YELLOW], 5: [YELLOW, RED, GREEN]}

    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, fills))

    assert values(reading)[:9] == [1, 3, 4, 4, 4, 3, 3, 1, 4]
    assert question(reading).message == "Cellerne er kun farvet. Er rød = 1, gul = 3, grøn = 4?"


def test_colours_of_a_test_are_points_in_their_order_out_of_the_highest(tmp_path: Path) -> None:
    fills: Fills = {
        2: [RED, YELLOW, GREEN],
        3: [GREEN, GREEN, YELLOW],
        4: [RED, RED, RED],
        5: [YELLOW, GREEN, YELLOW],
    }

    reading = read_filled(coloured(tmp_path / "7.A 14.1.2026.xlsx", TASKS, fills))

    assert reading.kind == "test"
    assert values(reading) == [0, 1, 2, 2, 2, 1, 0, 0, 0, 1, 2, 1]
    assert [task.max_points for task in reading.tasks] == [2, 2, 2]
    assert question(reading).message == "Cellerne er kun farvet. Er rød = 0, gul = 1, grøn = 2 point af 2?"


def test_a_few_numbers_and_marks_among_colours_stay_what_they_are(tmp_path: Path) -> None:
    rows: Rows = [*SUBJECTS, [NAMES[0], "syg"], [NAMES[1]], [NAMES[2], None, 3], [NAMES[3]]]
    fills: Fills = {**FIVE, 5: [YELLOW, None, DARK]}
    path = coloured(tmp_path / "t.xlsx", rows, fills)

    reading = read_filled(path)

    assert may_be_coloured(read_all(read_workbook(path), Vocabulary()))
    assert read_file(path).sheets == (reading,)
    assert values(reading) == [None, *FIVE_LEVELS[1:]]
    assert reading.results[0].missing == "syg"
    assert [p.code for p in reading.problems] == ["fill_legend"]


def test_a_number_in_a_test_of_colours_is_an_error_at_its_cell(tmp_path: Path) -> None:
    rows: Rows = [TASKS[0], [NAMES[0], 2], *TASKS[2:]]
    fills: Fills = {
        2: [None, YELLOW, GREEN],
        **{n: [RED, GREEN, YELLOW] for n in (3, 4)},
        5: [YELLOW, RED, GREEN],
    }

    reading = read_filled(coloured(tmp_path / "t.xlsx", rows, fills))

    assert [(p.cell, p.code) for p in reading.problems if p.severity == "error"] == [
        ("B2", "number_among_colours")
    ]


def test_numbers_win_over_colours(tmp_path: Path) -> None:
    fills = {number: [RED, YELLOW, GREEN] * 3 for number in range(4, 11)}

    path = coloured(tmp_path / "t.xlsx", ULLERUP, fills)

    assert is_not_read(path)
    assert values(read_file(path).sheets[0]) == [value for line in POINTS for value in line[1:]]


EMPTY_MARKS: Rows = [*SUBJECTS, *([name, None, None, None] for name in [*NAMES, "Øjvind Ask", "Åse Bro"])]
DECORATED: dict[str, Fills] = {
    "one colour": {n: [RED, RED, RED] for n in range(3, 7)},
    "banded rows": {n: [GREEN if n % 2 else YELLOW] * 3 for n in range(3, 9)},
    "a colour a column": {n: [RED, YELLOW, GREEN] for n in range(3, 9)},
    "greys and white": {n: ["FFFFFF", "D9D9D9", "E7E6E6"] for n in range(3, 9)},
    "headings alone": {2: [RED, YELLOW, GREEN]},
    "two marked cells": {3: [RED], 4: [None, GREEN]},
    "colours that mean nothing": {n: [BLUE, "7030A0", "00B0F0"] for n in range(3, 9)},
    "outside the headings": {3: [None] * 5 + [RED, GREEN], 4: [None] * 5 + [GREEN, RED]},
}


@pytest.mark.parametrize("name", DECORATED)
def test_colours_that_only_decorate_are_not_data(tmp_path: Path, name: str) -> None:
    assert is_not_read(coloured(tmp_path / "t.xlsx", EMPTY_MARKS, DECORATED[name]))


def test_a_coloured_heading_a_marked_name_and_a_coloured_column_do_not_disturb_the_levels(
    tmp_path: Path,
) -> None:
    rows = [*SUBJECTS, *([name] for name in NAMES)]
    rows[1] = [*rows[1], "Samlet"]
    fills: Fills = {
        2: [RED, YELLOW, GREEN, ORANGE],
        **{number: [*colours, ORANGE] for number, colours in FIVE.items()},
    }

    reading = read_filled(coloured(tmp_path / "t.xlsx", rows, fills))

    assert values(reading) == FIVE_LEVELS
    assert [(p.severity, p.code, p.message) for p in reading.problems[1:]] == [
        (
            "note",
            "plain_column",
            "E2: hele kolonnen har én farve. Den er læst som pynt og ikke som vurderinger.",
        )
    ]


def test_a_row_coloured_with_its_name_is_said_and_not_read(tmp_path: Path) -> None:
    path = coloured(tmp_path / "t.xlsx", RATED, {**FIVE, 5: [YELLOW, YELLOW, YELLOW]})
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A5"].fill = PatternFill("solid", fgColor=YELLOW)
    book.save(path)

    reading = read_filled(path)

    assert {r.value for r in reading.results if reading.pupils[r.pupil].label == NAMES[2]} <= {None}
    assert [
        (p.severity, p.message.split(":")[0]) for p in reading.problems if p.code == "highlighted_row"
    ] == [("note", "A5")]


def test_a_boy_called_max_is_a_pupil_wherever_he_stands(tmp_path: Path) -> None:
    rows: Rows = [*SUBJECTS, ["Ida"], ["Noah"], ["Peter"], ["Max"]]
    fills: Fills = {**FIVE, 6: [DARK, DARK, DARK]}

    reading = read_filled(coloured(tmp_path / "t.xlsx", rows, fills))

    assert [p.label for p in reading.pupils] == ["Ida", "Noah", "Peter", "Max"]
    assert values(reading)[9:] == [5, 5, 5]


def test_merged_headings_over_coloured_cells_are_no_pupils(tmp_path: Path) -> None:
    rows: Rows = [
        [None, "7. A", None, None, None],
        [None, "Efterår", None, "Forår", None],
        ["Elev", "DANSK", "MAT", "DANSK", "MAT"],
        *([name] for name in NAMES),
    ]
    fills: Fills = {
        1: [GREEN] * 4,
        2: [YELLOW, YELLOW, GREEN, GREEN],
        **{n: [RED, YELLOW, GREEN, DARK][n % 2 :] + [RED] * (n % 2) for n in range(4, 8)},
    }

    reading = read_filled(coloured(tmp_path / "t.xlsx", rows, fills, ["B1:E1", "B2:C2", "D2:E2"]))

    assert [p.label for p in reading.pupils] == NAMES
    assert [(r.subject, r.round) for r in reading.ratings] == [
        ("dansk", "Efterår"),
        ("matematik", "Efterår"),
        ("dansk", "Forår"),
        ("matematik", "Forår"),
    ]
    assert values(reading)[:8] == [1, 3, 4, 5, 3, 4, 5, 1]


def test_a_file_is_worth_a_second_look_when_a_sheet_gave_no_results(tmp_path: Path) -> None:
    assert may_be_coloured(read_file(coloured(tmp_path / "t.xlsx", RATED, {})))
    points: Rows = [["Elev", "Opg. 1", "Opg. 2"], *([name, 1, 2] for name in NAMES)]
    assert not may_be_coloured(read_file(coloured(tmp_path / "p.xlsx", points, {})))
