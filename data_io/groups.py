"""Groups for a fagligt løft: a hold with the area it is for, who came into it how, and what was seen then."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from gettext import gettext as _
from typing import Any

from data_io.enrolling import write_enrolments, write_klasse
from data_io.errors import KlasseblikError
from data_io.holds import Hold, check_dates, save_hold
from data_io.ids import new_id
from data_io.importing.options import KlasseKey
from data_io.layouts.context import klasse_name
from data_io.layouts.words import clean, fold
from data_io.queries import COPENHAGEN
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.areas import AreaKey
from metrics.model import Pupil


@dataclass(frozen=True)
class ClassPupil:
    """A pupil who can be in a group, and the name of the class they are in now."""

    pupil: Pupil
    klasse: str


@dataclass(frozen=True)
class Considered:
    """A pupil somebody or the tests thought of, and the figures seen then; None where there was no answer.

    `chosen` pupils came into the group. `points` of `max_points` in so many `tasks` of the area; `expected`
    and the ranking `score` are shares (0–1).
    """

    pupil_id: str
    chosen: bool
    nominated: bool
    suggested: bool
    near: bool
    points: float | None = None
    max_points: float | None = None
    tasks: int = 0
    expected: float | None = None
    score: float | None = None


@dataclass(frozen=True)
class FagligtLoeft:
    """A group: the hold it is, its area, its pupils now, and who was considered when it was made."""

    klasse_id: str
    name: str
    skoleaar: str
    subject: str
    area: AreaKey
    hold: Hold
    made_at: datetime.datetime
    made_by: str
    pupils: tuple[Pupil, ...]
    considered: tuple[Considered, ...]
    has_results: bool

    @property
    def begins(self) -> datetime.date:
        """The first day, or the day the group was made where none is said."""
        return self.hold.from_date or self.made_at.date()


def year_group(store: Store, scope: Scope, klasse_id: str) -> list[tuple[str, str]]:
    """A class and the others of its trin and year in the scope (id, name); a hold is alone."""
    if not scope.sees(klasse_id):
        return []
    rows = store.rows("year_group", klasse_id=klasse_id)
    return [(row["klasse_id"], row["name"]) for row in rows if scope.sees(row["klasse_id"])]


def home_years(store: Store, scope: Scope, klasse_id: str) -> list[str]:
    """The classes of the scope (by id) of the trin and year a hold's pupils come from, each once."""
    homes = store.rows("home_klasser_of_hold", klasse_id=klasse_id) if scope.sees(klasse_id) else []
    found = (year_group(store, scope, home["klasse_id"]) for home in homes)
    return list(dict.fromkeys(klasse_id for year in found for klasse_id, _name in year))


def class_pupils(store: Store, scope: Scope, klasse_ids: Sequence[str]) -> list[ClassPupil]:
    """The pupils who are in some classes now, class by class and once each; nobody who has left."""
    seen = [klasse_id for klasse_id in klasse_ids if scope.sees(klasse_id)]
    names = {row["klasse_id"]: row["name"] for row in store.rows("klasser", klasse_ids=seen)}
    rows = store.rows("pupils_of_klasser", klasse_ids=seen)
    rows.sort(key=lambda row: seen.index(row["klasse_id"]))
    found: dict[str, ClassPupil] = {}
    for row in rows:
        if row["listed"] or row["to_date"] is None:
            pupil = Pupil(row["pupil_id"], row["name"], row["confirmed"])
            found.setdefault(pupil.pupil_id, ClassPupil(pupil, names[row["klasse_id"]]))
    return list(found.values())


def groups(store: Store, scope: Scope) -> list[FagligtLoeft]:
    """The groups of the scope, the newest first."""
    rows = store.rows("fagligt_loeft", klasse_ids=list(scope.klasse_ids))
    ids = [row["klasse_id"] for row in rows]
    considered = _considered(store, ids)
    members: dict[str, list[Pupil]] = {klasse_id: [] for klasse_id in ids}
    for row in store.rows("pupils_of_klasser", klasse_ids=ids):
        if row["listed"]:
            members[row["klasse_id"]].append(Pupil(row["pupil_id"], row["name"], row["confirmed"]))
    return [_group(row, members[row["klasse_id"]], considered.get(row["klasse_id"], [])) for row in rows]


