"""Teachers' levels in one round against another: who moved how far, and who has no level in one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high, median_low
from typing import Final

from metrics.levels import RoundColumn
from metrics.model import Pupil

# Levels 1 and 2, red and orange.
LOW: Final = 2
# One step calls for a talk; from here on it is marked.
FAR: Final = 2
LEVELS: Final = (1, 2, 3, 4, 5)
NOT_IN_SHEET: Final = "not_in_sheet"


def fell_far(before: float, now: float) -> bool:
    """True for two steps down, and for any fall from 3 or more into 1–2."""
    return before - now >= FAR or now <= LOW < before


def is_marked(before: float, now: float) -> bool:
    """True for two steps either way, and for any fall from 3 or more into 1–2."""
    return abs(now - before) >= FAR or fell_far(before, now)


@dataclass(frozen=True)
class Line:
    """A pupil's level (1–5) in two rounds; where one is None, its code says why as far as that is known."""

    pupil: Pupil
    before: int | None
    now: int | None
    why_before: str | None = None
    why_now: str | None = None

    @property
    def steps(self) -> int | None:
        """How many steps up (below 0: down); None where a level is missing."""
        return None if self.before is None or self.now is None else self.now - self.before

    @property
    def marked(self) -> bool:
        """True for two steps either way, and for a fall into 1–2."""
        return self.before is not None and self.now is not None and is_marked(self.before, self.now)

    @property
    def fell_far(self) -> bool:
        """True for two steps down, and for a fall into 1–2."""
        return self.before is not None and self.now is not None and fell_far(self.before, self.now)


@dataclass(frozen=True)
class Movement:
    """A class's pupils, in class-list order, each with a level before and now; nobody is left out."""

    before: RoundColumn
    now: RoundColumn
    lines: tuple[Line, ...]

    @property
    def both(self) -> list[Line]:
        """Those with a level in both rounds."""
        return [line for line in self.lines if line.steps is not None]

    @property
    def not_both(self) -> list[Line]:
        """Those without a level in one of the rounds, or in either."""
        return [line for line in self.lines if line.steps is None]

    @property
    def down(self) -> list[Line]:
        """Those who went down."""
        return [line for line in self.both if (line.steps or 0) < 0]

    @property
    def up(self) -> list[Line]:
        """Those who went up."""
        return [line for line in self.both if (line.steps or 0) > 0]

    @property
    def moved(self) -> list[Line]:
        """Those who moved: marked falls first, then marked rises, single steps down, single steps up."""

        def key(line: Line) -> tuple[bool, bool, int, int]:
            steps = line.steps or 0
            return not line.marked, steps > 0, -abs(steps), line.now or 0

        return sorted([*self.down, *self.up], key=key)

    def at(self, before: int | None, now: int | None) -> list[Line]:
        """The pupils of one cell of the table from → to; None is the row or the column of the missing."""
        return [line for line in self.lines if (line.before, line.now) == (before, now)]

    def low(self, *, now: bool) -> int:
        """How many are at level 1 or 2, of those with a level in that round."""
        return sum(level <= LOW for level in self._levels(now=now))

    def median(self, *, now: bool) -> tuple[int, int] | None:
        """The level in the middle of the class, twice the same, or the two it lies between; None without any.

        No mean: levels are an order, not a distance. Source: Liddell & Kruschke 2018.
        """
        levels = self._levels(now=now)
        return (median_low(levels), median_high(levels)) if levels else None

    def _levels(self, *, now: bool) -> list[int]:
        levels = [line.now if now else line.before for line in self.lines]
        return [level for level in levels if level is not None]


def movement(pupils: Sequence[Pupil], before: RoundColumn, now: RoundColumn) -> Movement:
    """A class from one round to another, by pupil: whoever came from another class has that class's level.

    Counts, a median and single pupils, never a mean. Source: Liddell & Kruschke 2018.

    Raises:
        ValueError: one of the rounds holds marks of the 7-trinsskala, which are no levels.
    """
    if "mark" in (before.scale, now.scale):
        raise ValueError("marks do not move between levels")
    return Movement(before, now, tuple(_line(pupil, before, now) for pupil in pupils))


def _line(pupil: Pupil, before: RoundColumn, now: RoundColumn) -> Line:
    (then, why_then), (value, why) = _level(before, pupil), _level(now, pupil)
    return Line(pupil, then, value, why_then, why)


def _level(column: RoundColumn, pupil: Pupil) -> tuple[int | None, str | None]:
    """A pupil's level, or None and why: nobody wrote anything where the pupil is in no sheet of the round."""
    rating = column.ratings.get(pupil.pupil_id)
    if rating is None:
        return None, NOT_IN_SHEET if column.ratings else None
    return (None, rating.missing) if rating.value is None else (int(rating.value), None)
