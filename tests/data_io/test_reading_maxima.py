"""The maximum of each task is found wherever a teacher prints it, and never taken from a statistic."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import NAMES, codes, reading_of

POINTS = [[2, 1, 3], [1, 0, 2], [0, 2, 1], [2, 1, 4]]
MAXIMA = [3, 2, 6]
PUPILS = [[name, *row] for name, row in zip(NAMES, POINTS, strict=False)]
HEADING: list[Any] = ["Navn", "Opg. 1", "Opg. 2", "Opg. 3"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HEADING, ["Maks", *MAXIMA], *PUPILS], id="a row of its own above"),
        pytest.param([["Maks", *MAXIMA], HEADING, *PUPILS], id="above the headings"),
        pytest.param([["Opgave", *HEADING[1:]], ["Navn", *MAXIMA], *PUPILS], id="in the names' row"),
        pytest.param([HEADING, *PUPILS, ["Maks. point", *MAXIMA]], id="below the pupils"),
        pytest.param(
            [HEADING, *PUPILS, ["Maxpoint", *MAXIMA], ["Min", 0, 0, 1], ["Max", 2, 2, 4]],
            id="below the pupils before a lowest and a highest score",
        ),
        pytest.param(
            [HEADING, *PUPILS, ["Maksimum", *MAXIMA], [], ["Min", 0, 0, 1], ["Max", 2, 2, 4]],
            id="below the pupils before statistics set apart",
        ),
        pytest.param(
            [["Navn", *(f"Opg. {i} /{m},00" for i, m in enumerate(MAXIMA, start=1))], *PUPILS],
            id="behind a slash in the heading",
        ),
        pytest.param(
            [["Navn", *(f"Opg. {i} (max {m})" for i, m in enumerate(MAXIMA, start=1))], *PUPILS],
            id="in brackets in the heading",
        ),
    ],
)
def test_a_maximum_for_each_task_is_read(tmp_path: Path, rows: list[list[Any]]) -> None:
    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == HEADING[1:]
    assert [t.max_points for t in reading.tasks] == MAXIMA
    assert [p.label for p in reading.pupils] == NAMES[:4]
    assert codes(reading) == []


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Maks pr. opgave: 6"], HEADING, *PUPILS], id="in a sentence above"),
        pytest.param([["Maks pr. opgave", 6], HEADING, *PUPILS], id="beside its words above"),
        pytest.param(
            [
                [None, None, *HEADING],
                ["Maks pr. opgave", 6, *PUPILS[0]],
                *([None, None, *p] for p in PUPILS[1:]),
            ],
            id="left of the block",
        ),
    ],
)
def test_one_maximum_for_all_tasks_is_read(tmp_path: Path, rows: list[list[Any]]) -> None:
    reading = reading_of(tmp_path, rows)

    assert [t.max_points for t in reading.tasks] == [6, 6, 6]
    assert [p.label for p in reading.pupils] == NAMES[:4]


def test_the_highest_score_beside_the_lowest_is_no_maximum(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [HEADING, *PUPILS, ["Min", 0, 0, 1], ["Max", 2, 2, 4]])

    assert [t.max_points for t in reading.tasks] == [None] * 3
    assert [p.label for p in reading.pupils] == NAMES[:4]


@pytest.mark.parametrize("totals", [[], [0]], ids=["blank", "with sums of nothing"])
def test_maxima_below_numbered_empty_lines_are_read(tmp_path: Path, totals: list[int]) -> None:
    pupils = [[n, name, *row] for n, (name, *row) in enumerate(PUPILS, start=1)]
    empty = [[n, None, None, None, None, *totals] for n in range(5, 13)]
    highest = [max(points) for points in zip(*POINTS, strict=True)]

    rows = [["Nr.", *HEADING], *pupils, *empty, [None, "Maks. point", *highest]]
    reading = reading_of(tmp_path, rows)

    assert [t.max_points for t in reading.tasks] == highest
    assert [p.label for p in reading.pupils] == NAMES[:4]


@pytest.mark.parametrize("label", ["Fagområde", None])
def test_one_maximum_left_of_another_heading_hides_neither(tmp_path: Path, label: str | None) -> None:
    rows: list[list[Any]] = [
        ["Maks pr. opgave", 6, label, "Algebra"],
        [None, None, *HEADING],
        *([None, None, *p] for p in PUPILS),
    ]

    reading = reading_of(tmp_path, rows, ["D1:F1"])

    assert [t.max_points for t in reading.tasks] == [6, 6, 6]
    assert [t.fagomraade for t in reading.tasks] == ["Algebra"] * 3
    assert [t.label for t in reading.tasks] == HEADING[1:]


def test_a_class_beside_one_maximum_heads_no_task(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Maks pr. opgave", 6, "Klasse:", "5.B"],
        [None, None, "Navn", None, *HEADING[1:]],
        *([None, None, name, None, *row] for name, *row in PUPILS),
    ]

    assert [t.label for t in reading_of(tmp_path, rows).tasks] == HEADING[1:]


@pytest.mark.parametrize("labels", [["1)", "2)", "3)"], ["1.1", "1.2", "1.3"]])
def test_maxima_without_a_label_above_the_numbers_are_no_task_numbers(
    tmp_path: Path, labels: list[str]
) -> None:
    rows: list[list[Any]] = [[None, *MAXIMA], [None, *labels, "%"], ["Navn"], *([*p, 50] for p in PUPILS)]

    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == labels
    assert [t.max_points for t in reading.tasks] == MAXIMA


def test_numbers_over_the_letters_of_their_parts_are_no_maxima(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Navn", 1, 1, 2], ["Delopgave", "a", "b", "a"]]
    rows += [["Anna", 1, 0, 1], ["Bo", 0, 1, 2], ["Carl", 1, 1, 0]]

    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == ["1a", "1b", "2a"]
    assert [t.max_points for t in reading.tasks] == [None] * 3
