"""Sheets of the kinds found in the open, made anew: every maker, and what its file is judged by."""

from collections.abc import Callable
from pathlib import Path

from data_io.errors import Refused
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import SheetReading
from tests.data_io import wild_beside, wild_exams, wild_gradebooks, wild_lists, wild_traps
from tests.data_io.wild_expected import Expected, Made

Maker = Callable[[Path], Made]
MAKERS: tuple[Maker, ...] = (
    *wild_gradebooks.MAKERS,
    *wild_exams.MAKERS,
    *wild_lists.MAKERS,
    *wild_traps.MAKERS,
    *wild_beside.MAKERS,
)
FIGURES = ("pupils", "tasks", "values", "points", "max_points", "klasser")


def read_wild(path: Path) -> tuple[int, list[SheetReading]]:
    """The verdict of `check` and the visible tables that were understood; a refusal is 2 and no table."""
    try:
        reading = read_file(path)
    except Refused:
        return 2, []
    return reading.verdict, [s for s in reading.sheets if not s.hidden and s.kind != "unknown"]


def differences(expected: Expected, tables: list[SheetReading]) -> list[str]:
    """What is otherwise than a teacher would read it; empty where one of the right readings was made."""
    ways = [way for way in (expected, *expected.also) if way.kind != "unknown"]
    found = [_against((way, *way.others), tables) for way in ways]
    if [] in found:
        return []
    return found[0] if found else [f"read as {[said(t) for t in tables]} where only a person can say"]


def said(table: SheetReading) -> dict[str, object]:
    """The figures of one table as `check --json` prints them."""
    contract = table.as_contract()
    return {"kind": table.kind} | {name: contract[name] for name in FIGURES}


def _against(wanted: tuple[Expected, ...], tables: list[SheetReading]) -> list[str]:
    if len(wanted) != len(tables):
        return [f"{len(tables)} tables, not {len(wanted)}: {[said(t) for t in tables]}"]
    return [line for one, table in zip(wanted, tables, strict=True) for line in _figures(one, said(table))]


def _figures(wanted: Expected, found: dict[str, object]) -> list[str]:
    lines = [] if found["kind"] == wanted.kind else [f"kind {found['kind']}, not {wanted.kind}"]
    for name in FIGURES:
        figure = getattr(wanted, name)
        if figure is not None and not _same(figure, found[name]):
            lines.append(f"{name} {found[name]}, not {figure}")
    return lines


def _same(wanted: object, found: object) -> bool:
    if isinstance(wanted, tuple):
        return list(wanted) == found
    return isinstance(wanted, int | float) and isinstance(found, int | float) and abs(wanted - found) < 1e-6
