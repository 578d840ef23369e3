"""The school year's matrix fagområde × signalord, as boxes and as a plotly figure."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from charts.matrix import MatrixCell, share_matrix
from charts.template import config
from metrics.shares import AreaCell
from ui.card import heading_with_choice
from ui.grid.component import draw_grid
from ui.grid.matrix import matrix_grid
from ui.legends import draw_zone_legend
from ui.reasons import evidence_note

SEPARATOR = "|"


def draw_matrix(cells: Sequence[AreaCell], title: str) -> str | None:
    """Draws the matrix under its heading and gives the key of a cell that was just chosen."""
    small = _("andel af point · fuld farve: sikkert · lys med ?: få opgaver eller tæt på grænsen")
    looks = (("boxes", _("Felter")), ("figure", _("Diagram")))
    look = heading_with_choice(title, small, _("Vis som"), looks)
    caption = _("Andel af point for hvert fagområde og signalord")
    # Signalord down: there are more of them, and they stand beside the rows of the comparison.
    rows = _weakest_first(cells)
    columns = list(dict.fromkeys(c.fagomraade for c in cells))
    drawn = [_cell(c) for c in cells]
    if cells:
        observed = any(c.observed for c in drawn)
        draw_zone_legend(cells[0].evidence.cuts, missing=False, observed=observed, key="matrix-legend")
    # Boxes first: they are reached by keys and read at 400 px, where a plotly figure's words overlap.
    if look == "boxes":
        return draw_grid(matrix_grid(caption, rows, columns, drawn), key="matrix-table")
    picked = st.plotly_chart(
        share_matrix(rows, columns, drawn),
        theme=None,
        config=config(),
        key="matrix",
        on_select="rerun",
        selection_mode="points",
        alt=caption,
    )
    points = picked.selection.points
    return str(points[0]["customdata"][0]) if points else None


def _weakest_first(cells: Sequence[AreaCell]) -> list[str]:
    """Signalord from the lowest share to the highest, so that what is weak stands first."""
    points: dict[str, tuple[float, float]] = {}
    for cell in cells:
        earned, possible = points.get(cell.signalord, (0.0, 0.0))
        points[cell.signalord] = (earned + cell.evidence.points, possible + cell.evidence.max_points)
    return sorted(points, key=lambda word: points[word][0] / points[word][1])


def area_key(cell: AreaCell) -> str:
    """What a click on this cell answers."""
    return f"{cell.fagomraade}{SEPARATOR}{cell.signalord}"


def _cell(cell: AreaCell) -> MatrixCell:
    evidence = cell.evidence
    note = evidence_note(evidence)
    return MatrixCell(
        cell.signalord,
        cell.fagomraade,
        evidence.share,
        evidence.tasks,
        evidence.zone,
        evidence.full,
        note,
        area_key(cell),
        evidence.cuts,
        evidence.observed,
    )
