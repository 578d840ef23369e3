"""The child process in which files are parsed: it gets bytes, answers with data, and opens nothing itself."""

import faulthandler
import gc
import json
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import cast

from data_io.workbook.cpr import mask
from data_io.workbook.fills import add_fills
from data_io.workbook.limits import (
    CHILD_MEMORY_BYTES,
    CHILD_TIRED_BYTES,
    MAX_FILE_BYTES,
    MAX_FILLED_IN_FILE,
    MAX_KNOWLEDGE_BYTES,
    MAX_REPLY_BYTES,
    SECONDS_PER_FILE,
    RejectedError,
)
from data_io.workbook.sniff import kind_of
from data_io.workbook.spreadsheet import read_ods, read_xls, read_xlsx
from data_io.workbook.text_table import read_text
from data_io.workbook.wire import READY, Question, Reply, SheetReply, receive, send

if sys.platform != "win32":
    import resource

# (what is known, the question, the sheets, what lays colours into them) -> the reading as bytes
LayOut = Callable[[bytes, Question, Sequence[SheetReply], Callable[[], None]], bytes]

_MAX_QUESTION_BYTES = 10_000
_OBJECTS_BEFORE_A_CLEARING = 100_000


def serve(lay_out: LayOut) -> None:
    """Files are answered one after the other until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    # a file makes thousands of objects and no circles: looking for circles all the while costs a fifth
    gc.freeze()
    gc.set_threshold(_OBJECTS_BEFORE_A_CLEARING)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    known = b""
    send(target, READY)
    while True:
        try:
            question = cast(Question, json.loads(receive(source, _MAX_QUESTION_BYTES)))
            known = receive(source, MAX_KNOWLEDGE_BYTES) or known
            data = receive(source, MAX_FILE_BYTES)
        except EOFError:
            return
        # the parent ends a slow child; this ends it when the parent is no longer there to do so
        faulthandler.dump_traceback_later(SECONDS_PER_FILE + 5, exit=True)
        messages = _answer(question, known, data, lay_out)
        faulthandler.cancel_dump_traceback_later()
        send(target, *messages)


def _answer(question: Question, known: bytes, data: bytes, lay_out: LayOut) -> tuple[bytes, bytes, bytes]:
    reply: Reply = {"refused": None, "tired": False}
    cells = reading = b""
    try:
        sheets = parse(question, data)
        if question["reading"]:
            reading = lay_out(known, question, sheets, lambda: add_fills(data, sheets))
        if question["cells"]:
            cells = json.dumps(sheets, separators=(",", ":")).encode()
        if max(len(cells), len(reading)) > MAX_REPLY_BYTES:
            raise RejectedError("too_many_cells")
    except RejectedError as rejected:
        cells = reading = b""
        reply["refused"] = (rejected.code, mask(rejected.sheet), rejected.where)
    reply["tired"] = _is_tired()
    return json.dumps(reply).encode(), cells, reading


def parse(question: Question, data: bytes) -> list[SheetReply]:
    """The sheets of a file; RejectedError when it is not read."""
    sheets: list[SheetReply] = []
    filled = 0
    for count, sheet in _sheets(Path(question["name"]).stem, data):
        filled += count
        if filled > MAX_FILLED_IN_FILE:
            raise RejectedError("too_many_cells_in_file")
        sheets.append(sheet)
    if not filled:
        raise RejectedError("empty")
    if question["fills"]:
        add_fills(data, sheets)
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
    # what getrusage remembers began in the parent that started this process
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    peaks = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")]
    return any(peak * 1024 > CHILD_TIRED_BYTES for peak in peaks)
