"""Opgaver: the table in order with its lines, who has an unexpected pattern, and a task taken out."""

from streamlit.testing.v1 import AppTest

from tests.app.school import JANUARY, School, Values
from tests.app.screen import (
    CHOICE,
    OPGAVER,
    SIGNALORD,
    by_label,
    finding,
    grid,
    holds_no_data,
    links,
    names,
    open_screen,
    press,
    row,
    settled,
    texts,
)
from tests.data_io.result_sheets import Rows

SP, PATTERNS, ITEMS = "sp", "patterns", "items"
POINTS: Values = {"Ida Uldum": [2, 2, 2, 4], "Noah Aagesen": [0, 1, "-", 2], "Alma Bech": [2, 0, 1, 4]}
TOO_LITTLE = "for lidt at bygge på"


def big(school: School, klasse: str = "7.A", name: str = "Elev", **said: object) -> None:
    """Fifteen pupils at ten tasks; fourteen solve the easiest ones, the last the three hardest alone."""
    rows: Rows = [
        ["Opgave", *range(1, 11)],
        ["Maks.", *[1] * 10],
        *([f"{name} {i:02}", *[int(task <= i % 9) for task in range(10)]] for i in range(14)),
        [f"{name} Anderledes", *[0] * 7, 1, 1, 1],
    ]
    told = {"klasse": klasse, "subject": "matematik", "title": "MAT 7", "date": JANUARY, **said}
    school.read(f"{klasse}.xlsx", rows, **told)


def edges(app: AppTest) -> list[list[str]]:
    """The parts of lines along each cell of the table, row by row."""
    return [[cell[7] if len(cell) > 7 else "" for cell in r["cells"]] for r in grid(app, SP)["rows"]]


def test_a_class_large_enough_is_told_how_the_test_hangs_together_and_whose_pattern_is_odd(
    school: School,
) -> None:
    big(school)

    screen = open_screen(OPGAVER, **CHOICE)

    said, below = finding(screen)
    assert said.startswith("Prøven hænger nogenlunde sammen (sikkerhed 0,79).")
    assert said.endswith("Ingen opgave blev løst af alle eller af ingen, og 1 elev har et uventet mønster.")
    assert below.startswith(
        "Bygger på 15 elever med svar på 10 opgaver. Sikkerheden ligger formentlig mellem 0,"
    )
    assert names(screen, PATTERNS) == ["Elev Anderledes ·"]
    missed, solved = "1 (14 af 15), 2 (12 af 15)", "10 (1 af 15), 9 (2 af 15)"
    assert texts(screen, PATTERNS, "Elev Anderledes ·") == ["3/10", missed, solved]


def test_the_table_stands_in_order_with_both_lines(school: School) -> None:
    school.read_test({"Ida": [2, 0, 2, 4], "Noah": [2, 0, 0, 0], "Alma": [2, 2, 2, 4]})

    screen = open_screen(OPGAVER, **CHOICE)

    assert [r["header"][0].split()[0] for r in grid(screen, SP)["rows"]] == ["Alma", "Ida", "Noah"]
    assert [cell[0] for cell in grid(screen, SP)["head"][0]["cells"]][:4] == ["1", "3", "4", "2"]
    assert [cell[0] for cell in grid(screen, SP)["head"][1]["cells"]][:4] == ["3", "2", "2", "1"]
    drawn = edges(screen)
    assert [["right-solid" in cell for cell in cells].index(True) for cells in drawn] == [3, 2, 0]
    assert ["bottom-dotted" in cells[0] for cells in drawn] == [False, False, True]
    assert ["bottom-dotted" in cells[3] for cells in drawn] == [True, False, False]


def test_a_small_class_hears_that_it_is_too_little(school: School) -> None:
    school.read_test(POINTS)

    screen = open_screen(OPGAVER, **CHOICE)

    said, below = finding(screen)
    assert said == "Om prøven hænger sammen, er der for lidt at bygge på. 2 opgaver løste alle eller ingen."
    assert below == (
        "Bygger på 2 elever med svar på 4 opgaver. "
        "1 elev mangler svar på en opgave eller flere og er kun med i andelene."
    )
    assert texts(screen, ITEMS, "3 · Skriv")[:3] == ["75 %", "2 af 2", TOO_LITTLE]
    assert any(TOO_LITTLE in text.value.lower() for text in screen.main.markdown)


