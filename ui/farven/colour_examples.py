"""A class's own figures from points to a colour: its share, its cut scores, its cells."""

from gettext import gettext as _

from charts.template import cut_percent, number, percent
from metrics.evidence import Evidence
from metrics.shares import class_matrix, pupil_areas
from ui.farven.figures import ClassFigures, TestFigures
from ui.formats import short_names
from ui.reasons import evidence_note


def share_example(figures: ClassFigures, newest: TestFigures) -> str:
    """What the class earned of the newest test."""
    total = newest.own.total
    if not total or total.share is None:
        return ""
    return _("{klasse} fik {points} af {max} point i {test}. Det er {share}.").format(
        klasse=figures.klasse.name,
        points=number(total.points),
        max=number(total.max_points),
        test=newest.test.title,
        share=percent(total.share, newest.cuts),
    )


def cuts_example(figures: ClassFigures, newest: TestFigures) -> str:
    """The cut scores of the class's subject and trin."""
    text = _("For {klasse} i {subject} er grænserne {red} og {green}.")
    red, green = cut_percent(newest.cuts.red_below), cut_percent(newest.cuts.green_from)
    return text.format(klasse=figures.klasse.name, subject=newest.test.subject, red=red, green=green)


def area_example(figures: ClassFigures, newest: TestFigures) -> str:
    """A light and a full area of the class's pupils in the year's tests, the first in class-list order."""
    names = short_names([pupil.name for pupil in figures.pupils])
    found: dict[bool, str] = {}
    for pupil in figures.pupils:
        mine = [answer for answer in newest.year.answers if answer.pupil_id == pupil.pupil_id]
        for area, evidence in sorted(pupil_areas(mine, newest.year.tests, newest.cuts).items()):
            if not evidence.thin:
                found.setdefault(evidence.full, _area_said(names[pupil.name], area, evidence))
    return " ".join(found[full] for full in (False, True) if full in found)


def _area_said(name: str, area: str, evidence: Evidence) -> str:
    text = _("{name} i {area}: {note}. Andelen er {share} og kunne ligge fra {low} til {high}.")
    return text.format(
        name=name,
        area=area,
        note=evidence_note(evidence),
        share=percent(evidence.share, evidence.cuts),
        low=percent(evidence.low),
        high=percent(evidence.high),
    )


def class_cell_example(figures: ClassFigures, newest: TestFigures) -> str:
    """How many of the class's cells are full."""
    cells = class_matrix(newest.year.answers, newest.year.tests, newest.cuts)
    full = sum(cell.evidence.full for cell in cells)
    if not cells:
        return ""
    text = _("I {klasse} er {full} af skoleårets {all} felter i signalord × fagområde fulde.")
    return text.format(klasse=figures.klasse.name, full=full, all=len(cells))
