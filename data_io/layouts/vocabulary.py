"""The words a school starts with; they are data from then on, and the school's own."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from data_io.layouts.word_lists import SUBJECTS
from data_io.layouts.words import fold
from data_io.layouts.words_alike import fold_word

FAGOMRAADER = (
    "Matematik i anvendelse",
    "Funktioner",
    "Statistik",
    "Sandsynlighed",
    "Algebra",
    "Geometri",
    "Tal og algebra",
    "Geometri og måling",
    "Statistik og sandsynlighed",
    "Tal og regneregler",
    "Læseforståelse",
    "Sprogforståelse",
    "Retstavning",
    "Ordforråd",
)
SIGNALORD = (
    "Vis",
    "Hvor mange",
    "Skriv",
    "Undersøg",
    "Hvilket",
    "Hvilken",
    "Hvor stor",
    "Beskriv",
    "Giv et…",
    "Tegn",
    "Beregn",
    "Forklar",
    "Find",
    "Bestem",
    "Begrund",
    "Aflæs",
    "Angiv",
    "Udregn",
    "Løs",
    "Reducer",
    "Opstil",
    "Sammenlign",
    "Vurder",
    "Argumenter",
    "Konstruer",
    "Hvad",
    "Hvor lang",
    "Hvor meget",
    "Hvordan",
    "Hvorfor",
    "Hvornår",
)
ROUNDS = ("Efterår", "Forår")
# Rounds a heading may name besides a school's own.
USUAL_ROUNDS = (*ROUNDS, "Vinter", "Sommer", "1. termin", "2. termin", "3. termin", "4. termin")

# Subjects of the folkeskole that no short form is known of, and what else they are called.
_MORE_SUBJECTS = {
    "spansk": "spansk",
    "idræt": "idræt",
    "musik": "musik",
    "billedkunst": "billedkunst",
    "håndværk og design": "håndværk og design",
    "madkundskab": "madkundskab",
    "kristendomskundskab": "kristendomskundskab",
    "kristendom": "kristendomskundskab",
    "natur og teknologi": "natur/teknologi",
    "fysik og kemi": "fysik/kemi",
    "dansk som andetsprog": "dansk som andetsprog",
    "andet fag": "andet fag",
}
# What a subject may be called, folded, and the name it is kept under.
SUBJECT_NAMES = {fold_word(said): subject for said, subject in (SUBJECTS | _MORE_SUBJECTS).items()}


def spellings(words: Iterable[str]) -> frozenset[str]:
    """Words as headings are compared: as they are written, and with the letters of any keyboard."""
    return frozenset(form for word in words for form in (fold(word), fold_word(word)) if form)


@dataclass(frozen=True)
class Vocabulary:
    """The school's fagområder and signalord with all they are called, folded for comparing."""

    fagomraader: frozenset[str] = field(default_factory=lambda: spellings(FAGOMRAADER))
    signalord: frozenset[str] = field(default_factory=lambda: spellings(SIGNALORD))

    def by_role(self) -> dict[str, frozenset[str]]:
        """The words by the role of the level they stand in."""
        return {"fagomraade": self.fagomraader, "signalord": self.signalord}
