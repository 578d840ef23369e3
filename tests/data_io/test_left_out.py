"""A task the subject team takes out stays out of the test until it is put back, whatever is read in."""

import datetime

import pytest

from data_io import queries
from data_io.errors import KlasseblikError
from data_io.left_out import leave_out, put_back
from data_io.scope import Scope
from metrics.class_test import class_test
from tests.data_io.a_school import School, point_rows

MAXIMA = [[2, 2, 4]]
IDA, BO = ["Ida", 2, 0, 4], ["Bo", 2, 2, 0]


def read(school: School, *pupils: list[object], klasse: str = "7.A", **said: object) -> None:
    outcome = school.test(rows=point_rows(*pupils, maxima=MAXIMA), klasse=klasse, **said)
    assert outcome.committed


def share(school: School, klasse: str = "7.A") -> float | None:
    """What the class got of the points, as its screens count it."""
    klasse_id = school.klasse_id(klasse)
    pupils = queries.pupils(school.store, school.scope, klasse_id)
    answers = queries.answers(school.store, school.scope, [klasse_id])
    total = class_test(school.tests(klasse)[0], pupils, answers).total
    return total.share if total else None


def out(school: School, klasse: str = "7.A") -> list[tuple[int, str, str]]:
    """The tasks that are out, with who took them out and why."""
    tasks = school.tests(klasse)[0].tasks
    return [(t.number, t.left_out.by, t.left_out.reason) for t in tasks if t.left_out]


def test_a_task_taken_out_is_outside_the_sums_and_back_in_them_when_put_back(school: School) -> None:
    read(school, IDA, BO)
    assert share(school) == 10 / 16

    leave_out(school.store, school.scope, school.tests()[0], 3, " trykfejl ")
    assert share(school) == 6 / 8
    assert out(school) == [(3, "lokal bruger", "trykfejl")]
    assert school.points() == {"Ida": [2, 0, 4], "Bo": [2, 2, 0]}

    put_back(school.store, school.scope, school.tests()[0], 3)
    assert share(school) == 10 / 16
    assert out(school) == []


def test_the_day_it_was_taken_out_is_kept(school: School) -> None:
    read(school, IDA)
    before = datetime.datetime.now(queries.COPENHAGEN).date()

    leave_out(school.store, school.scope, school.tests()[0], 1, "trykfejl")

    left_out = school.tests()[0].tasks[0].left_out
    assert left_out is not None
    assert before <= left_out.day <= datetime.datetime.now(queries.COPENHAGEN).date()


def test_a_task_can_be_taken_out_again(school: School) -> None:
    read(school, IDA)
    for reason in ("trykfejl", "forkert facit"):
        leave_out(school.store, school.scope, school.tests()[0], 1, reason)
        assert out(school) == [(1, "lokal bruger", reason)]
        put_back(school.store, school.scope, school.tests()[0], 1)

    assert out(school) == []


def test_a_task_that_is_out_already_stays_out_as_it_was(school: School) -> None:
    read(school, IDA)
    leave_out(school.store, school.scope, school.tests()[0], 1, "trykfejl")

    leave_out(school.store, school.scope, school.tests()[0], 1, "noget andet")

    assert out(school) == [(1, "lokal bruger", "trykfejl")]


def test_it_is_out_for_every_class_that_took_the_test(school: School) -> None:
    read(school, IDA, BO)
    read(school, ["Gry", 0, 0, 4], klasse="7.B", answers={"same_test": "yes"})

    leave_out(school.store, school.scope, school.tests("7.B")[0], 3, "trykfejl")

    assert (share(school, "7.A"), share(school, "7.B")) == (6 / 8, 0)


def test_reading_a_corrected_sheet_leaves_it_out(school: School) -> None:
    read(school, IDA, BO, file="7.A.xlsx")
    leave_out(school.store, school.scope, school.tests()[0], 3, "trykfejl")

    read(school, ["Ida", 1, 1, 4], BO, file="7.A.xlsx", answers={"same_test": "yes"})

    assert out(school) == [(3, "lokal bruger", "trykfejl")]
    assert share(school) == 6 / 8
    assert school.points()["Ida"] == [1, 1, 4]


@pytest.mark.parametrize("reason", ["", "   "])
def test_it_is_not_taken_out_without_a_reason(school: School, reason: str) -> None:
    read(school, IDA)

    with pytest.raises(KlasseblikError, match="Skriv, hvorfor") as error:
        leave_out(school.store, school.scope, school.tests()[0], 1, reason)

    assert error.value.code == "no_reason"
    assert out(school) == []


def test_the_last_task_stays(school: School) -> None:
    read(school, IDA)
    for number in (1, 2):
        leave_out(school.store, school.scope, school.tests()[0], number, "trykfejl")

    with pytest.raises(KlasseblikError, match="sidste opgave"):
        leave_out(school.store, school.scope, school.tests()[0], 3, "trykfejl")

    assert [number for number, _by, _reason in out(school)] == [1, 2]


def test_nobody_takes_a_task_out_of_a_test_they_cannot_see(school: School) -> None:
    read(school, IDA)
    stranger = Scope("Vikar", (), "ingen klasser")

    leave_out(school.store, stranger, school.tests()[0], 1, "trykfejl")

    assert out(school) == []
