"""Læringssamtaler in the store: when, which classes, who takes part, and which pupils are to be discussed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.layouts.words import clean
from data_io.queries import COPENHAGEN
from data_io.scope import Scope
from data_io.staff import staff
from data_io.store.store import Store, Transaction
from metrics.model import Pupil
from metrics.preparation import Mark


@dataclass(frozen=True)
class TalkPlan:
    """What people say of a talk; `round_id` is the rating round it talks from, `minutes` how long it is."""

    day: datetime.date
    round_id: str
    klasse_ids: tuple[str, ...]
    theme: str = ""
    starts_at: datetime.time | None = None
    minutes: int = 105
    agenda: tuple[str, ...] = ()
    staff_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Talk:
    """A talk as it stands; `round_name` has `round_position` within the school year of its classes."""

    talk_id: str
    plan: TalkPlan
    round_name: str
    round_position: int
    created_at: datetime.datetime
    created_by: str
    closed_at: datetime.datetime | None


@dataclass(frozen=True)
class RatingRound:
    """A rating round of the school; `used` where the classes in question were ever rated in it."""

    round_id: str
    name: str
    position: int
    used: bool


@dataclass(frozen=True)
class TalkPupil:
    """What somebody decided about a pupil before a talk, when and why; `why` may be empty."""

    pupil: Pupil
    mark: Mark
    why: str
    marked_at: datetime.datetime
    marked_by: str


def talks(store: Store, scope: Scope, school_id: str) -> list[Talk]:
    """The talks with a class in the scope, the first one first; of their classes those of the scope."""
    klasser = _by_talk(store, "talk_klasser", school_id, "klasse_id")
    agenda = _by_talk(store, "talk_agenda", school_id, "said")
    people = _by_talk(store, "talk_participants", school_id, "staff_id")
    found = []
    for row in store.rows("talks", school_id=school_id):
        talk_id = row["talk_id"]
        seen = tuple(klasse_id for klasse_id in klasser.get(talk_id, ()) if scope.sees(klasse_id))
        if seen:
            found.append(_talk(row, seen, agenda.get(talk_id, ()), people.get(talk_id, ())))
    return found


def _by_talk(store: Store, name: str, school_id: str, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in store.rows(name, school_id=school_id):
        found.setdefault(row["talk_id"], []).append(row[column])
    return found


def _talk(row: dict[str, Any], seen: Sequence[str], agenda: Sequence[str], people: Sequence[str]) -> Talk:
    plan = TalkPlan(
        row["day"],
        row["round_id"],
        tuple(seen),
        row["theme"],
        row["starts_at"],
        row["minutes"],
        tuple(agenda),
        tuple(people),
    )
    closed = row["closed_at"]
    return Talk(
        row["talk_id"],
        plan,
        row["round"],
        row["position"],
        _danish(row["created_at"]),
        row["created_by"],
        _danish(closed) if closed else None,
    )


def talk_pupils(store: Store, talk: Talk) -> dict[str, TalkPupil]:
    """What was decided about pupils of a talk, by pupil; also about who has left its classes since."""
    return {
        row["pupil_id"]: TalkPupil(
            Pupil(row["pupil_id"], row["name"], row["confirmed"]),
            row["mark"],
            row["why"],
            _danish(row["marked_at"]),
            row["marked_by"],
        )
        for row in store.rows("talk_pupils", talk_id=talk.talk_id)
    }


def rounds(store: Store, scope: Scope, school_id: str, klasse_ids: Sequence[str]) -> list[RatingRound]:
    """The school's rating rounds in their order within the year, and which of them some classes use."""
    seen = [klasse_id for klasse_id in klasse_ids if scope.sees(klasse_id)]
    used = {row["round_id"] for row in store.rows("rated_rounds", klasse_ids=seen)}
    rows = store.rows("rounds", school_id=school_id)
    return [RatingRound(r["round_id"], r["name"], r["position"], r["round_id"] in used) for r in rows]


