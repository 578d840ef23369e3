"""Nyt skoleår on the screen: the proposal, what is said otherwise, and the year made and taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.school import School
from tests.app.screen import (
    KLASSEOVERBLIK,
    NYT_SKOLEAAR,
    finding,
    names,
    open_screen,
    plain,
    press,
    row,
    settled,
)
from tests.data_io.result_sheets import Rows

MAKE = "Opret skoleåret 2026/27"
UNDO = "Fortryd skoleåret 2026/27"


def becomes(screen: AppTest) -> dict[str, str]:
    """The classes' fields: what stands over each, and what is in it."""
    return {plain(t.label): str(t.value) for t in screen.main.text_input if "·" in t.label}


def typed(screen: AppTest, label: str, value: str) -> AppTest:
    next(t for t in screen.main.text_input if plain(t.label) == label).set_value(value)
    return settled(screen.run())


def chosen(screen: AppTest, label: str, value: str) -> AppTest:
    next(b for b in screen.main.selectbox if b.label == label).set_value(value)
    return settled(screen.run())


def lines(screen: AppTest) -> list[str]:
    return [plain(m.value) for m in screen.main.markdown]


def said(screen: AppTest, words: str) -> bool:
    return any(words in line for line in lines(screen))


def can_press(screen: AppTest, label: str) -> bool:
    return not next(b for b in screen.main.button if b.label == label).disabled


def place(screen: AppTest, klasse: str, pupils: list[str], to: str) -> AppTest:
    box = next(b for b in screen.main.selectbox if b.label == "Fra klassen")
    box.select_index(box.options.index(klasse))
    screen = settled(screen.run())
    box_of_names = next(m for m in screen.main.multiselect if m.label == "Elever")
    ids = dict(zip(box_of_names.options, box_of_names.proto.options, strict=True))
    for name in pupils:
        box_of_names.select(ids[name])
    return press(chosen(settled(screen.run()), "Kommer i", to), "Placér")


