"""Progress in words: distances, changes, whom one is compared with, and why nothing is said."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.template import number, percent
from metrics.course import Course, Since
from metrics.distance import ClassMove, Distance, Measured
from metrics.model import Test
from metrics.progression import Change, Repeated, WhyNot
from metrics.reference import Kind, Reference
from ui.formats import danish_date, listed, short_names

NAMED = 3  # pupils named in a sentence; more are a count


def group_name(kinds: Iterable[Kind]) -> str:
    """Whom a class is compared with, as words in a sentence."""
    found = set(kinds) - {"none"}
    if found == {"earlier"}:
        return _("tidligere årgange")
    return _("andre klasser") if "earlier" not in found else _("tidligere årgange og andre klasser")


def kinds_of(references: Mapping[str, Reference], tests: Iterable[Test]) -> list[Kind]:
    """By which part of the rule the tests have their references."""
    return [references[t.test_id].kind for t in tests if t.test_id in references]


def place_said(value: float) -> str:
    """A distance in words: "0,4 over", "1,2 under", "lige ved"."""
    rounded = round(value, 1)
    if rounded == 0:
        return _("på højde med")
    text = _("{n} over") if rounded > 0 else _("{n} under")
    return text.format(n=number(abs(rounded)))


def why_not_said(why_not: WhyNot) -> str:
    """Why nothing can be said, as the end of a sentence."""
    return {
        "few_pupils": _("for lidt at bygge på: færre end 8 elever"),
        "no_spread": _("for lidt at bygge på: alle fik lige stor en andel af pointene"),
        "no_alpha": _("usikkerheden kan ikke regnes ud: for få opgaver, eller for få svar på hele prøven"),
        "few_tasks": _("for lidt at bygge på: færre end 3 opgaver i prøven"),
        "no_reference": _("ingen at sammenligne med: hverken tidligere årgange eller tre andre klasser"),
    }[why_not]


def change_said(change: Change, *, share: bool, sure: bool) -> str:
    """A change in words, with what may be chance: "0,9 op, mere end tilfældet plejer at give"."""
    size = abs(round(100 * change.value)) if share else abs(round(change.value, 1))
    unit = _(" procentpoint") if share else ""
    if size == 0:
        said = _("uændret")
    else:
        text = _("{n}{unit} op") if change.value > 0 else _("{n}{unit} ned")
        said = text.format(n=number(size), unit=unit)
    if change.index is None:
        return _("{change}; usikkerheden kendes ikke").format(change=said)
    text = _("{change}, mere end tilfældet plejer at give") if sure else _("{change}; kan være tilfældigt")
    return text.format(change=said)


def score_note(name: str, measured: Measured, pupil_id: str, distance: Distance | None, group: str) -> str:
    """What a pupil's cell rests on: points, the others' mean, and the test's day."""
    score = measured.scores[pupil_id]
    test = measured.test
    head = f"{name}, {test.title}, {danish_date(test.taken_on)}"
    points = _("{points} af {max} point ({share})").format(
        points=number(score.points), max=number(score.max_points), share=percent(score.share)
    )
    if distance is None or measured.yardstick is None:
        return f"{head}: {points}\n{why_not_said(measured.why_not or 'no_reference')}"
    others = _("{group} fik {share} i gennemsnit ({n} elever): {place}").format(
        group=group.capitalize(),
        share=percent(measured.yardstick.mean),
        n=measured.yardstick.pupils,
        place=place_said(distance.value),
    )
    return f"{head}: {points}\n{others}"


def class_sentence(klasse: str, found: Since, group: str, names: Mapping[str, str]) -> str:
    """The sentence on top: what became of the class between two tests, and who moved more than chance."""
    if found.repeated:
        said = _twice(klasse, found.repeated, found)
    elif found.move:
        said = _moved(klasse, found.move, found, group)
    else:
        text = _("{before} og {after} kan ikke holdes op mod hinanden: {why}.")
        why = why_not_said(found.why_not or "no_reference")
        return text.format(before=found.before.test.title, after=found.after.test.title, why=why)
    return f"{said} {who_moved(found, names)}"


