"""What a hold has besides a class: who teaches it, and from when to when."""

import datetime
from dataclasses import dataclass
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.scope import Scope
from data_io.store.store import Store


@dataclass(frozen=True)
class Hold:
    """A hold's own facts; None is not said."""

    teacher: str | None
    from_date: datetime.date | None
    to_date: datetime.date | None


def hold_of_klasse(store: Store, scope: Scope, klasse_id: str) -> Hold | None:
    """The hold a class is, None for a class proper and outside the scope."""
    rows = store.rows("hold", klasse_id=klasse_id) if scope.sees(klasse_id) else []
    return Hold(**rows[0]) if rows else None


def check_dates(hold: Hold) -> None:
    """Says where a hold's dates cannot be.

    Raises:
        KlasseblikError: it would end before it begins.
    """
    if hold.from_date and hold.to_date and hold.to_date < hold.from_date:
        raise KlasseblikError("hold_dates", _("Holdet kan ikke slutte, før det begynder. Ret datoerne."))


def save_hold(store: Store, klasse_id: str, hold: Hold) -> None:
    """Keeps what is said of a hold.

    Raises:
        KlasseblikError: it would end before it begins.
    """
    check_dates(hold)
    with store.write() as transaction:
        transaction.run(
            "hold",
            klasse_id=klasse_id,
            teacher=hold.teacher,
            from_date=hold.from_date,
            to_date=hold.to_date,
        )
