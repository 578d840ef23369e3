"""Importing files from end to end: read, plan, commit what needs nothing more, and say the rest."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from data_io.importing.named_layouts import layouts_of
from data_io.importing.options import ImportOptions
from data_io.importing.outcome import FileOutcome, SheetOutcome
from data_io.importing.read_ahead import FileRead, read_ahead
from data_io.importing.resuming import ReadBefore
from data_io.importing.sources import Source, source_of
from data_io.importing.taking import OptionsFor, Taking
from data_io.layouts.reading import FileReading, SheetReading
from data_io.layouts.reading_wire import Knowledge, encode_knowledge
from data_io.school import vocabulary_of
from data_io.store.store import Store

__all__ = [
    "FileOutcome",
    "SheetOutcome",
    "import_files",
    "import_sheet",
    "import_sheets",
    "import_sources",
    "known_to",
]

# Written together at most; what is killed in between is read again by the next run.
# Every group costs the store some twenty statements, as much as reading ten files.
FILES_IN_A_GROUP = 256
RESULTS_IN_A_GROUP = 300_000
SECONDS_OF_A_GROUP = 0.5


def import_files(
    store: Store, school_id: str, files: Iterable[Path], options_for: OptionsFor
) -> Iterator[FileOutcome]:
    """Imports files in their order; `options_for(file name, sheet)` says what goes with each sheet.

    None for a sheet leaves it out. Hidden sheets are left out.
    """
    return import_sources(store, school_id, [source_of(path) for path in files], options_for)


def import_sources(
    store: Store,
    school_id: str,
    sources: Iterable[Source],
    options_for: OptionsFor,
    said: str | None = None,
) -> Iterator[FileOutcome]:
    """The same for files from anywhere, read by several readers at once and written in groups.

    `said` is what the run is told of every file (`resuming.told`): with it the run passes over files that
    an earlier one read whole, and notes those it reads itself. A file comes out when it is written.
    """
    before = None if said is None else ReadBefore(store, school_id, said)
    taking = Taking(store, school_id, before)
    passed_over: Callable[[str], bool] = before.__contains__ if before is not None else lambda _sha256: False
    with store.on_one_thread():
        for group in _groups(read_ahead(sources, known_to(store, school_id), passed_over)):
            with store.writing:
                taking.begin()
                outcomes = [taking.take_file(read, options_for) for read in group]
                taking.write()
            yield from outcomes


def import_sheet(
    store: Store, school_id: str, file: FileReading, sheet: SheetReading, options: ImportOptions
) -> SheetOutcome:
    """Commits one sheet when nothing more is needed for it, otherwise says what is."""
    with store.writing:
        taking = Taking(store, school_id)
        outcome = taking.take_sheet(file, sheet, options)
        taking.write()
    return outcome


def import_sheets(
    store: Store, school_id: str, sheets: Sequence[tuple[FileReading, SheetReading, ImportOptions]]
) -> Iterator[SheetOutcome]:
    """The same for many sheets, which are written in groups."""
    for first in range(0, len(sheets), FILES_IN_A_GROUP):
        with store.writing:
            taking = Taking(store, school_id)
            outcomes = [taking.take_sheet(*sheet) for sheet in sheets[first : first + FILES_IN_A_GROUP]]
            taking.write()
        yield from outcomes


def known_to(store: Store, school_id: str) -> bytes:
    """What a school's sheets are read with, for the readers: its words and the layouts it has named."""
    guidance = {named.layout: named.guidance for named in layouts_of(store, school_id)}
    return encode_knowledge(Knowledge(vocabulary_of(store, school_id), guidance))


def _groups(reads: Iterable[FileRead | None]) -> Iterator[list[FileRead]]:
    """Files in groups that are worth a transaction, and not longer in coming than a moment."""
    group: list[FileRead] = []
    weight, began = 0, time.monotonic()
    for read in reads:
        if read is not None:
            began = began if group else time.monotonic()
            group.append(read)
            weight += sum(len(sheet.results) for sheet in read.reading.sheets) if read.reading else 0
        full = len(group) >= FILES_IN_A_GROUP or weight >= RESULTS_IN_A_GROUP
        if group and (full or time.monotonic() - began > SECONDS_OF_A_GROUP):
            yield group
            group, weight = [], 0
    if group:
        yield group
