"""Reads results written in many random layouts, and counts what became of them by feature.

Run from the project's folder: python -m bench.layouts --layouts 2000. One again: --only SEED --keep FOLDER.
"""

import argparse
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.random_layouts.case import Case, Drawn, draw_case, run_case

# What differs from sheet to sheet in a sentence: lists, quoted texts, and a pupil's name before "at task".
_NAMES = re.compile(r"\(.*\)|'[^']*'|\b[A-ZÆØÅ].*?(?= at task)")
OUTCOMES = ("exact", "asked", "refused", "silent_wrong", "crash")


def main() -> None:
    """Reads the arguments, runs the layouts and prints what became of them."""
    parser = argparse.ArgumentParser(description="Reads results in random layouts and counts.")
    parser.add_argument("--layouts", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--only", type=int, help="one seed alone, told in full")
    parser.add_argument("--keep", type=Path, help="a folder to leave the files in")
    parser.add_argument("--smallest", type=int, default=8, help="seeds to print for every kind of failure")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        if given.only is not None:
            _tell(run_case(given.only, folder))
            _draw(draw_case(given.only))
            return
        started = time.monotonic()
        cases, crashes = _run_all(range(given.seed, given.seed + given.layouts), folder)
        _print(cases, crashes, given.smallest)
        print(f"\n{given.layouts} layouts in {time.monotonic() - started:.0f} s")


def _run_all(seeds: Sequence[int], folder: Path) -> tuple[list[Case], dict[int, str]]:
    """Every seed's case, and what broke where a seed has none."""
    cases: list[Case] = []
    crashes: dict[int, str] = {}
    with ThreadPoolExecutor(1) as pool:
        for seed in seeds:
            run = pool.submit(run_case, seed, folder)
            broken = run.exception()
            if broken is None:
                cases.append(run.result())
            else:
                crashes[seed] = f"{type(broken).__name__}: {broken}"
    return cases, crashes


def _tell(case: Case) -> None:
    print(f"seed {case.seed}: {case.outcome}")
    print(f"said: {case.sentence or '-'}")
    print(f"differs: {case.wrong or '-'}")
    print(f"ambiguous: {'; '.join(case.layout.ambiguous) or '-'}")
    for name, value in case.layout.features().items():
        print(f"  {name:22} {value}")


def _draw(drawn: Drawn) -> None:
    """The sheets as they were written, with merged ranges named below."""
    for page in drawn.pages:
        print(f"\n[{page.name}]{' (hidden)' if page.hidden else ''}")
        rows = [["" if v is None else repr(v)[:14] for v in row] for row in page.grid.rows()]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for number, row in enumerate(rows, start=1):
            print(f"{number:3}", "|".join(v.ljust(w) for v, w in zip(row, widths, strict=True)))
        print("merged:", page.grid.merges or "-")


def _print(cases: Sequence[Case], crashes: dict[int, str], smallest: int) -> None:
    for title, chosen in (
        ("all", cases),
        ("plain", [c for c in cases if not c.layout.ambiguous]),
        ("ambiguous", [c for c in cases if c.layout.ambiguous]),
    ):
        counts = Counter[str](case.outcome for case in chosen)
        print(f"{title:10}", *(f"{o} {counts[o]:5}" for o in OUTCOMES if o != "crash"), sep="  ")
    print(f"crash       {len(crashes)}")
    for seed, sentence in list(crashes.items())[:smallest]:
        print(f"  --only {seed}  {sentence[:160]}")
    _print_features([c for c in cases if not c.layout.ambiguous])
    for outcome in ("silent_wrong", "refused", "asked"):
        found = [c for c in cases if c.outcome == outcome]
        if outcome != "silent_wrong":
            found = [c for c in found if not c.layout.ambiguous]
        print(f"\n{outcome}:")
        for kind, like in _by_kind(found):
            print(f"  {len(like):4}  {kind}")
            for case in sorted(like, key=lambda c: c.layout.oddities)[:smallest]:
                print(f"        --only {case.seed}  {(case.wrong or 'nothing differs')[:170]}")


def _by_kind(cases: Sequence[Case]) -> Iterator[tuple[str, list[Case]]]:
    """Failures of one kind together, the most frequent kind first."""
    kinds: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        kinds[_kind(case)].append(case)
    yield from sorted(kinds.items(), key=lambda item: -len(item[1]))


def _kind(case: Case) -> str:
    """A failure without the names and numbers that differ from sheet to sheet."""
    if case.outcome == "silent_wrong":
        plain = _NAMES.sub("", case.sentence)
        return " ".join(word for word in plain.split() if word.isalpha() and word.islower())
    return (
        " + ".join(dict.fromkeys(part.split(" (")[0] for part in case.sentence.split("; ") if " (" in part))
        or "?"
    )


def _print_features(cases: Sequence[Case]) -> None:
    """The feature values whose sheets fail most beside the others, where enough sheets have them."""
    if not cases:
        return
    usual = sum(c.outcome != "exact" for c in cases) / len(cases)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for case in cases:
        for name, value in case.layout.features().items():
            counts[name, value][case.outcome] += 1
    rows = []
    for (name, value), outcomes in counts.items():
        total = outcomes.total()
        failed = 1 - outcomes["exact"] / total
        if total >= 5 and failed > usual * 1.15:
            rows.append((failed, total, name, value, outcomes))
    print(f"\nfeatures that fail more than the usual {usual:.0%} (plain layouts only):")
    for failed, total, name, value, outcomes in sorted(rows, key=lambda row: -row[0])[:40]:
        said = ", ".join(f"{o} {outcomes[o]}" for o in OUTCOMES if outcomes[o])
        print(f"  {failed:5.0%} of {total:4}  {name}={value[:50]}  ({said})")


if __name__ == "__main__":
    main()
