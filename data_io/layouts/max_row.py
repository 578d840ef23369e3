"""Finds the row of printed maxima, and tells it from a pupil called Max."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_io.layouts.labels import first_names_only, is_called_max, is_max
from data_io.layouts.one_maximum import one_maximum_in
from data_io.layouts.parsed import Parsed
from data_io.layouts.word_lists import TASK_WORDS
from data_io.layouts.words import tokens

_FAR_BELOW = 4
_LOWEST = frozenset("min minimum mindste laveste".split())


@dataclass(frozen=True)
class MaxRow:
    """`row` holds maxima; `boy` is a row called Max that is a pupil; `unsure` is the one in doubt."""

    row: int | None = None
    boy: int | None = None
    unsure: int | None = None


def boys_among(parsed: Parsed, rows: Sequence[int], label: int) -> list[int]:
    """The rows called Max that stand between pupils, where no maxima are."""
    return [r for r in range(rows[0], rows[-1]) if is_called_max(parsed.sheet.at(r, label))]


def find_max_row(parsed: Parsed, rows: Sequence[int], label: int, first_value: int) -> MaxRow:
    """The row of maxima just above or below the pupils.

    "Max" alone is a pupil where maxima are printed elsewhere too, or where it is lower than most pupils.
    """
    settled = next((r for r, role in parsed.sheet.row_roles.items() if role == "max"), None)
    if settled is not None:
        return MaxRow(row=settled)
    below = _end_of_list(parsed, rows[-1] + 1, first_value)
    near = [rows[0] - 1, *range(below, below + _FAR_BELOW)]
    called_so = [r for r in near if _says_max(parsed, r, first_value)]
    found = [r for r in called_so if not _is_highest_score(parsed, r, called_so, rows, first_value)]
    called = [
        r for r in found if is_called_max(parsed.sheet.at(r, label)) and r in (rows[0] - 1, rows[-1] + 1)
    ]
    plain = [r for r in found if r not in called]
    if not called:
        return MaxRow(row=plain[0] if plain else None)
    boy = called[0]
    elsewhere = any(_says_max(parsed, r, first_value) for r in range(rows[0] - 1))
    tops = _tops(parsed, boy, [r for r in rows if r != boy], first_value)
    if plain or elsewhere:
        return MaxRow(row=plain[0] if plain else None, boy=boy, unsure=boy if tops else None)
    if not tops:
        return MaxRow(boy=boy, unsure=boy)
    names = [parsed.label(r, label) for r in rows]
    return MaxRow(row=boy, unsure=boy if first_names_only(names) else None)


def _end_of_list(parsed: Parsed, row: int, first_value: int) -> int:
    """The first row below the pupils that is no line left empty for one more, numbered or with sums of 0."""
    first = row
    while row < len(parsed) and _is_spare(parsed, row, first_value):
        row += 1
    return row if row < len(parsed) else first


def _is_spare(parsed: Parsed, row: int, first_value: int) -> bool:
    texts = any(cell.text is not None for cell in parsed.row(row))
    return not texts and not any(parsed.numbers(row, first_value).values())


def _says_max(parsed: Parsed, row: int, first_value: int) -> bool:
    said = [v for c in range(first_value) if isinstance(v := parsed.sheet.at(row, c), str)]
    # Beside the tasks' own label "Maks pr. opgave" is another line of a turned sheet.
    named = any(map(is_max, said)) and (is_max(said[-1]) or not set(tokens(said[-1])) & TASK_WORDS)
    return named and bool(parsed.numbers(row, first_value)) and not _is_pair(parsed, row, first_value)


def _is_pair(parsed: Parsed, row: int, first_value: int) -> bool:
    """True where "Maks pr. opgave" and its number stand left of another heading, whose row it is."""
    one = one_maximum_in(parsed.sheet, row, first_value) if 0 <= row < len(parsed) else None
    return one is not None and one[1]


def _is_highest_score(
    parsed: Parsed, row: int, said: Sequence[int], rows: Sequence[int], first_value: int
) -> bool:
    """True beside a lowest score: what pupils got. Of two such rows the first is printed, and a row that is
    higher than any pupil is no statistic of theirs."""
    if not _beside_minimum(parsed, row, first_value):
        return False
    own = parsed.numbers(row, first_value)
    others = [parsed.numbers(r, first_value) for r in said if r > row]
    if any(other and all(own.get(c, n) >= n for c, n in other.items()) for other in others):
        return False
    results = [parsed.numbers(r, first_value) for r in rows]
    tops = {c: max((n[c] for n in results if c in n), default=0.0) for c in own}
    return not (all(own[c] >= top for c, top in tops.items()) and any(own[c] > t for c, t in tops.items()))


def _beside_minimum(parsed: Parsed, row: int, first_value: int) -> bool:
    """True among statistics: a highest score above or below a lowest one is what pupils got."""
    texts = [parsed.sheet.at(r, c) for r in range(row - 2, row + 3) for c in range(first_value)]
    return any(isinstance(t, str) and set(tokens(t)) & _LOWEST for t in texts)


def _tops(parsed: Parsed, row: int, pupils: Sequence[int], first_value: int) -> bool:
    """True when most columns of this row are at least as high as any pupil's."""
    results = [parsed.numbers(r, first_value) for r in pupils]
    wins = losses = 0
    for column, own in parsed.numbers(row, first_value).items():
        others = [numbers[column] for numbers in results if column in numbers]
        if others and own >= max(others):
            wins += 1
        elif others:
            losses += 1
    return wins > losses
