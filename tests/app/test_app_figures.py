"""Shares, missing values, scales and orders on the screens, against figures counted by hand."""

import pytest

from tests.app.school import OCTOBER, School, Values
from tests.app.screen import (
    CHOICE,
    KLASSEOVERBLIK,
    SIGNALORD,
    by_label,
    component,
    grid,
    legend,
    names,
    open_screen,
    plain,
    row,
    settled,
    texts,
)

POINTS: Values = {
    "Ida Uldum": [2, 2, 2, 1],  # 7/10
    "Alma Fjeldsø": [0, 0, "-", 4],  # 4/8
    "Noah Aagesen": [1, 2, 2, 4],  # 9/10
    "Bertil Mosegaard": ["syg"] * 4,
}
RATINGS: Values = {
    #               efterår   forår
    "Noah Aagesen": [3, 3, 3, 1, 3, 3],
    "Alma Fjeldsø": [2, 4, 4, 2, 4, 4],
    "Ida Uldum": [5, 5, 5, 5, 4, 4],
    "Aksel Brønd-Lund": [4, 4, 4, 5, 5, 5],
}


def test_the_classs_share_is_points_of_points_and_not_a_mean_of_means(school: School) -> None:
    school.read_test(POINTS)

    screen = open_screen(SIGNALORD, **CHOICE)

    # 20 of 28 points; the mean of the pupils' shares would be 70 %
    assert texts(screen, "tasks", "Hele klassen") == ["50 %", "67 %", "100 %", "75 %", "71 %"]


def test_a_missing_answer_is_outside_numerator_and_denominator(school: School) -> None:
    school.read_test(POINTS)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert texts(screen, "tasks", "Alma Fjeldsø ·") == ["0", "0", "–", "4", "4/8"]
    looks = [look for _text, look in row(screen, "tasks", "Alma Fjeldsø ·")]
    assert looks == ["zone-red", "zone-red", "missing", "zone-green", "strong"]
    assert texts(screen, "tasks", "Bertil Mosegaard ·") == ["–", "–", "–", "–", "syg"]


def test_a_maximum_nobody_printed_bears_a_star_and_the_star_is_explained(school: School) -> None:
    rows: list[list[object]] = [["Elev", "Opgave 1", "Opgave 2"], ["Ida Uldum", 1, 2], ["Alma Fjeldsø", 3, 0]]
    school.read("prøve.xlsx", rows, klasse="7.A", title="Prøve", subject="matematik", date=OCTOBER)

    screen = open_screen(SIGNALORD, **CHOICE)

    (_area, _word, tasks) = grid(screen, "tasks")["head"]
    assert [cell[0].split()[-1] for cell in tasks["cells"][:2]] == ["(3*)", "(2*)"]
    assert "maksimum ikke angivet: det højeste pointtal bruges" in legend(screen, "zone-legend")


def test_last_times_share_stands_beside_with_the_test_it_comes_from(school: School) -> None:
    school.read_test({"Ida Uldum": [1, 1, 1, 2], "Noah Aagesen": ["syg"] * 4}, title="Oktober", date=OCTOBER)
    school.read_test({"Ida Uldum": [2, 2, 2, 4], "Noah Aagesen": [2, 2, 2, 4]}, title="Januar")

    screen = open_screen(SIGNALORD, **CHOICE)

    assert texts(screen, "tasks", "Ida Uldum ·")[-2:] == ["10/10", "50 %"]
    assert texts(screen, "tasks", "Noah Aagesen ·")[-2:] == ["10/10", "–"]
    (ida,) = [r for r in grid(screen, "tasks")["rows"] if r["header"][0] == "Ida Uldum ·"]
    assert "Oktober, 8.10.2025" in ida["cells"][-1]


