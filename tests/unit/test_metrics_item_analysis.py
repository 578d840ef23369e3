"""Item analysis gives R's figures on published data, None instead of a NaN, and does not mind the order."""

from collections.abc import Sequence
from dataclasses import astuple, replace
from itertools import combinations
from math import isfinite
from random import Random
from statistics import StatisticsError, correlation, covariance, mean, variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.caution import Caution, by_ease, caution, surprises
from metrics.item_analysis import ItemAnalysis, item_analysis
from metrics.reliability import alpha_interval, cronbach_alpha, rest_correlations
from metrics.score_matrix import ScoreMatrix

Row = Sequence[float | None]
relaxed = settings(deadline=None, database=None)

# Bock & Lieberman 1970, LSAT section 6: 1,000 persons by which of the five items they solved.
LSAT6 = {
    "00000": 3, "00001": 6, "00010": 2, "00011": 11, "00100": 1, "00101": 1, "00110": 3, "00111": 4,
    "01000": 1, "01001": 8, "01011": 16, "01101": 3, "01110": 2, "01111": 15, "10000": 10, "10001": 29,
    "10010": 14, "10011": 81, "10100": 3, "10101": 28, "10110": 15, "10111": 80, "11000": 16, "11001": 56,
    "11010": 21, "11011": 173, "11100": 11, "11101": 61, "11110": 28, "11111": 298,
}  # fmt: skip
# Six persons × five items, with the figures of R's PerFit.
TINY: list[Row] = [
    (1, 1, 1, 1, 0),
    (1, 1, 1, 0, 0),
    (1, 1, 0, 1, 0),
    (0, 1, 0, 1, 1),
    (1, 0, 0, 0, 0),
    (1, 1, 1, 1, 0),
]


def matrix(rows: Sequence[Row], printed: Row | None = None) -> ScoreMatrix:
    tasks = len(rows[0]) if rows else 0
    labels = tuple(str(n + 1) for n in range(tasks))
    pupils = tuple(f"elev {n + 1}" for n in range(len(rows)))
    return ScoreMatrix(pupils, labels, tuple(printed or [None] * tasks), tuple(map(tuple, rows)))


def analysed(*rows: Row, printed: Row | None = None) -> ItemAnalysis:
    return item_analysis(matrix(rows, printed))


def cautions(found: ItemAnalysis) -> list[Caution | None]:
    return [pupil.caution for pupil in found.pupils]


# ---- published figures ----


def test_lsat6_has_its_published_shares_correlations_and_alpha() -> None:
    rows = [[float(item) for item in pattern] for pattern, n in LSAT6.items() for _person in range(n)]

    found = analysed(*rows)

    assert len(rows) == 1000
    assert [task.share for task in found.tasks] == [0.924, 0.709, 0.553, 0.763, 0.870]
    published = [0.11283269, 0.15317812, 0.17277894, 0.14442810, 0.12159640]
    assert [task.rest_correlation for task in found.tasks] == pytest.approx(published, abs=5e-9)
    assert found.alpha == pytest.approx(0.295, abs=5e-4)
    assert found.complete == 1000


def test_alpha_without_an_item_of_lsat6_is_the_published_one() -> None:
    rows = [[float(item) for item in pattern] for pattern, n in LSAT6.items() for _person in range(n)]

    left = [cronbach_alpha([row[:i] + row[i + 1 :] for row in rows]) for i in range(5)]

    assert left == pytest.approx([0.27535621, 0.23758390, 0.21679946, 0.24593271, 0.26629441], abs=5e-9)


def test_the_small_example_has_satos_c_mci_and_guttman_errors_as_perfit_gives_them() -> None:
    found = cautions(analysed(*TINY))

    published = [(0, 0, 0), (0.3125, 0.1667, 1), (0, 0, 0), (1.25, 0.6667, 4), (0, 0, 0), (0, 0, 0)]
    for one, expected in zip(found, published, strict=True):
        assert one is not None
        assert astuple(one) == pytest.approx(expected, abs=5e-5)


def test_the_interval_of_alpha_is_feldts() -> None:
    low, high = alpha_interval(0.84, 18, 16) or (0.0, 0.0)

    # A tenth of F(17, 255) lies above 1.4849 and a tenth below 0.5877.
    assert (low, high) == pytest.approx((1 - 0.16 * 1.4849, 1 - 0.16 * 0.5877), abs=2e-5)


# ---- a figure that cannot be had is None ----


def test_a_task_that_everybody_has_the_same_at_hangs_together_with_nothing() -> None:
    found = analysed((1, 0, 1), (1, 1, 0), (1, 1, 1))

    assert found.tasks[0].rest_correlation is None
    assert found.tasks[1].rest_correlation is not None
    assert [task.solved_by for task in found.tasks] == ["everybody", None, None]


