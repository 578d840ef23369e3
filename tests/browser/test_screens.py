"""The screens of a læringssamtale in a real browser, on the demo school."""

import re
from urllib.parse import quote

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from data_io.settings import SAMPLE_DATA
from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import address, expect_a_sound_page, expect_title, grid, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
WIDTHS = [1400, 400]
TEST = "MAT 7, januar: elever og opgaver"
LEVELS = "Elevernes vurderinger"
SOURCE = re.compile(r"(?P<file>.+\.xlsx), ark (?P<sheet>.+), celle (?P<cell>[A-Z]+\d+), indlæst [\d.]+ af .+")


@pytest.mark.parametrize("width", WIDTHS)
def test_start_offers_the_classes(demo: str, open_page: OpenPage, complaints: list[str], width: int) -> None:
    page = visit(open_page, complaints, demo, width)

    expect_title(page, "Fjordskolen")
    expect(page.get_by_role("button", name="7.A", exact=True)).to_be_visible()
    expect_a_sound_page(page)
    assert not sideways(page)
    screenshot(page, "start")


@pytest.mark.parametrize("width", WIDTHS)
def test_klasseoverblik_says_what_to_see_counts_and_shows_every_pupil(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/klasseoverblik?{CHOICE}", width)

    expect_title(page, "7.A · Klasseoverblik")
    expect(
        page.get_by_text("8 elever ligger i rød eller orange i matematik mod 7 i efteråret")
    ).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(3)
    expect(grid(page, LEVELS).get_by_role("rowheader")).to_have_count(18 + 1)  # and their heading
    expect_a_sound_page(page)
    assert sideways(page) == ({"grid"} if width == 400 else set())
    screenshot(page, "klasseoverblik")


@pytest.mark.parametrize("width", WIDTHS)
def test_klasseoverblik_with_marks_keeps_them_on_their_own_scale(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/klasseoverblik?{CHOICE.replace('7.A', '9.A')}", width)

    expect(page.get_by_text("Medianen på 7-trinsskalaen er")).to_be_visible()
    expect(page.locator(".js-plotly-plot").first.get_by_text("−3")).to_be_visible()
    expect_a_sound_page(page)
    screenshot(page, "klasseoverblik-karakterer")


@pytest.mark.parametrize("width", WIDTHS)
def test_signalord_shows_the_newest_test_and_the_school_year(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}", width)

    expect_title(page, "7.A · MAT 7, januar")
    expect(page.get_by_text("Sværest var opgave 1.5 (Undersøg")).to_be_visible()
    expect(grid(page, TEST).get_by_role("row", name="Esther Ravnsbo")).to_contain_text("syg")
    expect(grid(page, "Andel af point for hvert fagområde og signalord")).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) == ({"grid"} if width == 400 else set())
    screenshot(page, "signalord")


@pytest.mark.parametrize("width", WIDTHS)
def test_faglig_profil_shows_letters_in_zones_figures_and_ratings(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/klasseoverblik?{CHOICE}", width)
    grid(page, LEVELS).get_by_role("rowheader", name="Alma Fjeldsø").click()
    settled(page)

    expect_title(page, "Alma Fjeldsø · Faglig profil")
    expect(page.locator(".js-plotly-plot .polar")).to_be_visible()
    figures = grid(page, "Andel af point i hvert fagområde")
    expect(figures.get_by_role("rowheader", name="Geometri")).to_be_visible()
    expect(page.get_by_text("sidst: MAT 7, oktober")).to_be_visible()
    expect(grid(page, "Vurderinger over tid").get_by_role("columnheader", name="2023/24")).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid"}
    page.mouse.move(390, 5)
    screenshot(page, "faglig-profil")


def test_a_rating_opens_in_a_dialog_with_the_cell_it_was_read_from(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/klasseoverblik?{CHOICE}")

    in_row(grid(page, LEVELS), "Johan Vestergård", "1").click()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Johan Vestergård")).to_be_visible()
    expect(dialog.get_by_text("Dansk, forår 2025/26")).to_be_visible()
    expect(dialog.get_by_text("1 af 5, meget bekymrende")).to_be_visible()
    assert read_from(dialog) == ("Johan Vestergård", 1)


def test_an_answer_opens_in_a_dialog_with_its_task_and_leads_to_the_pupil(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}")

    in_row(grid(page, TEST), "Ida Uldum", "2").first.click()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Ida Uldum")).to_be_visible()
    expect(dialog.get_by_text("Opgave 1.3 (Skriv, Matematik i anvendelse)")).to_be_visible()
    expect(dialog.get_by_text("2 af 2 point")).to_be_visible()
    assert read_from(dialog) == ("idax2950", 2)
    dialog.get_by_role("button", name="Åbn eleven").click()
    expect_title(page, "Ida Uldum · Faglig profil")


def test_the_grid_is_reached_and_read_with_the_keyboard_alone(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}")
    page.get_by_role("button", name="Som klasselisten").or_(
        page.get_by_role("radio", name="Som klasselisten")
    ).focus()

    tabs_to_grid(page)
    page.keyboard.press("Home")
    # The class's own row comes first, then Aksel.
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Alma Fjeldsø")).to_be_visible()
    expect(dialog.get_by_text("Opgave 1.2 (Hvor mange, Matematik i anvendelse)")).to_be_visible()
    login, points = read_from(dialog)
    expect(dialog.get_by_text(f"{points} af 2 point")).to_be_visible()
    assert login == "alma5644"
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    cells = grid(page, TEST).get_by_role("row", name="Alma Fjeldsø").get_by_role("gridcell")
    expect(cells.nth(1)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("Opgave 1.3 (Skriv, Matematik i anvendelse)")).to_be_visible()


def tabs_to_grid(page: Page) -> None:
    """Presses Tab until a cell of the grid has the focus."""
    cell = page.locator("[role=grid] :focus")
    for _press in range(5):
        page.keyboard.press("Tab")
        if cell.count():
            return
    pytest.fail("Tab does not reach the grid")


def in_row(table: Locator, name: str, text: str) -> Locator:
    return table.get_by_role("row", name=name).get_by_role("gridcell", name=text, exact=True)


def read_from(dialog: Locator) -> tuple[str, object]:
    """The name or uni-login and the value in the demo's workbook, at the place that the dialog names."""
    said = dialog.get_by_text("indlæst").inner_text()
    place = SOURCE.fullmatch(said)
    assert place, said
    (path,) = SAMPLE_DATA.rglob(place["file"])
    sheet = openpyxl.load_workbook(path, data_only=True)[place["sheet"]]
    cell = sheet[place["cell"]]
    who = next(c.value for c in sheet[cell.row] if isinstance(c.value, str))
    return str(who), cell.value


def test_a_link_to_a_test_and_to_a_pupil_opens_the_same_for_somebody_else(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}")
    page.get_by_role("combobox", name="Prøve").click()
    page.get_by_role("option", name="MAT 7, oktober").click()
    expect_title(page, "7.A · MAT 7, oktober")
    settled(page)

    page.reload()
    expect_title(page, "7.A · MAT 7, oktober")
    elsewhere = visit(open_page, complaints, page.url, 400)
    expect_title(elsewhere, "7.A · MAT 7, oktober")

    settled(page)
    page.get_by_role("rowheader", name="Maja Ægidius").click()
    expect_title(page, "Maja Ægidius · Faglig profil")
    settled(page)
    elsewhere = visit(open_page, complaints, page.url)
    expect_title(elsewhere, "Maja Ægidius · Faglig profil")


def test_the_choice_survives_the_menu_and_no_name_ever_stands_in_the_address(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, demo)
    addresses: list[str] = []
    page.on("framenavigated", lambda _frame: addresses.append(address(page)))
    page.get_by_role("button", name="7.A", exact=True).click()
    expect_title(page, "7.A · Klasseoverblik")
    settled(page)
    headers = grid(page, LEVELS).get_by_role("rowheader")
    expect(headers).to_have_count(18 + 1)
    names = headers.all_inner_texts()

    for screen in ("Signalord", "Indlæsninger", "Klasselister", "Klasseoverblik", "Faglig profil"):
        page.get_by_role("link", name=screen, exact=True).click()
        expect_title(page, re.compile(re.escape(screen.replace("Signalord", "MAT 7"))))
        settled(page)
        addresses.append(address(page))
        assert "skoleaar=2025/26" in addresses[-1] and "klasse=7.A" in addresses[-1]
    page.get_by_role("combobox", name="Elev").click()
    page.get_by_role("option", name="Noah Aagesen").click()
    expect_title(page, "Noah Aagesen · Faglig profil")
    settled(page)
    addresses.append(address(page))

    assert "elev=" in addresses[-1]
    parts = {part for name in names for part in name.split() if len(part) > 3}
    assert len(parts) > 30
    assert not [(part, seen) for part in parts for seen in addresses if part in seen]


def test_a_name_that_is_cut_on_a_telephone_is_told_in_full_when_it_is_pointed_at(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/klasseoverblik?{CHOICE.replace('7.A', '9.A')}", 400)

    name = grid(page, LEVELS).get_by_role("rowheader", name="Åse Ægidius-Øksedal")

    assert page.evaluate("cell => cell.clientWidth", name.element_handle()) <= 120
    name.hover()
    expect(page.locator(".tip:visible")).to_have_text("Åse Ægidius-Øksedal")
