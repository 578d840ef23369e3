"""What a person has said about a sheet's rows and columns, which goes before what its shape suggests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from data_io.layouts.reading import SheetReading
from data_io.layouts.values import danish_number, label_text
from data_io.layouts.words import fold, is_task_like
from data_io.workbook.cells import Sheet

LEFT_OUT = "left-out"
_HEADINGS = frozenset({"fagomraade", "signalord", "task", "max"})

_NOTHING: Mapping[int, str] = MappingProxyType({})
_NO_HEADINGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Guidance:
    """The role of whole rows and columns, counted from 0 as the sheet has them; the rest is found by shape.

    `transposed` says that tasks stand down and pupils across; then rows and columns are still the sheet's
    own: a fagområde is a column there, a pupil too. None leaves it to the shape. `headed` gives a role to
    the columns (rows, where transposed) with a heading, in any sheet of the kind: behind the first task a
    number would hit another column when the next test has more tasks.
    """

    rows: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    columns: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    transposed: bool | None = None
    headed: Mapping[str, str] = field(default_factory=lambda: _NO_HEADINGS)

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns or self.headed or self.transposed is not None)

    def with_role(self, rows: tuple[int, ...], columns: tuple[int, ...], role: str | None) -> "Guidance":
        """The same with a role for some rows and columns; None leaves them to the shape again."""
        return replace(self, rows=_said(self.rows, rows, role), columns=_said(self.columns, columns, role))

    def turned(self, transposed: bool) -> "Guidance":
        """The sheet read the other way; of the roles only what is left out means the same then."""
        return Guidance(_left_out(self.rows), _left_out(self.columns), transposed)

    def carried(
        self, sheet: Sheet, readings: Sequence[SheetReading], by_shape: Sequence[SheetReading]
    ) -> "Guidance":
        """What holds for the next sheet of the kind too: headings and columns, of no single pupil or task.

        `readings` are the sheet as it was read with all that was said, `by_shape` as it was without.
        """
        across = readings[0].transposed
        pupils, tasks = _first(readings)
        lines, lanes = (self.columns, self.rows) if across else (self.rows, self.columns)
        over = _headings(sheet, pupils, across, _tag_lines(readings))
        headed = {
            over[lane]: role
            for lane, role in lanes.items()
            if lane >= tasks and lane in over and _all_have(role, lanes, over, over[lane])
        }
        others = _may_be_pupils(readings, by_shape)
        lines = {
            line: role
            for line, role in lines.items()
            if role != "pupil" and line < (others if role == LEFT_OUT else pupils)
        }
        lanes = {lane: role for lane, role in lanes.items() if lane < tasks}
        rows, columns = (lanes, lines) if across else (lines, lanes)
        return Guidance(rows, columns, self.transposed, headed)

    def fitted(self, sheet: Sheet, readings: Sequence[SheetReading]) -> "Guidance":
        """The same for one sheet of the kind: what goes by headings, at the columns that have them in it.

        `readings` are the sheet as it was read by its shape alone.
        """
        if not self.headed:
            return self
        across = readings[0].transposed if self.transposed is None else self.transposed
        over = _headings(sheet, _first(readings)[0], across)
        found = {lane: self.headed[text] for lane, text in over.items() if text in self.headed}
        rows, columns = (found, {}) if across else ({}, found)
        return Guidance({**rows, **self.rows}, {**columns, **self.columns}, self.transposed)


NO_GUIDANCE = Guidance()


def _said(known: Mapping[int, str], numbers: tuple[int, ...], role: str | None) -> Mapping[int, str]:
    kept = {number: said for number, said in known.items() if number not in numbers}
    return kept if role is None else {**kept, **dict.fromkeys(numbers, role)}


def _left_out(known: Mapping[int, str]) -> Mapping[int, str]:
    return {number: role for number, role in known.items() if role == LEFT_OUT}


def _first(readings: Sequence[SheetReading]) -> tuple[int, int]:
    """Where pupils begin and where results begin: a row and a column, or a column and a row where across."""
    across = readings[0].transposed
    pupils = [p.column if across else p.row for reading in readings for p in reading.pupils]
    results = [r.row if across else r.sheet_column for reading in readings for r in reading.results]
    return min(pupils, default=0), min(results, default=0)


def _may_be_pupils(readings: Sequence[SheetReading], by_shape: Sequence[SheetReading]) -> int:
    """The line where pupils may begin: whoever is left out from there on is another in the next sheet."""
    if any(reading.pupils for reading in by_shape) and by_shape[0].transposed == readings[0].transposed:
        return min(_first(by_shape)[0], _first(readings)[0])
    headings = [b for reading in readings for b in reading.bands if b.role in _HEADINGS]
    return max((b.left if readings[0].transposed else b.top for b in headings), default=0)


def _tag_lines(readings: Sequence[SheetReading]) -> frozenset[int]:
    """The rows (columns, where across) of fagområder and signalord: their words are shared by many tasks."""
    bands = [b for reading in readings for b in reading.bands if b.role in ("fagomraade", "signalord")]
    return frozenset(b.left if readings[0].transposed else b.top for b in bands)


def _headings(
    sheet: Sheet, first_pupil: int, across: bool, tags: frozenset[int] = frozenset()
) -> dict[int, str]:
    """The words just over the pupils in every column (row, where across); numbers and tags name no column."""
    found: dict[int, str] = {}
    for lane in range(len(sheet.rows) if across else sheet.width):
        for line in range(first_pupil - 1, -1, -1):
            text = label_text(sheet.at(lane, line) if across else sheet.at(line, lane))
            if text:
                if line not in tags and danish_number(text) is None and not is_task_like(text):
                    found[lane] = fold(text)
                break
    return found


def _all_have(role: str, lanes: Mapping[int, str], over: Mapping[int, str], text: str) -> bool:
    """True where every column with these words over it has the role: otherwise the words do not tell it."""
    return all(lanes.get(lane) == role for lane, heading in over.items() if heading == text)
