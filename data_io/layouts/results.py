"""The results of a sheet: each cell of pupils × columns, kept column by column and told one by one."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isnan, nan
from typing import NamedTuple, overload


class Result(NamedTuple):
    """One cell of pupils × columns: a number, or None and the code of why there is none."""

    pupil: int
    column: int
    value: float | None
    missing: str | None
    row: int
    sheet_column: int


@dataclass(frozen=True, eq=False, repr=False)
class Results(Sequence[Result]):
    """Many results as columns of numbers, since a school's files hold some thousand each.

    A value that is missing is NaN; `missing` counts in `reasons` from 1, where 0 is none.
    """

    pupils: "array[int]"
    columns: "array[int]"
    values: "array[float]"
    missing: bytes
    reasons: tuple[str, ...]
    rows: "array[int]"
    sheet_columns: "array[int]"

    @classmethod
    def of(cls, results: Iterable[Result]) -> "Results":
        """The same results as columns."""
        if isinstance(results, Results):
            return results
        found = list(results)
        pupils, columns, values, missing, rows, places = zip(*found, strict=True) if found else ((),) * 6
        coded, reasons = _coded(missing)
        return cls(
            array("i", pupils),
            array("i", columns),
            _with_nan(values),
            coded,
            reasons,
            array("i", rows),
            array("i", places),
        )

    @classmethod
    def grid(
        cls,
        rows: Sequence[int],
        sheet_columns: Sequence[int],
        values: Sequence[float | None],
        missing: Sequence[str | None],
    ) -> "Results":
        """The results of every pupil in every column, pupil by pupil."""
        wide = len(sheet_columns)
        pupils, down = array("i"), array("i")
        for pupil, row in enumerate(rows):
            pupils += array("i", (pupil,)) * wide
            down += array("i", (row,)) * wide
        coded, reasons = _coded(missing)
        return cls(
            pupils,
            array("i", range(wide)) * len(rows),
            _with_nan(values),
            coded,
            reasons,
            down,
            array("i", sheet_columns) * len(rows),
        )

    def at(self, home: Callable[[int, int], tuple[int, int]]) -> "Results":
        """The same results at the places that `home` gives for theirs."""
        places = list(map(home, self.rows, self.sheet_columns))
        rows, columns = (array("i", [place[side] for place in places]) for side in (0, 1))
        return replace(self, rows=rows, sheet_columns=columns)

    def count_values(self) -> int:
        """How many results are numbers."""
        return len(self.values) - sum(map(isnan, self.values))

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Result]:
        reasons = (None, *self.reasons)
        values = (None if isnan(value) else value for value in self.values)
        missing = map(reasons.__getitem__, self.missing)
        return map(Result, self.pupils, self.columns, values, missing, self.rows, self.sheet_columns)

    @overload
    def __getitem__(self, place: int) -> Result: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Result]: ...
    def __getitem__(self, place: int | slice) -> Result | Sequence[Result]:
        return tuple(self)[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __hash__(self) -> int:
        return hash(tuple(self))


def _with_nan(values: Iterable[float | None]) -> "array[float]":
    return array("d", [nan if value is None else value for value in values])


def _coded(missing: Sequence[str | None]) -> tuple[bytes, tuple[str, ...]]:
    """Why results are missing by number, and what the numbers stand for."""
    reasons = tuple(sorted(reason for reason in set(missing) if reason is not None))
    codes = {None: 0} | {reason: number for number, reason in enumerate(reasons, start=1)}
    return bytes(map(codes.__getitem__, missing)), reasons
