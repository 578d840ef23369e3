"""A cell that says what every task of a sheet gives at most: "Maks pr. opgave: 3"."""

import re

from data_io.layouts.values import danish_number, read_cell
from data_io.layouts.view import View
from data_io.layouts.word_lists import MAX_WORDS
from data_io.layouts.words import clean, tokens

_AT_MOST = MAX_WORDS | frozenset("højst højest".split())
_EACH = frozenset("pr per hver alle opgave opgaver".split())
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d+)?(?![\w.,]*\d)")


def one_maximum_in(view: View, row: int, first_value: int) -> tuple[float, bool] | None:
    """A maximum a row prints for itself, and whether it says that it holds for each task.

    Such a row heads no column.
    """
    cells = view.rows[row]
    said = sum(v is not None for v in cells)
    if sum(read_cell(v).number is not None for v in cells[:first_value] if v is not None) > 1:
        return None
    numbers_right = sum(read_cell(v).number is not None for v in cells if v is not None)
    for column, value in enumerate(cells):
        words = set(tokens(value)) if isinstance(value, str) else set()
        if not words & _AT_MOST or (column >= first_value and said > 2):
            continue
        beside = read_cell(view.at(row, column + 1)).number
        inside = [n for text in _NUMBER.findall(clean(value)) if (n := danish_number(text)) is not None]
        alone = column + 1 < first_value or (numbers_right == 1 and view.at(row, column + 2) is None)
        numbers = [beside] if beside is not None and alone else inside if said == 1 or words & _EACH else []
        if len(numbers) == 1 and numbers[0] > 0:
            return numbers[0], bool(words & _EACH)
    return None
