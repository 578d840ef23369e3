"""Says what a sheet is and reads it: the one door from cells to readings."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path, PurePath

from data_io.layouts.assessment_sheet import read_assessment
from data_io.layouts.block import Block, find_block
from data_io.layouts.classlist_sheet import read_classlist
from data_io.layouts.context import date_in, klasser_in, skoleaar_in, skoleaar_of, subject_in, title_in
from data_io.layouts.headers import levels_above, title_texts
from data_io.layouts.points_sheet import read_test
from data_io.layouts.reading import FileReading, Problem, SheetReading, content_hash
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.cells import Sheet, Workbook, cell_name, column_name
from data_io.workbook.reader import read_workbook


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
    block = find_block(sheet)
    reading = _as_results(sheet, block, vocabulary) if block else None
    if reading is None or reading.kind == "unknown":
        classlist = read_classlist(sheet)
        reading = classlist or _unknown(sheet, block)
        block = None if classlist is None else block
    titles = _titles(sheet, block, reading)
    reading = _with_context(reading, titles, sheet.name, file_name)
    reading = replace(reading, problems=(*_cpr(sheet), *reading.problems))
    return replace(reading, content_hash=content_hash(reading))


def _as_results(sheet: Sheet, block: Block, vocabulary: Vocabulary) -> SheetReading:
    return read_assessment(sheet, block) or read_test(sheet, block, vocabulary)


def _titles(sheet: Sheet, block: Block | None, reading: SheetReading) -> list[str]:
    if block is not None and reading.kind in ("test", "assessment"):
        return title_texts(sheet, block, levels_above(sheet, block, block.value_columns))
    first = min((p.row for p in reading.pupils), default=len(sheet.rows))
    return [" ".join(str(v) for v in row if v is not None) for row in sheet.rows[: max(first - 1, 0)][:10]]


def _with_context(
    reading: SheetReading, titles: Sequence[str], sheet_name: str, file_name: str
) -> SheetReading:
    """The reading with class, date, school year, title and subject from the sheet, its name or its file's."""
    stem = PurePath(file_name).stem.replace("_", " ")
    places = [*titles, sheet_name, stem]
    klasser = reading.klasser or _first_klasser(places)
    day = reading.date or next((d for text in places if (d := date_in(text))), None)
    years = [r.skoleaar for r in reading.ratings if r.skoleaar]
    said_year = next((y for text in places if (y := skoleaar_in(text))), None)
    if reading.kind == "assessment":
        skoleaar = years[-1] if years else said_year
    else:
        skoleaar = skoleaar_of(day) if day and reading.kind == "test" else said_year
    ratings = reading.ratings
    if len(klasser) == 1 and reading.kind == "assessment":
        ratings = tuple(replace(r, klasse=r.klasse or klasser[0]) for r in ratings)
    test = reading.kind == "test"
    return replace(
        reading,
        klasser=tuple(klasser),
        ratings=ratings,
        date=day if test else None,
        skoleaar=skoleaar,
        title=title_in(titles, sheet_name, file_name) if test else None,
        subject=next((s for text in places if (s := subject_in(text))), None) if test else None,
    )


def _first_klasser(places: Sequence[str]) -> tuple[str, ...]:
    for text in places:
        found = klasser_in(text)
        if found:
            return tuple(found)
    return ()


def _unknown(sheet: Sheet, block: Block | None) -> SheetReading:
    """A sheet that is not understood, with the one sentence that says why."""
    if block is None:
        text = _(
            "Arket “{sheet}” har ingen tabel med en elev i hver række og tal ved siden af. Det er udeladt."
        )
    else:
        text = _(
            "Arket “{sheet}” har tal for elever, men overskrifterne viser ikke opgaver, "
            "fagområder eller fag. Skriv opgavenumre over tallene, og indlæs igen."
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
