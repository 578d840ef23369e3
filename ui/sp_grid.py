"""The S–P table as a grid: pupils by tasks solved, tasks by pupils who solved them, and its two lines."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from gettext import gettext as _
from itertools import pairwise

from charts.template import number, percent
from metrics.class_test import ClassTest, PupilLine
from metrics.evidence import answer_zone
from metrics.item_analysis import ItemAnalysis, TaskFigures
from metrics.model import Answer, CutScores, Task
from metrics.sp_table import SpTable
from ui.grid.model import Edge, Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.item_said import solved_words
from ui.pupil_cell import pupil_cell
from ui.reasons import conditions_said, why_missing
from ui.task_grid import ZONE_LOOKS

Edges = dict[tuple[int, int], list[Edge]]


def sp_grid(
    result: ClassTest, found: ItemAnalysis, table: SpTable, cuts: CutScores, own: Collection[str]
) -> Grid:
    """The test's answers in the table's order; the answers of `own` pupils (by id) can be opened."""
    tasks = result.test.counted
    columns = [tasks[j] for j in table.tasks]
    edges = _lines(table.s_line, table.p_line)
    rows = []
    for row, i in enumerate(table.pupils):
        line = result.present[i]
        cells = [
            _answer(line, task, cuts, tuple(edges[row, column]), line.pupil.pupil_id in own)
            for column, task in enumerate(columns)
        ]
        header = pupil_cell(line.pupil, conditions_said(line.conditions))
        rows.append(GridRow(header, (*cells, *_sums(i, found))))
    headers = _headers(columns, [found.tasks[j] for j in table.tasks], bool(found.unexpected))
    caption = _("{title}: elever efter løste opgaver, opgaver efter hvor mange der løste dem")
    return Grid(caption.format(title=result.test.title), headers, tuple(rows), group_starts=(len(columns),))


def line_words() -> str:
    """What the two lines are, beside the heading of the picture."""
    return _(
        "━ så mange opgaver løste eleven · ┅ så mange elever løste opgaven · løst: fra halvdelen af pointene"
    )


def _headers(
    columns: Sequence[Task], figures: Sequence[TaskFigures], patterns: bool
) -> tuple[HeaderRow, HeaderRow]:
    """The tasks, and under them how many solved each; then the sums, and patterns if there are any."""
    heads = [_head(task, one) for task, one in zip(columns, figures, strict=True)]
    sums = [HeaderCell(_("Løste")), *([HeaderCell(_("Mønster"))] if patterns else [])]
    solvers = [HeaderCell(str(one.solvers)) for one in figures]
    blank = HeaderCell("", span=len(sums))
    return (
        HeaderRow(_("Opgave"), (*heads, *sums), look="subhead"),
        HeaderRow(_("Løst af"), (*solvers, blank), look="subhead"),
    )


def _head(task: Task, figures: TaskFigures) -> HeaderCell:
    tags = ", ".join(tag for tag in (task.signalord, task.fagomraade) if tag)
    said = _("Opgave {label}: løst af {n} af {all}").format(
        label=task.label, n=figures.solvers, all=figures.n
    )
    share = "" if figures.share is None else _("{share} af pointene").format(share=percent(figures.share))
    notes = [said, share, tags, solved_words(figures)]
    return HeaderCell(task.label, note="\n".join(note for note in notes if note))


def _sums(pupil: int, found: ItemAnalysis) -> tuple[GridCell, ...]:
    """The tasks a pupil solved, and "uventet" where some pattern is."""
    figures = found.pupils[pupil]
    solved = GridCell(f"{figures.solved}/{figures.answered}", "strong")
    if not found.unexpected:
        return (solved,)
    return solved, GridCell(_("uventet") if pupil in found.unexpected else "")


def _answer(line: PupilLine, task: Task, cuts: CutScores, edges: tuple[Edge, ...], opens: bool) -> GridCell:
    answer = line.answers.get(task.number)
    key = f"answer/{line.pupil.pupil_id}/{task.number}" if opens and answer else None
    if answer is None or answer.points is None:
        note = why_missing(answer.missing if answer else "not_in_sheet")
        return GridCell("–", "missing", key=key, note=note, spoken=_("mangler"), edges=edges)
    zone = answer_zone(answer.points, task.max_points, cuts)
    look = ZONE_LOOKS[zone] if zone else "mark"
    return GridCell(number(answer.points), look, key=key, note=_note(line, task, answer), edges=edges)


def _note(line: PupilLine, task: Task, answer: Answer) -> str:
    return _("{name}, opgave {label}: {points} af {max} point").format(
        name=line.pupil.name,
        label=task.label,
        points=number(answer.points or 0.0),
        max=number(task.max_points),
    )


def _lines(s_line: Sequence[int], p_line: Sequence[int]) -> Edges:
    """The parts of both lines by the cell they run along: pupils' solid, tasks' dotted.

    Each is a staircase: a part for every row (or column), and between two of them what joins their parts.
    """
    edges: Edges = defaultdict(list)
    if not s_line or not p_line:
        return edges
    for row, at in enumerate(s_line):
        edges[(row, at - 1) if at else (row, 0)].append("right-solid" if at else "left-solid")
    for row, (at, below) in enumerate(pairwise(s_line)):
        for column in range(min(at, below), max(at, below)):
            edges[row, column].append("bottom-solid")
    for column, at in enumerate(p_line):
        edges[(at - 1, column) if at else (0, column)].append("bottom-dotted" if at else "top-dotted")
    for column, (at, after) in enumerate(pairwise(p_line)):
        for row in range(min(at, after), max(at, after)):
            edges[row, column].append("right-dotted")
    return edges
