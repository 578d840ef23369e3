"""What became of a sheet, and of a file."""

from dataclasses import dataclass, field
from typing import Literal

from data_io.errors import Refused
from data_io.importing.staging import Committed
from data_io.layouts.reading import Problem, SheetReading
from data_io.school import ListSaved

# refused: nothing of the file was read; asks: an answer or a correction is needed; not_understood: no sheet
# of it holds anything for Klasseblik; unchanged: read, and all of it was there; before: passed over.
Status = Literal["read", "unchanged", "before", "asks", "not_understood", "refused"]


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
    """What became of one file; `refused` says why none of it was read.

    `label` names it among the files of a run, with its folder; `known_before` says that it was passed over
    because an earlier run read the same bytes.
    """

    file_name: str
    refused: Refused | None = None
    sheets: tuple[SheetOutcome, ...] = field(default=())
    label: str = ""
    known_before: bool = False

    @property
    def status(self) -> Status:
        """How the file ended, in one word."""
        if self.refused:
            return "refused"
        if self.known_before:
            return "before"
        understood = [sheet for sheet in self.sheets if sheet.reading.kind != "unknown"]
        if not understood:
            return "not_understood"
        if not all(sheet.done for sheet in understood):
            return "asks"
        unchanged = all(sheet.committed and sheet.committed.unchanged for sheet in understood)
        return "unchanged" if unchanged else "read"
