"""A school in the store: making one, its vocabulary, and its class lists with the pupils they confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import NamedTuple

from data_io.enrolling import end_enrolments, write_enrolments, write_klasse, write_pupils
from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.importing.directory import Directory, KnownPupil, read_directory
from data_io.importing.options import KlasseKey
from data_io.importing.rows import ROUND_PLACES
from data_io.importing.school_words import read_words
from data_io.layouts.vocabulary import FAGOMRAADER, ROUNDS, SIGNALORD, Vocabulary
from data_io.layouts.words import clean, fold
from data_io.store.store import Store, Transaction


class ListedPupil(NamedTuple):
    """A pupil on a class list; the uni-login may be unknown."""

    name: str
    unilogin: str | None = None


@dataclass(frozen=True)
class ListSaved:
    """What saving a class list did: pupils added, provisional ones confirmed or linked, and who is left.

    `unlinked` are provisional pupils of the class that the list does not name, `left` pupils of an earlier
    list that this one leaves out: (id, name).
    """

    klasse_id: str
    added: int
    confirmed: int
    unlinked: tuple[tuple[str, str], ...]
    left: tuple[tuple[str, str], ...] = ()


def create_school(store: Store, name: str) -> str:
    """Makes a school with the words and rounds everyone starts with, and gives its id."""
    if not clean(name):
        raise KlasseblikError("no_name", _("Skriv skolens navn."))
    school_id = new_id()
    with store.write() as transaction:
        transaction.run("school", school_id=school_id, name=clean(name))
        _write_terms(transaction, school_id, "fagomraade", FAGOMRAADER)
        _write_terms(transaction, school_id, "signalord", SIGNALORD)
        rounds = [
            {"round_id": new_id(), "school_id": school_id, "name": r, "position": ROUND_PLACES[fold(r)]}
            for r in ROUNDS
        ]
        transaction.add("rounds", rounds, ("round_id", "school_id", "name", "position"))
    return school_id


def the_school(store: Store) -> str | None:
    """The id of the store's school, None before there is one."""
    schools = store.rows("schools")
    return schools[0]["school_id"] if schools else None


def save_terms(store: Store, school_id: str, kind: str, terms: Sequence[str]) -> None:
    """Makes these the school's fagområder or signalord, in this order and once each."""
    with store.write() as transaction:
        transaction.run("clear_vocabulary", school_id=school_id, kind=kind)
        _write_terms(transaction, school_id, kind, terms)


def _write_terms(transaction: Transaction, school_id: str, kind: str, terms: Sequence[str]) -> None:
    once = {fold(term): clean(term) for term in terms if fold(term)}
    rows = [
        {"school_id": school_id, "kind": kind, "folded": folded, "term": term, "position": i}
        for i, (folded, term) in enumerate(once.items())
    ]
    transaction.add("vocabulary", rows, ("school_id", "kind", "folded", "term", "position"))


def terms_of(store: Store, school_id: str, kind: str) -> list[str]:
    """The school's fagområder or signalord, in its own order."""
    return [r["term"] for r in store.rows("vocabulary", school_id=school_id) if r["kind"] == kind]


def vocabulary_of(store: Store, school_id: str) -> Vocabulary:
    """The school's words and what its sheets have called them, folded for the reader."""
    words = read_words(store, school_id)
    return Vocabulary(words.spellings("fagomraade"), words.spellings("signalord"))


