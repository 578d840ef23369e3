"""The fills of cells are read from every kind of workbook, within the used part and the limits."""

from pathlib import Path

import pytest
import xlwt
from openpyxl.styles.colors import Color

from data_io.workbook.cells import Sheet
from data_io.workbook.reader import read_workbook
from tests.data_io.filled_sheets import (
    FIVE,
    FIVE_LEVELS,
    GREEN,
    NAMES,
    RATED,
    RED,
    Fills,
    coloured,
    coloured_ods,
    filled_sheet,
    read_filled,
    values,
)
from tests.data_io.workbook_files import MAIN, cell, raw_xlsx, row, with_part


def test_fills_are_read_only_where_they_are_asked_for(tmp_path: Path) -> None:
    path = coloured(tmp_path / "t.xlsx", RATED, FIVE)

    assert read_workbook(path).sheets[0].fills == {}
    assert read_workbook(path, fills=True).sheets[0].fills[2, 1] == RED
    assert read_workbook(path, fills=True).sheets == read_workbook(path).sheets


def test_theme_colours_with_a_tint_and_numbered_colours_are_what_excel_shows(tmp_path: Path) -> None:
    fills: Fills = {
        3: [Color(theme=9, tint=-0.25), Color(theme=5), Color(indexed=13)],
        4: [Color(theme=9, tint=0.4), Color(indexed=10), Color(indexed=17)],
    }

    found = filled_sheet(coloured(tmp_path / "t.xlsx", RATED, fills)).fills

    # openpyxl writes the Office theme of 2007: accent 6 is F79646, accent 2 is C0504D
    assert found == {
        (2, 1): "E46C0A",
        (2, 2): "C0504D",
        (2, 3): "FFFF00",
        (3, 1): "FAC090",
        (3, 2): "FF0000",
        (3, 3): "008000",
    }


@pytest.mark.parametrize("default", [None, GREEN], ids=["every cell styled", "the column's default"])
def test_a_sheet_of_libreoffice_is_read_by_its_colours(tmp_path: Path, default: str | None) -> None:
    fills = {
        number: [None if colour == default else colour for colour in colours]
        for number, colours in FIVE.items()
    }
    levels = list(FIVE_LEVELS)
    if default:
        levels[9] = 4

    reading = read_filled(coloured_ods(tmp_path / "t.ods", RATED, fills, default))

    assert values(reading) == levels


def test_an_old_excel_file_is_read_by_its_colours(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark1")
    for r, line in enumerate(RATED):
        for c, value in enumerate(line):
            sheet.write(r, c, value)
    for r, colours in enumerate((["red", "yellow", "lime"], ["lime", "lime", "yellow"]), start=2):
        for c, colour in enumerate(colours, start=1):
            sheet.write(r, c, None, xlwt.easyxf(f"pattern: pattern solid, fore_colour {colour}"))
    book.save(str(tmp_path / "t.xls"))

    assert values(read_filled(tmp_path / "t.xls"))[:6] == [1, 3, 4, 4, 4, 3]


def test_a_broken_theme_takes_nothing_but_the_colours(tmp_path: Path) -> None:
    path = coloured(tmp_path / "t.xlsx", RATED, FIVE)

    sheet = filled_sheet(with_part(path, "xl/theme/theme1.xml", lambda text: text[:100]))

    assert sheet.at(2, 0) == NAMES[0]
    assert sheet.fills == {}


COLUMNS = [first + second for first in "ABCDEF" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fills><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>'
    '<cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs></styleSheet>'
)
STYLES_RELATION = '<Relationship Id="rId9" Type="http://x.dk/relationships/styles" Target="styles.xml"/>'


def red_area(path: Path, rows: int) -> Sheet:
    """A sheet used from A1 to SF3000 with red cells in some of its rows, and far outside it."""
    red = "".join(
        row(n, *(f'<c r="{letters}{n}" s="1"/>' for letters in COLUMNS)) for n in range(2, rows + 2)
    )
    used = row(1, cell("A1"), cell("SF1")) + red + row(3000, cell("A3000"), '<c r="XFD3000" s="1"/>')
    far = row(900_000, '<c r="A900000" s="1"/>')
    path = raw_xlsx(path, used + far, parts={"styles": STYLES})
    return filled_sheet(
        with_part(
            path,
            "xl/_rels/workbook.xml.rels",
            lambda text: text.replace("</Relationships>", f"{STYLES_RELATION}</Relationships>"),
        )
    )


def test_only_the_used_part_of_a_sheet_has_fills(tmp_path: Path) -> None:
    sheet = red_area(tmp_path / "t.xlsx", rows=10)

    assert len(sheet.fills) == 10 * len(COLUMNS)
    assert max(sheet.fills) == (10, 181)


def test_a_huge_coloured_area_hides_nothing_and_has_no_fills(tmp_path: Path) -> None:
    sheet = red_area(tmp_path / "t.xlsx", rows=2000)

    assert sheet.at(2999, 0) == 1
    assert sheet.fills == {}
