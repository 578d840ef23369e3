"""What is typed on the screen: kept as a draft, checked, one import a sitting, and nobody's work is lost."""

import datetime
import threading
from pathlib import Path

import pytest

from data_io import queries
from data_io.entries.class_tests import NewTask, make_test, read_tasks, typeable_tests
from data_io.entries.drafts import Typed, forget_draft, keep_draft, let_draft_hold
from data_io.entries.model import EntryTable, What
from data_io.entries.read import read_table
from data_io.entries.save import SavedSitting, save_sitting
from data_io.errors import KlasseblikError
from data_io.importing.undo import undo
from data_io.provenance import import_record
from data_io.scope import Scope
from data_io.store.store import open_store
from tests.data_io.a_school import JANUARY, School, rating_rows

NAMES = ("Alma Fjeldsø", "Ida Uldum", "Noah Aagesen")


class Typist:
    """Somebody at the screen: what they see when they open a table, and what they type into it."""

    def __init__(self, school: School, name: str, what: What) -> None:
        self.school, self.what = school, what
        self.scope = Scope(name, school.scope.klasse_ids, "teacher")
        self.seen = self.table()

    def table(self) -> EntryTable:
        return read_table(self.school.store, self.scope, self.school.school_id, self.what)

    def type(self, name: str, column: str, said: str) -> None:
        place = (self.school.pupil_id(name), column)
        shown = self.seen.cells[place].stored if place in self.seen.cells else ""
        keep_draft(self.school.store, self.scope, self.what, [Typed(place, said, shown)])

    def save(self) -> SavedSitting:
        return save_sitting(self.school.store, self.scope, self.school.school_id, self.what)


@pytest.fixture
def listed(school: School) -> School:
    """A class of three on a class list."""
    school.class_list(*NAMES)
    return school


def autumn(school: School) -> What:
    return What("rating", school.klasse_id(), "Efterår")


def test_typed_ratings_become_one_import_that_says_who_typed_them_where(listed: School) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    for name, level in zip(NAMES, "324", strict=True):
        mette.type(name, "matematik", level)
    mette.type("Ida Uldum", "læselyst", "5")

    saved = mette.save()

    assert (saved.changed, saved.wrong, saved.disputed) == (4, 0, 0)
    assert listed.levels("Ida Uldum") == {"2025/26 Efterår matematik": 2, "2025/26 Efterår læselyst": 5}
    rating = listed.ratings(listed.pupil_id("Noah Aagesen"))[0]
    assert (rating.source.file_name, rating.source.sheet) == ("Indtastet på skærmen", "Indtast")
    assert (rating.source.imported_by, rating.row, rating.column) == ("Mette Lund", 3, 2)
    assert len(queries.imports(listed.store, listed.scope)) == 1
    assert not any(cell.changed for cell in mette.table().cells.values())


def test_a_reason_is_stored_and_is_no_value(listed: School) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    for name, said in zip(NAMES, ("n", "modtageklasse", "Andet mål"), strict=True):
        mette.type(name, "dansk", said)
    mette.save()

    stored = {r.missing: r.value for name in NAMES for r in listed.ratings(listed.pupil_id(name))}
    assert stored == {"ny": None, "modtageklasse": None, "andet_maal": None}
    assert [mette.table().cells[listed.pupil_id(name), "dansk"].stored for name in NAMES] == [
        "ny på skolen",
        "modtageklasse",
        "andet mål",
    ]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("7", "7 går ikke her. Skriv et niveau fra 1 til 5."),
        ("2,5", "2,5 går ikke her. Skriv et niveau fra 1 til 5."),
        ("god", "“god” er ikke et tal. Skriv et niveau fra 1 til 5, eller vælg en grund."),
    ],
)
def test_a_wrong_cell_is_told_kept_as_draft_and_not_saved(listed: School, said: str, problem: str) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    mette.type("Ida Uldum", "dansk", said)
    mette.type("Alma Fjeldsø", "dansk", "3")

    saved = mette.save()

    assert (saved.changed, saved.wrong) == (1, 1)
    cell = mette.table().cells[listed.pupil_id("Ida Uldum"), "dansk"]
    assert (cell.said, cell.problem) == (said, problem)
    assert listed.levels("Ida Uldum") == {}


