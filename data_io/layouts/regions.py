"""Takes a sheet apart where it holds several tables: side by side, or under one another."""

from collections.abc import Sequence
from itertools import pairwise

from data_io.layouts.context import klasse_name
from data_io.layouts.heading_roles import role_by_label
from data_io.layouts.labels import is_max
from data_io.layouts.lists import label_column, runs_of
from data_io.layouts.parsed import Parsed, parsed_of
from data_io.layouts.task_headings import ROLES
from data_io.layouts.values import danish_number, label_text
from data_io.layouts.view import View, pick
from data_io.layouts.who import part_above, said_of_pupils
from data_io.layouts.words import (
    clean,
    fold,
    is_about_pupils,
    is_beside,
    is_heading,
    is_statistic,
    is_task_like,
)

_FEWEST_PUPILS = 2
# Between a name and the first result stand at most a login, a class and a gap.
_NEAR = 4


def side_by_side(view: View) -> list[View]:
    """The tables that stand beside one another, each with a list of pupils of its own.

    A list of names that only repeats the first one is no new table: it is left out.
    """
    parsed = parsed_of(view)
    first = label_column(parsed)
    if first is None:
        return [view]
    first = next((c for c in range(first) if _is_before(parsed, c, first)), first)
    starts, copies = [0], []
    names = _names(parsed, first)
    for column in range(first + 2, parsed.sheet_width):
        if parsed.is_numbered(first) and _same_numbers(parsed, first, column):
            parsed.take_numbers_for_names(column)
        elif column not in view.text_columns or not parsed.has_texts(column, _FEWEST_PUPILS):
            continue
        if not _starts_a_table(parsed, first, column):
            continue
        if _names(parsed, column) == names and _is_copy(parsed, column):
            copies.append(column)
        elif not starts[1:] or _values_between(parsed, starts[-1], column):
            starts.append(_with_number(parsed, column))
            first = column
    ends = [*starts[1:], parsed.sheet_width]
    ranges = zip(starts, ends, strict=True)
    return [pick(view, columns=[c for c in range(start, end) if c not in copies]) for start, end in ranges]


def _is_before(parsed: Parsed, column: int, longest: int) -> bool:
    """True for a column of names with a table of its own, left of the longest list of the sheet."""
    if column not in parsed.sheet.text_columns:
        return False
    named = [r for r in _names(parsed, column) if parsed.has_values(r, column)]
    return len(named) >= _FEWEST_PUPILS and _starts_a_table(parsed, column, longest)


def _same_numbers(parsed: Parsed, first: int, column: int) -> bool:
    """True for a column of the numbers pupils are known by, by its heading or as the same again."""
    rows = [r for r in _names(parsed, first) if parsed.cell(r, first).number is not None]
    above = [v for r in range(rows[0]) if isinstance(v := parsed.sheet.at(r, column), str)] if rows else []
    if any(said_of_pupils(v) == "unilogin" for v in above):
        return parsed.cell(rows[0], column).number is not None
    return (
        bool(above)
        and is_heading(above[-1])
        and all(parsed.cell(r, column).number == parsed.cell(r, first).number for r in rows)
    )


def _names(parsed: Parsed, column: int) -> dict[int, str]:
    return {r: label for r in range(len(parsed)) if (label := parsed.label(r, column))}


def _starts_a_table(parsed: Parsed, before: int, column: int) -> bool:
    """True for a column of names with results at its right, right of other results and set apart."""
    rows = [
        r
        for r in _names(parsed, column)
        if any(parsed.cell(r, c).is_value for c in range(column + 1, column + 1 + _NEAR))
    ]
    again = [r for r in _names(parsed, column) if parsed.label(r, column) == parsed.label(r, before)]
    # One pupil with answers is enough among the same names once more: the others were not there.
    rows = again if len(rows) == 1 and rows[0] in again else rows
    beside = range(rows[0], rows[-1] + 1) if rows else range(0)
    if len(rows) < _FEWEST_PUPILS or not _values_between(parsed, before, column, beside):
        return False
    named = part_above(parsed.sheet, rows[0], column) is not None
    left = column - 2 if _counts_up(parsed, rows, column - 1) else column - 1
    apart = all(parsed.cell(r, left).missing == "empty" for r in range(len(parsed)))
    heading = _heading_over(parsed.sheet, rows[0], column)
    of_tasks = role_by_label(heading) in ROLES or is_beside(heading)
    return named or (apart and (not heading or of_tasks or all(r in again for r in rows)))


def _counts_up(parsed: Parsed, rows: Sequence[int], column: int) -> bool:
    """True for a column that numbers the rows of a list from 1, under no heading of tasks."""
    said = [(r, n) for r in rows if (n := parsed.cell(r, column).number) is not None]
    if len(said) < max(len(rows), _FEWEST_PUPILS) or said[0][1] != 1:
        return False
    steps = all(0 < after - n <= below - r for (r, n), (below, after) in pairwise(said))
    return steps and not is_task_like(_heading_over(parsed.sheet, rows[0], column))


def _values_between(parsed: Parsed, left: int, right: int, beside: range | None = None) -> bool:
    """True where some column between two holds results of at least two rows, or of two among some."""
    rows = range(len(parsed)) if beside is None else beside
    return any(
        sum(parsed.cell(r, c).is_value for r in rows) >= _FEWEST_PUPILS for c in range(left + 1, right)
    )


def _heading_over(view: View, row: int, column: int) -> str:
    """The nearest text above that can head a column: no statistic, no key, not the 5 of "Maks: 5"."""
    above = (label_text(view.at(r, column)) for r in range(row - 1, -1, -1))
    return next((v for v in above if v and not _heads_no_list(v)), "")


