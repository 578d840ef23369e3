"""The overview in numbers: a row a class, which opens the class; counts only, in class order."""

from collections.abc import Sequence
from gettext import gettext as _

from metrics.overview import ClassOverview, ClassSubject
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.level_grid import subject_name

_COLUMNS = 6


def numbers_grid(classes: Sequence[ClassOverview], subjects: Sequence[str]) -> Grid:
    """Classes down; by subject pupils at 1–2 last time and now, down, up, marked, and without a level."""
    heads = tuple(HeaderCell(subject_name(s), span=_COLUMNS) for s in subjects)
    labels = (
        HeaderCell(_("sidst"), note=_("i rød eller orange i sidste runde")),
        HeaderCell(_("nu"), note=_("i rød eller orange nu")),
        HeaderCell("▼", note=_("gået ned siden sidste runde"), spoken=_("ned")),
        HeaderCell("▲", note=_("gået op siden sidste runde"), spoken=_("op")),
        HeaderCell("!", note=_("to niveauer op eller ned, eller faldet til 1–2"), spoken=_("mærket")),
        HeaderCell("–", note=_("uden niveau nu"), spoken=_("uden niveau")),
    )
    header_rows = (
        HeaderRow("", heads),
        HeaderRow(_("Klasse"), labels * len(subjects), look="subhead"),
    )
    rows = tuple(_row(one, subjects) for one in classes)
    starts = tuple(_COLUMNS * n for n in range(1, len(subjects)))
    return Grid(_("Klasserne i tal"), header_rows, rows, group_starts=starts)


def _row(one: ClassOverview, subjects: Sequence[str]) -> GridRow:
    header = GridCell(one.name, key=f"klasse/{one.klasse_id}", note=_("Åbn Klasseoverblik"))
    cells = tuple(cell for s in subjects for cell in _cells(one.subjects.get(s)))
    return GridRow(header, cells, kind="plain")


def _cells(found: ClassSubject | None) -> tuple[GridCell, ...]:
    if found is None:
        return (GridCell("", "count", spoken=_("ingen vurderinger")),) * _COLUMNS
    missing = (
        GridCell(str(found.now.missing), "missing") if found.now.missing else GridCell("0", "count-still")
    )
    if found.now.scale == "mark":
        marks = GridCell("", "count", spoken=_("karakterer"))
        return (*(marks,) * (_COLUMNS - 1), missing)
    now = _count(found.now.low)
    if found.before is None:
        unknown = GridCell("", "count", spoken=_("ingen runde før"))
        return (unknown, now, unknown, unknown, unknown, missing)
    moved = (_count(found.down), _count(found.up), _count(found.marked))
    return (_count(found.before.low, before=True), now, *moved, missing)


def _count(n: int, *, before: bool = False) -> GridCell:
    return GridCell(str(n), "count-still" if before or not n else "count")
