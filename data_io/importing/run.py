"""Importing files from end to end: read, plan, commit what needs nothing more, and say the rest."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path

from data_io.errors import Refused
from data_io.importing.commit import Committed, commit
from data_io.importing.options import ImportOptions, KlasseKey, klasse_keys, with_options
from data_io.importing.plan import make_plan
from data_io.importing.remembered import with_remembered
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import FileReading, Problem, SheetReading
from data_io.school import ListedPupil, ListSaved, save_class_list, vocabulary_of
from data_io.store.store import Store

READABLE = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv"})


@dataclass(frozen=True)
class SheetOutcome:
    """What became of one sheet: committed, a class list saved, or held back by its problems."""

    reading: SheetReading
    committed: Committed | None = None
    class_lists: tuple[ListSaved, ...] = ()
    blocking: tuple[Problem, ...] = ()
    context_missing: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """True when nothing more is needed for this sheet."""
        return self.committed is not None or bool(self.class_lists)


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file; `refused` says why none of it was read."""

    file_name: str
    refused: Refused | None = None
    sheets: tuple[SheetOutcome, ...] = field(default=())


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: a folder gives the tables in it, also further down, in order of name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.suffix.lower() in READABLE)
            found += [p for p in inside if not p.name.startswith((".", "~$"))]
        else:
            found.append(path)
    return found


def import_files(
    store: Store,
    school_id: str,
    files: Iterable[Path],
    options_for: Callable[[str, str], ImportOptions | None],
) -> Iterator[FileOutcome]:
    """Imports files one after another; `options_for(file name, sheet)` says what goes with each sheet.

    None for a sheet leaves it out. Hidden sheets are left out.
    """
    vocabulary = vocabulary_of(store, school_id)
    for path in files:
        try:
            reading = read_file(path, vocabulary=vocabulary)
        except Refused as refused:
            yield FileOutcome(path.name, refused)
            continue
        yield FileOutcome(path.name, sheets=tuple(_sheets(store, school_id, reading, options_for)))


def _sheets(
    store: Store,
    school_id: str,
    reading: FileReading,
    options_for: Callable[[str, str], ImportOptions | None],
) -> Iterator[SheetOutcome]:
    for sheet in reading.sheets:
        options = options_for(reading.file_name, sheet.sheet)
        if options is not None and not sheet.hidden:
            yield import_sheet(store, school_id, reading, sheet, options)


def import_sheet(
    store: Store, school_id: str, file: FileReading, sheet: SheetReading, options: ImportOptions
) -> SheetOutcome:
    """Commits one sheet when nothing more is needed for it, otherwise says what is."""
    if sheet.kind == "classlist":
        return _import_class_list(store, school_id, sheet, options)
    with store.writing:
        options = with_remembered(store, school_id, file.sha256, sheet, options)
        plan = make_plan(store, school_id, sheet, options)
        if not plan.ready:
            return SheetOutcome(
                plan.reading, blocking=plan.blocking, context_missing=plan.reading.context_missing
            )
        return SheetOutcome(plan.reading, commit(store, plan, file.file_name, file.sha256))


def _import_class_list(
    store: Store, school_id: str, sheet: SheetReading, options: ImportOptions
) -> SheetOutcome:
    """Saves the class lists of a sheet; one that was announced as a test is held back."""
    blocking = [p for p in sheet.problems if p.severity == "error"]
    if options.title or options.date:
        text = _("Arket “{sheet}” er en klasseliste: der er navne, men ingen point. Det er ikke en prøve.")
        blocking.append(Problem(None, "error", "not_a_test", text.format(sheet=sheet.sheet)))
    reading = with_options(sheet, options)
    if blocking or reading.context_missing:
        return SheetOutcome(reading, blocking=tuple(blocking), context_missing=reading.context_missing)
    saved = tuple(
        save_class_list(store, school_id, klasse, pupils) for klasse, pupils in class_lists(reading).items()
    )
    return SheetOutcome(reading, class_lists=saved)


def class_lists(reading: SheetReading) -> dict[KlasseKey, list[ListedPupil]]:
    """The pupils of a class list by class; a row without a class belongs to the sheet's only one."""
    keys = klasse_keys(reading)
    only = next(iter(keys.values())) if len(keys) == 1 else None
    lists: dict[KlasseKey, list[ListedPupil]] = {}
    for pupil in reading.pupils:
        key = keys.get(pupil.klasse or "", only)
        if key is not None:
            lists.setdefault(key, []).append(ListedPupil(pupil.label, pupil.unilogin))
    return lists
