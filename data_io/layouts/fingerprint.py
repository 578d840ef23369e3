"""A fingerprint of how a sheet is built, so that what was said of one holds for the next of its kind."""

import hashlib
import json
from collections.abc import Sequence

from data_io.layouts.reading import SheetReading
from data_io.layouts.words import clean, is_heading, is_statistic, tokens
from data_io.workbook.cells import Sheet

# A total right of the tasks moves with their number.
FAR_RIGHT = 4
_TOP = 8


def layout_of(sheet: Sheet, readings: Sequence[SheetReading]) -> str:
    """The same for two sheets whose heading words stand in the same cells above the pupils.

    Names of tasks, fagområder, classes, days and pupils do not count, nor does the number of pupils.
    """
    rows = [p.row for reading in readings for p in reading.pupils]
    columns = [p.column for reading in readings for p in reading.pupils]
    across = readings[0].transposed
    first = min(columns if across else rows, default=0) or 8
    said = set()
    for r, texts in enumerate(sheet.texts if across else sheet.texts[:first]):
        for c, text in texts:
            if (c < first or not across) and (is_heading(text) or is_statistic(text)):
                words = " ".join(w for w in tokens(text) if not w[0].isdigit())
                said.add((-1 if across else r, c if across or c < FAR_RIGHT else -1, words))
    if not said:
        said = _pattern(sheet)
    kinds = sorted({reading.kind for reading in readings})
    text = json.dumps([kinds, across, first, sorted(said)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _pattern(sheet: Sheet) -> set[tuple[int, int, str]]:
    """What stands above the first line of numbers, and of what kind the cells of that line are.

    Without a word of a heading only sheets with the same texts there are of one kind.
    """
    lines = (r for r, row in enumerate(sheet.rows) if sum(isinstance(v, int | float) for v in row) > 1)
    first = next(lines, 0)
    above = {
        (r, c, clean(v))
        for r, row in enumerate(sheet.rows[max(first - _TOP, 0) : first])
        for c, v in enumerate(row[:_TOP])
        if isinstance(v, str)
    }
    kinds = enumerate(sheet.rows[first][:_TOP]) if sheet.rows else ()
    return above | {(-1, c, type(v).__name__) for c, v in kinds}
