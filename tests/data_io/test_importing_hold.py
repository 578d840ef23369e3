"""A hold owns a test, its results count in the home classes, and pupils are found there without guessing."""

from pathlib import Path
from typing import Any

import pytest

from data_io import queries
from data_io.scope import local_scope
from data_io.store.store import open_store
from tests.data_io.a_school import JANUARY, YEAR, School, asked, point_rows
from tests.data_io.command_line import run
from tests.data_io.result_sheets import LABELS, xlsx_of

TOLD: dict[str, Any] = {"title": "MAT 7", "date": JANUARY, "subject": "matematik"}


def with_classes(*pupils: list[Any]) -> list[list[Any]]:
    """A points sheet with a class behind every name."""
    return [["Navn", "Klasse", *LABELS[:3]], *pupils]


HOLD = with_classes(["Ida Uldum", "7.A", 1, 2, 3], ["Bo Friis", "7.B", 3, 2, 1], ["Gry Ulv", "7.B", 0, 1, 2])


def lists(school: School) -> None:
    school.class_list("Ida Uldum", "Anna Lund")
    school.class_list("Bo Friis", "Gry Ulv", klasse="7.B")


def test_a_sheet_with_two_classes_is_asked_about_and_named_after_its_sheet(school: School) -> None:
    outcome = school.read(HOLD, sheet="Mathold 2", **TOLD)

    (question,) = outcome.blocking
    assert (question.severity, question.code, question.cell) == ("question", "several_klasser", "A3")
    assert question.message == "A3: arket har elever fra flere klasser (7.A, 7.B). Er arket et hold?"
    assert [text for _code, text in question.options] == [
        "Ja, holdet Mathold 2",
        "Nej, 7.A og 7.B hver for sig",
    ]


def test_a_holds_results_count_in_the_hold_and_in_each_home_class(school: School) -> None:
    lists(school)

    assert school.read(HOLD, hold="Mat 1", **TOLD).done

    assert school.pupils("Mat 1") == ["Bo Friis", "Gry Ulv", "Ida Uldum"]
    assert school.points("7.A") == {"Ida Uldum": [1, 2, 3]}
    assert school.points("7.B") == {"Bo Friis": [3, 2, 1], "Gry Ulv": [0, 1, 2]}
    assert school.points("Mat 1") == {**school.points("7.A"), **school.points("7.B")}
    assert [test.hold for test in school.tests("7.A")] == ["Mat 1"]
    assert [test.hold for test in school.tests("Mat 1")] == [None]


def test_the_answer_that_it_is_a_hold_reads_it_under_the_name_that_was_offered(school: School) -> None:
    lists(school)

    assert school.read(HOLD, answers={"several_klasser": "hold"}, **TOLD).done

    assert school.points("Hold 7.A+7.B")["Gry Ulv"] == [0, 1, 2]


def test_the_answer_that_it_is_no_hold_gives_every_class_its_own_pupils(school: School) -> None:
    lists(school)

    assert school.read(HOLD, answers={"several_klasser": "klasser"}, **TOLD).done

    assert school.points("7.A") == {"Ida Uldum": [1, 2, 3]}
    assert school.points("7.B") == {"Bo Friis": [3, 2, 1], "Gry Ulv": [0, 1, 2]}
    assert {k.name for k in queries.klasser(school.store, school.scope)} == {"7.A", "7.B"}
    (a,), (b,) = school.tests("7.A"), school.tests("7.B")
    assert a.test_id == b.test_id


def test_a_year_groups_sheet_needs_a_class_for_every_pupil(school: School) -> None:
    rows = [*HOLD, ["Jens Holm", "ny", 1, 1, 1]]

    outcome = school.read(rows, answers={"several_klasser": "klasser"}, **TOLD)

    assert asked(outcome) == ["no_klasse"]


