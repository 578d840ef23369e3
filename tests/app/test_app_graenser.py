"""The school edits its cut scores: what that does is said first, and screens tell of it afterwards."""

import pytest
from streamlit.testing.v1 import AppTest

from data_io.cut_scores import cut_changes, few_changes, save_cut_scores
from metrics.model import CutScores
from tests.app.school import OCTOBER, School, Values
from tests.app.screen import (
    CHOICE,
    GRAENSER,
    PUPIL,
    SIGNALORD,
    component,
    finding,
    grid,
    legend,
    open_screen,
    plain,
    press,
    row,
    settled,
)

POINTS: Values = {
    "Ida Uldum": [2, 2, 2, 1],
    "Alma Fjeldsø": [0, 0, "-", 4],
    "Noah Aagesen": [1, 2, 2, 4],
}


@pytest.fixture
def tested(school: School) -> School:
    """A class with one test in matematik."""
    school.read_test(POINTS)
    return school


def fields(screen: AppTest) -> list[tuple[str, float | None]]:
    return [(field.label, field.value) for field in screen.number_input]


def set_cuts(screen: AppTest, red: int, green: int) -> AppTest:
    screen.number_input[0].set_value(red)
    return settled(screen.number_input[1].set_value(green).run())


def said_in(screen: AppTest) -> list[str]:
    return [plain(line.value) for line in screen.main.markdown]


def test_without_a_test_the_screen_says_what_is_missing(school: School) -> None:
    assert school.folder.exists()

    screen = open_screen(GRAENSER)

    assert [box.value for box in screen.info] == ["Grænserne kan sættes, når der er læst en prøve ind."]
    assert not screen.number_input


def test_the_screen_begins_with_the_default_and_cannot_save_what_is_the_same(tested: School) -> None:
    screen = open_screen(GRAENSER, **CHOICE)

    assert finding(screen) == (
        "Matematik, alle trin: rød under 40 %, grøn fra 70 %.",
        "Det er udgangspunktet: skolen har ikke sat sine egne grænser her.",
    )
    assert fields(screen) == [("Rød under (%)", 40), ("Grøn fra (%)", 70)]
    assert next(b for b in screen.main.button if b.label == "Gem grænserne").disabled
    assert cut_changes(tested.store, tested.school_id) == []


def test_what_a_change_does_is_said_before_it_is_saved(tested: School) -> None:
    screen = set_cuts(open_screen(GRAENSER, **CHOICE), 51, 70)

    # Half of the points become red: Noah's answer to task 1, Ida's Statistik (3 of 6), the class's Undersøg.
    assert (
        "7.A 2025/26: 1 af klassernes 4 felter med fagområde og signalord, 1 af elevernes 6 fagområder "
        "og 1 af 11 enkelte svar skifter farve."
    ) in said_in(screen)
    assert cut_changes(tested.store, tested.school_id) == []


def test_saved_cut_scores_colour_the_screens_and_are_told_with_their_history(tested: School) -> None:
    assert cut_changes(tested.store, tested.school_id) == []
    screen = press(set_cuts(open_screen(GRAENSER, **CHOICE), 51, 80), "Gem grænserne")

    assert finding(screen)[0] == "Matematik, alle trin: rød under 51 %, grøn fra 80 %."
    assert "lokal bruger" in finding(screen)[1]
    (history,) = [line for line in said_in(screen) if "før" in line]
    assert "rød under 51 % (før 40 %) og grøn fra 80 % (før 70 %) i matematik, alle trin" in history

    signalord = open_screen(SIGNALORD, **CHOICE)
    assert row(signalord, "tasks", "Noah Aagesen ·")[0] == ("1", "zone-red")
    words = [plain(w) for w in legend(signalord, "zone-legend")]
    assert words[:3] == ["under 51 %", "51 % til under 80 %", "fra 80 %"]
    assert next(w for w in words if w.startswith("grænserne blev ændret")).endswith("(før 40 % og 70 %)")


@pytest.mark.parametrize(
    ("red", "green", "why"),
    [(70, 60, "Rød skal slutte, før grøn begynder"), (67, 70, "mindst 5 procentpoint")],
)
def test_cut_scores_that_make_no_sense_are_explained_and_cannot_be_saved(
    tested: School, red: int, green: int, why: str
) -> None:
    screen = set_cuts(open_screen(GRAENSER, **CHOICE), red, green)

    assert why in screen.warning[0].value
    assert next(b for b in screen.main.button if b.label == "Gem grænserne").disabled
    assert cut_changes(tested.store, tested.school_id) == []


def test_a_trin_has_its_own_cut_scores_and_can_follow_all_trin_again(tested: School) -> None:
    save_cut_scores(tested.store, tested.school_id, "matematik", None, CutScores(0.5, 0.8), "Mette Lund")
    screen = open_screen(GRAENSER, **CHOICE)
    screen = settled(next(s for s in screen.main.selectbox if s.label == "Trin").select(7).run())
    assert finding(screen)[1].startswith("Som for alle trin, sat ")

    screen = press(set_cuts(screen, 30, 60), "Gem grænserne")
    assert fields(screen) == [("Rød under (%)", 30), ("Grøn fra (%)", 60)]
    screen = press(screen, "Følg alle trin igen")

    assert fields(screen) == [("Rød under (%)", 50), ("Grøn fra (%)", 80)]
    changes = cut_changes(tested.store, tested.school_id)
    assert [c.cuts for c in changes] == [CutScores(0.5, 0.8), CutScores(0.3, 0.6), None]


