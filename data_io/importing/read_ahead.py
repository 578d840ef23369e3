"""Files read by several children at once, given back in the order they were asked for."""

import gc
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace

from data_io.errors import Refused
from data_io.importing.sources import Source
from data_io.layouts.reading import FileReading
from data_io.layouts.reading_wire import NotAReadingError, decode_reading
from data_io.workbook.cells import Sheet
from data_io.workbook.reader import READERS, ask, cells_of
from data_io.workbook.refusals import refusal
from data_io.workbook.worker import Answer

# Read and waiting for their turn, for each reader: enough that no reader waits while sheets are written.
AHEAD = 24
SECONDS_OF_PATIENCE = 0.1
# A thread that feeds a reader waits this long at most for the thread that plans and writes.
_SECONDS_AT_MOST = 0.0005
_OBJECTS_BEFORE_A_CLEARING = 100_000


@dataclass(frozen=True)
class FileRead:
    """A file that was fetched and read: its reading, or why there is none.

    `known` is True for a file that was passed over.
    """

    source: Source
    file_name: str
    sha256: str | None = None
    reading: FileReading | None = None
    refused: Refused | None = None
    known: bool = False
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class _Waiting:
    """A file whose turn has not come: its reading as bytes, which are small beside what they say."""

    file: FileRead
    answer: Answer | None = None


def read_ahead(
    sources: Iterable[Source],
    known: bytes = b"",
    passed_over: Callable[[str], bool] = lambda _sha256: False,
    *,
    cells: bool = False,
) -> Iterator[FileRead | None]:
    """Every file's reading, in order, while the next are being read; None now and then while one is slow.

    `known` is the encoded Knowledge of the school, `passed_over` says by a file's SHA-256 that it needs no
    reading, `cells` asks for the sheets' cells too. A file that is refused, or whose reader died, costs
    nothing but itself.
    """
    waiting: deque[Future[_Waiting]] = deque()
    with ThreadPoolExecutor(READERS, "reading") as pool, _at_full_speed():
        try:
            for source in sources:
                waiting.append(pool.submit(_read, source, known, passed_over, cells))
                if len(waiting) > AHEAD * READERS:
                    yield from _next(waiting)
            while waiting:
                yield from _next(waiting)
        finally:
            for future in waiting:
                future.cancel()


def _next(waiting: deque[Future[_Waiting]]) -> Iterator[FileRead | None]:
    """The file whose turn it is, after as many Nones as it lets wait."""
    while True:
        try:
            found = waiting[0].result(timeout=SECONDS_OF_PATIENCE)
        except TimeoutError:
            yield None
            continue
        waiting.popleft()
        yield _decoded(found)
        return


def _read(source: Source, known: bytes, passed_over: Callable[[str], bool], cells: bool) -> _Waiting:
    try:
        file = source.fetch()
    except Refused as refused:
        return _Waiting(FileRead(source, source.label, refused=refused))
    fetched = FileRead(source, file.name, file.sha256)
    if passed_over(file.sha256):
        return _Waiting(replace(fetched, known=True))
    try:
        return _Waiting(fetched, ask(file, known, cells=cells, reading=True))
    except Refused as refused:
        return _Waiting(replace(fetched, refused=refused))


def _decoded(waiting: _Waiting) -> FileRead:
    if waiting.answer is None:
        return waiting.file
    try:
        reading = decode_reading(waiting.answer.reading)
        return replace(waiting.file, reading=reading, sheets=cells_of(waiting.answer))
    except NotAReadingError:
        return replace(waiting.file, refused=refusal("unreadable", waiting.file.file_name))


@contextmanager
def _at_full_speed() -> Iterator[None]:
    """Threads take turns more often than Python's usual 5 ms, which is longer than reading a file takes.

    And circles of objects are looked for seldom: readings have none, but very many objects.
    """
    turns, objects = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(min(turns, _SECONDS_AT_MOST))
    gc.set_threshold(_OBJECTS_BEFORE_A_CLEARING, *objects[1:])
    try:
        yield
    finally:
        sys.setswitchinterval(turns)
        gc.set_threshold(*objects)
