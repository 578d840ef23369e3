"""A school of the test's own: a real store, filled by the real importer from workbooks made here."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from data_io.importing.options import ImportOptions, KlasseKey
from data_io.importing.run import SheetOutcome, import_files
from data_io.school import ListedPupil, create_school, save_class_list
from data_io.store.store import Store, open_store
from tests.data_io.result_sheets import Rows, xlsx_of

Values: TypeAlias = dict[str, list[object]]  # what stands behind each pupil's name
YEAR = "2025/26"
JANUARY = datetime.date(2026, 1, 14)
OCTOBER = datetime.date(2025, 10, 8)
TASKS: list[list[object]] = [
    ["Fagligt område", "Algebra", None, "Statistik", None],
    ["Signalord", "Undersøg", "Vis", "Skriv", "Vis"],
    ["Opgave nr.", "1", "2", "3", "4"],
    ["Maks.", 2, 2, 2, 4],
]


@dataclass(frozen=True)
class School:
    """An open store with a school in it; `folder` holds the workbooks."""

    store: Store
    school_id: str
    folder: Path

    def read(self, file: str, rows: Rows, **options: object) -> SheetOutcome:
        """Imports rows as the only sheet of a workbook; nothing may be left to ask."""
        path = xlsx_of(self.folder / file, rows)
        told = ImportOptions(person="Mette Lund", **options)  # type: ignore[arg-type]  # named by the test
        (outcome,) = import_files(self.store, self.school_id, [path], lambda _file, _sheet: told)
        (sheet,) = outcome.sheets
        assert sheet.done, [sheet.blocking, sheet.context_missing]
        return sheet

    def read_test(
        self,
        points: Values,
        title: str = "MAT 7",
        file: str | None = None,
        **options: object,
    ) -> SheetOutcome:
        """Imports a test of four tasks in 7.A; `points` are by pupil."""
        told = {"klasse": "7.A", "date": JANUARY, "subject": "matematik", "title": title, **options}
        rows = [*TASKS, *([name, *values] for name, values in points.items())]
        return self.read(file or f"{title}.xlsx", rows, **told)

    def read_ratings(self, ratings: Values, rounds: Sequence[str] = ("Efterår", "Forår")) -> SheetOutcome:
        """Imports ratings of 7.A: dansk, matematik and social in each round, by pupil."""
        rows: list[list[object]] = [
            ["", *["7.A", *[None] * (3 * len(rounds) - 1)]],
            ["", *(cell for name in rounds for cell in (name, None, None))],
            ["Elev", *["Dansk", "Matematik", "Social"] * len(rounds)],
            *([name, *values] for name, values in ratings.items()),
        ]
        return self.read("Elevvurdering.xlsx", rows, skoleaar=YEAR)

    def list_class(
        self, *names: str, klasse: str = "7.A", skoleaar: str = YEAR, login: str | None = None
    ) -> None:
        """Puts names on a class list; a login is the only name's."""
        pupils = [ListedPupil(name, login) for name in names]
        save_class_list(self.store, self.school_id, KlasseKey(klasse, skoleaar), pupils)

    def pupil_id(self, name: str) -> str:
        """The id of the first pupil with this name, in any class."""
        classes = [row["klasse_id"] for row in self.store.rows("all_klasse_ids")]
        rows = self.store.rows("pupils_of_klasser", klasse_ids=classes)
        return next(str(row["pupil_id"]) for row in rows if row["name"] == name)


def new_school(folder: Path) -> School:
    """A school without classes, in a store of its own."""
    store = open_store(folder / "skolen.duckdb", "school")
    return School(store, create_school(store, "Fjordskolen"), folder)
