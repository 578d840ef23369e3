"""Rows that a sheet works out from the pupils above them, proven by arithmetic and not by their label."""

from collections.abc import Mapping, Sequence

_FEWEST_PUPILS = 3
_FEWEST_COLUMNS = 3
_KINDS = ("sum", "mean", "share", "percent")

Numbers = Mapping[int, float]


def is_computed(row: Numbers, pupils: Sequence[Numbers]) -> bool:
    """True when a row is the sum, the average or the share of the rows above in every column it has.

    Only columns in which the pupils differ prove anything, and no row of whole numbers alone is taken
    for an average: a pupil can stand exactly there.
    """
    if len(pupils) < _FEWEST_PUPILS:
        return False
    kinds = set(_KINDS)
    columns = []
    for column, value in row.items():
        numbers = _column(pupils, column)
        if len(set(numbers)) > 1:
            columns.append(column)
            kinds &= _proves(value, numbers)
            if not kinds:  # of nearly every pupil, after a column or two
                return False
    if len(columns) < _FEWEST_COLUMNS or len(columns) * 2 < len(row):
        return False
    if "sum" in kinds:
        return any(row[c] > max(_column(pupils, c)) for c in columns)
    return bool(kinds) and any(row[c] != int(row[c]) for c in columns)


def _column(pupils: Sequence[Numbers], column: int) -> list[float]:
    return [pupil[column] for pupil in pupils if column in pupil]


def _proves(value: float, numbers: Sequence[float]) -> set[str]:
    """What a value can be of the numbers above it; averages are often rounded to one decimal."""
    total, highest = sum(numbers), max(numbers)
    mean = total / len(numbers)
    found = {"sum"} if abs(value - total) < 1e-6 else set()
    if abs(value - mean) <= 0.051:
        found.add("mean")
    if highest > 0 and abs(value - mean / highest) <= 0.0051:
        found.add("share")
    if highest > 0 and abs(value - 100 * mean / highest) <= 0.51:
        found.add("percent")
    return found
