"""Vurdering og prøve: whom level and tests point apart for, as a question, counted from the sheets."""

import datetime

from streamlit.testing.v1 import AppTest

from tests.app.school import JANUARY, OCTOBER, School, Values
from tests.app.screen import (
    CHOICE,
    VURDERING_OG_PROEVE,
    by_label,
    component,
    finding,
    names,
    open_screen,
    plain,
    row,
    settled,
    texts,
)

TASKS = 20
RATINGS: Values = {
    #               efterår      forår: dansk, matematik, social
    "Alma Fjeldsø": [3, 2, 3, 3, 2, 3],  # 19 of 20
    "Bertil Mosegaard": [3, 3, 3, 3, 5, 3],  # 1 of 20
    "Ida Uldum": [3, 4, 3, 3, 4, 3],  # 19 of 20
    "Noah Aagesen": [3, 1, 3, 3, 1, 3],  # 14 of 20: green, and not sure
    "Vega Ørnbjerg": [3, 4, 3, 3, "ny", 3],  # 1 of 20
}
SOLVED = {"Alma Fjeldsø": 19, "Bertil Mosegaard": 1, "Ida Uldum": 19, "Noah Aagesen": 14, "Vega Ørnbjerg": 1}


def read_test(
    school: School, solved: dict[str, int], day: datetime.date = JANUARY, klasse: str = "7.A"
) -> None:
    """A test of twenty tasks of one point; every pupil solved the first so many."""
    rows: list[list[object]] = [
        ["Opgave nr.", *(str(n) for n in range(1, TASKS + 1))],
        ["Maks.", *[1] * TASKS],
        *([name, *[1] * n, *[0] * (TASKS - n)] for name, n in solved.items()),
    ]
    told = {"klasse": klasse, "date": day, "subject": "matematik", "title": f"MAT {day}"}
    school.read(f"{klasse} {day}.xlsx", rows, **told)


def screen_of(school: School) -> AppTest:
    school.read_ratings(RATINGS)
    read_test(school, SOLVED)
    return open_screen(VURDERING_OG_PROEVE, **CHOICE)


def test_the_sentence_names_them_and_says_who_was_looked_at_and_who_was_not(school: School) -> None:
    said, below = finding(screen_of(school))

    assert said == "I matematik peger vurdering og prøve hver sin vej for 2 elever: Alma og Bertil."
    assert below == (
        "Set på 3 af 5 elever. Om 2 kan der ikke siges noget: "
        "1 med lys farve (få opgaver eller tæt på grænsen), 1 uden niveau."
    )


def test_each_of_them_stands_with_share_level_and_which_lies_higher(school: School) -> None:
    screen = screen_of(school)

    assert row(screen, "apart", "Alma Fjeldsø ·") == [
        ("95 %", "zone-green"),
        ("2", "level-2"),
        ("prøverne ligger højere", "plain"),
        ("19 af 20 point i 20 opgaver", "muted"),
    ]
    assert texts(screen, "apart", "Bertil Mosegaard ·")[1:3] == ["5", "prøverne ligger lavere"]
    assert len(names(screen, "apart")) == 2


def test_the_question_the_rule_and_the_tests_that_count_are_said(school: School) -> None:
    screen = screen_of(school)

    assert any("Hvad ved du, som prøven ikke viser?" in line.value for line in screen.main.markdown)
    captions = [plain(line.value) for line in screen.main.caption]
    assert any("sikkert er grønne (fra 70 %) og niveauet er 1 eller 2" in line for line in captions)
    assert any("fra 1.8.2025 til 31.7.2026: MAT 2026-01-14 (14.1.2026)" in line for line in captions)


def test_the_whole_class_stands_in_the_table_once(school: School) -> None:
    screen = screen_of(school)

    assert texts(screen, "beside", "sikkert grøn") == ["", "", "1", "", "1", "", ""]
    assert texts(screen, "beside", "sikkert rød") == ["", "", "", "", "", "1", "1"]
    assert texts(screen, "beside", "usikker farve") == ["?", "1", "", "", "", "", ""]
    assert texts(screen, "beside", "ingen prøve") == ["–", "", "", "", "", "", ""]
    assert row(screen, "beside", "sikkert grøn")[2] == ("1", "mark")


