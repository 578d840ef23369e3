"""Danish dates, lists of names, and people's own words as screens write them."""

import datetime
import re
from collections.abc import Sequence
from gettext import gettext as _

from babel.dates import format_date

_MARKUP = re.compile(r"[\\`*_\[\]<>~$#|]")
# ":red" is a colour or nothing at all, ":smile:" an icon
_SHORTCODE = re.compile(r":(?=[^\W\d_]|[+-])")
# where an address would become a link by itself
_ADDRESS = re.compile(
    r"(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?<=[\w.+-])(?=@[\w-]+\.)", re.IGNORECASE
)
_WORD_JOINER = "\N{WORD JOINER}"


def as_text(words: str) -> str:
    """A name, title or file name letter by letter where Streamlit would read it as markup.

    A name between colons would become an icon, and some icons are fetched from another machine; an address
    in a name would become a link to one, and a word after a colon would be gone.
    """
    parted = _ADDRESS.sub(_WORD_JOINER, words)
    return _SHORTCODE.sub(":" + _WORD_JOINER, _MARKUP.sub(r"\\\g<0>", parted))


def danish_date(day: datetime.date | None) -> str:
    """A date as 9.3.2026; without a date the screen says so."""
    return format_date(day, "d.M.yyyy", locale="da_DK") if day else _("uden dato")


def listed(words: Sequence[str], *, either: bool = False) -> str:
    """Words as Danes list them: "Ida, Noah og Alma", or "Ida, Noah eller Alma"."""
    if len(words) < 2:
        return "".join(words)
    text = _("{first} eller {last}") if either else _("{first} og {last}")
    return text.format(first=", ".join(words[:-1]), last=words[-1])


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Every name's first name where that is unique among them, otherwise the whole name."""
    firsts = [name.split()[0] for name in names]
    return {
        name: first if firsts.count(first) == 1 else name for name, first in zip(names, firsts, strict=True)
    }
