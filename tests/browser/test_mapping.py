"""Correcting how a sheet is understood, in a real browser: by mouse, by keyboard alone, and at 400 px."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from data_io.school import create_school
from data_io.store.store import open_store
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import both_widths, expect_a_sound_page, grid, sideways, visit
from tests.data_io.mapping_sheets import ANNE, BOARD, LABELLED, PLAIN_NEXT, PLAIN_TAGS, xlsx_of

Visit = Callable[..., Page]
SHEET = "Arket Ark1, som det er forstået"
TASKS = "MAT 7: elever og opgaver"
WRONG = "Prøve · 4 elever · 5 opgaver · 20 resultater · ingen mangler"
RIGHT = "Prøve · 4 elever · 4 opgaver · 16 resultater · ingen mangler"


@pytest.fixture
def screen(serve: Serve, open_page: OpenPage, complaints: list[str], tmp_path: Path) -> Visit:
    """Opens the screen Indlæs of a school that has nothing yet."""
    store = open_store(tmp_path / "skolen.duckdb", "school")
    create_school(store, "Bakkeskolen")
    store.close()
    url = serve(tmp_path / "skolen.duckdb")
    return lambda name="indlaes", width=1400: visit(open_page, complaints, f"{url}/{name}", width)


def upload(page: Page, file: Path) -> Page:
    page.locator("input[type=file]").set_input_files(str(file))
    expect(page.get_by_text(f"{file.name} · Ark1")).to_be_visible()
    return settled(page)


def opened(page: Page) -> Locator:
    """The editor of the one sheet on the screen."""
    page.get_by_role("button", name="Ret opdelingen").click()
    settled(page)
    return grid(page, SHEET)


def row(page: Page, number: int) -> Locator:
    return grid(page, SHEET).get_by_role("rowheader", name=f"Række {number}", exact=False).first


def column(page: Page, letter: str) -> Locator:
    return grid(page, SHEET).get_by_role("columnheader", name=f"Kolonne {letter}", exact=False).first


def role(page: Page, name: str) -> Locator:
    return page.get_by_role("toolbar").get_by_role("button", name=name)


def expect_look(page: Page, text: str, look: str) -> None:
    cell = grid(page, SHEET).get_by_text(text, exact=True).first
    expect(cell).to_have_class(re.compile(rf"(^| ){look}( |$)"))


def test_a_teacher_corrects_bands_by_mouse_and_sees_the_effect_at_once(screen: Visit, tmp_path: Path) -> None:
    page = upload(screen(), xlsx_of(tmp_path / "anne.xlsx", ANNE))
    expect(page.get_by_text(WRONG)).to_be_visible()
    opened(page)
    both_widths(page, "indlaes-ret-opdelingen")

    column(page, "F").click()
    expect(page.get_by_text("Valgt: kolonne F")).to_be_visible()
    expect(role(page, "Fagområde")).to_have_attribute("aria-disabled", "true")
    role(page, "Udelad").click()
    settled(page)

    expect(page.get_by_text(RIGHT).first).to_be_visible()
    expect(column(page, "F")).to_have_accessible_name("Kolonne F, ikke med, rettet")
    row(page, 2).click()
    role(page, "Signalord").click()
    settled(page)
    row(page, 3).click()
    role(page, "Fagområde").click()
    settled(page)

    expect_look(page, "Skriv", "role-signalord")
    expect_look(page, "Rum", "role-fagomraade")
    expect_a_sound_page(page)
    both_widths(page, "indlaes-rettet-opdeling")


def test_by_keyboard_alone_a_band_is_corrected_and_taken_back(screen: Visit, tmp_path: Path) -> None:
    page = upload(screen(), xlsx_of(tmp_path / "anne.xlsx", PLAIN_TAGS))
    keys = page.keyboard
    to_the_first_row(page)

    keys.press("ArrowDown")
    keys.press("Shift+ArrowDown")
    expect(page.get_by_text("Valgt: række 2–3")).to_be_visible()
    expect(row(page, 3)).to_have_attribute("aria-selected", "true")
    keys.press("Escape")
    expect(row(page, 3)).to_have_attribute("aria-selected", "false")
    keys.press("Space")
    keys.press("f")

    expect(row(page, 3)).to_have_accessible_name("Række 3, fagområde, rettet")
    expect(row(page, 3)).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Prøve · 4 elever · 4 opgaver")).to_be_visible()
    settled(page)
    keys.press("Control+z")

    expect(row(page, 3)).to_have_accessible_name("Række 3, opgave")
    expect(page.get_by_role("button", name="Fortryd")).to_be_disabled()
    expect_a_sound_page(page)


def to_the_first_row(page: Page) -> None:
    """Opens the editor and goes into its table, by keys alone; the buttons are one stop on the way."""
    keys = page.keyboard
    page.get_by_role("button", name="Ret opdelingen").focus()
    keys.press("Enter")
    expect(role(page, "Elev")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Færdig").focus()
    keys.press("Tab")
    expect(role(page, "Elev")).to_be_focused()
    keys.press("ArrowRight")
    expect(role(page, "Fagområde")).to_be_focused()
    keys.press("Tab")
    expect(row(page, 1)).to_be_focused()


def test_by_keyboard_alone_a_layout_is_saved_and_used_for_the_next_file(
    screen: Visit, tmp_path: Path
) -> None:
    page = upload(screen(), xlsx_of(tmp_path / "anne.xlsx", PLAIN_TAGS))
    expect(page.get_by_text("Række 3 er læst som opgavenumre. Passer det?")).to_be_visible()
    keys = page.keyboard
    to_the_first_row(page)
    for down, letter, said in (
        (2, "f", "Række 3, fagområde, rettet"),
        (-1, "s", "Række 2, signalord, rettet"),
    ):
        for _step in range(abs(down)):
            keys.press("ArrowDown" if down > 0 else "ArrowUp")
        keys.press("Space")
        keys.press(letter)
        expect(row(page, int(said[6]))).to_have_accessible_name(said)
        settled(page)
    page.get_by_label("Layoutets navn").focus()
    keys.type("Matematik, Anne")
    keys.press("Tab")
    settled(page)
    keys.press("Enter")
    expect(page.get_by_text("Gemt som layoutet “Matematik, Anne”.")).to_be_visible()
    both_widths(page, "indlaes-layout-gemt")

    page = upload(screen(), xlsx_of(tmp_path / "anne 2.xlsx", PLAIN_NEXT))

    expect(page.get_by_text("Læst med layoutet “Matematik, Anne”.")).to_be_visible()
    expect(page.get_by_text("Prøve · 4 elever · 6 opgaver · 24 resultater · ingen mangler")).to_be_visible()
    expect(page.get_by_text("Passer det?")).to_have_count(0)
    expect_look(page, "Rum", "role-fagomraade")
    both_widths(page, "indlaes-med-layout")
    page.get_by_role("button", name="Læs uden").click()
    expect(page.get_by_text("Række 3 er læst som opgavenumre. Passer det?")).to_be_visible()
    expect_a_sound_page(page)


def test_a_sheet_that_is_not_understood_is_explained_and_can_be_turned(screen: Visit, tmp_path: Path) -> None:
    page = upload(screen(width=400), xlsx_of(tmp_path / "hold.xlsx", BOARD))
    expect(page.get_by_text("Er det elevers resultater, så vis her")).to_be_visible()
    opened(page)

    row(page, 1).click()
    role(page, "Opgave").click()
    settled(page)

    expect(page.get_by_text("Prøve · 3 elever · 2 opgaver · 6 resultater").first).to_be_visible()
    assert sideways(page) <= {"grid"}
    screenshot(page, "indlaes-ikke-forstaaet")
    page.get_by_text("Vend arket").click()
    settled(page)
    page.get_by_role("button", name="Fortryd").click()
    settled(page)
    expect(page.get_by_text("Prøve · 3 elever · 2 opgaver · 6 resultater").first).to_be_visible()
    page.get_by_role("button", name="Begynd forfra").click()
    settled(page)
    expect(page.get_by_text("Arket er ikke forstået endnu.")).to_be_visible()


def test_a_kind_of_sheet_is_explained_once_and_the_next_is_read_in_without_a_question(
    screen: Visit, tmp_path: Path
) -> None:
    page = upload(screen(), xlsx_of(tmp_path / "hold.xlsx", BOARD))
    opened(page)
    row(page, 1).click()
    page.keyboard.press("o")
    settled(page)
    page.get_by_label("Layoutets navn").fill("Holdark")
    page.get_by_role("button", name="Gem som layout").click()
    expect(page.get_by_text("Gemt som layoutet “Holdark”.")).to_be_visible()
    read_in(page)
    expect(grid(page, TASKS).get_by_role("row", name="Ida Uldum")).to_contain_text("5/5")

    page = upload(screen(), xlsx_of(tmp_path / "hold 2.xlsx", [*BOARD, ["blå", "Otto Friis", 1, 0]]))

    expect(page.get_by_text("Læst med layoutet “Holdark”.")).to_be_visible()
    expect(page.get_by_role("radio", name="Ja")).to_have_count(0)
    read_in(page)
    expect(grid(page, "MAT 7: elever og opgaver").get_by_role("row", name="Otto Friis")).to_contain_text(
        "1/5"
    )
    page = screen("ordliste")
    expect(page.get_by_text("række 1: opgave")).to_be_visible()
    both_widths(page, "ordliste-layouter")
    page.get_by_role("button", name="Glem “Holdark”").click()
    expect(page.get_by_text("Layoutet “Holdark” er glemt.")).to_be_visible()
    expect_a_sound_page(page)


def read_in(page: Page) -> None:
    """Fills in what the sheet does not say, and reads it in."""
    main = page.get_by_test_id("stMain")
    said = {"Klasse": "7.A", "Prøvens titel": "MAT 7", "Prøvens dato": "14.1.2026"}
    for label, text in said.items():
        field = main.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Enter")
        settled(page)
    button = page.get_by_role("button", name="Læs ind")
    expect(button).to_be_enabled()
    button.click()
    expect(button).to_have_count(0)
    settled(page)


def test_several_rows_are_chosen_by_shift_and_control_as_in_a_spreadsheet(
    screen: Visit, tmp_path: Path
) -> None:
    page = upload(screen(), xlsx_of(tmp_path / "anne.xlsx", ANNE))
    opened(page)

    row(page, 5).click()
    row(page, 7).click(modifiers=["Shift"])
    row(page, 2).click(modifiers=["Control"])
    expect(page.get_by_text("Valgt: række 2, 5–7")).to_be_visible()
    column(page, "C").click()
    expect(page.get_by_text("Valgt: kolonne C")).to_be_visible()
    column(page, "C").click()
    expect(page.get_by_text("Vælg rækker på tallene")).to_be_visible()

    row(page, 5).hover()
    page.mouse.down()
    row(page, 6).hover()
    page.mouse.up()
    expect(page.get_by_text("Valgt: række 5–6")).to_be_visible()
    page.keyboard.press("u")
    settled(page)

    expect(page.get_by_text("Prøve · 2 elever").first).to_be_visible()
    expect_look(page, "Noah Bach", "left-out")
    expect(page.get_by_text("Rettelsen gælder kun dette ark")).to_be_visible()
    expect(page.get_by_role("button", name="Gem som layout")).to_have_count(0)


def test_tests_side_by_side_are_one_picture_with_the_name_of_each(screen: Visit, tmp_path: Path) -> None:
    over = [None, "Vinterprøve", None, "Sommerprøve", None]
    page = upload(screen(), xlsx_of(tmp_path / "to.xlsx", [over, *LABELLED]))

    picture = grid(page, SHEET)
    expect(picture.get_by_role("columnheader", name="Vinterprøve")).to_be_visible()
    expect(picture.get_by_role("columnheader", name="Sommerprøve")).to_be_visible()
    opened(page)
    row(page, 7).click()
    role(page, "Udelad").click()
    expect(row(page, 7)).to_have_accessible_name("Række 7, ikke med, rettet")
    for name in ("Vinterprøve", "Sommerprøve"):
        said = page.get_by_test_id("stMain").get_by_text(f"{name} · Prøve · 2 elever · 2 opgaver")
        expect(said).to_be_visible()
    settled(page)
    both_widths(page, "indlaes-to-proever")
