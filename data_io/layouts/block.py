"""Finds the block of pupils × columns in a sheet, by its shape and not by its place."""

import re
from dataclasses import dataclass

from data_io.layouts.values import Cell, read_cell
from data_io.layouts.words import (
    FIRST_NAME_WORDS,
    KLASSE_WORDS,
    LAST_NAME_WORDS,
    MAX_WORDS,
    NAME_WORDS,
    UNILOGIN_WORDS,
    clean,
    is_heading,
    is_statistic,
    tokens,
)
from data_io.workbook.cells import Sheet

_TASK_LABEL = re.compile(r"(opgave|opg|spørgsmål|spm|task|item)\W*\d.*", re.IGNORECASE)
_LEGEND = re.compile(r"^\W*\d\s*[=:].*|.*[=].*|.{81,}")
MOST_LABEL_COLUMNS = 12


@dataclass(frozen=True)
class Block:
    """Where pupils, identity columns and values stand; rows and columns count from 0.

    `pupil_rows` are pupils in sheet order. `stray_rows` hold values but no name. `max_row` is a row of
    printed maxima among or below the pupils' rows, None where there is none.
    """

    name_column: int
    identity: dict[str, int]
    pupil_rows: tuple[int, ...]
    stray_rows: tuple[int, ...]
    max_row: int | None
    first_value_column: int
    value_columns: tuple[int, ...]

    @property
    def first_row(self) -> int:
        """The row the headings end above."""
        first = self.pupil_rows[0]
        return min(first, self.max_row) if self.max_row is not None else first


def is_label(text: object) -> bool:
    """True for a text that can be a pupil: letters, and neither heading, statistic, task nor legend."""
    plain = clean(text)
    return (
        isinstance(text, str)
        and any(map(str.isalpha, plain))
        and not is_heading(plain)
        and not is_statistic(plain)
        and not _TASK_LABEL.fullmatch(plain)
        and not _LEGEND.fullmatch(plain)
        and read_cell(text).text is not None
    )


def find_block(sheet: Sheet) -> Block | None:
    """The block of the sheet, or None where no column of labels has values beside it."""
    cells = [[read_cell(value) for value in row] for row in sheet.rows]
    best = max(range(min(sheet.width, MOST_LABEL_COLUMNS)), key=lambda c: _weight(cells, c), default=None)
    if best is None or _weight(cells, best) == 0:
        return None
    core = [r for r, row in enumerate(cells) if _labelled(row, best) and _values(row, best)]
    core = _longest_run(cells, core, best)
    core = _with_max_the_pupil(cells, core, best)
    if _is_crowned(sheet, cells, core[0]):
        core = core[1:] or core
    first_value = _first_value_column(cells, core, best)
    identity = _identity(sheet, core, first_value, best)
    name_column = identity.get("navn", identity.get("fornavn", best))
    rows = _with_silent(cells, core, best, first_value)
    max_row = _max_row(sheet, cells, rows, name_column, first_value)
    rows = [r for r in rows if r != max_row]
    columns = _value_columns(cells, rows, first_value)
    stray = _stray(cells, rows, name_column, first_value, identity)
    return Block(name_column, identity, tuple(rows), tuple(stray), max_row, first_value, tuple(columns))


def _labelled(row: list[Cell], column: int) -> bool:
    return column < len(row) and row[column].text is not None and is_label(row[column].text)


def _values(row: list[Cell], column: int) -> list[int]:
    return [c for c in range(column + 1, len(row)) if row[c].is_value]


def _weight(cells: list[list[Cell]], column: int) -> float:
    """How many rows this column could name as pupils; values further left than a label speak against it."""
    rows = [row for row in cells if _labelled(row, column) and _values(row, column)]
    distinct = len({row[column].text for row in rows})
    # A value left of the label is a running number at most; real results stand to its right.
    left = sum(1 for row in rows if sum(c.is_value for c in row[:column]) > 1)
    return distinct - left - column * 0.01 if distinct else 0


def _longest_run(cells: list[list[Cell]], rows: list[int], column: int) -> list[int]:
    """The rows that belong together: a gap of more than two empty or heading rows starts a new block."""
    runs: list[list[int]] = []
    for row in rows:
        between = [cells[r] for r in range(runs[-1][-1] + 1, row)] if runs else []
        silent = [r for r in between if not (_labelled(r, column) or _numbered(r, column))]
        if runs and len(silent) <= 2 and not any(_breaks(r) for r in silent):
            runs[-1].append(row)
        else:
            runs.append([row])
    return max(runs, key=len)


def _with_max_the_pupil(cells: list[list[Cell]], rows: list[int], label: int) -> list[int]:
    """The rows with a pupil called Max, who stands among the others and not at their edge."""
    between = range(rows[0], rows[-1])
    found = [r for r in between if label < len(cells[r]) and tokens(cells[r][label].text or "") == ["max"]]
    return sorted({*rows, *found})


def _numbered(row: list[Cell], column: int) -> bool:
    return any(cell.number is not None for cell in row[:column])


def _breaks(row: list[Cell]) -> bool:
    """A row of several texts between pupils is a heading of another block."""
    return sum(cell.text is not None for cell in row) > 2


