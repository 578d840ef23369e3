"""A test taken again is kept beside the first time; only somebody's word tells it from a correction."""

import datetime
from typing import Any

import pytest

from data_io import queries
from data_io.importing.options import ImportOptions
from data_io.importing.plan import make_plan
from data_io.reference_queries import reference_answers, references
from tests.data_io.a_school import JANUARY, School, asked, point_rows
from tests.data_io.result_sheets import reading_of

MARCH = datetime.date(2026, 3, 20)
MAY = datetime.date(2026, 5, 8)
BEFORE: list[list[Any]] = point_rows(["Ida", 1, 2, 3], ["Bo", 0, 2, 1])
AFTER: list[list[Any]] = point_rows(["Ida", 3, 2, 3], ["Bo", 0, 3, 1])
AGAIN = {"correction": "again"}
THREES: list[list[Any]] = [[3, 3, 3]]


def days(school: School) -> list[datetime.date | None]:
    return [t.taken_on for t in school.tests()]


def test_another_day_is_asked_about_and_nothing_is_assumed(school: School) -> None:
    school.test(rows=BEFORE)

    outcome = school.test(rows=AFTER, date=MARCH, accept_defaults=True)

    assert asked(outcome) == ["correction"]
    (question,) = outcome.blocking
    assert question.message == (
        "7.A har taget prøven MAT 7 14.1.2026. Er dette en rettelse, eller er prøven taget igen 20.3.2026?"
    )
    assert question.default is None
    assert question.options == (
        ("again", "Prøven er taget igen 20.3.2026"),
        ("yes", "En rettelse af den fra 14.1.2026"),
        ("no", "En anden prøve"),
    )
    assert school.points() == {"Ida": [1, 2, 3], "Bo": [0, 2, 1]}


def test_a_test_taken_again_stands_beside_the_first_time(school: School) -> None:
    school.test(rows=BEFORE)

    outcome = school.test(rows=AFTER, date=MARCH, answers=AGAIN)

    now, before = school.tests()
    assert (now.taken_on, before.taken_on) == (MARCH, JANUARY)
    assert (now.paper, now.title) == (before.paper, before.title)
    assert now.test_id != before.test_id
    assert school.points() == {"Ida": [3, 2, 3, 1, 2, 3], "Bo": [0, 3, 1, 0, 2, 1]}
    assert outcome.committed
    assert outcome.committed.test_id == now.test_id
    assert outcome.committed.changes == ()


def test_both_times_are_in_the_pupils_history(school: School) -> None:
    school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)

    assert school.history(school.pupil_id("Ida")) == [1, 2, 3, 3, 2, 3]


def test_a_correction_replaces_the_first_time_as_before(school: School) -> None:
    school.test(rows=BEFORE)

    school.test(rows=AFTER, date=MARCH, answers={"correction": "yes"})

    assert days(school) == [MARCH]
    assert school.points() == {"Ida": [3, 2, 3], "Bo": [0, 3, 1]}


def test_each_time_is_corrected_by_a_sheet_of_its_own_day_without_asking(school: School) -> None:
    school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)

    school.test(["Ida", 1, 0, 0], ["Bo", 1, 1, 1])
    school.test(["Ida", 2, 2, 2], ["Bo", 3, 3, 3], date=MARCH)

    assert school.points() == {"Ida": [2, 2, 2, 1, 0, 0], "Bo": [3, 3, 3, 1, 1, 1]}


def test_the_second_sheet_read_again_changes_nothing(school: School) -> None:
    school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)

    again = school.test(rows=AFTER, date=MARCH)

    assert again.committed
    assert again.committed.unchanged
    assert days(school) == [MARCH, JANUARY]


def test_a_third_day_can_be_a_correction_of_either_time(school: School) -> None:
    school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)
    wrong_day = datetime.date(2026, 1, 15)

    question = school.test(rows=BEFORE, date=wrong_day).blocking[0]
    assert "14.1.2026 og 20.3.2026" in question.message
    assert [code for code, _text in question.options] == ["again", "yes", "yes-2026-01-14", "no"]
    school.test(rows=BEFORE, date=wrong_day, answers={"correction": "yes-2026-01-14"})

    assert days(school) == [MARCH, wrong_day]


def test_a_test_can_be_taken_three_times(school: School) -> None:
    school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)
    school.test(["Ida", 3, 3, 3], ["Bo", 3, 3, 3], date=MAY, answers=AGAIN)

    assert days(school) == [MAY, MARCH, JANUARY]
    assert len({t.test_id for t in school.tests()}) == 3
    assert len({t.paper for t in school.tests()}) == 1


def test_undo_of_the_second_time_leaves_the_first(school: School) -> None:
    school.test(rows=BEFORE)

    school.undo(school.test(rows=AFTER, date=MARCH, answers=AGAIN))

    assert days(school) == [JANUARY]
    assert school.points() == {"Ida": [1, 2, 3], "Bo": [0, 2, 1]}


def test_undo_of_the_first_time_leaves_the_second_under_its_own_id(school: School) -> None:
    first = school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)
    (now, _before) = school.tests()

    school.undo(first)

    assert [t.test_id for t in school.tests()] == [now.test_id]
    assert school.points() == {"Ida": [3, 2, 3], "Bo": [0, 3, 1]}


def test_the_days_order_them_and_not_when_they_were_read(school: School) -> None:
    school.test(rows=AFTER, date=MARCH)
    school.test(rows=BEFORE, answers=AGAIN)

    assert days(school) == [MARCH, JANUARY]
    assert school.history(school.pupil_id("Bo")) == [0, 2, 1, 0, 3, 1]


