"""Rows at the ends of a list that hold results and yet look like no pupil: they are asked about."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_io.layouts.labels import looks_like
from data_io.layouts.parsed import Parsed

# With fewer pupils nobody can say what their names have in common.
_FEWEST = 4


@dataclass(frozen=True)
class _List:
    parsed: Parsed
    label: int
    first_value: int
    rows: tuple[int, ...]


def doubtful_rows(
    parsed: Parsed, rows: Sequence[int], label: int, first_value: int, login: int | None = None
) -> list[int]:
    """The first and last rows that differ from the pupils between them: by their name, or by their numbers.

    "Nabo" among whole names, averages with decimals among whole points, no number where all have one. A row
    with a uni-login (in column `login`) is a pupil whatever the name.
    """
    found: list[int] = []
    for order in (1, -1):
        for row in list(rows)[::order]:
            others = [r for r in rows if r != row and r not in found]
            silent = not parsed.numbers(row, first_value) or not parsed.label(row, label)
            known = row in parsed.said_to_be_pupils or (login is not None and parsed.sheet.at(row, login))
            if len(others) < _FEWEST or silent or known:
                break
            if not _is_unlike(_List(parsed, label, first_value, tuple(others)), row):
                break
            found.append(row)
    return sorted(found)


def _is_unlike(pupils: _List, row: int) -> bool:
    names = [name for r in pupils.rows if (name := pupils.parsed.label(r, pupils.label))]
    name = pupils.parsed.label(row, pupils.label)
    return _has_other_name(name, names) or _has_decimals_alone(pupils, row) or _lacks_its_number(pupils, row)


def _has_other_name(name: str, names: Sequence[str]) -> bool:
    whole = sum(len(other.split()) > 1 for other in names)
    alone = len(name.split()) == 1 and whole >= 0.9 * len(names)
    return alone or not looks_like(name, names)


def _has_decimals_alone(pupils: _List, row: int) -> bool:
    """True where a row has several numbers with decimals, and no pupil has one in those columns."""
    own = pupils.parsed.numbers(row, pupils.first_value)
    broken = [c for c, n in own.items() if n != int(n)]
    others = [pupils.parsed.numbers(r, pupils.first_value) for r in pupils.rows]
    clean = [c for c in broken if all(n == int(n) for o in others for n in [o.get(c, 0.0)])]
    return len(clean) > 1 and len(clean) * 2 > len(own)


def _lacks_its_number(pupils: _List, row: int) -> bool:
    """True where every pupil has a number or a login left of the results, and this row has neither."""
    left = [c for c in range(pupils.first_value) if c != pupils.label]
    kept = [c for c in left if all(pupils.parsed.sheet.at(r, c) is not None for r in pupils.rows)]
    return bool(kept) and all(pupils.parsed.sheet.at(row, c) is None for c in kept)
