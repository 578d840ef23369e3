"""A group for a fagligt løft is kept as a hold, with what was seen when it was made."""

import datetime
from collections.abc import Sequence

import pytest

from data_io import queries
from data_io.errors import KlasseblikError
from data_io.groups import (
    Considered,
    FagligtLoeft,
    class_pupils,
    create_group,
    end_group,
    groups,
    remove_group,
    year_group,
)
from data_io.holds import Hold
from data_io.importing.options import KlasseKey
from data_io.school import link_pupil
from data_io.scope import Scope
from metrics.areas import AreaKey
from tests.data_io.a_school import YEAR, School, point_rows

ALGEBRA = AreaKey("fagomraade", "Algebra")
FEBRUARY = datetime.date(2026, 2, 2)
APRIL = datetime.date(2026, 4, 1)
NAME = "Algebra, februar"


def thought_of(pupil_id: str, *, chosen: bool = True) -> Considered:
    return Considered(pupil_id, chosen, True, chosen, not chosen, 2.0, 11.0, 5, 0.34, 0.26)


def make(
    school: School, *pupil_ids: str, name: str = NAME, area: AreaKey = ALGEBRA, hold: Hold | None = None
) -> FagligtLoeft:
    considered = [thought_of(pupil_id) for pupil_id in pupil_ids]
    return make_of(school, considered, name=name, area=area, hold=hold)


def make_of(
    school: School,
    considered: Sequence[Considered],
    *,
    name: str = NAME,
    area: AreaKey = ALGEBRA,
    hold: Hold | None = None,
) -> FagligtLoeft:
    key = KlasseKey(name, YEAR)
    told = hold or Hold("Mette Lund", FEBRUARY, None)
    made = create_group(
        school.store, school.school_id, key, told, ("matematik", area), considered, "Jens Holm"
    )
    return next(group for group in groups(school.store, school.scope) if group.klasse_id == made)


def of_two_classes(school: School) -> tuple[str, str]:
    school.class_list("Ida Uldum", "Anna Lund")
    school.class_list("Bo Friis", klasse="7.B")
    return school.pupil_id("Ida Uldum"), school.pupil_id("Bo Friis", "7.B")


def test_a_group_is_kept_with_its_area_its_dates_and_who_made_it(school: School) -> None:
    group = make(school, *of_two_classes(school))

    assert (group.name, group.skoleaar, group.subject, group.area) == (NAME, YEAR, "matematik", ALGEBRA)
    assert group.hold == Hold("Mette Lund", FEBRUARY, None)
    assert (group.made_by, group.begins) == ("Jens Holm", FEBRUARY)
    assert [p.name for p in group.pupils] == ["Bo Friis", "Ida Uldum"]


def test_a_group_is_a_hold_that_can_be_chosen_as_a_class(school: School) -> None:
    make(school, *of_two_classes(school))

    assert school.pupils(NAME) == ["Bo Friis", "Ida Uldum"]


def test_who_was_considered_is_kept_with_what_was_seen_then(school: School) -> None:
    ida, bo = of_two_classes(school)
    unmeasured = Considered(bo, chosen=False, nominated=True, suggested=False, near=False)

    group = make_of(school, [thought_of(ida), unmeasured])

    assert {one.pupil_id: one for one in group.considered} == {ida: thought_of(ida), bo: unmeasured}
    assert [p.name for p in group.pupils] == ["Ida Uldum"]


def test_what_was_seen_stays_when_the_sheet_is_corrected_and_taken_back(school: School) -> None:
    first = school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
    made = make(school, school.pupil_id("Ida"))

    second = school.test(["Ida", 0, 1, 0], ["Bo", 3, 2, 1])
    school.undo(second)
    school.undo(first)

    (group,) = groups(school.store, school.scope)
    assert group.considered == made.considered
    assert [p.name for p in group.pupils] == ["Ida"]


