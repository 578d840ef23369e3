"""Whom the tests point at for a fagligt løft, on tests small enough to count on paper."""

from random import Random

import pytest

from metrics.areas import AreaKey, area_sizes
from metrics.groups import agreement, area_weight, suggest
from metrics.model import OTHER_TEST, Answer, CutScores, Pupil, Test
from tests.unit.hand_made import answers, paper, pupils, task, tasks_of

ALGEBRA = AreaKey("fagomraade", "Algebra")
CUTS = CutScores()
# Four tasks of one point in each of two areas.
MAT = paper(
    *(task(i, 1, "Algebra" if i <= 4 else "Geometri", "Vis" if i % 2 else "Skriv") for i in range(1, 9))
)
TESTS = {MAT.test_id: MAT}


def row(algebra: int, geometri: int) -> list[float | str | None]:
    """So many of four tasks solved in each area, the first ones first."""
    return [float(i < n) for n in (algebra, geometri) for i in range(4)]


def class_of(*earned: tuple[int, int]) -> tuple[list[Pupil], list[Answer]]:
    names = [f"Elev {i:02}" for i in range(1, len(earned) + 1)]
    rows = {name: row(*both) for name, both in zip(names, earned, strict=True)}
    return pupils(*names), answers(MAT, rows)


def test_a_pupils_score_is_worked_by_hand() -> None:
    everyone, found = class_of((1, 3), (3, 3))

    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    low, high = suggestion.ranked
    # all: 10 of 16; Algebra: 4 of 8. Elev 01: 4 of 8 in all, so E = .5 + .5 − .625; M = 5, too few for an α
    assert suggestion.weight == 5.0
    assert low.pupil.name == "Elev 01"
    assert low.expected == pytest.approx(0.375)
    assert low.score == pytest.approx((4 * 0.25 + 5 * 0.375) / 9)
    assert high.expected == pytest.approx(0.625)
    assert high.score == pytest.approx((4 * 0.75 + 5 * 0.625) / 9)
    assert (low.evidence.points, low.evidence.max_points, low.evidence.tasks) == (1.0, 4.0, 4)


def test_only_the_tasks_a_pupil_answered_say_what_to_expect() -> None:
    everyone, found = class_of((1, 3), (3, 3))
    easy = paper(*tasks_of(1, 1), test_id="let")
    both = TESTS | {"let": easy}

    with_easy = suggest(ALGEBRA, everyone, found + answers(easy, {"Elev 02": [1, 1]}), both, CUTS)

    (low,) = [c for c in with_easy.ranked if c.pupil.name == "Elev 01"]
    assert low.expected == pytest.approx(0.375)


def test_six_to_eight_are_suggested_lowest_first() -> None:
    everyone, found = class_of(*[(0, 1)] * 10, *[(4, 4)] * 10)

    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    assert [c.pupil.name for c in suggestion.suggested] == [f"Elev {i:02}" for i in range(1, 9)]
    assert [c.pupil.name for c in suggestion.near] == ["Elev 09", "Elev 10"]


def test_with_fewer_than_six_in_the_red_those_who_may_well_be_in_it_come_too() -> None:
    everyone, found = class_of(*[(0, 1)] * 3, *[(2, 2)] * 6, *[(4, 4)] * 9)

    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    assert len(suggestion.suggested) == 6
    assert [c.pupil.name for c in suggestion.near] == ["Elev 07", "Elev 08", "Elev 09"]


def test_nobody_is_suggested_where_all_solved_everything() -> None:
    everyone, found = class_of(*[(4, 4)] * 20)

    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    assert suggestion.suggested == suggestion.near == ()
    assert {c.score for c in suggestion.ranked} == {1.0}


def test_all_wrong_suggests_eight_and_calls_everybody_else_near() -> None:
    everyone, found = class_of(*[(0, 0)] * 20)

    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    assert len(suggestion.suggested) == 8
    assert len(suggestion.near) == 12


def test_a_share_of_one_task_does_not_outrank_one_of_four() -> None:
    everyone, found = class_of((0, 0), (0, 3), *[(3, 3)] * 6)
    absent = [a for a in found if a.pupil_id != "Elev 02" or a.task in {1, 5, 6, 7}]

    ranked = suggest(ALGEBRA, everyone, absent, TESTS, CUTS).ranked

    assert [c.evidence.share for c in ranked[:2]] == [0.0, 0.0]
    assert [c.pupil.name for c in ranked[:2]] == ["Elev 01", "Elev 02"]
    assert ranked[1].evidence.tasks == 1
    assert ranked[0].score < ranked[1].score - 0.1


def test_one_pupil_is_measured_against_nobody_and_keeps_their_share() -> None:
    everyone, found = class_of((1, 4))

    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    (only,) = suggestion.ranked
    assert only.score == pytest.approx(0.25)
    assert suggestion.suggested == (only,)


def test_an_area_of_one_task_is_too_little_to_build_on() -> None:
    short = paper(task(1, 1, "Algebra"), task(2, 1, "Geometri"), task(3, 1, "Geometri"))
    found = answers(short, {f"Elev {i:02}": [0, 1, 1] for i in range(1, 10)})

    suggestion = suggest(ALGEBRA, pupils("Elev 01"), found, {short.test_id: short}, CUTS)

    assert not suggestion.size.enough
    assert suggestion.suggested == suggestion.near == ()
    assert suggestion.of("Elev 01") is not None


