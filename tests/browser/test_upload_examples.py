"""The sheets of Ullerup Bæk Skolen and Dagnæsskolen, uploaded by the screen Indlæs into a new school."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from typer.testing import CliRunner

from cli import app as command_line
from data_io.school import create_school
from data_io.store.store import open_store
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, expect_title, grid, visit
from tests.data_io.result_sheets import DAGNAES, DAGNAES_MERGES, ULLERUP, ULLERUP_MERGES, xlsx_of
from ui.class_lists import school_years

Visit = Callable[[str], Page]
TASKS = "MAT 7, januar: elever og opgaver"
PREVIEW = "Arket {sheet}, som det er forstået"


@pytest.fixture
def ullerup(tmp_path: Path) -> Path:
    """Their mathematics sheet, as the booklet prints it: 7 pupils, 9 tasks, 86 points."""
    return xlsx_of(tmp_path / "ullerup_matematik.xlsx", ULLERUP, ULLERUP_MERGES, name="Matematik")


@pytest.fixture
def dagnaes(tmp_path: Path) -> Path:
    """Their assessment sheet, filled in for one pupil over three years, with 29 empty numbered lines."""
    return xlsx_of(tmp_path / "dagnaes_udskoling.xlsx", DAGNAES, DAGNAES_MERGES, name="A")


@pytest.fixture
def school(serve: Serve, open_page: OpenPage, complaints: list[str], tmp_path: Path) -> Visit:
    """Opens screens of a school that has nothing yet."""
    store = open_store(tmp_path / "skolen.duckdb", "school")
    create_school(store, "Bakkeskolen")
    store.close()
    url = serve(tmp_path / "skolen.duckdb")
    return lambda screen: visit(open_page, complaints, f"{url}/{screen}")


def upload(page: Page, *files: Path) -> Page:
    page.locator("input[type=file]").set_input_files([str(file) for file in files])
    for file in files:
        expect(page.get_by_text(file.name).first).to_be_visible()
    return settled(page)


def read_ullerup(page: Page, file: Path) -> Page:
    """Uploads the sheet, answers what it asks, and reads it in."""
    upload(page, file)
    main = page.get_by_test_id("stMain")
    answer(main.get_by_label("Klasse"), "7.A")
    answer(main.get_by_label("Prøvens titel"), "MAT 7, januar")
    answer(main.get_by_label("Prøvens dato"), "14.1.2026")
    main.get_by_text("Nej, det er besvarelsen").click()
    settled(page)
    return read_in(page)


def answer(field: Locator, text: str) -> None:
    field.fill(text)
    field.press("Enter")
    settled(field.page)


def read_in(page: Page) -> Page:
    button = page.get_by_role("button", name="Læs ind")
    expect(button).to_be_enabled()
    button.click()
    expect(button).to_have_count(0)
    return settled(page)


def test_a_new_school_is_led_to_its_first_sheet_and_sees_how_it_is_understood(
    serve: Serve, open_page: OpenPage, complaints: list[str], tmp_path: Path, ullerup: Path
) -> None:
    page = visit(open_page, complaints, serve(tmp_path / "ny.duckdb"))
    answer(page.get_by_label("Skolens navn"), "Bakkeskolen")
    both_widths(page, "start-ny-skole")
    page.get_by_role("button", name="Indlæs et ark").click()
    settled(page)

    upload(page, ullerup)

    expect(page.get_by_text("Prøve · 7 elever · 9 opgaver · 63 resultater · ingen mangler")).to_be_visible()
    expect(page.get_by_text("Elev 3 har 9 nuller og ingen point. Var eleven fraværende?")).to_be_visible()
    expect(page.get_by_text("Udfyld klasse, titel og dato.")).to_be_visible()
    expect(page.get_by_role("button", name="Læs ind")).to_be_disabled()
    picture = grid(page, PREVIEW.format(sheet="Matematik"))
    for text, role in (("Elev 8", "pupil"), ("Undersøg", "signalord"), ("2.4", "task")):
        cell = picture.get_by_text(text, exact=True)
        assert f"role-{role}" in (cell.get_attribute("class") or ""), text
    expect_a_sound_page(page)
    both_widths(page, "indlaes")


def test_ullerups_sheet_gives_the_figures_of_the_booklet(school: Visit, ullerup: Path) -> None:
    page = read_ullerup(school("indlaes"), ullerup)

    expect_title(page, "7.A · MAT 7, januar")
    expect(page.get_by_text("ullerup_matematik.xlsx, Matematik: 63 resultater læst ind")).to_be_visible()
    sentence = "Klassen fik 59 % af pointene. Sværest var opgave 1.5 (Undersøg, 21 %)"
    expect(page.get_by_text(sentence)).to_be_visible()
    whole = grid(page, TASKS).get_by_role("row", name="Hele klassen").get_by_role("gridcell")
    shares = ["86 %", "86 %", "43 %", "71 %", "21 %", "71 %", "33 %", "57 %", "50 %", "59 %"]
    expect(whole).to_have_text(shares)
    four = grid(page, TASKS).get_by_role("row", name="Elev 4")
    expect(four).to_contain_text("19/21")
    expect_a_sound_page(page)
    both_widths(page, "indlaest-proeve")

    four.get_by_role("rowheader").click()

    expect_title(page, "Elev 4 · Faglig profil")
    expect(page.get_by_text("Størst andel af pointene i Matematik i anvendelse (100 %)")).to_be_visible()
    expect(page.get_by_text("19 af 21 point")).to_be_visible()
    both_widths(page, "indlaest-elev")


def test_dagnaes_sheet_opens_the_newest_class_with_marks_on_their_own_scale(
    school: Visit, dagnaes: Path
) -> None:
    page = upload(school("indlaes"), dagnaes)
    understood = "Vurderinger · 7.A, 8.A og 9.A · 1 elev · 18 vurderinger · ingen mangler"
    expect(page.get_by_text(understood)).to_be_visible()
    expect(grid(page, PREVIEW.format(sheet="A")).get_by_role("rowheader")).to_have_count(
        8
    )  # the empty lines of the end are not shown
    both_widths(page, "indlaes-vurderinger")
    page.get_by_label("Skoleår for 9.A").click()
    page.get_by_role("option", name=school_years()[1]).click()
    settled(page)

    read_in(page)

    expect_title(page, "9.A · Klasseoverblik")
    expect(page.get_by_text("dagnaes_udskoling.xlsx, A: 18 vurderinger læst ind, 1 ny elev.")).to_be_visible()
    peter = grid(page, "Elevernes vurderinger").get_by_role("row", name="Peter").get_by_role("gridcell")
    expect(peter).to_have_text(["5", "5,5", "▲0,5", "4", "5,5", "▲1,5", "4", "3", "▼1", "–"])
    looks = [cell.get_attribute("class") or "" for cell in peter.all()]
    assert ["mark" in look for look in looks[:8]] == [True, True, False, True, True, False, False, False]
    assert "level-4" in looks[6] and "level-3" in looks[7]
    both_widths(page, "indlaest-vurderinger")

    page.get_by_role("rowheader", name="Peter").click()

    expect_title(page, "Peter · Faglig profil")
    rows = grid(page, "Vurderinger over tid")
    dansk = rows.get_by_role("row", name="Dansk").get_by_role("gridcell")
    expect(dansk).to_have_text(["3", "2", "5,5", "4,75", "5", "5,5"])


def test_the_same_sheet_again_changes_nothing_a_corrected_one_says_what_and_undo_takes_it_back(
    school: Visit, ullerup: Path
) -> None:
    read_ullerup(school("indlaes"), ullerup)

    page = read_ullerup(school("indlaes"), ullerup)

    expect(page.get_by_text("var læst i forvejen; intet er ændret.")).to_be_visible()
    book = openpyxl.load_workbook(ullerup)
    book["Matematik"]["F4"] = 2  # Elev 1, opgave 1.5
    book.save(ullerup)
    page = read_ullerup(school("indlaes"), ullerup)
    expect(page.get_by_text("Rettet: Elev 1, opgave 1.5: 0 → 2.")).to_be_visible()
    first = grid(page, TASKS).get_by_role("row", name="Elev 1")
    expect(first).to_contain_text("13/21")
    both_widths(page, "indlaest-rettet")

    page.get_by_role("link", name="Indlæsninger").click()
    expect(page.get_by_text("erstattet af en nyere")).to_have_count(1)
    both_widths(page, "indlaesninger")
    page.get_by_role("main").get_by_role("link", name="Åbn").first.click()
    expect_title(page, "MAT 7, januar · Indlæsning")
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text("I stedet vises igen: ")).to_be_visible()
    page.get_by_role("button", name="Ja, fortryd indlæsningen").click()

    expect(page.get_by_text("MAT 7, januar er taget tilbage.")).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Signalord").click()
    expect(first).to_contain_text("11/21")


def test_files_that_are_refused_say_the_same_as_the_command_line_and_change_nothing(
    school: Visit, tmp_path: Path
) -> None:
    letters = [row[:] for row in ULLERUP]
    letters[5][2] = "god"
    files = [
        xlsx_of(tmp_path / "bogstaver.xlsx", letters, ULLERUP_MERGES, name="Matematik"),
        file_of(tmp_path / "brev.docx.xlsx", b"%PDF-1.7 et brev"),
        file_of(tmp_path / "låst.xlsx", _LOCKED),
    ]

    page = upload(school("indlaes"), *files)

    for file in files[1:]:
        told = CliRunner().invoke(command_line, ["check", str(file)])
        assert told.exit_code == 2
        expect(page.get_by_role("alert").filter(has_text=told.stderr.strip())).to_have_count(1)
    told = CliRunner().invoke(command_line, ["check", str(files[0])])
    said = page.get_by_role("alert").filter(has_text="C6").inner_text()
    assert "god" in said and said in told.stdout
    assert told.exit_code == 1
    expect(page.get_by_role("button", name="Læs ind")).to_be_disabled()
    both_widths(page, "indlaes-afvist")
    expect(school("klasseoverblik").get_by_text("Ingen klasser endnu")).to_be_visible()


# What Excel saves under a password begins as a compound file with an encrypted package in it.
_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def file_of(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
