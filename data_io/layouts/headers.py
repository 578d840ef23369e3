"""The headings above a block, level by level: what stands over each column, and what each level is."""

import datetime
from collections.abc import Iterable, Sequence

from data_io.layouts.block import Block, list_begins
from data_io.layouts.context import date_in, klasse_name, klasser_in, subject_in
from data_io.layouts.heading_level import Level
from data_io.layouts.heading_roles import role_by_label
from data_io.layouts.labels import is_max
from data_io.layouts.one_maximum import one_maximum_in
from data_io.layouts.values import danish_number, label_text
from data_io.layouts.view import View
from data_io.layouts.words import (
    fold,
    is_beside,
    is_heading,
    is_statistic,
    subject_of,
    tokens,
)
from data_io.workbook.cells import Merge, Value

# Labels of lines that tell of the whole sheet: "Klasse: 7.A", "Dato: 14-01-2026".
_CONTEXT_WORDS = frozenset(
    "klasse klassen dato den skoleår fag lærer prøve prøven prøvens titel skole".split()
)
_TEST_WORDS = frozenset("prøve prøven prøvens titel".split())


def levels_above(sheet: View, block: Block, columns: Sequence[int]) -> list[Level]:
    """The heading rows above the pupils, from the top; title rows and empty ones are left out."""
    key = (block.first_row, block.first_value_column, block.other_rows, *columns)
    known = sheet.memo.get(key)
    if not isinstance(known, list):
        known = sheet.memo[key] = _levels_above(sheet, block, columns)
    return known


def _levels_above(sheet: View, block: Block, columns: Sequence[int]) -> list[Level]:
    # The heading of a group may stand over a column that was left out.
    left_out = (c for c in range(block.first_value_column, sheet.width) if sheet.is_left_out(c))
    reached = sorted({*columns, *left_out})
    found = []
    for row in _rows_above(block):
        if sheet.row_roles.get(row) == "title":
            continue
        own = {c: text for c in reached if (text := _text_over(sheet, row, c))}
        level = Level(row, _label(sheet, row, block), own)
        if _says_other_things(sheet, level):
            continue
        heads = row in sheet.row_roles or not (
            _is_title(sheet, level, columns) or (len(own) < 2 and _is_one_maximum(sheet, level, columns[0]))
        )
        if own and heads:
            found.append(level)
    return found


def _is_one_maximum(sheet: View, level: Level, first: int) -> bool:
    """True for a line that says no more than what each task gives; a heading may stand right of that."""
    left = next((c for c, v in enumerate(sheet.rows[level.row][: first - 1]) if is_max(v)), None)
    pair_left = left is not None and sheet.at(level.row, left + 1) is not None
    headed = is_heading(level.label) and not is_max(level.label)
    return not pair_left and not headed and one_maximum_in(sheet, level.row, first) is not None


def title_texts(sheet: View, block: Block, levels: Sequence[Level]) -> list[str]:
    """The texts above the block that are no headings: titles, class, date; a row is one text."""
    rows = {level.row for level in levels}
    lowest = max(rows, default=block.first_row)
    titles = []
    for row in (r for r in _rows_above(block) if r <= lowest or _is_klasse(sheet, r)):
        values = list(dict.fromkeys(v for v in sheet.rows[row] if v is not None))
        if row not in rows and row not in sheet.row_roles and _is_beside_row(sheet, row, block):
            continue
        if row in rows:
            values = [v for v in sheet.rows[row][: block.first_value_column] if v is not None]
            values = [v for v in values if not is_heading(v) and row not in sheet.row_roles]
        texts = [
            day.isoformat() if (day := date_in(v)) and not isinstance(v, str) else str(v) for v in values
        ]
        if texts and not one_maximum_in(sheet, row, block.first_value_column):
            titles.append(" ".join(texts))
    return titles


def _says_other_things(sheet: View, level: Level) -> bool:
    """True for a row that says of the tasks what no reading needs: pages, difficulty, right answers."""
    if level.row in sheet.row_roles:
        return False
    return is_beside(level.label) or role_by_label(level.label) == "key"


def _is_beside_row(sheet: View, row: int, block: Block) -> bool:
    several = sum(v is not None for v in sheet.rows[row][block.first_value_column :]) > 1
    label = _label(sheet, row, block)
    return several and (is_beside(label) or role_by_label(label) == "key")


def _is_klasse(sheet: View, row: int) -> bool:
    """True for a row that holds nothing but a class, just above its pupils."""
    said = [v for v in sheet.rows[row] if v is not None]
    return len(said) == 1 and isinstance(said[0], str) and bool(klasser_in(said[0]))


