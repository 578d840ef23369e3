"""A test sheet is read by its structure, wherever its headings, maxima and totals stand."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import (
    AREAS,
    CLASS,
    HEADINGS,
    LABELS,
    MAXIMA,
    POINTS,
    SIGNALORD,
    ULLERUP,
    ULLERUP_MERGES,
    WORDS,
    codes,
    is_ullerup,
    reading_of,
)


def test_the_excerpt_of_ullerup_is_read_to_the_digit(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, ULLERUP, ULLERUP_MERGES)

    is_ullerup(reading)
    assert reading.max_source == "observed"
    assert reading.context_missing == ("klasse", "date", "title", "skoleaar")


def test_nine_zeros_are_a_question_at_their_first_cell_with_absent_as_the_safe_answer(tmp_path: Path) -> None:
    (note, question) = reading_of(tmp_path, ULLERUP, ULLERUP_MERGES).problems

    assert (note.severity, note.code, note.cell) == ("note", "no_maximum", None)
    assert (question.severity, question.code, question.cell) == ("question", "all_zeros", "B6")
    assert question.default == "absent"
    assert question.message == "Elev 3 har 9 nuller og ingen point. Var eleven fraværende?"
    assert [code for code, _text in question.options] == ["absent", "answers"]


def test_every_value_keeps_its_place_in_the_sheet(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["Matematik"], [], *([None, *row] for row in ULLERUP)])

    elev_6 = [r for r in reading.results if r.pupil == 4]
    assert [(r.row, r.sheet_column, r.value) for r in elev_6[:3]] == [(9, 2, 3), (9, 3, 2), (9, 4, 2)]


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        pytest.param(ULLERUP, (), id="written once"),
        pytest.param(ULLERUP, ULLERUP_MERGES, id="merged"),
        pytest.param([["Fagligt område", *AREAS], *ULLERUP[1:]], (), id="repeated in every cell"),
        pytest.param([[None, *row] for row in ULLERUP], ("C1:G1", "H1:K1"), id="an empty first column"),
        pytest.param(
            [["Ullerup Bæk Skolen"], ["Prøve"], [], *ULLERUP], ("B4:F4", "G4:J4"), id="titles above"
        ),
        pytest.param([["Elev 1 var syg"], *ULLERUP], (), id="a remark above"),
        pytest.param([ULLERUP[2], ULLERUP[1], ULLERUP[0], *POINTS], (), id="the levels turned over"),
        pytest.param([[None, *row[1:]] for row in HEADINGS] + POINTS, (), id="levels without a label"),
        pytest.param([*HEADINGS, [], *POINTS], (), id="an empty row below the headings"),
        pytest.param(
            [*HEADINGS[:2], ["Opgave nr.", *(float(x) for x in LABELS)], *POINTS], (), id="1.1 as numbers"
        ),
    ],
)
def test_the_headings_mean_the_same_however_they_are_laid_out(
    tmp_path: Path, rows: list[list[Any]], merges: tuple[str, ...]
) -> None:
    reading = reading_of(tmp_path, rows, merges)

    is_ullerup(reading)
    assert codes(reading) == ["all_zeros"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([*HEADINGS, ["Maks.", *MAXIMA], *POINTS], id="above the pupils"),
        pytest.param([["Maks. point", *MAXIMA], *HEADINGS, *POINTS], id="above all headings"),
        pytest.param([*HEADINGS, *POINTS, ["Maks. point", *MAXIMA]], id="below the pupils"),
        pytest.param([*HEADINGS, *POINTS, [], ["Max", *MAXIMA]], id="below an empty row"),
        pytest.param(
            [*HEADINGS, *POINTS, ["Gennemsnit", *[1.2] * 9], ["Maks", *MAXIMA]], id="below an average"
        ),
        pytest.param([*HEADINGS, ["Maks", *(f"{m} p." for m in MAXIMA)], *POINTS], id="with their unit"),
        pytest.param(
            [
                *HEADINGS[:2],
                ["Opgave", *(f"{x} ({m})" for x, m in zip(LABELS, MAXIMA, strict=True))],
                *POINTS,
            ],
            id="in the labels",
        ),
        pytest.param(
            [*HEADINGS[:2], ["Opgave", *(f"{x} /{m}" for x, m in zip(LABELS, MAXIMA, strict=True))], *POINTS],
            id="behind a slash",
        ),
    ],
)
def test_printed_maxima_are_found(tmp_path: Path, rows: list[list[Any]]) -> None:
    reading = reading_of(tmp_path, rows)

    is_ullerup(reading)
    assert reading.max_source == "sheet"
    assert [task.max_points for task in reading.tasks] == MAXIMA
    assert codes(reading) == ["all_zeros"]


def test_a_maximum_that_is_missing_at_one_task_is_said_of_that_task(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, ["Maks", *MAXIMA[:-1]], *POINTS])

    assert reading.max_source == "observed"
    assert "opgave 2.4" in next(p.message for p in reading.problems if p.code == "no_maximum")


def test_a_highest_score_among_the_statistics_is_no_printed_maximum(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*ULLERUP, ["Min", *[0] * 9], ["Max", *MAXIMA], ["Gns.", *[1.2] * 9]])

    is_ullerup(reading)
    assert reading.max_source == "observed"


def test_unknown_heading_words_are_a_question_and_not_a_guess(tmp_path: Path) -> None:
    own_words = [[None, "Brøker", *[None] * 4, "Areal", *[None] * 3], [None, *(f"ord {n}" for n in range(9))]]

    reading = reading_of(tmp_path, [*own_words, [None, *LABELS], *CLASS[:2], *CLASS[3:]])

    questions = [(p.code, p.cell, p.default) for p in reading.problems if p.severity == "question"]
    assert questions == [("heading_role", "B1", None), ("heading_role", "B2", None)]
    assert reading.problems[0].message == "Række 1 er læst som fagområder. Passer det?"


def test_the_schools_own_words_under_their_labels_are_no_question(tmp_path: Path) -> None:
    own_words: list[list[Any]] = [
        ["Fagligt område", "Brøker", *[None] * 4, "Areal", *[None] * 3],
        ["Signalord", *(f"ord {n}" for n in range(9))],
    ]

    reading = reading_of(tmp_path, [*own_words, HEADINGS[2], *POINTS])

    assert codes(reading) == ["all_zeros"]
    assert [task.fagomraade for task in reading.tasks] == ["Brøker"] * 5 + ["Areal"] * 4


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(POINTS, id="no headings"),
        pytest.param([["Klassens tal"], *POINTS], id="a title alone"),
    ],
)
def test_what_has_no_readable_headings_is_not_understood(tmp_path: Path, rows: list[list[Any]]) -> None:
    reading = reading_of(tmp_path, rows)

    assert (reading.kind, [p.code for p in reading.problems]) == ("unknown", ["not_understood"])
    assert "Skriv opgavenumre over tallene" in reading.problems[0].message


def test_words_alone_beside_the_heading_of_the_names_are_asked_about_as_tasks(tmp_path: Path) -> None:
    words = "abc def ghi jkl mno pqr stu vwx yz".split()

    reading = reading_of(tmp_path, [["Navn", *words], *POINTS])

    assert (reading.kind, [task.label for task in reading.tasks]) == ("test", words)
    assert codes(reading) == ["heading_role", "all_zeros"]
    assert reading.problems[0].message == "Række 1 er læst som opgavenumre. Passer det?"


def test_areas_that_are_written_nowhere_stay_unknown(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["Signalord", *SIGNALORD], HEADINGS[2], *POINTS])

    assert {task.fagomraade for task in reading.tasks} == {None}
    assert [task.signalord for task in reading.tasks] == WORDS
