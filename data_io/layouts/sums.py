"""Columns that a sheet works out from its tasks, proven by arithmetic: bare totals, and sums of parts."""

import re
from collections.abc import Mapping, Sequence

from data_io.layouts.block import Block
from data_io.layouts.heading_level import Level
from data_io.layouts.values import read_cell
from data_io.layouts.view import View

_LETTER = re.compile(r"[.)]?\s?[a-zæøå]\)?$", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_ROUNDED = 0.051
_PART = re.compile(r"[.)]?\s?[a-zæøå]\)?", re.IGNORECASE)


def sum_columns(view: View, block: Block, columns: Sequence[int], levels: Mapping[str, Level]) -> list[int]:
    """Columns without a task label in which every pupil's number is the sum of the tasks before it, and
    columns such as 1 whose numbers are those of 1a and 1b together."""
    label_level = levels.get("task") or levels.get("signalord")
    labels = label_level.own if label_level else {}
    # Only what is left of a label without its letter can be the whole of parts.
    wholes = {_LETTER.sub("", label) for label in labels.values() if label[-1:] not in _DIGITS}
    found: list[int] = []
    for i, column in enumerate(columns):
        if labels.get(column):
            whole = labels[column]
            if whole not in wholes:
                continue
            parts = [c for c in columns if c != column and _is_part(labels.get(c, ""), whole)]
            if len(parts) > 1 and _adds_up(view, block, column, parts):
                found.append(column)
        elif i > 1 and not _is_lettered(view, block, column) and _adds_up(view, block, column, columns[:i]):
            found.append(column)
    return found


def _is_lettered(view: View, block: Block, column: int) -> bool:
    """True under the letter of a part in some heading row: such a column is a task itself."""
    above = (view.at(row, column) for row in range(block.first_row))
    return any(isinstance(v, str) and len(v) == 1 and v.isalpha() for v in above)


def is_total_of(view: View, block: Block, column: int, parts: Sequence[int]) -> bool:
    """True when every number in a column is the sum or the mean of that pupil's numbers in the others."""
    proven = 0
    for row in block.pupil_rows:
        total = read_cell(view.at(row, column)).number
        numbers = [n for c in parts if (n := read_cell(view.at(row, c)).number) is not None]
        if total is None or not numbers:
            continue
        if min(abs(total - sum(numbers)), abs(total - sum(numbers) / len(numbers))) > _ROUNDED:
            return False
        proven += 1
    return proven > 1


def _is_part(label: str, whole: str) -> bool:
    return label.startswith(whole) and _PART.fullmatch(label[len(whole) :]) is not None


def _adds_up(view: View, block: Block, column: int, parts: Sequence[int]) -> bool:
    """True when every pupil who has a number in the column has the sum of the parts, and they differ."""
    sums = []
    for row in block.pupil_rows:
        total = read_cell(view.at(row, column)).number
        if total is not None:
            numbers = [n for c in parts if (n := read_cell(view.at(row, c)).number) is not None]
            if sum(numbers) != total:
                return False
            sums.append(total)
    return len(sums) > 1
