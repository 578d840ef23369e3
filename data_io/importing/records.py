"""The plan of what is no result: absence and trivsel; its facts, and what they change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from data_io.importing.changes import Change
from data_io.importing.directory import Directory
from data_io.importing.import_row import blocking
from data_io.importing.learned import learned_answers, under
from data_io.importing.matching import Match
from data_io.importing.options import ImportOptions, KlasseKey
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.records import category_name, indicator_name, unit_name
from data_io.store.store import Store

Row = dict[str, Any]
# Questions of how a sheet is built; their answers hold for the next one of the same layout.
LEARNED = ("absence_code_", "absence_unit", "trivsel_years")


@dataclass(frozen=True)
class RecordPlan:
    """A sheet of absence or trivsel ready to be committed, or with the problems that stand in the way.

    `targets` are the classes whose slice it fills, `matches` who its pupils are, each of one class.
    """

    reading: SheetReading
    options: ImportOptions
    directory: Directory
    targets: tuple[KlasseKey, ...] = ()
    matches: tuple[Match, ...] = ()
    klasser: tuple[KlasseKey, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Errors, and questions that nobody has answered."""
        return blocking(self.problems, self.options)

    @property
    def ready(self) -> bool:
        """True when nothing stands in the way of the commit."""
        return not self.reading.context_missing and not self.blocking and bool(self.targets)


def with_learned(
    store: Store, school_id: str, reading: SheetReading, options: ImportOptions
) -> ImportOptions:
    """The options with what was answered before about sheets built like this, under what is answered now."""
    known = learned_answers(store, school_id, reading.layout) if reading.layout else {}
    kept = {question: said for question, said in known.items() if question.startswith(LEARNED)}
    return replace(options, answers=under(options.answers, kept)) if kept else options


def fact_rows(plan: RecordPlan, import_id: str, pupil_ids: Sequence[str]) -> list[Row]:
    """One row an observation, for facts.absence or facts.trivsel."""
    number = {key: i for i, key in enumerate(plan.targets)}
    absence = [
        {
            "import_id": import_id,
            "slice_no": number[plan.klasser[a.pupil]],
            "pupil_id": pupil_ids[a.pupil],
            "category": a.category,
            "unit": a.unit,
            "day": a.day,
            "amount": a.amount,
            "missing": a.missing,
            "sheet_row": a.row,
            "sheet_column": a.column,
        }
        for a in plan.reading.absences
    ]
    return absence or [
        {
            "import_id": import_id,
            "slice_no": number[target],
            "whose": t.whose,
            "indicator": t.indicator,
            "amount": t.value,
            "missing": t.missing,
            "sheet_row": t.row,
            "sheet_column": t.column,
        }
        for t in plan.reading.trivsel
        for target in plan.targets
        # What a whole scored stands beside every class it was printed beside.
        if t.skoleaar in (None, target.skoleaar) and (t.whose != "klasse" or t.klasse in (None, target.name))
    ]


def changes_of(
    store: Store, plan: RecordPlan, pupil_ids: Sequence[str], seen: Sequence[Row | None], facts: Sequence[Row]
) -> tuple[Change, ...]:
    """The figures that differ from those seen until now; nothing where a slice was never filled."""
    before: dict[tuple[int, str, str], float | None] = {}
    for number, row in enumerate(seen):
        if row is None or row["import_id"] is None:
            continue
        for said in store.rows(f"{plan.reading.kind}_of_import", import_id=row["import_id"]):
            if said["slice_no"] == row["slice_no"]:
                before[number, said["who"], said["what"]] = said["amount"]
    after = _summed([f for f in facts if f["slice_no"] in {number for number, _who, _what in before}])
    names = plan.directory.names_of() | {
        i: m.pupil.label for i, m in zip(pupil_ids, plan.matches, strict=True)
    }
    differing = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return tuple(
        Change(names.get(key[1], plan.targets[key[0]].name), _column(key[2]), before.get(key), after.get(key))
        for key in differing
    )


def _column(what: str) -> str:
    """What a figure is of, in a teacher's words: "Sygdom (dage)", "Ro og orden"."""
    category, unit = what.split() if " " in what else (what, "")
    return f"{category_name(category)} ({unit_name(unit)})" if unit else indicator_name(what)


def _summed(facts: Sequence[Row]) -> dict[tuple[int, str, str], float | None]:
    found: dict[tuple[int, str, str], float | None] = {}
    for fact in facts:
        absence = "pupil_id" in fact
        who = fact["pupil_id"] if absence else fact["whose"]
        what = f"{fact['category']} {fact['unit']}" if absence else fact["indicator"]
        key = (fact["slice_no"], who, what)
        before, now = found.get(key), fact["amount"]
        found[key] = now if before is None else before if now is None else before + now
    return found
