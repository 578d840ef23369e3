"""The roles a teacher can give to rows and columns of a sheet, by name, key and colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _

from ui.grid.model import Look

# A role to choose that takes back what was said.
BY_SHAPE = "by-shape"


@dataclass(frozen=True)
class RoleChoice:
    """One role: what it is called, its letter, its look, and what the reader calls it.

    `line` is its name for what runs along the pupils (a row of the usual sheet, a column where pupils
    stand across), `lane` for what runs down them; None where it cannot be either.
    """

    code: str
    text: str
    letter: str
    look: Look
    line: str | None
    lane: str | None


def role_choices() -> tuple[RoleChoice, ...]:
    """The roles in the order of a sheet."""
    return (
        RoleChoice("pupil", _("Elev"), "E", "role-pupil", "pupil", "pupil"),
        RoleChoice("fagomraade", _("Fagområde"), "F", "role-fagomraade", "fagomraade", None),
        RoleChoice("signalord", _("Signalord"), "S", "role-signalord", "signalord", None),
        RoleChoice("task", _("Opgave"), "O", "role-task", "task", "value"),
        RoleChoice("max", _("Maksimum"), "M", "role-max", "max", None),
        RoleChoice("test", _("Prøvens navn"), "P", "role-round", "test", None),
        RoleChoice("key", _("Facit"), "A", "role-subject", "key", None),
        RoleChoice("left-out", _("Udelad"), "U", "left-out", "left-out", "left-out"),
        RoleChoice(BY_SHAPE, _("Find selv"), "I", "plain", BY_SHAPE, BY_SHAPE),
    )


def said_words() -> Mapping[str, str]:
    """What a row or column is, in Danish, by the reader's name for its role."""
    return {
        "pupil": _("elev"),
        "fagomraade": _("fagområde"),
        "signalord": _("signalord"),
        "task": _("opgave"),
        "value": _("opgave"),
        "max": _("maksimum"),
        "test": _("prøvens navn"),
        "title": _("titel"),
        "key": _("facit"),
        "klasse": _("klasse"),
        "round": _("runde"),
        "subject": _("fag"),
        "unilogin": _("uni-login"),
        "condition": _("vilkår"),
        "left-out": _("ikke med"),
    }
