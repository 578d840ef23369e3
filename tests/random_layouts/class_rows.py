"""What the rows around the pupils say of a whole class: averages, sums, the right answers."""

from collections.abc import Callable, Sequence
from statistics import fmean

from tests.random_layouts.columns import Column
from tests.random_layouts.grid import Value
from tests.random_layouts.results import Results

_UNCOUNTED = ("Karakter", "Bemærkninger", "Placering", "copy", "areas")


def _mean(numbers: Sequence[float]) -> float:
    return round(fmean(numbers), 2)


_STATISTICS: dict[str, Callable[[list[float]], float]] = {
    "Min": min,
    "Max": max,
    "I alt": sum,
    "Antal besvarelser": lambda numbers: float(len(numbers)),
    "Drenge": lambda numbers: _mean(numbers[::2]),
    "Piger": lambda numbers: _mean(numbers[1::2] or numbers),
}


def statistic(name: str, column: Column, results: Results) -> Value:
    """The statistic of a column, over those who have a number there."""
    said = [_number(column, results, p) for p in range(len(results[column.test].pupils))]
    numbers = [v for v in said if isinstance(v, float)]
    if not numbers or column.kind in _UNCOUNTED:
        return None
    if name == "Løsningsprocent":
        return round(fmean(numbers) / column.maximum, 3) if column.maximum else None
    return _STATISTICS.get(name, _mean)(numbers)


def _number(column: Column, results: Results, pupil: int) -> Value:
    if column.task is not None:
        return results[column.test].answers[pupil][column.task].value
    return column.cell(pupil)


def right_letter(column: Column, results: Results) -> Value:
    """The letter of the key at a task."""
    return None if column.task is None else results[column.test].key[column.task]


def summary_of(columns: Sequence[Column], results: Results) -> list[list[Value]]:
    """A small table of fagområder with the share of points the class got."""
    areas: dict[str, list[float]] = {}
    for column in columns:
        if column.task is None:
            continue
        area, mean = results[column.test].tasks[column.task].fagomraade, statistic("", column, results)
        if area and isinstance(mean, float) and column.maximum:
            areas.setdefault(area, []).append(mean / column.maximum)
    return [[area, round(fmean(shares), 2)] for area, shares in areas.items()]
