"""Shares are sums over sums: the Ullerup excerpt, missing answers, and any order of them."""

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.model import Answer, CutScores, Test
from metrics.shares import Sum, add_up, class_matrix, pupil_areas, pupil_shares
from tests.unit.hand_made import (
    ULLERUP,
    ULLERUP_ANSWERS,
    ULLERUP_POINTS,
    answers,
    paper,
    task,
    tasks_of,
)

CUTS = CutScores()
relaxed = settings(deadline=None, database=None)


def by_pupil(given_: list[Answer], *tests: Test) -> Mapping[str, Sum]:
    return add_up(given_, {t.test_id: t for t in tests}, lambda a, _t: a.pupil_id)


def total(given_: list[Answer], *tests: Test) -> Sum | None:
    return add_up(given_, {t.test_id: t for t in tests}, lambda _a, _t: "all").get("all")


def points_of(one: Sum | None) -> tuple[float, float]:
    assert one is not None
    return one.points, one.max_points


# ---- the Ullerup excerpt ----


def test_ullerup_has_86_of_147_points_over_63_answers_to_9_tasks() -> None:
    assert total(ULLERUP_ANSWERS, ULLERUP) == Sum(86, 147, 9, 63, observed=True)


def test_ullerups_fagomraader_are_shares_of_points_and_not_means_of_tasks() -> None:
    areas = add_up(ULLERUP_ANSWERS, {"ullerup": ULLERUP}, lambda _a, t: t.fagomraade)
    assert {area: points_of(s) for area, s in areas.items()} == {
        "Matematik i anvendelse": (54, 84),
        "Funktioner": (32, 63),
    }
    shares = {area: s.share for area, s in areas.items()}
    assert shares == pytest.approx({"Matematik i anvendelse": 0.643, "Funktioner": 0.508}, abs=0.0005)


def test_ullerups_signalord_from_the_weakest() -> None:
    words = add_up(ULLERUP_ANSWERS, {"ullerup": ULLERUP}, lambda _a, t: t.signalord)
    ranked = sorted(words.items(), key=lambda pair: pair[1].share or 0)
    assert [(word, *points_of(s)) for word, s in ranked] == [
        ("Undersøg", 3, 14),
        ("Hvor stor", 7, 21),
        ("Skriv", 6, 14),
        ("Giv et…", 7, 14),
        ("Beskriv", 8, 14),
        ("Hvilket", 10, 14),
        ("Hvor mange", 27, 35),
        ("Vis", 18, 21),
    ]
    assert {word: s.tasks for word, s in ranked if s.tasks > 1} == {"Hvor mange": 2}


def test_ullerups_weakest_signalord_is_not_weak_for_every_pupil() -> None:
    undersoeg = add_up(ULLERUP_ANSWERS, {"ullerup": ULLERUP}, lambda a, t: (a.pupil_id, t.signalord))
    assert undersoeg["Elev 4", "Undersøg"].share == 1
    mine = {p: [a for a in ULLERUP_ANSWERS if a.pupil_id == p] for p in ULLERUP_POINTS}
    areas = {p: pupil_areas(mine[p], {"ullerup": ULLERUP}, CUTS) for p in mine}
    better = {
        p for p, found in areas.items() if found["Funktioner"].share > found["Matematik i anvendelse"].share
    }
    assert better == {"Elev 6", "Elev 7"}


def test_nine_zeros_count_as_answered_until_somebody_says_the_pupil_was_absent() -> None:
    absent = answers(ULLERUP, ULLERUP_POINTS | {"Elev 3": ["fravaer"] * 9})
    assert points_of(total(absent, ULLERUP)) == (86, 126)
    assert by_pupil(ULLERUP_ANSWERS, ULLERUP)["Elev 3"].share == 0
    assert "Elev 3" not in pupil_shares(absent, {"ullerup": ULLERUP})


