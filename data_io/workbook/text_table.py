"""A csv or txt file as one sheet; every value stays the text that stands there."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from data_io.workbook.grid import Grid, check_extent
from data_io.workbook.limits import RejectedError
from data_io.workbook.wire import SheetReply

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WITHOUT_MARK = ["utf-8", "windows-1252"]
_OTHER_FORMATS = ("<", "%PDF", "{\\rtf")
_WHITE_CONTROLS = frozenset("\t\r\n\f\x1a")
_LINES_TO_JUDGE = 200


def read_text(data: bytes, sheet_name: str) -> Iterator[tuple[int, SheetReply]]:
    """The one sheet with the number of its cells that are not empty; Rejected when the bytes are no text."""
    text = _decode(data)
    delimiter, text = _delimiter(text)
    grid = Grid(sheet_name)
    widest = 0
    for row in _rows(text, delimiter):
        widest = max(widest, len(row))
        grid.add([_as_excel_shows(value) for value in row])
        check_extent(len(grid.rows), widest, sheet_name)
    filled = grid.filled + len(grid.broken)
    yield filled, grid.reply()


def _as_excel_shows(value: str) -> str:
    # exports write ="1.10" so that Excel leaves a text alone
    return value[2:-1] if value.startswith('="') and value.endswith('"') and len(value) > 2 else value


def _decode(data: bytes) -> str:
    marked = [encoding for mark, encoding in _MARKS.items() if data.startswith(mark)]
    for encoding in marked or _WITHOUT_MARK:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_sensible(text):
            break
        return text.rstrip("\x1a")
    raise RejectedError("not_a_workbook")


def _is_sensible(text: str) -> bool:
    if text.lstrip().startswith(_OTHER_FORMATS):
        return False
    return not any(ord(sign) < 32 or ord(sign) == 127 for sign in set(text) - _WHITE_CONTROLS)


def _delimiter(text: str) -> tuple[str, str]:
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if len(first) == 5 and first.lower().startswith("sep="):
        return first[4], rest
    # a comma is also Danish decimals, so it has to be clearly more regular than the others
    scores = {"\t": 0.1, ";": 0.1, ",": 0.0}
    for sign in scores:
        scores[sign] += _regularity(text, sign)
    return max(scores, key=lambda sign: scores[sign]), text


def _regularity(text: str, delimiter: str) -> float:
    try:
        widths = [len(row) for row in islice(_rows(text, delimiter), _LINES_TO_JUDGE) if any(row)]
    except RejectedError:
        # a whole file without this delimiter is one value, longer than any value is
        return -1.0
    if not widths:
        return 0.0
    common = Counter(width for width in widths if width > 1).most_common(1)
    return common[0][1] / len(widths) if common else -1.0


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    try:
        if _is_well_quoted(text, delimiter):
            yield from csv.reader(lines, delimiter=delimiter)
        else:
            yield from csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    except csv.Error as error:
        raise RejectedError("not_a_workbook") from error


def _is_well_quoted(text: str, delimiter: str) -> bool:
    # one forgotten quotation mark would swallow every row below it
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return False
    return True
