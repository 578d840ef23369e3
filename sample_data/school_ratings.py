"""What teachers gave the pupils of a class, round by round: the content of its assessment sheet."""

from dataclasses import dataclass
from datetime import date

from sample_data.school_answers import SUBJECTS, is_marks, rating
from sample_data.school_cast import Pupil, followed, klasse_name, trin, years_of
from sample_data.school_story import TODAY

HALVES = {
    False: (("Efterår", (11, 3)), ("Forår", (4, 13))),
    True: (("1. termin", (12, 1)), ("2. termin", (4, 7))),
}


@dataclass(frozen=True)
class Column:
    """One rating column: `day` is when the round is filled in, after TODAY if it lies ahead."""

    klasse: str
    year: int
    round: str
    subject: str
    day: date

    @property
    def trin(self) -> int:
        """The class's year level."""
        return int(self.klasse[0])

    @property
    def has_marks(self) -> bool:
        """True where averages of 7-trins marks stand in place of levels."""
        return is_marks(self.trin, self.subject)


@dataclass(frozen=True)
class Cell:
    """A rating, or why there is none: left blank, not filled in, or too early for a new pupil."""

    value: float | None = None
    is_due: bool = False
    is_new: bool = False


@dataclass(frozen=True)
class Ratings:
    """A class over its years: a line a pupil, a cell a column."""

    cohort: int
    track: str
    columns: list[Column]
    lines: list[Pupil]
    cells: list[list[Cell]]

    @property
    def values(self) -> list[list[float | None]]:
        """The numbers alone."""
        return [[cell.value for cell in line] for line in self.cells]


def span_of(cohort: int) -> list[int]:
    """The school years the sheet has columns for; the youngest classes have three, most of them ahead."""
    years = years_of(cohort)
    return list(range(years[0], years[0] + 3)) if cohort in (0, 1) else years


def ratings_of(cohort: int, track: str) -> Ratings:
    """All ratings of one class over its years, as they stood on TODAY."""
    columns, lines = list(_columns(cohort, track)), followed(cohort, track)
    cells = [[_cell(pupil, column, cohort, track) for column in columns] for pupil in lines]
    return Ratings(cohort, track, columns, lines, cells)


def _columns(cohort: int, track: str) -> list[Column]:
    found = []
    for year in span_of(cohort):
        for name, (month, day) in HALVES[trin(cohort, year) >= 8]:
            when = date(year + (month < 8), month, day)
            found += [Column(klasse_name(cohort, track, year), year, name, s, when) for s in SUBJECTS]
    return found


def _cell(pupil: Pupil, column: Column, cohort: int, track: str) -> Cell:
    sits = any(s.start <= column.day < s.end for s in pupil.spells_in(cohort, track))
    if column.day > TODAY or not sits:
        return Cell()
    came = pupil.spells[0].start
    if came.month != 8 and (column.day - came).days < 45:
        return Cell(is_due=True, is_new=True)
    is_latest = (TODAY - column.day).days < 60
    return Cell(rating(pupil, column.subject, column.day, column.trin, is_latest), is_due=True)