def test_no_colour_of_ullerups_matrix_is_sure() -> None:
    cells = class_matrix(ULLERUP_ANSWERS, {"ullerup": ULLERUP}, CUTS)
    assert [(c.signalord, c.labels) for c in cells][:3] == [
        ("Vis", ("1.1",)),
        ("Hvor mange", ("1.2", "1.4")),
        ("Skriv", ("1.3",)),
    ]
    assert len(cells) == 8
    assert {(c.evidence.full, c.evidence.why) for c in cells} == {(False, "few_tasks")}


# ---- sums ----


def test_a_share_is_points_of_maxima_and_not_the_mean_of_shares() -> None:
    test = paper(*tasks_of(1, 9))
    assert pupil_shares(answers(test, {"Ida": [1, 0]}), {"januar": test}) == {"Ida": 0.1}


def test_an_answer_to_a_task_or_test_that_is_not_there_is_left_out() -> None:
    test = paper(*tasks_of(2, 2))
    there = answers(test, {"Ida": [2, 1]})
    strangers = [replace(there[0], task=number) for number in (0, 3, -1)]
    assert total(there + strangers, test) == Sum(3, 4, 2, 2)
    assert total([*there, replace(there[0], test_id="oktober")], test) == Sum(3, 4, 2, 2)


def test_tasks_are_found_by_their_number_and_not_by_their_place() -> None:
    test = paper(task(2, 5, signalord="Skriv"), task(1, 3, signalord="Vis"))
    sums = add_up(answers(test, {"Ida": [4, 1]}), {"januar": test}, lambda _a, t: t.signalord)
    assert {word: points_of(s) for word, s in sums.items()} == {"Skriv": (4, 5), "Vis": (1, 3)}


def test_a_task_that_nobody_got_a_point_at_and_that_has_no_maximum_says_nothing() -> None:
    test = paper(task(1, 0, "Tal", "Vis", observed=True), task(2, 0, "Tal", "Vis", observed=True))
    given_ = answers(test, {f"Elev {i}": [0, 0] for i in range(9)})
    assert total(given_, test) == Sum(0, 0, 0, 18)
    one = total(given_, test)
    assert one is not None and one.share is None
    assert class_matrix(given_, {"januar": test}, CUTS) == []
    assert pupil_areas(given_, {"januar": test}, CUTS) == {}
    assert pupil_shares(given_, {"januar": test}) == {}


def test_a_task_without_a_maximum_does_not_make_a_colour_surer() -> None:
    test = paper(*(task(n, maximum, "Tal", "Vis") for n, maximum in enumerate((5, 0, 0), start=1)))
    given_ = answers(test, {f"Elev {i}": [5, 0, 0] for i in range(9)})
    (cell,) = class_matrix(given_, {"januar": test}, CUTS)
    assert (cell.evidence.tasks, cell.evidence.why) == (1, "few_tasks")
    (area,) = pupil_areas(given_[:3], {"januar": test}, CUTS).values()
    assert (area.tasks, area.share) == (1, 1)


def test_a_task_without_a_tag_is_in_no_cell_and_no_area() -> None:
    test = paper(task(1, 1, None, "Vis"), task(2, 1, "Tal", None), task(3, 1, "Tal", "Vis"))
    given_ = answers(test, {"Ida": [0, 0, 1]})
    assert [(c.labels, c.evidence.share) for c in class_matrix(given_, {"januar": test}, CUTS)] == [
        (("3",), 1)
    ]
    assert {area: e.points for area, e in pupil_areas(given_, {"januar": test}, CUTS).items()} == {"Tal": 1}


def test_a_cell_rests_on_the_different_tasks_the_class_answered_over_all_its_tests() -> None:
    october = paper(task(1, 1, "Tal", "Vis"), task(2, 1, "Tal", "Vis"), test_id="oktober")
    january = paper(task(1, 1, "Tal", "Vis"), task(2, 1, "Tal", "Vis"))
    given_ = answers(october, {f"Elev {i}": [1, "syg"] for i in range(9)})
    given_ += answers(january, {f"Elev {i}": [1, None] for i in range(8)} | {"Elev 8": ["syg", 1]})
    (cell,) = class_matrix(given_, {"oktober": october, "januar": january}, CUTS)
    assert (cell.evidence.tasks, cell.evidence.points, cell.evidence.full) == (3, 18, True)


