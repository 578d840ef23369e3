"""Who belongs to a list of pupils besides those with results: the ill ones, and not what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_io.layouts.computed import is_computed
from data_io.layouts.labels import is_of_their_kind, looks_like
from data_io.layouts.parsed import Parsed

_FAR_BELOW = 3


@dataclass(frozen=True)
class Edges:
    """`pupil_rows` are all pupils; `nameless` rows among them hold results but no name, `below` such rows
    just under them, and `footers` texts among or just under them that are no pupils."""

    pupil_rows: tuple[int, ...]
    nameless: tuple[int, ...]
    below: tuple[int, ...]
    footers: tuple[int, ...]


def find_edges(
    parsed: Parsed, core: Sequence[int], label: int, first_value: int, names: Sequence[int]
) -> Edges:
    """The pupils of a list from the rows with results (`core`); `names` are the columns that name a pupil."""
    others = [parsed.label(r, label) for r in core]
    filled = _filled_columns(parsed, core, label, first_value)
    silent = _silent(parsed, range(core[0], core[-1]), label, first_value)
    between = [r for r in silent if is_of_their_kind(parsed.label(r, label), others)]
    rows = {*core, *between}
    footers = [r for r in silent if r not in rows]
    row = core[-1] + 1
    while _silent(parsed, [row], label, first_value):
        alike = looks_like(parsed.label(row, label), others) and _is_filled(parsed, row, filled)
        if alike and footers[-1:] != [row - 1]:
            rows.add(row)
        else:
            footers.append(row)
        row += 1
    row = core[0] - 1
    while _under_headings(parsed, row, first_value) and _is_blank(parsed, row, first_value):
        alike = looks_like(parsed.label(row, label), others) if parsed.label(row, label) else False
        if not alike or not _is_filled(parsed, row, filled):
            break
        rows.add(row)
        row -= 1
    pupils = sorted(rows)
    inside = [
        r for r in range(pupils[0], pupils[-1]) if r not in rows and _nameless(parsed, r, first_value, names)
    ]
    return Edges(tuple(pupils), tuple(inside), _below(parsed, pupils, first_value), tuple(footers))


def _silent(parsed: Parsed, rows: Sequence[int], label: int, first_value: int) -> list[int]:
    """The rows that name somebody and hold no number and no mark right of the name."""
    return [r for r in rows if parsed.label(r, label) and not parsed.has_values(r, first_value - 1)]


def _is_blank(parsed: Parsed, row: int, first_value: int) -> bool:
    return all(cell.missing == "empty" for cell in parsed.row(row, first_value))


def _filled_columns(parsed: Parsed, core: Sequence[int], label: int, first_value: int) -> list[int]:
    """The columns left of the results in which every pupil has something, such as a number or a login."""
    columns = [c for c in range(first_value) if c != label]
    return [c for c in columns if all(parsed.sheet.at(r, c) is not None for r in core)]


def _is_filled(parsed: Parsed, row: int, columns: Sequence[int]) -> bool:
    return not columns or any(parsed.sheet.at(row, c) is not None for c in columns)


def _under_headings(parsed: Parsed, row: int, first_value: int) -> bool:
    """True below a row of headings: a name there is a pupil, a text above all headings is a title."""
    above = (parsed.row(r, first_value) for r in range(row))
    return any(sum(cell.missing != "empty" for cell in cells) > 1 for cells in above)


def _nameless(parsed: Parsed, row: int, first_value: int, names: Sequence[int]) -> bool:
    said = any(isinstance(parsed.sheet.at(row, c), str) for c in names)
    # Totals of an empty line are zero: they are nobody's.
    return any(parsed.numbers(row, first_value).values()) and not said


def _below(parsed: Parsed, pupils: Sequence[int], first_value: int) -> tuple[int, ...]:
    """Rows without any text just under the pupils that hold results and are not worked out from theirs."""
    results = [parsed.numbers(r, first_value) for r in pupils]
    usual = max((len(numbers) for numbers in results), default=0)
    found = []
    for row in range(pupils[-1] + 1, pupils[-1] + 1 + _FAR_BELOW):
        texts = any(cell.text is not None for cell in parsed.row(row))
        numbers = parsed.numbers(row, first_value)
        if (
            not texts
            and any(numbers.values())
            and len(numbers) * 2 >= usual
            and not is_computed(numbers, results)
        ):
            found.append(row)
    return tuple(found)
