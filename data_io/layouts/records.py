"""What is read besides results: a pupil's absence, and a class's trivsel."""

import datetime
from gettext import gettext as _
from typing import NamedTuple

from metrics.absence import CATEGORIES, Category, Unit
from metrics.trivsel import INDICATORS, Indicator, Whose

Period = tuple[datetime.date, datetime.date]

__all__ = [
    "CATEGORIES",
    "INDICATORS",
    "Absence",
    "Category",
    "Indicator",
    "Period",
    "Trivsel",
    "Unit",
    "Whose",
]


class Absence(NamedTuple):
    """A pupil's absence of one category: on a day, or in the whole period where `day` is None.

    `pupil` counts from 0 in the reading's pupils. `amount` is in `unit`; None is missing and says why.
    """

    pupil: int
    category: Category
    unit: Unit
    amount: float | None
    missing: str | None
    day: datetime.date | None
    row: int
    column: int


class Trivsel(NamedTuple):
    """One indicator (1–5) of a class, or of a whole to compare it with.

    `klasse` is None where the sheet is about one class that stands elsewhere, and for a whole.
    `skoleaar` is None where the sheet has one year for all.
    """

    whose: Whose
    klasse: str | None
    skoleaar: str | None
    indicator: Indicator
    value: float | None
    missing: str | None
    row: int
    column: int


def category_name(category: str) -> str:
    """A category of absence as a heading."""
    names = {
        "sygdom": _("Sygdom"),
        "frihed": _("Ekstraordinær frihed"),
        "ulovligt": _("Ulovligt fravær"),
        "ialt": _("I alt"),
    }
    return names[category]


def unit_name(unit: str) -> str:
    """What absence is counted in."""
    return {"day": _("dage"), "lesson": _("lektioner"), "percent": _("procent")}[unit]


def indicator_name(indicator: str) -> str:
    """An indicator of the trivselsmåling as a heading."""
    names = {
        "social": _("Social trivsel"),
        "faglig": _("Faglig trivsel"),
        "stoette": _("Støtte og inspiration"),
        "ro": _("Ro og orden"),
    }
    return names[indicator]
