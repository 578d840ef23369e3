"""The facts of a sheet, column by column: what was observed, of whom, and where it stands in the sheet."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from data_io.importing.plan import ImportPlan
from data_io.importing.rows import Ids, present_rows
from data_io.layouts.results import Results

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Facts:
    """One import's facts; `pupil` counts in `pupil_ids`, `missing` in `reasons`, where -1 is none."""

    import_id: str
    pupil_ids: tuple[str, ...]
    slice_no: Numbers
    pupil: Numbers
    task_no: Numbers
    value: npt.NDArray[np.float64]
    missing: Numbers
    reasons: tuple[str, ...]
    sheet_row: Numbers
    sheet_column: Numbers

    def by_place(self) -> Iterator[tuple[tuple[int, str, int], float | None]]:
        """Every value by slice, pupil and task."""
        numbers = zip(self.slice_no.tolist(), self.pupil.tolist(), self.task_no.tolist(), strict=True)
        for (slice_no, pupil, task_no), value in zip(numbers, self.value.tolist(), strict=True):
            yield (slice_no, self.pupil_ids[pupil], task_no), None if np.isnan(value) else value


def facts_of(plan: ImportPlan, ids: Ids, import_id: str) -> Facts:
    """The facts of a plan.

    A rating cell left blank in a line that says nothing of the class is no observation of anyone.
    """
    results = Results.of(plan.reading.results)
    columns, pupils = _numbers(results.columns), _numbers(results.pupils)
    slice_no = _slice_of_cells(plan)[pupils, columns]
    kept = slice_no >= 0
    missing = np.frombuffer(results.missing, dtype=np.uint8).astype(np.int32) - 1
    tasks = columns + 1 if plan.reading.kind == "test" else np.zeros_like(columns)
    return Facts(
        import_id,
        ids.pupils,
        slice_no[kept],
        pupils[kept],
        tasks[kept],
        np.frombuffer(results.values, dtype=np.float64)[kept],
        missing[kept],
        results.reasons,
        _numbers(results.rows)[kept],
        _numbers(results.sheet_columns)[kept],
    )


def _numbers(column: "array[int]") -> Numbers:
    return np.frombuffer(column, dtype=np.int32)


def _slice_of_cells(plan: ImportPlan) -> Numbers:
    """The slice each cell of pupils × columns belongs to, -1 for none."""
    width = max(len(plan.reading.tasks), len(plan.reading.ratings))
    numbers = np.full((len(plan.matches), width), -1, dtype=np.int32)
    for number, target in enumerate(plan.targets):
        rows = present_rows(plan, target.klasse)
        rows = rows if target.pupils is None else rows & target.pupils
        numbers[np.ix_(sorted(rows), target.columns)] = number
    return numbers


def facts_table(sheets: Sequence[Facts]) -> pa.Table:
    """The facts of many imports as one batch; ids are written once each and counted."""
    pupil_ids = list(dict.fromkeys(pupil_id for facts in sheets for pupil_id in facts.pupil_ids))
    reasons = sorted({reason for facts in sheets for reason in facts.reasons})
    at = {pupil_id: number for number, pupil_id in enumerate(pupil_ids)}
    imports = np.repeat(np.arange(len(sheets), dtype=np.int32), [len(facts.value) for facts in sheets])
    pupils = [np.array([at[p] for p in facts.pupil_ids], dtype=np.int32)[facts.pupil] for facts in sheets]
    why = [
        np.array([*map(reasons.index, facts.reasons), -1], dtype=np.int32)[facts.missing] for facts in sheets
    ]
    return pa.table(
        {
            "import_id": _named(imports, [facts.import_id for facts in sheets]),
            "slice_no": np.concatenate([facts.slice_no for facts in sheets]),
            "pupil_id": _named(np.concatenate(pupils), pupil_ids),
            "task_no": np.concatenate([facts.task_no for facts in sheets]),
            "value": pa.array(np.concatenate([facts.value for facts in sheets]), from_pandas=True),
            "missing": _named(np.concatenate(why), reasons),
            "sheet_row": np.concatenate([facts.sheet_row for facts in sheets]),
            "sheet_column": np.concatenate([facts.sheet_column for facts in sheets]),
        }
    )


def _named(numbers: Numbers, names: Sequence[str]) -> pa.DictionaryArray:
    """Texts by their numbers in a list; -1 is no text."""
    return pa.DictionaryArray.from_arrays(pa.array(numbers, mask=numbers < 0), pa.array(names, pa.string()))
