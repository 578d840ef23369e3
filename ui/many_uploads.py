"""Many uploads at once: a line a file on top, and each file folded until somebody looks at it."""

from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

import pandas as pd
import streamlit as st

from data_io.importing.options import ImportOptions, with_options
from data_io.importing.plan import plan_sheet
from data_io.importing.record_sheets import RECORDS, plan_records
from data_io.importing.register import Register
from data_io.importing.remembered import with_remembered
from data_io.importing.run import import_sheets
from data_io.layouts.reading import SheetReading
from ui.commit_uploads import sentences_of
from ui.formats import as_text, listed
from ui.import_sheet import Readied, draw_sheets
from ui.session import Session
from ui.upload import Upload, keep_uploads

# So many are drawn under one another; more are folded.
FEW = 3
_MOST_WORDS = 3


@dataclass(frozen=True)
class Judged:
    """A file with its sheets that need nothing, and what the others ask."""

    key: str
    upload: Upload
    ready: tuple[Readied, ...] = ()
    asks: tuple[str, ...] = ()
    known_before: bool = False

    @property
    def status(self) -> str:
        """How far the file is, in one or two words."""
        if self.upload.refused:
            return _("Afvist")
        if self.upload.given:
            return _("Læst ind")
        if self.asks:
            return _("Spørger")
        if not self.ready:
            return _("Intet at læse")
        return _("Læst i forvejen") if self.known_before else _("Klar")

    @property
    def waits(self) -> bool:
        """True for a file that can be read in as it is and has not been."""
        return bool(self.ready) and not (self.asks or self.known_before or self.upload.given)


def draw_many(session: Session, school_id: str, uploads: dict[str, Upload]) -> None:
    """The table of files, the button for those that need nothing, and every other file folded."""
    files = judge(session, school_id, uploads)
    _draw_table(files)
    waiting = [file for file in files if file.waits]
    sheets = [sheet for file in waiting for sheet in file.ready]
    if sheets:
        text = ngettext(
            "Læs {n} ark ind, der ikke mangler noget", "Læs {n} ark ind, der ikke mangler noget", len(sheets)
        )
        if st.button(text.format(n=len(sheets)), type="primary"):
            _commit(session, school_id, uploads, waiting)
    for file in sorted(files, key=lambda file: not file.asks):
        if file.upload.reading is not None and not file.upload.given:
            _draw_folded(session, school_id, uploads, file)


def judge(session: Session, school_id: str, uploads: dict[str, Upload]) -> list[Judged]:
    """What every file needs, by what the school knows now and nobody has typed."""
    register = Register(session.store, school_id)
    rows = session.store.rows("imported_files", school_id=school_id)
    known = {row["file_hash"] for row in rows}
    judged = []
    for key, upload in uploads.items():
        file = Judged(key, upload)
        for reading in upload.reading.sheets if upload.reading and not upload.given else ():
            if not reading.hidden and reading.kind != "unknown":
                file = _with_sheet(file, session, register, reading)
        before = bool(upload.reading and upload.reading.sha256 in known)
        judged.append(replace(file, known_before=before))
    return judged


def _with_sheet(file: Judged, session: Session, register: Register, reading: SheetReading) -> Judged:
    sha256 = file.upload.reading.sha256 if file.upload.reading else ""
    nothing = ImportOptions(person=session.scope.person)
    options = with_remembered(register.store, register.school_id, sha256, reading, nothing)
    if reading.kind == "classlist":
        missing = with_options(reading, options).context_missing
        open_ones = [p.message for p in reading.problems if p.severity == "error"]
    elif reading.kind in RECORDS:
        records = plan_records(register.store, register.school_id, reading, options)
        missing = records.reading.context_missing
        open_ones = [p.message for p in records.blocking]
    else:
        plan = plan_sheet(register, reading, options)
        missing = plan.reading.context_missing
        open_ones = [p.message for p in plan.blocking]
    if missing:
        open_ones.insert(0, _("Udfyld {what}.").format(what=listed([_word(name) for name in missing])))
    if open_ones:
        return replace(file, asks=(*file.asks, *open_ones))
    return replace(file, ready=(*file.ready, Readied(file.upload, reading, options, ready=True)))


def _word(missing: str) -> str:
    words = {
        "klasse": _("klasse"),
        "title": _("titel"),
        "date": _("dato"),
        "round": _("runde"),
        "skoleaar": _("skoleår"),
        "period": _("periode"),
    }
    return words.get(missing, missing)


def _draw_table(files: list[Judged]) -> None:
    """A line a file: how far it is, what it holds or gave, and what it asks."""
    st.dataframe(
        pd.DataFrame(
            {
                _("Fil"): [file.upload.name for file in files],
                _("Status"): [file.status for file in files],
                _("Indhold"): [" ".join(file.upload.given) or _content(file.upload) for file in files],
                _("Mangler"): [_asked(file) for file in files],
            }
        ),
        hide_index=True,
        width="stretch",
        key="many-uploads",
    )


def _content(upload: Upload) -> str:
    sheets = [s for s in upload.reading.sheets if s.kind != "unknown"] if upload.reading else []
    if not sheets:
        return ""
    values = sum(r.value is not None for s in sheets for r in s.results)
    pupils = max(len(s.pupils) for s in sheets)
    said = [
        ngettext("{n} ark", "{n} ark", len(sheets)).format(n=len(sheets)),
        ngettext("{n} elev", "{n} elever", pupils).format(n=pupils),
    ]
    if values:
        said.append(ngettext("{n} resultat", "{n} resultater", values).format(n=values))
    return ", ".join(said)


def _asked(file: Judged) -> str:
    if file.upload.refused:
        return file.upload.refused.message
    more = len(file.asks) - _MOST_WORDS
    tail = _(" og {n} til").format(n=more) if more > 0 else ""
    return " ".join(file.asks[:_MOST_WORDS]) + tail


def _draw_folded(session: Session, school_id: str, uploads: dict[str, Upload], file: Judged) -> None:
    """One file, drawn only while it is open; what is answered there is read in there."""
    label = f"{as_text(file.upload.name)} · {file.status}"
    opened = st.expander(label, key=f"fold-{file.key}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        readied = draw_sheets(session, school_id, file.upload)
        if not readied:
            return
        ready = all(sheet.ready for sheet in readied)
        if st.button(_("Læs filen ind"), key=f"read-{file.key}", type="primary", disabled=not ready):
            _commit(session, school_id, uploads, [replace(file, ready=tuple(readied))])


def _commit(session: Session, school_id: str, uploads: dict[str, Upload], files: list[Judged]) -> None:
    """Reads files in; each keeps in the table what it gave, and the others stay."""
    sheets = [(file, sheet) for file in files for sheet in file.ready]
    readings = [(s.upload.reading, s.reading, s.options) for _f, s in sheets if s.upload.reading]
    bar = st.progress(0.0, _("Læser ind ..."))
    given: dict[str, list[str]] = {}
    left: set[str] = set()
    for number, outcome in enumerate(import_sheets(session.store, school_id, readings)):
        file, sheet = sheets[number]
        given.setdefault(file.key, []).extend(sentences_of(sheet.reading.sheet, outcome))
        left |= set() if outcome.done else {file.key}
        bar.progress((number + 1) / len(sheets))
    done = {key: replace(uploads[key], given=tuple(said)) for key, said in given.items() if key not in left}
    keep_uploads(uploads | done)
    st.rerun()
