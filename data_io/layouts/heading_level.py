"""One heading row above the pupils, as its texts stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from data_io.layouts.values import danish_number


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
