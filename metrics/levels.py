"""Teachers' ratings: levels 1–5 and 7-trins averages, counted and compared between rounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from metrics.model import Pupil, Rating, Round, Scale

SUBJECT_ORDER = ("dansk", "matematik", "social")
NO_LEVEL = 9.0


@dataclass(frozen=True)
class RoundColumn:
    """A subject in a round: its scale, and the class's ratings by pupil."""

    subject: str
    round: Round
    scale: Scale
    ratings: Mapping[str, Rating]

    def value(self, pupil_id: str) -> float | None:
        """A pupil's rating, None where it is missing."""
        rating = self.ratings.get(pupil_id)
        return rating.value if rating else None

    def counts(self, pupils: Sequence[Pupil]) -> tuple[tuple[int, int, int, int, int], int]:
        """How many pupils have each level 1–5, and how many have none."""
        values = [self.value(p.pupil_id) for p in pupils]
        one, two, three, four, five = (sum(v == level for v in values) for level in range(1, 6))
        return (one, two, three, four, five), sum(v is None for v in values)

    def median(self, pupils: Sequence[Pupil]) -> float | None:
        """The median of what there is, None where there is nothing."""
        values = [v for p in pupils if (v := self.value(p.pupil_id)) is not None]
        return median(values) if values else None


def subjects_in(ratings: Iterable[Rating]) -> list[str]:
    """The subjects that were rated: dansk, matematik, social first, then the school's others."""
    found = dict.fromkeys(r.subject for r in ratings)
    known = [s for s in SUBJECT_ORDER if s in found]
    return known + sorted(s for s in found if s not in SUBJECT_ORDER)


def rounds_in(ratings: Iterable[Rating]) -> list[Round]:
    """The rounds in order of time."""
    return sorted({r.round for r in ratings}, key=lambda r: r.order)


def columns(ratings: Sequence[Rating], subject: str, rounds: Sequence[Round]) -> list[RoundColumn]:
    """A subject's columns over some rounds; a round without a rating of the subject has none."""
    found = []
    for round_ in rounds:
        mine = [r for r in ratings if r.subject == subject and r.round == round_]
        if mine:
            scale = _scale(mine)
            # Two ratings of one pupil: a value before a missing one, then what was read last, the upper row.
            mine.sort(key=lambda r: (r.value is not None, r.source.imported_at, -(r.row or 0)))
            kept = {r.pupil_id: r for r in mine if r.scale == scale}
            found.append(RoundColumn(subject, round_, scale, kept))
    return found


def _scale(ratings: Sequence[Rating]) -> Scale:
    """The scale most of a column's ratings are on: a pupil may bring a level along to a class with marks."""
    marks = sum(r.scale == "mark" for r in ratings)
    return "mark" if 2 * marks > len(ratings) else "level"


def change(before: RoundColumn | None, now: RoundColumn, pupil_id: str) -> float | None:
    """How a pupil moved since last round; None where a rating is missing or the scales differ."""
    if before is None or before.scale != now.scale:
        return None
    then, value = before.value(pupil_id), now.value(pupil_id)
    return None if then is None or value is None else value - then


def low_count(column: RoundColumn, pupils: Sequence[Pupil]) -> int:
    """How many pupils are at level 1 or 2; on the marks' scale nobody is."""
    if column.scale == "mark":
        return 0
    (one, two, *_rest), _missing = column.counts(pupils)
    return one + two


@dataclass(frozen=True)
class ClassRound:
    """A class's newest round beside the one before it, subject by subject."""

    pupils: tuple[Pupil, ...]
    history: Mapping[str, Sequence[RoundColumn]]

    @property
    def now(self) -> dict[str, RoundColumn]:
        """The newest round of every subject."""
        return {subject: rounds[-1] for subject, rounds in self.history.items()}

    @property
    def before(self) -> dict[str, RoundColumn]:
        """The round before it, where there is one."""
        return {subject: rounds[-2] for subject, rounds in self.history.items() if len(rounds) > 1}

    def columns(self, *, all_rounds: bool = False) -> dict[str, Sequence[RoundColumn]]:
        """The rounds to show side by side: the two newest, or all."""
        return {s: rounds if all_rounds else rounds[-2:] for s, rounds in self.history.items()}

    def falls(self, pupil_id: str) -> list[float]:
        """A pupil's changes over the subjects with levels, largest fall first."""
        moves = [
            change(self.before.get(s), column, pupil_id)
            for s, column in self.now.items()
            if column.scale == "level"
        ]
        return sorted(m for m in moves if m is not None)

    def levels(self, pupil_id: str) -> list[float]:
        """A pupil's levels now, lowest first."""
        values = [c.value(pupil_id) for c in self.now.values() if c.scale == "level"]
        return sorted(v for v in values if v is not None)

    def by_fall(self) -> tuple[Pupil, ...]:
        """Largest fall first; the rest as the class list has them."""
        return tuple(sorted(self.pupils, key=lambda p: [min(m, 0.0) for m in self._padded(p.pupil_id)]))

    def _padded(self, pupil_id: str) -> list[float]:
        """A pupil's falls with zeros after them, so that two falls stand before one as large."""
        falls = self.falls(pupil_id)
        return falls + [0.0] * (len(self.now) - len(falls))

    def by_lowest(self) -> tuple[Pupil, ...]:
        """Lowest level first, two at it before one; pupils without a level last."""
        return tuple(sorted(self.pupils, key=lambda p: [*self.levels(p.pupil_id), NO_LEVEL]))


def class_round(pupils: Sequence[Pupil], ratings: Sequence[Rating], skoleaar: str) -> ClassRound:
    """The class as rated up to and with a school year; empty where that year has no rating yet.

    The rounds follow the pupils, so a pupil who came from another class brings theirs along. A subject
    that at least half of them were rated in last round and nobody in this one is there, and missing.
    """
    known = [r for r in ratings if r.round.skoleaar <= skoleaar]
    rated_now = any(r.round.skoleaar == skoleaar and r.value is not None for r in known)
    rounds = rounds_in(known) if rated_now else []
    history = {subject: columns(known, subject, rounds) for subject in subjects_in(known)}
    for found in history.values():
        last = found[-1] if found else None
        if last and [last.round] == rounds[-2:-1] and _half_rated(last, pupils):
            found.append(RoundColumn(last.subject, rounds[-1], last.scale, {}))
    kept = {s: c for s, c in history.items() if c and c[-1].round == rounds[-1]}
    return ClassRound(tuple(pupils), kept)


def _half_rated(column: RoundColumn, pupils: Sequence[Pupil]) -> bool:
    rated = sum(column.value(p.pupil_id) is not None for p in pupils)
    return 0 < rated >= len(pupils) / 2
