"""Sådan er farven fundet in a real browser, on the demo school."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot
from tests.browser.visiting import expect_a_sound_page, expect_title, sideways, visit

CHOICE = f"skoleaar={quote('2025/26', safe='')}&klasse=7.A"


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
