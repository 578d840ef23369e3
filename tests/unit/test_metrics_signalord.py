"""Is the signalord weak, or were its tasks hard: counted by hand, and what must hold for any class."""

import datetime
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.comparison import compare_areas
from metrics.model import Answer, CutScores, LeftOut, Task, Test
from metrics.signalord import Area, Comparison
from tests.unit.hand_made import answers, paper, task

PAPER = paper(*(task(n, 1, "Tal", "Undersøg" if n <= 3 else "Vis") for n in range(1, 7)))
Row = Sequence[float | str | None]

# Points at Undersøg and at Vis: the class has 6 of 24 and 12 of 24, the others 12 of 24 at both.
CLASS = [(1, 2)] * 3 + [(1, 1)] * 3 + [(0, 2), (0, 1)]
OTHERS = [(3, 0), (3, 3), (0, 3), (0, 0)] * 2


def signalord(one: Task) -> str | None:
    return one.signalord


def given_(test: Test, rows: Sequence[Row], who: str = "Elev") -> list[Answer]:
    return answers(test, {f"{who} {n}": row for n, row in enumerate(rows)})


def first_ones(solved: tuple[int, int]) -> list[float | str | None]:
    """So many of the three tasks of each signalord solved, from the first on."""
    return [*(float(n < solved[0]) for n in range(3)), *(float(n < solved[1]) for n in range(3))]


def spread(pupils: Sequence[tuple[int, int]]) -> list[list[float | str | None]]:
    return [first_ones(one) for one in pupils]


def compared(
    own: Sequence[Row], others: Sequence[Row], test: Test = PAPER, more: Mapping[str, Test] | None = None
) -> Comparison:
    tests = {test.test_id: test, **(more or {})}
    return compare_areas(given_(test, own), given_(test, others, "#"), tests, signalord)


def area(found: Comparison, name: str) -> Area:
    (one,) = [a for a in found.areas if a.name == name]
    return one


# ---- counted by hand ----


def test_the_difference_is_d_of_the_area_less_d_of_the_whole_test() -> None:
    found = compared(spread(CLASS), spread(OTHERS))
    undersoeg = area(found, "Undersøg")

    assert (undersoeg.share, undersoeg.others_share) == (0.25, 0.5)
    assert undersoeg.difference is not None
    # d(area) = −6/24, d(whole) = −6/48
    assert undersoeg.difference.value == pytest.approx(-0.125)
    assert found.level is not None
    assert (found.level.share, found.level.others_share) == (0.375, 0.5)
    assert found.level.difference is not None
    assert found.level.difference.value == pytest.approx(-0.125)


def test_the_error_comes_from_the_pupils_of_both_sides() -> None:
    found = area(compared(spread(CLASS), spread(OTHERS)), "Undersøg").difference
    assert found is not None
    # A pupil of the class moves it by (undersøg − vis + 0,75)/48, squares 3,5; one of the others by
    # (vis − undersøg)/48, squares 36; each times 8/7.
    own, others = 8 / 7 * 3.5 / 48**2, 8 / 7 * 36 / 48**2
    assert found.error == pytest.approx(math.sqrt(own + others))
    assert found.df == pytest.approx((own + others) ** 2 * 7 / (own**2 + others**2))
    # t of 8,35 degrees of freedom at 97,5 % is 2,29
    assert found.high - found.value == pytest.approx(2.29 * found.error, rel=0.01)
    assert found.p == pytest.approx(0.397, abs=0.01)


def test_what_the_class_is_below_everywhere_is_taken_out() -> None:
    low = area(compared(spread([(1, 0), (0, 1)] * 4), spread([(3, 2), (2, 3)] * 4)), "Undersøg")
    assert low.difference is not None
    assert low.difference.value == pytest.approx(0)
    assert not low.weak


def test_over_two_tests_the_level_is_taken_out_test_by_test() -> None:
    # All is as the others' in the first test; in the second the class is one point down at every task.
    first = paper(*(task(n, 2, None, w) for n, w in enumerate(["Vis", "Vis", "Skriv"], 1)), test_id="a")
    second = paper(*(task(n, 2, None, w) for n, w in enumerate(["Vis", "Skriv", "Skriv"], 1)), test_id="b")
    rows = [[2, 2, 1], [1, 1, 2], [2, 1, 2], [1, 2, 1]] * 2
    down = [[points - 1 for points in row] for row in rows]
    own = given_(first, rows) + given_(second, down)
    others = given_(first, rows, "#") + given_(second, rows, "#")

    found = compare_areas(own, others, {"a": first, "b": second}, signalord)

    for name in ("Vis", "Skriv"):
        difference = area(found, name).difference
        assert difference is not None
        assert difference.value == pytest.approx(0)
    assert found.level is not None
    assert found.level.difference is not None
    assert found.level.difference.value == pytest.approx(-0.25)


# ---- what is flagged ----


