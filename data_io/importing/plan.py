"""What an import of one sheet would do, and what is still to be asked before it may."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from data_io.importing.directory import Directory
from data_io.importing.emptied import rating_key, take_emptied
from data_io.importing.hold import HomeClasses, home_classes
from data_io.importing.import_row import blocking
from data_io.importing.joining import TestChoice, choose_test
from data_io.importing.learned import ANSWERS, learned_answers, with_learned
from data_io.importing.matching import Match, match_pupils
from data_io.importing.options import ImportOptions, KlasseKey, answer_to, klasse_keys, with_options
from data_io.importing.reading_words import in_own_words
from data_io.importing.register import Register
from data_io.importing.school_words import LearnedWord, words_of
from data_io.importing.sittings import key_for_sitting, test_slice_key
from data_io.importing.typed_over import typed_over
from data_io.layouts import fill_legend
from data_io.layouts.context import skoleaar_of, trin_of
from data_io.layouts.give_context import same_slices
from data_io.layouts.points_sheet import absent_rows
from data_io.layouts.rating_values import on_other_scales
from data_io.layouts.reading import Problem, Scale, SheetReading
from data_io.store.store import Store
from data_io.workbook.cells import cell_name, column_name

_NEW_TEST = TestChoice(None)


@dataclass(frozen=True)
class SliceTarget:
    """One slice an import fills: a test in a class or hold, or a subject in a class and round.

    `pupils` are its rows, by place, in a sheet of several classes; None is every row.
    """

    klasse: KlasseKey
    scale: Scale
    columns: tuple[int, ...]
    subject: str | None = None
    round: str | None = None
    pupils: frozenset[int] | None = None


@dataclass(frozen=True)
class ImportPlan:
    """A sheet ready to be committed, or with the problems that stand in the way.

    `problems` are all of them, answered or not; `blocking` are those that hold the sheet back.
    """

    reading: SheetReading
    options: ImportOptions
    directory: Directory
    matches: tuple[Match, ...] = ()
    targets: tuple[SliceTarget, ...] = ()
    test: TestChoice = _NEW_TEST
    problems: tuple[Problem, ...] = ()
    learned_words: tuple[LearnedWord, ...] = ()
    homes: HomeClasses | None = None

    def belongs(self, row: int, klasse: KlasseKey) -> bool:
        """True where a row's pupil is of a class or hold: everyone, in a sheet of one class."""
        if self.homes is None:
            return True
        return klasse == self.homes.hold or klasse == self.homes.of(self.matches[row].pupil)

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Errors, and questions that nobody has answered."""
        return blocking(self.problems, self.options)

    @property
    def ready(self) -> bool:
        """True when nothing stands in the way of the commit."""
        return not self.reading.context_missing and not self.blocking and bool(self.targets)


def make_plan(store: Store, school_id: str, reading: SheetReading, options: ImportOptions) -> ImportPlan:
    """The plan for one sheet of results with these options; nothing is written."""
    return plan_sheet(Register(store, school_id), reading, options)


def plan_sheet(register: Register, reading: SheetReading, options: ImportOptions) -> ImportPlan:
    """The same by a register that is kept through a run; nothing is written."""
    before = reading
    options = with_learned(_learned(register, reading.layout), reading, options)
    reading, answers = fill_legend.with_answers(reading, options.answers)
    options = replace(options, answers=answers)
    reading = _answered(with_options(reading, options), options)
    own = in_own_words(reading, words_of(register, reading.skoleaar), options)
    reading = own.reading
    keys = klasse_keys(reading)
    newest_first = sorted(keys.values(), key=lambda key: key.skoleaar, reverse=True)
    directory = register.directory(newest_first)
    reading, emptied = take_emptied(register, directory, reading, options)
    problems = [p for p in reading.problems if p.code != "same_slice"]
    plan = ImportPlan(
        reading,
        options,
        directory,
        problems=(*problems, *own.problems, *emptied),
        learned_words=own.learned,
    )
    if reading.kind not in ("test", "assessment") or not keys:
        return plan
    homes = home_classes(register, directory, before, reading, options)
    if homes:
        directory = register.directory([*newest_first, *homes.group])
        matches, pupil_problems = homes.match(reading.pupils, directory, options)
        pupil_problems += homes.problems
    else:
        matches, pupil_problems = match_pupils(reading.pupils, newest_first, directory, options)
    targets, target_problems = _targets(reading, keys, homes)
    target_problems += _year_problems(before, reading, options)
    plan = replace(
        plan,
        directory=directory,
        homes=homes,
        matches=matches,
        targets=targets,
        problems=(*plan.problems, *pupil_problems, *target_problems),
    )
    if reading.kind == "test" and not reading.context_missing and own.settled(options):
        trin = homes.trin if homes else trin_of(newest_first[0].name)
        choice, test_problems = choose_test(register, reading, newest_first[0], trin, options)
        plan = replace(plan, test=choice, problems=(*plan.problems, *test_problems))
    return replace(plan, problems=(*plan.problems, *_typed_over(register, plan)))


def _typed_over(register: Register, plan: ImportPlan) -> list[Problem]:
    """The question about cells that were typed on the screen, where this sheet would overwrite them."""
    slices: dict[str, tuple[int, ...]] = {}
    for target in plan.targets:
        klasse_id, test = plan.directory.klasse_ids.get(target.klasse), plan.test
        key = None
        if target.round is not None:
            key = rating_key(plan.directory, target.klasse, target.subject or "", target.round)
        elif klasse_id and test.test_id and test.sitting:
            key = key_for_sitting(register, klasse_id, test.test_id, test.sitting)
        elif klasse_id and test.test_id:
            key = test_slice_key(klasse_id, test.test_id)
        if key:
            slices[key] = target.columns
    pupil_ids = [match.pupil_id for match in plan.matches]
    return typed_over(register, slices, pupil_ids, plan.directory.names_of(), plan.reading)


def _learned(register: Register, layout: str) -> dict[str, str]:
    return register.kept(
        (ANSWERS, layout), lambda: learned_answers(register.store, register.school_id, layout)
    )


def _answered(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading with the answers that change what its cells mean: absent pupils, the scale of a column."""
    answers = [(p, answer_to(p, options)) for p in reading.problems if p.severity == "question"]
    absent = {p.cell for p, said in answers if p.code == "all_zeros" and said == "absent"}
    if absent:
        first = reading.tasks[0].column
        rows = [p.row for p in reading.pupils if cell_name(p.row, first) in absent]
        reading = absent_rows(reading, rows)
    said = {column_in(p.cell): a for p, a in answers if p.code == "scale" and p.cell and a}
    scales: dict[int, Scale] = {
        i: "mark" if said[column_name(r.column)] == "mark" else "level"
        for i, r in enumerate(reading.ratings)
        if column_name(r.column) in said
    }
    return on_other_scales(reading, scales) if scales else reading


