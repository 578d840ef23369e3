"""The test of a file as a matrix to analyse: a bare matrix as it stands, any other sheet by the layouts."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from data_io.errors import Refused
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from data_io.plain_matrix import plain_matrix
from data_io.workbook.cells import Workbook
from data_io.workbook.reader import read_workbook
from metrics.score_matrix import ScoreMatrix


@dataclass(frozen=True)
class TestFile:
    """The test of a file; `notes` say in Danish what was left out of it, and what is in doubt."""

    __test__ = False  # not a test case of pytest

    name: str
    matrix: ScoreMatrix
    notes: tuple[str, ...]


def read_test(path: Path, sheet: str | None = None) -> TestFile:
    """The test that a csv or workbook holds; `sheet` names one of several.

    Raises:
        Refused: the file is not read, holds no test, or several.
    """
    workbook = read_workbook(path)
    asked = [s for s in workbook.sheets if sheet in (None, s.name) and any(any(_said(r)) for r in s.rows)]
    if len(asked) == 1:
        plain = plain_matrix(asked[0])
        if plain is not None:
            return TestFile(workbook.file_name, plain.matrix, _left_out(plain.left_out))
    readings = [r for r in read_file(path).sheets if r.kind == "test" and sheet in (None, r.sheet)]
    if len(readings) != 1:
        raise _refused(workbook, readings)
    return TestFile(workbook.file_name, _matrix(readings[0]), _doubts(readings[0]))


def _said(row: Sequence[object]) -> list[bool]:
    return [value is not None for value in row]


def _left_out(headings: Sequence[str]) -> tuple[str, ...]:
    if not headings:
        return ()
    text = _("Ikke regnet som opgaver: {names}.")
    return (text.format(names=", ".join(headings)),)


def _doubts(reading: SheetReading) -> tuple[str, ...]:
    """What a sheet's reading asks or says of it, on one line each."""
    return tuple(
        problem.message if problem.cell is None else f"{problem.cell}: {problem.message}"
        for problem in reading.problems
        if problem.code != "no_maximum"
    )


def _matrix(reading: SheetReading) -> ScoreMatrix:
    """A reading's results as a matrix, pupils and tasks in the order of the sheet."""
    rows: list[list[float | None]] = [[None] * len(reading.tasks) for _pupil in reading.pupils]
    for result in reading.results:
        rows[result.pupil][result.column] = result.value
    return ScoreMatrix(
        tuple(pupil.label for pupil in reading.pupils),
        tuple(task.label for task in reading.tasks),
        tuple(task.max_points for task in reading.tasks),
        tuple(map(tuple, rows)),
    )


def _refused(workbook: Workbook, readings: Sequence[SheetReading]) -> Refused:
    if readings:
        names = ", ".join(dict.fromkeys(reading.sheet for reading in readings))
        text = _("»{file}« har flere prøver ({names}). Vælg et ark med en enkelt prøve med --sheet.")
        return Refused("several_tests", text.format(file=workbook.file_name, names=names))
    text = _("»{file}« kan ikke læses som en prøve: en elev i hver række og en opgave i hver kolonne.")
    return Refused("no_test", text.format(file=workbook.file_name))
