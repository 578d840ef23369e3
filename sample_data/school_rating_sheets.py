"""Writes a class's assessment sheet (elevvurderingsskema): klasse over round over subject, a line a pupil."""

from collections.abc import Sequence
from dataclasses import dataclass

from sample_data.school_answers import SUBJECTS
from sample_data.school_cast import Pupil, skoleaar
from sample_data.school_grid import Grid, spans
from sample_data.school_lots import Lots
from sample_data.school_ratings import Cell, Column, Ratings


@dataclass(frozen=True)
class RatingStyle:
    """One class team's habit.

    `klasse` is how the class's name stands over its rounds, `heads` whether it is merged, repeated or
    written once. `missing` are the marks for what nobody filled in, `newcomer` that for a new pupil.
    """

    sheet: str
    subjects: tuple[str, str, str]
    title: str = ""
    klasse: str = "{trin}. {spor}"
    heads: str = "merged"
    capitals: bool = False
    indent: int = 0
    headings: tuple[str, str] = ("nr", "Elev:")
    headings_on_top: bool = False
    lines: int = 30
    missing: tuple[str, ...] = ("-", "")
    newcomer: str = ""
    footers: tuple[str, ...] = ()
    legend: str = ""


STYLES = (
    RatingStyle("{spor}", ("DANSK", "MAT", "SOC"), title="{fase}", headings_on_top=True),
    RatingStyle(
        "Vurdering",
        ("Dansk", "Matematik", "Social trivsel"),
        title="Elevvurdering – {fase}",
        klasse="{trin}.{spor}",
        heads="repeated",
        headings=("Nr.", "Navn"),
        missing=("f", "-", ""),
        legend="text",
    ),
    RatingStyle(
        "Ark1",
        ("DAN", "MAT", "SOC"),
        heads="once",
        klasse="{trin}{spor}",
        indent=1,
        headings=("", "Elev"),
        lines=0,
        missing=("",),
        footers=("Gennemsnit",),
    ),
    RatingStyle(
        "Elever",
        ("Dansk", "Mat", "Soc"),
        title="Fjordskolen · elevvurdering",
        klasse="{trin}.{spor} ({skoleaar})",
        capitals=True,
        headings=("Nr.", "Elev"),
        missing=("-", "f"),
        newcomer="ny",
        footers=("Antal røde", "Antal grønne"),
        legend="table",
    ),
    RatingStyle(
        "Skema",
        ("DANSK", "MATEMATIK", "SOCIAL TRIVSEL"),
        title="{fase}",
        heads="once",
        indent=1,
        headings=("Nr", "Elevens navn"),
        lines=28,
        missing=("-", ""),
        footers=("Gennemsnit",),
        legend="text",
    ),
)
FIRST_NAMED = {(9, "B"), (3, "A")}
LEGEND = (
    (1, "rød", "meget bekymrende"),
    (2, "orange", "bekymrende"),
    (3, "gul", "lidt bekymrende"),
    (4, "grøn", "fint"),
    (5, "meget grøn", "over niveau"),
)


def assessment_sheet(ratings: Ratings) -> Grid:
    """The sheet as the class's team keeps it."""
    style = STYLES[(ratings.cohort * 2 + (ratings.track == "B") * 3) % len(STYLES)]
    return _Writer(style, ratings).write()


