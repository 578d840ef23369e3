"""A sheet with tasks down and pupils across is read as if it stood the usual way."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import NAMES, codes, reading_of

POINTS = [[3, 1, 2], [2, 0, 1], [1, 2, 4], [3, 2, 0]]
PUPILS = NAMES[:4]


def turned(rows: list[list[Any]]) -> list[list[Any]]:
    width = max(map(len, rows))
    return [[row[c] if c < len(row) else None for row in rows] for c in range(width)]


@pytest.mark.parametrize(
    ("rows", "maxima"),
    [
        pytest.param([["Opgave", "Opg. 1", "Opg. 2", "Opg. 3"]], [None] * 3, id="labels alone"),
        pytest.param([["Opgave", 1, 2, 3]], [None] * 3, id="bare numbers"),
        pytest.param(
            [["Opgave", "1.1", "1.2", "1.3"], ["Maks. point", 3, 2, 4]],
            [3, 2, 4],
            id="with maxima beside them",
        ),
    ],
)
def test_pupils_across_are_read_with_their_tasks_down(
    tmp_path: Path, rows: list[list[Any]], maxima: list[int | None]
) -> None:
    table = [*rows, *([name, *row] for name, row in zip(PUPILS, POINTS, strict=True))]

    reading = reading_of(tmp_path, turned(table))

    assert (reading.kind, reading.transposed) == ("test", True)
    assert [p.label for p in reading.pupils] == PUPILS
    assert [t.label for t in reading.tasks] == [str(label) for label in rows[0][1:]]
    assert [t.max_points for t in reading.tasks] == maxima
    assert [r.value for r in reading.results] == [n for row in POINTS for n in row]


def test_register_numbers_across_name_the_pupils(tmp_path: Path) -> None:
    ids = [2287, 7602, 1512, 6263]
    table: list[list[Any]] = [["Emne", "Brøker", "Brøker", "Areal"], ["Elev-id", "1a", "1b", "2a"]]
    table += [[number, *row] for number, row in zip(ids, POINTS, strict=True)]

    reading = reading_of(tmp_path, turned(table))

    assert [p.label for p in reading.pupils] == [str(number) for number in ids]
    assert [t.label for t in reading.tasks] == ["1a", "1b", "2a"]
    assert [t.fagomraade for t in reading.tasks] == ["Brøker", "Brøker", "Areal"]
    assert [r.value for r in reading.results] == [n for row in POINTS for n in row]


def test_one_maximum_above_holds_for_every_task(tmp_path: Path) -> None:
    table = [["Opgave", "1.1", "1.2", "1.3"]]
    rows = turned([*table, *([name, *row] for name, row in zip(PUPILS, POINTS, strict=True))])

    reading = reading_of(tmp_path, [["Maks pr. opgave", 4], [], *rows])

    assert [t.max_points for t in reading.tasks] == [4, 4, 4]
    assert codes(reading) == []


def test_one_maximum_and_a_test_beside_the_tasks_are_both_read(tmp_path: Path) -> None:
    table: list[list[Any]] = [
        [None, "Terminsprøve"],
        ["Fagområde", "Algebra"],
        [None, "Opg. 1", "Opg. 2", "Opg. 3"],
    ]
    rows = turned([*table, *([name, *row] for name, row in zip(PUPILS, POINTS, strict=True))])

    reading = reading_of(tmp_path, [["Maks. point pr. opgave", 4], [], *rows], ["A4:A6", "B4:B6"])

    assert [t.max_points for t in reading.tasks] == [4, 4, 4]
    assert [t.fagomraade for t in reading.tasks] == ["Algebra"] * 3


def test_numbers_of_the_pupils_over_their_names_are_no_results(tmp_path: Path) -> None:
    table: list[list[Any]] = [[None, "Fagområde", "Brøker", "Areal", "Rumfang"], ["Nr.", "Navn", 1, 2, 3]]
    pupils = [[n + 1, PUPILS[n], *POINTS[n]] for n in range(4)]

    reading = reading_of(tmp_path, turned([*table, *pupils]))

    assert [p.label for p in reading.pupils] == PUPILS
    assert [t.fagomraade for t in reading.tasks] == ["Brøker", "Areal", "Rumfang"]


def test_a_title_left_of_the_signalord_does_not_make_tests_of_them(tmp_path: Path) -> None:
    table: list[list[Any]] = [["Vis", "Forklar", "Vis"], ["1a", "1b", "1c"], *POINTS]
    names: list[Any] = [None, "Elever:", *PUPILS]

    rows = [["Årsprøve i matematik"], [], names, *([*cells] for cells in zip(*table, strict=True))]
    reading = reading_of(tmp_path, rows)

    assert [t.label for t in reading.tasks] == ["1a", "1b", "1c"]
    assert [t.signalord for t in reading.tasks] == ["Vis", "Forklar", "Vis"]


@pytest.mark.parametrize("last", ["Opgave nr./elev-id", "Elev-id", "Opgave"])
def test_headings_over_one_another_say_that_tasks_stand_across(tmp_path: Path, last: str) -> None:
    ids = [2287, 7602, 1512, 6263]
    table: list[list[Any]] = [["Signalord", "Vurder", "Aflæs", "Opstil"], ["Emne", "Brøker"], [last, 1, 2, 3]]
    rows = [*table, *([number, *row] for number, row in zip(ids, POINTS, strict=True))]

    reading = reading_of(tmp_path, rows)

    assert not reading.transposed
    if reading.kind == "test":
        assert [t.label for t in reading.tasks] == ["1", "2", "3"]
        assert [p.label for p in reading.pupils] == [str(number) for number in ids]
    else:
        assert codes(reading) == ["not_understood"]
