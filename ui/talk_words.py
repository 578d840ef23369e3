"""A læringssamtale in a teacher's words: when it is, what is missing, and why a pupil is suggested."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from babel.dates import format_date, format_time

from data_io.queries import Klasse
from data_io.talks import Talk, TalkPupil
from metrics.preparation import Gap, Line, Reason
from ui.formats import danish_date, listed
from ui.level_grid import subject_name
from ui.talk_data import Prepared, whom


def day_with_weekday(day: datetime.date) -> str:
    """A day as "tirsdag 1.12.2026"."""
    return format_date(day, "EEEE d.M.yyyy", locale="da_DK")


def when(talk: Talk) -> str:
    """The day of a talk, and the time where one is set."""
    said = day_with_weekday(talk.plan.day)
    if talk.plan.starts_at is None:
        return said
    clock = format_time(talk.plan.starts_at, "H.mm", locale="da_DK")
    return _("{day} kl. {clock}").format(day=said, clock=clock)


def talk_label(talk: Talk, classes: Sequence[Klasse]) -> str:
    """A talk in a list: "7. årgang, tirsdag 1.12.2026"."""
    return f"{whom(classes)}, {when(talk)}"


def missing_words(n: int) -> str:
    """How many ratings are missing."""
    return ngettext("{n} vurdering mangler", "{n} vurderinger mangler", n).format(n=n)


def talk_sentence(found: Prepared, now: datetime.date) -> tuple[str, str]:
    """When the talk is, what is missing and when it is due; below it how many there are to discuss."""
    over = found.talk.plan.day < now
    text = (
        _("Samtalen om {whom} var {when}; {missing}.")
        if over
        else _("Samtalen om {whom} er {when}; {missing}.")
    )
    missing = missing_words(found.missing) if found.missing else _("alle vurderinger er givet")
    said = text.format(whom=whom(found.classes), when=when(found.talk), missing=missing)
    due = _("Frist {day}.") if now <= found.due else _("Fristen var {day}.")
    said += " " + due.format(day=day_with_weekday(found.due))
    return said, " ".join([_pupil_words(found), *_day_words(found)])


def _pupil_words(found: Prepared) -> str:
    n = len(found.discussed)
    if not found.lines:
        return _("Der er ingen elever i klasserne endnu.")
    said = ngettext("{n} elev skal drøftes", "{n} elever skal drøftes", n).format(n=n or _("Ingen"))
    if n:
        minutes = found.talk.plan.minutes
        said += _(", {minutes} minutter i alt, ca. {each} til hver").format(
            minutes=minutes, each=max(minutes // n, 1)
        )
    rest = len(found.rest)
    return said + _("; {n} uden bemærkninger.").format(n=rest)


def _day_words(found: Prepared) -> list[str]:
    said = [_("Fristen er fire arbejdsdage før; helligdage og skolens lukkedage er talt fra.")]
    if not found.school_day:
        said.append(_("Samtalens egen dag er ikke en skoledag."))
    return said


def gap_words(gap: Gap) -> str:
    """What is missing in a class's subject: "7.A matematik: 3 vurderinger mangler"."""
    text = _("{klasse} {subject}: {missing}")
    subject = subject_name(gap.subject).lower()
    return text.format(klasse=gap.klasse, subject=subject, missing=missing_words(len(gap.pupils)))


def gap_names(gap: Gap, most: int = 6) -> str:
    """Whose ratings they are; "hele klassen" where it is everybody, a count where they are many."""
    if len(gap.pupils) == gap.of:
        return _("hele klassen")
    names = [pupil.name for pupil in gap.pupils]
    more = len(names) - most
    if more > 0:
        return listed([*names[:most], ngettext("{n} anden", "{n} andre", more).format(n=more)])
    return listed(names)


def reason_words(reason: Reason) -> str:
    """Why a pupil is suggested: "dansk 3 → 1"."""
    if reason.why == "agreement":
        return _("åben aftale")
    subject = subject_name(reason.subject).lower()
    if reason.before is None:
        return _("{subject} {now}, ikke vurderet sidst").format(subject=subject, now=reason.now)
    return f"{subject} {reason.before} → {reason.now}"


def line_words(line: Line, decided: TalkPupil | None) -> str:
    """Why a pupil is on the list: what the levels say, and who put them there and why."""
    said = [reason_words(reason) for reason in line.reasons]
    if decided is not None:
        by = _("sat på af {who} {day}") if line.discussed else _("taget af listen af {who} {day}")
        text = by.format(who=decided.marked_by, day=danish_date(decided.marked_at.date()))
        said.append(f"{text}: {decided.why}" if decided.why else text)
    return "; ".join(said)
