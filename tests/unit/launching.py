"""A clone in a folder of its own, started as a person starts it: real processes, a real pip, no network."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import klasseblik

LAUNCHER = Path(klasseblik.__file__)
_CLI = """import os, sys, prik
print("cli", prik.VERSION, sys.argv[1:], os.getcwd())
sys.exit(3 if "fejl" in sys.argv else 0)
"""
_SERVER = """import os, sys
print("server", sys.argv[1:], os.getcwd(), os.environ["KLASSEBLIK_STORE"])
"""


def make_wheel(folder: Path, version: str) -> Path:
    """A package `prik` that knows its version."""
    wheel, info = folder / f"prik-{version}-py3-none-any.whl", f"prik-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as parts:
        parts.writestr("prik.py", f"VERSION = {version!r}\n")
        parts.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: prik\nVersion: {version}\n")
        parts.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        parts.writestr(f"{info}/RECORD", "")
    return wheel


def pin(project: Path, version: str) -> None:
    """requirements.txt asks for that version of `prik`, by its hash."""
    wheel = make_wheel(project / "wheels", version)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (project / "requirements.txt").write_text(f"prik=={version} \\\n    --hash=sha256:{digest}\n")


def make_project(folder: Path) -> Path:
    """A clone in a folder whose name has a space and an æ; the app itself is a stand-in that tells."""
    project = folder / "skolens æbler"
    (project / "wheels").mkdir(parents=True)
    (project / "klasseblik.py").write_bytes(LAUNCHER.read_bytes())
    (project / "cli.py").write_text(_CLI)
    (project / "streamlit.py").write_text(_SERVER)
    pin(project, "1.0")
    return project


def environment(project: Path, **changes: str) -> dict[str, str]:
    """This machine's environment, with pip kept to the wheels of the project."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "KLASSEBLIK_"))}
    pip = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (project / "wheels").as_uri(),
    }
    return {**env, **pip, "PYTHONUTF8": "1", **changes}


def run(
    project: Path, *arguments: str, folder: Path | None = None, **changes: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(project / "klasseblik.py"), *arguments],
        cwd=folder or project,
        env=environment(project, **changes),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
    )


def run_after(preparation: str, project: Path) -> subprocess.CompletedProcess[str]:
    """The launcher on a Python that was changed first, to be like another machine's."""
    code = f"import runpy, sys; sys.argv = ['klasseblik.py']; {preparation}; "
    code += "runpy.run_path('klasseblik.py', run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env=environment(project),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
    )


PREPARATIONS = ("Gør klar", "Henter", "Pakker dem ud", "Pakkerne er på plads")


def assert_one_sentence(result: subprocess.CompletedProcess[str], *parts: str) -> None:
    """What went wrong is told in one sentence, after what the start said of its preparations."""
    assert result.returncode == 1
    told = [line for line in result.stderr.strip().splitlines() if not line.startswith(PREPARATIONS)]
    assert len(told) == 1, result.stderr
    for part in parts:
        assert part in told[0]
