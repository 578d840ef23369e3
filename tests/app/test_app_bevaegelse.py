"""Bevægelse: the sentence, the table and the lists between two rounds, counted by hand from the sheets."""

from streamlit.testing.v1 import AppTest

from tests.app.school import YEAR, School, Values
from tests.app.screen import (
    BEVAEGELSE,
    CHOICE,
    by_label,
    component,
    finding,
    grid,
    links,
    names,
    open_screen,
    row,
    settled,
    texts,
)

RATINGS: Values = {
    #               efterår      forår: dansk, matematik, social
    "Aksel Brønd-Lund": [5, 4, 3, 5, 3, 3],
    "Alma Fjeldsø": [3, 3, 3, 3, 2, 3],
    "Bertil Mosegaard": [3, 5, 3, 3, 3, "syg"],
    "Ida Uldum": [3, 2, 3, 3, 4, 3],
    "Noah Aagesen": [3, 2, 3, 3, 1, None],
    "Vega Ørnbjerg": [3, 4, 3, 3, 4, 3],
}
MARKED = 5  # of a cell on its way to the browser


def moved(school: School, ratings: Values = RATINGS, subject: str = "matematik") -> AppTest:
    """The screen with a subject chosen, after the ratings were read."""
    school.read_ratings(ratings)
    screen = open_screen(BEVAEGELSE, **CHOICE)
    by_label(screen, "Fag").set_value(subject).run()
    return settled(screen)


def test_the_sentence_counts_who_went_down_who_of_them_is_low_now_and_who_went_up(school: School) -> None:
    said, below = finding(moved(school))

    assert said == (
        "I matematik er 4 elever gået ned siden efteråret, og 2 af dem er nu i rød eller orange. "
        "1 elev er gået op."
    )
    assert below == "Vurderet i begge runder: 6 af 6 elever."


def test_the_table_counts_every_pupil_once_and_its_sums_are_the_class(school: School) -> None:
    screen = moved(school)

    # the level itself; to 1, 2, 3, 4, 5 and without a level; all
    assert texts(screen, "movement", "meget bekymrende") == ["1", "", "", "", "", "", "", "0"]
    assert texts(screen, "movement", "bekymrende") == ["2", "1", "", "", "1", "", "", "2"]
    assert texts(screen, "movement", "lidt bekymrende") == ["3", "", "1", "", "", "", "", "1"]
    assert texts(screen, "movement", "fint") == ["4", "", "", "1", "1", "", "", "2"]
    assert texts(screen, "movement", "over niveau") == ["5", "", "", "1", "", "", "", "1"]
    assert texts(screen, "movement", "uden niveau") == ["–", "", "", "", "", "", "", "0"]
    assert texts(screen, "movement", "I alt") == ["", "1", "1", "2", "2", "0", "0", "6"]


def test_two_steps_and_falls_into_1_or_2_are_outlined_and_the_unmoved_are_muted(school: School) -> None:
    screen = moved(school)

    cells = {
        (line["header"][0], column): cell
        for line in grid(screen, "movement")["rows"]
        for column, cell in enumerate(line["cells"])
    }
    marked = {place for place, cell in cells.items() if len(cell) > MARKED and cell[MARKED]}
    assert marked == {("bekymrende", 4), ("lidt bekymrende", 2), ("over niveau", 3)}
    assert row(screen, "movement", "fint")[4] == ("1", "count-still")
    assert cells["over niveau", 3][3] == "1 fra 5 til 3: Bertil Mosegaard"


def test_those_who_moved_are_listed_with_what_is_marked_first(school: School) -> None:
    screen = moved(school)

    listed = [name.removesuffix(" ·") for name in names(screen, "moved")]
    assert listed == ["Bertil Mosegaard", "Alma Fjeldsø", "Ida Uldum", "Noah Aagesen", "Aksel Brønd-Lund"]
    assert texts(screen, "moved", "Alma Fjeldsø ·") == ["3", "2", "▼1", "ét niveau, til orange"]
    assert texts(screen, "moved", "Ida Uldum ·") == ["2", "4", "▲2", "to niveauer"]
    assert row(screen, "moved", "Noah Aagesen ·")[:2] == [("2", "level-2"), ("1", "level-1")]


def test_whoever_lacks_a_level_is_named_with_the_reason_and_counted_apart(school: School) -> None:
    screen = moved(school, subject="social")

    said, below = finding(screen)
    assert said == (
        "I social trivsel er ingen af de 4 elever med et niveau i begge runder flyttet siden efteråret."
    )
    assert below == "Vurderet i begge runder: 4 af 6 elever."
    assert texts(screen, "not-rated", "Bertil Mosegaard ·") == ["3", "–", "forår 2026: syg"]
    assert texts(screen, "not-rated", "Noah Aagesen ·") == ["3", "–", "forår 2026: mangler"]
    assert texts(screen, "movement", "lidt bekymrende") == ["3", "", "", "4", "", "", "2", "6"]
    assert component(screen, "moved") is None
    assert "Ingen er flyttet mellem de to runder." in [line.value for line in screen.main.markdown]


def test_the_class_before_and_now_has_its_median_and_the_low_and_no_mean(school: School) -> None:
    captions = [line.value.replace("  \n", " ") for line in moved(school).main.caption]

    said = next(text for text in captions if text.startswith("Median"))
    assert said == (
        "Median: mellem 3 og 4 (Efterår 2025) → 3 (Forår 2026) "
        "I rød eller orange: 2 (Efterår 2025) → 2 (Forår 2026)"
    )