def test_without_a_class_column_a_whole_name_is_found_in_the_year_group(school: School) -> None:
    lists(school)
    school.class_list("Ida Uldum", klasse="8.A")
    rows = point_rows(["Ida Uldum", 1, 2, 3], ["Bo Friis", 3, 2, 1])

    assert asked(school.read(rows, hold="Mat 1", **TOLD)) == ["hold_trin"]
    assert school.read(rows, hold="Mat 1", answers={"hold_trin": "7"}, **TOLD).done

    assert school.points("7.A") == {"Ida Uldum": [1, 2, 3]}
    assert school.points("7.B") == {"Bo Friis": [3, 2, 1]}


def test_a_first_name_or_a_name_two_classes_share_is_asked_about(school: School) -> None:
    school.class_list("Ida Uldum", "Bo Friis")
    school.class_list("Ida Uldum", "Gry Ulv", klasse="7.B")
    rows = point_rows(["Ida Uldum", 1, 2, 3], ["Bo", 3, 2, 1], ["Gry Ulv", 0, 1, 2])

    outcome = school.read(rows, hold="Mat 1", **TOLD)

    assert [(p.code, p.cell) for p in outcome.blocking] == [("who_is", "A2"), ("who_is", "A3")]


def test_a_uni_login_finds_the_pupil_whatever_the_name(school: School) -> None:
    school.class_list(("Ida Uldum", "idau1234"))
    rows: list[list[Any]] = [["Uni-login", *LABELS[:3]], ["idau1234", 1, 2, 3]]

    assert school.read(rows, hold="Mat 1", **TOLD).done

    assert school.points("7.A") == {"Ida Uldum": [1, 2, 3]}


def test_who_took_the_test_in_class_and_in_the_hold_shows_the_newest_and_keeps_both(school: School) -> None:
    lists(school)
    school.test(["Ida Uldum", 0, 0, 1], ["Anna Lund", 1, 1, 1])
    later = {**TOLD, "date": JANUARY.replace(day=20)}

    assert school.read(HOLD, hold="Mat 1", answers={"same_test": "yes"}, **later).done

    assert school.points("7.A") == {"Ida Uldum": [1, 2, 3], "Anna Lund": [1, 1, 1]}
    assert school.history(school.pupil_id("Ida Uldum")) == [0, 0, 1, 1, 2, 3]
    (test,) = school.tests("7.A")
    assert test.hold is None


def test_blank_cells_of_a_hold_hide_nothing_the_class_has(school: School) -> None:
    lists(school)
    school.test(["Ida Uldum", 0, 0, 1], ["Anna Lund", 1, 1, 1])
    rows = with_classes(["Ida Uldum", "7.A", None, None, None], *HOLD[2:])
    later = {**TOLD, "date": JANUARY.replace(day=20)}

    assert school.read(rows, hold="Mat 1", answers={"same_test": "yes"}, **later).done

    assert school.points("7.A")["Ida Uldum"] == [0, 0, 1]
    assert school.history(school.pupil_id("Ida Uldum")) == [0, 0, 1]


def test_what_a_pupil_earned_in_a_hold_stays_in_the_class_they_have_left(school: School) -> None:
    school.class_list("Ida Uldum", "Anna Lund")
    school.read(point_rows(["Ida Uldum", 1, 2, 3]), hold="Mat 1", **TOLD)
    school.class_list("Anna Lund")
    gone = school.store.rows("enrolled_in_klasser", klasse_ids=[school.klasse_id()])
    assert [row["ended"] for row in gone if row["name"] == "Ida Uldum"] == [True]

    assert school.points("7.A") == {"Ida Uldum": [1, 2, 3]}


def test_undo_of_a_holds_sheet_takes_it_from_the_home_classes(school: School) -> None:
    lists(school)

    school.undo(school.read(HOLD, hold="Mat 1", **TOLD))

    assert school.points("7.A") == {}
    assert school.tests("7.B") == []


def test_a_new_pupil_of_a_hold_stands_in_the_class_the_sheet_names(school: School) -> None:
    assert school.read(HOLD, hold="Mat 1", **TOLD).done

    assert school.pupils("7.B") == ["Bo Friis", "Gry Ulv"]
    assert school.pupils("7.A") == ["Ida Uldum"]


