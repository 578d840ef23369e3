"""Counts how many of the demo school's pupil cells are light: fagområder and signalord, by test and year.

Run from the project's folder: python -m bench.light. Another store: --store FILE.
"""

import argparse
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from data_io.queries import answers, klasser, pupils, tests
from data_io.scope import local_scope
from data_io.settings import DEMO_STORE
from data_io.store.store import Store, open_store
from metrics.evidence import Evidence
from metrics.model import Answer, CutScores, Test
from metrics.shares import pupil_areas, pupil_signalord

Cells = dict[tuple[str, str], list[Evidence]]


def main() -> None:
    """Prints a line for each kind of cell and zoom, and which tasks a cell has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, default=DEMO_STORE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # A copy: the store itself may be open in the dashboard.
        store = open_store(Path(shutil.copy(given.store, folder)))
        cells = cells_of(store)
        store.close()
    for (kind, zoom), found in cells.items():
        print("\n".join(_lines(f"pupil x {kind}, {zoom}", found)))


def cells_of(store: Store) -> Cells:
    """Every pupil's cells in every class and subject, by kind and zoom."""
    scope = local_scope(store)
    cells: Cells = defaultdict(list)
    for klasse in klasser(store, scope):
        taken = tests(store, scope, [klasse.klasse_id])
        given = answers(store, scope, [klasse.klasse_id])
        for pupil in pupils(store, scope, klasse.klasse_id):
            mine = [a for a in given if a.pupil_id == pupil.pupil_id and not a.outside]
            for zoom, chosen in _zooms(taken):
                _add(cells, zoom, mine, chosen)
    return cells


def _zooms(taken: Sequence[Test]) -> Iterator[tuple[str, Sequence[Test]]]:
    for test in taken:
        yield "one test", [test]
    for subject in dict.fromkeys(test.subject for test in taken):
        yield "the year's tests", [test for test in taken if test.subject == subject]


def _add(cells: Cells, zoom: str, mine: Sequence[Answer], chosen: Sequence[Test]) -> None:
    by_id = {test.test_id: test for test in chosen}
    for kind, count in (("fagområde", pupil_areas), ("signalord", pupil_signalord)):
        cells[kind, zoom].extend(count(mine, by_id, CutScores()).values())


def _lines(title: str, found: Sequence[Evidence]) -> Iterator[str]:
    why = Counter(evidence.why for evidence in found)
    light = len(found) - why["sure"]
    thin = sum(evidence.thin for evidence in found)
    yield (
        f"{title}: {light} of {len(found)} cells are light ({light / max(1, len(found)):.0%}), "
        f"of these {thin} an edge alone, since they could be any colour; {dict(why)}"
    )
    by_tasks: defaultdict[int, list[bool]] = defaultdict(list)
    for evidence in found:
        by_tasks[evidence.tasks].append(evidence.full)
    told = (f"{n}: {1 - sum(full) / len(full):.0%} of {len(full)}" for n, full in sorted(by_tasks.items()))
    yield "    light by number of tasks: " + ", ".join(told)


if __name__ == "__main__":
    main()
