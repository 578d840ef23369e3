"""A pupil's absence by period and category; what is not said stays unsaid, and periods are never added up."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from metrics.model import Source

Category = Literal["sygdom", "frihed", "ulovligt", "ialt"]
Unit = Literal["day", "lesson", "percent"]

CATEGORIES: Final[tuple[Category, ...]] = ("sygdom", "frihed", "ulovligt")
# Where schools look closer at all absence together; no step of the law, which counts ulovligt in a quarter.
OWN_MARK: Final = 10.0


@dataclass(frozen=True)
class AbsenceFact:
    """What one sheet says of a pupil's absence of one category; days of a register are added up.

    `row` and `column` are the cell, None where it is several.
    """

    pupil_id: str
    klasse_id: str
    skoleaar: str
    first: datetime.date
    last: datetime.date
    category: Category
    unit: Unit
    amount: float | None
    by_day: bool
    source: Source
    row: int | None
    column: int | None


@dataclass(frozen=True)
class PeriodAbsence:
    """A pupil's absence in one period: amounts in `unit` by category, None where the sheet is blank.

    `percent` is the share of the period, None where it cannot be had: nothing says how long school was.
    """

    pupil_id: str
    klasse_id: str
    skoleaar: str
    first: datetime.date
    last: datetime.date
    unit: Unit
    amounts: Mapping[Category, float | None]
    total: float | None
    percent: float | None
    source: Source
    places: Mapping[Category, tuple[int, int]] = field(default_factory=dict)

    @property
    def period(self) -> tuple[datetime.date, datetime.date]:
        """First and last day."""
        return self.first, self.last

    @property
    def marked(self) -> bool:
        """True from the school's own mark on."""
        return self.percent is not None and self.percent >= OWN_MARK


def by_period(facts: Iterable[AbsenceFact]) -> list[PeriodAbsence]:
    """The facts of every pupil, class and period together; the period that ends last comes first."""
    together: dict[tuple[str, str, datetime.date, datetime.date], list[AbsenceFact]] = {}
    for fact in facts:
        together.setdefault((fact.pupil_id, fact.klasse_id, fact.first, fact.last), []).append(fact)
    found = [_together(same) for same in together.values()]
    return sorted(found, key=lambda p: (p.last, -p.first.toordinal()), reverse=True)


def _together(facts: Sequence[AbsenceFact]) -> PeriodAbsence:
    unit = _unit(facts)
    said = {f.category: f for f in facts if f.unit == unit}
    amounts = {c: said[c].amount if c in said else None for c in CATEGORIES}
    if any(f.by_day for f in facts):
        # A register names every absence: a category it does not name has none.
        amounts = {c: amounts[c] or 0.0 for c in CATEGORIES}
    total = _total(said.get("ialt"), amounts)
    if total == 0:
        amounts = dict.fromkeys(CATEGORIES, 0.0)
    shares = [f.amount for f in facts if f.category == "ialt" and f.unit == "percent"]
    one = facts[0]
    return PeriodAbsence(
        one.pupil_id,
        one.klasse_id,
        one.skoleaar,
        one.first,
        one.last,
        unit,
        amounts,
        total,
        total if unit == "percent" else next(iter(shares), None),
        one.source,
        {c: (f.row, f.column) for c, f in said.items() if f.row is not None and f.column is not None},
    )


def _unit(facts: Sequence[AbsenceFact]) -> Unit:
    """The unit of the categories; of the total where there is nothing else."""
    units = [f.unit for f in facts if f.category != "ialt"]
    units += [f.unit for f in facts if f.unit != "percent"]
    return next(iter(units), "percent")


def _total(said: AbsenceFact | None, amounts: Mapping[Category, float | None]) -> float | None:
    """The total the sheet says, otherwise the sum where nothing is blank."""
    if said is not None and said.amount is not None:
        return said.amount
    known = [amount for amount in amounts.values() if amount is not None]
    return sum(known) if len(known) == len(amounts) else None


def periods_of(absences: Iterable[PeriodAbsence]) -> list[tuple[datetime.date, datetime.date]]:
    """The periods there are, the one that ends last first."""
    return list(dict.fromkeys(a.period for a in absences))
