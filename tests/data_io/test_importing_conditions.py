"""Conditions follow a pupil's results from the sheet into the store and out again, and no other word does."""

from typing import Any

import pytest

from data_io import queries
from data_io.layouts.read_sheet import read_file
from metrics.class_test import class_test
from metrics.model import EXTRA_TIME, OTHER_TEST, READ_ALOUD
from tests.data_io.a_school import School
from tests.data_io.result_sheets import LABELS, reading_of, xlsx_of


def beside(heading: str, *remarks: Any) -> list[list[Any]]:
    """A points sheet of three pupils with a column of remarks after the points."""
    points = [["Ida Uldum", 1, 2, 3], ["Bo Friis", 3, 2, 1], ["Gry Ulv", 0, 1, 2]]
    return [
        ["Navn", *LABELS[:3], heading],
        *([*row, remark] for row, remark in zip(points, remarks, strict=True)),
    ]


def conditions(school: School) -> dict[str, tuple[str, ...]]:
    """What the store has of 7.A's pupils."""
    klasse_id = school.klasse_id()
    names = {p.pupil_id: p.name for p in queries.pupils(school.store, school.scope, klasse_id)}
    found = queries.answers(school.store, school.scope, [klasse_id])
    return {names[a.pupil_id]: a.conditions for a in found if a.conditions}


@pytest.mark.parametrize("heading", ["Vilkår", "Bemærkninger", "Hjælp", "Prøveform", "Andet"])
def test_a_column_whose_texts_are_conditions_is_read_as_such(school: School, heading: str) -> None:
    assert school.test(rows=beside(heading, "oplæst", None, "ekstra tid, oplæst")).done

    assert conditions(school) == {"Ida Uldum": (READ_ALOUD,), "Gry Ulv": (EXTRA_TIME, READ_ALOUD)}
    assert school.points()["Ida Uldum"] == [1, 2, 3]


def test_crosses_below_oplaest_are_conditions_and_no_task(school: School) -> None:
    assert school.test(rows=beside("Oplæst", "x", None, "x")).done

    assert conditions(school) == {"Ida Uldum": (READ_ALOUD,), "Gry Ulv": (READ_ALOUD,)}


def test_ones_below_oplaest_and_minutes_below_ekstra_tid_are_no_points(school: School) -> None:
    rows = [
        [*row, extra]
        for row, extra in zip(beside("Oplæst", 1, None, 1), ["Ekstra tid", 30, None, 15], strict=True)
    ]

    assert school.test(rows=rows).done

    assert school.points()["Ida Uldum"] == [1, 2, 3]
    assert conditions(school)["Gry Ulv"] == (EXTRA_TIME, READ_ALOUD)


@pytest.mark.parametrize("heading", ["Anden prøve", "Oplæsning"])
def test_points_below_a_heading_that_only_sounds_like_a_condition_are_never_taken_for_one(
    school: School, heading: str
) -> None:
    reading = reading_of(school.folder, beside(heading, 4, 7, 5))

    assert all(not pupil.conditions for pupil in reading.pupils)


def test_words_that_may_be_a_diagnosis_are_not_kept_and_a_note_says_so(school: School) -> None:
    rows = beside("Særlige vilkår", "ekstra tid (ADHD)", "ordblind", None)

    outcome = school.test(rows=rows)

    assert outcome.done
    (note,) = [p for p in outcome.reading.problems if p.code == "conditions_words"]
    assert (note.severity, note.cell) == ("note", "E2")
    assert note.message.startswith("E2, E3: kun oplæst, ekstra tid og anden prøve gemmes")
    assert conditions(school) == {"Ida Uldum": (EXTRA_TIME,)}
    assert "ADHD" not in repr(outcome.reading)
    held = school.store.path.read_bytes()
    assert b"ADHD" not in held and b"ordblind" not in held


def test_remarks_that_are_not_all_conditions_are_asked_about_as_before(school: School) -> None:
    reading = reading_of(school.folder, beside("Noget", "oplæst", "glemte sin lommeregner", None))

    assert "text_column" in [p.code for p in reading.problems]
    assert all(not pupil.conditions for pupil in reading.pupils)


def test_another_test_stays_outside_the_class_and_its_unprinted_maximum(school: School) -> None:
    rows = beside("Vilkår", None, None, "anden prøve")
    rows[3][1:4] = [4, 4, 4]

    assert school.test(rows=rows).done

    klasse_id = school.klasse_id()
    (test,) = school.tests()
    assert [task.max_points for task in test.tasks] == [3, 2, 3]
    pupils = queries.pupils(school.store, school.scope, klasse_id)
    result = class_test(test, pupils, queries.answers(school.store, school.scope, [klasse_id]))
    assert result.total is not None
    assert (result.total.points, result.total.max_points) == (12, 16)
    assert [line.pupil.name for line in result.outside] == ["Gry Ulv"]
    assert school.points()["Gry Ulv"] == [4, 4, 4]


def test_a_sheet_that_adds_a_condition_is_another_content_and_undo_takes_it_away(school: School) -> None:
    school.test(rows=beside("Vilkår", "oplæst", None, None))

    again = school.test(rows=beside("Vilkår", "oplæst", "anden prøve", None))

    assert again.committed
    assert not again.committed.unchanged
    assert conditions(school)["Bo Friis"] == (OTHER_TEST,)
    school.undo(again)
    assert conditions(school) == {"Ida Uldum": (READ_ALOUD,)}


def test_conditions_follow_the_pupil_to_their_own_history(school: School) -> None:
    school.test(rows=beside("Vilkår", "oplæst", None, None))

    _tests, answers = queries.pupil_answers(school.store, school.scope, [school.pupil_id("Ida Uldum")])

    assert {a.conditions for a in answers} == {(READ_ALOUD,)}
    assert {a.source.file_name for a in answers if a.source} == {"0.xlsx"}


def test_check_says_nothing_of_a_column_of_conditions(school: School) -> None:
    (sheet,) = read_file(xlsx_of(school.folder / "t.xlsx", beside("Vilkår", "oplæst", None, None))).sheets

    assert [p.severity for p in sheet.problems if p.severity != "note"] == []
    assert len(sheet.tasks) == 3
