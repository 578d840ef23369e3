"""How many colours other cut scores would change, in one class's tests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.evidence import zone_of
from metrics.model import Answer, CutScores, Test
from metrics.shares import Sum, add_up


@dataclass(frozen=True)
class Moved:
    """How many colours change, of how many."""

    changed: int = 0
    of: int = 0

    def __add__(self, other: "Moved") -> "Moved":
        return Moved(self.changed + other.changed, self.of + other.of)


@dataclass(frozen=True)
class ColoursMoved:
    """What changes colour: a class's fagområde × signalord, its pupils' fagområder and single answers."""

    cells: Moved = Moved()
    areas: Moved = Moved()
    answers: Moved = Moved()

    def __add__(self, other: "ColoursMoved") -> "ColoursMoved":
        return ColoursMoved(self.cells + other.cells, self.areas + other.areas, self.answers + other.answers)


def colours_moved(
    answers: Sequence[Answer], tests: Mapping[str, Test], before: CutScores, after: CutScores
) -> ColoursMoved:
    """The colours of a class's tests counted under both cut scores; light or full is not looked at."""
    counted = [answer for answer in answers if not answer.outside]
    cells = add_up(
        counted, tests, lambda _a, t: (t.fagomraade, t.signalord) if t.fagomraade and t.signalord else None
    )
    areas = add_up(answers, tests, lambda a, t: (a.pupil_id, t.fagomraade) if t.fagomraade else None)
    single = add_up(answers, tests, lambda a, t: (a.pupil_id, a.test_id, t.number))
    kinds = (cells.values(), areas.values(), single.values())
    return ColoursMoved(*(_moved(sums, before, after) for sums in kinds))


def _moved(sums: Iterable[Sum], before: CutScores, after: CutScores) -> Moved:
    shares = [share for one in sums if (share := one.share) is not None]
    return Moved(sum(zone_of(s, before) != zone_of(s, after) for s in shares), len(shares))
