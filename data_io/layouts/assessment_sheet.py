"""Reads an assessment sheet: klasse over round over subject, a pupil a row, levels or marks in the cells."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from data_io.layouts.block import Block
from data_io.layouts.context import klasse_name, klasser_in, skoleaar_in
from data_io.layouts.headers import levels_above, spread
from data_io.layouts.heading_level import Level
from data_io.layouts.heading_roles import left_out
from data_io.layouts.leftovers import leftovers
from data_io.layouts.pupils import pupil_rows
from data_io.layouts.rating_values import MARK_WORDS, scales_of, values_of
from data_io.layouts.reading import Band, PupilRow, RatingColumn, SheetReading
from data_io.layouts.results import Results
from data_io.layouts.values import read_cell
from data_io.layouts.view import View
from data_io.layouts.words import MOST_REMEMBERED, fold, is_statistic, round_of, subject_of


def subject_level(levels: Sequence[Level], columns: Sequence[int]) -> Level | None:
    """The heading row that names subjects in most of its cells, which makes the sheet an assessment."""
    for level in reversed(levels):
        texts = level.covers(columns)
        if texts and sum(map(_names_a_subject, texts)) * 2 > len(texts):
            return level
    return None


@lru_cache(MOST_REMEMBERED)
def _names_a_subject(text: str) -> bool:
    return subject_of(_subject_part(text)) is not None


def _subject_part(text: str) -> str:
    """A heading without the round and class it may carry ("7.A efterår dansk" -> "dansk")."""
    words = [w for w in text.split() if not klasse_name(w) and not round_of(w)]
    words = [w for w in words if w.lower() != "termin" and w.lower().strip(".:()") not in MARK_WORDS]
    return " ".join(w for w in words if not w.strip(".").isdigit())


def read_assessment(sheet: View, block: Block) -> SheetReading | None:
    """The sheet as levels and marks, or None where no heading row names subjects."""
    levels = levels_above(sheet, block, block.value_columns)
    subjects = subject_level(levels, block.value_columns)
    if subjects is None:
        return None
    out = _left_out(sheet, levels, block.value_columns)
    columns = [c for c in block.value_columns if c not in out]
    pupils = pupil_rows(sheet, block)
    ratings = [r for r in _columns(sheet, levels, subjects, columns) if _any_value(sheet, pupils, r.column)]
    empty = _empty(sheet, block, {r.column for r in ratings})
    ratings, scale_problems = scales_of(sheet, pupils, ratings, levels)
    results, value_problems = values_of(sheet, pupils, ratings)
    return SheetReading(
        sheet=sheet.name,
        kind="assessment",
        hidden=sheet.hidden,
        klasser=_klasser(sheet, levels, subjects, ratings, block.first_value_column),
        rounds=tuple(dict.fromkeys(r.round for r in ratings if r.round)),
        pupils=pupils,
        ratings=tuple(ratings),
        empty_ratings=empty,
        results=Results.of(results),
        problems=(*leftovers(sheet, block), *scale_problems, *value_problems),
        bands=_bands(block, levels, subjects, columns),
    )


def _left_out(sheet: View, levels: Sequence[Level], columns: Sequence[int]) -> set[int]:
    """The columns that are no ratings by themselves, and those under a heading such as "Gennemsnit"."""
    wide = {c for level in levels for c, text in spread(sheet, level, columns).items() if is_statistic(text)}
    return wide | set(left_out(levels, columns))


def _any_value(sheet: View, pupils: Sequence[PupilRow], column: int) -> bool:
    return any(read_cell(sheet.at(p.row, column)).number is not None for p in pupils)


def _empty(sheet: View, block: Block, filled: set[int]) -> tuple[RatingColumn, ...]:
    """The rating columns of the headings in which nobody has a value."""
    right_of_names = max([block.name_column, *block.identity.values()]) + 1
    columns = range(min(right_of_names, block.first_value_column), sheet.width)
    levels = levels_above(sheet, block, columns)
    subjects = subject_level(levels, columns)
    if subjects is None:
        return ()
    out = _left_out(sheet, levels, columns)
    found = _columns(sheet, levels, subjects, [c for c in columns if c not in out])
    return tuple(r for r in found if r.column not in filled and r.round)


def _columns(
    sheet: View, levels: Sequence[Level], subjects: Level, columns: Sequence[int]
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
    # Subjects over rounds are written once for several columns, subjects under rounds one by one.
    over = spread(sheet, subjects, columns) if subjects is not levels[-1] else subjects.own
    return [
        RatingColumn(c, klasse.get(c), rounds.get(c), subject, skoleaar=years.get(c), row=subjects.row)
        for c in columns
        if (subject := _subject(over.get(c, "")))
    ]


def _klasser(
    sheet: View, levels: Sequence[Level], subjects: Level, ratings: Sequence[RatingColumn], first: int
) -> tuple[str, ...]:
    """Every class the headings name, also those whose columns are not filled in yet."""
    rows = [level.row for level in levels if level is not subjects]
    texts = [str(v) for row in rows for v in sheet.rows[row][first:] if v is not None]
    named = [k for text in texts for k in klasser_in(text)]
    return tuple(dict.fromkeys([*named, *(r.klasse for r in ratings if r.klasse)]))


def _found(over: dict[int, str], finder: Callable[[str], str | None]) -> dict[int, str]:
    return {column: found for column, text in over.items() if (found := finder(text))}


def _klasse(text: str) -> str | None:
    return next(iter(klasser_in(text)), None)


def _subject(text: str) -> str | None:
    """The subject of a column; an unknown word is kept as the school wrote it."""
    part = _subject_part(text)
    return subject_of(part) or (fold(part) or None)


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
