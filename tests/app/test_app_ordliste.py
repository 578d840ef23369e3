"""What a teacher answers about words is kept, shown on Ordliste, and not asked before it is forgotten."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.app.school import JANUARY, TASKS, School
from tests.app.screen import INDLAES, ORDLISTE, grid, open_screen, press, settled
from tests.data_io.result_sheets import Rows, xlsx_of

SLIP: Rows = [
    TASKS[0],
    ["Signalord", "Undersgø", "Vis", "Skriv", "Vis"],
    *TASKS[2:],
    ["Ida Uldum", 2, 2, 2, 4],
]
OWN: Rows = [
    TASKS[0],
    ["Signalord", "Udfyld", "Gør rede", "Skriv", "Vis"],
    *TASKS[2:],
    ["Ida Uldum", 2, 2, 2, 4],
]
ASKED = "Signalordet “Undersgø” står ikke på ordlisten. Er det et af disse?"


def upload(path: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(path.name, path.read_bytes(), "")])
    return settled(screen.run())


def told(screen: AppTest, title: str = "MAT 7") -> AppTest:
    """The screen with what the sheet does not say."""
    next(t for t in screen.text_input if t.label == "Prøvens titel").set_value(title)
    next(t for t in screen.text_input if t.label == "Prøvens dato").set_value("14.1.2026")
    next(s for s in screen.main.selectbox if s.label == "Fag").select("Matematik")
    return settled(screen.run())


def learned(school: School) -> School:
    said = {"klasse": "7.A", "date": JANUARY, "subject": "matematik", "title": "MAT 7"}
    school.read("7.A mat.xlsx", SLIP, **said, answers={"new_word": "Undersøg"})
    return school


def test_a_new_word_is_asked_about_with_the_words_it_is_like(school: School) -> None:
    screen = told(upload(xlsx_of(school.folder / "7.A mat.xlsx", SLIP)))

    (question,) = screen.radio
    assert (question.label, question.options) == (ASKED, ["Undersøg", "Nyt: Undersgø"])
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled
    assert grid(screen, "picture")["rows"][1]["cells"][1][3] == ASKED

    screen = press(settled(question.set_value("Undersøg").run()), "Læs ind")

    assert screen.title[0].value == "7.A · MAT 7"
    assert [line.value for line in open_screen(ORDLISTE).markdown][-1] == "“Undersgø” er Undersøg"


def test_new_words_that_are_said_to_be_new_stand_on_the_list(school: School) -> None:
    screen = told(upload(xlsx_of(school.folder / "7.A mat.xlsx", OWN)))
    assert [q.label for q in screen.radio] == [
        "2 signalord står ikke på ordlisten: “Udfyld”, “Gør rede”. Er de nye?"
    ]

    press(settled(screen.radio[0].set_value("Ja, husk det").run()), "Læs ind")

    assert list(open_screen(ORDLISTE).dataframe[1].value["Ord"])[-2:] == ["Udfyld", "Gør rede"]


def test_words_are_chosen_one_by_one_where_they_are_not_new(school: School) -> None:
    screen = told(upload(xlsx_of(school.folder / "7.A mat.xlsx", OWN)))

    screen = settled(screen.radio[0].set_value("Nej, lad mig vælge").run())

    which = [s for s in screen.main.selectbox if "står ikke på ordlisten" in s.label]
    assert len(which) == 2
    assert {"Undersøg", "Forklar", "Nyt: Udfyld"} <= set(which[0].options)


def test_a_word_that_is_forgotten_on_the_screen_is_asked_about_again(school: School) -> None:
    learned(school)
    screen = open_screen(ORDLISTE)

    screen = press(screen, "Glem “Undersgø”")

    assert [box.value for box in screen.info] == ["“Undersgø” er glemt."]
    assert "Skrives også" not in [heading.value for heading in screen.subheader]
    again = told(upload(xlsx_of(school.folder / "7.B mat.xlsx", SLIP)), "MAT 8")
    assert ASKED in [question.label for question in again.radio]


def test_the_list_says_nothing_of_synonyms_before_there_are_any(school: School) -> None:
    assert school.folder.exists()

    assert [heading.value for heading in open_screen(ORDLISTE).subheader] == ["Fagområder", "Signalord"]


NAMELESS: Rows = [
    ["Signalord", "Vis", "Skriv", "Beskriv", None],
    ["Opgave", "1.1", "1.2", "1.3", None],
    ["Ida Uldum", 1, 2, 3, 1],
    ["Noah Bach", 0, 0, 0, 0],
]
LEFT_OUT = "Kolonne E har tal, men ingen overskrift. Den tages ikke med."


def read_before(school: School) -> Path:
    said = {"klasse": "7.A", "date": JANUARY, "subject": "matematik", "title": "MAT 7"}
    answers = {"nameless_column": "leave_out", "all_zeros": "absent"}
    school.read("mat.xlsx", NAMELESS, **said, answers=answers)
    return school.folder / "mat.xlsx"


def test_the_same_file_again_is_filled_in_as_last_time_and_asks_nothing(school: School) -> None:
    screen = upload(read_before(school))

    assert not screen.radio
    assert [t.value for t in screen.text_input] == ["MAT 7", "14.1.2026"]
    assert [c.value for c in screen.main.caption if c.value.startswith("Som sidst")] == [
        f"Som sidst: {LEFT_OUT} **Udelad kolonnen**",
        "Som sidst: Noah Bach har 3 nuller og ingen point. Var eleven fraværende? **Ja, fraværende**",
    ]
    assert not next(b for b in screen.main.button if b.label == "Læs ind").disabled


def test_another_file_of_the_kind_asks_of_itself_alone(school: School) -> None:
    read_before(school)
    other: Rows = [*NAMELESS[:2], ["Alma Krogh", 3, 3, 3, 2], ["Bo Holm", 0, 0, 0, 1]]

    screen = told(upload(xlsx_of(school.folder / "8.A mat.xlsx", other)), "MAT 8")

    assert [c.value for c in screen.main.caption if c.value.startswith("Som sidst")] == [
        f"Som sidst: {LEFT_OUT} **Udelad kolonnen**"
    ]
    assert [q.label[:7] for q in screen.radio] == ["Bo Holm"]


def test_an_answer_from_last_time_can_be_given_again(school: School) -> None:
    screen = upload(read_before(school))

    screen = settled(screen.main.checkbox[1].check().run())

    (question,) = screen.radio
    assert question.label.startswith("Noah Bach har 3 nuller")
    screen = settled(question.set_value("Nej, det er besvarelsen").run())
    screen = press(screen, "Læs ind")
    assert screen.title[0].value == "7.A · MAT 7"
    assert "Noah Bach, opgave 1.1: mangler → 0" in screen.info[0].value
