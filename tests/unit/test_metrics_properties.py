"""What is true of shares and colours whatever a class answered: missing values, merging, order."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.model import Answer, CutScores, Test
from metrics.shares import Sum, add_up, class_matrix, pupil_areas, pupil_signalord
from tests.unit.hand_made import answers, paper, task

CUTS = CutScores()
TEST = paper(
    task(1, 2, "Algebra", "Vis"),
    task(2, 3, "Algebra", "Skriv"),
    task(3, 1, "Tal", "Vis"),
    task(4, 2.5, "Tal", "Vis", observed=True),
    task(5, 4, "Tal", "Skriv"),
)
TESTS = {TEST.test_id: TEST}
relaxed = settings(deadline=None, database=None, max_examples=60)
# Points in quarters up to each task's maximum, or missing.
rows = st.tuples(
    *(st.one_of(st.none(), st.integers(0, round(4 * t.max_points)).map(lambda q: q / 4)) for t in TEST.tasks)
)


def classes(prefix: str) -> st.SearchStrategy[list[Answer]]:
    """A class of up to nine pupils, some of whom have a mark in place of points."""
    return st.lists(rows, max_size=9).map(
        lambda lines: answers(
            TEST,
            {
                f"{prefix} {i}": ["syg" if said is None else said for said in line]
                for i, line in enumerate(lines)
            },
        )
    )


def sums(given_: list[Answer], tests: Mapping[str, Test]) -> dict[tuple[str, str], Sum]:
    return add_up(given_, tests, lambda _a, t: (t.fagomraade or "", t.signalord or ""))


def missing(pupil: str, number: int) -> Answer:
    return Answer(pupil, TEST.test_id, number, None, "syg", None, None)


@relaxed
@given(given_=classes("Elev"), absent=st.lists(st.integers(1, 5), max_size=4), place=st.integers(0, 40))
def test_a_missing_value_more_changes_no_share_and_no_colour(
    given_: list[Answer], absent: list[int], place: int
) -> None:
    more = [*given_[:place], *(missing("Ny elev", number) for number in absent), *given_[place:]]

    assert sums(more, TESTS) == sums(given_, TESTS)
    assert class_matrix(more, TESTS, CUTS) == class_matrix(given_, TESTS, CUTS)
    assert pupil_areas(more, TESTS, CUTS) == pupil_areas(given_, TESTS, CUTS)


@relaxed
@given(one=classes("A"), other=classes("B"))
def test_two_classes_together_have_the_sum_of_their_sums(one: list[Answer], other: list[Answer]) -> None:
    first, second, both = sums(one, TESTS), sums(other, TESTS), sums([*one, *other], TESTS)

    assert set(both) == set(first) | set(second)
    for place, whole in both.items():
        parts = [part[place] for part in (first, second) if place in part]
        assert whole.points == pytest.approx(sum(p.points for p in parts))
        assert whole.max_points == pytest.approx(sum(p.max_points for p in parts))
        assert whole.answers == sum(p.answers for p in parts)
        assert whole.tasks >= max(p.tasks for p in parts)


@relaxed
@given(given_=classes("Elev"), data=st.data())
def test_the_order_of_the_answers_changes_nothing(given_: list[Answer], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_))

    assert class_matrix(shuffled, TESTS, CUTS) == class_matrix(given_, TESTS, CUTS)
    assert pupil_areas(shuffled, TESTS, CUTS) == pupil_areas(given_, TESTS, CUTS)
    assert pupil_signalord(shuffled, TESTS, CUTS) == pupil_signalord(given_, TESTS, CUTS)


@relaxed
@given(given_=classes("Elev"))
def test_no_colour_comes_from_nothing_and_no_interval_has_no_width(given_: list[Answer]) -> None:
    for cell in class_matrix(given_, TESTS, CUTS):
        evidence = cell.evidence
        assert evidence.tasks >= 1 and evidence.max_points > 0
        assert 0 <= evidence.low < evidence.high <= 1
        assert evidence.zone in evidence.may_be or not evidence.full
        assert evidence.full == (evidence.why == "sure")


@relaxed
@given(given_=classes("Elev"))
def test_an_unknown_maximum_is_told_wherever_it_counts(given_: list[Answer]) -> None:
    answered = [a for a in given_ if a.points is not None]

    for (area, word), one in sums(given_, TESTS).items():
        used = any(a.task == 4 for a in answered)
        assert one.observed == (used and (area, word) == ("Tal", "Vis"))
    for cell in class_matrix(given_, TESTS, CUTS):
        assert cell.evidence.observed == sums(given_, TESTS)[cell.fagomraade, cell.signalord].observed


def test_a_task_that_was_renamed_keeps_its_place_in_the_sum() -> None:
    given_ = answers(TEST, {"Ida": [2, 3, 1, 2, 4]})
    renamed = replace(TEST, tasks=tuple(replace(t, label=f"opg. {t.number}") for t in TEST.tasks))

    assert sums(given_, {TEST.test_id: renamed}) == sums(given_, TESTS)
