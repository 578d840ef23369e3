"""Rows among, above and below the pupils that are none are left out or asked about."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import codes, reading_of

HEADING = ["Navn", "Opg. 1", "Opg. 2", "Opg. 3"]
PUPILS: list[list[Any]] = [
    ["Anna Lund", 3, 1, 2],
    ["Bo Friis", 2, 0, 1],
    ["Carl Holm", 1, 2, 4],
    ["Ditte Bang", 3, 2, 0],
    ["Emil Dam", 0, 1, 3],
]
NAMES = [row[0] for row in PUPILS]


@pytest.mark.parametrize(
    "word",
    ["Gennemsnit", "Klassens gennemsnit", "Løsningsprocent", "Drenge", "Piger", "I alt"],
)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_a_statistic_is_no_pupil(tmp_path: Path, word: str, above: bool) -> None:
    statistic = [word, 1.8, 1.2, 2.0]
    rows: list[list[Any]] = [HEADING, statistic, *PUPILS] if above else [HEADING, *PUPILS, statistic]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == NAMES
    assert codes(reading) == []


def test_one_word_among_whole_names_is_asked_about_and_left_out(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [HEADING, *PUPILS, ["Nabo", 2, 1, 2]])

    assert [p.label for p in reading.pupils] == NAMES
    (question,) = [p for p in reading.problems if p.severity == "question"]
    assert (question.code, question.cell, question.default) == ("doubtful_row", "A7", None)


def test_results_without_a_name_below_the_pupils_are_asked_about(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [HEADING, *PUPILS, [None, 3, 2, 3]])

    assert [p.label for p in reading.pupils] == NAMES
    assert "nameless_row" in codes(reading)


def test_numbered_empty_lines_are_nobody(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Nr.", *HEADING],
        *([i, *row] for i, row in enumerate(PUPILS, start=1)),
        [6],
        [7],
    ]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == NAMES
    assert codes(reading) == []


def test_first_names_and_surnames_in_two_columns_are_one_name(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Fornavn", "Efternavn", *HEADING[1:]],
        *([*row[0].split(), *row[1:]] for row in PUPILS),
    ]

    assert [p.label for p in reading_of(tmp_path, rows).pupils] == NAMES
