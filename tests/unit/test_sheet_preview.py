"""The preview draws the sheet as it is, with the part each cell plays and the problems outlined."""

from pathlib import Path

import openpyxl
import pytest

from data_io.layouts.read_sheet import read_all
from data_io.layouts.reading import SheetReading
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.cells import Sheet
from data_io.workbook.reader import read_workbook
from ui.grid.model import Grid, GridCell
from ui.sheet_preview import role_names, sheet_grid

HEADS: list[list[object]] = [
    ["7.A matematik", None, None, None, None],
    ["Fagligt område", "Tal", None, "Funktioner", None],
    ["Signalord", "Vis", "Skriv", "Vis", "Undersøg"],
    ["Opgave nr.", "1.1", "1.2", "2.1", 2.2],
]
PUPILS: list[list[object]] = [
    ["Ida Uldum", 3, 2.5, 0, 1],
    ["Noah Bach", "syg", None, 1, 2],
    ["Alma Krogh", 1, 2, "x!", 0],
]


def previewed(path: Path, rows: list[list[object]]) -> tuple[Grid, Sheet, SheetReading]:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.worksheets[0].title = "Prøve"
    book.save(path)
    workbook = read_workbook(path)
    (reading,) = read_all(workbook, Vocabulary()).sheets
    return sheet_grid(workbook.sheets[0], reading), workbook.sheets[0], reading


@pytest.fixture
def grid(tmp_path: Path) -> Grid:
    return previewed(tmp_path / "7.A mat.xlsx", [*HEADS, *PUPILS])[0]


def cell(grid: Grid, place: str) -> GridCell:
    return grid.rows[int(place[1:]) - 1].cells["ABCDEFGH".index(place[0])]


def test_the_sheet_is_drawn_cell_by_cell_with_its_letters_and_numbers(grid: Grid) -> None:
    assert [head.text for head in grid.header_rows[0].cells] == ["A", "B", "C", "D", "E"]
    assert [row.header.text for row in grid.rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [one.text for one in grid.rows[4].cells] == ["Ida Uldum", "3", "2,5", "0", "1"]
    assert [one.text for one in grid.rows[5].cells] == ["Noah Bach", "syg", "", "1", "2"]
    assert "Prøve" in grid.caption


@pytest.mark.parametrize(
    ("place", "role"),
    [
        ("B2", "fagomraade"),
        ("C3", "signalord"),
        ("B4", "task"),
        ("A5", "pupil"),
        ("B5", "value"),
        ("C6", "value"),
    ],
)
def test_every_cell_has_the_part_it_plays(grid: Grid, place: str, role: str) -> None:
    assert cell(grid, place).look == f"role-{role}"
    assert role in role_names()


def test_a_cell_that_was_not_understood_is_outlined_and_says_why(grid: Grid) -> None:
    marked = [one for row in grid.rows for one in row.cells if one.marked]
    assert marked == [cell(grid, "D7")]
    assert "D7" in (marked[0].note or "") and "x!" in (marked[0].note or "")


def test_a_long_and_wide_sheet_is_cut(tmp_path: Path) -> None:
    heads: list[list[object]] = [["Opgave", *range(1, 61)], ["Signalord", *["Vis"] * 60]]
    lines: list[list[object]] = [[f"Elev {n}", *[n % 3] * 60] for n in range(1, 101)]
    drawn, _sheet, reading = previewed(tmp_path / "stor.xlsx", [*heads, *lines])
    assert len(reading.pupils) == 100
    assert (len(drawn.rows), drawn.columns) == (45, 40)


def test_every_part_of_a_reading_has_a_name_in_the_legend(tmp_path: Path) -> None:
    maxima: list[object] = ["Maks", 3, 3, 1, 2]
    for rows in ([*HEADS, *PUPILS], [*HEADS, maxima, *PUPILS]):
        reading = previewed(tmp_path / "7.A mat.xlsx", rows)[2]
        assert {band.role for band in reading.bands} <= set(role_names())


def test_empty_numbered_lines_after_the_last_pupil_are_not_drawn(tmp_path: Path) -> None:
    empty: list[list[object]] = [[number] for number in range(4, 34)]
    drawn, sheet, _reading = previewed(tmp_path / "7.A mat.xlsx", [*HEADS, *PUPILS, *empty])
    assert len(sheet.rows) == 37
    assert len(drawn.rows) < 15
    assert "Alma Krogh" in [row.cells[0].text for row in drawn.rows]


def test_an_empty_sheet_is_drawn_as_one_empty_column() -> None:
    nothing = Sheet("Ark1", False, ())
    grid = sheet_grid(nothing, SheetReading("Ark1", "unknown"))
    assert (grid.rows, grid.columns) == ((), 1)
