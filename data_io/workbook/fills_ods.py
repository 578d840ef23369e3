"""The background colours of an .ods: of a cell's style, or of that of its row or column."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from data_io.workbook.archive import Archive
from data_io.workbook.fills_found import AreaOf, Fills, colour_in
from data_io.workbook.xlsx import walk

_CONTENT, _STYLES = "content.xml", "styles.xml"
_TAG = re.compile(
    rb"<(/?)table:(table|table-column|table-row|table-cell|covered-table-cell)(?=[\s/>])"
    rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>"
)
_ATTRIBUTE = re.compile(rb"""table:([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MOST_PARENTS = 20


@dataclass
class _Styles:
    """The background each style has of its own, and the style it inherits from."""

    colours: dict[str, str | None] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    def colour(self, name: str) -> str | None:
        for _ in range(_MOST_PARENTS):
            if name in self.colours:
                return self.colours[name]
            name = self.parents.get(name, "")
        return None


@dataclass
class _Table:
    """A table as far as it has been walked through; `step` is how many times the current row stands there."""

    fills: Fills
    row: int = 0
    column: int = 0
    step: int = 0
    row_style: str = ""
    columns: list[str] = field(default_factory=list)


def ods_fills(data: bytes, area_of: AreaOf) -> dict[str, Fills]:
    """The fills of each sheet by its name; colours worked out by conditional formats are none."""
    archive = Archive(data)
    content = archive.xml(_CONTENT)
    styles = _Styles()
    for part in (archive.xml(_STYLES) if _STYLES in archive.names() else None, content):
        if part is not None:
            _read_styles(part, styles)
    found: dict[str, Fills] = {}
    table = _Table(Fills())
    for match in _TAG.finditer(content if any(styles.colours.values()) else b""):
        closing, tag, said = match.groups()
        if closing:
            continue
        attributes = {name.decode(): _text(a or b) for name, a, b in _ATTRIBUTE.findall(said)}
        if tag == b"table":
            name = attributes.get("name", "")
            table = _Table(Fills(area_of(name)))
            found[name] = table.fills
        else:
            _take(table, tag, attributes, styles)
    return found


def _take(table: _Table, tag: bytes, attributes: Mapping[str, str], styles: _Styles) -> None:
    across = _count(attributes, "number-columns-repeated")
    if tag == b"table-column":
        # the grid of LibreOffice ends far right of what is used
        room = max(table.fills.area.columns - len(table.columns), 0)
        table.columns += [attributes.get("default-cell-style-name", "")] * min(across, room)
    elif tag == b"table-row":
        table.row, table.column = table.row + table.step, 0
        table.step = _count(attributes, "number-rows-repeated")
        table.row_style = attributes.get("default-cell-style-name", "")
    else:
        _paint(table, attributes.get("style-name") or table.row_style, across, styles)
        table.column += across


def _paint(table: _Table, style: str, across: int, styles: _Styles) -> None:
    """A cell and its copies, right of it and below, as far as the sheet is used."""
    left, end = table.column, min(table.column + across, table.fills.area.columns)
    if style:
        parts = [(left, end - 1, styles.colour(style))]
    else:
        parts = [(c, c, styles.colour(table.columns[c])) for c in range(left, min(end, len(table.columns)))]
    for row in range(table.row, min(table.row + table.step, table.fills.area.rows)):
        if table.fills.too_many:
            return
        for first, last, colour in parts:
            table.fills.add(row, first, last, colour)


def _read_styles(xml: bytes, styles: _Styles) -> None:
    current = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal current
        if tag == "style:style":
            cell = attributes.get("style:family") == "table-cell"
            current = attributes.get("style:name", "") if cell else ""
            if current:
                styles.parents[current] = attributes.get("style:parent-style-name", "")
        elif tag == "style:table-cell-properties" and current and "fo:background-color" in attributes:
            styles.colours[current] = colour_in(attributes["fo:background-color"])

    walk(xml, start)


def _count(attributes: Mapping[str, str], name: str) -> int:
    said = attributes.get(name, "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 1


def _text(value: bytes) -> str:
    return html.unescape(value.decode("utf-8", "replace"))
