"""Writes a class's answers to a test as the sheet its teacher would keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from sample_data.school_grid import Grid, danish_date, spans, tidy
from sample_data.school_styles import TestStyle
from sample_data.school_tests import Test

IDENT_HEADINGS = {
    "login": ("Uni-login",),
    "name": ("Navn",),
    "first": ("Elev",),
    "split": ("Fornavn", "Efternavn"),
    "both": ("Uni-login", "Navn"),
}
_BROKEN = {"Undersøg": "Under-\nsøg", "Hvor mange": "Hvor\nmange", "Hvor stor": "Hvor\nstor"}


@dataclass(frozen=True)
class Line:
    """A pupil's row: what stands in the identity columns, and the points (None is a missing answer)."""

    idents: tuple[str, ...]
    points: tuple[float | None, ...]

    @property
    def is_ill(self) -> bool:
        """True for a pupil without a single answer."""
        return all(points is None for points in self.points)


class TestSheet:
    """One sheet in the making: rows are added from the top, and `row` is the next empty one."""

    def __init__(self, name: str, style: TestStyle, test: Test, ident: str) -> None:
        self.grid = Grid(name)
        self.style, self.test = style, test
        self.headings = IDENT_HEADINGS[ident]
        self.left = style.indent + bool(style.nr)
        self.label = self.left + len(self.headings) - 1
        self.first = self.label + 1
        self.total = self.first + len(test.tasks)
        self.row = 0
        self.first_pupil = 0

    def write(self, klasse: str, day: date, lines: Sequence[Line]) -> Grid:
        """The whole sheet."""
        self._titles(klasse, day)
        self._areas()
        self._labels()
        self._maxima()
        self.first_pupil = self.row
        for number, line in enumerate(lines, start=1):
            self._pupil(number, line)
        for number in range(len(lines) + 1, self.style.lines + 1):
            self.grid.put(self.row, self.style.indent, number)
            self.row += 1
        self._footers(lines)
        return self.grid

    def name_cell(self, place: int) -> str:
        """The spreadsheet name of the cell in which the pupil of a place (from 0) is named."""
        return f"{ascii_uppercase[self.left]}{self.first_pupil + place + 1}"

    def _titles(self, klasse: str, day: date) -> None:
        for title in self.style.titles:
            if title == "Dato:":
                self.grid.put(self.row, self.style.indent, title)
                self.grid.put(self.row, self.style.indent + 1, day, "d/m/yyyy")
            else:
                text = title.format(title=self.test.title, klasse=klasse, day=danish_date(day))
                self.grid.put_row(self.row, self.style.indent, [part or None for part in text.split(";")])
                self.grid.bold_rows.add(self.row)
            self.row += 1

    def _areas(self) -> None:
        """The rows of fagområde and signalord, in this teacher's way of heading columns."""
        if self.style.heads == "none":
            return
        tasks = self.test.tasks
        self.grid.put(self.row, self.label, self.style.words[0])
        for text, places in spans([task.fagomraade for task in tasks]):
            columns = range(self.first + places.start, self.first + places.stop)
            self.grid.put_spanning(self.row, columns, text, self.style.heads)
        self.row += 1
        self.grid.put(self.row, self.label, self.style.words[1])
        how = "merged" if self.style.merge_words else "repeated"
        for (_, signalord), places in spans((task.fagomraade, task.signalord) for task in tasks):
            columns = range(self.first + places.start, self.first + places.stop)
            self.grid.put_spanning(self.row, columns, self._word(signalord), how)
        self.row += 1

    def _word(self, signalord: str) -> str:
        return _BROKEN.get(signalord, signalord) if self.style.broken_words else signalord

    def _labels(self) -> None:
        word = self.style.words[2]
        headings = list(self.headings)
        if word and len(headings) == 1:
            headings = [f"{word}/{headings[0].lower()}"]
        if self.style.nr:
            self.grid.put(self.row, self.left - 1, self.style.nr)
        self.grid.put_row(self.row, self.left, headings)
        for place, task in enumerate(self.test.tasks):
            label = f"{task.label} ({task.max_points})" if self.style.maximum == "heading" else task.label
            number = self.style.number_labels and label.replace(".", "").isdigit()
            self.grid.put(self.row, self.first + place, tidy(float(label)) if number else label)
        self.grid.put_row(self.row, self.total, self.style.totals)
        self.grid.bold_rows |= set(range(self.row - 2, self.row + 1))
        self.row += 1

    def _maxima(self) -> None:
        if self.style.maximum in ("", "heading"):
            return
        maxima = [task.max_points for task in self.test.tasks]
        self.grid.put(self.row, self.label, self.style.maximum)
        self.grid.put_row(self.row, self.first, maxima)
        if self.style.totals:
            self.grid.put(self.row, self.total, sum(maxima))
        self.row += 1

    def _pupil(self, number: int, line: Line) -> None:
        if self.style.nr:
            self.grid.put(self.row, self.left - 1, number)
        self.grid.put_row(self.row, self.left, line.idents)
        if line.is_ill:
            marks = len(line.points) if self.style.ill_everywhere else 1
            self.grid.put_row(self.row, self.first, [self.style.ill or None] * marks)
        else:
            self.grid.put_row(self.row, self.first, line.points)
            self._totals(line.points)
        self.row += 1

    def _totals(self, points: Sequence[float | None]) -> None:
        won = sum(p for p in points if p is not None)
        possible = sum(t.max_points for t, p in zip(self.test.tasks, points, strict=True) if p is not None)
        for offset, heading in enumerate(self.style.totals):
            if heading == "%":
                self.grid.put(self.row, self.total + offset, round(100 * won / possible))
            elif heading == "Procent":
                self.grid.put(self.row, self.total + offset, round(won / possible, 3), "0 %")
            else:
                self.grid.put(self.row, self.total + offset, tidy(won))

    def _footers(self, lines: Sequence[Line]) -> None:
        for footer in self.style.footers:
            self.grid.put(self.row, self.label, footer)
            for column, task in enumerate(self.test.tasks):
                seen = [p for line in lines if (p := line.points[column]) is not None]
                mean = sum(seen) / len(seen)
                if "procent" in footer:
                    self.grid.put(self.row, self.first + column, round(mean / task.max_points, 3), "0 %")
                else:
                    self.grid.put(self.row, self.first + column, round(mean, 2), "0.00")
            self.row += 1


def notes_sheet() -> Grid:
    """A sheet beside the results, with what the teacher wants to remember; no reader should count it."""
    grid = Grid("Noter")
    grid.put_row(0, 0, ["Noter til prøven"])
    grid.put_row(2, 0, ["Prøven blev taget over to lektioner."])
    grid.put_row(3, 0, ["Lommeregner måtte bruges i sidste del."])
    grid.put_row(4, 0, ["Husk omprøve til dem, der var syge."])
    return grid
