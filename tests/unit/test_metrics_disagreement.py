"""Where level and tests point apart: only with a full colour, only with tests around the round."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.disagreement import Disagreement, disagreement, taken_around, window
from metrics.evidence import pupil_evidence
from metrics.levels import RoundColumn, columns
from metrics.model import OTHER_TEST, Answer, CutScores, Round, Scale, Test
from tests.unit.hand_made import EFTERAAR, FORAAR, answers, paper, pupils, ratings, tasks_of

CLASS = pupils("Alma", "Bo", "Ida")
CUTS = CutScores()
VINTER = Round("Vinter", "2025/26", 30)
TERMIN_2 = Round("2. termin", "2025/26", 40)
TWENTY = tasks_of(*[1.0] * 20)
JANUARY = paper(*TWENTY)
relaxed = settings(deadline=None, database=None)


def rated(values: Mapping[str, float | str], round_: Round = FORAAR, scale: Scale = "level") -> RoundColumn:
    (found,) = columns(ratings("matematik", round_, values, scale), "matematik", [round_])
    return found


def solved(n: int) -> list[float | str | None]:
    return [*[1.0] * n, *[0.0] * (20 - n)]


def beside(
    levels: Mapping[str, float | str],
    points: Mapping[str, Sequence[float | str | None]],
    round_: Round = FORAAR,
    test: Test = JANUARY,
) -> Disagreement:
    return disagreement(CLASS, rated(levels, round_), [test], answers(test, points), CUTS)


def apart(found: Disagreement) -> list[tuple[str, str | None]]:
    return [(line.pupil.name, line.direction) for line in found.apart]


# ---- the rule ----


@pytest.mark.parametrize(
    ("level", "right", "expected"),
    [
        (1, 19, "test_higher"),
        (2, 19, "test_higher"),
        (3, 19, None),
        (5, 19, None),
        (4, 1, "test_lower"),
        (5, 1, "test_lower"),
        (3, 1, None),
        (1, 1, None),
        (1, 11, None),  # a sure yellow asks nothing
        (5, 11, None),
    ],
)
def test_a_full_green_with_1_or_2_and_a_full_red_with_4_or_5_point_apart(
    level: int, right: int, expected: str | None
) -> None:
    (line, *_rest) = beside({"Alma": level}, {"Alma": solved(right)}).lines
    assert (line.why_not, line.direction) == (None, expected)


@pytest.mark.parametrize(("level", "right"), [(1, 15), (2, 14), (5, 7), (4, 6)])
def test_a_light_colour_asks_nothing_and_says_that_it_is_not_sure(level: int, right: int) -> None:
    (line, *_rest) = beside({"Alma": level}, {"Alma": solved(right)}).lines
    assert (line.why_not, line.direction) == ("not_sure", None)


def test_the_schools_own_cut_scores_decide() -> None:
    column, given_ = rated({"Alma": 2}), answers(JANUARY, {"Alma": solved(13)})
    assert disagreement(CLASS, column, [JANUARY], given_, CUTS).apart == []
    low = disagreement(CLASS, column, [JANUARY], given_, CutScores(0.2, 0.4))
    assert apart(low) == [("Alma", "test_higher")]


def test_those_higher_in_the_tests_stand_first_then_as_on_the_class_list() -> None:
    found = beside({"Alma": 5, "Bo": 1, "Ida": 2}, {"Alma": solved(0), "Bo": solved(20), "Ida": solved(20)})
    assert apart(found) == [("Bo", "test_higher"), ("Ida", "test_higher"), ("Alma", "test_lower")]


# ---- who cannot be looked at, and why ----


def test_without_a_level_nothing_is_said_and_the_reason_is_kept() -> None:
    found = beside({"Alma": "ny", "Bo": 3}, {"Alma": solved(20), "Ida": solved(20)})
    assert [(line.why_not, line.missing) for line in found.lines] == [
        ("no_level", "ny"),
        ("no_test", None),
        ("no_level", "not_in_sheet"),
    ]
    assert found.looked_at == []


def test_everybody_ill_gives_no_evidence_and_no_colour() -> None:
    found = beside({"Alma": 1, "Bo": 5, "Ida": 3}, {p.name: ["syg"] * 20 for p in CLASS})
    assert [line.why_not for line in found.lines] == ["no_test"] * 3
    assert {line.evidence for line in found.lines} == {None}


def test_less_than_half_of_a_test_is_no_test() -> None:
    ten: list[float | str | None] = [*[1.0] * 10, *[None] * 10]
    nine: list[float | str | None] = [*[1.0] * 9, *[None] * 11]
    found = beside({"Alma": 2, "Bo": 2}, {"Alma": ten, "Bo": nine})
    assert [line.why_not for line in found.lines] == [None, "no_test", "no_level"]
    assert apart(found) == [("Alma", "test_higher")]


def test_another_test_than_the_classs_is_not_held_against_the_level() -> None:
    own = [replace(a, conditions=(OTHER_TEST,)) for a in answers(JANUARY, {"Alma": solved(20)})]
    found = disagreement(CLASS, rated({"Alma": 1}), [JANUARY], own, CUTS)
    assert [line.why_not for line in found.lines] == ["other_test", "no_level", "no_level"]


def test_a_test_where_nothing_could_be_had_is_no_evidence() -> None:
    nothing = paper(*tasks_of(0.0, 0.0), test_id="tom")
    found = beside({"Alma": 1}, {"Alma": [0.0, 0.0]}, test=nothing)
    assert found.lines[0].why_not == "no_test"


def test_one_task_is_never_enough() -> None:
    one = paper(*tasks_of(1.0), test_id="en")
    assert beside({"Alma": 1}, {"Alma": [1.0]}, test=one).lines[0].why_not == "not_sure"


def test_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="marks"):
        disagreement(CLASS, rated({"Alma": 2.5}, scale="mark"), [], [], CUTS)


# ---- which tests count ----


def day(year: int, month: int, number: int = 1) -> datetime.date:
    return datetime.date(year, month, number)


def test_a_round_of_the_autumn_goes_with_the_tests_until_the_end_of_january() -> None:
    assert window(EFTERAAR) == window(VINTER) == (day(2025, 8), day(2026, 1, 31))


def test_a_round_of_the_spring_goes_with_the_tests_of_the_whole_school_year() -> None:
    assert window(FORAAR) == window(TERMIN_2) == (day(2025, 8), day(2026, 7, 31))


def test_other_subjects_other_years_and_tests_without_a_day_stand_outside() -> None:
    october = paper(*TWENTY, test_id="oktober", day=day(2025, 10, 8))
    march = paper(*TWENTY, test_id="marts", day=day(2026, 3, 12))
    outside = [
        paper(*TWENTY, test_id="sidste år", day=day(2025, 7, 31)),
        paper(*TWENTY, test_id="næste år", day=day(2026, 8, 1)),
        paper(*TWENTY, test_id="uden dag", day=None),
        paper(*TWENTY, test_id="dansk", subject="dansk"),
    ]
    all_ = [march, *outside, october]
    assert taken_around(EFTERAAR, "matematik", all_) == [october]
    assert taken_around(FORAAR, "matematik", all_) == [october, march]


def test_points_of_several_tests_are_added_and_every_task_counts_once() -> None:
    october = paper(*tasks_of(2.0, 3.0), test_id="oktober", day=day(2025, 10, 8))
    points = answers(JANUARY, {"Alma": solved(20)}) + answers(october, {"Alma": [1.0, 0.0]})
    found = disagreement(CLASS, rated({"Alma": 2}), [JANUARY, october], points, CUTS)
    assert found.lines[0].evidence == pupil_evidence(21.0, 25.0, 22, CUTS)
    assert found.lines[0].tests == (october, JANUARY)


def test_of_a_paper_taken_twice_the_last_time_counts() -> None:
    again = paper(*TWENTY, test_id="januar@2026-03-20", day=day(2026, 3, 20))
    points = answers(JANUARY, {"Alma": solved(2)}) + answers(again, {"Alma": solved(19)})
    found = disagreement(CLASS, rated({"Alma": 2}), [again, JANUARY], points, CUTS)
    assert found.lines[0].evidence == pupil_evidence(19.0, 20.0, 20, CUTS)


def test_a_pupil_known_from_two_classes_has_every_answer_once() -> None:
    twice = answers(JANUARY, {"Alma": solved(19)}) * 2
    found = disagreement(CLASS, rated({"Alma": 2}), [JANUARY], twice, CUTS)
    assert found.lines[0].evidence == pupil_evidence(19.0, 20.0, 20, CUTS)


@relaxed
@given(data=st.data())
def test_nobody_is_lost_and_the_order_of_the_answers_changes_nothing(data: st.DataObject) -> None:
    names = [p.name for p in CLASS]
    level = st.one_of(st.integers(1, 5), st.just("empty"))
    levels = data.draw(st.dictionaries(st.sampled_from(names), level, min_size=1))
    rows = data.draw(st.dictionaries(st.sampled_from(names), st.integers(0, 20).map(solved)))
    given_: list[Answer] = answers(JANUARY, rows)
    one = disagreement(CLASS, rated(levels), [JANUARY], given_, CUTS)
    two = disagreement(CLASS, rated(levels), [JANUARY], data.draw(st.permutations(given_)), CUTS)
    assert one == two
    assert len(one.looked_at) + len(one.left_out) == len(CLASS)
    assert {line.pupil.name for line in one.apart} <= {line.pupil.name for line in one.looked_at}