def _rows_above(block: Block) -> list[int]:
    """The rows above the pupils that are not themselves pupils of another table."""
    return [row for row in range(block.first_row) if row not in block.other_rows]


def _text_over(sheet: View, row: int, column: int) -> str:
    """A heading cell's text; a cell merged downwards speaks on each of its rows."""
    cells = sheet.rows[row]
    value = cells[column] if column < len(cells) else None
    if value is None and not sheet.merges:
        return ""
    if value is None:
        merge = merge_at(sheet, row, column)
        if merge and merge.left == column and merge.top < row:
            value = sheet.at(merge.top, merge.left)
    if isinstance(value, datetime.date):
        # Excel takes a task called 1.2 for the first of February.
        return f"{value.day}.{value.month}"
    return label_text(value)


def merge_at(sheet: View, row: int, column: int) -> Merge | None:
    """The merged range a cell lies in, or None."""
    for merge in sheet.merges:
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
            return merge
    return None


def _label(sheet: View, row: int, block: Block) -> str:
    """What stands left of the values in this row, nearest to them first; over a turned sheet stand titles."""
    first = list_begins(sheet, block) if sheet.turned else 0
    for column in range(block.first_value_column - 1, first - 1, -1):
        text = label_text(sheet.at(row, column))
        if text:
            return text
    return ""


def _is_title(sheet: View, level: Level, columns: Sequence[int]) -> bool:
    """True for a row with a single text that spans all or none of the columns and names a test or class."""
    right = [v for v in sheet.rows[level.row][columns[0] :] if v is not None]
    left = sum(v is not None for v in sheet.rows[level.row][: columns[0]])
    if left < 2 and _tells_context(level, right):
        return True
    if len(level.own) != 1 or len(right) > 1 or is_heading(level.label):
        return False
    column, text = next(iter(level.own.items()))
    if danish_number(text) is not None or is_statistic(text) or (len(columns) == 1 and subject_of(text)):
        return False
    if fold(text) in sheet.words:
        return False
    merge = merge_at(sheet, level.row, column)
    wide = merge is not None and merge.right >= columns[-1]
    says = bool(klasser_in(text) or date_in(text) or subject_in(text) or any(map(str.isdigit, text)))
    return says and (wide or merge is None or merge.left == merge.right)


def _tells_context(level: Level, right: Sequence[Value]) -> bool:
    """True for a line such as "Klasse: 7.A, Dato: 14-01-2026", or a day with only a class beside it."""
    label = set(tokens(level.label))
    if label and label <= _CONTEXT_WORDS:
        return len(right) == 1 or any(set(tokens(v)) & (_CONTEXT_WORDS - _TEST_WORDS) for v in right)
    days = sum(isinstance(v, datetime.date) for v in right)
    klasser = sum(isinstance(v, str) and klasse_name(v) is not None for v in right)
    alone = not is_heading(level.label) and (bool(klasser) or days == 1)
    return alone and bool(days) and days + klasser == len(right)


def spread(sheet: View, level: Level, columns: Sequence[int], starts: Iterable[int] = ()) -> dict[int, str]:
    """The level's text over every column: merged cells and cells written once reach as far as they mean to.

    A text written once reaches to the next text, to the next start of a group above (`starts`), or to a
    total. Where the row is merged, or most columns have a text of their own, a blank stays blank.
    """
    if not columns:
        return {}
    merges = [m for m in sheet.merges if m.top <= level.row <= m.bottom and m.right > m.left]
    merges = [m for m in merges if any(m.left <= c <= m.right for c in columns)]
    first, last = min(columns), max(columns)
    while sheet.is_left_out(first - 1):
        first -= 1
    while sheet.is_left_out(last + 1):
        last += 1
    reached = [c for c in range(first, last + 1) if c in columns or sheet.is_left_out(c)]
    said_of = sum(bool(_text_over(sheet, level.row, c)) for c in reached)
    dense = said_of * 2 > len(reached)
    stops = set(starts)
    said: dict[int, str] = {}
    current = ""
    for column in range(first, last + 1):
        own = level.own.get(column) or _text_over(sheet, level.row, column)
        merge = next((m for m in merges if m.left <= column <= m.right), None) if merges else None
        if merge:
            current = label_text(sheet.at(merge.top, merge.left))
        elif own:
            current = own
        elif dense or merges or column in stops:
            current = ""
        if current and column in columns:
            said[column] = current
    return said
