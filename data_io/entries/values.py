"""What a typed cell says: a value, a reason for none, or what is wrong with it in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Final

from data_io.entries.model import Column, EntryKind
from data_io.layouts.values import danish, danish_number
from data_io.layouts.word_lists import MISSING_MARKS
from data_io.layouts.words import clean

MARKS: Final = (-3, 0, 2, 4, 7, 10, 12)
_LONGEST: Final = 40  # letters of a text that are repeated to the person


@dataclass(frozen=True)
class Reason:
    """Why there is no value: its code, the letter that types it, and its words."""

    code: str
    letter: str
    text: str


@dataclass(frozen=True)
class Said:
    """A cell's meaning; `problem` stands where it has none."""

    value: float | None = None
    missing: str | None = None
    problem: str | None = None


def reasons_of(kind: EntryKind) -> tuple[Reason, ...]:
    """The reasons that are offered for a rating, or for a test."""
    if kind == "rating":
        return (
            Reason("ny", "n", _("ny på skolen")),
            Reason("modtageklasse", "m", _("modtageklasse")),
            Reason("andet_maal", "a", _("andet mål")),
        )
    return (
        Reason("syg", "s", _("syg")),
        Reason("fravaer", "f", _("fraværende")),
        Reason("fritaget", "t", _("fritaget")),
    )


def text_of(value: float | None, missing: str | None) -> str:
    """How a stored cell stands in the table; typed again, it says the same."""
    if value is not None:
        return danish(value)
    words = {"blank": "–", "ikke_bedoemt": _("ikke vurderet"), "flyttet": _("flyttet")}
    words |= {reason.code: reason.text for reason in (*reasons_of("rating"), *reasons_of("test"))}
    return words.get(missing or "", "" if missing in (None, "empty") else "–")


def read_typed(typed: str, column: Column, kind: EntryKind) -> Said:
    """The meaning of what was typed or pasted into a column."""
    text = clean(typed)
    if not text:
        return Said(missing="empty")
    folded = text.casefold()
    for reason in reasons_of(kind):
        if folded in (reason.letter, reason.text.casefold()):
            return Said(missing=reason.code)
    others: Sequence[Reason] = (*reasons_of("rating"), *reasons_of("test"))
    word = next((reason.code for reason in others if reason.text.casefold() == folded), None)
    missing = word or MISSING_MARKS.get(folded)
    if missing:
        return Said(missing=missing)
    number = danish_number(text)
    if number is None:
        said = _("“{text}” er ikke et tal. Skriv {expected}, eller vælg en grund.")
        return Said(problem=said.format(text=text[:_LONGEST], expected=expected(column)))
    problem = _off(number, column)
    return Said(problem=problem) if problem else Said(value=number)


def expected(column: Column) -> str:
    """What a column takes, in words."""
    if column.scale == "level":
        return _("et niveau fra 1 til 5")
    if column.scale == "mark":
        return _("en karakter: -3, 00, 02, 4, 7, 10 eller 12")
    if column.highest is None:
        return _("et tal fra 0 og op")
    return _("et tal fra 0 til {highest}").format(highest=danish(column.highest))


def _off(number: float, column: Column) -> str | None:
    """What is wrong with a number in a column, None where nothing is."""
    allowed: Sequence[float] | None = {"level": (1, 2, 3, 4, 5), "mark": MARKS}.get(column.scale)
    if allowed is not None and number not in allowed:
        said = _("{number} går ikke her. Skriv {expected}.")
        return said.format(number=danish(number), expected=expected(column))
    if column.scale == "points" and column.highest is not None and number > column.highest:
        said = _("{number} er over maksimum, som er {highest} i opgave {task}.")
        return said.format(number=danish(number), highest=danish(column.highest), task=column.label)
    if column.scale == "points" and number < 0:
        return _("{number} er under nul. Skriv {expected}.").format(
            number=danish(number), expected=expected(column)
        )
    return None
