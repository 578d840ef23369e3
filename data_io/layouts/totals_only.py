"""Results without tasks: a total, a percentile or a percentage a pupil is a test with one task."""

from collections.abc import Sequence

from data_io.layouts.block import Block
from data_io.layouts.embedded_maxima import one_embedded_maximum
from data_io.layouts.heading_level import Level
from data_io.layouts.labels import is_max
from data_io.layouts.reading import TaskColumn
from data_io.layouts.values import read_cell
from data_io.layouts.view import View
from data_io.layouts.words import clean, is_statistic, tokens

_POINTS = frozenset(
    "point points pointtal score råscore sum total totalt samlet resultat rigtige pointsum marks "
    "totalpoint".split()
)
_PERCENTILE = frozenset("percentil percentile percentilerank percentilrang fraktil".split())
_PERCENT = frozenset("procent pct % percent løsningsprocent".split())
_TOTALS = frozenset(("i alt", "ialt", "alt"))
_HUNDRED = 100.0


def total_task(view: View, block: Block, levels: Sequence[Level]) -> TaskColumn | None:
    """The one column that is the pupils' result; None where no heading says so, or two say the same."""
    headed = [
        (c, level)
        for c in block.value_columns
        if any(read_cell(view.at(r, c)).is_value for r in block.pupil_rows)
        and (level := _lowest(levels, c) or _alone_above(view, block, c))
    ]
    if any(not _is_sum_of_all(level.own[c]) for c, level in headed):
        return None
    for words, hundred in ((_POINTS, False), (_PERCENTILE, True), (_PERCENT, True)):
        found = [(c, level) for c, level in headed if _says(level.own[c], words)]
        if len(found) == 1:
            column, level = found[0]
            return _task(view, block, column, level, hundred=hundred)
        if found:
            return None
    return None


def _is_sum_of_all(heading: str) -> bool:
    """True for a heading of results as a whole: what else a sheet holds beside them is tasks or areas."""
    label, _maximum = one_embedded_maximum(heading)
    return is_statistic(label) or any(_says(label, words) for words in (_POINTS, _PERCENTILE, _PERCENT))


def _lowest(levels: Sequence[Level], column: int) -> Level | None:
    return next((level for level in reversed(levels) if column in level.own), None)


def _alone_above(view: View, block: Block, column: int) -> Level | None:
    """The text right above a column that no row of headings holds, as a heading that stands by itself."""
    for row in range(block.first_row - 1, -1, -1):
        value = view.at(row, column)
        if isinstance(value, str):
            return Level(row, "", {column: clean(value)})
    return None


def _says(heading: str, words: frozenset[str]) -> bool:
    said = {word for word in tokens(heading) if not word[0].isdigit()}
    if words is _POINTS and (said & (_PERCENT | _PERCENTILE)):
        return False
    return bool(said & words) or (words is _POINTS and " ".join(tokens(heading)) in _TOTALS)


def _task(view: View, block: Block, column: int, level: Level, *, hundred: bool) -> TaskColumn:
    label, maximum = one_embedded_maximum(level.own[column])
    if maximum is None and block.max_row is not None:
        maximum = read_cell(view.at(block.max_row, column)).number
    if maximum is None:
        maximum = _beside(view, block, column)
    if maximum is None and hundred:
        points = [n for r in block.pupil_rows if (n := read_cell(view.at(r, column)).number) is not None]
        maximum = 1.0 if max(points, default=_HUNDRED) <= 1 else _HUNDRED
    return TaskColumn(column, label, max_points=maximum, row=level.row)


def _beside(view: View, block: Block, total: int) -> float | None:
    """The maximum that stands beside every pupil in a column headed so, the same for all."""
    for column in (c for c in range(block.first_value_column, view.width) if c != total):
        headed = any(is_max(view.at(r, column)) for r in range(block.first_row))
        said = {read_cell(view.at(r, column)).number for r in block.pupil_rows} - {None}
        if headed and len(said) == 1:
            return said.pop()
    return None
