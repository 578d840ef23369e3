"""The safe reading of a file: its bytes are parsed in a child process, and come back as plain cells."""

import atexit
import hashlib
import stat
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path, PurePosixPath
from queue import LifoQueue

from data_io.workbook.cells import Merge, Sheet, Value, Workbook
from data_io.workbook.cpr import mask
from data_io.workbook.limits import MAX_FILE_BYTES
from data_io.workbook.refusals import refusal
from data_io.workbook.wire import Reply, SheetReply
from data_io.workbook.worker import Worker, WorkerDiedError, WorkerNotStartedError

# two, so that one slow file does not hold up every other reader; the second starts only when it is needed
_WORKERS = (Worker(), Worker())
_IDLE: LifoQueue[Worker] = LifoQueue()
for _worker in _WORKERS:
    _IDLE.put(_worker)

_MOMENTS: dict[str, Callable[[str], date | time]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def read_workbook(path: Path, *, name: str | None = None) -> Workbook:
    """The cells of a file, shown as `name` where the path is a temporary one; Refused when it is not read."""
    shown = _shown_name(path.name if name is None else name)
    data = _bytes_of(path, shown)
    reply = _ask(shown, data)
    if reply["refused"]:
        code, sheet, where = reply["refused"]
        raise refusal(code, shown, sheet, where)
    return Workbook(shown, hashlib.sha256(data).hexdigest(), tuple(map(_sheet, reply["sheets"])))


@atexit.register
def close_readers() -> None:
    """No reading child runs any more; the next reading starts one."""
    for worker in _WORKERS:
        worker.close()


def reader_pids(*, busy: bool = False) -> list[int]:
    """The process ids of the reading children that run now, or of those that are at a file."""
    workers = [worker for worker in _WORKERS if worker.busy or not busy]
    return [pid for worker in workers if (pid := worker.pid) is not None]


def _shown_name(name: str) -> str:
    # an upload's name may carry the folders of another machine
    last = PurePosixPath(name.replace("\\", "/")).name
    return mask("".join(sign for sign in last if sign.isprintable()))


def _bytes_of(path: Path, shown: str) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusal("folder", shown)
        if not stat.S_ISREG(status.st_mode):
            # a pipe or a device may have no end
            raise refusal("unreadable_path", shown)
        if status.st_size > MAX_FILE_BYTES:
            raise refusal("too_large", shown)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise refusal("missing_file", shown) from error
    except PermissionError as error:
        raise refusal("no_permission", shown) from error
    except OSError as error:
        raise refusal("unreadable_path", shown) from error
    if len(data) > MAX_FILE_BYTES:
        raise refusal("too_large", shown)
    return data


def _ask(shown: str, data: bytes) -> Reply:
    worker = _IDLE.get()
    try:
        return worker.ask(PurePosixPath(shown).stem, data)
    except WorkerDiedError as died:
        raise refusal("too_slow" if died.timed_out else "unreadable", shown) from died
    except WorkerNotStartedError as error:
        raise refusal("reader_not_started", shown) from error
    finally:
        _IDLE.put(worker)


def _sheet(reply: SheetReply) -> Sheet:
    rows: list[list[Value]] = [list(row) for row in reply["rows"]]
    for row, column, kind, iso in reply["moments"]:
        if kind in _MOMENTS:
            rows[row][column] = _MOMENTS[kind](iso)
    return Sheet(
        name=reply["name"],
        hidden=reply["hidden"],
        rows=tuple(map(tuple, rows)),
        merges=tuple(Merge(*edges) for edges in reply["merges"]),
        broken=tuple((row, column) for row, column in reply["broken"]),
        cpr_columns=tuple(reply["cpr_columns"]),
        cpr_cells=tuple((row, column) for row, column in reply["cpr_cells"]),
    )
