"""The grid of progress: pupils or areas down, tests by their day across, in each cell a distance."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from itertools import groupby

from charts.progress import signed
from charts.template import number, percent
from data_io.layouts.context import skoleaar_of
from metrics.course import Course, Since
from metrics.distance import Measured
from metrics.model import Pupil
from metrics.progression import Change
from ui.formats import danish_date
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.progress_words import change_said, score_note, why_not_said
from ui.pupil_cell import pupil_cell


def course_grid(
    pupils: Sequence[Pupil], found: Course, change: Since | None, groups: Mapping[str, str]
) -> Grid:
    """A class's pupils: how far each moved between the two chosen tests, then where they were on every one.

    `groups` says by test whom it is compared with.
    """
    rows = tuple(
        GridRow(
            pupil_cell(pupil),
            (
                change_cell(change, pupil.pupil_id),
                *(place_cell(pupil, step, groups.get(step.test.test_id, "")) for step in found.steps),
            ),
        )
        for pupil in pupils
    )
    heads = headers(found.steps, change)
    return Grid(_("Elevernes fremgang"), heads, rows, year_starts(found.steps), "large")


def headers(steps: Sequence[Measured], change: Since | None) -> tuple[HeaderRow, ...]:
    """The change first, where a telephone shows it; then the school years with their tests and days."""
    years = [(year, len(list(same))) for year, same in groupby(steps, key=_year)]
    titles = tuple(
        HeaderCell(step.test.title, below=danish_date(step.test.taken_on), note=_no_yardstick(step))
        for step in steps
    )
    return (
        HeaderRow("", (HeaderCell(""), *(HeaderCell(year, span=n) for year, n in years)), look="group"),
        HeaderRow("", (HeaderCell(_("ændring"), below=_unit(change)), *titles), look="subhead"),
    )


def _unit(change: Since | None) -> str:
    return _("procentpoint") if change and change.repeated else _("i afstand")


def _year(step: Measured) -> str:
    return skoleaar_of(step.test.taken_on) if step.test.taken_on else ""


def year_starts(steps: Sequence[Measured]) -> tuple[int, ...]:
    """The columns at which a school year begins; the change stands in the first column."""
    years = ["", *(_year(step) for step in steps)]
    return tuple(i for i in range(1, len(years)) if years[i] != years[i - 1])


def _no_yardstick(step: Measured) -> str | None:
    return why_not_said(step.why_not) if step.why_not else None


def place_cell(pupil: Pupil, step: Measured, group: str) -> GridCell:
    """A pupil's distance on one test over their share; the share alone where there is no distance."""
    score = step.scores.get(pupil.pupil_id)
    if step.why_not == "few_tasks":
        return GridCell("", note=why_not_said("few_tasks"))
    if score is None:
        return GridCell("–", "missing", note=_("mindre end halvdelen af prøven er besvaret"))
    distance = step.distances.get(pupil.pupil_id)
    note = score_note(pupil.name, step, pupil.pupil_id, distance, group)
    if distance is None:
        return GridCell(percent(score.share), "mark", note=note)
    return GridCell(signed(distance.value), "mark", note=note, below=percent(score.share))


def change_cell(change: Since | None, pupil_id: str) -> GridCell:
    """How far a pupil moved: with an arrow where it is more than chance gives, otherwise muted."""
    moved = change.changes.get(pupil_id) if change else None
    if change is None or moved is None:
        return GridCell("", "arrow")
    return moved_cell(moved, share=change.repeated is not None)


def moved_cell(moved: Change, *, share: bool, sure: bool | None = None) -> GridCell:
    """One change as a cell: "▲0,9" where it is sure, "(+0,4)" where it may be chance.

    `sure` is said by who looked at many changes; None leaves it to the change itself.
    """
    sure = moved.moved if sure is None else sure
    said = change_said(moved, share=share, sure=sure)
    size = number(round(100 * abs(moved.value))) if share else number(round(abs(moved.value), 1))
    if not sure:
        return GridCell(signed_size(moved, size), "muted", note=said, spoken=said)
    return GridCell(f"{'▲' if moved.value > 0 else '▼'}{size}", "arrow", note=said, spoken=said)


def signed_size(moved: Change, size: str) -> str:
    """A change that may be chance: with its sign, in brackets."""
    sign = "" if size == "0" else "+" if moved.value > 0 else "−"
    return f"({sign}{size})"
