"""What a sheet's reading must be, and the first place where it is not."""

import re
from collections.abc import Sequence

from data_io.layouts.reading import FileReading, PupilRow, SheetReading, TaskColumn
from data_io.layouts.words import clean
from tests.random_layouts.layout import Layout
from tests.random_layouts.pages import CLASS_SHEET
from tests.random_layouts.people import Pupil
from tests.random_layouts.results import Results, Task, Test


def difference(layout: Layout, results: Results, reading: FileReading) -> str | None:
    """One sentence on what was read otherwise than it was written; None where everything is equal."""
    seen = [s for s in reading.sheets if not s.hidden and s.kind != "unknown"]
    seen = [s for s in seen if s.sheet != CLASS_SHEET]
    other = next((s for s in seen if s.kind != "test"), None)
    if other is not None:
        return f"sheet {other.sheet} was read as {other.kind} and not as a test"
    if len(seen) != len(results):
        return f"{len(results)} tests were written and {len(seen)} read"
    order = [s.sheet for s in reading.sheets]
    seen.sort(key=lambda s: (order.index(s.sheet), *_corner(s, layout)))
    for number, (test, sheet) in enumerate(zip(results, seen, strict=True), start=1):
        found = _of_test(layout, test, sheet)
        if found:
            return f"test {number}: {found}"
    return None


def _corner(sheet: SheetReading, layout: Layout) -> tuple[int, int]:
    row = min((p.row for p in sheet.pupils), default=0)
    column = min((t.column for t in sheet.tasks), default=0)
    return (row, column) if layout.arrangement == "under" else (column, row)


def _of_test(layout: Layout, test: Test, sheet: SheetReading) -> str | None:
    return (
        _of_title(layout, test, sheet)
        or _of_tasks(layout, test.tasks, sheet.tasks)
        or _of_pupils(layout, test, sheet)
        or _of_answers(test, sheet)
    )


def _of_title(layout: Layout, test: Test, sheet: SheetReading) -> str | None:
    """Tests side by side are told apart by their names alone, so the name has to be right."""
    said = f"{sheet.title} {sheet.part}"
    if layout.arrangement == "beside" and test.title.split()[-1] not in said:
        return f"the test {test.title!r} was read as {sheet.part or sheet.title!r}"
    return None


def _of_tasks(layout: Layout, tasks: Sequence[Task], read: Sequence[TaskColumn]) -> str | None:
    if len(tasks) != len(read):
        labels = ", ".join(t.label for t in read)
        return f"{len(tasks)} tasks were written and {len(read)} read ({labels})"
    for number, (task, column) in enumerate(zip(tasks, read, strict=True), start=1):
        same = task.label is None or layout.answers == "total" or _is_called(column.label, task.label, layout)
        if not same:
            return f"task {number} is called {task.label!r} and was read as {column.label!r}"
        for part in ("fagomraade", "signalord"):
            written = getattr(task, part)
            wanted, got = clean(written) if written else None, getattr(column, part)
            if wanted != got:
                return f"task {number} ({task.label}) has {part} {wanted!r} and was read with {got!r}"
        maximum = None if layout.maxima == "nowhere" else task.maximum
        # A right letter is one point whether the reading says so or not.
        if maximum != column.max_points and not (layout.answers == "letters" and column.max_points == 1):
            return (
                f"task {number} ({task.label}) gives at most {maximum} and was read with {column.max_points}"
            )
    return None


def _is_called(read: str, written: str, layout: Layout) -> bool:
    """Where numbers repeat or stand in two rows, a longer or shorter name for the task is its own too."""
    if layout.label_style == "restart":
        return read.endswith(written)
    if layout.label_style == "two_rows":
        return written.endswith(re.sub(r"\W", "", read.rsplit(" ", maxsplit=1)[-1]).lower()) and bool(read)
    return read == written


def _of_pupils(layout: Layout, test: Test, sheet: SheetReading) -> str | None:
    called = {p.label for p in sheet.pupils}
    # A pupil with nothing but blanks may be listed or not: it says the same.
    wanted = [p for p, row in _rows(test) if row or p.called in called]
    if len(wanted) != len(sheet.pupils):
        names = [p.called for p in wanted]
        more = [p.label for p in sheet.pupils if p.label not in names]
        fewer = [name for name in names if name not in called]
        counts = f"{len(wanted)} pupils were written and {len(sheet.pupils)} read"
        return f"{counts} (too many: {more}, lost: {fewer})"
    for pupil, row in zip(wanted, sheet.pupils, strict=True):
        found = _of_pupil(layout, pupil, row)
        if found:
            return found
    return None


def _of_pupil(layout: Layout, pupil: Pupil, row: PupilRow) -> str | None:
    if row.label != pupil.called:
        return f"pupil {pupil.called!r} was read as {row.label!r}"
    if "login" in layout.identity and row.unilogin != pupil.login:
        return f"pupil {pupil.called!r} has the login {pupil.login} and was read with {row.unilogin}"
    if "klasse" in layout.identity and row.klasse != pupil.klasse:
        return f"pupil {pupil.called!r} is in {pupil.klasse} and was read as in {row.klasse}"
    return None


def _rows(test: Test) -> list[tuple[Pupil, bool]]:
    """Every pupil, and whether anything stands in their cells."""
    return [
        (p, any(a.written is not None for a in row)) for p, row in zip(test.pupils, test.answers, strict=True)
    ]


def _of_answers(test: Test, sheet: SheetReading) -> str | None:
    read = {(sheet.pupils[r.pupil].label, r.column): (r.value, r.missing) for r in sheet.results}
    listed = {p.label for p in sheet.pupils}
    for pupil, row in zip(test.pupils, test.answers, strict=True):
        for number, answer in enumerate(row):
            got = read.get((pupil.called, number), (None, None))
            if pupil.called in listed and got != (answer.value, answer.missing):
                where = f"{pupil.called} at task {test.tasks[number].label}"
                return f"{where} is {_said(answer.value, answer.missing)} and was read as {_said(*got)}"
    return None


def _said(value: float | None, missing: str | None) -> str:
    return missing or "nothing" if value is None else f"{value:g}"
