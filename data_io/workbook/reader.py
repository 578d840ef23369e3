"""The safe reading of a file: its bytes are parsed in a child process, and come back as plain data."""

import atexit
import hashlib
import json
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from queue import Empty, LifoQueue
from typing import cast

from data_io.workbook.cells import Sheet, Workbook
from data_io.workbook.cpr import mask
from data_io.workbook.limits import MAX_FILE_BYTES, MOST_READERS
from data_io.workbook.refusals import refusal
from data_io.workbook.replies import sheets_of
from data_io.workbook.wire import Question, SheetReply
from data_io.workbook.worker import Answer, Worker, WorkerDiedError, WorkerNotStartedError

# at least two, so that one slow file does not hold up every other reader; each starts only when it is needed
READERS = max(2, min(os.cpu_count() or 1, MOST_READERS))
_WORKERS = tuple(Worker() for _ in range(READERS))
_IDLE: LifoQueue[Worker] = LifoQueue()
for _worker in _WORKERS:
    _IDLE.put(_worker)


@dataclass(frozen=True)
class FileBytes:
    """A file that was fetched: the name people see, without folders, and its bytes, within the limit."""

    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def read_workbook(path: Path, *, name: str | None = None, fills: bool = False) -> Workbook:
    """The cells of a file, shown as `name` where the path is a temporary one; Refused when it is not read.

    `fills` asks for the colours cells are filled with too.
    """
    file = fetch(path, name=name)
    answer = ask(file, cells=True, fills=fills)
    return Workbook(file.name, file.sha256, cells_of(answer))


def fetch(path: Path, *, name: str | None = None, at_most: int = MAX_FILE_BYTES) -> FileBytes:
    """The bytes of a file; Refused when it cannot be fetched or is too large."""
    shown = shown_name(path.name if name is None else name)
    return FileBytes(shown, _bytes_of(path, shown, at_most))


def fetched(name: str, data: bytes) -> FileBytes:
    """The same for bytes that are here already; Refused when they are too many."""
    shown = shown_name(name)
    if len(data) > MAX_FILE_BYTES:
        raise refusal("too_large", shown)
    return FileBytes(shown, data)


def ask(
    file: FileBytes,
    known: bytes = b"",
    *,
    cells: bool = False,
    fills: bool = False,
    reading: bool = False,
) -> Answer:
    """What a reading child says of a file, once one is free; Refused when the file is not read."""
    question = Question(name=file.name, sha256=file.sha256, cells=cells, fills=fills, reading=reading)
    worker = _IDLE.get()
    try:
        answer = worker.ask(question, file.data, known)
    except WorkerDiedError as died:
        raise refusal("too_slow" if died.timed_out else "unreadable", file.name) from died
    except WorkerNotStartedError as error:
        raise refusal("reader_not_started", file.name) from error
    finally:
        _IDLE.put(worker)
    if answer.reply["refused"]:
        code, sheet, where = answer.reply["refused"]
        raise refusal(code, file.name, sheet, where)
    return answer


def start_readers(files: int) -> None:
    """As many reading children as so many files need are on their way, while other things are made ready."""
    idle: list[Worker] = []
    with suppress(Empty):
        while len(idle) < min(files, READERS):
            idle.append(_IDLE.get_nowait())
    for worker in idle:
        with suppress(WorkerNotStartedError):  # the first question says so
            worker.start()
        _IDLE.put(worker)


def cells_of(answer: Answer) -> tuple[Sheet, ...]:
    """The sheets in an answer; none where they were not asked for."""
    return sheets_of(cast(Sequence[SheetReply], json.loads(answer.sheets))) if answer.sheets else ()


@atexit.register
def close_readers() -> None:
    """No reading child runs any more; the next reading starts one."""
    for worker in _WORKERS:
        worker.close()


def reader_pids(*, busy: bool = False) -> list[int]:
    """The process ids of the reading children that run now, or of those that are at a file."""
    workers = [worker for worker in _WORKERS if worker.busy or not busy]
    return [pid for worker in workers if (pid := worker.pid) is not None]


def shown_name(name: str) -> str:
    """A file's name as people see it; an upload's may carry the folders of another machine."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return mask("".join(sign for sign in last if sign.isprintable()))


def _bytes_of(path: Path, shown: str, at_most: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusal("folder", shown)
        if not stat.S_ISREG(status.st_mode):
            # a pipe or a device may have no end
            raise refusal("unreadable_path", shown)
        if status.st_size > at_most:
            raise refusal("too_large", shown)
        with path.open("rb") as file:
            data = file.read(at_most + 1)
    except FileNotFoundError as error:
        raise refusal("missing_file", shown) from error
    except PermissionError as error:
        raise refusal("no_permission", shown) from error
    except OSError as error:
        raise refusal("unreadable_path", shown) from error
    if len(data) > at_most:
        raise refusal("too_large", shown)
    return data
