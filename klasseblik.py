"""Klasseblik starts here: Python alone makes .venv, installs what is pinned, and hands over.

The file must be readable by Python 3.6, so that an old Python can say that it is too old.
"""

import hashlib
import os
import re
import socket
import subprocess
import sys
from functools import partial
from gettext import gettext as _
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
DEMO_STORE = ROOT / "var" / "demo.duckdb"
say = partial(print, flush=True)  # seen at once, also where the output goes to a file
tell = partial(say, file=sys.stderr)  # of the preparations: the output is what a command answers
PRODUCT, TESTS = "requirements.txt", "requirements-test.txt"
HELP = _("""Klasseblik viser skolens egne resultatark til læringssamtalen.

  python3 klasseblik.py                              start med demoskolen
  python3 klasseblik.py --store FIL [--port 8502]    start med skolens egne data
  python3 klasseblik.py KOMMANDO ...                 kommandolinjen, f.eks. import eller check
  python3 klasseblik.py KOMMANDO --help              hvad en kommando kan
  python3 klasseblik.py test [til pytest]            kør alle test

Første gang hentes pakkerne til mappen .venv; derefter bruges nettet ikke.""")


class StartError(Exception):
    """The one sentence that the person at the terminal reads."""


def main(arguments: "list[str]") -> int:
    """The exit code of what was asked for."""
    require_python(sys.version_info[:3])
    command, rest = (arguments or ["start"])[0], arguments[1:]
    if command in ("-h", "--help", "hjælp") or (command == "start" and "--help" in rest):
        print(HELP)
        return 0
    if command == "start" or command.startswith("-"):
        return start(rest if command == "start" else arguments)
    install(PRODUCT)
    if command == "test":
        install(TESTS)
        os.chdir(str(ROOT))
        return hand_over(in_venv("-m", "tests.run_all", *rest))
    return hand_over(in_venv(ROOT / "cli.py", *arguments))


def require_python(version: "tuple[int, ...]") -> None:
    """Stops a Python that is older than 3.11."""
    if version[:2] < (3, 11):
        why = _("Klasseblik kræver Python 3.11 eller nyere (hent den på python.org); dette er Python {}.{}.")
        raise StartError(why.format(*version))


def in_venv(*arguments: "str | Path") -> "list[str]":
    """A command line for the Python inside .venv, whether it is there yet or not."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return [str(python)] + [str(argument) for argument in arguments]


def stamp(requirements: str) -> Path:
    """The file in .venv that is written when all of a requirements file is installed."""
    return VENV / (".klasseblik-installed-" + requirements)


def fingerprint(requirements: str) -> str:
    """What the stamp says: these very pins, for this Python."""
    pins = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    return "python{}.{} {}\n".format(*sys.version_info[:2], pins)


def is_installed(requirements: str) -> bool:
    """True when an earlier start finished installing the same pins for the same Python."""
    mark = stamp(requirements)
    return mark.is_file() and Path(in_venv()[0]).is_file() and mark.read_text() == fingerprint(requirements)


def install(requirements: str) -> None:
    """All pinned packages stand in .venv; what an interrupted start left is used, or made again."""
    if is_installed(requirements):
        return
    if not venv_is_whole():
        make_venv()
    for undone in {requirements, TESTS}:  # the test packages stand on the product's pins
        if stamp(undone).exists():
            stamp(undone).unlink()
    pip_install(requirements)
    stamp(requirements).write_text(fingerprint(requirements))


def venv_is_whole() -> bool:
    """True when .venv belongs to this Python and its pip answers."""
    config = VENV / "pyvenv.cfg"
    if not config.is_file() or not Path(in_venv()[0]).is_file():
        return False
    this_python = r"^version\s*=\s*{}\.{}\.".format(*sys.version_info[:2])
    if not re.search(this_python, config.read_text("utf-8"), re.MULTILINE):
        return False
    return subprocess.run(in_venv("-m", "pip", "--version"), check=False, capture_output=True).returncode == 0


def make_venv() -> None:
    """A new .venv in place of none or a broken one."""
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise StartError(_("Denne Python mangler venv; på Debian og Ubuntu: sudo apt install python3-venv."))
    tell(_("Gør klar til første start; det tager et par minutter."))
    base = getattr(sys, "_base_executable", None) or sys.executable  # not a .venv that is about to go
    empty = [base, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    its_pip = in_venv("-I", "-m", "ensurepip", "--default-pip")  # apart, since venv hides what it says
    for step in (empty, its_pip):
        made = subprocess.run(step, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if made.returncode != 0:
            raise StartError(what_went_wrong(made.stdout.decode(errors="replace")))


def pip_install(requirements: str) -> None:
    """pip has installed every pin, each with its known hash, or the person is told why not."""
    total = len(re.findall(r"^[\w.-]+==", (ROOT / requirements).read_text("utf-8"), re.MULTILINE))
    tell(_("Henter {} pakker ...").format(total))
    command = in_venv("-m", "pip", "install", "--require-hashes", "--no-user", "--no-input", "--retries", "2")
    command += ["--disable-pip-version-check", "--progress-bar", "off", "-r", str(ROOT / requirements)]
    heard, seen = [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for line in (raw.decode(errors="replace") for raw in pip.stdout or ()):
            heard.append(line)
            seen += line.startswith(("Collecting ", "Requirement already satisfied", "Ignoring "))
            if line.startswith("Installing collected packages"):
                tell(_("Pakker dem ud ..."))
            elif sys.stderr.isatty() and seen:
                tell(f"  {min(seen, total)} / {total}", end="\r")
    if pip.returncode != 0:
        raise StartError(what_went_wrong("".join(heard)))
    tell(_("Pakkerne er på plads."))


def what_went_wrong(output: str) -> str:
    """The one sentence behind the many lines of pip, venv or the operating system."""
    space = _("Disken er fuld: gør plads (Klasseblik fylder omkring 1 GB), og kør igen.")
    rights = _("Der må ikke skrives i {}: læg Klasseblik i en mappe, hvor du må skrive, og kør igen.")
    altered = _("En hentet pakke er ikke den, Klasseblik er prøvet med, så den blev ikke installeret.")
    network = _(
        "Pakkerne kunne ikke hentes: se, om der er net, og om en proxy skal sættes (HTTPS_PROXY), "
        "og kør igen; det, der allerede er hentet, genbruges."
    )
    for signs, sentence in (
        (r"No space left|disk quota|Errno 28\b|WinError 112\b", space),
        (r"Permission denied|Read-only file|Errno 13\b|WinError 5\b", rights.format(ROOT)),
        (r"do not match the hashes", altered),
        (r"connection|ProxyError|SSLError|timed out|Retrying|getaddrinfo", network),
    ):
        if re.search(signs, output, re.IGNORECASE):
            return sentence
    told = re.findall(r"^error: *(.+)$", output, re.MULTILINE | re.IGNORECASE) or output.strip().splitlines()
    return _("Det lykkedes ikke på Python {}.{}: {}").format(*sys.version_info[:2], (told or ["?"])[-1])


def start(arguments: "list[str]") -> int:
    """The dashboard's exit code; it is served to this machine alone."""
    given = read_options(arguments)
    address, port = loopback(given["--address"]), port_number(given["--port"])
    require_free_port(address, port)
    own_store = given["--store"] or os.environ.get("KLASSEBLIK_STORE", "")
    store = Path(own_store).expanduser().absolute() if own_store else DEMO_STORE
    if own_store and not store.parent.is_dir():
        raise StartError(_("Mappen {} findes ikke: ret stien til --store.").format(store.parent))
    install(PRODUCT)
    if not own_store:
        store.parent.mkdir(exist_ok=True)
        made = subprocess.call(in_venv(ROOT / "cli.py", "demo", "--store", store))
        if made != 0:
            return made
    say(_("Klasseblik kører på http://{}:{} (stop med Ctrl+C)").format(address, port))
    os.environ["KLASSEBLIK_STORE"] = str(store)
    os.chdir(str(ROOT))  # where Streamlit looks for its settings
    return hand_over(in_venv(*server_arguments(address, port)))


