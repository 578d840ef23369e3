"""Movement between two rounds as grids: the table from → to, those who moved, those without a level."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from metrics.movement import LEVELS, Line, Movement, is_marked
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look
from ui.level_grid import LEVEL_LOOKS, level_words, round_label
from ui.movement_words import steps_words, why_words
from ui.pupil_cell import pupil_cell

_MISSING = "–"
# Every level and, last, the missing.
_PLACES = (*LEVELS, None)


def movement_table(found: Movement) -> Grid:
    """Levels before down, levels now across, pupils counted in each cell; the missing and the sums apart."""
    heads = tuple(HeaderCell(str(level), look=LEVEL_LOOKS[level - 1]) for level in LEVELS)
    blank = HeaderCell("")
    across = _("til {round}").format(round=round_label(found.now).lower())
    header_rows = (
        HeaderRow("", (blank, HeaderCell(across, span=5, look="group"), blank, blank)),
        HeaderRow(
            _("fra {round}").format(round=round_label(found.before).lower()),
            (HeaderCell(""), *heads, HeaderCell(_MISSING, note=_("uden niveau")), HeaderCell(_("i alt"))),
        ),
    )
    rows = tuple(_from_row(found, level) for level in _PLACES)
    caption = _("Elever efter niveau før og nu")
    return Grid(caption, header_rows, (*rows, _sum_row(found)), group_starts=(6, 7))


def _from_row(found: Movement, before: int | None) -> GridRow:
    words = _("uden niveau") if before is None else level_words()[before - 1]
    swatch = GridCell(_MISSING, "missing") if before is None else _digit(before)
    cells = [_count_cell(before, now, found.at(before, now)) for now in _PLACES]
    total = sum(line.before == before for line in found.lines)
    return GridRow(GridCell(words), (swatch, *cells, GridCell(str(total), "count")), kind="plain")


def _count_cell(before: int | None, now: int | None, lines: Sequence[Line]) -> GridCell:
    """A count that opens its pupils; who stayed is muted, two steps or a fall into 1–2 is outlined."""
    if not lines:
        return GridCell("", "count")
    n = len(lines)
    place = _("{n} fra {before} til {now}").format(n=n, before=_said(before), now=_said(now))
    names = ", ".join(line.pupil.name for line in lines)
    far = before is not None and now is not None and is_marked(before, now)
    look: Look = "mark"
    if before == now or before is None or now is None:
        look = "count-still" if before == now else "missing"
    key = f"cell/{before or _MISSING}/{now or _MISSING}"
    return GridCell(str(n), look, key=key, note=f"{place}: {names}", spoken=place, marked=far)


def _said(level: int | None) -> str:
    return _("uden niveau") if level is None else str(level)


def _sum_row(found: Movement) -> GridRow:
    counts = [sum(line.now == level for line in found.lines) for level in _PLACES]
    cells = [GridCell(str(n), "count") for n in (*counts, len(found.lines))]
    return GridRow(GridCell(_("I alt")), (GridCell(""), *cells), kind="summary")


def pupils_of_cell(found: Movement, chosen: str | None) -> tuple[str, list[Line]] | None:
    """What a chosen cell of the table holds: its title, and its pupils; None for another key."""
    kind, _slash, places = (chosen or "").partition("/")
    if kind != "cell":
        return None
    before, now = (int(place) if place.isdigit() else None for place in places.split("/"))
    lines = found.at(before, now)
    text = ngettext("{n} elev: fra {before} til {now}", "{n} elever: fra {before} til {now}", len(lines))
    return text.format(n=len(lines), before=_said(before), now=_said(now)), lines


def moved_grid(found: Movement) -> Grid:
    """Those who moved, what is marked first, each with the level before and now."""
    heads = (*_rounds(found), HeaderCell(""), HeaderCell(""))
    rows = tuple(
        GridRow(
            pupil_cell(line.pupil),
            (
                _digit(line.before),
                _digit(line.now),
                _arrow(line),
                GridCell(steps_words(line)),
            ),
        )
        for line in found.moved
    )
    return Grid(_("Elever, der er flyttet"), (HeaderRow(_("Elev"), heads),), rows)


def missing_grid(found: Movement) -> Grid:
    """Those without a level in one of the rounds, with the level there is and why the other is missing."""
    heads = (*_rounds(found), HeaderCell(_("Hvorfor")))
    rows = tuple(
        GridRow(
            pupil_cell(line.pupil),
            (_digit(line.before), _digit(line.now), GridCell(why_words(found, line), "muted")),
        )
        for line in found.not_both
    )
    return Grid(_("Elever uden niveau i en af runderne"), (HeaderRow(_("Elev"), heads),), rows)


def _rounds(found: Movement) -> tuple[HeaderCell, HeaderCell]:
    return HeaderCell(round_label(found.before)), HeaderCell(round_label(found.now))


def _digit(level: int | None) -> GridCell:
    if level is None:
        return GridCell(_MISSING, "missing")
    return GridCell(str(level), LEVEL_LOOKS[level - 1], note=level_words()[level - 1])


def _arrow(line: Line) -> GridCell:
    steps = line.steps or 0
    return GridCell(f"{'▼' if steps < 0 else '▲'}{abs(steps)}", "arrow", marked=line.marked)
