"""The pupils whose pattern of solved tasks is unexpected: what to look at in their answers, never why."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _

import streamlit as st

from data_io.queries import Klasse
from metrics.caution import surprises
from metrics.class_test import ClassTest
from metrics.item_analysis import ItemAnalysis
from metrics.model import Task
from metrics.score_matrix import ScoreMatrix
from ui import go, keys
from ui.choice import choice_of
from ui.formats import as_text
from ui.go import go_to
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.item_said import too_little
from ui.open_cell import open_answer
from ui.pupil_cell import pupil_cell

_MOST_TASKS = 2


def draw_patterns(result: ClassTest, matrix: ScoreMatrix, found: ItemAnalysis) -> str | None:
    """A row a pupil, with the tasks that make the pattern unexpected; gives what was chosen in it."""
    if not found.enough:
        st.markdown(as_text(too_little()))
        return None
    if not found.unexpected:
        st.markdown(_("Ingen elever har et uventet mønster."))
        return None
    return draw_grid(patterns_grid(result, matrix, found), key="patterns")


def patterns_grid(result: ClassTest, matrix: ScoreMatrix, found: ItemAnalysis) -> Grid:
    """The easiest tasks each of these pupils missed, and the hardest they solved."""
    heads = (_("Løste"), _("Løste ikke (løst af)"), _("Men løste (løst af)"))
    solvers = [task.solvers for task in found.tasks]
    rows = []
    for i in found.unexpected:
        figures = found.pupils[i]
        both = surprises([bool(s) for s in matrix.solved[i]], solvers)
        tasks = (GridCell(_named(columns, result.test.counted, found)) for columns in both)
        solved = GridCell(f"{figures.solved}/{figures.answered}")
        rows.append(GridRow(pupil_cell(result.present[i].pupil), (solved, *tasks)))
    caption = _("Elever med et uventet mønster og opgaverne i det")
    return Grid(caption, (HeaderRow(_("Elev"), tuple(map(HeaderCell, heads))),), tuple(rows))


def open_chosen(chosen: str | None, result: ClassTest, home: Mapping[str, Klasse]) -> None:
    """Opens the pupil of a row's name in the pupil's own class, or the answer of a cell."""
    kind, _slash, pupil_id = (chosen or "").partition("/")
    if kind == "pupil" and pupil_id in home:
        go_to(go.PUPIL, **{keys.PUPIL: pupil_id}, **choice_of(home[pupil_id]))
    open_answer(chosen, result)


def _named(columns: Sequence[int], tasks: Sequence[Task], found: ItemAnalysis) -> str:
    """The first of some tasks, each with how many solved it."""
    text = _("{label} ({n} af {all})")
    shown = [(tasks[j].label, found.tasks[j]) for j in columns[:_MOST_TASKS]]
    return ", ".join(text.format(label=label, n=one.solvers, all=one.n) for label, one in shown)
