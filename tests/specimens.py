"""One small sound file of every format and of every kind of sheet, as what is then changed by lot."""

import csv
import datetime
import zipfile
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.styles import PatternFill

from data_io.school import ListedPupil
from data_io.templates.model import AssessmentTemplate, TestTemplate, tasks_for
from data_io.templates.write import write_assessment, write_test
from tests.data_io.result_sheets import CLASS, DAGNAES, DAGNAES_MERGES, ULLERUP, ULLERUP_MERGES, Rows, xlsx_of
from tests.data_io.workbook_files import ods, ods_cell
from ui.template_colours import template_colours

CLASS_LIST: Rows = [
    ["Fornavn", "Efternavn", "Uni-login", "Klasse"],
    ["Åse", "Ærø", "aase0102", "7.A"],
    ["Bo", "Holm", "boho0304", "7.A"],
]
TURNED: Rows = [list(column) for column in zip(*ULLERUP[2:], strict=True)]
PUPILS = [ListedPupil("Åse Ærø", "aase0102"), ListedPupil("Bo <Holm>", None)]


def write_all(folder: Path) -> list[Path]:
    """The files, each written anew."""
    return [
        xlsx_of(folder / "ullerup.xlsx", ULLERUP, ULLERUP_MERGES),
        xlsx_of(folder / "dagnaes.xlsx", DAGNAES, DAGNAES_MERGES),
        xlsx_of(folder / "turned.xlsx", TURNED),
        xlsx_of(folder / "liste.xlsx", CLASS_LIST),
        _with_macros(folder),
        _coloured(folder / "farver.xlsx"),
        _test_template(folder / "prøve.xlsx"),
        _assessment_template(folder / "vurdering.xlsx"),
        ods(folder / "ullerup.ods", "Ark1", [[ods_cell(value) for value in row] for row in ULLERUP]),
        _xls(folder / "ullerup.xls", ULLERUP),
        _xls(folder / "dagnaes.xls", DAGNAES),
        *(_csv(folder / f"{name}.csv", name) for name in ("utf-8", "utf-16", "windows-1252")),
    ]


def _with_macros(folder: Path) -> Path:
    path = xlsx_of(folder / "makro.xlsx", ULLERUP, ULLERUP_MERGES)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Attribut VB_Name")
    return path.rename(folder / "makro.xlsm")


def _coloured(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ULLERUP:
        book.worksheets[0].append(row)
    for colour, cells in zip(("FFFF0000", "FFFFFF00", "FF00B050"), book.worksheets[0]["B4:J6"], strict=True):
        for cell in cells:
            cell.value = None
            cell.fill = PatternFill("solid", start_color=colour)
    book.save(path)
    return path


def _test_template(path: Path) -> Path:
    areas = tasks_for({"Algebra": 2, "Geometri": 1})
    day = datetime.date(2026, 1, 14)
    template = TestTemplate("7.A", "2025/26", "MAT 7", "matematik", day, areas, PUPILS, ("Vis", "Skriv"))
    with path.open("wb") as file:
        write_test(file, template, template_colours())
    return path


def _assessment_template(path: Path) -> Path:
    template = AssessmentTemplate("8.A", "2025/26", ("Efterår",), ("dansk", "matematik"), PUPILS)
    with path.open("wb") as file:
        write_assessment(file, template, template_colours())
    return path


def _xls(path: Path, rows: Rows) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark1")
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value)
    book.save(str(path))
    return path


def _csv(path: Path, encoding: str) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows([["Elev", *ULLERUP[2][1:]], *CLASS])
    return path
