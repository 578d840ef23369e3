"""An assessment sheet grows from term to term, and its ratings follow the pupil through the years."""

from typing import Any

import pytest

from data_io import queries
from tests.data_io.a_school import School, asked, rating_rows
from tests.data_io.result_sheets import DAGNAES

AUTUMN = rating_rows(["Ida", 3, 4], ["Bo", 2, 3])
SPRING = rating_rows(["Ida", 3, 4, 4, 4], ["Bo", 2, 3, 1, None])
CLASSES = ("7.A", "8.A")
YEARS = {"skoleaar": "2026/27"}


def test_the_sheet_of_dagnaes_follows_the_class_through_three_school_years(school: School) -> None:
    assert asked(school.read(DAGNAES)) == []
    outcome = school.read(DAGNAES, skoleaar="2025/26")

    assert outcome.committed
    assert (outcome.committed.klasse, outcome.committed.round_name) == ("9.A", "2. termin")
    peter = school.ratings(school.pupil_id("Peter", "9.A"))
    assert [(r.round.skoleaar, r.round.name) for r in peter[::3]] == [
        ("2023/24", "Efterår"),
        ("2023/24", "Forår"),
        ("2024/25", "1. termin"),
        ("2024/25", "2. termin"),
        ("2025/26", "1. termin"),
        ("2025/26", "2. termin"),
    ]
    last = {r.subject: (r.value, r.scale) for r in peter[-3:]}
    assert last == {"dansk": (5.5, "mark"), "matematik": (5.5, "mark"), "social": (3, "level")}
    assert school.pupils("7.A", "2023/24") == school.pupils("8.A", "2024/25") == ["Peter"]


def test_a_sheet_grows_by_a_term_and_the_terms_before_it_are_unchanged(school: School) -> None:
    first = school.read(AUTUMN, skoleaar="2025/26")
    assert first.committed
    assert first.committed.values == 4

    second = school.read(SPRING, skoleaar="2025/26")

    assert second.committed
    assert second.committed.changes == ()
    assert school.levels("Ida") == {
        "2025/26 Efterår dansk": 3,
        "2025/26 Efterår matematik": 4,
        "2025/26 Forår dansk": 4,
        "2025/26 Forår matematik": 4,
    }
    assert school.levels("Bo")["2025/26 Forår matematik"] is None


def test_undo_of_the_new_term_leaves_the_old_one(school: School) -> None:
    school.read(AUTUMN, skoleaar="2025/26")

    school.undo(school.read(SPRING, skoleaar="2025/26"))

    assert list(school.levels("Ida")) == ["2025/26 Efterår dansk", "2025/26 Efterår matematik"]


def test_the_same_ratings_twice_change_nothing(school: School) -> None:
    school.read(AUTUMN, skoleaar="2025/26")
    revision = school.store.revision

    again = school.read(AUTUMN, skoleaar="2025/26")

    assert again.committed
    assert again.committed.unchanged
    assert school.store.revision == revision


def test_a_corrected_rating_says_class_round_and_subject(school: School) -> None:
    school.read(AUTUMN, skoleaar="2025/26")

    corrected = school.read(rating_rows(["Ida", 3, 5], ["Bo", 2, 3]), skoleaar="2025/26")

    assert corrected.committed
    (change,) = corrected.committed.changes
    assert (change.pupil, change.column, change.before, change.after) == (
        "Ida",
        "7.A Efterår matematik",
        4,
        5,
    )


@pytest.mark.parametrize(("answer", "autumn"), [("keep", 3), ("remove", None)])
def test_ratings_that_were_moved_to_another_column_are_asked_about(
    school: School, answer: str, autumn: float | None
) -> None:
    school.read(AUTUMN, skoleaar="2025/26")
    moved = rating_rows(["Ida", None, 4, 3, None], ["Bo", None, 3, 2, None])

    assert asked(school.read(moved, skoleaar="2025/26")) == ["emptied"]
    outcome = school.read(moved, skoleaar="2025/26", answers={"emptied": answer})

    assert outcome.committed
    assert school.levels("Ida").get("2025/26 Efterår dansk") == autumn
    assert school.levels("Ida")["2025/26 Forår dansk"] == 3


def test_a_colleagues_copy_without_a_subject_takes_nothing_away(school: School) -> None:
    school.read(rating_rows(["Ida", 3, None], rounds=1), skoleaar="2025/26")

    assert school.read(rating_rows(["Ida", None, 4], rounds=1), skoleaar="2025/26").committed

    assert school.levels("Ida") == {"2025/26 Efterår dansk": 3, "2025/26 Efterår matematik": 4}


