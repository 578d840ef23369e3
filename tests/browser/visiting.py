"""Visiting a screen by its own address, and what is true of every screen whatever it shows."""

import re
from urllib.parse import unquote, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot, settled

expect.set_options(timeout=15_000)  # milliseconds; a busy machine draws slowly, and that is no error

# Streamlit's page looks for its server below its own address first, before it asks at the root.
_PROBES = ("/_stcore/health", "/_stcore/host-config")

_SCROLLS_SIDEWAYS = """() => {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (wide && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)) {
        found.push(element.getRootNode().host ? "grid" : element.dataset.testid ?? element.className);
      }
    }
  };
  look(document);
  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) found.push("the page");
  return found;
}"""


def visit(open_page: OpenPage, complaints: list[str], url: str, width: int = 1400) -> Page:
    """The screen at an address, drawn; Streamlit's question for its server is no complaint."""
    page = open_page("about:blank", width=width)

    def heard(said: ConsoleMessage) -> None:
        if said.type == "error" and urlsplit(said.location["url"]).path.endswith(_PROBES):
            complaints.remove(f"console: {said.text}")

    page.on("console", heard)
    page.goto(url)
    return settled(page)


def sideways(page: Page) -> set[str]:
    """What scrolls from side to side on the screen: nothing may, but a grid."""
    return set(page.evaluate(_SCROLLS_SIDEWAYS))


def address(page: Page) -> str:
    """The address as a person reads it."""
    return unquote(page.url)


def grid(page: Page, name: str) -> Locator:
    """A grid by what a screen reader calls it."""
    return page.get_by_role("grid", name=name)


def expect_title(page: Page, title: str | re.Pattern[str]) -> None:
    """The screen's one main heading is this; the last screen's may stand a moment beside it."""
    expect(page.get_by_role("heading", level=1)).to_have_text([title])


def expect_a_sound_page(page: Page) -> None:
    """The page is Danish, has one main heading, and says nothing went wrong."""
    expect(page.locator("html")).to_have_attribute("lang", "da")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text("Noget gik galt")).to_have_count(0)


def both_widths(page: Page, name: str) -> None:
    """A picture at 1400 and at 400 pixels, with no note under a resting pointer."""
    page.mouse.move(390, 5)
    for width in (1400, 400):
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        assert sideways(page) <= {"grid"}
        screenshot(page, name)
    page.set_viewport_size({"width": 1400, "height": 900})
    settled(page)
