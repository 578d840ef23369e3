"""Uploads of this session: read once in the safe reader, kept until they are imported or put away."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data_io.errors import Refused
from data_io.layouts.read_sheet import read_all
from data_io.layouts.reading import FileReading
from data_io.school import vocabulary_of
from data_io.workbook.cells import Sheet
from data_io.workbook.reader import read_workbook
from ui import keys
from ui.session import Session


@dataclass(frozen=True)
class Upload:
    """A file that was dropped: its reading and cells, or why it was refused."""

    name: str
    reading: FileReading | None = None
    sheets: tuple[Sheet, ...] = ()
    refused: Refused | None = None


def read_uploads(session: Session, files: list[UploadedFile], school_id: str) -> list[Upload]:
    """Every dropped file, read once however often the screen is drawn."""
    known: dict[str, Upload] = st.session_state.get(keys.UPLOADS, {})
    now = {f.file_id: known.get(f.file_id) or _read(session, f, school_id) for f in files}
    st.session_state[keys.UPLOADS] = now
    return list(now.values())


def _read(session: Session, file: UploadedFile, school_id: str) -> Upload:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(file.getbuffer())
        try:
            workbook = read_workbook(path, name=file.name)
        except Refused as refused:
            return Upload(file.name, refused=refused)
    reading = read_all(workbook, vocabulary_of(session.store, school_id))
    return Upload(workbook.file_name, reading, workbook.sheets)


def sheet_of(upload: Upload, name: str) -> Sheet:
    """The cells of a sheet by its name."""
    return next(sheet for sheet in upload.sheets if sheet.name == name)
