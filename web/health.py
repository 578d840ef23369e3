"""Whether the server answers, and which version it is."""

import tomllib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def version() -> str:
    """The version is the one in pyproject.toml, e.g. `0.1.0`."""
    project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    return str(project["version"])


async def health(_request: Request) -> JSONResponse:
    """`{"status": "ok", "version": "0.1.0"}` as soon as requests are answered."""
    return JSONResponse({"status": "ok", "version": version()})
