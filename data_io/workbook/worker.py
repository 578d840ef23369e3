"""The reading child as its parent sees it: started when needed, asked under a time limit, ended."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from data_io.workbook.limits import MAX_REPLY_BYTES, SECONDS_PER_FILE
from data_io.workbook.wire import READY, Question, Reply, receive, send

_ROOT = Path(__file__).resolve().parents[2]
_COMMAND = [sys.executable, "-m", "data_io.layouts.child"]


class WorkerDiedError(Exception):
    """The child ended before it answered; `timed_out` says that it was ended for its slowness."""

    def __init__(self, timed_out: bool) -> None:
        super().__init__("the reading child ended")
        self.timed_out = timed_out


class WorkerNotStartedError(Exception):
    """The child cannot be started on this machine at all."""


class Answer(NamedTuple):
    """What a child said of a file: how it went, its sheets as JSON, its reading."""

    reply: Reply
    sheets: bytes
    reading: bytes


class Worker:
    """One reading child; not for two threads at once."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._known = b""
        self._ready = False
        self.busy = False

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def ask(self, question: Question, data: bytes, known: bytes = b"") -> Answer:
        """The child's answer to one file; WorkerDiedError or WorkerNotStartedError otherwise.

        `known` is what the reader is to know; it is handed over where the child does not know it yet.
        """
        process = self._running()
        self.busy = True
        try:
            with self._deadline(process) as (source, target):
                new = b"" if known is self._known else known
                send(source, json.dumps(question).encode(), new, data)
                self._known = known or self._known
                reply = cast(Reply, json.loads(receive(target, MAX_REPLY_BYTES)))
                answer = Answer(reply, receive(target, MAX_REPLY_BYTES), receive(target, MAX_REPLY_BYTES))
        finally:
            self.busy = False
        if reply["tired"]:
            self.close()
        return answer

    def start(self) -> None:
        """The child is on its way, if none runs; the next question waits until it is ready."""
        if self.pid is None:
            self.close()
            self._process = _start()

    def close(self) -> None:
        """The child has ended; the next question starts another."""
        process, self._process = self._process, None
        self._known, self._ready = b"", False
        if process is None:
            return
        process.kill()
        # what it was never given is lost with it
        with suppress(OSError), process:
            pass

    def _running(self) -> subprocess.Popen[bytes]:
        self.start()
        process = cast("subprocess.Popen[bytes]", self._process)
        if not self._ready:
            try:
                with self._deadline(process) as (_, target):
                    receive(target, len(READY))
            except WorkerDiedError as error:
                raise WorkerNotStartedError from error
            self._ready = True
        return process

    @contextmanager
    def _deadline(self, process: subprocess.Popen[bytes]) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        timed_out = threading.Event()

        def stop() -> None:
            timed_out.set()
            process.kill()

        timer = threading.Timer(SECONDS_PER_FILE, stop)
        timer.daemon = True
        timer.start()
        done = False
        try:
            yield cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
            done = True
        except (EOFError, OSError, ValueError) as error:
            raise WorkerDiedError(timed_out.is_set()) from error
        finally:
            timer.cancel()
            # half an answer may stand in the pipe, also when the asking thread itself was interrupted
            if not done:
                self.close()


def _start() -> subprocess.Popen[bytes]:
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    try:
        return subprocess.Popen(  # noqa: S603 – our own module, nothing of the file is in the command
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise WorkerNotStartedError from error
