"""The sentence on top of each screen, counted from the data."""

from collections.abc import Mapping
from gettext import gettext as _
from gettext import ngettext

from charts.template import number, percent
from metrics.class_test import ClassTest
from metrics.evidence import Evidence
from metrics.levels import ClassRound, RoundColumn, low_count
from metrics.movement import fell_far
from ui.formats import danish_date, listed, short_names
from ui.level_grid import subject_name
from ui.reasons import count_missing


def test_sentence(result: ClassTest) -> str:
    """What the class got, and which tasks were hardest."""
    share = result.total.share if result.total else None
    if share is None:
        return _("Der er ingen besvarelser i prøven.")
    hardest = [_task_words(task.label, task.signalord, value) for task, value in result.hardest()]
    text = _("Klassens elever på holdet fik {share} af pointene.")
    if result.test.hold is None:
        text = _("Klassen fik {share} af pointene.")
    first = text.format(share=percent(share))
    return f"{first} " + _("Sværest var opgave {tasks}.").format(tasks=listed(hardest))


def _task_words(label: str, signalord: str | None, share: float) -> str:
    inside = f"{signalord}, {percent(share)}" if signalord else percent(share)
    return f"{label} ({inside})"


def test_facts(result: ClassTest) -> str:
    """How many answered, and who did not and why."""
    n = len(result.present)
    said = ngettext("{n} elev", "{n} elever", n).format(n=n)
    reasons = [line.missing for line in result.absent]
    outside = len(result.outside)
    if outside:
        said += _(", {n} uden for klassens tal (anden prøve)").format(n=outside)
    missing = [count_missing(code, reasons.count(code)) for code in dict.fromkeys(reasons)]
    out = [(t.label, danish_date(t.left_out.day)) for t in result.test.tasks if t.left_out]
    left = [_("opgave {label} taget ud {day}").format(label=label, day=day) for label, day in out]
    return ", ".join([said, *missing, *left])


def test_about(result: ClassTest) -> str:
    """What the screen's figures are of: subject, day, who answered, and where it was read."""
    test = result.test
    text = _("{subject} · prøve {day} · {facts} · indlæst fra {file}")
    said = text.format(
        subject=test.subject.capitalize(),
        day=danish_date(test.taken_on),
        facts=test_facts(result),
        file=test.source.file_name,
    )
    return said + (_(" · taget på holdet {hold}").format(hold=test.hold) if test.hold else "")


def levels_sentence(round_: ClassRound) -> str:
    """How many are in red or orange by subject, now and last time, who fell most, and the median marks."""
    parts: list[str] = []
    levels = {s: c for s, c in round_.now.items() if c.scale == "level"}
    ranked = sorted(levels, key=lambda s: _weight(round_, s), reverse=True)
    if levels and not any(low_count(c, round_.pupils) for c in levels.values()):
        subjects = listed([subject_name(s).lower() for s in levels], either=True)
        parts.append(_("Ingen elever ligger i rød eller orange i {subjects}.").format(subjects=subjects))
        ranked = []
    for subject in ranked[:2]:
        parts.append(_low_part(levels[subject], round_.before.get(subject), round_, first=not parts))
    fallen = _fallen(round_)
    if fallen:
        text = _("Faldet til rød eller orange eller to niveauer ned: {names}.")
        parts.append(text.format(names=listed(fallen)))
    return " ".join([*parts, *_medians(round_)])


def _medians(round_: ClassRound) -> list[str]:
    """One sentence on the marks; none where no subject has marks."""
    marks = {s: c.median(round_.pupils) for s, c in round_.now.items() if c.scale == "mark"}
    said = [
        _("{value} i {subject}").format(value=number(value), subject=subject_name(s).lower())
        for s, value in marks.items()
        if value is not None
    ]
    return [_("Medianen på 7-trinsskalaen er {medians}.").format(medians=listed(said))] if said else []


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
    said = text.format(n=now or _("ingen"), subject=subject)
    then = low_count(before, round_.pupils) if before and before.scale == "level" else None
    if before is not None and then is not None and (now or then):
        against = _(", lige så mange som {round}") if now == then else _(" mod {n} {round}")
        said += against.format(n=then or _("ingen"), round=_in_round(before))
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
            if then is not None and value is not None and fell_far(then, value):
                found.append(short[pupil.name])
                break
    more = len(found) - 3
    others = ngettext("{n} anden", "{n} andre", more).format(n=more)
    return [*found[:3], others] if more > 0 else found


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
    name: str, now: Mapping[str, Evidence], before: Mapping[str, Evidence], label: str, *, answered: bool
) -> str:
    """Where a pupil's share is largest and smallest, said of the points and not of the child."""
    if not answered:
        return _("{name} har ingen besvarelser i faget endnu.").format(name=name)
    if not now:
        return _("Den nyeste prøve er ikke delt i fagområder.")
    ranked = sorted(now, key=lambda area: now[area].share)
    low, high = ranked[0], ranked[-1]
    text = _("Størst andel af pointene i {high} ({high_share}), mindst i {low} ({low_share}).")
    high_share, low_share = (percent(now[area].share, now[area].cuts) for area in (high, low))
    said = text.format(high=high, high_share=high_share, low=low, low_share=low_share)
    if low_share == high_share:
        text = _("{areas}: {share} af pointene.")
        said = text.format(areas=listed(ranked), share=low_share)
    return " ".join([said, *_most_progress(now, before, label)])


def _most_progress(now: Mapping[str, Evidence], before: Mapping[str, Evidence], label: str) -> list[str]:
    """The largest rise since the test before; other tasks, so it may be chance."""
    moves = {a: round(100 * (now[a].share - before[a].share)) for a in now if a in before}
    most = max(moves, key=lambda a: moves[a], default="")
    if moves.get(most, 0) < 1:
        return []
    text = _("Størst fremgang siden {label}: {area}, {points} procentpoint; det kan være tilfældigt.")
    return [text.format(label=label, area=most, points=moves[most])]
