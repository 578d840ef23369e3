"""Whose data a person may see, and why; an argument of every query."""

from dataclasses import dataclass
from gettext import gettext as _

from data_io.store.store import Store


@dataclass(frozen=True)
class Scope:
    """The classes somebody may see and the reason that gives them."""

    person: str
    klasse_ids: tuple[str, ...]
    why: str

    def sees(self, klasse_id: str) -> bool:
        """True when the class is among those this person may see."""
        return klasse_id in self.klasse_ids


def local_scope(store: Store) -> Scope:
    """The scope of whoever sits at the machine the store lies on: every class of it."""
    ids = tuple(row["klasse_id"] for row in store.rows("all_klasse_ids"))
    return Scope(_("lokal bruger"), ids, _("Klasseblik er åben på denne maskine alene"))
