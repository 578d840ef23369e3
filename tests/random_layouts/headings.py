"""The heading rows over the columns: tags merged, written once or repeated, and rows that mean nothing."""

import datetime
from collections.abc import Sequence
from random import Random

from tests.random_layouts.columns import Column
from tests.random_layouts.grid import Grid, Value
from tests.random_layouts.labels import with_maximum
from tests.random_layouts.layout import Layout
from tests.random_layouts.results import Results

ROW_LABELS = {
    "fagomraade": ("Fagområde", "Fagligt område", "Emne", "Område"),
    "signalord": ("Signalord", "Spørgeord"),
    "task": ("Opgave", "Opgave nr.", "Opg.", "Opgavenummer"),
    "test": ("Prøve", "Test"),
    "part": ("Delopgave", "Delspørgsmål"),
}


def row_label(random: Random, layout: Layout, kind: str) -> str:
    """What stands left of a heading row."""
    if kind == "max":
        return layout.maximum_label
    label = random.choice(ROW_LABELS.get(kind, (kind,)))
    return random.choice((label, label, label, f"{label}:", label.upper()))


def write_heading(
    grid: Grid,
    row: int,
    kind: str,
    columns: Sequence[Column],
    results: Results,
    layout: Layout,
    random: Random,
) -> None:
    """One heading row over the columns of a table; `grid` counts from the first of them."""
    if kind == "task" and layout.label_style == "two_rows":
        _write_two_rows(grid, row, columns, layout)
    elif kind == "task":
        for column in columns:
            grid.put(row, column.place, _task_heading(column, layout, results))
    elif kind == "part":
        for column in columns:
            grid.put(row, column.place, (_tag(column, results, "label") or "")[-1:] or None)
    elif kind == "max":
        write_maxima(grid, row, columns)
    elif kind == "signalord":
        for column in columns:
            grid.put(row, column.place, _tag(column, results, "signalord"))
    else:
        said = _said(random, kind, columns, results)
        style = "repeated" if kind == "Side" else layout.tags
        wide = columns if kind == "test" else [c for c in columns if c.task is not None]
        _write_tags(grid, row, wide, said, style)


def _write_two_rows(grid: Grid, row: int, columns: Sequence[Column], layout: Layout) -> None:
    """The task's number over all its parts, and the headings of what are no tasks."""
    tasks = [c for c in columns if c.task is not None]
    _write_tags(grid, row, tasks, [c.heading for c in tasks], layout.tags)
    for column in columns:
        if column.task is None:
            grid.put(row, column.place, column.heading)


def write_maxima(grid: Grid, row: int, columns: Sequence[Column]) -> None:
    """The maximum of every task and of the sums of them."""
    for column in columns:
        grid.put(row, column.place, column.maximum)


def _task_heading(column: Column, layout: Layout, results: Results) -> Value:
    if column.task is None or layout.maxima != "in_label" or layout.answers == "total":
        return column.heading
    task = results[column.test].tasks[column.task]
    return with_maximum(layout.maximum_form, str(task.label), task.maximum)


def _tag(column: Column, results: Results, part: str) -> str | None:
    if column.task is None:
        return None
    found: str | None = getattr(results[column.test].tasks[column.task], part)
    return found


def _said(random: Random, kind: str, columns: Sequence[Column], results: Results) -> list[Value]:
    """What a row says of each column."""
    if kind == "test":
        return [results[c.test].title for c in columns]
    tasks = [c for c in columns if c.task is not None]
    if kind == "fagomraade":
        return [_tag(c, results, kind) for c in tasks]
    days = [datetime.date(2026, 1 + i % 5, 4 + 3 * i) for i in range(8)]
    each: dict[str, Sequence[Value]] = {
        "Sværhedsgrad": ("let", "middel", "svær"),
        "Type": ("MC", "åben", "graf"),
        "Hjælpemidler": ("med", "uden"),
    }
    each_test: dict[str, Sequence[Value]] = {
        "Lærer": ("LN", "MK", "AB"),
        "Dato": days,
        "Rettet af": ("LN", "MK", "AB"),
    }
    if kind in each:
        return [random.choice(each[kind]) for _ in tasks]
    if kind in each_test:
        per_test = {c.test: random.choice(each_test[kind]) for c in tasks}
        return [per_test[c.test] for c in tasks]
    first = random.randrange(2, 9)
    if kind == "Kapitel":
        return [f"Kap. {first + (c.task or 0) // 4}" for c in tasks]
    return [float(first + (c.task or 0) // 3) for c in tasks]


def _write_tags(grid: Grid, row: int, columns: Sequence[Column], said: list[Value], style: str) -> None:
    """Equal neighbours of one test merged, written once, or repeated."""
    start = 0
    for i, column in enumerate(columns):
        last = i + 1 == len(columns) or said[i + 1] != said[i] or columns[i + 1].test != column.test
        if style == "repeated" or i == start:
            grid.put(row, column.place, said[i])
        if last:
            if style == "merged" and said[i] is not None:
                grid.merge(row, columns[start].place, row, column.place)
            start = i + 1
