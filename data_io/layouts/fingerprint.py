"""A fingerprint of how a sheet is built, so that what was said of one holds for the next of its kind."""

import hashlib
import json
from collections.abc import Sequence

from data_io.layouts.reading import SheetReading
from data_io.layouts.words import clean, is_heading, is_statistic, tokens
from data_io.workbook.cells import Sheet, Value

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
    for r, row in enumerate(sheet.rows if across else sheet.rows[:first]):
        for c, value in enumerate(row[:first] if across else row):
            if isinstance(value, str) and (is_heading(value) or is_statistic(value)):
                words = " ".join(w for w in tokens(value) if not w[0].isdigit())
                said.add((-1 if across else r, c if across or c < FAR_RIGHT else -1, words))
    if not said:
        # Without a word of a heading only the same pattern of cells is the same kind of sheet.
        said = {
            (r, c, _shape(v)) for r, row in enumerate(sheet.rows[:_TOP]) for c, v in enumerate(row[:_TOP])
        }
    kinds = sorted({reading.kind for reading in readings})
    text = json.dumps([kinds, across, first, sorted(said)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _shape(value: Value) -> str:
    """What stands in a cell: a text as it is, a number or nothing by its kind."""
    return clean(value) if isinstance(value, str) else type(value).__name__
