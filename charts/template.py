"""One look for every figure, and Danish numbers in it."""

from html import escape
from math import floor
from typing import Any, Final

import plotly.graph_objects as go
from babel.numbers import format_decimal

from charts.palette import ACCENT, HAIRLINE, INK, MUTED, TRANSPARENT, WHITE
from metrics.evidence import zone_of
from metrics.model import CutScores

# Streamlit serves this family itself; its figures are of equal width.
FONT: Final = '"Source Sans", "Source Sans 3", sans-serif'
TEXT_SIZE: Final = 14
LABEL_SIZE: Final = 13
SMALL_SIZE: Final = 12
_DECIMALS: Final = 9  # closer to a cut score, a share counts as having reached it

_AXIS: Final[dict[str, Any]] = {
    "fixedrange": True,
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "title": {"text": ""},
    "tickfont": {"size": LABEL_SIZE, "color": INK},
    "gridcolor": HAIRLINE,
}


def _template() -> go.layout.Template:
    template = go.layout.Template()
    template.layout = go.Layout(
        font={"family": FONT, "size": TEXT_SIZE, "color": INK},
        paper_bgcolor=TRANSPARENT,
        plot_bgcolor=TRANSPARENT,
        colorway=[ACCENT, MUTED],
        separators=",.",
        dragmode=False,
        showlegend=False,
        hovermode="closest",
        hoverlabel={
            "bgcolor": INK,
            "bordercolor": INK,
            "font": {"family": FONT, "size": LABEL_SIZE, "color": WHITE},
            "align": "left",
            "namelength": 0,
        },
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=_AXIS,
        yaxis=_AXIS,
        legend={"orientation": "h", "font": {"size": LABEL_SIZE, "color": MUTED}, "itemclick": False},
    )
    return template


TEMPLATE: Final = _template()


def figure(*, height: int) -> go.Figure:
    """An empty figure of a fixed height that fills the width it is given and cannot be zoomed."""
    empty = go.Figure()
    empty.update_layout(template=TEMPLATE, height=height, autosize=True)
    return empty


def config() -> dict[str, object]:
    """Plotly's settings for every figure: no buttons over it, no zooming, and it follows its column.

    No locale: the texts are ours, the decimal comma comes from the template's separators, and
    Streamlit ships no Danish locale that the setting could name.
    """
    return {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def plain(text: str) -> str:
    """A name or title as plotly shows it letter by letter: its text is otherwise read as markup."""
    return escape(text, quote=False)


def number(value: float) -> str:
    """A number as Danes write it, with no more decimals than it has, two at the most: 2, −1,5, 4,75."""
    return str(format_decimal(value, format="0.##", locale="da_DK")).replace("-", "−")


def percent(share: float, cuts: CutScores | None = None) -> str:
    """A share of 0–1 as whole per cent, halves upwards, with a space that does not break: 62 %.

    With cut scores it has the decimals it takes to lie in the share's own zone: .396 is no 40 % beside a
    legend that says red is under 40 %, but 39,6 %.
    """
    whole = floor(round(share * 100, 6) + 0.5)
    if cuts is None or zone_of(whole / 100, cuts) == zone_of(share, cuts):
        return f"{whole}\N{NO-BREAK SPACE}%"
    shown = (round(share * 100, decimals) for decimals in range(1, _DECIMALS))
    nearest = next((p for p in shown if zone_of(p / 100, cuts) == zone_of(share, cuts)), share * 100)
    return f"{format_decimal(nearest, format='0.#########', locale='da_DK')}\N{NO-BREAK SPACE}%"


def cut_percent(cut: float) -> str:
    """A cut score (0–1) as per cent with the decimals it has: 40 %, 42,5 %."""
    return f"{number(cut * 100)}\N{NO-BREAK SPACE}%"


def wrapped(text: str, width: int) -> str:
    """The text over lines of about `width` letters, each as plotly shows it letter by letter."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "<br>".join(plain(line) for line in lines)
