"""Reads absence as totals for a period: a pupil a row, a category a column, in days, lessons or per cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from data_io.layouts.absence_headings import Headings
from data_io.layouts.absence_words import Role, role_of, unit_of
from data_io.layouts.periods import period_in
from data_io.layouts.reading import Problem, PupilRow
from data_io.layouts.records import CATEGORIES, Absence, Category, Period, Unit
from data_io.layouts.values import danish, danish_number, read_cell
from data_io.layouts.words import clean
from data_io.workbook.cells import Sheet, Value, cell_name, column_name

_BLANK = frozenset({"empty", "blank", "ikke_bedoemt", "ny", "flyttet"})
_ALMOST = 0.051
_ALMOST_PERCENT = 0.26  # three figures, each rounded to a tenth


@dataclass(frozen=True)
class Column:
    """A column of absence: its category, its unit where the sheet says it, and what it is multiplied by."""

    column: int
    role: Role
    unit: Unit | None
    factor: float = 1.0


def columns_of(sheet: Sheet, heads: Headings, rows: Sequence[int]) -> list[Column] | None:
    """The columns of absence; None where numbers stand under other headings, or categories are too few."""
    found: list[Column] = []
    for column, text in heads.over.items():
        role = role_of(text)
        if role:
            found.append(Column(column, role, unit_of(text)))
        elif any(_number(sheet, r, column) is not None for r in rows):
            return None
    roles = {c.role for c in found}
    return found if roles & {"sygdom", "frihed", "ulovligt", "lovligt", "ialt"} else None


def choose(columns: Sequence[Column]) -> dict[str, Column]:
    """The column every category is read from (amounts before per cent), and "percent" of them all."""
    chosen: dict[str, Column] = {}
    for role in (*CATEGORIES, "ialt"):
        same = [c for c in columns if c.role == role]
        amounts = [c for c in same if c.unit != "percent"]
        if same:
            chosen[role] = (amounts or same)[0]
        percents = [c for c in same if c.unit == "percent"]
        if role == "ialt" and amounts and percents:
            chosen["percent"] = percents[0]
    if "ialt" in chosen and chosen["ialt"].unit == "percent":
        others = [chosen[c] for c in CATEGORIES if c in chosen]
        if any(c.unit != "percent" for c in others):
            chosen["percent"] = chosen.pop("ialt")
    return chosen


def with_percents(
    sheet: Sheet, chosen: dict[str, Column], known: Unit | None, rows: Sequence[int]
) -> dict[str, Column]:
    """The columns, those of per cent multiplied by a hundred where Excel keeps 9 % as 0.09.

    Judged by all of them together: nobody's class has less than one per cent in every column.
    """
    percents = [name for name, c in chosen.items() if (c.unit or known) == "percent"]
    places = [(r, chosen[name].column) for name in percents for r in rows]
    bare = [_number(sheet, *place) for place in places if not _has_sign(sheet.at(*place))]
    numbers = [n for n in bare if n is not None]
    small = bool(numbers) and max(numbers) <= 1 and any(0 < n < 1 for n in numbers)
    factor = 100.0 if small else 1.0
    return {
        name: Column(c.column, c.role, "percent", factor) if name in percents else c
        for name, c in chosen.items()
    }


def percent_note(sheet: Sheet, chosen: dict[str, Column], rows: Sequence[int]) -> list[Problem]:
    """A note of how a share below one was read."""
    scaled = [c.column for c in chosen.values() if c.factor > 1]
    shown = next(((r, c) for c in scaled for r in rows if _number(sheet, r, c)), None)
    if shown is None:
        return []
    place, number = cell_name(*shown), _number(sheet, *shown) or 0.0
    text = _("{cell}: {number} er læst som {percent} %.")
    message = text.format(cell=place, number=danish(number), percent=danish(round(number * 100, 2)))
    return [Problem(place, "note", "read_as_percent", message)]


def amounts_of(
    sheet: Sheet, pupils: Sequence[PupilRow], column: Column, category: Category, unit: Unit
) -> tuple[list[Absence], list[Problem]]:
    """A column's absence, pupil by pupil, with an error for every cell that is no number."""
    found: list[Absence] = []
    problems: list[Problem] = []
    for i, pupil in enumerate(pupils):
        number, missing = _said(sheet, pupil.row, column)
        wrong = _wrong(sheet, pupil.row, column, number, missing, unit)
        if wrong:
            place = cell_name(pupil.row, column.column)
            problems.append(Problem(place, "error", "not_absence", wrong.format(cell=place)))
            missing = missing or ("unreadable" if number is None else None)
        found.append(Absence(i, category, unit, number, missing, None, pupil.row, column.column))
    return found, problems


def _said(sheet: Sheet, row: int, column: Column) -> tuple[float | None, str | None]:
    number = _number(sheet, row, column.column)
    if number is not None:
        factor = 1.0 if _has_sign(sheet.at(row, column.column)) else column.factor
        return round(number * factor, 6), None
    missing = read_cell(sheet.at(row, column.column)).missing
    return None, missing if missing in _BLANK else None


