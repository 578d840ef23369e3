"""Writes ready workbooks for a class: a test to fill points into, or an assessment with its rounds."""

from gettext import gettext as _
from itertools import groupby
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data_io.templates import looks
from data_io.templates.looks import FIRST_COLUMN, NAME_COLUMN
from data_io.templates.model import AssessmentTemplate, TemplateColours, TestTemplate

MARKS = "-, f, syg, fritaget"
SUBJECT_WORDS = {"dansk": "DANSK", "matematik": "MAT", "social": "SOC"}


def write_test(file: BinaryIO, template: TestTemplate, colours: TemplateColours) -> None:
    """A test sheet as Ullerup keeps it, with the pupils in and the points open.

    The title, the class and the date stand in the sheet, so that reading it back asks nothing.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = looks.sheet_name(template.klasse)
    day = template.date
    looks.write_text(sheet, 1, NAME_COLUMN, template.title)
    sheet["A2"] = _("Klasse {klasse} · skoleår {year} · prøve {day} · {subject}").format(
        klasse=template.klasse,
        year=template.skoleaar,
        day=f"{day.day}.{day.month}.{day.year}",
        subject=template.subject,
    )
    columns = list(range(FIRST_COLUMN, FIRST_COLUMN + len(template.tasks)))
    _task_headings(sheet, template, colours)
    rows = looks.write_pupils(sheet, 7, template.pupils, colours)
    looks.open_cells(sheet, [4, 6, *rows], columns, colours)
    _test_rules(sheet, rows, columns, template, colours)
    _totals(sheet, rows, columns, colours)
    lines: list[tuple[str, str, str | None]] = [
        (_("under 40 %"), colours.zones["red"], None),
        (_("40 % til under 70 %"), colours.zones["yellow"], None),
        (_("fra 70 %"), colours.zones["green"], None),
        (_("mangler: {marks} eller blank").format(marks=MARKS), colours.open_cell, None),
    ]
    looks.write_legend(sheet, rows[-1] + 2, lines)
    looks.finish(sheet, "C7", len(columns) + 1)
    book.save(file)


def _task_headings(sheet: Worksheet, template: TestTemplate, colours: TemplateColours) -> None:
    for row, label in enumerate((_("Fagområde"), _("Signalord"), _("Opgave"), _("Maks. point")), start=3):
        looks.heading(sheet, row, NAME_COLUMN, label, colours)
    looks.heading(sheet, 5, NAME_COLUMN, _("Navn"), colours)
    looks.heading(sheet, 5, NAME_COLUMN + 1, _("Uni-login"), colours)
    column = FIRST_COLUMN
    for area, same in groupby(template.tasks, key=lambda task: task.fagomraade):
        count = len(list(same))
        looks.heading(sheet, 3, column, area, colours)
        if count > 1:
            sheet.merge_cells(start_row=3, end_row=3, start_column=column, end_column=column + count - 1)
        column += count
    looks.two_lines(sheet, 3)
    looks.two_lines(sheet, 4)
    for column, task in enumerate(template.tasks, start=FIRST_COLUMN):
        looks.write_text(sheet, 4, column, task.signalord)
        looks.heading(sheet, 5, column, task.label, colours)
        sheet.cell(5, column).number_format = "@"
        sheet.cell(6, column, task.max_points)


def _test_rules(
    sheet: Worksheet, rows: list[int], columns: list[int], template: TestTemplate, colours: TemplateColours
) -> None:
    first, last = get_column_letter(columns[0]), get_column_letter(columns[-1])
    if template.signalord:
        looks.choices(sheet, template.signalord, f"{first}4:{last}4")
    cells = f"{first}{rows[0]}:{last}{rows[-1]}"
    here, top = f"{first}{rows[0]}", f"{first}$6"
    fits = f'OR(NOT(ISNUMBER({here})),AND({here}>=0,OR({top}="",{here}<={top})))'
    looks.limits(
        sheet, fits, _("Point fra 0 til opgavens maksimum, eller {marks}.").format(marks=MARKS), cells
    )
    known = f"ISNUMBER({here}),ISNUMBER({top}),{top}>0"
    looks.colour_when(sheet, cells, f"AND({known},{here}/{top}<0.4)", colours.zones["red"])
    looks.colour_when(
        sheet, cells, f"AND({known},{here}/{top}>=0.4,{here}/{top}<0.7)", colours.zones["yellow"]
    )
    looks.colour_when(sheet, cells, f"AND({known},{here}/{top}>=0.7)", colours.zones["green"])


def _totals(sheet: Worksheet, rows: list[int], columns: list[int], colours: TemplateColours) -> None:
    total = columns[-1] + 1
    looks.heading(sheet, 5, total, _("I alt"), colours)
    first, last = get_column_letter(columns[0]), get_column_letter(columns[-1])
    for row in [6, *rows]:
        cells = f"{first}{row}:{last}{row}"
        sheet.cell(row, total, f'=IF(COUNT({cells})=0,"",SUM({cells}))')


def write_assessment(file: BinaryIO, template: AssessmentTemplate, colours: TemplateColours) -> None:
    """An assessment sheet as Dagnæs keeps it: klasse over round over subject, levels 1–5 open."""
    book = Workbook()
    sheet = book.active
    sheet.title = looks.sheet_name(template.klasse)
    sheet["A1"] = _("Elevvurdering · skoleår {year}").format(year=template.skoleaar)
    wide = len(template.subjects)
    columns = list(range(FIRST_COLUMN, FIRST_COLUMN + wide * len(template.rounds)))
    _assessment_headings(sheet, template, colours)
    rows = looks.write_pupils(sheet, 5, template.pupils, colours)
    looks.open_cells(sheet, rows, columns, colours)
    for place, column in enumerate(columns):
        subject, round_name = template.subjects[place % wide], template.rounds[place // wide]
        letter = get_column_letter(column)
        cells = f"{letter}{rows[0]}:{letter}{rows[-1]}"
        if takes_marks(template, subject, round_name):
            text = _("En karakter fra -3 til 12, gerne med decimaler, eller {marks}.").format(marks=MARKS)
            here = f"{letter}{rows[0]}"
            looks.limits(sheet, f"OR(NOT(ISNUMBER({here})),AND({here}>=-3,{here}<=12))", text, cells)
        else:
            _level_rules(sheet, cells, f"{letter}{rows[0]}", colours)
    words = (_("meget bekymrende"), _("bekymrende"), _("lidt bekymrende"), _("fint"), _("over niveau"))
    lines: list[tuple[str, str, str | None]] = [
        (f"{level} = {word}", *colours.levels[level]) for level, word in enumerate(words, start=1)
    ]
    lines.append((_("mangler: {marks} eller blank").format(marks=MARKS), colours.open_cell, None))
    looks.write_legend(sheet, rows[-1] + 2, lines)
    looks.finish(sheet, "C5", len(columns))
    book.save(file)


def _assessment_headings(sheet: Worksheet, template: AssessmentTemplate, colours: TemplateColours) -> None:
    wide = len(template.subjects)
    looks.heading(sheet, 2, FIRST_COLUMN, template.klasse, colours)
    end = FIRST_COLUMN + wide * len(template.rounds) - 1
    sheet.merge_cells(start_row=2, end_row=2, start_column=FIRST_COLUMN, end_column=end)
    looks.heading(sheet, 4, NAME_COLUMN, _("Navn"), colours)
    looks.heading(sheet, 4, NAME_COLUMN + 1, _("Uni-login"), colours)
    looks.two_lines(sheet, 4)
    for place, round_name in enumerate(template.rounds):
        column = FIRST_COLUMN + place * wide
        looks.heading(sheet, 3, column, round_name, colours)
        sheet.merge_cells(start_row=3, end_row=3, start_column=column, end_column=column + wide - 1)
        for step, subject in enumerate(template.subjects):
            word = SUBJECT_WORDS.get(subject, subject.capitalize())
            if takes_marks(template, subject, round_name):
                # whole numbers from 2 to 4 could be levels, so the heading says what they are
                word = _("{subject} karakter").format(subject=word)
            looks.heading(sheet, 4, column + step, word, colours)


def takes_marks(template: AssessmentTemplate, subject: str, round_name: str) -> bool:
    """True where a round of a subject is filled in with marks of the 7-trinsskala, not with levels."""
    return subject in template.marks and "termin" in round_name.casefold()


def _level_rules(sheet: Worksheet, cells: str, here: str, colours: TemplateColours) -> None:
    fits = f"OR(NOT(ISNUMBER({here})),AND({here}>=1,{here}<=5,{here}=INT({here})))"
    looks.limits(sheet, fits, _("Et helt tal fra 1 til 5, eller {marks}.").format(marks=MARKS), cells)
    for level, (fill, text) in colours.levels.items():
        looks.colour_when(sheet, cells, f"AND(ISNUMBER({here}),{here}={level})", fill, text)
