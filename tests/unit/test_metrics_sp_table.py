"""The S–P table stands in order, its lines count what was solved, and a task taken out is in no sum."""

import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.class_test import class_test
from metrics.model import CutScores, LeftOut, Test
from metrics.score_matrix import ScoreMatrix, matrix_of
from metrics.shares import class_matrix, pupil_areas, pupil_shares
from metrics.sp_table import sp_table
from tests.unit.hand_made import answers, paper, pupils, task, tasks_of
from tests.unit.test_metrics_item_analysis import TINY, matrix

relaxed = settings(deadline=None, database=None)
CUTS = CutScores()
OUT = LeftOut(datetime.date(2026, 12, 1), "Mette Lund", "trykfejl")


def without(test: Test, number: int) -> Test:
    tasks = [replace(t, left_out=OUT) if t.number == number else t for t in test.tasks]
    return replace(test, tasks=tuple(tasks))


# ---- the table ----


def test_pupils_stand_by_tasks_solved_and_tasks_by_pupils_who_solved_them() -> None:
    table = sp_table(matrix(TINY))

    assert table.pupils == (0, 5, 1, 2, 3, 4)
    assert table.tasks == (0, 1, 3, 2, 4)


def test_the_lines_count_each_pupils_tasks_and_each_tasks_pupils() -> None:
    table = sp_table(matrix(TINY))

    assert table.s_line == (4, 4, 3, 3, 3, 1)
    assert table.p_line == (5, 5, 4, 3, 1)


def test_ties_stand_by_points_and_then_as_in_the_class_list_and_the_paper() -> None:
    table = sp_table(matrix([(2, 1), (2, 2), (2, 1)], printed=(2, 2)))

    assert table.pupils == (1, 0, 2)
    assert table.tasks == (0, 1)


def test_who_misses_an_answer_stands_by_the_part_they_solved_of_the_others() -> None:
    table = sp_table(matrix([(1, 0, 0, 1), (1, 1, 1, None), (1, 1, 0, 1)]))

    assert table.pupils == (1, 2, 0)
    assert table.s_line == (4, 3, 2)


def test_a_table_of_nobody_is_empty() -> None:
    table = sp_table(ScoreMatrix((), ("1",), (None,), ()))

    assert (table.pupils, table.s_line, table.p_line) == ((), (), (0,))


@relaxed
@given(st.lists(st.tuples(*[st.integers(0, 1)] * 5), max_size=12))
def test_without_gaps_both_lines_fall_and_have_the_same_number_of_cells_before_them(
    rows: list[tuple[int, ...]],
) -> None:
    table = sp_table(matrix(rows))

    assert sorted(table.s_line, reverse=True) == list(table.s_line)
    assert sorted(table.p_line, reverse=True) == list(table.p_line)
    if any(map(any, rows)):
        known = [column for column in zip(*rows, strict=True) if any(column)]
        assert sum(table.s_line) == sum(table.p_line) == sum(map(sum, known))


# ---- the matrix of a class's test ----


def test_the_matrix_has_those_who_took_the_test_and_knows_which_maxima_are_printed() -> None:
    test = paper(task(1, 3), task(2, 2, observed=True))
    given_ = answers(test, {"Ida": [3, 1], "Bo": ["syg", "syg"], "Eva": [0, "blank"]})

    found = matrix_of(class_test(test, pupils("Ida", "Bo", "Eva"), given_))

    assert found.pupils == ("Ida", "Eva")
    assert found.points == ((3, 1), (0, None))
    assert found.printed == (3, None)
    assert found.maxima == (3, 1)


# ---- a task taken out ----


def test_a_task_taken_out_is_in_no_sum_and_in_no_maximum() -> None:
    test = paper(*tasks_of(2, 2, 4))
    given_ = answers(test, {"Ida": [2, 0, 4], "Bo": [1, 0, 0]})

    found = class_test(without(test, 2), pupils("Ida", "Bo"), given_)

    assert [line.total and line.total.share for line in found.lines] == [1.0, 1 / 6]
    assert sorted(found.by_task) == [1, 3]
    assert [t.number for t, _share in found.hardest()] == [3, 1]
    assert found.test.max_points == 6
    assert matrix_of(found).points == ((2, 4), (1, 0))


def test_the_answers_to_a_task_taken_out_are_still_there() -> None:
    test = paper(*tasks_of(2, 2))
    found = class_test(without(test, 2), pupils("Ida"), answers(test, {"Ida": [2, 1]}))

    assert found.lines[0].answers[2].points == 1
    assert len(found.test.tasks) == 2


def test_a_task_taken_out_colours_no_area_and_is_named_in_none() -> None:
    test = paper(task(1, 2, "Algebra", "Vis"), task(2, 2, "Algebra", "Vis"), task(3, 2, "Geometri", "Vis"))
    given_ = answers(test, {"Ida": [2, 0, 0], "Bo": [2, 0, 0]})
    one = {test.test_id: without(without(test, 2), 3)}

    assert [(c.fagomraade, c.labels, c.evidence.share) for c in class_matrix(given_, one, CUTS)] == [
        ("Algebra", ("1",), 1.0)
    ]
    assert list(pupil_areas(given_[:3], one, CUTS)) == ["Algebra"]
    assert pupil_shares(given_, one) == {"Ida": 1.0, "Bo": 1.0}


def test_a_task_taken_out_stars_no_maximum() -> None:
    test = paper(task(1, 2), task(2, 2, observed=True))

    assert test.observed
    assert not without(test, 2).observed
