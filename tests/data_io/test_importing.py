"""Reading a sheet in again changes nothing, a corrected one moves its results, and undo takes it back."""

from typing import Any

import pytest

from data_io import queries
from data_io.importing.options import ImportOptions
from data_io.importing.run import import_files
from tests.data_io.a_school import JANUARY, MARCH, School, asked, point_rows
from tests.data_io.result_sheets import MAXIMA, ULLERUP, ULLERUP_MERGES, xlsx_of

FIRST: list[list[Any]] = point_rows(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
SECOND: list[list[Any]] = point_rows(["Ida", 1, 2, 2], ["Bo", 3, None, 1])


def rows_in(school: School) -> dict[str, int]:
    """How much stands in the store, by the queries that see all of it."""
    imports = queries.imports(school.store, school.scope)
    facts = [
        r for i in imports for r in school.store.rows("observations_of_import", import_id=i["import_id"])
    ]
    return {"imports": len(imports), "facts": len(facts), "revision": school.store.revision}


def test_the_excerpt_of_ullerup_is_in_the_store_as_it_stands_in_the_sheet(school: School) -> None:
    path = xlsx_of(school.folder / "7A mat.xlsx", ULLERUP, ULLERUP_MERGES, name="Matematik")
    options = ImportOptions(date=JANUARY, title="Oversigt", answers={"all_zeros": "answers"})

    (outcome,) = import_files(school.store, school.school_id, [path], lambda _file, _sheet: options)

    assert outcome.sheets[0].committed
    (test,) = school.tests()
    assert (test.title, test.subject, test.taken_on) == ("Oversigt", "matematik", JANUARY)
    assert [t.max_points for t in test.tasks] == MAXIMA
    assert (test.source.file_name, test.source.sheet) == ("7A mat.xlsx", "Matematik")
    points = school.points()
    assert sum(p or 0 for pupil in points.values() for p in pupil) == 86
    assert points["Elev 4"] == [3, 2, 2, 3, 2, 2, 2, 1, 2]


def test_an_answer_knows_the_cell_it_stands_in(school: School) -> None:
    school.test(rows=FIRST)

    answers = queries.answers(school.store, school.scope, [school.klasse_id()])

    assert {(a.row, a.column): a.points for a in answers} == {
        (1, 1): 1, (1, 2): 2, (1, 3): 3, (2, 1): 3, (2, 2): 2, (2, 3): 1
    }  # fmt: skip


def test_the_same_content_twice_changes_nothing(school: School) -> None:
    school.test(rows=FIRST)
    before = rows_in(school)

    again = school.test(rows=FIRST, file="kopi af arket.xlsx")

    assert again.committed
    assert again.committed.unchanged
    assert rows_in(school) == before


def test_the_same_content_changes_nothing_although_its_questions_are_settled_now(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal")
    rows = point_rows(["Idse", 1, 2, 3], ["Bo", 0, 0, 0])
    answers = {"who_is@A2": school.pupil_id("Ida Holm"), "all_zeros": "absent"}
    school.test(rows=rows, answers=answers)
    before = rows_in(school)

    again = school.test(rows=rows, answers={"all_zeros": "absent"}, file="igen.xlsx")

    assert again.committed
    assert again.committed.unchanged
    assert rows_in(school) == before


def test_the_very_same_file_need_not_be_explained_again(school: School) -> None:
    school.test(
        rows=point_rows(["Ida", 1, 2, 3], ["Bo", 0, 0, 0]), answers={"all_zeros": "answers"}, file="a.xlsx"
    )
    (again,) = import_files(
        school.store, school.school_id, [school.folder / "a.xlsx"], lambda _file, _sheet: ImportOptions()
    )

    (sheet,) = again.sheets
    assert sheet.committed
    assert sheet.committed.unchanged


def test_a_copy_under_another_classes_name_is_that_classes(school: School) -> None:
    school.read(FIRST, file="7.A.xlsx", date=JANUARY, title="MAT 7")
    copy = school.folder / "7.B.xlsx"
    copy.write_bytes((school.folder / "7.A.xlsx").read_bytes())

    (outcome,) = import_files(school.store, school.school_id, [copy], lambda _file, _sheet: ImportOptions())

    (sheet,) = outcome.sheets
    assert (sheet.committed, sheet.reading.klasser) == (None, ("7.B",))
    assert set(sheet.context_missing) == {"date", "title", "skoleaar"}


def test_what_was_said_of_an_import_that_was_undone_is_forgotten(school: School) -> None:
    school.undo(school.test(rows=FIRST, file="a.xlsx"))
    (again,) = import_files(
        school.store, school.school_id, [school.folder / "a.xlsx"], lambda _file, _sheet: ImportOptions()
    )

    assert set(again.sheets[0].context_missing) == {"klasse", "date", "title", "skoleaar"}


def test_a_corrected_sheet_moves_the_results_and_says_which_cells_changed(school: School) -> None:
    school.test(rows=FIRST)

    corrected = school.test(rows=SECOND)

    assert corrected.committed
    said = {(c.pupil, c.column): (c.before, c.after) for c in corrected.committed.changes}
    assert said == {("Ida", "1.3"): (3, 2), ("Bo", "1.2"): (2, None)}
    assert school.points() == {"Bo": [3, None, 1], "Ida": [1, 2, 2]}
    assert len(school.tests()) == 1


def test_a_pupil_who_is_added_or_taken_out_is_a_change(school: School) -> None:
    school.test(rows=FIRST)

    corrected = school.test(["Ida", 1, 2, 3], ["Gry", 1, 1, 1])

    assert corrected.committed
    assert {c.pupil for c in corrected.committed.changes} == {"Bo", "Gry"}
    assert school.points() == {"Gry": [1, 1, 1], "Ida": [1, 2, 3]}
    assert school.pupils() == ["Gry", "Ida"]


def test_another_test_with_the_same_task_numbers_never_replaces_the_first_unasked(school: School) -> None:
    school.test(rows=FIRST)

    assert asked(school.test(rows=SECOND, title="MAT 7, med hjælpemidler")) == ["correction"]
    assert asked(school.test(rows=SECOND, date=MARCH["date"])) == ["correction"]
    assert school.test(rows=SECOND, **MARCH).committed

    assert school.points()["Ida"] == [1, 2, 2, 1, 2, 3]


@pytest.mark.parametrize(("answer", "points"), [("yes", [1, 2, 2]), ("no", [1, 2, 2, 1, 2, 3])])
def test_a_sheet_of_the_same_day_is_a_correction_only_on_yes(
    school: School, answer: str, points: list[float]
) -> None:
    school.test(rows=FIRST)

    school.test(rows=SECOND, title="Matematik", date=JANUARY, answers={"correction": answer})

    assert sorted(school.points()["Ida"], key=str) == sorted(points)


@pytest.mark.parametrize(("answer", "seen"), [("absent", [None, None, None]), ("answers", [0, 0, 0])])
def test_nine_zeros_are_absence_or_answers_as_the_teacher_says(
    school: School, answer: str, seen: list[float | None]
) -> None:
    rows = point_rows(["Ida", 1, 2, 3], ["Bo", 0, 0, 0])
    assert asked(school.test(rows=rows)) == ["all_zeros"]

    assert school.test(rows=rows, answers={"all_zeros@B3": answer}).committed

    assert school.points()["Bo"] == seen
    missing = {a.missing for a in queries.answers(school.store, school.scope, [school.klasse_id()])}
    assert missing == ({None, "fravaer"} if answer == "absent" else {None})


def test_another_answer_to_the_same_sheet_is_a_correction(school: School) -> None:
    rows = point_rows(["Ida", 1, 2, 3], ["Bo", 0, 0, 0])
    school.test(rows=rows, answers={"all_zeros": "absent"})

    again = school.test(rows=rows, answers={"all_zeros": "answers"})

    assert again.committed
    assert len(again.committed.changes) == 3
    assert school.points()["Bo"] == [0, 0, 0]


def test_safe_answers_are_taken_when_they_are_allowed_and_only_safe_ones(school: School) -> None:
    school.class_list("Ida Holm")
    zeros = point_rows(["Ida", 1, 2, 3], ["Ida Holm", 0, 0, 0])
    strange = point_rows(["Ida", 1, 2, 3], ["Pelle", 0, 0, 0])

    assert asked(school.test(rows=strange, accept_defaults=True)) == ["who_is"]
    assert asked(school.test(rows=zeros, accept_defaults=True)) == ["same_pupil"]
    assert school.test(rows=point_rows(["Ida", 0, 0, 0]), accept_defaults=True).committed
    assert school.points()["Ida Holm"] == [None, None, None]


@pytest.mark.parametrize("missing", ["klasse", "date", "title"])
def test_what_the_sheet_does_not_say_has_to_be_said(school: School, missing: str) -> None:
    outcome = school.test(rows=FIRST, **{missing: None})

    assert not outcome.committed
    assert missing in outcome.context_missing
    assert queries.imports(school.store, school.scope) == []


def test_a_day_and_a_school_year_that_do_not_agree_are_an_error(school: School) -> None:
    assert asked(school.test(rows=FIRST, skoleaar="2024/25")) == ["which_year"]
    assert asked(school.test(rows=[["Skoleår 2024/25"], [], *FIRST])) == ["which_year"]
    assert school.test(rows=FIRST, skoleaar="2025/26").committed
