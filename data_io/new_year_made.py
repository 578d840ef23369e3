"""How a school year was made out of the one before, and taking it back while it is unused."""

import datetime
from dataclasses import dataclass
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.new_year import year_after
from data_io.queries import COPENHAGEN
from data_io.store.store import Store

# Who points at a class or pupil goes before it.
_BACKWARDS = (
    "remove_new_year_enrolments",
    "part_new_year_same",
    "remove_new_year_klasser",
    "remove_new_year_keys",
    "remove_new_year_newcomers",
    "forget_new_year_pupils",
    "forget_new_year_klasser",
    "forget_new_year",
)


@dataclass(frozen=True)
class YearMade:
    """That a school year was made: when it was first, by whom, and which of its classes are used since."""

    made_at: datetime.datetime
    made_by: str
    used: tuple[str, ...]


def year_made(store: Store, school_id: str, skoleaar: str) -> YearMade | None:
    """How the year after `skoleaar` was made here, None where it was not."""
    after = year_after(skoleaar)
    rows = store.rows("new_year", school_id=school_id, skoleaar=after)
    if not rows:
        return None
    used = store.rows("new_year_used", school_id=school_id, skoleaar=after)
    first = rows[0]
    moment = first["made_at"].replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN)
    return YearMade(moment, first["made_by"], tuple(row["name"] for row in used))


def undo_year(store: Store, school_id: str, skoleaar: str) -> None:
    """Takes back the year after `skoleaar` as far as it was made here; what class lists made stays.

    Raises:
        KlasseblikError: something was read into one of its classes since.
    """
    after = year_after(skoleaar)
    with store.writing:
        made = year_made(store, school_id, skoleaar)
        if made is None:
            return
        if made.used:
            text = _("{klasser} er i brug i {year}. Skoleåret kan ikke tages tilbage.")
            raise KlasseblikError("year_in_use", text.format(klasser=", ".join(made.used), year=after))
        with store.write() as transaction:
            for row in store.rows("new_year", school_id=school_id, skoleaar=after):
                for name in _BACKWARDS:
                    transaction.run(name, new_year_id=row["new_year_id"])
