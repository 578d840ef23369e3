"""What saving a class list writes: the class, its pupils with their uni-logins, and who comes and goes."""

import datetime
from collections.abc import Sequence
from typing import Any

from data_io.ids import new_id
from data_io.importing.directory import KnownPupil
from data_io.importing.options import KlasseKey
from data_io.layouts.context import trin_of
from data_io.store.store import Transaction


def write_klasse(transaction: Transaction, school_id: str, klasse: KlasseKey, klasse_id: str) -> None:
    """Makes a class."""
    row = {
        "klasse_id": klasse_id,
        "school_id": school_id,
        "skoleaar": klasse.skoleaar,
        "name": klasse.name,
        "trin": trin_of(klasse.name),
    }
    transaction.add("klasser", [row], tuple(row))


def write_pupils(
    transaction: Transaction,
    school_id: str,
    listed: Sequence[tuple[str, str | None]],
    matched: Sequence[KnownPupil | None],
) -> list[str]:
    """Confirms the known pupils of a list (name, uni-login), makes the others, and gives all their ids."""
    ids = [m.pupil_id if m else new_id() for m in matched]
    new: list[dict[str, Any]] = []
    keys: list[dict[str, Any]] = []
    for (name, unilogin), known, pupil_id in zip(listed, matched, ids, strict=True):
        if known:
            transaction.run("confirm_pupil", pupil_id=pupil_id, name=name)
        else:
            new.append({"pupil_id": pupil_id, "school_id": school_id, "name": name, "confirmed": True})
        if unilogin:
            key = {"kind": "unilogin", "said": unilogin.casefold(), "klasse": "", "skoleaar": ""}
            keys.append({"school_id": school_id, **key, "pupil_id": pupil_id})
    transaction.add("pupils", new, ("pupil_id", "school_id", "name", "confirmed"))
    transaction.add("pupil_keys", keys, ("school_id", "kind", "said", "klasse", "skoleaar", "pupil_id"))
    return ids


def write_enrolments(transaction: Transaction, klasse_id: str, ids: Sequence[str]) -> None:
    """Puts pupils on the list, in its order; who had left is back."""
    rows = [
        {
            "klasse_id": klasse_id,
            "pupil_id": pupil_id,
            "position": i,
            "listed": True,
            "from_date": None,
            "to_date": None,
        }
        for i, pupil_id in enumerate(ids, start=1)
    ]
    transaction.add(
        "enrolments", rows, ("klasse_id", "pupil_id", "position", "listed", "from_date", "to_date")
    )


def end_enrolments(
    transaction: Transaction, klasse: KlasseKey, klasse_id: str, left: Sequence[KnownPupil]
) -> None:
    """Lets pupils leave a class today, or on the last day of a year that is over."""
    today = datetime.datetime.now(datetime.UTC).date()
    last_day = datetime.date(int(klasse.skoleaar[:4]) + 1, 7, 31)
    rows = [{"klasse_id": klasse_id, "pupil_id": p.pupil_id, "to_date": min(today, last_day)} for p in left]
    transaction.add("end_enrolments", rows, ("klasse_id", "pupil_id", "to_date"))
