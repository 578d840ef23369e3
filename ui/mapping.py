"""What was corrected about sheets on the screen Indlæs, and the sheets as they are read with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from data_io.importing.named_layouts import NamedLayout, guidance_lookup, layouts_of
from data_io.layouts.guidance import NO_GUIDANCE, Guidance
from data_io.layouts.read_sheet import read_all, read_parts
from data_io.layouts.reading import SheetReading
from data_io.layouts.vocabulary import Vocabulary
from data_io.school import vocabulary_of
from data_io.workbook.cells import Sheet, Workbook
from ui import keys
from ui.session import Session
from ui.upload import Upload, sheet_of

# Fewer numbers than this are no results, whatever is said of them.
_FEWEST_NUMBERS = 4


@dataclass(frozen=True)
class Corrections:
    """What was said of one sheet, the newest last; one that says nothing leaves the sheet to its shape.

    `saved` is the name it was saved under, `by_shape` the sheet read by its shape alone, `readings` the
    sheet as the newest has it read.
    """

    said: tuple[Guidance, ...] = ()
    saved: str | None = None
    by_shape: tuple[SheetReading, ...] = ()
    readings: tuple[Guidance, tuple[SheetReading, ...]] | None = None


@dataclass(frozen=True)
class SheetRead:
    """One sheet of an upload: as its shape has it, as it is read now, and why so.

    `guidance` is what holds now; `named` is the school's layout it comes from, None where it was said here.
    """

    upload: Upload
    sheet: Sheet
    by_shape: tuple[SheetReading, ...]
    readings: tuple[SheetReading, ...]
    guidance: Guidance
    corrections: Corrections
    named: NamedLayout | None = None
    saved_layout: NamedLayout | None = None

    @property
    def key(self) -> str:
        """What the fields of the sheet are called in the session."""
        return f"{self.upload.name}/{self.sheet.name}"

    @property
    def can_be_corrected(self) -> bool:
        """True where rows and columns have roles to give: tests, ratings, and numbers nobody understood."""
        if any(reading.kind in ("test", "assessment") for reading in self.readings):
            return True
        return self.readings[0].kind == "unknown" and _has_numbers(self.sheet)

    @property
    def carried(self) -> Guidance:
        """What of the corrections holds for the next sheet of the kind."""
        if not any(reading.pupils for reading in self.readings):
            return NO_GUIDANCE
        return self.guidance.carried(self.sheet, self.readings, self.by_shape)

    @property
    def layout(self) -> str:
        """The fingerprint of sheets of this kind: of the sheet by its shape, as the next one will be met."""
        return self.by_shape[0].layout


def sheets_of(session: Session, school_id: str, upload: Upload) -> list[SheetRead]:
    """The sheets of an upload, read with what was said here, otherwise with the layout the school named."""
    if upload.reading is None:
        return []
    vocabulary = vocabulary_of(session.store, school_id)
    layouts = {named.layout: named for named in layouts_of(session.store, school_id)}
    names = dict.fromkeys(reading.sheet for reading in upload.reading.sheets)
    return [_read(upload, name, layouts, vocabulary) for name in names]


def with_corrections(uploads: dict[str, Upload]) -> dict[str, Upload]:
    """The uploads read as they were corrected on this screen; those of one name are numbered."""
    taken: dict[str, int] = {}
    found: dict[str, Upload] = {}
    for key, upload in uploads.items():
        taken[upload.name] = number = taken.get(upload.name, 0) + 1
        name = upload.name if number == 1 else f"{upload.name} ({number})"
        found[key] = replace(_corrected(upload), name=name)
    return found


def _corrected(upload: Upload) -> Upload:
    if upload.reading is None:
        return upload
    known = _corrections()
    sheets: list[SheetReading] = []
    for name in dict.fromkeys(reading.sheet for reading in upload.reading.sheets):
        said = known.get((upload.reading.sha256, name), Corrections())
        as_dropped = tuple(reading for reading in upload.reading.sheets if reading.sheet == name)
        sheets += (said.readings[1] if said.readings else said.by_shape) if said.said else as_dropped
    return replace(upload, reading=replace(upload.reading, sheets=tuple(sheets)))


def read_again(session: Session, school_id: str) -> None:
    """Reads what was dropped again: the school's layouts have changed."""
    vocabulary = vocabulary_of(session.store, school_id)
    look_up = guidance_lookup(session.store, school_id)
    uploads: dict[str, Upload] = st.session_state.get(keys.UPLOADS, {})
    for key, upload in uploads.items():
        if upload.reading is not None and not upload.given:
            book = Workbook(upload.reading.file_name, upload.reading.sha256, upload.sheets)
            uploads[key] = replace(upload, reading=read_all(book, vocabulary, look_up))


