"""What the reading child and its parent say to each other: a length, then that many bytes."""

import struct
from typing import BinaryIO, NotRequired, TypedDict

READY = b"ready"

_LENGTH = struct.Struct(">Q")

Plain = str | int | float | bool | None


class SheetReply(TypedDict):
    """A sheet as JSON can hold it.

    `moments` are [row, column, kind, ISO text] of dates and times, `fills` are [row, first column, last
    column, RRGGBB] of neighbouring cells and there only where they were asked for.
    """

    name: str
    hidden: bool
    rows: list[list[Plain]]
    moments: list[tuple[int, int, str, str]]
    merges: list[tuple[int, int, int, int]]
    broken: list[tuple[int, int]]
    cpr_columns: list[int]
    cpr_cells: list[tuple[int, int]]
    fills: NotRequired[list[tuple[int, int, int, str]]]


class Question(TypedDict):
    """What is asked of one file: its cells (with the colours they are filled with), its reading, or both."""

    name: str
    sha256: str
    cells: bool
    fills: bool
    reading: bool


class Reply(TypedDict):
    """How it went: `refused` is [code, sheet, row or column] or None; a tired child is not asked again.

    Two messages follow it: the sheets as JSON and the reading, each empty where it was not asked for.
    """

    refused: tuple[str, str, str] | None
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
