"""Templates are filled in as a teacher would and read back; they ask nothing and hold what was filled in."""

import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from data_io.school import ListedPupil
from data_io.templates.model import AssessmentTemplate, TestTemplate, tasks_for
from data_io.templates.write import write_assessment, write_test
from ui.template_colours import template_colours

PUPILS = [
    ListedPupil("Åse Ærø-Øksedal", "aase0102"),
    ListedPupil("Bo Ørn", None),
    ListedPupil("Ida", "idax0001"),
]


def a_test(path: Path) -> Worksheet:
    """A test template of six tasks, opened to be filled in."""
    template = TestTemplate(
        "7.A",
        "2025/26",
        "MAT 7, januar",
        "matematik",
        datetime.date(2026, 1, 14),
        tasks_for({"Algebra": 3, "Geometri": 2, "Funktioner": 1}),
        PUPILS,
        ("Vis", "Undersøg", "Hvor mange"),
    )
    with path.open("wb") as file:
        write_test(file, template, template_colours())
    return openpyxl.load_workbook(path).active


def an_assessment(path: Path, rounds: tuple[str, ...], marks: frozenset[str]) -> Worksheet:
    """An assessment template of dansk, matematik and social, opened to be filled in."""
    subjects = ("dansk", "matematik", "social")
    template = AssessmentTemplate("8.A", "2025/26", rounds, subjects, PUPILS, marks)
    with path.open("wb") as file:
        write_assessment(file, template, template_colours())
    return openpyxl.load_workbook(path).active


def read_back(sheet: Worksheet, path: Path) -> SheetReading:
    """The filled-in sheet as the importer reads it."""
    sheet.parent.save(path)
    (reading,) = read_file(path).sheets
    return reading


def fill(sheet: Worksheet, first_row: int, values: list[list[object]]) -> None:
    """Types values into the open cells from column C on."""
    for row, line in enumerate(values, start=first_row):
        for column, value in enumerate(line, start=3):
            sheet.cell(row, column, value)


def test_a_test_that_is_filled_in_asks_nothing_and_reads_as_it_was_filled(tmp_path: Path) -> None:
    path = tmp_path / "prøve.xlsx"
    sheet = a_test(path)
    fill(sheet, 4, [["Vis", "Undersøg", "Vis", "Hvor mange", "Vis", "Undersøg"]])
    fill(sheet, 6, [[3, 2, 2, 3, 1, 4], [3, 1, 0, 2.5, 1, 4], ["syg"] * 6, [0, 2, 2, 3, "-", 1]])
    reading = read_back(sheet, path)
    assert (reading.klasser, reading.skoleaar, reading.subject) == (("7.A",), "2025/26", "matematik")
    assert (reading.title, reading.date) == ("MAT 7, januar", datetime.date(2026, 1, 14))
    assert reading.context_missing == ()
    assert [p for p in reading.problems if p.severity != "note"] == []
    assert [p.label for p in reading.pupils] == ["Åse Ærø-Øksedal", "Bo Ørn", "Ida"]
    assert [p.unilogin for p in reading.pupils] == ["aase0102", None, "idax0001"]
    assert [(t.label, t.fagomraade, t.signalord, t.max_points) for t in reading.tasks] == [
        ("1.1", "Algebra", "Vis", 3),
        ("1.2", "Algebra", "Undersøg", 2),
        ("1.3", "Algebra", "Vis", 2),
        ("2.1", "Geometri", "Hvor mange", 3),
        ("2.2", "Geometri", "Vis", 1),
        ("3.1", "Funktioner", "Undersøg", 4),
    ]
    points = [[r.value for r in reading.results if r.pupil == p] for p in range(3)]
    assert points == [[3, 1, 0, 2.5, 1, 4], [None] * 6, [0, 2, 2, 3, None, 1]]


@pytest.mark.parametrize(
    ("rounds", "marks", "value"),
    [
        (("Efterår", "Forår"), frozenset[str](), 4),
        (("1. termin", "2. termin"), frozenset({"dansk", "matematik"}), 5.5),
    ],
)
def test_an_assessment_that_is_filled_in_asks_nothing(
    tmp_path: Path, rounds: tuple[str, ...], marks: frozenset[str], value: float
) -> None:
    path = tmp_path / "vurdering.xlsx"
    sheet = an_assessment(path, rounds, marks)
    fill(sheet, 5, [[value, 3, 4, 2, 3, 1], [3, 4, 4, 5, "f", 2], [2, 4, 5, 4, 3, 3]])
    reading = read_back(sheet, path)
    assert (reading.klasser, reading.rounds, reading.skoleaar) == (("8.A",), rounds, "2025/26")
    assert reading.context_missing == ()
    assert [p for p in reading.problems if p.severity != "note"] == []
    assert {c.scale for c in reading.ratings if c.subject in marks} == ({"mark"} if marks else set())
    assert {c.scale for c in reading.ratings if c.subject == "social"} == {"level"}
    assert [r.value for r in reading.results if r.pupil == 0] == [value, 3, 4, 2, 3, 1]


def test_only_the_cells_that_matter_are_open(tmp_path: Path) -> None:
    sheet = a_test(tmp_path / "prøve.xlsx")
    assert sheet.protection.sheet
    assert not sheet["C7"].protection.locked
    assert not sheet["C6"].protection.locked
    assert sheet["A7"].protection.locked
    assert sheet["C5"].protection.locked
    assert not sheet["A10"].protection.locked


def test_points_are_limited_and_coloured_and_signalord_are_a_list(tmp_path: Path) -> None:
    sheet = a_test(tmp_path / "prøve.xlsx")
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["C4:H4"].formula1 == '"Vis,Undersøg,Hvor mange"'
    assert rules["C7:H13"].type == "custom"
    (coloured,) = [r for r in sheet.conditional_formatting if str(r.sqref) == "C7:H13"]
    assert len(coloured.rules) == 3


def test_a_name_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    path = tmp_path / "prøve.xlsx"
    template = TestTemplate(
        "7.A",
        "2025/26",
        "=HYPERLINK(1)",
        "matematik",
        datetime.date(2026, 1, 14),
        tasks_for({"Algebra": 1}),
        [ListedPupil("=1+1", None)],
    )
    with path.open("wb") as file:
        write_test(file, template, template_colours())
    sheet = openpyxl.load_workbook(path).active
    assert (sheet["A1"].data_type, sheet["A1"].value) == ("s", "=HYPERLINK(1)")
    assert (sheet["A7"].data_type, sheet["A7"].value) == ("s", "=1+1")
    assert sheet["A7"].quotePrefix
