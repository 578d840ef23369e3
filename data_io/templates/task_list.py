"""The tasks of a test template as a person writes them: on the command line, or in a small table."""

import csv
from collections.abc import Iterable, Sequence
from gettext import gettext as _
from math import isfinite
from pathlib import Path

from data_io.errors import KlasseblikError
from data_io.layouts.words import clean, fold
from data_io.templates.model import TemplateTask, tasks_for
from data_io.workbook.cells import Value
from data_io.workbook.reader import read_workbook

MOST_TASKS = 120
_HEADINGS = frozenset({"opgave", "opgave nr", "opg", "nr", "fagområde", "fagligt område", "signalord"})


def tasks_from_texts(texts: Iterable[str]) -> list[TemplateTask]:
    """Tasks written "1.1,Algebra,Vis,3"; semicolons where a maximum has decimals: "1.1;Algebra;Vis;2,5".

    Raises:
        KlasseblikError: a text is no task, or two have the same number.
    """
    return _checked([_task(_cut(text), text) for text in texts])


def tasks_from_areas(texts: Iterable[str]) -> list[TemplateTask]:
    """Tasks numbered 1.1, 1.2, 2.1 … from texts such as "Algebra=3", one for each fagområde.

    Raises:
        KlasseblikError: a text does not say how many.
    """
    areas: dict[str, int] = {}
    for text in texts:
        name, _equals, count = text.rpartition("=")
        if not clean(name) or not count.strip().isdecimal() or not 0 < int(count) <= MOST_TASKS:
            message = _('Fagområdet "{text}" kan ikke læses. Skriv det som "Algebra=3".').format(text=text)
            raise KlasseblikError("area", message)
        areas[clean(name)] = int(count)
    return _checked(tasks_for(areas))


def tasks_from_file(path: Path) -> list[TemplateTask]:
    """Tasks from a csv or a workbook's first sheet: number, fagområde, signalord, maximum; a task a row.

    Raises:
        Refused: the file cannot be read.
        KlasseblikError: a row is no task, or two have the same number.
    """
    rows = [row for row in read_workbook(path).sheets[0].rows if any(value is not None for value in row)]
    if rows and {fold(str(value)) for value in rows[0] if value is not None} & _HEADINGS:
        rows = rows[1:]
    return _checked([_task([_as_text(v) for v in row], " ; ".join(map(_as_text, row))) for row in rows])


def _cut(text: str) -> list[str]:
    delimiter = ";" if ";" in text else ","
    return next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), [])


def _as_text(value: Value) -> str:
    return "" if value is None else str(value)


def _task(said: Sequence[str], text: str) -> TemplateTask:
    label, area, signalord, most, *_more = [*(clean(part) for part in said), "", "", "", ""]
    if not label or not area or (len(said) > 4 and any(clean(part) for part in said[4:])):
        message = _(
            'Opgaven "{text}" kan ikke læses. Skriv opgave, fagområde, signalord og maks. point, '
            'fx "1.1,Algebra,Vis,3".'
        ).format(text=text)
        raise KlasseblikError("task", message)
    return TemplateTask(label, area, signalord or None, _points(most, label) if most else None)


def _points(text: str, label: str) -> float:
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        points = 0.0
    if not points > 0 or not isfinite(points):
        message = _("Opgave {label}: maks. point skal være et tal over 0, men der står {text}.")
        raise KlasseblikError("max_points", message.format(label=label, text=text))
    return points


def _checked(tasks: list[TemplateTask]) -> list[TemplateTask]:
    if not tasks:
        raise KlasseblikError("no_tasks", _("Prøven har ingen opgaver. Angiv mindst én opgave."))
    if len(tasks) > MOST_TASKS:
        raise KlasseblikError("tasks", _("En prøve kan have højst {n} opgaver.").format(n=MOST_TASKS))
    labels = [fold(task.label) for task in tasks]
    twice = next((task.label for task in tasks if labels.count(fold(task.label)) > 1), None)
    if twice:
        message = _("Opgave {label} står to gange. Giv hver opgave sit eget nummer.").format(label=twice)
        raise KlasseblikError("task_twice", message)
    return tasks
