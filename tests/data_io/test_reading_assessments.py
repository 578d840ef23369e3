"""An assessment sheet is read as klasse over round over subject, levels and averages side by side."""

from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from tests.data_io.result_sheets import (
    DAGNAES,
    DAGNAES_MERGES,
    PETER,
    codes,
    csv_of,
    ods_of,
    read_one,
    reading_of,
    xlsx_of,
)

HEADINGS = DAGNAES[:4]


ROUNDS = [
    (klasse, round_name)
    for klasse, names in (
        ("7.A", ("Efterår", "Forår")),
        ("8.A", ("1. termin", "2. termin")),
        ("9.A", ("1. termin", "2. termin")),
    )
    for round_name in names
]


COLUMNS = [(k, r, subject) for k, r in ROUNDS for subject in ("dansk", "matematik", "social")]


NAMES = ["Anna", "Bo", "Carl", "Dorthe", "Emil"]


def lines(*values: list[Any]) -> list[list[Any]]:
    return [[number, NAMES[number - 1], *line] for number, line in enumerate(values, start=1)]


def is_dagnaes(reading: SheetReading) -> None:
    said = reading.as_contract()
    assert [said[n] for n in ("kind", "pupils", "tasks", "values", "missing")] == ["assessment", 1, 18, 18, 0]
    assert [said[n] for n in ("points", "max_points", "max_source")] == [None, None, None]
    assert [(c.klasse, c.round, c.subject) for c in reading.ratings] == COLUMNS
    assert [r.value for r in reading.results] == PETER
    marks = [c.scale == "mark" for c in reading.ratings]
    assert marks == [klasse != "7.A" and subject != "social" for klasse, _round, subject in COLUMNS]


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        pytest.param(DAGNAES, DAGNAES_MERGES, id="merged"),
        pytest.param(DAGNAES, (), id="written once"),
        pytest.param(
            [
                ["nr", "Elev:", *(k for k, _r, _s in COLUMNS)],
                [None, None, *(r for _k, r, _s in COLUMNS)],
                [None, None, *(s.upper() for _k, _r, s in COLUMNS)],
                *DAGNAES[4:],
            ],
            (),
            id="repeated",
        ),
        pytest.param(
            [["Elev", *(f"{k} {r} {s}" for k, r, s in COLUMNS)], ["Peter", *PETER]], (), id="in one row"
        ),
        pytest.param([[None, *row] for row in DAGNAES], (), id="an empty first column"),
        pytest.param([["Dagnæsskolen"], ["Elevvurdering"], [], *DAGNAES], (), id="titles above"),
    ],
)
def test_the_sheet_of_dagnaes_is_read_to_the_digit(
    tmp_path: Path, rows: list[list[Any]], merges: tuple[str, ...]
) -> None:
    reading = reading_of(tmp_path, rows, merges)

    is_dagnaes(reading)
    assert reading.klasser == ("7.A", "8.A", "9.A")
    assert reading.rounds == ("Efterår", "Forår", "1. termin", "2. termin")
    assert reading.context_missing == ("skoleaar",)
    assert reading.problems == ()


def test_other_kinds_of_file_give_the_same_reading(tmp_path: Path) -> None:
    is_dagnaes(read_one(ods_of(tmp_path / "t.ods", DAGNAES)))
    is_dagnaes(read_one(csv_of(tmp_path / "t.csv", DAGNAES, encoding="cp1252")))


def test_every_rating_keeps_its_place(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, DAGNAES, DAGNAES_MERGES)

    assert [(r.row, r.sheet_column) for r in reading.results] == [(4, column) for column in range(2, 20)]


def test_the_29_numbered_lines_are_no_pupils_but_a_named_one_without_ratings_is(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*DAGNAES[:5], [2, "Anna"], *DAGNAES[6:]])

    assert [pupil.label for pupil in reading.pupils] == ["Peter", "Anna"]
    assert (reading.as_contract()["values"], reading.as_contract()["missing"]) == (18, 18)


def test_several_pupils_with_counts_and_a_legend_below(tmp_path: Path) -> None:
    below: list[list[Any]] = [
        [6],
        [],
        [None, "Antal røde", *[1] * 18],
        [None, "Antal grønne", *[2] * 18],
        [None, "Gennemsnit", *PETER],
        [],
        ["1 = rød: meget bekymrende"],
        ["2: orange"],
    ]

    reading = reading_of(tmp_path, [*HEADINGS, *lines(*[PETER] * 5), *below], DAGNAES_MERGES)

    assert [pupil.label for pupil in reading.pupils] == NAMES
    assert reading.as_contract()["values"] == 90
    assert codes(reading) == []


def test_a_class_average_with_a_name_of_its_own_is_no_pupil(tmp_path: Path) -> None:
    other = [4, 5, 2, 3, 3, 4, 7.5, 6, 3, 5, 4, 2, 8, 7, 3, 6, 4, 2]
    third = [2, 3, 3, 4, 3, 3, 4, 4, 3, 4, 4, 3, 2, 10, 3, 4, 5, 4]
    mean = [round((a + b + c) / 3, 2) for a, b, c in zip(PETER, other, third, strict=True)]

    reading = reading_of(tmp_path, [*HEADINGS, *lines(PETER, other, third), [None, "Alle samlet", *mean]])

    assert [pupil.label for pupil in reading.pupils] == NAMES[:3]
    assert codes(reading) == ["computed_row"]


