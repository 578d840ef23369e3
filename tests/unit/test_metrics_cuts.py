"""Which cut scores hold where, how they changed, and how many colours a change moves."""

import datetime

from metrics.cut_preview import ColoursMoved, Moved, colours_moved
from metrics.cuts import CutChange, FewReferences, cut_steps, cuts_of, few_allowed
from metrics.model import CutScores
from tests.unit.hand_made import answers, paper, task

DEFAULT = CutScores()
LOW, HIGH = CutScores(0.35, 0.7), CutScores(0.5, 0.8)


def change(
    day: int, cuts: CutScores | None, trin: int | None = None, subject: str = "matematik"
) -> CutChange:
    at = datetime.datetime(2026, 12, day, 12, tzinfo=datetime.UTC)
    return CutChange(subject, trin, cuts, at, "Mette Lund")


def test_a_trins_own_cut_scores_go_before_the_subjects_and_these_before_the_default() -> None:
    changes = [change(1, LOW), change(2, HIGH, trin=7)]

    assert cuts_of(changes, "matematik", 7) == HIGH
    assert cuts_of(changes, "matematik", 8) == LOW
    assert cuts_of(changes, "matematik", None) == LOW
    assert cuts_of(changes, "dansk", 7) == DEFAULT


def test_trin_0_is_a_trin_of_its_own() -> None:
    changes = [change(1, LOW), change(2, HIGH, trin=0)]

    assert (cuts_of(changes, "matematik", 0), cuts_of(changes, "matematik", None)) == (HIGH, LOW)


def test_the_newest_holds_and_what_is_taken_back_follows_the_subject_again() -> None:
    changes = [change(1, LOW), change(2, HIGH, trin=7), change(3, None, trin=7)]

    assert cuts_of(changes, "matematik", 7) == LOW
    assert cuts_of([*changes, change(4, None)], "matematik", 7) == DEFAULT


def test_a_trin_is_told_of_the_changes_that_moved_its_own_cut_scores() -> None:
    changes = [change(1, HIGH, trin=7), change(2, LOW), change(3, LOW), change(4, LOW, subject="dansk")]

    seventh = cut_steps(changes, "matematik", 7)
    eighth = cut_steps(changes, "matematik", 8)

    assert [(s.before, s.after, s.at.day) for s in seventh] == [(DEFAULT, HIGH, 1)]
    assert [(s.before, s.after, s.at.day) for s in eighth] == [(DEFAULT, LOW, 2)]


def test_few_references_are_off_until_the_subject_team_switches_them_on() -> None:
    at = datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
    on = FewReferences("matematik", True, at, "Mette Lund")

    assert not few_allowed([], "matematik")
    assert few_allowed([on], "matematik")
    assert not few_allowed([on], "dansk")
    assert not few_allowed([on, FewReferences("matematik", False, at, "Mette Lund")], "matematik")


TEST = paper(task(1, 2, "Algebra", "Vis"), task(2, 4, "Algebra", "Skriv"), task(3, 4))
ANSWERS = answers(TEST, {"Ida": [1, 4, 4], "Noah": [0, 2, "syg"], "Alma": [2, 4, 0]})


def test_a_preview_counts_what_changes_colour_and_of_how_many() -> None:
    # Half of the points are yellow, and red under 55 %: Ida's task 1 and Noah's task 2, the class's Vis, 3/6.
    moved = colours_moved(ANSWERS, {"januar": TEST}, DEFAULT, CutScores(0.55, 0.7))

    assert moved == ColoursMoved(Moved(1, 2), Moved(0, 3), Moved(2, 8))
    assert moved + moved == ColoursMoved(Moved(2, 4), Moved(0, 6), Moved(4, 16))


def test_nothing_changes_colour_where_the_cut_scores_stay() -> None:
    moved = colours_moved(ANSWERS, {"januar": TEST}, DEFAULT, CutScores())

    assert (moved.cells.changed, moved.areas.changed, moved.answers.changed) == (0, 0, 0)
    assert colours_moved([], {}, DEFAULT, LOW) == ColoursMoved()
