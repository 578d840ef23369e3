"""What the others earned on a class's tests: only what is to be compared with, and nobody by name."""

import datetime

from data_io.reference_queries import reference_answers, references
from data_io.scope import Scope
from metrics.model import Answer
from metrics.reference import Reference
from tests.data_io.a_school import School, point_rows

SAME = {"same_test": "yes"}


def read(school: School, klasse: str, skoleaar: str, day: datetime.date, *pupils: list[object]) -> None:
    outcome = school.test(
        rows=point_rows(*pupils, maxima=[[3, 3, 3]]),
        klasse=klasse,
        skoleaar=skoleaar,
        date=day,
        answers=SAME,
    )
    assert outcome.committed


def two_year_groups(school: School) -> None:
    read(school, "7.A", "2024/25", datetime.date(2025, 1, 15), ["Gry", 3, 2, 1], ["Tue", 0, 1, None])
    read(school, "7.A", "2025/26", datetime.date(2026, 1, 14), ["Ida", 1, 1, 1], ["Bo", 2, 2, 2])


def compared(school: School, scope: Scope | None = None) -> tuple[list[Reference], list[Answer]]:
    klasse_id = school.klasse_id()
    ids = [t.test_id for t in school.tests()]
    seen = scope or school.scope
    found = references(school.store, seen, klasse_id, "2025/26", ids, few_allowed=False)
    mine = [school.pupil_id(name) for name in school.pupils()]
    return list(found.values()), reference_answers(school.store, seen, found, mine)


def test_a_class_is_compared_with_last_years_on_the_same_test(school: School) -> None:
    two_year_groups(school)

    (reference,), answers = compared(school)

    assert (reference.kind, reference.klasse_ids) == ("earlier", (school.klasse_id(year="2024/25"),))
    assert sorted(a.points for a in answers if a.points is not None) == [0, 1, 1, 2, 3]


def test_the_others_have_no_names_and_no_cells(school: School) -> None:
    two_year_groups(school)

    _reference, answers = compared(school)

    assert {a.pupil_id for a in answers} == {"#1", "#2"}
    assert {(a.row, a.column, a.source) for a in answers} == {(None, None, None)}


def test_a_teacher_of_one_class_is_given_the_sums_of_the_others_and_no_more(school: School) -> None:
    two_year_groups(school)

    (reference,), answers = compared(school, Scope("Mette", (school.klasse_id(),), "klasselærer"))

    assert (reference.kind, len(answers)) == ("earlier", 6)


def test_who_may_not_see_the_class_is_given_nothing(school: School) -> None:
    two_year_groups(school)

    elsewhere = Scope("Mette", (school.klasse_id(year="2024/25"),), "klasselærer")

    assert compared(school, elsewhere) == ([], [])


def test_a_pupil_who_repeats_the_year_is_not_compared_with_themselves(school: School) -> None:
    school.class_list(("Ida", "idaa1"), ("Gry", "gryy1"), ("Tue", "tuee1"), year="2024/25")
    school.class_list(("Ida", "idaa1"), ("Bo", "booo1"))
    last = [["Ida", 0, 0, 1], ["Gry", 3, 3, 3], ["Tue", 3, 3, 3]]
    read(school, "7.A", "2024/25", datetime.date(2025, 1, 15), *last)
    read(school, "7.A", "2025/26", datetime.date(2026, 1, 14), ["Ida", 1, 1, 1], ["Bo", 2, 2, 2])

    _reference, answers = compared(school)

    assert [a.points for a in answers] == [3] * 6
