"""Rewrites Fjordskolen's workbooks and their manifest: `python sample_data/make.py [other folder]`."""

import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    # Started as a module from the project's root, the school's parts find one another without path edits.
    targets = [str(Path(folder).resolve()) for folder in sys.argv[1:]]
    command = [sys.executable, "-m", "sample_data.school_make", *targets]
    root = Path(__file__).resolve().parents[1]
    sys.exit(subprocess.run(command, cwd=root, check=False).returncode)  # noqa: S603 - this Python, our module
