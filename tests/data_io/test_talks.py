"""A talk is kept as it was planned; staff and closed days too, and what is odd is asked about."""

import datetime

import pytest

from data_io import closed_days as closed_store
from data_io import staff as staff_store
from data_io.closed_days import Closed, add_closed_days, closed_days, days_of, remove_closed_days
from data_io.errors import KlasseblikError
from data_io.school import link_pupil
from data_io.scope import Scope
from data_io.staff import Teaches, add_staff, save_teaching, say_left, teaching
from data_io.talks import (
    TalkPlan,
    mark_pupil,
    remove_talk,
    rounds,
    save_talk,
    talk_pupils,
    talks,
)
from metrics.preparation import DISCUSS, NO_REMARKS
from tests.data_io.a_school import School

TODAY = datetime.date(2026, 3, 2)
DAY = datetime.date(2026, 4, 14)


def a_plan(school: School, *klasser: str, **said: object) -> TalkPlan:
    ids = tuple(school.klasse_id(name) for name in klasser or ("7.A",))
    rated = rounds(school.store, school.scope, school.school_id, ids)
    spring = next(r.round_id for r in rated if r.name == "Forår")
    return TalkPlan(**{"day": DAY, "round_id": spring, "klasse_ids": ids, **said})  # type: ignore[arg-type]  # named by the test


def save(school: School, plan: TalkPlan, **said: object) -> str:
    return save_talk(school.store, school.scope, school.school_id, plan, TODAY, **said)  # type: ignore[arg-type]  # named by the test


def people(school: School) -> list[tuple[str, datetime.date | None]]:
    return [(p.name, p.left_on) for p in staff_store.staff(school.store, school.school_id)]


def person(school: School, name: str = "Mette Lund") -> str:
    return add_staff(school.store, school.school_id, name, TODAY)


def refused(school: School, plan: TalkPlan) -> str:
    with pytest.raises(KlasseblikError) as error:
        save(school, plan)
    assert talks(school.store, school.scope, school.school_id) == []
    return error.value.code


@pytest.fixture
def classes(school: School) -> School:
    """A school with two classes."""
    school.class_list("Ida Uldum", "Noah Aagesen", klasse="7.A")
    school.class_list("Bo Vest", klasse="7.B")
    return school


def test_a_talk_is_kept_as_it_was_planned(classes: School) -> None:
    plan = a_plan(
        classes,
        "7.A",
        "7.B",
        theme="undersøgende matematik",
        starts_at=datetime.time(8, 15),
        minutes=90,
        agenda=("Temaet", "7.A", "7.B"),
        staff_ids=(person(classes),),
    )
    own = save(classes, plan)

    (talk,) = talks(classes.store, classes.scope, classes.school_id)
    assert (talk.talk_id, talk.plan, talk.round_name) == (own, plan, "Forår")
    assert (talk.created_by, talk.closed_at) == (classes.scope.person, None)


def test_a_talk_planned_anew_is_the_same_talk(classes: School) -> None:
    own = save(classes, a_plan(classes, "7.A", agenda=("Temaet", "7.A")))
    made = talks(classes.store, classes.scope, classes.school_id)[0].created_at
    later = a_plan(classes, "7.B", day=datetime.date(2026, 5, 4), agenda=("7.B", "  ", "Aftaler"))

    assert save(classes, later, talk_id=own) == own

    (talk,) = talks(classes.store, classes.scope, classes.school_id)
    assert talk.plan.klasse_ids == (classes.klasse_id("7.B"),)
    assert talk.plan.day == datetime.date(2026, 5, 4)
    assert talk.plan.agenda == ("7.B", "Aftaler")
    assert talk.created_at == made


def test_a_day_in_the_past_is_asked_about_and_allowed_for_notes(classes: School) -> None:
    plan = a_plan(classes, day=datetime.date(2026, 2, 24))

    assert refused(classes, plan) == "talk_past"
    save(classes, plan, held=True)

    assert [t.plan.day for t in talks(classes.store, classes.scope, classes.school_id)] == [plan.day]


def test_a_talk_needs_a_class_one_may_see_and_sensible_minutes(classes: School) -> None:
    assert refused(classes, a_plan(classes, klasse_ids=())) == "no_klasse"
    assert refused(classes, a_plan(classes, klasse_ids=("another",))) == "not_in_scope"
    assert refused(classes, a_plan(classes, minutes=0)) == "talk_minutes"


def test_who_has_left_before_the_talk_cannot_take_part(classes: School) -> None:
    mette = person(classes)
    say_left(classes.store, mette, datetime.date(2026, 3, 31))

    assert refused(classes, a_plan(classes, staff_ids=(mette,))) == "staff_left"
    save(classes, a_plan(classes, day=datetime.date(2026, 3, 24), staff_ids=(mette,)))


def test_talks_of_classes_outside_the_scope_are_not_shown(classes: School) -> None:
    save(classes, a_plan(classes, "7.A", "7.B"))
    seven_a = classes.klasse_id("7.A")

    one = Scope("Mette", (seven_a,), "test")
    assert [t.plan.klasse_ids for t in talks(classes.store, one, classes.school_id)] == [(seven_a,)]
    assert talks(classes.store, Scope("Mette", (), "test"), classes.school_id) == []


