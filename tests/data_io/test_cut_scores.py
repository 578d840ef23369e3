"""The school's cut scores and its switch are kept with their history; what makes no sense is refused."""

from pathlib import Path

import pytest

from data_io.cut_scores import (
    cut_changes,
    few_changes,
    save_cut_scores,
    save_few_references,
    subjects_of,
)
from data_io.errors import KlasseblikError
from data_io.school import create_school
from data_io.store.store import Store, open_store
from metrics.cuts import cuts_of, few_allowed
from metrics.model import CutScores


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "skolen.duckdb", "school")


def test_a_school_begins_with_the_default_and_no_history(store: Store) -> None:
    school_id = create_school(store, "Fjordskolen")

    assert (cut_changes(store, school_id), few_changes(store, school_id)) == ([], [])
    assert subjects_of(store, school_id) == []


def test_every_change_is_kept_oldest_first_with_who_made_it(store: Store) -> None:
    school_id = create_school(store, "Fjordskolen")

    save_cut_scores(store, school_id, "matematik", None, CutScores(0.35, 0.7), "Mette Lund")
    save_cut_scores(store, school_id, "matematik", 0, CutScores(0.5, 0.8), "Jens Bach")
    save_cut_scores(store, school_id, "matematik", 0, None, "Mette Lund")

    changes = cut_changes(store, school_id)
    assert [(c.trin, c.cuts, c.by) for c in changes] == [
        (None, CutScores(0.35, 0.7), "Mette Lund"),
        (0, CutScores(0.5, 0.8), "Jens Bach"),
        (0, None, "Mette Lund"),
    ]
    assert [c.at for c in changes] == sorted(c.at for c in changes)
    assert cuts_of(changes, "matematik", 0) == CutScores(0.35, 0.7)


def test_another_schools_cut_scores_are_its_own(store: Store) -> None:
    here, there = create_school(store, "Fjordskolen"), create_school(store, "Åskolen")

    save_cut_scores(store, here, "matematik", 7, CutScores(0.3, 0.6), "Mette Lund")
    save_few_references(store, here, "matematik", True, "Mette Lund")

    assert (cut_changes(store, there), few_changes(store, there)) == ([], [])


@pytest.mark.parametrize(
    ("red", "green", "code"),
    [
        (-0.1, 0.7, "cut_range"),
        (0.4, 1.1, "cut_range"),
        (float("nan"), 0.7, "cut_range"),
        (0.7, 0.4, "cut_order"),
        (0.7, 0.7, "cut_order"),
        (0.66, 0.7, "cut_close"),
    ],
)
def test_cut_scores_that_make_no_sense_are_refused_and_nothing_is_kept(
    store: Store, red: float, green: float, code: str
) -> None:
    school_id = create_school(store, "Fjordskolen")

    with pytest.raises(KlasseblikError) as refused:
        save_cut_scores(store, school_id, "matematik", 7, CutScores(red, green), "Mette Lund")

    assert refused.value.code == code
    assert cut_changes(store, school_id) == []


@pytest.mark.parametrize(("red", "green"), [(0.4, 0.45), (0.65, 0.7), (0, 0.05), (0.95, 1)])
def test_five_percentage_points_apart_is_enough(store: Store, red: float, green: float) -> None:
    school_id = create_school(store, "Fjordskolen")

    save_cut_scores(store, school_id, "matematik", 7, CutScores(red, green), "Mette Lund")

    assert cuts_of(cut_changes(store, school_id), "matematik", 7) == CutScores(red, green)


def test_the_switch_remembers_who_turned_it_and_the_newest_holds(store: Store) -> None:
    school_id = create_school(store, "Fjordskolen")

    save_few_references(store, school_id, "matematik", True, "Mette Lund")
    save_few_references(store, school_id, "matematik", False, "Jens Bach")

    changes = few_changes(store, school_id)
    assert [(c.allowed, c.by) for c in changes] == [(True, "Mette Lund"), (False, "Jens Bach")]
    assert not few_allowed(changes, "matematik")
