"""One file read by a program of its own, with what came of it and the most memory that was held."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from data_io.workbook.limits import CHILD_MEMORY_BYTES

ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 60

# the peak of a process that has ended is what the system itself remembers of it
_PROGRAM = """
import json, sys
from pathlib import Path
from data_io.errors import Refused
from data_io.layouts.read_sheet import read_file
from data_io.workbook.reader import close_readers
said = {"code": None, "message": "", "kinds": []}
try:
    said["kinds"] = [sheet.kind for sheet in read_file(Path(sys.argv[1])).sheets]
except Refused as refused:
    said |= {"code": refused.code, "message": refused.message}
close_readers()
if sys.platform != "win32":
    import resource
    unit = 1 if sys.platform == "darwin" else 1024
    own, child = (
        resource.getrusage(who).ru_maxrss * unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    if sys.platform == "linux":
        # what Linux says of this process began in the one that started it
        lines = Path("/proc/self/status").read_text().splitlines()
        own = 1024 * int(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))
    said["peaks"] = [own, child]
print(json.dumps(said))
"""


@dataclass(frozen=True)
class Outcome:
    """The refusal's code and sentence, or None and the kinds of the sheets that were read."""

    code: str | None
    message: str
    kinds: list[str]
    peaks: list[int]


def read_measured(path: Path) -> Outcome:
    """What the importer makes of a file; fails after 60 s, or where a process held 1.5 GB."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=_SECONDS,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    outcome = Outcome(**{"peaks": [], **json.loads(done.stdout)})
    assert all(peak < CHILD_MEMORY_BYTES for peak in outcome.peaks), outcome.peaks
    assert sys.platform == "win32" or len(outcome.peaks) == 2
    return outcome
