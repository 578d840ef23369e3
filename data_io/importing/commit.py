"""Writes planned imports: facts first, then the state that makes them seen, each whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data_io.importing.facts import facts_table
from data_io.importing.plan import ImportPlan
from data_io.importing.register import Register
from data_io.importing.staging import Committed, Staged, stage
from data_io.store.batch import Batch
from data_io.store.store import Store


def commit(store: Store, plan: ImportPlan, file_name: str, file_hash: str) -> Committed:
    """Commits a ready plan and says what changed; the same content read again changes nothing.

    Raises:
        KlasseblikError: the plan still has open questions.
    """
    with store.writing:
        staged = stage(Register(store, plan.directory.school_id), plan, file_name, file_hash)
        write_staged(store, [staged])
    return staged.done


def write_staged(
    store: Store, sheets: Sequence[Staged], read_files: Sequence[Mapping[str, Any]] = ()
) -> None:
    """Writes sheets in two transactions: after the first nothing of them is seen, after the second all is.

    `read_files` are files that are read with nothing left open; they stand with what they gave.
    """
    facts = [sheet.facts for sheet in sheets if sheet.facts is not None]
    if facts:
        with store.write() as transaction:
            transaction.add_frame("observations", facts_table(facts))
            _together(sheet.conditions for sheet in sheets).write(transaction)
    if not facts and not read_files and not any(sheet.lesson for sheet in sheets):
        return
    state = _together(sheet.state for sheet in sheets)
    state.add("read_files", read_files, tuple(read_files[0]) if read_files else ())
    with store.write() as transaction:
        state.write(transaction)
        for sheet in sheets:
            if sheet.lesson:
                sheet.lesson.write(transaction, store, sheet.done.import_id, sheet.person)


def _together(batches: Iterable[Batch]) -> Batch:
    together = Batch()
    for batch in batches:
        together.extend(batch)
    return together
