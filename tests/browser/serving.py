"""Klasseblik's server, started for a test the way klasseblik.py starts it, on a free loopback port."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import klasseblik
from tests.ports import free_port

_START_LIMIT = 90  # seconds before a server that does not answer is given up


@dataclass(frozen=True)
class Server:
    """A running server: its process, its address (`http://127.0.0.1:PORT`) and what it has said."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path


def start(project: Path, env: Mapping[str, str], log: Path) -> Server:
    """A server that answers; `project` is the folder with server.py."""
    port = free_port()
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, *klasseblik.server_arguments("127.0.0.1", port)],
            cwd=project,
            env={**_without_streamlit_settings(), **env},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(process, f"http://127.0.0.1:{port}", log)
    _wait_for_health(server)
    return server


def stop(server: Server) -> None:
    """The server and all that it started are gone, and it said nothing of an unseen error."""
    _kill_group(server.process)
    said = server.log.read_text(encoding="utf-8", errors="replace")
    if "Traceback" in said:
        pytest.fail(f"The server hit an error that no screen may have shown:\n{said}", pytrace=False)


def ask(
    url: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Status, headers and body of one plain request; no header is added but Host."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        connection.putrequest(
            method, parts.path or "/", skip_host="Host" in (headers or {}), skip_accept_encoding=True
        )
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def _without_streamlit_settings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}


def _wait_for_health(server: Server) -> None:
    limit = time.monotonic() + _START_LIMIT
    while time.monotonic() < limit and server.process.poll() is None:
        try:
            if ask(f"{server.url}/health")[0] == http.HTTPStatus.OK:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
    _kill_group(server.process)
    pytest.fail(f"The server did not start:\n{server.log.read_text(encoding='utf-8')}", pytrace=False)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """A session of its own was made for it on POSIX; Windows ends the one process."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.terminate()
    else:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=10)
