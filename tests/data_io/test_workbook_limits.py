"""A file that is too large, or built to do harm, is refused before it can."""

import struct
import zipfile
from pathlib import Path
from random import Random

import pytest

from data_io.workbook.reader import read_workbook
from tests.data_io.workbook_files import MAIN, cell, many_cells, raw_ods, raw_xlsx, refusal, row


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_two_cells_at_the_far_corners_of_the_grid(tmp_path: Path, quote: str, prefix: str) -> None:
    rows = row(1, cell("A1")) + row(1_048_576, cell("XFD1048576"))
    rows = rows.replace('"', quote).replace("</", f"</{prefix}")
    for tag in ("row ", "c ", "v>"):
        rows = rows.replace(f"<{tag}", f"<{prefix}{tag}")
    path = raw_xlsx(tmp_path / "7A.xlsx", f'</sheetData><sheetData xmlns:x="{MAIN}">{rows}')

    refused = refusal(path)

    assert refused.code == "too_many_columns"
    assert "kolonne XFD" in refused.message


def test_the_last_row_and_the_last_column_that_are_read(tmp_path: Path) -> None:
    deep = read_workbook(raw_xlsx(tmp_path / "t.xlsx", row(100_000, cell("B100000", 7))))
    wide = read_workbook(raw_xlsx(tmp_path / "t.xlsx", row(1, cell("SF1", 7))))

    assert (len(deep.sheets[0].rows), deep.sheets[0].at(99_999, 1)) == (100_000, 7)
    assert (wide.sheets[0].width, wide.sheets[0].at(0, 499)) == (500, 7)


@pytest.mark.parametrize(
    ("rows", "code", "where"),
    [
        (row(100_001, cell("B100001")), "too_many_rows", "række 100001"),
        (row(1, cell("SG1")), "too_many_columns", "kolonne SG"),
        # without names of their own, cells stand side by side
        (row(1, *["<c><v>1</v></c>"] * 501), "too_many_columns", "kolonne SG"),
        (row(1, cell("A1")) + row(100_000, cell("SF100000")), "too_large", "række 100000"),
    ],
)
def test_cells_outside_the_limits_are_named(tmp_path: Path, rows: str, code: str, where: str) -> None:
    refused = refusal(raw_xlsx(tmp_path / "7A.xlsx", rows))

    assert refused.code == code
    assert where in refused.message
    assert "Ark1" in refused.message


def test_a_sheet_with_more_filled_cells_than_any_school_has(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", many_cells(20_001))

    assert refusal(path).code == "too_large"


def test_a_csv_with_too_many_rows_or_columns(tmp_path: Path) -> None:
    (tmp_path / "deep.csv").write_text("\n" * 100_000 + "Elev;1\n", encoding="utf-8")
    (tmp_path / "wide.csv").write_text(";".join(map(str, range(501))), encoding="utf-8")

    assert refusal(tmp_path / "deep.csv").code == "too_many_rows"
    assert refusal(tmp_path / "wide.csv").code == "too_many_columns"


def test_a_workbook_with_more_than_60_sheets(tmp_path: Path) -> None:
    assert refusal(raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")), sheets=61)).code == "too_many_sheets"


@pytest.mark.parametrize(
    ("repeats", "code"),
    [
        ((1_048_576, 16_384), "too_many_columns"),
        ((1_048_576, 1), "too_many_rows"),
        ((90_000, 40), "too_large"),
        ((50_000, 5), "too_large"),
    ],
)
def test_an_ods_that_repeats_a_value_without_end(tmp_path: Path, repeats: tuple[int, int], code: str) -> None:
    table = (
        f'<table:table-row table:number-rows-repeated="{repeats[0]}">'
        f'<table:table-cell table:number-columns-repeated="{repeats[1]}" office:value-type="float" '
        'office:value="1"/></table:table-row>'
    )

    assert refusal(raw_ods(tmp_path / "7A.ods", table)).code == code


def test_one_part_that_unpacks_to_more_than_a_workbook_can(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")) + " " * 3_000_000)

    assert refusal(path).code == "unpacks_too_large"


def test_parts_that_together_unpack_to_more_than_200_mb(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")))
    # with some noise in it, each part packs to less than 150:1, and only their sum is too large
    body = Random(1).randbytes(400_000) + b" " * 42_000_000  # noqa: S311 – no secret
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/media/{number}.bin", body)
    with zipfile.ZipFile(path) as archive:
        assert all(part.file_size < 150 * part.compress_size for part in archive.infolist())

    assert refusal(path).code == "unpacks_too_large"


def test_a_part_that_is_larger_than_its_archive_says(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")) + " " * 3_000_000)
    data = bytearray(path.read_bytes())
    entry = data.index(b"xl/worksheets/sheet1.xml", data.index(b"PK\1\2")) - 46
    struct.pack_into("<I", data, entry + 24, 1000)
    path.write_bytes(data)

    assert refusal(path).code == "unpacks_too_large"


def test_an_archive_of_very_many_parts(tmp_path: Path) -> None:
    parts = {f"part{number}": "<a/>" for number in range(500)}

    assert (
        refusal(raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")), parts=parts)).code == "unpacks_too_large"
    )


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/evil.xml", "xl/../../evil.xml", "C:/evil.xml", "..\\e.xml"]
)
def test_a_part_with_a_name_that_leaves_the_archive(tmp_path: Path, name: str) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "<a/>")

    assert refusal(path).code == "dangerous_zip"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<a/>")

    assert refusal(path).code == "dangerous_zip"


def test_a_document_type_with_entities(tmp_path: Path) -> None:
    lol = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'

    refused = refusal(raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")), before=lol))

    assert refused.code == "dangerous_xml"


def test_a_document_type_in_utf_16(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", row(1, cell("A1")))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/styles.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode("utf-16"))

    assert refusal(path).code == "dangerous_xml"


def test_a_text_of_which_there_is_too_much_once_it_stands_in_every_cell(tmp_path: Path) -> None:
    shared = f'<sst xmlns="{MAIN}"><si><t>{"Giv et… " * 3_000}</t></si></sst>'
    rows = "".join(row(number, f'<c r="A{number}" t="s"><v>0</v></c>') for number in range(1, 5_001))
    path = raw_xlsx(tmp_path / "7A.xlsx", rows, parts={"sharedStrings": shared})

    assert refusal(path).code == "too_large"
