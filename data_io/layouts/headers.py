"""The headings above a block, level by level: what stands over each column, and what each level is."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from data_io.layouts.block import Block
from data_io.layouts.context import date_in, klasse_name, klasser_in, subject_in
from data_io.layouts.one_maximum import one_maximum_in
from data_io.layouts.values import danish_number, label_text
from data_io.layouts.view import View
from data_io.layouts.who import tells_of_pupils
from data_io.layouts.word_lists import FAGOMRAADE_WORDS, KEY_WORDS, MAX_WORDS, SIGNALORD_WORDS, TASK_WORDS
from data_io.layouts.words import (
    fold,
    is_beside,
    is_heading,
    is_statistic,
    is_task_like,
    subject_of,
    tokens,
)
from data_io.workbook.cells import Merge, Value

# Labels of lines that tell of the whole sheet: "Klasse: 7.A", "Dato: 14-01-2026".
_CONTEXT_WORDS = frozenset(
    "klasse klassen dato den skoleår fag lærer prøve prøven prøvens titel skole".split()
)
_TEST_WORDS = frozenset("prøve prøven prøvens titel".split())
_CLASS_NAME = re.compile(r"\d{1,2}\.\s?[A-ZÆØÅ]")
_EMBEDDED_MAX = re.compile(
    r"^(?P<label>.*?\S)\s*(?:\(|/)\s*(?:maks|max)?\.?:?\s*(?P<max>\d+(?:[.,]\d+)?)\s*(?:p|point)?\.?\s*\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Level:
    """One heading row: the label at its left, and the text that stands in each column by itself."""

    row: int
    label: str
    own: dict[int, str]

    @cached_property
    def numbers(self) -> dict[int, float]:
        """The level's texts that are numbers."""
        return {c: n for c, text in self.own.items() if (n := danish_number(text)) is not None}

    def covers(self, columns: Iterable[int]) -> list[str]:
        """The level's own texts over some columns."""
        return [self.own[c] for c in columns if c in self.own]


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
            _is_title(sheet, level, columns) or (len(own) < 2 and one_maximum_in(sheet, row, columns[0]))
        )
        if own and heads:
            found.append(level)
    return found


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
    value = sheet.at(row, column)
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
    """What stands left of the values in this row, nearest to them first."""
    for column in range(block.first_value_column - 1, -1, -1):
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
        merge = next((m for m in merges if m.left <= column <= m.right), None)
        if merge:
            current = label_text(sheet.at(merge.top, merge.left))
        elif own:
            current = own
        elif dense or merges or column in stops:
            current = ""
        if current and column in columns:
            said[column] = current
    return said


def embedded_maxima(labels: dict[int, str]) -> dict[int, tuple[str, float]] | None:
    """Labels that carry their maximum ("1.1 (3)", "Opg. 3 /4,00") taken apart; None where most do not."""
    taken = {c: m for c, label in labels.items() if (m := _EMBEDDED_MAX.match(label))}
    if not labels or len(taken) < 0.8 * len(labels):
        return None
    return {c: (m["label"].strip(), float(m["max"].replace(",", "."))) for c, m in taken.items()}


def one_embedded_maximum(text: str) -> tuple[str, float | None]:
    """A label and the maximum it carries, if it carries one."""
    found = _EMBEDDED_MAX.match(text)
    return (found["label"].strip(), float(found["max"].replace(",", "."))) if found else (text, None)


def left_out(levels: Sequence[Level], columns: Iterable[int]) -> list[int]:
    """The columns whose heading is a total, a percentage, a mark, a remark or a number: they are no tasks."""
    return [c for c in columns if _is_no_task(levels, c)]


def _is_no_task(levels: Sequence[Level], column: int) -> bool:
    """True where the lowest word over a column says so; "Procent" over a numbered task is a fagområde."""
    said = [(level, text) for level in levels if (text := level.own.get(column))]
    words = [i for i, (_level, text) in enumerate(said) if danish_number(text) is None]
    if not words:
        return False
    level, word = said[words[-1]]
    below = said[words[-1] + 1 :]
    numbered = not _holds_labels(level, column) and any(
        role_by_label(level.label) != "max" and not _is_sum(level, column) for level, _text in below
    )
    word, _maximum = one_embedded_maximum(word)
    return (is_statistic(word) or tells_of_pupils(word)) and not numbered


def _holds_labels(level: Level, column: int) -> bool:
    """True where the other columns have their task labels in this row: a word among them names no tasks."""
    others = [text for c, text in level.own.items() if c != column]
    return sum(map(is_task_like, others)) * 2 > len(others)


def _is_sum(level: Level, column: int) -> bool:
    """True where a heading is the sum of the others in its row: the maximum of a total."""
    own = level.numbers.get(column)
    return own is not None and len(level.numbers) > 2 and own == sum(level.numbers.values()) - own


def role_by_label(label: str) -> str | None:
    """What a level is by the words at its left: fagomraade, signalord, task, max or statistic."""
    words = set(tokens(label))
    if words and words <= KEY_WORDS:
        return "key"
    if words & MAX_WORDS:
        return "max"
    for role, said in (
        ("signalord", SIGNALORD_WORDS),
        ("fagomraade", FAGOMRAADE_WORDS),
        ("task", TASK_WORDS),
    ):
        if words & said:
            return role
    if words and words <= {"point", "points", "mulige", "p"}:
        return "max"
    return "statistic" if is_statistic(label) and not is_heading(label) else None


def role_by_content(level: Level, columns: Sequence[int], known: dict[str, frozenset[str]]) -> str | None:
    """What a level is by what it says: words the school knows, or numbers that can be task labels."""
    texts = level.covers(columns)
    for role, vocabulary in known.items():
        if texts and sum(fold(text) in vocabulary for text in texts) * 2 >= len(texts):
            return role
    if texts and all(map(_CLASS_NAME.fullmatch, texts)) and len({text.split(".")[0] for text in texts}) == 1:
        return "klasse"
    if texts and sum(map(is_task_like, texts)) >= 0.8 * len(texts):
        return "number"
    return None