def _is_crowned(sheet: Sheet, cells: list[list[Cell]], row: int) -> bool:
    """True when the first row is no pupil but a heading: its cells beside the label are texts."""
    texts = sum(c.text is not None for c in cells[row])
    return texts > 2 and texts > sum(c.number is not None for c in cells[row]) and row < len(sheet.rows) - 1


def _first_value_column(cells: list[list[Cell]], rows: list[int], label: int) -> int:
    """The first column right of the label in which results stand (texts such as a class come before)."""
    width = max(len(cells[r]) for r in rows)
    for column in range(label + 1, width):
        said = [cells[r][column] for r in rows if column < len(cells[r])]
        texts = sum(cell.text is not None for cell in said)
        if sum(cell.is_value for cell in said) > texts:
            return column
    return label + 1


def _identity(sheet: Sheet, rows: list[int], first_value: int, label: int) -> dict[str, int]:
    """Which column left of the values holds which part of a pupil's identity, by its heading."""
    found: dict[str, int] = {}
    for column in range(first_value):
        heading = _heading_above(sheet, rows[0], column)
        words = set(tokens(heading)) if heading else set()
        for name, vocabulary in (
            ("fornavn", FIRST_NAME_WORDS),
            ("efternavn", LAST_NAME_WORDS),
            ("unilogin", UNILOGIN_WORDS),
            ("klasse", KLASSE_WORDS),
            ("navn", NAME_WORDS),
        ):
            holds = any(isinstance(sheet.at(r, column), str) for r in rows)
            if words & vocabulary and name not in found and holds:
                found[name] = column
                break
    if not {"navn", "fornavn", "unilogin"} & found.keys():
        found["navn"] = label
    if "navn" not in found and "fornavn" not in found and found.get("unilogin") != label:
        found["navn"] = label
    return found


def _heading_above(sheet: Sheet, first_row: int, column: int) -> str | None:
    """The nearest text above the pupils in this column."""
    for row in range(first_row - 1, -1, -1):
        value = sheet.at(row, column)
        if isinstance(value, str) and is_heading(value) and not set(tokens(value)) <= MAX_WORDS:
            return value
    return None


def _with_silent(cells: list[list[Cell]], core: list[int], label: int, first_value: int) -> list[int]:
    """The pupils' rows with those whose row is blank: ill, or gone, but named in the list."""
    rows = set(core)
    last = core[-1]
    following = last + 1
    while following < len(cells) and _is_silent(cells[following], label, first_value):
        last = following
        following += 1
    first = core[0]
    while first > 0 and _is_silent(cells[first - 1], label, first_value):
        # A name just under the headings is a pupil; a text above all headings is a title.
        if not any(sum(c.missing != "empty" for c in r[first_value:]) > 1 for r in cells[: first - 1]):
            break
        first -= 1
    rows.update(r for r in range(first, last + 1) if _is_silent(cells[r], label, first_value))
    return sorted(rows)


def _is_silent(row: list[Cell], label: int, first_value: int) -> bool:
    if not _labelled(row, label):
        return False
    text = clean(row[label].text)
    return not text.endswith((":", ".")) and not any(cell.missing is None for cell in row[first_value:])


def _max_row(
    sheet: Sheet, cells: list[list[Cell]], rows: list[int], name_column: int, first_value: int
) -> int | None:
    """A row of maxima just above or below the pupils: named so, and topping most columns."""
    for row in (rows[0] - 1, rows[-1] + 1, rows[-1] + 2):
        words = set(tokens(sheet.at(row, name_column) or ""))
        if not 0 <= row < len(cells) or not words & MAX_WORDS:
            continue
        numbers = [c.number for c in cells[row][first_value:] if c.number is not None]
        if numbers and _tops(cells, row, rows, first_value):
            return row
    return None


def _tops(cells: list[list[Cell]], row: int, rows: list[int], first_value: int) -> bool:
    """True when most columns of this row are at least as high as any pupil's."""
    wins = losses = 0
    for column in range(first_value, len(cells[row])):
        own = cells[row][column].number
        others = [n for r in rows if column < len(cells[r]) and (n := cells[r][column].number) is not None]
        if own is not None and others:
            wins, losses = (wins + 1, losses) if own >= max(others) else (wins, losses + 1)
    return wins > losses


def _value_columns(cells: list[list[Cell]], rows: list[int], first_value: int) -> list[int]:
    width = max(len(cells[r]) for r in rows)
    return [
        column
        for column in range(first_value, width)
        if any(column < len(cells[r]) and cells[r][column].missing != "empty" for r in rows)
    ]


def _stray(
    cells: list[list[Cell]], rows: list[int], name_column: int, first_value: int, identity: dict[str, int]
) -> list[int]:
    """Rows among the pupils that hold results but no name."""
    names = [identity[k] for k in ("navn", "fornavn", "unilogin") if k in identity] or [name_column]
    return [
        r
        for r in range(rows[0], rows[-1] + 1)
        if r not in rows
        and any(cell.number is not None for cell in cells[r][first_value:])
        and not any(c < len(cells[r]) and cells[r][c].text for c in names)
    ]