def _has_sign(value: Value) -> bool:
    """True for "5,1 %", which is no part of one."""
    return isinstance(value, str) and "%" in value


def _number(sheet: Sheet, row: int, column: int) -> float | None:
    value = sheet.at(row, column)
    number = read_cell(value).number
    if number is None and isinstance(value, str):
        plain = clean(value).rstrip("%").strip()
        return danish_number(plain) if plain != clean(value) else None
    return number


def _wrong(
    sheet: Sheet, row: int, column: Column, number: float | None, missing: str | None, unit: Unit
) -> str | None:
    """What is wrong with a cell, with a place left for its name; None when nothing is."""
    if (row, column.column) in sheet.broken:
        return _("{cell}: formlen har intet resultat. Skriv tallet i cellen.")
    if number is None and missing is None:
        said = clean(sheet.at(row, column.column)).replace("{", "(").replace("}", ")")
        return _("{{cell}}: her står “{found}”, men der skal stå et tal eller “-”.").format(found=said)
    if number is not None and (number < 0 or (unit == "percent" and number > 100)):
        return _("{{cell}}: fraværet kan ikke være {found}. Ret tallet.").format(found=danish(number))
    return None


def unit_said(heads: Headings, chosen: dict[str, Column]) -> Unit | None:
    """The unit of the amounts as columns or titles say it."""
    own = {c.unit for name, c in chosen.items() if name != "percent" and c.unit}
    if len(own) == 1:
        return own.pop()
    titles = {u for t in heads.titles if (u := unit_of(t)) and u != "percent"}
    return titles.pop() if len(titles) == 1 else None


def unit_shown(
    sheet: Sheet, chosen: dict[str, Column], rows: Sequence[int], period: Period | None
) -> Unit | None:
    """The unit that total and percentage prove together by how much the period holds."""
    if period is None or not {"ialt", "percent"} <= chosen.keys():
        return None
    percent = with_percents(sheet, chosen, None, rows)["percent"]
    bases = []
    for row in rows:
        amount, share = _said(sheet, row, chosen["ialt"])[0], _said(sheet, row, percent)[0]
        if amount and share and share >= 2:
            bases.append(amount / share * 100)
    weekdays = ((period[1] - period[0]).days + 1) * 5 / 7
    if not bases:
        return None
    if all(0.5 * weekdays <= base <= 1.1 * weekdays for base in bases):
        return "day"
    return "lesson" if all(2.5 * weekdays <= base <= 9 * weekdays for base in bases) else None


def ask_unit(heads: Headings, chosen: dict[str, Column]) -> Problem:
    """The question what the amounts are counted in."""
    column = min(c.column for name, c in chosen.items() if name != "percent")
    place = cell_name(heads.rows[-1], column)
    text = _("Er fraværet i kolonne {column} talt i dage, lektioner eller procent?")
    options = (("day", _("Dage")), ("lesson", _("Lektioner")), ("percent", _("Procent")))
    return Problem(
        place, "question", "absence_unit", text.format(column=column_name(column)), options=options
    )


def period_of(heads: Headings) -> Period | None:
    """The period the titles name."""
    return next((found for text in heads.titles if (found := period_in(text))), None)


def totals_differ(absences: Sequence[Absence], pupils: Sequence[PupilRow]) -> Problem | None:
    """The question where a total is not the sum of its categories; blank ones count for nothing in a sum."""
    differing = [(t, s) for t, s in sums(absences) if abs((t.amount or 0.0) - s) > tolerance(t)]
    if not differing:
        return None
    total, summed = differing[0]
    text = _("{cell}: {name} har {total} i alt, men kategorierne giver {sum}. Hvad gælder?")
    place = cell_name(total.row, total.column)
    message = text.format(
        cell=place, name=pupils[total.pupil].label, total=danish(total.amount or 0.0), sum=danish(summed)
    )
    if len(differing) > 1:
        message += " " + _("Det samme gælder {n} andre elever.").format(n=len(differing) - 1)
    options = (("categories", _("Kategorierne")), ("total", _("Tallet i alt")))
    return Problem(place, "question", "absence_total", message, default="categories", options=options)


def tolerance(total: Absence) -> float:
    """How far rounding may carry a total from the sum of its parts."""
    return _ALMOST_PERCENT if total.unit == "percent" else _ALMOST


def sums(absences: Sequence[Absence]) -> list[tuple[Absence, float]]:
    """Every total in the unit of its categories, with their sum."""
    parts: dict[int, list[Absence]] = {}
    for absence in absences:
        if absence.category != "ialt" and absence.day is None:
            parts.setdefault(absence.pupil, []).append(absence)
    return [
        (total, round(sum(p.amount or 0.0 for p in parts[total.pupil]), 6))
        for total in absences
        if total.category == "ialt"
        and total.amount is not None
        and total.pupil in parts
        and all(p.unit == total.unit for p in parts[total.pupil])
    ]
