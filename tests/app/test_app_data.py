"""The screens where data are put in and taken back, as far as AppTest can press and fill in."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from cli import app as command_line
from tests.app.school import TASKS, School
from tests.app.screen import (
    CHOICE,
    INDLAES,
    INDLAESNING,
    INDLAESNINGER,
    KLASSELISTER,
    KLASSEOVERBLIK,
    ORDLISTE,
    SIGNALORD,
    holds_no_data,
    names,
    open_screen,
    press,
    settled,
    texts,
)
from tests.data_io.result_sheets import DAGNAES, DAGNAES_MERGES, Rows, xlsx_of
from ui.class_lists import school_years


def infos(screen: AppTest) -> list[str]:
    return [box.value for box in screen.info]


def upload(*files: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(f.name, f.read_bytes(), "") for f in files])
    return settled(screen.run())


def test_saving_a_class_list_says_who_was_known_and_who_is_not_on_it(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3, 4, 4, 4], "Pjotr": [2, 2, 2, 3, 3, 3]})
    school.list_class("Ida Uldum", "Peter Holm")

    screen = press(open_screen(KLASSELISTER, **CHOICE), "Gem klasselisten")

    assert list(screen.dataframe[0].value["Navn"]) == ["Ida Uldum", "Peter Holm"]
    assert infos(screen) == [
        "Klasselisten for 7.A 2025/26 er gemt. 2 elever var kendt i forvejen. Endnu ubekræftet: Pjotr."
    ]


def test_a_provisional_pupil_is_linked_to_the_one_on_the_list_and_keeps_the_results(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3, 4, 4, 4], "Pjotr": [2, 2, 2, 3, 3, 3]})
    school.list_class("Ida Uldum", "Peter Holm")
    screen = open_screen(KLASSELISTER, **CHOICE)
    who = screen.main.selectbox[-1]
    assert who.label == "Hvem er Pjotr?"

    who.select("Peter Holm").run()
    screen = press(screen, "Det er samme elev")

    assert infos(screen) == ["Pjotr er nu knyttet til klasselisten."]
    assert "Ubekræftede elever" not in [heading.value for heading in screen.subheader]
    overview = open_screen(KLASSEOVERBLIK, **CHOICE)
    assert sorted(names(overview, "levels")) == ["Ida Uldum", "Peter Holm"]
    assert texts(overview, "levels", "Peter Holm")[:3] == ["2", "3", "▲1"]


def test_a_class_list_that_is_uploaded_opens_as_a_class_list(school: School) -> None:
    book = openpyxl.Workbook()
    for line in (["Navn", "Klasse"], ["Ida Uldum", "7.A"], ["Noah Aagesen", "7.A"]):
        book.worksheets[0].append(line)
    path = school.folder / "Klasseliste.xlsx"
    book.save(path)
    this_year = school_years()[1]
    screen = upload(path)
    screen.main.selectbox[0].select(this_year).run()

    screen = press(screen, "Læs ind")

    assert screen.title[0].value == "Klasselister"
    assert infos(screen) == [f"Klasselisten for 7.A {this_year} er gemt."]
    assert [box.value for box in screen.sidebar.selectbox] == [this_year, "7.A"]
    assert list(screen.dataframe[0].value["Navn"]) == ["Ida Uldum", "Noah Aagesen"]


def test_a_first_name_that_two_share_is_asked_about_and_the_answer_is_kept(school: School) -> None:
    this_year = school_years()[1]
    school.list_class("Peter Holm", "Peter Madsen", klasse="9.A", skoleaar=this_year)
    path = xlsx_of(school.folder / "dagnaes.xlsx", DAGNAES, DAGNAES_MERGES)
    screen = upload(path)
    screen.main.selectbox[0].select(this_year).run()
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled
    assert screen.radio[0].label.startswith("Hvem er Peter?")
    assert screen.radio[0].options == ["Peter Holm", "Peter Madsen", "En ny elev i klassen"]

    screen.radio[0].set_value("Peter Madsen").run()  # AppTest chooses by what is shown
    screen = press(settled(screen), "Læs ind")

    assert screen.title[0].value == "9.A · Klasseoverblik"
    assert texts(screen, "levels", "Peter Madsen")[:2] == ["5", "5,5"]
    assert texts(screen, "levels", "Peter Holm")[:2] == ["–", "–"]


def test_an_answer_that_brings_up_another_question_is_followed_by_it(school: School) -> None:
    school.read_test({"Ida Uldum": [2, 2, 2, 4]})
    other: Rows = [*TASKS[:3], ["Maks.", 2, 2, 2, 5], ["Noah Aagesen", 1, 2, 2, 5]]
    screen = upload(xlsx_of(school.folder / "7.B mat.xlsx", other))
    next(t for t in screen.text_input if t.label == "Prøvens titel").set_value("MAT 7")
    next(t for t in screen.text_input if t.label == "Prøvens dato").set_value("15.1.2026")
    screen.selectbox("7.B mat.xlsx/Ark1-subject").select("Matematik").run()
    assert [question.label for question in screen.radio] == [
        "Er det samme prøve som MAT 7 i 7.A 2025/26? 4 af 4 opgaver passer."
    ]

    screen.radio[0].set_value("Ja, samme prøve").run()

    assert len(screen.radio) == 2
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled
    assert screen.radio[1].label == "Opgave 4: maksimum var 4, arket siger 5. Hvad gælder?"
    screen.radio[1].set_value("Det, der står i arket").run()
    screen = press(settled(screen), "Læs ind")
    assert screen.title[0].value == "7.B · MAT 7"


@pytest.mark.usefixtures("school")
def test_the_word_list_is_saved_as_it_stands() -> None:
    screen = open_screen(ORDLISTE)
    before = [list(table.value.iloc[:, 0]) for table in screen.dataframe]
    assert "Undersøg" in before[1]

    screen = press(screen, "Gem ordlisten")

    assert infos(screen) == ["Ordlisten er gemt."]
    assert [list(table.value.iloc[:, 0]) for table in screen.dataframe] == before


def test_taking_back_a_corrected_sheet_shows_the_one_before_it_and_then_none(school: School) -> None:
    school.read_test({"Ida Uldum": [0, 2, 2, 4]}, file="første.xlsx")
    school.read_test({"Ida Uldum": [2, 2, 2, 4]}, file="rettet.xlsx")
    screen = open_screen(INDLAESNINGER)
    places = [line.value for line in screen.main.markdown]
    assert "rettet.xlsx" in places[0] and "første.xlsx" in places[1]
    assert [c.value for c in screen.main.caption][1:] == ["erstattet af en nyere"]

    corrected, first = (link.proto.query_string.partition("=")[2] for link in screen.main.get("page_link"))

    screen = press(open_screen(INDLAESNING, indlaesning=corrected), "Ja, fortryd indlæsningen")

    assert infos(screen) == ["MAT 7 er taget tilbage."]
    assert [c.value for c in open_screen(INDLAESNINGER).main.caption][1:] == ["fortrudt"]
    assert texts(open_screen(SIGNALORD, **CHOICE), "tasks", "Ida Uldum ·")[-1] == "8/10"

    press(open_screen(INDLAESNING, indlaesning=first), "Ja, fortryd indlæsningen")

    assert holds_no_data(open_screen(SIGNALORD, **CHOICE))


def no_workbook(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 dette er en pdf")


def no_cells(path: Path) -> None:
    openpyxl.Workbook().save(path)


def broken(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Elev"
    book.save(path)
    path.write_bytes(path.read_bytes()[:400])


def locked(path: Path) -> None:
    """The beginning of a compound file with an encrypted package is what Excel saves under a password."""
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize("make", [no_workbook, no_cells, broken, locked], ids=lambda make: make.__name__)
def test_a_file_that_is_refused_says_the_same_as_the_command_line(
    school: School, make: Callable[[Path], None]
) -> None:
    path = school.folder / "7.A mat.xlsx"
    make(path)
    told = CliRunner().invoke(command_line, ["check", str(path)])
    assert told.exit_code == 2

    screen = upload(path)

    said = [box.value for box in [*screen.error, *screen.warning]]
    assert said == [told.stderr.strip() or told.stdout.strip().splitlines()[-1].strip()]
    assert not screen.main.button


def test_letters_among_points_are_named_by_their_cell_and_hold_the_sheet_back(school: School) -> None:
    path = school.folder / "7.A mat 14.1.2026.xlsx"
    book = openpyxl.Workbook()
    for line in (["Elev", "Opgave 1", "Opgave 2"], ["Ida Uldum", 2, "god"], ["Noah Aagesen", 1, 2]):
        book.worksheets[0].append(line)
    book.save(path)
    told = CliRunner().invoke(command_line, ["check", str(path)])
    assert told.exit_code == 1

    screen = upload(path)

    (message,) = [box.value for box in screen.error]
    assert "C2" in message and "god" in message
    assert message in told.stdout
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled
