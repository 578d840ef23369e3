"""Making a school year out of the one before it, in one transaction."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from data_io.enrolling import write_klasse
from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.importing.options import KlasseKey
from data_io.layouts.context import klasse_name, trin_of, years_before
from data_io.layouts.words import clean, fold
from data_io.scope import Scope
from data_io.store.store import Store, Transaction
from metrics.new_year import Edits, Newcomer, NewYear, YearEnd, YearKlasse, YearPupil, new_year

_PUPIL_COLUMNS = ("new_year_id", "pupil_id", "klasse_id", "how", "made")
_ENROLMENT_COLUMNS = ("klasse_id", "pupil_id", "position", "listed", "from_date", "to_date")


def year_after(skoleaar: str) -> str:
    """The school year that follows another."""
    return years_before(skoleaar, -1)


def first_day(skoleaar: str) -> datetime.date:
    """The day a school year begins."""
    return datetime.date(int(skoleaar[:4]), 8, 1)


def spelt(name: str) -> str:
    """A class's name as schools write it: "8a" is "8.A", a name of its own stays."""
    return klasse_name(name) or clean(name)


def newcomer(name: str, unilogin: str, klasse: str) -> Newcomer:
    """A pupil who comes, as somebody typed them.

    Raises:
        KlasseblikError: the name or the class is empty.
    """
    if not clean(name):
        raise KlasseblikError("no_name", _("Skriv elevens navn."))
    if not clean(klasse):
        raise KlasseblikError("no_klasse", _("Skriv, hvilken klasse eleven kommer i."))
    return Newcomer(clean(name), fold(name), clean(unilogin) or None, spelt(klasse))


def read_year_end(store: Store, scope: Scope, school_id: str, skoleaar: str) -> YearEnd:
    """A school year, who is in its classes now, and what stands of the next; holds end with their year."""
    rows = [
        row
        for row in store.rows("klasser_of_school", school_id=school_id)
        if not row["is_hold"] and scope.sees(str(row["klasse_id"]))
    ]
    after = year_after(skoleaar)
    said = store.rows("new_year_pupils", school_id=school_id, skoleaar=after)
    trins = {(row["skoleaar"], trin) for row in rows if (trin := _trin(row)) is not None}
    return YearEnd(
        _klasser(store, [row for row in rows if row["skoleaar"] == skoleaar]),
        _klasser(store, [row for row in rows if row["skoleaar"] == after]),
        frozenset(trin for year, trin in trins if year < skoleaar),
        frozenset(trin for _year, trin in trins),
        frozenset(row["pupil_id"] for row in said if row["how"] == "left"),
    )


def _trin(row: dict[str, Any]) -> int | None:
    trin = row["trin"] if row["trin"] is not None else trin_of(spelt(row["name"]))
    return int(trin) if trin is not None else None


def _klasser(store: Store, rows: Sequence[dict[str, Any]]) -> tuple[YearKlasse, ...]:
    ids = [str(row["klasse_id"]) for row in rows]
    pupils: dict[str, list[YearPupil]] = {klasse_id: [] for klasse_id in ids}
    for row in store.rows("pupils_of_klasser", klasse_ids=ids):
        if row["listed"] or row["to_date"] is None:
            one = YearPupil(row["pupil_id"], row["name"], fold(row["name"]), row["listed"], row["confirmed"])
            pupils[row["klasse_id"]].append(one)
    found = [_klasse(row, pupils[str(row["klasse_id"])]) for row in rows]
    return tuple(sorted(found, key=lambda k: (99 if k.trin is None else k.trin, k.said)))


def _klasse(row: dict[str, Any], pupils: Sequence[YearPupil]) -> YearKlasse:
    said = spelt(row["name"])
    trin = _trin(row)
    track = said.partition(".")[2] if trin_of(said) is not None else ""
    # A trin without a letter to go with it says nothing of the next name.
    known = trin if track else None
    return YearKlasse(str(row["klasse_id"]), row["name"], said, known, track, tuple(pupils))


def create_year(store: Store, scope: Scope, school_id: str, skoleaar: str, edits: Edits) -> NewYear:
    """Writes the year after `skoleaar` as it stands now with these edits, and gives what it wrote.

    Whoever pressed twice, or second, adds only what is still missing.

    Raises:
        KlasseblikError: a new class has the name of a hold, or a newcomer's uni-login is another pupil's.
    """
    after = year_after(skoleaar)
    with store.writing:
        end = read_year_end(store, scope, school_id, skoleaar)
        year = new_year(end, _without_known(edits, end))
        if not year.changes:
            return year
        _check_names(store, school_id, after, year)
        known = _newcomers_known(store, school_id, end, year)
        with store.write() as transaction:
            new_year_id = new_id()
            now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
            transaction.run(
                "new_year",
                new_year_id=new_year_id,
                school_id=school_id,
                skoleaar=after,
                made_at=now,
                made_by=scope.person,
            )
            _write_year(transaction, school_id, new_year_id, after, (year, known))
    return year


def _without_known(edits: Edits, end: YearEnd) -> Edits:
    """The edits without newcomers whom their class has by name already."""
    there = {(k.said.casefold(), p.folded) for k in end.next_klasser for p in k.pupils}
    coming = tuple(n for n in edits.newcomers if (n.klasse.casefold(), n.folded) not in there)
    return Edits(edits.becomes, edits.placed, coming)


def _check_names(store: Store, school_id: str, after: str, year: NewYear) -> None:
    rows = store.rows("klasser_of_school", school_id=school_id)
    holds = {fold(r["name"]): r["name"] for r in rows if r["is_hold"] and r["skoleaar"] == after}
    taken = next((k.name for k in year.klasser if k.klasse_id is None and fold(k.name) in holds), None)
    if taken:
        text = _("{name} er navnet på et hold i {year}. Giv klassen et andet navn.")
        raise KlasseblikError("klasse_is_hold", text.format(name=taken, year=after))


def _newcomers_known(store: Store, school_id: str, end: YearEnd, year: NewYear) -> dict[str, str]:
    """The pupil behind each newcomer's uni-login that the school knows: somebody who comes back."""
    keys = store.rows("pupil_keys", school_id=school_id)
    logins = {r["said"]: str(r["pupil_id"]) for r in keys if r["kind"] == "unilogin"}
    here = {p.pupil_id: (p.name, k.name) for k in (*end.klasser, *end.next_klasser) for p in k.pupils}
    found: dict[str, str] = {}
    coming = [n for k in year.klasser for n in k.newcomers if n.unilogin]
    for one in coming:
        login = (one.unilogin or "").casefold()
        if sum((n.unilogin or "").casefold() == login for n in coming) > 1:
            text = _("Uni-login {login} er skrevet ved to nye elever. Ret det ene.")
            raise KlasseblikError("duplicate_id", text.format(login=login))
        whose = logins.get(login)
        if whose in here:
            name, klasse = here[whose]
            text = _("Uni-login {login} er {name} i {klasse}. Vælg en klasse til eleven i stedet.")
            raise KlasseblikError("known_login", text.format(login=login, name=name, klasse=klasse))
        if whose:
            found[login] = whose
    return found


def _write_year(
    transaction: Transaction,
    school_id: str,
    new_year_id: str,
    after: str,
    what: tuple[NewYear, dict[str, str]],
) -> None:
    """Writes classes, enrolments and newcomers, and what was done with each pupil."""
    year, known = what
    said: list[dict[str, Any]] = [_said(m.pupil.pupil_id, None, "left") for m in year.leaving]
    enrolments: list[dict[str, Any]] = []
    made: list[str] = []
    for klasse in (k for k in year.klasser if k.moves or k.newcomers):
        klasse_id = klasse.klasse_id or new_id()
        if klasse.klasse_id is None:
            write_klasse(transaction, school_id, KlasseKey(klasse.name, after), klasse_id)
            made.append(klasse_id)
        enrolments += [_enrolment(klasse_id, m.pupil.pupil_id, after, m.pupil.listed) for m in klasse.moves]
        said += [_said(m.pupil.pupil_id, klasse_id, "moved") for m in klasse.moves]
        for one in klasse.newcomers:
            pupil_id = known.get((one.unilogin or "").casefold())
            said.append(_said(pupil_id or new_id(), klasse_id, "new", made=pupil_id is None))
            enrolments.append(_enrolment(klasse_id, said[-1]["pupil_id"], after, listed=True))
            if pupil_id is None:
                _write_newcomer(transaction, school_id, one, said[-1]["pupil_id"])
    klasse_of = {p.pupil_id: k.klasse_id for k in year.klasser for p in k.there}
    for same in year.same:
        pupil_id, own_id = same.listed.pupil_id, same.known.pupil.pupil_id
        transaction.run("alias", pupil_id=pupil_id, alias_of=own_id)
        said.append(_said(pupil_id, klasse_of[pupil_id], "same"))
    classes = [{"new_year_id": new_year_id, "klasse_id": klasse_id} for klasse_id in made]
    transaction.add("new_year_klasser", classes, ("new_year_id", "klasse_id"))
    transaction.add("enrolments", enrolments, _ENROLMENT_COLUMNS)
    rows = [{"new_year_id": new_year_id, **row} for row in said]
    transaction.add("new_year_pupils", rows, _PUPIL_COLUMNS)


def _said(pupil_id: str, klasse_id: str | None, how: str, *, made: bool = False) -> dict[str, Any]:
    return {"pupil_id": pupil_id, "klasse_id": klasse_id, "how": how, "made": made}


def _enrolment(klasse_id: str, pupil_id: str, after: str, listed: bool) -> dict[str, Any]:
    """A pupil in a class from the year's first day; whoever no class list has confirmed is still waiting."""
    return {
        "klasse_id": klasse_id,
        "pupil_id": pupil_id,
        "position": None,
        "listed": listed,
        "from_date": first_day(after),
        "to_date": None,
    }


def _write_newcomer(transaction: Transaction, school_id: str, one: Newcomer, pupil_id: str) -> None:
    row = {"pupil_id": pupil_id, "school_id": school_id, "name": one.name, "confirmed": True}
    transaction.add("pupils", [row], tuple(row))
    if one.unilogin:
        key = {"kind": "unilogin", "said": one.unilogin.casefold(), "klasse": "", "skoleaar": ""}
        keyed = {"school_id": school_id, **key, "pupil_id": pupil_id}
        transaction.add("pupil_keys", [keyed], tuple(keyed))
