"""A zip archive whose parts are unpacked only within the limits."""

import io
import struct
import zipfile
import zlib

from data_io.workbook.limits import (
    MAX_PARTS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_COUNTS_FROM_BYTES,
    RejectedError,
)

_ENCRYPTED = 0x1
_LOCAL_HEADER_BYTES = 30


class Archive:
    """The parts of a zip file by name; Rejected when its directory breaks a limit or lies."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
            raise RejectedError("broken_zip") from error
        _check_directory(parts)
        self._parts = {part.filename: part for part in parts}

    def names(self) -> list[str]:
        """The names of all parts, in the archive's order."""
        return list(self._parts)

    def xml_names(self) -> list[str]:
        """The names of the parts that a reader parses; pictures and macros are left packed."""
        return [name for name in self._parts if name.lower().endswith((".xml", ".rels"))]

    def xml(self, name: str) -> bytes:
        """A part's bytes without any DOCTYPE or ENTITY in them; Rejected when it is not there."""
        body = self.read(name)
        # in UTF-16, with or without its mark, every other byte of these words is zero
        text = body.replace(b"\0", b"") if b"\0" in body[:4] or body[:1] in b"\xff\xfe" else body
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise RejectedError("dangerous_xml")
        return body

    def read(self, name: str) -> bytes:
        """A part's bytes; Rejected when they are not as many as the directory says, or not the same."""
        part = self._parts.get(name)
        if part is None:
            raise RejectedError("broken_zip")
        body = _inflate(self._packed(part), part)
        if zlib.crc32(body) != part.CRC:
            raise RejectedError("broken_zip")
        return body

    def _packed(self, part: zipfile.ZipInfo) -> memoryview:
        start = part.header_offset
        if self._data[start : start + 4] != b"PK\x03\x04" or start + _LOCAL_HEADER_BYTES > len(self._data):
            raise RejectedError("broken_zip")
        name_length, extra_length = struct.unpack_from("<HH", self._data, start + 26)
        start += _LOCAL_HEADER_BYTES + name_length + extra_length
        return memoryview(self._data)[start : start + part.compress_size]


def _inflate(packed: memoryview, part: zipfile.ZipInfo) -> bytes:
    # zipfile would stop quietly at the size the directory states, calamine would not: so count here
    if part.compress_type == zipfile.ZIP_STORED:
        body, complete = bytes(packed), True
    else:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            body = stream.decompress(packed, part.file_size + 1)
        except zlib.error as error:
            raise RejectedError("broken_zip") from error
        complete = stream.eof
    if len(body) > part.file_size:
        raise RejectedError("unpacks_too_large")
    if not complete or len(body) < part.file_size:
        raise RejectedError("broken_zip")
    return body


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise RejectedError("unpacks_too_large")
    if len({part.filename for part in parts}) < len(parts):
        raise RejectedError("dangerous_zip")
    ends = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        _check_part(part)
        # parts that share their bytes are how a small file unpacks to a very large one
        if part.header_offset < ends:
            raise RejectedError("dangerous_zip")
        ends = part.header_offset + _LOCAL_HEADER_BYTES + part.compress_size


def _check_part(part: zipfile.ZipInfo) -> None:
    name = part.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise RejectedError("dangerous_zip")
    if part.flag_bits & _ENCRYPTED:
        raise RejectedError("password")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RejectedError("broken_zip")
    if part.file_size > RATIO_COUNTS_FROM_BYTES and part.file_size > MAX_RATIO * part.compress_size:
        raise RejectedError("unpacks_too_large")
