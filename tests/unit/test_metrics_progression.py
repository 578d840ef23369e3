"""Reliable change: the published figures, and what is said where there is nothing to build on."""

import datetime

import pytest

from metrics.model import Answer, Test
from metrics.progression import Change, reliable_change, repeated, s_diff, standard_error, survivors
from tests.unit.hand_made import answers, paper, task

FIRST, SECOND = datetime.date(2026, 1, 14), datetime.date(2026, 3, 20)
Points = dict[str, list[float | str | None]]

# 12 pupils on four tasks of 3 points, the better the further down; the second time all earn more at task 1.
BEFORE: Points = {
    f"elev {n:02}": [min(3, n // 3), min(3, (n + 1) // 4), min(3, n // 4), min(3, (n + 2) // 5)]
    for n in range(12)
}
AFTER: Points = {name: [min(3.0, float(a or 0) + 1), b, c, d] for name, (a, b, c, d) in BEFORE.items()}


def sitting(day: datetime.date, test_id: str) -> Test:
    return paper(*(task(n, 3) for n in range(1, 5)), test_id=test_id, day=day)


ONE, TWO = sitting(FIRST, "proeve"), sitting(SECOND, "proeve@2026-03-20")


def both(before: Points, after: Points) -> list[Answer]:
    return [*answers(ONE, before), *answers(TWO, after)]


def test_jacobson_and_truax_worked_example() -> None:
    sem = standard_error(10, 0.80)
    change = reliable_change(32.5, 47.5, 0, s_diff(sem, sem))

    assert sem**2 == pytest.approx(20)
    assert s_diff(sem, sem) ** 2 == pytest.approx(40)
    assert change is not None
    assert change.index is not None
    assert round(change.index, 2) == 2.37
    assert change.moved


def test_reliable_change_from_grade_6_to_9_of_782_pupils() -> None:
    sd6, sd9 = 5.23796642293461, 5.531418803447
    alpha6, alpha9 = 0.738748900724829, 0.814244262942077
    sem6, sem9 = standard_error(sd6, alpha6), standard_error(sd9, alpha9)

    assert sem6 == pytest.approx(2.67726754542203, abs=1e-12)
    assert s_diff(sem6, sem6) == pytest.approx(3.78622807283716, abs=1e-12)
    assert s_diff(sem6, sem9) == pytest.approx(3.58486462447675, abs=1e-12)


def test_whoever_gains_what_all_gain_has_moved_only_where_the_mean_change_is_left_in() -> None:
    mean6, mean9, mean_change = 20.6419437340153, 30.881074168798, 10.2391304347826
    error = 3.58486462447675

    assert mean9 - mean6 == pytest.approx(mean_change, abs=1e-10)
    adjusted = reliable_change(mean6, mean9, mean_change, error)
    plain = reliable_change(mean6, mean9, 0, error)
    assert adjusted is not None
    assert plain is not None
    assert adjusted.index == pytest.approx(0, abs=1e-10)
    assert not adjusted.moved
    assert plain.moved
    assert plain.index == pytest.approx(10.2391304347826 / 3.58486462447675)


def test_1_96_standard_errors_are_a_change_and_less_may_be_chance() -> None:
    reached, below = reliable_change(0, 1.96, 0, 1), reliable_change(0, -1.95, 0, 1)

    assert reached is not None
    assert reached.moved
    assert below is not None
    assert not below.moved


def test_without_an_error_there_is_no_change_to_judge() -> None:
    assert reliable_change(1, 2, 0, 0) is None


def test_an_alpha_below_zero_counts_as_none_at_all() -> None:
    assert standard_error(10, -0.3) == 10
    assert standard_error(10, 1) == 0


def test_a_test_taken_twice_has_everybodys_change_and_the_class_own_taken_out() -> None:
    found = repeated(ONE, TWO, both(BEFORE, AFTER | {"elev 05": [0, 0, 0, 0]}))

    assert found is not None
    assert found.why_not is None
    assert len(found.changes) == 12
    fallen = found.changes["elev 05"]
    assert fallen.value == pytest.approx(-4 / 12)
    assert fallen.index == pytest.approx((fallen.value - found.mean_change) / (found.error or 0))


def test_the_change_is_of_the_tasks_answered_both_times_and_wider_the_fewer_they_are() -> None:
    whole = repeated(ONE, TWO, both(BEFORE, AFTER))
    gap = repeated(ONE, TWO, both(BEFORE, AFTER | {"elev 11": [3, "syg", "syg", 3]}))

    assert whole is not None
    assert gap is not None
    assert gap.error is not None
    change = gap.changes["elev 11"]
    assert change.value == pytest.approx((3 + 3 - 3 - 2) / 6)
    assert change.index == pytest.approx((change.value - gap.mean_change) / (gap.error * 2**0.5))


def test_who_answered_less_than_half_both_times_has_no_change() -> None:
    found = repeated(ONE, TWO, both(BEFORE, AFTER | {"elev 11": [3, "syg", "syg", "syg"]}))

    assert found is not None
    assert "elev 11" not in found.changes


def test_too_few_pupils_have_a_change_that_nobody_can_call_more_than_chance() -> None:
    few = dict(list(BEFORE.items())[:5])

    found = repeated(ONE, TWO, both(few, {name: AFTER[name] for name in few}))

    assert found is not None
    assert (found.why_not, found.error) == ("few_pupils", None)
    assert {change.index for change in found.changes.values()} == {None}
    assert not any(change.moved for change in found.changes.values())


@pytest.mark.parametrize("points", [[3, 3, 3, 3], [0, 0, 0, 0]], ids=["all right", "all wrong"])
def test_a_test_that_everybody_solved_or_nobody_tells_no_change(points: list[float | str | None]) -> None:
    same: Points = dict.fromkeys(BEFORE, points)

    found = repeated(ONE, TWO, both(same, same))

    assert found is not None
    assert found.why_not == "no_alpha"
    assert {(change.value, change.index) for change in found.changes.values()} == {(0, None)}


def test_a_test_of_one_task_has_no_reliability_to_build_on() -> None:
    one = paper(task(1, 20), test_id="total", day=FIRST)
    two = paper(task(1, 20), test_id="total@2026-03-20", day=SECOND)
    rows: Points = {f"elev {n}": [n] for n in range(12)}

    found = repeated(one, two, [*answers(one, rows), *answers(two, rows)])

    assert found is not None
    assert found.why_not == "no_alpha"


def test_nobody_who_took_both_gives_nothing() -> None:
    assert repeated(ONE, TWO, answers(ONE, BEFORE)) is None


def test_the_order_of_the_answers_changes_nothing() -> None:
    said = both(BEFORE, AFTER)

    assert repeated(ONE, TWO, said) == repeated(ONE, TWO, said[::-1])


def test_of_many_parts_only_what_holds_after_looking_at_all_of_them_is_a_change() -> None:
    alone = {"Algebra": Change(0.5, 2.1)}
    many = alone | {f"del {n}": Change(0.1, 0.3) for n in range(6)}
    sure = many | {"Statistik": Change(-0.9, -4.0), "ukendt": Change(1.0, None)}

    assert survivors(alone) == {"Algebra"}
    assert survivors(many) == set()
    assert survivors(sure) == {"Statistik"}
    assert survivors({}) == set()


def test_tasks_that_are_copies_of_one_another_make_no_change_sure() -> None:
    copies: Points = {f"elev {n:02}": [n % 4] * 4 for n in range(12)}
    later: Points = copies | {"elev 00": [1, 1, 1, 1]}

    found = repeated(ONE, TWO, both(copies, later))

    assert found is not None
    assert (found.error, found.why_not) == (None, "no_alpha")
    assert not any(change.moved for change in found.changes.values())
