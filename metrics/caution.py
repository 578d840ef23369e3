"""Whose pattern of solved and unsolved tasks is unexpected, given how many of the others solved each."""

from collections.abc import Sequence
from dataclasses import dataclass

# From here on the screens say "uventet mønster – kig på besvarelsen". Source: Harnisch & Linn 1981.
UNEXPECTED_FROM = 0.3


@dataclass(frozen=True)
class Caution:
    """How far a pupil's pattern is from solving the easiest tasks alone.

    `sato_c` is 0 for the expected pattern, about 1 for one without any order, and can pass it (Sato 1975).
    `mci` is the modified caution index, 0 to 1 (Harnisch & Linn 1981). `guttman_errors` counts the pairs in
    which the easier task was missed and the harder one solved (Guttman 1944); ties stand in paper order.
    """

    sato_c: float
    mci: float
    guttman_errors: int

    @property
    def unexpected(self) -> bool:
        """True for a pattern that is worth a look at the pupil's answers; it says nothing of why."""
        return self.mci > UNEXPECTED_FROM


def by_ease(solvers: Sequence[int]) -> list[int]:
    """The tasks from the one most pupils solved to the one fewest did; ties in paper order."""
    return sorted(range(len(solvers)), key=lambda task: -solvers[task])


def caution(solved: Sequence[bool], solvers: Sequence[int]) -> Caution | None:
    """The indices of a pupil who answered every task; `solvers` says how many pupils solved each task.

    None for a pupil who solved all or none, and where the tasks were equally hard: any pattern is expected.
    The figures are R's (PerFit) on rows without missing answers.
    """
    right = sum(solved)
    easiest = by_ease(solvers)
    top = sum(solvers[task] for task in easiest[:right])
    bottom = sum(solvers[task] for task in easiest[len(easiest) - right :])
    if top == bottom:
        return None
    got = sum(n for n, was_solved in zip(solvers, solved, strict=True) if was_solved)
    # Covariances with the tasks' shares, in whole numbers: nothing is rounded before the division.
    level, tasks = right * sum(solvers), len(solvers)
    sato_c = 1 - (tasks * got - level) / (tasks * top - level)
    return Caution(sato_c, (top - got) / (top - bottom), _guttman_errors([solved[t] for t in easiest]))


def _guttman_errors(ordered: Sequence[bool]) -> int:
    """The pairs of tasks, easiest first, of which the first was missed and a later one solved."""
    errors = missed = 0
    for was_solved in ordered:
        errors += missed if was_solved else 0
        missed += not was_solved
    return errors


def surprises(solved: Sequence[bool], solvers: Sequence[int]) -> tuple[list[int], list[int]]:
    """What makes a pattern unexpected: easy tasks that were missed, easiest first, and hard ones that were
    solved, hardest first. Easy are as many of the easiest as the pupil solved in all."""
    easiest = by_ease(solvers)
    right = sum(solved)
    missed = [task for task in easiest[:right] if not solved[task]]
    return missed, [task for task in reversed(easiest[right:]) if solved[task]]
