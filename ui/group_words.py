"""A fagligt løft in a teacher's words: the sentence on top, why a pupil, and who was near."""

from gettext import gettext as _
from gettext import ngettext

from charts.template import number, percent
from metrics.areas import AreaSize
from metrics.groups import MOST, Agreement, Candidate, Suggestion
from ui.formats import listed
from ui.group_choice import tasks_and_tests
from ui.reasons import unknown_maximum


def why(candidate: Candidate | None) -> str:
    """What a pupil's place rests on: "2 af 11 point i 5 opgaver; forventet 34 %"."""
    if candidate is None:
        return _("ingen besvarelser i området")
    found = candidate.evidence
    text = ngettext(
        "{points} af {max} point i {n} opgave; forventet {expected}",
        "{points} af {max} point i {n} opgaver; forventet {expected}",
        found.tasks,
    )
    said = text.format(
        points=number(found.points),
        max=number(found.max_points),
        n=found.tasks,
        expected=percent(candidate.expected),
    )
    said += f", {unknown_maximum()}" if found.observed else ""
    return said + (_("; usikkert") if candidate.unsure else "")


def before_nomination(size: AreaSize, tests: int) -> tuple[str, str]:
    """What to do first, and what it will be held against."""
    said = _("Peg først på de elever, du selv tænker på i {area}. Derefter ser du, hvem prøverne peger på.")
    text = ngettext(
        "Årets {n} prøve i faget har {tasks} i {area}.",
        "Årets {n} prøver i faget har {tasks} i {area}.",
        tests,
    )
    tasks = ngettext("{n} opgave", "{n} opgaver", size.tasks).format(n=size.tasks)
    below = text.format(n=tests, tasks=tasks, area=size.area.name)
    return said.format(area=size.area.name), f"{below} {_too_little(size)}".strip()


def after_nomination(said: Agreement, suggestion: Suggestion) -> tuple[str, str]:
    """How far teacher and tests agree, and what it rests on."""
    size = suggestion.size
    if not size.enough:
        return _too_little(size), _("Prøverne peger ikke på nogen her. Jeres eget kendskab afgør.")
    return _agreement(said, size.area.name), _rests_on(suggestion)


def _agreement(said: Agreement, area: str) -> str:
    suggested = len(said.both) + len(said.only_data)
    if not suggested:
        text = _("Ingen elever ligger i rødt eller tæt på i {area}, så prøverne peger ikke på nogen.")
        return text.format(area=area)
    text = ngettext("Prøverne peger på {n} elev i {area}", "Prøverne peger på {n} elever i {area}", suggested)
    first = text.format(n=suggested, area=area)
    if not said.both and not said.only_teacher:
        return f"{first}."
    text = _("{first}, og {both} af dem har du også peget på. Du peger på {own} andre.")
    return text.format(
        first=first, both=len(said.both) or _("ingen"), own=len(said.only_teacher) or _("ingen")
    )


def _rests_on(suggestion: Suggestion) -> str:
    measured = len(suggestion.ranked)
    text = ngettext(
        "Bygger på {rests} og {n} elevs besvarelser.",
        "Bygger på {rests} og {n} elevers besvarelser.",
        measured,
    )
    parts = [text.format(rests=tasks_and_tests(suggestion.size), n=measured)]
    if suggestion.near:
        text = ngettext(
            "{n} elev ligger så tæt på, at forskellen kan være tilfældig.",
            "{n} andre ligger så tæt på, at forskellen kan være tilfældig.",
            len(suggestion.near),
        )
        parts.append(text.format(n=len(suggestion.near)))
    unsure = sum(c.unsure for c in suggestion.suggested)
    if unsure:
        text = ngettext(
            "{n} af de foreslåede er usikker: for lidt at bygge på.",
            "{n} af de foreslåede er usikre: for lidt at bygge på.",
            unsure,
        )
        parts.append(text.format(n=unsure))
    return " ".join(parts)


def _too_little(size: AreaSize) -> str:
    """That an area has too few tasks; empty where it has enough."""
    if size.enough:
        return ""
    if size.tasks == 1:
        text = _("{area} er kun opgave {label}: for lidt at bygge på.")
        return text.format(area=size.area.name, label=size.labels[0])
    if size.tests < 2 and size.area.kind == "signalord":
        text = _("{area} står kun i én prøve: for lidt at bygge på som signalord.")
        return text.format(area=size.area.name)
    text = _("{area} har kun {rests}: for lidt at bygge på.")
    return text.format(area=size.area.name, rests=tasks_and_tests(size))


def unmeasured_said(suggestion: Suggestion) -> str:
    """Who has no answer in the area; empty where everybody has."""
    names = [pupil.name for pupil in suggestion.unmeasured]
    if not names:
        return ""
    shown = [*names[:MOST], _("{n} andre").format(n=len(names) - MOST)] if len(names) > MOST else names
    return _("Ikke målt i {area}: {names}.").format(area=suggestion.size.area.name, names=listed(shown))