def test_a_test_read_in_again_leaves_the_group_alone(school: School) -> None:
    rows = point_rows(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
    school.test(rows=rows)
    made = make(school, school.pupil_id("Ida"))

    school.test(rows=rows)

    assert groups(school.store, school.scope) == [made]


def test_a_pupil_who_is_linked_to_the_class_list_is_the_same_in_the_group(school: School) -> None:
    school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
    provisional = school.pupil_id("Ida")
    school.class_list("Ida Uldum", "Ida Vang")
    listed = school.pupil_id("Ida Uldum")
    make(school, provisional)

    link_pupil(school.store, provisional, listed)

    (group,) = groups(school.store, school.scope)
    assert [(p.pupil_id, p.name) for p in group.pupils] == [(listed, "Ida Uldum")]
    assert [one.pupil_id for one in group.considered] == [listed]


def test_two_who_turn_out_to_be_one_count_once_as_the_one_who_was_chosen(school: School) -> None:
    school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
    provisional = school.pupil_id("Ida")
    school.class_list("Ida Uldum", "Ida Vang")
    listed = school.pupil_id("Ida Uldum")
    make_of(school, [thought_of(provisional), thought_of(listed, chosen=False)])

    link_pupil(school.store, provisional, listed)

    (group,) = groups(school.store, school.scope)
    assert group.considered == (thought_of(listed),)


def test_a_group_can_end_and_go_on(school: School) -> None:
    group = make(school, *of_two_classes(school))

    end_group(school.store, group, APRIL)
    (ended,) = groups(school.store, school.scope)
    end_group(school.store, ended, None)

    assert ended.hold.to_date == APRIL
    assert ended.pupils == group.pupils
    assert groups(school.store, school.scope) == [group]


def test_a_group_cannot_end_before_it_begins(school: School) -> None:
    group = make(school, *of_two_classes(school))

    with pytest.raises(KlasseblikError, match="kan ikke slutte, før"):
        end_group(school.store, group, datetime.date(2026, 1, 1))

    assert groups(school.store, school.scope) == [group]


def test_a_group_that_is_removed_leaves_its_pupils_and_nothing_else(school: School) -> None:
    group = make(school, *of_two_classes(school))

    remove_group(school.store, group)

    assert groups(school.store, school.scope) == []
    assert [k.name for k in queries.klasser(school.store, school.scope)] == ["7.A", "7.B"]
    assert (school.pupils(), school.pupils("7.B")) == (["Anna Lund", "Ida Uldum"], ["Bo Friis"])
    assert make(school, school.pupil_id("Ida Uldum")).name == NAME


def test_a_hold_that_took_a_test_cannot_be_removed(school: School) -> None:
    group = make(school, *of_two_classes(school))
    rows: list[list[object]] = [["Navn", "Klasse", "1.1"], ["Ida Uldum", "7.A", 1], ["Bo Friis", "7.B", 2]]
    school.test(rows=rows, klasse=None, hold=NAME)
    (now,) = groups(school.store, school.scope)

    with pytest.raises(KlasseblikError, match="kan afsluttes, men ikke fjernes"):
        remove_group(school.store, group)

    assert now.has_results
    assert groups(school.store, school.scope) == [now]


@pytest.mark.parametrize(
    ("name", "said"),
    [("  ", "mangler et navn"), ("7.C", "navnet på en klasse"), ("ALGEBRA, februar", "allerede et hold")],
)
def test_a_group_needs_a_name_of_its_own(school: School, name: str, said: str) -> None:
    ida, bo = of_two_classes(school)
    make(school, ida)

    with pytest.raises(KlasseblikError, match=said):
        make(school, bo, name=name)

    assert len(groups(school.store, school.scope)) == 1


def test_a_group_needs_a_pupil(school: School) -> None:
    ida, _bo = of_two_classes(school)

    with pytest.raises(KlasseblikError, match="ingen elever"):
        make_of(school, [thought_of(ida, chosen=False)])


def test_nobody_sees_a_group_outside_their_classes(school: School) -> None:
    group = make(school, *of_two_classes(school))
    teacher = Scope("Mette Lund", (school.klasse_id(),), "klasselærer")

    assert groups(school.store, teacher) == []
    assert year_group(school.store, teacher, group.klasse_id) == []
    assert class_pupils(school.store, teacher, [group.klasse_id, school.klasse_id("7.B")]) == []


def test_a_year_group_is_the_classes_of_a_trin_and_no_hold(school: School) -> None:
    of_two_classes(school)
    school.class_list("Gry Ulv", klasse="8.A")
    group = make(school, school.pupil_id("Ida Uldum"), name="Hold 7.A og 7.B")

    assert [name for _id, name in year_group(school.store, school.scope, school.klasse_id())] == [
        "7.A",
        "7.B",
    ]
    assert [name for _id, name in year_group(school.store, school.scope, group.klasse_id)] == [group.name]


def test_a_teacher_of_one_class_has_the_year_group_they_may_see(school: School) -> None:
    of_two_classes(school)
    teacher = Scope("Mette Lund", (school.klasse_id(),), "klasselærer")

    assert [name for _id, name in year_group(school.store, teacher, school.klasse_id())] == ["7.A"]


def test_who_has_left_the_class_can_be_in_no_new_group(school: School) -> None:
    school.class_list("Ida Uldum", "Anna Lund")
    school.test(["Ida Uldum", 1, 2, 3], ["Anna Lund", 3, 2, 1])
    school.class_list("Ida Uldum")

    found = class_pupils(school.store, school.scope, [school.klasse_id()])

    assert [(one.pupil.name, one.klasse) for one in found] == [("Ida Uldum", "7.A")]


def test_a_pupil_of_two_classes_stands_in_the_first(school: School) -> None:
    login = ("Ida Uldum", "ida123")
    school.class_list(login, "Anna Lund")
    school.class_list(login, "Bo Friis", klasse="7.B")

    found = class_pupils(school.store, school.scope, [school.klasse_id(), school.klasse_id("7.B")])

    assert [(one.pupil.name, one.klasse) for one in found] == [
        ("Anna Lund", "7.A"),
        ("Ida Uldum", "7.A"),
        ("Bo Friis", "7.B"),
    ]
