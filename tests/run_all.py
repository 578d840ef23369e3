"""Every check that a change has to pass; `python3 klasseblik.py test` runs it inside .venv."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser import find_browser

ROOT = Path(__file__).resolve().parent.parent
_IMPORT_LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def steps(pytest_arguments: list[str]) -> dict[str, list[str]]:
    """Name and arguments of each step; pytest comes last, so that its own line ends the output."""
    return {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy", "."],
        "import-linter": ["-c", _IMPORT_LINTER, "--no-logo"],
        "pytest": ["-m", "pytest", "-n", "2", "--dist", "loadfile", *pytest_arguments],
    }


def main(pytest_arguments: list[str]) -> int:
    """0 when every step passed; the others are run even when one fails."""
    try:
        program = find_browser.found_or_installed()
    except find_browser.NoBrowser as why:
        sys.stderr.write(f"{why}\n")
        return 1
    env = dict(os.environ, KLASSEBLIK_BROWSER=program)
    failed = []
    for name, arguments in steps(pytest_arguments).items():
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if subprocess.call([sys.executable, *arguments], cwd=ROOT, env=env) != 0:
            failed.append(name)
    if failed:
        sys.stderr.write(f"Der er fejl i: {', '.join(failed)}.\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
