"""When two words of a heading are one word, and which known words another one is like.

Meant for words alone: fagområder, signalord, subjects, rounds, classes. A pupil is never known by likeness.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

# From here on a word is so like another that a person is asked about it alone.
NEAR = 75.0
# From here on a word is worth offering as what may be meant.
_GUESS = 60.0

# Danish letters as keyboards without them write them, and signs that are words.
_SPELLINGS = str.maketrans(
    {"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "&": " og ", "+": " og ", "%": " procent "}
)
_PART = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(r"\d")


def _parts(text: str) -> list[str]:
    """The words and numbers of a text, spelt in plain letters."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_SPELLINGS)
    letters = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _PART.findall("".join(letters))


def fold_word(text: object) -> str:
    """A word for comparing: "Under-søg", "Undersoeg" and "undersøg!" give the same; "" where there is none.

    Capitals, accents, ø/oe/ö, å/aa, æ/ae, punctuation, hyphens and spaces make no other word. Two numbers
    beside one another stay two.
    """
    return _folded(str(text))


# A school's sheets hold the same few words again and again.
@lru_cache(maxsize=5000)
def _folded(text: str) -> str:
    folded = ""
    for part in _parts(text):
        folded += "/" if part[0].isdigit() and folded[-1:].isdigit() else ""
        folded += part.replace(",", ".")
    return folded


@lru_cache(maxsize=5000)
def likeness(word: str, other: str) -> float:
    """How alike two words are, from 0 to 100 (the same); words with different numbers are never alike.

    The better of rapidfuzz's ratio of the whole words and, at most 85, of the parts they share
    ("Algebra" in "Tal og algebra").
    """
    mine, theirs = _parts(word), _parts(other)
    numbers, others = _numbers(mine), _numbers(theirs)
    if not mine or not theirs or (numbers and others and numbers != others):
        return 0.0
    whole = fuzz.ratio("".join(mine), "".join(theirs))
    shared = fuzz.token_set_ratio(" ".join(mine), " ".join(theirs))
    return max(whole, 0.85 * shared)


def _numbers(parts: Iterable[str]) -> list[str]:
    return sorted(part for part in parts if _NUMBER.match(part))


def by_likeness(word: str, terms: Iterable[str]) -> list[str]:
    """All terms, those most like the word first."""
    return sorted(terms, key=lambda term: -likeness(word, term))


def nearest(word: str, terms: Iterable[str], n: int = 3) -> list[str]:
    """The few terms a word may be meant for, the most alike first; nothing where none is like it."""
    scored = [(likeness(word, term), term) for term in terms]
    scored.sort(key=lambda pair: -pair[0])
    return [term for score, term in scored[:n] if score >= _GUESS]


def is_near(word: str, terms: Iterable[str]) -> bool:
    """True for a word so like one of the terms that it may be a slip of the pen."""
    return any(likeness(word, term) >= NEAR for term in terms)


def is_slip_of(word: str, term: str) -> bool:
    """True for a word of five letters or more that is one slip of the pen from a term: "Matematk"."""
    said, meant = fold_word(word), fold_word(term)
    return len(said) >= 5 and said != meant and OSA.distance(said, meant) == 1
