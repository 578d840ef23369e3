"""Skoleoverblik in a real browser, on the demo school: twenty classes side by side, and the way into one."""

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, expect_title, grid, visit

YEAR = f"skoleaar={quote('2025/26', safe='')}"
NUMBERS = "Klasserne i tal"


def test_the_school_stands_side_by_side_in_class_order(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/skoleoverblik")

    expect_title(page, "Skoleoverblik")
    expect(page.get_by_text("20 klasser")).to_be_visible()
    names = grid(page, NUMBERS).locator("tbody").get_by_role("rowheader").all_inner_texts()
    assert names == [f"{trin}.{letter}" for trin in range(10) for letter in "AB"]
    expect(page.locator(".js-plotly-plot")).to_have_count(6)  # three on levels, absence, two on marks
    expect_a_sound_page(page)
    both_widths(page, "skoleoverblik")


def test_a_year_group_is_one_click_away_and_its_class_another(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/skoleoverblik?{YEAR}")

    page.get_by_role("radio", name="7. årgang").click()
    settled(page)

    expect(page.get_by_text("2 klasser")).to_be_visible()
    expect(page.get_by_text("7. årgang · Dansk")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "skoleoverblik-aargang")
    grid(page, NUMBERS).get_by_role("rowheader", name="7.B").click()
    expect_title(page, "7.B · Klasseoverblik")