def save_talk(
    store: Store,
    scope: Scope,
    school_id: str,
    plan: TalkPlan,
    today: datetime.date,
    *,
    talk_id: str | None = None,
    held: bool = False,
) -> str:
    """Makes a talk, or says anew what is planned for one, and gives its id; `held` lets the day be over.

    Raises:
        KlasseblikError: it has no class, a class outside the scope, a day in the past, impossible minutes,
            or somebody who has left by then.
    """
    with store.writing:
        _check(store, scope, school_id, plan)
        if plan.day < today and not held:
            text = _("Datoen er gået. Er samtalen holdt, så sig til, at du vil skrive noter til den.")
            raise KlasseblikError("talk_past", text)
        own = talk_id or new_id()
        with store.write() as transaction:
            _write(transaction, own, school_id, plan, scope.person)
    return own


def _check(store: Store, scope: Scope, school_id: str, plan: TalkPlan) -> None:
    if not plan.klasse_ids:
        raise KlasseblikError("no_klasse", _("Vælg mindst én klasse."))
    if not all(scope.sees(klasse_id) for klasse_id in plan.klasse_ids):
        raise KlasseblikError("not_in_scope", _("Du kan kun holde samtale om klasser, du må se."))
    if not 1 <= plan.minutes <= 600:
        raise KlasseblikError("talk_minutes", _("Skriv, hvor mange minutter samtalen varer: 1 til 600."))
    people = {one.staff_id: one for one in staff(store, school_id)}
    gone = [people[i].name for i in plan.staff_ids if i in people and not people[i].here(plan.day)]
    if gone:
        text = _("{name} er stoppet før samtalen. Vælg en anden.")
        raise KlasseblikError("staff_left", text.format(name=gone[0]))


def _write(transaction: Transaction, talk_id: str, school_id: str, plan: TalkPlan, person: str) -> None:
    transaction.run(
        "talk",
        talk_id=talk_id,
        school_id=school_id,
        round_id=plan.round_id,
        day=plan.day,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        theme=clean(plan.theme),
        created_at=_now(),
        created_by=person,
    )
    for name in ("klasser", "participants", "agenda"):
        transaction.run(f"clear_talk_{name}", talk_id=talk_id)
    classes = [{"talk_id": talk_id, "klasse_id": i} for i in dict.fromkeys(plan.klasse_ids)]
    people = [{"talk_id": talk_id, "staff_id": i} for i in dict.fromkeys(plan.staff_ids)]
    lines = [clean(line) for line in plan.agenda if clean(line)]
    agenda = [{"talk_id": talk_id, "line_no": n, "said": line} for n, line in enumerate(lines, start=1)]
    transaction.add("talk_klasser", classes, ("talk_id", "klasse_id"))
    transaction.add("talk_participants", people, ("talk_id", "staff_id"))
    transaction.add("talk_agenda", agenda, ("talk_id", "line_no", "said"))


def mark_pupil(store: Store, scope: Scope, talk: Talk, pupil_id: str, mark: Mark, why: str = "") -> None:
    """Decides whether a pupil is discussed at a talk; what was decided before is overwritten."""
    with store.write() as transaction:
        transaction.run(
            "talk_pupil",
            talk_id=talk.talk_id,
            pupil_id=pupil_id,
            mark=mark,
            why=clean(why),
            marked_at=_now(),
            marked_by=scope.person,
        )


def remove_talk(store: Store, talk: Talk) -> None:
    """Takes back a talk that was not to be, with what was decided before it.

    Raises:
        KlasseblikError: the talk has been held.
    """
    if talk.closed_at:
        raise KlasseblikError("talk_closed", _("Samtalen er holdt og bliver stående."))
    with store.write() as transaction:
        for name in ("klasser", "participants", "agenda", "pupils"):
            transaction.run(f"clear_talk_{name}", talk_id=talk.talk_id)
        transaction.run("remove_talk", talk_id=talk.talk_id)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


def _danish(moment: datetime.datetime) -> datetime.datetime:
    """The store keeps UTC, people read Danish time."""
    return moment.replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN)
