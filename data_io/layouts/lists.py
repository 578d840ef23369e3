"""Where the lists of pupils stand in a sheet: the column that names them, and the rows with results."""

from collections.abc import Sequence

from data_io.layouts.context import klasse_name
from data_io.layouts.parsed import Parsed
from data_io.layouts.values import label_text
from data_io.layouts.who import part_above, said_of_pupils
from data_io.layouts.words import clean, is_about_pupils, is_heading

MOST_LABEL_COLUMNS = 12
# Bare numbers name pupils in one of the first columns or not at all.
_MOST_NUMBER_COLUMNS = 4


def label_column(parsed: Parsed) -> int | None:
    """The column that names the pupils: names or logins with results beside them, else their numbers."""
    if "label" not in parsed.sheet.memo:
        parsed.sheet.memo["label"] = _label_column(parsed)
    known = parsed.sheet.memo["label"]
    return known if isinstance(known, int) else None


def _label_column(parsed: Parsed) -> int | None:
    said = [c for c, role in parsed.sheet.column_roles.items() if role == "pupil"]
    if said:
        parsed.take_numbers_for_names(said[0])
        return said[0]
    columns = range(min(parsed.sheet_width, MOST_LABEL_COLUMNS))
    weights = {c: _weight(parsed, c) for c in columns}
    label = max(columns, key=weights.__getitem__, default=None)
    weight = weights[label] if label is not None else 0
    if label is not None and weight > 0 and _is_headed_by_names(parsed, label):
        return label
    texts = (said for row in parsed.sheet.texts for said in row)
    headed = {c for c, text in texts if c in columns and _may_head_numbers(text, c)}
    for column in sorted(headed):
        if _numbered_rows(parsed, column) > max(0, 2 * weight):
            parsed.take_numbers_for_names(column)
            return column
    return label if weight > 0 else None


def _is_headed_by_names(parsed: Parsed, column: int) -> bool:
    """True for a column under a heading of names: running numbers beside it name nobody."""
    first = next(r for r in range(len(parsed)) if parsed.label(r, column) and parsed.has_values(r, column))
    return part_above(parsed.sheet, first, column) in ("navn", "fornavn", "efternavn", "unilogin")


def _weight(parsed: Parsed, column: int) -> float:
    """How many rows this column could name as pupils; values further left than a label speak against it."""
    if column not in parsed.sheet.text_columns:
        return 0
    rows = [r for r in range(len(parsed)) if parsed.label(r, column) and parsed.has_values(r, column)]
    distinct = len({parsed.label(r, column) for r in rows})
    # A value left of the label is a running number at most; real results stand to its right.
    left = sum(1 for r in rows if sum(cell.is_value for cell in parsed.row(r)[:column]) > 1)
    return distinct - left - column * 0.01 if distinct else 0


def _numbered_rows(parsed: Parsed, column: int) -> int:
    """How many pupils a column of different whole numbers names, under a heading that says so."""
    rows = [r for r in range(len(parsed)) if _whole(parsed, r, column) and parsed.has_values(r, column)]
    if not rows or _is_repeated(parsed, rows, column):
        return 0
    above = [label_text(v) for r in range(rows[0]) if (v := parsed.sheet.at(r, column)) is not None]
    if any(map(_is_login, above)):
        return len(rows)
    heading = above[-1] if above and column < _MOST_NUMBER_COLUMNS else ""
    return len(rows) if is_heading(heading) and is_about_pupils(heading) else 0


def _may_head_numbers(text: str, column: int) -> bool:
    """True for a heading under which numbers could name pupils."""
    heading = label_text(text)
    near = column < _MOST_NUMBER_COLUMNS and is_heading(heading) and is_about_pupils(heading)
    return near or _is_login(heading)


def _is_login(heading: str) -> bool:
    """True for "Elev-id": the numbers below it name pupils, whatever else heads the rows between."""
    return said_of_pupils(heading) == "unilogin"


def _is_repeated(parsed: Parsed, rows: Sequence[int], column: int) -> bool:
    """True where a number comes twice in one list; under new headings the same pupils may come again."""
    seen: set[float | None] = set()
    for before, row in zip([rows[0], *rows], rows, strict=False):
        if any(_is_login(label_text(parsed.sheet.at(r, column))) for r in range(before, row)):
            seen.clear()
        number = parsed.cell(row, column).number
        if number in seen:
            return True
        seen.add(number)
    return False


def _whole(parsed: Parsed, row: int, column: int) -> bool:
    number = parsed.cell(row, column).number
    return number is not None and number >= 0 and number == int(number)


def runs_of(parsed: Parsed, label: int) -> list[list[int]]:
    """The rows of pupils with results, by table; three empty rows, headings or a class start a new one."""
    known = parsed.sheet.memo.get(("runs", label))
    if not isinstance(known, list):
        known = parsed.sheet.memo["runs", label] = _runs_of(parsed, label)
    return known


def _runs_of(parsed: Parsed, label: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in range(len(parsed)):
        if (
            not parsed.label(row, label)
            or not parsed.has_values(row, label)
            or _heads_names(parsed, row, label)
        ):
            continue
        between = range(runs[-1][-1] + 1, row) if runs else range(0)
        silent = [r for r in between if not (parsed.label(r, label) or _numbered(parsed, r, label))]
        if runs and len(silent) <= 2 and not any(_breaks(parsed, r) for r in silent):
            runs[-1].append(row)
        else:
            runs.append([row])
    return _without_headings(parsed, runs, label)


def _heads_names(parsed: Parsed, row: int, label: int) -> bool:
    """True for a row with a heading of names left of the label: the label is no pupil."""
    return any(isinstance(v, str) and said_of_pupils(v) for v in parsed.sheet.rows[row][:label])


def _without_headings(parsed: Parsed, runs: list[list[int]], label: int) -> list[list[int]]:
    """The runs without single lines that stand right on top of headings: they are headings themselves."""
    longest = max(runs, key=len, default=[])
    return [
        run
        for run in runs
        if len(run) > 1 or run is longest or run[0] > longest[0] or not _heads(parsed, run[0] + 1, label)
    ]


def _heads(parsed: Parsed, row: int, label: int) -> bool:
    said = [cell for cell in parsed.row(row, label + 1) if cell.missing != "empty"]
    return len(said) > 1 and not parsed.label(row, label)


def _numbered(parsed: Parsed, row: int, label: int) -> bool:
    return any(cell.number is not None for cell in parsed.row(row)[:label])


def _breaks(parsed: Parsed, row: int) -> bool:
    """A row of several texts between pupils, or of a class alone, is a heading of another table."""
    texts = [clean(cell.text) for cell in parsed.row(row) if cell.text is not None]
    return len(texts) > 2 or (len(texts) == 1 and klasse_name(texts[0]) is not None)
