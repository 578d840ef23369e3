"""A sheet as a reader looks at it: some rows and columns, perhaps turned, that still know their place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from gettext import gettext as _

from data_io.layouts.guidance import LEFT_OUT, NO_GUIDANCE, Guidance
from data_io.workbook.cells import Merge, Sheet, Value, cell_name, column_name

# A sheet longer than this is looked through without its empty stretches; so many rows of each stay.
_LONG = 2000
_NUMBERS = frozenset({int, float})
_GAP = 10


@dataclass(frozen=True)
class View(Sheet):
    """Rows and columns picked from a sheet; what is read here is named by its cell in the sheet itself.

    `row_numbers` and `column_numbers` are the sheet's own, counted from 0. `turned` is True where rows and
    columns have changed places; then `row_numbers` are the sheet's columns. `row_roles` and `column_roles`
    are what a person said, or what was settled before, of the view's rows and columns; `words` are the
    fagområder and signalord the school knows, which no pupil is called; `each_max` is what every task
    gives at most where one cell of the whole sheet says so. `memo` keeps what was worked out of the view.
    """

    row_numbers: tuple[int, ...] = ()
    column_numbers: tuple[int, ...] = ()
    turned: bool = False
    words: frozenset[str] = frozenset()
    each_max: float | None = None
    memo: dict[object, object] = field(default_factory=dict, compare=False, repr=False, init=False)
    row_roles: Mapping[int, str] = field(default_factory=dict)
    column_roles: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def text_columns(self) -> frozenset[int]:
        """The columns that hold a text in some line of numbers; the others are numbers, marks and headings.

        A text file has no numbers but texts that say them: there it is every column with a text.
        """
        said = zip(self.rows, self.texts, strict=True)
        lines = [texts for row, texts in said if not _NUMBERS.isdisjoint(map(type, row))] or self.texts
        return frozenset(column for texts in lines for column, _text in texts)

    def is_left_out(self, column: int) -> bool:
        """True for a column nothing is read in: a person said so."""
        return self.column_roles.get(column) == LEFT_OUT

    def home(self, row: int, column: int) -> tuple[int, int]:
        """The row and column of the sheet itself."""
        across = self.row_numbers[row] if row < len(self.row_numbers) else row
        down = self.column_numbers[column] if column < len(self.column_numbers) else column
        return (down, across) if self.turned else (across, down)

    def place(self, row: int, column: int) -> str:
        """The spreadsheet name of a cell of this view."""
        return cell_name(*self.home(row, column))

    def line(self, row: int) -> str:
        """What a teacher calls one of its rows: "Række 5", or "Kolonne E" where the sheet is turned."""
        return _named(self.home(row, 0)[1 if self.turned else 0], down=self.turned)

    def lane(self, column: int) -> str:
        """What a teacher calls one of its columns."""
        return _named(self.home(0, column)[0 if self.turned else 1], down=not self.turned)

    def lines(self, first: int, last: int) -> str:
        """What a teacher calls some rows in a row: "Række 5-8"."""
        return _span(self.line(first), self.line(last))

    def lanes(self, first: int, last: int) -> str:
        """What a teacher calls some columns in a row: "Kolonne K-L"."""
        return _span(self.lane(first), self.lane(last))


def _named(number: int, *, down: bool) -> str:
    if down:
        return _("Kolonne {column}").format(column=column_name(number))
    return _("Række {row}").format(row=number + 1)


def _span(first: str, last: str) -> str:
    return f"{first}-{last.rsplit(maxsplit=1)[-1]}"


def view_of(sheet: Sheet, guidance: Guidance = NO_GUIDANCE, words: frozenset[str] = frozenset()) -> View:
    """The whole sheet, with what a person has said of its rows and columns."""
    whole = View(
        sheet.name,
        sheet.hidden,
        sheet.rows,
        sheet.merges,
        sheet.broken,
        texts_known=sheet.texts_known,
        row_numbers=tuple(range(len(sheet.rows))),
        column_numbers=tuple(range(sheet.width)),
        words=words,
        row_roles=guidance.rows,
        column_roles=guidance.columns,
    )
    if not guidance and len(whole.rows) > _LONG:
        return pick(whole, rows=_without_gaps(whole))
    return whole


def without_left_out_rows(view: View) -> View:
    """The view without the rows a person left out.

    Columns that were left out stay, since the heading of a whole group may stand over the first of them;
    nothing is read in them.
    """
    rows = [r for r in range(len(view.rows)) if view.row_roles.get(r) != LEFT_OUT]
    return pick(view, rows=rows)


def _without_gaps(view: View) -> list[int]:
    """The rows without the long empty stretches before a stray value far down."""
    kept: list[int] = []
    empty = 0
    for number, row in enumerate(view.rows):
        empty = 0 if any(v is not None for v in row) else empty + 1
        if empty <= _GAP:
            kept.append(number)
    return kept


def with_row_role(view: View, row: int, role: str) -> View:
    """The view with the part of one row settled."""
    return replace(view, row_roles={**view.row_roles, row: role})


def pick(view: View, rows: Sequence[int] | None = None, columns: Sequence[int] | None = None) -> View:
    """Some rows and columns of a view, in order; merged ranges keep what of them is left."""
    rows = range(len(view.rows)) if rows is None else rows
    columns = range(view.width) if columns is None else columns
    if len(rows) == len(view.rows) and len(columns) == view.width:
        return view
    down, across = _positions(rows), _positions(columns)
    whole = len(columns) == view.width
    return View(
        view.name,
        view.hidden,
        tuple(view.rows[r] if whole else tuple(view.at(r, c) for c in columns) for r in rows),
        tuple(m for merge in view.merges if (m := _kept(view, merge, down, across))),
        tuple((down[r], across[c]) for r, c in view.broken if r in down and c in across),
        row_numbers=tuple(view.row_numbers[r] for r in rows),
        column_numbers=tuple(view.column_numbers[c] for c in columns),
        turned=view.turned,
        words=view.words,
        each_max=view.each_max,
        row_roles={down[r]: role for r, role in view.row_roles.items() if r in down},
        column_roles={across[c]: role for c, role in view.column_roles.items() if c in across},
    )


def _positions(numbers: Iterable[int]) -> dict[int, int]:
    return {number: position for position, number in enumerate(numbers)}


def _kept(view: View, merge: Merge, down: Mapping[int, int], across: Mapping[int, int]) -> Merge | None:
    """A merged range where its first cell is kept, as wide and high as what is left of it."""
    rows = [down[r] for r in range(merge.top, min(merge.bottom, len(view.rows) - 1) + 1) if r in down]
    columns = [across[c] for c in range(merge.left, min(merge.right, view.width - 1) + 1) if c in across]
    if not rows or not columns or merge.top not in down or merge.left not in across:
        return None
    return Merge(rows[0], columns[0], rows[-1], columns[-1])


def turn(view: View) -> View:
    """The view with rows and columns in each other's place."""
    width = view.width
    rows: tuple[tuple[Value, ...], ...] = tuple(
        tuple(view.at(r, c) for r in range(len(view.rows))) for c in range(width)
    )
    return View(
        view.name,
        view.hidden,
        rows,
        tuple(Merge(m.left, m.top, m.right, m.bottom) for m in view.merges),
        tuple((c, r) for r, c in view.broken),
        row_numbers=view.column_numbers,
        column_numbers=view.row_numbers,
        turned=not view.turned,
        words=view.words,
        row_roles=view.column_roles,
        column_roles=view.row_roles,
    )
