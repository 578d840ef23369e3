"""A hold on the screens: chosen when its sheet is read in, with its teacher, and seen in the home class."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.app.school import JANUARY, TASKS, School
from tests.app.screen import (
    CHOICE,
    INDLAES,
    KLASSELISTER,
    SIGNALORD,
    by_label,
    names,
    open_screen,
    press,
    settled,
    texts,
)
from tests.data_io.result_sheets import Rows, xlsx_of

SEVERAL: Rows = [
    ["Navn", "Klasse", "1.1", "1.2"],
    ["Ida Uldum", "7.A", 1, 2],
    ["Bo Friis", "7.B", 2, 1],
]
QUESTION = "A3: arket har elever fra flere klasser (7.A, 7.B). Er arket et hold?"


def upload(file: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(file.name, file.read_bytes(), "")])
    screen = settled(screen.run())
    next(t for t in screen.text_input if t.label == "Prøvens titel").set_value("MAT 7")
    next(t for t in screen.text_input if t.label == "Prøvens dato").set_value("14.1.2026")
    return settled(screen.run())


def is_ready(screen: AppTest) -> bool:
    return not next(b for b in screen.main.button if b.label == "Læs ind").disabled


def test_a_sheet_of_two_classes_is_read_in_as_a_hold_with_name_and_teacher(school: School) -> None:
    school.list_class("Ida Uldum", "Anna Lund")
    screen = upload(xlsx_of(school.folder / "hold.xlsx", SEVERAL))
    assert not is_ready(screen)
    assert by_label(screen, QUESTION).options == ["Ja, holdet Hold 7.A+7.B", "Nej, 7.A og 7.B hver for sig"]

    by_label(screen, QUESTION).set_value("hold").run()
    next(t for t in screen.text_input if t.label == "Holdets lærer").set_value("Mette Lund").run()
    assert is_ready(settled(screen))
    screen = press(screen, "Læs ind")

    assert screen.title[0].value == "Hold 7.A+7.B · MAT 7"
    home = open_screen(SIGNALORD, **CHOICE)
    assert names(home, "tasks") == ["Klassens elever", "Ida Uldum"]
    assert "taget på holdet Hold 7.A+7.B" in home.main.caption[0].value
    (hold,) = school.store.rows("hold", klasse_id=_klasse_id(school, "Hold 7.A+7.B"))
    assert hold["teacher"] == "Mette Lund"


def test_a_sheet_of_two_classes_can_be_divided_among_them(school: School) -> None:
    screen = upload(xlsx_of(school.folder / "årgang.xlsx", SEVERAL))

    by_label(screen, QUESTION).set_value("klasser").run()
    press(settled(screen), "Læs ind")

    home = open_screen(SIGNALORD, **CHOICE)
    assert texts(home, "tasks", "Ida Uldum ·") == ["1", "2", "3/4"]
    assert "holdet" not in home.main.caption[0].value


def test_any_test_can_be_said_to_be_a_holds(school: School) -> None:
    school.list_class("Ida Uldum")
    screen = upload(xlsx_of(school.folder / "mat.xlsx", [*TASKS, ["Ida Uldum", 2, 2, 2, 4]]))

    by_label(screen, "Arket er fra").set_value("hold").run()
    name = next(s for s in settled(screen).main.selectbox if s.label == "Holdets navn")
    assert str(name.value).startswith("Hold")
    press(screen, "Læs ind")

    assert names(open_screen(SIGNALORD, **CHOICE), "tasks") == ["Klassens elever", "Ida Uldum"]


def test_a_holds_teacher_and_dates_are_written_on_its_list(school: School) -> None:
    told = {"hold": "Mat 1", "title": "MAT 7", "date": JANUARY, "subject": "matematik"}
    school.read("hold.xlsx", SEVERAL, **told)
    screen = open_screen(KLASSELISTER, skoleaar="2025/26", klasse="Mat 1")

    next(t for t in screen.text_input if t.label == "Lærer").set_value("Jens Holm")
    next(t for t in screen.text_input if t.label == "Fra").set_value("1.9.2025")
    screen = press(screen, "Gem holdet")

    assert [box.value for box in screen.info] == ["Holdet Mat 1 er gemt."]
    (hold,) = school.store.rows("hold", klasse_id=_klasse_id(school, "Mat 1"))
    assert (hold["teacher"], str(hold["from_date"]), hold["to_date"]) == ("Jens Holm", "2025-09-01", None)


def test_a_class_has_no_holds_fields(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(KLASSELISTER, **CHOICE)

    assert "Gem holdet" not in [b.label for b in screen.main.button]


def _klasse_id(school: School, name: str) -> str:
    rows = school.store.rows("klasser_of_school", school_id=school.school_id)
    return str(next(row["klasse_id"] for row in rows if row["name"] == name))
