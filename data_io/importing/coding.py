"""How a sheet describes the tasks of a test the school has: tags and maxima, and points that break them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from data_io.layouts.reading import Problem, SheetReading, TaskColumn
from data_io.layouts.values import danish
from data_io.layouts.words import fold
from data_io.workbook.cells import cell_name


@dataclass(frozen=True)
class KnownTask:
    """A task as the school has it."""

    label: str
    fagomraade: str | None
    signalord: str | None
    max_points: float | None


def codes_differ(known: Sequence[KnownTask], reading: SheetReading) -> Problem | None:
    """The question where tags or maxima differ from the test's: never two truths."""
    differing = [
        (new, said) for old, new in zip(known, reading.tasks, strict=True) if (said := _difference(old, new))
    ]
    if not differing:
        return None
    task, said = differing[0]
    text = ngettext(
        "Opgave {label}: {said}. Hvad gælder?",
        "Opgave {label}: {said}. I alt {n} opgaver er beskrevet anderledes end før. Hvad gælder?",
        len(differing),
    )
    return Problem(
        cell_name(task.row, task.column),
        "question",
        "codes_differ",
        text.format(label=task.label, said=said, n=len(differing)),
        options=(("keep", _("Det, prøven har i forvejen")), ("recode", _("Det, der står i arket"))),
    )


def _difference(old: KnownTask, new: TaskColumn) -> str | None:
    """How a sheet describes a task differently; what the sheet leaves out is no difference."""
    for before, now, name in (
        (old.fagomraade, new.fagomraade, _("fagområdet")),
        (old.signalord, new.signalord, _("signalordet")),
    ):
        if now and fold(before or "") != fold(now):
            return _("{name} var {before}, arket siger {now}").format(
                name=name, before=before or "-", now=now
            )
    if new.max_points is not None and old.max_points != new.max_points:
        before_max = danish(old.max_points) if old.max_points is not None else "-"
        return _("maksimum var {before}, arket siger {now}").format(
            before=before_max, now=danish(new.max_points)
        )
    return None


def above_maximum(known: Sequence[KnownTask], reading: SheetReading, *, recode: bool) -> list[Problem]:
    """An error for every result above the maximum its test has, where the sheet prints another or none."""
    maxima = [
        new.max_points if recode and new.max_points is not None else old.max_points
        for old, new in zip(known, reading.tasks, strict=True)
    ]
    text = _(
        "{cell}: {found} point, men opgave {task} giver højst {max} i prøven. Ret pointene eller maksimum."
    )
    problems = []
    for result in reading.results:
        maximum, task = maxima[result.column], reading.tasks[result.column]
        if result.value is None or maximum is None or result.value <= maximum:
            continue
        place = cell_name(result.row, result.sheet_column)
        message = text.format(cell=place, found=danish(result.value), task=task.label, max=danish(maximum))
        problems.append(Problem(place, "error", "above_maximum", message))
    said = {p.cell for p in reading.problems if p.code == "above_maximum"}
    return [p for p in problems if p.cell not in said]


def below_what_was_given(reading: SheetReading, highest: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """An error for every new maximum that is lower than points another class has been given."""
    text = _("Opgave {task}: i {klasse} er der givet {found} point, så maksimum kan ikke være {max}.")
    problems = []
    for row in highest:
        task = reading.tasks[row["task_no"] - 1]
        if task.max_points is not None and row["highest"] > task.max_points:
            found, maximum = danish(row["highest"]), danish(task.max_points)
            message = text.format(task=task.label, klasse=row["klasse"], found=found, max=maximum)
            problems.append(Problem(cell_name(task.row, task.column), "error", "recode_below", message))
    return problems