def test_the_same_name_in_two_home_classes_is_two_pupils(school: School) -> None:
    rows = with_classes(["Emma Lund", "7.A", 1, 2, 3], ["Emma Lund", "7.B", 3, 2, 1])
    school.class_list("Emma Lund")
    school.class_list("Emma Lund", klasse="7.B")

    outcome = school.read(rows, hold="Mat 1", **TOLD)

    assert outcome.done, outcome.blocking
    assert (school.points("7.A"), school.points("7.B")) == (
        {"Emma Lund": [1, 2, 3]},
        {"Emma Lund": [3, 2, 1]},
    )


@pytest.mark.parametrize("name", ["7.A", "7b"])
def test_a_hold_may_not_be_called_as_a_class_is(school: School, name: str) -> None:
    assert asked(school.read(HOLD, hold=name, **TOLD)) == ["hold_name"]


def test_the_next_sheet_of_a_hold_needs_only_its_name_and_knows_what_was_answered(school: School) -> None:
    school.class_list("Ida Uldum", "Anna Lund")
    ida = school.pupil_id("Ida Uldum")
    rows = point_rows(["Ida U.", 1, 2, 3])
    school.read(rows, hold="Mat 1", answers={"who_is@A2": ida}, **TOLD)
    march = {**TOLD, "title": "MAT 8", "date": JANUARY.replace(month=3)}

    again = school.read(
        point_rows(["Ida U.", 3, 2, 1], labels=["4.1", "4.2", "4.3"]), klasse="Mat 1", **march
    )

    assert again.done, again.blocking
    assert school.points("7.A") == {"Ida Uldum": [3, 2, 1, 1, 2, 3]}


def test_the_same_file_again_changes_nothing_and_asks_nothing(school: School) -> None:
    lists(school)
    school.read(HOLD, file="hold.xlsx", hold="Mat 1", **TOLD)

    again = school.read(HOLD, file="hold.xlsx")

    assert again.committed
    assert again.committed.unchanged
    assert again.committed.klasse == "Mat 1"


def test_next_years_classes_are_asked_whether_it_is_the_same_test(school: School) -> None:
    school.test(["Ida", 1, 2, 3])

    next_year = school.test(["Bo", 1, 2, 3], klasse="7.B", date=JANUARY.replace(year=2027))

    (question,) = next_year.blocking
    assert question.message == f"Er det samme prøve som MAT 7 i 7.A {YEAR}? 3 af 3 opgaver passer."


def test_a_hold_joins_the_test_of_its_year_group_and_codes_it_once(school: School) -> None:
    lists(school)
    maxima: list[list[Any]] = [[4, 4, 4]]
    school.test(rows=point_rows(["Anna Lund", 1, 1, 1], maxima=maxima))

    outcome = school.read(HOLD, hold="Mat 1", answers={"same_test": "yes"}, **TOLD)

    assert outcome.done
    (test,) = school.tests("Mat 1")
    assert [task.max_points for task in test.tasks] == [4, 4, 4]
    assert test.test_id == school.tests("7.A")[0].test_id


def test_the_command_line_asks_of_a_sheet_with_two_classes_and_takes_the_holds_name(tmp_path: Path) -> None:
    sheet, store = xlsx_of(tmp_path / "hold.xlsx", HOLD), tmp_path / "skole.duckdb"
    told: list[str | Path] = ["import", sheet, "--store", store, "--title", "MAT 7", "--date", "2026-01-14"]

    asked_of = run(*told)
    read = run(*told, "--hold", "Mat 1")

    assert asked_of.code == 1
    assert "several_klasser@A3=hold eller several_klasser@A3=klasser" in asked_of.err
    assert (read.code, read.err) == (0, "")
    opened = open_store(store)
    classes = queries.klasser(opened, local_scope(opened))
    opened.close()
    assert [k.name for k in classes] == ["7.A", "7.B", "Mat 1"]
