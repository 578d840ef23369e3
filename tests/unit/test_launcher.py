"""klasseblik.py as a person starts it: what it hands over, and what it says when it cannot."""

import ast
from pathlib import Path

import pytest

from tests.ports import free_port, taken_port
from tests.unit.launching import LAUNCHER, assert_one_sentence, make_project, run, run_after


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("clone"))
    first = run(project, "check")
    assert first.returncode == 0, first.stderr
    assert "Henter 1 pakker" in first.stderr
    assert "Pakkerne er på plads." in first.stderr
    # What a command answers is read by programs too: nothing else stands in its output.
    assert first.stdout.startswith("cli 1.0")
    return project


def test_an_old_python_can_read_the_file() -> None:
    ast.parse(LAUNCHER.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed(project: Path) -> None:
    result = run_after("sys.version_info = (3, 9, 2, 'final', 0)", project)

    assert_one_sentence(result, "Python 3.11 eller nyere", "Python 3.9")


@pytest.mark.parametrize("word", ["--help", "-h", "hjælp"])
def test_help_needs_nothing_installed(project: Path, word: str) -> None:
    result = run(project, word)

    assert result.returncode == 0
    assert "python3 klasseblik.py --store FIL" in result.stdout
    assert not (project / ".venv").exists()


def test_a_taken_port_is_named_with_another_to_try(project: Path) -> None:
    with taken_port() as port:
        result = run(project, "--port", str(port))

    assert_one_sentence(result, f"Port {port} er optaget", "--port 8502")
    assert not (project / ".venv").exists()


@pytest.mark.parametrize("address", [".".join("0000"), "::", "192.168.1.20", "skolen.example", ""])
def test_the_dashboard_is_not_opened_to_other_machines(project: Path, address: str) -> None:
    result = run(project, "start", f"--address={address}")

    assert_one_sentence(result, "kun på denne maskine")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--port", "mange"], "mange er ikke en port"),
        (["--port", "70000"], "70000 er ikke en port"),
        (["start", "--port"], "--port mangler sin værdi"),
        (["--stor", "x.duckdb"], "--stor kendes ikke"),
        (["start", "x.duckdb"], "x.duckdb kendes ikke"),
    ],
)
def test_a_mistyped_option_is_told_before_anything_is_installed(
    project: Path, arguments: list[str], found: str
) -> None:
    result = run(project, *arguments)

    assert_one_sentence(result, found)
    assert not (project / ".venv").exists()


def test_a_store_in_a_folder_that_is_not_there_is_told(project: Path) -> None:
    result = run(project, "--store", "findes/ikke/x.duckdb", "--port", str(free_port()))

    assert_one_sentence(result, str(Path("findes", "ikke")), "ret stien til --store")


def test_a_command_gets_its_words_and_the_folder_the_person_stands_in(
    installed: Path, tmp_path: Path
) -> None:
    result = run(installed, "import", "7.A prøve æ.xlsx", "--klasse", "7.A", folder=tmp_path)

    told = f"cli 1.0 {['import', '7.A prøve æ.xlsx', '--klasse', '7.A']} {tmp_path}\n"
    assert (result.returncode, result.stdout, result.stderr) == (0, told, "")


def test_the_exit_code_of_a_command_is_passed_on(installed: Path) -> None:
    assert run(installed, "check", "fejl").returncode == 3


def test_a_start_without_a_store_makes_the_demo_school_first(installed: Path) -> None:
    port = free_port()

    result = run(installed, "--port", str(port))

    demo = installed / "var" / "demo.duckdb"
    made, ready, server = result.stdout.splitlines()
    assert made.startswith(f"cli 1.0 {['demo', '--store', str(demo)]}")
    assert ready == f"Klasseblik kører på http://127.0.0.1:{port} (stop med Ctrl+C)"
    assert server.endswith(f"{installed} {demo}")
    assert f"'--server.address', '127.0.0.1', '--server.port', '{port}'" in server


@pytest.mark.parametrize("way", ["option", "joined", "environment"])
def test_a_start_with_an_own_store_leaves_the_demo_school_out(
    installed: Path, tmp_path: Path, way: str
) -> None:
    options = {"option": ["--store", "skole=1.duckdb"], "joined": ["--store=skole=1.duckdb"]}.get(way, [])
    changes = {"KLASSEBLIK_STORE": "skole=1.duckdb"} if way == "environment" else {}

    result = run(installed, "start", *options, "--port", str(free_port()), folder=tmp_path, **changes)

    _ready, server = result.stdout.splitlines()
    assert server.endswith(f"{installed} {tmp_path / 'skole=1.duckdb'}")


def test_a_demo_school_that_cannot_be_made_stops_the_start(project: Path) -> None:
    (project / "cli.py").write_text("import sys; sys.exit('Demoskolen er åben i et andet vindue: luk det.')")

    result = run(project, "--port", str(free_port()))

    assert_one_sentence(result, "Demoskolen er åben")
    assert "Klasseblik kører" not in result.stdout
