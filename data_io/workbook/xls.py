"""What calamine does not say of an .xls: whether it is locked, how far its cells reach, which are broken.

The container is described in [MS-CFB], the records in [MS-XLS].
"""

import struct
from collections.abc import Iterator

from data_io.workbook.grid import Place, check_extent
from data_io.workbook.limits import MAX_FILLED, MAX_SHEETS, RejectedError

_BEGINNING, _END = 0x0809, 0x000A
_LOCKED, _SHEET, _FORMULA, _BOOL_OR_ERROR = 0x002F, 0x0085, 0x0006, 0x0205
_SEVERAL_NUMBERS = 0x00BD
_CELLS = frozenset((_FORMULA, _SEVERAL_NUMBERS, 0x00FD, 0x0203, 0x0204, _BOOL_OR_ERROR, 0x027E))
_ERROR_RESULT = 2
_SECTOR_SHIFTS = (9, 12)
_SMALL_SECTOR_BYTES = 64


def scan_xls(data: bytes) -> list[list[Place]]:
    """The broken cells of each sheet, in the workbook's order; Rejected when it is locked or too large."""
    stream = workbook_stream(data)
    starts: list[int] = []
    for kind, body in records(stream, 0):
        if kind == _LOCKED:
            raise RejectedError("password")
        if kind == _SHEET and len(body) >= 4:
            starts.append(int.from_bytes(body[:4], "little"))
    if len(starts) > MAX_SHEETS:
        raise RejectedError("too_many_sheets")
    # sheets that are the same bytes are how a small file becomes many large sheets
    if len(set(starts)) < len(starts):
        raise RejectedError("unreadable")
    return [_broken_cells(stream, start) for start in starts]


def _broken_cells(stream: bytes, start: int) -> list[Place]:
    found: list[Place] = []
    rows = columns = filled = 0
    for kind, body in records(stream, start):
        if kind in _CELLS and len(body) >= 6:
            row, column = struct.unpack_from("<HH", body)
            last = int.from_bytes(body[-2:], "little") if kind == _SEVERAL_NUMBERS else column
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            filled += abs(last - column) + 1
        if kind == _BOOL_OR_ERROR and len(body) >= 8:
            broken = body[7] == 1
        elif kind == _FORMULA and len(body) >= 14:
            broken = body[12:14] == b"\xff\xff" and body[6] == _ERROR_RESULT
        else:
            continue
        if broken:
            found.append((row, column))
    check_extent(rows, columns, "")
    if filled > MAX_FILLED:
        raise RejectedError("too_many_cells")
    return found


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records from a BOF up to its EOF, without those of charts that stand inside it."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        if kind == _BEGINNING:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def workbook_stream(data: bytes) -> bytes:
    """The stream of the compound file that holds the workbook, nothing where there is none."""
    shift = int.from_bytes(data[30:32], "little")
    if shift not in _SECTOR_SHIFTS:
        return b""
    sectors = _pieces(data, 1 << shift)[1:]
    table = _table(data, sectors)
    entries = dict(_entries(_chain(sectors, table, _number(data, 48))))
    start, size = entries.get("Workbook") or entries.get("Book") or (len(sectors), 0)
    if size >= _number(data, 56):
        return _chain(sectors, table, start)[:size]
    small, _ = entries.get("Root Entry", (len(sectors), 0))
    small_table = _numbers(_chain(sectors, table, _number(data, 60)))
    return _chain(_pieces(_chain(sectors, table, small), _SMALL_SECTOR_BYTES), small_table, start)[:size]


def _table(data: bytes, sectors: list[bytes]) -> list[int]:
    """For each sector, the number of the sector that follows it."""
    places = _numbers(data[76:512])
    more = _number(data, 68)
    for _ in sectors:
        if more >= len(sectors):
            break
        *further, more = _numbers(sectors[more])
        places += further
    # a list that runs in a ring names the same sectors again and again
    places = [place for place in dict.fromkeys(places) if place < len(sectors)]
    return [number for place in places for number in _numbers(sectors[place])]


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """The name of each stream with its first sector and its length in bytes."""
    for entry in _pieces(directory, 128):
        name_bytes = min(int.from_bytes(entry[64:66], "little"), 64)
        name = entry[: max(name_bytes - 2, 0)].decode("utf-16-le", "replace")
        yield name, (_number(entry, 116), _number(entry, 120))


def _chain(sectors: list[bytes], table: list[int], start: int) -> bytes:
    found: list[bytes] = []
    while start < min(len(sectors), len(table)) and len(found) < len(sectors):
        found.append(sectors[start])
        start = table[start]
    return b"".join(found)


def _pieces(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size].ljust(size, b"\0") for start in range(0, len(data), size)]


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "little")
