"""How sure a colour is: cut scores, Wilson intervals, the class's bootstrap."""

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.evidence import Z_80, Evidence, answer_zone, class_evidence, pupil_evidence, wilson, zone_of
from metrics.model import CutScores

CUTS = CutScores()
Z_95 = 1.959963984540054
relaxed = settings(deadline=None, database=None)
shares = st.floats(0, 1)


def pupil(points: float, max_points: float, tasks: int) -> Evidence:
    evidence = pupil_evidence(points, max_points, tasks, CUTS)
    assert evidence is not None
    return evidence


def klasse(points: list[float], max_points: list[float], tasks: int) -> Evidence:
    evidence = class_evidence(points, max_points, tasks, CUTS)
    assert evidence is not None
    return evidence


# ---- zones ----


@pytest.mark.parametrize(("red", "green"), [(40, 70), (35, 65), (50, 80), (45, 55), (30, 90)])
def test_every_small_fraction_falls_on_the_right_side_of_the_cut_scores(red: int, green: int) -> None:
    cuts = CutScores(red / 100, green / 100)
    for n in range(1, 101):
        for k in range(n + 1):
            exact = Fraction(k, n)
            zone = "yellow" if exact >= Fraction(red, 100) else "red"
            zone = "green" if exact >= Fraction(green, 100) else zone
            assert zone_of(k / n, cuts) == zone, f"{k}/{n}"


def test_a_share_equal_to_a_cut_score_has_reached_it() -> None:
    assert [zone_of(share, CUTS) for share in (0.4, 2 / 5, 8 / 20)] == ["yellow"] * 3
    assert [zone_of(share, CUTS) for share in (0.7, 7 / 10, 14 / 20)] == ["green"] * 3
    assert [zone_of(share, CUTS) for share in (0.3999, 0.6999)] == ["red", "yellow"]


def test_points_with_decimals_reach_a_cut_score_although_their_binary_sum_is_a_hair_below() -> None:
    assert (0.7 + 1.4) / 3 < 0.7
    assert zone_of((0.7 + 1.4) / 3, CUTS) == "green"
    assert zone_of((0.1 + 0.7 + 0.4) / 3, CutScores(0.4, 0.7)) == "yellow"


def test_one_answer_has_the_colour_of_its_points() -> None:
    zones = [answer_zone(points, 5, CUTS) for points in (0, 1, 2, 3, 3.5, 5)]
    assert zones == ["red", "red", "yellow", "yellow", "green", "green"]


def test_an_answer_to_a_task_without_a_maximum_has_no_colour() -> None:
    assert answer_zone(0, 0, CUTS) is None


# ---- Wilson ----


@pytest.mark.parametrize(
    ("points", "tasks", "z", "low", "high"),
    [
        (0, 2, 1.2816, 0, 0.451),
        (0, 3, 1.2816, 0, 0.354),
        (3, 3, 1.2816, 0.646, 1),
        (4, 4, 1.2816, 0.709, 1),
        (0, 2, Z_95, 0, 0.658),
        (1, 2, Z_95, 0.095, 0.905),
        (12, 24, Z_95, 0.314, 0.686),
    ],
)
def test_wilson_intervals_are_the_published_ones(
    points: int, tasks: int, z: float, low: float, high: float
) -> None:
    assert wilson(points / tasks, tasks, z) == pytest.approx((low, high), abs=0.0005)


def test_the_interval_of_a_colour_is_the_one_of_80_per_cent() -> None:
    assert math.erf(Z_80 / math.sqrt(2)) == pytest.approx(0.8)
    assert wilson(0.5, 4) == wilson(0.5, 4, Z_80)


@relaxed
@given(share=shares, n=st.integers(1, 500))
def test_an_interval_holds_its_share_lies_within_0_and_1_and_mirrors(share: float, n: int) -> None:
    low, high = wilson(share, n)
    assert 0 <= low <= high <= 1
    assert low <= share + 1e-12 and share - 1e-12 <= high
    assert wilson(1 - share, n) == pytest.approx((1 - high, 1 - low))


@relaxed
@given(share=shares, n=st.integers(1, 100))
def test_more_tasks_make_the_interval_narrower(share: float, n: int) -> None:
    few, many = wilson(share, n), wilson(share, n + 1)
    assert many[1] - many[0] < few[1] - few[0]


def test_an_interval_without_tasks_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one task"):
        wilson(0.5, 0)


def test_points_above_a_lowered_maximum_count_as_all_of_it() -> None:
    assert wilson(1.5, 1) == wilson(1.0, 1)
    assert pupil(6, 4, 4).zone == "green"


# ---- a pupil's area ----


def test_three_wrong_tasks_are_a_sure_red_and_three_right_ones_no_sure_green() -> None:
    assert (pupil(0, 3, 3).zone, pupil(0, 3, 3).full) == ("red", True)
    assert (pupil(3, 3, 3).zone, pupil(3, 3, 3).full, pupil(3, 3, 3).why) == ("green", False, "few_tasks")
    assert (pupil(4, 4, 4).zone, pupil(4, 4, 4).full, pupil(4, 4, 4).why) == ("green", True, "sure")


def test_two_tasks_are_few_whatever_was_earned_in_them() -> None:
    for points in (0, 3, 6):
        assert (pupil(points, 6, 2).full, pupil(points, 6, 2).why) == (False, "few_tasks")


def test_yellow_can_be_sure_too() -> None:
    assert (pupil(11, 20, 20).zone, pupil(11, 20, 20).full) == ("yellow", True)
    assert (pupil(3, 5, 5).zone, pupil(3, 5, 5).full) == ("yellow", False)


