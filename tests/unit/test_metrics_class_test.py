"""One test in one class: totals, the hardest tasks, who was missing, and what came before."""

import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.class_test import ClassTest, class_test, earlier_shares
from metrics.model import Test
from metrics.shares import Sum
from tests.unit.hand_made import (
    ULLERUP,
    ULLERUP_ANSWERS,
    ULLERUP_POINTS,
    answers,
    paper,
    pupils,
    source,
    task,
    tasks_of,
)

relaxed = settings(deadline=None, database=None)
THREE = paper(*tasks_of(2, 4, 4))


def of(rows: dict[str, list[float | str | None]], *names: str, test: Test = THREE) -> ClassTest:
    return class_test(test, pupils(*(names or rows)), answers(test, rows))


# ---- totals ----


def test_ullerups_class_and_pupils_have_the_points_of_the_sheet() -> None:
    result = class_test(ULLERUP, pupils(*ULLERUP_POINTS), ULLERUP_ANSWERS)
    assert result.total == Sum(86, 147, 9, 63, observed=True)
    totals = {line.pupil.name: line.total.points for line in result.lines if line.total}
    assert totals == {
        "Elev 1": 11,
        "Elev 2": 12,
        "Elev 3": 0,
        "Elev 4": 19,
        "Elev 6": 19,
        "Elev 7": 17,
        "Elev 8": 8,
    }
    assert (ULLERUP.max_points, ULLERUP.observed) == (21, True)


def test_ullerups_hardest_tasks_are_undersoeg_and_hvor_stor_and_skriv() -> None:
    result = class_test(ULLERUP, pupils(*ULLERUP_POINTS), ULLERUP_ANSWERS)
    assert [(t.label, t.signalord, share) for t, share in result.hardest()] == [
        ("1.5", "Undersøg", 3 / 14),
        ("2.2", "Hvor stor", 7 / 21),
        ("1.3", "Skriv", 6 / 14),
    ]


def test_a_pupils_total_is_over_the_tasks_they_answered() -> None:
    result = of({"Ida": [2, "empty", 1], "Noah": [0, 4, 4]})
    assert [line.total for line in result.lines] == [Sum(3, 6, 2, 2), Sum(8, 10, 3, 3)]
    assert result.by_task[2] == Sum(4, 4, 1, 1)
    assert result.total == Sum(11, 16, 3, 5)


def test_answers_to_other_tests_are_not_counted() -> None:
    other = paper(*tasks_of(2, 4, 4), test_id="oktober")
    given_ = answers(THREE, {"Ida": [1, 1, 1]}) + answers(other, {"Ida": [2, 4, 4], "Noah": [2, 4, 4]})
    result = class_test(THREE, pupils("Ida", "Noah"), given_)
    assert result.total == Sum(3, 10, 3, 3)
    assert [line.pupil.name for line in result.absent] == ["Noah"]


def test_a_pupil_known_from_two_rows_of_the_sheet_counts_once() -> None:
    first = answers(THREE, {"Ida": ["empty", 2, 1]})
    again = [replace(a, row=20) for a in answers(THREE, {"Ida": [2, 4, "empty"]})]
    for given_ in (first + again, again + first):
        (line,) = class_test(THREE, pupils("Ida"), given_).lines
        assert [line.answers[number].points for number in (1, 2, 3)] == [2, 2, 1]
        assert line.total == Sum(5, 10, 3, 3)


def test_a_class_of_nobody_and_a_test_of_no_tasks_are_empty_and_not_errors() -> None:
    nobody = class_test(THREE, [], [])
    assert (nobody.lines, nobody.total, nobody.hardest(), nobody.by_result()) == ((), None, [], ())
    empty = class_test(paper(), pupils("Ida"), answers(THREE, {"Ida": [1, 1, 1]}))
    assert (empty.total, empty.hardest(), empty.by_task) == (None, [], {})


# ---- hardest ----


def test_equally_hard_tasks_stand_in_paper_order() -> None:
    test = paper(*tasks_of(2, 4, 1, 2, 10))
    result = of({"Ida": [1, 2, 1, 1, 2]}, test=test)
    assert [t.number for t, _share in result.hardest()] == [5, 1, 2]
    assert [t.number for t, _share in result.hardest(5)] == [5, 1, 2, 4, 3]


def test_a_task_nobody_answered_or_without_a_maximum_is_not_the_hardest() -> None:
    test = paper(task(1, 2), task(2, 0, observed=True), task(3, 2), task(4, 2))
    result = of({"Ida": [1, 0, 2, "empty"], "Noah": [1, 0, 1, None]}, test=test)
    assert [(t.number, share) for t, share in result.hardest()] == [(1, 0.5), (3, 0.75)]


# ---- who was missing ----


def test_the_absent_stand_in_class_list_order_with_the_reason_the_sheet_gives() -> None:
    result = of(
        {
            "Alma": ["syg"] * 3,
            "Ida": [0, 0, 0],
            "Noah": ["empty", "blank", "fritaget"],
            "Silas": ["empty"] * 3,
            "Bo": ["blank"] * 3,
        },
        "Silas",
        "Alma",
        "Ida",
        "Noah",
        "Vega",
        "Bo",
    )
    assert [(line.pupil.name, line.missing) for line in result.absent] == [
        ("Silas", "empty"),
        ("Alma", "syg"),
        ("Noah", "fritaget"),
        ("Vega", "not_in_sheet"),
        ("Bo", "empty"),
    ]
    assert [(line.pupil.name, line.missing) for line in result.present] == [("Ida", None)]


def test_a_pupil_with_zeros_only_is_present() -> None:
    result = of({"Ida": [0, 0, 0]})
    assert (result.present[0].total, result.absent) == (Sum(0, 10, 3, 3), ())


