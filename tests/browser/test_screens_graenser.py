"""The cut scores' screen, a pupil's cells with their notes, and what paper carries, in a real browser."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import expect_a_sound_page, expect_title, grid, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
WIDTHS = [1400, 400]
AREAS = "Elevens fagområder i skoleåret"
SAME = "Andel af point i hvert fagområde"


def pupil_page(page: Page) -> Page:
    page.get_by_role("rowheader", name="Maja Ægidius").first.click()
    expect_title(page, "Maja Ægidius · Faglig profil")
    return settled(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pupils_year_stands_in_cells_with_points_and_a_sentence_each(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = pupil_page(visit(open_page, complaints, f"{demo}/signalord?{CHOICE}", width))

    whole = grid(page, AREAS).get_by_role("row", name="Hele skoleåret")
    expect(whole.get_by_role("gridcell").first).to_contain_text("18/21")
    expect(page.get_by_text("felter har fuld farve")).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid"}
    screenshot(page, "faglig-profil-skoleaar")


def test_the_sentence_behind_a_colour_is_reached_by_keys(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = pupil_page(visit(open_page, complaints, f"{demo}/signalord?{CHOICE}"))
    first = grid(page, SAME).get_by_role("gridcell", name="78 %, 7 af 9 point, usikkert").first

    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")

    sentence = re.compile(r"^\d+ af \d+ point i \d+ opgaver; lys, fordi .* den kan også være ")
    expect(page.locator(".tip:visible")).to_have_text(sentence)
    expect(first).to_have_attribute("aria-description", sentence)
    page.keyboard.press("Escape")
    expect(page.locator(".tip:visible")).to_have_count(0)


def test_paper_carries_what_the_colours_rest_on(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = pupil_page(visit(open_page, complaints, f"{demo}/signalord?{CHOICE}"))
    listed = page.get_by_text("Geometri, sidst: 9 af 9 point i 4 opgaver")
    expect(listed).to_be_hidden()

    page.emulate_media(media="print")

    expect(listed).to_be_visible()
    expect(page.get_by_text("Hvad farverne hviler på").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(listed).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_cut_scores_are_changed_told_and_taken_back(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/graenser?{CHOICE}", width)
    page.get_by_role("combobox", name="Fag").click()
    page.get_by_role("option", name="Matematik", exact=True).click()
    settled(page)
    page.get_by_role("combobox", name="Trin").click()
    page.get_by_role("option", name="7. trin", exact=True).click()
    settled(page)
    red = page.get_by_role("spinbutton", name="Rød under (%)")
    red.fill("35")
    red.press("Enter")
    settled(page)

    expect(page.get_by_text(re.compile(r"7\.A og 7\.B 2025/26: .* skifter farve"))).to_be_visible()
    page.get_by_role("button", name="Gem grænserne").click()
    settled(page)
    history = page.get_by_text(re.compile(r"rød under 35.% \(før 40.%\) i matematik, 7. trin"))
    expect(history.first).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) == set()
    screenshot(page, "graenser")
    elsewhere = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}", width)
    expect(
        elsewhere.get_by_text(re.compile(r"grænserne blev ændret .* \(før 40.% og 70.%\)"))
    ).to_be_visible()

    page.get_by_role("button", name="Følg alle trin igen").click()
    settled(page)
    expect(red).to_have_value("40")
