"""Signalord against other year groups in a real browser, on the demo school."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, expect_title, grid, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse="
TABLE = "Sammenlignet med tidligere årgange"
WEAKEST = re.compile(
    r"Undersøg er klassens svageste signalord: 21\s% i 8 opgaver i 2 prøver, 24 procentpoint under"
)


def choose(page: Page, label: str) -> None:
    page.get_by_role("radio", name=label).click()
    settled(page)


@pytest.mark.parametrize("width", [1400, 400])
def test_7a_is_surely_weak_in_undersoeg_and_the_dots_stand_on_one_axis(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}7.A", width)

    expect(page.get_by_text(WEAKEST)).to_be_visible()
    dots = page.locator(".js-plotly-plot")
    expect(dots).to_have_count(1)
    for word in ("Undersøg", "Hvor mange", "← svagere", "stærkere →"):
        expect(dots.get_by_text(word)).to_be_visible()
    expect(page.get_by_text(re.compile("Alle opgaver: klassen 57"))).to_be_visible()
    expect_a_sound_page(page)
    assert sideways(page) == ({"grid"} if width == 400 else set())


def test_the_dots_can_be_read_as_a_table(demo: str, open_page: OpenPage, complaints: list[str]) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}7.A")
    page.get_by_text("Sammenligningen som tabel").click()
    settled(page)

    expect(grid(page, TABLE).get_by_role("row", name="Undersøg")).to_contain_text("sikkert svagere")
    expect(grid(page, TABLE).get_by_role("row", name="Hvilket")).to_contain_text("ikke svagere")
    both_widths(page, "signalord-som-tabel")


def test_the_span_can_be_one_test_or_all_years(demo: str, open_page: OpenPage, complaints: list[str]) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}7.A")

    choose(page, "Prøven")
    expect(page.get_by_text("Opgaverne med Undersøg er svagest i denne prøve")).to_be_visible()
    expect(page.get_by_text("Ikke set efter, under 3 opgaver: opgave 2.2 og 3.2 (Hvor stor)")).to_be_visible()

    choose(page, "Alle år")
    expect(page.get_by_text(re.compile(r"svageste signalord: 33\s% i 12 opgaver i 4 prøver"))).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "signalord-alle-aar")


def test_a_class_that_is_below_in_everything_gets_no_weak_signalord(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}9.A")

    expect_title(page, "9.A · MAT 9, februar")
    expect(
        page.get_by_text("Ingen signalord skiller sig sikkert ud som svage. 10 er set efter.")
    ).to_be_visible()
    expect(page.get_by_text("10 procentpoint under, usikkerhed")).to_be_visible()
    both_widths(page, "signalord-intet-sikkert")


def test_a_test_nobody_else_took_is_compared_with_nobody(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/signalord?{CHOICE}6.A")

    expect(page.get_by_text("Lavest er opgaverne med Undersøg")).to_be_visible()
    expect(page.get_by_text("Der er ingen at sammenligne med")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    expect_a_sound_page(page)
