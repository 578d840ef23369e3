"""A zip of workbooks, as a school packs a folder: its files one by one, each for the ordinary safe door."""

import struct
from gettext import gettext as _
from pathlib import PurePosixPath

from data_io.errors import Refused
from data_io.workbook.archive import Archive
from data_io.workbook.limits import MAX_BUNDLE_BYTES, MAX_PARTS, MIB, RejectedError
from data_io.workbook.reader import FileBytes, fetched, shown_name
from data_io.workbook.refusals import refusal

_END = b"PK\x05\x06"
_END_OF_LARGE = b"PK\x06\x07"
_END_BYTES = 22
_MAX_COMMENT = 65_535
_DIRECTORY_BYTES_PER_PART = 1000
# where packing programs leave their own notes
_NOTES = frozenset({"__MACOSX"})


class Bundle:
    """An open zip; Refused where its directory breaks a limit, is encrypted or points outside itself."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = shown_name(name)
        if len(data) > MAX_BUNDLE_BYTES:
            raise bundle_refusal("too_large", self.name)
        try:
            _check_end(data)
            self._archive = Archive(data)
        except RejectedError as rejected:
            raise bundle_refusal(rejected.code, self.name) from rejected
        self._members = {_readable(name): name for name in self._archive.names() if not name.endswith("/")}

    @property
    def is_workbook(self) -> bool:
        """True for a workbook that was given the name of a zip."""
        return bool({"[Content_Types].xml", "mimetype"} & set(self._members))

    def names(self) -> list[str]:
        """The files with their folders ("7.A/mat.xlsx"), in order, without what packing programs add."""
        return sorted(name for name in self._members if not _is_note(PurePosixPath(name)))

    def fetch(self, name: str) -> FileBytes:
        """One file's bytes; Refused when they are damaged or too many."""
        try:
            data = self._archive.read(self._members[name])
        except RejectedError as rejected:
            raise refusal(rejected.code, shown_name(name)) from rejected
        return fetched(name, data)


def bundle_refusal(code: str, name: str) -> Refused:
    """Why a zip is not opened."""
    texts = {
        "too_large": _("Zip-filen »{name}« er større end {most} MB: del den i flere."),
        "password": _("Zip-filen »{name}« er beskyttet med adgangskode: pak den uden, og prøv igen."),
        "dangerous_zip": _(
            "Zip-filen »{name}« er pakket på en måde, der kan være skadelig: pak filerne på ny."
        ),
        "unpacks_too_large": _(
            "Zip-filen »{name}« har over {parts} filer, eller den fylder for meget pakket ud: "
            "del den i flere."
        ),
    }
    broken = _("Zip-filen »{name}« er beskadiget eller kun hentet delvist: pak filerne på ny.")
    known = code if code in texts else "broken_zip"
    text = texts.get(code, broken)
    return Refused(known, text.format(name=name, most=MAX_BUNDLE_BYTES // MIB, parts=MAX_PARTS))


def zip_in_zip(name: str) -> Refused:
    """The refusal of a zip inside a zip."""
    text = _("»{name}« er en zip-fil i en zip-fil og læses ikke: pak den ud først.")
    return Refused("zip_in_zip", text.format(name=shown_name(name)))


def _check_end(data: bytes) -> None:
    """Rejected when the directory is so long that merely listing it would cost much memory."""
    end = data.rfind(_END, max(0, len(data) - _END_BYTES - _MAX_COMMENT))
    if end < 0 or end + _END_BYTES > len(data):
        raise RejectedError("broken_zip")
    parts, length = struct.unpack_from("<HI", data, end + 10)
    too_many = parts > MAX_PARTS or length > MAX_PARTS * _DIRECTORY_BYTES_PER_PART
    if too_many or data[max(0, end - 20) : end].startswith(_END_OF_LARGE):
        raise RejectedError("unpacks_too_large")


def _readable(name: str) -> str:
    """A member's name; without a mark of its letters, Windows means its old Danish ones, others UTF-8."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _is_note(path: PurePosixPath) -> bool:
    return path.name.startswith((".", "~$")) or bool(_NOTES & set(path.parts))