def test_all_classes_that_took_the_test_can_be_seen_as_one(school: School) -> None:
    big(school)
    big(school, "7.B", "Anden", answers={"same_test": "yes"})

    screen = open_screen(OPGAVER, **CHOICE)
    assert len(names(screen, SP)) == 15

    screen = settled(by_label(screen, "Hvem").set_value("all").run())
    assert len(names(screen, SP)) == 30
    assert "Anden Anderledes, 7.B ·" in names(screen, SP)


def test_a_class_too_small_to_build_on_is_first_seen_with_the_others(school: School) -> None:
    school.read_test(POINTS)
    school.read_test({"Bo Krog": [2, 2, 2, 4]}, file="B.xlsx", klasse="7.B", answers={"same_test": "yes"})

    assert len(names(open_screen(OPGAVER, **CHOICE), SP)) == 4


def take_out(screen: AppTest, task: int, reason: str) -> AppTest:
    """The screen after a task was taken out on it."""
    next(box for box in screen.selectbox if box.label == "Opgave").set_value(task)
    screen.text_input[0].set_value(reason)
    return press(screen, "Tag opgaven ud")


def test_a_task_taken_out_is_struck_and_outside_every_sum_until_it_is_put_back(school: School) -> None:
    school.read_test(POINTS)
    before = texts(open_screen(SIGNALORD, **CHOICE), "tasks", "Ida Uldum ·")

    screen = take_out(open_screen(OPGAVER, **CHOICE), 4, "trykfejl")

    assert any("Opgave 4 (Vis, Statistik) er taget ud af prøven." in box.value for box in screen.info)
    assert len(grid(screen, SP)["head"][0]["cells"]) == 3 + 1
    assert texts(screen, ITEMS, "4 · Vis")[3].startswith("taget ud ")
    assert texts(screen, ITEMS, "4 · Vis")[3].endswith(": trykfejl")
    signalord = open_screen(SIGNALORD, **CHOICE)
    assert row(signalord, "tasks", "Ida Uldum ·")[3:5] == [("4", "struck"), ("6/6", "strong")]
    assert texts(signalord, "tasks", "Hele klassen")[3] == "ud"
    assert any("opgave 4 taget ud " in caption.value for caption in signalord.caption)

    screen = press(open_screen(OPGAVER, **CHOICE), "Sæt den ind igen")
    assert any("er med igen." in box.value for box in screen.info)
    assert texts(open_screen(SIGNALORD, **CHOICE), "tasks", "Ida Uldum ·") == before


def test_a_task_is_not_taken_out_without_a_reason(school: School) -> None:
    school.read_test(POINTS)

    screen = take_out(open_screen(OPGAVER, **CHOICE), 4, " ")

    assert [box.value for box in screen.error] == [
        "Skriv, hvorfor opgaven tages ud, fx »trykfejl i opgaven«."
    ]
    assert len(grid(open_screen(OPGAVER, **CHOICE), SP)["head"][0]["cells"]) == 4 + 1


def test_a_test_everybody_was_ill_at_says_so(school: School) -> None:
    school.read_test({"Ida Uldum": ["syg"] * 4, "Noah Aagesen": ["syg"] * 4})

    screen = open_screen(OPGAVER, **CHOICE)

    assert finding(screen)[0] == "Der er ingen besvarelser i prøven."
    assert texts(screen, ITEMS, "1 · Undersøg") == ["–", "–", TOO_LITTLE, "ingen har svaret"]


def test_a_class_without_tests_says_so_and_leads_to_reading_one(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(OPGAVER, **CHOICE)

    assert screen.title[0].value == "7.A · Opgaver"
    assert holds_no_data(screen)
    assert links(screen) == ["Indlæs et prøveark"]
