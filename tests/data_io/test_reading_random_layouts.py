"""However a random school's results are laid out, they are read back as they were written."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import FileReading, SheetReading
from tests.random_layouts.case import Case, Drawn, draw_case, run_case
from tests.random_layouts.expected import difference
from tests.random_layouts.write import write_file


def read_back(seed: int) -> Case:
    with tempfile.TemporaryDirectory() as folder:
        return run_case(seed, Path(folder))


# A smaller seed is no simpler sheet: there is nothing to shrink to.
@settings(max_examples=50, derandomize=True, deadline=None, database=None, phases=[Phase.generate])
@given(seed=st.integers(0, 1_000_000))
def test_results_in_any_layout_are_read_back_exactly_as_they_were_written(seed: int) -> None:
    case = read_back(seed)
    again = f"python -m bench.layouts --only {seed} --keep FOLDER"
    if case.layout.ambiguous:
        assert case.outcome in ("exact", "asked"), f"{case.sentence} ({again})"
    else:
        assert case.outcome == "exact", f"{case.outcome}: {case.sentence} {case.wrong or ''} ({again})"


@pytest.fixture(scope="module")
def understood(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawn, FileReading, int]:
    """A drawn file of one test with its reading, which equals what was written, and the place of the test."""
    folder = tmp_path_factory.mktemp("layouts")
    for seed in range(100):
        drawn = draw_case(seed)
        if drawn.layout.arrangement == "one" and drawn.layout.answers == "points":
            reading = read_file(write_file(folder, f"layout-{seed}", drawn.pages, drawn.layout))
            if difference(drawn.layout, drawn.results, reading) is None:
                place = next(i for i, s in enumerate(reading.sheets) if s.kind == "test" and not s.hidden)
                return drawn, reading, place
    raise AssertionError("none of a hundred files was read as it was written")


def difference_with(understood: tuple[Drawn, FileReading, int], sheet: SheetReading) -> str | None:
    drawn, reading, place = understood
    sheets = (*reading.sheets[:place], sheet, *reading.sheets[place + 1 :])
    return difference(drawn.layout, drawn.results, replace(reading, sheets=sheets))


def test_one_point_read_otherwise_is_named_with_pupil_and_task(
    understood: tuple[Drawn, FileReading, int],
) -> None:
    sheet = understood[1].sheets[understood[2]]
    number = next(i for i, r in enumerate(sheet.results) if r.value is not None)
    result = sheet.results[number]
    changed = (
        *sheet.results[:number],
        result._replace(value=(result.value or 0) + 1),
        *sheet.results[number + 1 :],
    )
    said = difference_with(understood, replace(sheet, results=changed))
    assert said is not None
    assert sheet.pupils[result.pupil].label in said


def test_a_missing_mark_read_as_no_points_is_a_difference(understood: tuple[Drawn, FileReading, int]) -> None:
    sheet = understood[1].sheets[understood[2]]
    zeros = tuple(r._replace(value=0.0, missing=None) if r.value is None else r for r in sheet.results)
    none_left = tuple(r._replace(value=None, missing="blank") if r.value == 0 else r for r in sheet.results)
    changed = zeros if zeros != sheet.results else none_left
    assert difference_with(understood, replace(sheet, results=changed)) is not None


def test_a_pupil_or_a_task_that_is_lost_is_a_difference(understood: tuple[Drawn, FileReading, int]) -> None:
    sheet = understood[1].sheets[understood[2]]
    assert "read" in (difference_with(understood, replace(sheet, tasks=sheet.tasks[1:])) or "")
    first_only = tuple(r for r in sheet.results if r.pupil == 0)
    fewer = replace(sheet, pupils=sheet.pupils[:1], results=first_only)
    assert "lost" in (difference_with(understood, fewer) or "")


def test_a_maximum_or_a_tag_read_otherwise_is_a_difference(
    understood: tuple[Drawn, FileReading, int],
) -> None:
    sheet = understood[1].sheets[understood[2]]
    first, *rest = sheet.tasks
    higher = replace(first, max_points=(first.max_points or 0) + 1)
    tagged = replace(first, fagomraade="Noget andet")
    for task in (higher, tagged):
        assert difference_with(understood, replace(sheet, tasks=(task, *rest))) is not None
