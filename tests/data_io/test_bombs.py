"""A file that is made to break its reader is refused in a sentence, within 60 s and 1.5 GB."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.data_io import bombs
from tests.data_io.measured import read_measured

ALL_ROWS, ALL_COLUMNS = 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"'
ENDLESS = 'table:number-columns-repeated="999999999999"'
ENTITY = 'table:number-rows-repeated="&#57;&#57;"'
QUOTED = [text.replace('"', "'") for text in (ALL_ROWS, ALL_COLUMNS)]
SPACED = [text.replace("=", " = ") for text in (ALL_ROWS, ALL_COLUMNS)]
LONG_TEXT = f'office:value-type="string" office:string-value="{bombs.noise(2000)}"'

XLSX = {
    "two far corners": (bombs.far_corner('r="XFD1048576"'), "too_many_columns"),
    "a far corner in small letters": (bombs.far_corner('r="xfd1048576"'), "unreadable"),
    "a far corner with an entity in its name": (bombs.far_corner('r="&#88;FD1048576"'), "unreadable"),
    "a far corner behind spaces": (bombs.far_corner('r = "XFD1048576"'), "unreadable"),
    "a far corner behind a bracket": (bombs.far_corner('q=">" r="XFD1048576"'), "unreadable"),
    "ten million cells": (bombs.ten_million_cells, "too_large"),
    "ten million cells that pack well": (bombs.ten_million_cells_that_pack, "unpacks_too_large"),
    "one long text in every cell": (bombs.one_text_in_every_cell, "unreadable"),
    "sixty full sheets": (bombs.sixty_full_sheets, "too_large"),
    "billion laughs": (bombs.with_document_type(bombs.laughs()), "dangerous_xml"),
    "billion laughs in utf-16": (bombs.with_document_type(bombs.laughs(), "utf-16"), "dangerous_xml"),
    "billion laughs in utf-16 without its mark": (
        bombs.with_document_type(bombs.laughs(), "utf-16-le"),
        "dangerous_xml",
    ),
    "an external entity": (
        bombs.with_document_type('<!DOCTYPE a [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>'),
        "dangerous_xml",
    ),
    "an external document type": (
        bombs.with_document_type('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'),
        "dangerous_xml",
    ),
    "overlapping parts": (bombs.overlapping_parts, "dangerous_zip"),
    "nested archives": (bombs.nested_archives, "not_a_workbook"),
}
ODS = {
    "the whole grid": (bombs.repeats(ALL_ROWS, ALL_COLUMNS), "too_many_columns"),
    "the whole grid in single quotes": (bombs.repeats(*QUOTED), "too_many_columns"),
    "the whole grid with spaces": (bombs.repeats(*SPACED), "too_many_columns"),
    "the whole grid behind a bracket": (bombs.repeats(ALL_ROWS, f"q='>' {ALL_COLUMNS}"), "too_many_columns"),
    "the whole grid of formulas": (
        bombs.repeats(ALL_ROWS, ALL_COLUMNS, 'table:formula="1"'),
        "too_many_columns",
    ),
    "the whole grid as text": (bombs.repeats(ALL_ROWS, ALL_COLUMNS, LONG_TEXT), "too_many_columns"),
    "a count with an entity": (
        bombs.repeats('table:number-rows-repeated="&#57;&#57;"', ALL_COLUMNS),
        "unreadable",
    ),
    "a count of twelve digits": (bombs.repeats(ALL_ROWS, ENDLESS), "unreadable"),
    "a long text in 160,000 cells": (
        bombs.repeats('table:number-rows-repeated="4000"', 'table:number-columns-repeated="40"', LONG_TEXT),
        "too_large",
    ),
    "spaces without end": (bombs.spaces_without_end, "too_large"),
}
XLS = {
    "two far corners": (bombs.xls(bombs.far_apart), "too_large"),
    "two far corners in sixty sheets": (bombs.xls(bombs.far_apart, 60), "too_large"),
    "too many numbers": (bombs.xls(bombs.full), "too_large"),
    "sixty-one sheets": (bombs.xls(bombs.two_cells, 61), "too_many_sheets"),
    "one sheet twice": (bombs.one_sheet_twice, "unreadable"),
    "lying rows": (bombs.lying(bombs.two_cells, 0x0200, 4, b"\xff" * 4), "unreadable"),
    "a lying count of merges": (bombs.lying(bombs.merged, 0x00E5, 0, b"\xff\xff"), "unreadable"),
    "a lying length of a text": (bombs.lying(bombs.two_cells, 0x00FC, 8, b"\xff\xff"), "unreadable"),
    "a ring of sectors": (bombs.ring_of_sectors, "unreadable"),
}
TEXT = {
    "ten million cells in one line": (bombs.raw(b"1;" * 10_000_000), "too_large"),
    "twenty million empty cells in one line": (bombs.raw(b"," * 20_000_000), "too_many_columns"),
    "ten million cells in lines": (bombs.raw((b"1;" * 400 + b"\n") * 24_000), "too_large"),
    "one line of 100 MB": (bombs.raw(b"x" * 100_000_000), "too_large"),
    "one line of 19 MB": (bombs.raw(b"x" * 19_000_000), "not_a_workbook"),
    "a quotation mark that never ends": (bombs.raw(b'"' + b"x;\n" * 6_000_000), "too_many_rows"),
    "quotation marks alone": (bombs.raw(b'""' * 9_000_000), "not_a_workbook"),
    "line ends alone": (bombs.raw(b"\n" * 20_000_000), "empty"),
    "nul bytes": (bombs.raw(b"Elev;1\nAn\0na;2\n"), "not_a_workbook"),
}
EVERY = [
    pytest.param(make, code, id=f"{kind}: {name}")
    for kind, cases in (("xlsx", XLSX), ("ods", ODS), ("xls", XLS), ("csv", TEXT))
    for name, (make, code) in cases.items()
]


@pytest.mark.parametrize(("make", "code"), EVERY)
def test_a_bomb_is_refused_within_its_limits(tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    path = make(tmp_path)

    outcome = read_measured(path)

    assert outcome.code == code
    assert f"»{path.name}«" in outcome.message
    assert outcome.message.endswith(".")


def test_an_archive_inside_a_workbook_is_never_unpacked(tmp_path: Path) -> None:
    outcome = read_measured(bombs.nested_in_a_workbook(tmp_path))

    assert (outcome.code, len(outcome.kinds)) == (None, 1)


def test_an_xls_that_says_its_whole_grid_is_used_is_read(tmp_path: Path) -> None:
    said = (65_536).to_bytes(4, "little") + b"\0\0" + (256).to_bytes(2, "little")

    outcome = read_measured(bombs.lying(bombs.two_cells, 0x0200, 4, said)(tmp_path))

    assert (outcome.code, len(outcome.kinds)) == (None, 1)
