"""Answers as letters are points only where a row holds the key; without one a lone A is an absence."""

from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.read_sheet import read_file
from tests.data_io.result_sheets import codes, reading_of, xlsx_of

ANSWERS: list[list[Any]] = [["Anna", "B", "C", "A"], ["Bo", "B", "D", "C"], ["Carl", "a", "C", None]]
POINTS = [1, 1, 1, 1, 0, 0, 0, 1, None]


@pytest.mark.parametrize("word", ["Facit", "KEY", "Rigtigt svar"])
def test_letters_are_right_or_wrong_by_the_key_above(tmp_path: Path, word: str) -> None:
    rows: list[list[Any]] = [["Navn", "Opg. 1", "Opg. 2", "Opg. 3"], [word, "B", "C", "A"], *ANSWERS]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == ["Anna", "Bo", "Carl"]
    assert [r.value for r in reading.results] == POINTS
    assert [t.max_points for t in reading.tasks] == [1, 1, 1]


def test_the_key_may_stand_below_the_pupils(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", "Opg. 1", "Opg. 2", "Opg. 3"], *ANSWERS, ["Facit", "B", "C", "A"]]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == ["Anna", "Bo", "Carl"]
    assert [r.value for r in reading.results] == POINTS


def test_pupils_known_by_numbers_alone_are_marked_by_the_key_too(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Elev-id", "Opg. 1", "Opg. 2", "Opg. 3"], ["Facit", "B", "C", "A"]]
    rows += [[number, *row[1:]] for number, row in zip([3746.5 - 0.5, 4357, 4149], ANSWERS, strict=True)]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == ["3746", "4357", "4149"]
    assert [r.value for r in reading.results] == POINTS


def test_an_a_among_numbers_without_a_key_is_an_absence(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", "Opg. 1", "Opg. 2"], ["Anna", 2, 1], ["Bo", "A", "A"], ["Carl", 0, 3]]

    reading = reading_of(tmp_path, rows)

    bo = [r for r in reading.results if r.pupil == 1]
    assert [(r.value, r.missing) for r in bo] == [(None, "fravaer")] * 2
    assert codes(reading) == []


def test_other_letters_without_a_key_are_errors_at_their_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", "Opg. 1", "Opg. 2"], ["Anna", "B", 1], ["Bo", 2, "C"], ["Carl", 0, 3]]

    reading = reading_of(tmp_path, rows)

    assert [(p.cell, p.severity) for p in reading.problems if p.code == "not_points"] == [
        ("B2", "error"),
        ("C3", "error"),
    ]


def test_a_row_of_lettered_parts_is_no_row_of_answers(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Opgave", 1, None, 2],
        ["Delopgave", "a", "b", "a"],
        ["Facit", "B", "C", "A"],
        *ANSWERS,
        [],
        ["Areal"],
        ["Opgave", 1, None, 2],
        ["Delopgave", "a", "b", "a"],
        ["Facit", "D", "D", "D"],
        *ANSWERS,
    ]

    one, two = read_file(xlsx_of(tmp_path / "t.xlsx", rows)).sheets

    assert [r.value for r in one.results] == POINTS
    assert [r.value for r in two.results] == [0, 0, 0, 0, 1, 0, 0, 0, None]
