"""What the new school year's screen says: the sentence on top, each class, and who is not placed."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from data_io.new_year_made import YearMade
from metrics.new_year import Move, NewYear, NextKlasse, YearEnd, YearKlasse
from ui.formats import danish_date, listed

# More names than these are not read.
NAMES_SHOWN = 12


def pupils_said(n: int) -> str:
    """A number of pupils."""
    return ngettext("{n} elev", "{n} elever", n).format(n=n)


def classes_said(n: int) -> str:
    """A number of classes."""
    return ngettext("{n} klasse", "{n} klasser", n).format(n=n)


def finding_words(year: NewYear, after: str) -> tuple[str, str]:
    """The sentence on top, and what is still missing."""
    placed = sum(k.size for k in year.klasser)
    filled = [k for k in year.klasser if k.size]
    if not year.changes and filled:
        said = _("{year} er oprettet: {klasser} med {elever}.").format(
            year=after, klasser=classes_said(len(filled)), elever=pupils_said(placed)
        )
        return said, missing_words(year) or _("Der er ikke mere at oprette.")
    said = _("{year} får {klasser} med {elever}").format(
        year=after, klasser=classes_said(len(filled)), elever=pupils_said(placed)
    )
    if year.leaving:
        said += _("; {elever} forlader skolen").format(elever=pupils_said(len(year.leaving)))
    below = missing_words(year) or _("Alle elever har en klasse.")
    return said + ".", below + " " + _("Intet er gemt endnu.")


def missing_words(year: NewYear) -> str:
    """How many have no class, empty where everybody has."""
    n = len(year.unplaced)
    return (
        ngettext("{n} elev mangler en klasse.", "{n} elever mangler en klasse.", n).format(n=n) if n else ""
    )


def homes(year: NewYear, end: YearEnd) -> dict[str, str]:
    """The old class of each pupil by id, once the year is made; before, a class says who is there already."""
    return {} if year.changes else {p.pupil_id: k.name for k in end.klasser for p in k.pupils}


def _there_words(klasse: NextKlasse, home: Mapping[str, str]) -> list[str]:
    if not home:
        return [_("{n} står der allerede").format(n=len(klasse.there))] if klasse.there else []
    names = [home.get(p.pupil_id, "") for p in klasse.there]
    known = [name for name in dict.fromkeys(names) if name]
    parts = [_("{n} fra {klasse}").format(n=names.count(name), klasse=name) for name in known]
    new = names.count("")
    return [*parts, ngettext("{n} ny", "{n} nye", new).format(n=new)] if new else parts


def klasse_words(klasse: NextKlasse, home: Mapping[str, str]) -> str:
    """Where a class's pupils come from: "18 fra 7.A, 2 nye, 1 går om"."""
    parts = _there_words(klasse, home)
    parts += [_("{n} fra {klasse}").format(n=n, klasse=name) for name, n in klasse.origins.items()]
    new, repeating = len(klasse.newcomers), sum(m.repeats for m in klasse.moves)
    if new:
        parts.append(ngettext("{n} ny", "{n} nye", new).format(n=new))
    if repeating:
        parts.append(_("{n} går om").format(n=repeating))
    return ", ".join(parts)


def notes(year: NewYear, end: YearEnd) -> list[str]:
    """What one should know before the year is made, one line each."""
    found = [
        _("Mangler en klasse: {names}.").format(names=_by_class(year.unplaced)) if year.unplaced else "",
        *(
            _("{name} står både i {klasser}, som ikke bliver til den samme klasse. Placér eleven.").format(
                name=pupil.name, klasser=listed(names)
            )
            for pupil, names in year.doubled
        ),
        *(
            _("{name} står både i {klasser} næste år. Ret det under Klasselister.").format(
                name=pupil.name, klasser=listed(names)
            )
            for pupil, names in year.twice
        ),
        _same_words(year),
        *(_klasse_note(klasse) for klasse in end.klasser),
        _leaving_words(year.leaving),
        _unconfirmed_words(year),
    ]
    return [line for line in found if line]


def _by_class(moves: Sequence[Move]) -> str:
    shown = [f"{m.pupil.name} ({m.origin.name})" for m in moves[:NAMES_SHOWN]]
    more = len(moves) - len(shown)
    return listed([*shown, *([_("{n} andre").format(n=more)] if more else [])])


def _same_words(year: NewYear) -> str:
    n = len(year.same)
    text = ngettext(
        "{n} elev står allerede i sin nye klasse med samme navn og regnes for den samme.",
        "{n} elever står allerede i deres nye klasse med samme navn og regnes for de samme.",
        n,
    )
    return text.format(n=n) if n else ""


def _klasse_note(klasse: YearKlasse) -> str:
    if not klasse.pupils:
        return _("{klasse} har ingen elever og følger ikke med.").format(klasse=klasse.name)
    if klasse.trin is None:
        return _("{klasse} har intet trin og foreslås uændret. Skriv, hvad den bliver til.").format(
            klasse=klasse.name
        )
    return ""


def _leaving_words(leaving: Sequence[Move]) -> str:
    names = [m.origin.name for m in leaving]
    parts = [_("{n} fra {klasse}").format(n=names.count(name), klasse=name) for name in dict.fromkeys(names)]
    return _("Forlader skolen: {parts}.").format(parts=listed(parts)) if parts else ""


def _unconfirmed_words(year: NewYear) -> str:
    n = sum(not m.pupil.confirmed for k in year.klasser for m in k.moves)
    text = ngettext(
        "{n} elev er ubekræftet og følger med som det.",
        "{n} elever er ubekræftede og følger med som det.",
        n,
    )
    return text.format(n=n) if n else ""


def made_words(made: YearMade) -> str:
    """When the year was made and by whom, and why it cannot be taken back."""
    said = _("Oprettet {day} af {person}.").format(day=danish_date(made.made_at.date()), person=made.made_by)
    if made.used:
        text = _("Det kan ikke tages tilbage, for der er læst ind, skrevet eller planlagt i {klasser}.")
        said += " " + text.format(klasser=listed(made.used))
    return said
