"""What is typed into: a class's ratings of a round, or one of its tests, as a table of cells."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from data_io.layouts.words import fold
from metrics.model import Pupil

EntryKind = Literal["rating", "test"]
EntryScale = Literal["level", "mark", "points"]
Place = tuple[str, str]  # a pupil's id and a column's key


@dataclass(frozen=True)
class What:
    """What is typed: the ratings of a round by its name, or a test by the id of its sitting."""

    kind: EntryKind
    klasse_id: str
    name: str

    @property
    def key(self) -> str:
        """What drafts are kept under, in the class."""
        return f"{self.kind}/{fold(self.name) if self.kind == 'rating' else self.name}"


@dataclass(frozen=True)
class Column:
    """A subject, or a task of a test; `highest` is the most points that can be given."""

    key: str
    label: str
    below: str
    scale: EntryScale
    slice_key: str
    task_no: int = 0
    highest: float | None = None


@dataclass(frozen=True)
class Cell:
    """One cell: what is stored and by whom, and what this person has typed in its place.

    `was` is what the cell showed when it was typed in; `problem` says what is wrong with the typed text.
    """

    stored: str
    said: str
    was: str
    problem: str | None = None
    by: str = ""
    written_at: datetime.datetime | None = None

    @property
    def changed(self) -> bool:
        """True where something is typed that is not stored."""
        return self.said != self.stored

    @property
    def disputed(self) -> bool:
        """True where somebody else has changed the cell since it was typed in."""
        return self.changed and self.was != self.stored


@dataclass(frozen=True)
class SliceNow:
    """What is seen of a slice now; without an import nothing is."""

    slice_id: str
    import_id: str | None
    slice_no: int | None
    taken_on: datetime.date | None


@dataclass(frozen=True)
class EntryTable:
    """The whole table: pupils down, columns across, what every slice of it shows now."""

    what: What
    pupils: tuple[Pupil, ...]
    columns: tuple[Column, ...]
    cells: Mapping[Place, Cell]
    slices: Mapping[str, SliceNow]
    round_id: str | None = None

    @property
    def changed(self) -> dict[Place, Cell]:
        """The cells that are typed and can be saved: neither wrong nor disputed."""
        return {p: c for p, c in self.cells.items() if c.changed and not c.problem and not c.disputed}

    @property
    def disputed(self) -> dict[Place, Cell]:
        """The cells that somebody else has changed meanwhile."""
        return {p: c for p, c in self.cells.items() if c.disputed}

    @property
    def wrong(self) -> dict[Place, Cell]:
        """The cells that cannot be saved as they are typed."""
        return {p: c for p, c in self.cells.items() if c.changed and c.problem}
