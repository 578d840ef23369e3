"""Whom the tests point at for a fagligt løft in one area: lowest first, who was near, and how sure it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, hypot

from metrics.areas import AreaKey, AreaSize, area_sizes
from metrics.evidence import Evidence, pupil_evidence, zone_of
from metrics.model import Answer, CutScores, Pupil, Test
from metrics.progression import alpha_of
from metrics.shares import Sum, add_up
from metrics.shrinkage import (
    USUAL_WEIGHT,
    expected_share,
    shrunken_share,
    standard_error,
    weight_of,
)
from metrics.taken import ENOUGH_TASKS, taken

# A fagligt løft is for six to eight pupils (Høje Kolstrup Skole).
FEWEST, MOST = 6, 8
_DIGITS = 9

Place = tuple[str, int]


@dataclass(frozen=True)
class Candidate:
    """A pupil in the area: what was earned there, what was to be expected (0–1), and the score that ranks.

    `error` is the score's standard error; `evidence` colours the plain share.
    """

    pupil: Pupil
    evidence: Evidence
    expected: float
    score: float
    error: float

    @property
    def unsure(self) -> bool:
        """True with fewer than 3 answered tasks of the area, and where these rule out no zone."""
        return self.evidence.tasks < ENOUGH_TASKS or self.evidence.thin

    def is_near(self, other: "Candidate") -> bool:
        """True where the two scores differ by less than the standard error of their difference."""
        return abs(self.score - other.score) < hypot(self.error, other.error)


@dataclass(frozen=True)
class Suggestion:
    """The pupils of one or several classes in an area, lowest score first.

    `suggested` are up to eight, `near` those who cannot be told from the last of them, nearest first;
    `unmeasured` have no answer in the area. `weight` is how many tasks the expected share weighs.
    """

    size: AreaSize
    ranked: tuple[Candidate, ...]
    suggested: tuple[Candidate, ...]
    near: tuple[Candidate, ...]
    unmeasured: tuple[Pupil, ...]
    weight: float

    def of(self, pupil_id: str) -> Candidate | None:
        """The candidate a pupil is, None for one who is not measured in the area."""
        return next((c for c in self.ranked if c.pupil.pupil_id == pupil_id), None)


@dataclass(frozen=True)
class Agreement:
    """Whom a teacher and the tests point at, by id; each in their own order."""

    both: tuple[str, ...]
    only_teacher: tuple[str, ...]
    only_data: tuple[str, ...]


def agreement(nominated: Sequence[str], suggestion: Suggestion) -> Agreement:
    """What a teacher's nominations and the tests' suggestions have in common, and what not."""
    suggested = [c.pupil.pupil_id for c in suggestion.suggested]
    return Agreement(
        tuple(i for i in suggested if i in nominated),
        tuple(i for i in dict.fromkeys(nominated) if i not in suggested),
        tuple(i for i in suggested if i not in nominated),
    )


def suggest(
    area: AreaKey,
    pupils: Sequence[Pupil],
    answers: Sequence[Answer],
    tests: Mapping[str, Test],
    cuts: CutScores,
) -> Suggestion:
    """Ranks pupils in an area by shrunken share and suggests the lowest.

    `answers` may be of more pupils than can be suggested: all of them say how hard the tasks were. Answers to
    another test than the class's are left out. With too few tasks in the area nobody is suggested. Equal
    scores keep the order of `pupils`. Source: Kelley 1947; Haberman 2008.
    """
    counted = [answer for answer in answers if not answer.outside]
    size = next((s for s in area_sizes(tests.values()) if s.area == area), AreaSize(area))
    weight = area_weight(area, tests, counted)
    found = _candidates(area, pupils, counted, tests, cuts, weight)
    place = {pupil.pupil_id: i for i, pupil in enumerate(pupils)}
    ranked = sorted(found.values(), key=lambda c: (_score(c), place[c.pupil.pupil_id]))
    suggested = _lowest(ranked, cuts) if size.enough else []
    return Suggestion(
        size,
        tuple(ranked),
        tuple(suggested),
        tuple(_near(ranked, suggested, cuts)),
        tuple(pupil for pupil in pupils if pupil.pupil_id not in found),
        weight,
    )


def area_weight(area: AreaKey, tests: Mapping[str, Test], answers: Iterable[Answer]) -> float:
    """M for an area of several tests: the mean of each test's own M, by its number of tasks in the area.

    M does not depend on a test's length, so the tests speak of the same number. A test whose α rests on fewer
    than 8 pupils without a missing answer has the usual M.
    """
    answers = list(answers)
    weights = []
    for test in tests.values():
        inside = sum(area.holds(task) for task in test.counted)
        sitting = taken(test, answers)
        weights += [weight_of(len(sitting.maxima), alpha_of(sitting))] * inside
    return fsum(weights) / len(weights) if weights else USUAL_WEIGHT


def _candidates(
    area: AreaKey,
    pupils: Sequence[Pupil],
    answers: Sequence[Answer],
    tests: Mapping[str, Test],
    cuts: CutScores,
    weight: float,
) -> dict[str, Candidate]:
    """The pupils with an answer in the area."""
    tasks = {(test_id, task.number): task for test_id, test in tests.items() for task in test.counted}
    inside = {place for place, task in tasks.items() if area.holds(task)}
    by_task = add_up(answers, tests, lambda answer, task: (answer.test_id, task.number))
    in_area = add_up(answers, tests, lambda a, task: a.pupil_id if area.holds(task) else None)
    in_all = add_up(answers, tests, lambda answer, _task: answer.pupil_id)
    answered: defaultdict[str, set[Place]] = defaultdict(set)
    for answer in answers:
        if answer.points is not None and (answer.test_id, answer.task) in tasks:
            answered[answer.pupil_id].add((answer.test_id, answer.task))
    found: dict[str, Candidate] = {}
    for pupil in pupils:
        mine, total = in_area.get(pupil.pupil_id), in_all.get(pupil.pupil_id)
        evidence = _evidence(mine, cuts) if mine else None
        if evidence is None or total is None:
            continue
        took = answered[pupil.pupil_id]
        area_share, overall = _level(by_task, took & inside), _level(by_task, took)
        expected = expected_share(total.share or 0.0, area_share, overall)
        score = shrunken_share(evidence.share, evidence.tasks, expected, weight)
        error = standard_error(score, evidence.tasks, weight)
        found[pupil.pupil_id] = Candidate(pupil, evidence, expected, score, error)
    return found


def _evidence(found: Sum, cuts: CutScores) -> Evidence | None:
    return pupil_evidence(found.points, found.max_points, found.tasks, cuts, observed=found.observed)


def _level(by_task: Mapping[Place, Sum], took: Collection[Place]) -> float:
    """The share that everybody earned at the tasks that one pupil answered."""
    maximum = fsum(by_task[place].max_points for place in took)
    return fsum(by_task[place].points for place in took) / maximum if maximum else 0.0


def _score(candidate: Candidate) -> tuple[float, float]:
    """What ranks: the score, then the plain share; rounded, so that equal is equal in any order of adding."""
    return round(candidate.score, _DIGITS), round(candidate.evidence.share, _DIGITS)


def _lowest(ranked: Sequence[Candidate], cuts: CutScores) -> list[Candidate]:
    """Up to eight whose score is in the red zone; if fewer than six, up to six who may well be in it."""
    red = [c for c in ranked if zone_of(c.score, cuts) == "red"]
    if len(red) >= FEWEST:
        return red[:MOST]
    return [c for c in ranked if zone_of(c.score - c.error, cuts) == "red"][:FEWEST]


def _near(ranked: Sequence[Candidate], suggested: Sequence[Candidate], cuts: CutScores) -> list[Candidate]:
    """Those below the green zone who cannot be told from the last suggested."""
    if not suggested:
        return []
    rest = [c for c in ranked[len(suggested) :] if zone_of(c.score, cuts) != "green"]
    return [c for c in rest if c.is_near(suggested[-1])]
