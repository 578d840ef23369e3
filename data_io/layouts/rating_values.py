"""What the cells of an assessment mean: levels from 1 to 5, or marks of the 7-trins scale."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _

from data_io.layouts.heading_level import Level
from data_io.layouts.reading import Problem, PupilRow, RatingColumn, Scale, SheetReading
from data_io.layouts.results import Result, Results
from data_io.layouts.values import MARK_CODES, danish, read_cell
from data_io.layouts.view import View
from data_io.layouts.words import tokens
from data_io.workbook.cells import cell_name

MARK_WORDS = frozenset("karakter karakterer gns gennemsnit standpunkt 7-trin trinsskala årskarakter".split())


def scales_of(
    sheet: View, pupils: Sequence[PupilRow], ratings: Sequence[RatingColumn], levels: Sequence[Level]
) -> tuple[list[RatingColumn], list[Problem]]:
    """The scale of every column: social is a level; the header decides for the rest, or a value proves it."""
    numbers = {r.column: _numbers(sheet, pupils, r.column) for r in ratings}
    words = {r.column: {w for level in levels for w in tokens(level.own.get(r.column, ""))} for r in ratings}
    termin = [r for r in ratings if r.subject != "social" and "termin" in (r.round or "")]
    proven = any(_off_level(n) for r in termin for n in numbers[r.column])
    scaled: list[RatingColumn] = []
    problems: list[Problem] = []
    for rating in ratings:
        scale, problem = _scale(sheet, rating, numbers[rating.column], words[rating.column], proven)
        scaled.append(replace(rating, scale=scale))
        if problem:
            problems.append(problem)
    asked = {(r.klasse, r.round) for r in scaled if any(p.cell == _place(sheet, r) for p in problems)}
    sure = {p.cell for p in problems} | {_place(sheet, r) for r in scaled if r.scale == "mark"}
    # One subject's marks make the others of that round doubtful, although their numbers could be levels.
    problems += [
        _ask_scale(_place(sheet, r), r)
        for r in scaled
        if (r.klasse, r.round) in asked and r.subject != "social" and _place(sheet, r) not in sure
    ]
    return scaled, problems


def _place(sheet: View, rating: RatingColumn) -> str:
    return sheet.place(rating.row, rating.column)


def _scale(
    sheet: View, rating: RatingColumn, numbers: list[float], words: set[str], proven: bool
) -> tuple[Scale, Problem | None]:
    off = [n for n in numbers if _off_level(n)]
    if rating.subject == "social":
        return "level", None
    if words & MARK_WORDS:
        return "mark", None
    if "termin" in (rating.round or ""):
        if proven:
            return "mark", None
        return "level", _ask_scale(_place(sheet, rating), rating)
    if len(off) >= 2 and len(off) * 5 >= len(numbers):
        return "mark", _ask_scale(_place(sheet, rating), rating)
    return "level", None


def _ask_scale(place: str, rating: RatingColumn) -> Problem:
    text = _("{subject} i {round}: er tallene karakterer (7-trinsskalaen) eller niveauer 1–5?")
    return Problem(
        place,
        "question",
        "scale",
        text.format(subject=rating.subject.capitalize(), round=rating.round or _("runden")),
        options=(("level", _("Niveauer 1–5")), ("mark", _("Karakterer"))),
    )


def _numbers(sheet: View, pupils: Sequence[PupilRow], column: int) -> list[float]:
    found = [read_cell(sheet.at(p.row, column)).number for p in pupils]
    return [n for n in found if n is not None and n not in MARK_CODES]


def _off_level(number: float) -> bool:
    return number != int(number) or not 1 <= number <= 5


def values_of(
    sheet: View, pupils: Sequence[PupilRow], ratings: Sequence[RatingColumn]
) -> tuple[list[Result], list[Problem]]:
    results: list[Result] = []
    problems: list[Problem] = []
    without_result = set(sheet.broken)
    for p, pupil in enumerate(pupils):
        for c, rating in enumerate(ratings):
            cell = read_cell(sheet.at(pupil.row, rating.column))
            number, missing = cell.number, cell.missing
            broken = (pupil.row, rating.column) in without_result
            if rating.scale == "mark" and number in MARK_CODES:
                number, missing = None, "kode"
            message = _wrong(rating, number, cell.text, broken=broken)
            if message:
                place = sheet.place(pupil.row, rating.column)
                problems.append(Problem(place, "error", "not_a_rating", message.format(cell=place)))
                missing = missing or ("unreadable" if number is None else None)
            results.append(Result(p, c, number, missing, pupil.row, rating.column))
    return results, problems


def _wrong(rating: RatingColumn, number: float | None, text: str | None, *, broken: bool) -> str | None:
    """What is wrong with a rating cell, with a place left for its name; None when nothing is."""
    expected = _("et niveau fra 1 til 5") if rating.scale == "level" else _("en karakter fra -3 til 12")
    if broken:
        return _("{cell}: formlen har intet resultat. Skriv tallet i cellen.")
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


def by_round_around(reading: SheetReading) -> SheetReading:
    """The reading whose round stands around the table and not over it: in a termin numbers can be marks."""
    asked = {p.cell for p in reading.problems if p.code == "scale"}
    termin = {
        i: r
        for i, r in enumerate(reading.ratings)
        if r.subject != "social" and "termin" in (r.round or "") and r.scale == "level"
    }
    given = [r.value for r in reading.results if r.column in termin and r.value is not None]
    if any(_off_level(n) for n in given if n not in MARK_CODES):
        return on_other_scales(reading, dict.fromkeys(termin, "mark"))
    questions = [_ask_scale(cell_name(r.row, r.column), r) for r in termin.values()]
    return replace(reading, problems=(*reading.problems, *(q for q in questions if q.cell not in asked)))


def on_other_scales(reading: SheetReading, scales: Mapping[int, Scale]) -> SheetReading:
    """The reading with the numbers of some columns (by their place in `ratings`) judged on another scale."""
    ratings = tuple(replace(r, scale=scales.get(i, r.scale)) for i, r in enumerate(reading.ratings))
    results: list[Result] = []
    judged: set[str] = set()
    problems: list[Problem] = []
    for result in reading.results:
        if result.column not in scales or result.value is None:
            results.append(result)
            continue
        place = cell_name(result.row, result.sheet_column)
        judged.add(place)
        coded = ratings[result.column].scale == "mark" and result.value in MARK_CODES
        results.append(result._replace(value=None, missing="kode") if coded else result)
        message = None if coded else _wrong(ratings[result.column], result.value, None, broken=False)
        if message:
            problems.append(Problem(place, "error", "not_a_rating", message.format(cell=place)))
    kept = [p for p in reading.problems if p.code != "not_a_rating" or p.cell not in judged]
    return replace(reading, ratings=ratings, results=Results.of(results), problems=(*kept, *problems))
