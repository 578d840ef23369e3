"""The child process in which files are parsed: it gets bytes, answers in JSON, and opens nothing itself."""

import faulthandler
import json
import signal
import sys
from collections.abc import Iterator

from data_io.workbook.cpr import mask
from data_io.workbook.limits import (
    CHILD_MEMORY_BYTES,
    CHILD_TIRED_BYTES,
    MAX_FILE_BYTES,
    MAX_REPLY_BYTES,
    SECONDS_PER_FILE,
    RejectedError,
)
from data_io.workbook.sniff import kind_of
from data_io.workbook.spreadsheet import read_ods, read_xls, read_xlsx
from data_io.workbook.text_table import read_text
from data_io.workbook.wire import READY, Reply, SheetReply, receive, send

if sys.platform != "win32":
    import resource

_MAX_NAME_BYTES = 10_000


def main() -> None:
    """Files are answered one after the other until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    send(target, READY)
    while True:
        try:
            name = receive(source, _MAX_NAME_BYTES).decode()
            data = receive(source, MAX_FILE_BYTES)
        except EOFError:
            return
        # the parent ends a slow child; this ends it when the parent is no longer there to do so
        faulthandler.dump_traceback_later(SECONDS_PER_FILE + 5, exit=True)
        message = answer(name, data)
        faulthandler.cancel_dump_traceback_later()
        send(target, message)


def answer(name: str, data: bytes) -> bytes:
    """The reply to one file, as JSON; `name` is the sheet's name where a file has no sheets."""
    reply: Reply = {"refused": None, "sheets": [], "tired": False}
    try:
        reply["sheets"] = _read(name, data)
        message = _encode(reply)
        if len(message) > MAX_REPLY_BYTES:
            raise RejectedError("too_many_cells")
    except RejectedError as rejected:
        reply["sheets"] = []
        reply["refused"] = (rejected.code, mask(rejected.sheet), rejected.where)
        message = _encode(reply)
    return message


def _read(name: str, data: bytes) -> list[SheetReply]:
    sheets: list[SheetReply] = []
    filled = 0
    for count, sheet in _sheets(name, data):
        filled += count
        sheets.append(sheet)
    if not filled:
        raise RejectedError("empty")
    return sheets


def _sheets(name: str, data: bytes) -> Iterator[tuple[int, SheetReply]]:
    match kind_of(data):
        case "xlsx":
            return read_xlsx(data)
        case "ods":
            return read_ods(data)
        case "xls":
            return read_xls(data)
        case "text":
            return read_text(data, name)


def _encode(reply: Reply) -> bytes:
    reply["tired"] = _is_tired()
    return json.dumps(reply, separators=(",", ":")).encode()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    # a core file would hold what pupils' sheets say
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS takes the limit and does not keep it
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY_BYTES, CHILD_MEMORY_BYTES))


def _is_tired() -> bool:
    if sys.platform != "linux":
        return False
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > CHILD_TIRED_BYTES


if __name__ == "__main__":
    main()
