"""What a person has said about a sheet's rows and columns, which goes before what its shape suggests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

RowRole = Literal["fagomraade", "signalord", "task", "max", "test", "key", "title", "pupil", "left-out"]
ColumnRole = Literal["pupil", "unilogin", "klasse", "condition", "value", "left-out"]
LEFT_OUT = "left-out"

_NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True)
class Guidance:
    """The role of whole rows and columns, counted from 0 as the sheet has them; the rest is found by shape.

    `transposed` says that tasks stand down and pupils across; then rows and columns are still the sheet's
    own: a fagområde is a column there, a pupil too. None leaves it to the shape.
    """

    rows: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    columns: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    transposed: bool | None = None

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns or self.transposed is not None)

    def above(self, first_pupil_row: int) -> "Guidance":
        """What carries over to the next sheet of the kind: headings and columns, and no single pupil."""
        rows = {row: role for row, role in self.rows.items() if row < first_pupil_row and role != "pupil"}
        return Guidance(rows, self.columns, self.transposed)


NO_GUIDANCE = Guidance()
