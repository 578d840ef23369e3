"""The days a sheet of absence covers, and the school year of a trivselsmåling."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _

from data_io.layouts.context import date_in, first_found, skoleaar_in, skoleaar_of
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.records import Period
from data_io.layouts.words import clean

_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
_MONTH = "(?P<{name}>" + "|".join(_MONTHS) + "|" + "|".join(m[:3] for m in _MONTHS) + r")\.?"
_DAY = r"\d{1,2}[./]\s?\d{1,2}[./]\s?(?:20)?\d\d|\d{1,2}-\d{1,2}-(?:20)?\d\d|20\d\d-\d\d-\d\d"
_LONG = r"\d{1,2}\.?\s+(?:" + "|".join(_MONTHS) + r")\s+20\d\d"
_BETWEEN = r"\s*(?:-|–|—|til(?:\s+og\s+med)?|t\.o\.m\.|:|\s)\s*(?:til|slut|slutdato)?:?\s*"
_TWO_DAYS = re.compile(rf"(?<!\d)({_DAY}|{_LONG}){_BETWEEN}({_DAY}|{_LONG})(?!\d)", re.IGNORECASE)
# "1/8-31/12 2025" and "1. august - 31. december 2025": the year is written once.
_ONE_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})[./]\s?(\d{1,2})\.?\s*(?:-|–|til)\s*(\d{1,2})[./]\s?(\d{1,2})\.?\s+(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_ONE_YEAR_LONG = re.compile(
    rf"(?<!\d)(\d{{1,2}})\.?\s+({'|'.join(_MONTHS)})\s*(?:-|–|til)\s*(\d{{1,2}})\.?\s+({'|'.join(_MONTHS)})\s+(20\d\d)",
    re.IGNORECASE,
)
_MONTH_SPAN = re.compile(
    r"(?<![\w.])"
    + _MONTH.format(name="first")
    + r"\s*(?:(?:-|–|til)\s*"
    + _MONTH.format(name="last")
    + r")?\s+(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"(?<![\d.,/-])(20\d\d)(?![\d/–_-])")
_LONGEST = 400  # days; two days further apart are no period of absence


def period_in(text: str) -> Period | None:
    """The first and last day a text names: two dates, some months of a year, or a whole school year."""
    plain = clean(text).replace("_", " ")
    found = _TWO_DAYS.search(plain)
    if found:
        return _period(date_in(found[1]), date_in(found[2]))
    short = _ONE_YEAR.search(plain)
    if short:
        a, b, c, d, year = map(int, short.groups())
        return _period(_date(year, b, a), _date(year, d, c))
    long = _ONE_YEAR_LONG.search(plain)
    if long:
        first, last = (_MONTHS.index(long[n].lower()) + 1 for n in (2, 4))
        return _period(_date(int(long[5]), first, int(long[1])), _date(int(long[5]), last, int(long[3])))
    return _months(plain)


def _months(text: str) -> Period | None:
    found = _MONTH_SPAN.search(text)
    if not found or date_in(text):
        return None
    first, year = _month(found["first"]), int(found["year"])
    last = _month(found["last"]) if found["last"] else first
    start = datetime.date(year, first, 1)
    return _period(start, _last_day(year, last))


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()))


def _last_day(year: int, month: int) -> datetime.date:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _period(first: datetime.date | None, last: datetime.date | None) -> Period | None:
    if first is None or last is None or not 0 <= (last - first).days <= _LONGEST:
        return None
    return first, last


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def whole_year(skoleaar: str) -> Period:
    """The first and last day of a school year."""
    start = int(skoleaar[:4])
    return datetime.date(start, 8, 1), datetime.date(start + 1, 7, 31)


def year_of_period(period: Period) -> str | None:
    """The school year both days lie in, None where they lie in two."""
    first, last = map(skoleaar_of, period)
    return first if first == last else None


def with_period(reading: SheetReading, places: Sequence[str]) -> SheetReading:
    """The reading with its period and school year, from the texts around it where its cells say nothing."""
    if reading.kind == "trivsel":
        return _measured(reading, places)
    said = first_found(skoleaar_in, places)
    period = first_found(period_in, places) or reading.period
    if period:
        return _checked(replace(reading, period=period, skoleaar=year_of_period(period) or said))
    days = sorted(a.day for a in reading.absences if a.day)
    if days:
        return _from_days(reading, (days[0], days[-1]), said)
    if said is None or not reading.absences:
        return replace(reading, skoleaar=said)
    text = _("Arket siger kun skoleåret {year}. Perioden er sat til hele skoleåret.").format(year=said)
    note = Problem(None, "note", "whole_year", text)
    return replace(reading, skoleaar=said, period=whole_year(said), problems=(*reading.problems, note))


def _from_days(reading: SheetReading, period: Period, said: str | None) -> SheetReading:
    """The reading of a register that names no period: from its first day to its last."""
    text = _("Perioden er regnet fra den første til den sidste dag i arket: {first}–{last}.")
    note = Problem(None, "note", "days_alone", text.format(first=_said(period[0]), last=_said(period[1])))
    year = year_of_period(period) or said
    return replace(reading, period=period, skoleaar=year, problems=(*reading.problems, note))


def _checked(reading: SheetReading) -> SheetReading:
    """The reading with an error where a day of absence lies outside the period that is written."""
    first, last = reading.period or (datetime.date.min, datetime.date.max)
    outside = sorted({a.day for a in reading.absences if a.day and not first <= a.day <= last})
    if not outside:
        return reading
    text = _("Der er fravær den {day}, men perioden er {first}–{last}. Ret perioden eller datoen.")
    message = text.format(day=_said(outside[0]), first=_said(first), last=_said(last))
    problem = Problem(None, "error", "outside_period", message)
    return replace(reading, problems=(*reading.problems, problem))


def _said(day: datetime.date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _measured(reading: SheetReading, places: Sequence[str]) -> SheetReading:
    """A trivselsmåling with its school year; the measurement of a calendar year is taken in its spring."""
    said = reading.skoleaar or first_found(skoleaar_in, places)
    if said or any(t.skoleaar for t in reading.trivsel):
        return replace(reading, skoleaar=said or max(t.skoleaar or "" for t in reading.trivsel))
    year = first_found(lambda text: _YEAR_ALONE.search(clean(text)), places)
    if year is None:
        return reading
    skoleaar = spring_of(int(year[1]))
    return replace(reading, skoleaar=skoleaar, problems=(*reading.problems, spring_note(year[1], skoleaar)))


def spring_of(year: int) -> str:
    """The school year whose spring lies in a calendar year."""
    return skoleaar_of(datetime.date(year, 3, 1))


def spring_note(year: str, skoleaar: str) -> Problem:
    """Says that a year alone was taken for its spring."""
    text = _("{year} er læst som foråret {year}, altså skoleåret {skoleaar}.")
    return Problem(None, "note", "spring", text.format(year=year, skoleaar=skoleaar))
