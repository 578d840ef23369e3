"""What a sheet was understood as: the reading that is checked, previewed and imported."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from data_io.layouts.records import Absence, Period, Trivsel
from data_io.layouts.results import Result, Results

Severity = Literal["error", "question", "note"]
Kind = Literal["test", "assessment", "classlist", "absence", "trivsel", "unknown"]
KeyKind = Literal["unilogin", "name"]
Scale = Literal["points", "level", "mark"]


@dataclass(frozen=True)
class Problem:
    """Something a person should know: an error to mend, a question to answer, or a note.

    `default` is the safe answer a question may be given unasked; `options` are the answers it takes,
    each a code and its Danish text.
    """

    cell: str | None
    severity: Severity
    code: str
    message: str
    default: str | None = None
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PupilRow:
    """A row that is a pupil: what the sheet calls them, by which kind of key, and on which conditions."""

    row: int
    column: int
    label: str
    key_kind: KeyKind
    unilogin: str | None = None
    klasse: str | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class TaskColumn:
    """A column that is a task of a test, headed in `row`; `max_points` is None where none is printed."""

    column: int
    label: str
    fagomraade: str | None = None
    signalord: str | None = None
    max_points: float | None = None
    row: int = 0


@dataclass(frozen=True)
class RatingColumn:
    """A column of ratings: one subject of one class in one round, on one scale, headed in `row`."""

    column: int
    klasse: str | None
    round: str | None
    subject: str
    scale: Scale = "level"
    skoleaar: str | None = None
    row: int = 0


class FillMeaning(NamedTuple):
    """A colour ("RRGGBB") of a sheet that is only filled: its level or points, None for no rating.

    `cells` is how many results have it, `known` is False where nobody but a person can say what it means,
    `said` is True where a legend in the sheet says it.
    """

    colour: str
    value: int | None
    cells: int
    known: bool = True
    said: bool = False


@dataclass(frozen=True)
class Band:
    """A rectangle of the sheet and the part it plays, for the preview; edges are inside it."""

    role: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class SheetReading:
    """One sheet, or one table of it, as it was understood.

    `pupil` and `column` in results count from 0 in their tuples; all rows and columns are the sheet's own.
    `part` names the table where the sheet holds several. `empty_ratings` are rating columns with headings
    and no value: not due yet, or emptied. `transposed` says that pupils stood across. `layout` is a
    fingerprint of how the sheet is built, the same for the next file of the kind.
    """

    sheet: str
    kind: Kind
    hidden: bool = False
    klasser: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    date: datetime.date | None = None
    skoleaar: str | None = None
    title: str | None = None
    subject: str | None = None
    pupils: tuple[PupilRow, ...] = ()
    tasks: tuple[TaskColumn, ...] = ()
    ratings: tuple[RatingColumn, ...] = ()
    empty_ratings: tuple[RatingColumn, ...] = ()
    results: Sequence[Result] = ()
    problems: tuple[Problem, ...] = ()
    bands: tuple[Band, ...] = ()
    content_hash: str = field(default="", compare=False)
    part: str = ""
    layout: str = field(default="", compare=False)
    transposed: bool = False
    fills: tuple[tuple[int, int, str], ...] = ()
    fill_legend: tuple[FillMeaning, ...] = ()
    absences: tuple[Absence, ...] = ()
    trivsel: tuple[Trivsel, ...] = ()
    period: Period | None = None

    @property
    def max_source(self) -> Literal["sheet", "observed"] | None:
        """Where the maximum comes from: printed in the sheet, or the highest points seen."""
        if self.kind != "test" or not self.tasks:
            return None
        return "sheet" if all(task.max_points is not None for task in self.tasks) else "observed"

    def task_maximum(self, number: int) -> float:
        """The maximum of a task: as printed, otherwise the highest points in this sheet."""
        printed = self.tasks[number].max_points
        if printed is not None:
            return printed
        return max((r.value for r in self.results if r.column == number and r.value is not None), default=0.0)

    @property
    def context_missing(self) -> tuple[str, ...]:
        """What an import needs and the file does not give: klasse, skoleaar, date, title, round."""
        missing: list[str] = []
        if self.kind != "unknown" and not self.klasser:
            missing.append("klasse")
        if self.kind == "test":
            missing += [n for n in ("date", "title") if getattr(self, n) is None]
        if self.kind != "unknown" and not self.skoleaar:
            missing.append("skoleaar")
        if self.kind == "assessment" and any(column.round is None for column in self.ratings):
            missing.append("round")
        if self.kind == "absence" and self.period is None:
            missing.append("period")
        return tuple(missing)

    @property
    def counted(self) -> tuple[Absence, ...]:
        """Absence by category; the totals where that is all there is."""
        return tuple(a for a in self.absences if a.category != "ialt") or self.absences

    def _said(self) -> list[float | None]:
        """What stands in the sheet's cells of results, whatever the kind; None is missing."""
        values = [*(r.value for r in self.results), *(a.amount for a in self.counted)]
        return values + [t.value for t in self.trivsel]

    def _columns(self) -> int:
        return len({a.category for a in self.counted} | {t.indicator for t in self.trivsel})

    def as_contract(self) -> dict[str, object]:
        """The sheet as `check --json` prints it."""
        said = self._said()
        values = [value for value in said if value is not None]
        test = self.kind == "test"
        return {
            "sheet": self.sheet,
            "part": self.part,
            "kind": self.kind,
            "hidden": self.hidden,
            "klasser": list(self.klasser),
            "rounds": list(self.rounds),
            "date": self.date.isoformat() if self.date else None,
            "skoleaar": self.skoleaar,
            "title": self.title,
            "subject": self.subject,
            "context_missing": list(self.context_missing),
            "pupils": len(self.pupils),
            "tasks": len(self.tasks) or len(self.ratings) or self._columns(),
            "values": len(values),
            "missing": len(said) - len(values),
            "points": tidy(sum(values)) if test else None,
            "max_points": tidy(sum(map(self.task_maximum, range(len(self.tasks))))) if test else None,
            "max_source": self.max_source,
            "problems": [
                {
                    "cell": p.cell,
                    "severity": p.severity,
                    "code": p.code,
                    "message": p.message,
                    "default": p.default,
                }
                for p in self.problems
            ],
        }


