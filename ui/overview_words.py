"""What the overview of a school says: who is in red or orange, what is missing, and where help is near."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from metrics.overview import SMALLEST_GROUP, SOCIAL, ClassOverview, ClassSubject, Place
from ui.formats import listed
from ui.level_grid import subject_name

_MOST_GAPS = 4


def overview_sentence(classes: Sequence[ClassOverview], subjects: Sequence[str]) -> str:
    """How many are in red or orange by subject, against last round where all have one, and who fell."""
    by_subject = [(s, found) for s in subjects if (found := on_levels(classes, s))]
    if not by_subject:
        return _("Der er ingen niveauer 1–5 at tælle.")
    parts = [_low_words(s, found, first=n == 0) for n, (s, found) in enumerate(by_subject)]
    fell = len({pupil_id for _s, found in by_subject for one in found for pupil_id in one.fell_in})
    text = ngettext(
        "{n} elev er faldet dertil i mindst ét af dem siden sidste runde.",
        "{n} elever er faldet dertil i mindst ét af dem siden sidste runde.",
        fell,
    )
    none = _("Ingen er faldet dertil siden sidste runde.")
    compared = any(one.before for _s, found in by_subject for one in found)
    last = [text.format(n=fell) if fell else none] if compared else []
    return " ".join([_("I rød eller orange: {parts}.").format(parts=listed(parts)), *last])


def on_levels(classes: Sequence[ClassOverview], subject: str) -> list[ClassSubject]:
    """What the classes with levels in a subject have."""
    found = [one.subjects[subject] for one in classes if subject in one.subjects]
    return [one for one in found if one.now.scale == "level"]


def _low_words(subject: str, found: Sequence[ClassSubject], *, first: bool) -> str:
    now = sum(one.now.low for one in found)
    text = ngettext("{n} elev i {subject}", "{n} elever i {subject}", now) if first else _("{n} i {subject}")
    said = text.format(n=now, subject=subject_name(subject).lower())
    if not all(one.before for one in found):
        return said
    then = sum(one.before.low for one in found if one.before)
    return said + _(" (sidst {n})").format(n=then)


def gaps_sentence(classes: Sequence[ClassOverview], skoleaar: str) -> str:
    """Which class misses how many ratings in what, in class order; long lists end in a count."""
    gaps = [said for one in classes if (said := _gaps(one, skoleaar))]
    if not gaps:
        return _("Alle vurderinger er givet.")
    more = len(gaps) - _MOST_GAPS
    text = ngettext("og {n} klasse til, se tabellen", "og {n} klasser til, se tabellen", more)
    return "; ".join([*gaps[:_MOST_GAPS], *([text.format(n=more)] if more > 0 else [])]) + "."


def _gaps(one: ClassOverview, skoleaar: str) -> str:
    if not one.subjects:
        return _("{klasse} har ingen vurderinger i {year}").format(klasse=one.name, year=skoleaar)
    missing = {s: of.now.missing for s, of in one.subjects.items() if of.now.missing}
    if not missing:
        return ""
    (first, n), *others = missing.items()
    text = ngettext(
        "{klasse} mangler {n} vurdering i {subject}", "{klasse} mangler {n} vurderinger i {subject}", n
    )
    said = text.format(klasse=one.name, n=n, subject=subject_name(first).lower())
    rest = [_("{n} i {subject}").format(n=n, subject=subject_name(s).lower()) for s, n in others]
    return listed([said, *rest])


def place_title(place: Place) -> str:
    """Where it is: "7. årgang · Matematik"; a class of no single trin has its name."""
    where = place.by_class[0][0] if place.trin is None else _("{trin}. årgang").format(trin=place.trin)
    return f"{where} · {subject_name(place.subject)}"


def place_counts(place: Place) -> str:
    """How many pupils it is, how many in which class, and how many of them fell into it."""
    text = ngettext("{n} elev i rød eller orange", "{n} elever i rød eller orange", place.low)
    classes = listed([_("{n} i {klasse}").format(n=n, klasse=name) for name, n in place.by_class])
    said = text.format(n=place.low) + f": {classes}."
    fell = ngettext(
        "{n} er faldet dertil siden sidst.", "{n} er faldet dertil siden sidst.", place.fell_in
    ).format(n=place.fell_in)
    return f"{said} {fell}" if place.fell_in else said


def place_reach(place: Place) -> str:
    """What one group and one more teacher in a class would reach, and which of them is more."""
    klasse, most = place.fullest
    if place.subject == SOCIAL:
        return _("En ekstra voksen i {klasse} når {n} af dem.").format(klasse=klasse, n=most)
    alone = _("En ekstra lærer i {klasse} når {n} af dem").format(klasse=klasse, n=most)
    if not place.reached_by_group:
        few = _("de er for få til et hold på {n}").format(n=SMALLEST_GROUP)
        return f"{alone}; {few}."
    group = _("Ét hold når {n} af dem").format(n=place.reached_by_group)
    if place.group_reaches_more:
        return f"{group}, " + alone[0].lower() + alone[1:] + _(". Holdet når flest.")
    if place.reached_by_group == most:
        return f"{alone}, " + _("ét hold lige så mange.")
    return f"{alone}, " + _("ét hold når {n}.").format(n=place.reached_by_group)
