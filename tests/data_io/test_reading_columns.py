"""A column is a task, or it is said why not: no task is lost and nothing else becomes one."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import (
    AREAS,
    CLASS,
    HEADINGS,
    LABELS,
    MAXIMA,
    POINTS,
    ULLERUP,
    codes,
    is_ullerup,
    reading_of,
)


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param(["I alt", "%"], id="with headings"),
        pytest.param([None, "Procent"], id="one without"),
    ],
)
def test_totals_to_the_right_are_no_tasks(tmp_path: Path, extra: list[Any]) -> None:
    shares = [[*row, sum(row[1:]), sum(row[1:]) / 21] for row in POINTS]

    reading = reading_of(tmp_path, [*HEADINGS[:2], [*HEADINGS[2], *extra], *shares])

    is_ullerup(reading)
    assert codes(reading) == ["all_zeros"]


def test_a_total_over_its_maximum_is_no_task(tmp_path: Path) -> None:
    rows = [[*row, 9] for row in POINTS]

    reading = reading_of(
        tmp_path, [HEADINGS[0], HEADINGS[1], [*HEADINGS[2], "I alt"], [None, *MAXIMA, 21], *rows]
    )

    is_ullerup(reading)
    assert reading.max_source == "sheet"


def test_a_fagomraade_called_procent_keeps_its_tasks(tmp_path: Path) -> None:
    area = ["Fagligt område", "Procent", None, None, None, None, "Median", None, None, None]

    reading = reading_of(tmp_path, [area, *ULLERUP[1:]])

    assert [task.label for task in reading.tasks] == LABELS
    assert {task.fagomraade for task in reading.tasks} == {"Procent", "Median"}


@pytest.mark.parametrize("heading", ["Nr", "Elevnr.", "Klasse", "Alder"])
def test_a_number_beside_the_name_is_no_task(tmp_path: Path, heading: str) -> None:
    rows = [[row[0], number, *row[1:]] for number, row in enumerate(POINTS, start=1)]

    reading = reading_of(tmp_path, [["Navn", heading, *LABELS], *rows])

    assert [task.label for task in reading.tasks] == LABELS
    assert reading.as_contract()["points"] == 86


def test_a_column_of_numbers_without_any_heading_is_asked_about(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *([*row, 7] for row in POINTS)])

    is_ullerup(reading)
    question = next(p for p in reading.problems if p.code == "nameless_column")
    assert (question.cell, question.default) == ("K4", "leave_out")


def test_task_numbers_that_excel_made_dates_of_are_read_back_and_asked_about(tmp_path: Path) -> None:
    dates = [datetime.date(2026, 1, 1), datetime.date(2026, 2, 1), datetime.date(2026, 3, 1)]

    reading = reading_of(tmp_path, [["Navn", *dates], *(row[:4] for row in CLASS[:2])])

    assert [task.label for task in reading.tasks] == ["1.1", "1.2", "1.3"]
    question = reading.problems[0]
    assert (question.code, question.cell, question.severity) == ("date_labels", "B1", "question")


@pytest.mark.parametrize("place", [1, 5, 9])
def test_a_task_that_nobody_answered_is_a_task(tmp_path: Path, place: int) -> None:
    rows = [[*row[:place], None, *row[place + 1 :]] for row in POINTS]

    reading = reading_of(tmp_path, [*HEADINGS, ["Maks. point", *MAXIMA], *rows])

    assert [task.label for task in reading.tasks] == LABELS
    assert [task.fagomraade for task in reading.tasks] == AREAS
    assert (reading.as_contract()["max_points"], reading.as_contract()["missing"]) == (21, 7)


def test_numbered_tasks_after_the_last_with_neither_points_nor_maximum_are_left_out(
    tmp_path: Path,
) -> None:
    reading = reading_of(tmp_path, [["Navn", *LABELS, "3.1", "3.2"], *POINTS])

    assert [task.label for task in reading.tasks] == LABELS
    (note,) = [p for p in reading.problems if p.code == "unused_tasks"]
    assert (note.severity, note.cell) == ("note", "K2")
    assert note.message == "Kolonne K-L har opgaver uden point. De tages ikke med."


def test_remarks_in_a_column_of_their_own_are_asked_about(tmp_path: Path) -> None:
    rows = [[*row, "god indsats" if number == 2 else None] for number, row in enumerate(POINTS)]

    for number, heading in enumerate(("Aftale", "Bemærkning")):
        reading = reading_of(tmp_path, [["Navn", *LABELS, heading], *rows], file=f"{number}.xlsx")

        assert [task.label for task in reading.tasks] == LABELS
        asked = [(p.cell, p.default) for p in reading.problems if p.code == "text_column"]
        assert asked == ([("K2", "leave_out")] if heading == "Aftale" else [])


def test_letters_in_every_cell_of_a_task_are_errors_and_no_remarks(tmp_path: Path) -> None:
    for place in (1, 5, 9):
        rows = [[*row[:place], "a", *row[place + 1 :]] for row in POINTS]

        reading = reading_of(tmp_path, [["Navn", *LABELS], *rows], file=f"{place}.xlsx")

        assert [task.label for task in reading.tasks] == LABELS
        assert sum(p.code == "not_points" for p in reading.problems) == len(POINTS)


def test_sums_of_each_area_are_no_tasks(tmp_path: Path) -> None:
    def with_sums(row: list[Any], first: object, second: object) -> list[Any]:
        return [*row[:6], first, *row[6:], second]

    headings = [
        with_sums(HEADINGS[0], None, None),
        with_sums(HEADINGS[1], "Sum", "Sum"),
        with_sums(HEADINGS[2], None, None),
    ]

    reading = reading_of(
        tmp_path, [*headings, *(with_sums(row, sum(row[1:6]), sum(row[6:])) for row in POINTS)]
    )

    is_ullerup(reading)


def test_empty_lines_with_a_total_of_zero_are_nobodys(tmp_path: Path) -> None:
    def line(number: int, row: list[Any]) -> list[Any]:
        return [number, *row, sum(row[1:])]

    blank = [None, *[None] * 9, 0]
    rows = [line(n, row) for n, row in enumerate(POINTS[:3], start=1)]
    rows += [
        [4, *blank],
        *(line(n, row) for n, row in enumerate(POINTS[3:], start=5)),
        [12, *blank],
        [13, *blank],
    ]
    headings = [*([None, *row] for row in HEADINGS[:2]), ["nr", *HEADINGS[2], "I alt"]]

    reading = reading_of(tmp_path, [*headings, *rows])

    is_ullerup(reading)
    assert codes(reading) == ["all_zeros"]


def test_many_columns_of_remarks_are_one_question(tmp_path: Path) -> None:
    words = [f"Svar {n}" for n in range(1, 6)]
    rows = [["Navn", *LABELS, *words], *([*row, *["ja tak"] * 5] for row in POINTS)]

    (question,) = [p for p in reading_of(tmp_path, rows).problems if p.code == "text_column"]

    assert question.message == "5 kolonner (K, L, M …) har tekst og ingen point. De tages ikke med."


def test_sums_with_a_maximum_in_the_row_of_names_are_no_tasks(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Opg.", "1a", "1b", "Sum", "2a", "2b", "Delsum", "%", "Algebra %"],
        ["Elever", 3, 2, 5, 3, 2, 5],
        ["Anna", 3, 1, 4, 2, 2, 4, "80 %", 80],
        ["Bo", 2, 2, 4, 0, 1, 1, "50 %", 50],
    ]

    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == ["1a", "1b", "2a", "2b"]
    assert [t.max_points for t in reading.tasks] == [3, 2, 3, 2]


def test_a_part_that_happens_to_be_the_sum_of_those_before_is_a_task(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Opgave", 1, None, None, 2, None],
        ["Delopgave", "a", "b", "c", "a", "b"],
        ["Navn"],
        ["Anna", 1, 0, 1, 1, 0],
        ["Bo", 0, 0, 0, 1, 1],
    ]

    assert [t.label for t in reading_of(tmp_path, rows).tasks] == ["1a", "1b", "1c", "2a", "2b"]
