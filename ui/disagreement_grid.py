"""Levels beside the tests' zones as grids: the pupils they point apart for, and the whole class in counts."""

from gettext import gettext as _
from gettext import ngettext
from typing import Final

from charts.template import percent
from metrics.disagreement import Beside, Disagreement
from metrics.model import Pupil
from metrics.movement import LEVELS
from ui.disagreement_words import way_words, why_not_words
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look
from ui.level_grid import LEVEL_LOOKS, level_words, round_label
from ui.pupil_cell import pupil_cell
from ui.reasons import evidence_note

_MISSING: Final = "–"
_ZONE_LOOKS: Final[dict[str, Look]] = {
    "green": "zone-green",
    "yellow": "zone-yellow",
    "red": "zone-red",
    "not_sure": "light-yellow",
    "none": "missing",
}


def apart_grid(found: Disagreement) -> Grid:
    """A row a pupil of whom the two point apart: what the tests say, what the teacher said."""
    heads = (_("Prøver"), round_label(found.column), "", "")
    rows = tuple(_apart_row(line) for line in found.apart)
    caption = _("Elever, hvor vurdering og prøve peger hver sin vej")
    return Grid(caption, (HeaderRow(_("Elev"), tuple(map(HeaderCell, heads))),), rows)


def _apart_row(line: Beside) -> GridRow:
    evidence = line.evidence
    if evidence is None:
        return GridRow(pupil_cell(line.pupil), (GridCell(""),) * 4)
    cells = (
        GridCell(
            percent(evidence.share, evidence.cuts), _ZONE_LOOKS[evidence.zone], note=evidence_note(evidence)
        ),
        _level(line),
        GridCell(way_words(line)),
        GridCell(evidence_note(evidence), "muted"),
    )
    return GridRow(pupil_cell(line.pupil), cells)


def beside_table(found: Disagreement) -> Grid:
    """Every pupil counted once: the tests' zone down, the level across, outlined where they point apart."""
    levels = tuple(HeaderCell(str(level), look=LEVEL_LOOKS[level - 1]) for level in LEVELS)
    blank = HeaderCell("")
    headers = (
        HeaderRow("", (blank, HeaderCell(round_label(found.column), span=5, look="group"), blank)),
        HeaderRow(
            _("Prøver"), (HeaderCell(""), *levels, HeaderCell(_MISSING, note=_("uden niveau"))), "subhead"
        ),
    )
    rows = tuple(_zone_row(found, place) for place in _ZONE_LOOKS)
    return Grid(_("Elever efter prøvernes farve og niveau"), headers, rows, group_starts=(6,))


def _zone_row(found: Disagreement, place: str) -> GridRow:
    swatch = GridCell("?" if place == "not_sure" else _MISSING if place == "none" else "", _ZONE_LOOKS[place])
    cells = [_count(found, place, level) for level in (*LEVELS, None)]
    return GridRow(GridCell(_place_words(place)), (swatch, *cells), kind="plain")


def _place_words(place: str) -> str:
    words = {
        "green": _("sikkert grøn"),
        "yellow": _("sikkert gul"),
        "red": _("sikkert rød"),
        "not_sure": _("usikker farve"),
    }
    return words.get(place, _("ingen prøve"))


def _place(line: Beside) -> str:
    """The row of the table a pupil stands in."""
    if line.evidence is None:
        return "none"
    return line.evidence.zone if line.evidence.full else "not_sure"


def _at(found: Disagreement, place: str, level: int | None) -> list[Beside]:
    return [line for line in found.lines if (_place(line), line.level) == (place, level)]


def _count(found: Disagreement, place: str, level: int | None) -> GridCell:
    """A count that opens its pupils; muted where nothing can be said of them."""
    lines = _at(found, place, level)
    if not lines:
        return GridCell("", "count")
    apart, said = bool(lines[0].direction), lines[0].why_not is None
    words = _title(place, level, len(lines))
    names = ", ".join(line.pupil.name for line in lines)
    key = f"cell/{place}/{level or _MISSING}"
    look: Look = "mark" if apart else "count" if said else "count-still"
    return GridCell(str(len(lines)), look, key=key, note=f"{words}: {names}", spoken=words, marked=apart)


def _title(place: str, level: int | None, n: int) -> str:
    text = ngettext("{n} elev: {zone}, {level}", "{n} elever: {zone}, {level}", n)
    said = _("uden niveau") if level is None else _("niveau {level}").format(level=level)
    return text.format(n=n, zone=_place_words(place), level=said)


def pupils_of_zone(found: Disagreement, chosen: str | None) -> tuple[str, list[Pupil]] | None:
    """What a chosen cell of the table holds: its title and its pupils; None for another key."""
    kind, _slash, places = (chosen or "").partition("/")
    if kind != "cell":
        return None
    place, _slash, said = places.partition("/")
    level = int(said) if said.isdigit() else None
    lines = _at(found, place, level)
    return _title(place, level, len(lines)), [line.pupil for line in lines]


def left_out_grid(found: Disagreement) -> Grid:
    """The pupils nothing can be said of, each with why."""
    rows = tuple(
        GridRow(pupil_cell(line.pupil), (_level(line), GridCell(why_not_words(line), "muted")))
        for line in found.left_out
    )
    heads = (HeaderCell(round_label(found.column)), HeaderCell(_("Hvorfor")))
    return Grid(_("Elever, der ikke kan siges noget om"), (HeaderRow(_("Elev"), heads),), rows)


def _level(line: Beside) -> GridCell:
    if line.level is None:
        return GridCell(_MISSING, "missing")
    return GridCell(str(line.level), LEVEL_LOOKS[line.level - 1], note=level_words()[line.level - 1])
