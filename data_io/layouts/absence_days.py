"""Reads absence day by day: a row a pupil and day, or pupils down and dates across with codes."""

import datetime
import re
from dataclasses import replace
from gettext import gettext as _

from data_io.layouts.absence_entries import Entry, is_mostly_of_absence, register_reading
from data_io.layouts.absence_headings import Headings, pupil_at
from data_io.layouts.absence_totals import period_of
from data_io.layouts.context import date_in
from data_io.layouts.pupils import duplicates
from data_io.layouts.reading import Band, Problem, PupilRow, SheetReading
from data_io.layouts.records import Absence, Period, Unit
from data_io.layouts.values import label_text, read_cell
from data_io.layouts.words import fold, tokens
from data_io.workbook.cells import Sheet, cell_name

_DAY_WORDS = frozenset("dato dag fraværsdato date".split())
_SPELL_WORDS = frozenset("fra til start slut startdato slutdato fradato tildato".split())
_CODE_WORDS = frozenset("kategori årsag fraværsårsag fraværstype type kode fraværskode fravær status".split())
_LESSON_WORDS = frozenset("lektioner timer moduler".split())
_ONE_LESSON_WORDS = frozenset("lektion time modul".split())
_DAYS_WORDS = frozenset("dage antal omfang fraværsdage".split())
_SHORT_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})\.?")


def read_days(sheet: Sheet, heads: Headings) -> SheetReading | None:
    """The sheet as a register of days, None when it is none."""
    return _as_list(sheet, heads) or _as_table(sheet, heads)


def _as_list(sheet: Sheet, heads: Headings) -> SheetReading | None:
    """A row a pupil and day, with a column that says why."""
    columns = _list_columns(heads)
    if columns is None:
        return None
    pupils: dict[str, PupilRow] = {}
    entries: list[Entry] = []
    problems: list[Problem] = []
    for row in range(heads.first_row, len(sheet.rows)):
        pupil = pupil_at(sheet, heads, row)
        if pupil is None:
            continue
        key = fold(f"{pupil.unilogin or pupil.label} {pupil.klasse or ''}")
        pupils.setdefault(key, pupil)
        entry = _entry(sheet, columns, row, list(pupils).index(key))
        if isinstance(entry, Problem):
            problems.append(entry)
        elif entry:
            entries.append(entry)
    if not entries or not is_mostly_of_absence(sheet, entries, heads):
        return None
    return register_reading(sheet, heads, list(pupils.values()), entries, problems)


def _list_columns(heads: Headings) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for column, text in heads.over.items():
        words = set(tokens(text))
        if words & _SPELL_WORDS:
            return None  # from a day to another: how many school days lie between is not said
        for name, said in (
            ("day", _DAY_WORDS),
            ("lessons", _LESSON_WORDS),
            ("lesson", _ONE_LESSON_WORDS),
            ("code", _CODE_WORDS),
            ("days", _DAYS_WORDS),
        ):
            if words & said and name not in found and column not in found.values():
                found[name] = column
                break
    return found if {"day", "code"} <= found.keys() else None


def _entry(sheet: Sheet, columns: dict[str, int], row: int, pupil: int) -> Entry | Problem | None:
    said, column = sheet.at(row, columns["code"]), columns["code"]
    if said is None:
        return None
    day = date_in(sheet.at(row, columns["day"]))
    if day is None:
        place = cell_name(row, columns["day"])
        text = _("{cell}: her skal stå en dato, fx 14.1.2026.")
        return Problem(place, "error", "no_day", text.format(cell=place))
    for name, unit in (("lessons", "lesson"), ("days", "day")):
        if name in columns:
            return _with_amount(sheet, row, columns[name], Entry(pupil, day, said, row, column), unit)
    return Entry(pupil, day, said, row, column, unit="lesson" if "lesson" in columns else "day")


def _with_amount(sheet: Sheet, row: int, column: int, entry: Entry, unit: str) -> Entry | Problem:
    number = read_cell(sheet.at(row, column)).number
    if number is None or number <= 0:
        place = cell_name(row, column)
        text = _("{cell}: her skal stå, hvor meget fravær der er, som et tal.")
        return Problem(place, "error", "not_absence", text.format(cell=place))
    kept: Unit = "lesson" if unit == "lesson" else "day"
    return Entry(entry.pupil, entry.day, entry.value, entry.row, entry.column, number, kept)


def _as_table(sheet: Sheet, heads: Headings) -> SheetReading | None:
    """Pupils down and dates across."""
    period = period_of(heads)
    days = {c: d for c in range(sheet.width) if (d := _day_over(sheet, heads, c, period))}
    pupils = [p for r in range(heads.first_row, len(sheet.rows)) if (p := pupil_at(sheet, heads, r))]
    if len(days) < 3 or len(set(days.values())) < len(days):
        return None
    entries = [
        Entry(i, day, value, p.row, c)
        for i, p in enumerate(pupils)
        for c, day in days.items()
        if (value := sheet.at(p.row, c)) is not None and read_cell(value).missing != "blank"
    ]
    if not entries or not is_mostly_of_absence(sheet, entries, heads):
        return None
    reading = register_reading(sheet, heads, pupils, entries, duplicates(pupils))
    there = {e.pupil for e in entries}
    # Who has a row and no mark was there every day of the register: that is known, and is no absence.
    present = [
        Absence(i, "ialt", "day", 0.0, None, None, p.row, p.column)
        for i, p in enumerate(pupils)
        if i not in there
    ]
    heading = [Band("subject", heads.rows[-1], c, heads.rows[-1], c) for c in days]
    return replace(reading, absences=(*reading.absences, *present), bands=(*reading.bands, *heading))


def _day_over(sheet: Sheet, heads: Headings, column: int, period: Period | None) -> datetime.date | None:
    if column in heads.identity.values():
        return None
    for row in reversed(heads.rows):
        value = sheet.at(row, column)
        day = date_in(value)
        if day:
            return day
        short = _SHORT_DAY.fullmatch(label_text(value)) if period else None
        if short and period:
            return _within(int(short[1]), int(short[2]), period)
    return None


def _within(day: int, month: int, period: Period) -> datetime.date | None:
    """A day without its year, in a period that has it once."""
    for year in {period[0].year, period[1].year}:
        try:
            found = datetime.date(year, month, day)
        except ValueError:
            continue
        if period[0] <= found <= period[1]:
            return found
    return None
