"""Finds the block of pupils × columns in a sheet, by its shape and not by its place."""

from dataclasses import dataclass

from data_io.layouts.computed import is_computed
from data_io.layouts.doubtful_rows import doubtful_rows
from data_io.layouts.edges import Edges, find_edges
from data_io.layouts.labels import is_max
from data_io.layouts.lists import label_column, runs_of
from data_io.layouts.max_row import MaxRow, boys_among, find_max_row
from data_io.layouts.parsed import Parsed, parsed_of
from data_io.layouts.values import label_text, read_cell
from data_io.layouts.view import View
from data_io.layouts.who import identity_columns, said_of_pupils, tells_of_pupils
from data_io.layouts.words import is_task_like, subject_of

# No more rows than this are statistics; a longer run is a table of its own.
_FEW = 12


@dataclass(frozen=True)
class Block:
    """Where pupils, identity columns and values stand; rows and columns count from 0.

    `pupil_rows` are pupils in sheet order. `max` says where maxima are printed. `edges` are rows beside
    the pupils that are none, `computed_rows` sums and averages below them, `doubtful_rows` results under
    a name unlike the others, `other_rows` the rows of further tables in the sheet. `unused_columns` are
    headed as tasks and have neither results nor maximum.
    """

    name_column: int
    identity: dict[str, int]
    pupil_rows: tuple[int, ...]
    max: MaxRow
    edges: Edges
    computed_rows: tuple[int, ...]
    doubtful_rows: tuple[int, ...]
    other_rows: tuple[int, ...]
    first_value_column: int
    value_columns: tuple[int, ...]
    unused_columns: tuple[int, ...]

    @property
    def max_row(self) -> int | None:
        """The row of printed maxima just above or below the pupils."""
        return self.max.row

    @property
    def first_row(self) -> int:
        """The row the headings end above."""
        first = self.pupil_rows[0]
        return min(first, self.max.row) if self.max.row is not None else first


def find_block(sheet: View) -> Block | None:
    """The block of the sheet, or None where no column of labels has values beside it."""
    parsed = parsed_of(sheet)
    label = label_column(parsed)
    runs = runs_of(parsed, label) if label is not None else []
    if label is None or not runs:
        return None
    core = max(runs, key=len)
    other_runs = [run for run in runs if run is not core]
    core = sorted({*core, *boys_among(parsed, core, label)})
    if _is_crowned(parsed, core[0], label):
        core = core[1:] or core
    core, computed = _without_computed(parsed, core, label)
    first_value = _first_value_column(parsed, core, label)
    identity = identity_columns(sheet, core, first_value, label)
    edges, max_row = _edges_and_max(parsed, core, label, first_value, list(identity.values()))
    rows = [r for r in edges.pupil_rows if r != max_row.row]
    asked = {max_row.boy, max_row.unsure}
    doubtful = [
        r for r in doubtful_rows(parsed, rows, label, first_value, identity.get("unilogin")) if r not in asked
    ]
    rows = [r for r in rows if r not in doubtful]
    value_columns, unused = _value_columns(parsed, rows, first_value, max_row.row)
    return Block(
        name_column=identity.get("navn", identity.get("fornavn", label)),
        identity=identity,
        pupil_rows=tuple(rows),
        max=max_row,
        edges=edges,
        computed_rows=tuple(computed),
        doubtful_rows=tuple(doubtful),
        other_rows=tuple(_other_rows(parsed, other_runs, label, rows, first_value)),
        first_value_column=first_value,
        value_columns=tuple(value_columns),
        unused_columns=tuple(unused),
    )


def list_begins(view: View, block: Block) -> int:
    """The first column of the list of pupils: a name, a login, a class, or the number before them."""
    first = min([block.name_column, *block.identity.values()])
    while first and all(read_cell(view.at(r, first - 1)).number is not None for r in block.pupil_rows):
        first -= 1
    return first


def _is_crowned(parsed: Parsed, row: int, label: int) -> bool:
    """True when the first row is no pupil but a heading: texts stand where the next row has numbers."""
    if row >= len(parsed) - 1:
        return False
    cells = parsed.row(row)
    over = [c for c, cell in enumerate(cells) if cell.text is not None and c > label]
    return sum(parsed.cell(row + 1, c).is_value for c in over) > max(
        1, sum(cell.number is not None for cell in cells[label + 1 :])
    )


