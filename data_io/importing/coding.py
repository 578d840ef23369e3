"""How a sheet describes the tasks of a test the school has: tags and maxima, and points that break them."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import Any, NamedTuple

from data_io.layouts.reading import Problem, SheetReading, TaskColumn
from data_io.layouts.values import danish
from data_io.layouts.words import fold
from data_io.workbook.cells import cell_name


class KnownTask(NamedTuple):
    """A task as the school has it."""

    label: str
    fagomraade: str | None
    signalord: str | None
    max_points: float | None


def codes_differ(known: Sequence[KnownTask], reading: SheetReading) -> Problem | None:
    """The question where tags or maxima differ from the test's: never two truths."""
    differing = [(old, new) for old, new in zip(known, reading.tasks, strict=True) if _differs(old, new)]
    if not differing:
        return None
    before, task = differing[0]
    said = _difference(before, task)
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


def same_codes(known: Sequence[KnownTask], reading: SheetReading) -> bool:
    """True where a sheet says nothing else of the tasks than the test has."""
    return not any(_differs(old, new) for old, new in zip(known, reading.tasks, strict=True))


def _differs(old: KnownTask, new: TaskColumn) -> bool:
    """True where a sheet describes a task differently; what the sheet leaves out is no difference."""
    other_maximum = new.max_points is not None and old.max_points != new.max_points
    return (
        other_maximum or _is_other(old.fagomraade, new.fagomraade) or _is_other(old.signalord, new.signalord)
    )


def _is_other(before: str | None, now: str | None) -> bool:
    return bool(now) and fold(before or "") != fold(now)


def _difference(old: KnownTask, new: TaskColumn) -> str:
    """How a sheet describes a task differently."""
    for before, now, name in (
        (old.fagomraade, new.fagomraade, _("fagområdet")),
        (old.signalord, new.signalord, _("signalordet")),
    ):
        if _is_other(before, now):
            return _("{name} var {before}, arket siger {now}").format(
                name=name, before=before or "-", now=now
            )
    before_max = danish(old.max_points) if old.max_points is not None else "-"
    return _("maksimum var {before}, arket siger {now}").format(
        before=before_max, now=danish(new.max_points or 0.0)
    )


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
