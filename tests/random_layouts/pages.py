"""The sheets of a file: where its tables stand, titles above and footers below, and sheets beside."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.random_layouts.grid import Grid, Value
from tests.random_layouts.layout import Layout
from tests.random_layouts.results import Results, Test
from tests.random_layouts.table import Table

CLASS_SHEET = "Klasseliste"
MAXIMUM_OF_ALL = ("Maks pr. opgave", "Maks. point pr. opgave", "Max pr. opgave")
_FOOTERS = (
    "Rød: under 40 %",
    "Udskrevet 14-01-2026",
    "Rettet af LN",
    "* eleven har brugt ordbog",
    "Kilde: egne prøver",
)
_NOTES = (
    ("Vejledning",),
    ("Skriv elevernes point i arket med resultater.",),
    ("Brug - når eleven ikke har svaret.",),
)
_LEGEND = (("Rød", "under 40 %"), ("Gul", "40-70 %"), ("Grøn", "over 70 %"))


@dataclass(frozen=True)
class Page:
    """One sheet of a file."""

    name: str
    hidden: bool
    grid: Grid


def pages_of(random: Random, layout: Layout, results: Results) -> list[Page]:
    """All sheets of the file, in order."""
    bodies = _bodies(random, layout, results)
    names = _names(random, layout, results, len(bodies))
    maximum = results[0].tasks[0].maximum
    pages = [Page(n, False, _framed(random, layout, b, maximum)) for n, b in zip(names, bodies, strict=True)]
    if layout.hidden_sheet:
        first = [0] if layout.arrangement != "beside" else list(range(layout.tests))
        decoy = _table(random, layout, results, first)
        pages.insert(random.randrange(len(pages) + 1), Page("Kladde", True, decoy))
    if layout.notes_sheet:
        pages.insert(random.choice((0, len(pages))), Page("Vejledning", False, _lines(*_NOTES)))
    if layout.class_sheet:
        listed: list[list[Value]] = [["Navn", "Klasse", "Uni-login"]]
        listed += [[f"{p.first} {p.last}", p.klasse, p.login] for p in results[0].pupils]
        pages.append(Page(CLASS_SHEET, False, _lines(*listed)))
    return pages


def _lines(*rows: Sequence[Value]) -> Grid:
    grid = Grid()
    for number, values in enumerate(rows):
        grid.put_row(number, 0, list(values))
    return grid


def _bodies(random: Random, layout: Layout, results: Results) -> list[Grid]:
    """What stands on each sheet with results."""
    if layout.arrangement in ("one", "beside"):
        title = results[0].title if layout.tests == 1 else "Prøver i matematik"
        table = _table(random, layout, results, list(range(layout.tests)))
        return [_with_titles(random, layout, table, results[0], title)]
    tables = [_table(random, layout, results, [t]) for t in range(layout.tests)]
    pairs = list(zip(tables, results, strict=True))
    if layout.arrangement == "sheets":
        return [_with_titles(random, layout, table, test, test.title) for table, test in pairs]
    lines = min(1, layout.titles)
    return [_together(random, layout, [_with_titles(random, layout, t, x, x.title, lines) for t, x in pairs])]


def _names(random: Random, layout: Layout, results: Results, count: int) -> list[str]:
    if count == 1:
        own = () if layout.other_classes else (layout.klasse,)
        return [random.choice(("Ark1", "Resultater", "Matematik", *own))]
    if layout.other_classes:
        return [test.klasse for test in results]
    return [f"Prøve {i + 1}" for i in range(count)]


def _table(random: Random, layout: Layout, results: Results, tests: list[int]) -> Grid:
    grid = Table(random, layout, results, tests).grid
    return grid.turned() if layout.transposed else grid


def _with_titles(
    random: Random, layout: Layout, table: Grid, test: Test, title: str, lines: int | None = None
) -> Grid:
    """A table with its title lines above it, and the lines that give every task's maximum."""
    rows = _title_rows(random, test, title)[: layout.titles if lines is None else lines]
    rows += _maximum_rows(random, layout, test.tasks[0].maximum)
    page = _lines(*rows)
    page.stamp(table, len(rows) + (layout.gap_below_titles if rows else 0), 0)
    return page


def _title_rows(random: Random, test: Test, title: str) -> list[list[Value]]:
    day = datetime.date(2026, random.randrange(1, 6), random.randrange(1, 29))
    first: list[Value] = [random.choice((title, f"{title}, {test.klasse}"))]
    others: list[list[Value]] = [
        [f"Klasse: {test.klasse}"],
        ["Klasse", test.klasse],
        ["Dato", day],
        [f"Dato: {day:%d-%m-%Y}"],
        ["Lærer: Lone Nørgaard"],
        ["Skoleår 2025/26"],
    ]
    return [first, *random.sample(others, 2)]


def _maximum_rows(random: Random, layout: Layout, maximum: float) -> list[list[Value]]:
    if layout.maxima == "pair_above":
        return [[random.choice(MAXIMUM_OF_ALL), maximum]]
    if layout.maxima == "sentence_above":
        return [[f"Alle opgaver giver højst {maximum:g} point."]]
    return []


def _together(random: Random, layout: Layout, blocks: list[Grid]) -> Grid:
    """Tables under one another, or side by side with their own pupils."""
    page = Grid()
    at = 0
    for block in blocks:
        gap = random.choice((1, 2, 3))
        if layout.arrangement == "under":
            page.stamp(block, at, 0)
            at += block.height + gap
        else:
            page.stamp(block, 0, at)
            at += block.width + min(gap, 2)
    return page


def _framed(random: Random, layout: Layout, body: Grid, maximum: float) -> Grid:
    """The page with its empty margins, what stands in the left one, a legend beside, and its footers."""
    page = Grid()
    left = layout.margin_columns
    if layout.maxima == "pair_left":
        row = layout.margin_rows + random.randrange(min(3, body.height))
        page.put_row(row, 0, [random.choice(MAXIMUM_OF_ALL), maximum])
        left += 2
    page.stamp(body, layout.margin_rows, left)
    if layout.legend:
        page.stamp(_lines(*_LEGEND), layout.margin_rows + 1, page.width + 2)
    below = page.height + 1
    for number, text in enumerate(random.sample(_FOOTERS, layout.footers)):
        page.put(below + number, left, text)
    return page
