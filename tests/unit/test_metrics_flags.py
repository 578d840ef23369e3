"""Many areas are looked at: which survive it, and how often that is wrong or finds what is there."""

from collections.abc import Sequence

import numpy as np
import pytest

from bench.colours import DESIGNS, DOCS, NOTHING_WEAK, PUPILS, RUNS, WEAK, Scenario, pupil_colours, rates
from bench.rasch import TASKS_SD, klasse
from metrics.difference import Difference, area_difference, sides
from metrics.flags import weak_flags


def differences(*pairs: tuple[float, float]) -> list[Difference]:
    return [Difference(value, 0.05, 20.0, p, value - 0.1, value + 0.1) for value, p in pairs]


@pytest.mark.parametrize(
    ("ps", "flagged"),
    [
        ((0.01, 0.02, 0.03, 0.05), [True, True, True, True]),  # the largest is q itself
        ((0.02, 0.02, 0.03, 0.06), [True, True, True, False]),
        ((0.02, 0.04, 0.06, 0.08), [False] * 4),  # 4/1 · 0,02 and 4/2 · 0,04 are above .05
        ((0.012,), [True]),
    ],
)
def test_what_survives_depends_on_how_many_were_looked_at(ps: Sequence[float], flagged: list[bool]) -> None:
    assert weak_flags(differences(*((-0.2, p) for p in ps))) == flagged


def test_less_than_ten_points_below_is_never_flagged_however_sure() -> None:
    assert weak_flags(differences((-0.09, 0.0001), (-0.10, 0.0001), (0.3, 0.0001))) == [False, True, False]


def test_nothing_looked_at_gives_nothing() -> None:
    assert weak_flags([]) == []


@pytest.mark.parametrize("tasks", [2, 3, 5, 10])
def test_few_pupils_truly_at_60_percent_get_a_full_red(tasks: int) -> None:
    found = pupil_colours(tasks, 4000)
    assert found.total() == 4000
    assert found["full red"] < 400


@pytest.mark.parametrize("scenario", NOTHING_WEAK, ids=lambda s: s.name)
def test_classes_without_a_weak_area_are_seldom_flagged(scenario: Scenario) -> None:
    assert rates(DESIGNS[0], scenario, 15, 2, 200)[2] < 0.10


def test_a_weak_area_is_found_in_many_classes_and_not_in_all() -> None:
    found, elsewhere, _anywhere = rates(DESIGNS[0], WEAK, 24, 3, 150)
    assert 0.5 < found < 0.9
    assert elsewhere < 0.05


@pytest.mark.parametrize("classes", [1, 4])
def test_the_error_is_the_spread_that_is_seen_when_everything_is_drawn_anew(classes: int) -> None:
    area, none = np.repeat(np.arange(5), 4), np.zeros(20)
    rng = np.random.default_rng(7)
    difficulty = rng.normal(0, TASKS_SD, 20)
    found = []
    for _run in range(600):
        own = klasse(20, 0.0, none, difficulty, rng)
        others = np.concatenate([klasse(20, 0.0, none, difficulty, rng) for _class in range(classes)])
        both = sides(own, others, np.full(20, 2.0), [0] * 20)
        found.append(area_difference(both, area == 0))
    values = np.array([one.value for one in found if one])
    errors = np.array([one.error for one in found if one])
    assert errors.mean() == pytest.approx(values.std(), rel=0.08)
    # and 95 of 100 intervals hold what is true: nothing
    held = np.mean([one.low <= 0 <= one.high for one in found if one])
    assert held == pytest.approx(0.95, abs=0.025)


def test_the_tables_in_the_docs_are_what_the_simulation_gives() -> None:
    lines = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    rows = [row for line in lines if "%" in (row := [cell.strip() for cell in line.split("|")[1:-1]])[-1]]
    (pupils,) = [row for row in rows if row[0] == "3" and len(row) == 5]
    assert percent(pupils[1]) == pytest.approx(pupil_colours(3, PUPILS)["full red"] / PUPILS, abs=0.003)
    first = next(row for row in rows if row[:2] == ["24", "4"])
    assert percent(first[2]) == pytest.approx(rates(DESIGNS[0], NOTHING_WEAK[0], 24, 4, RUNS)[2], abs=0.003)
    for row in rows:
        if len(row) == 5:
            assert percent(row[1]) < 0.10
        elif len(row) == 7:
            assert max(percent(cell) for cell in row[2:5]) < 0.10


def percent(text: str) -> float:
    return float(text.rstrip("%")) / 100