def test_the_switch_for_few_classes_is_off_says_why_and_remembers_who_turned_it(tested: School) -> None:
    screen = open_screen(GRAENSER, **CHOICE)
    assert not screen.toggle[0].value
    assert any("i praksis én kollega" in line.value for line in screen.main.caption)

    screen = settled(screen.toggle[0].set_value(True).run())

    assert screen.toggle[0].value
    assert [(c.subject, c.allowed) for c in few_changes(tested.store, tested.school_id)] == [
        ("matematik", True)
    ]
    assert any("slået til af lokal bruger" in line for line in said_in(screen))


# ---- a pupil's cells ----


def pupil_screen(school: School, name: str) -> AppTest:
    rows = school.store.rows("pupils_of_klasser", klasse_ids=[_klasse_id(school)])
    pupil_id = next(r["pupil_id"] for r in rows if r["name"] == name)
    return open_screen(PUPIL, **CHOICE, elev=pupil_id)


def _klasse_id(school: School) -> str:
    return str(school.store.rows("all_klasse_ids")[0]["klasse_id"])


def test_a_pupils_cells_have_points_first_and_say_what_they_rest_on(tested: School) -> None:
    screen = pupil_screen(tested, "Ida Uldum")

    cells = grid(screen, "profile")["rows"][0]["cells"]
    text, look, _key, note, spoken, *_rest = cells[0]
    assert (text, look) == ("4/4", "edge-green") or (text, look) == ("4/4", "light-green")
    assert note == "4 af 4 point i 2 opgaver; lys, fordi der er få opgaver: den kan også være gul"
    assert plain(spoken) == "100 %, 4 af 4 point, usikkert"
    (words,) = [r["cells"] for r in grid(screen, "year-word")["rows"]]
    assert [cell[0] for cell in words] == ["2/2", "3/6", "2/2"]
    assert words[0][3].startswith("Opgave 1: 2 af 2 point i 1 opgave; lys")


def test_the_school_year_stands_above_its_tests_once_there_are_two(tested: School) -> None:
    tested.read_test({"Ida Uldum": [0, 1, 2, 4]}, title="MAT 7, oktober", date=OCTOBER)

    screen = pupil_screen(tested, "Ida Uldum")

    areas = grid(screen, "year-area")["rows"]
    assert [r["header"][0] for r in areas] == [
        "Hele skoleåret",
        "MAT 7, 14.1.2026",
        "MAT 7, oktober, 8.10.2025",
    ]
    assert [r["cells"][0][0] for r in areas] == ["5/8", "4/4", "1/4"]
    assert "kun en kant: for lidt at bygge på" in legend(screen, "year-legend")
    assert component(screen, "year-word") is not None


# ---- little to build on ----


def read_one(school: School, points: Values, maximum: bool = True) -> None:
    rows: list[list[object]] = [["Fagligt område", "Algebra"], ["Signalord", "Vis"], ["Opgave nr.", "1"]]
    rows += [["Maks.", 2]] if maximum else []
    rows += [[name, *values] for name, values in points.items()]
    told = {"klasse": "7.A", "title": "MAT 7", "subject": "matematik", "date": OCTOBER}
    school.read("mat.xlsx", rows, **told, answers={"all_zeros": "answer"})


@pytest.mark.parametrize(
    "points",
    [
        {"Ida Uldum": [1]},
        {"Ida Uldum": [2], "Noah Bach": [2]},
        {"Ida Uldum": [0], "Noah Bach": [0]},
        {"Ida Uldum": [1], "Noah Bach": ["syg"]},
    ],
    ids=["one pupil", "all right", "all wrong", "one absent"],
)
def test_a_test_of_one_task_gives_light_colours_with_their_reason(school: School, points: Values) -> None:
    read_one(school, points)

    signalord = open_screen(SIGNALORD, **CHOICE)
    (cell,) = [c for r in grid(signalord, "matrix-table")["rows"] for c in r["cells"]]
    assert cell[0].endswith("?") and cell[1].startswith("light-")
    assert "lys, fordi der er få opgaver" in cell[3]
    screen = pupil_screen(school, "Ida Uldum")
    (cell,) = grid(screen, "profile")["rows"][0]["cells"]
    assert cell[1].startswith(("edge-", "light-")) and "få opgaver" in cell[3]


def test_a_test_that_everybody_missed_has_no_colours_at_all(school: School) -> None:
    read_one(school, {"Ida Uldum": ["syg"], "Noah Bach": ["syg"]})

    signalord = open_screen(SIGNALORD, **CHOICE)
    assert finding(signalord)[0].startswith("Der er ingen besvarelser i prøven.")
    drawn = grid(signalord, "tasks")["rows"]
    assert {cell[1] for r in drawn for cell in r["cells"]} <= {"missing", "muted", "strong"}
    screen = pupil_screen(school, "Ida Uldum")
    assert finding(screen)[0] == "Ida Uldum har ingen besvarelser i faget endnu."
    assert component(screen, "profile") is None and component(screen, "year-word") is None


def test_an_unknown_maximum_is_said_beside_every_figure_it_made(school: School) -> None:
    read_one(school, {"Ida Uldum": [1], "Noah Bach": [2]}, maximum=False)

    signalord = open_screen(SIGNALORD, **CHOICE)
    (cell,) = [c for r in grid(signalord, "matrix-table")["rows"] for c in r["cells"]]
    assert "(maksimum ikke angivet)" in cell[3] and cell[6] == "1 opgave*"
    assert "maksimum ikke angivet: det højeste pointtal bruges" in legend(signalord, "matrix-legend")
    answer = row(signalord, "tasks", "Ida Uldum ·")
    assert answer[0][0] == "1"
    screen = pupil_screen(school, "Ida Uldum")
    assert grid(screen, "profile")["rows"][0]["cells"][0][0] == "1/2*"
    assert "maksimum ikke angivet: det højeste pointtal bruges" in legend(screen, "zone-legend")
    assert any("maksimum ikke angivet" in line for line in said_in(screen))
