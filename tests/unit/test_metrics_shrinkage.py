"""Shrunken shares, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.shrinkage import expected_share, shrunken_share, standard_error, weight_of

SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0, 50)


def test_the_expected_share_weighs_k_times_1_minus_alpha_over_alpha_tasks() -> None:
    assert weight_of(20, 0.8) == pytest.approx(5.0)
    assert weight_of(24, 0.9) == pytest.approx(24 / 9)
    assert weight_of(10, 0.5) == pytest.approx(10.0)


@pytest.mark.parametrize("alpha", [None, 0.2, 0.0, -0.7])
def test_it_weighs_5_tasks_where_alpha_is_unknown_or_low(alpha: float | None) -> None:
    assert weight_of(40, alpha) == 5.0


def test_a_test_whose_tasks_all_say_the_same_needs_no_expectation() -> None:
    assert weight_of(12, 1.0) == 0.0
    assert shrunken_share(0.25, 4, 0.9, 0.0) == 0.25


def test_the_expected_share_is_the_pupils_moved_by_how_hard_the_area_is() -> None:
    assert expected_share(0.40, 0.50, 0.60) == pytest.approx(0.30)
    assert expected_share(0.90, 0.80, 0.60) == 1.0
    assert expected_share(0.10, 0.30, 0.60) == 0.0


def test_a_share_of_few_tasks_is_drawn_far_and_one_of_many_a_little() -> None:
    # (2·0 + 5·.4) / 7 and (20·0 + 5·.4) / 25
    assert shrunken_share(0.0, 2, 0.4, 5.0) == pytest.approx(2 / 7)
    assert shrunken_share(0.0, 20, 0.4, 5.0) == pytest.approx(0.08)


def test_nobody_is_ranked_by_nothing_but_what_is_expected_of_them() -> None:
    assert shrunken_share(0.7, 0, 0.4, 5.0) == 0.4
    assert shrunken_share(0.7, 0, 0.4, 0.0) == 0.4


def test_the_standard_error_is_that_of_the_beta_distribution_with_two_tasks_added() -> None:
    # 3 tasks and M = 5: (8·.5 + 1) / 10 = .5 and √(.25 / 9)
    assert standard_error(0.5, 3, 5.0) == pytest.approx(0.5 / 3)


@given(share=SHARES, tasks=st.integers(1, 60), expected=SHARES, weight=WEIGHTS)
def test_a_score_lies_between_the_share_and_the_expectation(
    share: float, tasks: int, expected: float, weight: float
) -> None:
    score = shrunken_share(share, tasks, expected, weight)

    assert min(share, expected) - 1e-12 <= score <= max(share, expected) + 1e-12


@given(score=SHARES, tasks=st.integers(0, 60), weight=WEIGHTS)
def test_no_score_is_ever_without_uncertainty(score: float, tasks: int, weight: float) -> None:
    assert 0 < standard_error(score, tasks, weight) <= 0.5
