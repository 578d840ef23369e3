"""The entries of a register of absence, and what they make together: days, codes, and what is to be asked."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from data_io.layouts.absence_headings import Headings
from data_io.layouts.absence_totals import period_of
from data_io.layouts.absence_words import Meaning, is_of_absence, legend_in, meaning_of
from data_io.layouts.reading import Band, Problem, PupilRow, SheetReading
from data_io.layouts.records import Absence, Unit
from data_io.layouts.words import clean, fold
from data_io.workbook.cells import Sheet, Value, cell_name

# A code nobody has explained yet is kept under this until somebody has.
UNSAID = "code:"
MOST_CODE = 24  # letters of a code or word in a register


@dataclass(frozen=True)
class Entry:
    """One cell of a register: whose day it is, what stands there, and how much it counts for."""

    pupil: int
    day: datetime.date
    value: Value
    row: int
    column: int
    amount: float = 1.0
    unit: Unit = "day"


def is_mostly_of_absence(sheet: Sheet, entries: Sequence[Entry], heads: Headings) -> bool:
    """True where most codes are those of absence, or the sheet says it is about absence."""
    legend = legend_in(sheet)
    known = sum(meaning_of(e.value, legend) is not None for e in entries)
    said = any(map(is_of_absence, (sheet.name, *heads.titles, *heads.over.values())))
    short = all(isinstance(e.value, str) and len(clean(e.value)) <= MOST_CODE for e in entries)
    return short and (known * 2 > len(entries) or (said and known > 0))


def register_reading(
    sheet: Sheet,
    heads: Headings,
    pupils: Sequence[PupilRow],
    entries: Sequence[Entry],
    problems: Sequence[Problem],
) -> SheetReading:
    """The reading of a register: its days with their categories, and the codes only a person can tell."""
    legend = legend_in(sheet)
    absences = [a for e in entries if (a := _absence(e, legend)) is not None]
    asked = _questions(absences, sheet)
    return SheetReading(
        sheet=sheet.name,
        kind="absence",
        hidden=sheet.hidden,
        klasser=tuple(dict.fromkeys(p.klasse for p in pupils if p.klasse)),
        pupils=tuple(pupils),
        absences=tuple(absences),
        period=period_of(heads),
        problems=(*problems, *asked, *_twice(absences, pupils)),
        bands=(
            Band("pupil", pupils[0].row, heads.name_column, pupils[-1].row, heads.name_column),
            *(Band("value", e.row, e.column, e.row, e.column) for e in entries),
        ),
    )


def _absence(entry: Entry, legend: dict[str, Meaning]) -> Absence | None:
    """An entry as absence; one whose code nobody has explained waits for the answer."""
    meaning = meaning_of(entry.value, legend)
    if meaning == "none":
        return None
    place = (entry.day, entry.row, entry.column)
    if meaning is None:
        return Absence(entry.pupil, "ialt", entry.unit, entry.amount, f"{UNSAID}{_code(entry.value)}", *place)
    return Absence(entry.pupil, meaning, entry.unit, entry.amount, None, *place)


def _code(value: Value) -> str:
    return clean(value).strip(" .")


def question_of(code: str) -> str:
    """The code of the question what a register's code means."""
    return f"absence_code_{fold(code)}"


def _questions(absences: Sequence[Absence], sheet: Sheet) -> list[Problem]:
    first: dict[str, Absence] = {}
    for absence in absences:
        if absence.missing and absence.missing.startswith(UNSAID):
            first.setdefault(question_of(absence.missing.removeprefix(UNSAID)), absence)
    text = _("Hvad betyder “{code}” i {cell}?")
    options = (
        ("sygdom", _("Sygdom")),
        ("frihed", _("Ekstraordinær frihed")),
        ("ulovligt", _("Ulovligt fravær")),
        ("none", _("Ikke fravær")),
    )
    return [
        Problem(
            place,
            "question",
            question,
            text.format(code=_code(sheet.at(a.row, a.column)), cell=place),
            options=options,
        )
        for question, a in first.items()
        for place in [cell_name(a.row, a.column)]
    ]


def _twice(absences: Sequence[Absence], pupils: Sequence[PupilRow]) -> list[Problem]:
    """An error for a whole day of a pupil that stands twice: a day cannot be missed two times."""
    seen: dict[tuple[int, datetime.date | None], Absence] = {}
    problems = []
    for absence in absences:
        if absence.unit != "day" or (absence.amount or 1) < 1:
            continue
        before = seen.setdefault((absence.pupil, absence.day), absence)
        if before is not absence:
            here, there = cell_name(absence.row, absence.column), cell_name(before.row, before.column)
            text = _("{name} har en hel dags fravær to gange samme dag, i {there} og {here}. Ret den ene.")
            message = text.format(name=pupils[absence.pupil].label, there=there, here=here)
            problems.append(Problem(here, "error", "same_day", message))
    return problems
