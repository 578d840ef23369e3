"""A correction of a row or column changes the reading as a teacher expects, and holds for the next sheet."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data_io.importing.named_layouts import guidance_lookup, save_layout
from data_io.layouts.guidance import NO_GUIDANCE, Guidance
from data_io.layouts.read_sheet import read_all, read_parts
from data_io.layouts.reading import SheetReading
from data_io.layouts.vocabulary import Vocabulary
from data_io.school import save_terms
from data_io.workbook.reader import read_workbook
from tests.data_io.a_school import School, asked
from tests.data_io.mapping_sheets import BOARD, LABELLED, PLAIN_NEXT, PLAIN_TAGS, xlsx_of
from tests.data_io.result_sheets import Rows

Read = Callable[..., tuple[SheetReading, ...]]
SWAPPED = Guidance({1: "signalord", 2: "fagomraade"})


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads rows as the only sheet of a workbook, with what a person said of it."""

    def read(rows: Rows, guidance: Guidance = NO_GUIDANCE) -> tuple[SheetReading, ...]:
        (sheet,) = read_workbook(xlsx_of(tmp_path / "ark.xlsx", rows)).sheets
        return read_parts(sheet, "ark.xlsx", Vocabulary(), guidance)

    return read


def turned(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


def tags(reading: SheetReading) -> list[tuple[str, str | None, str | None, float | None]]:
    return [(t.label, t.fagomraade, t.signalord, t.max_points) for t in reading.tasks]


def names(reading: SheetReading) -> list[str]:
    return [pupil.label for pupil in reading.pupils]


def by_shape_and_guided(read: Read, rows: Rows, guidance: Guidance) -> tuple[SheetReading, SheetReading]:
    (before,) = read(rows)
    (after,) = read(rows, guidance)
    return before, after


def test_rows_of_words_are_what_was_said_and_nothing_is_asked_about_them(read: Read) -> None:
    before, after = by_shape_and_guided(read, PLAIN_TAGS, SWAPPED)
    assert {p.severity for p in before.problems} >= {"error", "question"}
    assert tags(before)[0] == ("Tal", None, "Skriv", 1.0)

    assert tags(after) == [
        ("1", "Tal", "Skriv", None),
        ("2", "Tal", "Vis", None),
        ("3", "Rum", "Skriv", None),
        ("4", "Rum", "Vis", None),
    ]
    assert {p.severity for p in after.problems} == {"note"}


def test_what_was_said_goes_before_the_label_of_the_row(read: Read) -> None:
    _before, after = by_shape_and_guided(read, LABELLED, Guidance({0: "signalord", 1: "fagomraade"}))
    assert tags(after)[0] == ("1.1", "Vis", "Tal", 3.0)


def test_a_row_named_as_the_tasks_makes_a_test_of_a_sheet_that_was_not_understood(read: Read) -> None:
    before, after = by_shape_and_guided(read, BOARD, Guidance({0: "task"}))
    assert before.kind == "unknown"
    assert (after.kind, names(after)) == ("test", ["Ida Uldum", "Noah Bach", "Alma Krogh"])
    assert [t.label for t in after.tasks] == ["alfa", "beta"]


def test_a_row_that_looked_like_a_pupil_gives_the_maxima(read: Read) -> None:
    rows: Rows = [*LABELLED[:3], ["Bo Holm", 3, 3, 2, 2], *LABELLED[4:]]
    before, after = by_shape_and_guided(read, rows, Guidance({3: "max"}))
    assert names(before)[0] == "Bo Holm"
    assert names(after) == ["Ida Uldum", "Noah Bach", "Alma Krogh"]
    assert [t.max_points for t in after.tasks] == [3, 3, 2, 2]


def test_a_row_that_looked_like_maxima_is_a_pupil(read: Read) -> None:
    before, after = by_shape_and_guided(read, LABELLED, Guidance({3: "pupil"}))
    assert len(before.pupils) == 3
    assert names(after) == ["Maks", "Ida Uldum", "Noah Bach", "Alma Krogh"]
    assert after.max_source == "observed"


def test_a_row_of_right_answers_is_no_pupil_and_marks_the_others(read: Read) -> None:
    rows: Rows = [
        ["Opgave", "1", "2", "3"],
        ["Svararket", "A", "B", "C"],
        ["Ida Uldum", "A", "B", "B"],
        ["Noah Bach", "A", "C", "C"],
        ["Alma Krogh", "B", "B", "C"],
    ]
    before, after = by_shape_and_guided(read, rows, Guidance({1: "key"}))
    assert before.kind != "test" or any(p.severity == "error" for p in before.problems)
    assert names(after) == ["Ida Uldum", "Noah Bach", "Alma Krogh"]
    assert [r.value for r in after.results] == [1, 1, 0, 1, 0, 1, 0, 1, 1]


def test_a_row_that_names_tests_makes_one_of_each(read: Read) -> None:
    rows: Rows = [[None, "Forår", None, "Efterår", None], *LABELLED[2:]]
    assert len(read(rows)) == 1

    spring, autumn = read(rows, Guidance({0: "test"}))

    assert (spring.part, [t.label for t in spring.tasks]) == ("Forår", ["1.1", "1.2"])
    assert (autumn.part, [t.label for t in autumn.tasks]) == ("Efterår", ["2.1", "2.2"])
    assert {r.sheet_column for r in autumn.results} == {3, 4}


def test_a_pupil_who_is_left_out_has_no_results(read: Read) -> None:
    before, after = by_shape_and_guided(read, LABELLED, Guidance({5: "left-out"}))
    assert "Noah Bach" in names(before)
    assert names(after) == ["Ida Uldum", "Alma Krogh"]
    assert {r.row for r in after.results} == {4, 6}


def test_a_heading_row_that_is_left_out_says_nothing(read: Read) -> None:
    _before, after = by_shape_and_guided(read, LABELLED, Guidance({1: "left-out"}))
    assert {t.signalord for t in after.tasks} == {None}
    assert [t.label for t in after.tasks] == ["1.1", "1.2", "2.1", "2.2"]


def test_a_column_that_is_left_out_is_no_task_and_the_others_keep_their_cells(read: Read) -> None:
    before, after = by_shape_and_guided(read, LABELLED, Guidance(columns={2: "left-out"}))
    assert tags(after) == [tags(before)[n] for n in (0, 2, 3)]
    assert {r.sheet_column for r in after.results} == {1, 3, 4}


def test_a_column_named_as_the_pupils_gives_their_names(read: Read) -> None:
    rows: Rows = [["Hus", "Barn", "1", "2"], *[[f"Hus {n}", name, 2, 1] for n, name in _CAST]]
    before, after = by_shape_and_guided(read, rows, Guidance({0: "task"}, {1: "pupil"}))
    assert names(before) != [name for _n, name in _CAST]
    assert names(after) == [name for _n, name in _CAST]


_CAST = [(1, "Ida Uldum"), (2, "Noah Bach"), (3, "Alma Krogh")]


def test_a_sheet_is_turned_because_somebody_said_so(read: Read) -> None:
    across = turned(LABELLED)
    (found,) = read(across)
    assert found.transposed and names(found) == ["Ida Uldum", "Noah Bach", "Alma Krogh"]

    (kept,) = read(across, Guidance(transposed=False))
    assert not kept.transposed and names(kept) != names(found)

    (upright,) = read(LABELLED)
    (forced,) = read(LABELLED, Guidance(transposed=True))
    assert forced.transposed and names(forced) != names(upright)


def test_where_pupils_stand_across_a_fagomraade_is_a_column(read: Read) -> None:
    across = turned(LABELLED)
    guidance = Guidance({2: "left-out"}, {0: "signalord", 1: "fagomraade"})
    _before, after = by_shape_and_guided(read, across, guidance)
    assert [(t.label, t.fagomraade, t.signalord) for t in after.tasks] == [
        ("1.1", "Vis", "Tal"),
        ("2.1", "Vis", "Rum"),
        ("2.2", "Skriv", "Rum"),
    ]


def test_ratings_that_are_left_out_are_not_read(read: Read) -> None:
    rows: Rows = [
        [None, "7.A", None],
        [None, "Efterår", "Forår"],
        ["Elev", "Dansk", "Dansk"],
        ["Ida Uldum", 3, 2],
        ["Noah Bach", 2, 2],
    ]
    before, after = by_shape_and_guided(read, rows, Guidance(columns={2: "left-out"}))
    assert (before.kind, len(before.results)) == ("assessment", 4)
    assert (after.kind, len(after.results)) == ("assessment", 2)


# ---- the next sheet of the kind ----


def named(school: School, rows: Rows, guidance: Guidance) -> None:
    """Saves what was said of a sheet as the screen does."""
    (sheet,) = read_workbook(xlsx_of(school.folder / "først.xlsx", rows)).sheets
    by_shape = read_parts(sheet, "først.xlsx", Vocabulary())
    kept = guidance.carried(sheet, read_parts(sheet, "først.xlsx", Vocabulary(), guidance), by_shape)
    save_layout(school.store, school.school_id, by_shape[0].layout, "Matematik, Anne", kept, "Anne")


def test_a_named_layout_is_used_for_the_next_file_of_the_kind(school: School) -> None:
    named(school, PLAIN_TAGS, SWAPPED)
    workbook = read_workbook(xlsx_of(school.folder / "næste.xlsx", PLAIN_NEXT))

    by_layout = read_all(workbook, Vocabulary(), guidance_lookup(school.store, school.school_id)).sheets[0]

    assert [t.label for t in by_layout.tasks] == ["1", "2", "3", "4", "5", "6"]
    assert [t.fagomraade for t in by_layout.tasks] == ["Tal"] * 3 + ["Rum"] * 3
    assert {p.severity for p in by_layout.problems} == {"note"}


def test_an_import_uses_the_named_layout_and_asks_nothing_of_how_the_sheet_is_built(school: School) -> None:
    said: dict[str, Any] = {
        "klasse": "7.A",
        "title": "MAT 7",
        "date": datetime.date(2026, 1, 14),
        "subject": "matematik",
    }
    assert {"heading_role", "above_maximum"} <= set(asked(school.read(PLAIN_NEXT, **said)))

    named(school, PLAIN_TAGS, SWAPPED)

    assert set(asked(school.read(PLAIN_NEXT, **said))) == {"new_word", "new_words"}
    save_terms(school.store, school.school_id, "fagomraade", ["Tal", "Rum"])
    assert school.read(PLAIN_NEXT, **said).done
    (test,) = school.tests()
    assert [(t.label, t.fagomraade) for t in test.tasks] == [
        *((n, "Tal") for n in "123"),
        *((n, "Rum") for n in "456"),
    ]


def test_a_sheet_of_another_kind_is_read_by_its_shape(school: School) -> None:
    named(school, PLAIN_TAGS, SWAPPED)
    workbook = read_workbook(xlsx_of(school.folder / "andet.xlsx", LABELLED))

    by_layout = read_all(workbook, Vocabulary(), guidance_lookup(school.store, school.school_id))

    assert by_layout == read_all(workbook, Vocabulary())
