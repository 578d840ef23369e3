"""What the grid shows: plain frozen data, checked for shape before it is drawn."""

from dataclasses import dataclass
from typing import Literal

Look = Literal[
    "plain",
    "muted",
    "strong",
    "missing",
    "mark",
    "arrow",
    "head",
    "group",
    "subhead",
    "said",
    "problem",
    "left-out",
    "struck",
    "count",
    "count-still",
    "level-1",
    "level-2",
    "level-3",
    "level-4",
    "level-5",
    "zone-red",
    "zone-yellow",
    "zone-green",
    "light-red",
    "light-yellow",
    "light-green",
    "edge-red",
    "edge-yellow",
    "edge-green",
    "share-red",
    "share-yellow",
    "share-green",
    "role-pupil",
    "role-fagomraade",
    "role-signalord",
    "role-task",
    "role-max",
    "role-round",
    "role-subject",
    "role-klasse",
    "role-value",
    "letter-now",
    "letter-before",
    "letter-unsure",
]


# Part of a line that is drawn through the grid, on one side of a cell; the two kinds tell two lines apart.
Edge = Literal[
    "left-solid",
    "right-solid",
    "top-solid",
    "bottom-solid",
    "left-dotted",
    "right-dotted",
    "top-dotted",
    "bottom-dotted",
]


@dataclass(frozen=True)
class GridCell:
    """One cell: its text, how it looks, what it answers when chosen, and what it rests on.

    `key` makes the cell clickable. `note` is shown on hover and on focus and read aloud (the
    evidence, the source). `spoken` replaces the text for a screen reader where a symbol says
    nothing aloud. `marked` draws the outline and marker of a problem on top of any look.
    `below` is a second, smaller line in the cells of a large grid. `edges` are the parts of lines
    through the grid that run along this cell.
    """

    text: str
    look: Look = "plain"
    key: str | None = None
    note: str | None = None
    spoken: str | None = None
    marked: bool = False
    below: str | None = None
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True)
class HeaderCell:
    """A column heading over `span` columns; without a look of its own it has its row's.

    `spoken` and `below` as in the cells.
    """

    text: str
    span: int = 1
    look: Look | None = None
    key: str | None = None
    note: str | None = None
    spoken: str | None = None
    below: str | None = None


@dataclass(frozen=True)
class HeaderRow:
    """One row of column headings; `label` names the row itself and stands over the row headers."""

    label: str
    cells: tuple[HeaderCell, ...]
    look: Look = "head"


@dataclass(frozen=True)
class GridRow:
    """A row with its header; a `chosen` row is outlined, a summary row stands for all the others."""

    header: GridCell
    cells: tuple[GridCell, ...]
    kind: Literal["pupil", "summary", "plain"] = "pupil"
    chosen: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of boxes, of large boxes with two lines, or of the plain lines of a spreadsheet.

    `caption` is what a screen reader calls the table. `group_starts` are the columns, counted from
    0, before which a small gap is drawn. Rows or header rows of unequal width raise ValueError.
    """

    caption: str
    header_rows: tuple[HeaderRow, ...]
    rows: tuple[GridRow, ...]
    group_starts: tuple[int, ...] = ()
    style: Literal["boxes", "large", "sheet"] = "boxes"

    def __post_init__(self) -> None:
        widths = {sum(cell.span for cell in row.cells) for row in self.header_rows}
        widths |= {len(row.cells) for row in self.rows}
        if len(widths) > 1:
            raise ValueError(f"grid {self.caption!r} has rows of {sorted(widths)} columns")

    @property
    def columns(self) -> int:
        """How many columns stand beside the row headers."""
        if self.rows:
            return len(self.rows[0].cells)
        return sum(cell.span for cell in self.header_rows[0].cells) if self.header_rows else 0
