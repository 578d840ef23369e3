"""Loopback ports for servers that tests start."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


def free_port() -> int:
    """A port on 127.0.0.1 that nothing listens on."""
    with taken_port() as port:
        return port


@contextmanager
def taken_port() -> Iterator[int]:
    """A port on 127.0.0.1 that lets callers in and never answers, until the block ends."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])
