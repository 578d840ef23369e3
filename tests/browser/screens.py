"""What browser tests share: a page that has come to rest, and its picture for the docs."""

from pathlib import Path

from playwright.sync_api import Page

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
_TALLEST = 6000  # pixels; a longer screen is cut, so that a picture can still be looked at

_AT_REST = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app !== null
    && app.dataset.testScriptState === "notRunning"
    && app.dataset.testConnectionState === "CONNECTED"
    && document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]') === null
    && document.querySelector('[data-stale="true"]') === null
    && document.fonts.status === "loaded";
}"""
_FULL_HEIGHT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main === null ? document.documentElement.scrollHeight : main.scrollHeight;
}"""


def settled(page: Page) -> Page:
    """The same page, when its script has run and nothing of the last run is left standing."""
    page.wait_for_function(_AT_REST)
    page.wait_for_timeout(150)  # a click's rerun may not have begun yet
    page.wait_for_function(_AT_REST)
    return page


def screenshot(page: Page, name: str) -> Path:
    """The whole screen as docs/screenshots/NAME-WIDTH.png; every run writes it anew."""
    before = page.viewport_size
    assert before is not None
    settled(page)
    height = max(before["height"], int(page.evaluate(_FULL_HEIGHT)))
    page.set_viewport_size({"width": before["width"], "height": min(height, _TALLEST)})
    settled(page)
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = PICTURES / f"{name}-{before['width']}.png"
    page.screenshot(path=picture, animations="disabled", caret="hide")
    page.set_viewport_size(before)
    return picture