def test_a_draft_is_found_again_in_another_process_and_is_nobody_elses(listed: School) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    mette.type("Ida Uldum", "dansk", "4")
    place = (listed.pupil_id("Ida Uldum"), "dansk")
    revision = listed.store.revision
    path, school_id, what = Path(listed.store.path), listed.school_id, mette.what
    listed.store.close()

    again = open_store(path)
    own = read_table(again, mette.scope, school_id, what)
    other = read_table(again, Scope("Bo", mette.scope.klasse_ids, ""), school_id, what)

    assert (own.cells[place].said, own.cells[place].changed) == ("4", True)
    assert other.cells[place].said == ""
    assert again.revision == revision
    again.close()


def test_two_writers_of_different_cells_lose_nothing(listed: School) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    bo = Typist(listed, "Bo Krog", autumn(listed))
    mette.type("Ida Uldum", "dansk", "4")
    bo.type("Noah Aagesen", "dansk", "2")

    mette.save()
    bo.save()

    assert listed.levels("Ida Uldum") == {"2025/26 Efterår dansk": 4}
    assert listed.levels("Noah Aagesen") == {"2025/26 Efterår dansk": 2}
    (ida,) = listed.ratings(listed.pupil_id("Ida Uldum"))
    assert ida.source.imported_by == "Mette Lund"


