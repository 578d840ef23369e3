"""The page of one import in a real browser: reached from a coloured cell, read, and taken back."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.app.school import School, Values, new_school
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import address, expect_a_sound_page, expect_title, grid, sideways, visit

WIDTHS = [1400, 400]
CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
TASKS = "MAT 7: elever og opgaver"
Visit = Callable[[str, int], Page]

FIRST: Values = {
    "Ida Uldum": [0, 2, 2, 4],
    "Noah Aagesen": [1, 1, 1, 1],
    "Alma Fjeldsø": ["syg", "syg", "syg", "syg"],
    "Åse Ægidius-Øksedal": [2, 2, 0, 3],
}
CORRECTED: Values = FIRST | {"Ida Uldum": [2, 2, 2, 4], "Noah Aagesen": [1, "-", 2, 1]}


def corrected_test(folder: Path) -> School:
    """A school where a test was read, corrected in two cells and read again."""
    school = new_school(folder)
    school.list_class(*list(FIRST)[:3])
    school.read_test(FIRST, file="7.A matematik.xlsx", answers={"who_is": "new"})
    school.read_test(CORRECTED, file="7.A matematik, rettet.xlsx")
    return school


@pytest.fixture
def go(serve: Serve, open_page: OpenPage, complaints: list[str], tmp_path: Path) -> Visit:
    """Visits a screen of that school."""
    corrected_test(tmp_path).store.close()
    url = serve(tmp_path / "skolen.duckdb")
    return lambda screen, width: visit(open_page, complaints, f"{url}/{screen}", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_coloured_cell_leads_to_the_page_of_its_import(go: Visit, width: int) -> None:
    page = go(f"signalord?{CHOICE}", width)
    row = grid(page, TASKS).get_by_role("row", name="Ida Uldum")
    row.get_by_role("gridcell", name="2", exact=True).first.click()
    page.get_by_role("dialog").get_by_role("link", name="Se indlæsningen").click()

    expect_title(page, "MAT 7 · Indlæsning")
    expect(page.get_by_text("Vises nu.")).to_be_visible()
    changes = grid(page, "Ændrede felter")
    expect(changes.get_by_role("row", name="Ida Uldum")).to_contain_text("B5")
    expect(changes.get_by_role("row").nth(2)).to_contain_text("mangler")
    settled(page)
    assert "indlaesning=" in address(page)
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid"}
    screenshot(page, "indlaesning")


def test_undo_asks_first_and_says_what_is_seen_instead(go: Visit) -> None:
    page = go("indlaesninger", 1400)
    page.get_by_role("link", name="Åbn", exact=True).first.click()
    expect_title(page, "MAT 7 · Indlæsning")

    page.get_by_role("button", name="Fortryd", exact=True).click()
    expect(page.get_by_text(re.compile(r"I stedet vises igen: 7\.A matematik\.xlsx"))).to_be_visible()
    page.get_by_role("button", name="Ja, fortryd indlæsningen").click()

    expect(page.get_by_text("MAT 7 er taget tilbage.")).to_be_visible()
    expect(page.get_by_text(re.compile("^Fortrudt"))).to_be_visible()


def test_the_pupils_page_leads_from_a_fagomraade_to_the_cells_it_rests_on(go: Visit) -> None:
    page = go(f"signalord?{CHOICE}", 1400)
    grid(page, TASKS).get_by_role("rowheader", name="Ida Uldum").click()
    expect_title(page, "Ida Uldum · Faglig profil")

    figures = grid(page, "Andel af point i hvert fagområde")
    figures.get_by_role("row", name="Algebra").get_by_role("gridcell").first.click()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Opgave 1 (Undersøg, Algebra): 2 af 2 point, celle B5")).to_be_visible()
    dialog.get_by_role("link", name="Se indlæsningen").click()
    expect_title(page, "MAT 7 · Indlæsning")
    page.get_by_role("link", name="Klasseoverblik", exact=True).click()
    settled(page)
    assert "klasse=7.A" in address(page)


def test_the_classs_row_says_every_sheet_it_was_read_from(go: Visit) -> None:
    page = go(f"signalord?{CHOICE}", 1400)

    grid(page, TASKS).get_by_role("row", name="Hele klassen").get_by_role("gridcell").first.click()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("5 af 6 point, 3 elever")).to_be_visible()
    expect(dialog.get_by_text(re.compile("7.A matematik, rettet.xlsx, ark Ark1, indlæst"))).to_be_visible()
