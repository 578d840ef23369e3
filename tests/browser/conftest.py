"""A real browser and a real server for every test in this folder; without a browser the tests fail."""

import shutil
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from data_io.demo import build_demo
from data_io.settings import SAMPLE_DATA
from tests.browser import find_browser, serving

ROOT = Path(__file__).resolve().parents[2]
_FLAGS = [
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


class Serve(Protocol):
    """Starts a server on a store and gives its address."""

    def __call__(
        self, store: Path | None = None, env: Mapping[str, str] | None = None, project: Path = ROOT
    ) -> str: ...


class OpenPage(Protocol):
    """Opens an address in a new, empty browser profile; 1400 or 400 pixels wide."""

    def __call__(self, url: str, width: int = 1400, height: int = 900) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, Chrome or Edge, headless, with an empty profile."""
    try:
        program = find_browser.installed()
    except find_browser.NoBrowser as why:
        pytest.fail(str(why), pytrace=False)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Servers for as long as the tests run; each is stopped, and a traceback in its log is a failure."""
    logs, number, servers = tmp_path_factory.mktemp("server"), count(1), list[serving.Server]()

    def start(store: Path | None = None, env: Mapping[str, str] | None = None, project: Path = ROOT) -> str:
        named = {"KLASSEBLIK_STORE": str(store)} if store else {}
        servers.append(serving.start(project, {**named, **(env or {})}, logs / f"{next(number)}.log"))
        return servers[-1].url

    yield start
    for server in servers:
        serving.stop(server)


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo school's store, read from its workbooks once; copy it, and serve the copy."""
    store = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    build_demo(store, SAMPLE_DATA, lambda _done, _all: None)
    return store


@pytest.fixture(scope="module")
def demo(serve: Serve, built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a server with the demo school; what a module changes there stays in the module."""
    return serve(Path(shutil.copy(built_demo, tmp_path_factory.mktemp("demo"))))


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test complained of; a test that provokes a complaint clears it."""
    return []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[OpenPage]:
    """Pages that fail the test on a console error, an error in a script, or a call to another machine."""
    contexts: list[BrowserContext] = []

    def open_page(url: str, width: int = 1400, height: int = 900) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        _watch(page, complaints)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def _watch(page: Page, complaints: list[str]) -> None:
    def heard(address: str) -> None:
        called = urlsplit(address)
        if called.scheme in {"http", "https", "ws", "wss"} and called.hostname != "127.0.0.1":
            complaints.append(f"call to another machine: {address}")

    page.on("request", lambda request: heard(request.url))
    page.on("websocket", lambda socket: heard(socket.url))
    page.on("pageerror", lambda error: complaints.append(f"error in a script: {error}"))
    page.on(
        "console",
        lambda said: complaints.append(f"console: {said.text}") if said.type == "error" else None,
    )
