"""Rating columns that a sheet once filled and now leaves empty: moved, deleted, or not filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _

from data_io.importing.directory import Directory
from data_io.importing.options import ImportOptions, KlasseKey, answer_to, klasse_keys
from data_io.importing.register import Register
from data_io.layouts.reading import Problem, RatingColumn, SheetReading
from data_io.layouts.results import Result, Results
from data_io.layouts.words import fold
from data_io.workbook.cells import cell_name


def rating_key(directory: Directory, klasse: KlasseKey, subject: str, round_name: str) -> str | None:
    """The key of a rating's slice, None where class or round is new to the school."""
    klasse_id, round_id = directory.klasse_ids.get(klasse), directory.rounds.get(fold(round_name))
    return f"rating/{klasse_id}/{subject}/{round_id}" if klasse_id and round_id else None


def take_emptied(
    register: Register, directory: Directory, reading: SheetReading, options: ImportOptions
) -> tuple[SheetReading, list[Problem]]:
    """The reading with the emptied columns somebody said to remove, and the question for each such column.

    Only columns that the very import filled which this sheet corrects are asked about: a colleague's copy
    that lacks a subject takes nothing away.
    """
    if not reading.empty_ratings:
        return reading, []
    keys = klasse_keys(reading)
    now = _seen(register, directory, reading.ratings, keys)
    corrected = {import_id for import_id, _column in now}
    emptied = [
        column
        for import_id, column in _seen(register, directory, reading.empty_ratings, keys)
        if import_id in corrected
    ]
    problems = [_is_it_to_go(column) for column in emptied]
    gone = [c for c, p in zip(emptied, problems, strict=True) if answer_to(p, options) == "remove"]
    return _with_columns(reading, gone), problems


def _seen(
    register: Register,
    directory: Directory,
    ratings: Sequence[RatingColumn],
    keys: Mapping[str, KlasseKey],
) -> list[tuple[str, RatingColumn]]:
    """The columns whose slice is filled, with the import that fills it."""
    by_key = {}
    for rating in ratings:
        klasse = keys.get(rating.klasse or "")
        key = rating_key(directory, klasse, rating.subject, rating.round or "") if klasse else None
        if key:
            by_key[key] = rating
    rows = register.slices(by_key).values()
    return [(row["import_id"], by_key[row["slice_key"]]) for row in rows if row["import_id"]]


def _is_it_to_go(column: RatingColumn) -> Problem:
    text = _(
        "{klasse}, {round}, {subject} er tom i arket nu, men var udfyldt før. Skal vurderingerne fjernes?"
    )
    message = text.format(klasse=column.klasse, round=column.round, subject=column.subject)
    return Problem(
        cell_name(column.row, column.column),
        "question",
        "emptied",
        message,
        default="keep",
        options=(("keep", _("Nej, behold dem")), ("remove", _("Ja, fjern dem"))),
    )


def _with_columns(reading: SheetReading, columns: Sequence[RatingColumn]) -> SheetReading:
    first = len(reading.ratings)
    added = [
        Result(p, number, None, "empty", pupil.row, column.column)
        for number, column in enumerate(columns, start=first)
        for p, pupil in enumerate(reading.pupils)
    ]
    results = Results.of((*reading.results, *added))
    return replace(reading, ratings=(*reading.ratings, *columns), results=results)
