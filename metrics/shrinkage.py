"""A share of few tasks, drawn towards what pupil and tasks let expect; it ranks, the plain share is shown."""

from math import sqrt

# How many tasks the expected share weighs where the test does not say how well its tasks hang together.
USUAL_WEIGHT = 5.0
LEAST_ALPHA = 0.2


def weight_of(tasks: int, alpha: float | None) -> float:
    """M, how many tasks the expected share weighs: k(1 − α)/α, from a whole test's k tasks and its α.

    5 where α is unknown, or .2 and less. Source: Kelley 1947; Haberman 2008, on scores of parts of a test.
    """
    if alpha is None or alpha <= LEAST_ALPHA:
        return USUAL_WEIGHT
    return tasks * max(0.0, 1 - alpha) / alpha


def expected_share(pupil: float, area: float, overall: float) -> float:
    """E, the share that a pupil and the tasks of an area let expect: pupil + area − overall, within 0–1.

    Source: the additive expectation of a two-way table, as METHOD's rule for ranking has it (Kelley 1947).
    """
    return min(1.0, max(0.0, pupil + area - overall))


def shrunken_share(share: float, tasks: int, expected: float, weight: float) -> float:
    """(n·share + M·E)/(n + M): the share of n tasks, drawn towards E as if that were M more tasks.

    Without tasks it is E. Source: Kelley 1947.
    """
    if tasks < 1:
        return expected
    return (tasks * share + weight * expected) / (tasks + weight)


def standard_error(score: float, tasks: int, weight: float) -> float:
    """How far a shrunken share may well be off (one standard error, 0–1); never 0, also at a share of 0 or 1.

    The spread of the beta distribution whose mean the score is, as strong as n + M tasks, with one solved and
    one unsolved task added (Laplace's rule). Points within a task hang together and tasks differ, so it is an
    approximation. Source: the beta-binomial model of test scores, Keats & Lord 1962.
    """
    strength = tasks + weight
    inside = (strength * min(1.0, max(0.0, score)) + 1) / (strength + 2)
    return sqrt(inside * (1 - inside) / (strength + 1))
