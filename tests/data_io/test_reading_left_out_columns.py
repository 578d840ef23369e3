"""Leaving out a column takes its task away and nothing else: shared headings still reach the others."""

from pathlib import Path

import pytest

from data_io.layouts.guidance import NO_GUIDANCE, Guidance
from data_io.layouts.read_sheet import read_parts
from data_io.layouts.reading import SheetReading
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.reader import read_workbook
from tests.data_io.result_sheets import Rows, xlsx_of

ONCE: Rows = [
    ["Fagligt område", "Algebra", None, "Funktioner", None],
    ["Signalord", "Vis", "Skriv", "Vis", "Undersøg"],
    ["Opgave", "1.1", "1.2", "2.1", "2.2"],
    ["Maks", 3, 3, 2, 2],
    ["Ida Uldum", 3, 2, 0, 1],
    ["Noah Bach", 2, 1, 1, 2],
    ["Alma Krogh", 1, 2, 1, 0],
]
TWO_TESTS: Rows = [[None, "Vinterprøve", None, "Sommerprøve", None], *ONCE]
NOBODYS_A: Rows = [["a", "b", "c"], [1, 2, 3], [2, 1, 1]]
NOBODYS_B: Rows = [["xx", "q"], ["zz", "alfa", "beta"], ["ka lø", 3, 2], ["mi", 1, 2]]


def read(folder: Path, rows: Rows, guidance: Guidance = NO_GUIDANCE) -> tuple[SheetReading, ...]:
    (sheet,) = read_workbook(xlsx_of(folder / "ark.xlsx", rows)).sheets
    return read_parts(sheet, "ark.xlsx", Vocabulary(), guidance)


def areas(reading: SheetReading) -> list[tuple[str, str | None]]:
    return [(task.label, task.fagomraade) for task in reading.tasks]


ALL = [("1.1", "Algebra"), ("1.2", "Algebra"), ("2.1", "Funktioner"), ("2.2", "Funktioner")]


@pytest.mark.parametrize("column", [1, 2, 3, 4])
def test_the_other_tasks_keep_their_fagomraade(tmp_path: Path, column: int) -> None:
    (reading,) = read(tmp_path, ONCE, Guidance(columns={column: "left-out"}))

    assert areas(reading) == [said for number, said in enumerate(ALL, start=1) if number != column]


@pytest.mark.parametrize("row", [1, 2, 3, 4])
def test_the_same_where_pupils_stand_across(tmp_path: Path, row: int) -> None:
    across = [list(line) for line in zip(*ONCE, strict=True)]

    (reading,) = read(tmp_path, across, Guidance(rows={row: "left-out"}, transposed=True))

    assert areas(reading) == [said for number, said in enumerate(ALL, start=1) if number != row]


@pytest.mark.parametrize("column", [1, 2, 3, 4])
def test_two_tests_stay_two_with_their_own_tasks(tmp_path: Path, column: int) -> None:
    parts = read(tmp_path, TWO_TESTS, Guidance(columns={column: "left-out"}))

    assert [part.part for part in parts] == ["Vinterprøve", "Sommerprøve"]
    kept = [number for number in (1, 2, 3, 4) if number != column]
    assert [[t.label for t in part.tasks] for part in parts] == [
        [ALL[n - 1][0] for n in kept if n < 3],
        [ALL[n - 1][0] for n in kept if n > 2],
    ]


def test_what_was_said_of_a_row_goes_before_the_label_of_another(tmp_path: Path) -> None:
    rows = [
        ["Signalord", "Vis", "Vis"],
        ["Andet", "Tegn", "Skriv"],
        ["Opgave", "1", "2"],
        *[r[:3] for r in ONCE[4:]],
    ]

    (reading,) = read(tmp_path, rows, Guidance(rows={1: "signalord"}))

    assert [task.signalord for task in reading.tasks] == ["Tegn", "Skriv"]


def test_a_total_that_is_said_to_be_a_task_is_one_and_maxima_can_stand_below(tmp_path: Path) -> None:
    rows: Rows = [
        ["Elev", "1", "2", "I alt"],
        ["Ida Uldum", 3, 2, 5],
        ["Noah Bach", 2, 1, 3],
        ["Til", 3, 3, 6],
    ]

    (reading,) = read(tmp_path, rows, Guidance(rows={3: "max"}, columns={3: "value"}))

    assert [(task.label, task.max_points) for task in reading.tasks] == [("1", 3), ("2", 3), ("I alt", 6)]


def test_the_column_that_was_said_to_name_the_pupils_names_them(tmp_path: Path) -> None:
    rows: Rows = [["Elev", "Makker", "1", "2"], ["Hus 1", "Ida Uldum", 2, 1], ["Hus 2", "Noah Bach", 1, 1]]

    (reading,) = read(tmp_path, rows, Guidance(columns={1: "pupil"}))

    assert [pupil.label for pupil in reading.pupils] == ["Ida Uldum", "Noah Bach"]


def test_sheets_without_a_word_of_a_heading_are_of_one_kind_only_when_they_look_alike(tmp_path: Path) -> None:
    (first,) = read(tmp_path, NOBODYS_A)
    (second,) = read(tmp_path, NOBODYS_B)

    assert first.kind == second.kind == "unknown"
    assert first.layout != second.layout
