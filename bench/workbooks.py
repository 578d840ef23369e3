"""Realistic result workbooks: 30 pupils × 50 tasks, in the layouts schools use, the same every time."""

import random
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

PUPILS, TASKS = 30, 50
AREAS = ("Tal og algebra", "Geometri og måling", "Statistik og sandsynlighed", "Funktioner", "Ligninger")
SIGNALS = ("Beregn", "Undersøg", "Forklar", "Tegn", "Vis", "Find", "Bestem", "Begrund", "Skriv", "Beskriv")
FIRST = "Ida Noah Freja Emil Asta Oscar Liv Viggo Agnes Anton Ella Malthe Saga Aksel Nora Valdemar".split()
LAST = "Holm Lund Krogh Bech Dahl Friis Juhl Winther Skov Toft Bang Ravn".split()
FILLS = [PatternFill("solid", fgColor=colour) for colour in ("F8696B", "FFEB84", "63BE7B")]
EDGE = Side(style="thin", color="BFBFBF")
BOX = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)


def write_workbooks(folder: Path, count: int) -> list[Path]:
    """The workbooks of a school: a folder a class, a workbook a test."""
    lots = random.Random(2026)
    files = []
    for number in range(count):
        klasse = f"{4 + number % 6}.{'AB'[number // 6 % 2]}"
        day = f"{1 + number // 12:02}-{9 + number % 3:02}-2025"
        path = folder / klasse / f"{klasse} matematik prøve {number + 1} {day}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, klasse, f"Matematik prøve {number + 1}", number, lots)
        files.append(path)
    return files


def names_of(klasse: str) -> list[str]:
    """The pupils of a class, the same in each of its workbooks."""
    lots = random.Random(klasse)
    pairs = [f"{first} {last}" for first in FIRST for last in LAST]
    return sorted(lots.sample(pairs, PUPILS))


def _write(path: Path, klasse: str, title: str, number: int, lots: random.Random) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = klasse
    maxima = [lots.choice((1, 2, 2, 3, 4)) for _ in range(TASKS)]
    heads = _headings(number, maxima)
    if number % 3:
        sheet.append([f"{title}, {klasse}"])
        sheet.append([])
    for head in heads:
        sheet.append(head)
    for name in names_of(klasse):
        points = [None if lots.random() < 0.02 else lots.randint(0, most) for most in maxima]
        sheet.append([name, *points, sum(p or 0 for p in points)])
    if number % 2:
        sheet.append(["Gennemsnit", *(round(lots.uniform(0.4, 0.8) * most, 2) for most in maxima)])
    _dress(sheet, len(heads))
    book.save(path)


def _headings(number: int, maxima: list[int]) -> list[list[object]]:
    """The heading rows in one of three orders, with or without a row of maxima."""
    labels = [f"{task // 5 + 1}.{task % 5 + 1}" for task in range(TASKS)]
    areas: list[object] = [AREAS[task // 10] if task % 10 == 0 else None for task in range(TASKS)]
    signals = [SIGNALS[(task + number) % len(SIGNALS)] for task in range(TASKS)]
    area_row: list[object] = ["Fagligt område", *areas]
    signal_row: list[object] = ["Signalord", *signals]
    label_row: list[object] = ["Opgave nr.", *labels, "I alt"]
    max_row: list[object] = ["Maks. point", *maxima, sum(maxima)]
    orders = (
        [area_row, signal_row, label_row, max_row],
        [signal_row, area_row, label_row, max_row],
        [area_row, signal_row, max_row, label_row],
    )
    return orders[number % 3]


def _dress(sheet: Worksheet, heads: int) -> None:
    """Colours, borders and widths, as people make them."""
    sheet.freeze_panes = "B5"
    sheet.column_dimensions["A"].width = 24
    for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row):
        for cell in row:
            if cell.value is None:
                continue
            cell.border = BOX
            if isinstance(cell.value, int) and cell.row > heads + 2:
                cell.fill = FILLS[min(cell.value, 2)]
                cell.alignment = Alignment(horizontal="center")
            elif cell.row <= heads + 2:
                cell.font = Font(bold=True)
