"""Reads files with bytes changed by lot, and counts what came of them.

Run from the project's folder: python -m bench.fuzz --minutes 10. One again: --seed SEED --once.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from data_io.workbook.reader import close_readers
from tests.fuzzing import Outcome, all_specimens, try_seed


def main() -> int:
    """Prints how many files came to what, the slowest, and each fault with its seed; 1 where there is one."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--minutes", type=float, default=10)
    said.add_argument("--seed", type=int, default=1_000_000, help="the first seed; the test begins at 0")
    said.add_argument("--once", action="store_true", help="that seed alone")
    options = said.parse_args()
    until = time.monotonic() + 60 * options.minutes
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        specimens = all_specimens(Path(folder))
        while (time.monotonic() < until and not options.once) or not outcomes:
            outcomes.append(try_seed(options.seed + len(outcomes), specimens, Path(folder)))
        close_readers()
    print("\n".join(_lines(outcomes)))
    return 1 if any(outcome.fault for outcome in outcomes) else 0


def _lines(outcomes: list[Outcome]) -> Iterator[str]:
    yield f"{len(outcomes)} files in {sum(o.seconds for o in outcomes):.0f} s, seeds from {outcomes[0].seed}"
    for said, count in Counter(outcome.said for outcome in outcomes).most_common():
        yield f"{count:8} {said}"
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    yield f"slowest: {slowest.seconds:.1f} s, seed {slowest.seed} ({slowest.specimen}, {slowest.said})"
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.fault:
            kinds.setdefault(outcome.fault.strip().splitlines()[-1], []).append(outcome)
    for fault, found in kinds.items():
        seeds = ", ".join(str(outcome.seed) for outcome in found[:10])
        yield f"\n{len(found)} × {fault}\nseeds {seeds}\n{found[0].specimen}\n{found[0].fault}"


if __name__ == "__main__":
    sys.exit(main())
