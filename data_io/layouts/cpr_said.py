"""What is said of CPR numbers: a column of them is left out, one inside another text is an error."""

from gettext import gettext as _
from gettext import ngettext

from data_io.layouts.reading import Problem
from data_io.workbook.cells import Sheet, cell_name, column_name


def cpr_problems(sheet: Sheet) -> list[Problem]:
    """A note for every column that was dropped, an error for numbers that stand in other cells."""
    problems = []
    for column in sheet.cpr_columns:
        text = _("Kolonne {column} så ud til at indeholde CPR-numre. Den er ikke læst og ikke gemt.")
        place = f"{column_name(column)}1"
        problems.append(Problem(place, "note", "cpr_column", text.format(column=column_name(column))))
    if sheet.cpr_cells:
        row, column = sheet.cpr_cells[0]
        n = len(sheet.cpr_cells)
        text = ngettext(
            "{cell} ser ud til at indeholde et CPR-nummer. Slet det i arket, og indlæs igen.",
            "{cell} og {more} andre celler ser ud til at indeholde CPR-numre. "
            "Slet dem i arket, og indlæs igen.",
            n,
        )
        place = cell_name(row, column)
        problems.append(Problem(place, "error", "cpr", text.format(cell=place, more=n - 1)))
    return problems
