"""A store whose program ends the moment its tables are made can be opened by the next one."""

import subprocess
import sys
from pathlib import Path

from data_io.school import create_school
from data_io.store.store import open_store
from tests.data_io.command_line import ROOT, environment

# ends without closing anything, as a kill or a power cut does
_MAKES_AND_DIES = """
import os, sys
from pathlib import Path
from data_io.store.store import open_store
open_store(Path(sys.argv[1]), "school")
os._exit(9)
"""


def test_a_new_store_needs_no_log_to_be_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "skole.duckdb"

    died = subprocess.run(
        [sys.executable, "-c", _MAKES_AND_DIES, str(path)],
        cwd=ROOT,
        env=environment(PYTHONPATH=str(ROOT)),
        check=False,
    )

    assert died.returncode == 9
    store = open_store(path, "school")
    assert create_school(store, "Ullerup Bæk Skolen")
    store.close()
