"""A file that cannot be read is refused with a sentence to act on, and the next file is read."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from data_io.errors import Refused
from data_io.workbook.reader import read_workbook
from tests.data_io.workbook_files import cell, many_cells, raw_ods, raw_xlsx, refusal, relations, row


def test_the_smallest_workbook_of_these_tests_is_a_sound_one(tmp_path: Path) -> None:
    sheets = read_workbook(raw_xlsx(tmp_path / "t.xlsx", row(2, cell("B2", 3)), sheets=60)).sheets
    table = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="3"/></table:table-row>'
    )

    assert len(sheets) == 60
    assert sheets[0].rows == ((), (None, 3))
    assert read_workbook(raw_ods(tmp_path / "t.ods", table)).sheets[0].rows == ((3,),)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "7A.xlsx").code == "missing_file"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "7A").mkdir()

    assert refusal(tmp_path / "7A").code == "folder"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("billede.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"),
        ("brev.csv", b"%PDF-1.7\n1 0 obj\n"),
        ("liste.xls", b"<html><table><tr><td>Elev</td></tr></table></html>"),
        ("brev.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le").rjust(2000)),
        ("tal.csv", bytes(range(256))),
    ],
)
def test_what_is_no_workbook_is_refused_whatever_it_is_called(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    refused = refusal(tmp_path / name)

    assert refused.code == "not_a_workbook"
    assert ".xlsx" in refused.message


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.bin"])
def test_another_zip_file_is_no_workbook(tmp_path: Path, part: str) -> None:
    with zipfile.ZipFile(tmp_path / "7A.xlsx", "w") as archive:
        archive.writestr(part, "<document/>")

    assert refusal(tmp_path / "7A.xlsx").code == "not_a_workbook"


def locked_xlsx(path: Path) -> None:
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "EncryptedPackage".encode("utf-16-le")
    )


def locked_xls(path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("Ark1").write(0, 0, "Elev")
    book.save(str(path))
    data = bytearray(path.read_bytes())
    # the record that says "encrypted" stands where another stood, right after the first of the stream
    first = data.index(struct.pack("<HH", 0x0809, 16))
    struct.pack_into("<H", data, first + 20, 0x002F)
    path.write_bytes(data)


def locked_ods(path: Path) -> None:
    raw_ods(path, "", manifest="<manifest:encryption-data/>")


def locked_zip(path: Path) -> None:
    raw_xlsx(path, row(1, cell("A1")))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)


@pytest.mark.parametrize("make", [locked_xlsx, locked_xls, locked_ods, locked_zip])
def test_a_file_with_a_password(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "7A.xlsx")

    refused = refusal(tmp_path / "7A.xlsx")

    assert refused.code == "password"
    assert "uden adgangskode" in refused.message


def test_a_workbook_that_was_downloaded_in_part(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", many_cells(50))
    path.write_bytes(path.read_bytes()[:1500])

    assert refusal(path).code == "broken_zip"


def test_a_workbook_with_a_damaged_part(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", many_cells(50))
    data = bytearray(path.read_bytes())
    middle = data.index(b"xl/worksheets/sheet1.xml") + 200
    data[middle : middle + 40] = b"\xff" * 40
    path.write_bytes(data)

    assert refusal(path).code == "broken_zip"


def test_a_workbook_whose_parts_do_not_fit_together(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "7A.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
        archive.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        archive.writestr("xl/_rels/workbook.xml.rels", relations())

    assert refusal(tmp_path / "7A.xlsx").code == "unreadable"


@pytest.mark.parametrize("content", [b"", b" \r\n\r\n", b";;;\n;;;\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "7A.csv").write_bytes(content)

    assert refusal(tmp_path / "7A.csv").code == "empty"


def test_a_workbook_without_a_filled_cell(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "7A.xlsx")

    assert refusal(tmp_path / "7A.xlsx").code == "empty"


def test_a_file_of_200_mb(tmp_path: Path) -> None:
    with (tmp_path / "7A.xlsx").open("wb") as file:
        file.truncate(200 * 2**20)

    refused = refusal(tmp_path / "7A.xlsx")

    assert refused.code == "too_large"
    assert "20 MB" in refused.message


def test_the_message_names_an_upload_as_its_owner_named_it(tmp_path: Path) -> None:
    (tmp_path / "tmp8f3a").write_bytes(b"")

    with pytest.raises(Refused) as caught:
        read_workbook(tmp_path / "tmp8f3a", name="010203-1234 mat.xlsx")

    assert "######-#### mat.xlsx" in caught.value.message
    assert "tmp8f3a" not in caught.value.message
    assert "010203" not in caught.value.message