def test_a_task_nobody_solved_has_no_share_unless_its_maximum_is_printed() -> None:
    rows = [(0, 1), (0, 0)]

    assert [t.share for t in analysed(*rows).tasks] == [None, 0.5]
    assert [t.share for t in analysed(*rows, printed=(2, None)).tasks] == [0.0, 0.5]
    assert [t.solved_by for t in analysed(*rows).tasks] == ["nobody", None]


@pytest.mark.parametrize(
    "rows",
    [
        [(1,), (0,), (1,)],
        [(1, 0, 1)],
        [(1, 1), (1, 1)],
        [(0, 0), (0, 0)],
        [(None, None), (None, None)],
        [(1, None), (None, 1)],
        [],
        [(), ()],
    ],
    ids=[
        "one task",
        "one pupil",
        "all right",
        "all wrong",
        "all absent",
        "nobody has all",
        "nobody",
        "no task",
    ],
)
def test_what_is_too_little_gives_none_and_no_error(rows: list[Row]) -> None:
    found = analysed(*rows)

    assert found.alpha is None
    assert found.alpha_between is None
    assert {task.rest_correlation for task in found.tasks} <= {None}
    assert found.unexpected == ()


def test_pupils_who_solved_all_or_none_have_no_pattern() -> None:
    assert cautions(analysed((1, 1, 1), (0, 0, 0), (1, 0, 0), (1, 1, 0)))[:2] == [None, None]


def test_equally_hard_tasks_make_no_pattern_unexpected() -> None:
    assert cautions(analysed((1, 0), (0, 1))) == [None, None]


def test_tasks_that_agree_in_full_have_an_alpha_of_one_and_no_interval_without_width() -> None:
    found = analysed((0, 0, 0), (1, 1, 1), (0, 0, 0))

    assert found.alpha == pytest.approx(1)
    assert found.alpha_between is None


# ---- missing answers ----


def test_a_pupil_with_a_missing_answer_is_in_the_shares_alone() -> None:
    whole = [(2.0, 1.0, 0.0), (1.0, 1.0, 1.0), (0.0, 0.0, 1.0)]

    found = analysed(*whole, (2.0, None, 1.0))

    assert [task.n for task in found.tasks] == [4, 3, 4]
    assert found.tasks[0].share == pytest.approx(5 / 8)
    assert (found.alpha, found.complete) == (analysed(*whole).alpha, 3)
    assert found.pupils[3].caution is None
    assert (found.pupils[3].points, found.pupils[3].answered) == (3, 2)


def test_a_task_nobody_answered_makes_nobody_incomplete() -> None:
    found = analysed(*[(*row, None) for row in TINY])

    assert found.alpha == analysed(*TINY).alpha
    assert cautions(found) == cautions(analysed(*TINY))
    assert (found.tasks[5].n, found.tasks[5].share, found.tasks[5].max_points) == (0, None, None)


# ---- what solved means, and when a screen may speak ----


@pytest.mark.parametrize(("points", "solved"), [(0, False), (1, False), (1.5, True), (2, True), (3, True)])
def test_a_task_is_solved_from_half_its_maximum(points: float, solved: bool) -> None:
    assert matrix([(points, 3)], printed=(3, 3)).solved[0][0] is solved


def test_half_of_a_maximum_that_binary_cannot_hold_is_half() -> None:
    assert matrix([(0.1 + 0.2,)], printed=(0.6,)).solved == ((True,),)
    assert matrix([(0.3,)], printed=(0.1 + 0.5,)).solved == ((True,),)


def odd_class(pupils: int, tasks: int, hardest: int = 3) -> ItemAnalysis:
    """All but the last pupil solve some of the easiest tasks; the last solves the hardest alone."""
    usual = [[float(task <= i % (tasks - 1)) for task in range(tasks)] for i in range(pupils - 1)]
    return analysed(*usual, [0.0] * (tasks - hardest) + [1.0] * hardest)


def test_an_unexpected_pattern_is_told_from_ten_tasks_and_fifteen_pupils() -> None:
    assert odd_class(15, 10).unexpected == (14,)
    assert odd_class(14, 10).unexpected == ()
    assert odd_class(15, 9).unexpected == ()
    assert not odd_class(15, 9).enough


@pytest.mark.parametrize(("hardest", "told"), [(2, ()), (3, (14,))])
def test_one_or_two_lucky_tasks_are_no_pattern(hardest: int, told: tuple[int, ...]) -> None:
    found = odd_class(15, 10, hardest)
    assert found.unexpected == told
    assert (found.pupils[14].caution or Caution(0, 0, 0)).unexpected