def _heads_no_list(text: str) -> bool:
    said = danish_number(text) is not None or (is_statistic(text) and not is_heading(text))
    return said or role_by_label(text) == "key"


def _is_copy(parsed: Parsed, column: int) -> bool:
    """True for names that are only repeated: no gap before them, and no headings of a table of their own."""
    rows = range(len(parsed))
    start = _with_number(parsed, column)
    before = range(max(start - 2, 0), start)
    apart = any(all(parsed.cell(r, c).missing == "empty" for r in rows) for c in before)
    first = next(r for r in rows if parsed.label(r, column))
    headings = [v for r in range(first) if isinstance(v := parsed.sheet.at(r, column), str)]
    return not apart and len(headings) < 2


def _with_number(parsed: Parsed, column: int) -> int:
    """The first column of a table: that of the names, or of the number, class or login left of them."""
    rows = list(_names(parsed, column))
    while column > 0:
        above = [v for r in range(rows[0]) if isinstance(v := parsed.sheet.at(r, column - 1), str)]
        named = part_above(parsed.sheet, rows[0], column - 1) is not None
        told = named or any(is_heading(v) and is_about_pupils(v) for v in above)
        if not told and not _counts_up(parsed, [r for r in rows if parsed.has_values(r, column)], column - 1):
            return column
        column -= 1
    return column


def under_one_another(view: View) -> list[View]:
    """The tables that stand under one another; one without headings of its own has those above it."""
    parsed = parsed_of(view)
    label = label_column(parsed)
    if label is None:
        return [view]
    runs = runs_of(parsed, label)
    if len(runs) < 2:
        return [view]
    first_headings = _headings(parsed, range(runs[0][0]), label)
    spans: list[tuple[list[int], int]] = [([], 0)]
    for before, run in pairwise(runs):
        between = range(before[-1] + 1, run[0])
        own = _headings(parsed, between, label)
        if own:
            spans.append(([], _begin(parsed, before[-1], own[0], label)))
        elif _klasse_alone(view, between) is not None:
            inherited = spans[-1][0] or _above(spans[-1][1], runs, first_headings)
            spans.append((inherited, _klasse_alone(view, between) or between[0]))
    return _cut(view, spans)


def _above(begin: int, runs: Sequence[Sequence[int]], first: Sequence[int]) -> list[int]:
    """The heading rows of the table that begins at a row."""
    if begin == 0:
        return list(first)
    pupils = next(run[0] for run in runs if run[0] >= begin)
    return list(range(begin, pupils))


def _cut(view: View, spans: Sequence[tuple[list[int], int]]) -> list[View]:
    ends = [begin for _inherited, begin in spans[1:]] + [len(view.rows)]
    return [
        pick(view, rows=[*inherited, *range(begin, end)])
        for (inherited, begin), end in zip(spans, ends, strict=True)
    ]


def _headings(parsed: Parsed, rows: Sequence[int], label: int) -> list[int]:
    """The rows that head a table: several cells right of the names, and no statistic of the pupils above."""
    return [r for r in rows if _is_headings(parsed, r, label)]


def _is_headings(parsed: Parsed, row: int, label: int) -> bool:
    cells = [cell for cell in parsed.row(row, label + 1) if cell.missing != "empty"]
    said = label_text(parsed.sheet.at(row, label))
    if len(cells) < 2 or is_max(said) or (is_statistic(said) and not is_heading(said)):
        return False
    texts = sum(cell.text is not None for cell in cells)
    return texts * 2 >= len(cells) or is_heading(said)


def _begin(parsed: Parsed, after: int, heading: int, label: int) -> int:
    """The first row of a table: what stands right on top of its headings, and titles further up.

    Statistics of the table above do not belong to it; a row of maxima does, unless it touches that table.
    """
    row = heading
    while row - 1 > after and _said(parsed, row - 1) and not _is_statistic_row(parsed, row - 1, label):
        row -= 1
    while row - 1 == after and row < heading and _is_max_row(parsed, row, label):
        row += 1
    first = row
    while row - 1 > after and not _is_statistic_row(parsed, row - 1, label):
        numbers = any(cell.number is not None for cell in parsed.row(row - 1))
        own = _is_max_row(parsed, row - 1, label) and not _ends_table(parsed, row - 2, after, label)
        if numbers and not own:
            break
        row -= 1
        first = row if _said(parsed, row) else first
    return first


def _ends_table(parsed: Parsed, row: int, last: int, label: int) -> bool:
    """True for the last pupil, a line left empty below, or a statistic: what touches it is that table's."""
    numbered = any(cell.number is not None for cell in parsed.row(row))
    return row == last or numbered or _is_statistic_row(parsed, row, label)


def _said(parsed: Parsed, row: int) -> bool:
    return any(cell.missing != "empty" for cell in parsed.row(row))


def _is_max_row(parsed: Parsed, row: int, label: int) -> bool:
    return any(is_max(v) for v in parsed.sheet.rows[row][: label + 1])


def _is_statistic_row(parsed: Parsed, row: int, label: int) -> bool:
    said = [v for v in parsed.sheet.rows[row][: label + 1] if isinstance(v, str)]
    return any(is_statistic(v) and not is_max(v) and not is_heading(v) for v in said)


def _klasse_alone(view: View, rows: Sequence[int]) -> int | None:
    """The row that holds nothing but a class, as "7.B" between two lists under the same headings."""
    for row in rows:
        said = [v for v in view.rows[row] if v is not None]
        if len(said) == 1 and isinstance(said[0], str) and klasse_name(_bare(said[0])) is not None:
            return row
    return None


def _bare(text: str) -> str:
    words = [w for w in clean(text).split() if fold(w) not in ("klasse", "klassen")]
    return " ".join(words)
