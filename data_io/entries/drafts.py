"""What somebody has typed and not saved: kept cell by cell, found again, and forgotten."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data_io.entries.model import Place, What
from data_io.scope import Scope
from data_io.store.store import Store


@dataclass(frozen=True)
class Typed:
    """One cell as it was typed, and what it showed before."""

    place: Place
    said: str
    was: str


def keep_draft(store: Store, scope: Scope, what: What, cells: Sequence[Typed]) -> None:
    """Keeps what was typed; nothing outside the scope is kept."""
    if not scope.sees(what.klasse_id) or not cells:
        return
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    rows = {
        typed.place: {
            **_key(scope, what, typed.place),
            "said": typed.said,
            "was": typed.was,
            "changed_at": now,
        }
        for typed in cells
    }
    with store.write(shown=False) as transaction:
        transaction.add("entry_draft", list(rows.values()), tuple(next(iter(rows.values()))))


def draft_of(store: Store, scope: Scope, what: What) -> dict[Place, Typed]:
    """What this person has typed there and not saved."""
    rows = store.rows("entry_draft", person=scope.person, klasse_id=what.klasse_id, what=what.key)
    typed = (Typed((row["pupil_id"], row["cell"]), row["said"], row["was"]) for row in rows)
    return {one.place: one for one in typed}


def forget_draft(store: Store, scope: Scope, what: What, places: Iterable[Place]) -> None:
    """Forgets what this person typed in some cells: what is stored holds."""
    rows = [_key(scope, what, place) for place in places]
    if rows:
        with store.write(shown=False) as transaction:
            transaction.add("forget_entry_draft", rows, tuple(rows[0]))


def let_draft_hold(store: Store, scope: Scope, what: What, place: Place, stored: str) -> None:
    """One's own value is to hold although somebody else wrote another, which was `stored`."""
    with store.write(shown=False) as transaction:
        transaction.run("entry_draft_over", **_key(scope, what, place), was=stored)


def _key(scope: Scope, what: What, place: Place) -> dict[str, str]:
    return {
        "person": scope.person,
        "klasse_id": what.klasse_id,
        "what": what.key,
        "pupil_id": place[0],
        "cell": place[1],
    }
