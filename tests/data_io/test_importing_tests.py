"""A test is one for all the classes that took it, and never described in two ways."""

import datetime
from typing import Any

import pytest

from tests.data_io.a_school import MARCH, School, asked, point_rows

WORDS = [["Fagligt område", "Algebra", None, None], ["Signalord", "Vis", "Skriv", "Beskriv"]]
A: list[list[Any]] = point_rows(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
B: list[list[Any]] = point_rows(["Gry", 1, 4, 1])


def tagged(
    *pupils: list[Any], area: str = "Algebra", word: str = "Vis", maximum: float = 3
) -> list[list[Any]]:
    return [
        ["Fagligt område", area, area, area],
        ["Signalord", word, "Skriv", "Beskriv"],
        ["Opgave", "1.1", "1.2", "1.3"],
        ["Maks. point", maximum, 3, 3],
        *pupils,
    ]


def test_the_same_test_in_a_parallel_class_is_asked_about(school: School) -> None:
    school.test(rows=A)

    outcome = school.test(rows=B, klasse="7.B")

    assert asked(outcome) == ["same_test"]
    said = "Er det samme prøve som MAT 7 i 7.A 2025/26? 3 af 3 opgaver passer."
    assert (outcome.blocking[0].message, outcome.blocking[0].default) == (said, "no")


def test_on_yes_the_classes_share_the_test_and_its_unknown_maxima(school: School) -> None:
    school.test(rows=A)

    assert school.test(rows=B, klasse="7.B", answers={"same_test": "yes"}).committed

    (in_a,), (in_b,) = school.tests("7.A"), school.tests("7.B")
    assert in_a.test_id == in_b.test_id
    assert [t.max_points for t in in_a.tasks] == [t.max_points for t in in_b.tasks] == [3, 4, 3]
    assert all(t.observed for t in in_a.tasks)
    assert (school.points("7.A")["Ida"], school.points("7.B")["Gry"]) == ([1, 2, 3], [1, 4, 1])


def test_on_no_they_are_two_tests(school: School) -> None:
    school.test(rows=A)

    assert school.test(rows=B, klasse="7.B", answers={"same_test": "no"}).committed

    (in_a,), (in_b,) = school.tests("7.A"), school.tests("7.B")
    assert in_a.test_id != in_b.test_id
    assert [t.max_points for t in in_a.tasks] == [3, 2, 3]
    assert [t.max_points for t in in_b.tasks] == [1, 4, 1]


def test_the_safe_answer_keeps_them_apart(school: School) -> None:
    school.test(rows=A)

    school.test(rows=B, klasse="7.B", accept_defaults=True)

    assert school.tests("7.A")[0].test_id != school.tests("7.B")[0].test_id


def test_the_class_of_the_next_year_joins_too(school: School) -> None:
    school.test(rows=A)
    next_year = datetime.date(2027, 1, 13)

    outcome = school.test(rows=B, date=next_year, answers={"same_test": "yes"})

    assert outcome.committed
    (now,) = school.tests("7.A", "2026/27")
    assert now.test_id == school.tests("7.A")[0].test_id
    assert (now.taken_on, school.tests("7.A")[0].taken_on) == (next_year, datetime.date(2026, 1, 14))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param(point_rows(["Gry", 1, 2], labels=["1.1", "1.2"]), {}, id="other tasks"),
        pytest.param(B, {"subject": "dansk"}, id="another subject"),
        pytest.param(B, {"klasse": "8.B"}, id="another year group"),
    ],
)
def test_what_cannot_be_the_same_test_is_not_asked_about(
    school: School, rows: list[list[Any]], said: dict[str, Any]
) -> None:
    school.test(rows=A)

    assert school.test(rows=rows, **{"klasse": "7.B", **said}).committed


def test_a_corrected_sheet_of_a_joined_test_is_not_asked_again(school: School) -> None:
    school.test(rows=A)
    school.test(rows=B, klasse="7.B", answers={"same_test": "yes"})

    assert school.test(["Gry", 1, 2, 1], klasse="7.B").committed

    assert school.points("7.B") == {"Gry": [1, 2, 1]}
    assert [t.max_points for t in school.tests("7.A")[0].tasks] == [3, 2, 3]


