"""What the screens of a læringssamtale ask of the store: the talk with its classes, and how ready it is."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from data_io.closed_days import days_of
from data_io.queries import COPENHAGEN, Klasse
from data_io.talks import Talk, TalkPupil, talk_pupils
from metrics.preparation import Gap, Line, TalkKlasse, gaps, is_working_day, lines, working_days_before
from ui import cached
from ui.formats import listed
from ui.session import Session


@dataclass(frozen=True)
class Prepared:
    """A talk as it stands: its classes, the day it is due, what is missing, and every pupil.

    `decided` is what people decided, by pupil; `gone` those of them who are in none of its classes any more.
    """

    talk: Talk
    classes: tuple[Klasse, ...]
    due: datetime.date
    school_day: bool
    gaps: tuple[Gap, ...]
    lines: tuple[Line, ...]
    decided: dict[str, TalkPupil]
    gone: tuple[TalkPupil, ...]

    @property
    def missing(self) -> int:
        """How many ratings are missing."""
        return sum(len(gap.pupils) for gap in self.gaps)

    @property
    def discussed(self) -> list[Line]:
        """Who is to be discussed."""
        return [line for line in self.lines if line.discussed]

    @property
    def rest(self) -> list[Line]:
        """Everybody else."""
        return [line for line in self.lines if not line.discussed]


def today() -> datetime.date:
    """The day it is in Denmark."""
    return datetime.datetime.now(COPENHAGEN).date()


def prepared(session: Session, talk: Talk) -> Prepared:
    """How ready a talk is."""
    closed = days_closed(session)
    met = talk_classes(session, talk)
    decided = talk_pupils(session.store, talk)
    marks = {pupil_id: one.mark for pupil_id, one in decided.items()}
    found = lines(met, talk.round_position, marks)
    present = {line.pupil.pupil_id for line in found}
    return Prepared(
        talk,
        tuple(classes_of(session, talk)),
        working_days_before(talk.plan.day, closed),
        is_working_day(talk.plan.day, closed),
        tuple(gaps(met, talk.round_name, talk.round_position)),
        tuple(found),
        decided,
        tuple(one for pupil_id, one in decided.items() if pupil_id not in present),
    )


def classes_of(session: Session, talk: Talk) -> list[Klasse]:
    """The classes of a talk, as the talk has them."""
    known = {klasse.klasse_id: klasse for klasse in cached.klasser(session)}
    return [known[klasse_id] for klasse_id in talk.plan.klasse_ids if klasse_id in known]


def talk_classes(session: Session, talk: Talk) -> list[TalkKlasse]:
    """The classes with who is in them now and their ratings; who moved between them is there once."""
    pupils = cached.class_pupils(session, talk.plan.klasse_ids)
    ratings = cached.ratings(session, tuple(one.pupil.pupil_id for one in pupils))
    found = []
    for klasse in classes_of(session, talk):
        own = tuple(one.pupil for one in pupils if one.klasse == klasse.name)
        ids = {pupil.pupil_id for pupil in own}
        mine = tuple(rating for rating in ratings if rating.pupil_id in ids)
        found.append(TalkKlasse(klasse.klasse_id, klasse.name, klasse.skoleaar, own, mine))
    return found


def whom(classes: Sequence[Klasse]) -> str:
    """The classes in words: "7. årgang" for several of one trin, otherwise their names."""
    trin = {klasse.trin for klasse in classes}
    if len(classes) > 1 and len(trin) == 1 and None not in trin:
        return _("{trin}. årgang").format(trin=trin.pop())
    return listed([klasse.name for klasse in classes])


def days_closed(session: Session) -> frozenset[datetime.date]:
    """The school's own closed days, each by itself."""
    return days_of(cached.closed_days(session))
