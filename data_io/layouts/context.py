"""Class, school year, date, title and subject as a sheet, its name or its file's name give them."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import PurePath
from typing import TypeVar

from data_io.layouts.words import SUBJECTS, clean, round_of, tokens
from data_io.workbook.cells import Value

T = TypeVar("T")

_KLASSE = re.compile(r"(?<![\w.,])(?P<trin>10|[0-9])\s?\.?\s?(?P<spor>[A-Za-zÆØÅæøå])(?![\w])(?!\.\d)")
_SKOLEAAR = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d-])")
_DATES = (
    re.compile(r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})[./-]\s?(?P<m>\d{1,2})[./-]\s?(?P<y>20\d\d|\d\d)(?!\d)"),
)
_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
_LONG_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})\.?\s+({'|'.join(_MONTHS)})\s+(20\d\d)", re.IGNORECASE)
_DULL_SHEET = re.compile(r"(ark|sheet|tabel|table)\s?\d*|data|resultater", re.IGNORECASE)


def klasse_name(text: str) -> str | None:
    """The class a text is the name of, written as schools write it: "7a", "7 A", "7. A" are "7.A"."""
    found = _KLASSE.fullmatch(clean(text))
    return _klasse(found) if found else None


def klasser_in(text: str) -> list[str]:
    """All classes a text mentions, in order and once each."""
    plain = clean(text).replace("_", " ")
    # "9 i alt" and "2 å" are words, not classes.
    return list(dict.fromkeys(_klasse(f) for f in _KLASSE.finditer(plain) if f["spor"] not in "iåø"))


def _klasse(found: re.Match[str]) -> str:
    spor = found["spor"]
    return f"{found['trin']}.{spor if spor == 'x' else spor.upper()}"


def trin_of(klasse: str) -> int | None:
    """The year level of a class name: 7 for "7.A"."""
    found = re.match(r"(10|\d)\.", klasse)
    return int(found[1]) if found else None


def skoleaar_in(text: str) -> str | None:
    """The school year a text mentions, as "2025/26"; only two years in a row are one."""
    for first, second in _SKOLEAAR.findall(clean(text)):
        if (int(first) + 1) % 100 == int(second):
            return f"{first}/{second}"
    return None


def skoleaar_of(day: date) -> str:
    """The school year of a date: from 1 August to 31 July."""
    start = day.year if day.month >= 8 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"


def years_before(skoleaar: str, years: int) -> str:
    """The school year that lies some years before another."""
    start = int(skoleaar[:4]) - years
    return f"{start}/{(start + 1) % 100:02d}"


def date_in(value: Value) -> date | None:
    """The date a cell or a text holds, None where there is none or it does not exist."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    text = clean(value)
    long = _LONG_DATE.search(text)
    if long:
        return _date(int(long[3]), _MONTHS.index(long[2].lower()) + 1, int(long[1]))
    for pattern in _DATES:
        found = pattern.search(text)
        if found:
            year = int(found["y"])
            return _date(year + 2000 if year < 100 else year, int(found["m"]), int(found["d"]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def subject_in(text: str) -> str | None:
    """The subject a text mentions among other words; social is no subject of a test."""
    for word in tokens(text):
        subject = SUBJECTS.get(word)
        if subject and subject != "social" and len(word) > 2:
            return subject
    return None


def first_found(finder: Callable[[str], T | None], texts: Iterable[str]) -> T | None:
    """What a finder finds in the first text that gives anything."""
    return next((found for found in map(finder, texts) if found), None)


def title_in(title_texts: Iterable[str], sheet_name: str, file_name: str) -> str | None:
    """The test's title: the first title row that says more than class and date, else the sheet's name."""
    for text in title_texts:
        title = _without_context(text)
        if title and not title.isdigit():
            return title
    stem = PurePath(file_name).stem
    for text in (sheet_name, stem.replace("_", " ")):
        title = _without_context(text)
        if title and " " in title and not _DULL_SHEET.fullmatch(title) and any(map(str.isdigit, title)):
            return title
    return None


def _without_context(text: str) -> str:
    """A text without class, date and school year, and without the punctuation that joined them."""
    plain = clean(text)
    if round_of(plain) and not subject_in(plain):
        return ""
    for pattern in (_KLASSE, _SKOLEAAR, *_DATES, _LONG_DATE):
        plain = pattern.sub(" ", plain)
    plain = re.sub(r"\b(klasse|skoleår|dato|prøve|prøven|den|fag)\b\s*:?", " ", plain, flags=re.IGNORECASE)
    parts = [part.strip(" ,;:-–/()") for part in re.split(r"\s*[·|]\s*", re.sub(r"\s+", " ", plain))]
    parts = [part for part in parts if any(map(str.isalpha, part))]
    telling = [part for part in parts if subject_in(part) or any(map(str.isdigit, part))]
    return next(iter(telling or parts), "")