def test_pupils_of_a_test_stand_as_on_the_class_list_or_by_result(school: School) -> None:
    school.list_class("Aksel Brønd-Lund", *POINTS)
    school.read_test(POINTS)
    screen = open_screen(SIGNALORD, **CHOICE)
    alphabetical = ["Aksel Brønd-Lund", "Alma Fjeldsø", "Bertil Mosegaard", "Ida Uldum", "Noah Aagesen"]
    assert names(screen, "tasks") == ["Hele klassen", *alphabetical]

    by_label(screen, "Rækkefølge").set_value("result").run()

    assert names(settled(screen), "tasks") == [
        "Hele klassen",
        "Noah Aagesen",
        "Ida Uldum",
        "Alma Fjeldsø",
        "Aksel Brønd-Lund",  # not in the sheet
        "Bertil Mosegaard",  # ill
    ]
    assert texts(screen, "tasks", "Aksel Brønd-Lund")[-1] == "ikke i arket"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("fall", ["Noah", "Ida", "Aksel", "Alma"]),
        ("lowest", ["Noah", "Alma", "Ida", "Aksel"]),
        ("name", ["Aksel", "Alma", "Ida", "Noah"]),
    ],
)
def test_klasseoverblik_is_sorted_by_largest_fall_by_lowest_or_by_name(
    school: School, order: str, expected: list[str]
) -> None:
    school.read_ratings(RATINGS)
    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    by_label(screen, "Sortér efter").set_value(order).run()

    assert [name.split()[0] for name in names(settled(screen), "levels")] == expected


def test_klasseoverblik_opens_with_the_largest_fall_on_top(school: School) -> None:
    school.read_ratings(RATINGS)

    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    assert names(screen, "levels")[0] == "Noah Aagesen ·"
    assert texts(screen, "levels", "Noah Aagesen ·")[:3] == ["3", "1", "▼2"]
    assert texts(screen, "levels", "Aksel Brønd-Lund ·")[:3] == ["4", "5", "▲1"]


def test_a_missing_rating_is_an_empty_box_is_counted_and_has_no_arrow(school: School) -> None:
    school.read_ratings(
        {"Ida Uldum": [3, 3, None, 4, 3, 2], "Noah Aagesen": [3, 3, 4, 3, 3, "ikke vurderet"]}
    )

    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    assert row(screen, "levels", "Ida Uldum ·")[6:9] == [("–", "missing"), ("2", "level-2"), ("", "arrow")]
    assert row(screen, "levels", "Noah Aagesen ·")[6:9] == [("4", "level-4"), ("–", "missing"), ("", "arrow")]
    spread = next(e for e in screen.main.get("plotly_chart") if e.proto.id.endswith("spread-social"))
    assert spread.proto.spec.count("1 elev uden vurdering") == 2


def test_marks_stand_on_their_own_scale_and_never_among_the_levels(school: School) -> None:
    marks: Values = {"Ida Uldum": [5.5, 12, 3, 4.75, 10, 2], "Noah Aagesen": [2, "02", 4, -3, "00", 4]}
    school.read_ratings(marks, rounds=("1. termin", "2. termin"))

    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    assert row(screen, "levels", "Ida Uldum ·")[:6] == [
        ("5,5", "mark"),
        ("4,75", "mark"),
        ("▼0,75", "arrow"),
        ("12", "mark"),
        ("10", "mark"),
        ("▼2", "arrow"),
    ]
    assert row(screen, "levels", "Ida Uldum ·")[6:9] == [
        ("3", "level-3"),
        ("2", "level-2"),
        ("▼1", "arrow"),
    ]
    assert "gennemsnit af karakterer" in legend(screen, "level-legend")
    given = component(screen, "finding")
    assert given is not None
    # nobody is red or orange in a subject with marks, however low they are
    assert plain(given["said"]) == (
        "1 elev ligger i rød eller orange i social trivsel mod ingen i 1. termin. "
        "Faldet til rød eller orange eller to niveauer ned: Ida. "
        "Medianen på 7-trinsskalaen er 0,88 i dansk og 5 i matematik."
    )


def test_the_last_rounds_are_shown_until_somebody_asks_for_all(school: School) -> None:
    school.read_ratings({"Ida Uldum": [1, 2, 3, 2, 3, 4, 3, 4, 5]}, rounds=("Efterår", "Vinter", "Forår"))
    screen = open_screen(KLASSEOVERBLIK, **CHOICE)
    assert texts(screen, "levels", "Ida Uldum ·")[:3] == ["2", "3", "▲1"]

    screen.toggle[0].set_value(True).run()

    assert texts(settled(screen), "levels", "Ida Uldum ·")[:4] == ["1", "2", "3", "▲1"]