def test_terms_that_are_not_filled_in_yet_are_not_missing(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *lines(PETER[:6], PETER[:6])], DAGNAES_MERGES)

    assert (reading.as_contract()["values"], reading.as_contract()["missing"]) == (12, 0)
    assert reading.rounds == ("Efterår", "Forår")
    assert reading.klasser == ("7.A", "8.A", "9.A")


def test_a_pupil_without_a_rating_in_a_term_that_is_under_way_is_missing_there(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [*HEADINGS, *lines(PETER[:9], [*PETER[:6], None, "-", 3])], DAGNAES_MERGES)

    missing = [(r.pupil, r.column, r.missing) for r in reading.results if r.value is None]
    assert missing == [(1, 6, "empty"), (1, 7, "blank")]


def test_subjects_written_once_over_their_rounds(tmp_path: Path) -> None:
    rows = [["Navn", "Dansk", None, "Matematik", None], [None, "Efterår", "Forår", "Efterår", "Forår"]]

    reading = reading_of(tmp_path, [*rows, ["Anna", 3, 4, 5, 2]])

    assert [(c.round, c.subject) for c in reading.ratings] == [
        ("Efterår", "dansk"),
        ("Forår", "dansk"),
        ("Efterår", "matematik"),
        ("Forår", "matematik"),
    ]
    assert [r.value for r in reading.results] == [3, 4, 5, 2]


def test_averages_and_absence_beside_the_ratings_are_left_out(tmp_path: Path) -> None:
    rows = [
        ["nr", "Elev", "Efterår", None, None, None, "Gennemsnit", None],
        [None, None, "DANSK", "MAT", "SOC", "Fravær", "DANSK", "MAT"],
    ]

    reading = reading_of(tmp_path, [*rows, *lines([3, 4, 3, 12, 3.5, 4], [3, 2, 3, 0, 3, 4])])

    assert [c.subject for c in reading.ratings] == ["dansk", "matematik", "social"]
    assert reading.problems == ()


def test_one_class_round_and_subject_in_two_columns_is_an_error(tmp_path: Path) -> None:
    rows = [["nr", "Elev", "Efterår 2025", None, None], [None, None, "DANSK", "MAT", "DANSK"]]

    reading = read_one(xlsx_of(tmp_path / "t.xlsx", [*rows, *lines([3, 4, 3])], name="7.A"))

    assert [(p.code, p.cell, p.severity) for p in reading.problems] == [("same_slice", "E2", "error")]


SINGLE = [
    ["nr", "Elev", "Efterår", None, None, "Forår", None, None],
    [None, None, *["DANSK", "MAT", "SOC"] * 2],
]


@pytest.mark.parametrize(
    ("above", "sheet", "file"),
    [
        ([["Elevvurdering 7.A, skoleår 2025/26"]], "Ark1", "t.xlsx"),
        ([["Klasse", None, "7.a"], ["Skoleår", None, "2025/26"]], "Ark1", "t.xlsx"),
        ([], "7 A", "Elevvurdering 2025-26.xlsx"),
        ([], "Ark1", "Elevvurdering 7A 2025-26.xlsx"),
        ([["Elevvurdering 7.A, forår 2026"]], "Ark1", "t.xlsx"),
    ],
)
def test_a_single_class_and_its_year_are_found_around_the_ratings(
    tmp_path: Path, above: list[list[Any]], sheet: str, file: str
) -> None:
    rows = [*above, *SINGLE, *lines(PETER[:6], PETER[:6])]

    reading = read_one(xlsx_of(tmp_path / file, rows, name=sheet))

    assert (reading.klasser, reading.skoleaar, reading.context_missing) == (("7.A",), "2025/26", ())
    assert {(c.klasse, c.round) for c in reading.ratings} == {("7.A", "Efterår"), ("7.A", "Forår")}


def test_school_years_in_the_headings_belong_to_their_classes(tmp_path: Path) -> None:
    rows = [
        ["nr", "Elev", "7.A 2024/25", None, None, "8.A 2025/26", None, None],
        [None, None, "Efterår", None, None, "Efterår", None, None],
        SINGLE[1],
    ]

    reading = reading_of(tmp_path, [*rows, *lines(PETER[:6])])

    assert {(c.klasse, c.skoleaar) for c in reading.ratings} == {("7.A", "2024/25"), ("8.A", "2025/26")}
    assert reading.skoleaar == "2025/26"


def test_a_season_with_its_year_gives_the_school_year(tmp_path: Path) -> None:
    rows = [["nr", "Elev", "Efterår 2025", None, None, "Forår 2026", None, None], SINGLE[1]]

    reading = read_one(xlsx_of(tmp_path / "t.xlsx", [*rows, *lines(PETER[:6])], name="7.A"))

    assert reading.skoleaar == "2025/26"
    assert reading.rounds == ("Efterår", "Forår")


def test_a_round_that_stands_in_the_title_alone_is_found_and_otherwise_asked_for(tmp_path: Path) -> None:
    rows = [["nr", "Elev", "DANSK", "MAT", "SOC"], *lines([3, 4, 3])]

    titled = reading_of(tmp_path, [["Elevvurdering 7.A efterår 2025"], *rows], file="1.xlsx")
    silent = reading_of(tmp_path, [["Elevvurdering 7.A 2025/26"], *rows], file="2.xlsx")

    assert (titled.rounds, titled.context_missing) == (("Efterår",), ())
    assert (silent.rounds, silent.context_missing) == ((), ("round",))


def test_a_sheet_that_needs_only_its_year_is_read_without_a_doubt(tmp_path: Path) -> None:
    assert read_file(xlsx_of(tmp_path / "t.xlsx", DAGNAES, DAGNAES_MERGES)).verdict == 0
