"""From an empty store to the first class: what one meets, and where it leads."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.school import School
from tests.app.screen import (
    INDLAES,
    INDLAESNINGER,
    KLASSELISTER,
    KLASSEOVERBLIK,
    ORDLISTE,
    PAGES,
    PUPIL,
    ROOT,
    SIGNALORD,
    START,
    holds_no_data,
    links,
    names,
    open_screen,
    press,
    settled,
)


@pytest.mark.usefixtures("empty_store")
def test_a_new_store_asks_for_the_schools_name_and_shows_three_steps_then() -> None:
    screen = open_screen(START)
    assert screen.title[0].value == "Klasseblik"

    screen.text_input[0].set_value("Bakkeskolen")
    screen.button[0].click().run()

    assert settled(screen).title[0].value == "Tre trin til det første overblik"
    assert [b.label for b in screen.main.button] == ["Skriv klasselisten", "Se ordlisten", "Indlæs et ark"]


@pytest.mark.usefixtures("empty_store")
def test_a_school_needs_a_name() -> None:
    screen = open_screen(START)

    screen.text_input[0].set_value("   ")
    screen.button[0].click().run()

    assert [error.value for error in screen.error] == ["Skriv skolens navn."]
    assert screen.title[0].value == "Klasseblik"


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("page", [INDLAES, KLASSELISTER, ORDLISTE])
def test_before_the_school_has_a_name_the_data_screens_lead_to_the_start(page: str) -> None:
    screen = open_screen(page)

    assert [box.value for box in screen.info] == ["Giv først skolen et navn på Start."]
    assert links(screen) == ["Til start"]


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    ("button", "title"),
    [("Skriv klasselisten", "Klasselister"), ("Se ordlisten", "Ordliste"), ("Indlæs et ark", "Indlæs")],
)
def test_each_of_the_three_steps_opens_its_screen(button: str, title: str) -> None:
    screen = open_screen(START)

    press(screen, button)

    assert settled(screen).title[0].value == title


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize("page", [KLASSEOVERBLIK, SIGNALORD, PUPIL])
def test_without_a_class_a_screen_leads_to_the_first_sheet_or_list(page: str) -> None:
    screen = open_screen(page)

    assert screen.title[0].value == "Ingen klasser endnu"
    assert links(screen) == ["Indlæs et ark", "Skriv en klasseliste"]


@pytest.mark.usefixtures("school")
def test_without_a_sheet_there_is_nothing_to_take_back_and_a_way_to_the_first() -> None:
    screen = open_screen(INDLAESNINGER)

    assert [box.value for box in screen.info] == ["Der er ikke læst noget ind endnu."]
    assert links(screen) == ["Indlæs et ark"]


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("page", PAGES)
def test_a_new_store_shows_a_calm_screen_everywhere(page: str) -> None:
    assert holds_no_data(open_screen(page))


@pytest.mark.parametrize("page", [KLASSEOVERBLIK, SIGNALORD, PUPIL])
def test_without_a_choice_a_screen_offers_the_newest_years_classes_and_opens_the_one_pressed(
    school: School, page: str
) -> None:
    school.list_class("Ida Uldum", skoleaar="2024/25", klasse="6.A")
    for klasse in ("7.B", "7.A", "0.A", "4.A", "Modtagehold"):
        school.list_class("Ida Uldum", klasse=klasse)
    screen = open_screen(page)
    assert screen.title[0].value == "Vælg en klasse"
    assert [b.label for b in screen.main.button] == ["0.A", "4.A", "7.A", "7.B", "Modtagehold"]
    stages = [m.value for m in screen.main.markdown]
    assert stages == ["**Indskoling**", "**Mellemtrin**", "**Udskoling**", "**Andre klasser**"]

    press(screen, "7.B")

    assert settled(screen).title[0].value.startswith("7.B · ")
    assert screen.query_params["klasse"] == "7.B"
    assert screen.query_params["skoleaar"] == "2025/26"


def test_a_class_chosen_on_the_start_opens_its_klasseoverblik(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3, 4, 4, 4]})
    screen = open_screen(START)
    assert screen.title[0].value == "Fjordskolen"

    press(screen, "7.A")

    assert settled(screen).title[0].value == "7.A · Klasseoverblik"
    assert names(screen, "levels") == ["Ida Uldum ·"]


def test_the_start_offers_the_classes_of_the_chosen_year(school: School) -> None:
    school.list_class("Ida Uldum", skoleaar="2024/25", klasse="6.A")
    school.list_class("Ida Uldum", klasse="7.A")

    screen = open_screen(START, skoleaar="2024/25")

    assert [b.label for b in screen.main.button if "." in b.label] == ["6.A"]


def test_a_store_that_is_no_store_is_one_sentence(store_path: Path) -> None:
    store_path.write_text("navn;point")

    screen = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()

    assert [error.value for error in screen.error] == [
        "skolen.duckdb er ikke en Klasseblik-fil. Vælg en anden med --store."
    ]
