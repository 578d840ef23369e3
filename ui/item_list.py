"""The tasks of a test in paper order: how hard each was, and how it hangs together with the rest."""

from gettext import gettext as _

from charts.template import percent
from metrics.class_test import ClassTest
from metrics.item_analysis import ItemAnalysis, TaskFigures
from metrics.model import Task
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.item_said import solved_words, together_words
from ui.task_grid import left_out_words


def item_list(result: ClassTest, found: ItemAnalysis) -> Grid:
    """A task a row; the ones taken out of the test are struck and have no figures."""
    figures = {t.number: f for t, f in zip(result.test.counted, found.tasks, strict=True)}
    heads = (_("Andel af point"), _("Løst af"), _("Hænger sammen med resten"), _("Bemærk"))
    caption = _("{title}: opgaverne i prøvens rækkefølge").format(title=result.test.title)
    rows = tuple(_row(task, figures.get(task.number), found) for task in result.test.tasks)
    return Grid(caption, (HeaderRow(_("Opgave"), tuple(map(HeaderCell, heads))),), rows)


def _row(task: Task, figures: TaskFigures | None, found: ItemAnalysis) -> GridRow:
    if figures is None:
        said = left_out_words(task)
        cells = (GridCell(""), GridCell(""), GridCell(""), GridCell(said, "muted", note=said))
        return GridRow(GridCell(_name(task), note=_tags(task)), cells, kind="plain")
    share = "–" if figures.share is None else percent(figures.share)
    solved = _("{n} af {all}").format(n=figures.solvers, all=figures.n) if figures.n else "–"
    said = solved_words(figures) if figures.n else _("ingen har svaret")
    cells = (
        GridCell(share),
        GridCell(solved),
        GridCell(together_words(figures, found)),
        GridCell(said, "muted"),
    )
    return GridRow(GridCell(_name(task), note=_tags(task)), cells, kind="plain")


def _name(task: Task) -> str:
    return f"{task.label} · {task.signalord}" if task.signalord else task.label


def _tags(task: Task) -> str | None:
    return task.fagomraade
