"""Skabeloner in a real browser: what is chosen becomes a workbook that can be opened."""

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from data_io.importing.options import KlasseKey
from data_io.school import ListedPupil, create_school, save_class_list
from data_io.store.store import open_store
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, visit
from tests.data_io.odd_names import NAMES

SCREEN = "skabeloner?skoleaar=2025/26&klasse=7.A"


@pytest.fixture
def school(serve: Serve, tmp_path: Path) -> str:
    """The address of a school whose 7.A has a class list, with odd names on it."""
    store = open_store(tmp_path / "skolen.duckdb", "school")
    pupils = [ListedPupil(name, f"elev{number:04}") for number, name in enumerate(NAMES)]
    save_class_list(store, create_school(store, "Bakkeskolen"), KlasseKey("7.A", "2025/26"), pupils)
    store.close()
    return serve(tmp_path / "skolen.duckdb")


def downloaded(page: Page, path: Path) -> openpyxl.Workbook:
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent regnearket").click()
    download.value.save_as(path)
    return openpyxl.load_workbook(path)


def test_an_assessment_is_fetched_with_names_that_are_no_formulas(
    school: str, open_page: OpenPage, complaints: list[str], tmp_path: Path
) -> None:
    page = visit(open_page, complaints, f"{school}/{SCREEN}")
    page.get_by_role("radio", name="Vurdering").click()
    expect(settled(page).get_by_role("button", name="Hent regnearket")).to_be_enabled()
    expect_a_sound_page(page)
    both_widths(page, "skabeloner-vurdering")

    sheet = downloaded(page, tmp_path / "vurdering.xlsx").worksheets[0]

    names = [sheet.cell(row, 1) for row in range(5, 5 + len(NAMES))]
    assert sorted(str(cell.value) for cell in names) == sorted(NAMES)
    assert {cell.data_type for cell in names} == {"s"}


def test_a_test_waits_for_its_tasks_and_says_so(
    school: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{school}/{SCREEN}")
    for label, text in (("Prøvens titel", "MAT 7, januar"), ("Prøvens dato", "14.1.2026")):
        page.get_by_label(label).fill(text)
        page.get_by_label(label).press("Enter")
        settled(page)

    expect(page.get_by_text("giv mindst ét fagområde en opgave")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "skabeloner")
