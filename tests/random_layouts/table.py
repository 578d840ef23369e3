"""One table of pupils × tasks, with its headings, statistics and empty lines."""

from random import Random

from tests.random_layouts.class_rows import right_letter, statistic, summary_of
from tests.random_layouts.columns import Column, columns_of
from tests.random_layouts.grid import Grid, Sum, Value
from tests.random_layouts.headings import row_label, write_heading, write_maxima
from tests.random_layouts.layout import Layout
from tests.random_layouts.people import Pupil
from tests.random_layouts.results import Results

_HEADED = {
    "nr": ("Nr.", "Nr"),
    "name": ("Navn", "Elev", "Elevnavn", "Elevens navn", "ELEV", "Elever:"),
    "login": ("Uni-login", "UNI-login", "Brugernavn", "Unilogin"),
    "klasse": ("Klasse",),
    "first": ("Fornavn",),
    "last": ("Efternavn",),
    "id": ("Elev-id",),
    "sex": ("Køn",),
}
_FREE_ANSWERS = ("x = 4", "12 cm", "B", "3/4", "ja", "a > b")
# Pupils stand in fives where a teacher leaves lines empty among them.
_FIVES = 5


class Table:
    """A table drawn for some of the tests; `grid` holds it from its upper left corner on."""

    def __init__(self, random: Random, layout: Layout, results: Results, tests: list[int]) -> None:
        self.random, self.layout, self.results = random, layout, results
        self.columns = columns_of(random, layout, results, tests)
        self.pupils = results[tests[0]].pupils
        self.grid = Grid()
        self.first = len(layout.identity) + layout.gap_after_identity
        at_name = layout.label_place == "name"
        self.labels = len(layout.identity) - 1 if at_name else 0
        self.names = _name_column(layout.identity) if at_name else 0
        self._row = 0
        self._headings()
        self._row += layout.gap_above_pupils
        self._above()
        for number, pupil in enumerate(self.pupils):
            self._row += layout.gap_among_pupils if number and number % _FIVES == 0 else 0
            self._pupil(number, pupil)
        self._empty_lines()
        self._below()

    def _headings(self) -> None:
        layout = self.layout
        rows = {kind: row for row, kind in enumerate(layout.headings)}
        for kind, row in rows.items():
            right = Grid()
            write_heading(right, row, kind, self.columns, self.results, layout, self.random)
            self.grid.stamp(right, 0, self.first)
            if kind not in layout.unlabelled:
                self.grid.put(row, self.labels, row_label(self.random, layout, kind))
        self._row = len(rows)
        if layout.maxima == "name_row":
            right = Grid()
            write_maxima(right, self._row, self.columns)
            self.grid.stamp(right, 0, self.first)
        if layout.maxima == "name_row" or layout.identity_headings == "own":
            self._identity_headings(self._row)
            self._row += 1
        elif layout.identity_headings == "lowest":
            self._identity_headings(self._row - 1)
        elif layout.identity_headings == "task":
            self._identity_headings(rows["task"])

    def _identity_headings(self, row: int) -> None:
        """The headings over the pupils; one column alone can share its cell with the tasks' label."""
        for column, part in enumerate(self.layout.identity):
            heading = self.random.choice(_HEADED[part])
            shared = self.grid.cells.get((row, column))
            if shared in ("Opgave nr.", "Opgave") and len(self.layout.identity) == 1:
                heading = f"{shared}/{heading.lower()}"
            self.grid.put(row, column, heading)

    def _above(self) -> None:
        layout = self.layout
        for name in layout.above:
            self._line(name, [self._answer_or_mean(name, c) for c in self.columns])
        if layout.key_row and not layout.key_below:
            self._line(layout.key_row, [right_letter(c, self.results) for c in self.columns])
        if layout.maxima == "above_pupils":
            self._line(layout.maximum_label, [c.maximum for c in self.columns])

    def _answer_or_mean(self, name: str, column: Column) -> Value:
        if column.task is None:
            return None
        if name == "Facit":
            return self.random.choice(_FREE_ANSWERS)
        return statistic(name, column, self.results)

    def _line(self, label: str, values: list[Value]) -> None:
        self.grid.put(self._row, self.names, label)
        for column, value in zip(self.columns, values, strict=True):
            self.grid.put(self._row, self.first + column.place, value)
        self._row += 1

    def _pupil(self, number: int, pupil: Pupil) -> None:
        layout = self.layout
        parts: dict[str, Value] = {
            "nr": float(number + 1),
            "name": pupil.called,
            "login": pupil.login,
            "klasse": pupil.klasse,
            "first": pupil.first,
            "last": pupil.last,
            "id": float(pupil.called) if layout.pupils_called == "id" else None,
            "sex": pupil.sex,
        }
        for place, part in enumerate(layout.identity):
            self.grid.put(self._row, place, parts[part])
        for column in self.columns:
            self.grid.put(self._row, self.first + column.place, column.cell(number))
            self._formula(column)
        self._row += 1

    def _formula(self, column: Column) -> None:
        place = (self._row, self.first + column.place)
        if self.layout.formulas and not self.layout.transposed and column.summed and place in self.grid.cells:
            self.grid.formulas[place] = Sum(*(self.first + end for end in column.summed))

    def _empty_lines(self) -> None:
        """Numbered lines for more pupils; a formula for a total gives 0 there."""
        for number in range(self.layout.empty_lines):
            place = self.layout.identity.index("nr")
            self.grid.put(self._row, place, float(len(self.pupils) + number + 1))
            for column in self.columns:
                if self.layout.formulas and column.summed:
                    self.grid.put(self._row, self.first + column.place, 0.0)
                    self._formula(column)
            self._row += 1

    def _below(self) -> None:
        layout = self.layout
        if layout.key_row and layout.key_below:
            self._line(layout.key_row, [right_letter(c, self.results) for c in self.columns])
        if layout.maxima == "below_pupils":
            self._line(layout.maximum_label, [c.maximum for c in self.columns])
        if layout.below:
            self._row += layout.gap_above_statistics
        for names in layout.below:
            for name in names.split("+"):
                self._line(name, [statistic(name, c, self.results) for c in self.columns])
        if layout.summary:
            for row, values in enumerate(summary_of(self.columns, self.results), start=self._row + 2):
                self.grid.put_row(row, self.names, values)


def _name_column(identity: tuple[str, ...]) -> int:
    """The column of what pupils are called by, where a teacher writes "Gennemsnit"."""
    for part in ("name", "login", "id"):
        if part in identity and (part != "login" or "first" not in identity):
            return identity.index(part)
    return min(identity.index("first"), identity.index("last"))
