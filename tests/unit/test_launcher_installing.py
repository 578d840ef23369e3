"""klasseblik.py makes .venv: what is kept, what is done again, and what a person is told when it fails."""

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import klasseblik
from tests.ports import free_port, taken_port
from tests.unit.launching import assert_one_sentence, environment, make_project, pin, run, run_after


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_the_package_to_install(project: Path, module: str) -> None:
    result = run_after(f"sys.modules[{module!r}] = None", project)

    assert_one_sentence(result, "sudo apt install python3-venv")
    assert not (project / ".venv").exists()


def test_changed_pins_are_installed_at_the_next_start(project: Path) -> None:
    assert "cli 1.0" in run(project, "check").stdout
    pin(project, "1.1")

    second, third = run(project, "check"), run(project, "check")

    assert "Henter 1 pakker" in second.stderr
    assert "Gør klar" not in second.stderr  # the .venv itself was kept
    assert third.stdout == f"cli 1.1 ['check'] {project}\n"


def test_after_a_change_of_pins_that_failed_nothing_is_taken_for_installed(project: Path) -> None:
    pins = project / "requirements.txt"
    first_pins = pins.read_bytes()
    assert run(project, "check").returncode == 0
    pins.write_text("prik==9.9 --hash=sha256:" + 64 * "0")
    assert_one_sentence(run(project, "check"), "No matching distribution found for prik==9.9")
    pins.write_bytes(first_pins)

    result = run(project, "check")

    assert "Pakkerne er på plads." in result.stderr
    assert "cli 1.0" in result.stdout


def test_a_broken_venv_is_made_again(project: Path) -> None:
    config = project / ".venv" / "pyvenv.cfg"
    config.parent.mkdir()
    config.write_text("version = 3.11.0\n")  # an interrupted first start: no Python in it yet

    assert "cli 1.0" in run(project, "check").stdout


def test_a_package_that_is_not_the_known_one_is_not_installed(project: Path) -> None:
    wheel = project / "wheels" / "prik-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "a") as parts:
        parts.writestr("mere.py", "")

    for _attempt in range(2):
        result = run(project, "check")
        assert_one_sentence(result, "ikke den, Klasseblik er prøvet med")
        assert "cli" not in result.stdout


def test_without_network_the_person_is_told_and_the_next_try_goes_on(project: Path) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/simple"

    result = run(project, "check", PIP_NO_INDEX="", PIP_FIND_LINKS="", PIP_INDEX_URL=nobody)
    again = run(project, "check")

    assert_one_sentence(result, "om der er net", "proxy", "genbruges")
    assert "Gør klar" not in again.stderr
    assert "cli 1.0" in again.stdout


def test_an_interrupted_installation_is_done_again(project: Path) -> None:
    with taken_port() as port:
        told = start_and_interrupt(project, PIP_INDEX_URL=f"http://127.0.0.1:{port}/simple")

    assert told.strip().startswith("Afbrudt")
    assert "Traceback" not in told
    assert "cli 1.0" in run(project, "check").stdout


def hear_ctrl_c() -> None:
    """Undoes what a shell does to processes in the background: they are started deaf to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start_and_interrupt(project: Path, **changes: str) -> str:
    """What a start says that is stopped while pip waits for a server."""
    with subprocess.Popen(
        [sys.executable, str(project / "klasseblik.py"), "check"],
        cwd=project,
        env=environment(project, PIP_NO_INDEX="", PIP_FIND_LINKS="", **changes),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 -- a run of the tests in the background would hand on deafness
    ) as first:
        assert first.stderr is not None
        assert any(line.startswith("Henter") for line in first.stderr)
        os.killpg(first.pid, signal.SIGINT)  # what Ctrl+C does: pip hears it too
        _out, told = first.communicate(timeout=60)
    assert first.returncode == 1
    return told


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "Disken er fuld",
        ),
        ("[Errno 13] Permission denied: '/opt/klasseblik/.venv'", "Der må ikke skrives i"),
        ("[WinError 5] Adgang nægtet: 'C:\\\\klasseblik'", "Der må ikke skrives i"),
        ("[Errno 30] Read-only file system: '/mnt/.venv'", "Der må ikke skrives i"),
        ("ProxyError('Cannot connect to proxy.')", "om der er net"),
        ("Failed to establish a new connection: [Errno -3] Temporary failure", "om der er net"),
        (
            "note\nERROR: No matching distribution found for prik==9\n",
            "No matching distribution found for prik==9",
        ),
        ("", "Det lykkedes ikke på Python"),
    ],
)
def test_what_pip_and_the_system_say_becomes_one_danish_sentence(output: str, sentence: str) -> None:
    told = klasseblik.what_went_wrong(output)

    assert sentence in told
    assert "\n" not in told