def test_one_answer_makes_a_pupil_present() -> None:
    assert of({"Ida": ["syg", 0, "syg"]}).lines[0].missing is None


# ---- by result ----


def test_by_result_goes_from_the_highest_share_to_the_lowest_with_the_absent_last() -> None:
    result = of({"Alma": [1, 2, 2], "Bo": ["syg"] * 3, "Ida": [2, "empty", "empty"], "Noah": [0, 0, 0]})
    assert [line.pupil.name for line in result.by_result()] == ["Ida", "Alma", "Noah", "Bo"]


def test_equal_results_stay_in_class_list_order() -> None:
    result = of({"Vega": [1, 2, 2], "Alma": [1, "empty", "empty"], "Ida": [2, 2, 1], "Bo": [2, 4, 4]})
    assert [line.pupil.name for line in result.by_result()] == ["Bo", "Vega", "Alma", "Ida"]


def test_pupils_with_points_of_nothing_stand_after_a_zero_and_before_the_absent() -> None:
    test = paper(task(1, 0, observed=True), task(2, 5))
    result = of({"Bo": ["syg", "syg"], "Ida": [0, "empty"], "Noah": [0, 0], "Vega": [0, 4]}, test=test)
    assert [line.pupil.name for line in result.by_result()] == ["Vega", "Noah", "Ida", "Bo"]


said = st.one_of(st.integers(0, 2), st.sampled_from(["syg", "empty", "fritaget"]))
rows = st.dictionaries(st.sampled_from("ABCDEF"), st.lists(said, min_size=3, max_size=3), max_size=6)


@relaxed
@given(rows=rows, data=st.data())
def test_the_order_of_the_answers_changes_nothing(
    rows: dict[str, list[float | str | None]], data: st.DataObject
) -> None:
    given_ = answers(THREE, rows)
    shuffled = data.draw(st.permutations(given_))
    one, two = (class_test(THREE, pupils(*"ABCDEF"), some) for some in (given_, shuffled))
    assert one == two
    assert one.by_result() == two.by_result()
    assert len(one.present) + len(one.absent) == 6


# ---- what came before ----

OCTOBER = paper(*tasks_of(2), test_id="oktober", day=datetime.date(2025, 10, 2))
JUNE = paper(*tasks_of(2), test_id="juni", day=datetime.date(2025, 6, 2))


def test_before_is_each_pupils_newest_earlier_test() -> None:
    given_ = answers(OCTOBER, {"Ida": [1], "Noah": ["syg"]}) + answers(JUNE, {"Ida": [2], "Noah": [2]})
    for others in ([OCTOBER, JUNE], [JUNE, OCTOBER]):
        assert earlier_shares(THREE, others, given_) == {"Ida": (OCTOBER, 0.5), "Noah": (JUNE, 1)}


def test_of_two_earlier_tests_on_one_day_the_last_read_is_before() -> None:
    again = replace(OCTOBER, test_id="oktober igen", source=source(at=datetime.datetime(2027, 1, 1)))
    given_ = answers(OCTOBER, {"Ida": [1]}) + answers(again, {"Ida": [2]})
    for some in (given_, given_[::-1]):
        assert earlier_shares(THREE, [again, OCTOBER], some) == {"Ida": (again, 1)}


def test_before_goes_by_the_day_of_the_test_and_not_by_the_day_it_was_read_in() -> None:
    late = replace(JUNE, source=source(at=datetime.datetime(2027, 1, 1)))
    given_ = answers(OCTOBER, {"Ida": [1]}) + answers(late, {"Ida": [2]})
    assert earlier_shares(THREE, [OCTOBER, late], given_) == {"Ida": (OCTOBER, 0.5)}


def test_the_same_day_a_later_day_another_subject_and_no_day_are_not_before() -> None:
    day = OCTOBER.taken_on
    others = [
        paper(*tasks_of(2), test_id="samme dag"),
        paper(*tasks_of(2), test_id="marts", day=datetime.date(2026, 3, 1)),
        paper(*tasks_of(2), test_id="dansk", day=day, subject="dansk"),
        paper(*tasks_of(2), test_id="uden dato", day=None),
    ]
    given_ = [a for other in others for a in answers(other, {"Ida": [1]})]
    assert earlier_shares(THREE, others, given_) == {}
    undated = replace(THREE, taken_on=None)
    assert earlier_shares(undated, [OCTOBER], answers(OCTOBER, {"Ida": [1]})) == {}


def test_the_same_test_in_a_parallel_class_that_took_it_first_is_not_before() -> None:
    parallel = replace(THREE, klasse_id="7.B", taken_on=datetime.date(2026, 1, 7))
    given_ = answers(THREE, {"Ida": [2, 4, 4]}) + answers(OCTOBER, {"Ida": [1]})
    assert earlier_shares(THREE, [THREE, parallel, OCTOBER], given_) == {"Ida": (OCTOBER, 0.5)}


def test_an_earlier_test_that_two_classes_took_is_counted_once() -> None:
    twice = [OCTOBER, replace(OCTOBER, klasse_id="7.B", taken_on=datetime.date(2025, 10, 9))]
    found = earlier_shares(THREE, twice, answers(OCTOBER, {"Ida": [1]}))
    assert found["Ida"][1] == 0.5


def test_an_earlier_test_whose_maximum_nobody_knows_gives_way_to_the_one_before_it() -> None:
    unknown = replace(OCTOBER, tasks=(task(1, 0, observed=True),))
    given_ = answers(unknown, {"Ida": [0]}) + answers(JUNE, {"Ida": [1]})
    assert earlier_shares(THREE, [unknown, JUNE], given_) == {"Ida": (JUNE, 0.5)}
