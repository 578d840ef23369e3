# ruff: noqa: N999 -- run by name, `python -m bench.import`, and never imported
"""Reading, checking and committing a folder of workbooks against pandas merely reading them.

Run from the project's folder: `.venv/bin/python -m bench.import` (about a minute). Both sides read the same
200 workbooks, in turns, so that a machine that is busy is busy for both.
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bench.workbooks import write_workbooks
from data_io.importing.options import ImportOptions
from data_io.importing.run import import_sources
from data_io.importing.sources import sources_of
from data_io.school import create_school
from data_io.store.store import Store, Transaction, open_store
from data_io.workbook import child
from data_io.workbook.reader import READERS, close_readers, start_readers
from data_io.workbook.wire import Question


@dataclass(frozen=True)
class Ours:
    """One run of Klasseblik: seconds on the clock, seconds of all processors, seconds of writing."""

    wall: float
    cpu: float
    writing: float


def main() -> None:
    """Makes the workbooks, measures both ways in turns, and prints what a workbook costs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--files", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    said = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_workbooks(folder / "ark", said.files)
        ours: list[Ours] = []
        theirs: list[float] = []
        for number in range(said.rounds):
            ours.append(klasseblik_imports(folder / "ark", folder / f"{number}.duckdb"))
            if not number:
                peak = f"{memory(resource.RUSAGE_SELF):.0f} MB here"
                peak += f", {memory(resource.RUSAGE_CHILDREN):.0f} MB in the largest reader"
            theirs.append(pandas_reads(files))
            print(
                f"round {number + 1}: pandas {per(theirs[-1], files)}, Klasseblik {per(ours[-1].wall, files)}"
            )
        parsing = parse_alone(files)
    report(files, theirs, ours, parsing)
    print(f"peak memory: {peak}; {READERS} readers on {os.cpu_count()} cores")


def report(files: list[Path], theirs: list[float], ours: list[Ours], parsing: float) -> None:
    """The figures: the ratio of the best rounds and of each, and where our time goes."""
    best = min(ours, key=lambda run: run.wall)
    ratios = [t / o.wall for t, o in zip(theirs, ours, strict=True)]
    print(f"pandas.read_excel(engine='openpyxl'), reading:  {per(min(theirs), files)}")
    print(f"Klasseblik, read, checked and committed:        {per(best.wall, files)}")
    print(
        f"ratio of the best: {min(theirs) / best.wall:.1f}, median of rounds: {statistics.median(ratios):.1f}"
    )
    outside = 1 - (parsing + best.writing) / best.cpu
    print(f"processor time: {per(best.cpu, files)}, of it parsing {per(parsing, files)},")
    print(f"writing {per(best.writing, files)}; outside parsing and writing: {outside:.0%}")


def pandas_reads(files: list[Path]) -> float:
    """The seconds pandas takes to read the first sheet of every workbook."""
    began = time.perf_counter()
    for file in files:
        pd.read_excel(file, engine="openpyxl")
    return time.perf_counter() - began


def klasseblik_imports(folder: Path, path: Path) -> Ours:
    """From the start of the readers until the store is closed, with everything in it."""
    began, used = time.perf_counter(), all_cpu()
    with timed_writing() as written:
        sources = sources_of([folder])
        start_readers(len(sources))
        store = open_store(path, "school")
        school_id = create_school(store, "Bænkeskolen")
        options = ImportOptions(accept_defaults=True)
        outcomes = list(import_sources(store, school_id, sources, lambda _file, _sheet: options, ""))
        close_readers()
        store.close()
    left = [outcome for outcome in outcomes if outcome.status != "read"]
    for outcome in left[:3]:
        why = [(sheet.blocking[:2], sheet.context_missing) for sheet in outcome.sheets]
        print(f"not read: {outcome.label}: {outcome.refused or why}")
    if left:
        sys.exit(1)
    return Ours(time.perf_counter() - began, all_cpu() - used, sum(written))


@contextmanager
def timed_writing() -> Iterator[list[float]]:
    """The processor seconds of every transaction that ends meanwhile."""
    seconds: list[float] = []
    usual = Store.write

    @contextmanager
    def timed(store: Store) -> Iterator[Transaction]:
        began = time.process_time()
        with usual(store) as transaction:
            yield transaction
        seconds.append(time.process_time() - began)

    Store.write = timed  # type: ignore[method-assign, assignment]  # a bench looks over the store's shoulder
    try:
        yield seconds
    finally:
        Store.write = usual  # type: ignore[method-assign]  # as above


def parse_alone(files: list[Path]) -> float:
    """The processor seconds of parsing all files as the reading child does, scanned and within limits."""
    began = time.process_time()
    for file in files:
        question = Question(name=file.name, sha256="", cells=False, fills=False, reading=False)
        child.parse(question, file.read_bytes())
    return time.process_time() - began


def all_cpu() -> float:
    """The processor seconds of this process and of the readers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def memory(who: int) -> float:
    """The most memory a process has held, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024


def per(seconds: float, files: list[Path]) -> str:
    """Milliseconds a workbook."""
    return f"{1000 * seconds / len(files):.2f} ms a workbook"


if __name__ == "__main__":
    main()
