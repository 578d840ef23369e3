"""Levels in one round against another: who moved, what is marked, and that nobody is lost."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.levels import RoundColumn, columns
from metrics.model import Round, Scale
from metrics.movement import LEVELS, Movement, fell_far, is_marked, movement
from tests.unit.hand_made import EFTERAAR, FORAAR, pupils, ratings

CLASS = pupils("Alma", "Bo", "Ida", "Noah", "Vega")
relaxed = settings(deadline=None, database=None)
Levels = Mapping[str, float | str]
a_level = st.one_of(st.integers(1, 5), st.just("syg"))
some_levels = st.dictionaries(st.sampled_from([p.name for p in CLASS]), a_level)


def column(values: Levels, round_: Round, scale: Scale = "level") -> RoundColumn:
    """A round of dansk; without a rating at all it is there and missing, as for a class not rated yet."""
    found = columns(ratings("dansk", round_, values, scale), "dansk", [round_])
    return found[0] if found else RoundColumn("dansk", round_, scale, {})


def moved(before: Levels, now: Levels) -> Movement:
    return movement(CLASS, column(before, EFTERAAR), column(now, FORAAR))


def names(found: Movement) -> list[str]:
    return [line.pupil.name for line in found.moved]


# ---- the rule ----


@pytest.mark.parametrize(
    ("before", "now"), [(5, 3), (4, 2), (3, 1), (5, 1), (3, 2), (4, 1), (1, 3), (2, 4), (3, 5), (1, 5)]
)
def test_two_steps_or_a_fall_into_1_or_2_is_marked(before: int, now: int) -> None:
    assert is_marked(before, now)


@pytest.mark.parametrize(("before", "now"), [(5, 4), (4, 3), (2, 1), (1, 2), (2, 3), (4, 5), (1, 1), (2, 2)])
def test_one_step_that_is_no_fall_into_1_or_2_is_not_marked(before: int, now: int) -> None:
    assert not is_marked(before, now)


def test_of_what_is_marked_only_the_way_down_is_a_far_fall() -> None:
    marked = [(b, n) for b in LEVELS for n in LEVELS if is_marked(b, n)]
    assert {(b, n) for b, n in marked if fell_far(b, n)} == {(b, n) for b, n in marked if n < b}


# ---- who moved ----


def test_every_pupil_has_the_level_before_and_now_and_the_steps_between() -> None:
    found = moved({"Alma": 4, "Bo": 2, "Ida": 3}, {"Alma": 2, "Bo": 2, "Ida": 4})
    assert [(line.pupil.name, line.steps) for line in found.both] == [("Alma", -2), ("Bo", 0), ("Ida", 1)]
    assert [line.pupil.name for line in found.down] == ["Alma"]
    assert [line.pupil.name for line in found.up] == ["Ida"]


def test_marked_falls_stand_first_then_marked_rises_then_single_steps_down_and_up() -> None:
    found = moved(
        {"Alma": 4, "Bo": 5, "Ida": 1, "Noah": 3, "Vega": 5},
        {"Alma": 5, "Bo": 4, "Ida": 3, "Noah": 2, "Vega": 2},
    )
    assert names(found) == ["Vega", "Noah", "Ida", "Bo", "Alma"]


def test_who_is_missing_in_a_round_has_no_steps_and_says_why() -> None:
    found = moved({"Alma": 3, "Bo": "ny", "Ida": 2}, {"Alma": "syg", "Bo": 4, "Ida": 2, "Noah": 1})
    said = {
        line.pupil.name: (line.before, line.now, line.why_before, line.why_now) for line in found.not_both
    }
    assert said == {
        "Alma": (3, None, None, "syg"),
        "Bo": (None, 4, "ny", None),
        "Noah": (None, 1, "not_in_sheet", None),
        "Vega": (None, None, "not_in_sheet", "not_in_sheet"),
    }
    assert found.moved == []


def test_a_round_that_nobody_has_been_rated_in_yet_gives_no_reason_and_no_movement() -> None:
    found = moved({"Alma": 3, "Bo": 4}, {})
    assert found.both == []
    assert [line.why_now for line in found.lines] == [None] * 5
    assert found.median(now=True) is None
    assert found.low(now=True) == 0


def test_marks_are_refused() -> None:
    levels, marks = column({"Alma": 4}, EFTERAAR), column({"Alma": 4}, FORAAR, "mark")
    for pair in ((levels, marks), (marks, levels)):
        with pytest.raises(ValueError, match="marks"):
            movement(CLASS, *pair)


# ---- the whole class ----


def test_the_middle_is_a_level_or_the_two_it_lies_between_and_never_a_decimal() -> None:
    found = moved({"Alma": 1, "Bo": 2, "Ida": 5}, {"Alma": 2, "Bo": 3, "Ida": 3, "Noah": 2})
    assert (found.median(now=False), found.median(now=True)) == ((2, 2), (2, 3))


def test_levels_1_and_2_are_counted_in_each_round_also_of_who_lacks_the_other() -> None:
    found = moved({"Alma": 1, "Bo": 2, "Ida": 5}, {"Alma": 2, "Bo": 3, "Noah": 1, "Vega": 2})
    assert (found.low(now=False), found.low(now=True)) == (2, 3)


def test_one_pupil_alone_is_a_class_too() -> None:
    found = movement(pupils("Ida"), column({"Ida": 3}, EFTERAAR), column({"Ida": 2}, FORAAR))
    assert [(line.steps, line.marked) for line in found.moved] == [(-1, True)]
    assert found.median(now=True) == (2, 2)


def test_a_class_without_pupils_has_nothing_and_fails_at_nothing() -> None:
    found = movement([], column({}, EFTERAAR), column({}, FORAAR))
    assert (found.lines, found.moved, found.median(now=False), found.low(now=True)) == ((), [], None, 0)


@relaxed
@given(before=some_levels, now=some_levels)
def test_the_table_with_its_missing_row_and_column_holds_every_pupil_once(
    before: Levels, now: Levels
) -> None:
    found = moved(before, now)
    cells = [found.at(b, n) for b in (*LEVELS, None) for n in (*LEVELS, None)]
    assert sorted(line.pupil.name for cell in cells for line in cell) == [p.name for p in CLASS]
    assert len(found.both) + len(found.not_both) == len(CLASS)
    stayed = sum(len(found.at(level, level)) for level in LEVELS)
    assert stayed + len(found.down) + len(found.up) == len(found.both)


@relaxed
@given(before=some_levels, now=some_levels)
def test_turning_the_rounds_round_turns_every_movement_round(before: Levels, now: Levels) -> None:
    there = movement(CLASS, column(before, EFTERAAR), column(now, FORAAR))
    back = movement(CLASS, column(now, FORAAR), column(before, EFTERAAR))
    assert [line.pupil for line in there.down] == [line.pupil for line in back.up]
    for one in (*LEVELS, None):
        for other in (*LEVELS, None):
            assert len(there.at(one, other)) == len(back.at(other, one))


@relaxed
@given(before=some_levels, now=some_levels)
def test_a_rating_that_is_missing_moves_nobody_else(before: Levels, now: Levels) -> None:
    whole = {line.pupil.name: line.steps for line in moved(before, now).lines}
    without = {name: value for name, value in now.items() if name != "Ida"}
    rest = {line.pupil.name: line.steps for line in moved(before, without).lines}
    assert rest == whole | {"Ida": None}
