"""Bevægelse, and Vurdering og prøve, in a real browser: on the demo school, and where they point apart."""

import datetime
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.app.school import Values, new_school
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.visiting import both_widths, expect_a_sound_page, expect_title, grid, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"
TABLE = "Elever efter niveau før og nu"


@pytest.fixture(scope="module")
def apart(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a server with a class of five; of two the teacher says otherwise than the test."""
    school = new_school(tmp_path_factory.mktemp("apart"))
    ratings: Values = {
        "Alma Fjeldsø": [3, 2, 3, 3, 2, 3],
        "Bertil Mosegaard": [3, 3, 3, 3, 5, 3],
        "Ida Uldum": [3, 4, 3, 3, 4, 3],
        "Noah Aagesen": [3, 1, 3, 3, 1, 3],
        "Vega Ørnbjerg": [3, 4, 3, 3, None, 3],
    }
    solved = dict(zip(ratings, (19, 1, 19, 14, 1), strict=True))
    rows: list[list[object]] = [
        ["Opgave nr.", *(str(n) for n in range(1, 21))],
        ["Maks.", *[1] * 20],
        *([name, *[1] * n, *[0] * (20 - n)] for name, n in solved.items()),
    ]
    school.list_class(*ratings)
    school.read_ratings(ratings)
    day = datetime.date(2026, 1, 14)
    school.read("mat.xlsx", rows, klasse="7.A", date=day, subject="matematik", title="MAT 7, januar")
    school.store.close()
    return serve(school.folder / "skolen.duckdb")


def test_the_table_counts_every_pupil_and_a_cell_names_its_own(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/bevaegelse?{CHOICE}")
    expect_title(page, "7.A · Bevægelse")
    page.get_by_role("radio", name="Matematik").click()
    settled(page)

    expect(grid(page, TABLE).get_by_role("row", name="I alt").get_by_role("gridcell").last).to_have_text("18")
    expect_a_sound_page(page)
    both_widths(page, "bevaegelse")
    grid(page, TABLE).locator("td.marked").first.click()
    names = page.get_by_role("dialog").get_by_role("button")
    expect(names.nth(1)).to_be_visible()
    name = names.nth(1).inner_text()
    names.nth(1).click()
    expect_title(page, f"{name} · Faglig profil")


def test_two_rounds_years_apart_follow_the_pupils(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/bevaegelse?{CHOICE}")
    expect(page.get_by_text("siden efteråret").first).to_be_visible()

    page.get_by_role("combobox", name="Fra").click()
    page.get_by_role("option", name="Efterår 2023").click()
    settled(page)

    expect(page.get_by_text("siden efterår 2023").first).to_be_visible()
    table = grid(page, TABLE)
    expect(table.get_by_role("rowheader", name="fra efterår 2023")).to_be_visible()
    expect(table.get_by_role("row", name="I alt").get_by_role("gridcell").last).to_have_text("18")
    expect_a_sound_page(page)
    both_widths(page, "bevaegelse-over-aar")


def test_the_demo_school_says_that_level_and_tests_point_apart_for_nobody(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/vurdering-og-proeve?{CHOICE}")
    expect_title(page, "7.A · Vurdering og prøve")
    page.get_by_role("radio", name="Matematik").click()
    settled(page)

    expect(page.get_by_text("ingen elever, hvor vurdering og prøve peger hver sin vej")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "vurdering-og-proeve")


def test_those_of_whom_level_and_test_point_apart_stand_with_a_question_to_the_teacher(
    apart: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{apart}/vurdering-og-proeve?{CHOICE}")

    expect(page.get_by_text("hver sin vej for 2 elever: Alma og Bertil")).to_be_visible()
    expect(page.get_by_text("Hvad ved du, som prøven ikke viser?")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "vurdering-og-proeve-spoerg")
    grid(page, "Elever, hvor vurdering og prøve peger hver sin vej").get_by_role(
        "rowheader", name="Bertil Mosegaard"
    ).click()
    expect_title(page, "Bertil Mosegaard · Faglig profil")
