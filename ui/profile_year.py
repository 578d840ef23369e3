"""A pupil's school year in a subject: fagområder and signalord across its tests, and test by test."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

import streamlit as st

from data_io.layouts.context import skoleaar_of
from metrics.evidence import Evidence
from metrics.model import Answer, Task, Test
from metrics.shares import pupil_areas, pupil_signalord
from ui.card import draw_heading
from ui.formats import danish_date, listed
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.points_cell import points_cell
from ui.profile_card import Cuts, draw_pupil_legend

# Below so many tasks it is the tasks one speaks of: the note names them.
FEW_TASKS = 3
WHOLE_YEAR = "year"


@dataclass(frozen=True)
class YearLine:
    """A row of the year: all its tests together, or one of them."""

    side: str
    title: str
    tests: tuple[Test, ...]

    @property
    def by_id(self) -> dict[str, Test]:
        """The row's tests by their ids."""
        return {test.test_id: test for test in self.tests}


@dataclass(frozen=True)
class Tag:
    """What tasks are put together by: how its cells are counted, and its place on a task."""

    name: str
    count: Callable[..., dict[str, Evidence]]
    of: Callable[[Task], str | None]


AREA = Tag("area", pupil_areas, lambda task: task.fagomraade)
WORD = Tag("word", pupil_signalord, lambda task: task.signalord)


def year_lines(tests: Sequence[Test], answers: Sequence[Answer], skoleaar: str) -> list[YearLine]:
    """The answered tests of a school year, newest first; where there are several, all together on top."""
    answered = {a.test_id for a in answers if a.points is not None}
    mine = [t for t in tests if t.test_id in answered and t.taken_on and skoleaar_of(t.taken_on) == skoleaar]
    mine.sort(key=lambda t: (str(t.taken_on), t.source.imported_at), reverse=True)
    single = [YearLine(t.test_id, f"{t.title}, {danish_date(t.taken_on)}", (t,)) for t in mine]
    whole = YearLine(WHOLE_YEAR, _("Hele skoleåret"), tuple(mine))
    return [whole, *single] if len(mine) > 1 else single


def tests_by_side(lines: Sequence[YearLine]) -> dict[str, Sequence[Test]]:
    """The tests behind a cell's key, row by row."""
    return {line.side: line.tests for line in lines}


def draw_year(lines: Sequence[YearLine], answers: Sequence[Answer], skoleaar: str, cuts: Cuts) -> str | None:
    """The year's cells under their legend; gives the key of a cell that was just chosen."""
    tags = [WORD] if len(lines) == 1 else [AREA, WORD]
    cells = {tag.name: _cells(tag, lines, answers, cuts) for tag in tags}
    shown = [e for rows in cells.values() for row in rows for e in row.values()]
    if not shown:
        return None
    chosen: str | None = None
    with st.container(border=True):
        draw_heading(_("Skoleåret {year}").format(year=skoleaar), _counted(shown))
        draw_pupil_legend(shown, cuts, key="year-legend")
        for tag in tags:
            if tag is WORD:
                text = _("Om et signalord kan man først sige noget fra 3 opgaver i 2 prøver.")
                st.caption(text)
            grid = _tag_grid(tag, lines, cells[tag.name], answers)
            chosen = draw_grid(grid, key=f"year-{tag.name}") or chosen
    return chosen


def _counted(shown: Sequence[Evidence]) -> str:
    """How many cells are sure, in words."""
    text = _("point af mulige · {n} af {all} felter har fuld farve")
    return text.format(n=sum(e.full for e in shown), all=len(shown))


def _cells(
    tag: Tag, lines: Sequence[YearLine], answers: Sequence[Answer], cuts: Cuts
) -> list[Mapping[str, Evidence]]:
    return [tag.count(answers, line.by_id, cuts.scores) for line in lines]


def _tag_grid(
    tag: Tag, lines: Sequence[YearLine], rows: Sequence[Mapping[str, Evidence]], answers: Sequence[Answer]
) -> Grid:
    """Rows of tests, columns of fagområder or signalord in the order of the papers."""
    papers = (task for line in lines for test in line.tests for task in test.counted)
    found = {name for row in rows for name in row}
    names = [name for name in dict.fromkeys(map(tag.of, papers)) if name in found]
    caption = {"area": _("Elevens fagområder i skoleåret"), "word": _("Elevens signalord i skoleåret")}
    return Grid(
        caption[tag.name],
        (HeaderRow("", tuple(HeaderCell(name or "") for name in names)),),
        tuple(
            GridRow(
                GridCell(line.title),
                tuple(_cell(tag, line, name or "", row.get(name or ""), answers) for name in names),
                kind="summary" if line.side == WHOLE_YEAR else "plain",
            )
            for line, row in zip(lines, rows, strict=True)
        ),
        style="large",
    )


def _cell(
    tag: Tag, line: YearLine, name: str, evidence: Evidence | None, answers: Sequence[Answer]
) -> GridCell:
    """One cell; where a test has no such task the place stays blank."""
    if evidence is None:
        asked = any(tag.of(task) == name for test in line.tests for task in test.counted)
        return points_cell(None) if asked else GridCell("")
    key = f"{tag.name}/{line.side}/{name}"
    if evidence.tasks >= FEW_TASKS:
        return points_cell(evidence, key)
    return points_cell(evidence, key, tasks=_tasks_said(tag, line, name, answers))


def _tasks_said(tag: Tag, line: YearLine, name: str, answers: Sequence[Answer]) -> str:
    """The answered tasks behind a cell: "Opgave 1.3 og 2.1", with their tests where the row has several."""
    given = {(a.test_id, a.task) for a in answers if a.points is not None}
    labels = [
        f"{task.label} ({test.title})" if len(line.tests) > 1 else task.label
        for test in line.tests
        for task in test.counted
        if tag.of(task) == name and (test.test_id, task.number) in given
    ]
    return _("Opgave {labels}").format(labels=listed(labels))
