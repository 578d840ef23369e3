"""Simulates how often colours and flags are wrong, and how often they find what is there.

Run from the project's folder: python -m bench.colours. With --write the tables go into docs/methods.md.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.rasch import CLASSES_SD, TASKS_SD, Design, ability_with, klasse, solved
from metrics.difference import area_difference, sides
from metrics.evidence import pupil_evidence
from metrics.flags import weak_flags
from metrics.model import CutScores

SEED = 20260114
RUNS = 1000
PUPILS = 20_000
TRUE_SHARE = 0.60
DOCS = Path(__file__).resolve().parents[1] / "docs" / "methods.md"
BEGIN, END = "<!-- bench.colours: begin -->", "<!-- bench.colours: end -->"
DESIGNS = (
    Design("one test of 20 tasks in 6 areas of 3 or 4", 1, (4, 4, 3, 3, 3, 3)),
    Design("a year: two such tests, 10 areas of 2 tasks in each", 2, (2,) * 10),
)


@dataclass(frozen=True)
class Scenario:
    """A class as it truly is: its level and how much weaker its first area is, in logits."""

    name: str
    level: float = 0.0
    weaker: float = 0.0


NOTHING_WEAK = (
    Scenario("no weak area"),
    Scenario("1 logit weak in everything", -1.0),
    Scenario("1 logit strong in everything", 1.0),
)
WEAK = Scenario("one area weak by .8 logit", weaker=0.8)
COLOURS = ("full red", "full yellow", "full green", "light")


def main() -> int:
    """Prints the tables, and writes them into the docs where asked to."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--runs", type=int, default=RUNS)
    said.add_argument("--write", action="store_true", help="put the tables into docs/methods.md")
    options = said.parse_args()
    began = time.monotonic()
    lines = [*pupil_table(PUPILS), ""]
    for design in DESIGNS:
        lines += class_table(design, options.runs)
    print("\n".join(lines))
    print(f"\n{time.monotonic() - began:.0f} s", file=sys.stderr)
    if options.write:
        text = DOCS.read_text(encoding="utf-8")
        head, rest = text.split(BEGIN)
        tail = rest.split(END)[1]
        DOCS.write_text("\n".join([head + BEGIN, *lines, END + tail]), encoding="utf-8", newline="\n")
    return 0


def pupil_table(pupils: int) -> Iterator[str]:
    """Of pupils truly at .60, what their area's colour becomes."""
    yield f"| tasks in the area | {' | '.join(COLOURS)} |"
    yield f"|{'---|' * (1 + len(COLOURS))}"
    for tasks in (2, 3, 5, 10):
        found = pupil_colours(tasks, pupils)
        yield f"| {tasks} | {' | '.join(f'{found[colour] / pupils:.1%}' for colour in COLOURS)} |"


def pupil_colours(tasks: int, pupils: int) -> Counter[str]:
    """How many pupils truly at .60 get each colour from so many tasks, by the product's own rule."""
    rng = np.random.default_rng([SEED, tasks])
    ability, cuts = ability_with(TRUE_SHARE), CutScores()
    found: Counter[str] = Counter()
    for _pupil in range(pupils):
        points = solved(ability, rng.normal(0, TASKS_SD, tasks), rng).sum()
        evidence = pupil_evidence(float(points), float(tasks), tasks, cuts)
        found[f"full {evidence.zone}" if evidence and evidence.full else "light"] += 1
    return found


def class_table(design: Design, runs: int) -> Iterator[str]:
    """Of classes with and without a weak area, how many get a flag, and how many get the right one."""
    heads = ["pupils", "other classes", *(f"flagged: {s.name}" for s in NOTHING_WEAK)]
    heads += [f"{WEAK.name}: found", "flagged elsewhere"]
    yield f"{design.name[0].upper()}{design.name[1:]}:"
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for size in (15, 24):
        for classes in (1, 2, 3, 4):
            wrong = [rates(design, s, size, classes, runs) for s in NOTHING_WEAK]
            right = rates(design, WEAK, size, classes, runs)
            parts = [*(anywhere for _first, _other, anywhere in wrong), *right[:2]]
            yield f"| {size} | {classes} | {' | '.join(f'{part:.1%}' for part in parts)} |"
    yield ""


def rates(
    design: Design, scenario: Scenario, size: int, classes: int, runs: int
) -> tuple[float, float, float]:
    """Of so many classes the part flagged in the first area, in another one, and anywhere."""
    first = other = anywhere = 0
    for run in range(runs):
        rng = np.random.default_rng([SEED, size, classes, run])
        flags = flags_of(design, scenario, size, classes, rng)
        first, other, anywhere = first + flags[0], other + any(flags[1:]), anywhere + any(flags)
    return first / runs, other / runs, anywhere / runs


def flags_of(
    design: Design, scenario: Scenario, size: int, classes: int, rng: np.random.Generator
) -> list[bool]:
    """The flags of one class's areas against so many others of its size, by the product's own rules."""
    area = design.area
    difficulty = rng.normal(0, TASKS_SD, area.size)
    weaker = np.where(area == 0, scenario.weaker, 0.0)
    nowhere = np.zeros(area.size)
    own = klasse(size, scenario.level, weaker, difficulty, rng)
    levels = rng.normal(0, CLASSES_SD, classes)
    others = np.concatenate([klasse(size, level, nowhere, difficulty, rng) for level in levels])
    both = sides(own, others, np.full(area.size, 2.0), design.test)
    held = [area_difference(both, area == one) for one in range(len(design.areas))]
    flags = iter(weak_flags([one for one in held if one]))
    return [next(flags) if one else False for one in held]


if __name__ == "__main__":
    sys.exit(main())
