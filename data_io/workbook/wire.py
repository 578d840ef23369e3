"""What the reading child and its parent say to each other: a length, then that many bytes."""

import struct
from typing import BinaryIO, TypedDict

READY = b"ready"

_LENGTH = struct.Struct(">Q")

Plain = str | int | float | bool | None


class SheetReply(TypedDict):
    """A sheet as JSON can hold it; `moments` are [row, column, kind, ISO text] of dates and times."""

    name: str
    hidden: bool
    rows: list[list[Plain]]
    moments: list[tuple[int, int, str, str]]
    merges: list[tuple[int, int, int, int]]
    broken: list[tuple[int, int]]
    cpr_columns: list[int]
    cpr_cells: list[tuple[int, int]]


class Reply(TypedDict):
    """An answer: `refused` is [code, sheet, row or column] or None; a tired child is not asked again."""

    refused: tuple[str, str, str] | None
    sheets: list[SheetReply]
    tired: bool


def send(pipe: BinaryIO, *messages: bytes) -> None:
    """Each message is in the pipe, flushed."""
    for message in messages:
        pipe.write(_LENGTH.pack(len(message)))
        pipe.write(message)
    pipe.flush()


def receive(pipe: BinaryIO, at_most: int) -> bytes:
    """The next message; EOFError when the other end has gone or the message is longer than `at_most`."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > at_most:
        raise EOFError
    message = pipe.read(length)
    if len(message) < length:
        raise EOFError
    return message
