"""Who a sheet's rows are: by uni-login, by whole name in the class, by a first name alone there, or asked.

Names are never matched by likeness: a wrong guess would put one child's results on another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Literal

from data_io.importing.directory import Directory, KnownPupil
from data_io.importing.options import ImportOptions, KlasseKey, answer_to, question_key
from data_io.layouts.reading import Problem, PupilRow
from data_io.layouts.words import fold
from data_io.workbook.cells import cell_name

# The name under which a whole year group stands in a directory: only a whole name counts among so many.
YEAR_GROUP = ""

Klasser = Sequence[KlasseKey]
How = Literal["unilogin", "name", "first_name", "remembered", "answer", "new", "unknown"]


@dataclass(frozen=True)
class Match:
    """Who a row is: `pupil_id` is None for a new pupil and for one nobody has said who is."""

    pupil: PupilRow
    pupil_id: str | None
    how: How


def match_pupils(
    pupils: Sequence[PupilRow],
    klasser: Klasser | Callable[[PupilRow], Klasser],
    directory: Directory,
    options: ImportOptions,
) -> tuple[tuple[Match, ...], list[Problem]]:
    """Every row with the pupil it is, and the questions that are left ("Hvem er Peter?").

    `klasser` are the classes of the sheet, or of each row, newest first; the first that knows a name decides.
    """
    where: list[Klasser] = [klasser(pupil) if callable(klasser) else klasser for pupil in pupils]
    matches = [_match(pupil, own, directory) for pupil, own in zip(pupils, where, strict=True)]
    taken = {m.pupil_id for m in matches if m.pupil_id}
    problems: list[Problem] = []
    for i, match in enumerate(matches):
        if match.how != "unknown":
            continue
        problem = _who_is(match.pupil, _candidates(match.pupil, where[i], directory, taken))
        said = options.answers.get(question_key(problem), "")
        pointed_out = directory.unilogins.get(said.casefold())
        if pointed_out:
            # An answer may name the pupil by uni-login, which a person can know beforehand.
            problem = replace(problem, options=(*problem.options, (said, said)))
        answer = pointed_out or answer_to(problem, options)
        if answer:
            matches[i] = Match(match.pupil, None if answer == "new" else answer, "answer")
        problems.append(problem)
    return tuple(matches), problems + _twice(matches, directory)


def _match(pupil: PupilRow, klasser: Sequence[KlasseKey], directory: Directory) -> Match:
    login = (pupil.unilogin or "").casefold()
    if login in directory.unilogins:
        return Match(pupil, directory.unilogins[login], "unilogin")
    if pupil.key_kind == "name":
        for klasse in klasser:
            found = _by_name(pupil, klasse, directory)
            if found:
                return Match(pupil, found[0], found[1])
    if any(directory.has_list(klasse) for klasse in klasser):
        return Match(pupil, None, "unknown")
    if pupil.key_kind == "name" and any(_ambiguous(pupil.label, k, directory) for k in klasser):
        return Match(pupil, None, "unknown")
    return Match(pupil, None, "new")


def _by_name(pupil: PupilRow, klasse: KlasseKey, directory: Directory) -> tuple[str, How] | None:
    label = pupil.label
    remembered = directory.names.get((fold(label), klasse))
    if remembered and not directory.has_other_login(remembered, pupil.unilogin):
        return remembered, "remembered"
    known = [
        p
        for p in directory.pupils.get(klasse, ())
        if not directory.has_other_login(p.pupil_id, pupil.unilogin)
    ]
    whole = [p for p in known if fold(p.name) in (fold(label), _turned(label))]
    if len(whole) == 1:
        return whole[0].pupil_id, "name"
    first = _starting(label, known) if klasse.name != YEAR_GROUP else []
    return (first[0].pupil_id, "first_name") if not whole and len(first) == 1 else None


def _turned(label: str) -> str:
    """A name written surname first ("Uldum, Ida") in the usual order."""
    last, comma, first = label.partition(",")
    return fold(f"{first.strip()} {last.strip()}") if comma else fold(label)


def _starting(label: str, known: Sequence[KnownPupil]) -> list[KnownPupil]:
    return [p for p in known if fold(p.name).startswith(fold(label) + " ")]


def _ambiguous(label: str, klasse: KlasseKey, directory: Directory) -> bool:
    known = directory.pupils.get(klasse, ())
    starting = len(_starting(label, known))
    several = starting > (0 if klasse.name == YEAR_GROUP else 1)
    return several or len([p for p in known if fold(p.name) == fold(label)]) > 1


def _candidates(
    pupil: PupilRow, klasser: Sequence[KlasseKey], directory: Directory, taken: set[str]
) -> list[KnownPupil]:
    """The pupils it may be, those with a word of the label in their name first."""
    known = {p.pupil_id: p for k in klasser for p in directory.pupils.get(k, ()) if p.pupil_id not in taken}
    words = set(fold(pupil.label).split())
    return sorted(known.values(), key=lambda p: not words & set(fold(p.name).split()))


def _who_is(pupil: PupilRow, candidates: Sequence[KnownPupil]) -> Problem:
    place = cell_name(pupil.row, pupil.column)
    text = _("Hvem er {label}? Navnet i {cell} står ikke sådan på klasselisten.")
    options = tuple((p.pupil_id, p.name) for p in candidates)
    return Problem(
        place,
        "question",
        "who_is",
        text.format(label=pupil.label, cell=place),
        options=(*options, ("new", _("En ny elev i klassen"))),
    )


def _twice(matches: Sequence[Match], directory: Directory) -> list[Problem]:
    """An error where two rows turned out to be one pupil."""
    names = directory.names_of()
    first: dict[str, Match] = {}
    problems = []
    for match in matches:
        if match.pupil_id is None:
            continue
        before = first.setdefault(match.pupil_id, match)
        if before is not match:
            here = cell_name(match.pupil.row, match.pupil.column)
            there = cell_name(before.pupil.row, before.pupil.column)
            text = _("{there} og {here} er begge læst som {name}. Skriv, hvem der er hvem, og indlæs igen.")
            name = names.get(match.pupil_id, match.pupil.label)
            problems.append(
                Problem(here, "error", "same_pupil", text.format(there=there, here=here, name=name))
            )
    return problems
