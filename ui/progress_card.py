"""The card of a pupil's progress: the whole test and its areas, over the tests of a subject by their day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

import streamlit as st

from data_io.queries import Klasse
from metrics.course import Course, Part, Since, since, suggested_pair
from metrics.distance import Measured
from metrics.model import Pupil
from metrics.progression import survivors
from metrics.taken import parts_in
from ui import cached
from ui.card import heading_with_choice
from ui.formats import as_text, danish_date
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow
from ui.progress_data import Compared, compared
from ui.progress_grid import headers, moved_cell, place_cell, year_starts
from ui.progress_view import draw_progress_legend, part_name
from ui.progress_words import change_said, why_not_said
from ui.pupil_view import until
from ui.session import Session


def draw_progress(session: Session, klasse: Klasse, pupil: Pupil, subject: str) -> None:
    """The pupil's distances over the tests of one subject; nothing where there are not two with a day.

    They are worked out with the whole class: what it gained on a test taken twice is no pupil's own.
    """
    pupils = tuple(p.pupil_id for p in cached.pupils(session, klasse.klasse_id))
    tests, answers = until(klasse.skoleaar, *cached.history(session, pupils))
    mine = {a.test_id for a in answers if a.pupil_id == pupil.pupil_id and a.points is not None}
    found = compared(session, klasse, [t for t in tests if t.test_id in mine], answers, subject)
    whole = found.course(Part())
    if len(whole.steps) < 2:
        return
    pair = suggested_pair(whole.steps)
    with st.container(border=True):
        kind = heading_with_choice(
            _("Fremgang"),
            _("afstand til de andre på samme prøver, under den andel af point"),
            _("Del"),
            (("fagomraade", _("Fagområder")), ("signalord", _("Signalord"))),
        )
        change = since(whole.steps[pair[0]], whole.steps[pair[1]], answers)
        st.markdown(as_text(_sentence(change, pupil)))
        parts = [Part(kind, name) for name in parts_in(found.tests, kind)]
        lines = [_line(found, part, whole, pair) for part in (Part(), *parts)]
        draw_grid(_grid(lines, whole, change, found.groups, pupil), key="pupil-progress")
        draw_progress_legend(change, whole.steps, key="pupil-progress-legend")
        if parts:
            st.caption(
                _("Af {n} dele har kun det en pil, der holder, når man ser på så mange.").format(n=len(parts))
            )


@dataclass(frozen=True)
class _Line:
    """One part of the tests: how it was measured in each, by test, and what became of it."""

    part: Part
    steps: Mapping[str, Measured]
    change: Since | None


def _line(found: Compared, part: Part, whole: Course, pair: tuple[int, int]) -> _Line:
    steps = {step.test.test_id: step for step in found.course(part).steps}
    first, last = (steps.get(whole.steps[place].test.test_id) for place in pair)
    return _Line(part, steps, since(first, last, found.answers) if first and last else None)


def _sentence(change: Since, pupil: Pupil) -> str:
    moved = change.changes.get(pupil.pupil_id)
    before, after = change.before.test, change.after.test
    if moved is None:
        text = _("Afstanden i {before} og {after} kan ikke holdes op mod hinanden: {why}.")
        why = why_not_said(change.why_not) if change.why_not else _("en af dem er besvaret mindre end halvt")
        return text.format(before=before.title, after=after.title, why=why)
    text = _("Fra {before} ({then}) til {after} ({now}): {change}.")
    return text.format(
        before=before.title,
        then=danish_date(before.taken_on),
        after=after.title,
        now=danish_date(after.taken_on),
        change=change_said(moved, share=change.repeated is not None, sure=moved.moved),
    )


def _grid(
    lines: Sequence[_Line], whole: Course, change: Since, groups: Mapping[str, str], pupil: Pupil
) -> Grid:
    """The whole test and its parts; of the parts only what survives having looked at all of them is sure."""
    changes = {
        line.part.name: line.change.changes[pupil.pupil_id]
        for line in lines[1:]
        if line.change and pupil.pupil_id in line.change.changes
    }
    sure = survivors(changes)
    rows = []
    for line in lines:
        cells = [_cell(line, step.test.test_id, groups, pupil) for step in whole.steps]
        moved = line.change.changes.get(pupil.pupil_id) if line.change else None
        last = GridCell("", "arrow")
        if moved and line.change:
            held = line.part.name in sure if line.part.kind else None
            last = moved_cell(moved, share=line.change.repeated is not None, sure=held)
        rows.append(GridRow(GridCell(part_name(line.part)), (last, *cells), kind="plain"))
    heads = headers(whole.steps, change)
    return Grid(_("Elevens fremgang"), heads, tuple(rows), year_starts(whole.steps), "large")


def _cell(line: _Line, test_id: str, groups: Mapping[str, str], pupil: Pupil) -> GridCell:
    """One part in one test; blank where the test has nothing of it."""
    if test_id not in line.steps:
        return GridCell("", note=_("ingen opgaver af den slags i prøven"))
    return place_cell(pupil, line.steps[test_id], groups.get(test_id, ""))
