"""The columns right of the pupils: tasks, the sums between them, and what stands to the right."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.random_layouts.grid import Value
from tests.random_layouts.labels import as_cell
from tests.random_layouts.layout import Layout
from tests.random_layouts.results import Results, Test

_REMARKS = ("Meget fin fremgang", "Mangler mellemregninger", "Blev ikke færdig", "Godt arbejde")
_MARKS = (-3.0, "00", "02", 2.0, 4.0, 7.0, 7.0, 10.0, 12.0)


@dataclass(frozen=True)
class Column:
    """One column: what stands over it, in each pupil's row, and in the row of maxima.

    `task` is None where it is none; `summed` are the columns a sum is of, for its formula.
    """

    place: int
    test: int
    task: int | None
    heading: Value
    maximum: float | None
    cell: Callable[[int], Value]
    kind: str
    summed: tuple[int, int] | None = None


def columns_of(random: Random, layout: Layout, results: Results, tests: list[int]) -> list[Column]:
    """All columns of some tests side by side, counted from 0 after the pupils' columns."""
    columns: list[Column] = []
    for t in tests:
        start = columns[-1].place + 1 + layout.gap_between_tests if columns else 0
        tasks = _tasks(random, layout, results[t], t, start)
        columns += [*tasks, *_to_the_right(random, layout, results[t], t, tasks)]
    return columns


def _tasks(random: Random, layout: Layout, test: Test, t: int, start: int) -> list[Column]:
    """The tasks, with sums and empty columns after the groups."""
    columns: list[Column] = []
    place = since = start
    first = 0
    for number, task in enumerate(test.tasks):
        single = layout.answers == "total"
        heading = _single(random, layout, test) if single else as_cell(layout.label_style, task.label)
        columns.append(Column(place, t, number, heading, task.maximum, _answer(test, number), "task"))
        place += 1
        last = number + 1 == len(test.tasks)
        if not _group_ends(test, number):
            continue
        if layout.subtotals and (first or not last):
            top = sum(x.maximum for x in test.tasks[first : number + 1])
            name = random.choice(("Sum", "I alt", "Delsum"))
            cell = _sum(test, first, number + 1)
            columns.append(Column(place, t, None, name, top, cell, "sum", (since, place - 1)))
            place += 1
        place += 0 if last else layout.gap_between_groups
        since, first = place, number + 1
    return columns


def _to_the_right(random: Random, layout: Layout, test: Test, t: int, tasks: list[Column]) -> list[Column]:
    columns = []
    place = tasks[-1].place + 1
    for name in layout.totals:
        if name == "areas":
            columns += _areas(random, test, t, place)
            place += len(columns) and columns[-1].place + 1 - place
            continue
        whole = name == "I alt"
        summed = (tasks[0].place, tasks[-1].place) if whole and not layout.subtotals else None
        cell = _total(random, test, name)
        columns.append(Column(place, t, None, name, test.maximum if whole else None, cell, name, summed))
        place += 1
    if layout.copies:
        name = random.choice(("Kopi", f"Kopi af {test.tasks[0].label}"))
        columns.append(Column(place, t, None, name, None, tasks[0].cell, "copy"))
    return columns


def _areas(random: Random, test: Test, t: int, start: int) -> list[Column]:
    """What a pupil got in each fagområde, said once more to the right."""
    form = random.choice(("Sum {area}", "{area} i alt", "{area} %"))
    areas = list(dict.fromkeys(task.fagomraade for task in test.tasks if task.fagomraade))
    return [
        Column(start + i, t, None, form.format(area=area), None, _in_area(test, area, form), "areas")
        for i, area in enumerate(areas)
    ]


def _in_area(test: Test, area: str, form: str) -> Callable[[int], Value]:
    places = [number for number, task in enumerate(test.tasks) if task.fagomraade == area]
    top = sum(test.tasks[number].maximum for number in places)

    def cell(pupil: int) -> Value:
        values = [v for number in places if (v := test.answers[pupil][number].value) is not None]
        if not values:
            return None
        return float(round(100 * sum(values) / top)) if form.endswith("%") else sum(values)

    return cell


def _single(random: Random, layout: Layout, test: Test) -> str:
    heading = random.choice(("Point", "Point i alt", "Score", "Resultat", "Samlet score"))
    if layout.maxima == "in_label":
        heading += f" (max {test.tasks[0].maximum:g})"
    return heading


def _group_ends(test: Test, number: int) -> bool:
    return number + 1 == len(test.tasks) or test.tasks[number].group != test.tasks[number + 1].group


def _answer(test: Test, task: int) -> Callable[[int], Value]:
    return lambda pupil: test.answers[pupil][task].written


def _sum(test: Test, first: int, end: int) -> Callable[[int], Value]:
    def total(pupil: int) -> Value:
        values = [a.value for a in test.answers[pupil][first:end] if a.value is not None]
        return sum(values) if values else None

    return total


def _total(random: Random, test: Test, name: str) -> Callable[[int], Value]:
    count = len(test.pupils)
    percent = random.choice(("whole", "share", "text"))
    marks = [random.choice(_MARKS) for _ in range(count)]
    remarks = [random.choice(_REMARKS) if random.random() < 0.4 else None for _ in range(count)]
    total = _sum(test, 0, len(test.tasks))

    def cell(pupil: int) -> Value:
        points = total(pupil)
        if not isinstance(points, float):
            return None
        share = points / test.maximum
        percents = {"whole": float(round(100 * share)), "share": round(share, 3)}
        said: dict[str, Value] = {
            "I alt": points,
            "%": percents.get(percent, f"{100 * share:.0f} %"),
            "Karakter": marks[pupil],
            "Gns.": round(points / len(test.tasks), 2),
            "Bemærkninger": remarks[pupil],
            "Placering": float(pupil + 1),
        }
        return said[name]

    return cell
