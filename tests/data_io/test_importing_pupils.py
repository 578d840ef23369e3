"""A row of a sheet becomes the right child's, or a question; it is never guessed."""

from typing import Any

from tests.data_io.a_school import MARCH, School, asked

LOGIN_ROWS: list[list[Any]] = [
    ["Uni-login", "1.1", "1.2", "1.3"],
    ["idah1234", 1, 2, 3],
    ["boda1234", 3, 2, 1],
]


def test_without_a_class_list_every_name_is_a_pupil_of_the_class_not_yet_confirmed(school: School) -> None:
    outcome = school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])

    assert outcome.committed
    assert outcome.committed.new_pupils == 2
    assert school.points() == {"Bo": [3, 2, 1], "Ida": [1, 2, 3]}


def test_the_same_names_are_the_same_pupils_in_the_next_test(school: School) -> None:
    school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])
    school.test(["Ida", 0, 0, 1], ["Bo", 1, 1, 1], **MARCH)

    assert school.pupils() == ["Bo", "Ida"]
    assert sorted(school.points()["Ida"], key=str) == [0, 0, 1, 1, 2, 3]


def test_a_uni_login_finds_its_pupil_on_the_class_list(school: School) -> None:
    school.class_list(("Ida Holm", "idah1234"), ("Bo Dal", "BODA1234"))

    outcome = school.test(rows=LOGIN_ROWS)

    assert outcome.committed
    assert school.points() == {"Bo Dal": [3, 2, 1], "Ida Holm": [1, 2, 3]}


def test_a_whole_name_finds_its_pupil_however_it_is_written(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal")

    assert school.test(["Holm, Ida", 1, 2, 3], ["bo  dal", 3, 2, 1]).committed

    assert school.points() == {"Bo Dal": [3, 2, 1], "Ida Holm": [1, 2, 3]}


def test_a_first_name_finds_its_pupil_where_only_one_has_it(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal", "Bo Ek")

    outcome = school.test(["Ida", 1, 2, 3], ["Bo", 3, 2, 1])

    assert asked(outcome) == ["who_is"]
    assert outcome.blocking[0].message == "Hvem er Bo? Navnet i A3 står ikke sådan på klasselisten."
    assert {text for _code, text in outcome.blocking[0].options} >= {"Bo Dal", "Bo Ek"}


def test_a_name_that_is_only_alike_is_asked_about(school: School) -> None:
    school.class_list("Ida Holm", "Peter Nielsen")

    outcome = school.test(["Ida Holm", 1, 2, 3], ["Peter N.", 3, 2, 1], ["Ida Holmgaard", 1, 1, 1])

    assert asked(outcome) == ["who_is", "who_is"]
    assert school.tests() == []


def test_an_answer_is_remembered_the_next_time(school: School) -> None:
    school.class_list("Ida Holm", "Peter Nielsen")
    peter = school.pupil_id("Peter Nielsen")

    assert school.test(["Ida", 1, 2, 3], ["Pelle", 3, 2, 1], answers={"who_is@A3": peter}).committed
    assert school.test(["Pelle", 1, 1, 1], ["Ida", 1, 2, 3], **MARCH).committed

    assert school.points()["Peter Nielsen"] in ([3, 2, 1, 1, 1, 1], [1, 1, 1, 3, 2, 1])


def test_an_answer_may_name_the_pupil_by_uni_login(school: School) -> None:
    school.class_list(("Ida Holm", "idah1234"), ("Peter Nielsen", "pete1234"))

    assert school.test(["Ida", 1, 2, 3], ["Pelle", 3, 2, 1], answers={"who_is@A3": "pete1234"}).committed

    assert school.points()["Peter Nielsen"] == [3, 2, 1]


def test_the_answer_may_be_that_the_pupil_is_new(school: School) -> None:
    school.class_list("Ida Holm")

    assert school.test(["Ida", 1, 2, 3], ["Zara", 3, 2, 1], answers={"who_is@A3": "new"}).committed

    assert school.points() == {"Ida Holm": [1, 2, 3], "Zara": [3, 2, 1]}


def test_an_answer_that_is_no_pupil_answers_nothing(school: School) -> None:
    school.class_list("Ida Holm")

    assert asked(school.test(["Pelle", 1, 2, 3], answers={"who_is@A2": "Ida"})) == ["who_is"]


def test_two_pupils_of_one_name_are_told_apart_by_uni_login_or_asked_about(school: School) -> None:
    school.class_list(("Emma Holm", "emma1111"), ("Emma Holm", "emma2222"))
    by_login: list[list[Any]] = [
        ["Uni-login", "Navn", "1.1", "1.2"],
        ["emma2222", "Emma Holm", 1, 2],
        ["emma1111", "Emma Holm", 3, 0],
    ]

    assert school.test(rows=by_login).committed
    assert asked(school.test(["Emma Holm", 1, 2, 3], **MARCH)) == ["who_is"]

    keys = school.store.rows("pupil_keys", school_id=school.school_id)
    histories = {key["said"]: school.history(key["pupil_id"]) for key in keys}
    assert histories == {"emma1111": [3, 0], "emma2222": [1, 2]}


def test_a_name_never_beats_a_uni_login_that_says_another_child(school: School) -> None:
    school.class_list(("Emma Holm", "emma1111"))

    rows: list[list[Any]] = [["Uni-login", "Navn", "1.1", "1.2"], ["emma2222", "Emma Holm", 1, 2]]

    outcome = school.test(rows=rows)

    assert asked(outcome) == ["who_is"]


def test_two_rows_that_turn_out_to_be_one_pupil_are_an_error(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal")

    outcome = school.test(["Ida", 1, 2, 3], ["Ida Holm", 3, 2, 1])

    assert asked(outcome) == ["same_pupil"]
    assert outcome.blocking[0].message.startswith("A2 og A3 er begge læst som Ida Holm.")


def test_a_pupil_who_moves_class_keeps_the_history(school: School) -> None:
    school.class_list(("Ida Holm", "idah1234"), ("Bo Dal", "boda1234"))
    school.class_list(("Gry Ulv", "gryu1234"), klasse="7.B")
    school.test(rows=LOGIN_ROWS)
    ida = school.pupil_id("Ida Holm")

    school.class_list(("Bo Dal", "boda1234"))
    school.class_list(("Gry Ulv", "gryu1234"), ("Ida Holm", "idah1234"), klasse="7.B")
    rows: list[list[Any]] = [["Uni-login", "1.1"], ["idah1234", 5], ["gryu1234", 4]]
    school.test(rows=rows, klasse="7.B", **MARCH)

    assert school.pupil_id("Ida Holm", "7.B") == ida
    assert sorted(school.history(ida), key=str) == [1, 2, 3, 5]
    assert school.points("7.B") == {"Gry Ulv": [4], "Ida Holm": [5]}


def test_a_pupil_the_list_does_not_have_yet_is_shown_where_the_results_are(school: School) -> None:
    school.class_list(("Ida Holm", "idah1234"))
    school.class_list(("Bo Dal", "boda1234"), klasse="7.B")

    assert school.test(rows=LOGIN_ROWS).committed

    assert school.points() == {"Bo Dal": [3, 2, 1], "Ida Holm": [1, 2, 3]}
