"""Progress in a real browser: the demo school's classes over their tests, and a class that took one again."""

import datetime
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.app.school import new_school
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.visiting import (
    both_widths,
    expect_a_sound_page,
    expect_title,
    grid,
    visit,
)
from tests.taken_again import POINTS_AFTER, POINTS_BEFORE

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse="
PROGRESS = "Elevernes fremgang"


@pytest.fixture(scope="module")
def again(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a server with a class that took the same test in January and in March."""
    school = new_school(tmp_path_factory.mktemp("school"))
    school.read_test(POINTS_BEFORE)
    march = datetime.date(2026, 3, 20)
    school.read_test(POINTS_AFTER, file="marts.xlsx", date=march, answers={"correction": "again"})
    school.store.close()
    return serve(school.folder / "skolen.duckdb")


def test_fremgang_shows_the_class_over_its_tests_and_who_moved(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/fremgang?{CHOICE}8.A")

    expect_title(page, "8.A · Fremgang")
    expect(grid(page, PROGRESS).get_by_role("rowheader")).to_have_count(18)
    expect(grid(page, PROGRESS).get_by_text("MAT 8, januar")).to_be_visible()
    expect(page.get_by_text("mere, end tilfældet plejer at give (op:")).to_be_visible()
    expect(page.get_by_text("Elever med lav start og andre med samme start")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "fremgang")


def test_a_pupils_name_leads_to_the_pupils_own_progress(
    demo: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{demo}/fremgang?{CHOICE}8.A")
    grid(page, PROGRESS).get_by_role("rowheader", name="Sofus Rughave").click()
    settled(page)

    expect_title(page, "Sofus Rughave · Faglig profil")
    own = grid(page, "Elevens fremgang")
    expect(own.get_by_role("rowheader", name="Hele prøven")).to_be_visible()
    expect(own.get_by_role("rowheader", name="Algebra")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "faglig-profil-fremgang")


def test_a_test_taken_again_is_held_against_the_first_time(
    again: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = visit(open_page, complaints, f"{again}/fremgang?{CHOICE}7.A")

    expect(page.get_by_text("samme prøve, taget igen")).to_be_visible()
    expect(grid(page, PROGRESS).get_by_text("14.1.2026")).to_be_visible()
    expect(grid(page, PROGRESS).get_by_text("20.3.2026")).to_be_visible()
    expect_a_sound_page(page)
    both_widths(page, "fremgang-samme-proeve")
