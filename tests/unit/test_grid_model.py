"""What the grid is given to draw, and what a screen reader is given to say."""

from typing import get_args

import pytest

from charts import palette
from charts.matrix import MatrixCell
from ui.grid.matrix import matrix_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look
from ui.grid.wire import grid_data, spoken_text


def test_rows_of_unequal_width_are_refused() -> None:
    short = GridRow(GridCell("Ida"), (GridCell("1"),))
    with pytest.raises(ValueError, match=r"Klassen.*\[1, 2\]"):
        Grid("Klassen", (HeaderRow("Elev", (HeaderCell("Dansk", span=2),)),), (short,))


def test_there_is_a_look_for_every_level_zone_and_role_of_the_palette() -> None:
    looks = set(get_args(Look))
    assert {f"level-{level}" for level in palette.LEVELS} <= looks
    assert {f"{kind}-{zone}" for zone in palette.ZONES for kind in ("zone", "light", "share")} <= looks
    assert {f"role-{role}" for role in palette.ROLES} == {look for look in looks if look.startswith("role-")}


@pytest.mark.parametrize(
    ("cell", "spoken"),
    [
        (GridCell("–", "missing"), "mangler"),
        (GridCell("▼2", "arrow"), "faldet 2"),
        (GridCell("▲1", "arrow"), "steget 1"),
        (GridCell("·", "arrow"), "uændret"),
        (GridCell("3/5", "light-red"), "3/5, usikkert"),
        (GridCell("3", "level-3"), None),
        (GridCell("–", "missing", spoken="syg"), "syg"),
    ],
)
def test_symbols_are_spoken_as_words(cell: GridCell, spoken: str | None) -> None:
    assert spoken_text(cell) == spoken


def test_names_are_sent_as_they_are_written() -> None:
    row = GridRow(GridCell("<b>Å</b> & Co"), (GridCell("2", "level-2", key="k", note="<i>"),))
    data = grid_data(Grid("Klassen", (), (row,)))
    assert data["rows"] == [
        {
            "kind": "pupil",
            "chosen": False,
            "header": ["<b>Å</b> & Co", "plain"],
            "cells": [["2", "level-2", "k", "<i>"]],
        }
    ]


def test_gaps_outside_the_columns_are_left_out() -> None:
    row = GridRow(GridCell("Ida"), tuple(GridCell(str(column)) for column in range(4)))
    assert grid_data(Grid("Klassen", (), (row,), group_starts=(0, 2, 2, 4)))["gaps"] == [2]


def test_the_matrix_as_a_grid_keeps_empty_places_blank_and_marks_the_unsure() -> None:
    cells = [
        MatrixCell("Tal", "Vis", 0.825, 4, "green", True, "Opgave 1", "tal/vis"),
        MatrixCell("Algebra", "Skriv", 0.33, 1, "red", False, "", "algebra/skriv"),
        MatrixCell("Algebra", "Vis", 0.5, 3, None, True, "", "algebra/vis"),
    ]
    first, second = matrix_grid("Fagområde og signalord", ["Tal", "Algebra"], ["Vis", "Skriv"], cells).rows
    assert (first.cells[0].look, first.cells[0].below, first.cells[0].key) == (
        "zone-green",
        "4 opgaver",
        "tal/vis",
    )
    assert first.cells[1] == GridCell("")
    assert second.cells[0].look == "mark"
    assert second.cells[1].look == "light-red"
    assert second.cells[1].text.endswith("?")
    assert (second.cells[1].spoken or "").endswith("1 opgave, få opgaver eller tæt på grænsen")
