"""Brings a reading of some rows and columns back to the places the sheet itself gives them."""

from collections.abc import Sequence
from dataclasses import replace

from data_io.layouts.reading import Band, RatingColumn, SheetReading
from data_io.layouts.results import Results
from data_io.layouts.view import View


def at_home(reading: SheetReading, view: View) -> SheetReading:
    """The reading with every row and column as the sheet has it; problems name their cells already."""
    if not view.turned and _is_whole(view):
        return reading
    home = view.home
    pupils = [(p, home(p.row, p.column)) for p in reading.pupils]
    tasks = [(t, home(t.row, t.column)) for t in reading.tasks]
    return replace(
        reading,
        pupils=tuple(replace(p, row=row, column=column) for p, (row, column) in pupils),
        tasks=tuple(replace(t, row=row, column=column) for t, (row, column) in tasks),
        ratings=tuple(_with_place(r, home(r.row, r.column)) for r in reading.ratings),
        empty_ratings=tuple(_with_place(r, home(r.row, r.column)) for r in reading.empty_ratings),
        results=Results.of(reading.results).at(home),
        bands=tuple(b for band in reading.bands for b in _bands_at_home(band, view)),
        transposed=view.turned,
    )


def _is_whole(view: View) -> bool:
    return view.row_numbers == tuple(range(len(view.rows))) and view.column_numbers == tuple(
        range(len(view.column_numbers))
    )


def _with_place(heading: RatingColumn, place: tuple[int, int]) -> RatingColumn:
    return replace(heading, row=place[0], column=place[1])


def _bands_at_home(band: Band, view: View) -> list[Band]:
    """A band as the rectangles it covers in the sheet: one for every run of neighbouring rows and columns."""
    rows = _runs([view.row_numbers[r] for r in range(band.top, band.bottom + 1) if r < len(view.row_numbers)])
    columns = _runs(
        [view.column_numbers[c] for c in range(band.left, band.right + 1) if c < len(view.column_numbers)]
    )
    found = [(top, left, bottom, right) for top, bottom in rows for left, right in columns]
    if view.turned:
        found = [(left, top, right, bottom) for top, left, bottom, right in found]
    return [Band(band.role, *edges) for edges in found]


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as their first and last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
