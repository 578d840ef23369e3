"""What a file is, told from its bytes and never from its name."""

from typing import Literal

from data_io.workbook.archive import Archive
from data_io.workbook.limits import RejectedError

Kind = Literal["xlsx", "ods", "xls", "text"]

_ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_OPENDOCUMENT_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def kind_of(data: bytes) -> Kind:
    """The kind of a file; Rejected when it is empty, locked, broken or no workbook."""
    if not data.strip(b" \t\r\n"):
        raise RejectedError("empty")
    if data.startswith(_ZIP_MAGIC):
        return _kind_of_archive(Archive(data))
    if data.startswith(_OLE_MAGIC):
        return _kind_of_ole(data)
    return "text"


def _kind_of_archive(archive: Archive) -> Kind:
    names = archive.names()
    if any(name.startswith("xl/") for name in names) and "xl/workbook.bin" not in names:
        return "xlsx"
    if "mimetype" not in names or not archive.read("mimetype").startswith(_OPENDOCUMENT_SHEET):
        raise RejectedError("not_a_workbook")
    if "encrypted-package" in names or b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise RejectedError("password")
    return "ods"


def _kind_of_ole(data: bytes) -> Kind:
    if _OLE_ENCRYPTED in data:
        raise RejectedError("password")
    if not any(name in data for name in _OLE_WORKBOOKS):
        raise RejectedError("not_a_workbook")
    return "xls"
