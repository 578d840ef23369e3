"""A school with a store of its own, and what its teachers would do and see."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data_io import queries
from data_io.importing.options import ImportOptions, KlasseKey
from data_io.importing.run import SheetOutcome, import_files
from data_io.importing.undo import undo
from data_io.school import ListedPupil, ListSaved, save_class_list
from data_io.scope import Scope, local_scope
from data_io.store.store import Store
from metrics.model import Rating, Test
from tests.data_io.result_sheets import LABELS, Rows, xlsx_of

YEAR = "2025/26"
JANUARY = datetime.date(2026, 1, 14)
MARCH: dict[str, Any] = {"title": "MAT 8", "date": datetime.date(2026, 3, 3)}


def point_rows(
    *pupils: Sequence[Any], labels: Sequence[str] = LABELS[:3], maxima: Rows = ()
) -> list[list[Any]]:
    """A small test sheet: a pupil a row, with printed maxima where they are given."""
    return [["Navn", *labels], *(["Maks. point", *m] for m in maxima), *(list(p) for p in pupils)]


def rating_rows(
    *pupils: Sequence[Any], klasser: Sequence[Any] = ("7.A",), rounds: int = 2
) -> list[list[Any]]:
    """An assessment sheet of some classes, two subjects in each of their rounds."""
    top: list[Any] = ["Elev"]
    middle: list[Any] = [None]
    bottom: list[Any] = [None]
    for klasse in klasser:
        for name in ("Efterår", "Forår")[:rounds]:
            top += [klasse, klasse]
            middle += [name, name]
            bottom += ["Dansk", "Mat"]
    return [top, middle, bottom, *(list(p) for p in pupils)]


@dataclass
class School:
    """The store of one school, with the ways tests act on it."""

    store: Store
    school_id: str
    folder: Path
    _files: list[str] = field(default_factory=list)
    _written: dict[str, tuple[Rows, str]] = field(default_factory=dict)

    def read(self, rows: Rows, *, file: str | None = None, sheet: str = "Ark1", **said: Any) -> SheetOutcome:
        """Reads rows in as a workbook, with what the teacher says of it."""
        self._files.append(file or f"{len(self._files)}.xlsx")
        path = self._workbook(self._files[-1], rows, sheet)
        (outcome,) = import_files(
            self.store, self.school_id, [path], lambda _file, _sheet: ImportOptions(**said)
        )
        (only,) = outcome.sheets
        return only

    def _workbook(self, file: str, rows: Rows, sheet: str) -> Path:
        """The rows as a workbook; the same rows again are the same bytes (they hold the time of writing)."""
        if self._written.get(file) != (rows, sheet):
            xlsx_of(self.folder / file, rows, name=sheet)
            self._written[file] = (rows, sheet)
        return self.folder / file

    def test(self, *pupils: Sequence[Any], rows: Rows = (), **said: Any) -> SheetOutcome:
        """Reads a small test in 7.A, taken on 14 January unless something else is said."""
        told: dict[str, Any] = {
            "klasse": "7.A",
            "date": JANUARY,
            "title": "MAT 7",
            "subject": "matematik",
        } | said
        return self.read(rows or point_rows(*pupils), **told)

    def class_list(self, *names: str | tuple[str, str], klasse: str = "7.A", year: str = YEAR) -> ListSaved:
        """Saves a class list of names, or names with uni-logins."""
        listed = [ListedPupil(n) if isinstance(n, str) else ListedPupil(*n) for n in names]
        return save_class_list(self.store, self.school_id, KlasseKey(klasse, year), listed)

    def undo(self, outcome: SheetOutcome) -> None:
        """Takes an import back."""
        assert outcome.committed
        undo(self.store, outcome.committed.import_id)

    @property
    def scope(self) -> Scope:
        """Everything."""
        return local_scope(self.store)

    def klasse_id(self, name: str = "7.A", year: str = YEAR) -> str:
        """The id of a class."""
        found = queries.klasser(self.store, self.scope)
        return next(k.klasse_id for k in found if (k.name, k.skoleaar) == (name, year))

    def pupils(self, klasse: str = "7.A", year: str = YEAR) -> list[str]:
        """The names a teacher of the class sees."""
        return [p.name for p in queries.pupils(self.store, self.scope, self.klasse_id(klasse, year))]

    def pupil_id(self, name: str, klasse: str = "7.A", year: str = YEAR) -> str:
        """The id of the one pupil of a class with this name."""
        found = queries.pupils(self.store, self.scope, self.klasse_id(klasse, year))
        (pupil_id,) = [p.pupil_id for p in found if p.name == name]
        return pupil_id

    def tests(self, klasse: str = "7.A", year: str = YEAR) -> list[Test]:
        """The tests of a class, newest first."""
        return queries.tests(self.store, self.scope, [self.klasse_id(klasse, year)])

    def points(self, klasse: str = "7.A", year: str = YEAR) -> dict[str, list[float | None]]:
        """The points that are seen in a class, by pupil; tests after one another, newest first."""
        klasse_id = self.klasse_id(klasse, year)
        names = {p.pupil_id: p.name for p in queries.pupils(self.store, self.scope, klasse_id)}
        order = [t.test_id for t in self.tests(klasse, year)]
        answers = queries.answers(self.store, self.scope, [klasse_id])
        found: dict[str, list[float | None]] = {}
        for answer in sorted(answers, key=lambda a: (order.index(a.test_id), a.task)):
            found.setdefault(names[answer.pupil_id], []).append(answer.points)
        return found

    def history(self, pupil_id: str) -> list[float | None]:
        """Every point a pupil has been given, in all classes, by test's day and task."""
        tests, answers = queries.pupil_answers(self.store, self.scope, [pupil_id])
        days = {t.test_id: t.taken_on or datetime.date.min for t in tests}
        return [a.points for a in sorted(answers, key=lambda a: (days[a.test_id], a.task))]

    def ratings(self, pupil_id: str) -> list[Rating]:
        """Every rating of a pupil, oldest round first."""
        return queries.ratings(self.store, self.scope, [pupil_id])

    def levels(self, name: str, klasse: str = "7.A", year: str = YEAR) -> dict[str, float | None]:
        """A pupil's ratings by year, round and subject."""
        found = self.ratings(self.pupil_id(name, klasse, year))
        return {f"{r.round.skoleaar} {r.round.name} {r.subject}": r.value for r in found}


def asked(outcome: SheetOutcome) -> list[str]:
    """The codes of what holds a sheet back."""
    return [problem.code for problem in outcome.blocking]
