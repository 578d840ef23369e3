"""The grid in a real browser: it answers clicks and keys, and stays readable at 400 px."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from charts.palette import LEVELS
from tests.browser import serving
from tests.browser.conftest import ROOT, OpenPage
from tests.browser.grid_app import ODD_NAME
from tests.browser.screens import settled

_ADDRESS_LIMIT = 90  # seconds before a page that does not answer is given up


@pytest.fixture(scope="module")
def grid_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page of grids, served for the tests of this file."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    log = tmp_path_factory.mktemp("grid") / "server.log"
    script = Path(__file__).with_name("grid_app.py")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address", "127.0.0.1"]
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = serving.Server(process, f"http://127.0.0.1:{port}", log)
    _wait(server)
    yield server.url
    serving.stop(server)


def _wait(server: serving.Server) -> None:
    limit = time.monotonic() + _ADDRESS_LIMIT
    while time.monotonic() < limit and server.process.poll() is None:
        try:
            serving.ask(f"{server.url}/_stcore/health")
        except OSError:
            time.sleep(0.1)
        else:
            return
    serving.stop(server)
    pytest.fail(server.log.read_text(encoding="utf-8"), pytrace=False)


@pytest.fixture
def page(grid_page: str, open_page: OpenPage) -> Page:
    """The page of grids, drawn, 1400 pixels wide."""
    return _drawn(open_page(grid_page))


@pytest.fixture
def phone(grid_page: str, open_page: OpenPage) -> Page:
    """The page of grids, drawn, 400 pixels wide."""
    return _drawn(open_page(grid_page, width=400))


def _drawn(page: Page) -> Page:
    expect(page.get_by_role("grid")).to_have_count(3)
    return settled(page)


def _grid(page: Page) -> Locator:
    return page.get_by_role("grid", name="Elever og opgaver")


def _cell(page: Page, pupil: int, task: int) -> Locator:
    return _grid(page).locator("tbody tr").nth(pupil).locator("td.box").nth(task)


def _says(page: Page, text: str) -> None:
    expect(page.get_by_text(text, exact=True)).to_be_visible()


def _focused(page: Page) -> str:
    """The text of the focused cell and its place, as a screen reader would count it."""
    return str(
        page.evaluate(
            """() => {
              const cell = document.activeElement.shadowRoot.activeElement;
              return `${cell.parentElement.getAttribute("aria-rowindex")}:` +
                `${cell.getAttribute("aria-colindex")} ${cell.textContent}`;
            }"""
        )
    )


def _box(part: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is drawn, in pixels of the window."""
    box = part.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def test_a_click_on_a_cell_reaches_python(page: Page) -> None:
    _cell(page, 4, 3).click()
    _says(page, "valgt: 4/3")


def test_the_same_cell_can_be_chosen_again_after_another(page: Page) -> None:
    for pupil, task in ((4, 3), (5, 1), (4, 3)):
        _cell(page, pupil, task).click()
        _says(page, f"valgt: {pupil}/{task}")


def test_a_name_at_the_head_of_a_row_reaches_python(page: Page) -> None:
    _grid(page).get_by_role("rowheader", name="Elev 7", exact=True).click()
    _says(page, "valgt: pupil-7")


def test_the_matrix_answers_with_the_key_of_its_cell(page: Page) -> None:
    page.get_by_role("gridcell", name=re.compile("^33.%, 1 opgave, få opgaver")).click()
    _says(page, "felt: tal/skriv")


def test_a_cell_without_a_key_answers_nothing(page: Page) -> None:
    page.get_by_role("grid", name="Vurderinger").get_by_role("gridcell", name="2", exact=True).click()
    settled(page)
    _says(page, "lille: None")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_arrow_keys_move_and_enter_or_space_chooses(page: Page, key: str) -> None:
    _cell(page, 0, 0).focus()
    for step in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowUp"):
        page.keyboard.press(step)
    page.keyboard.press(key)
    _says(page, "valgt: 1/1")


def test_arrow_keys_pass_over_the_gap_between_two_groups(page: Page) -> None:
    _cell(page, 0, 9).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    _says(page, "valgt: 0/10")


def test_home_and_end_go_to_the_ends_of_the_row_and_with_ctrl_of_the_grid(page: Page) -> None:
    _cell(page, 2, 5).focus()
    page.keyboard.press("End")
    assert _focused(page).startswith("5:62 ")
    page.keyboard.press("Home")
    assert _focused(page) == "5:1 Elev 2"
    page.keyboard.press("Control+End")
    assert _focused(page).startswith("32:62 ")
    page.keyboard.press("Control+Home")
    assert _focused(page) == "1:1 Fagområde"


def test_the_arrow_keys_stop_at_the_edge(page: Page) -> None:
    _cell(page, 29, 59).focus()
    for step in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(step)
    assert _focused(page).startswith("32:62 ")


def test_a_grid_is_one_stop_for_the_tab_key(page: Page) -> None:
    assert _grid(page).locator("[tabindex='0']").count() == 1
    page.get_by_role("button", name="Kør igen").focus()
    page.keyboard.press("Tab")
    assert _focused(page) == "3:2 0"
    page.keyboard.press("Tab")
    assert "–" in _focused(page)


def test_the_focused_cell_has_a_visible_ring(page: Page) -> None:
    _cell(page, 0, 0).focus()
    page.keyboard.press("ArrowRight")
    ring = _cell(page, 0, 1).evaluate("cell => getComputedStyle(cell).outline")
    assert "3px" in ring and "solid" in ring


