"""The people of the school: who they are, until when, and who has which class in which subject."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.layouts.words import clean, fold
from data_io.scope import Scope
from data_io.store.store import Store


@dataclass(frozen=True)
class Staff:
    """Somebody of the school; `left_on` is their last day, None for who is here."""

    staff_id: str
    name: str
    left_on: datetime.date | None = None

    def here(self, day: datetime.date) -> bool:
        """True when the person is at the school on a day."""
        return self.left_on is None or day <= self.left_on


@dataclass(frozen=True, order=True)
class Teaches:
    """That somebody has a class in a subject."""

    klasse_id: str
    subject: str
    staff_id: str


def staff(store: Store, school_id: str) -> list[Staff]:
    """The school's people in Danish order by name, also those who left."""
    return [Staff(**row) for row in store.rows("staff", school_id=school_id)]


def teaching(store: Store, scope: Scope) -> list[Teaches]:
    """Who has which of the scope's classes in which subject."""
    return [Teaches(**row) for row in store.rows("staff_subjects", klasse_ids=list(scope.klasse_ids))]


def rated_subjects(store: Store, scope: Scope) -> list[str]:
    """The subjects the scope's classes were ever rated in."""
    return [row["subject"] for row in store.rows("rated_subjects", klasse_ids=list(scope.klasse_ids))]


def add_staff(store: Store, school_id: str, name: str, today: datetime.date) -> str:
    """Makes a person of the school, and gives their id.

    Raises:
        KlasseblikError: there is no name, or somebody of that name is here.
    """
    said = clean(name)
    if not said:
        raise KlasseblikError("no_name", _("Skriv personens navn."))
    staff_id = new_id()
    with store.writing:
        if any(fold(one.name) == fold(said) and one.here(today) for one in staff(store, school_id)):
            text = _("{name} står der allerede. Er det en anden, så skriv navnet, så I kan kende forskel.")
            raise KlasseblikError("staff_exists", text.format(name=said))
        with store.write() as transaction:
            transaction.run("staff", staff_id=staff_id, school_id=school_id, name=said)
    return staff_id


def say_left(store: Store, staff_id: str, day: datetime.date | None) -> None:
    """Says which day was a person's last; None is that they are here."""
    with store.write() as transaction:
        transaction.run("staff_left", staff_id=staff_id, left_on=day)


def save_teaching(
    store: Store, scope: Scope, staff_id: str, klasse_ids: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> None:
    """Makes these (class, subject) all that a person has in some classes; in others it stays as it is."""
    seen = [klasse_id for klasse_id in klasse_ids if scope.sees(klasse_id)]
    rows = [
        {"klasse_id": klasse_id, "subject": fold(subject), "staff_id": staff_id}
        for klasse_id, subject in dict.fromkeys(pairs)
        if klasse_id in seen and fold(subject)
    ]
    with store.write() as transaction:
        transaction.run("clear_staff_subjects", staff_id=staff_id, klasse_ids=seen)
        transaction.add("staff_subjects", rows, ("klasse_id", "subject", "staff_id"))