def test_any_two_rounds_can_be_chosen_and_an_older_pair_is_told_as_past(school: School) -> None:
    three: Values = {"Ida Uldum": [3, 3, 3, 2, 3, 3, 4, 3, 3], "Noah Aagesen": [4, 3, 3, 3, 3, 3, 1, 3, 3]}
    school.read_ratings(three, rounds=("Efterår", "Vinter", "Forår"))
    screen = open_screen(BEVAEGELSE, **CHOICE)
    assert finding(screen)[0].startswith(
        "I dansk er 1 elev gået ned siden vinteren og er nu i rød eller orange."
    )

    screen.selectbox(key="to-dansk-3").set_value(1).run()

    said, _below = finding(settled(screen))
    assert said == (
        "I dansk er 2 elever gået ned fra efterår 2025 til vinter 2025, og 1 af dem endte i rød eller orange."
    )
    screen.selectbox(key="to-dansk-3").set_value(2).run()
    screen.selectbox(key="from-dansk-3-2").set_value(0).run()
    assert finding(settled(screen))[0].startswith("I dansk er 1 elev gået ned siden efteråret")


def test_a_subject_on_marks_is_left_out_and_said_to_be(school: School) -> None:
    # dansk and matematik on the 7-trinsskala, social on levels
    school.read_ratings(
        {"Ida Uldum": [5.5, 7, 4, 4.5, 10, 2], "Noah Aagesen": [2, 12, 4, 4, 10, 4]},
        rounds=("1. termin", "2. termin"),
    )

    screen = open_screen(BEVAEGELSE, **CHOICE)

    said, below = finding(screen)
    assert said == (
        "I social trivsel er 1 elev gået ned siden 1. termin 2025/26 og er nu i rød eller orange."
    )
    assert below.endswith("Dansk og matematik har karakterer på 7-trinsskalaen og er ikke med.")


def test_marks_alone_are_no_movement(school: School) -> None:
    rows: list[list[object]] = [
        [None, "8.A", None, None, None],
        [None, "1. termin", None, "2. termin", None],
        ["Elev", "Dansk", "Matematik", "Dansk", "Matematik"],
        ["Ida Uldum", 5.5, 7, 4.5, 10],
        ["Noah Aagesen", 2, 12, 4, 10],
    ]
    school.read("8.A.xlsx", rows, skoleaar=YEAR)

    screen = open_screen(BEVAEGELSE, skoleaar=YEAR, klasse="8.A")

    assert component(screen, "movement") is None
    assert "8.A har ingen niveauer 1–5 i 2025/26." in screen.info[0].value


def test_one_round_alone_says_that_movement_takes_two(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3]}, rounds=("Efterår",))

    screen = open_screen(BEVAEGELSE, **CHOICE)

    assert screen.info[0].value == ("Der er kun én runde med niveauer i dansk endnu; bevægelse kræver to.")
    assert "Indlæs et vurderingsskema" in links(screen)


def test_a_class_without_ratings_leads_to_where_they_are_read_in(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(BEVAEGELSE, **CHOICE)

    assert "Der er ingen vurderinger af 7.A i 2025/26 endnu." in [line.value for line in screen.info]


def test_a_round_with_everybody_missing_moves_nobody(school: School) -> None:
    screen = moved(school, {"Ida Uldum": [3, 3, 3, 3, None, 3], "Noah Aagesen": [3, 2, 3, 3, None, 3]})

    assert finding(screen)[0] == "I matematik har ingen elever et niveau i begge runder."
    assert texts(screen, "movement", "I alt") == ["", "0", "0", "0", "0", "0", "2", "2"]
    assert texts(screen, "not-rated", "Noah Aagesen ·") == ["2", "–", "forår 2026: mangler"]


def test_one_pupil_is_enough(school: School) -> None:
    said, _below = finding(moved(school, {"Ida Uldum": [3, 3, 3, 3, 3, 3]}))

    assert said == "I matematik er den ene elev med et niveau i begge runder ikke flyttet siden efteråret."


def test_a_pupil_who_changed_class_brings_the_level_from_there(school: School) -> None:
    school.list_class("Ida Uldum", klasse="6.B", skoleaar="2024/25", login="idax2950")
    school.list_class("Ida Uldum", klasse="7.A", login="idax2950")
    old: list[list[object]] = [
        [None, "6.B", None, None],
        [None, "Forår", None, None],
        ["Elev", "Dansk", "Matematik", "Social"],
        ["Ida Uldum", 4, 4, 4],
    ]
    school.read("6.B.xlsx", old, skoleaar="2024/25")
    new: list[list[object]] = [
        [None, "7.A", None, None],
        [None, "Efterår", None, None],
        ["Elev", "Dansk", "Matematik", "Social"],
        ["Ida Uldum", 2, 4, 4],
    ]
    school.read("7.A.xlsx", new, skoleaar=YEAR)

    screen = open_screen(BEVAEGELSE, **CHOICE)

    assert finding(screen)[0] == "I dansk er 1 elev gået ned siden forår 2025 og er nu i rød eller orange."
    assert texts(screen, "moved", "Ida Uldum")[:3] == ["4", "2", "▼2"]
