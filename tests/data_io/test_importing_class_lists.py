"""A class list says who is in a class now; what pupils earned stays theirs wherever they go."""

import pytest

from data_io.errors import KlasseblikError
from data_io.school import link_pupil
from tests.data_io.a_school import School


def test_a_class_list_that_comes_later_confirms_by_whole_name_and_links_by_first_name(school: School) -> None:
    school.test(["Ida Holm", 1, 2, 3], ["Bo", 3, 2, 1], ["Kasper", 1, 1, 1])

    saved = school.class_list("Bo Dal", "Ida Holm", "Gry Ulv")

    assert (saved.added, saved.confirmed) == (2, 2)
    assert [name for _id, name in saved.unlinked] == ["Kasper"]
    assert school.points() == {"Bo Dal": [3, 2, 1], "Ida Holm": [1, 2, 3], "Kasper": [1, 1, 1]}
    assert school.pupils() == ["Bo Dal", "Gry Ulv", "Ida Holm", "Kasper"]


def test_a_first_name_that_two_on_the_list_have_is_left_for_a_person(school: School) -> None:
    school.test(["Bo", 3, 2, 1])

    saved = school.class_list("Bo Dal", "Bo Ek")

    assert [name for _id, name in saved.unlinked] == ["Bo"]


def test_linking_a_pupil_moves_its_results_and_can_be_taken_back(school: School) -> None:
    school.test(["Pelle", 3, 2, 1])
    school.class_list("Peter Nielsen")
    pelle, peter = school.pupil_id("Pelle"), school.pupil_id("Peter Nielsen")

    link_pupil(school.store, pelle, peter)
    assert school.points() == {"Peter Nielsen": [3, 2, 1]}
    assert school.history(peter) == [3, 2, 1]

    link_pupil(school.store, pelle, None)
    assert school.points() == {"Pelle": [3, 2, 1]}
    assert school.history(peter) == []


def test_a_link_is_followed_to_its_end(school: School) -> None:
    school.test(["Pelle", 3, 2, 1], ["P", 1, 1, 1])
    school.class_list("Peter Nielsen", "Per Olsen")
    pelle, p, peter = (school.pupil_id(n) for n in ("Pelle", "P", "Peter Nielsen"))
    link_pupil(school.store, pelle, peter)

    link_pupil(school.store, p, pelle)

    assert sorted(school.history(peter), key=str) == [1, 1, 1, 1, 2, 3]
    with pytest.raises(KlasseblikError, match="allerede knyttet"):
        link_pupil(school.store, peter, school.pupil_id("Per Olsen"))
    with pytest.raises(KlasseblikError, match="en anden elev"):
        link_pupil(school.store, peter, peter)


def test_who_is_no_longer_on_the_class_list_leaves_the_class_but_not_their_results(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal", "Carl Ek")
    school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])

    saved = school.class_list("Bo Dal")

    assert [name for _id, name in saved.left] == ["Carl Ek", "Ida Holm"]
    assert school.pupils() == ["Bo Dal", "Ida Holm"]
    assert school.points()["Ida Holm"] == [1, 2, 3]


def test_who_comes_back_to_the_class_list_is_the_same_pupil(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal")
    carl = school.class_list("Ida Holm", "Bo Dal", "Carl Ek") and school.pupil_id("Carl Ek")
    school.class_list("Ida Holm", "Bo Dal")
    assert school.pupils() == ["Bo Dal", "Ida Holm"]

    saved = school.class_list("Ida Holm", "Bo Dal", "Carl Ek")

    assert (saved.added, saved.left) == (0, ())
    assert school.pupil_id("Carl Ek") == carl


def test_an_older_sheet_still_knows_who_has_left(school: School) -> None:
    school.class_list("Ida Holm", "Carl Ek")
    school.class_list("Ida Holm")

    assert school.test(["Ida Holm", 1, 2, 3], ["Carl Ek", 3, 2, 1]).committed

    assert school.points()["Carl Ek"] == [3, 2, 1]


def test_an_empty_class_list_sends_nobody_away(school: School) -> None:
    school.class_list("Ida Holm")

    with pytest.raises(KlasseblikError, match="tom"):
        school.class_list()

    assert school.pupils() == ["Ida Holm"]


def test_one_uni_login_for_two_pupils_is_refused_on_a_class_list(school: School) -> None:
    with pytest.raises(KlasseblikError, match="ida1 står ved både Ida Holm og Bo Dal"):
        school.class_list(("Ida Holm", "ida1"), ("Bo Dal", "IDA1"))


def test_the_next_years_class_finds_its_pupils_by_uni_login(school: School) -> None:
    school.class_list(("Ida Holm", "idah1234"))
    ida = school.pupil_id("Ida Holm")

    saved = school.class_list(("Ida Holm", "idah1234"), klasse="8.A", year="2026/27")

    assert (saved.added, saved.confirmed) == (0, 1)
    assert school.pupil_id("Ida Holm", "8.A", "2026/27") == ida


def test_names_stand_in_danish_order(school: School) -> None:
    school.class_list("Åse", "Ane", "Øjvind", "Zoe", "Ærø")

    assert school.pupils() == ["Ane", "Zoe", "Ærø", "Øjvind", "Åse"]
