"""The words a school uses and what its sheets have called them, as an import reads and learns them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from data_io.importing.register import Register
from data_io.layouts.vocabulary import SUBJECT_NAMES, USUAL_ROUNDS, spellings
from data_io.layouts.words import fold
from data_io.layouts.words_alike import fold_word
from data_io.store.store import Store, Transaction

# What a register keeps the words under; a lesson makes it read them again.
WORDS = "school words"
WordKind = Literal["fagomraade", "signalord", "subject", "round", "klasse"]
# Kinds whose terms are the school's own list; a word learned for a term that left the list is forgotten.
LISTED: tuple[WordKind, ...] = ("fagomraade", "signalord")


class Synonym(NamedTuple):
    """What a sheet wrote and the term it is; a subject the school added itself is its own term."""

    kind: str
    folded: str
    said: str
    term: str


class LearnedWord(NamedTuple):
    """A word somebody has decided: `term` is None for a new one, which is kept as it is written.

    `within` is the school year of a class; a class's name means another class the year after.
    """

    kind: WordKind
    said: str
    term: str | None
    within: str = ""


@dataclass(frozen=True)
class SchoolWords:
    """The terms of each kind, and the term of every folded word that is known."""

    terms: Mapping[WordKind, tuple[str, ...]] = field(default_factory=dict)
    meant: Mapping[tuple[WordKind, str], str] = field(default_factory=dict)

    def known(self, kind: WordKind, word: str, within: str = "") -> str | None:
        """The term a word is, by its spelling or because somebody has said so; None for a new word."""
        return self.meant.get((kind, folded_key(word, within)))

    def spellings(self, kind: WordKind) -> frozenset[str]:
        """Everything a term of a kind is called, as headings are compared."""
        said = (folded for known, folded in self.meant if known == kind)
        return spellings([*self.terms.get(kind, ()), *said])


def folded_key(word: str, within: str = "") -> str:
    """What a word is known under: folded, and for a class with its school year."""
    return f"{fold_word(word)} {within}".strip()


def words_of(register: Register, skoleaar: str | None) -> SchoolWords:
    """The school's words, with the names of its classes in a school year."""
    words = register.kept(WORDS, lambda: read_words(register.store, register.school_id))
    klasser = tuple(k.name for k in register.directory().klasse_ids if k.skoleaar == skoleaar)
    return SchoolWords({**words.terms, "klasse": klasser}, words.meant)


def read_words(store: Store, school_id: str) -> SchoolWords:
    """The school's words as they stand now."""
    terms: dict[WordKind, tuple[str, ...]] = {}
    rows = store.rows("vocabulary", school_id=school_id)
    for kind in LISTED:
        terms[kind] = tuple(row["term"] for row in rows if row["kind"] == kind)
    synonyms = synonyms_of(store, school_id)
    own = [s.term for s in synonyms if s.kind == "subject"]
    terms["subject"] = _once([*SUBJECT_NAMES.values(), *own])
    rounds = [row["name"] for row in store.rows("rounds", school_id=school_id)]
    terms["round"] = _once([*rounds, *USUAL_ROUNDS])
    meant: dict[tuple[WordKind, str], str] = {("subject", said): term for said, term in SUBJECT_NAMES.items()}
    for kind in (*LISTED, "round"):
        meant |= {(kind, fold_word(term)): term for term in reversed(terms[kind])}
    for synonym in synonyms:
        kind = _kind(synonym.kind)
        if kind not in LISTED or synonym.term in terms[kind]:
            meant.setdefault((kind, synonym.folded), synonym.term)
    return SchoolWords(terms, meant)


def _kind(name: str) -> WordKind:
    kinds: tuple[WordKind, ...] = (*LISTED, "subject", "round", "klasse")
    return next(kind for kind in kinds if kind == name)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that are only spelt differently; the first spelling stands."""
    return tuple({fold_word(word): word for word in reversed(list(words))}.values())[::-1]


def synonyms_of(store: Store, school_id: str) -> list[Synonym]:
    """All the school has learned, by kind and term."""
    return [Synonym(**row) for row in store.rows("synonyms", school_id=school_id)]


def forget_synonym(store: Store, school_id: str, kind: str, folded: str) -> None:
    """Forgets what a word was said to be; the next sheet with it asks again."""
    with store.write() as transaction:
        transaction.run("forget_synonym", school_id=school_id, kind=kind, folded=folded)


def write_learned_words(
    transaction: Transaction,
    store: Store,
    school_id: str,
    words: Sequence[LearnedWord],
    common: Mapping[str, object],
) -> None:
    """Adds new fagområder and signalord to the school's list, and keeps what other words were said to be.

    `common` is what every row of a lesson holds: import_id, learned_at, learned_by.
    """
    kept = [word for word in words if word.term is not None or word.kind == "subject"]
    synonyms = [
        {
            "school_id": school_id,
            "kind": word.kind,
            "folded": folded_key(word.said, word.within),
            "said": word.said,
            "term": word.term or word.said,
            **common,
        }
        for word in kept
    ]
    transaction.add("synonyms", synonyms, ("school_id", "kind", "folded", "said", "term", *common))
    new = [word for word in words if word.term is None and word.kind in LISTED]
    if new:
        _add_terms(transaction, store, school_id, new)


def _add_terms(transaction: Transaction, store: Store, school_id: str, new: Sequence[LearnedWord]) -> None:
    """Puts new words at the end of the school's lists."""
    first = len(store.rows("vocabulary", school_id=school_id))
    terms = [
        {"school_id": school_id, "kind": w.kind, "folded": fold(w.said), "term": w.said, "position": i}
        for i, w in enumerate(new, start=first)
    ]
    transaction.add("vocabulary", terms, ("school_id", "kind", "folded", "term", "position"))
