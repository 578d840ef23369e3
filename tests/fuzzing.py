"""Workbooks with bytes changed by lot, and what the importer makes of each: reading, refusal or fault."""

import io
import json
import re
import struct
import time
import traceback
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

from data_io.errors import Refused
from data_io.layouts.read_sheet import read_file
from tests import specimens

# what a changed count is set to: the edges of the numbers that formats store
_EDGES = (0, 1, 2, 255, 256, 499, 500, 32_767, 65_535, 65_536, 1_048_576, 2**31 - 1, 2**31, 2**32 - 1)
_TOKENS = [
    *(str(number).encode() for number in _EDGES),
    *b'-1 0.5 1e999 NaN A1 XFD1048576 &amp; &#0; <v> </v> <c> </row> <!-- ]]> &lol; t="e" t="s" r="'.split(),
    *"0 % ; , =1+1 æ 12.1.2026 010203-1234 Klasse 7.A Maks \" '".encode().split(),
    b"\t",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
]
_NUMBER = re.compile(rb"[0-9]+")
_TAG = re.compile(rb"<[^<>]*>")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Outcome:
    """What came of a seed: `said` is "read ..." or the refusal's code; `fault` is a traceback or empty."""

    seed: int
    specimen: str
    said: str
    seconds: float
    fault: str


def try_seed(seed: int, files: Mapping[str, bytes], folder: Path) -> Outcome:
    """Writes the seed's file into the folder, reads it as the importer does, and judges the answer."""
    name, data = changed_file(seed, files)
    path = folder / f"{seed}{Path(name).suffix}"
    path.write_bytes(data)
    begun = time.monotonic()
    # a thread's exception is kept for whoever asks, of whatever kind it is
    with ThreadPoolExecutor(1) as one:
        answer = one.submit(_said_of, path)
        error = answer.exception()
    path.unlink()
    fault = "".join(traceback.format_exception(error)) if error else ""
    return Outcome(
        seed, name, "fault" if error else answer.result(), round(time.monotonic() - begun, 2), fault
    )


def changed_file(seed: int, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The specimen that a seed takes, and its bytes as the seed changes them."""
    random = Random(seed)  # noqa: S311 – no secret
    name = random.choice(sorted(files))
    other = files[random.choice(sorted(files))]
    return name, _changed(files[name], other, random)


def all_specimens(folder: Path) -> dict[str, bytes]:
    """A sound workbook of every format and every kind of sheet, by file name."""
    return {path.name: path.read_bytes() for path in specimens.write_all(folder)}


def _said_of(path: Path) -> str:
    try:
        reading = read_file(path)
    except Refused as refused:
        assert refused.message.endswith((".", "?")), refused.message
        assert path.name in refused.message, refused.message
        assert "{" not in refused.message, refused.message
        return refused.code
    said = reading.as_contract()
    json.dumps(said, ensure_ascii=False)
    assert reading.verdict in (0, 1, 2)
    kinds = sorted({sheet.kind for sheet in reading.sheets})
    assert kinds, "a reading of no sheet"
    return f"read: {' and '.join(kinds)}"


def _changed(data: bytes, other: bytes, random: Random) -> bytes:
    if data.startswith(_ZIP) and random.random() < 0.7:
        return _with_changed_parts(data, other, random)
    if data.startswith(_OLE) and random.random() < 0.6:
        return _with_changed_records(data, random)
    for _ in range(random.choice((1, 1, 2, 5))):
        data = random.choice(_BYTES)(data, other, random)
    return data


def _with_changed_parts(data: bytes, other: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = random.sample(sorted(parts), min(len(parts), random.choice((1, 1, 2))))
    for name in chosen:
        change = random.choice((*_XML, *_XML, *_BYTES))
        parts[name] = change(parts[name], parts[random.choice(sorted(parts))], random)
    if random.random() < 0.1:
        del parts[random.choice(sorted(parts))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    whole = packed.getvalue()
    return random.choice(_BYTES)(whole, other, random) if random.random() < 0.1 else whole


def _with_changed_records(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3))):
        places = [512]
        while places[-1] + 4 <= len(data) and len(places) < 2000:
            places.append(places[-1] + 4 + struct.unpack_from("<H", data, places[-1] + 2)[0])
        place = random.choice(places[:-1])
        # its kind, its length, or a number somewhere in it
        at = place + random.choice((0, 2, 4, 6, 8, 10, 12))
        edge = random.choice((random.randrange(65_536), *(number & 0xFFFF for number in _EDGES)))
        changed[at : at + 2] = struct.pack("<H", edge)
    return bytes(changed)


def _flipped(data: bytes, _other: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 20)) if data else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(data: bytes, _other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _spliced(data: bytes, other: bytes, random: Random) -> bytes:
    at, begin = random.randrange(len(data) + 1), random.randrange(len(other) + 1)
    size = random.choice((1, 10, 100, 1000))
    return data[:at] + other[begin : begin + size] + data[at + random.choice((0, size)) :]


def _repeated(data: bytes, _other: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    piece = data[at : at + random.choice((1, 8, 64, 512))]
    return data[:at] + piece * random.choice((2, 10, 500)) + data[at:]


def _with_token(data: bytes, _other: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_TOKENS) + data[at + random.choice((0, 1, 4)) :]


def _with_another_number(data: bytes, _other: bytes, random: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    match = random.choice(found)
    return data[: match.start()] + random.choice(_TOKENS[:22]) + data[match.end() :]


def _with_tags_moved(data: bytes, other: bytes, random: Random) -> bytes:
    found, theirs = list(_TAG.finditer(data)), _TAG.findall(other)
    if not found:
        return data
    match = random.choice(found)
    instead = random.choice((b"", match[0] * 2, random.choice(theirs) if theirs else b"", b"<!DOCTYPE a>"))
    return data[: match.start()] + instead + data[match.end() :]


_Change = Callable[[bytes, bytes, Random], bytes]
_BYTES: tuple[_Change, ...] = (_flipped, _cut, _spliced, _repeated, _with_token)
_XML: tuple[_Change, ...] = (_with_another_number, _with_tags_moved, _with_token)
