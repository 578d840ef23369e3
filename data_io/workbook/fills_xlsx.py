"""The solid fills of an .xlsx, by colour, theme and tint, or number in the palette [ECMA-376 18.8]."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from data_io.workbook.archive import Archive
from data_io.workbook.fills_found import AreaOf, Fills, colour_in
from data_io.workbook.fills_palette import INDEXED, tinted
from data_io.workbook.xlsx import office_parts, sheet_names, walk

# a theme lists dark before light, cells count light before dark
_THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
_LISTS = frozenset({"fills", "cellXfs", "cellStyleXfs", "dxfs", "indexedColors", "cellStyles", "borders"})


class _PastTheEnd(Exception):  # noqa: N818 – no error: the rest of the part is not looked at
    """The walk through a sheet has left the used rows."""


@dataclass
class _Styles:
    """What styles.xml says of fills: each by its number, and the fill's number of every cell format."""

    fills: list[dict[str, str] | None] = field(default_factory=list)
    formats: list[int] = field(default_factory=list)
    indexed: list[str] = field(default_factory=list)


def xlsx_fills(data: bytes, area_of: AreaOf) -> dict[str, Fills]:
    """The fills of each sheet by its name; colours worked out by conditional formats are none."""
    archive = Archive(data)
    parts = office_parts(archive)
    colours = _colours(archive, parts.get("styles"), parts.get("theme"))
    found: dict[str, Fills] = {}
    if not any(colours):
        return found
    for part, name in sheet_names(archive).items():
        area = area_of(name)
        if area and part in archive.names():
            found[name] = _sheet_fills(archive.xml(part), colours, Fills(area))
    return found


def _sheet_fills(xml: bytes, colours: list[str | None], fills: Fills) -> Fills:
    """The fills of cells alone: a style of a whole row or column colours what nobody wrote."""
    row = column = -1

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        kind = tag.rpartition(":")[2]
        if kind == "row":
            row, column = _number(attributes.get("r"), row + 2) - 1, -1
            if row >= fills.area.rows or fills.too_many:
                raise _PastTheEnd
        elif kind == "c":
            column = _column(attributes.get("r", "")) if "r" in attributes else column + 1
            style = _number(attributes.get("s"), 0)
            if style < len(colours):
                fills.add(row, column, column, colours[style])

    try:
        walk(xml, start)
    except _PastTheEnd:
        return fills
    return fills


def _colours(archive: Archive, styles: str | None, theme: str | None) -> list[str | None]:
    """The fill of every cell format as "RRGGBB", None where it has none."""
    if styles is None or styles not in archive.names():
        return []
    said = _read_styles(archive.xml(styles))
    scheme = _read_theme(archive.xml(theme)) if theme in archive.names() and theme else []
    indexed = said.indexed or INDEXED
    fills = [_colour(fill, scheme, indexed) if fill else None for fill in said.fills]
    return [fills[number] if number < len(fills) else None for number in said.formats]


def _read_styles(xml: bytes) -> _Styles:
    styles = _Styles()
    inside = ""
    solid = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside, solid
        kind = tag.rpartition(":")[2]
        if kind in _LISTS:
            inside = kind
        elif inside == "fills" and kind == "fill":
            styles.fills.append(None)
        elif inside == "fills" and kind == "patternFill":
            solid = attributes.get("patternType") == "solid"
        elif inside == "fills" and kind == "fgColor" and solid and styles.fills:
            styles.fills[-1] = attributes
        elif inside == "cellXfs" and kind == "xf":
            styles.formats.append(_number(attributes.get("fillId"), 0))
        elif inside == "indexedColors" and kind == "rgbColor":
            styles.indexed.append(colour_in(attributes.get("rgb")) or INDEXED[0])

    walk(xml, start)
    return styles


def _read_theme(xml: bytes) -> list[str | None]:
    found: list[str | None] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        kind = tag.rpartition(":")[2]
        if kind in ("clrScheme", "fontScheme"):
            inside = kind == "clrScheme"
        elif inside and kind in ("srgbClr", "sysClr"):
            found.append(colour_in(attributes.get("lastClr" if kind == "sysClr" else "val")))

    walk(xml, start)
    return [found[place] for place in _THEME_ORDER if place < len(found)]


def _colour(fill: dict[str, str], scheme: list[str | None], indexed: Sequence[str]) -> str | None:
    colour = colour_in(fill.get("rgb"))
    for name, known in (("theme", scheme), ("indexed", indexed)):
        number = _number(fill.get(name), len(known))
        if colour is None and number < len(known):
            colour = known[number]
    try:
        tint = float(fill.get("tint", "0"))
    except ValueError:
        return colour
    return tinted(colour, tint) if colour and tint and math.isfinite(tint) else colour


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _column(reference: str) -> int:
    column = 0
    for letter in reference.rstrip("0123456789"):
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