def test_a_focused_cell_is_never_hidden_behind_headings_or_names(page: Page) -> None:
    _cell(page, 29, 59).focus()
    for _step in range(25):
        page.keyboard.press("ArrowUp")
    for _step in range(45):
        page.keyboard.press("ArrowLeft")
    left, top, _right, _bottom = _box(_cell(page, 4, 14))
    assert _focused(page).startswith("7:16 ")
    assert left >= _box(_grid(page).locator("tbody .first").nth(4))[2]
    assert top >= _box(_grid(page).locator("thead"))[3]


def test_focus_and_scroll_survive_a_rerun_that_changes_the_grid(page: Page) -> None:
    _cell(page, 25, 55).focus()
    page.keyboard.press("ArrowRight")
    scroll = "grid => [grid.parentElement.scrollLeft, grid.parentElement.scrollTop]"
    before = _grid(page).evaluate(scroll)
    page.keyboard.press("Enter")
    _says(page, "valgt: 25/56")
    expect(_grid(page).locator("tr.chosen")).to_have_text(re.compile("^Elev 25"))
    assert _focused(page).startswith("28:58 ")
    assert _grid(page).evaluate(scroll) == before
    assert min(before) > 0


def test_an_unchanged_grid_is_not_drawn_again(page: Page) -> None:
    _grid(page).evaluate("grid => { grid.dataset.seen = 'before' }")
    page.get_by_role("button", name="Kør igen").click()
    settled(page)
    expect(_grid(page)).to_have_attribute("data-seen", "before")


def test_markup_in_a_name_is_shown_as_it_is_written(page: Page) -> None:
    name = _grid(page).locator("tbody th").first
    expect(name).to_have_text(ODD_NAME)
    assert name.locator("b").count() == 0


def test_the_note_is_shown_on_focus_as_it_is_written_and_escape_hides_it(page: Page) -> None:
    note = page.locator(".tip", has_text="Celle 3/8")
    _cell(page, 3, 7).focus()
    page.keyboard.press("ArrowRight")
    expect(note).to_be_visible()
    expect(note).to_have_text("Celle 3/8, <i>ark 1</i>")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_the_note_is_shown_on_hover_and_can_itself_be_pointed_at(page: Page) -> None:
    note = page.locator(".tip", has_text="Celle 3/8")
    _cell(page, 3, 8).hover()
    expect(note).to_be_visible()
    note.hover()
    expect(note).to_be_visible()
    page.get_by_role("button", name="Kør igen").hover()
    expect(note).to_be_hidden()


def test_a_screen_reader_is_told_names_headings_and_what_symbols_mean(page: Page) -> None:
    expect(_grid(page)).to_have_attribute("aria-rowcount", "32")
    expect(_grid(page)).to_have_attribute("aria-colcount", "62")
    assert _grid(page).get_by_role("columnheader", name="Område 3").count() == 1
    assert _grid(page).get_by_role("rowheader", name=ODD_NAME).count() == 1
    small = page.get_by_role("grid", name="Vurderinger")
    for spoken in ("mangler", "2", "faldet 2"):
        assert small.get_by_role("gridcell", name=spoken, exact=True).count() == 1
    expect(_cell(page, 3, 8)).to_have_attribute("aria-description", "Celle 3/8, <i>ark 1</i>")


def test_boxes_are_equally_wide_and_have_the_colours_of_the_palette(page: Page) -> None:
    drawn = [_box(_cell(page, 0, task)) for task in (0, 30, 59)]
    widths = {round(right - left, 1) for left, _top, right, _bottom in drawn}
    assert len(widths) == 1 and widths.pop() >= 34
    level = page.get_by_role("grid", name="Vurderinger").get_by_role("gridcell", name="2", exact=True)
    red, green, blue = (int(LEVELS[2].fill[at : at + 2], 16) for at in (1, 3, 5))
    expect(level).to_have_css("background-color", f"rgb({red}, {green}, {blue})")


def test_headings_stay_in_view_when_the_rows_scroll(page: Page) -> None:
    heading = _grid(page).get_by_role("columnheader", name="Område 0")
    before = _box(heading)
    _grid(page).evaluate("grid => { grid.parentElement.scrollTop = 300 }")
    assert _box(heading)[1] == pytest.approx(before[1], abs=1)
    assert _box(_grid(page).locator("tbody .first").first)[1] < before[1]


def test_at_400_pixels_the_names_stay_in_view_and_the_page_does_not_scroll_sideways(phone: Page) -> None:
    _grid(phone).evaluate("grid => { grid.parentElement.scrollLeft = 900 }")
    left, _top, right, _bottom = _box(_grid(phone).locator("tbody .first").nth(1))
    assert left >= 0
    assert right <= 200
    assert _box(_cell(phone, 1, 59))[2] > 400
    assert phone.evaluate("document.documentElement.scrollWidth") <= 400


def test_at_400_pixels_a_name_cut_short_is_told_whole_on_focus(phone: Page) -> None:
    name = _grid(phone).locator("tbody .first").first
    name.evaluate("name => { name.style.maxWidth = '60px' }")
    name.focus()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("ArrowUp")
    expect(phone.locator(".tip", has_text=ODD_NAME)).to_be_visible()


def test_on_paper_nothing_is_cut_off(page: Page) -> None:
    page.emulate_media(media="print")
    scroll = _grid(page).locator("xpath=..")
    expect(scroll).to_have_css("overflow", "visible")
    expect(scroll).to_have_css("max-height", "none")
