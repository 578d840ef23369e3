"""What the colours mean, beside every picture that uses them."""

from collections.abc import Sequence
from gettext import gettext as _

from charts.template import cut_percent
from metrics.model import CutScores
from metrics.profile import ProfileArea
from ui.grid.model import GridCell, Look
from ui.legend import draw_legend
from ui.level_grid import LEVEL_LOOKS, level_words
from ui.pupil_cell import ON_CONDITIONS, UNCONFIRMED


def draw_level_legend(*, marks: bool, provisional: bool) -> None:
    """The five levels, marks where there are some, the empty box, the arrows, and a dot after a name."""
    items = [(GridCell(str(i), LEVEL_LOOKS[i - 1]), word) for i, word in enumerate(level_words(), start=1)]
    if marks:
        items.append((GridCell("7", "mark"), _("gennemsnit af karakterer")))
    items.append((GridCell("–", "missing"), _("mangler")))
    items.append((GridCell("▼▲", "arrow"), _("ændring siden sidst")))
    if provisional:
        items.append(_unconfirmed())
    draw_legend(items, key="level-legend")


def _unconfirmed() -> tuple[GridCell, str]:
    return GridCell(UNCONFIRMED, "plain"), _("ubekræftet: står ikke på en klasseliste endnu")


def draw_letter_legend(areas: Sequence[ProfileArea], now: str, before: str | None) -> None:
    """The lettered marks of a profile: filled now, light where unsure, hollow last time."""
    kinds: tuple[tuple[Look, str, list[str]], ...] = (
        (
            "letter-now",
            _("nu: {test}").format(test=now),
            [a.letter for a in areas if a.now and a.now.full],
        ),
        (
            "letter-unsure",
            _("nu, usikkert: {test}").format(test=now),
            [a.letter for a in areas if a.now and not a.now.full],
        ),
        (
            "letter-before",
            _("sidst: {test}").format(test=before),
            [a.letter for a in areas if a.before],
        ),
    )
    items = [(GridCell(letters[0], look), words) for look, words, letters in kinds if letters]
    draw_legend(items, key="letter-legend")


def draw_zone_legend(
    cuts: CutScores,
    *,
    observed: bool = False,
    provisional: bool = False,
    unsure: bool = False,
    conditions: bool = False,
    thin: bool = False,
    missing: bool = True,
    changed: str = "",
    key: str = "zone-legend",
) -> None:
    """The three zones, light where unsure; a star is a maximum nobody printed, a dot an unconfirmed name.

    A small circle after a name stands for the conditions the pupil took the test on, an edge alone (`thin`)
    for a colour that could be any; `changed` says when the cut scores became these.
    """
    red, green = cut_percent(cuts.red_below), cut_percent(cuts.green_from)
    items = [
        (GridCell("", "zone-red"), _("under {red}").format(red=red)),
        (GridCell("", "zone-yellow"), _("{red} til under {green}").format(red=red, green=green)),
        (GridCell("", "zone-green"), _("fra {green}").format(green=green)),
    ]
    if missing:
        items.append((GridCell("–", "missing"), _("mangler")))
    if unsure:
        items.append((GridCell("", "light-yellow"), _("lys farve: få opgaver eller tæt på grænsen")))
    if thin:
        items.append((GridCell("", "edge-yellow"), _("kun en kant: for lidt at bygge på")))
    if observed:
        items.append((GridCell("*", "plain"), _("maksimum ikke angivet: det højeste pointtal bruges")))
    if provisional:
        items.append(_unconfirmed())
    if conditions:
        items.append(
            (GridCell(ON_CONDITIONS, "plain"), _("vilkår ved prøven: vælg feltet, eller peg på navnet"))
        )
    if changed:
        items.append((GridCell("", "plain"), changed))
    draw_legend(items, key=key)
