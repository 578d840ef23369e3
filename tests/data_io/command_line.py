"""The command line as a process of its own, with what it says and how it ends."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_io import queries
from data_io.scope import local_scope
from data_io.store.store import open_store

ROOT = Path(__file__).resolve().parents[2]
CLI = ROOT / "cli.py"


@dataclass(frozen=True)
class Said:
    """What a run of the command line left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Every line of stdout as a JSON object."""
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: this one's, without a store named in it."""
    kept = {k: v for k, v in os.environ.items() if k != "KLASSEBLIK_STORE"}
    return kept | more


def run(*said: str | Path, **more: str) -> Said:
    """Runs cli.py with these arguments; keywords are variables of its environment."""
    done = subprocess.run(
        [sys.executable, str(CLI), *map(str, said)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(**more),
        cwd=ROOT,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Said(done.returncode, done.stdout, done.stderr)


def seen_in(store: Path) -> list[tuple[str, str, str | None]]:
    """File, sheet and title of every import in a store."""
    opened = open_store(store)
    found = queries.imports(opened, local_scope(opened))
    opened.close()
    return sorted((i["file_name"], i["sheet"], i["title"]) for i in found)


def one_sentence(said: Said) -> str:
    """The only line on stderr, which is a sentence."""
    assert said.err.count("\n") == 1
    assert said.err.endswith((".\n", "?\n"))
    return said.err.strip()
