"""server.py around an app of the test's own: headers, language, and what the strict policy lets through."""

import json
import re
import shutil
import struct
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import screens
from tests.browser.conftest import ROOT, OpenPage, Serve
from tests.browser.screens import settled
from tests.browser.serving import ask

_APP = '''
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Prøverummet")
st.plotly_chart(go.Figure(go.Heatmap(z=[[1, 2], [3, 4]])))
st.plotly_chart(go.Figure(go.Scatterpolar(r=[1, 2, 3], theta=["a", "b", "c"])))
grid = st.components.v2.component(
    "grid",
    html="<table><tr><td id='cell'></td></tr></table>",
    css="td { padding: 4px; }",
    js="""
export default function (component) {
  component.parentElement.querySelector("#cell").textContent = "celle " + component.data.points;
}
""",
)
grid(data={"points": 42})
st.dataframe({"elev": ["Asta", "Bo"], "point": [1, 2]})
st.download_button("Hent", b"navn;point", "hent.csv")
name = st.text_input("Navn")
st.write(f"Goddag {name}")
'''


@pytest.fixture(scope="module")
def url(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    project = tmp_path_factory.mktemp("project")
    for part in ("server.py", "pyproject.toml"):
        shutil.copy(ROOT / part, project / part)
    for folder in ("web", ".streamlit"):
        shutil.copytree(ROOT / folder, project / folder)
    (project / "app.py").write_text(_APP, encoding="utf-8")
    return serve(project=project)


def test_charts_and_the_grid_component_are_drawn_under_the_strict_policy(
    url: str, open_page: OpenPage
) -> None:
    page = settled(open_page(url))

    expect(page.locator(".js-plotly-plot .hm")).to_have_count(1)
    expect(page.locator(".js-plotly-plot .polar")).to_have_count(1)
    expect(page.get_by_text("celle 42")).to_be_visible()
    expect(page.locator('[data-testid="stDataFrame"] canvas').first).to_be_visible()


def test_what_is_typed_reaches_the_app_and_comes_back(url: str, open_page: OpenPage) -> None:
    page = settled(open_page(url))

    page.get_by_label("Navn").fill("Åse")
    page.get_by_label("Navn").press("Enter")

    expect(page.get_by_text("Goddag Åse")).to_be_visible()


@pytest.mark.parametrize("width", [1400, 400])
def test_a_picture_shows_the_screen_to_its_end_and_comes_out_the_same_twice(
    url: str, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(screens, "PICTURES", tmp_path)
    page = open_page(url, width=width)

    picture = screens.screenshot(page, "skærm")
    first = picture.read_bytes()

    assert picture.name == f"skærm-{width}.png"
    drawn_width, drawn_height = struct.unpack(">II", first[16:24])  # where a PNG says its size
    assert drawn_width == width
    assert drawn_height > 900
    assert screens.screenshot(page, "skærm").read_bytes() == first


def run_inline_script(page: Page) -> None:
    page.evaluate(
        """() => {
             const script = document.createElement("script");
             script.textContent = "window.ran = true";
             document.head.append(script);
           }"""
    )


def test_a_script_smuggled_into_the_page_does_not_run(
    url: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = settled(open_page(url))

    run_inline_script(page)

    assert page.evaluate("window.ran") is None
    assert "Content Security Policy" in complaints.pop()


def test_the_page_cannot_send_anything_to_another_machine(
    url: str, open_page: OpenPage, complaints: list[str]
) -> None:
    page = settled(open_page(url))

    sent = page.evaluate("fetch('http://192.0.2.1/').then(() => 'sent', () => 'stopped')")

    assert sent == "stopped"
    assert any("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()


@pytest.mark.parametrize("path", ["/", "/signalord", "/index.html"])
@pytest.mark.parametrize("encoding", ["identity", "gzip, br"])
def test_every_address_of_the_app_is_a_danish_page(url: str, path: str, encoding: str) -> None:
    status, headers, page = ask(url + path, headers={"Accept-Encoding": encoding})

    assert status == 200
    assert '<html lang="da">' in page.decode()
    assert "<title>Klasseblik</title>" in page.decode()
    assert "You need to enable JavaScript" not in page.decode()
    assert headers["Content-Length"] == str(len(page))
    assert headers["Content-Encoding"] is None


def test_an_english_copy_in_the_browser_is_not_confirmed_as_fresh(url: str) -> None:
    long_ago = {"If-None-Match": "*", "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}

    status, headers, _page = ask(url, headers=long_ago)

    assert status == 200
    assert headers["ETag"] is None


def test_a_question_for_the_headers_alone_gets_no_page(url: str) -> None:
    status, headers, page = ask(url, method="HEAD")

    assert (status, page) == (200, b"")
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/health", "/_stcore/host-config", "/static/findes-ikke.js"])
def test_answers_are_not_kept_by_the_browser_nor_shown_inside_other_pages(url: str, path: str) -> None:
    _status, headers, _body = ask(url + path)

    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_streamlits_own_files_may_be_kept_since_they_hold_no_data(url: str) -> None:
    _status, _headers, page = ask(url)
    script = re.search(r'src="\./(static/js/[^"]+)"', page.decode())
    assert script is not None

    _status, headers, _body = ask(f"{url}/{script[1]}")

    assert "immutable" in headers["Cache-Control"]


def test_the_policy_names_only_the_host_that_was_asked(url: str) -> None:
    _status, plain, _page = ask(url, headers={"Host": "localhost:8501"})
    _status, forged, _page = ask(url, headers={"Host": "x; script-src *"})

    assert "connect-src 'self' ws://localhost:8501 wss://localhost:8501;" in plain["Content-Security-Policy"]
    assert "script-src *" not in forged["Content-Security-Policy"]


def test_health_names_the_version_of_the_project(url: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    status, headers, body = ask(f"{url}/health")

    assert status == 200
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body) == {"status": "ok", "version": project["version"]}


def test_a_page_under_a_foreign_name_cannot_open_the_apps_stream(url: str) -> None:
    handshake = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }

    status, _headers, _body = ask(f"{url}/_stcore/stream", headers={"Host": "rebound.example", **handshake})

    assert status == 403
