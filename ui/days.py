"""A day that somebody typed."""

import datetime
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.layouts.context import date_in


def read_day(typed: str) -> datetime.date | None:
    """The day a text says, None for an empty one.

    Raises:
        KlasseblikError: the text is no day.
    """
    day = date_in(typed)
    if typed.strip() and day is None:
        text = _("{typed} er ikke en dato. Skriv den som 14.1.2026.")
        raise KlasseblikError("not_a_day", text.format(typed=typed.strip()))
    return day
