"""Sheets with pupils of several classes, a hold's or the classes' own, and which class each pupil is of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from data_io.importing.directory import Directory, KnownPupil
from data_io.importing.matching import YEAR_GROUP, Match, match_pupils
from data_io.importing.options import ImportOptions, KlasseKey, answer_to
from data_io.importing.register import Register
from data_io.layouts.context import klasse_name, trin_of
from data_io.layouts.give_context import SEVERAL
from data_io.layouts.reading import Problem, PupilRow, SheetReading
from data_io.workbook.cells import cell_name

ALL_TRIN = "all"


@dataclass(frozen=True)
class HomeClasses:
    """The classes that a sheet's pupils have besides (or instead of) the one it is read into.

    `hold` is None for a sheet of several classes that keep their own results. `group` are the classes a
    pupil without a class in the sheet may be of, `trin` their year level where they share one.
    """

    skoleaar: str
    hold: KlasseKey | None
    group: tuple[KlasseKey, ...] = ()
    trin: int | None = None
    problems: tuple[Problem, ...] = ()

    def of(self, pupil: PupilRow) -> KlasseKey | None:
        """The class the sheet says a pupil is of."""
        return KlasseKey(pupil.klasse, self.skoleaar) if pupil.klasse else None

    def where(self, pupil: PupilRow) -> tuple[KlasseKey, ...]:
        """Where a pupil's name is looked for: at home, else in the hold, then in the whole year group."""
        home = self.of(pupil)
        if home is not None:
            return (home,)
        return (*((self.hold,) if self.hold else ()), self._together)

    @property
    def _together(self) -> KlasseKey:
        return KlasseKey(YEAR_GROUP, self.skoleaar)

    def match(
        self, pupils: Sequence[PupilRow], directory: Directory, options: ImportOptions
    ) -> tuple[tuple[Match, ...], list[Problem]]:
        """Every row with the pupil it is, and the questions that are left."""
        known: dict[str, KnownPupil] = {
            p.pupil_id: p for klasse in self.group for p in directory.pupils.get(klasse, ())
        }
        wide = replace(directory, pupils={**directory.pupils, self._together: tuple(known.values())})
        return match_pupils(pupils, self.where, wide, options)


def home_classes(
    register: Register,
    directory: Directory,
    before: SheetReading,
    reading: SheetReading,
    options: ImportOptions,
) -> HomeClasses | None:
    """The home classes of a test's pupils; None for a sheet of one class.

    `before` is the sheet as it was read, `reading` with the options laid over it.
    """
    if reading.kind != "test" or reading.skoleaar is None or not reading.klasser:
        return None
    key = KlasseKey(reading.klasser[0], reading.skoleaar)
    if options.hold or key in directory.holds or _said(reading, options) == "hold":
        return _of_hold(register, directory, before, reading, options, key)
    if _said(reading, options) == "klasser":
        named = tuple(KlasseKey(name, reading.skoleaar) for name in reading.klasser)
        return HomeClasses(reading.skoleaar, None, named, problems=tuple(_without_class(reading)))
    return None


def _said(reading: SheetReading, options: ImportOptions) -> str | None:
    question = next((p for p in reading.problems if p.code == SEVERAL), None)
    return answer_to(question, options) if question else None


def _of_hold(
    register: Register,
    directory: Directory,
    before: SheetReading,
    reading: SheetReading,
    options: ImportOptions,
    key: KlasseKey,
) -> HomeClasses:
    """The classes of a hold's pupils: those the sheet names, or has had before, or somebody says."""
    problems = list(_bad_name(directory, key))
    named = {p.klasse for p in reading.pupils if p.klasse} | {k for k in before.klasser if klasse_name(k)}
    trin = {t for name in named if (t := trin_of(name)) is not None}
    trin = trin or _trin_of_members(register, directory, key)
    year = [k for k in directory.klasse_ids if k.skoleaar == key.skoleaar and k not in directory.holds]
    levels = sorted({t for k in year if (t := trin_of(k.name)) is not None})
    if not trin and len(levels) > 1 and any(not p.klasse and not p.unilogin for p in reading.pupils):
        question = _which_trin(levels)
        problems.append(question)
        said = answer_to(question, options)
        trin = set(levels) if said == ALL_TRIN else {int(said)} if said else set()
    trin = trin or set(levels[:1] if len(levels) == 1 else ())
    group = [k for k in year if trin_of(k.name) in trin]
    group += [k for name in sorted(named) if (k := KlasseKey(name, key.skoleaar)) not in group]
    return HomeClasses(
        key.skoleaar, key, tuple(group), next(iter(trin)) if len(trin) == 1 else None, tuple(problems)
    )


def _trin_of_members(register: Register, directory: Directory, key: KlasseKey) -> set[int]:
    """The year levels of the pupils a hold had in earlier sheets or on its list."""
    klasse_id = directory.klasse_ids.get(key)
    rows = register.rows_written("home_klasser_of_hold", klasse_id=klasse_id) if klasse_id else []
    return {row["trin"] for row in rows if row["trin"] is not None}


def _bad_name(directory: Directory, key: KlasseKey) -> list[Problem]:
    """An error for a hold that is called as a class is: nobody could tell the two apart."""
    is_class = key in directory.klasse_ids and key not in directory.holds
    if not is_class and klasse_name(key.name) is None:
        return []
    text = _("Et hold kan ikke hedde {name}: det er en klasse. Giv holdet et andet navn, fx “{name} mat 1”.")
    return [Problem(None, "error", "hold_name", text.format(name=key.name))]


def _which_trin(levels: Sequence[int]) -> Problem:
    text = _("Hvilken årgang er holdets elever fra? Så kan de findes på klasselisterne ved navn.")
    options = [(str(trin), _("{n}. årgang").format(n=trin)) for trin in levels]
    return Problem(None, "question", "hold_trin", text, options=(*options, (ALL_TRIN, _("Flere årgange"))))


def _without_class(reading: SheetReading) -> list[Problem]:
    """An error for every pupil of a sheet of several classes who has none."""
    text = _("{cell}: {name} har ingen klasse i arket. Skriv klassen, og indlæs igen.")
    return [
        Problem(
            place := cell_name(p.row, p.column),
            "error",
            "no_klasse",
            text.format(cell=place, name=p.label),
        )
        for p in reading.pupils
        if not p.klasse
    ]
