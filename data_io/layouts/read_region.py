"""Reads the tables of one view of a sheet: assessments, tests, several of them, or why it cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from data_io.layouts.answer_key import answered
from data_io.layouts.assessment_sheet import read_assessment
from data_io.layouts.at_home import at_home
from data_io.layouts.block import Block, find_block
from data_io.layouts.context import date_in, klasse_name, klasser_in
from data_io.layouts.headers import levels_above, title_texts
from data_io.layouts.heading_roles import role_by_label
from data_io.layouts.points_sheet import read_test
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.regions import side_by_side, under_one_another
from data_io.layouts.tests_beside import tests_beside
from data_io.layouts.view import View, pick
from data_io.layouts.vocabulary import Vocabulary
from data_io.layouts.words import fold, is_heading, tokens


@dataclass(frozen=True)
class Region:
    """A table of a sheet as it was read, with the titles that stand above it."""

    view: View
    reading: SheetReading
    titles: Sequence[str] = ()

    @property
    def understood(self) -> bool:
        """True for a table of results."""
        return self.reading.kind != "unknown"


def read_regions(view: View, vocabulary: Vocabulary) -> list[Region]:
    """Every table of a view; what stands beside the first and is no table of results is not looked at."""
    found: list[Region] = []
    view = replace(view, words=view.words | tags_of(view))
    for number, side in enumerate(_sides(view)):
        regions = _read_stack(side, vocabulary)
        found += regions if number == 0 else [r for r in regions if r.understood]
    return [found[0], *(_with_shared(region, found[0]) for region in found[1:])] if found else []


def tags_of(view: View) -> frozenset[str]:
    """What the rows called fagområde or signalord say: a table of sums by fagområde names no pupils."""
    found: set[str] = set()
    for texts in view.texts:
        heads = [c for c, v in texts if is_heading(v) and role_by_label(v) in ("fagomraade", "signalord")]
        found |= {fold(v) for c, v in texts if heads and c > heads[0]}
    return frozenset(found)


def _sides(view: View) -> list[View]:
    """The tables beside one another, with letters as points; each table has its own row of right answers."""
    whole = answered(view)
    sides = side_by_side(whole)
    if len(sides) < 2 or whole is view:
        return sides
    places = {number: place for place, number in enumerate(view.column_numbers)}
    return [answered(pick(view, columns=[places[n] for n in side.column_numbers])) for side in sides]


def _read_stack(view: View, vocabulary: Vocabulary) -> list[Region]:
    """The tables under one another, where more than one of them is understood; else the view as one."""
    parts = under_one_another(view)
    if len(parts) < 2:
        return _read_one(view, vocabulary)
    read = [(part, _read_one(part, vocabulary)) for part in parts]
    good = [(part, regions) for part, regions in read if any(r.understood for r in regions)]
    if len(good) < 2:
        return _read_one(view, vocabulary)
    # What belongs to no other table is looked at with the first, so that nobody is lost in silence.
    taken = {n for part, _regions in good[1:] for n in part.row_numbers[_inherited(part, view) :]}
    rest = [r for r, number in enumerate(view.row_numbers) if number not in taken]
    first = _read_one(pick(view, rows=rest), vocabulary)
    return [*first, *(region for _part, regions in good[1:] for region in regions if region.understood)]


def _inherited(part: View, view: View) -> int:
    """How many of a part's rows are headings it shares with a table above: they break the order of rows."""
    numbers = part.row_numbers
    breaks = [i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1] + 1]
    return breaks[0] if breaks and numbers[-1] >= view.row_numbers[0] else 0


def _read_one(view: View, vocabulary: Vocabulary) -> list[Region]:
    """One list of pupils with what stands over it: an assessment, a test, or several tests."""
    block = find_block(view)
    if block is None:
        return []
    beside = tests_beside(view, block, vocabulary.fagomraader)
    if beside:
        return [
            replace(region, reading=replace(region.reading, part=test.said if len(beside) > 1 else ""))
            for test in beside
            for region in _read_one(test.view, vocabulary)
        ]
    if _of_schools(view, block):
        return [_region(view, block, _not_understood(view, block))]
    assessment = read_assessment(view, block)
    if assessment is not None:
        return [_region(view, block, assessment)]
    return [_region(view, block, _as_test(view, block, vocabulary))]


# Whoever stands below these is no pupil.
_NO_PUPILS = frozenset(
    "skole skoler kommune kommuner land lande region regioner lærer lærere klasse klasser årgang "
    "school schools municipality country countries teacher teachers".split()
)


def _of_schools(view: View, block: Block) -> bool:
    """True where the heading over the names says that schools, towns or teachers stand below it."""
    for row in range(block.first_row - 1, -1, -1):
        heading = view.at(row, block.name_column)
        if heading is None:
            continue
        said = set(tokens(heading))
        beside = [v for v in view.rows[row][block.name_column + 1 :] if v is not None]
        return bool(said) and said <= _NO_PUPILS and len(beside) > 1
    return False


def _of_classes(reading: SheetReading) -> bool:
    """True where whole classes stand over the columns: a number below them is no pupil's."""
    areas = [klasse_name(task.fagomraade or "") for task in reading.tasks]
    return len(areas) > 1 and all(areas) and len(set(areas)) == len(areas)


def _region(view: View, block: Block, reading: SheetReading) -> Region:
    titles = title_texts(view, block, levels_above(view, block, block.value_columns))
    return Region(view, at_home(reading, view), titles)


def _as_test(view: View, block: Block, vocabulary: Vocabulary) -> SheetReading:
    """The table as a test, unknown where its lines are fagområder or signalord and not pupils."""
    reading = read_test(view, block, vocabulary)
    known = vocabulary.signalord | vocabulary.fagomraader
    tasks = sum(fold(pupil.label) in known for pupil in reading.pupils)
    if tasks * 2 > len(reading.pupils) or reading.kind == "unknown" or _of_classes(reading):
        return _not_understood(view, block)
    return reading


def _with_shared(region: Region, first: Region) -> Region:
    """A further table with the titles of the first, as far as it says nothing of the kind itself."""
    own = list(region.titles)
    klasse = any(klasser_in(text) for text in own)
    day = any(date_in(text) for text in own)
    same = {p.label for p in region.reading.pupils} & {p.label for p in first.reading.pupils}
    shared = [
        text
        for text in first.titles
        if text not in own and not (klasser_in(text) and (klasse or not same)) and not (day and date_in(text))
    ]
    return replace(region, titles=[*own, *shared])


def unknown(view: View) -> SheetReading:
    """A sheet without a table that can be read, with the one sentence that says so."""
    block = find_block(view)
    if block is not None:
        return _not_understood(view, block)
    text = _("Arket “{sheet}” har ingen tabel med en elev i hver række og tal ved siden af. Det er udeladt.")
    problem = Problem(None, "error", "not_understood", text.format(sheet=view.name))
    return SheetReading(sheet=view.name, kind="unknown", hidden=view.hidden, problems=(problem,))


def _not_understood(view: View, block: Block) -> SheetReading:
    text = _(
        "Arket “{sheet}” har tal, men overskrifterne viser ikke opgaver, fagområder eller fag. "
        "Skriv opgavenumre over tallene og en elev i hver række, og indlæs igen."
    )
    where = view.place(block.first_row, block.first_value_column)
    problem = Problem(where, "error", "not_understood", text.format(sheet=view.name))
    return SheetReading(sheet=view.name, kind="unknown", hidden=view.hidden, problems=(problem,))
