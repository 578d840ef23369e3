"""The command check: how files are understood, with nothing stored."""

import json
from collections.abc import Sequence

import typer

from cli_saying import lines_of
from data_io.errors import Refused
from data_io.importing.read_ahead import read_ahead
from data_io.importing.sources import Source
from data_io.layouts.reading import FileReading


def check_all(sources: Sequence[Source], *, as_json: bool) -> int:
    """Says how each file is understood, in order, and gives the exit code of the worst."""
    verdict = 0
    for read in read_ahead(sources):
        if read is None:
            continue
        if read.reading is not None:
            _say(read.source, read.reading, as_json=as_json)
            verdict = max(verdict, read.reading.verdict)
        elif read.refused is not None:
            _say_refused(read.source, read.refused, as_json=as_json)
            verdict = 2
    return verdict


def _say(source: Source, reading: FileReading, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(reading.as_contract() | {"file": source.said}, ensure_ascii=False))
        return
    for line in lines_of(reading, source.label):
        typer.echo(line)


def _say_refused(source: Source, refused: Refused, *, as_json: bool) -> None:
    if as_json:
        why = {"code": refused.code, "message": refused.message}
        said: dict[str, object] = {"file": source.said, "sha256": None, "refused": why, "sheets": []}
        typer.echo(json.dumps(said, ensure_ascii=False))
    typer.echo(refused.message, err=True)
