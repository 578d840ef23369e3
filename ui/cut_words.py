"""The school's cut scores in words: what holds, how it came to be, and what a change would do."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.template import cut_percent
from metrics.cut_preview import ColoursMoved
from metrics.cuts import CutChange, FewReferences, cuts_of
from metrics.model import CutScores
from ui.formats import danish_date, listed

FEW_NAMES = 4  # so many classes are named; more are counted


def trin_words(trin: int | None) -> str:
    """A trin as people say it: "7. trin", "alle trin"."""
    return _("alle trin") if trin is None else _("{trin}. trin").format(trin=trin)


def holds_now(changes: Sequence[CutChange], subject: str, trin: int | None) -> tuple[str, str]:
    """The cut scores that hold for a subject and trin, and in small who set them and when."""
    cuts = cuts_of(changes, subject, trin)
    said = _("{subject}, {trin}: rød under {red}, grøn fra {green}.").format(
        subject=subject.capitalize(),
        trin=trin_words(trin),
        red=cut_percent(cuts.red_below),
        green=cut_percent(cuts.green_from),
    )
    newest = {c.trin: c for c in changes if c.subject == subject}
    own, common = newest.get(trin), newest.get(None)
    if own and own.cuts:
        return said, _("Sat {day} af {who}.").format(day=danish_date(own.at.date()), who=own.by)
    if common and common.cuts:
        text = _("Som for alle trin, sat {day} af {who}.")
        return said, text.format(day=danish_date(common.at.date()), who=common.by)
    return said, _("Det er udgangspunktet: skolen har ikke sat sine egne grænser her.")


def has_own(changes: Sequence[CutChange], subject: str, trin: int | None) -> bool:
    """True where somebody has set cut scores for this very subject and trin."""
    newest = {c.trin: c.cuts for c in changes if c.subject == subject}
    return newest.get(trin) is not None


def history_lines(changes: Sequence[CutChange], subject: str) -> list[str]:
    """Every change in a subject, newest first: what it was and what it became, and by whom."""
    lines = []
    for place, change in enumerate(changes):
        if change.subject != subject:
            continue
        before, after = (cuts_of(changes[:end], subject, change.trin) for end in (place, place + 1))
        text = _("{day}: {what} i {subject}, {trin}, af {who}")
        lines.append(
            text.format(
                day=danish_date(change.at.date()),
                what=_what_changed(change, before, after),
                subject=subject,
                trin=trin_words(change.trin),
                who=change.by,
            )
        )
    return lines[::-1]


def _what_changed(change: CutChange, before: CutScores, after: CutScores) -> str:
    parts = []
    if before.red_below != after.red_below:
        text = _("rød under {now} (før {then})")
        parts.append(text.format(now=cut_percent(after.red_below), then=cut_percent(before.red_below)))
    if before.green_from != after.green_from:
        text = _("grøn fra {now} (før {then})")
        parts.append(text.format(now=cut_percent(after.green_from), then=cut_percent(before.green_from)))
    if not parts:
        text = _("uændret rød under {red}, grøn fra {green}")
        parts.append(text.format(red=cut_percent(after.red_below), green=cut_percent(after.green_from)))
    said = listed(parts)
    return said if change.cuts else _("egne grænser taget tilbage: {said}").format(said=said)


def few_lines(changes: Sequence[FewReferences], subject: str) -> list[str]:
    """When comparing with few classes was switched on and off, newest first."""
    on, off = _("{day}: slået til af {who}"), _("{day}: slået fra af {who}")
    return [
        (on if c.allowed else off).format(day=danish_date(c.at.date()), who=c.by)
        for c in reversed(changes)
        if c.subject == subject
    ]


def preview_words(names: Sequence[str], moved: ColoursMoved, skoleaar: str) -> str:
    """What a change does to the classes of a school year, before it is kept."""
    if not names:
        return _("Ingen klasser har prøver, som ændringen gælder for.")
    who = listed(names)
    if len(names) > FEW_NAMES:
        who = ngettext("{n} klasse", "{n} klasser", len(names)).format(n=len(names))
    kinds = (moved.cells, moved.areas, moved.answers)
    if not any(kind.changed for kind in kinds):
        return _("{who} {year}: ingen felter skifter farve.").format(who=who, year=skoleaar)
    texts = (
        _("{n} af klassernes {of} felter med fagområde og signalord"),
        _("{n} af elevernes {of} fagområder"),
        _("{n} af {of} enkelte svar"),
    )
    said = [
        t.format(n=kind.changed, of=kind.of) for t, kind in zip(texts, kinds, strict=True) if kind.changed
    ]
    text = _("{who} {year}: {what} skifter farve.")
    return text.format(who=who, year=skoleaar, what=listed(said))
