"""Absence and trivsel in a real browser, on the demo school."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot, settled
from tests.browser.visiting import expect_a_sound_page, expect_title, grid, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
WIDTHS = [1400, 400]
ABSENCE = "Elevernes fravær"


@pytest.mark.parametrize("width", WIDTHS)
def test_fravaer_og_trivsel_shows_every_pupil_and_the_class_by_year(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/fravaer?{CHOICE}", width)

    expect_title(page, "7.A · Fravær og trivsel")
    expect(page.get_by_text("10 % fravær eller mere i perioden")).to_be_visible()
    expect(grid(page, ABSENCE).get_by_role("rowheader")).to_have_count(18 + 1)  # and their heading
    trivsel = grid(page, "Klassens trivselsmåling")
    expect(trivsel.get_by_role("columnheader", name="6.A 24/25")).to_be_visible()
    expect(trivsel.get_by_role("row", name="Ro og orden")).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid"}
    screenshot(page, "fravaer")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pupils_page_has_the_absence_of_every_period(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/fravaer?{CHOICE}", width)
    grid(page, ABSENCE).get_by_role("rowheader", name="Laust Ybjerg").click()
    settled(page)

    expect_title(page, "Laust Ybjerg · Faglig profil")
    absence = grid(page, "Fravær")
    expect(absence.get_by_role("row", name="1.8.2025–31.3.2026")).to_be_visible()
    expect(absence.get_by_role("row", name="1.8.2025–31.12.2025")).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid"}
    screenshot(page, "faglig-profil-fravaer")
