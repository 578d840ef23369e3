"""Nyt skoleår in a real browser: the demo school rises a trin, is made once, and is taken back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, expect_title, visit


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settled(page)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).click()
    page.keyboard.type(option)  # a long list draws only what is in sight
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def test_the_demo_school_rises_is_made_and_taken_back(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/nyt-skoleaar")
    expect_title(page, "Nyt skoleår")
    field = page.get_by_role("textbox", name=re.compile(r"^7\.B"))
    expect(field).to_have_value("8.B")

    field.fill("8a")
    field.press("Enter")
    settled(page)
    expect(field).to_have_value("8.A")
    expect(page.get_by_text(re.compile(r"fra 7\.A, \d+ fra 7\.B"))).to_be_visible()
    expect(page.get_by_text(re.compile("forlader skolen")).first).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "nyt-skoleaar")

    # one pupil of the demo school stands in both classes of the fifth trin
    choose(page, "Fra klassen", "5.A")
    choose(page, "Elever", "Dagmar Østerklit")
    page.keyboard.press("Escape")
    choose(page, "Kommer i", "6.B")
    press(page, "Placér")
    expect(page.get_by_text("Dagmar Østerklit (5.A): kommer i 6.B")).to_be_visible()
    press(page, "Opret skoleåret 2026/27")
    expect(page.get_by_text("Der er ikke mere at oprette.")).to_be_visible()
    expect(page.get_by_role("button", name="Opret skoleåret 2026/27")).to_be_disabled()
    expect_a_sound_page(page)
    both_widths(page, "nyt-skoleaar-oprettet")

    press(page, "Fortryd skoleåret 2026/27")
    expect(page.get_by_text("Skoleåret 2026/27 er taget tilbage.")).to_be_visible()
    expect(page.get_by_role("textbox", name=re.compile(r"^7\.B"))).to_be_visible()
