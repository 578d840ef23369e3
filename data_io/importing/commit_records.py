"""Writes absence and trivsel: facts first, then the state that makes them seen, each whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.importing.changes import Change
from data_io.importing.import_row import add_import
from data_io.importing.learned import LearnedAnswer, Lesson
from data_io.importing.matching import Match
from data_io.importing.options import KlasseKey, answer_to
from data_io.importing.records import LEARNED, RecordPlan, Row, changes_of, fact_rows
from data_io.importing.staging import Committed
from data_io.layouts.context import trin_of
from data_io.layouts.reading import content_hash
from data_io.layouts.words import fold
from data_io.store.batch import Batch
from data_io.store.store import Store

_SCALES = {"absence": "absence", "trivsel": "indicator"}


@dataclass(frozen=True)
class _Ids:
    import_id: str
    klasser: dict[KlasseKey, str]
    pupils: tuple[str, ...]


def commit_records(store: Store, plan: RecordPlan, file_name: str, file_hash: str) -> Committed:
    """Commits a ready plan and says what changed; the same content read again changes nothing.

    Raises:
        KlasseblikError: the plan still has open questions.
    """
    if not plan.ready:
        raise KlasseblikError("not_ready", "The plan has open questions.")
    ids = _Ids(
        new_id(),
        {key: plan.directory.klasse_ids.get(key) or new_id() for key in plan.targets},
        tuple(match.pupil_id or new_id() for match in plan.matches),
    )
    content = content_hash(plan.reading)
    keys = [_slice_key(plan, ids.klasser[target]) for target in plan.targets]
    seen = {row["slice_key"]: row for row in store.rows("active_slices", slice_keys=keys)}
    if {seen[k]["content_hash"] if k in seen else None for k in keys} == {content}:
        return _answer(plan, ids, seen[keys[0]]["import_id"], unchanged=True)
    facts = fact_rows(plan, ids.import_id, ids.pupils)
    changes = changes_of(store, plan, ids.pupils, [seen.get(k) for k in keys], facts)
    with store.write() as transaction:
        transaction.add(plan.reading.kind, facts, tuple(facts[0]) if facts else ())
    batch = Batch()
    _add_people(batch, plan, ids)
    file = {"file_name": file_name, "file_hash": file_hash, "content_hash": content}
    add_import(batch, plan, ids.import_id, file)
    _add_slices(batch, plan, ids, keys, seen)
    with store.write() as transaction:
        batch.write(transaction)
        lesson = _lesson(plan)
        if lesson:
            lesson.write(transaction, store, ids.import_id, plan.options.person)
    return _answer(plan, ids, ids.import_id, changes=changes)


def _slice_key(plan: RecordPlan, klasse_id: str) -> str:
    if plan.reading.period is None:
        return f"{plan.reading.kind}/{klasse_id}"
    first, last = plan.reading.period
    return f"absence/{klasse_id}/{first}/{last}"


def _add_people(batch: Batch, plan: RecordPlan, ids: _Ids) -> None:
    school_id = plan.directory.school_id
    for key, klasse_id in ids.klasser.items():
        if key not in plan.directory.klasse_ids:
            row = {"klasse_id": klasse_id, "school_id": school_id, "skoleaar": key.skoleaar, "name": key.name}
            batch.add("klasser", [row | {"trin": trin_of(key.name)}], (*row, "trin"))
    for place, (match, klasse) in enumerate(zip(plan.matches, plan.klasser, strict=True)):
        _add_pupil(batch, plan, ids, place, match, klasse)


def _add_pupil(
    batch: Batch, plan: RecordPlan, ids: _Ids, place: int, match: Match, klasse: KlasseKey
) -> None:
    """A pupil the school does not know is provisional; who is not in the class yet is enrolled there."""
    pupil_id, school_id = ids.pupils[place], plan.directory.school_id
    if match.pupil_id is None:
        pupil = {"pupil_id": pupil_id, "school_id": school_id, "name": match.pupil.label, "confirmed": False}
        batch.add("pupils", [pupil], tuple(pupil))
        brought = {"import_id": ids.import_id, "pupil_id": pupil_id}
        batch.add("import_pupils", [brought], tuple(brought))
    if match.how in ("new", "answer"):
        key_row = _pupil_key(school_id, match, pupil_id, klasse)
        batch.add("pupil_keys", [key_row], tuple(key_row))
    if pupil_id not in {p.pupil_id for p in plan.directory.pupils.get(klasse, ())}:
        enrolment = {
            "klasse_id": ids.klasser[klasse],
            "pupil_id": pupil_id,
            "position": place + 1,
            "listed": False,
            "from_date": None,
            "to_date": None,
        }
        batch.add("enrolments", [enrolment], tuple(enrolment))


def _pupil_key(school_id: str, match: Match, pupil_id: str, klasse: KlasseKey) -> Row:
    """What the sheet calls a pupil: by uni-login everywhere, by name in the class."""
    login = match.pupil.unilogin
    return {
        "school_id": school_id,
        "kind": "unilogin" if login else "name",
        "said": login.casefold() if login else fold(match.pupil.label),
        "klasse": "" if login else klasse.name,
        "skoleaar": "" if login else klasse.skoleaar,
        "pupil_id": pupil_id,
    }


def _add_slices(batch: Batch, plan: RecordPlan, ids: _Ids, keys: list[str], seen: Mapping[str, Row]) -> None:
    first, last = plan.reading.period or (None, None)
    for number, (key, target) in enumerate(zip(keys, plan.targets, strict=True)):
        slice_id = seen[key]["slice_id"] if key in seen else new_id()
        if key not in seen:
            made = {"slice_id": slice_id, "klasse_id": ids.klasser[target], "slice_key": key}
            batch.add(
                "period_slices",
                [made | {"from_date": first, "to_date": last}],
                (*made, "from_date", "to_date"),
            )
        filled = {
            "import_id": ids.import_id,
            "slice_no": number,
            "slice_id": slice_id,
            "scale": _SCALES[plan.reading.kind],
            "taken_on": None,
            "previous_import_id": seen[key]["import_id"] if key in seen else None,
        }
        batch.add("import_slices", [filled], tuple(filled))
        batch.add(
            "active_slices", [{"slice_id": slice_id, "import_id": ids.import_id}], ("slice_id", "import_id")
        )


def _lesson(plan: RecordPlan) -> Lesson:
    """What the answers teach about sheets built like this one: what a code means, what is counted."""
    asked = [p for p in plan.problems if p.severity == "question" and p.code.startswith(LEARNED)]
    said = {p.code: answer for p in asked if (answer := answer_to(p, plan.options))}
    layout = plan.reading.layout
    learned = tuple(LearnedAnswer(layout, question, answer) for question, answer in said.items() if layout)
    return Lesson(plan.directory.school_id, (), learned)


def _answer(
    plan: RecordPlan, ids: _Ids, import_id: str, *, unchanged: bool = False, changes: tuple[Change, ...] = ()
) -> Committed:
    newest = max(plan.targets, key=lambda key: key.skoleaar)
    said = [a.amount for a in plan.reading.counted] + [t.value for t in plan.reading.trivsel]
    values = sum(value is not None for value in said)
    return Committed(
        import_id=import_id,
        kind=plan.reading.kind,
        sheet=plan.reading.sheet,
        klasse_id=ids.klasser[newest],
        skoleaar=newest.skoleaar,
        klasse=newest.name,
        test_id=None,
        round_name=None,
        new_pupils=0 if unchanged else sum(m.pupil_id is None for m in plan.matches),
        values=values,
        missing=len(said) - values,
        unchanged=unchanged,
        changes=changes,
    )