def read_options(arguments: "list[str]") -> "dict[str, str]":
    """`--store F`, `--port N` and `--address A`, each also as `--name=value`."""
    given = {"--store": "", "--port": "8501", "--address": "127.0.0.1"}
    left = list(arguments)
    while left:
        name, is_joined, value = left.pop(0).partition("=")
        if name not in given:
            raise StartError(_("{} kendes ikke: brug --store FIL eller --port TAL (se --help).").format(name))
        if not is_joined and not left:
            raise StartError(_("{} mangler sin værdi: skriv den efter, med mellemrum.").format(name))
        given[name] = value if is_joined else left.pop(0)
    return given


def loopback(address: str) -> str:
    """The address again, when only this machine can reach it."""
    if not re.fullmatch(r"localhost|127(\.[0-9]{1,3}){3}", address):
        why = _("Klasseblik har endnu ikke login og vises kun på denne maskine (127.0.0.1), ikke på {}.")
        raise StartError(why.format(address))
    return address


def port_number(text: str) -> int:
    """A port that can be asked for."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise StartError(_("{} er ikke en port: brug et tal fra 1024 til 65535, f.eks. 8502.").format(text))
    return int(text)


def require_free_port(address: str, port: int) -> None:
    """Stops before anything else happens when the port cannot be had."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs have one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            why = _(
                "Port {} er optaget (måske af et Klasseblik, der kører): vælg en anden, f.eks. --port {}."
            )
            raise StartError(why.format(port, 8502 if port != 8502 else 8503)) from error


def server_arguments(address: str, port: int) -> "list[str]":
    """How Python serves the app, here and in the browser tests; to be run in the project's folder."""
    where = ["--server.address", address, "--server.port", str(port), "--server.headless", "true"]
    return ["-m", "streamlit", "run", "server.py", *where, "--logger.hideWelcomeMessage", "true"]


def hand_over(command: "list[str]") -> int:
    """The command in this one's place; Windows has no exec, so there its exit code is passed on."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 -- no shell is wanted
    return subprocess.call(command)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StartError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(what_went_wrong(str(error)), file=sys.stderr)
    except KeyboardInterrupt:
        print(_("\nAfbrudt; kør det samme igen, hvis det skal gøres færdigt."), file=sys.stderr)
    sys.exit(1)
