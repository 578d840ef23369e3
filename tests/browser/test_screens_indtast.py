"""Typing ratings and points by keyboard as in a spreadsheet, in a real browser."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import expect_a_sound_page, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
WIDTHS = [1400, 400]
PASTE = """(field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true,
    cancelable: true }));
}"""


def field(page: Page, row: int, column: int) -> Locator:
    return page.locator(".kb-entry tbody tr").nth(row).locator("input").nth(column)


def ratings(demo: str, open_page: OpenPage, complaints: list[str], name: str, width: int = 1400) -> Page:
    page = visit(open_page, complaints, f"{demo}/indtast?{CHOICE}&runde={name}", width)
    expect(page.locator(".kb-entry table")).to_be_visible()
    return page


def kept(page: Page) -> None:
    """What was typed has reached the store."""
    expect(page.locator(".kb-entry .state")).to_have_text("Kladden er gemt.")
    settled(page)


def paste(one: Locator, text: str) -> None:
    one.focus()
    one.evaluate(PASTE, text)


@pytest.mark.parametrize("width", WIDTHS)
def test_ratings_are_typed_saved_and_seen_in_the_class(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    row = {1400: 0, 400: 7}[width]  # the widths share a store
    page = ratings(demo, open_page, complaints, "For%C3%A5r", width)
    first = field(page, row, 0)
    before = first.input_value()
    first.focus()
    page.keyboard.type("1" if before != "1" else "2")
    page.keyboard.press("Enter")
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.type("n")
    page.keyboard.press("ArrowRight")
    kept(page)

    expect(field(page, row + 1, 0)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("7 går ikke her. Skriv et niveau fra 1 til 5.")).to_be_visible()
    expect(field(page, row + 1, 1)).to_have_value("ny på skolen")
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid", "scroll"}
    screenshot(page, "indtast-vurderinger")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("2 felter er gemt. 1 felt skal rettes først.")).to_be_visible()
    settled(page)
    field(page, row + 1, 0).focus()
    page.keyboard.press("Delete")
    kept(page)
    page.keyboard.press("Control+s")
    expect(page.get_by_text("1 felt er gemt.")).to_be_visible()
    settled(page)
    expect(page.get_by_text("Alt er gemt.")).to_be_visible()
    page.get_by_role("link", name="Se eller fortryd det gemte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vurderinger · Indlæsning")
    expect(page.get_by_text(re.compile("Indtastet på skærmen, ark Indtast")).first).to_be_visible()


def test_a_draft_is_there_again_in_another_browser_and_can_be_undone_by_keys(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = ratings(demo, open_page, complaints, "Efter%C3%A5r")
    one = field(page, 3, 0)
    before = one.input_value()
    typed = "2" if before != "2" else "3"
    one.focus()
    page.keyboard.type(typed)
    page.keyboard.press("ArrowDown")
    kept(page)
    page.close()

    again = ratings(demo, open_page, complaints, "Efter%C3%A5r")
    expect(field(again, 3, 0)).to_have_value(typed)
    expect(again.get_by_text("1 felt er kladde")).to_be_visible()
    field(again, 3, 0).focus()
    again.keyboard.press("Delete")
    expect(field(again, 3, 0)).to_have_value("")
    again.keyboard.press("Control+z")
    expect(field(again, 3, 0)).to_have_value(typed)
    again.keyboard.press("Control+y")
    expect(field(again, 3, 0)).to_have_value("")
    again.keyboard.type(before)
    again.keyboard.press("Enter")
    expect(again.get_by_text("Alt er gemt.")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_block_is_pasted_into_a_new_test_and_what_did_not_fit_is_told(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/indtast?{CHOICE}", width)
    page.get_by_role("radio", name="Prøve").click()
    settled(page)
    page.get_by_text("Ny prøve", exact=True).click()
    page.get_by_label("Prøvens navn").fill(f"Brøker {width}")
    page.get_by_label("Prøvens navn").press("Tab")
    page.get_by_label("Prøvens dato").fill("12.1.2026")
    page.get_by_label("Prøvens dato").press("Enter")
    page.get_by_role("textbox", name="Opgaver: en på hver linje").fill("2 2 3")
    page.get_by_role("textbox", name="Opgaver: en på hver linje").press("Tab")
    settled(page)
    page.get_by_role("button", name="Opret prøven").click()
    expect(page.locator(".kb-entry table")).to_be_visible()

    paste(field(page, 0, 1), "1\t3\t9\r\n2\tto\t9\r\nsyg\t1\r\n")

    expect(page.locator(".kb-entry .state")).to_have_text(
        "Det indsatte var større end tabellen: 1 kolonne er ikke indsat."
    )
    settled(page)
    expect(field(page, 1, 2)).to_have_value("to")
    expect(
        page.get_by_text("“to” er ikke et tal. Skriv et tal fra 0 til 3, eller vælg en grund.")
    ).to_be_visible()
    page.keyboard.press("Control+z")
    expect(field(page, 0, 1)).to_have_value("")
    expect(field(page, 2, 2)).to_have_value("")
    page.keyboard.press("Control+y")
    expect(field(page, 2, 1)).to_have_value("syg")
    field(page, 3, 0).focus()
    page.keyboard.type("5")
    page.keyboard.press("ArrowUp")
    kept(page)
    expect(page.get_by_text("5 er over maksimum, som er 2 i opgave 1.")).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid", "scroll"}
    screenshot(page, "indtast-proeve")
    page.get_by_role("button", name=re.compile("^Gem")).click()
    expect(page.get_by_text("5 felter er gemt. 2 felter skal rettes først.")).to_be_visible()


def test_two_who_type_at_once_see_both_and_the_same_cell_is_asked_about(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    one = ratings(demo, open_page, complaints, "For%C3%A5r")
    other = ratings(demo, open_page, complaints, "For%C3%A5r")
    cell = field(one, 5, 1)
    mine, theirs = [level for level in "1234" if level != cell.input_value()][:2]
    cell.focus()
    one.keyboard.type(theirs)
    one.keyboard.press("Control+s")
    expect(one.get_by_text("1 felt er gemt.")).to_be_visible()
    field(other, 5, 1).focus()
    other.keyboard.type(mine)
    other.keyboard.press("Enter")

    asked = other.get_by_text(
        re.compile(rf"lokal bruger skrev {theirs} kl\. \d\d\.\d\d, du skrev {mine}: hvilken gælder\?")
    )
    expect(asked).to_be_visible()
    settled(other)
    screenshot(other, "indtast-hvilken-gaelder")
    other.get_by_role("button", name=f"Behold {theirs}").click()
    expect(asked).to_have_count(0)
    expect(field(other, 5, 1)).to_have_value(theirs)
