"""A class's trivselsmåling by year: four indicators from 1 to 5, of the class and of wholes beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from metrics.model import Source

Indicator = Literal["social", "faglig", "stoette", "ro"]
Whose = Literal["klasse", "skole", "kommune", "land"]

INDICATORS: Final[tuple[Indicator, ...]] = ("social", "faglig", "stoette", "ro")


@dataclass(frozen=True)
class TrivselFact:
    """One indicator as a sheet says it; None is not shown or not measured."""

    klasse_id: str
    klasse: str
    skoleaar: str
    whose: Whose
    indicator: Indicator
    value: float | None
    source: Source
    row: int | None
    column: int | None


@dataclass(frozen=True)
class Measured:
    """One measurement: a class in a year, or a whole that stood beside it, with its indicators."""

    whose: Whose
    klasse: str
    skoleaar: str
    values: dict[Indicator, TrivselFact]


def measurements(facts: Sequence[TrivselFact]) -> list[Measured]:
    """The class's measurements oldest first, and beside them the wholes of the newest year."""
    own = [f for f in facts if f.whose == "klasse"]
    years = sorted({f.skoleaar for f in own})
    found = [_measured("klasse", [f for f in own if f.skoleaar == year]) for year in years]
    newest = [f for f in facts if years and f.skoleaar == years[-1]]
    wholes: tuple[Whose, ...] = ("skole", "kommune", "land")
    beside = [[f for f in newest if f.whose == whose] for whose in wholes]
    return found + [_measured(same[0].whose, same) for same in beside if same]


def _measured(whose: Whose, facts: Sequence[TrivselFact]) -> Measured:
    return Measured(whose, facts[0].klasse, facts[0].skoleaar, {f.indicator: f for f in facts})
