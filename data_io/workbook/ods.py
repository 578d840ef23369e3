"""What calamine does not say of an .ods: how far its cells reach, which are merged, and which are broken."""

import html
import re
from dataclasses import dataclass, field

from data_io.workbook.archive import Archive
from data_io.workbook.grid import Edges, Place, check_extent
from data_io.workbook.limits import MAX_FILLED, MAX_MERGES, MAX_TEXT, MAX_UNPACKED_BYTES, RejectedError

_CONTENT = "content.xml"
_MOST_DIGITS = 9
_TAG = re.compile(
    rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>"
)
_NAME = re.compile(rb'table:name="([^"]*)"')
_COUNTS = re.compile(rb"""number-(columns|rows)-(repeated|spanned)\s*=\s*["']([0-9]{1,9})["']""")
# a space stands once in the file, with how many of them are meant
_SPACES = re.compile(rb"""\btext:c\s*=\s*["']([^"']*)""")


@dataclass
class _Table:
    """A table as far as it has been walked through; `step` is how many times the current row stands there."""

    name: str
    row: int = 0
    column: int = 0
    step: int = 0
    rows: int = 0
    columns: int = 0
    filled: int = 0
    copies: int = 0
    text: int = 0
    merges: list[Edges] = field(default_factory=list)
    broken: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class TableNotes:
    """The merged ranges and the broken cells of one sheet."""

    merges: list[Edges]
    broken: list[Place]


def scan_ods(data: bytes) -> dict[str, TableNotes]:
    """The notes of each sheet by its name; Rejected when a part breaks a limit."""
    archive = Archive(data)
    for part in archive.xml_names():
        if part != _CONTENT:
            archive.xml(part)
    notes: dict[str, TableNotes] = {}
    table = _Table("")
    content, last = archive.xml(_CONTENT), 0
    _check_spaces(content)
    for match in _TAG.finditer(content):
        closing, tag, attributes = match.groups()
        # what stands since the last tag is the text of its cell, once for every copy
        table.text += table.copies * (match.start() - last)
        table.copies, last = 0, match.end()
        if tag == b"table":
            if not closing:
                table = _Table(_name(attributes))
            notes.setdefault(table.name, TableNotes(table.merges, table.broken))
        elif not closing and tag == b"table-row":
            table.row, table.column = table.row + table.step, 0
            table.step = _counts(attributes).get((b"rows", b"repeated"), 1)
        elif not closing:
            _take_cell(table, attributes)
    return notes


def _take_cell(table: _Table, attributes: bytes) -> None:
    counts = _counts(attributes)
    repeated = counts.get((b"columns", b"repeated"), 1)
    if b":value" in attributes or b"-value" in attributes or b":formula" in attributes:
        table.rows = max(table.rows, table.row + table.step)
        table.columns = max(table.columns, table.column + repeated)
        check_extent(table.rows, table.columns, table.name)
        table.copies = repeated * table.step
        table.filled += table.copies
        table.text += table.copies * len(attributes) if table.copies > 1 else 0
        if b'calcext:value-type="error"' in attributes:
            table.broken += [
                (table.row + down, table.column + along)
                for down in range(table.step)
                for along in range(repeated)
            ]
    high, wide = counts.get((b"rows", b"spanned"), 1), counts.get((b"columns", b"spanned"), 1)
    if high > 1 or wide > 1:
        table.merges.append((table.row, table.column, table.row + high - 1, table.column + wide - 1))
    if table.filled > MAX_FILLED or len(table.merges) > MAX_MERGES or table.text > MAX_UNPACKED_BYTES:
        raise RejectedError("too_many_cells", table.name)
    table.column += repeated


def _counts(attributes: bytes) -> dict[tuple[bytes, bytes], int]:
    if b"number-" not in attributes:
        return {}
    counts = {(what, how): int(number) for what, how, number in _COUNTS.findall(attributes)}
    # a count written so that it is not found here is one the parser may find
    if attributes.count(b"-repeated") > sum(how == b"repeated" for _, how in counts):
        raise RejectedError("unreadable")
    return counts


def _check_spaces(content: bytes) -> None:
    counts = _SPACES.findall(content) if b"text:c" in content else []
    if any(len(count) > _MOST_DIGITS or not count.isdigit() for count in counts):
        raise RejectedError("unreadable")
    if sum(map(int, counts)) > MAX_TEXT:
        raise RejectedError("too_many_cells")


def _name(attributes: bytes) -> str:
    match = _NAME.search(attributes)
    return html.unescape(match[1].decode("utf-8", "replace")) if match else ""
