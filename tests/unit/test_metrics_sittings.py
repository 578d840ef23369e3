"""A test taken twice is one paper: its two sittings have ids of their own, and no more tasks to build on."""

from metrics.model import CutScores, paper_of, sitting_id
from metrics.shares import add_up, pupil_areas
from tests.unit.hand_made import answers, paper, task

TASKS = [task(number, 2, "Algebra") for number in range(1, 4)]
FIRST = paper(*TASKS, test_id="proeve")
SECOND = paper(*TASKS, test_id="proeve@2026-03-20")


def test_a_sitting_is_named_by_its_paper_and_day_and_the_first_by_the_paper_alone() -> None:
    assert sitting_id("proeve", "") == "proeve"
    assert sitting_id("proeve", "2026-03-20") == SECOND.test_id
    assert paper_of(SECOND.test_id) == SECOND.paper == FIRST.paper == "proeve"


def test_points_of_both_times_add_up_and_their_tasks_count_once() -> None:
    tests = {t.test_id: t for t in (FIRST, SECOND)}
    said = [*answers(FIRST, {"Ida": [0, 1, 2]}), *answers(SECOND, {"Ida": [2, 2, 2]})]

    total = add_up(said, tests, lambda _answer, _task: "alt")["alt"]
    assert (total.points, total.max_points, total.tasks, total.answers) == (9, 12, 3, 6)
    assert pupil_areas(said, tests, CutScores())["Algebra"].tasks == 3
