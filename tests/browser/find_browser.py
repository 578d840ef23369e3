"""The Chromium, Chrome or Edge that the browser tests drive; run as a program, it installs one if it must.

As a program it prints the browser's path; without one it says what to do and exits with 1.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

REMEDY = (
    "Browsertestene mangler en browser, og ingen kunne installeres: installér Chromium, Chrome eller Edge, "
    "eller sæt KLASSEBLIK_BROWSER til dens programfil, og kør »python3 klasseblik.py test« igen."
)
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
_WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


class NoBrowser(Exception):  # noqa: N818 -- it is a finding, told in one sentence
    """There is no browser to test with."""


def installed() -> str:
    """The path of a browser that is here already; KLASSEBLIK_BROWSER goes first."""
    chosen = os.environ.get("KLASSEBLIK_BROWSER", "")
    if chosen:
        if not Path(chosen).is_file():
            raise NoBrowser(
                f"KLASSEBLIK_BROWSER peger på {chosen}, som ikke findes: ret stien, eller fjern den."
            )
        return chosen
    for candidate in _candidates():
        if _starts(candidate):
            return candidate
    raise NoBrowser(REMEDY)


def found_or_installed() -> str:
    """The path of a browser, fetched by Playwright or by apt where none was here."""
    try:
        return installed()
    except NoBrowser:
        if os.environ.get("KLASSEBLIK_BROWSER"):
            raise
    sys.stderr.write("Henter en browser til testene ...\n")
    for commands in (_playwright_install(), _apt_install()):
        if commands and all(_succeeds(command) for command in commands):
            return installed()
    raise NoBrowser(REMEDY)


def _candidates() -> Iterator[str]:
    yield from (path for path in map(shutil.which, _NAMES) if path)
    for root in (Path("/"), Path.home()):
        yield from (str(root / f"Applications/{app}.app/Contents/MacOS/{app}") for app in _MAC_APPS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if variable in os.environ:
            yield from (str(Path(os.environ[variable]) / place) for place in _WINDOWS_PLACES)
    yield _playwrights_own()


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- starting its driver takes half a second

    with sync_playwright() as driver:
        return driver.chromium.executable_path


def _starts(program: str) -> bool:
    """Ubuntu has a chromium-browser that only says where to get one; on Windows asking opens a window."""
    return Path(program).is_file() and (os.name == "nt" or _succeeds([program, "--version"]))


def _playwright_install() -> list[list[str]]:
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _apt_install() -> list[list[str]]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or not shutil.which("apt-get"):
        return []
    return [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]


def _succeeds(command: list[str]) -> bool:
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    try:
        return (
            subprocess.run(command, check=False, capture_output=True, env=env, timeout=1200).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    try:
        sys.stdout.write(found_or_installed() + "\n")
    except NoBrowser as why:
        sys.exit(str(why))
