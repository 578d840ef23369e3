"""Says what a sheet is and reads it: the one door from cells to readings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

from data_io.layouts.absence_sheet import read_absence
from data_io.layouts.across import each_maximum, pupils_stand_across
from data_io.layouts.classlist_sheet import is_plainly_a_classlist, read_classlist
from data_io.layouts.cpr_said import cpr_problems
from data_io.layouts.fill_sheet import may_be_coloured, with_fills
from data_io.layouts.fingerprint import layout_of
from data_io.layouts.give_context import with_context
from data_io.layouts.guidance import NO_GUIDANCE, Guidance
from data_io.layouts.leftovers import second_table
from data_io.layouts.pupils import duplicates
from data_io.layouts.read_region import Region, read_regions, unknown
from data_io.layouts.reading import FileReading, Problem, SheetReading, content_hash
from data_io.layouts.trivsel_sheet import read_trivsel
from data_io.layouts.view import View, turn, view_of, without_left_out_rows
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.cells import Sheet, Workbook
from data_io.workbook.reader import read_workbook

# More lines than a large school has pupils.
MOST_LINES = 3000

GuidanceFor = Callable[[str], Guidance | None]


def read_file(
    path: Path,
    *,
    name: str | None = None,
    vocabulary: Vocabulary | None = None,
    guidance_for: GuidanceFor | None = None,
) -> FileReading:
    """Every sheet of a file as it was understood.

    Raises:
        Refused: the file is no workbook, has a password, is broken or beyond the limits.
    """
    words = vocabulary or Vocabulary()
    reading = read_all(read_workbook(path, name=name), words, guidance_for)
    if may_be_coloured(reading):
        return read_all(read_workbook(path, name=name, fills=True), words, guidance_for)
    return reading


def read_all(
    workbook: Workbook, vocabulary: Vocabulary, guidance_for: GuidanceFor | None = None
) -> FileReading:
    """The readings of a workbook's sheets; empty sheets are passed over.

    `guidance_for` gives what a person has said of sheets built like one, by its `layout`.
    """
    sheets = [sheet for sheet in workbook.sheets if any(v is not None for row in sheet.rows for v in row)]
    readings = [
        reading
        for sheet in sheets
        for reading in _guided(sheet, workbook.file_name, vocabulary, guidance_for)
    ]
    if any(reading.kind != "unknown" for reading in readings):
        readings = [_without_alarm(reading) for reading in readings]
    return FileReading(workbook.file_name, workbook.sha256, tuple(readings))


def _guided(
    sheet: Sheet, file_name: str, vocabulary: Vocabulary, guidance_for: GuidanceFor | None
) -> tuple[SheetReading, ...]:
    readings = read_parts(sheet, file_name, vocabulary)
    guidance = guidance_for(readings[0].layout) if guidance_for else None
    if not guidance:
        return readings
    return read_parts(sheet, file_name, vocabulary, guidance.fitted(sheet, readings))


def _without_alarm(reading: SheetReading) -> SheetReading:
    """A sheet without a table is a note where another sheet of the file was understood: remarks, a legend."""
    problems = tuple(
        replace(p, severity="note") if p.code == "not_understood" and p.cell is None else p
        for p in reading.problems
    )
    return replace(reading, problems=problems)


def read_parts(
    sheet: Sheet, file_name: str, vocabulary: Vocabulary, guidance: Guidance = NO_GUIDANCE
) -> tuple[SheetReading, ...]:
    """One sheet as its tests, assessments, absence, class list, or as unknown with the reason; never empty.

    A sheet that is only coloured is read by its colours, where it came with them.
    """
    if sum(any(v is not None for v in row) for row in sheet.rows) > MOST_LINES:
        return (_too_long(sheet),)
    filled = with_fills(sheet) if sheet.fills else None
    readings = _parts(filled.sheet if filled else sheet, file_name, vocabulary, guidance)
    return filled.told(readings) if filled else readings


def _parts(
    sheet: Sheet, file_name: str, vocabulary: Vocabulary, guidance: Guidance
) -> tuple[SheetReading, ...]:
    words = vocabulary.fagomraader | vocabulary.signalord
    special = None if guidance else read_absence(sheet) or read_trivsel(sheet)
    if special is None and not guidance and is_plainly_a_classlist(sheet):
        special = read_classlist(sheet)
    regions = [_whole(sheet, special)] if special else []
    regions = regions or _results(view_of(sheet, guidance, words), vocabulary, guidance)
    if not regions:
        regions = [_as_class_list(sheet) or _not_understood(sheet)]
    readings = _told_apart([_placed(region, sheet, file_name) for region in regions])
    layout = layout_of(sheet, readings)
    readings = [replace(reading, layout=layout) for reading in _named(readings)]
    readings[0] = replace(readings[0], problems=(*cpr_problems(sheet), *readings[0].problems))
    return tuple(replace(reading, content_hash=content_hash(reading)) for reading in readings)


def _results(view: View, vocabulary: Vocabulary, guidance: Guidance) -> list[Region]:
    """The tables of results as they stand, or turned where pupils stand across."""
    across = pupils_stand_across(view, vocabulary) if guidance.transposed is None else guidance.transposed
    turned = [replace(turn(view), each_max=each_maximum(view))] if across else []
    orders = [*turned, view]
    for order in orders:
        regions = read_regions(without_left_out_rows(order), vocabulary)
        if any(region.reading.kind != "unknown" for region in regions):
            return [region for region in regions if region.reading.kind != "unknown"]
    return []


def _as_class_list(sheet: Sheet) -> Region | None:
    reading = read_classlist(sheet)
    if reading is None:
        return None
    return _whole(sheet, reading)


def _whole(sheet: Sheet, reading: SheetReading) -> Region:
    """A reading of a whole sheet with the texts above its pupils."""
    first = min((p.row for p in reading.pupils), default=len(sheet.rows))
    titles = [" ".join(str(v) for v in row if v is not None) for row in sheet.rows[: max(first - 1, 0)][:10]]
    return Region(view_of(sheet), reading, titles)


def _not_understood(sheet: Sheet) -> Region:
    view = view_of(sheet)
    return Region(view, unknown(view))


def _placed(region: Region, sheet: Sheet, file_name: str) -> SheetReading:
    """A table's reading with its class, day and title, and what is wrong with its list of pupils."""
    reading = with_context(region.reading, region.titles, sheet.name, file_name)
    own = duplicates(reading.pupils) if reading.kind in ("test", "assessment") else []
    return replace(reading, problems=(*own, *reading.problems))


