"""What a file holds is what comes out of the reading of it, cell by cell."""

import hashlib
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.table import CoveredTableCell, TableCell
from openpyxl.styles import PatternFill

from data_io.workbook.cells import Merge
from data_io.workbook.reader import read_workbook
from tests.data_io.workbook_files import csv, ods, ods_cell, sheet_of, with_part, xlsx


def test_values_of_an_xlsx_keep_their_kind(tmp_path: Path) -> None:
    values = [3.0, 5.5, True, date(2026, 1, 14), datetime(2026, 1, 14, 10, 30), time(8, 15), "1.10", "7.A"]

    sheet = sheet_of(tmp_path / "7A.xlsx", {f"{'ABCDEFGH'[i]}1": value for i, value in enumerate(values)})

    assert list(sheet.rows[0]) == values
    assert [type(value) for value in sheet.rows[0]] == [int, float, bool, date, datetime, time, str, str]


def test_a_duration_of_more_than_a_day_is_text(tmp_path: Path) -> None:
    assert sheet_of(tmp_path / "t.xlsx", {"A1": timedelta(hours=30, minutes=5)}).rows == (("30:05:00",),)


def test_text_is_stripped_and_blank_text_is_no_value(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "t.xlsx", {"A1": "  Under-\nsøg ", "B1": "   ", "C1": "Giv et…"})

    assert sheet.rows == (("Under-\nsøg", None, "Giv et…"),)


def test_cells_keep_their_place_when_the_first_rows_and_columns_are_empty(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "t.xlsx", {"D4": "Elev", "F12": 2})

    assert (sheet.at(3, 3), sheet.at(11, 5), sheet.width) == ("Elev", 2, 6)
    assert sum(value is not None for row in sheet.rows for value in row) == 2


