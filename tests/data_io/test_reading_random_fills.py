"""A class coloured at random is read back exactly, or the row that is not is spoken of."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from data_io.layouts.fill_sheet import with_fills
from data_io.layouts.read_sheet import read_parts
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.cells import Merge, Sheet
from tests.data_io.filled_sheets import GREEN, RED, YELLOW

FIRST = "Ida Noah Peter Zoe Alma Bo Carl Max Freja Gry Hans Åse Øjvind Emil Lea Ib Na".split()
LAST = "Holm Uldum Bach Grøn Fin Ask Bro Jensen Rød".split()
# these two mean the same beside any others, which Excel's own orange and green do not
ORANGE, DARK = "ED7D31", "375623"
LEVELS = dict(zip([RED, ORANGE, YELLOW, GREEN, DARK], range(1, 6), strict=True))
WORDS = ["meget bekymrende", "bekymrende", "lidt bekymrende", "fint", "over niveau"]


def headings(lot: random.Random, left: list[str]) -> tuple[list[list[str | None]], tuple[Merge, ...], int]:
    """The rows above the pupils, their merges, and how many columns of ratings stand below them."""
    gap: list[str | None] = [None] * len(left)
    if lot.random() < 0.5:
        subjects = lot.sample(["Dansk", "Matematik", "SOC", "Engelsk"], lot.randint(2, 4))
        return [["7.A efterår 2025"], [*left, *subjects]], (), len(subjects)
    first = len(left)
    merges = (Merge(0, first, 0, first + 5), Merge(1, first, 1, first + 2), Merge(1, first + 3, 1, first + 5))
    rounds = [*gap, "Efterår", None, None, "Forår", None, None]
    return [[*gap, "7.A", *[None] * 5], rounds, [*left, *["DANSK", "MAT", "SOC"] * 2]], merges, 6


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_class_coloured_at_random_is_read_back(seed: int) -> None:
    lot = random.Random(seed)  # noqa: S311 – it draws a class, no secret
    left = ["Nr.", "Elev"] if lot.random() < 0.4 else ["Elev"]
    rows, merges, columns = headings(lot, left)
    top, fills, want = len(rows), {}, {}
    # whole names all or none: a lone first name among whole names is asked about
    last = [f" {name}" for name in LAST] if lot.random() < 0.5 else [""]
    names = list(dict.fromkeys(lot.choice(FIRST) + lot.choice(last) for _ in range(lot.randint(6, 28))))
    for number, name in enumerate(names, start=1):
        rows.append([*([str(number)] if len(left) == 2 else []), name])
        for column in range(len(left), len(left) + columns):
            colour = lot.choice([*LEVELS, None])
            if colour:
                fills[len(rows) - 1, column] = colour
                want[len(rows) - 1, column] = LEVELS[colour]
    if lot.random() < 0.5:
        fills |= {(top - 1, column): lot.choice(["4472C4", GREEN]) for column in range(len(left) + columns)}
    if lot.random() < 0.3:
        rows.append([])
        for colour, word in zip(LEVELS, WORDS, strict=True):
            rows.append([*[None] * (len(left) - 1), word])
            fills[len(rows) - 1, len(left)] = colour

    filled = with_fills(Sheet("Ark1", False, tuple(map(tuple, rows)), merges, fills=fills))

    assert filled is not None
    (reading,) = filled.told(read_parts(filled.sheet, "ark.xlsx", Vocabulary()))
    read = {(r.row, r.sheet_column): r.value for r in reading.results if r.value is not None}
    assert read == want
    assert [p.label for p in reading.pupils if p.row in {row for row, _ in want}] == [
        name for row, name in enumerate(names, start=top) if row in {r for r, _ in want}
    ]
