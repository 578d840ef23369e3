"""One random sheet from its seed to its verdict: drawn, written, read, compared."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from data_io.errors import KlasseblikError
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import FileReading
from tests.random_layouts.draw import draw_layout
from tests.random_layouts.expected import difference
from tests.random_layouts.layout import Layout
from tests.random_layouts.pages import Page, pages_of
from tests.random_layouts.results import Results, draw_results
from tests.random_layouts.write import write_file

Outcome = Literal["exact", "asked", "refused", "silent_wrong"]


@dataclass(frozen=True)
class Case:
    """What became of one file; `sentence` says what was asked, refused or wrong, `wrong` what differs."""

    seed: int
    layout: Layout
    outcome: Outcome
    sentence: str
    wrong: str | None


@dataclass(frozen=True)
class Drawn:
    """What a seed gives: how the sheets are laid out, what they say, and their cells."""

    layout: Layout
    results: Results
    pages: list[Page]


def draw_case(seed: int) -> Drawn:
    """The results and the sheets of a seed, always the same."""
    random = Random(seed)  # noqa: S311 - lots for sheets, no secrets
    layout = draw_layout(random)
    results = draw_results(random, layout)
    return Drawn(layout, results, pages_of(random, layout, results))


def run_case(seed: int, folder: Path) -> Case:
    """Draws the sheets of a seed, writes them into the folder and judges their reading."""
    drawn = draw_case(seed)
    layout, results = drawn.layout, drawn.results
    path = write_file(folder, f"layout-{seed}", drawn.pages, layout)
    try:
        reading = read_file(path)
    except KlasseblikError as refused:
        return Case(seed, layout, "refused", refused.message, None)
    return _judged(seed, layout, results, reading)


def _judged(seed: int, layout: Layout, results: Results, reading: FileReading) -> Case:
    wrong = difference(layout, results, reading)
    if reading.verdict == 0:
        return Case(seed, layout, "silent_wrong" if wrong else "exact", wrong or "", wrong)
    visible = [s for s in reading.sheets if not s.hidden]
    problems = [p for s in visible for p in s.problems if p.severity != "note"]
    said = "; ".join(dict.fromkeys(f"{p.code} ({p.message})" for p in problems))
    return Case(seed, layout, "refused" if reading.verdict == 2 else "asked", said, wrong)
