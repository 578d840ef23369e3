"""The rules of DESIGN.md and STYLE.md that a program can check, held against every file of the project."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
_NOT_OURS = {".venv", "var", ".git"}
_NOT_THE_PRODUCT = {*_NOT_OURS, "tests", "bench", "sample_data"}
_COLOUR = re.compile(
    r"#[0-9a-fA-F]{3}\b|#[0-9a-fA-F]{4}\b|#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{8}\b|\b(rgb|hsl)a?\("
)
_POT = "locale/klasseblik.pot"
_EXTRACT = ["extract", "-F", "babel.cfg", "--add-location=file", "--sort-output", "--project=Klasseblik"]


def python_files(apart_from: set[str]) -> Iterator[Path]:
    for file in sorted(ROOT.rglob("*.py")):
        if file.relative_to(ROOT).parts[0] not in apart_from:
            yield file


def places(found: list[tuple[Path, int, str]]) -> str:
    return "\n".join(f"{file.relative_to(ROOT)}:{line}: {what}" for file, line, what in found)


def nodes(apart_from: set[str]) -> Iterator[tuple[Path, ast.AST]]:
    for file in python_files(apart_from):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield file, node


def test_the_layers_import_one_another_in_one_direction_only() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"

    checked = subprocess.run(
        [sys.executable, "-c", lint, "--no-logo"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_page_lies_where_streamlit_would_serve_it_past_the_frame() -> None:
    assert [file.name for file in (ROOT / "pages").glob("*.py") if file.name != "__init__.py"] == []


def test_colour_codes_stand_in_the_palette_alone() -> None:
    found = [
        (file, node.lineno, node.value.strip()[:60])
        for file, node in nodes(_NOT_THE_PRODUCT)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.search(node.value)
        if file != ROOT / "charts" / "palette.py"
    ]

    assert not found, places(found)


def test_nothing_swallows_every_error() -> None:
    found = [
        (file, node.lineno, "swallows every error")
        for file, node in nodes(_NOT_OURS)
        if isinstance(node, ast.ExceptHandler)
        if node.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(node.type))
        if ast.unparse(node.body[-1]) != "raise"  # undoing a transaction and raising on hides nothing
    ]

    assert not found, places(found)


def test_sql_is_never_put_together_from_strings() -> None:
    found = [
        (file, node.lineno, ast.unparse(node)[:60])
        for file, node in nodes(_NOT_THE_PRODUCT)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in {"execute", "executemany", "sql", "query"} and node.args
        if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]

    assert not found, places(found)


def test_every_text_for_people_can_be_found_by_the_extraction() -> None:
    found = [
        (file, node.lineno, ast.unparse(node)[:60])
        for file, node in nodes(_NOT_THE_PRODUCT)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        for text in node.args[: {"_": 1, "gettext": 1, "ngettext": 2}.get(node.func.id, 0)]
        if not isinstance(text, ast.Constant)
    ]

    assert not found, places(found)


def test_the_catalogue_of_texts_is_in_step_with_the_code(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", *_EXTRACT]

    subprocess.run([*command, "-o", str(fresh), "."], cwd=ROOT, check=True, capture_output=True)

    missing, left_over = texts(fresh) - texts(ROOT / _POT), texts(ROOT / _POT) - texts(fresh)
    assert not missing | left_over, (
        f"new: {missing}\ngone: {left_over}\nRun: pybabel {' '.join(_EXTRACT)} ..."
    )


def texts(catalogue: Path) -> set[str | tuple[str, ...]]:
    with catalogue.open("rb") as file:
        return {
            tuple(message.id) if isinstance(message.id, list | tuple) else message.id
            for message in read_po(file)
        }


def test_the_developers_page_has_the_extraction_command_that_is_checked_here() -> None:
    page = (ROOT / "docs" / "udvikling.md").read_text(encoding="utf-8")

    assert f"pybabel {' '.join(_EXTRACT)} -o {_POT} ." in page


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_every_requirement_has_one_version_and_its_hashes(name: str) -> None:
    entries = requirements(f"{name}.txt")

    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+( ;.*)? --hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_every_package_that_was_asked_for_is_pinned(name: str) -> None:
    asked = {re.split(r"[=<>~ #]", line)[0] for line in lines(f"{name}.in") if not line.startswith("-r")}
    pinned = {entry.split("==")[0] for entry in requirements(f"{name}.txt")}

    assert asked <= pinned


def test_the_tests_run_on_the_versions_that_the_product_is_installed_with() -> None:
    assert set(requirements("requirements.txt")) <= set(requirements("requirements-test.txt"))


def test_the_requirements_name_no_package_index() -> None:
    for name in ("requirements.in", "requirements.txt", "requirements-test.in", "requirements-test.txt"):
        assert not re.search(
            r"://|--(extra-)?index-url|--find-links", (ROOT / name).read_text(encoding="utf-8")
        )


def lines(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def requirements(name: str) -> list[str]:
    return [re.sub(r"\s+", " ", line) for line in lines(name)]
