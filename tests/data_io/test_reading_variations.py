"""However the untidy parts of real sheets are put together, the numbers of the two schools stay the same."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data_io.layouts.reading import SheetReading
from tests.data_io.result_sheets import (
    DAGNAES,
    HEADINGS,
    MAXIMA,
    PETER,
    POINTS,
    is_ullerup,
    reading_of,
)

Cells = list[list[Any]]

TITLES: list[Cells] = [
    [],
    [["Matematik FP9, 7.A"], []],
    [["Ullerup Bæk Skolen"], ["7. A", None, "14-01-2026"], []],
    [["Klasse", "7.A"], ["Dato", "14-01-2026"]],
    [["Elev 3 var syg den dag"], []],
]
BELOW: list[Cells] = [
    [],
    [["I alt", *[7] * 9], ["Gennemsnit", *[1.3] * 9]],
    [[], ["Løsningsprocent 7.A", *[0.4] * 9]],
    [["Rød: under 40 %"], ["Gul: 40-70 %"]],
    [[], [], [], ["Vis", 0.8, 0.6, 0.4, 0.3, 0.2], ["Skriv", 0.4, 0.2, 0.1, 0.2, 0.1]],
]


def areas_everywhere(rows: Cells) -> Cells:
    said: list[Any] = []
    for value in rows[0]:
        said.append(value or said[-1])
    return [said, *(list(row) for row in rows[1:])]


def read(rows: Cells, *, blank_columns: int) -> SheetReading:
    moved = [[*[None] * blank_columns, *row] for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        return reading_of(Path(folder), moved)


@settings(max_examples=150, deadline=None)
@given(
    titles=st.sampled_from(TITLES),
    below=st.sampled_from(BELOW),
    maxima=st.sampled_from(["none", "above", "below", "in the label"]),
    order=st.permutations(range(3)),
    unlabelled=st.booleans(),
    everywhere=st.booleans(),
    totals=st.booleans(),
    numbered=st.booleans(),
    blank_columns=st.integers(0, 2),
)
def test_a_test_sheet_reads_the_same_however_its_parts_are_put_together(
    titles: Cells,
    below: Cells,
    maxima: str,
    order: list[int],
    unlabelled: bool,
    everywhere: bool,
    totals: bool,
    numbered: bool,
    blank_columns: int,
) -> None:
    rows = areas_everywhere(HEADINGS) if everywhere else [list(row) for row in HEADINGS]
    if unlabelled:
        rows = [[None, *row[1:]] for row in rows]
    if maxima == "in the label":
        rows[2] = [rows[2][0], *(f"{x} ({m})" for x, m in zip(rows[2][1:], MAXIMA, strict=True))]
    pupils = [list(row) for row in POINTS]
    if totals:
        rows[2].append("I alt")
        pupils = [[*row, sum(row[1:])] for row in pupils]
    rows = [rows[place] for place in order]
    printed: Cells = [["Maks. point", *MAXIMA]]
    rows += [
        *(printed if maxima == "above" else []),
        *pupils,
        *(printed if maxima == "below" else []),
        *below,
    ]
    if numbered:
        names = {row[0] for row in POINTS}
        count = iter(range(1, 100))
        rows = [[next(count) if row and row[0] in names else None, *row] for row in rows]

    reading = read([*titles, *rows], blank_columns=blank_columns)

    is_ullerup(reading)
    assert reading.max_source == ("observed" if maxima == "none" else "sheet")
    assert [p.code for p in reading.problems if p.severity != "note"] == ["all_zeros"]


@settings(max_examples=100, deadline=None)
@given(
    titles=st.sampled_from([TITLES[0], TITLES[2], [["Elevvurdering"], []]]),
    everywhere=st.booleans(),
    terms=st.integers(1, 6),
    counts=st.booleans(),
    blank_columns=st.integers(0, 2),
)
def test_an_assessment_sheet_reads_the_same_however_its_parts_are_put_together(
    titles: Cells, everywhere: bool, terms: int, counts: bool, blank_columns: int
) -> None:
    rows = [list(row) for row in DAGNAES[1:4]]
    if everywhere:
        rows = [row[:2] + areas_everywhere([row[2:]])[0] for row in rows]
    rows += [[1, "Peter", *PETER[: terms * 3]], *DAGNAES[5:]]
    if counts:
        rows += [[], [None, "Antal røde", *[0] * 18], ["1 = rød"]]

    reading = read([*titles, *rows], blank_columns=blank_columns)

    assert (reading.kind, len(reading.pupils), len(reading.ratings)) == ("assessment", 1, terms * 3)
    assert [r.value for r in reading.results] == PETER[: terms * 3]
    assert reading.klasser == ("7.A", "8.A", "9.A")
    assert [p for p in reading.problems if p.severity != "note"] == []