def save_class_list(
    store: Store, school_id: str, klasse: KlasseKey, pupils: Sequence[ListedPupil]
) -> ListSaved:
    """Makes this the class list: known pupils are enrolled, provisional ones confirmed, the rest are new.

    Pupils of an earlier list that this one leaves out have left the class; their results there stay.

    A provisional pupil is the listed one when the uni-login or the whole name agrees, or when it is
    called by a first name that only one pupil of the list has; the last is an alias, and reversible.

    Raises:
        KlasseblikError: nobody is on the list, or two of its pupils have the same uni-login.
    """
    listed = [ListedPupil(clean(p.name), clean(p.unilogin or "") or None) for p in pupils if clean(p.name)]
    if not listed:
        raise KlasseblikError("empty_list", _("Klasselisten er tom. Skriv mindst ét navn."))
    _check_logins(listed)
    with store.writing:
        directory = read_directory(store, school_id, [klasse])
        klasse_id = directory.klasse_ids.get(klasse) or new_id()
        matched = _match_list(listed, directory, klasse)
        with store.write() as transaction:
            if klasse not in directory.klasse_ids:
                write_klasse(transaction, school_id, klasse, klasse_id)
            ids = write_pupils(transaction, school_id, listed, matched)
            write_enrolments(transaction, klasse_id, ids)
            aliases = _aliases(listed, ids, directory, klasse)
            for provisional, pupil_id in aliases.items():
                transaction.run("alias", pupil_id=provisional, alias_of=pupil_id)
            others = [p for p in directory.pupils.get(klasse, ()) if p.pupil_id not in {*ids, *aliases}]
            left = [p for p in others if p.listed and not p.ended]
            end_enrolments(transaction, klasse, klasse_id, left)
    known = [m for m in matched if m]
    return ListSaved(
        klasse_id,
        len(ids) - len(known),
        len(known) + len(aliases),
        unlinked=tuple((p.pupil_id, p.name) for p in others if not p.listed),
        left=tuple((p.pupil_id, p.name) for p in left),
    )


def link_pupil(store: Store, provisional: str, pupil_id: str | None) -> None:
    """Says that a provisional pupil is another one; None takes it back.

    Raises:
        KlasseblikError: it is the same pupil, or one that others are linked to already.
    """
    with store.writing:
        if pupil_id is not None:
            # One step is all the queries follow: whoever is linked to stands for nobody else.
            pupil_id = store.rows("alias_family", pupil_id=pupil_id)[0]["alias_of"] or pupil_id
            if provisional == pupil_id:
                raise KlasseblikError("same_pupil", _("Vælg en anden elev."))
            if store.rows("alias_family", pupil_id=provisional)[0]["aliases"]:
                text = _("En anden elev er allerede knyttet til denne. Tag den tilknytning tilbage først.")
                raise KlasseblikError("has_aliases", text)
        with store.write() as transaction:
            transaction.run("alias", pupil_id=provisional, alias_of=pupil_id)


def _check_logins(listed: Sequence[ListedPupil]) -> None:
    logins = [p.unilogin.casefold() for p in listed if p.unilogin]
    twice = next((login for login in logins if logins.count(login) > 1), None)
    if twice:
        names = [p.name for p in listed if (p.unilogin or "").casefold() == twice]
        text = _("Uni-login {login} står ved både {names}. Ret klasselisten, og gem igen.")
        message = text.format(login=twice, names=_(" og ").join(names))
        raise KlasseblikError("duplicate_id", message)


def _match_list(
    listed: Sequence[ListedPupil], directory: Directory, klasse: KlasseKey
) -> list[KnownPupil | None]:
    """For every pupil of the list the one the school knows: by uni-login, else by whole name in the class."""
    present = directory.pupils.get(klasse, ())
    matched: list[KnownPupil | None] = []
    logins = [(p.unilogin or "").casefold() for p in listed]
    taken = {directory.unilogins[login] for login in logins if login in directory.unilogins}
    for pupil in listed:
        known_id = directory.unilogins.get((pupil.unilogin or "").casefold())
        named = [p for p in present if fold(p.name) == fold(pupil.name) and p.pupil_id not in taken]
        named = [p for p in named if not directory.has_other_login(p.pupil_id, pupil.unilogin)]
        if known_id:
            found = next((p for p in present if p.pupil_id == known_id), None)
            found = found or KnownPupil(known_id, pupil.name, listed=False)
        else:
            found = named[0] if len(named) == 1 or (named and not pupil.unilogin) else None
        if found:
            taken.add(found.pupil_id)
        matched.append(found)
    return matched


def _aliases(
    listed: Sequence[ListedPupil], ids: Sequence[str], directory: Directory, klasse: KlasseKey
) -> dict[str, str]:
    """Provisional pupils called by a first name that only one pupil of the list has, and who that is."""
    names = {fold(p.name): pupil_id for p, pupil_id in zip(listed, ids, strict=True)}
    found: dict[str, str] = {}
    for pupil in directory.pupils.get(klasse, ()):
        if pupil.listed or pupil.ended or pupil.pupil_id in ids:
            continue
        starting = [pupil_id for name, pupil_id in names.items() if name.startswith(fold(pupil.name) + " ")]
        if len(starting) == 1 and starting[0] not in found.values():
            found[pupil.pupil_id] = starting[0]
    return found