def test_nobody_to_ask_about_is_said(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3, 3, 5, 3]})
    read_test(school, {"Ida Uldum": 20})

    screen = open_screen(VURDERING_OG_PROEVE, **CHOICE)

    assert finding(screen) == (
        "I matematik er der ingen elever, hvor vurdering og prøve peger hver sin vej.",
        "Set på 1 af 1 elever.",
    )
    assert component(screen, "apart") is None
    assert "Der er ingen elever at spørge til." in [line.value for line in screen.main.markdown]


def test_without_a_sure_colour_there_is_too_little_to_build_on(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3, 3, 1, 3]})
    read_test(school, {"Ida Uldum": 14})

    screen = open_screen(VURDERING_OG_PROEVE, **CHOICE)

    assert finding(screen)[0] == (
        "I matematik er der for lidt at bygge på: ingen elev har både et niveau og en sikker farve."
    )
    assert texts(screen, "left-out", "Ida Uldum ·")[0] == "1"
    assert texts(screen, "left-out", "Ida Uldum ·")[1].startswith("14 af 20 point i 20 opgaver; lys, fordi")


def test_the_autumn_round_is_not_held_against_a_test_of_the_spring(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 1, 3, 3, 1, 3]})
    read_test(school, {"Ida Uldum": 20}, datetime.date(2026, 3, 12))
    screen = open_screen(VURDERING_OG_PROEVE, **CHOICE)
    assert "for 1 elev: Ida" in finding(screen)[0]

    screen.selectbox(key="round-matematik-2").set_value(0).run()

    assert "for lidt at bygge på" in finding(settled(screen))[0]
    assert any("til 31.1.2026; der er ingen." in line.value for line in screen.main.caption)


def test_a_class_with_marks_or_without_tests_is_told_what_is_missing(school: School) -> None:
    school.read_ratings({"Ida Uldum": [5.5, 7, 4, 4.5, 10, 2]}, rounds=("1. termin", "2. termin"))
    read_test(school, {"Ida Uldum": 20})

    screen = open_screen(VURDERING_OG_PROEVE, **CHOICE)

    (said,) = [line.value for line in screen.info]
    assert said.startswith("7.A har ingen fag med både niveauer 1–5 og prøver i 2025/26.")
    assert said.endswith("Dansk og matematik har karakterer på 7-trinsskalaen og er ikke med.")
    assert component(screen, "finding") is None


def test_a_pupil_who_came_from_the_parallel_class_brings_the_test_along(school: School) -> None:
    school.list_class("Ida Uldum", klasse="7.B", login="idax2950")
    read_test(school, {"Ida Uldum": 20}, OCTOBER, klasse="7.B")
    school.list_class("Ida Uldum", klasse="7.A", login="idax2950")
    school.read_ratings({"Ida Uldum": [3, 2, 3, 3, 2, 3]})

    screen = open_screen(VURDERING_OG_PROEVE, **CHOICE)

    assert finding(screen)[0] == "I matematik peger vurdering og prøve hver sin vej for 1 elev: Ida."
    assert texts(screen, "apart", "Ida Uldum")[3] == "20 af 20 point i 20 opgaver"


def test_subjects_with_both_are_offered_and_no_others(school: School) -> None:
    school.read_ratings(RATINGS)
    read_test(school, SOLVED)
    danish: list[list[object]] = [
        ["Opgave nr.", "1", "2", "3"],
        ["Maks.", 2, 2, 2],
        ["Ida Uldum", 2, 2, 2],
    ]
    school.read("dansk.xlsx", danish, klasse="7.A", date=JANUARY, subject="dansk", title="DAN 7")

    screen = open_screen(VURDERING_OG_PROEVE, **CHOICE)

    assert list(by_label(screen, "Fag").options) == ["Dansk", "Matematik"]