def say(read: SheetRead, guidance: Guidance) -> None:
    """One more correction of a sheet."""
    if guidance != read.guidance or read.named is not None:
        kept = read.corrections
        _keep(read, Corrections((*kept.said, guidance), by_shape=kept.by_shape))


def take_back(read: SheetRead) -> None:
    """The sheet as it was before its newest correction."""
    _keep(read, Corrections(read.corrections.said[:-1], by_shape=read.corrections.by_shape))


def saved_as(read: SheetRead, name: str) -> None:
    """Notes that what was said of a sheet is kept by the school under a name."""
    _keep(read, replace(read.corrections, saved=name))


def forget_corrections() -> None:
    """Nothing is corrected any more: the sheets have been read in."""
    st.session_state.pop(keys.CORRECTIONS, None)


def _read(upload: Upload, name: str, layouts: dict[str, NamedLayout], vocabulary: Vocabulary) -> SheetRead:
    sheet = sheet_of(upload, name)
    corrections = _with_shape(upload, sheet, vocabulary)
    by_shape = corrections.by_shape
    saved = layouts.get(by_shape[0].layout)
    named = None if corrections.said else saved
    guidance = NO_GUIDANCE
    if corrections.said:
        guidance = corrections.said[-1]
    elif named is not None:
        guidance = named.guidance.fitted(sheet, by_shape)
    read = SheetRead(upload, sheet, by_shape, by_shape, guidance, corrections, named, saved)
    return replace(read, readings=_readings(read, vocabulary)) if guidance else read


def _with_shape(upload: Upload, sheet: Sheet, vocabulary: Vocabulary) -> Corrections:
    """What was said of a sheet, with the sheet by its shape: an upload is read with what was named before."""
    place = _place(upload, sheet)
    known = _corrections().setdefault(place, Corrections())
    if not known.by_shape:
        known = replace(known, by_shape=read_parts(sheet, _file_name(upload), vocabulary))
        _corrections()[place] = known
    return known


def _readings(read: SheetRead, vocabulary: Vocabulary) -> tuple[SheetReading, ...]:
    """The sheet read with what holds now; read once, however often the screen is drawn."""
    known = read.corrections.readings
    if known is not None and known[0] == read.guidance:
        return known[1]
    readings = read_parts(read.sheet, _file_name(read.upload), vocabulary, read.guidance)
    _keep(read, replace(read.corrections, readings=(read.guidance, readings)))
    return readings


def _file_name(upload: Upload) -> str:
    return upload.reading.file_name if upload.reading else upload.name


def _corrections() -> dict[tuple[str, str], Corrections]:
    kept: dict[tuple[str, str], Corrections] = st.session_state.setdefault(keys.CORRECTIONS, {})
    return kept


def _keep(read: SheetRead, corrections: Corrections) -> None:
    _corrections()[_place(read.upload, read.sheet)] = corrections


def _place(upload: Upload, sheet: Sheet) -> tuple[str, str]:
    """A sheet by the content of its file, so that the same file put there again is corrected already."""
    return upload.reading.sha256 if upload.reading else upload.name, sheet.name


def _has_numbers(sheet: Sheet) -> bool:
    rows: Sequence[Sequence[object]] = sheet.rows
    return sum(isinstance(v, int | float) for row in rows for v in row) >= _FEWEST_NUMBERS
