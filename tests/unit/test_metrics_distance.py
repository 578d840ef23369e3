"""Different tests: how far a class and its pupils are from those they are compared with."""

import datetime
from statistics import mean, stdev

import pytest

from metrics.course import Part, course, since, suggested_pair
from metrics.distance import class_place, measure, moved_by
from metrics.model import Answer, Test
from metrics.same_start import same_start
from metrics.taken import part_of, parts_in, taken
from tests.unit.hand_made import answers, paper, task

Points = dict[str, list[float | str | None]]
DAYS = [datetime.date(2025, 10, 8), datetime.date(2026, 1, 14), datetime.date(2026, 3, 20)]


def spread(pupils: int, step: float = 1, lift: float = 0) -> Points:
    """Pupils on six tasks of 4 points, from weak to strong, and not alike on every task."""
    return {f"#{n}": [_points(n, k, pupils, step, lift) for k in range(6)] for n in range(pupils)}


def _points(pupil: int, task_: int, pupils: int, step: float, lift: float) -> float:
    uneven = ((7 * pupil + 3 * task_) % 5 - 2) * 0.3
    return min(4.0, max(0.0, lift + step * 4 * pupil / pupils + uneven))


def sheet(test_id: str, day: datetime.date | None) -> Test:
    tags = ["Algebra"] * 3 + ["Geometri"] * 2 + [None]
    return paper(*(task(n, 4, tag, "Vis") for n, tag in enumerate(tags, start=1)), test_id=test_id, day=day)


OCTOBER, JANUARY = sheet("oktober", DAYS[0]), sheet("januar", DAYS[1])
OTHERS = [*answers(OCTOBER, spread(30)), *answers(JANUARY, spread(30, 0.8))]


def own(test: Test, lift: float, pupils: int = 10, step: float = 0.5) -> list[Answer]:
    return answers(
        test, {name.replace("#", "elev "): row for name, row in spread(pupils, step, lift).items()}
    )


def test_a_distance_is_the_share_against_the_others_mean_in_their_spread() -> None:
    found = measure(OCTOBER, own(OCTOBER, 1), OTHERS, known=True)

    shares = [sum(float(p) for p in row if isinstance(p, float)) / 24 for row in spread(30).values()]
    mine = sum(float(p) for p in spread(10, 0.5, 1)["#3"] if isinstance(p, float)) / 24
    assert found.yardstick is not None
    assert (found.yardstick.mean, found.yardstick.sd) == pytest.approx((mean(shares), stdev(shares)))
    assert found.distances["elev 3"].value == pytest.approx((mine - mean(shares)) / stdev(shares))


@pytest.mark.parametrize(
    ("others", "known", "why"),
    [
        pytest.param(OTHERS, False, "no_reference", id="nobody"),
        pytest.param(answers(OCTOBER, spread(7)), True, "few_pupils", id="seven pupils"),
        pytest.param(
            answers(OCTOBER, dict.fromkeys(spread(20), [2.0] * 6)), True, "no_spread", id="all alike"
        ),
        pytest.param([], True, "few_pupils", id="all absent"),
    ],
)
def test_without_a_yardstick_there_is_a_reason_and_no_distance(
    others: list[Answer], known: bool, why: str
) -> None:
    found = measure(OCTOBER, own(OCTOBER, 1), others, known=known)

    assert (found.yardstick, found.why_not, found.distances) == (None, why, {})
    assert len(found.scores) == 10
    assert class_place(found) is None


def test_fewer_tasks_answered_make_a_distance_less_sure() -> None:
    rows: Points = {
        "hel": [2.0] * 6,
        "halv": [2.0, 2.0, 2.0, "syg", "syg", "syg"],
        "syg": [2.0, *["syg"] * 5],
    }
    found = measure(OCTOBER, answers(OCTOBER, rows), OTHERS, known=True)

    whole, half = found.distances["hel"].error, found.distances["halv"].error
    assert whole is not None
    assert half is not None
    assert half > whole > 0
    assert "syg" not in found.distances


def test_who_took_another_test_is_not_measured() -> None:
    other = [Answer("elev", "oktober", n, 4, None, 4, n, conditions=("anden_proeve",)) for n in range(1, 7)]

    assert taken(OCTOBER, other).scores == {}


def test_a_pupil_who_moves_far_has_moved_and_one_who_moves_little_may_be_chance() -> None:
    before = measure(OCTOBER, answers(OCTOBER, {"a": [0.0] * 6, "b": [2.0] * 6}), OTHERS, known=True)
    after = measure(JANUARY, answers(JANUARY, {"a": [4.0] * 6, "b": [1.7] * 6}), OTHERS, known=True)

    far, little = (moved_by(before.distances[p], after.distances[p]) for p in "ab")
    assert (far.moved, little.moved) == (True, False)
    assert far.value == pytest.approx(after.distances["a"].value - before.distances["a"].value)


def test_without_a_reliability_a_change_is_shown_and_never_called_more_than_chance() -> None:
    total = [paper(task(1, 20), test_id=i, day=day) for i, day in zip("ab", DAYS, strict=False)]
    others = [a for test in total for a in answers(test, {f"#{n}": [n] for n in range(20)})]
    measured = [
        measure(test, answers(test, {"elev": [points]}), others, known=True)
        for test, points in zip(total, (0, 20), strict=True)
    ]

    moved = moved_by(measured[0].distances["elev"], measured[1].distances["elev"])

    assert moved.value > 3
    assert (moved.index, moved.moved) == (None, False)