def test_many_writers_at_once_lose_nothing(listed: School) -> None:
    typists = [Typist(listed, f"Lærer {i}", autumn(listed)) for i in range(6)]
    for i, typist in enumerate(typists):
        typist.type(NAMES[i % 3], ("dansk", "matematik")[i // 3], str(i % 5 + 1))
    threads = [threading.Thread(target=typist.save) for typist in typists]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    found = {(n, k.split()[-1]): v for n in NAMES for k, v in listed.levels(n).items()}
    assert found == {(NAMES[i % 3], ("dansk", "matematik")[i // 3]): i % 5 + 1 for i in range(6)}


def test_the_same_cell_by_two_is_asked_about_and_either_may_hold(listed: School) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    bo = Typist(listed, "Bo Krog", autumn(listed))
    mette.type("Ida Uldum", "dansk", "3")
    mette.save()
    bo.type("Ida Uldum", "dansk", "2")

    assert bo.save() == SavedSitting(None, 0, 0, 1)
    ((place, cell),) = bo.table().disputed.items()
    assert (cell.stored, cell.by, cell.said) == ("3", "Mette Lund", "2")
    assert listed.levels("Ida Uldum") == {"2025/26 Efterår dansk": 3}

    let_draft_hold(listed.store, bo.scope, bo.what, place, cell.stored)
    bo.save()
    assert listed.levels("Ida Uldum") == {"2025/26 Efterår dansk": 2}


def test_a_disputed_cell_may_be_given_up(listed: School) -> None:
    mette = Typist(listed, "Mette Lund", autumn(listed))
    bo = Typist(listed, "Bo Krog", autumn(listed))
    mette.type("Ida Uldum", "dansk", "3")
    mette.save()
    bo.type("Ida Uldum", "dansk", "2")

    forget_draft(listed.store, bo.scope, bo.what, bo.table().disputed)

    assert bo.table().disputed == {}
    assert bo.save().import_id is None
    assert listed.levels("Ida Uldum") == {"2025/26 Efterår dansk": 3}


def test_typing_over_a_sheet_copies_the_rest_and_undo_shows_the_sheet_again(school: School) -> None:
    school.read(rating_rows(["Ida Uldum", 3, 2, 4, 2], ["Noah Aagesen", 1, 1, 2, 3]), skoleaar="2025/26")
    before = {name: school.levels(name) for name in ("Ida Uldum", "Noah Aagesen")}
    mette = Typist(school, "Mette Lund", What("rating", school.klasse_id(), "Forår"))
    mette.type("Ida Uldum", "matematik", "1")

    saved = mette.save()

    assert school.levels("Ida Uldum") == before["Ida Uldum"] | {"2025/26 Forår matematik": 1}
    assert school.levels("Noah Aagesen") == before["Noah Aagesen"]
    assert saved.import_id is not None
    record = import_record(school.store, school.scope, saved.import_id)
    assert record is not None
    assert [(c.pupil, c.before, c.after) for c in record.changes] == [("Ida Uldum", 2, 1)]
    noah = next(
        r
        for r in school.ratings(school.pupil_id("Noah Aagesen"))
        if (r.subject, r.round.name) == ("matematik", "Forår")
    )
    assert noah.source.file_name == "0.xlsx"

    undo(school.store, saved.import_id)
    assert {name: school.levels(name) for name in before} == before


def test_a_deleted_value_is_missing_and_not_zero(school: School) -> None:
    school.test(["Ida Uldum", 2, 1, 0], ["Noah Aagesen", 1, 1, 1])
    (test,) = typeable_tests(school.store, school.scope, school.klasse_id())
    mette = Typist(school, "Mette Lund", What("test", school.klasse_id(), test.test_id))
    mette.type("Ida Uldum", "2", "")

    mette.save()

    assert school.points() == {"Ida Uldum": [2, None, 0], "Noah Aagesen": [1, 1, 1]}
    assert school.tests()[0].taken_on == JANUARY


def test_a_new_test_is_made_typed_and_seen_with_its_day_and_maxima(listed: School) -> None:
    (klasse,) = queries.klasser(listed.store, listed.scope)
    tasks = read_tasks("1a; 2; Algebra; Undersøg\n1b; 3")
    test_id = make_test(
        listed.store, listed.scope, listed.school_id, klasse, ("Brøker", "matematik", JANUARY), tasks
    )
    (found,) = typeable_tests(listed.store, listed.scope, klasse.klasse_id)
    assert (found.test_id, found.title, found.taken_on) == (test_id, "Brøker", JANUARY)
    assert listed.tests() == []
    mette = Typist(listed, "Mette Lund", What("test", klasse.klasse_id, test_id))
    mette.type("Ida Uldum", "1", "2")
    mette.type("Ida Uldum", "2", "4")
    mette.type("Noah Aagesen", "1", "syg")

    saved = mette.save()

    assert (saved.changed, saved.wrong) == (2, 1)
    wrong = mette.table().cells[listed.pupil_id("Ida Uldum"), "2"]
    assert wrong.problem == "4 er over maksimum, som er 3 i opgave 1b."
    (test,) = listed.tests()
    assert [(t.label, t.max_points, t.fagomraade, t.signalord) for t in test.tasks] == [
        ("1a", 2, "Algebra", "Undersøg"),
        ("1b", 3, None, None),
    ]
    assert (test.title, test.taken_on) == ("Brøker", JANUARY)
    assert listed.points()["Ida Uldum"] == [2, None]


def test_the_tasks_of_a_new_test_may_be_maxima_on_one_line() -> None:
    assert [task.max_points for task in read_tasks("2 3\t1,5")] == [2, 3, 1.5]
    assert read_tasks("4") == (NewTask("1", 4),)


@pytest.mark.parametrize("said", ["", "a; b", "1; 0", "to tre"])
def test_a_list_of_tasks_without_maxima_is_refused_in_words(said: str) -> None:
    with pytest.raises(KlasseblikError):
        read_tasks(said)


def test_a_day_outside_the_class_s_school_year_makes_no_test(listed: School) -> None:
    (klasse,) = queries.klasser(listed.store, listed.scope)
    with pytest.raises(KlasseblikError, match="ligger ikke i skoleåret"):
        make_test(
            listed.store,
            listed.scope,
            listed.school_id,
            klasse,
            ("Brøker", "matematik", datetime.date(2024, 1, 1)),
            read_tasks("2"),
        )
    assert typeable_tests(listed.store, listed.scope, klasse.klasse_id) == []


def test_a_class_outside_the_scope_can_neither_be_read_nor_typed_into(listed: School) -> None:
    stranger = Scope("Bo", (), "none")
    what = autumn(listed)
    with pytest.raises(KlasseblikError):
        read_table(listed.store, stranger, listed.school_id, what)
    keep_draft(listed.store, stranger, what, [Typed((listed.pupil_id("Ida Uldum"), "dansk"), "1", "")])
    mine = read_table(listed.store, Scope("Bo", listed.scope.klasse_ids, ""), listed.school_id, what)
    assert not any(cell.changed for cell in mine.cells.values())


SHEET = rating_rows(["Ida Uldum", 3, 2, 4, 2], ["Noah Aagesen", 1, 1, 2, 3])


def typed_after(school: School) -> Typist:
    """Mette has changed one cell of a sheet that was read, and saved it."""
    school.read(SHEET, file="skema.xlsx", skoleaar="2025/26")
    mette = Typist(school, "Mette Lund", What("rating", school.klasse_id(), "Forår"))
    mette.type("Ida Uldum", "matematik", "1")
    mette.save()
    return mette


def test_a_sheet_that_would_overwrite_typed_cells_names_them_and_is_held_back(school: School) -> None:
    typed_after(school)

    again = school.read(SHEET, file="skema.xlsx", skoleaar="2025/26", accept_defaults=True)

    (problem,) = again.blocking
    assert problem.code == "typed_cells"
    assert problem.message == (
        "Arket siger noget andet end 1 felt, som er indtastet på skærmen: "
        "Ida Uldum, matematik: 1, i arket 2. Skal arket gælde dér?"
    )
    assert school.levels("Ida Uldum")["2025/26 Forår matematik"] == 1


def test_a_sheet_replaces_typed_cells_when_somebody_says_so(school: School) -> None:
    typed_after(school)
    school.read(SHEET, file="skema.xlsx", skoleaar="2025/26", answers={"typed_cells": "sheet"})
    assert school.levels("Ida Uldum")["2025/26 Forår matematik"] == 2


def test_a_sheet_that_agrees_with_what_was_typed_asks_nothing(school: School) -> None:
    typed_after(school)
    agrees = rating_rows(["Ida Uldum", 3, 2, 4, 1], ["Noah Aagesen", 2, 1, 2, 3])
    read = school.read(agrees, file="skema.xlsx", skoleaar="2025/26")
    assert read.committed
    assert school.levels("Noah Aagesen")["2025/26 Efterår dansk"] == 2


def test_a_sheet_of_a_test_that_was_typed_in_names_the_task(school: School) -> None:
    school.test(["Ida Uldum", 2, 1, 0], ["Noah Aagesen", 1, 1, 1])
    (test,) = typeable_tests(school.store, school.scope, school.klasse_id())
    mette = Typist(school, "Mette Lund", What("test", school.klasse_id(), test.test_id))
    mette.type("Ida Uldum", "2", "2")
    mette.save()

    again = school.test(["Ida Uldum", 2, 1, 1], ["Noah Aagesen", 1, 1, 1], answers={"correction": "yes"})

    (problem,) = again.blocking
    assert problem.code == "typed_cells"
    assert "Ida Uldum, opgave" in problem.message and ": 2, i arket 1." in problem.message


def test_that_a_sheet_held_once_does_not_answer_for_what_is_typed_afterwards(school: School) -> None:
    typed_after(school)
    school.read(SHEET, file="skema.xlsx", skoleaar="2025/26", answers={"typed_cells": "sheet"})
    again = Typist(school, "Mette Lund", What("rating", school.klasse_id(), "Forår"))
    again.type("Noah Aagesen", "matematik", "5")
    again.save()

    read = school.read(SHEET, file="skema.xlsx", skoleaar="2025/26")

    assert [problem.code for problem in read.blocking] == ["typed_cells"]