def test_what_is_decided_about_a_pupil_is_kept_with_who_when_and_why(classes: School) -> None:
    save(classes, a_plan(classes))
    (talk,) = talks(classes.store, classes.scope, classes.school_id)
    ida = classes.pupil_id("Ida Uldum")

    mark_pupil(classes.store, classes.scope, talk, ida, DISCUSS, " læser ikke hjemme ")
    decided = talk_pupils(classes.store, talk)[ida]
    assert (decided.pupil.name, decided.mark, decided.why) == ("Ida Uldum", DISCUSS, "læser ikke hjemme")
    assert decided.marked_by == classes.scope.person

    mark_pupil(classes.store, classes.scope, talk, ida, NO_REMARKS)
    again = talk_pupils(classes.store, talk)[ida]
    assert (again.mark, again.why) == (NO_REMARKS, "")
    assert again.marked_at >= decided.marked_at


def test_a_decision_follows_a_pupil_who_turns_out_to_be_another(classes: School) -> None:
    save(classes, a_plan(classes))
    (talk,) = talks(classes.store, classes.scope, classes.school_id)
    ida, noah = classes.pupil_id("Ida Uldum"), classes.pupil_id("Noah Aagesen")
    mark_pupil(classes.store, classes.scope, talk, ida, DISCUSS)

    link_pupil(classes.store, ida, noah)

    assert list(talk_pupils(classes.store, talk)) == [noah]


def test_a_talk_can_be_taken_back_with_what_was_decided(classes: School) -> None:
    save(classes, a_plan(classes, agenda=("Temaet",), staff_ids=(person(classes),)))
    (talk,) = talks(classes.store, classes.scope, classes.school_id)
    mark_pupil(classes.store, classes.scope, talk, classes.pupil_id("Ida Uldum"), DISCUSS)

    remove_talk(classes.store, talk)

    assert talks(classes.store, classes.scope, classes.school_id) == []
    assert talk_pupils(classes.store, talk) == {}


def test_the_rounds_that_classes_were_rated_in_are_told_from_the_schools_others(classes: School) -> None:
    ids = [classes.klasse_id("7.A")]

    found = rounds(classes.store, classes.scope, classes.school_id, ids)

    assert [(r.name, r.used) for r in found] == [("Efterår", False), ("Forår", False)]


def test_somebody_of_the_same_name_is_asked_about_until_the_other_has_left(school: School) -> None:
    mette = person(school)
    with pytest.raises(KlasseblikError, match="kende forskel") as error:
        person(school, " mette  lund ")
    assert error.value.code == "staff_exists"
    with pytest.raises(KlasseblikError):
        person(school, "  ")

    last = datetime.date(2026, 2, 27)
    say_left(school.store, mette, last)
    person(school)
    assert sorted(people(school), key=str) == sorted([("Mette Lund", None), ("Mette Lund", last)], key=str)


def test_who_has_which_class_in_which_subject_is_kept_class_by_class(classes: School) -> None:
    mette, bo = person(classes), person(classes, "Bo Aaen")
    seven_a, seven_b = classes.klasse_id("7.A"), classes.klasse_id("7.B")
    both = [seven_a, seven_b]
    save_teaching(classes.store, classes.scope, mette, both, [(seven_a, "dansk"), (seven_b, "dansk")])
    save_teaching(classes.store, classes.scope, bo, both, [(seven_a, "dansk")])

    save_teaching(classes.store, classes.scope, mette, [seven_a], [(seven_a, "matematik")])

    assert sorted(teaching(classes.store, classes.scope)) == sorted(
        [
            Teaches(seven_a, "dansk", bo),
            Teaches(seven_a, "matematik", mette),
            Teaches(seven_b, "dansk", mette),
        ]
    )


def test_closed_days_in_a_row_are_one_holiday_until_one_is_taken_out(school: School) -> None:
    first, last = datetime.date(2026, 10, 12), datetime.date(2026, 10, 16)
    add_closed_days(school.store, school.school_id, first, last, "efterårsferie")
    add_closed_days(school.store, school.school_id, datetime.date(2026, 11, 2), None, "pædagogisk dag")

    found = closed_days(school.store, school.school_id)
    assert [(c.first.day, c.last.day, c.why) for c in found] == [
        (12, 16, "efterårsferie"),
        (2, 2, "pædagogisk dag"),
    ]
    assert len(days_of(found)) == 6

    remove_closed_days(school.store, school.school_id, Closed(first, first, "efterårsferie"))
    assert [c.first.day for c in closed_days(school.store, school.school_id)] == [13, 2]


@pytest.mark.parametrize(
    ("first", "last", "why", "code"),
    [
        (None, None, "ferie", "no_day"),
        ("2026-10-12", None, "  ", "no_why"),
        ("2026-10-12", "2026-10-05", "ferie", "day_order"),
        ("2026-10-12", "2027-10-16", "ferie", "too_long"),
    ],
)
def test_impossible_closed_days_are_refused(
    school: School, first: str | None, last: str | None, why: str, code: str
) -> None:
    days = [datetime.date.fromisoformat(said) if said else None for said in (first, last)]

    with pytest.raises(KlasseblikError) as error:
        closed_store.add_closed_days(school.store, school.school_id, days[0], days[1], why)

    assert error.value.code == code
    assert closed_days(school.store, school.school_id) == []
