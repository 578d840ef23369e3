"""A file made to do harm is uploaded: it is refused, and everybody else's screens go on."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_io.school import create_school
from data_io.store.store import open_store
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.serving import ask
from tests.browser.visiting import expect_a_sound_page, grid, visit
from tests.data_io import bombs
from tests.data_io.odd_names import LINK, NAMES, SCRIPT, odd_sheet

BOMBS = {
    "ten million cells": (bombs.ten_million_cells, "har værdier helt nede i række 100000"),
    "billion laughs": (bombs.with_document_type(bombs.laughs()), "indeholder en dokumenttype (DOCTYPE)"),
    "one text in every cell": (bombs.one_text_in_every_cell, "kan ikke læses"),
    "an .xls that lies": (bombs.lying(bombs.two_cells, 0x0200, 4, b"\xff" * 4), "kan ikke læses"),
}


@pytest.fixture
def school(serve: Serve, tmp_path: Path) -> str:
    """The address of a school that has nothing yet."""
    store = open_store(tmp_path / "skolen.duckdb", "school")
    create_school(store, "Bakkeskolen")
    store.close()
    return serve(tmp_path / "skolen.duckdb")


def upload(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(str(file))


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_while_another_session_and_the_health_answer_go_on(
    school: str, open_page: OpenPage, complaints: list[str], tmp_path: Path, bomb: str
) -> None:
    make: Callable[[Path], Path]
    make, sentence = BOMBS[bomb]
    file = make(tmp_path)
    page = visit(open_page, complaints, f"{school}/indlaes")
    other = visit(open_page, complaints, f"{school}/ordliste")

    upload(page, file)

    assert ask(f"{school}/health")[0] == HTTPStatus.OK
    other.reload()
    expect(settled(other).get_by_role("heading", level=1)).to_have_text("Ordliste")
    expect(page.get_by_text(sentence)).to_be_visible(timeout=60_000)
    expect_a_sound_page(settled(page))
    assert ask(f"{school}/health")[0] == HTTPStatus.OK
    # the next file of the same session is read
    upload(page, odd_sheet(tmp_path / "naeste.xlsx"))
    expect(page.get_by_text(f"{len(NAMES)} elever")).to_be_visible()


def test_names_like_code_are_shown_as_they_are_written_and_do_nothing(
    school: str, open_page: OpenPage, complaints: list[str], tmp_path: Path
) -> None:
    page = visit(open_page, complaints, f"{school}/indlaes")
    upload(page, odd_sheet(tmp_path / "mat.xlsx"))
    preview = grid(page, "Arket Ark1, som det er forstået")
    for name in NAMES:
        expect(preview.get_by_text(name, exact=True)).to_be_visible()
    main = page.get_by_test_id("stMain")
    for label, text in (("Klasse", "7.A"), ("Prøvens dato", "14.1.2026")):
        main.get_by_label(label).fill(text)
        main.get_by_label(label).press("Enter")
        settled(page)

    page.get_by_role("button", name="Læs ind").click()

    tasks = grid(page, "MAT 7: elever og opgaver")
    for name in NAMES:
        expect(tasks.get_by_role("rowheader", name=name, exact=True)).to_contain_text(name)
    untouched(page)
    address = page.url
    for name in (SCRIPT, LINK, NAMES[3], NAMES[-2]):
        tasks = grid(page, "MAT 7: elever og opgaver")
        tasks.get_by_role("rowheader", name=name, exact=True).click()
        expect(page.get_by_text("Faglig profil", exact=False).first).to_be_visible()
        assert heading(page) == f"{name} · Faglig profil"
        untouched(settled(page))
        settled(page).goto(address)


def heading(page: Page) -> str:
    """The main heading as a person reads it, without the signs that keep an address from being a link."""
    settled(page)
    return page.get_by_role("heading", level=1).inner_text().replace("\N{WORD JOINER}", "")


def untouched(page: Page) -> None:
    """No script of a name has run, no mark-up of it was drawn, and no name became a link."""
    assert page.title() != "taget"
    expect_a_sound_page(page)
    main = page.get_by_test_id("stMain")
    expect(
        main.locator("img[src='x'], h1 code, h1 .katex, h1 strong, [role=grid] b, [role=grid] img")
    ).to_have_count(0)
    expect(page.locator("a[href*='example.invalid']")).to_have_count(0)
