"""A sheet with several tables gives several tests: beside one another, under one another, over one list."""

from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from tests.data_io.result_sheets import NAMES, xlsx_of

FIRST = [[3, 1], [2, 0], [1, 2], [3, 2]]
SECOND = [[1, 4], [0, 3], [2, 2], [1, 1]]


def parts_of(folder: Path, rows: list[list[Any]]) -> tuple[SheetReading, ...]:
    return read_file(xlsx_of(folder / "t.xlsx", rows)).sheets


def points(reading: SheetReading) -> dict[str, list[float | None]]:
    return {
        pupil.label: [r.value for r in reading.results if r.pupil == p]
        for p, pupil in enumerate(reading.pupils)
    }


def given(results: list[list[int]]) -> dict[str, list[int]]:
    return dict(zip(NAMES, results, strict=False))


def test_tests_over_one_list_of_pupils_are_one_reading_each(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Prøve", "Færdighedsprøve", None, "Problemprøve", None],
        ["Opgave", "1", "2", "1", "2"],
        *([name, *a, *b] for name, a, b in zip(NAMES, FIRST, SECOND, strict=False)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert [r.part for r in (one, two)] == ["Færdighedsprøve", "Problemprøve"]
    assert (points(one), points(two)) == (given(FIRST), given(SECOND))


def test_blocks_beside_one_another_have_lists_of_their_own(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Brøker, 7.A", None, None, None, "Areal, 7.B"],
        ["Nr.", "Navn", "Opg. 1", "Opg. 2", None, "Nr.", "Navn", "Opg. 1", "Opg. 2"],
    ]
    rows[0] = ["Brøker, 7.A", None, None, None, None, "Areal, 7.B"]
    others = ["Hanne", "Ib", "Jens", "Kaja"]
    for n in range(4):
        rows.append([n + 1, NAMES[n], *FIRST[n], None, n + 1, others[n], *SECOND[n]])

    one, two = parts_of(tmp_path, rows)

    assert (points(one), points(two)) == (given(FIRST), dict(zip(others, SECOND, strict=True)))
    assert (one.klasser, two.klasser) == (("7.A",), ("7.B",))


def test_names_repeated_under_the_heading_of_the_tasks_begin_a_new_table(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Brøker", None, None, None, "Areal"],
        ["Opgave", "1.1", "1.2", None, "Opgave", "1.1", "1.2"],
        *([n, *a, None, n, *b] for n, a, b in zip(NAMES, FIRST, SECOND, strict=False)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert (points(one), points(two)) == (given(FIRST), given(SECOND))


def test_register_numbers_of_another_class_begin_a_new_table(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Elev-id", "Opg. 1", "Opg. 2", None, "Elev-id", "Opg. 1", "Opg. 3"]]
    for n in range(4):
        rows.append([2100 + 7 * n, *FIRST[n], None, 3100 + 7 * n, *SECOND[n]])

    one, two = parts_of(tmp_path, rows)

    assert points(one) == {str(2100 + 7 * n): FIRST[n] for n in range(4)}
    assert points(two) == {str(3100 + 7 * n): SECOND[n] for n in range(4)}


def test_blocks_under_one_another_are_one_reading_each(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Brøker"],
        ["Navn", "Opg. 1", "Opg. 2"],
        *([n, *a] for n, a in zip(NAMES, FIRST, strict=False)),
        [],
        ["Areal"],
        ["Navn", "Opg. 1", "Opg. 2"],
        *([n, *b] for n, b in zip(NAMES, SECOND, strict=False)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert (one.title, two.title) == ("Brøker", "Areal")
    assert (points(one), points(two)) == (given(FIRST), given(SECOND))


def test_two_classes_under_the_same_headings_are_one_reading_each(tmp_path: Path) -> None:
    others = ["Hanne", "Ib", "Jens", "Kaja"]
    rows: list[list[Any]] = [
        ["Navn", "Opg. 1", "Opg. 2"],
        ["7.A"],
        *([n, *a] for n, a in zip(NAMES, FIRST, strict=False)),
        ["7.B"],
        *([n, *b] for n, b in zip(others, SECOND, strict=True)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert (one.klasser, two.klasser) == (("7.A",), ("7.B",))
    assert (points(one), points(two)) == (given(FIRST), dict(zip(others, SECOND, strict=True)))


def test_a_second_table_that_nothing_tells_from_the_first_is_a_question(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Opg. 1", "Opg. 2"],
        *([n, *a] for n, a in zip(NAMES, FIRST, strict=False)),
    ]

    (reading,) = parts_of(tmp_path, [*rows, [], *rows])

    assert [p.code for p in reading.problems if p.severity == "question"] == ["second_table"]


def test_the_highest_score_of_a_table_is_no_maximum_of_the_next(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Opgave", "Opg. 1", "Opg. 2"],
        *([n, *a] for n, a in zip(NAMES, FIRST, strict=False)),
        [],
        ["Min", 1, 0],
        ["Max", 3, 2],
        [],
        ["Opgave", "Opg. 1", "Opg. 3"],
        *([n, *b] for n, b in zip(NAMES, SECOND, strict=False)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert [t.max_points for t in (*one.tasks, *two.tasks)] == [None] * 4


@pytest.mark.parametrize("empty", [[], [[5], [6]]], ids=["right below", "below empty lines"])
def test_maxima_that_touch_a_table_are_its_own(tmp_path: Path, empty: list[list[Any]]) -> None:
    rows: list[list[Any]] = [
        ["Nr.", "Navn", "Opg. 1", "Opg. 2"],
        *([i, n, *a] for i, (n, a) in enumerate(zip(NAMES, FIRST, strict=False), start=1)),
        *empty,
        [None, "Maks. point", 3, 2],
        [],
        ["Nr.", "Navn", "Opg. 1", "Opg. 3"],
        *([i, n, *b] for i, (n, b) in enumerate(zip(NAMES, SECOND, strict=False), start=1)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert [t.max_points for t in one.tasks] == [3, 2]
    assert [t.max_points for t in two.tasks] == [None, None]


def test_names_repeated_beside_numbers_without_headings_begin_a_new_table(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [None, "Opgave", "1.1", "1.2", None, None, "Opgave", "1.1", "1.3"],
        *([i + 1, NAMES[i], *FIRST[i], None, i + 1, NAMES[i], *SECOND[i]] for i in range(4)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert (points(one), points(two)) == (given(FIRST), given(SECOND))


def test_a_short_list_left_of_a_longer_one_is_read_too(tmp_path: Path) -> None:
    others = [f"elev{n:04}" for n in range(12)]
    rows: list[list[Any]] = [["Uni-login", "Opg. 1", "Opg. 2", None, "Uni-login", "Opg. 1", "Opg. 3"]]
    for n, other in enumerate(others):
        rows.append([*((NAMES[n], *FIRST[n]) if n < 2 else (None,) * 3), None, other, n % 3, n % 2])

    one, two = parts_of(tmp_path, rows)

    assert points(one) == given(FIRST[:2])
    assert [p.label for p in two.pupils] == others


def test_each_table_is_marked_by_the_key_of_its_own(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "Opg. 1", "Opg. 2", None, "Navn", "Opg. 1", "Opg. 3"],
        ["Anna", "A", "B", None, "Hanne", "C", "D"],
        ["Bo", "C", "B", None, "Ib", "C", "B"],
        ["Facit", "A", "B", None, "Jens", "A", "D"],
        [None, None, None, None, "Facit", "C", "D"],
    ]

    one, two = parts_of(tmp_path, rows)

    assert points(one) == {"Anna": [1, 1], "Bo": [0, 1]}
    assert points(two) == {"Hanne": [1, 1], "Ib": [1, 0], "Jens": [0, 1]}


def test_names_over_numbers_that_begin_again_are_tests_whatever_they_say(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Fagområde", "Algebra", None, "Geometri", None],
        [None, "MAT 7", None, "Rundt om tal", None],
        ["Opgave", "Opg. 1", "Opg. 2", "Opg. 1", "Opg. 2"],
        *([n, *a, *b] for n, a, b in zip(NAMES, FIRST, SECOND, strict=False)),
    ]

    one, two = parts_of(tmp_path, rows)

    assert [r.part for r in (one, two)] == ["MAT 7", "Rundt om tal"]
    assert (points(one), points(two)) == (given(FIRST), given(SECOND))
