"""The solid fills of an .xls, by number in its palette [MS-XLS]."""

import struct
from collections.abc import Iterator, Sequence

from data_io.workbook.fills_found import AreaOf, Fills
from data_io.workbook.fills_palette import INDEXED
from data_io.workbook.xls import records, workbook_stream

_SHEET, _PALETTE, _FORMAT = 0x0085, 0x0092, 0x00E0
_MANY_BLANK, _MANY_NUMBERS = 0x00BE, 0x00BD
# blank, text, shared text, number, rational number, formula, truth or error
_ONE_CELL = frozenset({0x0201, 0x0204, 0x00FD, 0x0203, 0x027E, 0x0006, 0x0205})
_FORMAT_BYTES = 20
_SOLID = 1


def xls_fills(data: bytes, area_of: AreaOf) -> dict[str, Fills]:
    """The fills of each sheet by its name; none before Excel 97, whose formats are shorter."""
    stream = workbook_stream(data)
    palette = list(INDEXED)
    formats: list[int | None] = []
    sheets: list[tuple[str, int]] = []
    for kind, body in records(stream, 0):
        if kind == _PALETTE:
            own = _palette(body)
            palette[8 : 8 + len(own)] = own
        elif kind == _FORMAT:
            formats.append(_solid(body))
        elif kind == _SHEET and len(body) > 8:
            sheets.append((_name(body), int.from_bytes(body[:4], "little")))
    colours = [palette[f] if f is not None and f < len(palette) else None for f in formats]
    found: dict[str, Fills] = {}
    for name, start in sheets if any(colours) else []:
        found[name] = Fills(area_of(name))
        for row, column, number in _cells(stream, start):
            if number < len(colours):
                found[name].add(row, column, column, colours[number])
    return found


def _cells(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """The row, the column and the number of the format of every cell, also of those without a value."""
    for kind, body in records(stream, start):
        if kind in _ONE_CELL and len(body) >= 6:
            row, column, number = struct.unpack_from("<HHH", body)
            yield row, column, number
        elif kind in (_MANY_BLANK, _MANY_NUMBERS) and len(body) >= 6:
            row, first = struct.unpack_from("<HH", body)
            step = 2 if kind == _MANY_BLANK else 6
            for place, at in enumerate(range(4, len(body) - 2 - step + 1, step)):
                yield row, first + place, int.from_bytes(body[at : at + 2], "little")


def _solid(body: bytes) -> int | None:
    """The number of the colour a format is filled with, None where it is not filled evenly."""
    if len(body) < _FORMAT_BYTES:
        return None
    pattern = int.from_bytes(body[14:18], "little") >> 26
    return int.from_bytes(body[18:20], "little") & 0x7F if pattern == _SOLID else None


def _palette(body: bytes) -> Sequence[str]:
    return [body[at : at + 3].hex().upper() for at in range(2, len(body) - 3, 4)][:56]


def _name(body: bytes) -> str:
    wide = body[7] & 1
    text = body[8 : 8 + body[6] * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1", "replace")