def weak_class() -> Comparison:
    own = [[0, 0, n % 2, 1, 1, (n + 1) % 2] for n in range(16)]
    others = [[1, n % 2, 1, 1, (n // 2) % 2, 1] for n in range(40)]
    return compared(own, others)


def test_a_clearly_weak_area_is_flagged_and_stands_first() -> None:
    found = weak_class()
    assert [a.name for a in found.weak] == ["Undersøg"]
    assert found.areas[0].name == "Undersøg"
    assert not area(found, "Vis").weak


def test_a_strong_area_is_never_flagged() -> None:
    difference = area(weak_class(), "Vis").difference
    assert difference is not None
    assert difference.low > 0


def test_tasks_that_are_red_for_everybody_are_hard_and_not_the_class_weak() -> None:
    rows = [[0, 0, n % 2, 1, 1, (n // 2) % 2] for n in range(16)]
    found = compared(rows, rows * 2)
    assert area(found, "Undersøg").hard_for_all(CutScores())
    assert not area(found, "Vis").hard_for_all(CutScores())
    assert not area(weak_class(), "Undersøg").hard_for_all(CutScores())


# ---- where nothing is said ----


def reason(found: Comparison, name: str) -> str | None:
    one = area(found, name)
    assert one.difference is None
    assert not one.weak
    return one.why_not


def test_without_others_there_is_no_verdict() -> None:
    found = compared(spread(CLASS), [])
    assert reason(found, "Undersøg") == "no_reference"
    assert area(found, "Undersøg").share == 0.25
    assert area(found, "Undersøg").others_share is None
    assert found.level is None
    assert found.without == ("januar",)


def test_seven_others_are_too_few_to_compare_with() -> None:
    assert reason(compared(spread(CLASS), spread(OTHERS)[:7]), "Undersøg") == "no_reference"


@pytest.mark.parametrize("pupils", [1, 7])
def test_few_pupils_are_too_few_to_say_anything_of(pupils: int) -> None:
    found = compared(spread(CLASS)[:pupils], spread(OTHERS))
    assert reason(found, "Undersøg") == "few_pupils"
    assert found.level is not None
    assert found.level.difference is None


def test_an_area_that_one_pupil_answered_has_a_reason() -> None:
    own = [
        [1, 1, 1, *row[3:]] if n == 0 else [None, None, None, *row[3:]] for n, row in enumerate(spread(CLASS))
    ]
    assert reason(compared(own, spread(OTHERS)), "Undersøg") == "few_pupils"


def test_two_tasks_are_too_few_to_be_an_area() -> None:
    test = paper(*(task(n, 1, None, "Undersøg" if n <= 2 else "Vis") for n in range(1, 7)))
    assert reason(compared(spread(CLASS), spread(OTHERS), test), "Undersøg") == "few_tasks"


def test_over_two_tests_an_area_needs_tasks_in_both() -> None:
    other = paper(task(1, 1, None, "Vis"), task(2, 1, None, "Skriv"), test_id="oktober")
    own = given_(PAPER, spread(CLASS)) + given_(other, [[n % 2, 1] for n in range(8)])
    others = given_(PAPER, spread(OTHERS), "#") + given_(other, [[1, n % 2] for n in range(8)], "#")
    found = compare_areas(own, others, {"januar": PAPER, "oktober": other}, signalord)
    assert reason(found, "Undersøg") == "one_test"
    assert area(found, "Vis").difference is not None
    assert area(found, "Vis").is_spoken_of
    assert not area(found, "Undersøg").is_spoken_of


def test_a_test_of_one_area_has_nothing_to_hold_it_against() -> None:
    test = paper(*(task(n, 1, None, "Vis") for n in range(1, 7)))
    assert reason(compared(spread(CLASS), spread(OTHERS), test), "Vis") == "whole"


@pytest.mark.parametrize("points", [0, 1])
def test_a_test_that_all_or_nobody_solved_shows_no_interval(points: int) -> None:
    found = compared([[points] * 6] * 10, [[points] * 6] * 10)
    assert reason(found, "Undersøg") == "no_spread"
    assert found.level is not None
    assert found.level.difference is None


def test_tasks_without_any_maximum_are_in_no_area() -> None:
    test = paper(*(task(n, 0, None, "Undersøg", observed=True) for n in range(1, 5)))
    assert compared([[0] * 4] * 9, [[0] * 4] * 9, test) == Comparison((), None, (), ())


def test_a_class_of_absentees_has_no_areas() -> None:
    assert compared([["syg"] * 6] * 9, spread(OTHERS)).areas == ()


def test_a_test_nobody_else_took_stands_apart_from_the_compared() -> None:
    own_only = paper(*(task(n, 1, None, "Skriv") for n in range(1, 4)), test_id="oktober")
    own = given_(PAPER, spread(CLASS)) + given_(own_only, [[1, 0, 1]] * 8)
    tests = {"januar": PAPER, "oktober": own_only}
    found = compare_areas(own, given_(PAPER, spread(OTHERS), "#"), tests, signalord)
    assert (found.tests, found.without) == (("januar",), ("oktober",))
    assert reason(found, "Skriv") == "no_reference"
    assert area(found, "Undersøg").difference is not None


def test_a_maximum_nobody_printed_is_told() -> None:
    test = replace(PAPER, tasks=(replace(PAPER.tasks[0], observed=True), *PAPER.tasks[1:]))
    found = compared(spread(CLASS), spread(OTHERS), test)
    assert [a.observed for a in (area(found, "Undersøg"), area(found, "Vis"))] == [True, False]


def test_a_task_taken_out_of_the_test_is_on_neither_side() -> None:
    out = LeftOut(datetime.date(2026, 2, 1), "Mette Lund", "trykfejl")
    test = replace(PAPER, tasks=(*PAPER.tasks[:5], replace(PAPER.tasks[5], left_out=out)))
    short = replace(PAPER, tasks=PAPER.tasks[:5])
    rows, theirs = spread(CLASS), spread(OTHERS)
    assert compared(rows, theirs, test) == compared([r[:5] for r in rows], [r[:5] for r in theirs], short)


def test_another_test_than_the_classs_is_outside_on_both_sides() -> None:
    outside = [replace(a, conditions=("anden_proeve",)) for a in given_(PAPER, [[3] * 6], "Udenfor")]
    own, others = given_(PAPER, spread(CLASS)), given_(PAPER, spread(OTHERS), "#")
    tests = {"januar": PAPER}
    assert compare_areas(own + outside, others + outside, tests, signalord) == compare_areas(
        own, others, tests, signalord
    )


# ---- for any class ----

POINTS = st.sampled_from([0.0, 0.5, 1.0, 2.0])
ROWS = st.lists(st.lists(POINTS, min_size=6, max_size=6), min_size=8, max_size=20)
GAPPED = st.lists(st.lists(st.none() | POINTS, min_size=6, max_size=6), min_size=0, max_size=20)
WIDE = paper(*(task(n, 2, "Tal", "Undersøg" if n <= 3 else "Vis") for n in range(1, 7)))


@settings(deadline=None)
@given(GAPPED, GAPPED)
def test_every_number_is_a_number_and_no_interval_is_without_width(
    own: list[list[float | None]], others: list[list[float | None]]
) -> None:
    found = compared(own, others, WIDE)
    for one in found.areas:
        assert 0 <= one.share <= 1
        assert one.others_share is None or 0 <= one.others_share <= 1
        assert (one.difference is None) != (one.why_not is None)
    levels = [found.level.difference] if found.level else []
    for difference in [*levels, *(a.difference for a in found.areas)]:
        if difference is not None:
            assert all(math.isfinite(n) for n in (difference.error, difference.df, difference.p))
            assert difference.low < difference.value < difference.high
            assert 0 <= difference.p <= 1


@settings(deadline=None)
@given(ROWS)
def test_a_class_equal_to_the_others_differs_nowhere(rows: list[list[float]]) -> None:
    found = compared(rows, rows, WIDE)
    assert not found.weak
    assert all(abs(difference.value) < 1e-9 for _area, difference in found.looked_at)


@settings(deadline=None)
@given(ROWS, ROWS, st.integers(0, 5), st.sampled_from([1.0, 3.0]))
def test_a_task_that_is_harder_for_everybody_changes_no_difference(
    own: list[list[float]], others: list[list[float]], which: int, harder: float
) -> None:
    test = paper(*(task(n, 5, "Tal", "Undersøg" if n <= 3 else "Vis") for n in range(1, 7)))

    def changed(rows: list[list[float]]) -> list[list[float]]:
        return [[p + (harder if n == which else 0) for n, p in enumerate(row)] for row in rows]

    before, after = compared(own, others, test), compared(changed(own), changed(others), test)
    values = [{a.name: d.value for a, d in found.looked_at} for found in (before, after)]
    assert values[0] == pytest.approx(values[1], abs=1e-9)


@settings(deadline=None)
@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_answers_changes_nothing(
    own: list[list[float]], others: list[list[float]], lots: random.Random
) -> None:
    mine, theirs = given_(WIDE, own), given_(WIDE, others, "#")
    before = compare_areas(mine, theirs, {"januar": WIDE}, signalord)
    lots.shuffle(mine)
    lots.shuffle(theirs)
    assert compare_areas(mine, theirs, {"januar": WIDE}, signalord) == before


@settings(deadline=None)
@given(ROWS, ROWS, st.integers(0, 7))
def test_a_pupil_without_answers_changes_nothing(
    own: list[list[float]], others: list[list[float]], where: int
) -> None:
    blank: Row = ["syg"] * 6
    with_blank: list[Row] = [*own[:where], blank, *own[where:]]
    named = {a.name: d.value for a, d in compared(own, others, WIDE).looked_at}
    assert {a.name: d.value for a, d in compared(with_blank, others, WIDE).looked_at} == pytest.approx(named)
