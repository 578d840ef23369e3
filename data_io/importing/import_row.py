"""What every kind of import leaves of itself: its own row, and the answers it was given."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Protocol

from data_io.importing.directory import Directory
from data_io.importing.options import ImportOptions, answer_to, question_key
from data_io.layouts.reading import Problem, SheetReading
from data_io.store.batch import Batch


class Planned(Protocol):
    """A plan of whatever kind: its sheet, what was said of it, and what was asked."""

    @property
    def reading(self) -> SheetReading:
        """The sheet as it was understood."""

    @property
    def options(self) -> ImportOptions:
        """What was said of it."""

    @property
    def directory(self) -> Directory:
        """The school it is for."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong or was asked."""


def blocking(problems: Sequence[Problem], options: ImportOptions) -> tuple[Problem, ...]:
    """Errors, and questions that nobody has answered."""
    return tuple(
        p
        for p in problems
        if p.severity == "error" or (p.severity == "question" and answer_to(p, options) is None)
    )


def add_import(batch: Batch, plan: Planned, import_id: str, file: Mapping[str, str]) -> None:
    """Writes the import's row and the answers to its questions."""
    row = {
        "import_id": import_id,
        "school_id": plan.directory.school_id,
        "kind": plan.reading.kind,
        **file,
        "sheet": plan.reading.sheet,
        "part": plan.reading.part,
        "imported_at": datetime.datetime.now(datetime.UTC).replace(tzinfo=None),
        "imported_by": plan.options.person,
    }
    batch.add("sheet_imports", [row], tuple(row))
    questions = [p for p in plan.problems if p.severity == "question"]
    said = {question_key(p): answer for p in questions if (answer := answer_to(p, plan.options))}
    answers = [{"import_id": import_id, "question": q, "answer": a} for q, a in sorted(said.items())]
    batch.add("import_answers", answers, ("import_id", "question", "answer"))