def column_in(cell: str) -> str:
    """The column of a cell's name: I of "I4"."""
    return cell.rstrip("0123456789")


def _year_problems(before: SheetReading, reading: SheetReading, options: ImportOptions) -> list[Problem]:
    """An error where the day of a test and the school year that came with it do not agree."""
    if reading.kind != "test" or reading.date is None:
        return []
    said = options.skoleaar or (before.skoleaar if before.date is None else None)
    year = skoleaar_of(reading.date)
    if said in (None, year):
        return []
    text = _("Datoen {day} ligger i skoleåret {year}, ikke i {said}. Ret datoen eller skoleåret.")
    message = text.format(day=f"{reading.date:%d-%m-%Y}", year=year, said=said)
    return [Problem(None, "error", "which_year", message)]


def _targets(
    reading: SheetReading, keys: dict[str, KlasseKey], homes: HomeClasses | None
) -> tuple[tuple[SliceTarget, ...], list[Problem]]:
    """The slices the sheet fills; two columns of one slice, or several classes of one test, are errors."""
    if reading.kind == "test":
        columns = tuple(range(len(reading.tasks)))
        if homes and homes.hold is None:
            return _targets_by_class(reading, keys, columns), []
        if len(keys) > 1:
            return (), []
        return tuple(SliceTarget(key, "points", columns) for key in keys.values()), []
    targets: list[SliceTarget] = []
    for i, column in enumerate(reading.ratings):
        if column.klasse is None or column.round is None:
            continue
        key = keys[column.klasse]
        targets.append(SliceTarget(key, column.scale, (i,), column.subject, column.round))
    return tuple(targets), same_slices(reading)


def _targets_by_class(
    reading: SheetReading, keys: dict[str, KlasseKey], columns: tuple[int, ...]
) -> tuple[SliceTarget, ...]:
    """One slice a class, each with the rows the sheet says are of it."""
    rows = {
        name: frozenset(i for i, pupil in enumerate(reading.pupils) if pupil.klasse == name) for name in keys
    }
    return tuple(SliceTarget(key, "points", columns, pupils=rows[name]) for name, key in keys.items())


def trin_of_plan(targets: Sequence[SliceTarget], homes: HomeClasses | None = None) -> int | None:
    """The year level of the newest class an import fills; a hold has its pupils'."""
    if homes and homes.hold:
        return homes.trin
    newest = max(targets, key=lambda t: t.klasse.skoleaar, default=None)
    return trin_of(newest.klasse.name) if newest else None
