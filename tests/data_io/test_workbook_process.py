"""The reading child is shared, replaced when it dies, and gone when the program is."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl

from data_io.errors import Refused
from data_io.workbook.cells import Workbook
from data_io.workbook.reader import close_readers, read_workbook, reader_pids
from tests.data_io.workbook_files import many_cells, raw_xlsx, refusal

ROOT = Path(__file__).resolve().parents[2]


def test_ten_files_are_read_by_four_threads_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(10)]
    for number, path in enumerate(paths):
        book = openpyxl.Workbook()
        book.worksheets[0].append(["Elev", number])
        book.save(path)

    with ThreadPoolExecutor(4) as pool:
        books: list[Workbook] = list(pool.map(read_workbook, paths))

    assert [book.sheets[0].rows for book in books] == [(("Elev", number),) for number in range(10)]
    assert len(reader_pids()) <= 2


def test_a_reading_after_the_readers_were_closed_starts_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Elev;1\n", encoding="utf-8")
    read_workbook(path)

    close_readers()

    assert reader_pids() == []
    assert read_workbook(path).sheets[0].rows == (("Elev", "1"),)


def test_one_warm_reader_serves_reading_after_reading(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Elev;1\n", encoding="utf-8")
    close_readers()
    read_workbook(path)
    first = reader_pids()

    read_workbook(path)

    assert reader_pids() == first


def test_the_reader_works_from_any_folder_and_ends_with_the_program(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Elev;1\n", encoding="utf-8")
    program = (
        "from pathlib import Path\n"
        "from data_io.workbook.reader import read_workbook, reader_pids\n"
        "print(read_workbook(Path('t.csv')).sheets[0].rows, *reader_pids(), sep='|', flush=True)\n"
        "input()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout is not None
        rows, pid = parent.stdout.readline().split("|")
        parent.kill()

    assert rows == "(('Elev', '1'),)"
    assert ends(int(pid))


def ends(pid: int) -> bool:
    for _ in range(200):
        if not runs(pid):
            return True
        time.sleep(0.05)
    return False


def runs(pid: int) -> bool:
    if sys.platform == "win32":
        command = ["tasklist", "/FI", f"PID eq {pid}"]
        return str(pid) in subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # a process that has ended but is not yet cleared away is a zombie: Z
    command = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


def test_a_reader_that_was_killed_while_idle_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Elev;1\n", encoding="utf-8")
    read_workbook(path)
    for pid in reader_pids():
        os.kill(pid, signal.SIGTERM)
        assert ends(pid)

    assert read_workbook(path).sheets[0].rows == (("Elev", "1"),)


def test_a_reader_that_is_killed_in_the_middle_of_a_file(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "7A.xlsx", many_cells(60_000))
    refused: list[Refused] = []
    thread = threading.Thread(target=lambda: refused.append(refusal(path)))

    thread.start()
    while not (busy := reader_pids(busy=True)):
        time.sleep(0.001)
    for pid in busy:
        os.kill(pid, signal.SIGTERM)
    thread.join()

    assert [error.code for error in refused] == ["unreadable"]


def test_the_child_that_opens_strange_files_holds_neither_the_store_nor_the_screens() -> None:
    program = (
        "import sys, data_io.layouts.child\n"
        "print(*{'duckdb', 'streamlit', 'pandas', 'openpyxl', 'pickle', 'socket'} & set(sys.modules))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert loaded.stdout.split() == []
