"""Without a browser the browser tests fail with what to do; they are never skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import find_browser
from tests.browser.conftest import ROOT


def make_program(place: Path, exit_code: int) -> Path:
    place.write_text(f"#!{sys.executable}\nraise SystemExit({exit_code})\n", encoding="utf-8")
    place.chmod(0o755)
    return place


def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **changes},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def test_a_named_browser_that_is_not_there_is_told_in_one_sentence() -> None:
    result = run("tests/browser/find_browser.py", KLASSEBLIK_BROWSER="/findes/ikke/chromium")

    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.strip().splitlines() == [
        "KLASSEBLIK_BROWSER peger på /findes/ikke/chromium, som ikke findes: ret stien, eller fjern den."
    ]


def test_the_browser_tests_fail_without_a_browser() -> None:
    one_test = (
        "tests/browser/test_server.py::test_charts_and_the_grid_component_are_drawn_under_the_strict_policy"
    )

    result = run(
        "-m", "pytest", "-p", "no:cacheprovider", one_test, KLASSEBLIK_BROWSER="/findes/ikke/chromium"
    )

    assert result.returncode == 1
    assert "peger på /findes/ikke/chromium" in result.stdout
    assert "1 error" in result.stdout.splitlines()[-1]
    assert "skipped" not in result.stdout


def test_the_named_browser_goes_before_those_that_are_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = make_program(tmp_path / "min-browser", 0)
    monkeypatch.setenv("KLASSEBLIK_BROWSER", str(chosen))

    assert find_browser.installed() == str(chosen)


def test_a_program_that_only_says_where_to_get_a_browser_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_program(tmp_path / "chromium", 1)
    real = make_program(tmp_path / "google-chrome", 0)
    monkeypatch.delenv("KLASSEBLIK_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_browser.installed() == str(real)