def _without_computed(parsed: Parsed, core: list[int], label: int) -> tuple[list[int], list[int]]:
    """The rows without those at their end that the sheet worked out from the others."""
    numbers = [parsed.numbers(r, label + 1) for r in core]
    last = len(core)
    while last > 1 and is_computed(numbers[last - 1], numbers[: last - 1]):
        last -= 1
    return core[:last], core[last:]


def _first_value_column(parsed: Parsed, rows: list[int], label: int) -> int:
    """The first column right of the label in which results stand (a class or a number comes before)."""
    for column in range(label + 1, parsed.width(rows)):
        said = [parsed.cell(r, column) for r in rows]
        values = sum(cell.is_value for cell in said)
        texts = sum(cell.text is not None for cell in said)
        heading, in_a_row = _nearest_above(parsed.sheet, rows[0], column)
        # Under "Nr." numbers are no results; under "1.1" and "Dansk" texts and blanks are some that lack.
        headed = in_a_row and (is_task_like(heading) or subject_of(heading) is not None)
        if ((values and values >= texts) or headed) and not tells_of_pupils(heading):
            return column
    return label + 1


def _nearest_above(sheet: View, first_row: int, column: int) -> tuple[str, bool]:
    """The nearest heading over a column, and whether it stands in a row of headings and not alone."""
    for row in range(first_row - 1, -1, -1):
        value = sheet.at(row, column)
        if value is not None:
            left, right = sheet.at(row, column - 1), sheet.at(row, column + 1)
            # The 3 of "Maks pr. opgave: 3" and the 5.B of "Klasse: 5.B" head nothing.
            told = is_max(left) or said_of_pupils(left) == "klasse"
            return label_text(value), right is not None or (left is not None and not told)
    return "", False


def _edges_and_max(
    parsed: Parsed, core: list[int], label: int, first_value: int, names: list[int]
) -> tuple[Edges, MaxRow]:
    edges = find_edges(parsed, core, label, first_value, names)
    max_row = find_max_row(parsed, edges.pupil_rows, label, first_value)
    if max_row.boy is not None:
        core = sorted({*core, max_row.boy})
        edges = find_edges(parsed, core, label, first_value, names)
    return edges, max_row


def _value_columns(
    parsed: Parsed, rows: list[int], first_value: int, max_row: int | None
) -> tuple[list[int], list[int]]:
    """The columns with results, with tasks nobody answered among them; and numbered tasks after the last.

    A task after the last one with results counts where its maximum is printed; without it, it is not used.
    """
    columns = [c for c in range(first_value, parsed.sheet.width) if not parsed.sheet.is_left_out(c)]
    filled = [c for c in columns if any(parsed.cell(r, c).missing != "empty" for r in rows)]
    roles = parsed.sheet.column_roles
    filled = [c for c in filled if roles.get(c, "value") == "value"]
    blank = [c for c in columns if c not in filled and _is_task(parsed.sheet, rows[0], c)]
    worth = parsed.numbers(max_row, first_value) if max_row is not None else {}
    last = max(filled, default=first_value)
    used = sorted({*filled, *(c for c in blank if c < last or c in worth)})
    return used, [c for c in blank if c not in used]


def _is_task(sheet: View, first_row: int, column: int) -> bool:
    heading, in_a_row = _nearest_above(sheet, first_row, column)
    return in_a_row and is_task_like(heading)


def _other_rows(
    parsed: Parsed, runs: list[list[int]], label: int, pupils: list[int], first_value: int
) -> list[int]:
    """The rows of further tables that could be pupils too: as wide as these, and not worked out from them."""
    results = [parsed.numbers(r, first_value) for r in pupils]
    usual = max((len(numbers) for numbers in results), default=0)
    found: list[int] = []
    taken = set(pupils)
    for run in runs:
        rows = [r for r in run if r not in taken]
        if len(rows) <= _FEW:
            rows = [r for r in rows if not is_computed(parsed.numbers(r, first_value), results)]
        if any(len(parsed.numbers(r, label + 1)) * 2 >= usual for r in rows):
            found += rows
    return found
