"""Uploads of this session: read once in the safe reader, kept until they are imported or put away."""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import PurePosixPath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data_io.errors import Refused
from data_io.importing.read_ahead import FileRead, read_ahead
from data_io.importing.run import known_to
from data_io.importing.sources import ZIP, Source, sources_in
from data_io.layouts.reading import FileReading
from data_io.workbook.bundle import Bundle
from data_io.workbook.cells import Sheet
from data_io.workbook.reader import fetched
from ui import keys
from ui.session import Session


@dataclass(frozen=True)
class Upload:
    """A file that was dropped, alone or in a zip: its reading and cells, or why it was refused.

    `given` says what reading it in gave, once it was read in among many.
    """

    name: str
    reading: FileReading | None = None
    sheets: tuple[Sheet, ...] = ()
    refused: Refused | None = None
    given: tuple[str, ...] = ()


def read_uploads(session: Session, files: list[UploadedFile], school_id: str) -> dict[str, Upload]:
    """Every dropped file by its key, read once however often the screen is drawn."""
    known: dict[str, Upload] = st.session_state.get(keys.UPLOADS, {})
    dropped = {file.file_id for file in files}
    now = {key: upload for key, upload in known.items() if key.partition("/")[0] in dropped}
    there = {key.partition("/")[0] for key in now}
    new = [pair for file in files if file.file_id not in there for pair in _sources(file)]
    now |= _read(session, school_id, new)
    st.session_state[keys.UPLOADS] = now
    return now


def keep_uploads(uploads: dict[str, Upload]) -> None:
    """The uploads as they stand after some of them were read in."""
    st.session_state[keys.UPLOADS] = uploads


def _sources(file: UploadedFile) -> Iterator[tuple[str, Source | Upload]]:
    """The files of an upload, each with its key; a zip that is not opened is refused as one."""
    name, data = file.name, file.getvalue()
    if PurePosixPath(name).suffix.lower() == ZIP:
        try:
            bundle = Bundle(name, data)
        except Refused as refused:
            yield file.file_id, Upload(name, refused=refused)
            return
        if not bundle.is_workbook:
            for source in sources_in(lambda: bundle, name, name):
                yield f"{file.file_id}/{source.label}", source
            return
    yield file.file_id, Source(name, name, lambda: fetched(name, data))


def _read(session: Session, school_id: str, files: list[tuple[str, Source | Upload]]) -> dict[str, Upload]:
    uploads = {key: file for key, file in files if isinstance(file, Upload)}
    sources = {key: file for key, file in files if isinstance(file, Source)}
    if not sources:
        return uploads
    bar = st.progress(0.0, _("Læser ...")) if len(sources) > 1 else None
    waiting = iter(sources)
    known = known_to(session.store, school_id)
    for read in read_ahead(sources.values(), known, cells=True):
        if read is not None:
            uploads[next(waiting)] = _upload(read)
        if bar is not None:
            text = _("Læser {n} af {all} filer").format(n=len(uploads), all=len(files))
            bar.progress(min(1.0, len(uploads) / len(files)), text)
    if bar is not None:
        bar.empty()
    return {key: uploads[key] for key, _file in files}


def _upload(read: FileRead) -> Upload:
    name = read.source.label if "/" in read.source.label else read.file_name
    return Upload(name, read.reading, read.sheets, read.refused)


def sheet_of(upload: Upload, name: str) -> Sheet:
    """The cells of a sheet by its name."""
    return next(sheet for sheet in upload.sheets if sheet.name == name)
