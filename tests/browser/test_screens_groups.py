"""Fagligt løft in a real browser, on the demo school: point, compare, make the hold, see before and after."""

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.visiting import (
    address,
    both_widths,
    expect_a_sound_page,
    expect_title,
    grid,
    sideways,
    visit,
)

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
NOMINATED = (
    "Laust Ybjerg",
    "Liva Ybjerg",
    "Bertil Mosegaard",
    "Magne Ørnbjerg",
    "Alfred Fjordmark",
    "Frida Skovhus",
)


@pytest.fixture
def demo(serve: Serve, built_demo: Path, tmp_path: Path) -> str:
    """The address of a server with a demo school of this test's own."""
    return serve(Path(shutil.copy(built_demo, tmp_path / "demo.duckdb")))


def choose(page: Page, label: str, *texts: str) -> None:
    box = page.get_by_role("combobox", name=label)
    for text in texts:
        box.fill(text)
        page.get_by_role("option", name=text).first.click()
    page.keyboard.press("Escape")
    settled(page)


def test_a_group_is_nominated_compared_made_and_followed(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/fagligt-loeft?{CHOICE}")
    expect_title(page, "7.A · Fagligt løft")
    page.get_by_role("radio", name="Hele 7. årgang").click()
    settled(page)
    choose(page, "Område", "Geometri")
    expect(page.get_by_text("Peg først på de elever, du selv tænker på i Geometri.")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect_a_sound_page(page)
    both_widths(page, "fagligt-loeft-peg")

    choose(page, "Elever, du vil pege på", *NOMINATED)
    page.get_by_role("button", name="Vis, hvem prøverne peger på").click()
    settled(page)
    expect(page.get_by_text("Prøverne peger på 6 elever i Geometri")).to_be_visible()
    expect(page.get_by_text("Både du og prøverne")).to_be_visible()
    expect(page.get_by_text("6 elever valgt.")).to_be_visible()
    page.get_by_role("checkbox", name="Jonas Vindblæs").press("Space")
    expect(page.get_by_text("7 elever valgt.")).to_be_visible()
    page.get_by_label("Lærer", exact=True).fill("Mette Lund")
    page.get_by_label("Fra", exact=True).fill("1.12.2025")
    settled(page)
    expect_a_sound_page(page)
    both_widths(page, "fagligt-loeft-vaelg")

    page.get_by_role("button", name="Opret hold").click()
    settled(page)
    expect(page.get_by_text("Holdet Geometri 7. årgang er oprettet med 7 elever.")).to_be_visible()
    expect(page.get_by_text("andre på årgangen med samme start")).to_be_visible()
    expect(grid(page, "Geometri 7. årgang: før og efter").get_by_role("rowheader")).to_have_count(7 + 1)
    assert not any(name.split()[0] in address(page) for name in NOMINATED)
    expect_a_sound_page(page)
    assert sideways(page) <= {"grid"}
    both_widths(page, "fagligt-loeft-hold")

    grid(page, "Geometri 7. årgang: før og efter").get_by_role("rowheader", name="Liva Ybjerg").click()
    settled(page)
    expect_title(page, "Liva Ybjerg · Faglig profil")
    assert "klasse=7.B" in address(page)
