"""The page of one import: what it gave and replaced, what is seen now, and taking it back after a warning."""

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from data_io import queries
from data_io.provenance import import_record
from data_io.scope import Scope, local_scope
from tests.app.school import JANUARY, School
from tests.app.screen import (
    CHOICE,
    INDLAESNING,
    INDLAESNINGER,
    SIGNALORD,
    grid,
    open_screen,
    plain,
    press,
    settled,
)


def read_twice(school: School) -> tuple[str, str]:
    """The ids of two readings of one test; the second corrects a cell and empties another."""
    school.list_class("Ida Uldum", "Noah Aagesen")
    first = school.read_test({"Ida Uldum": [0, 2, 2, 4], "Noah Aagesen": [1, 1, 1, 1]}, file="første.xlsx")
    second = school.read_test({"Ida Uldum": [2, 2, 2, 4], "Noah Aagesen": [1, "-", 1, 1]}, file="rettet.xlsx")
    assert first.committed and second.committed
    return first.committed.import_id, second.committed.import_id


def words(screen: AppTest) -> str:
    """Everything the page says in text."""
    return "\n".join(plain(e.value) for e in [*screen.main.caption, *screen.main.markdown, *screen.main.info])


def lines(screen: AppTest, key: str) -> list[list[str]]:
    """The rows of a grid as texts, their headers first."""
    return [[plain(cell[0]) for cell in [row["header"], *row["cells"]]] for row in grid(screen, key)["rows"]]


def test_the_page_says_what_an_import_gave_and_that_it_is_seen(school: School) -> None:
    _first, second = read_twice(school)

    screen = open_screen(INDLAESNING, indlaesning=second)

    assert screen.title[0].value == "MAT 7 · Indlæsning"
    assert "rettet.xlsx, ark Ark1, indlæst" in words(screen) and "af Mette Lund" in words(screen)
    assert "Vises nu." in words(screen)
    assert lines(screen, "filled")[0][:6] == ["7.A", "MAT 7", "14.1.2026", "2", "7", "1"]
    assert lines(screen, "filled")[0][6].startswith("første.xlsx, ")
    assert lines(screen, "filled")[0][7] == "denne"
    assert "2 elever var kendt i forvejen." in words(screen)


def test_the_page_says_which_cells_say_something_else_than_before(school: School) -> None:
    _first, second = read_twice(school)

    screen = open_screen(INDLAESNING, indlaesning=second)

    assert "2 felter siger noget andet:" in words(screen)
    assert lines(screen, "changes") == [
        ["Ida Uldum", "1", "B5", "0", "2"],
        ["Noah Aagesen", "2", "C6", "1", "mangler"],
    ]


def test_an_import_that_was_replaced_says_so_and_offers_no_undo(school: School) -> None:
    first, _second = read_twice(school)

    screen = open_screen(INDLAESNING, indlaesning=first)

    assert "Erstattet af en nyere indlæsning. Den vises ikke." in words(screen)
    assert lines(screen, "filled")[0][7].startswith("rettet.xlsx, ")
    assert "Ja, fortryd indlæsningen" not in [b.label for b in screen.main.button]


def test_undo_says_what_is_seen_instead_before_it_is_done(school: School) -> None:
    first, second = read_twice(school)
    screen = open_screen(INDLAESNING, indlaesning=second)
    assert "I stedet vises igen: første.xlsx, ark Ark1" in words(screen)

    screen = press(screen, "Ja, fortryd indlæsningen")

    assert "MAT 7 er taget tilbage." in words(screen)
    assert "Fortrudt" in words(screen)
    screen = open_screen(INDLAESNING, indlaesning=first)
    assert "Vises nu." in words(screen)
    assert "Der vises ingenting i stedet." in words(screen)


