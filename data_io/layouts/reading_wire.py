"""Readings, and what the reader is to know, as bytes between the reading child and its parent.

Written and read by the fields the dataclasses have, so that a new field needs nothing here. What comes from
the child is data alone: it has looked into files that anyone may have made, and what is not of the declared
types is no answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from data_io.layouts.guidance import Guidance
from data_io.layouts.reading import FileReading
from data_io.layouts.vocabulary import Vocabulary


class NotAReadingError(ValueError):
    """Bytes that are no reading."""


@dataclass(frozen=True)
class Knowledge:
    """What the school knows before a file is read: its words, and what was said of layouts, by layout."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    guidance: Mapping[str, Guidance] = field(default_factory=dict)


def encode_reading(reading: FileReading) -> bytes:
    """A reading as bytes."""
    return _ENCODER.encode(reading)


def decode_reading(data: bytes) -> FileReading:
    """The reading that was encoded.

    Raises:
        NotAReadingError: the bytes are no reading.
    """
    try:
        return _READINGS.decode(data)
    except msgspec.MsgspecError as error:
        raise NotAReadingError from error


def encode_knowledge(knowledge: Knowledge) -> bytes:
    """What the reader is to know, as bytes."""
    return _ENCODER.encode(knowledge)


def decode_knowledge(data: bytes) -> Knowledge:
    """The knowledge that was encoded."""
    return _KNOWLEDGE.decode(data)


def _plain(value: object) -> object:
    """Mappings that are no dict, as the guidance of nobody has."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain)
_READINGS = msgspec.msgpack.Decoder(FileReading)
_KNOWLEDGE = msgspec.msgpack.Decoder(Knowledge)
