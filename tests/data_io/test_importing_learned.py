"""What was answered about how a sheet is built holds for the next sheet of the kind, and for that alone."""

import datetime
from typing import Any

import pytest

from data_io.errors import KlasseblikError
from data_io.importing.commit import commit
from data_io.importing.named_layouts import delete_layout, guidance_lookup, layouts_of, save_layout
from data_io.importing.options import ImportOptions
from data_io.importing.plan import ImportPlan, make_plan
from data_io.layouts.guidance import Guidance
from data_io.school import create_school
from data_io.store.store import open_store
from tests.data_io.a_school import MARCH, School, asked
from tests.data_io.filled_sheets import (
    BLUE,
    DARK,
    FIVE,
    GREEN,
    RATED,
    RED,
    Fills,
    Rows,
    coloured,
    read_filled,
)
from tests.data_io.result_sheets import LABELS, SIGNALORD

APRIL: dict[str, Any] = {"title": "MAT 9", "date": datetime.date(2026, 4, 7)}


def nameless(*pupils: list[Any]) -> list[list[Any]]:
    """A sheet with a column of numbers that nobody has headed."""
    return [
        ["Signalord", "Vis", "Skriv", "Beskriv", None],
        ["Opgave", "1.1", "1.2", "1.3", None],
        *(pupils or (["Ida", 1, 2, 3, 1], ["Bo", 3, 2, 1, 2])),
    ]


OTHER = nameless(["Ida", 2, 2, 2, 2], ["Bo", 3, 3, 3, 3])
ZEROS = nameless(["Ida", 0, 0, 0, 0], ["Bo", 3, 2, 1, 1])
LEAVE_OUT = {"nameless_column": "leave_out"}


def test_the_second_sheet_of_a_kind_asks_nothing(school: School) -> None:
    assert asked(school.test(rows=nameless())) == ["nameless_column"]
    assert school.test(rows=nameless(), answers={"nameless_column@E3": "leave_out"}).committed

    other = nameless(["Carl", 3, 1, 1, 4], ["Dorthe", 0, 2, 1, 5], ["Emil", 1, 1, 1, 6])
    other[0][1:4], other[1][1:4] = ["Tegn", "Find", "Vis"], ["2.1", "2.2", "2.3"]

    assert asked(school.test(rows=other, klasse="8.B", **MARCH)) == []


def test_a_sheet_that_is_built_in_another_way_asks(school: School) -> None:
    school.test(rows=nameless(), answers=LEAVE_OUT)
    built_otherwise = [["Fagligt område", "Algebra", None, None, None], *nameless()]

    assert asked(school.test(rows=built_otherwise, **MARCH)) == ["nameless_column"]


def test_another_school_asks(school: School) -> None:
    school.test(rows=nameless(), answers=LEAVE_OUT)
    store = open_store(school.folder / "anden.duckdb", "school")
    other = School(store, create_school(store, "Fjordskolen"), school.folder)

    assert asked(other.test(rows=nameless())) == ["nameless_column"]
    store.close()


def test_nothing_is_learned_before_the_sheet_is_read_in(school: School) -> None:
    held = school.test(rows=ZEROS, answers=LEAVE_OUT)
    assert asked(held) == ["all_zeros"]

    assert asked(school.test(rows=nameless())) == ["nameless_column"]


def test_a_safe_answer_that_nobody_gave_teaches_nothing(school: School) -> None:
    assert school.test(rows=nameless(), accept_defaults=True).committed

    assert asked(school.test(rows=OTHER, **MARCH)) == ["nameless_column"]


def test_what_was_said_at_an_import_that_is_taken_back_is_asked_again(school: School) -> None:
    school.undo(school.test(rows=nameless(), answers=LEAVE_OUT))

    assert asked(school.test(rows=OTHER, **MARCH)) == ["nameless_column"]


def test_who_was_absent_is_asked_of_every_sheet(school: School) -> None:
    school.test(rows=ZEROS, answers=LEAVE_OUT | {"all_zeros": "absent"})

    others = nameless(["Ida", 1, 1, 1, 0], ["Bo", 0, 0, 0, 1])
    assert asked(school.test(rows=others, **MARCH)) == ["all_zeros"]


def test_whether_tests_are_the_same_is_asked_of_every_sheet(school: School) -> None:
    school.test(rows=nameless(), answers=LEAVE_OUT)
    school.test(
        rows=nameless(["Gry", 1, 2, 3, 1], ["Ib", 1, 1, 1, 1]), klasse="7.B", answers={"same_test": "no"}
    )

    assert asked(school.test(rows=nameless(["Siri", 1, 2, 3, 1], ["Liv", 1, 1, 1, 1]), klasse="7.C")) == [
        "same_test"
    ]


def marks(klasse: str, *pupils: list[Any]) -> list[list[Any]]:
    rounds = [None, "1. termin", None, "2. termin", None]
    return [["Elev", klasse, *[None] * 3], rounds, [None, *["Dansk", "Mat"] * 2], *pupils]


def test_marks_that_could_be_levels_are_asked_about_once_for_a_layout_and_can_be_said_otherwise(
    school: School,
) -> None:
    rows = marks("7.A", ["Ida", 4, 2, 4, 4], ["Bo", 4, 4, 2, 2])
    told: dict[str, Any] = {"skoleaar": "2025/26"}
    assert set(asked(school.read(rows, **told))) == {"scale"}
    assert school.read(rows, answers={"scale": "mark"}, **told).committed

    assert school.read(marks("8.A", ["Gry", 4, 2, 2, 2], ["Siri", 4, 4, 4, 2]), **told).committed
    assert {r.scale for r in school.ratings(school.pupil_id("Gry", "8.A"))} == {"mark"}

    assert school.read(
        marks("9.A", ["Liv", 4, 2, 4, 4], ["Pil", 2, 2, 2, 4]), answers={"scale": "level"}, **told
    ).committed
    assert {r.scale for r in school.ratings(school.pupil_id("Liv", "9.A"))} == {"level"}


