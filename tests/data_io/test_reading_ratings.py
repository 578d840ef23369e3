"""A cell of an assessment is a level from 1 to 5, a mark, missing, or an error that is said at its cell."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.result_sheets import DAGNAES, DAGNAES_MERGES, PETER, reading_of

NAMES = ["Anna", "Bo", "Carl", "Dorthe", "Emil"]


def lines(*values: list[Any]) -> list[list[Any]]:
    return [[number, NAMES[number - 1], *line] for number, line in enumerate(values, start=1)]


@pytest.mark.parametrize("code", [81, 84, 85, 86, 87, 88, 89, 91, 96, 97, 98])
def test_codes_among_marks_are_missing_and_never_numbers(tmp_path: Path, code: int) -> None:
    reading = reading_of(
        tmp_path, [*DAGNAES[:4], *lines(PETER[:9], [*PETER[:6], code, 4.5, 3])], DAGNAES_MERGES
    )

    result = next(r for r in reading.results if (r.pupil, r.column) == (1, 6))
    assert (result.value, result.missing) == (None, "kode")
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("value", "column", "said"),
    [
        (0, "C", "C5: 0 er ikke et niveau fra 1 til 5."),
        (6, "C", "C5: 6 er ikke et niveau fra 1 til 5."),
        (3.5, "D", "D5: 3,5 er ikke et niveau fra 1 til 5."),
        (81, "E", "E5: 81 er ikke et niveau fra 1 til 5."),
        ("grøn", "C", "C5: her står “grøn”, men der skal stå et niveau fra 1 til 5 eller “-”."),
        (13, "I", "I5: 13 er ikke en karakter fra -3 til 12."),
        ("god", "I", "I5: her står “god”, men der skal stå en karakter fra -3 til 12 eller “-”."),
    ],
)
def test_what_is_no_level_and_no_mark_is_an_error_at_its_cell(
    tmp_path: Path, value: object, column: str, said: str
) -> None:
    first: list[Any] = [*PETER]
    first["CDEFGHIJ".index(column)] = value

    reading = reading_of(tmp_path, [*DAGNAES[:4], *lines(first, PETER, PETER)], DAGNAES_MERGES)

    assert [(p.severity, p.cell, p.message) for p in reading.problems] == [("error", f"{column}5", said)]


def test_a_formula_without_a_result_is_an_error_and_not_a_blank(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*DAGNAES[:4], *lines(["=1+2", *PETER[1:]], PETER)], DAGNAES_MERGES)

    assert [(p.code, p.cell) for p in reading.problems] == [("not_a_rating", "C5")]


def test_marks_are_proven_by_one_value_for_all_terms(tmp_path: Path) -> None:
    whole: list[Any] = [*PETER[:6], 4, 2, 2, 4, "02", 3, 4, 4, 4, 10, 2, 3]

    reading = reading_of(tmp_path, [*DAGNAES[:4], *lines(whole)], DAGNAES_MERGES)

    assert [c.scale for c in reading.ratings if c.klasse == "8.A"] == ["mark", "mark", "level"] * 2
    assert reading.problems == ()


def test_terms_with_only_whole_numbers_from_1_to_5_are_asked_about(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path, [*DAGNAES[:4], *lines([*PETER[:6], 5, 4, 3], [*PETER[:6], 2, 4, 3])], DAGNAES_MERGES
    )

    assert [(p.code, p.cell, p.severity, p.default) for p in reading.problems] == [
        ("scale", "I4", "question", None),
        ("scale", "J4", "question", None),
    ]
    assert "karakterer (7-trinsskalaen) eller niveauer 1–5" in reading.problems[0].message


def test_the_word_karakter_in_the_heading_decides(tmp_path: Path) -> None:
    rows = [["nr", "Elev", "1. termin", None, None], [None, None, "DANSK karakter", "MAT karakter", "SOC"]]

    reading = reading_of(tmp_path, [*rows, *lines([4, 2, 2], [4, 4, 3])])

    assert [c.scale for c in reading.ratings] == ["mark", "mark", "level"]
    assert reading.problems == ()


def test_a_round_in_which_one_subject_holds_marks_is_asked_about_in_all_but_social(tmp_path: Path) -> None:
    rows = [["nr", "Elev", "Efterår", None, None], [None, None, "DANSK", "MAT", "SOC"]]

    reading = reading_of(tmp_path, [*rows, *lines([7, 4, 3], [10, 2, 3], [4, 3, 3])])

    assert [(p.code, p.cell) for p in reading.problems] == [("scale", "C2"), ("scale", "D2")]
