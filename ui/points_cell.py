"""A pupil's cell: the points of what could be had first, in a colour no stronger than what it rests on."""

from gettext import gettext as _

from charts.template import number, percent
from metrics.evidence import Evidence
from metrics.model import Zone
from ui.grid.model import GridCell, Look
from ui.reasons import evidence_note

FULL: dict[Zone, Look] = {"red": "zone-red", "yellow": "zone-yellow", "green": "zone-green"}
LIGHT: dict[Zone, Look] = {"red": "light-red", "yellow": "light-yellow", "green": "light-green"}
EDGE: dict[Zone, Look] = {"red": "edge-red", "yellow": "edge-yellow", "green": "edge-green"}
OBSERVED = "*"  # beside points of a maximum that nobody printed


def points_cell(evidence: Evidence | None, key: str | None = None, *, tasks: str = "") -> GridCell:
    """Points of what could be had with the share below; `tasks` names the tasks where they are few."""
    if evidence is None:
        return GridCell("–", "missing", note=_("ingen besvarelser"))
    mark = OBSERVED if evidence.observed else ""
    points = f"{number(evidence.points)}/{number(evidence.max_points)}{mark}"
    note = evidence_note(evidence)
    note = f"{tasks}: {note}" if tasks else note
    share = percent(evidence.share, evidence.cuts)
    return GridCell(points, evidence_look(evidence), key=key, note=note, spoken=_said(evidence), below=share)


def evidence_look(evidence: Evidence) -> Look:
    """Full where sure, light where the next zone is possible too, and an edge alone where any zone is."""
    looks = FULL if evidence.full else EDGE if evidence.thin else LIGHT
    return looks[evidence.zone]


def _said(evidence: Evidence) -> str:
    """The cell aloud: its share, its points, and that it is unsure."""
    said = _("{share}, {points} af {max} point").format(
        share=percent(evidence.share, evidence.cuts),
        points=number(evidence.points),
        max=number(evidence.max_points),
    )
    return said if evidence.full else _("{text}, usikkert").format(text=said)