def test_rows_of_words_nobody_knows_are_asked_about_once_for_a_layout(school: School) -> None:
    def own(first: str, second: str, *pupils: list[Any]) -> list[list[Any]]:
        areas = [None, first, *[None] * 4, second, *[None] * 3]
        return [areas, [None, *SIGNALORD], [None, *LABELS], *pupils]

    rows = own("Brøker", "Areal", ["Anna", *[1] * 9], ["Bo", *[2] * 9])
    assert asked(school.test(rows=rows)) == ["heading_role"]
    assert asked(school.test(rows=rows, answers={"heading_role": "yes"})) == ["new_words"]
    assert school.test(rows=rows, answers={"heading_role": "yes", "new_words": "new"}).committed

    again = own("Areal", "Brøker", ["Anna", *[2] * 9], ["Bo", *[1] * 9])
    assert asked(school.test(rows=again, **MARCH)) == []


def read_coloured(
    school: School, rows: Rows, fills: Fills, legend: str | None = None, **said: Any
) -> ImportPlan:
    """Reads a coloured sheet in where nothing is left to ask."""
    path = coloured(school.folder / "farver.xlsx", rows, fills)
    answers = {"fill_legend": legend} if legend else {}
    options = ImportOptions(answers=answers, **said)
    plan = make_plan(school.store, school.school_id, read_filled(path), options)
    if plan.ready:
        commit(school.store, plan, path.name, path.name)
    return plan


def blocked(plan: ImportPlan) -> list[str]:
    return [problem.code for problem in plan.blocking]


AUTUMN = {"klasse": "7.A", "skoleaar": "2025/26", "round": "Efterår"}


def test_what_colours_mean_is_asked_once_for_the_whole_school(school: School) -> None:
    first = read_coloured(school, RATED, FIVE, **AUTUMN)
    assert blocked(first) == ["fill_legend"]
    assert read_coloured(school, RATED, FIVE, "yes", **AUTUMN).ready
    red_is_one = school.levels("Ida Uldum")["2025/26 Efterår dansk"]

    other: Rows = [
        ["8.B forår 2026"],
        ["Overskrift"],
        ["Elev", "Engelsk", "Dansk"],
        ["Gry Lund"],
        ["Bo Holm"],
    ]
    fewer: Fills = {4: [RED, GREEN], 5: [DARK, RED]}
    told = {"klasse": "8.B", "skoleaar": "2025/26", "round": "Forår"}

    assert blocked(read_coloured(school, other, fewer, **told)) == []
    assert school.levels("Gry Lund", "8.B")["2025/26 Forår engelsk"] == red_is_one == 1


def test_levels_by_colour_are_not_taken_for_points_by_colour(school: School) -> None:
    read_coloured(school, RATED, FIVE, "yes", **AUTUMN)
    tasks: Rows = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"], ["Ida Uldum"], ["Noah Aagesen"], ["Zoe Bach"]]
    fills: Fills = {2: [RED, GREEN, GREEN], 3: [RED, RED, GREEN], 4: [GREEN, GREEN, RED]}

    plan = read_coloured(school, tasks, fills, klasse="7.A", **MARCH)

    assert (plan.reading.kind, blocked(plan)) == ("test", ["fill_legend"])


def test_a_colour_that_nobody_has_explained_is_asked_about(school: School) -> None:
    read_coloured(school, RATED, FIVE, "yes", **AUTUMN)
    more: Fills = {**FIVE, 6: [None, BLUE, GREEN]}

    assert blocked(read_coloured(school, RATED, more, **AUTUMN)) == ["fill_legend"]


GUIDANCE = Guidance({0: "fagomraade", 4: "max"}, {2: "left-out"}, transposed=True)


def test_a_named_layout_is_kept_as_it_was_said(school: School) -> None:
    save_layout(school.store, school.school_id, "abc", " Mat-ark ", GUIDANCE, "Mette Lund")

    (named,) = layouts_of(school.store, school.school_id)
    assert (named.layout, named.name, named.saved_by) == ("abc", "Mat-ark", "Mette Lund")
    assert named.guidance == GUIDANCE
    look_up = guidance_lookup(school.store, school.school_id)
    assert (look_up("abc"), look_up("other")) == (GUIDANCE, None)


def test_a_layout_that_is_saved_again_is_replaced_and_one_that_is_deleted_is_gone(school: School) -> None:
    save_layout(school.store, school.school_id, "abc", "Mat-ark", GUIDANCE, "Mette Lund")
    save_layout(school.store, school.school_id, "abc", "Nyt navn", Guidance({1: "task"}), "Bo Holm")
    save_layout(school.store, school.school_id, "def", "Dansk-ark", Guidance(), "Bo Holm")

    names = {named.name: named.guidance for named in layouts_of(school.store, school.school_id)}
    assert names == {"Dansk-ark": Guidance(), "Nyt navn": Guidance({1: "task"})}

    delete_layout(school.store, school.school_id, "abc")

    assert [named.layout for named in layouts_of(school.store, school.school_id)] == ["def"]


@pytest.mark.parametrize(("layout", "name", "code"), [("abc", "  ", "no_name"), ("", "Mat-ark", "no_layout")])
def test_a_layout_needs_a_name_and_something_to_know_it_by(
    school: School, layout: str, name: str, code: str
) -> None:
    with pytest.raises(KlasseblikError) as caught:
        save_layout(school.store, school.school_id, layout, name, GUIDANCE, "Mette Lund")

    assert caught.value.code == code