def _twice(klasse: str, twice: Repeated, found: Since) -> str:
    text = _("{klasse} fik {now} af pointene i {title} {day} mod {then} {before}: samme prøve, taget igen.")
    return text.format(
        klasse=klasse,
        now=percent(twice.mean_after),
        then=percent(twice.mean_before),
        title=found.after.test.title,
        day=danish_date(found.after.test.taken_on),
        before=danish_date(found.before.test.taken_on),
    )


def _moved(klasse: str, move: ClassMove, found: Since, group: str) -> str:
    text = _("{klasse} lå {then} {group} i {before} og ligger {now} i {after}; {sure}.")
    if move.error is None:
        sure = _("for lidt at bygge på, kun {n} elever tog begge").format(n=move.pupils)
    elif move.moved:
        sure = _("klassen er rykket {way}, mere end tilfældet plejer at give").format(
            way=_("op") if move.value > 0 else _("ned")
        )
    else:
        sure = _("forskellen kan være tilfældig")
    return text.format(
        klasse=klasse,
        then=place_said(move.before),
        now=place_said(move.after),
        group=group,
        before=found.before.test.title,
        after=found.after.test.title,
        sure=sure,
    )


def who_moved(found: Since, names: Mapping[str, str]) -> str:
    """How many pupils moved by more than chance, and who they are."""
    known = [change for change in found.changes.values() if change.index is not None]
    if not known:
        return _("Om den enkelte elev har flyttet sig, kan ikke siges: {why}.").format(
            why=why_not_said(found.why_not or "no_alpha")
        )
    moved = len(found.up) + len(found.down)
    if not moved:
        return ngettext(
            "Den ene elev, der tog begge, har ikke flyttet sig mere, end tilfældet plejer at give.",
            "Ingen af de {n} elever har flyttet sig mere, end tilfældet plejer at give.",
            len(known),
        ).format(n=len(known))
    short = short_names([names[p] for p in names])
    sides = [
        word.format(names=_some([short[names[p]] for p in who]))
        for who, word in ((found.up, _("op: {names}")), (found.down, _("ned: {names}")))
        if who
    ]
    text = ngettext(
        "{moved} af {n} elever har flyttet sig mere, end tilfældet plejer at give ({sides}).",
        "{moved} af {n} elever har flyttet sig mere, end tilfældet plejer at give ({sides}).",
        moved,
    )
    return text.format(moved=moved, n=len(known), sides="; ".join(sides))


def _some(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    others = ngettext("{n} anden", "{n} andre", more).format(n=more)
    return listed([*names[:NAMED], others] if more > 0 else list(names))


def chance_line(found: Since) -> str:
    """How many would seem to have moved if nobody had: one in twenty."""
    known = sum(change.index is not None for change in found.changes.values())
    unit = "" if found.repeated or not found.changes else _("1 over: højere end omkring 5 af 6 af de andre. ")
    if not known:
        return unit
    expected = max(1, round(known / 20))
    text = ngettext(
        "Blandt {n} elever ser omkring {k} ud til at have flyttet sig, selv om ingen har.",
        "Blandt {n} elever ser omkring {k} ud til at have flyttet sig, selv om ingen har.",
        expected,
    )
    if found.repeated:
        text += " " + _("Klassens egen ændring, {points} procentpoint, er trukket fra hver elevs.").format(
            points=number(round(100 * found.repeated.mean_change))
        )
    return unit + text.format(n=known, k=expected)


def about_cells(found: Course) -> str:
    """What stands in the cells of a course."""
    if any(step.yardstick for step in found.steps):
        return _("afstand til de andre på samme prøve, derunder andel af point; vælg et navn for eleven")
    return _("andel af point; vælg et navn for eleven")


def about_course(found: Course, part: str) -> str:
    """What the course rests on, and what stands outside it."""
    said = [
        part,
        ngettext("{n} prøve", "{n} prøver", len(found.steps)).format(n=len(found.steps)),
        _("point alene: niveauer og karakterer blandes ikke ind"),
    ]
    if found.undated:
        titles = listed([test.title for test in found.undated])
        said.append(_("uden dato og derfor uden plads i rækken: {titles}").format(titles=titles))
    if found.few:
        text = ngettext(
            "{n} prøve udeladt, som under en fjerdedel af klassen har taget",
            "{n} prøver udeladt, som under en fjerdedel af klassen har taget",
            len(found.few),
        )
        said.append(text.format(n=len(found.few)))
    return " · ".join(said)
