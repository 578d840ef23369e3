"""The rows an import writes, table by table, built from its plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data_io.ids import new_id
from data_io.importing.matching import Match
from data_io.importing.options import KlasseKey
from data_io.importing.plan import ImportPlan
from data_io.layouts.context import trin_of
from data_io.layouts.words import fold

Rows = tuple[list[dict[str, Any]], tuple[str, ...]]

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
        if plan.homes:
            homes = (plan.homes.of(match.pupil) for match in plan.matches)
            klasser |= dict.fromkeys(home for home in homes if home)
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
        keys = [
            ("name", fold(match.pupil.label), k.name, k.skoleaar) for k in _looked_for(plan, match, classes)
        ]
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


def _looked_for(plan: ImportPlan, match: Match, classes: Sequence[KlasseKey]) -> list[KlasseKey]:
    """The classes a row's name is looked for in: its own, or for a hold's pupil without one the hold."""
    where = plan.homes.where(match.pupil) if plan.homes else classes
    return [klasse for klasse in classes if klasse in where]


def hold_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """The hold a sheet is read into, where it is new or somebody says who teaches it."""
    hold = plan.homes.hold if plan.homes else None
    if hold is None or (hold in plan.directory.holds and not plan.options.teacher):
        return [], ()
    row = {
        "klasse_id": ids.klasser[hold],
        "teacher": plan.options.teacher,
        "from_date": None,
        "to_date": None,
    }
    return [row], tuple(row)


def new_pupil_rows(plan: ImportPlan, ids: Ids, import_id: str) -> Rows:
    """Which pupils the school did not know before this import."""
    new = (i for m, i in zip(plan.matches, ids.pupils, strict=True) if m.pupil_id is None)
    return [{"import_id": import_id, "pupil_id": i} for i in new], ("import_id", "pupil_id")


def enrolment_rows(plan: ImportPlan, ids: Ids) -> Rows:
    """Who the sheet shows to be in a class besides its list: a row there, and for ratings a value."""
    rows = []
    for key, klasse_id in ids.klasser.items():
        enrolled = {p.pupil_id for p in plan.directory.pupils.get(key, ())}
        present = present_rows(plan, key)
        for i, pupil_id in enumerate(ids.pupils):
            if i in present and pupil_id not in enrolled:
                rows.append({"klasse_id": klasse_id, "pupil_id": pupil_id, "position": i + 1})
    for row in rows:
        row |= {"listed": False, "from_date": None, "to_date": None}
    return rows, ("klasse_id", "pupil_id", "position", "listed", "from_date", "to_date")


def present_rows(plan: ImportPlan, klasse: KlasseKey) -> set[int]:
    """The rows that say something of this class."""
    if plan.reading.kind == "test":
        return {i for i in range(len(plan.matches)) if plan.belongs(i, klasse)}
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
