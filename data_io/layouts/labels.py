"""What a text at the left of results can be: a pupil, or a heading, a statistic, a class, a legend."""

import re
from collections.abc import Sequence
from functools import lru_cache

from data_io.layouts.context import klasse_name
from data_io.layouts.values import read_cell
from data_io.layouts.word_lists import KEY_WORDS, MAX_WORDS
from data_io.layouts.words import MOST_REMEMBERED, clean, is_heading, is_statistic, tokens
from data_io.workbook.cells import Value

_TASK_LABEL = re.compile(
    r"(opgave|opg|oppgave|oppg|uppgift|uppg|aufgabe|spørgsmål|spm|task|item|question|q|hw)\W*\d.*",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"^\W*\d\s*[=:].*|.*[=].*|.{81,}")
# "Ib" and "Na" are names and S a pupil made anonymous; "ib", "na" and "s" are marks.
_SHORT_NAME = re.compile(r"[A-ZÆØÅ][a-zæøå]?")
# What a spreadsheet or a page might take for something else than a name.
_ODD = re.compile(r"=|^\+?\d{5,}$|.{81,}")
# "Marie S." is a name, "Ny elev fra uge 3." is a remark.
_NO_NAME = re.compile(r"[:%/<>]|(?<!\s[A-ZÆØÅ])\.$")
_POSSIBLE = frozenset("mulige opnåelige possible".split())
_POINTS = frozenset("point points pointtal antal i alt".split())
_PARTICLES = frozenset("von van de der den da di la le el al bin ibn y i abu".split())


@lru_cache(MOST_REMEMBERED, typed=True)
def is_label(value: Value) -> bool:
    """True for a text that can be a pupil: no heading, statistic, task, class, mark or legend."""
    if not isinstance(value, str):
        return False
    plain = clean(value)
    if _SHORT_NAME.fullmatch(plain):
        return True
    return (
        any(map(str.isalpha, plain))
        and not is_heading(plain)
        and not is_statistic(plain)
        and not _TASK_LABEL.fullmatch(plain)
        and not _LEGEND.fullmatch(plain)
        and klasse_name(plain) is None
        and read_cell(plain).text is not None
        and not _says_possible(set(tokens(plain)))
    )


def could_be_odd_name(text: str) -> bool:
    """True for a text that no heading or statistic is made of, though no usual name either ("=1+1")."""
    plain = clean(text)
    known = is_heading(plain) or is_statistic(plain) or klasse_name(plain) is not None
    return not known and not _TASK_LABEL.fullmatch(plain) and bool(_ODD.search(plain))


def names_key(value: Value) -> bool:
    """True for the label of the row of right answers ("Facit", "Key")."""
    words = set(tokens(value)) if isinstance(value, str) else set()
    return bool(words) and words <= KEY_WORDS


def is_max(value: Value) -> bool:
    """True for the label of a row of maxima ("Maks. point", "Max")."""
    words = set(tokens(value)) if isinstance(value, str) else set()
    return bool(words & MAX_WORDS) or _says_possible(words)


def _says_possible(words: set[str]) -> bool:
    """True for the points that can be had in other words than max: "Mulige point", "Out of"."""
    return words == {"out", "of"} or (bool(words & _POSSIBLE) and words <= _POSSIBLE | _POINTS)


def is_called_max(value: Value) -> bool:
    """True for "Max" alone, which is a heading or a boy."""
    return isinstance(value, str) and clean(value) == "Max"


def is_of_their_kind(label: str, others: Sequence[str]) -> bool:
    """True when a label among these could be a pupil too: no remark, and numbered only where they are."""
    if _NO_NAME.search(label) or len(label.split()) > 6:
        return False
    numbered = sum(any(map(str.isdigit, other)) for other in others)
    return not any(map(str.isdigit, label)) or numbered * 2 > len(others)


def looks_like(label: str, others: Sequence[str]) -> bool:
    """True when a label at the edge of a list could be a pupil among these: a name, or of their own kind."""
    most = len(others) / 2
    words = label.split()
    if any(map(str.isdigit, label)) or not is_of_their_kind(label, others):
        return is_of_their_kind(label, others)
    if sum(other[:1].isupper() for other in others) <= most:
        return True
    return words[0][:1].isupper() and all(w[:1].isupper() or w in _PARTICLES for w in words if w.isalpha())


def first_names_only(labels: Sequence[str]) -> bool:
    """True when most pupils are called by one word without digits, as a boy called Max would be."""
    short = sum(" " not in clean(x) and not any(map(str.isdigit, x)) for x in labels)
    return short * 2 > len(labels)
