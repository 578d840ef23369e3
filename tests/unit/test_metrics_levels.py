"""Teachers' ratings: counts with the missing, changes between rounds, and who stands first."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.levels import (
    ClassRound,
    RoundColumn,
    change,
    class_round,
    columns,
    low_count,
    rounds_in,
    subjects_in,
)
from metrics.model import Pupil, Rating, Round, Scale
from tests.unit.hand_made import EFTERAAR, FORAAR, pupils, ratings, source

LAST_SPRING = Round("Forår", "2024/25", 50)
relaxed = settings(deadline=None, database=None)
Levels = Mapping[str, float | str]
DANSK = ratings("dansk", FORAAR, {"Alma": 3, "Bo": 4})
CLASS = pupils("Alma", "Bo", "Ida", "Noah", "Vega")


def column(values: Levels, scale: Scale = "level", round_: Round = FORAAR) -> RoundColumn:
    (found,) = columns(ratings("dansk", round_, values, scale), "dansk", [round_])
    return found


def overview(then: Mapping[str, Levels], now: Mapping[str, Levels]) -> ClassRound:
    given_ = [r for subject, values in then.items() for r in ratings(subject, EFTERAAR, values)]
    given_ += [r for subject, values in now.items() for r in ratings(subject, FORAAR, values)]
    return class_round(CLASS, given_, "2025/26")


def names(some: tuple[Pupil, ...]) -> list[str]:
    return [p.name for p in some]


# ---- counts and the median ----


def test_counts_are_per_level_and_count_the_missing_too() -> None:
    rated = column({"Alma": 1, "Bo": 3, "Ida": 3, "Noah": "ny"})
    assert rated.counts(CLASS) == ((1, 0, 2, 0, 0), 2)
    assert rated.counts([]) == ((0, 0, 0, 0, 0), 0)


def test_the_median_is_of_the_ratings_there_are() -> None:
    assert column({"Alma": 1, "Bo": 3, "Ida": 5, "Noah": "ny"}).median(CLASS) == 3
    assert column({"Alma": 2, "Bo": 3}).median(CLASS) == 2.5
    assert column({"Alma": "ny"}).median(CLASS) is None


def test_levels_1_and_2_are_low_and_marks_are_never_counted_as_levels() -> None:
    assert low_count(column({"Alma": 1, "Bo": 2, "Ida": 3, "Noah": "ny"}), CLASS) == 2
    assert low_count(column({"Alma": 2, "Bo": 2}, "mark"), CLASS) == 0


@relaxed
@given(values=st.dictionaries(st.sampled_from([p.name for p in CLASS]), st.integers(1, 5), min_size=1))
def test_levels_and_missing_add_up_to_the_class(values: Levels) -> None:
    counts, missing = column(values).counts(CLASS)
    assert sum(counts) + missing == len(CLASS)
    assert sum(counts) == len(values)


# ---- changes ----


def test_a_change_is_now_minus_then() -> None:
    then, now = column({"Alma": 4, "Bo": 2}, round_=EFTERAAR), column({"Alma": 2, "Bo": 2})
    assert [change(then, now, name) for name in ("Alma", "Bo")] == [-2, 0]


def test_there_is_no_change_from_or_to_a_missing_rating_or_from_nothing() -> None:
    then, now = column({"Alma": 4, "Bo": "ny"}, round_=EFTERAAR), column({"Alma": "syg", "Bo": 3, "Ida": 3})
    assert [change(then, now, name) for name in ("Alma", "Bo", "Ida", "Vega")] == [None] * 4
    assert change(None, now, "Bo") is None


def test_there_is_no_change_between_a_level_and_a_mark() -> None:
    level, mark = column({"Alma": 4}, round_=EFTERAAR), column({"Alma": 7}, "mark")
    assert change(level, mark, "Alma") is None
    assert change(mark, level, "Alma") is None
    assert change(column({"Alma": 4.5}, "mark", EFTERAAR), mark, "Alma") == 2.5


# ---- rounds, subjects, columns ----


def test_rounds_stand_in_order_of_time() -> None:
    given_ = [r for round_ in (FORAAR, LAST_SPRING, EFTERAAR) for r in ratings("dansk", round_, {"Ida": 3})]
    assert rounds_in(given_) == [LAST_SPRING, EFTERAAR, FORAAR]


def test_dansk_matematik_and_social_come_first_and_then_the_others() -> None:
    given_ = [r for s in ("social", "tysk", "dansk", "engelsk") for r in ratings(s, FORAAR, {"Ida": 3})]
    assert subjects_in(given_) == ["dansk", "social", "engelsk", "tysk"]


def test_a_round_without_a_rating_of_the_subject_has_no_column() -> None:
    given_ = ratings("dansk", EFTERAAR, {"Ida": 3}) + ratings("social", FORAAR, {"Ida": 3})
    assert [c.round for c in columns(given_, "dansk", [EFTERAAR, FORAAR])] == [EFTERAAR]


def test_a_level_a_pupil_brought_along_does_not_hide_the_marks_of_the_class() -> None:
    marks = ratings("dansk", FORAAR, {"Alma": 7, "Bo": 4, "Ida": 5.5}, "mark")
    (found,) = columns(marks + ratings("dansk", FORAAR, {"Noah": 3}), "dansk", [FORAAR])
    assert (found.scale, found.median(CLASS), found.value("Noah")) == ("mark", 5.5, None)
    (half,) = columns(marks[:1] + ratings("dansk", FORAAR, {"Noah": 3}), "dansk", [FORAAR])
    assert (half.scale, half.value("Alma"), half.value("Noah")) == ("level", None, 3)


def test_of_two_ratings_a_value_stands_before_a_missing_one_and_then_the_last_read() -> None:
    old, new = (source(at=datetime.datetime(2026, month, 1)) for month in (3, 6))
    values = ratings("dansk", FORAAR, {"Ida": 2}, read=old) + ratings("dansk", FORAAR, {"Ida": 4}, read=new)
    blank = ratings("dansk", FORAAR, {"Ida": "empty"}, read=new)
    lower = [replace(r, row=20) for r in ratings("dansk", FORAAR, {"Ida": 1}, read=new)]
    for given_ in (values, values[::-1], values + lower, lower + values):
        assert columns(given_, "dansk", [FORAAR])[0].value("Ida") == 4
    for given_ in (values[:1] + blank, blank + values[:1]):
        assert columns(given_, "dansk", [FORAAR])[0].value("Ida") == 2


# ---- the class's round ----


def test_a_class_is_its_newest_round_beside_the_one_before() -> None:
    given_ = [
        r
        for round_, level in ((LAST_SPRING, 5), (EFTERAAR, 4), (FORAAR, 3))
        for r in ratings("dansk", round_, {"Ida": level})
    ]
    found = class_round(pupils("Ida"), given_, "2025/26")
    assert (found.now["dansk"].round, found.before["dansk"].round) == (FORAAR, EFTERAAR)
    assert [c.round for c in found.columns()["dansk"]] == [EFTERAAR, FORAAR]
    assert [c.round for c in found.columns(all_rounds=True)["dansk"]] == [LAST_SPRING, EFTERAAR, FORAAR]
    assert found.falls("Ida") == [-1]


def test_rounds_follow_the_pupils_over_the_years() -> None:
    given_ = ratings("dansk", LAST_SPRING, {"Ida": 4}) + ratings("dansk", EFTERAAR, {"Ida": 2, "Noah": 3})
    found = class_round(pupils("Ida", "Noah"), given_, "2025/26")
    assert (found.falls("Ida"), found.falls("Noah")) == ([-2], [])
    assert found.now["dansk"].counts(found.pupils) == ((0, 1, 1, 0, 0), 0)


def test_a_later_years_ratings_are_not_seen_from_an_earlier_year() -> None:
    given_ = ratings("dansk", LAST_SPRING, {"Ida": 4}) + ratings("dansk", EFTERAAR, {"Ida": 2})
    assert class_round(pupils("Ida"), given_, "2024/25").levels("Ida") == [4]


def test_a_year_without_ratings_gives_an_empty_overview() -> None:
    given_ = ratings("dansk", LAST_SPRING, {"Ida": 4})
    blank = [*given_, *ratings("dansk", EFTERAAR, {"Ida": "empty"})]
    for some in ([], given_, blank):
        found = class_round(pupils("Ida"), some, "2025/26")
        assert (found.now, found.before, found.history) == ({}, {}, {})
        assert names(found.by_fall()) == names(found.by_lowest()) == ["Ida"]


def test_a_subject_the_class_was_rated_in_last_time_is_there_and_missing_this_time() -> None:
    found = overview(
        {"dansk": {"Alma": 3, "Bo": 4, "Ida": 2}, "social": {"Alma": 3, "Bo": 4, "Ida": 2}},
        {"dansk": {"Alma": 3, "Bo": 4, "Ida": 2}},
    )
    assert list(found.now) == ["dansk", "social"]
    assert found.now["social"].round == FORAAR
    assert found.now["social"].counts(CLASS) == ((0, 0, 0, 0, 0), 5)
    assert found.before["social"].counts(CLASS) == ((0, 1, 1, 1, 0), 2)
    assert found.falls("Alma") == [0]
    half = class_round(pupils("Alma", "Bo"), [*ratings("social", EFTERAAR, {"Bo": 3}), *DANSK], "2025/26")
    assert half.now["social"].counts(half.pupils) == ((0, 0, 0, 0, 0), 2)


def test_a_subject_one_pupil_brought_along_or_that_ended_long_ago_is_not_missed() -> None:
    one = overview({"dansk": {"Alma": 3}, "tysk": {"Ida": 2}}, {"dansk": {"Alma": 3}})
    assert list(one.now) == ["dansk"]
    given_ = [r for p in CLASS for r in ratings("tysk", LAST_SPRING, {p.name: 3})]
    given_ += [r for round_ in (EFTERAAR, FORAAR) for r in ratings("dansk", round_, {"Ida": 3})]
    assert list(class_round(CLASS, given_, "2025/26").now) == ["dansk"]


# ---- who stands first ----


def test_the_largest_fall_stands_first_and_two_falls_before_one() -> None:
    then: dict[str, Levels] = {"dansk": {"Alma": 3, "Bo": 3, "Ida": 3, "Noah": 5, "Vega": 3}}
    then["matematik"] = dict(then["dansk"])
    now: dict[str, Levels] = {
        "dansk": {"Alma": 3, "Bo": 2, "Ida": 2, "Noah": 3, "Vega": 5},
        "matematik": {"Alma": 3, "Bo": 5, "Ida": 2, "Noah": 5, "Vega": 5},
    }
    assert names(overview(then, now).by_fall()) == ["Noah", "Ida", "Bo", "Alma", "Vega"]


def test_a_missing_rating_is_no_fall_and_who_did_not_fall_stays_in_class_list_order() -> None:
    then: dict[str, Levels] = {"dansk": {"Alma": 5, "Bo": 3, "Ida": 1, "Noah": 3}}
    now: dict[str, Levels] = {"dansk": {"Bo": 3, "Ida": 4, "Noah": 2, "Vega": 1}}
    assert names(overview(then, now).by_fall()) == ["Noah", "Alma", "Bo", "Ida", "Vega"]


def test_marks_do_not_make_a_fall() -> None:
    given_ = ratings("dansk", EFTERAAR, {"Ida": 10, "Alma": 4}, "mark")
    given_ += ratings("dansk", FORAAR, {"Ida": 2, "Alma": 4}, "mark")
    found = class_round(pupils("Alma", "Ida"), given_, "2025/26")
    assert (found.falls("Ida"), found.levels("Ida")) == ([], [])
    assert names(found.by_fall()) == ["Alma", "Ida"]


def test_the_lowest_stands_first_two_low_levels_before_one_and_the_unrated_last() -> None:
    now: dict[str, Levels] = {
        "dansk": {"Bo": 1, "Ida": 1, "Noah": 2, "Vega": 1},
        "matematik": {"Ida": 1, "Noah": 2, "Vega": 5},
    }
    assert names(overview({}, now).by_lowest()) == ["Ida", "Vega", "Bo", "Noah", "Alma"]


@relaxed
@given(data=st.data())
def test_the_order_of_the_ratings_changes_nothing(data: st.DataObject) -> None:
    level = st.one_of(st.integers(1, 5), st.just("empty"))
    given_: list[Rating] = []
    for round_ in (LAST_SPRING, EFTERAAR, FORAAR):
        for subject in ("dansk", "social"):
            values = data.draw(st.dictionaries(st.sampled_from([p.name for p in CLASS]), level))
            given_ += ratings(subject, round_, values)
    one = class_round(CLASS, given_, "2025/26")
    two = class_round(CLASS, data.draw(st.permutations(given_)), "2025/26")
    assert one == two
    assert sorted(names(one.by_fall())) == sorted(names(one.by_lowest())) == [p.name for p in CLASS]


@pytest.mark.parametrize("round_", [EFTERAAR, FORAAR])
def test_a_round_is_known_by_name_year_and_place(round_: Round) -> None:
    assert rounds_in(
        ratings("dansk", round_, {"Ida": 3}) + ratings("social", replace(round_), {"Ida": 3})
    ) == [round_]
