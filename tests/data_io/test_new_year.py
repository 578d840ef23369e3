"""A school year made out of the one before: written whole, once, and taken back while it is unused."""

import datetime
from pathlib import Path

import duckdb
import pytest

from data_io.errors import KlasseblikError
from data_io.importing.options import KlasseKey
from data_io.new_year import create_year, newcomer, read_year_end
from data_io.new_year_made import undo_year, year_made
from data_io.queries import klasser, pupils, ratings
from data_io.school import ListedPupil, save_class_list
from data_io.scope import local_scope
from metrics.new_year import Edits, NewYear, new_year
from tests.app.school import School, Values, new_school

FROM, AFTER = "2025/26", "2026/27"


@pytest.fixture
def school(tmp_path: Path) -> School:
    return new_school(tmp_path)


def create(school: School, edits: Edits | None = None) -> NewYear:
    scope = local_scope(school.store)
    return create_year(school.store, scope, school.school_id, FROM, edits or Edits())


def foreseen(school: School) -> NewYear:
    return new_year(read_year_end(school.store, local_scope(school.store), school.school_id, FROM))


def classes(school: School, skoleaar: str = AFTER) -> dict[str, list[str]]:
    """The classes of a year as screens see them, with the names in them."""
    scope = local_scope(school.store)
    return {
        k.name: [p.name for p in pupils(school.store, scope, k.klasse_id)]
        for k in klasser(school.store, scope)
        if k.skoleaar == skoleaar
    }


def klasse_id(school: School, name: str, skoleaar: str = FROM) -> str:
    scope = local_scope(school.store)
    return next(k.klasse_id for k in klasser(school.store, scope) if (k.name, k.skoleaar) == (name, skoleaar))


def enrolled_from(school: School, name: str) -> list[datetime.date | None]:
    rows = school.store.rows("pupils_of_klasser", klasse_ids=[klasse_id(school, name, AFTER)])
    return [row["from_date"] for row in rows]


