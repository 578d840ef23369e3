"""What is typed on Klasselister and Ordliste, in a real browser, since AppTest cannot fill in tables."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from data_io.school import create_school
from data_io.store.store import open_store
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import expect_a_sound_page, grid, visit
from tests.data_io.result_sheets import xlsx_of
from ui.class_lists import school_years

LINE = 33  # pixels from one line of a table to the next


@pytest.fixture
def school(serve: Serve, tmp_path: Path) -> str:
    """The address of a school that has nothing yet."""
    store = open_store(tmp_path / "skolen.duckdb", "school")
    create_school(store, "Bakkeskolen")
    store.close()
    return serve(tmp_path / "skolen.duckdb")


def write(page: Page, table: Locator, line: int, column: float, text: str) -> None:
    """Types into a cell of a table; `column` is how far across it stands, 0–1, `line` 1 the first.

    The first click makes a new line where there is none yet.
    """
    expect(table).to_have_count(1)
    box = table.bounding_box()
    assert box is not None
    place = box["x"] + 40 + column * (box["width"] - 40), box["y"] + LINE * (line + 0.5)
    page.mouse.click(*place)
    settled(page)
    page.mouse.dblclick(*place)
    editor = page.locator("#portal textarea, #portal input")
    editor.fill(text)
    editor.press("Enter")
    expect(editor).to_have_count(0)
    settled(page)


def test_a_class_list_is_typed_saved_and_linked_to_what_a_sheet_calls_the_pupils(
    school: str, open_page: OpenPage, complaints: list[str], tmp_path: Path
) -> None:
    page = visit(open_page, complaints, f"{school}/klasselister")
    page.get_by_label("Listens klasse").fill("7a")
    page.get_by_label("Listens klasse").press("Enter")
    settled(page)
    table = page.get_by_test_id("stDataFrame")

    write(page, table, 1, 0.2, "Ida Uldum")
    write(page, table, 1, 0.8, "idau1234")
    write(page, table, 2, 0.2, "Åse Ægidius-Øksedal")
    page.get_by_role("button", name="Gem klasselisten").click()

    this_year = school_years()[1]
    expect(page.get_by_text(f"Klasselisten for 7.A {this_year} er gemt.")).to_be_visible()
    expect_a_sound_page(page)
    screenshot(page, "klasselister")
    page = visit(open_page, complaints, f"{school}/klasseoverblik?skoleaar={this_year}&klasse=7.A")
    expect(page.get_by_text(f"Der er ingen vurderinger af 7.A i {this_year} endnu.")).to_be_visible()
    sheet = xlsx_of(
        tmp_path / "vurderinger.xlsx",
        [["", "7.A", None], ["", "Efterår", None], ["Elev", "Dansk", "Matematik"], ["idau1234", 3, 2]],
    )
    page = visit(open_page, complaints, f"{school}/indlaes")
    page.locator("input[type=file]").set_input_files(str(sheet))
    expect(page.get_by_role("heading", name="vurderinger.xlsx · Ark1")).to_be_visible()
    settled(page)
    page.get_by_test_id("stMain").get_by_label("Skoleår").click()
    page.get_by_role("option", name=this_year).click()
    settled(page)
    page.get_by_role("button", name="Læs ind").click()
    ida = grid(page, "Elevernes vurderinger").get_by_role("row", name="Ida Uldum").get_by_role("gridcell")
    expect(ida.first).to_have_text("3")


def test_two_pupils_with_one_login_are_refused_in_a_sentence(
    school: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{school}/klasselister")
    page.get_by_label("Listens klasse").fill("7.A")
    page.get_by_label("Listens klasse").press("Enter")
    settled(page)
    table = page.get_by_test_id("stDataFrame")
    for line, name in enumerate(("Ida Uldum", "Noah Aagesen"), start=1):
        write(page, table, line, 0.2, name)
        write(page, table, line, 0.8, "samme123")

    page.get_by_role("button", name="Gem klasselisten").click()

    said = "Uni-login samme123 står ved både Ida Uldum og Noah Aagesen. Ret klasselisten, og gem igen."
    expect(page.get_by_role("alert")).to_have_text(said)


def test_a_word_of_the_schools_own_is_saved_and_recognised_in_a_sheet(
    school: str, open_page: OpenPage, complaints: list[str], tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["", "Mønstre", None],
        ["", "Gæt", "Vis"],
        ["Elev", "1", "2"],
        ["Ida Uldum", 1, 2],
        ["Noah Aagesen", 2, 1],
    ]
    page = visit(open_page, complaints, f"{school}/ordliste")
    tables = page.get_by_test_id("stDataFrame")

    write(page, tables.nth(0), 1, 0.4, "Mønstre")
    write(page, tables.nth(1), 1, 0.4, "Gæt")
    page.get_by_role("button", name="Gem ordlisten").click()

    expect(page.get_by_text("Ordlisten er gemt.")).to_be_visible()
    expect_a_sound_page(page)
    screenshot(page, "ordliste")
    page = visit(open_page, complaints, f"{school}/indlaes")
    page.locator("input[type=file]").set_input_files(str(xlsx_of(tmp_path / "prøve.xlsx", rows)))
    preview = grid(page, "Arket Ark1, som det er forstået")
    expect(preview.get_by_text("Mønstre", exact=True)).to_have_class("role-fagomraade")
    expect(preview.get_by_text("Gæt", exact=True)).to_have_class("role-signalord")
