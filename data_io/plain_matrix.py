"""A sheet that is a bare matrix: one row of headings, then a pupil a row with a number in every column.

This is what statistics programs write. A sheet is plain when its first row heads every column, every other
row is a pupil, and every column holds either numbers and missing marks, or texts (who the pupil is, or
something else that is said of them). A sheet with a row of maxima, of tags or of totals is not plain: the
layouts read it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_io.layouts.embedded_maxima import embedded_maxima
from data_io.layouts.labels import is_max
from data_io.layouts.values import label_text, read_cell
from data_io.layouts.words import is_statistic
from data_io.workbook.cells import Sheet, Value
from metrics.score_matrix import ScoreMatrix

_WHO = frozenset(
    "pupil pupils id ids name person persons elev elever navn student students subject respondent case "
    "participant login unilogin username brugernavn".split()
)
_BESIDE_ID = frozenset("id nr no number nummer name navn".split())
_SAID_OF_PUPILS = frozenset(
    "klasse class trin årgang skole school gruppe group hold køn gender sex alder age dato date".split()
)
# What earlier analyses left behind the tasks.
_FIGURES = frozenset("score scores mci guttman sato caution cautions alpha theta total sumscore".split())
_DECIMAL = re.compile(r"[-+]?\d+\.\d+(?:[eE][-+]?\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_LOGICAL = {"true": 1.0, "false": 0.0}
_FEWEST_COUNTED = 6


@dataclass(frozen=True)
class PlainMatrix:
    """The matrix, and the headings of the columns that are no tasks and stand outside it."""

    matrix: ScoreMatrix
    left_out: tuple[str, ...]


Column = Sequence[Value]


def plain_matrix(sheet: Sheet) -> PlainMatrix | None:
    """The sheet as a bare matrix, None where it is something else."""
    headings, *rows = [row for row in sheet.rows if any(v is not None for v in row)] or [()]
    width = max(map(len, rows), default=0)
    names = [label_text(headings[c]) if c < len(headings) else "" for c in range(width)]
    columns = [[row[c] if c < len(row) else None for row in rows] for c in range(width)]
    if not rows or not _are_headings(names):
        return None
    who = _who(names, columns)
    if who is not None and any(map(_is_no_pupil, columns[who])):
        return None
    others = [c for c in range(width) if c != who and (names[c] or any(v is not None for v in columns[c]))]
    numeric = [c for c in others if all(map(_is_result, columns[c]))]
    mixed = [c for c in others if c not in numeric and not _is_text(columns[c])]
    tasks = [c for c in numeric if not _is_no_task(names[c])]
    if mixed or not tasks or not all(names[c] for c in tasks):
        return None
    tasks = _without_total(tasks, columns)
    pupils = [str(n) for n in range(1, len(rows) + 1)] if who is None else _labels(columns[who])
    left_out = tuple(names[c] for c in others if c not in tasks and names[c])
    return PlainMatrix(_matrix(pupils, {c: names[c] for c in tasks}, columns), left_out)


def _matrix(pupils: Sequence[str], labels: dict[int, str], columns: Sequence[Column]) -> ScoreMatrix:
    unprinted: dict[int, tuple[str, float | None]] = {c: (label, None) for c, label in labels.items()}
    printed = unprinted | (embedded_maxima(labels) or {})
    points = zip(*([_number(v) for v in columns[c]] for c in labels), strict=True)
    return ScoreMatrix(
        tuple(pupils),
        tuple(printed[c][0] for c in labels),
        tuple(printed[c][1] for c in labels),
        tuple(points),
    )


def _are_headings(names: Sequence[str]) -> bool:
    """True for a first row with a word in it, or numbered from 1; a row of points is a pupil's."""
    numbers = [name for name in names if name]
    numbered = numbers == [str(n) for n in range(1, len(numbers) + 1)]
    return numbered or any(read_cell(name).text is not None for name in numbers)


def _who(names: Sequence[str], columns: Sequence[Column]) -> int | None:
    """The column that says who the pupil is, None where they are numbered by their rows."""
    said = [c for c, name in enumerate(names) if _names_pupils(name)]
    texts = [c for c, column in enumerate(columns) if _is_text(column) and len(set(column)) == len(column)]
    for found in (said, texts):
        if found:
            return found[0]
    first = columns[0] if columns else ()
    numbers = [_number(v) for v in first]
    counted = len(first) >= _FEWEST_COUNTED and numbers == [float(n) for n in range(1, len(first) + 1)]
    return 0 if columns and (counted or not names[0]) else None


def _names_pupils(name: str) -> bool:
    words = _words(name)
    return bool(words & _WHO) and words <= _WHO | _BESIDE_ID and not any(map(str.isdigit, name))


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold().replace("_", " ").replace("-", "")))


def _is_no_task(name: str) -> bool:
    """True for the heading of a total, of an earlier analysis, or of something said of pupils."""
    if any(map(str.isdigit, name)):
        return False
    words = _words(name)
    said = bool(words) and words <= _SAID_OF_PUPILS | _WHO
    return said or bool(words & _FIGURES) or is_statistic(name)


def _is_no_pupil(value: Value) -> bool:
    """True where a row's first cell says that it holds maxima, totals or nothing."""
    return value is None or (isinstance(value, str) and (is_max(value) or is_statistic(value)))


def _labels(column: Column) -> list[str]:
    return [label_text(value) for value in column]


def _number(value: Value) -> float | None:
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return float(value)
    if isinstance(value, str) and value.casefold() in _LOGICAL:
        return _LOGICAL[value.casefold()]
    return read_cell(value).number


def _is_result(value: Value) -> bool:
    return _number(value) is not None or read_cell(value).missing is not None


def _is_text(column: Column) -> bool:
    """True for a column of words: most of what stands in it is no result, or nothing in it is a number."""
    said = [value for value in column if value is not None]
    words = sum(not _is_result(value) for value in said)
    return words * 2 > len(said) or (words > 0 and all(_number(value) is None for value in said))


def _without_total(tasks: list[int], columns: Sequence[Column]) -> list[int]:
    """The tasks without a last column in which every pupil has the sum of all the others."""
    *parts, last = tasks
    rows = [[_number(columns[c][i]) or 0.0 for c in tasks] for i in range(len(columns[last]))]
    highest = max((points for row in rows for points in row[:-1]), default=0.0)
    is_total = (
        len(parts) > 2
        and len(rows) > 2
        and max(row[-1] for row in rows) > highest
        and all(abs(sum(row[:-1]) - row[-1]) < 1e-6 for row in rows)
    )
    return parts if is_total else tasks
