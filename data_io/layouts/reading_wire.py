"""Readings, and what the reader is to know, as bytes between the reading child and its parent.

Written and read by the fields the dataclasses have, so that a new field needs nothing here. What comes from
the child is data alone: it has looked into files that anyone may have made, and what is not of the declared
types is no answer.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import msgspec

from data_io.layouts.guidance import Guidance
from data_io.layouts.reading import FileReading, SheetReading
from data_io.layouts.results import Results
from data_io.layouts.vocabulary import Vocabulary


class NotAReadingError(ValueError):
    """Bytes that are no reading."""


@dataclass(frozen=True)
class Knowledge:
    """What the school knows before a file is read: its words, and what was said of layouts, by layout."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    guidance: Mapping[str, Guidance] = field(default_factory=dict)


class _Columns(NamedTuple):
    """The results of a sheet as this machine holds numbers."""

    pupils: bytes
    columns: bytes
    values: bytes
    missing: bytes
    reasons: tuple[str, ...]
    rows: bytes
    sheet_columns: bytes


class _Message(NamedTuple):
    """A reading whose sheets lack their results, and the results of each sheet."""

    reading: FileReading
    results: tuple[_Columns, ...]


def encode_reading(reading: FileReading) -> bytes:
    """A reading as bytes."""
    bare = replace(reading, sheets=tuple(replace(sheet, results=()) for sheet in reading.sheets))
    return _ENCODER.encode(_Message(bare, tuple(map(_columns_of, reading.sheets))))


def decode_reading(data: bytes) -> FileReading:
    """The reading that was encoded.

    Raises:
        NotAReadingError: the bytes are no reading.
    """
    try:
        bare, results = _READINGS.decode(data)
        pairs = zip(bare.sheets, map(_results_of, results), strict=True)
        return replace(bare, sheets=tuple(replace(sheet, results=found) for sheet, found in pairs))
    except (msgspec.MsgspecError, ValueError) as error:
        raise NotAReadingError from error


def encode_knowledge(knowledge: Knowledge) -> bytes:
    """What the reader is to know, as bytes."""
    return _ENCODER.encode(knowledge)


def decode_knowledge(data: bytes) -> Knowledge:
    """The knowledge that was encoded."""
    return _KNOWLEDGE.decode(data)


def _columns_of(sheet: SheetReading) -> _Columns:
    found = Results.of(sheet.results)
    return _Columns(
        found.pupils.tobytes(),
        found.columns.tobytes(),
        found.values.tobytes(),
        found.missing,
        found.reasons,
        found.rows.tobytes(),
        found.sheet_columns.tobytes(),
    )


def _results_of(said: _Columns) -> Results:
    """The results in some columns; ValueError where these are not as long as one another."""
    numbers = (said.pupils, said.columns, said.rows, said.sheet_columns)
    pupils, columns, rows, sheet_columns = (array("i", column) for column in numbers)
    found = Results(pupils, columns, array("d", said.values), said.missing, said.reasons, rows, sheet_columns)
    if {*map(len, (pupils, columns, rows, sheet_columns, found.missing))} != {len(found)}:
        raise ValueError("columns of different lengths")
    if max(found.missing, default=0) > len(found.reasons):
        raise ValueError("a reason that is none")
    return found


def _plain(value: object) -> object:
    """Mappings that are no dict, as the guidance of nobody has."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain)
_READINGS = msgspec.msgpack.Decoder(_Message)
_KNOWLEDGE = msgspec.msgpack.Decoder(Knowledge)
