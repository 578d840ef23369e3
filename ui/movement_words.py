"""What the screen of movement says: who went down or up between two rounds, and what one step or two is."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from metrics.levels import RoundColumn
from metrics.movement import LOW, Line, Movement
from ui.formats import listed
from ui.level_grid import round_label, subject_name
from ui.reasons import why_missing


def movement_sentence(found: Movement, *, newest: bool) -> str:
    """How many went down since, how many of them are in red or orange, and how many went up."""
    both, down, up = len(found.both), len(found.down), len(found.up)
    subject = subject_name(found.now.subject).lower()
    if not both:
        return _("I {subject} har ingen elever et niveau i begge runder.").format(subject=subject)
    when = _when(found, newest=newest)
    if not down and not up:
        text = ngettext(
            "I {subject} er den ene elev med et niveau i begge runder ikke flyttet {when}.",
            "I {subject} er ingen af de {n} elever med et niveau i begge runder flyttet {when}.",
            both,
        )
        return text.format(subject=subject, n=both, when=when)
    if not down:
        said = _("I {subject} er ingen gået ned {when}").format(subject=subject, when=when)
    else:
        text = ngettext(
            "I {subject} er {n} elev gået ned {when}", "I {subject} er {n} elever gået ned {when}", down
        )
        said = text.format(subject=subject, n=down, when=when) + _now_low(found, newest=newest)
    return " ".join([f"{said}.", *_went_up(up)])


def _when(found: Movement, *, newest: bool) -> str:
    if not newest:
        text = _("fra {before} til {now}")
        return text.format(before=_in_running_text(found.before), now=_in_running_text(found.now))
    words = {"Efterår": _("siden efteråret"), "Forår": _("siden foråret"), "Vinter": _("siden vinteren")}
    same_year = found.before.round.skoleaar == found.now.round.skoleaar
    said = words.get(found.before.round.name) if same_year else None
    return said or _("siden {round}").format(round=_in_running_text(found.before))


def _in_running_text(column: RoundColumn) -> str:
    label = round_label(column)
    return label[0].lower() + label[1:]


def _now_low(found: Movement, *, newest: bool) -> str:
    """Of those who went down, how many are in red or orange."""
    down, low = len(found.down), sum((line.now or 0) <= LOW for line in found.down)
    if not low:
        return _(", ingen af dem til rød eller orange") if down > 1 else _(", men ikke til rød eller orange")
    if down == 1:
        return _(" og er nu i rød eller orange") if newest else _(" og endte i rød eller orange")
    who = _("{n} af dem")
    if low == down:
        who = _("begge") if down == 2 else _("alle {n}")
    text = _(", og {who} er nu i rød eller orange") if newest else _(", og {who} endte i rød eller orange")
    return text.format(who=who.format(n=low))


def _went_up(up: int) -> list[str]:
    return [ngettext("{n} elev er gået op.", "{n} elever er gået op.", up).format(n=up)] if up else []


def counted_words(found: Movement, on_marks: Sequence[str]) -> str:
    """How many of the class the sentence rests on, and which subjects have marks and are left out."""
    text = _("Vurderet i begge runder: {n} af {all} elever.")
    said = [text.format(n=len(found.both), all=len(found.lines))]
    if on_marks:
        said.append(marks_words(on_marks))
    return " ".join(said)


def marks_words(subjects: Sequence[str]) -> str:
    """That subjects on the 7-trinsskala are left out."""
    names = [subject_name(subject).lower() for subject in subjects]
    text = _("{subjects} har karakterer på 7-trinsskalaen og er ikke med.").format(subjects=listed(names))
    return text[0].upper() + text[1:]


def spread_words(found: Movement) -> list[str]:
    """The middle of the class and how many are in red or orange, before and now."""
    before, now = round_label(found.before), round_label(found.now)
    return [
        _("Median: {then} ({before}) → {value} ({now})").format(
            then=_median(found, now=False), before=before, value=_median(found, now=True), now=now
        ),
        _("I rød eller orange: {then} ({before}) → {value} ({now})").format(
            then=found.low(now=False), before=before, value=found.low(now=True), now=now
        ),
    ]


def _median(found: Movement, *, now: bool) -> str:
    middle = found.median(now=now)
    if middle is None:
        return "–"
    low, high = middle
    return str(low) if low == high else _("mellem {low} og {high}").format(low=low, high=high)


def steps_words(line: Line) -> str:
    """How far a pupil moved, and into which colour below 3: "to niveauer, til orange"."""
    numbers = {1: _("ét niveau"), 2: _("to niveauer"), 3: _("tre niveauer"), 4: _("fire niveauer")}
    said = numbers.get(abs(line.steps or 0), "")
    into = line.before is not None and line.now is not None and line.now <= LOW < line.before
    if not into:
        return said
    return (_("{steps}, til rød") if line.now == 1 else _("{steps}, til orange")).format(steps=said)


def why_words(found: Movement, line: Line) -> str:
    """Why a pupil has no level, round by round: "forår 2026: ny"."""
    sides = ((line.before, line.why_before, found.before), (line.now, line.why_now, found.now))
    text = _("{round}: {why}")
    said = [
        text.format(round=_in_running_text(column), why=why_missing(why))
        for level, why, column in sides
        if level is None
    ]
    return ", ".join(said)