def test_a_colour_close_to_a_cut_score_is_light_and_says_why() -> None:
    assert (pupil(8, 20, 20).zone, pupil(8, 20, 20).why) == ("yellow", "near_cut")
    assert (pupil(14, 20, 20).zone, pupil(14, 20, 20).why) == ("green", "near_cut")


def test_what_a_colour_could_be_is_said_by_the_zones_its_interval_touches() -> None:
    assert pupil(0, 10, 10).may_be == ("red",)
    assert pupil(7, 10, 10).may_be == ("yellow", "green")
    assert pupil(3, 10, 10).may_be == ("red", "yellow")
    assert pupil(1, 2, 2).may_be == ("red", "yellow", "green")


def test_from_red_to_green_is_no_nearness_to_a_cut_but_too_few_tasks() -> None:
    wide = pupil(11, 20, 4)

    assert (wide.thin, wide.full, wide.why) == (True, False, "few_tasks")
    assert (pupil(7, 10, 10).thin, pupil(7, 10, 10).why) == (False, "near_cut")
    assert (pupil(11, 12, 5).thin, pupil(11, 12, 5).why) == (False, "few_tasks")
    assert not pupil(0, 10, 10).thin


def test_n_is_the_tasks_and_not_their_points() -> None:
    assert pupil(0, 20, 2).high == pupil(0, 2, 2).high


def test_nothing_to_build_on_has_no_evidence() -> None:
    assert pupil_evidence(0, 0, 0, CUTS) is None
    assert pupil_evidence(0, 0, 2, CUTS) is None


@relaxed
@given(points=st.integers(0, 60), above=st.integers(0, 60), tasks=st.integers(1, 60))
def test_a_full_colour_is_one_whose_whole_interval_has_it(points: int, above: int, tasks: int) -> None:
    evidence = pupil_evidence(points, points + above, tasks, CUTS)
    if evidence is None:
        assert points + above == 0
        return
    zones = {zone_of(share, CUTS) for share in (evidence.low, evidence.share, evidence.high)}
    assert evidence.full == (len(zones) == 1) == (evidence.why == "sure")


# ---- a class's cell ----

STRONG = [9.0, 10.0, 8.0, 9.0, 10.0, 9.0, 8.0, 9.0]


def test_a_class_colour_is_full_from_three_tasks_and_eight_pupils_on() -> None:
    assert (klasse(STRONG, [10.0] * 8, 3).full, klasse(STRONG, [10.0] * 8, 3).why) == (True, "sure")
    assert klasse(STRONG, [10.0] * 8, 2).why == "few_tasks"
    assert klasse(STRONG[:7], [10.0] * 7, 3).why == "few_pupils"
    assert not klasse(STRONG, [10.0] * 8, 2).full
    assert not klasse(STRONG[:7], [10.0] * 7, 3).full


def test_a_class_on_both_sides_of_a_cut_score_is_light() -> None:
    split = klasse([0.0, 8.0] * 5, [10.0] * 10, 5)
    assert (split.share, split.zone, split.full, split.why) == (0.4, "yellow", False, "near_cut")


def test_the_share_of_a_class_is_its_points_of_its_maxima_and_not_the_mean_of_its_pupils() -> None:
    evidence = klasse([1.0, 0.0], [1.0, 9.0], 3)
    assert (evidence.points, evidence.max_points, evidence.share) == (1, 10, 0.1)
    assert evidence.zone == "red"


def test_the_interval_of_a_class_is_that_of_its_mean_over_pupils() -> None:
    evidence = klasse([0.0, 1.0] * 50, [1.0] * 100, 3)
    margin = Z_80 * math.sqrt(0.25 / 100)
    assert (evidence.low, evidence.high) == pytest.approx((0.5 - margin, 0.5 + margin), abs=0.011)


def test_a_class_of_one_pupil_is_light_and_a_class_of_nobody_has_no_evidence() -> None:
    assert (klasse([0.0], [5.0], 3).zone, klasse([0.0], [5.0], 3).why) == ("red", "few_pupils")
    assert class_evidence([], [], 3, CUTS) is None
    assert class_evidence([1.0], [2.0], 0, CUTS) is None


@pytest.mark.parametrize("earned", [0.0, 5.0, 10.0])
def test_where_all_pupils_have_the_same_share_the_interval_still_has_a_width(earned: float) -> None:
    for pupils in (1, 2, 8, 24):
        evidence = klasse([earned] * pupils, [10.0] * pupils, 3)
        assert (evidence.low, evidence.high) == wilson(earned / 10, pupils)
        assert evidence.low < evidence.high


def test_a_class_of_24_that_solved_everything_is_surely_green_and_one_of_8_too() -> None:
    assert klasse([10.0] * 24, [10.0] * 24, 3).full
    assert klasse([10.0] * 8, [10.0] * 8, 3).full
    assert not klasse([0.0] * 7, [10.0] * 7, 3).full


def test_pupils_without_a_maximum_are_outside_and_nothing_is_divided_by_zero() -> None:
    assert class_evidence([0.0, 0.0], [0.0, 0.0], 3, CUTS) is None
    assert klasse([0.0, *STRONG], [0.0, *[10.0] * 8], 3) == klasse(STRONG, [10.0] * 8, 3)
    assert klasse([0.0, *STRONG[:7]], [0.0, *[10.0] * 7], 3).why == "few_pupils"


pairs = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda pair: (min(pair), max(pair))),
    min_size=1,
    max_size=12,
)


@relaxed
@given(pairs=pairs, data=st.data())
def test_the_same_pupils_get_the_same_colour_in_any_order(
    pairs: list[tuple[int, int]], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(pairs))
    one, two = (
        class_evidence([p for p, _m in some], [m for _p, m in some], 4, CUTS) for some in (pairs, other)
    )
    assert one == two
    assert one is None or 0 <= one.low <= one.high <= 1
