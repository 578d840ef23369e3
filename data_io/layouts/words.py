"""What a heading, a label or a mark in a cell can mean by the words it is made of."""

import re
import unicodedata
from functools import lru_cache

from data_io.layouts.word_lists import (
    ABOUT_PUPILS,
    BESIDE_WORDS,
    FILLER,
    FIRST_NAME_WORDS,
    HEADING_WORDS,
    KLASSE_WORDS,
    LAST_NAME_WORDS,
    LAST_WORDS,
    NAME_WORDS,
    STATISTIC_WORDS,
    STRONG_STATISTIC,
    SUBJECTS,
    UNILOGIN_WORDS,
)

# A word broken over two lines in a narrow cell: "Under-\nsøg".
_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-zæøå])")
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|%", re.UNICODE)

_SAID_OF_PUPILS = (
    ABOUT_PUPILS | KLASSE_WORDS | UNILOGIN_WORDS | NAME_WORDS | FIRST_NAME_WORDS | LAST_NAME_WORDS
)
_STATISTIC_ENDINGS = ("grænse", "grænsen", "grense", "grensen", "gennemsnit", "gjennomsnitt", "fraktil")
# A sheet says the same words and numbers again and again, and so do the sheets of a school.
MOST_REMEMBERED = 8192
_TASK_LIKE = re.compile(
    r"(?:opgave|opg|spørgsmål|spm|oppgave|oppg|uppgift|uppg|aufgabe|question|quest|item|task|hw|q|ex)?\W*\d+(?:[.,]\d+)*\W?[a-zæøå]?\W*(?:[(/].*)?",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\b(?:(?P<no>[1-4])\s*\.?\s*term(?:in)?|termin\s*(?P<no2>[1-4])"
    r"|(?P<season>efterår|forår|vinter|sommer|efteraar|foraar))\b",
    re.IGNORECASE,
)


@lru_cache(MOST_REMEMBERED, typed=True)
def clean(text: object) -> str:
    """A cell's text on one line, a word broken by the cell's width made whole again."""
    joined = _BROKEN_WORD.sub("", unicodedata.normalize("NFC", str(text)))
    return re.sub(r"\s+", " ", joined).strip()


@lru_cache(MOST_REMEMBERED, typed=True)
def fold(text: object) -> str:
    """A text for comparing: one line, small letters, no closing punctuation."""
    return clean(text).casefold().rstrip(" :.…!?*").strip()


@lru_cache(MOST_REMEMBERED, typed=True)
def tokens(text: object) -> tuple[str, ...]:
    """The words and numbers of a text, in small letters."""
    return tuple(_TOKEN.findall(clean(text).casefold()))


@lru_cache(MOST_REMEMBERED, typed=True)
def is_heading(text: object) -> bool:
    """True for a text made of heading words alone ("Opgave nr./uni-login"), which no pupil is called."""
    words = tokens(text)
    return bool(words) and all(word in HEADING_WORDS for word in words)


@lru_cache(MOST_REMEMBERED, typed=True)
def is_statistic(text: object) -> bool:
    """True for a text that names a statistic ("I alt", "Klassens gennemsnit", "%", "Gns. 7.A")."""
    words = tokens(text)
    if not words:
        return False
    return (
        words[0] in STRONG_STATISTIC
        or any(w.endswith(_STATISTIC_ENDINGS) for w in words)
        or (words[-1] in ("score", "grade") and words[0] in ("final", "current", "unposted"))
        or words[-2:] == ("i", "alt")
        or words[-1] == "%"
        or (len(words) > 1 and words[-1] in LAST_WORDS)
        or all(word in STATISTIC_WORDS for word in words)
    )


def is_beside(text: object) -> bool:
    """True for the label of a heading row that says something else of the tasks ("Side", "Sværhedsgrad")."""
    words = tokens(text)
    return any(word in BESIDE_WORDS for word in words) and all(w in BESIDE_WORDS | FILLER for w in words)


@lru_cache(MOST_REMEMBERED, typed=True)
def is_about_pupils(text: object) -> bool:
    """True for a heading over what a list says of its pupils ("Nr.", "Klasse", "Uni-login"): no results."""
    words = tokens(text)
    return bool(words) and _SAID_OF_PUPILS.issuperset(words)


@lru_cache(MOST_REMEMBERED)
def is_task_like(text: str) -> bool:
    """True for what can be a task's number ("1.1", "Opg. 3", "2b", "4 (3 p)")."""
    return bool(_TASK_LIKE.fullmatch(text))


def subject_of(text: object) -> str | None:
    """The subject a heading names by itself ("MAT" is matematik), otherwise None."""
    return SUBJECTS.get(fold(text))


def round_of(text: object) -> str | None:
    """The round a heading names ("1. Termin" -> "1. termin", "EFTERÅR 2025" -> "Efterår"), or None."""
    found = _ROUND.search(clean(text))
    if not found:
        return None
    number = found["no"] or found["no2"]
    return f"{number}. termin" if number else found["season"].casefold().replace("aa", "å").capitalize()
