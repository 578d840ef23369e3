"""What an import of one sheet would do, and what is still to be asked before it may."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from data_io.importing.directory import Directory, read_directory
from data_io.importing.joining import TestChoice, choose_test
from data_io.importing.matching import Match, match_pupils
from data_io.importing.options import ImportOptions, KlasseKey, answer_to, klasse_keys, with_options
from data_io.layouts.context import trin_of
from data_io.layouts.points_sheet import absent_rows
from data_io.layouts.reading import Problem, Scale, SheetReading
from data_io.store.store import Store
from data_io.workbook.cells import cell_name

_NEW_TEST = TestChoice(None)


@dataclass(frozen=True)
class SliceTarget:
    """One slice an import fills: a test in a class, or a subject in a class and round."""

    klasse: KlasseKey
    scale: Scale
    columns: tuple[int, ...]
    subject: str | None = None
    round: str | None = None


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

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Errors, and questions that nobody has answered."""
        return tuple(
            p
            for p in self.problems
            if p.severity == "error" or (p.severity == "question" and answer_to(p, self.options) is None)
        )

    @property
    def ready(self) -> bool:
        """True when nothing stands in the way of the commit."""
        return not self.reading.context_missing and not self.blocking and bool(self.targets)


def make_plan(store: Store, school_id: str, reading: SheetReading, options: ImportOptions) -> ImportPlan:
    """The plan for one sheet of results with these options; nothing is written."""
    reading = _answered(with_options(reading, options), options)
    keys = klasse_keys(reading)
    newest_first = sorted(keys.values(), key=lambda key: key.skoleaar, reverse=True)
    directory = read_directory(store, school_id, newest_first)
    plan = ImportPlan(reading, options, directory, problems=reading.problems)
    if reading.kind not in ("test", "assessment") or not keys:
        return plan
    matches, pupil_problems = match_pupils(reading.pupils, newest_first, directory, options)
    targets, target_problems = _targets(reading, keys)
    plan = replace(
        plan,
        matches=matches,
        targets=targets,
        problems=(*plan.problems, *pupil_problems, *target_problems),
    )
    if reading.kind == "test" and not reading.context_missing:
        choice, test_problems = choose_test(store, school_id, reading, newest_first[0], options)
        plan = replace(plan, test=choice, problems=(*plan.problems, *test_problems))
    return plan


def _answered(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading with the answers that change what its cells mean: absent pupils, the scale of a column."""
    answers = [(p, answer_to(p, options)) for p in reading.problems if p.severity == "question"]
    absent = {p.cell for p, said in answers if p.code == "all_zeros" and said == "absent"}
    if absent:
        first = reading.tasks[0].column
        rows = [p.row for p in reading.pupils if cell_name(p.row, first) in absent]
        reading = absent_rows(reading, rows)
    scales = {p.cell: said for p, said in answers if p.code == "scale" and said}
    ratings = tuple(
        replace(r, scale="mark" if scales[cell_name(0, r.column)] == "mark" else "level")
        if cell_name(0, r.column) in scales
        else r
        for r in reading.ratings
    )
    return replace(reading, ratings=ratings)


def _targets(
    reading: SheetReading, keys: dict[str, KlasseKey]
) -> tuple[tuple[SliceTarget, ...], list[Problem]]:
    """The slices the sheet fills; two columns of one slice, or several classes of one test, are errors."""
    if reading.kind == "test":
        if len(keys) > 1:
            return (), [_which_klasse(keys)]
        columns = tuple(range(len(reading.tasks)))
        return tuple(SliceTarget(key, "points", columns) for key in keys.values()), []
    targets: list[SliceTarget] = []
    problems: list[Problem] = []
    seen: dict[tuple[str | None, str | None, str], int] = {}
    for i, column in enumerate(reading.ratings):
        if column.klasse is None or column.round is None:
            continue
        slot = (column.klasse, column.round, column.subject)
        if slot in seen:
            problems.append(_same_slice(slot, column.column))
            continue
        seen[slot] = i
        key = keys[column.klasse]
        targets.append(SliceTarget(key, column.scale, (i,), column.subject, column.round))
    return tuple(targets), problems


def _which_klasse(keys: dict[str, KlasseKey]) -> Problem:
    text = _("Arket nævner flere klasser: {klasser}. Vælg, hvilken klasse resultaterne hører til.")
    return Problem(None, "question", "which_klasse", text.format(klasser=", ".join(keys)))


def _same_slice(slot: tuple[str | None, str | None, str], column: int) -> Problem:
    place = cell_name(0, column)
    text = _("{klasse}, {round}, {subject} står i to kolonner. Slet den ene, eller ret overskriften.")
    klasse, round_name, subject = slot
    message = text.format(klasse=klasse, round=round_name, subject=subject)
    return Problem(place, "error", "same_slice", message)


def trin_of_plan(targets: Sequence[SliceTarget]) -> int | None:
    """The year level of the newest class an import fills."""
    newest = max(targets, key=lambda t: t.klasse.skoleaar, default=None)
    return trin_of(newest.klasse.name) if newest else None
