"""A talk about the demo school's 7. årgang is prepared in a real browser, from its people to its pupils."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import settled
from tests.browser.visiting import address, both_widths, expect_a_sound_page, expect_title, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_role("textbox", name=label)
    field.fill(text)
    field.press("Tab")
    settled(page)


def pick(page: Page, label: str, *options: str) -> None:
    for option in options:
        page.get_by_role("combobox", name=label).click()
        page.keyboard.type(option)
        page.get_by_role("option", name=option, exact=True).click()
        settled(page)
    page.keyboard.press("Tab")
    settled(page)


@pytest.fixture(scope="module")
def told(demo: str) -> str:
    """The demo school's address; the tests of this module go on where the last one stopped."""
    return demo


def test_people_and_closed_days_are_written_down(
    told: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{told}/personale?{CHOICE}")
    expect_title(page, "Personale")
    for name in ("Mette Lund", "Jens Holm"):
        page.get_by_role("textbox", name="Navn").fill(name)
        page.get_by_role("button", name="Tilføj", exact=True).click()
        settled(page)
        expect(page.get_by_role("combobox", name=name)).to_be_visible()
    pick(page, "Mette Lund", "7.A social trivsel", "7.B matematik")
    page.get_by_role("textbox", name="Fra og med").fill("12.10.2099")
    page.get_by_role("textbox", name="Til og med").fill("16.10.2099")
    page.get_by_role("textbox", name="Hvad").fill("efterårsferie")
    page.get_by_role("button", name="Tilføj dagene").click()
    settled(page)

    expect(page.get_by_text("12.10.2099 til 16.10.2099")).to_be_visible()
    expect(page.get_by_role("textbox", name="Fra og med")).to_have_value("")
    expect_a_sound_page(page)
    assert sideways(page) == set()
    both_widths(page, "personale")


def test_a_talk_is_made_and_opens_prepared(told: str, open_page: OpenPage, complaints: list[str]) -> None:
    page = visit(open_page, complaints, f"{told}/forberedelse?{CHOICE}")
    expect_title(page, "Forberedelse")
    fill(page, "Dato", "20.10.2099")
    fill(page, "Tema", "undersøgende matematik")
    pick(page, "Deltagere", "Mette Lund", "Jens Holm")
    page.get_by_role("button", name="Opret samtalen").click()
    settled(page)

    expect(page.get_by_text(re.compile(r"Samtalen om 7\. årgang er tirsdag 20\.10\.2099; "))).to_be_visible()
    # the week of 12 October is closed: Monday 19, Friday 9, Thursday 8, Wednesday 7
    expect(page.get_by_text(re.compile(r"Frist onsdag 7\.10\.2099\."))).to_be_visible()
    assert "samtale=" in address(page)
    expect_a_sound_page(page)


def test_the_list_leads_to_the_talk_where_pupils_are_taken_off_and_put_on(
    told: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{told}/forberedelse?{CHOICE}")
    both_widths(page, "forberedelse-samtaler")
    page.get_by_role("button", name="Forbered", exact=True).click()
    settled(page)
    pick(page, "Hvem er du?", "Mette Lund")
    expect(page.get_by_text("7.B matematik: 1 vurdering mangler")).to_be_visible()
    expect(page.get_by_role("strong").filter(has_text=re.compile("^Dine$"))).to_be_visible()
    boxes = page.get_by_role("checkbox")
    n = boxes.count()
    assert n > 1

    page.get_by_test_id("stCheckbox").first.locator("label").click()
    settled(page)
    expect(boxes).to_have_count(n - 1)
    page.get_by_text(re.compile(r"Ingen bemærkninger \(\d+\)")).click()
    expect(page.get_by_text(re.compile("taget af listen af lokal bruger"))).to_be_visible()
    page.get_by_role("textbox", name="Hvorfor (kan udelades)").scroll_into_view_if_needed()
    settled(page)
    pick(page, "Sæt en elev på", "Aksel Brønd-Lund, 7.A")
    page.get_by_role("textbox", name="Hvorfor (kan udelades)").fill("vil gerne læse mere")
    page.get_by_role("button", name="Skal drøftes", exact=True).click()
    settled(page)

    expect(boxes).to_have_count(n)
    expect(page.get_by_text(re.compile("sat på af lokal bruger .*: vil gerne læse mere"))).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "forberedelse")


def test_what_is_missing_leads_to_where_it_is_typed(
    told: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{told}/forberedelse?{CHOICE}")
    page.get_by_role("button", name="Forbered", exact=True).click()
    settled(page)

    page.get_by_role("button", name="Åbn 7.B").first.click()
    settled(page)

    expect_title(page, re.compile(r"^7\.B · "))
    assert "klasse=7.B" in address(page)
    assert "samtale=" not in address(page)
