"""What the colours mean, beside every picture that uses them."""

from gettext import gettext as _

from charts.template import percent
from metrics.model import CutScores
from ui.grid.model import GridCell
from ui.legend import draw_legend
from ui.level_grid import LEVEL_LOOKS, level_words


def draw_level_legend() -> None:
    """The five levels, the empty box and the arrows."""
    items = [(GridCell(str(i), LEVEL_LOOKS[i - 1]), word) for i, word in enumerate(level_words(), start=1)]
    items.append((GridCell("–", "missing"), _("mangler")))
    items.append((GridCell("▼▲", "arrow"), _("ændring siden sidst")))
    draw_legend(items, key="level-legend")


def draw_zone_legend(cuts: CutScores, *, observed: bool, provisional: bool = False) -> None:
    """The three zones; a star is a maximum nobody printed, a dot a pupil no class list has named."""
    red, green = percent(cuts.red_below), percent(cuts.green_from)
    items = [
        (GridCell("", "zone-red"), _("under {red}").format(red=red)),
        (GridCell("", "zone-yellow"), _("{red} til under {green}").format(red=red, green=green)),
        (GridCell("", "zone-green"), _("fra {green}").format(green=green)),
        (GridCell("–", "missing"), _("mangler")),
    ]
    if observed:
        items.append((GridCell("*", "plain"), _("maksimum ikke angivet: højeste pointtal bruges")))
    if provisional:
        items.append((GridCell("·", "plain"), _("efter et navn: ubekræftet, ikke på en klasseliste endnu")))
    draw_legend(items, key="zone-legend")
