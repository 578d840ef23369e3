"""A screen as a test reads it: the app run by Streamlit's AppTest, and what its components were given."""

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

ROOT = Path(__file__).resolve().parents[2]
START = "pages/start/start.py"
FORBEREDELSE = "pages/samtale/forberedelse.py"
KLASSEOVERBLIK = "pages/samtale/klasseoverblik.py"
FRAVAER = "pages/samtale/fravaer.py"
SIGNALORD = "pages/fag/signalord.py"
OPGAVER = "pages/fag/opgaver.py"
FREMGANG = "pages/fag/fremgang.py"
BEVAEGELSE = "pages/samtale/bevaegelse.py"
FAGLIGT_LOEFT = "pages/fag/fagligt_loeft.py"
VURDERING_OG_PROEVE = "pages/fag/vurdering_og_proeve.py"
GRAENSER = "pages/data/graenser.py"
FARVEN = "pages/om/farven.py"
PUPIL = "pages/elev/faglig_profil.py"
SKOLEOVERBLIK = "pages/ledelse/skoleoverblik.py"
INDLAES = "pages/data/indlaes.py"
INDTAST = "pages/data/indtast.py"
INDLAESNING = "pages/data/indlaesning.py"
INDLAESNINGER = "pages/data/indlaesninger.py"
KLASSELISTER = "pages/data/klasselister.py"
NYT_SKOLEAAR = "pages/data/nyt_skoleaar.py"
PERSONALE = "pages/data/personale.py"
ORDLISTE = "pages/data/ordliste.py"
SKABELONER = "pages/data/skabeloner.py"
PAGES = (
    START,
    FORBEREDELSE,
    KLASSEOVERBLIK,
    BEVAEGELSE,
    FRAVAER,
    SIGNALORD,
    OPGAVER,
    FREMGANG,
    FAGLIGT_LOEFT,
    VURDERING_OG_PROEVE,
    PUPIL,
    SKOLEOVERBLIK,
    INDLAES,
    INDTAST,
    INDLAESNING,
    INDLAESNINGER,
    KLASSELISTER,
    NYT_SKOLEAAR,
    PERSONALE,
    ORDLISTE,
    SKABELONER,
    GRAENSER,
    FARVEN,
)
CHOICE = {"skoleaar": "2025/26", "klasse": "7.A"}


def open_screen(page: str, **address: str) -> AppTest:
    """A screen at an address, run through app.py; an exception on it fails the test."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return settled(app if page == START else app.switch_page(page).run())


def settled(app: AppTest) -> AppTest:
    """The same screen, with one title and no exception."""
    assert not app.exception, [e.value for e in app.exception]
    assert len(app.title) == 1
    return app


def component(app: AppTest, key: str) -> dict[str, Any] | None:
    """What a component of ours was given to draw, None where it is not on the screen."""
    for element in app.main.get("bidi_component"):
        if element.proto.id.endswith(f"-{key}"):
            given: dict[str, Any] = json.loads(element.proto.json)
            return given
    return None


def finding(app: AppTest) -> tuple[str, str]:
    """The sentence on top, and the line in small below it."""
    given = component(app, "finding")
    assert given is not None
    return plain(given["said"]), plain(given["below"])


def plain(text: str) -> str:
    """A text with the spaces that do not break as ordinary ones."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def grid(app: AppTest, key: str) -> dict[str, Any]:
    """A grid: `head` and `rows`; a cell is [text, look, key, note, spoken, marked, below] up to its last."""
    given = component(app, key)
    assert given is not None
    drawn: dict[str, Any] = given["grid"]
    return drawn


def names(app: AppTest, key: str) -> list[str]:
    """The rows of a grid from the top, by what stands first in each."""
    return [row["header"][0] for row in grid(app, key)["rows"]]


def row(app: AppTest, key: str, name: str) -> list[tuple[str, str]]:
    """A row's cells as (text, look)."""
    (cells,) = [r["cells"] for r in grid(app, key)["rows"] if r["header"][0] == name]
    return [(plain(cell[0]), cell[1]) for cell in cells]


def texts(app: AppTest, key: str, name: str) -> list[str]:
    """A row's cells as their texts."""
    return [text for text, _look in row(app, key, name)]


def legend(app: AppTest, key: str) -> list[str]:
    """The words of a legend."""
    given = component(app, key)
    return [item["words"] for item in given["items"]] if given else []


def press(app: AppTest, label: str) -> AppTest:
    """The screen after its first button with this label was pressed."""
    return settled(next(b for b in app.main.button if b.label == label).click().run())


def links(app: AppTest) -> list[str]:
    """The words of the links on the screen itself, apart from the menu."""
    return [link.proto.label for link in app.main.get("page_link")]


def by_label(app: AppTest, label: str) -> ButtonGroup[Any]:
    """The row of choices with this label."""
    (found,) = [group for group in app.button_group if group.label == label]
    return found


def holds_no_data(app: AppTest) -> bool:
    """True when neither grid nor finding nor chart is on the screen."""
    return not [*app.main.get("bidi_component"), *app.main.get("plotly_chart")]
