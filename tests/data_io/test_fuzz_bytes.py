"""Whatever bytes a file holds, the importer reads it or refuses it in a sentence."""

import time
from collections import Counter
from pathlib import Path

from data_io.layouts.read_sheet import read_file
from tests.fuzzing import all_specimens, try_seed

SECONDS = 30


def test_files_with_bytes_changed_by_lot_are_read_or_refused(tmp_path: Path) -> None:
    specimens, said = all_specimens(tmp_path), Counter[str]()
    until, seed = time.monotonic() + SECONDS, 0

    while time.monotonic() < until:
        outcome = try_seed(seed, specimens, tmp_path)
        assert not outcome.fault, f"seed {seed} ({outcome.specimen}):\n{outcome.fault}"
        said[outcome.said.partition(":")[0]] += 1
        seed += 1

    # both kinds of answer are seen, so that the changes are neither too small nor too large
    assert said["read"] > seed / 20
    assert said.total() - said["read"] > seed / 20


def test_every_specimen_is_read_before_it_is_changed(tmp_path: Path) -> None:
    for name in all_specimens(tmp_path):
        assert read_file(tmp_path / name).sheets
