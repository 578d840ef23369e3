"""A class's trivselsmåling as a grid: the four indicators by year, and the wholes that stood beside them."""

from collections.abc import Sequence
from gettext import gettext as _

from charts.template import number
from data_io.layouts.context import trin_of
from data_io.layouts.records import indicator_name
from data_io.queries import Klasse
from data_io.workbook.cells import cell_name
from metrics.trivsel import INDICATORS, Measured, TrivselFact
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.reasons import source_note


def same_track(klasse: Klasse, klasser: Sequence[Klasse]) -> tuple[str, ...]:
    """The class and those it was in the years before, by its name: 7.A was 6.A."""
    found = [klasse.klasse_id]
    trin, track = trin_of(klasse.name), klasse.name.partition(".")[2]
    for other in klasser:
        back = int(klasse.skoleaar[:4]) - int(other.skoleaar[:4])
        if trin is not None and 0 < back <= trin and other.name == f"{trin - back}.{track}":
            found.append(other.klasse_id)
    return tuple(found)


def trivsel_grid(measured: Sequence[Measured]) -> Grid:
    """Indicators down; measurements across, each with its class and year."""
    heads = HeaderRow("", tuple(HeaderCell(name_of(m), note=m.skoleaar) for m in measured), look="subhead")
    rows = tuple(
        GridRow(GridCell(indicator_name(i)), tuple(_cell(m.values.get(i)) for m in measured), kind="plain")
        for i in INDICATORS
    )
    own = sum(m.whose == "klasse" for m in measured)
    starts = (own,) if own < len(measured) else ()
    return Grid(_("Klassens trivselsmåling"), (heads,), rows, group_starts=starts, style="large")


def name_of(measured: Measured) -> str:
    """What a column is of: "7.A 25/26", "Skolen", "Landet"."""
    names = {"skole": _("Skolen"), "kommune": _("Kommunen"), "land": _("Landet")}
    return names.get(measured.whose) or f"{measured.klasse} {measured.skoleaar[2:]}"


def _cell(fact: TrivselFact | None) -> GridCell:
    if fact is None or fact.value is None:
        return GridCell("–", "missing", spoken=_("mangler"))
    place = cell_name(fact.row, fact.column) if fact.row is not None and fact.column is not None else None
    return GridCell(number(fact.value), "plain", note=source_note(fact.source, place))
