"""Opgaver in a real browser, on the demo school: the table, its lines, and a task taken out and put back."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, expect_title, grid, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
TABLE = "elever efter løste opgaver"


def line_parts(page: Page, kind: str) -> int:
    """How many parts of a line the table draws."""
    return grid(page, TABLE).locator(f"td > i.{kind}").count()


def choose_first(page: Page, label: str) -> None:
    """Takes the first of a list by keys; a list closes when the page moves under it, and is opened again."""
    box = page.get_by_role("combobox", name=label)
    options = page.get_by_role("option")
    while not options.count():
        box.press("ArrowDown")
        settled(page)
    page.keyboard.press("Enter")
    expect(options).to_have_count(0)


def test_all_who_took_the_test_stand_in_one_table_with_both_lines(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/opgaver?{CHOICE}")

    expect_title(page, "7.A · Opgaver")
    expect(page.get_by_text("(sikkerhed 0,")).to_be_visible()
    pupils = grid(page, TABLE).locator("tbody tr").count()
    assert pupils > 30
    expect(grid(page, TABLE).get_by_role("rowheader", name=", 7.B").first).to_be_visible()
    assert line_parts(page, "solid") >= pupils
    assert line_parts(page, "dotted") >= 20
    expect_a_sound_page(page)
    both_widths(page, "opgaver")


def test_one_class_with_few_whole_answers_says_it_is_too_little(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/opgaver?{CHOICE}")

    page.get_by_role("radio", name="7.A").click()
    settled(page)

    expect(grid(page, TABLE).locator("tbody tr")).to_have_count(17)
    expect(page.get_by_text("for lidt at bygge på").first).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "opgaver-klasse")


def test_a_task_is_taken_out_with_a_reason_shown_struck_and_put_back(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/opgaver?{CHOICE.replace('7.A', '8.A')}")
    page.get_by_text("Tag en opgave ud af prøven").click()
    page.get_by_role("button", name="Tag opgaven ud").scroll_into_view_if_needed()
    settled(page)
    choose_first(page, "Opgave")
    page.get_by_role("textbox", name="Hvorfor?").fill("trykfejl")
    page.get_by_role("button", name="Tag opgaven ud").click()
    settled(page)

    expect(page.get_by_text("er taget ud af prøven.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"taget ud \d+\.\d+\.\d{4} af .+: trykfejl")).first).to_be_visible()
    page.get_by_role("link", name="Signalord").click()
    settled(page)
    struck = page.locator(".kb-grid").first.locator("tbody td.struck")
    assert struck.count() > 10
    expect(struck.first).to_have_css("text-decoration-line", "line-through")
    expect_a_sound_page(page)
    both_widths(page, "signalord-taget-ud")
    page.get_by_role("link", name="Opgaver").click()
    settled(page)
    page.get_by_role("button", name="Sæt den ind igen").click()
    settled(page)

    expect(page.get_by_text("er med igen.")).to_be_visible()
    expect(page.get_by_role("button", name="Sæt den ind igen")).to_have_count(0)
