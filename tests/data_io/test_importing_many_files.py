"""A folder or a zip is read by several readers at once, in order, and what was read is not read again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from data_io.importing.options import ImportOptions
from data_io.importing.run import import_sources
from data_io.importing.sources import Source, sources_of
from data_io.school import the_school
from data_io.store.store import open_store
from data_io.workbook.reader import reader_pids
from tests.data_io.a_school import School
from tests.data_io.command_line import CLI, ROOT, environment, run, seen_in
from tests.data_io.many_files import ASKS, SURE, ended, fill, import_run, packed, titled
from tests.data_io.result_sheets import NAMES, xlsx_of
from tests.data_io.workbook_files import many_cells, raw_xlsx


def test_files_come_out_in_order_also_when_the_first_takes_longest(school: School) -> None:
    folder = school.folder / "ark"
    fill(folder, 6)
    raw_xlsx(folder / "7. stor.xlsx", many_cells(12_000))

    outcomes = import_run(school, folder, accept_defaults=True)

    assert [o.label for o in outcomes] == ["7. stor.xlsx", *(f"7.A {n:02}.xlsx" for n in range(6))]
    assert [o.status for o in outcomes] == ["not_understood", *["read"] * 6]
    assert len(school.tests()) == 6


def test_a_folders_files_are_named_with_the_folders_they_lie_in(school: School) -> None:
    fill(school.folder / "ark" / "7.A", 1)
    fill(school.folder / "ark", 1, [*SURE[:3], *SURE[4:]])

    assert sorted(ended(import_run(school, school.folder / "ark", accept_defaults=True))) == [
        "7.A 00.xlsx",
        "7.A/7.A 00.xlsx",
    ]


def test_the_second_run_reads_nothing_that_was_read_and_tries_again_what_asked(school: School) -> None:
    fill(school.folder / "ark", 3)
    asks = xlsx_of(school.folder / "ark" / "7.A z.xlsx", titled(9, ASKS))
    first = import_run(school, school.folder / "ark")
    assert [o.status for o in first] == ["read", "read", "read", "asks"]

    second = import_run(school, school.folder / "ark")
    answered = import_run(school, asks, school.folder / "ark" / "7.A 00.xlsx", accept_defaults=True)

    assert [o.status for o in second] == ["before", "before", "before", "asks"]
    assert [o.status for o in answered] == ["read", "before"]
    assert len(school.tests()) == 4


def test_a_corrected_file_is_read_again(school: School) -> None:
    (path,) = fill(school.folder / "ark", 1)
    import_run(school, school.folder / "ark")
    xlsx_of(path, titled(0, [*SURE[:3], ["Anna", 3, 1, *SURE[3][3:]], *SURE[4:]]))

    (outcome,) = import_run(school, school.folder / "ark")

    (sheet,) = outcome.sheets
    assert sheet.committed
    assert [(c.column, c.before, c.after) for c in sheet.committed.changes] == [("1.2", 2, 1)]


def test_a_file_that_is_told_another_class_is_read_again(school: School) -> None:
    fill(school.folder / "ark", 1)
    import_run(school, school.folder / "ark")

    (outcome,) = import_run(school, school.folder / "ark", klasse="7.B", answers={"same_test": "no"})

    assert outcome.status == "read"
    assert len(school.tests("7.B")) == 1


def test_a_file_whose_import_was_taken_back_is_read_again(school: School) -> None:
    fill(school.folder / "ark", 2)
    first, _second = import_run(school, school.folder / "ark")
    school.undo(first.sheets[0])

    assert [o.status for o in import_run(school, school.folder / "ark")] == ["read", "before"]


def test_two_copies_in_one_run_are_one_import(school: School) -> None:
    (path,) = fill(school.folder / "ark", 1)
    (path.parent / "7.A 01.xlsx").write_bytes(path.read_bytes())

    assert ended(import_run(school, path.parent)) == {"7.A 00.xlsx": "read", "7.A 01.xlsx": "unchanged"}
    assert len(school.tests()) == 1


def test_pupils_whom_one_file_brings_are_known_to_the_next(school: School) -> None:
    fill(school.folder / "ark", 4)

    outcomes = import_run(school, school.folder / "ark")

    assert [s.committed.new_pupils for o in outcomes for s in o.sheets if s.committed] == [6, 0, 0, 0]
    assert sorted(school.pupils()) == sorted(set(NAMES) - {"Carl"})


def test_a_correction_in_the_same_run_says_what_it_changes(school: School) -> None:
    fill(school.folder / "ark", 1)
    changed = [*SURE[:3], ["Anna", 3, 1, *SURE[3][3:]], *SURE[4:]]
    xlsx_of(school.folder / "ark" / "7.A 00 rettet.xlsx", titled(0, changed))

    outcomes = import_run(school, school.folder / "ark")

    changes = [c for o in outcomes for s in o.sheets if s.committed for c in s.committed.changes]
    assert len(changes) == 1
    assert len(school.tests()) == 1


def test_a_reader_that_dies_costs_its_file_alone(school: School) -> None:
    folder = school.folder / "ark"
    fill(folder, 5)
    raw_xlsx(folder / "7. stor.xlsx", many_cells(60_000))

    def with_a_death() -> Iterator[Source]:
        first, *others = sources_of([folder])
        yield first
        while not (busy := reader_pids(busy=True)):
            time.sleep(0.001)
        for pid in busy:
            os.kill(pid, signal.SIGTERM)
        yield from others

    options = ImportOptions()
    outcomes = import_sources(school.store, school.school_id, with_a_death(), lambda _f, _s: options)

    found = ended(list(outcomes))

    assert found.pop("7. stor.xlsx") == "refused"
    assert found == {f"7.A {n:02}.xlsx": "read" for n in range(5)}


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, store = tmp_path / "ark", tmp_path / "skole.duckdb"
    fill(folder, 120)
    command = [sys.executable, str(CLI), "import", str(folder), "--store", str(store)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), cwd=ROOT
    )
    waited = time.monotonic()
    while store_size(store) < 200_000 and process.poll() is None:
        assert time.monotonic() - waited < 60, "nothing was ever written"
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    process.wait(60)
    there = len(seen_in(store))

    said = run("import", folder, "--store", store)

    assert said.code == 0
    lines = said.out.splitlines()
    assert sum(line.startswith("læst i forvejen") for line in lines) == there
    assert sum(line.startswith("læst ind") for line in lines) == 120 - there
    assert len(seen_in(store)) == 120
    assert run("import", folder, "--store", store).out.splitlines()[-1] == "120 filer: 120 læst i forvejen."


def store_size(store: Path) -> int:
    log = Path(f"{store}.wal")
    return log.stat().st_size if log.exists() else 0


def test_import_of_many_ends_with_a_line_a_file_and_a_total(tmp_path: Path) -> None:
    fill(tmp_path / "ark", 2)
    xlsx_of(tmp_path / "ark" / "7.A y.xlsx", titled(8, ASKS))
    (tmp_path / "ark" / "z.csv").write_bytes(b"%PDF-1.7")

    said = run("import", tmp_path / "ark", "--store", tmp_path / "skole.duckdb")

    assert said.code == 2
    assert said.out.splitlines()[-5:] == [
        "læst ind        7.A 00.xlsx · 54 resultater",
        "læst ind        7.A 01.xlsx · 54 resultater",
        "spørger         7.A y.xlsx · 1 mangler svar",
        "afvist          z.csv",
        "4 filer: 2 læst ind, 1 spørger, 1 afvist.",
    ]
    assert "Svar med --answer all_zeros@" in said.err
    assert "z.csv" in said.err


def test_check_prints_a_line_a_file_in_order_also_from_a_zip(tmp_path: Path) -> None:
    files = fill(tmp_path / "ark", 4)
    archive = packed(tmp_path / "ark" / "a.zip", {"ind/mat.xlsx": files[0].read_bytes()})

    said = run("check", tmp_path / "ark", "--json")

    assert [o["file"] for o in said.objects] == [*map(str, files), f"{archive}/ind/mat.xlsx"]
    assert {o["sheets"][0]["values"] for o in said.objects} == {54}


def test_the_school_in_the_store_is_the_one_that_was_named_first(tmp_path: Path) -> None:
    fill(tmp_path / "ark", 2)
    store = tmp_path / "skole.duckdb"

    assert run("import", tmp_path / "ark", "--store", store, "--skole", "Fjordskolen").code == 0

    opened = open_store(store)
    assert the_school(opened)
    assert opened.rows("schools")[0]["name"] == "Fjordskolen"
    opened.close()
