"""On which conditions a pupil took a test: oplæst, ekstra tid, anden prøve; nothing else is ever kept.

Other words beside a pupil can be a diagnosis, so they are dropped, and a note says that they were.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from gettext import gettext as _

from data_io.layouts.reading import Problem
from data_io.layouts.words import MOST_REMEMBERED, clean
from metrics.model import EXTRA_TIME, OTHER_TEST, READ_ALOUD

_PATTERNS = {
    READ_ALOUD: re.compile(r"\b(?:op|høj)(?:læst|læsning|læser)\b|\blæst (?:op|højt)\b|\blæses op\b"),
    EXTRA_TIME: re.compile(
        r"\b(?:ekstra|mere|forlænget|udvidet|længere)[ -]?(?:prøve)?tid\b|\btidsforlængelse\b"
    ),
    OTHER_TEST: re.compile(
        r"\b(?:anden|alternativ)[ -]?(?:prøve|test)\b|\bandet (?:prøve|opgave)(?:sæt|ark)\b"
    ),
}
_HEADINGS = frozenset("vilkår prøvevilkår prøveform hjælp hensyn betingelser".split()) | {
    "særlige vilkår",
    "særligt vilkår",
    "særlige prøvevilkår",
    "særlige hensyn",
    "vilkår for prøven",
    "prøvens form",
}
# So many cells a note names one by one.
_NAMED = 5
_CLAUSE = re.compile(r"[,;/+&|\n]|\s(?:og|samt)\s")
_DENIED = re.compile(r"\b(?:ikke|ingen|intet|uden|nej|aldrig|ønsker|tilbudt|afslået)\b")
# What may stand around a condition without saying more of the pupil: "fik 30 min. ekstra tid", "ja".
_FILLER = re.compile(
    r"\b(?:ja|x|har|fik|fået|får|med|i|af|til|på|for|hele|dele|del|delvis|delvist|prøven|opgaverne|teksten|"
    r"min|minutter|blev|er|tog|en|et)\b|[\d\W_]"
)
_YES = re.compile(r"x{1,2}|ja|j|v|✓|✔|\+|[1-9]\d*(?:[.,]\d+)?\s*(?:%|min\.?|minutter)?")
_NO = re.compile(r"nej|n|0|ingen|intet")


def conditions_in(text: str) -> tuple[str, ...]:
    """The conditions a text names, by code and once each; one that is denied ("ikke oplæst") is none."""
    clauses = [part for part in _CLAUSE.split(_plain(text)) if not _DENIED.search(part)]
    return tuple(c for c, pattern in _PATTERNS.items() if any(map(pattern.search, clauses)))


def conditions_under(heading: str, text: str) -> tuple[str, ...]:
    """The conditions of a cell below a heading; a cross or minutes below "Ekstra tid" say what it does."""
    return conditions_in(heading) if _YES.fullmatch(_plain(text)) else conditions_in(text)


@lru_cache(MOST_REMEMBERED)
def is_conditions_heading(text: str) -> bool:
    """True for a heading over conditions ("Særlige vilkår", "Hjælp"), or one that names a condition."""
    return _plain(text).strip(" .:") in _HEADINGS or bool(conditions_in(text))


def says_more(text: str) -> bool:
    """True where a text holds words besides the conditions; they are not kept."""
    rest = _plain(text)
    for pattern in _PATTERNS.values():
        rest = pattern.sub(" ", rest)
    rest = re.sub(r"\b(?:og|samt)\b", " ", rest)
    marks = _YES.fullmatch(_plain(text)) or _NO.fullmatch(_plain(text))
    return bool(_FILLER.sub("", rest)) and not marks


def words_not_kept(places: Sequence[str]) -> Problem:
    """The note that the words in some cells were dropped; `places` are the cells, one at least."""
    text = _("{cells}: kun oplæst, ekstra tid og anden prøve gemmes som vilkår. Anden tekst gemmes ikke.")
    cells = ", ".join(places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
    return Problem(places[0], "note", "conditions_words", text.format(cells=cells))


def condition_words() -> dict[str, str]:
    """The conditions in Danish, by code."""
    return {READ_ALOUD: _("oplæst"), EXTRA_TIME: _("ekstra tid"), OTHER_TEST: _("anden prøve")}


def _plain(text: str) -> str:
    return clean(text).casefold()
