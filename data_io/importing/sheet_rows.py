"""All rows of the state that one import writes, worked out before anything of it is counted or written."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_io.importing.import_row import add_import
from data_io.importing.options import NO_SUBJECT
from data_io.importing.plan import ImportPlan, SliceTarget, trin_of_plan
from data_io.importing.rows import (
    Ids,
    enrolment_rows,
    hold_rows,
    klasse_rows,
    new_pupil_rows,
    new_round_rows,
    pupil_key_rows,
    pupil_rows,
    task_rows,
)
from data_io.store.batch import Batch


@dataclass(frozen=True)
class FilledSlices:
    """The slices of a plan, by the places of its targets, and what is seen of them until now."""

    ids: tuple[str, ...]
    keys: tuple[str, ...]
    previous: tuple[str | None, ...]
    previous_numbers: tuple[int | None, ...]
    same_content: bool
    known: frozenset[str]


def state_rows(
    plan: ImportPlan, ids: Ids, import_id: str, slices: FilledSlices, file: Mapping[str, str]
) -> Batch:
    """The rows by table; `file` is the file's name and hash and the content's hash."""
    batch = Batch()
    _add_people(batch, plan, ids)
    _add_test(batch, plan, ids)
    add_import(batch, plan, import_id, file)
    batch.add("import_pupils", *new_pupil_rows(plan, ids, import_id))
    _add_slices(batch, plan, ids, import_id, slices)
    return batch


def _add_people(batch: Batch, plan: ImportPlan, ids: Ids) -> None:
    batch.add("klasser", *klasse_rows(plan, ids))
    batch.add("holds", *hold_rows(plan, ids))
    batch.add("pupils", *pupil_rows(plan, ids))
    batch.add("pupil_keys", *pupil_key_rows(plan, ids))
    batch.add("enrolments", *enrolment_rows(plan, ids))
    batch.add("rounds", *new_round_rows(plan, ids))


def _add_test(batch: Batch, plan: ImportPlan, ids: Ids) -> None:
    if plan.reading.kind != "test":
        return
    row = {
        "test_id": ids.test_id,
        "school_id": plan.directory.school_id,
        "subject": plan.reading.subject or NO_SUBJECT,
        "trin": trin_of_plan(plan.targets, plan.homes),
        "title": plan.reading.title,
    }
    batch.add("tests", [row] if plan.test.test_id is None else [], tuple(row))
    if plan.test.test_id is None or plan.test.recode:
        batch.add("test_tasks", *task_rows(plan, ids))


def _add_slices(batch: Batch, plan: ImportPlan, ids: Ids, import_id: str, slices: FilledSlices) -> None:
    new: list[dict[str, object]] = []
    filled: list[dict[str, object]] = []
    for number, target in enumerate(plan.targets):
        slice_id = slices.ids[number]
        if slices.keys[number] not in slices.known:
            new.append(_new_slice(target, ids, slice_id, slices.keys[number]))
        filled.append(
            {
                "import_id": import_id,
                "slice_no": number,
                "slice_id": slice_id,
                "scale": target.scale,
                "taken_on": plan.reading.date,
                "previous_import_id": slices.previous[number],
            }
        )
    batch.add("slices", new, tuple(new[0]) if new else ())
    batch.add("import_slices", filled, tuple(filled[0]))
    batch.add("active_slices", filled, ("slice_id", "import_id"))


def _new_slice(target: SliceTarget, ids: Ids, slice_id: str, key: str) -> dict[str, object]:
    rating = target.round is not None
    return {
        "slice_id": slice_id,
        "klasse_id": ids.klasser[target.klasse],
        "test_id": None if rating else ids.test_id,
        "subject": target.subject if rating else None,
        "round_id": ids.rounds[target.round] if target.round is not None else None,
        "slice_key": key,
    }