def test_classes_rise_a_trin_and_the_ninth_leaves(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")
    school.list_class("Liv Dam", klasse="9.A")

    screen = open_screen(NYT_SKOLEAAR)

    assert becomes(screen) == {"7.A · 2 elever": "8.A", "9.A · 1 elev": ""}
    assert finding(screen) == (
        "2026/27 får 1 klasse med 2 elever; 1 elev forlader skolen.",
        "Alle elever har en klasse. Intet er gemt endnu.",
    )
    assert said(screen, "Forlader skolen: 1 fra 9.A.")
    assert said(screen, "**8.A** · 2  :small[:gray[2 fra 7.A]]")


def test_the_year_is_made_once_and_the_screen_then_says_that_it_is_there(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")

    screen = press(open_screen(NYT_SKOLEAAR), MAKE)

    assert "Skoleåret 2026/27 er oprettet: 1 klasse med 2 elever." in [i.value for i in screen.main.info]
    again = open_screen(NYT_SKOLEAAR)
    assert finding(again) == (
        "2026/27 er oprettet: 1 klasse med 2 elever.",
        "Der er ikke mere at oprette.",
    )
    assert not can_press(again, MAKE)
    assert becomes(again) == {}
    assert said(again, "**8.A** · 2  :small[:gray[2 fra 7.A]]")


def test_the_made_classes_show_what_the_pupils_had_last_time(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")
    school.read_ratings({"Ida Uldum": [3, 2, 4, 3, 1, 4], "Bo Friis": [4, 4, 4, 4, 5, 4]})

    press(open_screen(NYT_SKOLEAAR), MAKE)
    rated: Rows = [
        ["", "8.A", None, None],
        ["", "Efterår", None, None],
        ["Elev", "Dansk", "Matematik", "Social"],
        ["Ida Uldum", 3, 4, 4],
        ["Bo Friis", 4, 4, 4],
    ]
    school.read("Elevvurdering 8.A.xlsx", rated, skoleaar="2026/27")

    overview = open_screen(KLASSEOVERBLIK, skoleaar="2026/27", klasse="8.A")
    assert sorted(names(overview, "levels")) == ["Bo Friis", "Ida Uldum"]
    assert "mod forår 2026" in plain(overview.main.caption[0].value)
    shown = [text for text, _look in row(overview, "levels", "Ida Uldum") if text.isdecimal()]
    assert shown[:4] == ["3", "3", "1", "4"]  # dansk in 7.A and now, matematik in 7.A and now


def test_two_classes_become_one(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A")
    school.list_class("Bo Friis", klasse="7.B")

    screen = typed(open_screen(NYT_SKOLEAAR), "7.B · 1 elev", "8a")

    assert said(screen, "**8.A** · 2  :small[:gray[1 fra 7.A, 1 fra 7.B]]")


def test_a_class_that_is_split_waits_until_its_pupils_are_dealt(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")

    screen = typed(open_screen(NYT_SKOLEAAR), "7.A · 2 elever", "8.A, 8.B")
    assert finding(screen)[1] == "2 elever mangler en klasse. Intet er gemt endnu."

    screen = place(screen, "7.A", ["Ida Uldum"], "8.A")
    screen = place(screen, "7.A", ["Bo Friis"], "8.B")
    assert finding(screen)[0] == "2026/27 får 2 klasser med 2 elever."


def test_a_pupil_stays_on_the_trin_and_another_leaves(school: School) -> None:
    school.list_class("Ida Uldum", klasse="6.A")
    school.list_class("Bo Friis", "Liv Dam", "Noa Holm", klasse="7.A")

    screen = place(open_screen(NYT_SKOLEAAR), "7.A", ["Bo Friis"], "7.A")
    screen = place(screen, "7.A", ["Liv Dam"], "")

    assert said(screen, "**7.A** · 2  :small[:gray[1 fra 6.A, 1 går om]]")
    assert finding(screen)[0] == "2026/27 får 2 klasser med 3 elever; 1 elev forlader skolen."
    screen = press(screen, "Fortryd")
    assert said(screen, "**8.A** · 2  :small[:gray[2 fra 7.A]]")


def test_a_new_pupil_is_typed_and_counted(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A")

    screen = open_screen(NYT_SKOLEAAR)
    screen = press(screen, "Tilføj")
    assert [e.value for e in screen.main.error] == ["Skriv elevens navn."]
    screen = typed(screen, "Elevens navn", "Ny Elev")
    screen = typed(screen, "Elevens uni-login", "nyel0001")
    screen = press(chosen(screen, "Elevens klasse", "8.A"), "Tilføj")

    assert said(screen, "**8.A** · 2  :small[:gray[1 fra 7.A, 1 ny]]")
    press(screen, MAKE)
    overview = open_screen(KLASSEOVERBLIK, skoleaar="2026/27", klasse="8.A")
    assert not overview.exception
    assert school.pupil_id("Ny Elev")


def test_the_year_is_taken_back_until_something_is_read_in(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.A")
    screen = press(open_screen(NYT_SKOLEAAR), MAKE)

    screen = press(screen, UNDO)

    assert finding(screen)[0] == "2026/27 får 1 klasse med 1 elev."
    press(screen, MAKE)
    school.list_class("Ida Uldum", "Bo Friis", klasse="8.A", skoleaar="2026/27")
    used = open_screen(NYT_SKOLEAAR)
    box = next(b for b in used.main.selectbox if b.label == "Ud fra skoleåret")
    used = settled(box.set_value("2025/26").run())
    assert not can_press(used, UNDO)
    assert any("skrevet eller planlagt i 8.A" in plain(c.value) for c in used.main.caption)


def test_a_pupil_whom_the_new_class_list_leaves_out_is_asked_about(school: School) -> None:
    school.list_class("Ida Uldum", "Bo Friis", klasse="7.A")
    school.list_class("Ida Uldum", "Liv Dam", klasse="8.A", skoleaar="2026/27")

    screen = chosen(open_screen(NYT_SKOLEAAR), "Ud fra skoleåret", "2025/26")

    assert said(screen, "Mangler en klasse: Bo Friis (7.A).")
    assert said(screen, "1 elev står allerede i sin nye klasse med samme navn")


def test_classes_that_say_nothing_of_their_next_name_are_told_of(school: School) -> None:
    school.list_class("Ida Uldum", klasse="Modtageklassen")
    school.list_class("Bo Friis", klasse="0.A")

    screen = open_screen(NYT_SKOLEAAR)

    assert becomes(screen) == {"0.A · 1 elev": "1.A", "Modtageklassen · 1 elev": "Modtageklassen"}
    assert said(screen, "Modtageklassen har intet trin og foreslås uændret.")


@pytest.mark.usefixtures("school")
def test_a_school_without_classes_is_led_to_reading_some_in() -> None:
    screen = open_screen(NYT_SKOLEAAR)

    assert screen.title[0].value == "Ingen klasser endnu"
