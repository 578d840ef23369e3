"""No CPR number leaves the reading of a file, and nothing else is taken for one."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_io.workbook.reader import read_workbook
from tests.data_io.workbook_files import csv, sheet_of, xlsx

CPR = "010203-1234"


@pytest.mark.parametrize("written", ["010203-1234", "010203 1234", "0102031234", 102031234, "01.02.03-1234"])
def test_a_column_of_cpr_numbers_is_emptied(tmp_path: Path, written: str | int) -> None:
    cells: dict[str, object] = {"A1": "Elev", "B1": "Nummer", "C1": "1.1"}
    for row, name in enumerate(["Anna", "Bo", "Carl"], start=2):
        cells |= {f"A{row}": name, f"B{row}": written, f"C{row}": row}

    sheet = sheet_of(tmp_path / "t.xlsx", cells)

    assert (sheet.cpr_columns, sheet.cpr_cells) == ((1,), ())
    assert sheet.rows == (("Elev", None, "1.1"), ("Anna", None, 2), ("Bo", None, 3), ("Carl", None, 4))


def test_one_number_under_the_word_cpr_is_enough(tmp_path: Path) -> None:
    sheet = csv(tmp_path / "t.csv", "Elev;CPR-nr.;1.1\nAnna;3112994321;2\n")

    assert (sheet.cpr_columns, sheet.rows[1]) == ((1,), ("Anna", None, "2"))


def test_a_cpr_number_in_other_text_is_masked_in_its_cell(tmp_path: Path) -> None:
    sheet = csv(tmp_path / "t.csv", f"Elev;1.1\nPeter {CPR};2\nBo (0102031234);1\nCarl;0\n0102031234;1\n")

    assert sheet.cpr_cells == ((1, 0), (2, 0), (4, 0))
    assert [row[0] for row in sheet.rows[1:]] == [
        "Peter ######-####",
        "Bo (######-####)",
        "Carl",
        "######-####",
    ]
    assert [row[1] for row in sheet.rows] == ["1.1", "2", "1", "0", "1"]


def test_other_numbers_are_no_cpr_numbers(tmp_path: Path) -> None:
    lines = [
        ["unilogin", "telefon", "point", "uden dato", "gennemsnit", "dato"],
        ["anna0102", "20304050", "12", "4790807060", "0,1212121212", "24.11.2026"],
        ["bo031299", "+4531121212", "9", "320113-1234", "2.3112251234", "14-01-2026 10:30"],
        ["carl1234567", "12 34 56 78", "123456789", "011399-1234", "0,0909090909", "2026-01-14"],
        ["d", "4520304050", "999999999", "290201-1234", "1.1001001001", "1. termin 2025/26"],
    ]

    sheet = csv(tmp_path / "t.csv", "\n".join(";".join(line) for line in lines))

    assert (sheet.cpr_columns, sheet.cpr_cells) == ((), ())
    assert [list(row) for row in sheet.rows] == lines


def test_a_cpr_number_in_the_name_of_a_file_or_a_sheet_is_masked(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].title = f"Bo {CPR}"
        book.worksheets[0]["A1"] = "Elev"

    book = read_workbook(xlsx(tmp_path / f"Bo {CPR}.xlsx", fill))

    assert (book.file_name, book.sheets[0].name) == ("Bo ######-####.xlsx", "Bo ######-####")


@given(
    born=st.dates(date(1940, 1, 1), date(2026, 12, 31)),
    last=st.integers(0, 9999),
    between=st.sampled_from(["", "-", " ", " - ", "–"]),
    before=st.sampled_from(["", "Bo ", "cpr:", "(", "nr."]),
    after=st.sampled_from(["", " Bo", ")", ", 7.A", "."]),
)
def test_no_cpr_number_comes_through_whatever_stands_around_it(
    tmp_path_factory: pytest.TempPathFactory, born: date, last: int, between: str, before: str, after: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "cpr.csv"
    path.write_text(f"Elev\t{before}{born:%d%m%y}{between}{last:04}{after}\nAnna\t2\n", encoding="utf-8")

    shown = repr(read_workbook(path))

    assert f"{born:%d%m%y}" not in shown
