"""The grid pupils × tasks of one test, with the headings a teacher's own sheet has."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from itertools import groupby

from charts.template import number, percent
from metrics.class_test import ClassTest, PupilLine
from metrics.evidence import answer_zone, zone_of
from metrics.model import Answer, CutScores, Task, Test, Zone
from metrics.shares import Sum
from ui.formats import danish_date
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look
from ui.pupil_cell import pupil_cell
from ui.reasons import conditions_said, unknown_maximum, why_missing

Earlier = Mapping[str, tuple[Test, float]]
ZONE_LOOKS: dict[Zone, Look] = {"red": "zone-red", "yellow": "zone-yellow", "green": "zone-green"}
SHARE_LOOKS: dict[Zone, Look] = {"red": "share-red", "yellow": "share-yellow", "green": "share-green"}


def task_grid(result: ClassTest, lines: Sequence[PupilLine], earlier: Earlier, cuts: CutScores) -> Grid:
    """The test as a grid: three header rows, the class, then a pupil a row; `earlier` adds a column."""
    tasks = result.test.tasks
    extra = 2 if earlier else 1
    groups = [(area, len(list(same))) for area, same in groupby(tasks, key=lambda t: t.fagomraade or "")]
    starts = [sum(n for _area, n in groups[:i]) for i in range(1, len(groups))]
    headers = (
        HeaderRow(
            _("Fagområde"),
            (*(HeaderCell(area or "–", span=n) for area, n in groups), HeaderCell("", span=extra)),
            look="group",
        ),
        HeaderRow(
            _("Signalord"),
            (*(HeaderCell(t.signalord or "–") for t in tasks), HeaderCell("", span=extra)),
            look="subhead",
        ),
        HeaderRow(
            _("Opgave (maks.)"),
            (*(_task_head(t, result.by_task.get(t.number)) for t in tasks), *_total_heads(earlier)),
            look="subhead",
        ),
    )
    rows = (_class_row(result, earlier, cuts), *(_pupil_row(line, tasks, earlier, cuts) for line in lines))
    caption = _("{title}: elever og opgaver").format(title=result.test.title)
    return Grid(caption, headers, rows, group_starts=(*starts, len(tasks)))


def _task_head(task: Task, total: Sum | None) -> HeaderCell:
    maximum = number(task.max_points) + ("*" if task.observed else "")
    if task.left_out:
        return HeaderCell(f"{task.label} ({maximum})", look="struck", note=left_out_words(task))
    note = None
    if total and total.share is not None:
        note = _("Opgave {label}: {points} af {max} point, {share}").format(
            label=task.label,
            points=number(total.points),
            max=number(total.max_points),
            share=percent(total.share),
        )
        note += f" ({unknown_maximum()})" if total.observed else ""
    return HeaderCell(f"{task.label} ({maximum})", note=note)


def left_out_words(task: Task) -> str:
    """When a task was taken out of its test, by whom and why; empty for one that counts."""
    if task.left_out is None:
        return ""
    out = task.left_out
    text = _("taget ud {day} af {who}: {reason}")
    return text.format(day=danish_date(out.day), who=out.by, reason=out.reason)


def _total_heads(earlier: Earlier) -> list[HeaderCell]:
    heads = [HeaderCell(_("I alt"))]
    if earlier:
        heads.append(HeaderCell(_("Sidst"), note=_("Elevens forrige prøve i faget, andel af point")))
    return heads


def _class_row(result: ClassTest, earlier: Earlier, cuts: CutScores) -> GridRow:
    cells = []
    for task in result.test.tasks:
        total = result.by_task.get(task.number)
        share = total.share if total else None
        if task.left_out:
            cells.append(GridCell(_("ud"), "muted", note=left_out_words(task), spoken=_("taget ud")))
        elif share is None:
            cells.append(GridCell("–", "muted"))
        else:
            look = SHARE_LOOKS[zone_of(share, cuts)]
            cells.append(GridCell(percent(share, cuts), look, key=f"class/{task.number}"))
    share = result.total.share if result.total else None
    cells.append(GridCell(percent(share) if share is not None else "–", "strong"))
    if earlier:
        cells.append(GridCell("", "plain"))
    whole = _("Hele klassen") if result.test.hold is None else _("Klassens elever")
    return GridRow(GridCell(whole), tuple(cells), kind="summary")


def _pupil_row(line: PupilLine, tasks: Sequence[Task], earlier: Earlier, cuts: CutScores) -> GridRow:
    cells = [_answer_cell(line, task, line.answers.get(task.number), cuts) for task in tasks]
    said = conditions_said(line.conditions)
    if line.total and line.outside:
        cells.append(GridCell(_("anden prøve"), "muted", note=f"{_points(line.total)}, {said}"))
    elif line.total:
        cells.append(GridCell(f"{number(line.total.points)}/{number(line.total.max_points)}", "strong"))
    else:
        cells.append(GridCell(why_missing(line.missing), "strong"))
    if earlier:
        cells.append(_earlier_cell(earlier.get(line.pupil.pupil_id)))
    return GridRow(pupil_cell(line.pupil, said), tuple(cells))


def _points(total: Sum) -> str:
    return _("{points} af {max} point").format(points=number(total.points), max=number(total.max_points))


def _earlier_cell(before: tuple[Test, float] | None) -> GridCell:
    if before is None:
        return GridCell("–", "muted")
    test, share = before
    return GridCell(percent(share), "muted", note=f"{test.title}, {danish_date(test.taken_on)}")


def _answer_cell(line: PupilLine, task: Task, answer: Answer | None, cuts: CutScores) -> GridCell:
    if answer is None:
        return GridCell("–", "missing", note=_("{name} står ikke i arket").format(name=line.pupil.name))
    key = f"answer/{line.pupil.pupil_id}/{task.number}"
    if answer.points is None:
        return GridCell("–", "missing", key=key, note=why_missing(answer.missing), spoken=_("mangler"))
    note = _("{name}, opgave {label}: {points} af {max} point").format(
        name=line.pupil.name, label=task.label, points=number(answer.points), max=number(task.max_points)
    )
    note += f" ({unknown_maximum()})" if task.observed else ""
    if task.left_out:
        note += "\n" + left_out_words(task)
        return GridCell(number(answer.points), "struck", key=key, note=note)
    zone = answer_zone(answer.points, task.max_points, cuts)
    return GridCell(number(answer.points), ZONE_LOOKS[zone] if zone else "mark", key=key, note=note)
