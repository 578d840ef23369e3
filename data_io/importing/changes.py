"""What a corrected sheet changes against what was seen before."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_io.importing.facts import Facts
from data_io.importing.plan import ImportPlan


@dataclass(frozen=True)
class Change:
    """One cell that says something else than before; None is missing."""

    pupil: str
    column: str
    before: float | None
    after: float | None


def changes_between(
    before: Mapping[tuple[int, str, int], float | None],
    facts: Facts,
    plan: ImportPlan,
    names: Mapping[str, str],
) -> tuple[Change, ...]:
    """The cells that differ; nothing where the slices were never filled before."""
    if not before:
        return ()
    seen = {number for number, _pupil, _task in before}
    after = {place: value for place, value in facts.by_place() if place[0] in seen}
    differing = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return tuple(
        Change(names.get(pupil, pupil), _column(plan, number, task), before.get(key), after.get(key))
        for key in differing
        for number, pupil, task in [key]
    )


def _column(plan: ImportPlan, number: int, task: int) -> str:
    target = plan.targets[number]
    if target.round is not None:
        return f"{target.klasse.name} {target.round} {target.subject}"
    return plan.reading.tasks[task - 1].label
