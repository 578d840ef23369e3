"""Takes sheets into the school one after another, and writes them in groups."""

from collections.abc import Callable
from typing import Any

from data_io.importing.class_list import import_class_list
from data_io.importing.commit import write_staged
from data_io.importing.options import ImportOptions
from data_io.importing.outcome import FileOutcome, SheetOutcome
from data_io.importing.plan import plan_sheet
from data_io.importing.read_ahead import FileRead
from data_io.importing.record_sheets import RECORDS, import_records
from data_io.importing.register import Register
from data_io.importing.remembered import with_remembered
from data_io.importing.resuming import ReadBefore
from data_io.importing.staging import Staged, stage
from data_io.layouts.reading import FileReading, SheetReading
from data_io.store.store import Store

# (file name, sheet) -> what goes with the sheet; None leaves it out
OptionsFor = Callable[[str, str], ImportOptions | None]


class Taking:
    """The sheets of a run on their way into one school; used by one thread that holds `store.writing`."""

    def __init__(self, store: Store, school_id: str, read_before: ReadBefore | None = None) -> None:
        self._store = store
        self._school_id = school_id
        self._read_before = read_before
        self._register = Register(store, school_id, self.write)
        self._staged: list[Staged] = []
        self._whole_files: list[dict[str, Any]] = []

    def begin(self) -> None:
        """A new group begins: what others have changed meanwhile is seen."""
        self._register.refresh()

    def take_file(self, read: FileRead, options_for: OptionsFor) -> FileOutcome:
        """What becomes of a file; it stands in the store after the next `write`."""
        if read.reading is None:
            return FileOutcome(read.file_name, read.refused, label=read.source.label, known_before=read.known)
        sheets = []
        for sheet in read.reading.sheets:
            options = options_for(read.reading.file_name, sheet.sheet)
            if options is not None and not sheet.hidden:
                sheets.append(self.take_sheet(read.reading, sheet, options))
        outcome = FileOutcome(read.file_name, sheets=tuple(sheets), label=read.source.label)
        if self._read_before is not None and outcome.status in ("read", "unchanged"):
            self._whole_files.append(self._read_before.row(read.reading.sha256))
        return outcome

    def take_sheet(self, file: FileReading, sheet: SheetReading, options: ImportOptions) -> SheetOutcome:
        """Takes a sheet in when nothing more is needed for it, otherwise says what is."""
        if sheet.kind == "classlist":
            return self._take_class_list(sheet, options)
        if sheet.kind in RECORDS:
            return self._take_records(file, sheet, options)
        options = self._remembered(file, sheet, options)
        plan = plan_sheet(self._register, sheet, options)
        if not plan.ready:
            missing = plan.reading.context_missing
            return SheetOutcome(plan.reading, blocking=plan.blocking, context_missing=missing)
        staged = stage(self._register, plan, file.file_name, file.sha256)
        self._staged.append(staged)
        if self._register.in_doubt:
            self.write()
        return SheetOutcome(plan.reading, staged.done)

    def write(self) -> None:
        """Everything taken in is in the store."""
        staged, self._staged = self._staged, []
        whole, self._whole_files = self._whole_files, []
        if staged or whole:
            write_staged(self._store, staged, whole)
            self._register.written()

    def _remembered(self, file: FileReading, sheet: SheetReading, options: ImportOptions) -> ImportOptions:
        if any(staged.file_hash == file.sha256 for staged in self._staged):
            self.write()
        if file.sha256 not in self._register.kept("files", self._imported_files):
            return options
        return with_remembered(self._store, self._school_id, file.sha256, sheet, options)

    def _imported_files(self) -> frozenset[str]:
        rows = self._store.rows("imported_files", school_id=self._school_id)
        return frozenset(row["file_hash"] for row in rows)

    def _take_records(self, file: FileReading, sheet: SheetReading, options: ImportOptions) -> SheetOutcome:
        self.write()
        plan, done = import_records(self._store, self._school_id, file, sheet, options)
        self._register.refresh()
        if done:
            return SheetOutcome(plan.reading, done)
        return SheetOutcome(plan.reading, None, (), plan.blocking, plan.reading.context_missing)

    def _take_class_list(self, sheet: SheetReading, options: ImportOptions) -> SheetOutcome:
        self.write()
        outcome = import_class_list(self._store, self._school_id, sheet, options)
        self._register.refresh()
        return outcome
