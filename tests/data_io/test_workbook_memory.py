"""The reading child is judged by its own memory, not by that of the dashboard that started it."""

import subprocess
import sys
from pathlib import Path

from data_io.workbook.limits import CHILD_TIRED_BYTES

ROOT = Path(__file__).resolve().parents[2]


def test_a_large_dashboard_keeps_one_warm_reader(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Elev;1\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from data_io.workbook.reader import read_workbook, reader_pids\n"
        f"held = b'x' * {CHILD_TIRED_BYTES + 2**26}\n"
        "for _ in range(3):\n"
        "    read_workbook(Path(sys.argv[1]))\n"
        "    print(*reader_pids())\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "t.csv")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )

    pids = done.stdout.split()
    assert len(pids) == 3
    assert len(set(pids)) == 1