class _Writer:
    """One sheet in the making: rows are added from the top, and `row` is the next empty one."""

    def __init__(self, style: RatingStyle, ratings: Ratings) -> None:
        self.style, self.ratings = style, ratings
        self.grid = Grid(style.sheet.format(spor=ratings.track))
        self.name_column = style.indent + bool(style.headings[0])
        self.first = self.name_column + 1
        self.row = 0

    def write(self) -> Grid:
        """The whole sheet."""
        self._title()
        self._heads()
        for number, (pupil, cells) in enumerate(
            zip(self.ratings.lines, self.ratings.cells, strict=True), start=1
        ):
            self._number(number)
            self.grid.put(self.row, self.name_column, self._called(pupil))
            for place, (column, cell) in enumerate(zip(self.ratings.columns, cells, strict=True)):
                self._cell(place, column, pupil, cell)
            self.row += 1
        for number in range(len(self.ratings.lines) + 1, self.style.lines + 1):
            self._number(number)
            self.row += 1
        self._footers()
        self._legend()
        return self.grid

    def _title(self) -> None:
        if self.style.title:
            last = self.ratings.columns[-1].trin
            phase = "Indskoling" if last <= 3 else "Mellemtrin" if last <= 6 else "Udskoling"
            self.grid.put(0, self.style.indent, self.style.title.format(fase=phase))
            self.row = 1 if self.style.headings_on_top else 2

    def _heads(self) -> None:
        columns, top = self.ratings.columns, self.row
        self._spread([(c.klasse, self._klasse(c)) for c in columns])
        self._spread([(c.klasse, self._round(c.round)) for c in columns])
        names = dict(zip(SUBJECTS, self.style.subjects, strict=True))
        self.grid.put_row(self.row, self.first, [names[c.subject] for c in columns])
        label_row = top if self.style.headings_on_top else self.row
        for offset, heading in enumerate(self.style.headings):
            self.grid.put(label_row, self.name_column - 1 + offset, heading or None)
        self.row += 1

    def _spread(self, headings: Sequence[tuple[str, str]]) -> None:
        """One heading row; the same text under another class is another heading."""
        for (_, text), places in spans(headings):
            columns = range(self.first + places.start, self.first + places.stop)
            self.grid.put_spanning(self.row, columns, text, self.style.heads)
        self.grid.bold_rows.add(self.row)
        self.row += 1

    def _klasse(self, column: Column) -> str:
        spelled = {"trin": column.trin, "spor": self.ratings.track, "skoleaar": skoleaar(column.year)}
        return self.style.klasse.format(**spelled)

    def _round(self, name: str) -> str:
        return name.upper() if self.style.capitals else name.replace("termin", "Termin")

    def _number(self, number: int) -> None:
        if self.style.headings[0]:
            self.grid.put(self.row, self.name_column - 1, number)

    def _called(self, pupil: Pupil) -> str:
        """The first name alone where this team writes so and nobody else in the class shares it."""
        namesakes = sum(pupil.first.split()[0] == other.first.split()[0] for other in self.ratings.lines)
        alone = (self.ratings.cohort, self.ratings.track) in FIRST_NAMED and namesakes == 1
        return pupil.first if alone else pupil.name

    def _cell(self, place: int, column: Column, pupil: Pupil, cell: Cell) -> None:
        if cell.value is not None:
            self.grid.put(self.row, self.first + place, cell.value, "0.00" if column.has_marks else None)
        elif cell.is_due:
            lots = Lots("mark", pupil.login, column.day, column.subject)
            mark = self.style.newcomer if cell.is_new else lots.pick(self.style.missing)
            self.grid.put(self.row, self.first + place, mark or None)

    def _footers(self) -> None:
        if self.style.footers and not self.style.lines:
            self.row += 1
        for footer in self.style.footers:
            self.grid.put(self.row, self.name_column, footer)
            for place, column in enumerate(self.ratings.columns):
                seen = [v for line in self.ratings.cells if (v := line[place].value) is not None]
                self.grid.put(self.row, self.first + place, _counted(footer, seen, column.has_marks))
            self.row += 1

    def _legend(self) -> None:
        if not self.style.legend:
            return
        self.grid.put(self.row + 1, self.name_column, "Niveauer:")
        self.row += 2
        for number, colour, meaning in LEGEND:
            if self.style.legend == "text":
                self.grid.put(self.row, self.name_column, f"{number} = {colour}: {meaning}")
            else:
                self.grid.put_row(self.row, self.name_column, [f"{colour}: {meaning}", number])
            self.row += 1


def _counted(footer: str, seen: list[float], has_marks: bool) -> float | None:
    """What stands below a column: an average, or how many have a level (which marks are not)."""
    if not seen or (has_marks and footer != "Gennemsnit"):
        return None
    if footer == "Gennemsnit":
        return round(sum(seen) / len(seen), 1)
    wanted = 1 if footer == "Antal røde" else 4
    return sum(value == wanted for value in seen)
