"""Tells a register of a sheet that is on its way into the store, so that the next one is planned after it."""

from data_io.importing.coding import KnownTask
from data_io.importing.directory import KnownPupil
from data_io.importing.options import NO_SUBJECT
from data_io.importing.plan import ImportPlan, SliceTarget, trin_of_plan
from data_io.importing.register import Register
from data_io.importing.rows import Ids
from data_io.importing.sheet_rows import FilledSlices
from data_io.importing.sittings import sitting_of
from data_io.store.batch import Batch


def tell(register: Register, plan: ImportPlan, ids: Ids, slices: FilledSlices, state: Batch) -> None:
    """The register counts what the rows say; where it cannot, it doubts."""
    if plan.homes or state.rows("rounds") or state.rows("holds"):
        register.doubt()
    _tell_people(register, ids, state)
    (about,) = state.rows("sheet_imports")
    for row, key, target in zip(state.rows("import_slices"), slices.keys, plan.targets, strict=True):
        seen = {name: row[name] for name in ("slice_id", "import_id", "slice_no")}
        register.take_slice({**seen, "slice_key": key, "content_hash": about["content_hash"]})
        if plan.reading.kind == "test":
            _tell_test(register, plan, ids, target, sitting_of(key))


def _tell_people(register: Register, ids: Ids, state: Batch) -> None:
    directory = register.directory()
    for key, klasse_id in ids.klasser.items():
        if key not in directory.klasse_ids:
            register.take_klasse(key, klasse_id)
    names = directory.names_of() | {row["pupil_id"]: row["name"] for row in state.rows("pupils")}
    by_id = {klasse_id: key for key, klasse_id in ids.klasser.items()}
    for row in state.rows("enrolments"):
        if row["pupil_id"] not in names:
            # a pupil of a class that was not asked for: the sheet's name for them need not be theirs
            register.doubt()
        else:
            pupil = KnownPupil(row["pupil_id"], names[row["pupil_id"]], listed=False)
            register.take_pupil(by_id[row["klasse_id"]], pupil)
    for key_row in state.rows("pupil_keys"):
        register.take_key(key_row)


def _tell_test(register: Register, plan: ImportPlan, ids: Ids, target: SliceTarget, sitting: str) -> None:
    choice, reading = plan.test, plan.reading
    known = register.test(choice.test_id) if choice.test_id else None
    about = known or {
        "subject": reading.subject or NO_SUBJECT,
        "trin": trin_of_plan(plan.targets, plan.homes),
        "title": reading.title,
    }
    row = {
        **about,
        "test_id": ids.test_id,
        "klasse": target.klasse.name,
        "skoleaar": target.klasse.skoleaar,
        "klasse_id": ids.klasser[target.klasse],
        "taken_on": reading.date,
        "sitting": sitting,
    }
    tasks = [KnownTask(t.label, t.fagomraade, t.signalord, t.max_points) for t in reading.tasks]
    register.take_test(row, tasks if known is None or choice.recode else None)
