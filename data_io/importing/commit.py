"""Writes a planned import: facts first, then the state that makes them seen, each whole or not at all."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.importing.changes import Change, changes_between
from data_io.importing.options import NO_SUBJECT, answer_to, question_key
from data_io.importing.plan import ImportPlan, SliceTarget, trin_of_plan
from data_io.importing.rows import (
    FACT_COLUMNS,
    Ids,
    enrolment_rows,
    fact_rows,
    klasse_rows,
    new_round_rows,
    pupil_key_rows,
    pupil_rows,
    task_rows,
)
from data_io.layouts.reading import content_hash
from data_io.store.store import Store, Transaction


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
class _Slices:
    ids: tuple[str, ...]
    keys: tuple[str, ...]
    previous: tuple[str | None, ...]
    previous_numbers: tuple[int | None, ...]
    same_content: bool
    known: frozenset[str]


def commit(store: Store, plan: ImportPlan, file_name: str, file_hash: str) -> Committed:
    """Commits a ready plan and says what changed; the same content read again changes nothing.

    Raises:
        KlasseblikError: the plan still has open questions.
    """
    if not plan.ready:
        raise KlasseblikError("not_ready", "The plan has open questions.")
    with store.writing:
        ids = Ids.of(plan)
        slices = _slices(store, plan, ids)
        if slices.same_content:
            return _answer(plan, ids, slices.previous[0] or "", unchanged=True)
        import_id = new_id()
        facts = fact_rows(plan, ids, import_id)
        before = _facts_before(store, slices)
        with store.write() as transaction:
            transaction.add("observations", facts, FACT_COLUMNS)
        with store.write() as transaction:
            _write_people(transaction, plan, ids)
            _write_test(transaction, plan, ids)
            _write_import(transaction, plan, import_id, file_name, file_hash)
            _write_slices(transaction, plan, ids, slices, import_id)
        names = plan.directory.names_of() | {
            ids.pupils[i]: m.pupil.label for i, m in enumerate(plan.matches) if m.pupil_id is None
        }
        return _answer(plan, ids, import_id, changes=changes_between(before, facts, plan, names))


def _slices(store: Store, plan: ImportPlan, ids: Ids) -> _Slices:
    keys = tuple(_slice_key(t, ids) for t in plan.targets)
    rows = {row["slice_key"]: row for row in store.rows("active_slices", slice_keys=list(keys))}
    nothing: dict[str, Any] = {"slice_id": None, "import_id": None, "slice_no": None, "content_hash": None}
    present = [rows.get(key, nothing) for key in keys]
    return _Slices(
        ids=tuple(row["slice_id"] or new_id() for row in present),
        keys=keys,
        previous=tuple(row["import_id"] for row in present),
        previous_numbers=tuple(row["slice_no"] for row in present),
        same_content={row["content_hash"] for row in present} == {_content(plan)} and not plan.test.recode,
        known=frozenset(rows),
    )


def _content(plan: ImportPlan) -> str:
    """What was read once it was answered: an absent pupil's zeros are another content than answered ones."""
    return f"{content_hash(plan.reading)}|{plan.reading.date or ''}"


def _answers(plan: ImportPlan) -> dict[str, str]:
    questions = [p for p in plan.problems if p.severity == "question"]
    return {question_key(p): said for p in questions if (said := answer_to(p, plan.options))}


def _slice_key(target: SliceTarget, ids: Ids) -> str:
    klasse_id = ids.klasser[target.klasse]
    if target.round is None:
        return f"test/{klasse_id}/{ids.test_id}"
    return f"rating/{klasse_id}/{target.subject}/{ids.rounds[target.round]}"


def _facts_before(store: Store, slices: _Slices) -> dict[tuple[int, str, int], float | None]:
    """The facts that are seen now, by the new slice's number, pupil and task."""
    found: dict[tuple[int, str, int], float | None] = {}
    for import_id in {p for p in slices.previous if p}:
        moved = {
            number: new
            for new, (p, number) in enumerate(zip(slices.previous, slices.previous_numbers, strict=True))
            if p == import_id and number is not None
        }
        for row in store.rows("observations_of_import", import_id=import_id):
            if row["slice_no"] in moved:
                found[moved[row["slice_no"]], row["pupil_id"], row["task_no"]] = row["value"]
    return found


def _write_people(transaction: Transaction, plan: ImportPlan, ids: Ids) -> None:
    transaction.add("klasser", *klasse_rows(plan, ids))
    transaction.add("pupils", *pupil_rows(plan, ids))
    transaction.add("pupil_keys", *pupil_key_rows(plan, ids))
    transaction.add("enrolments", *enrolment_rows(plan, ids))
    transaction.add("rounds", *new_round_rows(plan, ids))


def _write_test(transaction: Transaction, plan: ImportPlan, ids: Ids) -> None:
    if plan.reading.kind != "test":
        return
    if plan.test.test_id is None:
        transaction.run(
            "test",
            test_id=ids.test_id,
            school_id=plan.directory.school_id,
            subject=plan.reading.subject or NO_SUBJECT,
            trin=trin_of_plan(plan.targets),
            title=plan.reading.title,
        )
    if plan.test.test_id is None or plan.test.recode:
        transaction.add("test_tasks", *task_rows(plan, ids))


def _write_import(
    transaction: Transaction, plan: ImportPlan, import_id: str, file_name: str, file_hash: str
) -> None:
    transaction.run(
        "sheet_import",
        import_id=import_id,
        school_id=plan.directory.school_id,
        kind=plan.reading.kind,
        file_name=file_name,
        file_hash=file_hash,
        sheet=plan.reading.sheet,
        content_hash=_content(plan),
        imported_at=datetime.datetime.now(datetime.UTC).replace(tzinfo=None),
        imported_by=plan.options.person,
    )
    answers = [
        {"import_id": import_id, "question": q, "answer": a} for q, a in sorted(_answers(plan).items())
    ]
    transaction.add("import_answers", answers, ("import_id", "question", "answer"))


def _write_slices(
    transaction: Transaction, plan: ImportPlan, ids: Ids, slices: _Slices, import_id: str
) -> None:
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
    transaction.add("slices", new, tuple(new[0]) if new else ())
    transaction.add("import_slices", filled, tuple(filled[0]))
    transaction.add("active_slices", filled, ("slice_id", "import_id"))


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


def _answer(
    plan: ImportPlan,
    ids: Ids,
    import_id: str,
    *,
    unchanged: bool = False,
    changes: Sequence[Change] = (),
) -> Committed:
    newest = max(plan.targets, key=lambda t: t.klasse.skoleaar)
    values = sum(r.value is not None for r in plan.reading.results)
    return Committed(
        import_id=import_id,
        kind=plan.reading.kind,
        sheet=plan.reading.sheet,
        klasse_id=ids.klasser[newest.klasse],
        skoleaar=newest.klasse.skoleaar,
        klasse=newest.klasse.name,
        test_id=ids.test_id if plan.reading.kind == "test" else None,
        round_name=plan.targets[-1].round,
        new_pupils=0 if unchanged else sum(m.pupil_id is None for m in plan.matches),
        values=values,
        missing=len(plan.reading.results) - values,
        unchanged=unchanged,
        changes=tuple(changes),
    )