def test_a_signalord_needs_three_tasks_in_two_tests() -> None:
    again = paper(task(1, 1, "Algebra", "Vis"), test_id="marts")

    alone = {size.area.name: size.enough for size in area_sizes([MAT])}
    both = {size.area.name: size.enough for size in area_sizes([MAT, again])}

    assert (alone["Vis"], alone["Algebra"]) == (False, True)
    assert (both["Vis"], both["Skriv"]) == (True, False)


def test_a_paper_that_was_taken_twice_counts_once() -> None:
    twice = paper(*MAT.tasks, test_id=f"{MAT.test_id}@2026-03-20")

    (algebra,) = [size for size in area_sizes([MAT, twice]) if size.area == ALGEBRA]

    assert (algebra.tasks, algebra.tests) == (4, 1)


def test_an_area_that_no_test_has_gives_nobody() -> None:
    everyone, found = class_of((1, 1))

    suggestion = suggest(AreaKey("fagomraade", "Statistik"), everyone, found, TESTS, CUTS)

    assert suggestion.ranked == suggestion.suggested == ()
    assert [p.name for p in suggestion.unmeasured] == ["Elev 01"]
    assert suggestion.weight == 5.0


def test_who_was_absent_or_took_another_test_is_not_measured() -> None:
    everyone, found = class_of((0, 0), (0, 0), (3, 3))
    told = [
        Answer(a.pupil_id, a.test_id, a.task, None, "syg", a.row, a.column)
        if a.pupil_id == "Elev 01"
        else Answer(a.pupil_id, a.test_id, a.task, a.points, None, a.row, a.column, (OTHER_TEST,))
        if a.pupil_id == "Elev 02"
        else a
        for a in found
    ]

    suggestion = suggest(ALGEBRA, everyone, told, TESTS, CUTS)

    assert [p.name for p in suggestion.unmeasured] == ["Elev 01", "Elev 02"]
    assert [c.pupil.name for c in suggestion.ranked] == ["Elev 03"]


def test_everybody_absent_is_nobody_to_suggest() -> None:
    everyone, found = class_of((0, 0), (0, 0))
    gone = [Answer(a.pupil_id, a.test_id, a.task, None, "syg", None, None) for a in found]

    suggestion = suggest(ALGEBRA, everyone, gone, TESTS, CUTS)

    assert suggestion.ranked == suggestion.suggested == ()


def test_tasks_nobody_got_a_point_at_and_without_a_maximum_say_nothing() -> None:
    blank = paper(*(task(i, 0, "Algebra", observed=True) for i in range(1, 5)))
    found = answers(blank, {"Ida": [0, 0, 0, 0]})

    suggestion = suggest(ALGEBRA, pupils("Ida"), found, {blank.test_id: blank}, CUTS)

    assert [p.name for p in suggestion.unmeasured] == ["Ida"]


def test_equal_scores_keep_the_order_of_the_class_however_the_answers_come() -> None:
    everyone, found = class_of(*[(1, 2)] * 12)
    first = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    for seed in range(5):
        shuffled = Random(seed).sample(found, len(found))  # noqa: S311 - an order, not a secret
        assert suggest(ALGEBRA, everyone, shuffled, TESTS, CUTS) == first
    assert [c.pupil.name for c in first.suggested] == [f"Elev {i:02}" for i in range(1, 9)]


def test_tests_of_several_lengths_weigh_by_their_tasks_in_the_area() -> None:
    spread = {f"Elev {i:02}": row(min(4, i), min(4, i)) for i in range(10)}
    second = paper(*(task(i, 1, "Algebra" if i <= 2 else None) for i in range(1, 5)), test_id="marts")
    few = answers(second, {"Elev 00": [0, 0, 0, 0], "Elev 01": [1, 1, 1, 1]})
    found = answers(MAT, spread)
    alone = area_weight(ALGEBRA, TESTS, found)

    both = area_weight(ALGEBRA, TESTS | {"marts": second}, found + few)

    assert 0 < alone < 5
    assert both == pytest.approx((4 * alone + 2 * 5.0) / 6)


def test_a_missing_answer_changes_nobodys_score() -> None:
    everyone, found = class_of((1, 2), (3, 4), (2, 2))
    before = suggest(ALGEBRA, everyone, found, TESTS, CUTS)
    wider: Test = paper(*MAT.tasks, task(9, 1, "Algebra"))
    missing = answers(wider, {p.pupil_id: [None] * 8 + ["syg"] for p in everyone})

    after = suggest(ALGEBRA, everyone, found + missing, {wider.test_id: wider}, CUTS)

    assert [c.score for c in after.ranked] == [c.score for c in before.ranked]


def test_a_teacher_and_the_tests_agree_on_some_and_each_name_others() -> None:
    everyone, found = class_of(*[(0, 1)] * 6, *[(4, 4)] * 6)
    suggestion = suggest(ALGEBRA, everyone, found, TESTS, CUTS)

    said = agreement(["Elev 09", "Elev 02", "Elev 01"], suggestion)

    assert said.both == ("Elev 01", "Elev 02")
    assert said.only_teacher == ("Elev 09",)
    assert said.only_data == ("Elev 03", "Elev 04", "Elev 05", "Elev 06")