def test_merged_ranges_and_hidden_sheets_are_known(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["B2"] = "Funktioner"
        book.worksheets[0].merge_cells("B2:D3")
        book.worksheets[0].title = "Matematik"
        book.create_sheet("Skjult").sheet_state = "hidden"
        book.create_sheet("Meget skjult").sheet_state = "veryHidden"
        book.create_chartsheet("Graf")

    sheets = read_workbook(xlsx(tmp_path / "t.xlsx", fill)).sheets

    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [
        ("Matematik", False),
        ("Skjult", True),
        ("Meget skjult", True),
    ]
    assert sheets[0].merges == (Merge(1, 1, 2, 3),)


def test_errors_and_formulas_without_a_value_are_broken_and_not_just_empty(tmp_path: Path) -> None:
    cells = {"A1": "Elev", "B1": "#N/A", "C1": "=SUM(A2:A9)", "B3": "=1/0", "D3": 4}

    sheet = sheet_of(tmp_path / "t.xlsx", cells)

    assert sheet.broken == ((0, 1), (0, 2), (2, 1))
    assert sheet.rows == (("Elev",), (), (None, None, None, 4))


def test_formulas_with_a_cached_value_give_that_value(tmp_path: Path) -> None:
    plain = xlsx(tmp_path / "t.xlsx", lambda book: book.worksheets[0].append(["=1+2", '=""', "=A1", "=B1"]))
    cached = {
        'r="A1"><f>1+2</f><v />': 'r="A1"><f>1+2</f><v>3</v>',
        'r="B1"><f>""</f><v />': 'r="B1" t="str"><f>""</f><v></v>',
        'r="C1"><f>A1</f><v />': 'r="C1" t="e"><f>A1</f><v>#REF!</v>',
    }

    def change(xml: str) -> str:
        for before, after in cached.items():
            assert before in xml
            xml = xml.replace(before, after)
        return xml

    (sheet,) = read_workbook(with_part(plain, "xl/worksheets/sheet1.xml", change)).sheets

    assert (sheet.rows, sheet.broken) == (((3,),), ((0, 2), (0, 3)))


def test_formatting_far_away_is_no_value(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["A1"] = "Elev"
        book.worksheets[0]["XFD1048576"].fill = PatternFill("solid", fgColor="FFFF0000")

    assert read_workbook(xlsx(tmp_path / "t.xlsx", fill)).sheets[0].rows == (("Elev",),)


def test_what_a_file_is_shows_in_its_bytes_and_not_in_its_name(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "7A.xls", lambda book: book.worksheets[0].append(["Elev", 1]))
    text = tmp_path / "7A.xlsx"
    text.write_text("Elev;1\n", encoding="utf-8")

    assert read_workbook(book).sheets[0].rows == (("Elev", 1),)
    assert read_workbook(text).sheets[0].rows == (("Elev", "1"),)


def test_a_workbook_with_macros_is_read_without_them(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "7A.xlsm", lambda book: book.worksheets[0].append(["Elev", 1]))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub Auto_Open()")

    assert read_workbook(path).sheets[0].rows == (("Elev", 1),)


def test_an_old_xls_is_read_with_its_merges_hidden_sheets_and_errors(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Matematik")
    sheet.write_merge(1, 1, 1, 3, "Funktioner")
    for column, value in enumerate(["1.1", 3.0, 5.5, True]):
        sheet.write(2, 1 + column, value)
    sheet.write(2, 5, date(2026, 1, 14), xlwt.easyxf(num_format_str="DD-MM-YYYY"))
    sheet.row(2).set_cell_error(6, 0x2A)
    book.add_sheet("Skjult").visibility = 1
    book.save(str(tmp_path / "7A.xls"))

    first, second = read_workbook(tmp_path / "7A.xls").sheets

    assert first.rows == ((), (None, "Funktioner"), (None, "1.1", 3, 5.5, True, date(2026, 1, 14)))
    assert (first.merges, first.broken) == ((Merge(1, 1, 1, 3),), ((2, 6),))
    assert (second.name, second.hidden) == ("Skjult", True)


def test_an_ods_is_read_with_its_merges_although_it_fills_the_whole_grid(tmp_path: Path) -> None:
    wide = ods_cell("Funktioner", numbercolumnsspanned=2, numberrowsspanned=1)
    rows = [
        [TableCell(numbercolumnsrepeated=16_384)],
        [ods_cell(), wide, CoveredTableCell(), TableCell(numbercolumnsrepeated=16_381)],
        [ods_cell("1.1"), ods_cell(3.0), ods_cell(5.5), ods_cell(2, numbercolumnsrepeated=2)],
    ]

    (sheet,) = read_workbook(ods(tmp_path / "t.ods", "Dansk & mat", rows, hidden=True)).sheets

    assert (sheet.name, sheet.hidden, sheet.merges) == ("Dansk & mat", True, (Merge(1, 1, 1, 2),))
    assert sheet.rows == ((), (None, "Funktioner"), ("1.1", 3, 5.5, 2, 2))


def test_an_error_in_an_ods_is_broken_and_not_zero(tmp_path: Path) -> None:
    plain = ods(tmp_path / "t.ods", "Ark1", [[ods_cell("Elev"), ods_cell(0), ods_cell(7)]])

    def change(xml: str) -> str:
        name = "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
        assert 'office:value="0"' in xml
        return xml.replace('office:value="0"', f'office:value="0" {name} calcext:value-type="error"')

    (sheet,) = read_workbook(with_part(plain, "content.xml", change)).sheets

    assert (sheet.rows, sheet.broken) == ((("Elev", None, 7),), ((0, 1),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_in_every_usual_encoding_and_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    lines = [["Elev", "Undersøg", "Hvor, hvordan"], ["Søren Ærø", "2", ""], ["Åse", "0", "1"]]
    text = "\r\n".join(delimiter.join(f'"{value}"' for value in line) for line in lines)

    sheet = csv(tmp_path / "7A mat.csv", text, encoding)

    assert sheet.name == "7A mat"
    assert sheet.rows == (("Elev", "Undersøg", "Hvor, hvordan"), ("Søren Ærø", "2"), ("Åse", "0", "1"))


def test_values_of_a_csv_stay_the_text_that_stands_there(tmp_path: Path) -> None:
    sheet = csv(tmp_path / "t.csv", 'Elev;1.1;="1.10"\nAnna;5,50;02\nBo;2,25;-\n')

    assert sheet.rows == (("Elev", "1.1", "1.10"), ("Anna", "5,50", "02"), ("Bo", "2,25", "-"))


def test_a_csv_with_mixed_line_ends_a_title_and_a_separator_line_is_read(tmp_path: Path) -> None:
    sheet = csv(tmp_path / "t.csv", 'sep=;\r\nPrøve, maj\rElev;1\n"Anna;Bo\r\nCarl";2\r\n')

    assert sheet.rows == (("Prøve, maj",), ("Elev", "1"), ("Anna;Bo\nCarl", "2"))


def test_a_forgotten_quotation_mark_does_not_swallow_the_rows_below_it(tmp_path: Path) -> None:
    sheet = csv(tmp_path / "t.csv", 'Elev;1.1\n"Anna;2\nBo;1\nCarl;0\n')

    assert [row[1] for row in sheet.rows] == ["1.1", "2", "1", "0"]


def test_error_values_of_a_danish_export_are_broken(tmp_path: Path) -> None:
    sheet = csv(tmp_path / "t.csv", "Elev;1.1;1.2\nAnna;#I/T;#DIVISION/0!\n")

    assert (sheet.rows[1], sheet.broken) == (("Anna",), ((1, 1), (1, 2)))


def test_an_upload_is_named_as_its_owner_named_it_and_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "tmp8f3a"
    path.write_text("Elev;1\nAnna;2\n", encoding="utf-8")

    book = read_workbook(path, name="C:\\Skole\\7A mat.csv")

    assert (book.file_name, book.sheets[0].name) == ("7A mat.csv", "7A mat")
    assert book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
