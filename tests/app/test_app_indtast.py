"""The screen Indtast: what it offers, what the grid is given, and what a batch of typing does."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data_io.entries.drafts import Typed, keep_draft
from data_io.entries.model import What
from data_io.entries.save import save_sitting
from data_io.scope import Scope, local_scope
from tests.app.school import School
from tests.app.screen import (
    CHOICE,
    INDTAST,
    KLASSEOVERBLIK,
    component,
    finding,
    open_screen,
    plain,
    press,
    settled,
    texts,
)

NAMES = ("Alma Fjeldsø", "Ida Uldum")


@pytest.fixture
def listed(school: School) -> School:
    """A class of two."""
    school.list_class(*NAMES)
    return school


def autumn(school: School) -> What:
    (klasse,) = school.store.rows("all_klasse_ids")
    return What("rating", klasse["klasse_id"], "Efterår")


def drawn(screen: AppTest, what: What) -> dict[str, Any]:
    given = component(screen, f"entry-{what.klasse_id}-{what.key}")
    assert given is not None
    return given


def type_as(school: School, scope: Scope, name: str, column: str, said: str, was: str = "") -> None:
    keep_draft(school.store, scope, autumn(school), [Typed((school.pupil_id(name), column), said, was)])


def said_in(screen: AppTest) -> list[str]:
    return [plain(line.value) for line in screen.main.markdown]


def test_nothing_is_typed_before_a_round_is_chosen(listed: School) -> None:
    assert listed.store
    screen = open_screen(INDTAST, **CHOICE)
    assert [box.value for box in screen.info] == ["Vælg en runde."]
    assert [box.options for box in screen.main.selectbox] == [["Efterår", "Forår"]]


def test_the_grid_has_the_class_and_the_three_subjects(listed: School) -> None:
    screen = open_screen(INDTAST, **CHOICE, runde="Efterår")
    given = drawn(screen, autumn(listed))
    assert [name for _id, name in given["pupils"]] == list(NAMES)
    assert [label for _key, label, _below in given["columns"]] == ["Dansk", "Matematik", "Social trivsel"]
    assert finding(screen) == ("0 af 6 felter er udfyldt.", "Alt er gemt.")


def test_a_field_of_ones_own_is_added_beside_them(listed: School) -> None:
    screen = open_screen(INDTAST, **CHOICE, runde="Efterår")
    screen.text_input[0].set_value("Læselyst")
    screen = press(screen, "Tilføj")
    given = drawn(screen, autumn(listed))
    assert [label for _key, label, _below in given["columns"]][3:] == ["Læselyst"]


def test_a_draft_stands_in_the_grid_with_what_is_wrong_in_a_sentence(listed: School) -> None:
    type_as(listed, local_scope(listed.store), "Ida Uldum", "dansk", "7")
    screen = open_screen(INDTAST, **CHOICE, runde="Efterår")
    sentence = "7 går ikke her. Skriv et niveau fra 1 til 5."
    assert drawn(screen, autumn(listed))["rows"][1][0] == ["7", "", sentence]
    assert f"Ida Uldum, dansk: {sentence}" in said_in(screen)
    assert finding(screen)[1] == "1 felt er kladde: kun du ser det, til du gemmer."


def test_what_is_saved_stands_on_the_class_s_screen(listed: School) -> None:
    scope = local_scope(listed.store)
    type_as(listed, scope, "Ida Uldum", "dansk", "4")
    type_as(listed, scope, "Alma Fjeldsø", "dansk", "modtageklasse")
    save_sitting(listed.store, scope, listed.school_id, autumn(listed))

    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    assert "4" in texts(screen, "levels", "Ida Uldum")
    given = component(screen, "levels")
    assert given is not None
    assert "i modtageklasse" in json.dumps(given, ensure_ascii=False)


def test_the_same_cell_by_two_is_asked_about_and_the_others_may_be_kept(listed: School) -> None:
    own = local_scope(listed.store)
    mette = Scope("Mette Lund", own.klasse_ids, "teacher")
    type_as(listed, mette, "Ida Uldum", "dansk", "3")
    save_sitting(listed.store, mette, listed.school_id, autumn(listed))
    type_as(listed, own, "Ida Uldum", "dansk", "2")

    screen = open_screen(INDTAST, **CHOICE, runde="Efterår")

    (asked,) = [line for line in said_in(screen) if "hvilken gælder?" in line]
    assert asked.startswith("Ida Uldum, dansk: Mette Lund skrev 3 kl. ")
    assert asked.endswith(", du skrev 2: hvilken gælder?")
    screen = press(screen, "Behold 3")
    assert drawn(screen, autumn(listed))["rows"][1][0] == ["3", "3", ""]
    assert not [line for line in said_in(screen) if "hvilken gælder?" in line]


def test_a_new_test_is_made_and_stands_ready_to_be_typed(listed: School) -> None:
    assert listed.store
    screen = open_screen(INDTAST, **CHOICE)
    screen = settled(screen.segmented_control[0].set_value("test").run())
    for label, said in (("Prøvens navn", "Brøker"), ("Prøvens dato", "14.1.2026")):
        next(field for field in screen.text_input if field.label == label).set_value(said)
    screen.text_area[0].set_value("1a; 2; Algebra\n1b; 3")
    screen = press(screen, "Opret prøven")
    (row,) = listed.store.rows("entered_tests", klasse_id=autumn(listed).klasse_id)
    given = drawn(screen, What("test", autumn(listed).klasse_id, row["test_id"]))
    assert given["words"]["reasons"] == "Uden point:"
    assert given["columns"] == [["1", "1a", "af 2"], ["2", "1b", "af 3"]]


def test_a_new_test_without_a_date_or_maxima_says_so(listed: School) -> None:
    assert listed.store
    screen = open_screen(INDTAST, **CHOICE)
    screen = settled(screen.segmented_control[0].set_value("test").run())
    screen = press(screen, "Opret prøven")
    assert [box.value for box in screen.error] == ["Skriv prøvens dato, fx 14.1.2026."]
    next(field for field in screen.text_input if field.label == "Prøvens dato").set_value("14.1.2026")
    screen = press(screen, "Opret prøven")
    assert [plain(box.value) for box in screen.error] == ["Skriv mellem 1 og 120 opgaver, en på hver linje."]
