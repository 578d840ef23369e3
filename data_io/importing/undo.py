"""Takes an import back: its slices show what they showed before it."""

import datetime
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.store.store import Store


def undo(store: Store, import_id: str) -> int:
    """Moves back every slice that still shows this import, and says how many.

    A slice that a later import has moved on is left as it is. What it goes back to is the newest
    earlier import that has not been undone itself.

    Raises:
        KlasseblikError: the import is no longer seen anywhere, so there is nothing to take back.
    """
    with store.writing:
        before = would_show(store, import_id)
        if not before:
            raise KlasseblikError("nothing_to_undo", _("Indlæsningen er allerede fortrudt eller erstattet."))
        with store.write() as transaction:
            moved = [{"slice_id": s, "import_id": i} for s, i in before.items() if i]
            transaction.add("active_slices", moved, ("slice_id", "import_id"))
            for slice_id, previous in before.items():
                if previous is None:
                    transaction.run("clear_active_slice", slice_id=slice_id, import_id=import_id)
            now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
            transaction.run("mark_undone", import_id=import_id, undone_at=now)
    return len(before)


def would_show(store: Store, import_id: str) -> dict[str, str | None]:
    """For every slice that shows this import, the import that undoing it shows again; None is nothing."""
    slices = [s for s in _slices(store, import_id) if s["active_import_id"] == import_id]
    return {str(s["slice_id"]): _before(store, s["slice_id"], s["previous_import_id"]) for s in slices}


def _slices(store: Store, import_id: str) -> list[dict[str, str | None]]:
    return store.rows("import_slices", import_id=import_id)


def _before(store: Store, slice_id: str | None, previous: str | None) -> str | None:
    """The newest earlier import of a slice that nobody has undone."""
    while previous is not None:
        row = next((s for s in _slices(store, previous) if s["slice_id"] == slice_id), None)
        if row is None or not row["undone"]:
            return previous
        previous = row["previous_import_id"]
    return None
