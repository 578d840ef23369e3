"""The school as an import sees it: its classes, who is in them, and what sheets have called them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data_io.importing.options import KlasseKey
from data_io.layouts.words import fold
from data_io.store.store import Store


@dataclass(frozen=True)
class KnownPupil:
    """A pupil the school knows, in one class; `ended` when a later class list no longer names them."""

    pupil_id: str
    name: str
    listed: bool
    ended: bool = False


@dataclass(frozen=True)
class Directory:
    """A snapshot of one school, read once for a plan."""

    school_id: str
    klasse_ids: dict[KlasseKey, str] = field(default_factory=dict)
    pupils: dict[KlasseKey, tuple[KnownPupil, ...]] = field(default_factory=dict)
    unilogins: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, KlasseKey], str] = field(default_factory=dict)
    rounds: dict[str, str] = field(default_factory=dict)
    logins_of: dict[str, set[str]] = field(default_factory=dict)
    holds: set[KlasseKey] = field(default_factory=set)

    def has_list(self, klasse: KlasseKey) -> bool:
        """True where the class has a class list, so that an unknown name is a question."""
        return any(pupil.listed for pupil in self.pupils.get(klasse, ()))

    def has_other_login(self, pupil_id: str, unilogin: str | None) -> bool:
        """True for a pupil known by a uni-login, and not by this one: then a name alone proves nothing."""
        own = self.logins_of.get(pupil_id)
        return bool(unilogin and own) and (unilogin or "").casefold() not in (own or ())

    def names_of(self) -> dict[str, str]:
        """Every known pupil's name by id."""
        return {p.pupil_id: p.name for pupils in self.pupils.values() for p in pupils}


def read_directory(store: Store, school_id: str, klasser: Iterable[KlasseKey]) -> Directory:
    """The directory of a school, with the pupils of the classes an import is about."""
    wanted = set(klasser)
    klasse_rows = store.rows("klasser_of_school", school_id=school_id)
    klasse_ids = {KlasseKey(row["name"], row["skoleaar"]): row["klasse_id"] for row in klasse_rows}
    holds = {KlasseKey(row["name"], row["skoleaar"]) for row in klasse_rows if row["is_hold"]}
    pupils = read_pupils(store, {key: i for key, i in klasse_ids.items() if key in wanted})
    unilogins: dict[str, str] = {}
    names: dict[tuple[str, KlasseKey], str] = {}
    for row in store.rows("pupil_keys", school_id=school_id):
        if row["kind"] == "unilogin":
            unilogins[row["said"]] = row["pupil_id"]
        else:
            names[row["said"], KlasseKey(row["klasse"], row["skoleaar"])] = row["pupil_id"]
    rounds = {fold(row["name"]): row["round_id"] for row in store.rows("rounds", school_id=school_id)}
    logins_of: dict[str, set[str]] = {}
    for login, pupil_id in unilogins.items():
        logins_of.setdefault(pupil_id, set()).add(login)
    return Directory(school_id, klasse_ids, pupils, unilogins, names, rounds, logins_of, holds)


def read_pupils(store: Store, klasse_ids: Mapping[KlasseKey, str]) -> dict[KlasseKey, tuple[KnownPupil, ...]]:
    """Everyone who is or was in some classes."""
    by_id = {klasse_id: key for key, klasse_id in klasse_ids.items()}
    pupils: dict[KlasseKey, list[KnownPupil]] = {}
    for row in store.rows("enrolled_in_klasser", klasse_ids=list(by_id)):
        known = KnownPupil(row["pupil_id"], row["name"], row["listed"], row["ended"])
        pupils.setdefault(by_id[row["klasse_id"]], []).append(known)
    return {key: tuple(found) for key, found in pupils.items()}
