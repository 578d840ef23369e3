"""Says what a sheet is and reads it: the one door from cells to readings."""

from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from data_io.layouts.assessment_sheet import read_assessment
from data_io.layouts.block import Block, find_block
from data_io.layouts.classlist_sheet import read_classlist
from data_io.layouts.give_context import with_context
from data_io.layouts.headers import levels_above, title_texts
from data_io.layouts.points_sheet import read_test
from data_io.layouts.reading import FileReading, Problem, SheetReading, content_hash
from data_io.layouts.vocabulary import Vocabulary
from data_io.layouts.words import fold
from data_io.workbook.cells import Sheet, Workbook, cell_name, column_name
from data_io.workbook.reader import read_workbook

# More lines than a large school has pupils.
MOST_LINES = 3000


def read_file(path: Path, *, name: str | None = None, vocabulary: Vocabulary | None = None) -> FileReading:
    """Every sheet of a file as it was understood.

    Raises:
        Refused: the file is no workbook, has a password, is broken or beyond the limits.
    """
    workbook = read_workbook(path, name=name)
    return read_all(workbook, vocabulary or Vocabulary())


def read_all(workbook: Workbook, vocabulary: Vocabulary) -> FileReading:
    """The readings of a workbook's sheets; empty sheets are passed over."""
    sheets = [sheet for sheet in workbook.sheets if any(v is not None for row in sheet.rows for v in row)]
    readings = [read_sheet(sheet, workbook.file_name, vocabulary) for sheet in sheets]
    if any(reading.kind != "unknown" for reading in readings):
        readings = [_without_alarm(reading) for reading in readings]
    return FileReading(workbook.file_name, workbook.sha256, tuple(readings))


def _without_alarm(reading: SheetReading) -> SheetReading:
    """A sheet without a table is a note where another sheet of the file was understood: remarks, a legend."""
    problems = tuple(
        replace(p, severity="note") if p.code == "not_understood" and p.cell is None else p
        for p in reading.problems
    )
    return replace(reading, problems=problems)


def read_sheet(sheet: Sheet, file_name: str, vocabulary: Vocabulary) -> SheetReading:
    """One sheet as a test, an assessment, a class list, or unknown with the reason."""
    if sum(any(v is not None for v in row) for row in sheet.rows) > MOST_LINES:
        return _too_long(sheet)
    block = find_block(sheet)
    reading = _as_results(sheet, block, vocabulary) if block else None
    if reading is None or reading.kind == "unknown":
        classlist = read_classlist(sheet)
        reading = classlist or _unknown(sheet, block)
        block = None if classlist is None else block
    titles = _titles(sheet, block, reading)
    reading = with_context(reading, titles, sheet.name, file_name)
    reading = replace(reading, problems=(*_cpr(sheet), *reading.problems))
    return replace(reading, content_hash=content_hash(reading))


def _too_long(sheet: Sheet) -> SheetReading:
    """A sheet longer than any school's list of pupils is not looked through."""
    text = _("Arket “{sheet}” har over {n} linjer og er ikke et ark over en skoles elever. Det er udeladt.")
    message = text.format(sheet=sheet.name, n=MOST_LINES)
    problem = Problem("A1", "error", "not_understood", message)
    return SheetReading(sheet=sheet.name, kind="unknown", hidden=sheet.hidden, problems=(problem,))


def _as_results(sheet: Sheet, block: Block, vocabulary: Vocabulary) -> SheetReading:
    return read_assessment(sheet, block) or _as_test(sheet, block, vocabulary)


def _as_test(sheet: Sheet, block: Block, vocabulary: Vocabulary) -> SheetReading:
    """The sheet as a test, unknown where tasks stand down and pupils across."""
    reading = read_test(sheet, block, vocabulary)
    known = vocabulary.signalord | vocabulary.fagomraader
    tasks = sum(fold(pupil.label) in known for pupil in reading.pupils)
    return replace(reading, kind="unknown") if tasks * 2 > len(reading.pupils) else reading


def _titles(sheet: Sheet, block: Block | None, reading: SheetReading) -> list[str]:
    if block is not None and reading.kind in ("test", "assessment"):
        return title_texts(sheet, block, levels_above(sheet, block, block.value_columns))
    first = min((p.row for p in reading.pupils), default=len(sheet.rows))
    return [" ".join(str(v) for v in row if v is not None) for row in sheet.rows[: max(first - 1, 0)][:10]]


def _unknown(sheet: Sheet, block: Block | None) -> SheetReading:
    """A sheet that is not understood, with the one sentence that says why."""
    if block is None:
        text = _(
            "Arket “{sheet}” har ingen tabel med en elev i hver række og tal ved siden af. Det er udeladt."
        )
    else:
        text = _(
            "Arket “{sheet}” har tal, men overskrifterne viser ikke opgaver, fagområder eller fag. "
            "Skriv opgavenumre over tallene og en elev i hver række, og indlæs igen."
        )
    where = cell_name(block.first_row, block.first_value_column) if block else None
    problem = Problem(where, "error", "not_understood", text.format(sheet=sheet.name))
    return SheetReading(sheet=sheet.name, kind="unknown", hidden=sheet.hidden, problems=(problem,))


def _cpr(sheet: Sheet) -> list[Problem]:
    """What is said of CPR numbers: a column of them is left out, one inside another text is an error."""
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
