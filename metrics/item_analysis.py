"""A test looked at task by task: how hard, how it hangs together, and whose pattern is unexpected."""

from dataclasses import dataclass
from math import fsum
from typing import Literal

from metrics.caution import Caution, caution
from metrics.reliability import alpha_interval, cronbach_alpha, rest_correlations
from metrics.score_matrix import ScoreMatrix

# With fewer, patterns and correlations on a screen say more of chance than of pupils and tasks.
ENOUGH_TASKS = 10
ENOUGH_PUPILS = 15
# One slip or two of who solved nearly all, or a lucky task or two of who solved nearly none, is no pattern.
ENOUGH_OF_BOTH = 3


@dataclass(frozen=True)
class TaskFigures:
    """A task. `n` is how many answered, `solvers` how many of them solved it (from half its maximum).

    `share` (0–1) is points of what could be had; None where nobody answered, or where nobody had a point and
    no maximum is printed. `rest_correlation` (−1 to 1) is None where everybody has the same.
    """

    n: int
    max_points: float | None
    share: float | None
    rest_correlation: float | None
    solvers: int

    @property
    def solved_by(self) -> Literal["everybody", "nobody"] | None:
        """Whether all or none of those who answered solved it; None for some, and for a single pupil."""
        if self.n < 2 or 0 < self.solvers < self.n:
            return None
        return "everybody" if self.solvers else "nobody"


@dataclass(frozen=True)
class PupilFigures:
    """A pupil: points and tasks solved over the answers at hand; no `caution` with an answer missing."""

    points: float | None
    solved: int
    answered: int
    caution: Caution | None

    @property
    def unexpected(self) -> bool:
        """True for a pattern worth a look: the index says so, and it rests on a few tasks of both kinds."""
        enough = min(self.solved, self.answered - self.solved) >= ENOUGH_OF_BOTH
        return self.caution is not None and self.caution.unexpected and enough


@dataclass(frozen=True)
class ItemAnalysis:
    """The figures by place in the matrix. `complete` is how many pupils α and correlations rest on."""

    tasks: tuple[TaskFigures, ...]
    pupils: tuple[PupilFigures, ...]
    alpha: float | None
    complete: int

    @property
    def taken(self) -> int:
        """How many tasks somebody answered."""
        return sum(task.n > 0 for task in self.tasks)

    @property
    def enough_pupils(self) -> bool:
        """True where there are pupils enough for correlations on a screen."""
        return self.complete >= ENOUGH_PUPILS

    @property
    def enough(self) -> bool:
        """True where there are pupils and tasks enough for patterns on a screen."""
        return self.enough_pupils and self.taken >= ENOUGH_TASKS

    @property
    def alpha_between(self) -> tuple[float, float] | None:
        """The 80 % interval of α."""
        if self.alpha is None:
            return None
        return alpha_interval(self.alpha, self.complete, self.taken)

    @property
    def unexpected(self) -> tuple[int, ...]:
        """The pupils, by row, whose pattern is worth a look, the most unexpected first; none with too few."""
        if not self.enough:
            return ()
        found = [(p.caution.mci, i) for i, p in enumerate(self.pupils) if p.caution and p.unexpected]
        return tuple(i for _mci, i in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def item_analysis(matrix: ScoreMatrix) -> ItemAnalysis:
    """The item analysis of a test on raw points, as R computes it.

    α, the correlations and the caution indices rest on the pupils without missing answers alone; shares on
    every answer at hand. A task that nobody answered makes nobody's answers incomplete.
    Sources: Cronbach 1951; Sato 1975; Harnisch & Linn 1981.
    """
    complete = matrix.complete
    rows = [[p for p in matrix.points[i] if p is not None] for i in complete]
    correlations = dict(zip(matrix.taken, rest_correlations(rows), strict=False))
    tasks = tuple(_task(matrix, task, correlations.get(task)) for task in range(len(matrix.tasks)))
    return ItemAnalysis(tasks, _pupils(matrix), cronbach_alpha(rows), len(complete))


def _task(matrix: ScoreMatrix, task: int, correlation: float | None) -> TaskFigures:
    points, maximum = matrix.answered(task), matrix.maxima[task]
    share = fsum(points) / (maximum * len(points)) if points and maximum and maximum > 0 else None
    solvers = sum(bool(row[task]) for row in matrix.solved)
    return TaskFigures(len(points), maximum, share, correlation, solvers)


def _pupils(matrix: ScoreMatrix) -> tuple[PupilFigures, ...]:
    solved = matrix.solved
    whole = {i: [bool(solved[i][task]) for task in matrix.taken] for i in matrix.complete}
    solvers = [sum(answered) for answered in zip(*whole.values(), strict=True)]
    return tuple(
        PupilFigures(
            matrix.total(i),
            sum(bool(s) for s in row),
            sum(s is not None for s in row),
            caution(whole[i], solvers) if i in whole else None,
        )
        for i, row in enumerate(solved)
    )
