"""The fills of one sheet as they are found, within its used area and the limits."""

import re
from collections.abc import Callable
from typing import NamedTuple

from data_io.workbook.limits import MAX_FILLED

Run = tuple[int, int, int, str]
WHITE = "F" * 6
_COLOUR = re.compile(r"(?:[0-9A-F]{2})?([0-9A-F]{6})")


class Area(NamedTuple):
    """How many rows and columns of a sheet are used, counted from A1."""

    rows: int
    columns: int


AreaOf = Callable[[str], Area | None]


class Fills:
    """The colours of one sheet's cells; a sheet with more coloured cells than it may have values has none."""

    def __init__(self, area: Area | None = None) -> None:
        self.area = area or Area(0, 0)
        self._runs: list[Run] = []
        self._cells = 0

    def add(self, row: int, left: int, right: int, colour: str | None) -> None:
        """The cells of a row from one column to another, both inside, have a colour; white is none."""
        right = min(right, self.area.columns - 1)
        if colour is None or colour == WHITE or not 0 <= row < self.area.rows or right < left:
            return
        self._cells += right - left + 1
        if self.too_many:
            return
        if self._runs and self._runs[-1][0] == row and self._runs[-1][2:] == (left - 1, colour):
            left = self._runs.pop()[1]
        self._runs.append((row, left, right, colour))

    @property
    def too_many(self) -> bool:
        """True when nothing that follows counts."""
        return self._cells > MAX_FILLED

    def runs(self) -> list[Run]:
        """Neighbouring cells of one colour as row, first column, last column and "RRGGBB"."""
        return [] if self.too_many else self._runs


def colour_in(text: str | None) -> str | None:
    """ "RRGGBB" of a colour written so, with # or with an alpha value before it; None for anything else."""
    found = _COLOUR.fullmatch((text or "").lstrip("#").upper())
    return found[1] if found else None