def _considered(store: Store, klasse_ids: Sequence[str]) -> dict[str, list[Considered]]:
    """By group, each pupil once: where two turned out to be one, the row of the one who was chosen."""
    found: dict[str, dict[str, Considered]] = {}
    for row in store.rows("fagligt_loeft_pupils", klasse_ids=list(klasse_ids)):
        known = found.setdefault(row["klasse_id"], {})
        known.setdefault(
            row["pupil_id"], Considered(**{name: row[name] for name in Considered.__dataclass_fields__})
        )
    return {klasse_id: list(known.values()) for klasse_id, known in found.items()}


def _group(row: dict[str, Any], pupils: Sequence[Pupil], considered: Sequence[Considered]) -> FagligtLoeft:
    made_at = row["made_at"].replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN)
    return FagligtLoeft(
        row["klasse_id"],
        row["name"],
        row["skoleaar"],
        row["subject"],
        AreaKey(row["area_kind"], row["area"]),
        Hold(row["teacher"], row["from_date"], row["to_date"]),
        made_at,
        row["made_by"],
        tuple(pupils),
        tuple(considered),
        row["has_results"],
    )


def create_group(
    store: Store,
    school_id: str,
    key: KlasseKey,
    hold: Hold,
    area: tuple[str, AreaKey],
    considered: Sequence[Considered],
    person: str,
) -> str:
    """Makes a hold of the chosen pupils for an area of a subject, and gives its id.

    Raises:
        KlasseblikError: it has no name, that of a class or of another hold, no pupils, or impossible dates.
    """
    key = KlasseKey(clean(key.name), key.skoleaar)
    check_dates(hold)
    members = [one.pupil_id for one in considered if one.chosen]
    if not members:
        raise KlasseblikError("no_pupils", _("Holdet har ingen elever. Sæt hak ved mindst én."))
    klasse_id = new_id()
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    rows = [{"klasse_id": klasse_id, **asdict(one)} for one in considered]
    with store.writing:
        _check_name(store, school_id, key)
        with store.write() as transaction:
            write_klasse(transaction, school_id, key, klasse_id)
            own = {"klasse_id": klasse_id, **asdict(hold)}
            transaction.add("holds", [own], tuple(own))
            write_enrolments(transaction, klasse_id, members)
            subject, place = area
            transaction.run(
                "fagligt_loeft",
                klasse_id=klasse_id,
                subject=subject,
                area_kind=place.kind,
                area=place.name,
                made_at=now,
                made_by=person,
            )
            transaction.add("fagligt_loeft_pupils", rows, tuple(rows[0]))
    return klasse_id


def _check_name(store: Store, school_id: str, key: KlasseKey) -> None:
    if not key.name:
        raise KlasseblikError("no_name", _("Holdet mangler et navn. Skriv et."))
    if klasse_name(key.name):
        text = _("{name} er navnet på en klasse. Giv holdet et andet.")
        raise KlasseblikError("hold_is_klasse", text.format(name=key.name))
    known = store.rows("klasser_of_school", school_id=school_id)
    if any(row["skoleaar"] == key.skoleaar and fold(row["name"]) == fold(key.name) for row in known):
        text = _("Der er allerede et hold med navnet {name} i {year}. Giv det nye et andet.")
        raise KlasseblikError("hold_exists", text.format(name=key.name, year=key.skoleaar))


def end_group(store: Store, group: FagligtLoeft, day: datetime.date | None) -> None:
    """Lets a group end on a day; None lets it go on.

    Raises:
        KlasseblikError: it would end before it begins.
    """
    save_hold(store, group.klasse_id, Hold(group.hold.teacher, group.hold.from_date, day))


def remove_group(store: Store, group: FagligtLoeft) -> None:
    """Takes a group and its hold back, as if it had never been made; its pupils and their results stay.

    Raises:
        KlasseblikError: results were read into the hold; it can only be ended.
    """
    with store.writing:
        if store.rows("fagligt_loeft", klasse_ids=[group.klasse_id])[0]["has_results"]:
            text = _("Der er læst resultater ind på holdet {name}. Det kan afsluttes, men ikke fjernes.")
            raise KlasseblikError("hold_has_results", text.format(name=group.name))
        # DuckDB looks for references as they were before a transaction: what points at the class goes first.
        # Interrupted between the two, the group is still there to be removed.
        with store.write() as transaction:
            transaction.run("remove_hold", klasse_id=group.klasse_id)
            transaction.run("remove_enrolments", klasse_id=group.klasse_id)
        with store.write() as transaction:
            for name in ("remove_fagligt_loeft_pupils", "remove_fagligt_loeft", "remove_klasse"):
                transaction.run(name, klasse_id=group.klasse_id)
