"""Which coloured cells of a sheet are results, and which only decorate it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data_io.layouts.fill_key import Place
from data_io.layouts.labels import could_be_odd_name, is_called_max, is_label
from data_io.layouts.values import label_text, read_cell
from data_io.layouts.words import is_about_pupils
from data_io.workbook.cells import Sheet, Value

# No sheet of a school has more coloured cells than this; beyond it colours are not looked at.
MOST_CELLS = 20_000
# Of the cells between pupils and headings, those that must be coloured, and those that may hold a number.
_LEAST_SHARE = 0.25
_MOST_NUMBERS = 0.2
_FEWEST = 3
# Rows of one colour each are bands, when there are more of them than could be by chance.
_BANDED_ROWS = 4
_BANDED_COLUMNS = 3
_WHOLE_COLUMN = 3

Colours = Mapping[Place, str]


@dataclass(frozen=True)
class Coloured:
    """The coloured cells that are results, and the column of the names.

    `highlighted` are names whose whole row has one colour, `plain` the headings of such columns.
    """

    cells: Colours
    label: int
    highlighted: tuple[Place, ...] = ()
    plain: tuple[Place, ...] = ()


def find_coloured(sheet: Sheet, coloured: Colours, apart: frozenset[Place]) -> Coloured | None:
    """The empty coloured cells of pupils under headings, or None where colours are no results here.

    `coloured` are all cells with a colour that can mean something, `apart` those of a legend.
    """
    taken = apart | _covered(sheet) | {*sheet.broken}
    empty = {p: c for p, c in coloured.items() if p not in taken and sheet.at(*p) is None}
    label = _label_column(sheet, {place[0] for place in empty}, apart)
    if label is None:
        return None
    rows = {r for r, _ in empty if _names_a_pupil(sheet.at(r, label)) and (r, label) not in apart}
    headed = _headings(sheet)
    cells: Colours = {
        (r, c): colour
        for (r, c), colour in empty.items()
        if r in rows and c > label and headed.get(c, r) < r and not _is_identity(sheet, headed[c], c)
    }
    highlighted = _highlighted(cells, coloured, label)
    cells = {place: colour for place, colour in cells.items() if place[0] not in highlighted}
    plain = _plain_columns(cells, coloured, headed)
    cells = {place: colour for place, colour in cells.items() if place[1] not in plain}
    if _is_banded(cells) or not _is_a_table(sheet, cells, label):
        return None
    first = min(row for row, _ in cells)
    return Coloured(
        cells,
        label,
        tuple((row, label) for row in sorted(highlighted) if row > first),
        tuple((headed[column], column) for column in sorted(plain)),
    )


def _names_a_pupil(value: Value) -> bool:
    """True for a name, also an odd one; no row of maxima is coloured, so Max is a boy here."""
    return is_label(value) or is_called_max(value) or (isinstance(value, str) and could_be_odd_name(value))


def _covered(sheet: Sheet) -> set[Place]:
    """The cells that a merged one lies over."""
    covered: set[Place] = set()
    for merge in sheet.merges:
        rows = range(merge.top, min(merge.bottom + 1, len(sheet.rows)))
        columns = range(merge.left, merge.right + 1)
        covered |= {(r, c) for r in rows for c in columns if (r, c) != (merge.top, merge.left)}
        if len(covered) > MOST_CELLS:
            break
    return covered


def _label_column(sheet: Sheet, rows: Iterable[int], apart: frozenset[Place]) -> int | None:
    """The column that names pupils in most of the rows with coloured cells; the leftmost of several."""
    names: dict[int, int] = defaultdict(int)
    for row in rows:
        for column, value in enumerate(sheet.rows[row]):
            names[column] += is_label(value) and (row, column) not in apart
    most = max(names.values(), default=0)
    return min((c for c, count in names.items() if count == most), default=None) if most else None


def _headings(sheet: Sheet) -> dict[int, int]:
    """The first row in which each column has a value, or is covered by a merged heading."""
    first: dict[int, int] = {}
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if value is not None:
                first.setdefault(column, number)
    for merge in sheet.merges:
        if sheet.at(merge.top, merge.left) is not None:
            for column in range(merge.left, merge.right + 1):
                first[column] = min(first.get(column, merge.top), merge.top)
    return first


def _is_identity(sheet: Sheet, row: int, column: int) -> bool:
    return is_about_pupils(label_text(sheet.at(row, column)))


def _lines(cells: Colours, axis: int) -> dict[int, list[str]]:
    lines: dict[int, list[str]] = defaultdict(list)
    for place, colour in cells.items():
        lines[place[axis]].append(colour)
    return lines


def _highlighted(cells: Colours, coloured: Colours, label: int) -> set[int]:
    """The rows in which the name has the one colour of all cells."""
    return {
        row
        for row, colours in _lines(cells, 0).items()
        if len(colours) > 1 and {*colours} == {coloured.get((row, label))}
    }


def _plain_columns(cells: Colours, coloured: Colours, headed: Mapping[int, int]) -> set[int]:
    """The columns filled from end to end in one colour that is their heading's too, or in no mixed column."""
    lines = _lines(cells, 1)
    mixed = {colour for colours in lines.values() if len({*colours}) > 1 for colour in colours}
    whole = max(len(_lines(cells, 0)), _WHOLE_COLUMN)
    return {
        column
        for column, colours in lines.items()
        if len(colours) >= whole
        and len({*colours}) == 1
        and (colours[0] == coloured.get((headed[column], column)) or colours[0] not in mixed)
    }


def _is_banded(cells: Colours) -> bool:
    lines = _lines(cells, 0).values()
    wide = all(len(colours) >= _BANDED_COLUMNS for colours in lines)
    return len(lines) >= _BANDED_ROWS and wide and all(len({*colours}) == 1 for colours in lines)


def _is_a_table(sheet: Sheet, cells: Colours, label: int) -> bool:
    """True when colours fill a fair part of pupils × columns and numbers hardly any: numbers win."""
    if len(cells) < _FEWEST:
        return False
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    inside = [(r, c) for r in rows for c in range(min(columns), max(columns) + 1)]
    numbers = sum(read_cell(sheet.at(*place)).number is not None for place in inside)
    beside = sum(
        read_cell(sheet.at(r, c)).number is not None for r in rows for c in range(label + 1, sheet.width)
    )
    enough = len(cells) >= _LEAST_SHARE * len(rows) * len(columns)
    return enough and numbers <= _MOST_NUMBERS * len(cells) and beside <= len(cells)
