"""What a fill's colour means among the five a school uses: red, orange, yellow, green and dark green.

Colours are compared by hue, in OKLCh (Ottosson 2020), since a pale and a full red mean the same and only
green has two levels, which its lightness tells apart.
"""

from collections.abc import Iterable
from gettext import gettext as _
from math import atan2, cbrt, degrees, hypot
from typing import NamedTuple

_LEAST_CHROMA = 0.027
_DARK_GREEN_BELOW = 0.60
_TWO_GREENS_APART = 0.08
# Excel's gold, "Orange" by its name there, lies between the two; a traffic light of three has it as yellow.
_AMBER_FROM = 78.0
_RED, _ORANGE, _YELLOW, _GREEN, _DARK = 1, 2, 3, 4, 5
_HUES = {
    20.0: "red",
    66.0: "orange",
    108.0: "yellow",
    143.0: "green",
    217.0: "turquoise",
    232.0: "blue",
    265.0: "blue",
    306.0: "purple",
    340.0: "pink",
}
_LEVEL_OF_HUE = {"red": _RED, "orange": _ORANGE, "yellow": _YELLOW, "green": _GREEN}


class Look(NamedTuple):
    """A colour as it is seen: lightness 0 to 1, chroma from 0 (grey), hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def look_of(colour: str) -> Look:
    """The look of "RRGGBB" in OKLCh."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Look(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)


def is_unrated(colour: str) -> bool:
    """True for white, grey and black, which rate nobody."""
    return look_of(colour).chroma < _LEAST_CHROMA


def levels_of(colours: Iterable[str]) -> dict[str, int | None]:
    """The level 1 to 5 of every colour that is not grey, as the colours of one sheet; None: ask a person.

    Of several greens the darker are dark green. Amber is orange beside yellow, and yellow in a sheet that
    has red and green and no other yellow.
    """
    rated = [colour for colour in dict.fromkeys(colours) if not is_unrated(colour)]
    levels = {colour: _LEVEL_OF_HUE.get(_hue_name(colour)) for colour in rated}
    greens = [colour for colour in rated if levels[colour] == _GREEN]
    levels |= {colour: _DARK for colour in greens if look_of(colour).lightness < _border_of(greens)}
    if _RED in levels.values() and greens and _YELLOW not in levels.values():
        amber = [c for c in rated if levels[c] == _ORANGE and look_of(c).hue >= _AMBER_FROM]
        levels |= dict.fromkeys(amber, _YELLOW)
    return levels


def colour_names(colours: Iterable[str]) -> dict[str, str]:
    """What the colours of one sheet are called in Danish."""
    by_level = {
        _RED: _("rød"),
        _ORANGE: _("orange"),
        _YELLOW: _("gul"),
        _GREEN: _("grøn"),
        _DARK: _("mørkegrøn"),
    }
    others = {"turquoise": _("turkis"), "blue": _("blå"), "purple": _("lilla"), "pink": _("lyserød")}
    levels = levels_of(colours)
    return {
        colour: others[_hue_name(colour)] if level is None else by_level[level]
        for colour, level in levels.items()
    }


def _border_of(greens: list[str]) -> float:
    """The lightness below which a green is dark."""
    lights = [look_of(colour).lightness for colour in greens]
    if lights and max(lights) - min(lights) >= _TWO_GREENS_APART:
        return (max(lights) + min(lights)) / 2
    return _DARK_GREEN_BELOW


def _hue_name(colour: str) -> str:
    hue = look_of(colour).hue
    return _HUES[min(_HUES, key=lambda known: min(abs(hue - known), 360 - abs(hue - known)))]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
