"""The next school year as it can be foreseen: what each class becomes, and where every pupil then is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# From here on a class leaves unless the school has the trin above; below, only where it never went on before.
FIRST_LAST_TRIN = 9


@dataclass(frozen=True)
class YearPupil:
    """A pupil in a class now. `folded` is the name as names are compared; `listed` is from a class list."""

    pupil_id: str
    name: str
    folded: str
    listed: bool = True
    confirmed: bool = True


@dataclass(frozen=True)
class YearKlasse:
    """A class and who is in it now; `said` is its name spelt as schools do, `track` what follows the trin."""

    klasse_id: str
    name: str
    said: str
    trin: int | None
    track: str
    pupils: tuple[YearPupil, ...] = ()


@dataclass(frozen=True)
class YearEnd:
    """A school year, what stands of the next, and the trins the school has had (before, and in any year).

    `left` are pupils, by id, of whom it was said already that they leave.
    """

    klasser: tuple[YearKlasse, ...]
    next_klasser: tuple[YearKlasse, ...] = ()
    trins_before: frozenset[int] = frozenset()
    trins: frozenset[int] = frozenset()
    left: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Newcomer:
    """A pupil who comes to a class of the new year; the uni-login may be unknown."""

    name: str
    folded: str
    unilogin: str | None
    klasse: str


@dataclass(frozen=True)
class Edits:
    """What somebody said otherwise than foreseen.

    `becomes` gives a class (by id) its new names: none leaves, several is split. `placed` gives a pupil (by
    id) a new class by name; None leaves.
    """

    becomes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    placed: Mapping[str, str | None] = field(default_factory=dict)
    newcomers: tuple[Newcomer, ...] = ()


@dataclass(frozen=True)
class Move:
    """A pupil, the class they are in, and the name of their next; None is no class."""

    pupil: YearPupil
    origin: YearKlasse
    to: str | None = None

    @property
    def repeats(self) -> bool:
        """True for a pupil who stays on the trin."""
        trin = self.origin.trin
        return trin is not None and self.to is not None and self.to.startswith(f"{trin}.")


@dataclass(frozen=True)
class Same:
    """A pupil on the new class's list who is one of the old class: they have the whole name in common."""

    listed: YearPupil
    known: Move


