"""What both templates share: headings, open cells, limits on cells, colours by condition, the legend."""

import re
from collections.abc import Sequence
from gettext import gettext as _

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_io.school import ListedPupil
from data_io.templates.model import TemplateColours

NAME_COLUMN, LOGIN_COLUMN, FIRST_COLUMN = 1, 2, 3
SPARE_ROWS = 4
# a font without a name is Excel's own in Excel, and a serif in LibreOffice
FONT = "Calibri"
LINE_POINTS = 15


def fill_of(colour: str) -> PatternFill:
    """A solid fill."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def heading(sheet: Worksheet, row: int, column: int, text: str, colours: TemplateColours) -> None:
    """A heading cell: bold on the quiet tint, and locked."""
    cell = write_text(sheet, row, column, text)
    cell.font = Font(name=FONT, bold=True)
    cell.fill = fill_of(colours.heading)
    cell.alignment = Alignment(horizontal="left" if column < FIRST_COLUMN else "center", wrap_text=True)


def two_lines(sheet: Worksheet, row: int) -> None:
    """A row of headings that are as high as two lines; no program makes room for them by itself."""
    sheet.row_dimensions[row].height = 2 * LINE_POINTS


def sheet_name(klasse: str) -> str:
    """A class's name as a sheet may be called: some signs are not allowed, and 31 letters are the most."""
    return re.sub(r"[\\/*?:\[\]\x00-\x1f]|^'|'$", "-", klasse[:31]) or "Ark1"


def write_text(sheet: Worksheet, row: int, column: int, text: str | None) -> Cell:
    """A text that stays a text: a name such as "=1+1" is no formula, here or in the reader's program."""
    cell: Cell = sheet.cell(row, column)
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    return cell


def open_cells(
    sheet: Worksheet, rows: Sequence[int], columns: Sequence[int], colours: TemplateColours
) -> None:
    """Cells a teacher fills in: unlocked, framed, centred."""
    line = Side(style="thin", color=colours.muted)
    for row in rows:
        for column in columns:
            cell = sheet.cell(row, column)
            cell.protection = Protection(locked=False)
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(horizontal="center", wrap_text=True)


def write_pupils(
    sheet: Worksheet, first_row: int, pupils: Sequence[ListedPupil], colours: TemplateColours
) -> list[int]:
    """The pupils' names and uni-logins, with a few open lines for who comes later; the rows they stand in."""
    rows = list(range(first_row, first_row + len(pupils) + SPARE_ROWS))
    for row, pupil in zip(rows, pupils, strict=False):
        write_text(sheet, row, NAME_COLUMN, pupil.name)
        write_text(sheet, row, LOGIN_COLUMN, pupil.unilogin)
    for row in rows[len(pupils) :]:
        for column in (NAME_COLUMN, LOGIN_COLUMN):
            sheet.cell(row, column).protection = Protection(locked=False)
            sheet.cell(row, column).fill = fill_of(colours.open_cell)
    return rows


def choices(sheet: Worksheet, values: Sequence[str], cells: str) -> None:
    """A drop-down of words; other words are allowed, since a school may need a new one."""
    listed = ",".join(v.replace('"', "").replace(",", " ") for v in values)
    # Excel takes at most 255 letters in a list that stands in the cell's own rule.
    while len(listed) > 255 and "," in listed:
        listed = listed.rsplit(",", 1)[0]
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(rule)
    rule.add(cells)


def limits(sheet: Worksheet, formula: str, text: str, cells: str) -> None:
    """A limit on cells, with the sentence a teacher is told."""
    rule = DataValidation(type="custom", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.errorTitle = "Klasseblik"
    rule.error = text
    sheet.add_data_validation(rule)
    rule.add(cells)


def colour_when(sheet: Worksheet, cells: str, formula: str, fill: str, text: str | None = None) -> None:
    """A conditional format: this fill where the formula is true."""
    font = Font(color=text) if text else None
    sheet.conditional_formatting.add(cells, FormulaRule(formula=[formula], fill=fill_of(fill), font=font))


def finish(sheet: Worksheet, top_left: str, columns: int) -> None:
    """Widths, frozen headings, and a lock without a password on everything that is not open."""
    sheet.column_dimensions[get_column_letter(NAME_COLUMN)].width = 28
    sheet.column_dimensions[get_column_letter(LOGIN_COLUMN)].width = 13
    for column in range(FIRST_COLUMN, FIRST_COLUMN + columns):
        sheet.column_dimensions[get_column_letter(column)].width = 11
    sheet.freeze_panes = top_left
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def write_legend(sheet: Worksheet, row: int, lines: Sequence[tuple[str, str, str | None]]) -> None:
    """What the colours and marks mean, below the table: (text, fill, text colour)."""
    sheet.cell(row, NAME_COLUMN, _("Farver og tegn:")).font = Font(name=FONT, bold=True)
    for step, (text, fill, colour) in enumerate(lines, start=1):
        cell = sheet.cell(row + step, NAME_COLUMN, text)
        cell.fill = fill_of(fill)
        if colour:
            cell.font = Font(name=FONT, color=colour)