@dataclass(frozen=True)
class FileReading:
    """A file with the readings of all its sheets."""

    file_name: str
    sha256: str
    sheets: tuple[SheetReading, ...]

    @property
    def verdict(self) -> Literal[0, 1, 2]:
        """0: read without a doubt; 1: an answer or a correction is needed; 2: nothing was understood."""
        visible = [sheet for sheet in self.sheets if not sheet.hidden]
        if all(sheet.kind == "unknown" for sheet in visible):
            return 2
        open_problems = [p for s in visible for p in s.problems if p.severity != "note"]
        return 1 if open_problems else 0

    def as_contract(self) -> dict[str, object]:
        """The file as `check --json` prints it."""
        sheets = [sheet.as_contract() for sheet in self.sheets]
        return {"file": self.file_name, "sha256": self.sha256, "refused": None, "sheets": sheets}


def tidy(number: float) -> float | int:
    """A number as people write it: whole numbers without a decimal part."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def content_hash(reading: SheetReading) -> str:
    """A hash of what the sheet says (pupils, columns, values), the same for the same content in any file."""
    results = Results.of(reading.results)
    said: dict[str, object] = {
        "kind": reading.kind,
        "sheet": reading.sheet,
        "part": reading.part,
        "klasser": reading.klasser,
        "pupils": [(p.label, p.unilogin, *p.conditions) for p in reading.pupils],
        "tasks": [(t.label, t.fagomraade, t.signalord, t.max_points) for t in reading.tasks],
        "ratings": [(c.klasse, c.round, c.subject, c.scale) for c in reading.ratings],
        "reasons": results.reasons,
    }
    if reading.absences or reading.trivsel:
        said["besides"] = [reading.absences, reading.trivsel, reading.period]
    found = hashlib.sha256(msgspec.json.encode(said))
    for column in (results.pupils, results.columns, results.values, results.missing):
        found.update(column)
    for column in (results.rows, results.sheet_columns):
        found.update(column)
    return found.hexdigest()
