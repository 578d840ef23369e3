"""Undo takes an import back to what was seen before it, in whatever order people ask."""

from typing import Any

import pytest

from data_io.errors import KlasseblikError
from tests.data_io.a_school import School, point_rows, rating_rows

FIRST: list[list[Any]] = point_rows(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
SECOND: list[list[Any]] = point_rows(["Ida", 1, 2, 2], ["Bo", 3, None, 1])
THIRD: list[list[Any]] = point_rows(["Ida", 0, 1, 0], ["Bo", 3, 2, 1])


def test_undo_takes_the_first_reading_away(school: School) -> None:
    school.undo(school.test(rows=FIRST))

    assert school.tests() == []
    assert school.pupils() == []


def test_undo_of_the_wrong_class_leaves_nobody_in_it(school: School) -> None:
    school.class_list("Gry Ulv", klasse="7.B")
    rows: list[list[Any]] = [["Uni-login", "1.1"], ["idah1234", 1]]
    school.undo(school.test(rows=rows, klasse="7.B", answers={"who_is": "new"}))

    assert school.pupils("7.B") == ["Gry Ulv"]


def test_undo_of_a_corrected_sheet_shows_the_sheet_before(school: School) -> None:
    school.test(rows=FIRST)

    school.undo(school.test(rows=SECOND))

    assert school.points()["Ida"] == [1, 2, 3]


def test_undo_twice_goes_back_twice(school: School) -> None:
    first, second, third = (school.test(rows=rows) for rows in (FIRST, SECOND, THIRD))

    school.undo(third)
    assert school.points()["Ida"] == [1, 2, 2]
    school.undo(second)
    assert school.points()["Ida"] == [1, 2, 3]
    school.undo(first)
    assert school.tests() == []


def test_an_import_that_a_later_one_has_replaced_cannot_be_undone_before_it(school: School) -> None:
    first, second = school.test(rows=FIRST), school.test(rows=SECOND)

    with pytest.raises(KlasseblikError, match="allerede fortrudt eller erstattet"):
        school.undo(first)

    assert school.points()["Ida"] == [1, 2, 2]
    school.undo(second)
    school.undo(first)
    assert school.tests() == []


def test_undo_of_an_undone_import_is_refused(school: School) -> None:
    school.test(rows=FIRST)
    second = school.test(rows=SECOND)
    school.undo(second)

    with pytest.raises(KlasseblikError, match="allerede fortrudt"):
        school.undo(second)

    assert school.points()["Ida"] == [1, 2, 3]


def test_a_sheet_that_was_undone_can_be_read_in_again(school: School) -> None:
    school.test(rows=FIRST)
    school.undo(school.test(rows=SECOND))

    again = school.test(rows=SECOND)

    assert again.committed
    assert not again.committed.unchanged
    assert school.points()["Ida"] == [1, 2, 2]
    school.undo(again)
    assert school.points()["Ida"] == [1, 2, 3]


def test_undo_passes_over_an_import_that_was_undone_in_between(school: School) -> None:
    year = {"skoleaar": "2025/26"}
    school.read(rating_rows(["Ida", 1, 1, 1, 1]), **year)
    both = school.read(rating_rows(["Ida", 2, 2, 2, 2]), **year)
    autumn = school.read(rating_rows(["Ida", 3, 3], rounds=1), **year)

    school.undo(both)
    assert list(school.levels("Ida").values()) == [3, 3, 1, 1]
    school.undo(autumn)

    assert list(school.levels("Ida").values()) == [1, 1, 1, 1]
