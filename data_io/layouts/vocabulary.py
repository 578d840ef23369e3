"""The words a school starts with; they are data from then on, and the school's own."""

from dataclasses import dataclass, field

from data_io.layouts.words import fold

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
    "Giv et",
    "Tegn",
    "Beregn",
    "Forklar",
    "Find",
    "Bestem",
    "Begrund",
)
ROUNDS = ("Efterår", "Forår")


@dataclass(frozen=True)
class Vocabulary:
    """The school's fagområder and signalord, folded for comparing."""

    fagomraader: frozenset[str] = field(default_factory=lambda: frozenset(map(fold, FAGOMRAADER)))
    signalord: frozenset[str] = field(default_factory=lambda: frozenset(map(fold, SIGNALORD)))

    def by_role(self) -> dict[str, frozenset[str]]:
        """The words by the role of the level they stand in."""
        return {"fagomraade": self.fagomraader, "signalord": self.signalord}