def test_a_pupil_who_came_later_is_not_in_the_class_of_the_year_before(school: School) -> None:
    rows = rating_rows(["Ida", 3, 4, 3, 4], ["Gry", None, None, 5, 5], klasser=CLASSES, rounds=1)

    assert school.read(rows, **YEARS).committed

    assert school.pupils("7.A", "2025/26") == ["Ida"]
    assert school.pupils("8.A", "2026/27") == ["Gry", "Ida"]


def test_ratings_follow_the_pupil_into_another_class(school: School) -> None:
    school.class_list(("Ida Holm", "idah1234"))
    school.read(rating_rows(["Ida", 3, 4], rounds=1), skoleaar="2025/26")
    school.class_list(("Ida Holm", "idah1234"), klasse="8.B", year="2026/27")

    school.read(rating_rows(["Ida", 2, 2], klasser=("8.B",), rounds=1), **YEARS)

    assert school.levels("Ida Holm", "8.B", "2026/27") == {
        "2025/26 Efterår dansk": 3,
        "2025/26 Efterår matematik": 4,
        "2026/27 Efterår dansk": 2,
        "2026/27 Efterår matematik": 2,
    }


def test_a_reason_for_no_rating_is_missing_and_not_red(school: School) -> None:
    school.read(rating_rows(["Ida", 3, 4], ["Gry", "ny", "ikke vurderet"], rounds=1), skoleaar="2025/26")

    gry = school.ratings(school.pupil_id("Gry"))
    assert [(r.value, r.missing) for r in gry] == [(None, "ny"), (None, "ikke_bedoemt")]


def terms(*pupils: list[Any]) -> list[list[Any]]:
    return [["Elev", "1. termin", None], [None, "Dansk", "Mat"], *pupils]


@pytest.mark.parametrize("scale", ["level", "mark"])
def test_whole_numbers_in_a_term_are_what_the_teacher_says(school: School, scale: str) -> None:
    rows = terms(["Ida", 4, 2], ["Bo", 2, 4])
    assert asked(school.read(rows, klasse="8.A", skoleaar="2025/26")) == ["scale", "scale"]

    assert school.read(rows, klasse="8.A", skoleaar="2025/26", answers={"scale": scale}).committed

    assert {r.scale for r in school.ratings(school.pupil_id("Ida", "8.A"))} == {scale}


def test_numbers_are_judged_on_the_scale_that_was_answered(school: School) -> None:
    rows = terms(["Ida", 4, 2], ["Bo", 81, 4])
    told = {"klasse": "8.A", "skoleaar": "2025/26"}

    assert asked(school.read(rows, **told)) == ["scale", "scale", "not_a_rating"]
    assert asked(school.read(rows, **told, answers={"scale": "level"})) == ["not_a_rating"]
    assert school.read(rows, **told, answers={"scale": "mark"}).committed

    bo = school.ratings(school.pupil_id("Bo", "8.A"))
    assert [(r.subject, r.value, r.missing) for r in bo] == [("dansk", None, "kode"), ("matematik", 4, None)]


def test_marks_in_autumn_that_are_said_to_be_levels_are_errors(school: School) -> None:
    rows: list[list[Any]] = [["Elev", "Efterår", None], [None, "Dansk", "Mat"], ["Ida", 7, 3], ["Bo", 10, 4]]
    told = {"klasse": "8.A", "skoleaar": "2025/26"}

    assert asked(school.read(rows, **told, answers={"scale": "level"})) == ["not_a_rating", "not_a_rating"]
    assert school.read(rows, **told, answers={"scale": "mark"}).committed


def test_a_round_that_the_sheet_does_not_name_has_to_be_said(school: School) -> None:
    rows: list[list[Any]] = [["Elev", "Dansk", "Mat"], ["Ida", 3, 4]]

    silent = school.read(rows, klasse="7.A", skoleaar="2025/26")
    told = school.read(rows, klasse="7.A", skoleaar="2025/26", round="Efterår")

    assert silent.context_missing == ("round",)
    assert told.committed
    assert school.levels("Ida") == {"2025/26 Efterår dansk": 3, "2025/26 Efterår matematik": 4}


def test_two_teachers_sheets_of_one_class_stand_side_by_side(school: School) -> None:
    danish: list[list[Any]] = [["Elev", "Efterår"], [None, "Dansk"], ["Ida", 3]]
    maths: list[list[Any]] = [["Elev", "Efterår"], [None, "Mat"], ["Ida", 5]]
    for rows in (danish, maths):
        assert school.read(rows, klasse="7.A", skoleaar="2025/26").committed

    assert school.levels("Ida") == {"2025/26 Efterår dansk": 3, "2025/26 Efterår matematik": 5}
    assert len(queries.imports(school.store, school.scope)) == 2
