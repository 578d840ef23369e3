"""A sheet whose cells are only filled, with levels laid into them so that the ordinary readers read it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from string import ascii_uppercase

from data_io.layouts.fill_block import MOST_CELLS, Coloured, find_coloured
from data_io.layouts.fill_key import Key, Place, find_key
from data_io.layouts.fill_legend import question_of, values_for, with_legend
from data_io.layouts.fill_levels import is_unrated, levels_of
from data_io.layouts.labels import is_called_max
from data_io.layouts.reading import FileReading, FillMeaning, Problem, SheetReading
from data_io.layouts.results import Results
from data_io.workbook.cells import Sheet, Value, cell_name

MOST_ROWS = 3000
# Stands in a cell whose colour only a person can explain, so that its pupil and column are read.
_STAND_IN = 3
_MAX, _ANY_BOY = "Max", "Maxime"
_WITHOUT_RESULTS = ("unknown", "classlist")
# Doubts that come from the numbers laid in, and not from what the teacher did.
_ABOUT_ALL = frozenset({"scale", "no_maximum", "all_zeros"})
_ABOUT_ONE = frozenset({"above_maximum", "not_a_rating"})


@dataclass(frozen=True)
class FilledSheet:
    """A coloured sheet, and what in it is coloured, with numbers in place of colours in `sheet`.

    `boys` are the rows of those called Max, who have another name in `sheet`: no reader takes their colours
    for the highest points.
    """

    sheet: Sheet
    found: Coloured
    levels: Mapping[str, int | None]
    key: Key
    boys: frozenset[int] = frozenset()

    @property
    def question(self) -> Problem:
        """The question about the whole sheet as an assessment; `told` asks it of every table."""
        reading = SheetReading(sheet=self.sheet.name, kind="assessment")
        return question_of(
            replace(reading, fill_legend=self._meanings(reading, Counter(self.found.cells.values())))
        )

    def told(self, readings: Sequence[SheetReading]) -> tuple[SheetReading, ...]:
        """The readings of `sheet` with what their colours mean, and the question whether that is so."""
        told = [self._told(reading) for reading in readings]
        if any(reading.fills for reading in told):
            told[0] = replace(told[0], problems=(*told[0].problems, *self._unread(told)))
        return tuple(told)

    def _told(self, reading: SheetReading) -> SheetReading:
        places = [(r.row, r.sheet_column) for r in reading.results]
        fills = tuple((*place, colour) for place in places if (colour := self.found.cells.get(place)))
        if not fills:
            return reading
        meanings = self._meanings(reading, Counter(colour for *_place, colour in fills))
        ratings = tuple(replace(rating, scale="level") for rating in reading.ratings)
        pupils = tuple(replace(p, label=_MAX) if p.row in self.boys else p for p in reading.pupils)
        told = replace(reading, pupils=pupils, ratings=ratings, fills=fills, fill_legend=meanings)
        told = with_legend(told)
        laid = {None, *(cell_name(row, column) for row, column, _colour in fills)}
        problems = [
            p
            for p in reading.problems
            if p.code not in _ABOUT_ALL and not (p.code in _ABOUT_ONE and p.cell in laid)
        ]
        mixed = _numbers_among_colours(told)
        return replace(told, problems=(question_of(told), *mixed, *self._notes(), *problems))

    def _meanings(self, reading: SheetReading, counts: Counter[str]) -> tuple[FillMeaning, ...]:
        """Every colour with its proposed level or points, lowest first, those to be explained last."""
        values = self._values(reading, list(counts))
        meanings = [
            FillMeaning(
                colour,
                values.get(colour),
                count,
                known=values.get(colour) is not None or colour in self.key.missing,
                said=colour in self.key.missing or colour in self.key.levels or colour in self.key.numbers,
            )
            for colour, count in counts.items()
        ]
        return tuple(sorted(meanings, key=lambda m: (not m.known, m.value or 0, m.colour)))

    def _values(self, reading: SheetReading, colours: Sequence[str]) -> dict[str, int]:
        """The printed numbers where the legend has them for all; else levels, or their order as points."""
        levels = {
            c: n for c in colours if (n := self.levels.get(c)) is not None and c not in self.key.missing
        }
        printed = {c: n for c, n in self.key.numbers.items() if c in colours and n in values_for(reading)}
        if {*levels} <= {*printed}:
            return printed
        if reading.kind != "test":
            return levels | printed
        order = sorted({*levels.values()})
        return {colour: order.index(level) for colour, level in levels.items()}

    def _unread(self, readings: Sequence[SheetReading]) -> list[Problem]:
        """An error for every row, and a note for every column, that is coloured and nowhere spoken of."""
        read = {(row, column) for reading in readings for row, column, _colour in reading.fills}
        rows, columns = {row for row, _ in read}, {column for _, column in read}
        named = {p.cell.lstrip(ascii_uppercase) for r in readings for p in r.problems if p.cell}
        lost = sorted(place for place in self.found.cells if place not in read)
        row = _("Rækken ved {cell} er farvet, men er ikke læst som en elev. Ret navnet i arket, og læs igen.")
        column = _("Kolonnen ved {cell} er farvet, men er ikke læst som resultater.")
        found = {
            r: Problem(cell_name(r, self.found.label), "error", "unread_row", row)
            for r, _ in lost
            if r not in rows and str(r + 1) not in named
        }
        beside = {
            c: Problem(cell_name(r, c), "note", "unread_column", column)
            for r, c in reversed(lost)
            if r in rows and c not in columns
        }
        return [
            replace(p, message=p.message.format(cell=p.cell)) for p in [*found.values(), *beside.values()]
        ]

    def _notes(self) -> list[Problem]:
        row = _(
            "{cell}: hele rækken er farvet som navnet. Den er læst som fremhævet og ikke som vurderinger."
        )
        column = _("{cell}: hele kolonnen har én farve. Den er læst som pynt og ikke som vurderinger.")
        notes = [(place, "highlighted_row", row) for place in self.found.highlighted]
        notes += [(place, "plain_column", column) for place in self.found.plain]
        return [
            Problem(cell_name(*place), "note", code, text.format(cell=cell_name(*place)))
            for place, code, text in notes
        ]


def with_fills(sheet: Sheet) -> FilledSheet | None:
    """The sheet with levels for colours; None where it is not only coloured, or only decorated.

    Results are empty cells of pupils under headings, in two colours or more that stand for different
    levels. The cells of a legend in the sheet are emptied.
    """
    coloured = {place: colour for place, colour in sheet.fills.items() if not is_unrated(colour)}
    if len({*coloured.values()}) < 2 or len(coloured) > MOST_CELLS or len(sheet.rows) > MOST_ROWS:
        return None
    key = find_key(sheet, coloured)
    found = find_coloured(sheet, coloured, key.places)
    if found is None:
        return None
    levels = {**levels_of(found.cells.values()), **key.levels}
    ratings = {key.numbers.get(c, levels.get(c)) for c in found.cells.values()} - {None}
    if len(ratings) < 2:
        return None
    values: dict[Place, Value] = dict.fromkeys(key.places)
    values |= {place: levels.get(colour) or _STAND_IN for place, colour in found.cells.items()}
    boys = {row for row, _ in found.cells if is_called_max(sheet.at(row, found.label))}
    values |= {(row, found.label): _ANY_BOY for row in boys}
    laid = _laid(sheet, values)
    return FilledSheet(laid, found, levels, key, frozenset(boys))


def may_be_coloured(reading: FileReading) -> bool:
    """True where a sheet gave few results or none: it is worth reading the file again with its fills."""
    return any(
        sheet.kind in _WITHOUT_RESULTS or _is_mostly_empty(sheet)
        for sheet in reading.sheets
        if sheet.kind in (*_WITHOUT_RESULTS, "test", "assessment")
    )


def _is_mostly_empty(reading: SheetReading) -> bool:
    return Results.of(reading.results).count_values() * 2 <= len(reading.results)


def _numbers_among_colours(reading: SheetReading) -> list[Problem]:
    """An error at every number in a test of colours: nobody can say what it is out of."""
    if reading.kind != "test":
        return []
    filled = {(row, column) for row, column, _colour in reading.fills}
    places = [(r.row, r.sheet_column) for r in reading.results if r.value is not None]
    text = _(
        "{cell}: her står et tal, men resten af prøven er farver. Farv cellen, eller skriv point i alle."
    )
    return [
        Problem(cell_name(*place), "error", "number_among_colours", text.format(cell=cell_name(*place)))
        for place in places
        if place not in filled
    ]


def _laid(sheet: Sheet, values: Mapping[Place, Value]) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    for (row, column), value in values.items():
        if row < len(rows):
            rows[row] += [None] * (column + 1 - len(rows[row]))
            rows[row][column] = value
    return replace(sheet, rows=tuple(map(tuple, rows)))