def test_a_class_that_rises_with_everybody_has_moved_and_one_of_seven_has_too_little_to_build_on() -> None:
    steps = course(
        [OCTOBER, JANUARY], [*own(OCTOBER, 0), *own(JANUARY, 2)], OTHERS, {"oktober", "januar"}, Part()
    )
    few = course(
        [OCTOBER, JANUARY],
        [*own(OCTOBER, 0, 7), *own(JANUARY, 2, 7)],
        OTHERS,
        {"oktober", "januar"},
        Part(),
    )

    ten, seven = since(steps.steps[0], steps.steps[1], []), since(few.steps[0], few.steps[1], [])
    assert ten.move is not None
    assert (ten.move.pupils, ten.move.moved) == (10, True)
    assert ten.move.value > 1
    assert seven.move is not None
    assert (seven.move.error, seven.move.moved) == (None, False)
    place = class_place(few.steps[0])
    assert place is not None
    assert (place.low, place.high) == (None, None)


def test_tests_stand_by_their_day_and_one_without_stands_apart() -> None:
    undated = sheet("uden dato", None)
    found = course(
        [JANUARY, undated, OCTOBER],
        [*own(JANUARY, 1), *own(undated, 1), *own(OCTOBER, 1)],
        OTHERS,
        {"oktober", "januar"},
        Part(),
    )

    assert [step.test.test_id for step in found.steps] == ["oktober", "januar"]
    assert [test.test_id for test in found.undated] == ["uden dato"]


def test_a_test_that_few_of_the_class_took_is_left_out_of_its_course() -> None:
    found = course(
        [OCTOBER, JANUARY], [*own(OCTOBER, 1), *own(JANUARY, 1, 2)], OTHERS, {"oktober"}, Part(), pupils=10
    )

    assert [step.test.test_id for step in found.steps] == ["oktober"]
    assert [test.test_id for test in found.few] == ["januar"]


def test_an_area_needs_three_tasks_in_a_test() -> None:
    assert parts_in([OCTOBER], "fagomraade") == ["Algebra"]
    assert [t.number for t in part_of(OCTOBER, "fagomraade", "Geometri").tasks] == [4, 5]
    geometry = course([OCTOBER], own(OCTOBER, 1), OTHERS, {"oktober"}, Part("fagomraade", "Geometri"))
    assert [(step.why_not, step.distances) for step in geometry.steps] == [("few_tasks", {})]


def test_the_newest_test_is_first_held_against_its_own_first_time() -> None:
    again = sheet("oktober@2026-03-20", DAYS[2])
    tests = [OCTOBER, JANUARY, again]
    said = [a for test in tests for a in own(test, 1)]
    known = {test.test_id for test in tests}
    steps = course(tests, said, [*OTHERS, *answers(again, spread(30))], known, Part()).steps

    assert suggested_pair(steps) == (0, 2)
    assert suggested_pair(steps[:2]) == (0, 1)
    assert suggested_pair(steps[:1]) == (0, 0)
    twice = since(steps[0], steps[2], said)
    assert twice.repeated is not None
    assert twice.move is None


def test_tests_without_a_reference_are_passed_over_where_others_have_one() -> None:
    new = sheet("ny", DAYS[2])
    tests = [OCTOBER, JANUARY, new]
    steps = course(tests, [a for t in tests for a in own(t, 1)], OTHERS, {"oktober", "januar"}, Part()).steps

    assert suggested_pair(steps) == (0, 1)
    assert since(steps[1], steps[2], []).why_not == "no_reference"


def test_a_task_taken_out_of_the_test_measures_nobody() -> None:
    assert taken(part_of(OCTOBER, "fagomraade", "Findes ikke"), own(OCTOBER, 1)).scores == {}


def test_a_low_group_is_shown_beside_others_with_the_same_start() -> None:
    group = {"a": (-1.5, -1.0), "b": (-1.2, -0.9)}
    others = {"#1": (-1.4, -1.0), "#2": (-1.3, -1.1), "#3": (1.0, 0.8), "a": (-1.5, 3.0)}

    found = same_start(group, others)

    assert found is not None
    assert (found.pupils, found.others, found.nearest) == (2, ("#1", "#2"), 0)
    assert found.change == pytest.approx(0.4)
    assert found.others_change == pytest.approx(0.3)
    assert found.others_start == pytest.approx(-1.35)


def test_where_nobody_started_as_low_the_nearest_stands_for_them() -> None:
    found = same_start({"a": (-3.0, -2.0)}, {"#1": (-1.0, -0.8), "#2": (0.0, 0.0)})

    assert found is not None
    assert (found.others, found.nearest) == (("#1",), 1)


def test_nobody_beside_a_group_is_nothing_to_show() -> None:
    assert same_start({}, {"#1": (0, 0)}) is None
    assert same_start({"a": (0, 0)}, {}) is None
    assert same_start({"a": (0, 0)}, {"a": (0, 1)}) is None


def test_pupils_drawn_from_the_same_lot_as_the_low_ones_rise_as_they_do() -> None:
    """Scores that are all chance: the lowest third rises to the mean, and so do their peers."""
    lot = [(((n * 37) % 101) / 50 - 1, ((n * 61 + 17) % 101) / 50 - 1) for n in range(101)]
    low = {str(n): path for n, path in enumerate(lot) if path[0] < -0.5 and n % 2}
    rest = {f"#{n}": path for n, path in enumerate(lot) if not n % 2}

    found = same_start(low, rest)

    assert found is not None
    assert found.change > 0.5
    assert found.change - found.others_change == pytest.approx(0, abs=0.25)
