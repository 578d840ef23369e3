"""Lots that fall the same way on every machine and in every Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Lots:
    """Draws for one purpose, named by words: the same words give the same draws.

    Only random() of the standard generator is used, whose results Python promises to keep; a change
    in one place of the school so leaves every other place as it was.
    """

    def __init__(self, *words: object) -> None:
        self._random = random.Random("/".join(map(str, words)))

    def share(self) -> float:
        """A number from 0 up to 1."""
        return self._random.random()

    def below(self, number: int) -> int:
        """A whole number from 0 up to, and without, `number`."""
        return int(self._random.random() * number)

    def pick(self, pool: Sequence[T]) -> T:
        """One of the pool."""
        return pool[self.below(len(pool))]

    def bell(self, spread: float = 1.0) -> float:
        """A draw around 0, nearly normal (the sum of twelve even ones), with the given standard deviation."""
        return spread * (sum(self._random.random() for _ in range(12)) - 6)

    def successes(self, tries: int, chance: float) -> int:
        """How many of some tries succeed."""
        return sum(self._random.random() < chance for _ in range(tries))
