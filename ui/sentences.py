"""The sentence on top of each screen, counted from the data."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.template import number, percent
from metrics.class_test import ClassTest
from metrics.evidence import Evidence
from metrics.levels import ClassRound, RoundColumn, low_count
from metrics.shares import AreaCell
from ui.formats import listed, short_names
from ui.level_grid import subject_name
from ui.reasons import why_missing


def test_sentence(result: ClassTest) -> str:
    """What the class got, and which tasks were hardest."""
    share = result.total.share if result.total else None
    if share is None:
        return _("Der er ingen besvarelser i prøven.")
    hardest = [_task_words(task.label, task.signalord, value) for task, value in result.hardest()]
    first = _("Klassen fik {share} af pointene.").format(share=percent(share))
    return f"{first} " + _("Sværest var opgave {tasks}.").format(tasks=", ".join(hardest))


def _task_words(label: str, signalord: str | None, share: float) -> str:
    inside = f"{signalord}, {percent(share)}" if signalord else percent(share)
    return f"{label} ({inside})"


def test_facts(result: ClassTest) -> str:
    """How many answered, and who did not and why."""
    n = len(result.present)
    said = ngettext("{n} elev", "{n} elever", n).format(n=n)
    reasons = [why_missing(line.missing) for line in result.absent]
    for reason in dict.fromkeys(reasons):
        said += f", {reasons.count(reason)} {reason}"
    return said


def weakest_sentence(cells: Sequence[AreaCell]) -> str:
    """Which cell of the year's matrix is weakest and sure; a single task is named as the task it is."""
    sure = [c for c in cells if c.evidence.full]
    if not sure:
        return _("Endnu bygger hvert felt i matricen på få opgaver; ingen farve er sikker.")
    weakest = min(sure, key=lambda c: c.evidence.share)
    return _("Svagest og sikkert i år: {word} i {area}, {share} i {n} opgaver.").format(
        word=weakest.signalord,
        area=weakest.fagomraade,
        share=percent(weakest.evidence.share),
        n=weakest.evidence.tasks,
    )


def levels_sentence(round_: ClassRound) -> str:
    """How many are in red or orange by subject, now and last time, and who fell most."""
    parts: list[str] = []
    levels = {s: c for s, c in round_.now.items() if c.scale == "level"}
    ranked = sorted(levels, key=lambda s: _weight(round_, s), reverse=True)
    for subject in ranked[:2]:
        parts.append(_low_part(levels[subject], round_.before.get(subject), round_, first=not parts))
    fallen = _fallen(round_)
    if fallen:
        parts.append(_("Faldet til rød eller orange, eller to ned: {names}.").format(names=listed(fallen)))
    parts += [
        _("{subject}: median {value} i karakter.").format(
            subject=subject_name(subject), value=number(column.median(round_.pupils) or 0)
        )
        for subject, column in round_.now.items()
        if column.scale == "mark" and not levels.keys() - {"social"}
    ]
    return " ".join(parts)


def _weight(round_: ClassRound, subject: str) -> tuple[int, int]:
    """What is worth saying first: the most in red or orange, then the largest rise since last time."""
    now = low_count(round_.now[subject], round_.pupils)
    before = round_.before.get(subject)
    return now, now - low_count(before, round_.pupils) if before else 0


def _low_part(column: RoundColumn, before: RoundColumn | None, round_: ClassRound, *, first: bool) -> str:
    now = low_count(column, round_.pupils)
    subject = subject_name(column.subject).lower()
    if first:
        text = ngettext(
            "{n} elev ligger i rød eller orange i {subject}",
            "{n} elever ligger i rød eller orange i {subject}",
            now,
        )
    else:
        text = _("i {subject} er det {n}")
    said = text.format(n=now if now else _("Ingen") if first else _("ingen"), subject=subject)
    then = low_count(before, round_.pupils) if before and before.scale == "level" else None
    if before is not None and then is not None and (now or then):
        said += _(" mod {n} {round}").format(n=then if then else _("ingen"), round=_in_round(before))
    return said[0].upper() + said[1:] + "."


def _in_round(column: RoundColumn) -> str:
    words = {"Efterår": _("i efteråret"), "Forår": _("i foråret"), "Vinter": _("i vinter")}
    return words.get(column.round.name, _("i {round}").format(round=column.round.name))


def _fallen(round_: ClassRound) -> list[str]:
    """Up to three pupils who fell two steps, or from 3 or more into 1–2, largest fall first."""
    short = short_names([p.name for p in round_.pupils])
    found = []
    for pupil in round_.by_fall():
        for subject, now in round_.now.items():
            before = round_.before.get(subject)
            if before is None or now.scale != "level" or before.scale != "level":
                continue
            then, value = before.value(pupil.pupil_id), now.value(pupil.pupil_id)
            if then is not None and value is not None and (then - value >= 2 or value <= 2 < then):
                found.append(short[pupil.name])
                break
    return found[:3] + ([_("{n} andre").format(n=len(found) - 3)] if len(found) > 3 else [])


def missing_sentence(round_: ClassRound) -> str:
    """Whose ratings are missing now, by name and subject; long lists end in a count."""
    short = short_names([p.name for p in round_.pupils])
    gaps = [
        f"{short[p.name]}, {subject_name(subject).lower()}"
        for subject, column in round_.now.items()
        for p in round_.pupils
        if column.value(p.pupil_id) is None
    ]
    if not gaps:
        return _("Alle vurderinger er givet.")
    shown = "; ".join(gaps[:4])
    more = _(" og {n} til").format(n=len(gaps) - 4) if len(gaps) > 4 else ""
    return _("Mangler: {gaps}{more}.").format(gaps=shown, more=more)


def profile_sentence(
    name: str, now: Mapping[str, Evidence], before: Mapping[str, Evidence], label: str
) -> str:
    """Where a pupil is strongest and weakest, said of the points and not of the child."""
    if not now:
        return _("{name} har ingen besvarelser endnu.").format(name=name)
    ranked = sorted(now, key=lambda area: now[area].share)
    low, high = ranked[0], ranked[-1]
    text = _("Flest point i {high} ({high_share}), færrest i {low} ({low_share}).")
    said = text.format(
        high=high, high_share=percent(now[high].share), low=low, low_share=percent(now[low].share)
    )
    if low == high:
        said = _("{area}: {share} af pointene.").format(area=low, share=percent(now[low].share))
    moves = {a: now[a].share - before[a].share for a in now if a in before}
    if moves:
        most = max(moves, key=lambda a: moves[a])
        if moves[most] > 0:
            said += " " + _("Størst fremgang siden {label}: {area}, {points} procentpoint.").format(
                label=label, area=most, points=round(100 * moves[most])
            )
    return said
