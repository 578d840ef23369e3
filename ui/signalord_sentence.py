"""What is weakest among a class's signalord, how sure that is, and what is said when nothing is sure."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import Final

from charts.template import percent
from metrics.difference import MIN_PUPILS
from metrics.evidence import zone_of
from metrics.model import CutScores, Test
from metrics.reference import Reference
from metrics.signalord import ENOUGH_TASKS, ENOUGH_TESTS, Area, Comparison
from ui.formats import listed

# An unsure difference is named from so much on; below it there is nothing to look at.
WORTH_A_WORD: Final = 0.05


def whom(references: Iterable[Reference]) -> str:
    """The others in words: earlier year groups, so many other classes, or both where the tests differ."""
    used = [reference for reference in references if reference.kind != "none"]
    counts = {len(reference.klasse_ids) for reference in used if reference.kind != "earlier"}
    if used and not counts:
        return _("tidligere årgange")
    if any(reference.kind == "earlier" for reference in used):
        return _("tidligere årgange og andre klasser")
    if len(counts) == 1:
        (n,) = counts
        return ngettext("{n} anden klasse", "{n} andre klasser", n).format(n=n)
    return _("andre klasser")


def signalord_sentence(comparison: Comparison, others: str, cuts: CutScores) -> str:
    """Which signalord is surely weak, with what it rests on; or that none is, with how many were looked at.

    Empty where no task has a signalord.
    """
    if not comparison.areas:
        return ""
    if comparison.level is None:
        return _without_reference(comparison.areas, cuts)
    if comparison.weak:
        return " ".join([_weakest(comparison.weak[0], others), *_also(comparison.weak[1:])])
    return " ".join([_nothing_sure(comparison), *_hard_for_all(comparison, others, cuts)])


def rests_on(area: Area) -> str:
    """How many tasks in how many tests: "8 opgaver i 3 prøver"."""
    tasks = ngettext("{n} opgave", "{n} opgaver", len(area.tasks)).format(n=len(area.tasks))
    if area.tests < 2:
        return tasks
    return _("{tasks} i {n} prøver").format(tasks=tasks, n=area.tests)


def points_apart(difference: float) -> str:
    """A difference of shares in words: "14 procentpoint under", "3 procentpoint over", "ingen forskel"."""
    n = abs(round(100 * difference))
    if n == 0:
        return _("ingen forskel")
    text = _("{n} procentpoint under") if difference < 0 else _("{n} procentpoint over")
    return text.format(n=n)


def area_name(area: Area, tests: Mapping[str, Test]) -> str:
    """An area by its name, or by its tasks while they are too few to speak of it: "opgave 1.5 (Undersøg)"."""
    if len(area.tasks) >= ENOUGH_TASKS:
        return area.name
    by_test: dict[str, list[str]] = {}
    for test_id, label in area.tasks:
        by_test.setdefault(test_id, []).append(label)
    several = len(tests) > 1
    named = [
        _("opgave {labels}").format(labels=listed(labels))
        + (_(" i {test}").format(test=tests[test_id].title) if several else "")
        for test_id, labels in by_test.items()
    ]
    return f"{listed(named)} ({area.name})"


def _weakest(area: Area, others: str) -> str:
    if area.is_spoken_of:
        text = _(
            "{word} er klassens svageste signalord: {share} i {tasks}, {apart} {others} på de samme opgaver, "
            "når klassens niveau er trukket fra. Sikkert."
        )
    else:
        text = _(
            "Opgaverne med {word} er svagest i denne prøve: {share} i {tasks}, {apart} {others} på de samme "
            "opgaver, når klassens niveau er trukket fra. Sikkert på disse opgaver; et "
            "signalord kræver 2 prøver."
        )
    return text.format(
        word=area.name, share=percent(area.share), tasks=rests_on(area), apart=_apart(area), others=others
    )


def _apart(area: Area) -> str:
    return points_apart(area.difference.value) if area.difference else ""


def _also(areas: Sequence[Area]) -> list[str]:
    """The other weak ones with their shares; one by one they would be a table."""
    if not areas:
        return []
    words = [f"{area.name} ({percent(area.share)})" for area in areas]
    return [_("Også sikkert svagere: {words}.").format(words=listed(words))]


def _nothing_sure(comparison: Comparison) -> str:
    """That nothing is sure, how many were looked at, the furthest below, and that this proves nothing."""
    looked_at = comparison.looked_at
    if not looked_at:
        return _why_nothing(comparison)
    text = ngettext(
        "Ingen signalord skiller sig sikkert ud som svagt. {n} er set efter.",
        "Ingen signalord skiller sig sikkert ud som svage. {n} er set efter.",
        len(looked_at),
    )
    said = [text.format(n=len(looked_at))]
    area, found = looked_at[0]
    if found.value <= -WORTH_A_WORD:
        lowest = _("Længst under ligger {word} ({n} procentpoint); det kan være tilfældigt.")
        said.append(lowest.format(word=area.name, n=abs(round(100 * found.value))))
    said.append(_("Et svagt signalord kan være overset, så det er intet bevis."))
    return " ".join(said)


def _why_nothing(comparison: Comparison) -> str:
    """Why no signalord could be held against the others at all."""
    reasons = {area.why_not for area in comparison.areas}
    said = {
        "few_pupils": _("Under {n} elever har svaret: for lidt at bygge på.").format(n=MIN_PUPILS),
        "no_spread": _("Alle svarede ens, så intet signalord kan holdes op mod resten."),
        "whole": _("Opgaverne har kun ét signalord, så der er ingen rest at holde det op mod."),
    }
    found = next((text for code, text in said.items() if code in reasons), None)
    return found or _too_little(len(comparison.tests))


def _too_little(tests: int) -> str:
    if tests < ENOUGH_TESTS:
        return _("Intet signalord har {n} opgaver i prøven: for lidt at bygge på.").format(n=ENOUGH_TASKS)
    text = _("Intet signalord har {n} opgaver i {tests} prøver: for lidt at bygge på.")
    return text.format(n=ENOUGH_TASKS, tests=ENOUGH_TESTS)


def _hard_for_all(comparison: Comparison, others: str, cuts: CutScores) -> list[str]:
    """The lowest of the areas whose tasks are hard for the others too."""
    hard = [area for area in comparison.areas if area.hard_for_all(cuts)]
    if not hard:
        return []
    area = min(hard, key=lambda a: (a.share, a.name))
    text = _("Opgaverne med {word} er svære for alle: {share} her, {theirs} hos {others}.")
    theirs = percent(area.others_share or 0.0)
    return [text.format(word=area.name, share=percent(area.share), theirs=theirs, others=others)]


def _without_reference(areas: Sequence[Area], cuts: CutScores) -> str:
    """The lowest area, said of its tasks: nobody else took them, so nothing is known of the signalord."""
    enough = [area for area in areas if len(area.tasks) >= ENOUGH_TASKS]
    if not enough:
        return _too_little(len({test_id for area in areas for test_id, _label in area.tasks}))
    area = min(enough, key=lambda a: (a.share, a.name))
    text = _("Lavest er opgaverne med {word}: {share} i {tasks}.")
    if zone_of(area.share, cuts) == "red":
        text = _("Opgaverne med {word} er svære: {share} i {tasks}.")
    said = text.format(word=area.name, share=percent(area.share), tasks=rests_on(area))
    return " ".join(
        [said, _("Ingen at sammenligne med, så det kan ikke ses, om det er opgaverne eller klassen.")]
    )
