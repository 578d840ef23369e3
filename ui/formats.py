"""Danish dates and lists of names as screens write them."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _

from babel.dates import format_date


def danish_date(day: datetime.date | None) -> str:
    """A date as 9.3.2026; without a date the screen says so."""
    return format_date(day, "d.M.yyyy", locale="da_DK") if day else _("uden dato")


def listed(words: Sequence[str]) -> str:
    """Words as Danes list them: "Ida, Noah og Alma"."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} og {last}").format(first=", ".join(words[:-1]), last=words[-1])


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Every name's first name where that is unique among them, otherwise the whole name."""
    firsts = [name.split()[0] for name in names]
    return {
        name: first if firsts.count(first) == 1 else name for name, first in zip(names, firsts, strict=True)
    }
