"""Reads an assessment sheet: klasse over round over subject, a pupil a row, levels or marks in the cells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from gettext import gettext as _

from data_io.layouts.block import Block
from data_io.layouts.context import klasse_name, klasser_in, skoleaar_in
from data_io.layouts.headers import Level, left_out, levels_above, spread
from data_io.layouts.points_sheet import danish
from data_io.layouts.pupils import duplicates, pupil_rows, strays
from data_io.layouts.reading import Band, Problem, PupilRow, RatingColumn, Result, Scale, SheetReading
from data_io.layouts.values import MARK_CODES, read_cell
from data_io.layouts.words import fold, round_of, subject_of, tokens
from data_io.workbook.cells import Sheet, cell_name

_MARK_WORDS = frozenset("karakter karakterer gns gennemsnit standpunkt 7-trin trinsskala årskarakter".split())


def subject_level(levels: Sequence[Level], columns: Sequence[int]) -> Level | None:
    """The heading row that names subjects in most of its cells, which makes the sheet an assessment."""
    for level in reversed(levels):
        texts = level.covers(columns)
        subjects = [text for text in texts if subject_of(_subject_part(text))]
        if texts and len(subjects) * 2 > len(texts):
            return level
    return None


def _subject_part(text: str) -> str:
    """A heading without the round and class it may carry ("7.A efterår dansk" -> "dansk")."""
    words = [w for w in text.split() if not klasse_name(w) and not round_of(w) and w.lower() != "termin"]
    return " ".join(w for w in words if not w.strip(".").isdigit())


def read_assessment(sheet: Sheet, block: Block) -> SheetReading | None:
    """The sheet as levels and marks, or None where no heading row names subjects."""
    levels = levels_above(sheet, block, block.value_columns)
    subjects = subject_level(levels, block.value_columns)
    if subjects is None:
        return None
    out = set(left_out(levels, block.value_columns))
    columns = [c for c in block.value_columns if c not in out]
    pupils = pupil_rows(sheet, block)
    ratings = [r for r in _columns(sheet, levels, subjects, columns) if _any_value(sheet, pupils, r.column)]
    ratings, scale_problems = _scales(sheet, pupils, ratings, levels)
    results, value_problems = _values(sheet, pupils, ratings)
    return SheetReading(
        sheet=sheet.name,
        kind="assessment",
        hidden=sheet.hidden,
        klasser=_klasser(sheet, levels, subjects, block.first_value_column),
        rounds=tuple(dict.fromkeys(r.round for r in ratings if r.round)),
        pupils=pupils,
        ratings=tuple(ratings),
        results=tuple(results),
        problems=(*duplicates(pupils), *strays(block), *scale_problems, *value_problems),
        bands=_bands(block, levels, subjects, columns),
    )


def _any_value(sheet: Sheet, pupils: Sequence[PupilRow], column: int) -> bool:
    return any(read_cell(sheet.at(p.row, column)).number is not None for p in pupils)


def _columns(
    sheet: Sheet, levels: Sequence[Level], subjects: Level, columns: Sequence[int]
) -> list[RatingColumn]:
    """Every rating column with the class, round, school year and subject its headings give.

    A text written once reaches over the columns after it, but not across a group that started above.
    """
    starts: set[int] = set()
    klasse: dict[int, str] = {}
    rounds: dict[int, str] = {}
    years: dict[int, str] = {}
    for level in levels:
        over = spread(sheet, level, columns, starts)
        klasse |= _found(over, _klasse)
        rounds |= _found(over, round_of)
        years |= _found(over, skoleaar_in)
        starts |= set(level.own) if level is not subjects else set()
    return [
        RatingColumn(c, klasse.get(c), rounds.get(c), subject, skoleaar=years.get(c))
        for c in columns
        if (subject := _subject(subjects.own.get(c, "")))
    ]


def _klasser(sheet: Sheet, levels: Sequence[Level], subjects: Level, first: int) -> tuple[str, ...]:
    """Every class the headings name, also those whose columns are not filled in yet."""
    rows = [level.row for level in levels if level is not subjects]
    texts = [str(v) for row in rows for v in sheet.rows[row][first:] if v is not None]
    return tuple(dict.fromkeys(k for text in texts for k in klasser_in(text)))


def _found(over: dict[int, str], finder: Callable[[str], str | None]) -> dict[int, str]:
    return {column: found for column, text in over.items() if (found := finder(text))}


def _klasse(text: str) -> str | None:
    return next(iter(klasser_in(text)), None)


def _subject(text: str) -> str | None:
    """The subject of a column; an unknown word is kept as the school wrote it."""
    part = _subject_part(text)
    return subject_of(part) or (fold(part) or None)


def _scales(
    sheet: Sheet, pupils: Sequence[PupilRow], ratings: Sequence[RatingColumn], levels: Sequence[Level]
) -> tuple[list[RatingColumn], list[Problem]]:
    """The scale of every column: social is a level; the header decides for the rest, or a value proves it."""
    numbers = {r.column: _numbers(sheet, pupils, r.column) for r in ratings}
    words = {r.column: {w for level in levels for w in tokens(level.own.get(r.column, ""))} for r in ratings}
    termin = [r for r in ratings if r.subject != "social" and "termin" in (r.round or "")]
    proven = any(_off_level(n) for r in termin for n in numbers[r.column])
    scaled: list[RatingColumn] = []
    problems: list[Problem] = []
    for rating in ratings:
        scale, problem = _scale(rating, numbers[rating.column], words[rating.column], proven)
        scaled.append(replace(rating, scale=scale))
        if problem:
            problems.append(problem)
    return scaled, problems


def _scale(
    rating: RatingColumn, numbers: list[float], words: set[str], proven: bool
) -> tuple[Scale, Problem | None]:
    off = [n for n in numbers if _off_level(n)]
    if rating.subject == "social":
        return "level", None
    if words & _MARK_WORDS:
        return "mark", None
    if "termin" in (rating.round or ""):
        if proven:
            return "mark", None
        return "level", _ask_scale(rating, default=None)
    if len(off) >= 2 and len(off) * 5 >= len(numbers):
        return "mark", _ask_scale(rating, default=None)
    return "level", None


def _ask_scale(rating: RatingColumn, default: str | None) -> Problem:
    text = _("{subject} i {round}: er tallene karakterer (7-trinsskalaen) eller niveauer 1–5?")
    return Problem(
        cell_name(0, rating.column),
        "question",
        "scale",
        text.format(subject=rating.subject.capitalize(), round=rating.round or _("runden")),
        default=default,
        options=(("level", _("Niveauer 1–5")), ("mark", _("Karakterer"))),
    )


def _numbers(sheet: Sheet, pupils: Sequence[PupilRow], column: int) -> list[float]:
    found = [read_cell(sheet.at(p.row, column)).number for p in pupils]
    return [n for n in found if n is not None and n not in MARK_CODES]


def _off_level(number: float) -> bool:
    return number != int(number) or not 1 <= number <= 5


def _values(
    sheet: Sheet, pupils: Sequence[PupilRow], ratings: Sequence[RatingColumn]
) -> tuple[list[Result], list[Problem]]:
    results: list[Result] = []
    problems: list[Problem] = []
    for p, pupil in enumerate(pupils):
        for c, rating in enumerate(ratings):
            cell = read_cell(sheet.at(pupil.row, rating.column))
            number, missing = cell.number, cell.missing
            if rating.scale == "mark" and number in MARK_CODES:
                number, missing = None, "kode"
            message = _wrong(rating, number, cell.text)
            if message:
                place = cell_name(pupil.row, rating.column)
                problems.append(Problem(place, "error", "not_a_rating", message.format(cell=place)))
                missing = missing or "unreadable"
                number = None
            results.append(Result(p, c, number, missing, pupil.row, rating.column))
    return results, problems


def _wrong(rating: RatingColumn, number: float | None, text: str | None) -> str | None:
    """What is wrong with a rating cell, with a place left for its name; None when nothing is."""
    expected = _("et niveau fra 1 til 5") if rating.scale == "level" else _("en karakter fra -3 til 12")
    if text is not None:
        said = text.replace("{", "(").replace("}", ")")
        return _("{{cell}}: her står “{found}”, men der skal stå {expected} eller “-”.").format(
            found=said, expected=expected
        )
    if number is None:
        return None
    if rating.scale == "level" and _off_level(number):
        return _("{{cell}}: {found} er ikke {expected}.").format(found=danish(number), expected=expected)
    if rating.scale == "mark" and not -3 <= number <= 12:
        return _("{{cell}}: {found} er ikke {expected}.").format(found=danish(number), expected=expected)
    return None


def _bands(
    block: Block, levels: Sequence[Level], subjects: Level, columns: Sequence[int]
) -> tuple[Band, ...]:
    if not columns:
        return ()
    left, right = min(columns), max(columns)
    bands = [Band("value", block.pupil_rows[0], left, block.pupil_rows[-1], right)]
    bands += [Band("pupil", row, block.name_column, row, block.name_column) for row in block.pupil_rows]
    for level in levels:
        texts = level.covers(columns)
        if level is subjects:
            role = "subject"
        elif any(klasser_in(t) for t in texts):
            role = "klasse"
        else:
            role = "round" if any(round_of(t) for t in texts) else "left-out"
        bands.append(Band(role, level.row, left, level.row, right))
    return tuple(bands)
