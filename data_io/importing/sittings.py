"""A test that a class takes again: the question that tells it from a correction, and a slice of its own."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from data_io.importing.coding import same_codes
from data_io.importing.options import ImportOptions, KlasseKey, answer_to
from data_io.importing.register import Register
from data_io.layouts.context import trin_of
from data_io.layouts.reading import Problem, SheetReading
from metrics.model import sitting_id

AGAIN = "again"


def test_slice_key(klasse_id: str, test_id: str, sitting: str = "") -> str:
    """The slice of a class's test; a sitting after the first has its day in the key, and keeps it."""
    return "/".join(["test", klasse_id, test_id, *([sitting] if sitting else [])])


def sitting_of(slice_key: str) -> str:
    """The sitting a slice is of: "2026-03-20", "" for the first."""
    parts = slice_key.split("/")
    return parts[3] if parts[0] == "test" and len(parts) > 3 else ""


def key_for_sitting(register: Register, klasse_id: str, test_id: str, sitting: str) -> str:
    """The slice a class's sitting is kept in: its own, or the first where the class has not taken the test.

    In a sheet of several classes one may take the test again and another for the first time.
    """
    first = test_slice_key(klasse_id, test_id)
    own = test_slice_key(klasse_id, test_id, sitting)
    known = register.slices((first, own))
    taken = first in known and known[first]["import_id"] is not None
    return own if own in known or taken else first


def sitting_in(slice_key: str) -> str:
    """How screens name the sitting that a slice of a test is of."""
    return sitting_id(slice_key.split("/")[2], sitting_of(slice_key))


def a_year_apart(one: KlasseKey, other: KlasseKey) -> bool:
    """True for a class and the same class a year later or earlier: 7.A in 2025/26 and 8.A in 2026/27."""
    trin, others = trin_of(one.name), trin_of(other.name)
    years = int(other.skoleaar[:4]) - int(one.skoleaar[:4])
    if trin is None or others is None or others - trin != years or abs(years) != 1:
        return False
    return one.name.partition(".")[2] == other.name.partition(".")[2]


def taken_again(
    own: Sequence[dict[str, Any]], best: dict[str, Any], klasse: KlasseKey, reading: SheetReading
) -> Problem:
    """The question where a class's own test comes with another day: a correction, or taken again?

    It has no default: either answer would be a silent wrong where the other is true.
    """
    days = sorted({t["taken_on"] for t in own if t["test_id"] == best["test_id"] and t["taken_on"]})
    text = _(
        "{klasse} har taget prøven {title} {days}. Er dette en rettelse, eller er prøven taget igen {day}?"
    )
    message = text.format(klasse=klasse.name, title=best["title"], days=_days(days), day=_day(reading.date))
    again = (AGAIN, _("Prøven er taget igen {day}").format(day=_day(reading.date)))
    right = _("En rettelse af den fra {day}")
    corrections = [
        ("yes" if day == best["taken_on"] else f"yes-{day}", right.format(day=_day(day)))
        for day in reversed(days)
    ]
    options = (again, *corrections, ("no", _("En anden prøve")))
    return Problem(None, "question", "correction", message, options=options)


def said_sitting(
    problem: Problem, own: Sequence[dict[str, Any]], best: dict[str, Any], options: ImportOptions, day: str
) -> tuple[dict[str, Any], str] | None:
    """The test and the sitting a sheet is of by what was answered; None where it is another test, or open."""
    said = answer_to(problem, options)
    if said == AGAIN:
        return best, day
    if said == "yes":
        return best, best["sitting"]
    for test in own:
        if test["test_id"] == best["test_id"] and said == f"yes-{test['taken_on']}":
            return test, test["sitting"]
    return None


def same_tasks(register: Register, own: Sequence[dict[str, Any]], reading: SheetReading) -> list[Problem]:
    """A note where a class's test of another name and day has every tag and maximum of this sheet.

    It may be the same test, before and after; only its title tells the sheet so.
    """
    tagged = all(task.signalord or task.fagomraade for task in reading.tasks)
    alike = [t for t in own if same_codes(register.tasks_of(t["test_id"]), reading)]
    if not tagged or not alike:
        return []
    text = _(
        "Opgaverne er de samme som i {title} {day}. Er det den prøve, taget igen, så giv arket samme titel."
    )
    said = text.format(title=alike[0]["title"], day=_day(alike[0]["taken_on"]))
    return [Problem(None, "note", "same_tasks", said)]


def _days(days: Sequence[datetime.date]) -> str:
    return _(" og ").join(_day(day) for day in days)


def _day(day: datetime.date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else _("uden dato")
