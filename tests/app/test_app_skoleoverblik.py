"""Skoleoverblik: sentences, numbers and the way into a class, counted by hand from the sheets."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.app.school import YEAR, School, Values
from tests.app.screen import (
    SKOLEOVERBLIK,
    by_label,
    component,
    finding,
    links,
    names,
    open_screen,
    row,
    settled,
    texts,
)

SUBJECTS = ["Dansk", "Matematik", "Social"]


def read_class(
    school: School, klasse: str, ratings: Values, rounds: tuple[str, str] = ("Efterår", "Forår")
) -> None:
    rows: list[list[object]] = [
        [None, klasse, *[None] * 5],
        [None, rounds[0], None, None, rounds[1], None, None],
        ["Elev", *SUBJECTS, *SUBJECTS],
        *([name, *values] for name, values in ratings.items()),
    ]
    school.read(f"{klasse}.xlsx", rows, skoleaar=YEAR)


def three_classes(school: School) -> None:
    #                                              efterår    forår: dansk, matematik, social
    read_class(school, "6.A", {"Maja Ægidius": [3, 3, 3, 3, 3, 3], "Otto Dam": [2, 3, 3, 4, 3, 3]})
    read_class(
        school,
        "7.A",
        {
            "Alma Fjeldsø": [3, 3, 3, 2, 2, 3],
            "Bertil Mosegaard": [3, 4, 3, 1, 4, 3],
            "Ida Uldum": [5, 3, 3, 4, None, 3],
        },
    )
    read_class(
        school, "7.B", {"Noah Aagesen": [2, 3, 3, 2, 3, "syg"], "Vega Ørnbjerg": [4, 3, 3, 4, 3, None]}
    )


def figures(app: AppTest) -> list[dict[str, Any]]:
    """The drawn figures, as plotly gets them."""
    return [json.loads(chart.proto.spec) for chart in app.main.get("plotly_chart")]


def ticks(figure: dict[str, Any]) -> list[str]:
    return [name.strip("\N{NO-BREAK SPACE}") for name in figure["layout"]["yaxis"]["ticktext"]]


def said(app: AppTest) -> str:
    return "\n".join(line.value for line in [*app.main.markdown, *app.main.caption])


def test_without_a_choice_the_newest_years_classes_stand_in_class_order(school: School) -> None:
    school.list_class("Ida Uldum", klasse="6.A", skoleaar="2024/25")
    three_classes(school)

    screen = open_screen(SKOLEOVERBLIK)

    assert names(screen, "numbers") == ["6.A", "7.A", "7.B"]
    assert "2025/26 · 3 klasser · 7 elever" in said(screen)


def test_the_sentence_counts_the_low_against_last_time_and_below_stands_what_is_missing(
    school: School,
) -> None:
    three_classes(school)

    sentence, below = finding(open_screen(SKOLEOVERBLIK))

    assert sentence == (
        "I rød eller orange: 3 elever i dansk (sidst 2), 1 i matematik (sidst 0) og 0 i social trivsel "
        "(sidst 0). 2 elever er faldet dertil i mindst ét af dem siden sidste runde."
    )
    assert below == "7.A mangler 1 vurdering i matematik; 7.B mangler 2 vurderinger i social trivsel."


def test_a_row_counts_the_low_last_time_and_now_down_up_marked_and_missing(school: School) -> None:
    three_classes(school)

    screen = open_screen(SKOLEOVERBLIK)

    assert texts(screen, "numbers", "7.A")[:6] == ["0", "2", "3", "0", "2", "0"]
    assert texts(screen, "numbers", "7.A")[6:12] == ["0", "1", "1", "0", "1", "1"]
    assert texts(screen, "numbers", "6.A")[:6] == ["1", "0", "0", "1", "1", "0"]
    assert row(screen, "numbers", "7.B")[17] == ("2", "missing")


def test_every_picture_has_the_same_classes_and_the_same_axis(school: School) -> None:
    three_classes(school)
    screen = open_screen(SKOLEOVERBLIK)
    drawn = figures(screen)

    assert len(drawn) == len(SUBJECTS)
    assert [ticks(one) for one in drawn] == [["6.A", "7.A", "7.B"]] * 3
    assert [one["layout"]["xaxis"]["range"] for one in drawn] == [[0, 3]] * 3

    by_label(screen, "Vis").set_value("6").run()
    small = figures(settled(screen))
    assert [ticks(one) for one in small] == [["6.A"]] * 3
    assert [one["layout"]["xaxis"]["range"] for one in small] == [[0, 3]] * 3


def test_a_year_group_has_its_own_sentence_and_its_own_places(school: School) -> None:
    three_classes(school)
    screen = open_screen(SKOLEOVERBLIK, skoleaar=YEAR, klasse="6.A")

    by_label(screen, "Vis").set_value("7").run()

    assert names(settled(screen), "numbers") == ["7.A", "7.B"]
    assert finding(screen)[0].startswith("I rød eller orange: 3 elever i dansk (sidst 1)")
    assert "**7. årgang · Dansk**  \n3 elever i rød eller orange: 2 i 7.A og 1 i 7.B. 2 er faldet" in said(
        screen
    )
    assert "En ekstra lærer i 7.A når 2 af dem; de er for få til et hold på 6." in said(screen)
    assert "Sådan er det talt: elever på niveau 1–2" in said(screen)


def test_another_year_without_the_chosen_year_group_shows_the_whole_school(school: School) -> None:
    school.list_class("Maja Ægidius", klasse="5.A", skoleaar="2024/25")
    three_classes(school)
    screen = open_screen(SKOLEOVERBLIK, skoleaar=YEAR)
    by_label(screen, "Vis").set_value("7").run()

    screen.selectbox(key="skoleaar").set_value("2024/25").run()

    assert "2024/25 · 1 klasse · 1 elev" in said(settled(screen))
    assert [box.value for box in screen.info] == ["Der er ingen vurderinger i 2024/25 endnu."]


def test_classes_with_marks_have_their_own_picture_and_no_colour_of_levels(school: School) -> None:
    read_class(school, "7.A", {"Ida Uldum": [3, 3, 3, 3, 3, 3]})
    read_class(
        school,
        "8.A",
        {"Noah Aagesen": [4, 7, 3, 7, 7, 2], "Otto Dam": [2, 7, 3, 4, None, 3]},
        ("1. termin", "2. termin"),
    )

    screen = open_screen(SKOLEOVERBLIK)

    *levels, dansk, _matematik = figures(screen)
    assert len(levels) == len(SUBJECTS)
    assert "karakterer, se nedenfor" in json.dumps(levels[0])
    assert ticks(dansk) == ["8.A"]
    assert "5,5 (3)" in [note["text"] for note in dansk["layout"]["annotations"]]
    assert texts(screen, "numbers", "8.A")[:6] == ["", "", "", "", "", "0"]
    assert texts(screen, "numbers", "8.A")[6:12] == ["", "", "", "", "", "1"]


def test_a_class_without_ratings_stands_with_the_others_and_says_so(school: School) -> None:
    school.list_class("Otto Dam", klasse="7.B")
    read_class(school, "7.A", {"Ida Uldum": [3, 3, 3, 3, 3, 3]})

    screen = open_screen(SKOLEOVERBLIK)

    assert names(screen, "numbers") == ["7.A", "7.B"]
    assert finding(screen)[1] == "7.B har ingen vurderinger i 2025/26."
    assert all("ingen vurderinger" in json.dumps(one, ensure_ascii=False) for one in figures(screen))
    assert "Ingen elever ligger i rød eller orange." in said(screen)


def test_absence_is_counted_beside_on_its_own_axis_and_unknown_is_not_nought(school: School) -> None:
    three_classes(school)
    rows: list[list[object]] = [
        ["Fravær i dage 7.A 1.8.2025-31.12.2025"],
        ["Navn", "Sygdom", "Ekstraordinær frihed", "Ulovligt fravær", "I alt", "%"],
        ["Alma Fjeldsø", 10, 0, 2, 12, 0.124],
        ["Ida Uldum", 1, 0, 0, 1, 0.01],
    ]
    school.read("Fravær.xlsx", rows)

    screen = open_screen(SKOLEOVERBLIK)

    absence = figures(screen)[-1]
    assert [note["text"] for note in absence["layout"]["annotations"]] == ["ingen tal", "1 af 2", "ingen tal"]
    assert absence["layout"]["xaxis"]["range"] == [0, 2]


def test_every_class_in_the_table_can_be_chosen_by_its_own_name(school: School) -> None:
    three_classes(school)
    screen = open_screen(SKOLEOVERBLIK)
    keys = {r["header"][0]: r["header"][2] for r in (component(screen, "numbers") or {})["grid"]["rows"]}
    assert all(key.startswith("klasse/") for key in keys.values())
    assert len(set(keys.values())) == len(keys)


def test_a_year_without_ratings_and_a_school_without_classes_lead_to_reading_in(school: School) -> None:
    assert links(open_screen(SKOLEOVERBLIK)) == ["Indlæs et ark"]

    school.list_class("Ida Uldum")
    screen = open_screen(SKOLEOVERBLIK)

    assert [box.value for box in screen.info] == ["Der er ingen vurderinger i 2025/26 endnu."]
    assert links(screen) == ["Indlæs et vurderingsskema"]
