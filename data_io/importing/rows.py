"""The rows an import writes, table by table, built from its plan."""

from dataclasses import dataclass
from typing import Any

from data_io.ids import new_id
from data_io.importing.options import KlasseKey
from data_io.importing.plan import ImportPlan
from data_io.layouts.context import trin_of
from data_io.layouts.words import fold

Rows = tuple[list[dict[str, Any]], tuple[str, ...]]

FACT_COLUMNS = (
    "import_id",
    "slice_no",
    "pupil_id",
    "task_no",
    "value",
    "missing",
    "sheet_row",
    "sheet_column",
)

# Where a round stands within its school year.
ROUND_PLACES = {
    "efterår": 10,
    "1. termin": 20,
    "vinter": 30,
    "2. termin": 40,
    "forår": 50,
    "3. termin": 60,
    "sommer": 70,
}


@dataclass(frozen=True)
class Ids:
    """The id of everything an import touches, known or made for it."""

    klasser: dict[KlasseKey, str]
    pupils: tuple[str, ...]
    rounds: dict[str, str]
    test_id: str

    @classmethod
    def of(cls, plan: ImportPlan) -> "Ids":
        """The ids of a plan; what the school does not have yet gets a new one."""
        known = plan.directory
        klasser = dict.fromkeys(target.klasse for target in plan.targets)
        names = dict.fromkeys(target.round for target in plan.targets if target.round)
        return cls(
            {key: known.klasse_ids.get(key) or new_id() for key in klasser},
            tuple(match.pupil_id or new_id() for match in plan.matches),
            {name: known.rounds.get(fold(name)) or new_id() for name in names},
            plan.test.test_id or new_id(),
        )


def klasse_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """The classes the school does not have yet."""
    rows = [
        {
            "klasse_id": klasse_id,
            "school_id": plan.directory.school_id,
            "skoleaar": key.skoleaar,
            "name": key.name,
            "trin": trin_of(key.name),
        }
        for key, klasse_id in ids.klasser.items()
        if key not in plan.directory.klasse_ids
    ]
    return rows, ("klasse_id", "school_id", "skoleaar", "name", "trin")


def pupil_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """The pupils the school does not know: provisional until a class list confirms them."""
    rows = [
        {
            "pupil_id": pupil_id,
            "school_id": plan.directory.school_id,
            "name": match.pupil.label,
            "confirmed": False,
        }
        for match, pupil_id in zip(plan.matches, ids.pupils, strict=True)
        if match.pupil_id is None
    ]
    return rows, ("pupil_id", "school_id", "name", "confirmed")


def pupil_key_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """What this sheet calls new pupils and those somebody pointed out, and uni-logins that are new."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    classes = list(ids.klasser)
    for match, pupil_id in zip(plan.matches, ids.pupils, strict=True):
        named = match.how in ("name", "first_name") and match.pupil.unilogin
        if match.how not in ("new", "answer") and not named:
            continue
        keys = [("name", fold(match.pupil.label), k.name, k.skoleaar) for k in classes]
        if match.pupil.unilogin:
            keys = [("unilogin", match.pupil.unilogin.casefold(), "", "")]
        for kind, said, klasse, skoleaar in keys:
            rows[kind, said, klasse, skoleaar] = {
                "school_id": plan.directory.school_id,
                "kind": kind,
                "said": said,
                "klasse": klasse,
                "skoleaar": skoleaar,
                "pupil_id": pupil_id,
            }
    return list(rows.values()), ("school_id", "kind", "said", "klasse", "skoleaar", "pupil_id")


def enrolment_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """Who the sheet shows to be in a class besides its list: a row there, and for ratings a value."""
    rows = []
    for key, klasse_id in ids.klasser.items():
        enrolled = {p.pupil_id for p in plan.directory.pupils.get(key, ())}
        present = _present(plan, key)
        for i, pupil_id in enumerate(ids.pupils):
            if i in present and pupil_id not in enrolled:
                rows.append({"klasse_id": klasse_id, "pupil_id": pupil_id, "position": i + 1})
    for row in rows:
        row |= {"listed": False, "from_date": None, "to_date": None}
    return rows, ("klasse_id", "pupil_id", "position", "listed", "from_date", "to_date")


def _present(plan: ImportPlan, klasse: KlasseKey) -> set[int]:
    """The rows that say something of this class."""
    if plan.reading.kind == "test":
        return set(range(len(plan.matches)))
    columns = {c for t in plan.targets if t.klasse == klasse for c in t.columns}
    marks = ("empty", None)
    return {
        r.pupil
        for r in plan.reading.results
        if r.column in columns and (r.value is not None or r.missing not in marks)
    }


def new_round_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """Rounds the school has not used before, placed within the year by their name."""
    rows = [
        {
            "round_id": round_id,
            "school_id": plan.directory.school_id,
            "name": name,
            "position": ROUND_PLACES.get(fold(name), 80),
        }
        for name, round_id in ids.rounds.items()
        if fold(name) not in plan.directory.rounds
    ]
    return rows, ("round_id", "school_id", "name", "position")


def task_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """The test's tasks, numbered by place."""
    rows = [
        {
            "test_id": ids.test_id,
            "task_no": number,
            "label": task.label,
            "fagomraade": task.fagomraade,
            "signalord": task.signalord,
            "max_points": task.max_points,
        }
        for number, task in enumerate(plan.reading.tasks, start=1)
    ]
    return rows, ("test_id", "task_no", "label", "fagomraade", "signalord", "max_points")


def fact_rows(plan: ImportPlan, ids: Ids, import_id: str) -> list[dict[str, Any]]:
    """One row a cell: what was observed, of whom, and where it stands in the sheet.

    A rating cell left blank in a line that says nothing of the class is no observation of anyone.
    """
    slice_of = {c: n for n, target in enumerate(plan.targets) for c in target.columns}
    present = {target.klasse: _present(plan, target.klasse) for target in plan.targets}
    rows = []
    for result in plan.reading.results:
        number = slice_of.get(result.column)
        if number is None or result.pupil not in present[plan.targets[number].klasse]:
            continue
        task_no = result.column + 1 if plan.reading.kind == "test" else 0
        rows.append(
            dict(
                zip(
                    FACT_COLUMNS,
                    (
                        import_id,
                        number,
                        ids.pupils[result.pupil],
                        task_no,
                        result.value,
                        result.missing,
                        result.row,
                        result.sheet_column,
                    ),
                    strict=True,
                )
            )
        )
    return rows