def test_new_pupils_answers_and_conditions_stand_on_the_page(school: School) -> None:
    done = school.read_test(
        {"Ida Uldum": [0, 0, 0, 0], "Noah Aagesen": [1, 1, 1, 1]}, answers={"all_zeros": "absent"}
    )
    assert done.committed

    screen = open_screen(INDLAESNING, indlaesning=done.committed.import_id)

    assert "Nye elever: Ida Uldum og Noah Aagesen." in words(screen)
    assert "- Kun nuller: var eleven fraværende? (B5): ja, fraværende" in words(screen)


def test_a_pupil_who_was_pointed_out_stands_by_name(school: School) -> None:
    school.list_class("Ida Uldum")
    ida = school.store.rows("pupils_of_klasser", klasse_ids=_classes(school))[0]["pupil_id"]
    done = school.read_test({"Idamus": [1, 1, 1, 1]}, answers={"who_is@A5": ida})
    assert done.committed

    screen = open_screen(INDLAESNING, indlaesning=done.committed.import_id)

    assert "- Hvem er eleven? (A5): Ida Uldum" in words(screen)


def test_ratings_have_a_page_with_every_round_they_filled(school: School) -> None:
    done = school.read_ratings({"Ida Uldum": [3, 3, 3, 4, 4, 4]})
    assert done.committed

    screen = open_screen(INDLAESNING, indlaesning=done.committed.import_id)

    assert screen.title[0].value == "Vurderinger · Indlæsning"
    assert len(lines(screen, "filled")) == 6
    assert lines(screen, "filled")[0][1] == "Dansk, Efterår 2025/26"


@pytest.mark.parametrize("address", ["findes-ikke", "01a20a31-8ca7-73ba-a72d-0c948a981c0b", ""])
def test_an_address_without_an_import_shows_the_list(school: School, address: str) -> None:
    read_twice(school)

    screen = open_screen(INDLAESNING, indlaesning=address)

    assert screen.title[0].value == "Indlæsning"
    assert "Vælg en indlæsning øverst" in words(screen)


def test_an_import_is_shown_to_nobody_without_access_to_its_classes(school: School) -> None:
    _first, second = read_twice(school)
    everything = local_scope(school.store)
    assert import_record(school.store, everything, second) is not None

    assert import_record(school.store, Scope("vikar", (), "ingen klasser"), second) is None


def test_of_an_import_of_two_classes_only_the_own_is_shown_and_undo_is_not_offered(school: School) -> None:
    rows: list[list[object]] = [
        ["Navn", "Klasse", "1.1", "1.2"],
        ["Ida Uldum", "7.A", 1, 2],
        ["Bo Friis", "7.B", 2, 1],
    ]
    told = {"title": "MAT 7", "date": JANUARY, "subject": "matematik"}
    done = school.read("t.xlsx", rows, answers={"several_klasser": "klasser"}, **told).committed
    assert done
    scope = local_scope(school.store)
    seven_a = next(k.klasse_id for k in queries.klasser(school.store, scope) if k.name == "7.A")

    record = import_record(school.store, dataclasses.replace(scope, klasse_ids=(seven_a,)), done.import_id)

    assert record is not None
    assert [f.klasse for f in record.filled] == ["7.A"]
    assert [p.name for p in record.pupils] == ["Ida Uldum"]
    assert not record.whole


def test_every_import_on_the_list_leads_to_its_page(school: School) -> None:
    first, second = read_twice(school)

    screen = open_screen(INDLAESNINGER)

    opened = [link.proto.query_string for link in screen.main.get("page_link")]
    assert opened == [f"indlaesning={second}", f"indlaesning={first}"]


def _classes(school: School) -> list[str]:
    return [row["klasse_id"] for row in school.store.rows("all_klasse_ids")]


def test_the_matrix_and_the_class_row_are_coloured_cells_with_a_way_to_their_imports(school: School) -> None:
    read_twice(school)

    screen = settled(open_screen(SIGNALORD, **CHOICE))

    (klasse,) = [r for r in grid(screen, "tasks")["rows"] if r["header"][0] == "Hele klassen"]
    assert [cell[2] for cell in klasse["cells"][:4]] == ["class/1", "class/2", "class/3", "class/4"]
