"""The two schools' sheets made again, and the ways to write rows of cells as a file of each kind."""

import csv
import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from tests.data_io.workbook_files import ods, ods_cell

Rows = Sequence[Sequence[Any]]

LABELS = ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4"]
SIGNALORD = "Vis/Hvor mange/Skriv/Hvor mange/Under-\nsøg/Hvilket/Hvor stor/Beskriv/Giv et…".split("/")
FAGOMRAADER = ["Matematik i anvendelse", *[None] * 4, "Funktioner", *[None] * 3]
POINTS: list[list[Any]] = [
    ["Elev 1", 3, 2, 0, 3, 0, 2, 0, 1, 0],
    ["Elev 2", 3, 2, 0, 3, 0, 2, 0, 1, 1],
    ["Elev 3", 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ["Elev 4", 3, 2, 2, 3, 2, 2, 2, 1, 2],
    ["Elev 6", 3, 2, 2, 3, 0, 2, 3, 2, 2],
    ["Elev 7", 3, 2, 0, 3, 1, 2, 2, 2, 2],
    ["Elev 8", 3, 2, 2, 0, 0, 0, 0, 1, 0],
]
HEADINGS: list[list[Any]] = [
    ["Fagligt område", *FAGOMRAADER],
    ["Signalord", *SIGNALORD],
    ["Opgave nr./uni-login", *LABELS],
]
ULLERUP: list[list[Any]] = [*HEADINGS, *POINTS]
ULLERUP_MERGES = ("B1:F1", "G1:J1")
MAXIMA: list[Any] = [3, 2, 2, 3, 2, 2, 3, 2, 2]

CLASSES: list[Any] = ["7. A", *[None] * 5, "8. A", *[None] * 5, "9. A", *[None] * 5]
ROUNDS = [c for r in ("Efterår", "Forår", *["1. Termin", "2. Termin"] * 2) for c in (r, None, None)]
SUBJECTS = ["DANSK", "MAT", "SOC"] * 6
PETER = [3, 4, 3, 2, 3, 3, 5.5, 5.5, 2, 4.75, 3, 3, 5, 4, 4, 5.5, 5.5, 3]
DAGNAES: list[list[Any]] = [
    ["Udskoling"],
    ["nr", "Elev:", *CLASSES],
    [None, None, *ROUNDS],
    [None, None, *SUBJECTS],
    [1, "Peter", *PETER],
    *([number] for number in range(2, 31)),
]
DAGNAES_MERGES = ("C2:H2", "I2:N2", "O2:T2", *("C3:E3 F3:H3 I3:K3 L3:N3 O3:Q3 R3:T3".split()))


AREAS = ["Matematik i anvendelse"] * 5 + ["Funktioner"] * 4

WORDS = ["Vis", "Hvor mange", "Skriv", "Hvor mange", "Undersøg", "Hvilket", "Hvor stor", "Beskriv", "Giv et…"]

ONES = [1] * 9

NAMES = ["Anna", "Bo", "Carl", "Dorthe", "Emil", "Freja", "Gry"]

CLASS = [[name, *row[1:]] for name, row in zip(NAMES, POINTS, strict=True)]


def add_sheet(
    book: openpyxl.Workbook, name: str, rows: Rows, merges: Iterable[str] = (), *, hidden: bool = False
) -> None:
    """One more sheet in a workbook."""
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    sheet.sheet_state = "hidden" if hidden else "visible"


def xlsx_of(path: Path, rows: Rows, merges: Iterable[str] = (), *, name: str = "Ark1") -> Path:
    """A workbook of one sheet."""
    return xlsx_with(path, {name: rows}, merges)


def xlsx_with(path: Path, sheets: dict[str, Rows], merges: Iterable[str] = ()) -> Path:
    """A workbook of several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        add_sheet(book, name, rows, merges)
    book.save(path)
    return path


def xls_of(path: Path, rows: Rows, merges: Iterable[tuple[int, int, int, int]] = ()) -> Path:
    """An old Excel file; merges are first row, last row, first column, last column."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark1")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                sheet.write(r, c, value)
    for top, bottom, left, right in merges:
        sheet.merge(top, bottom, left, right)
    book.save(str(path))
    return path


def ods_of(path: Path, rows: Rows) -> Path:
    """A LibreOffice file."""
    return ods(path, "Ark1", [[ods_cell(value) for value in row] for row in rows])


def csv_of(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ";") -> Path:
    """A text file with decimal commas."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([[_said(v) for v in row] for row in rows])
    return path


def _said(value: object) -> str:
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def read_one(path: Path) -> SheetReading:
    """The reading of a file's only sheet."""
    (sheet,) = read_file(path).sheets
    return sheet


def reading_of(folder: Path, rows: Rows, merges: Iterable[str] = (), *, file: str = "t.xlsx") -> SheetReading:
    """The reading of rows as the only sheet of a workbook."""
    return read_one(xlsx_of(folder / file, rows, merges))


def codes(reading: SheetReading) -> list[str]:
    """The codes of a sheet's problems, without the note that no maximum is printed."""
    return [problem.code for problem in reading.problems if problem.code != "no_maximum"]


def is_ullerup(reading: SheetReading) -> None:
    """The reading has every number of the excerpt that VIVE's booklet prints."""
    said = reading.as_contract()
    counts = [said[name] for name in ("kind", "pupils", "tasks", "values", "missing", "points", "max_points")]
    assert counts == ["test", 7, 9, 63, 0, 86, 21]
    assert [pupil.label for pupil in reading.pupils] == [row[0] for row in POINTS]
    assert [task.label for task in reading.tasks] == LABELS
    assert [task.fagomraade for task in reading.tasks] == AREAS
    assert [task.signalord for task in reading.tasks] == WORDS
    assert [r.value for r in reading.results] == [value for row in POINTS for value in row[1:]]
