"""Class, school year, date, title and subject as a sheet, its name or its file's name give them."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from pathlib import PurePath
from typing import TypeVar

from data_io.layouts.word_lists import SUBJECTS
from data_io.layouts.words import MOST_REMEMBERED, clean, round_of, tokens
from data_io.workbook.cells import Value

T = TypeVar("T")

_KLASSE = re.compile(
    r"(?<![\w.,])(?P<trin>10|[0-9])\s?\.?\s?(?:(?:klasse|kl)\.?\s)?(?P<spor>[A-Za-zÆØÅæøå])(?![\w])(?!\.\d)"
)
_KLASSE_BEFORE = frozenset("klasse klassen kl stamklasse".split())
# After these a number with a letter is something else: "opgave 2.a", "kapitel 3 B", "maks 10 p".
_NO_KLASSE_BEFORE = frozenset(
    "opgave opgaver opg kapitel kap side sider s sæt opgavesæt del version nr punkt model uge maks max "
    "hæfte".split()
)
_SOLID = re.compile(r"[23]D", re.IGNORECASE)
_PARTS = re.compile(r"[,;·|()]|\s[–-]\s")
_SKOLEAAR = re.compile(r"(?<!\d)(20\d\d)\s?[/–_-]\s?(?:20)?(\d\d)(?![\d-])")
_SEASON = re.compile(r"\b(?:(?P<autumn>efterår)|forår)(?:et)?\s+(?P<year>20\d\d)\b", re.IGNORECASE)
_DATES = (
    re.compile(r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})[./-]\s?(?P<m>\d{1,2})[./-]\s?(?P<y>20\d\d|\d\d)(?!\d)"),
)
_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
_LONG_DATE = re.compile(rf"(?<!\w)(\d{{1,2}})\.?\s+({'|'.join(_MONTHS)})\s+(20\d\d)", re.IGNORECASE)
_SCHOOL = re.compile(r"skolen?\b", re.IGNORECASE)
_STAMP = re.compile(r"\b(udskrevet|printet|rettet|opdateret|gemt|oprettet|ændret|frist)\b", re.IGNORECASE)
_TEACHER = re.compile(r"\b(lærere?|lærerens|vejleder)\b\s*:?", re.IGNORECASE)
_DULL_SHEET = re.compile(r"(ark|sheet|tabel|table)\s?\d*|data|resultater", re.IGNORECASE)


@lru_cache(MOST_REMEMBERED)
def klasse_name(text: str) -> str | None:
    """The class a text is the name of, written as schools write it: "7a", "7 A", "7. A" are "7.A"."""
    found = _KLASSE.fullmatch(clean(text))
    return _klasse(found) if found else None


def klasser_in(text: str) -> list[str]:
    """All classes a text mentions, in order and once each."""
    plain = clean(text).replace("_", " ")
    return list(dict.fromkeys(_klasse(f) for f in _KLASSE.finditer(plain) if _means_klasse(plain, f)))


def _klasse(found: re.Match[str]) -> str:
    spor = found["spor"].upper()
    return f"{found['trin']}.{'x' if spor == 'X' else spor}"


def _means_klasse(text: str, found: re.Match[str]) -> bool:
    """True where a number with a letter can only be a class; with a space between it seldom can."""
    written, spor = found[0], found["spor"]
    before, after = tokens(text[: found.start()])[-1:], tokens(text[found.end() :])[:1]
    # "9 i alt" and "2 å" are words, "10 p" are points, "3D-figurer" are solids.
    if spor in "iåøp" or (_SOLID.fullmatch(written) and text[found.end() :].startswith("-")):
        return False
    if before and before[0] in _NO_KLASSE_BEFORE:
        return False
    if "kl" in written.casefold():
        return True
    if not any(map(str.isspace, written)) or ("." in written and spor.isupper()):
        return True
    if (before and before[0] in _KLASSE_BEFORE) or written in map(str.strip, _PARTS.split(text)):
        return True
    dated = any(pattern.match(text[found.end() :].strip()) for pattern in (*_DATES, _LONG_DATE))
    return (
        spor.isupper() and all(w in SUBJECTS for w in before) and (dated or all(w in SUBJECTS for w in after))
    )


def trin_of(klasse: str) -> int | None:
    """The year level of a class name: 7 for "7.A"."""
    found = re.match(r"(10|\d)\.", klasse)
    return int(found[1]) if found else None


def skoleaar_in(text: str) -> str | None:
    """The school year a text mentions ("2025/26", "forår 2026"); only two years in a row are one."""
    for first, second in _SKOLEAAR.findall(clean(text)):
        if (int(first) + 1) % 100 == int(second):
            return f"{first}/{second}"
    season = _SEASON.search(clean(text))
    if season:
        return skoleaar_of(date(int(season["year"]), 9 if season["autumn"] else 3, 1))
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


def days_of(texts: Iterable[str]) -> set[date]:
    """The days some texts speak of; the day a sheet was printed or mended does not count."""
    return {day for text in texts if not _STAMP.search(text) and (day := date_in(text))}


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
    """The test's title: the title row that says most besides class and date, else the sheet's name."""
    titles = [title for text in title_texts if (title := _without_context(text)) and not title.isdigit()]
    if titles:
        telling = [t for t in titles if subject_in(t) or any(map(str.isdigit, t))]
        other = [t for t in titles if not _SCHOOL.search(t)]
        return (telling or other or titles)[0]
    stem = PurePath(file_name).stem
    for text in (sheet_name, stem.replace("_", " ")):
        title = _without_context(text)
        if title and " " in title and not _DULL_SHEET.fullmatch(title) and any(map(str.isdigit, title)):
            return title
    return None


def _without_context(text: str) -> str:
    """A text without class, date and school year, and without the punctuation that joined them."""
    plain = clean(text)
    if (round_of(plain) and not subject_in(plain)) or _STAMP.search(plain) or _TEACHER.match(plain):
        return ""
    whole = plain
    plain = _KLASSE.sub(lambda found: " " if _means_klasse(whole, found) else found[0], plain)
    for pattern in (_SKOLEAAR, *_DATES, _LONG_DATE):
        plain = pattern.sub(" ", plain)
    plain = re.sub(r"\b(klasse|skoleår|dato|prøve|prøven|den|fag)\b\s*:?", " ", plain, flags=re.IGNORECASE)
    parts = [part.strip(" ,;:-–/") for part in re.split(r"\s*[·|]\s*", re.sub(r"\s+", " ", plain))]
    parts = [part for part in parts if any(len(word) > 2 for word in re.findall(r"[^\W\d_]+", part))]
    telling = [part for part in parts if subject_in(part) or any(map(str.isdigit, part))]
    return next(iter(telling or parts), "")
