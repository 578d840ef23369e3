"""Answers written as letters: right or wrong by a row that holds the key, otherwise no answers at all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from data_io.layouts.labels import is_label, is_max, names_key
from data_io.layouts.values import read_cell
from data_io.layouts.view import View, pick
from data_io.workbook.cells import Value

_LETTER = re.compile(r"[A-Ha-hÆØÅæøå]")
_MOST_LABEL_CELLS = 6
ABSENT = "fravær"


def answered(view: View) -> View:
    """The view with letters as points: full points for the key's letter, none for another.

    The key's row becomes the row of maxima where none is printed. Without a key a lone "A" among numbers
    means absent; other letters stay, and are errors where points should be.
    """
    keys = [r for r, cells in enumerate(view.rows) if _is_key(view, r, cells)]
    if not keys:
        return _without_absent(view)
    rows = list(view.rows)
    printed = [r for r, cells in enumerate(rows) if any(map(is_max, cells[:_MOST_LABEL_CELLS]))]
    spans = list(_spans(view, keys))
    for row, span in spans:
        key = {c: str(v) for c, v in enumerate(view.rows[row]) if c and _is_letter(v)}
        worth = _worth(view, [r for r in printed if r in span], key)
        for r in span:
            if r != row and _is_pupil(view.rows[r], key):
                rows[r] = _scored(view.rows[r], key, worth)
        label = _label_at(view, row)
        rows[row] = tuple(_MAXIMA if i == label else worth.get(i, v) for i, v in enumerate(rows[row]))
    scored = replace(view, rows=tuple(rows))
    spare = [row for row, span in spans if any(r in span for r in printed)]
    return pick(scored, rows=[r for r in range(len(rows)) if r not in spare]) if spare else scored


_MAXIMA = "Maks. point"


def _spans(view: View, keys: Sequence[int]) -> Iterator[tuple[int, range]]:
    """Each key with the rows it holds for: down to the next one, or up to the one before it."""
    first_answers = next((r for r, cells in enumerate(view.rows) if r not in keys and _is_answered(cells)), 0)
    if keys[0] < first_answers:
        starts = [0, *keys[1:]]
        ends = [*keys[1:], len(view.rows)]
    else:
        starts = [0, *(k + 1 for k in keys[:-1])]
        ends = [*(k + 1 for k in keys[:-1]), len(view.rows)]
    for key, start, end in zip(keys, starts, ends, strict=True):
        yield key, range(start, end)


def _is_key(view: View, row: int, cells: Sequence[Value]) -> bool:
    """True for a row that is called a key, by its label or by a person, and holds little but letters."""
    named = any(names_key(text) for column, text in view.texts[row] if column < _MOST_LABEL_CELLS)
    called = named or view.row_roles.get(row) == "key"
    said = sum(v is not None for v in cells[1:]) if called else 0
    return called and sum(map(_is_letter, cells)) >= max(2, 0.7 * (said - 1))


def _label_at(view: View, row: int) -> int:
    cells = view.rows[row]
    return next((i for i, v in enumerate(cells) if isinstance(v, str) and not _is_letter(v)), 0)


def _is_letter(value: Value) -> bool:
    return isinstance(value, str) and _LETTER.fullmatch(value) is not None


def _is_pupil(cells: Sequence[Value], key: Mapping[int, str]) -> bool:
    """True for a row that names somebody left of the answers; headings and statistics do not."""
    first = min(key)
    named = any(is_label(v) or read_cell(v).number is not None for v in cells[:first])
    return named and any(c < len(cells) and _is_letter(cells[c]) for c in key)


def _is_answered(cells: Sequence[Value]) -> bool:
    """True for a row of letters that names somebody; "Delopgave a, b, c" is a heading."""
    letters = [c for c, v in enumerate(cells) if _is_letter(v)]
    left = cells[: letters[0]] if len(letters) > 1 else ()
    return any(is_label(v) or read_cell(v).number is not None for v in left)


def _scored(cells: Sequence[Value], key: Mapping[int, str], worth: Mapping[int, float]) -> tuple[Value, ...]:
    letters = {letter.upper() for letter in key.values()} | set("ABCDE")
    return tuple(
        (worth[i] if str(v).upper() == key[i].upper() else 0)
        if i in key and _is_letter(v) and str(v).upper() in letters
        else v
        for i, v in enumerate(cells)
    )


def _worth(view: View, printed: Sequence[int], key: Mapping[int, str]) -> dict[int, float]:
    """What a right answer gives: the printed maximum, otherwise one point."""
    maxima = {c: n for r in printed for c in key if (n := read_cell(view.at(r, c)).number)}
    return {c: maxima.get(c, 1) for c in key}


def _without_absent(view: View) -> View:
    """The view with lone "A"s as absences, where all other results are numbers or marks."""
    texts = ((r, c, text) for r, said in enumerate(view.texts) for c, text in said if c)
    letters = [(r, c) for r, c, text in texts if len(text) == 1 and _is_letter(text)]
    if not letters or any(str(view.at(r, c)).upper() != "A" for r, c in letters):
        return view
    lines = range(len(view.rows))
    numbers = {c: sum(read_cell(view.at(r, c)).number is not None for r in lines) for _r, c in letters}
    places = {(r, c) for r, c in letters if numbers[c] > 1 and any(map(is_label, view.rows[r][:c]))}
    rows = tuple(tuple(ABSENT if (r, c) in places else v for c, v in enumerate(view.rows[r])) for r in lines)
    return replace(view, rows=rows) if places else view
