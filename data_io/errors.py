"""Klasseblik's own errors: one Danish sentence a teacher can act on, and a code a program can test."""


class KlasseblikError(Exception):
    """Something went wrong that a person can mend; `message` says what to do, `code` names the case."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Refused(KlasseblikError):  # noqa: N818 -- the word the design uses
    """A file that is not read at all; nothing of it is kept."""


class StoreError(KlasseblikError):
    """The store cannot be opened or written."""
