"""The school's own closed days: holidays and planning days that no calendar of the country knows."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.layouts.words import clean
from data_io.store.store import Store

# Longer than the summer holiday, it is a slip of the year.
LONGEST = 70
_ONE = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Closed:
    """Closed days in a row, the last one included, and what they are."""

    first: datetime.date
    last: datetime.date
    why: str


def closed_days(store: Store, school_id: str) -> list[Closed]:
    """The school's closed days, the first one first; days in a row of one name are one."""
    found: list[Closed] = []
    for row in store.rows("closed_days", school_id=school_id):
        last = found[-1] if found else None
        if last and last.last + _ONE == row["day"] and last.why == row["why"]:
            found[-1] = Closed(last.first, row["day"], last.why)
        else:
            found.append(Closed(row["day"], row["day"], row["why"]))
    return found


def days_of(closed: Iterable[Closed]) -> frozenset[datetime.date]:
    """Every closed day by itself."""
    return frozenset(
        one.first + datetime.timedelta(days=n)
        for one in closed
        for n in range((one.last - one.first).days + 1)
    )


def add_closed_days(
    store: Store, school_id: str, first: datetime.date | None, last: datetime.date | None, why: str
) -> None:
    """Closes the school on a day, or up to and with a last one; what a day was called before is overwritten.

    Raises:
        KlasseblikError: there is no day or no name, the last day comes first, or it is longer than a summer.
    """
    if first is None:
        raise KlasseblikError("no_day", _("Skriv den første lukkedag, fx 12.10.2026."))
    last = last or first
    if not clean(why):
        raise KlasseblikError("no_why", _("Skriv, hvad dagene er, fx efterårsferie."))
    if last < first:
        raise KlasseblikError("day_order", _("Den sidste dag ligger før den første. Byt dem om."))
    if (last - first).days >= LONGEST:
        raise KlasseblikError("too_long", _("Det er over ti uger. Se efter, om årstallet er rigtigt."))
    days = sorted(days_of([Closed(first, last, why)]))
    rows = [{"school_id": school_id, "day": day, "why": clean(why)} for day in days]
    with store.write() as transaction:
        transaction.add("closed_days", rows, ("school_id", "day", "why"))


def remove_closed_days(store: Store, school_id: str, closed: Closed) -> None:
    """Opens the school again on these days."""
    with store.write() as transaction:
        transaction.run("remove_closed_days", school_id=school_id, first=closed.first, last=closed.last)
