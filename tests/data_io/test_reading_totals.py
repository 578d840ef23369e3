"""Results without tasks are a test of one task; totals beside tasks are none."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import NAMES, codes, reading_of


@pytest.mark.parametrize(
    ("heading", "results", "maximum"),
    [
        pytest.param("Point (max 50)", [4, 50, 27, 38], 50, id="a total with its maximum"),
        pytest.param("I alt", [4, 50, 27, 38], None, id="a total"),
        pytest.param("Percentil", [12, 88, 54, 97], 100, id="a percentile"),
        pytest.param("Procent", [12, 88, 54, 97], 100, id="a share"),
    ],
)
def test_a_column_of_results_as_a_whole_is_one_task(
    tmp_path: Path, heading: str, results: list[int], maximum: float | None
) -> None:
    rows: list[list[Any]] = [["Navn", heading], *([n, r] for n, r in zip(NAMES, results, strict=False))]

    reading = reading_of(tmp_path, rows)

    assert (reading.kind, len(reading.tasks)) == ("test", 1)
    assert reading.tasks[0].max_points == maximum
    assert [r.value for r in reading.results] == results


def test_a_total_under_a_row_of_maxima_takes_its_maximum_from_there(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Elev-id", "Point"], ["Maxpoint", 50], [7093, 4], [9896, 50], [9808, 27]]

    reading = reading_of(tmp_path, rows)

    assert [p.label for p in reading.pupils] == ["7093", "9896", "9808"]
    assert [t.max_points for t in reading.tasks] == [50]


def test_totals_shares_means_marks_and_copies_beside_tasks_are_no_tasks(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Opg. 1", "Opg. 2", "Sum", "Opg. 3", "I alt", "%", "Gns.", "Karakter", "Placering"],
        ["Anna", 3, 1, 4, 2, 6, 0.75, 2.0, 7, 1],
        ["Bo", 1, 0, 1, 2, 3, 0.38, 1.0, 2, 3],
        ["Carl", 2, 2, 4, 0, 4, 0.5, 1.33, 4, 2],
    ]

    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == ["Opg. 1", "Opg. 2", "Opg. 3"]
    assert sum(r.value or 0 for r in reading.results) == 13
    assert codes(reading) == []


@pytest.mark.parametrize("heading", ["Skole", "Kommune", "Land", "Lærer"])
def test_schools_towns_and_teachers_are_no_pupils(tmp_path: Path, heading: str) -> None:
    rows: list[list[Any]] = [[heading, "Opg. 1", "Opg. 2"], ["Lyngby", 6, 7], ["Bækby", 5, 7], ["Åby", 7, 6]]

    assert reading_of(tmp_path, rows).kind == "unknown"


def test_whole_classes_across_are_no_tasks(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Emne", "7.A", "7.B", "7.C"],
        ["Brøker", 61, 55, 70],
        ["Geometri", 44, 51, 60],
        ["Tal", 39, 35, 42],
    ]

    assert reading_of(tmp_path, rows).kind == "unknown"


def test_words_with_a_total_that_adds_them_up_are_tasks_without_a_question(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Quiz", "Essay", "I alt"],
        ["Anna", 3, 1, 4],
        ["Bo", 1, 0, 1],
        ["Carl", 2, 2, 4],
    ]

    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == ["Quiz", "Essay"]
    assert codes(reading) == []


def test_words_whose_score_is_another_sum_are_asked_about(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Rigtige svar her", "Fejl her", "Score"],
        ["Anna", 8, 2, 6],
        ["Bo", 5, 3, 2],
        ["Carl", 9, 1, 8],
    ]

    assert "heading_role" in codes(reading_of(tmp_path, rows))


def test_a_total_beside_a_legend_is_a_test_and_no_class_list(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Elevens navn", "Uni-login", "Point i alt"],
        [None, None, None, None, "Rød", "under 40 %"],
        *([name, f"{name.lower()}1234", 10 * n] for n, name in enumerate(NAMES, start=1)),
    ]
    rows[3] += [None, "Gul", "40-70 %"]

    reading = reading_of(tmp_path, rows)

    assert reading.kind == "test"
    assert [r.value for r in reading.results] == [10 * n for n in range(1, len(NAMES) + 1)]
