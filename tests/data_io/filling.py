"""Fills a template in as a teacher would, with values drawn by lot from those its cells allow."""

from pathlib import Path
from random import Random

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

MISSING = ("-", "f", "syg", "fritaget", None)
MARKS = (-3, 0, 2, 4, 7, 10, 12, 5.5)
Values = dict[str, list[object]]


def fill_test(path: Path, pupils: int, random: Random) -> Values:
    """Points from 0 to each task's maximum, some missing; what was typed, by pupil."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = [c for c in range(3, sheet.max_column) if sheet.cell(5, c).value]
    for column in columns:
        # a maximum and a signalord that the template leaves open are the teacher's to write
        if sheet.cell(6, column).value is None:
            sheet.cell(6, column, random.choice((1, 2, 3, 4, 10)))
        if sheet.cell(4, column).value is None:
            sheet.cell(4, column, random.choice(("Vis", "Skriv", "Undersøg")))
    typed: Values = {}
    for row in range(7, 7 + pupils):
        values = [_points(sheet, column, random, 0.15 if pupils > 1 else 0) for column in columns]
        # nothing but zeros is what an absent pupil's row looks like, and is asked about
        values[0] = sheet.cell(6, columns[0]).value
        typed[str(sheet.cell(row, 1).value)] = _write(sheet, row, columns, values)
    book.save(path)
    return typed


def _points(sheet: Worksheet, column: int, random: Random, share_missing: float) -> object:
    if random.random() < share_missing:
        return random.choice(MISSING)
    return random.randint(0, int(2 * sheet.cell(6, column).value)) / 2


def fill_assessment(path: Path, pupils: int, random: Random) -> Values:
    """Levels 1–5, and marks of the 7-trinsskala under a heading that says karakter."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = [c for c in range(3, sheet.max_column + 1) if sheet.cell(4, c).value]
    typed: Values = {}
    for row in range(5, 5 + pupils):
        values: list[object] = []
        for column in columns:
            graded = "karakter" in str(sheet.cell(4, column).value)
            value: object = random.choice(MARKS) if graded else random.randint(1, 5)
            # with one pupil a blank is a whole column that nobody uses
            values.append(random.choice(MISSING) if pupils > 1 and random.random() < 0.1 else value)
        values[-1] = 3
        typed[str(sheet.cell(row, 1).value)] = _write(sheet, row, columns, values)
    book.save(path)
    return typed


def _write(sheet: Worksheet, row: int, columns: list[int], values: list[object]) -> list[object]:
    for column, value in zip(columns, values, strict=True):
        cell = sheet.cell(row, column)
        assert not cell.protection.locked, cell.coordinate
        cell.value = value
    return [None if value in MISSING else value for value in values]
