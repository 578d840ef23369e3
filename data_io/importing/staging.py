"""What a ready plan will write, worked out in memory, and the register told of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.importing.changes import Change, changes_between
from data_io.importing.conditions import CONDITION_COLUMNS, condition_rows
from data_io.importing.facts import Facts, facts_of
from data_io.importing.learned import Lesson, lesson_of
from data_io.importing.plan import ImportPlan, SliceTarget
from data_io.importing.register import Register
from data_io.importing.rows import Ids
from data_io.importing.sheet_rows import FilledSlices, state_rows
from data_io.importing.sittings import key_for_sitting, sitting_in, test_slice_key
from data_io.importing.telling import tell
from data_io.layouts.reading import content_hash
from data_io.layouts.results import Results
from data_io.store.batch import Batch


@dataclass(frozen=True)
class Committed:
    """What an import gave: the ids to open its screen by, and what it changed."""

    import_id: str
    kind: str
    sheet: str
    klasse_id: str
    skoleaar: str
    klasse: str
    test_id: str | None
    round_name: str | None
    new_pupils: int
    values: int
    missing: int
    unchanged: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Staged:
    """One sheet on its way into the store; without `facts` the same content is there already."""

    done: Committed
    lesson: Lesson
    person: str
    file_hash: str
    facts: Facts | None = None
    conditions: Batch = field(default_factory=Batch)
    state: Batch = field(default_factory=Batch)


def stage(register: Register, plan: ImportPlan, file_name: str, file_hash: str) -> Staged:
    """What committing a ready plan will write and change; the register counts it from here on.

    Raises:
        KlasseblikError: the plan still has open questions.
    """
    if not plan.ready:
        raise KlasseblikError("not_ready", "The plan has open questions.")
    ids, content, person = Ids.of(plan), _content(plan), plan.options.person
    slices = _slices(register, plan, ids, content)
    lesson = lesson_of(
        register.store, register.school_id, plan.reading, plan.problems, plan.learned_words, plan.options
    )
    if slices.same_content:
        # Answers about the layout were learned the first time, or were defaults that teach nothing.
        lesson = replace(lesson, answers=())
    if lesson:
        register.doubt()
    if slices.same_content:
        done = _answer(plan, ids, slices, slices.previous[0] or "", unchanged=True)
        return Staged(done, lesson, person, file_hash)
    import_id = new_id()
    facts = facts_of(plan, ids, import_id)
    done = _answer(plan, ids, slices, import_id, changes=_changes(register, plan, ids, slices, facts))
    conditions = Batch()
    conditions.add("conditions", condition_rows(plan, ids.pupils, import_id), CONDITION_COLUMNS)
    file = {"file_name": file_name, "file_hash": file_hash, "content_hash": content}
    state = state_rows(plan, ids, import_id, slices, file)
    tell(register, plan, ids, slices, state)
    return Staged(done, lesson, person, file_hash, facts, conditions, state)


def _content(plan: ImportPlan) -> str:
    """What was read once it was answered: an absent pupil's zeros are another content than answered ones."""
    return f"{content_hash(plan.reading)}|{plan.reading.date or ''}"


def _slices(register: Register, plan: ImportPlan, ids: Ids, content: str) -> FilledSlices:
    keys = tuple(_slice_key(register, t, ids, plan.test.sitting) for t in plan.targets)
    rows = register.slices(keys)
    nothing: dict[str, Any] = {"slice_id": None, "import_id": None, "slice_no": None, "content_hash": None}
    present = [rows.get(key, nothing) for key in keys]
    return FilledSlices(
        ids=tuple(row["slice_id"] or new_id() for row in present),
        keys=keys,
        previous=tuple(row["import_id"] for row in present),
        previous_numbers=tuple(row["slice_no"] for row in present),
        same_content={row["content_hash"] for row in present} == {content} and not plan.test.recode,
        known=frozenset(rows),
    )


def _slice_key(register: Register, target: SliceTarget, ids: Ids, sitting: str) -> str:
    klasse_id = ids.klasser[target.klasse]
    if target.round is None:
        if not sitting:
            return test_slice_key(klasse_id, ids.test_id)
        return key_for_sitting(register, klasse_id, ids.test_id, sitting)
    return f"rating/{klasse_id}/{target.subject}/{ids.rounds[target.round]}"


def _changes(
    register: Register, plan: ImportPlan, ids: Ids, slices: FilledSlices, facts: Facts
) -> tuple[Change, ...]:
    """What this import changes against the facts that are seen until now."""
    before: dict[tuple[int, str, int], float | None] = {}
    for import_id in {p for p in slices.previous if p}:
        moved = {
            number: new
            for new, (p, number) in enumerate(zip(slices.previous, slices.previous_numbers, strict=True))
            if p == import_id and number is not None
        }
        for row in register.rows_written("observations_of_import", import_id=import_id):
            if row["slice_no"] in moved:
                before[moved[row["slice_no"]], row["pupil_id"], row["task_no"]] = row["value"]
    if not before:
        return ()
    names = plan.directory.names_of() | {
        ids.pupils[i]: m.pupil.label for i, m in enumerate(plan.matches) if m.pupil_id is None
    }
    return changes_between(before, facts, plan, names)


def _answer(
    plan: ImportPlan,
    ids: Ids,
    slices: FilledSlices,
    import_id: str,
    *,
    unchanged: bool = False,
    changes: Sequence[Change] = (),
) -> Committed:
    newest = max(plan.targets, key=lambda t: t.klasse.skoleaar)
    key = slices.keys[plan.targets.index(newest)]
    values = Results.of(plan.reading.results).count_values()
    return Committed(
        import_id=import_id,
        kind=plan.reading.kind,
        sheet=plan.reading.sheet,
        klasse_id=ids.klasser[newest.klasse],
        skoleaar=newest.klasse.skoleaar,
        klasse=newest.klasse.name,
        test_id=sitting_in(key) if plan.reading.kind == "test" else None,
        round_name=plan.targets[-1].round,
        new_pupils=0 if unchanged else sum(m.pupil_id is None for m in plan.matches),
        values=values,
        missing=len(plan.reading.results) - values,
        unchanged=unchanged,
        changes=tuple(changes),
    )