def test_an_unknown_maximum_sinks_when_the_results_that_gave_it_are_undone(school: School) -> None:
    school.test(rows=A)
    outcome = school.test(rows=B, klasse="7.B", answers={"same_test": "yes"})
    assert [t.max_points for t in school.tests()[0].tasks] == [3, 4, 3]

    school.undo(outcome)

    assert [t.max_points for t in school.tests()[0].tasks] == [3, 2, 3]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"area": "Geometri"}, "Opgave 1.1: fagområdet var Algebra, arket siger Geometri. I alt 3 opgaver"),
        ({"word": "Tegn"}, "Opgave 1.1: signalordet var Vis, arket siger Tegn. Hvad gælder?"),
        ({"maximum": 5}, "Opgave 1.1: maksimum var 3, arket siger 5. Hvad gælder?"),
    ],
)
def test_tags_and_maxima_that_differ_are_a_question(
    school: School, change: dict[str, Any], said: str
) -> None:
    school.test(rows=tagged(["Ida", 1, 2, 3]))

    outcome = school.test(rows=tagged(["Gry", 1, 2, 3], **change), klasse="7.B", answers={"same_test": "yes"})

    assert asked(outcome) == ["codes_differ"]
    assert outcome.blocking[0].message.startswith(said)
    assert (outcome.blocking[0].cell, outcome.blocking[0].default) == ("B3", None)


@pytest.mark.parametrize(("answer", "area", "maximum"), [("keep", "Algebra", 3), ("recode", "Geometri", 5)])
def test_one_description_holds_for_every_class(
    school: School, answer: str, area: str, maximum: float
) -> None:
    school.test(rows=tagged(["Ida", 1, 2, 3]))
    other = tagged(["Gry", 1, 2, 3], area="Geometri", maximum=5)

    assert school.test(
        rows=other, klasse="7.B", answers={"same_test": "yes", "codes_differ": answer}
    ).committed

    for klasse in ("7.A", "7.B"):
        task = school.tests(klasse)[0].tasks[0]
        assert (task.fagomraade, task.max_points) == (area, maximum)


def test_a_sheet_that_leaves_tags_out_keeps_those_the_test_has(school: School) -> None:
    school.test(rows=tagged(["Ida", 1, 2, 3]))

    assert school.test(rows=[*B[:1], ["Gry", 1, 3, 1]], klasse="7.B", answers={"same_test": "yes"}).committed

    assert school.tests("7.B")[0].tasks[0].signalord == "Vis"


def test_points_above_the_maximum_of_the_test_are_an_error_where_the_sheet_prints_none(
    school: School,
) -> None:
    school.test(rows=tagged(["Ida", 1, 2, 3]))

    outcome = school.test(rows=B, klasse="7.B", answers={"same_test": "yes"})

    assert asked(outcome) == ["above_maximum"]
    assert outcome.blocking[0].message.startswith("C2: 4 point, men opgave 1.2 giver højst 3 i prøven.")


def test_a_kept_maximum_holds_for_the_new_sheet_too(school: School) -> None:
    school.test(rows=tagged(["Ida", 1, 2, 3]))
    answers = {"same_test": "yes", "codes_differ": "keep"}

    outcome = school.test(rows=tagged(["Gry", 5, 2, 3], maximum=5), klasse="7.B", answers=answers)

    assert asked(outcome) == ["above_maximum"]


def test_a_new_maximum_below_what_another_class_was_given_is_an_error(school: School) -> None:
    school.test(rows=tagged(["Ida", 3, 2, 3]))
    answers = {"same_test": "yes", "codes_differ": "recode"}

    outcome = school.test(rows=tagged(["Gry", 1, 2, 3], maximum=2), klasse="7.B", answers=answers)

    assert asked(outcome) == ["recode_below"]
    assert outcome.blocking[0].message == (
        "Opgave 1.1: i 7.A er der givet 3 point, så maksimum kan ikke være 2."
    )
    assert school.tests()[0].tasks[0].max_points == 3


def test_the_tests_of_a_class_stand_with_the_newest_first(school: School) -> None:
    school.test(rows=A)
    school.test(rows=A, **MARCH)

    assert [t.title for t in school.tests()] == ["MAT 8", "MAT 7"]
