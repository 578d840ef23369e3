"""Ids of our own: UUIDv7, whose order in time keeps an import's rows together in the store."""

import uuid_utils


def new_id() -> str:
    """A new UUIDv7 as text."""
    return str(uuid_utils.uuid7())
