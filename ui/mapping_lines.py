"""What every row and column of a sheet is, in words beside its number or letter, and the tables' names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from itertools import pairwise

from data_io.layouts.guidance import LEFT_OUT, Guidance
from data_io.layouts.reading import Band, SheetReading
from data_io.workbook.cells import Sheet, column_name
from ui.grid.model import GridCell, HeaderCell, HeaderRow, Look
from ui.mapping_roles import role_choices, said_words

# Bands that are as many lines as they have rows, or columns where pupils stand across.
_OVER_THE_TASKS = frozenset({"fagomraade", "signalord", "task", "max", "klasse", "round", "subject"})


@dataclass(frozen=True)
class Lines:
    """The words of rows and columns, which of them a person said, and the tables that begin in a row.

    There are no words where nobody is to choose rows and columns.
    """

    rows: Mapping[int, str] = field(default_factory=dict)
    columns: Mapping[int, str] = field(default_factory=dict)
    said_rows: frozenset[int] = frozenset()
    said_columns: frozenset[int] = frozenset()
    parts: Mapping[int, str] = field(default_factory=dict)
    can_be_chosen: bool = False


def lines_of(readings: Sequence[SheetReading], guidance: Guidance, *, edit: bool) -> Lines:
    """The words for a sheet: what was said goes before what was found."""
    if not edit:
        return Lines(parts=_beginnings(readings))
    words = said_words()
    rows: dict[int, str] = {}
    columns: dict[int, str] = {}
    for reading in readings:
        for band in reading.bands:
            _add_band(rows, columns, band, across=reading.transposed)
    rows |= guidance.rows
    columns |= guidance.columns
    return Lines(
        {row: words[role] for row, role in rows.items()},
        {column: words[role] for column, role in columns.items()},
        frozenset(guidance.rows),
        frozenset(guidance.columns),
        _beginnings(readings),
        can_be_chosen=True,
    )


def _add_band(rows: dict[int, str], columns: dict[int, str], band: Band, *, across: bool) -> None:
    down, over = range(band.top, band.bottom + 1), range(band.left, band.right + 1)
    lines, lanes = (columns, rows) if across else (rows, columns)
    line_span, lane_span = (over, down) if across else (down, over)
    if band.role in _OVER_THE_TASKS:
        lines |= dict.fromkeys(line_span, band.role)
    elif band.role == "pupil":
        lines |= dict.fromkeys(line_span, band.role)
        lanes |= dict.fromkeys(lane_span, band.role)
    elif band.role == LEFT_OUT:
        lanes |= dict.fromkeys(lane_span, band.role)


def row_head(row: int, lines: Lines) -> GridCell:
    """A row's number; where it can be chosen, with what the row is."""
    part = lines.parts.get(row)
    if not lines.can_be_chosen:
        return GridCell(str(row + 1), "muted", below=part)
    word = " · ".join(text for text in (part, lines.rows.get(row)) if text) or None
    spoken = _("Række {row}").format(row=row + 1)
    return GridCell(
        str(row + 1),
        "said" if row in lines.said_rows else "muted",
        key=f"r{row}",
        spoken=_told(spoken, word, row in lines.said_rows),
        below=word,
    )


def column_head(column: int, lines: Lines) -> HeaderCell:
    """A column's letter; where it can be chosen, with what the column is."""
    letter = column_name(column)
    if not lines.can_be_chosen:
        return HeaderCell(letter)
    word = lines.columns.get(column)
    spoken = _("Kolonne {column}").format(column=letter)
    said = column in lines.said_columns
    look: Look | None = "said" if said else None
    return HeaderCell(letter, look=look, key=f"c{column}", spoken=_told(spoken, word, said), below=word)


def _told(place: str, word: str | None, said: bool) -> str:
    if word is None:
        return place
    text = _("{place}, {role}, rettet") if said else _("{place}, {role}")
    return text.format(place=place, role=word)


def part_heads(readings: Sequence[SheetReading], width: int) -> tuple[HeaderRow, ...]:
    """A row with the names of a sheet's tables over their columns, where they stand side by side."""
    spans = _side_by_side(readings)
    cells: list[HeaderCell] = []
    at = 0
    for first, last, part in spans:
        if first > at:
            cells.append(HeaderCell("", span=min(first, width) - at))
        at = min(last + 1, width)
        if at > first:
            cells.append(HeaderCell(part, span=at - first))
    if at < width:
        cells.append(HeaderCell("", span=width - at))
    return (HeaderRow("", tuple(cells), look="group"),) if spans else ()


def _side_by_side(readings: Sequence[SheetReading]) -> list[tuple[int, int, str]]:
    """The first and last column of results of every table with its name; none where they share columns."""
    spans = sorted(
        (min(columns), max(columns), reading.part)
        for reading in readings
        if reading.part and (columns := [r.sheet_column for r in reading.results])
    )
    apart = all(before[1] < after[0] for before, after in pairwise(spans))
    return spans if len(spans) > 1 and apart else []


def _beginnings(readings: Sequence[SheetReading]) -> dict[int, str]:
    """The rows where tables under one another begin, each with its table's name."""
    if len(readings) < 2 or _side_by_side(readings):
        return {}
    return {min(band.top for band in r.bands): r.part for r in readings if r.bands}


def said_looks(sheet: Sheet, guidance: Guidance) -> dict[tuple[int, int], Look]:
    """The look of rows and columns that no reading has a band for: left out, a test's name, a key."""
    known: dict[str, Look] = {choice.code: choice.look for choice in role_choices()}
    bare = {"left-out", "test", "key"}
    looks: dict[tuple[int, int], Look] = {}
    for row, role in guidance.rows.items():
        if role in bare:
            looks |= {(row, c): known[role] for c in range(sheet.width)}
    for column, role in guidance.columns.items():
        if role in bare:
            looks |= {(r, column): known[role] for r in range(len(sheet.rows))}
    return looks
