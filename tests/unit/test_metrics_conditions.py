"""Who took another test is shown and stands outside the class's sums; other conditions change none."""

from dataclasses import replace

from metrics.class_test import class_test
from metrics.model import EXTRA_TIME, OTHER_TEST, READ_ALOUD, Answer, CutScores
from metrics.shares import class_matrix
from tests.unit.hand_made import answers, paper, pupils, task, tasks_of
from ui.pupil_view import test_lines as lines_of
from ui.reasons import conditions_said
from ui.sentences import test_facts as facts_of
from ui.task_grid import task_grid

THREE = paper(*tasks_of(2, 4, 4))
ROWS: dict[str, list[float | str | None]] = {"Ida": [2, 4, 4], "Noah": [0, 0, 0], "Alma": [1, 2, 2]}


def with_conditions(pupil: str, *conditions: str) -> list[Answer]:
    return [replace(a, conditions=conditions) if a.pupil_id == pupil else a for a in answers(THREE, ROWS)]


def test_another_test_is_outside_the_classs_sums() -> None:
    result = class_test(THREE, pupils(*ROWS), with_conditions("Noah", OTHER_TEST))

    assert result.total is not None
    assert (result.total.points, result.total.max_points) == (15, 20)
    assert [result.by_task[n].points for n in (1, 2, 3)] == [3, 6, 6]
    assert [line.pupil.name for line in result.present] == ["Ida", "Alma"]
    assert [line.pupil.name for line in result.outside] == ["Noah"]
    assert result.absent == ()


def test_reading_aloud_and_extra_time_change_no_sum() -> None:
    plain = class_test(THREE, pupils(*ROWS), answers(THREE, ROWS))
    result = class_test(THREE, pupils(*ROWS), with_conditions("Noah", READ_ALOUD, EXTRA_TIME))

    assert (result.total, result.by_task) == (plain.total, plain.by_task)
    assert result.lines[1].conditions == (READ_ALOUD, EXTRA_TIME)


def test_by_result_another_test_stands_below_those_who_took_the_classs() -> None:
    result = class_test(THREE, pupils(*ROWS), with_conditions("Ida", OTHER_TEST))

    assert [line.pupil.name for line in result.by_result()] == ["Alma", "Noah", "Ida"]


def test_another_test_is_outside_the_classs_matrix() -> None:
    test = paper(task(1, 4, "Algebra", "Vis"))
    given = answers(test, {"Ida": [4], "Noah": [0]})
    other = [replace(a, conditions=(OTHER_TEST,)) if a.pupil_id == "Noah" else a for a in given]

    (cell,) = class_matrix(other, {test.test_id: test}, CutScores())

    assert (cell.evidence.points, cell.evidence.max_points) == (4, 4)


def test_a_test_only_a_hold_took_has_a_line_for_those_who_took_it() -> None:
    hold = replace(THREE, hold="Mat 1")

    result = class_test(hold, pupils(*ROWS, "Bo"), answers(hold, {"Ida": [1, 1, 1]}))

    assert [line.pupil.name for line in result.lines] == ["Ida"]
    assert result.absent == ()


def test_the_grid_marks_the_name_and_says_that_another_test_is_outside() -> None:
    given = with_conditions("Noah", OTHER_TEST)
    given = [replace(a, conditions=(READ_ALOUD, EXTRA_TIME)) if a.pupil_id == "Ida" else a for a in given]
    result = class_test(THREE, pupils(*ROWS), given)

    grid = task_grid(result, result.lines, {}, CutScores())

    _klasse, ida, noah, alma = grid.rows
    assert (ida.header.text, ida.header.note) == ("Ida °", "oplæst og ekstra tid")
    assert ida.header.spoken == "Ida, oplæst og ekstra tid"
    assert ida.cells[-1].text == "10/10"
    assert noah.header.text == "Noah °"
    assert noah.cells[-1].text == "anden prøve"
    assert noah.cells[-1].note == "0 af 10 point, uden for klassens tal: anden prøve"
    assert (alma.header.text, alma.header.note) == ("Alma", None)


def test_the_screens_facts_count_those_outside() -> None:
    result = class_test(THREE, pupils(*ROWS), with_conditions("Noah", OTHER_TEST))

    assert facts_of(result) == "2 elever, 1 uden for klassens tal (anden prøve)"


def test_a_pupils_own_line_of_a_test_says_the_conditions() -> None:
    mine = [a for a in with_conditions("Noah", OTHER_TEST, READ_ALOUD) if a.pupil_id == "Noah"]

    (line,) = lines_of([THREE], mine)

    assert "0 af 10 point (0 %) · oplæst, uden for klassens tal: anden prøve" in line.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_conditions_are_said_in_words() -> None:
    assert conditions_said(()) == ""
    assert conditions_said((EXTRA_TIME, READ_ALOUD)) == "oplæst og ekstra tid"
    assert conditions_said((EXTRA_TIME, OTHER_TEST)) == "ekstra tid, uden for klassens tal: anden prøve"