def _told_apart(readings: list[SheetReading]) -> list[SheetReading]:
    """The readings; a table that nothing tells from one before it becomes a question on that one.

    Other pupils may be another class, or the same list going on: nobody but a person can say.
    """
    kept: list[SheetReading] = []
    for reading in readings:
        same = next((n for n, other in enumerate(kept) if _is_alike(other, reading)), None)
        if same is None:
            kept.append(reading)
        else:
            question = second_table(reading.pupils)
            kept[same] = replace(kept[same], problems=(*kept[same].problems, question))
    return kept


def _is_alike(one: SheetReading, other: SheetReading) -> bool:
    """True for tables of the same class, day, title and tasks, whose tags do not say otherwise."""
    mine, theirs = (
        (r.kind, r.klasser, r.date, r.title, r.part, [t.label for t in r.tasks], r.ratings)
        for r in (one, other)
    )
    tags = [[(t.fagomraade, t.signalord) for t in r.tasks] for r in (one, other)]
    untagged = any(not any(any(tag) for tag in said) for said in tags)
    return mine == theirs and (tags[0] == tags[1] or untagged)


def _named(readings: list[SheetReading]) -> Iterator[SheetReading]:
    """The readings, each table named where there are several: by its title and class."""
    if len(readings) == 1:
        yield readings[0]
        return
    taken: set[str] = set()
    for number, reading in enumerate(readings, start=1):
        said = [text for text in (reading.part or reading.title, *reading.klasser[:1]) if text]
        part = " · ".join(dict.fromkeys(said)) or _("tabel {n}").format(n=number)
        if part in taken:
            part = _("{part} (tabel {n})").format(part=part, n=number)
        taken.add(part)
        yield replace(reading, part=part)


def _too_long(sheet: Sheet) -> SheetReading:
    """A sheet longer than any school's list of pupils is not looked through."""
    text = _("Arket “{sheet}” har over {n} linjer og er ikke et ark over en skoles elever. Det er udeladt.")
    message = text.format(sheet=sheet.name, n=MOST_LINES)
    problem = Problem("A1", "error", "not_understood", message)
    return SheetReading(sheet=sheet.name, kind="unknown", hidden=sheet.hidden, problems=(problem,))
