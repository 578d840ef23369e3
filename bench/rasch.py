"""Pupils, tasks and classes by the Rasch model, for simulating what the colours and flags do."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]

# In logits: how much pupils of a class differ, how much tasks do, and how much the reference classes do.
PUPILS_SD = 1.0
TASKS_SD = 1.0
CLASSES_SD = 0.3
# Half the distance between the two steps of a task of two points.
STEP = 0.5


@dataclass(frozen=True)
class Design:
    """Tests with tasks in areas: each test has as many tasks of an area as `areas` says, of 2 points each."""

    name: str
    tests: int
    areas: tuple[int, ...]

    @property
    def test(self) -> list[int]:
        """Which test each task is of."""
        return [test for test in range(self.tests) for _task in range(sum(self.areas))]

    @property
    def area(self) -> NDArray[np.int64]:
        """Which area each task is of."""
        return np.tile(np.repeat(np.arange(len(self.areas)), self.areas), self.tests)


def points(ability: Numbers, difficulty: Numbers, rng: np.random.Generator) -> Numbers:
    """0, 1 or 2 points of pupils (rows) at tasks (columns), by Masters' partial credit form of the model."""
    apart = ability[:, None] - difficulty
    one, two = np.exp(apart + STEP), np.exp(2 * apart)
    drawn: Numbers = rng.random(apart.shape) * (1 + one + two)
    return np.asarray(drawn < one + two, dtype=np.float64) + np.asarray(drawn < two, dtype=np.float64)


def solved(ability: float, difficulty: Numbers, rng: np.random.Generator) -> Numbers:
    """0 or 1 of one pupil at tasks."""
    chance: Numbers = 1 / (1 + np.exp(difficulty - ability))
    return np.asarray(rng.random(difficulty.shape) < chance, dtype=np.float64)


def ability_with(share: float) -> float:
    """The ability whose expected share over tasks of all difficulties is this."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(60)
    low, high = -10.0, 10.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        got = float((weights / (1 + np.exp(TASKS_SD * nodes - middle))).sum() / weights.sum())
        low, high = (middle, high) if got < share else (low, middle)
    return (low + high) / 2


def klasse(
    size: int, level: float, weaker: Numbers, difficulty: Numbers, rng: np.random.Generator
) -> Numbers:
    """A class's points: its level, and by task how much weaker it is there, in logits."""
    ability = rng.normal(level, PUPILS_SD, size)
    return points(ability, difficulty + weaker, rng)
