"""Reads a sheet of absence: totals for a period, a register of days, or nothing where it is neither."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _

from data_io.layouts.absence_days import read_days
from data_io.layouts.absence_headings import Headings, headings_of, pupil_at
from data_io.layouts.absence_totals import (
    Column,
    amounts_of,
    ask_unit,
    choose,
    columns_of,
    percent_note,
    period_of,
    totals_differ,
    unit_said,
    unit_shown,
    with_percents,
)
from data_io.layouts.absence_words import is_of_absence
from data_io.layouts.pupils import duplicates
from data_io.layouts.reading import Band, Problem, PupilRow, SheetReading
from data_io.layouts.records import CATEGORIES, Absence, Category, Unit
from data_io.layouts.words import tokens
from data_io.workbook.cells import Sheet, cell_name

_OF_TESTS = frozenset(
    "opgave opgaver opg opgavenr spørgsmål spm task item fagområde signalord maks max point points prøve "
    "prøven test karakter karakterer niveau dansk matematik mat social soc".split()
)


def read_absence(sheet: Sheet) -> SheetReading | None:
    """The sheet's absence; None when it is no sheet of absence, or has points or ratings beside it."""
    heads = headings_of(sheet)
    if heads is None:
        return None
    return read_days(sheet, heads) or _read_totals(sheet, heads)


def _read_totals(sheet: Sheet, heads: Headings) -> SheetReading | None:
    pupils = [p for r in range(heads.first_row, len(sheet.rows)) if (p := pupil_at(sheet, heads, r))]
    rows = [p.row for p in pupils]
    columns = columns_of(sheet, heads, rows)
    chosen = choose(columns) if columns and _is_absence(sheet, heads, columns) else {}
    if not columns or not chosen:
        return _not_understood(sheet, heads, pupils)
    absences, problems = _amounts(sheet, heads, chosen, pupils)
    differ = totals_differ(absences, pupils)
    return SheetReading(
        sheet=sheet.name,
        kind="absence",
        hidden=sheet.hidden,
        klasser=tuple(dict.fromkeys(p.klasse for p in pupils if p.klasse)),
        pupils=tuple(pupils),
        absences=tuple(absences),
        period=period_of(heads),
        problems=(
            *duplicates(pupils),
            *problems,
            *([differ] if differ else []),
            *_lovligt(heads, columns),
        ),
        bands=_bands(heads, pupils, list(chosen.values())),
    )


def _not_understood(sheet: Sheet, heads: Headings, pupils: Sequence[PupilRow]) -> SheetReading | None:
    """A sheet that says it is about absence and is built as none we know: an error, and never a test."""
    words = {w for text in (*heads.titles, *heads.over.values()) for w in tokens(text)}
    calls_itself = any(is_of_absence(text) for text in (sheet.name, *heads.titles))
    if not calls_itself or not pupils or words & _OF_TESTS:
        return None
    text = _(
        "Arket handler om fravær, men har ikke kolonner for sygdom, ekstraordinær frihed og ulovligt fravær "
        "eller en dato og en årsag i hver række. Lav et udtræk med dem, og læs det ind."
    )
    problem = Problem(cell_name(heads.row, heads.name_column), "error", "absence_layout", text)
    return SheetReading(sheet=sheet.name, kind="absence", hidden=sheet.hidden, problems=(problem,))


def _is_absence(sheet: Sheet, heads: Headings, columns: Sequence[Column]) -> bool:
    """True where two categories stand side by side, or the sheet says itself that it is about absence."""
    roles = {c.role for c in columns} & {"sygdom", "frihed", "ulovligt", "lovligt"}
    said = (sheet.name, *heads.titles, *heads.over.values())
    return len(roles) >= 2 or any(map(is_of_absence, said))


def _amounts(
    sheet: Sheet, heads: Headings, chosen: dict[str, Column], pupils: Sequence[PupilRow]
) -> tuple[list[Absence], list[Problem]]:
    rows = [p.row for p in pupils]
    known = unit_said(heads, chosen) or unit_shown(sheet, chosen, rows, period_of(heads))
    asked = known is None and any(name != "percent" for name in chosen)
    columns = with_percents(sheet, chosen, known, rows)
    problems = [ask_unit(heads, chosen)] if asked else []
    problems += percent_note(sheet, columns, rows)
    found: list[Absence] = []
    for name, column in columns.items():
        category: Category = next((c for c in CATEGORIES if c == name), "ialt")
        unit: Unit = column.unit or known or "day"
        amounts, wrong = amounts_of(sheet, pupils, column, category, unit)
        # A total without a result is worked out anew; only the single figures must be there.
        computed = category == "ialt" and len(chosen) > 1
        found += [a for a in amounts if not (computed and a.amount is None)]
        problems += [p for p in wrong if not (computed and _is_broken(sheet, p))]
    return found, problems


def _is_broken(sheet: Sheet, problem: Problem) -> bool:
    return problem.cell in {cell_name(r, c) for r, c in sheet.broken}


def _lovligt(heads: Headings, columns: Sequence[Column]) -> list[Problem]:
    """A note of what has no place among the categories: lovligt fravær, lateness, days of school."""
    text = _("Kolonnen “{name}” er ikke sygdom, ekstraordinær frihed eller ulovligt fravær. Den er ikke med.")
    return [
        Problem(
            cell_name(heads.rows[-1], c.column),
            "note",
            "absence_aside",
            text.format(name=heads.over[c.column]),
        )
        for c in columns
        if c.role in ("lovligt", "aside")
    ]


def _bands(heads: Headings, pupils: Sequence[PupilRow], columns: Sequence[Column]) -> tuple[Band, ...]:
    top, bottom = pupils[0].row, pupils[-1].row
    names = Band("pupil", top, heads.name_column, bottom, heads.name_column)
    over = [Band("subject", heads.rows[-1], c.column, heads.rows[-1], c.column) for c in columns]
    return (names, *over, *(Band("value", top, c.column, bottom, c.column) for c in columns))


def on_unit(reading: SheetReading, unit: Unit) -> SheetReading:
    """The reading with its amounts in the unit somebody said; figures in per cent of the rest stay that."""
    absences = tuple(a._replace(unit=unit) if a.unit == "day" else a for a in reading.absences)
    return replace(reading, absences=absences)