def two_classes(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")
    school.list_class("Liv Dam", klasse="9.A")


def test_the_same_pupils_are_in_the_next_class_from_the_first_of_august(school: School) -> None:
    two_classes(school)
    before = school.pupil_id("Ida Uldum")

    create(school)

    assert classes(school) == {"8.A": ["Bo Friis", "Ida Uldum"]}
    assert enrolled_from(school, "8.A") == [datetime.date(2026, 8, 1)] * 2
    scope = local_scope(school.store)
    assert before in {p.pupil_id for p in pupils(school.store, scope, klasse_id(school, "8.A", AFTER))}
    assert classes(school, FROM) == {"7.A": ["Bo Friis", "Ida Uldum"], "9.A": ["Liv Dam"]}


def test_made_a_second_time_nothing_changes(school: School) -> None:
    two_classes(school)
    create(school)
    revision, there = school.store.revision, classes(school)

    again = create(school)

    assert not again.changes
    assert again.unplaced == again.leaving == ()
    assert (school.store.revision, classes(school)) == (revision, there)


def test_what_the_pupils_were_rated_follows_them(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")
    school.read_ratings({"Ida Uldum": [3, 2, 4, 3, 1, 4], "Bo Friis": [4, 4, 4, 4, 5, 4]})

    create(school)

    scope = local_scope(school.store)
    ids = [p.pupil_id for p in pupils(school.store, scope, klasse_id(school, "8.A", AFTER))]
    found = ratings(school.store, scope, ids)
    assert len(found) == 12
    assert {r.round.skoleaar for r in found} == {FROM}


def make_hold(school: School, name: str, skoleaar: str, *names: str) -> None:
    listed = [ListedPupil(one) for one in names]
    hold_id = save_class_list(school.store, school.school_id, KlasseKey(name, skoleaar), listed).klasse_id
    row = {"klasse_id": hold_id, "teacher": "Mette Lund", "from_date": None, "to_date": None}
    with school.store.write() as transaction:
        transaction.add("holds", [row], tuple(row))


def test_a_year_that_cannot_be_written_whole_is_not_written_at_all(school: School) -> None:
    two_classes(school)
    revision = school.store.revision

    # the store refuses a class without a name after 8.A was written
    with pytest.raises(duckdb.ConstraintException):
        create(school, Edits(placed={school.pupil_id("Liv Dam"): ""}))

    assert classes(school) == {}
    assert year_made(school.store, school.school_id, FROM) is None
    assert school.store.revision == revision


def test_a_class_may_not_have_the_name_of_a_hold(school: School) -> None:
    two_classes(school)
    make_hold(school, "8.A", AFTER, "Noa Holm")

    with pytest.raises(KlasseblikError, match=r"8\.A er navnet på et hold i 2026/27"):
        create(school)

    assert classes(school) == {"8.A": ["Noa Holm"]}


def test_a_class_that_a_list_made_is_joined_and_not_doubled(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A", login="idau0001")
    school.list_class("Ida Uldum", klasse="8.A", skoleaar=AFTER, login="idau0001")
    school.list_class("Bo Friis", klasse="6.A")

    create(school)

    assert classes(school) == {"7.A": ["Bo Friis"], "8.A": ["Ida Uldum"]}


def test_a_pupil_with_the_same_name_on_the_new_list_is_the_same_and_can_be_parted(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A")
    own = school.pupil_id("Ida Uldum")
    school.list_class("Ida Uldum", "Liv Dam", klasse="8.A", skoleaar=AFTER)
    scope = local_scope(school.store)

    create(school)

    now = pupils(school.store, scope, klasse_id(school, "8.A", AFTER))
    assert [p.name for p in now] == ["Ida Uldum", "Liv Dam"]
    assert own in {p.pupil_id for p in now}
    undo_year(school.store, school.school_id, FROM)
    parted = pupils(school.store, scope, klasse_id(school, "8.A", AFTER))
    assert own not in {p.pupil_id for p in parted}


def test_a_pupil_who_moved_class_rises_with_the_class_they_moved_to(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A", login=None)
    save_class_list(
        school.store, school.school_id, KlasseKey("7.B", FROM), [ListedPupil("Liv Dam", "livd0001")]
    )
    save_class_list(
        school.store, school.school_id, KlasseKey("7.A", FROM), [ListedPupil("Liv Dam", "livd0001")]
    )
    save_class_list(school.store, school.school_id, KlasseKey("7.B", FROM), [ListedPupil("Noa Holm")])

    create(school)

    assert classes(school) == {"8.A": ["Liv Dam"], "8.B": ["Noa Holm"]}


def test_unconfirmed_pupils_rise_and_stay_unconfirmed(school: School) -> None:
    school.read_test({"Ida": [1, 2, 1, 3], "Bo": [2, 2, 2, 4]})

    create(school)

    assert classes(school) == {"8.A": ["Bo", "Ida"]}
    school.list_class("Ida Uldum", "Bo Friis", klasse="8.A", skoleaar=AFTER)
    assert classes(school) == {"8.A": ["Bo Friis", "Ida Uldum"]}


def test_an_empty_class_is_not_carried_on(school: School) -> None:
    two_classes(school)
    school.list_class("Noa Holm", klasse="7.C", login="noah0001")
    school.read_test({"Noa Holm": [1, 2, 1, 3]}, klasse="7.C")
    create(school, Edits(placed={school.pupil_id("Noa Holm"): "8.A"}))

    assert sorted(classes(school)) == ["8.A"]


def test_a_newcomer_is_made_once_and_known_by_the_unilogin(school: School) -> None:
    two_classes(school)
    edits = Edits(newcomers=(newcomer("Ny Elev", "NYEL0001", "8a"),))

    create(school, edits)
    create(school, edits)

    assert classes(school) == {"8.A": ["Bo Friis", "Ida Uldum", "Ny Elev"]}
    list_again = [ListedPupil("Ny Elevs Navn", "nyel0001")]
    saved = save_class_list(school.store, school.school_id, KlasseKey("8.A", AFTER), list_again)
    assert saved.added == 0


def test_a_newcomers_unilogin_may_not_be_that_of_a_pupil_who_is_here(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A", login="idau0001")

    with pytest.raises(KlasseblikError, match=r"Uni-login idau0001 er Ida Uldum i 7\.A"):
        create(school, Edits(newcomers=(newcomer("Ida U", "idau0001", "8.A"),)))

    assert classes(school) == {}


def test_the_year_taken_back_leaves_nothing_behind(school: School) -> None:
    two_classes(school)
    create(school, Edits(newcomers=(newcomer("Ny Elev", "nyel0001", "8.A"),)))

    undo_year(school.store, school.school_id, FROM)

    assert classes(school) == {}
    assert year_made(school.store, school.school_id, FROM) is None
    assert len(foreseen(school).leaving) == 1
    keys = school.store.rows("pupil_keys", school_id=school.school_id)
    assert "nyel0001" not in {row["said"] for row in keys}


def test_a_year_in_use_is_not_taken_back(school: School) -> None:
    two_classes(school)
    create(school)
    points: Values = {"Ida Uldum": [1, 2, 1, 3], "Bo Friis": [2, 2, 2, 4]}
    school.read_test(points, klasse="8.A", date=datetime.date(2026, 9, 9))

    with pytest.raises(KlasseblikError, match=r"8\.A er i brug i 2026/27"):
        undo_year(school.store, school.school_id, FROM)

    assert classes(school) == {"8.A": ["Bo Friis", "Ida Uldum"]}


def test_a_hold_ends_with_its_year(school: School) -> None:
    two_classes(school)
    make_hold(school, "Løft mat", FROM, "Noa Holm")

    create(school)

    assert sorted(classes(school)) == ["8.A"]


def test_two_spellings_of_a_class_become_one(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A")
    school.list_class("Bo Friis", klasse="7a")

    create(school)

    assert classes(school) == {"8.A": ["Bo Friis", "Ida Uldum"]}