@dataclass(frozen=True)
class NextKlasse:
    """A class of the new year: who is there already, who moves into it, and who comes new."""

    name: str
    klasse_id: str | None
    there: tuple[YearPupil, ...] = ()
    moves: tuple[Move, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()

    @property
    def size(self) -> int:
        """How many pupils it has in the end."""
        return len(self.there) + len(self.moves) + len(self.newcomers)

    @property
    def origins(self) -> dict[str, int]:
        """How many of those who move in come from each class, repeaters apart."""
        names = [m.origin.name for m in self.moves if not m.repeats]
        return {name: names.count(name) for name in dict.fromkeys(names)}


@dataclass(frozen=True)
class NewYear:
    """Where every pupil is next year.

    `unplaced` have no class yet, `doubled` of them because their two classes (by name) part; `twice` are in
    two classes of the new year already.
    """

    klasser: tuple[NextKlasse, ...]
    leaving: tuple[Move, ...]
    unplaced: tuple[Move, ...]
    doubled: tuple[tuple[YearPupil, tuple[str, ...]], ...]
    twice: tuple[tuple[YearPupil, tuple[str, ...]], ...]
    same: tuple[Same, ...]

    @property
    def changes(self) -> bool:
        """True where there is something to write."""
        coming = any(k.moves or k.newcomers for k in self.klasser)
        return coming or bool(self.leaving or self.same)


def leaves(trin: int, end: YearEnd) -> bool:
    """True for a trin the school has nothing after: from the 9th on, or where no class went on before."""
    if trin >= 10:
        return True
    return trin + 1 not in end.trins and (trin >= FIRST_LAST_TRIN or trin in end.trins_before)


def foreseen(klasse: YearKlasse, end: YearEnd) -> tuple[str, ...]:
    """What a class becomes: the trin above with the same letter; without a trin it keeps its name."""
    if klasse.trin is None:
        return (klasse.said,)
    return () if leaves(klasse.trin, end) else (f"{klasse.trin + 1}.{klasse.track}",)


def becomes(klasse: YearKlasse, end: YearEnd, edits: Edits) -> tuple[str, ...]:
    """What a class becomes, as somebody said or as foreseen."""
    said = edits.becomes.get(klasse.klasse_id)
    return foreseen(klasse, end) if said is None else said


def waiting(klasse: YearKlasse, end: YearEnd) -> tuple[YearPupil, ...]:
    """The pupils of a class of whom nothing is known about next year."""
    return tuple(p for p in may_be_placed(klasse, end) if p.pupil_id not in end.left)


def may_be_placed(klasse: YearKlasse, end: YearEnd) -> tuple[YearPupil, ...]:
    """The pupils of a class who are in none next year, also those of whom it was said that they leave."""
    there = {p.pupil_id for k in end.next_klasser for p in k.pupils}
    return tuple(p for p in klasse.pupils if p.pupil_id not in there)


def new_year(end: YearEnd, edits: Edits | None = None) -> NewYear:
    """Where every pupil is next year; whoever is in one of its classes already stays there."""
    edits = edits or Edits()
    existing = {k.said.casefold(): k for k in end.next_klasser}
    moves: list[Move] = []
    leaving: list[Move] = []
    unplaced: list[Move] = []
    doubled: list[tuple[YearPupil, tuple[str, ...]]] = []
    for pupil, origins in _waiting(end, edits):
        ways = _ways(pupil, origins, end, edits)
        at = Move(pupil, origins[0])
        if len(ways) != 1:
            unplaced.append(at)
            if len(origins) > 1:
                doubled.append((pupil, tuple(k.name for k in origins)))
        elif ways[0] is None:
            leaving.append(at)
        elif pupil.pupil_id not in edits.placed and _has_list(existing.get(ways[0].casefold())):
            unplaced.append(at)
        else:
            moves.append(Move(pupil, origins[0], ways[0]))
    same = _same([*moves, *unplaced], end, edits)
    named = {s.known.pupil.pupil_id for s in same}
    return NewYear(
        _next_klasser(end, [m for m in moves if m.pupil.pupil_id not in named], edits.newcomers),
        tuple(leaving),
        tuple(m for m in unplaced if m.pupil.pupil_id not in named),
        tuple(doubled),
        _twice(end),
        same,
    )


def _waiting(end: YearEnd, edits: Edits) -> list[tuple[YearPupil, list[YearKlasse]]]:
    """Every pupil who has to be placed, with the class or classes they are in."""
    found: dict[str, tuple[YearPupil, list[YearKlasse]]] = {}
    there = {p.pupil_id for k in end.next_klasser for p in k.pupils}
    for klasse in end.klasser:
        for pupil in klasse.pupils:
            if pupil.pupil_id in there or (pupil.pupil_id in end.left and pupil.pupil_id not in edits.placed):
                continue
            found.setdefault(pupil.pupil_id, (pupil, []))[1].append(klasse)
    return list(found.values())


def _ways(pupil: YearPupil, origins: Sequence[YearKlasse], end: YearEnd, edits: Edits) -> list[str | None]:
    """The classes a pupil may come to, None for leaving; exactly one is an answer."""
    if pupil.pupil_id in edits.placed:
        return [edits.placed[pupil.pupil_id]]
    return list(dict.fromkeys(name for k in origins for name in becomes(k, end, edits) or (None,)))


def _has_list(klasse: YearKlasse | None) -> bool:
    """True where a class list says who is in a class: then who it leaves out is asked about."""
    return klasse is not None and any(p.listed for p in klasse.pupils)


def _same(staying: Sequence[Move], end: YearEnd, edits: Edits) -> tuple[Same, ...]:
    """Pupils whose whole name one unknown pupil of the new class has, and nobody else who stays."""
    known = {p.pupil_id for k in end.klasser for p in k.pupils}
    found = []
    for move in staying:
        to = (move.to,) if move.to else becomes(move.origin, end, edits)
        names = {name.casefold() for name in to}
        listed = [
            p
            for k in end.next_klasser
            if k.said.casefold() in names
            for p in k.pupils
            if p.pupil_id not in known and p.folded == move.pupil.folded
        ]
        rivals = [m for m in staying if m.pupil.folded == move.pupil.folded]
        if len(listed) == 1 and len(rivals) == 1:
            found.append(Same(listed[0], move))
    return tuple(found)


def _next_klasser(
    end: YearEnd, moves: Sequence[Move], newcomers: Sequence[Newcomer]
) -> tuple[NextKlasse, ...]:
    """The classes that stand and those that come, by trin and name; nobody is in one that is not made."""
    names = {k.said.casefold(): k.said for k in end.next_klasser}
    for name in (*(m.to for m in moves), *(n.klasse for n in newcomers)):
        names.setdefault((name or "").casefold(), name or "")
    existing = {k.said.casefold(): k for k in end.next_klasser}
    found = []
    for key in sorted(names, key=_place):
        stands = existing.get(key)
        found.append(
            NextKlasse(
                names[key],
                stands.klasse_id if stands else None,
                stands.pupils if stands else (),
                tuple(m for m in moves if (m.to or "").casefold() == key),
                tuple(n for n in newcomers if n.klasse.casefold() == key),
            )
        )
    return tuple(found)


def _place(name: str) -> tuple[int, str]:
    """Where a class stands among others: 2.A before 10.A, names without a trin last."""
    trin = name.partition(".")[0]
    return (int(trin) if trin.isdecimal() else 99, name)


def _twice(end: YearEnd) -> tuple[tuple[YearPupil, tuple[str, ...]], ...]:
    """Pupils who are in two classes of the new year already."""
    places: dict[str, tuple[YearPupil, list[str]]] = {}
    for klasse in end.next_klasser:
        for pupil in klasse.pupils:
            places.setdefault(pupil.pupil_id, (pupil, []))[1].append(klasse.name)
    return tuple((pupil, tuple(names)) for pupil, names in places.values() if len(names) > 1)
