"""Sådan er farven fundet in a real browser, on the demo school."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from data_io.demo import build_demo
from data_io.settings import SAMPLE_DATA
from tests.browser.conftest import OpenPage, Serve
from tests.browser.screens import screenshot
from tests.browser.visiting import expect_a_sound_page, expect_title, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"


@pytest.fixture(scope="module")
def demo(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a server with the demo school."""
    store = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    build_demo(store, SAMPLE_DATA, lambda _done, _all: None)
    return serve(store)


@pytest.mark.parametrize("width", [1400, 400])
def test_the_methods_stand_in_words_with_the_classs_figures(
    demo: str, open_page: OpenPage, complaints: list[str], width: int
) -> None:
    page = visit(open_page, complaints, f"{demo}/farven?{CHOICE}", width)

    expect_title(page, "Sådan er farven fundet")
    expect(page.get_by_text("Er signalordet svagt, eller var opgaverne svære?")).to_be_visible()
    expect(page.get_by_text("Undersøg er klassens svageste signalord")).to_be_visible()
    expect_a_sound_page(page)
    assert not sideways(page)
    screenshot(page, "farven")
