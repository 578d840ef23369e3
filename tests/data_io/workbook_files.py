"""Workbooks as schools keep them and as nobody should make them, written for the tests."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P

from data_io.errors import Refused
from data_io.workbook.cells import Sheet
from data_io.workbook.reader import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_VALUE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def xlsx(path: Path, fill: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.Workbook()
    fill(book)
    book.save(path)
    return path


def with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    changed = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            body = old.read(part)
            new.writestr(part, change(body.decode()) if part == name else body)
    return changed


def sheet_of(path: Path, cells: Mapping[str, object]) -> Sheet:
    def fill(book: openpyxl.Workbook) -> None:
        for place, value in cells.items():
            book.worksheets[0][place] = value

    (sheet,) = read_workbook(xlsx(path, fill)).sheets
    return sheet


def ods_cell(value: object = None, **attributes: object) -> TableCell:
    if isinstance(value, str):
        attributes |= {"valuetype": "string"}
    elif value is not None:
        attributes |= {"valuetype": "float", "value": value}
    cell = TableCell(**attributes)
    if value is not None:
        cell.addElement(P(text=str(value)))
    return cell


def ods(path: Path, name: str, rows: list[list[TableCell]], hidden: bool = False) -> Path:
    document = OpenDocumentSpreadsheet()
    style = Style(name="ta1", family="table")
    style.addElement(TableProperties(display="false" if hidden else "true"))
    document.automaticstyles.addElement(style)
    table = Table(name=name, stylename=style)
    for cells in rows:
        row = TableRow()
        for cell in cells:
            row.addElement(cell)
        table.addElement(row)
    # LibreOffice fills its whole grid up with one empty cell
    rest = TableRow(numberrowsrepeated=1_048_576 - len(rows))
    rest.addElement(TableCell(numbercolumnsrepeated=16_384))
    table.addElement(rest)
    document.spreadsheet.addElement(table)
    document.save(path)
    return path


def csv(path: Path, text: str, encoding: str = "utf-8") -> Sheet:
    path.write_bytes(text.encode(encoding))
    (sheet,) = read_workbook(path).sheets
    return sheet


def relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


def cell(place: str, value: float = 1) -> str:
    return f'<c r="{place}"><v>{value}</v></c>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def raw_xlsx(
    path: Path, rows: str, before: str = "", sheets: int = 1, parts: dict[str, str] | None = None
) -> Path:
    """The smallest workbook a reader takes, so that a test can say exactly what stands in it."""
    listed = "".join(f'<sheet name="Ark{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        targets = [("worksheet", "worksheets/sheet1.xml")]
        if parts and "sharedStrings" in parts:
            targets.append(("sharedStrings", "sharedStrings.xml"))
        archive.writestr("xl/_rels/workbook.xml.rels", relations(*targets))
        sheet = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, body in (parts or {}).items():
            archive.writestr(f"xl/{name}.xml", body)
    return path


def raw_ods(path: Path, table: str, manifest: str = "<m/>") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{_VALUE}" xmlns:table="{_TABLE}"><office:body>'
            f'<office:spreadsheet><table:table table:name="Ark1">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def many_cells(rows: int) -> str:
    return "".join(row(n, *(cell(f"{letter}{n}", n) for letter in "ABCDEFGHIJ")) for n in range(1, rows + 1))


def refusal(path: Path) -> Refused:
    """The refusal of a file, after a sound file was read by the same reader."""
    with pytest.raises(Refused) as caught:
        read_workbook(path)
    message = caught.value.message
    assert path.name in message
    assert str(path.parent) not in message
    assert "{" not in message
    assert message.endswith(".")
    assert csv(path.parent / "sound.csv", "Elev;1.1\nAnna;2\n").rows == (("Elev", "1.1"), ("Anna", "2"))
    return caught.value