def test_an_unknown_maximum_is_the_highest_of_both_times(school: School) -> None:
    school.test(rows=BEFORE)
    school.test(rows=AFTER, date=MARCH, answers=AGAIN)

    assert [[t.max_points for t in test.tasks] for test in school.tests()] == [[3, 3, 3], [3, 3, 3]]


def test_a_maximum_cannot_sink_below_what_the_class_earned_the_other_time(school: School) -> None:
    school.test(rows=point_rows(["Ida", 3, 2, 3], maxima=THREES))

    outcome = school.test(
        rows=point_rows(["Ida", 1, 1, 1], maxima=[[2, 3, 3]]),
        date=MARCH,
        answers={**AGAIN, "codes_differ": "recode"},
    )

    assert asked(outcome) == ["recode_below"]


def a_year_later(school: School, *years: str) -> None:
    school.class_list(("Ida", "idaa1"), ("Bo", "booo1"), klasse="7.A", year="2025/26")
    school.class_list(("Ida", "idaa1"), ("Bo", "booo1"), klasse="8.A", year="2026/27")
    sheets = {
        "2025/26": ("7.A", JANUARY, BEFORE),
        "2026/27": ("8.A", datetime.date(2027, 1, 13), AFTER),
    }
    for year in years:
        klasse, day, rows = sheets[year]
        outcome = school.test(rows=rows, klasse=klasse, date=day, answers={"same_test": "yes"})
        assert outcome.committed, asked(outcome)


@pytest.mark.parametrize("years", [("2025/26", "2026/27"), ("2026/27", "2025/26")])
def test_what_the_pupils_take_again_as_8a_stands_beside_what_they_took_as_7a(
    school: School, years: tuple[str, str]
) -> None:
    a_year_later(school, *years)

    (then,), (now,) = school.tests("7.A"), school.tests("8.A", "2026/27")
    assert then.paper == now.paper
    assert school.points("7.A")["Ida"] == [1, 2, 3]
    assert school.points("8.A", "2026/27")["Ida"] == [3, 2, 3]
    tests, _answers = queries.pupil_answers(school.store, school.scope, [school.pupil_id("Ida")])
    assert [(t.taken_on, t.klasse_id == school.klasse_id()) for t in tests] == [
        (datetime.date(2027, 1, 13), False),
        (JANUARY, True),
    ]
    assert school.history(school.pupil_id("Ida")) == [1, 2, 3, 3, 2, 3]


def test_another_class_of_the_next_trin_is_not_asked_whether_it_is_the_same_test(school: School) -> None:
    school.test(rows=BEFORE)
    later = datetime.date(2027, 1, 13)

    assert school.test(rows=AFTER, klasse="8.A", title="MAT 8", date=later).committed
    assert school.test(rows=point_rows(["Tue", 1, 1, 1]), klasse="8.B", subject="dansk", date=later).committed
    assert school.test(rows=AFTER, klasse="9.A", date=later).committed


def test_a_class_that_took_the_test_again_is_compared_with_the_others_both_times(school: School) -> None:
    earlier = {"date": datetime.date(2025, 1, 15), "skoleaar": "2024/25"}
    school.test(rows=point_rows(["Gry", 3, 3, 3], ["Tue", 1, 1, 1], maxima=THREES), **earlier)
    school.test(rows=point_rows(["Ida", 1, 2, 3], maxima=THREES), answers={"same_test": "yes"})
    school.test(rows=point_rows(["Ida", 2, 2, 3], maxima=THREES), date=MARCH, answers=AGAIN)
    ids = [t.test_id for t in school.tests()]

    found = references(school.store, school.scope, school.klasse_id(), "2025/26", ids, few_allowed=False)
    others = reference_answers(school.store, school.scope, found, [school.pupil_id("Ida")])

    assert {test_id: r.kind for test_id, r in found.items()} == dict.fromkeys(ids, "earlier")
    for test_id in ids:
        assert sorted(a.points or 0 for a in others if a.test_id == test_id) == [1, 1, 1, 3, 3, 3]


def test_the_answers_of_a_class_that_took_it_twice_serve_others_once(school: School) -> None:
    last_year = {"skoleaar": "2024/25"}
    school.test(
        rows=point_rows(["Gry", 1, 1, 1], maxima=THREES), date=datetime.date(2025, 1, 15), **last_year
    )
    school.test(
        rows=point_rows(["Gry", 3, 3, 3], maxima=THREES),
        date=datetime.date(2025, 3, 20),
        answers=AGAIN,
        **last_year,
    )
    school.test(rows=point_rows(["Ida", 1, 2, 3], maxima=THREES), answers={"same_test": "yes"})
    (test,) = queries.tests(school.store, school.scope, [school.klasse_id()])

    found = references(
        school.store, school.scope, school.klasse_id(), "2025/26", [test.test_id], few_allowed=False
    )
    others = reference_answers(school.store, school.scope, found, [school.pupil_id("Ida")])

    assert [a.points for a in others] == [1, 1, 1]


def test_the_same_tagged_tasks_under_another_title_are_pointed_out_and_kept_apart(school: School) -> None:
    tags = [["Fagligt område", "Algebra", "Algebra", "Algebra"], ["Signalord", "Vis", "Skriv", "Beskriv"]]
    school.test(rows=[*tags, *BEFORE], title="Før")

    said = ImportOptions(klasse="7.A", date=MARCH, title="Efter", subject="matematik")
    sheet = reading_of(school.folder, [*tags, *AFTER], file="efter.xlsx")
    plan = make_plan(school.store, school.school_id, sheet, said)

    assert plan.ready
    assert plan.test.test_id is None
    assert [p.message for p in plan.problems if p.code == "same_tasks"] == [
        "Opgaverne er de samme som i Før 14.1.2026. Er det den prøve, taget igen, så giv arket samme titel."
    ]
