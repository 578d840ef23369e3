"""A group before and after, worked by hand, with others who started alike beside it."""

import datetime

import pytest

from metrics.areas import AreaKey
from metrics.group_course import GroupCourse, group_course, when_taken
from metrics.model import CutScores
from tests.unit.hand_made import answers, paper, task

ALGEBRA = AreaKey("fagomraade", "Algebra")
BEGINS = datetime.date(2026, 1, 14)
FOUR = [task(i, 1, "Algebra") for i in range(1, 5)]
OTHER = task(5, 9, "Geometri")
OCTOBER = paper(*FOUR, OTHER, test_id="oktober", day=datetime.date(2025, 10, 8))
MARCH = paper(*FOUR, OTHER, test_id="marts", day=datetime.date(2026, 3, 11))
CUTS = CutScores()


def solved(n: int) -> list[float | str | None]:
    """So many of the four tasks of algebra, and all of geometry, which is of no concern."""
    return [*(float(i < n) for i in range(4)), 9.0]


def course_of(
    before: dict[str, int], after: dict[str, int], members: set[str], begins: datetime.date = BEGINS
) -> GroupCourse:
    everyone = before.keys() | after.keys()
    found = answers(OCTOBER, {p: solved(n) for p, n in before.items()})
    found += answers(MARCH, {p: solved(n) for p, n in after.items()})
    return group_course(members, everyone - members, [OCTOBER, MARCH], found, ALGEBRA, begins, CUTS)


def test_the_group_and_others_with_the_same_start_are_held_beside_each_other() -> None:
    before = {"Ida": 1, "Bo": 1, "Gry": 1, "Tue": 1, "Eva": 4}
    after = {"Ida": 3, "Bo": 2, "Gry": 2, "Tue": 1, "Eva": 4}

    found = course_of(before, after, {"Ida", "Bo"})

    assert found.total is not None
    assert found.beside is not None
    assert [total.share for total in found.total] == [0.25, 0.625]
    assert (found.both, found.beside.others) == (2, ("Gry", "Tue"))
    assert found.beside.change == pytest.approx(0.375)
    assert found.beside.others_change == pytest.approx(0.125)


def test_every_pupil_has_their_own_before_and_after() -> None:
    found = course_of({"Ida": 1}, {"Ida": 3, "Bo": 2}, {"Ida", "Bo"})

    ida, bo = found.lines["Ida"], found.lines["Bo"]
    assert [e.points if e else None for e in (*ida, *bo)] == [1.0, 3.0, None, 2.0]
    assert found.both == 1
    assert found.beside is None


def test_a_group_without_a_test_after_has_only_a_before() -> None:
    found = course_of({"Ida": 1, "Gry": 2}, {}, {"Ida"})

    assert [t.test_id for t in found.before] == ["oktober"]
    assert (found.after, found.total, found.beside) == ((), None, None)


def test_a_pupil_who_answered_nothing_has_an_empty_line() -> None:
    found = course_of({"Gry": 1}, {"Gry": 2}, {"Ida"})

    assert found.lines == {"Ida": (None, None)}
    assert (found.before, found.after, found.both) == ((), (), 0)


@pytest.mark.parametrize(
    ("day", "side"),
    [
        (datetime.date(2026, 1, 14), "before"),
        (datetime.date(2026, 1, 15), "after"),
        (datetime.date(2025, 1, 14), "before"),
        (datetime.date(2025, 1, 1), None),
        (None, None),
    ],
)
def test_a_test_on_the_first_day_is_before_and_one_of_another_year_is_neither(
    day: datetime.date | None, side: str | None
) -> None:
    assert when_taken(paper(*FOUR, day=day), BEGINS) == side


def test_a_test_without_the_area_stands_on_neither_side() -> None:
    only_geometry = paper(task(1, 2, "Geometri"), test_id="februar", day=datetime.date(2026, 2, 4))
    found = answers(OCTOBER, {"Ida": solved(1)}) + answers(only_geometry, {"Ida": [2]})

    course = group_course({"Ida"}, set(), [OCTOBER, only_geometry], found, ALGEBRA, BEGINS, CUTS)

    assert [t.test_id for t in course.before] == ["oktober"]
    assert course.after == ()


def test_the_order_in_which_answers_were_read_changes_nothing() -> None:
    before = {"Ida": 1, "Bo": 0, "Gry": 1, "Tue": 2}
    after = {"Ida": 3, "Bo": 2, "Gry": 2, "Tue": 1}
    found = answers(OCTOBER, {p: solved(n) for p, n in before.items()})
    found += answers(MARCH, {p: solved(n) for p, n in after.items()})

    one, other = (
        group_course({"Ida", "Bo"}, {"Gry", "Tue"}, tests, order, ALGEBRA, BEGINS, CUTS)
        for tests, order in (([OCTOBER, MARCH], found), ([MARCH, OCTOBER], found[::-1]))
    )

    assert one == other