def test_the_matrix_stands_in_the_order_of_the_papers_whatever_order_the_answers_come_in() -> None:
    turned = class_matrix(ULLERUP_ANSWERS[::-1], {"ullerup": ULLERUP}, CUTS)
    assert turned == class_matrix(ULLERUP_ANSWERS, {"ullerup": ULLERUP}, CUTS)


# ---- missing, merged, shuffled ----

PAPER = paper(*(task(n, n / 2, "Tal" if n < 4 else "Geometri", "Vis") for n in range(1, 7)))
NAMES = [f"Elev {i}" for i in range(1, 6)]
cells = st.one_of(st.integers(0, 8).map(lambda eighths: eighths / 8), st.sampled_from(["syg", "empty"]))
sheets = st.dictionaries(st.sampled_from(NAMES), st.lists(cells, min_size=6, max_size=6), max_size=5)


def scaled(sheet: dict[str, list[float | str]]) -> list[Answer]:
    """Answers whose points are a part of the task's maximum, exact in binary."""
    rows = {
        pupil: [said if isinstance(said, str) else said * n / 2 for n, said in enumerate(row, start=1)]
        for pupil, row in sheet.items()
    }
    return answers(PAPER, rows)


@relaxed
@given(sheet=sheets)
def test_missing_answers_change_no_share(sheet: dict[str, list[float | str]]) -> None:
    everything = scaled(sheet)
    there = [a for a in everything if a.points is not None]
    for key in ((lambda a, _t: a.pupil_id), (lambda _a, t: t.fagomraade), (lambda _a, t: t.number)):
        assert add_up(everything, {"januar": PAPER}, key) == add_up(there, {"januar": PAPER}, key)
    assert class_matrix(everything, {"januar": PAPER}, CUTS) == class_matrix(there, {"januar": PAPER}, CUTS)


@relaxed
@given(one=sheets, other=sheets)
def test_the_sums_of_two_classes_add_up_to_the_sum_of_both(
    one: dict[str, list[float | str]], other: dict[str, list[float | str]]
) -> None:
    first = scaled(one)
    second = [replace(a, pupil_id=f"{a.pupil_id} i 7.B") for a in scaled(other)]
    sums = [s for s in (total(first, PAPER), total(second, PAPER)) if s]
    both = total(first + second, PAPER)
    assert (both is None) == (not sums)
    if both:
        assert both.points == sum(s.points for s in sums)
        assert both.max_points == sum(s.max_points for s in sums)
        assert both.answers == sum(s.answers for s in sums)


@relaxed
@given(sheet=sheets, data=st.data())
def test_the_order_of_the_answers_changes_nothing(
    sheet: dict[str, list[float | str]], data: st.DataObject
) -> None:
    everything = scaled(sheet)
    shuffled = data.draw(st.permutations(everything))
    assert by_pupil(everything, PAPER) == by_pupil(shuffled, PAPER)
    assert class_matrix(everything, {"januar": PAPER}, CUTS) == class_matrix(
        shuffled, {"januar": PAPER}, CUTS
    )


@relaxed
@given(points=st.lists(st.floats(0, 10), min_size=1, max_size=20), data=st.data())
def test_points_with_decimals_add_up_to_the_same_in_any_order(
    points: list[float], data: st.DataObject
) -> None:
    test = paper(*tasks_of(*[10.0] * len(points)))
    given_ = answers(test, {"Ida": points})
    assert total(given_, test) == total(data.draw(st.permutations(given_)), test)


@relaxed
@given(sheet=sheets)
def test_every_share_lies_from_0_to_1_and_is_a_number(sheet: dict[str, list[float | str]]) -> None:
    shares = [*pupil_shares(scaled(sheet), {"januar": PAPER}).values()]
    shares += [c.evidence.share for c in class_matrix(scaled(sheet), {"januar": PAPER}, CUTS)]
    assert all(isfinite(share) and 0 <= share <= 1 for share in shares)