def test_a_slip_of_who_solved_nearly_all_is_no_pattern() -> None:
    usual = [[float(task <= i % 9) for task in range(10)] for i in range(14)]
    assert analysed(*usual, [0.0] + [1.0] * 9).unexpected == ()
    assert analysed(*usual, [0.0] * 3 + [1.0] * 7).unexpected == (14,)


def test_an_mci_of_exactly_three_tenths_is_not_unexpected() -> None:
    assert not Caution(0.5, 0.3, 3).unexpected
    assert Caution(0.5, 0.31, 3).unexpected


def test_what_is_unexpected_is_named_easiest_missed_and_hardest_solved_first() -> None:
    solvers = [5, 9, 7, 1, 3]

    assert by_ease(solvers) == [1, 2, 0, 4, 3]
    assert surprises([False, False, True, True, True], solvers) == ([1, 0], [3, 4])


# ---- against naive formulas ----

points = st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0])


@st.composite
def sheets(draw: st.DrawFn, *, gaps: bool = True) -> list[Row]:
    tasks = draw(st.integers(0, 6))
    cell = st.one_of(st.none(), points) if gaps else points
    return draw(st.lists(st.tuples(*[cell] * tasks), max_size=12))


def naive_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    if len(rows) < 2 or len(rows[0]) < 2 or not variance(map(sum, rows)):
        return None
    k = len(rows[0])
    own = sum(variance(column) for column in zip(*rows, strict=True))
    return float(k / (k - 1) * (1 - own / variance(map(sum, rows))))


def naive_correlation(one: Sequence[float], rest: Sequence[float]) -> float | None:
    try:
        return float(correlation(one, rest))
    except StatisticsError:
        return None


@relaxed
@given(sheets(gaps=False))
def test_alpha_and_correlations_agree_with_the_textbooks_formulas(rows: list[Row]) -> None:
    whole = [[p for p in row if p is not None] for row in rows]
    naive = naive_alpha(whole)

    assert cronbach_alpha(whole) == (naive if naive is None else pytest.approx(naive, abs=1e-9))
    if len(whole) > 1 and len(whole[0]) > 1:
        columns = list(zip(*whole, strict=True))
        for task, found in enumerate(rest_correlations(whole)):
            rest = [sum(row) - row[task] for row in whole]
            expected = naive_correlation(columns[task], rest)
            assert found == (expected if expected is None else pytest.approx(expected, abs=1e-9))


@relaxed
@given(st.lists(st.tuples(*[st.booleans()] * 5), min_size=2, max_size=12))
def test_satos_c_is_one_minus_the_covariance_with_the_shares_over_that_of_the_easiest(
    rows: list[tuple[bool, ...]],
) -> None:
    shares = [mean(map(float, column)) for column in zip(*rows, strict=True)]
    solvers = [sum(column) for column in zip(*rows, strict=True)]
    order = by_ease(solvers)
    for row in rows:
        found = caution(row, solvers)
        expected = [float(order.index(task) < sum(row)) for task in range(5)]
        best = covariance(expected, shares)
        if abs(best) < 1e-12:
            assert found is None
            continue
        assert found is not None
        assert found.sato_c == pytest.approx(1 - covariance(list(map(float, row)), shares) / best, abs=1e-9)
        pairs = combinations([row[task] for task in order], 2)
        assert found.guttman_errors == sum(not easy and hard for easy, hard in pairs)
        assert -1e-12 <= found.mci <= 1 + 1e-12


# ---- what holds for every test ----


@relaxed
@given(sheets())
def test_no_figure_is_ever_not_a_number(rows: list[Row]) -> None:
    found = analysed(*rows)

    figures = [n for one in found.tasks for n in astuple(one) if n is not None]
    figures += [n for p in found.pupils if p.caution for n in astuple(p.caution)]
    figures += [n for n in (found.alpha, *(found.alpha_between or ())) if n is not None]
    assert all(map(isfinite, figures))


@relaxed
@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_pupils_changes_no_figure(rows: list[Row], lots: Random) -> None:
    order = list(range(len(rows)))
    lots.shuffle(order)

    one, other = analysed(*rows), analysed(*(rows[i] for i in order))

    if rows:
        assert replace(one, pupils=()) == replace(other, pupils=())
        assert [one.pupils[i] for i in order] == list(other.pupils)


@relaxed
@given(sheets())
def test_a_pupil_without_a_single_answer_changes_no_other_figure(rows: list[Row]) -> None:
    if rows:
        one, other = analysed(*rows), analysed(*rows, [None] * len(rows[0]))

        assert replace(other, pupils=other.pupils[:-1]) == one
