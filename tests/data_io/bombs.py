"""Files made to break their reader, each of a kind that has been used or that the format allows."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import xlwt

from tests.data_io.workbook_files import cell, raw_ods, raw_xlsx, row


def noise(size: int) -> str:
    """Text that hardly packs, so that the limit on the ratio does not stop what is tested."""
    return Random(1).randbytes(size // 2).hex()  # noqa: S311 – no secret


def far_corner(written: str) -> Callable[[Path], Path]:
    """A1 and the last cell of Excel's grid, with its name written so."""
    return lambda folder: raw_xlsx(
        folder / "mat.xlsx", row(1, cell("A1")) + f'<row r="1048576"><c {written}><v>1</v></c></row>'
    )


def ten_million_cells(folder: Path) -> Path:
    """Ten million numbers in an .xlsx of 15 MB, unnamed so that they fit into 200 MB."""
    random = Random(1)  # noqa: S311 – no secret
    lines = [
        f"<row>{''.join(f'<c><v>{random.randrange(100)}</v></c>' for _ in range(100))}</row>"
        for _ in range(1000)
    ]
    return raw_xlsx(folder / "mat.xlsx", "".join(lines * 100))


def ten_million_cells_that_pack(folder: Path) -> Path:
    """Ten million equal numbers in an .xlsx of 0.5 MB."""
    return raw_xlsx(folder / "mat.xlsx", ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 100_000)


def one_text_in_every_cell(folder: Path) -> Path:
    """A shared text of 9 MB in 3,000 cells."""
    text = noise(500_000) + "x" * 9_000_000
    rows = "".join(row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(1, 3000))
    return raw_xlsx(folder / "mat.xlsx", rows, parts={"sharedStrings": f"<sst><si><t>{text}</t></si></sst>"})


def sixty_full_sheets(folder: Path) -> Path:
    """Sixty sheets that are one part, each with as much as a sheet may hold."""
    rows = "".join(
        row(n, *(cell(f"{letter}{n}", n % 9) for letter in "ABCDEFGHIJ")) for n in range(1, 18_000)
    )
    return raw_xlsx(folder / "mat.xlsx", rows, sheets=60)


def with_document_type(declared: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    """A workbook whose list of sheets begins with a document type."""

    def make(folder: Path) -> Path:
        sound = raw_xlsx(folder / "sund.xlsx", row(1, cell("A1")))
        with zipfile.ZipFile(sound) as old, zipfile.ZipFile(folder / "mat.xlsx", "w") as new:
            for part in old.namelist():
                body = old.read(part)
                if part == "xl/workbook.xml":
                    body = (declared + body.decode().replace("Ark1", "&a9;")).encode(encoding)
                new.writestr(part, body)
        return folder / "mat.xlsx"

    return make


def laughs() -> str:
    """The billion laughs: ten entities, each of them ten of the one before."""
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY a0 "ha">{lines}]>'


def overlapping_parts(folder: Path) -> Path:
    """An archive of which many entries unpack the same bytes."""
    path = raw_xlsx(folder / "mat.xlsx", row(1, cell("A1")))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/kerne.xml", "<a>" + noise(100_000) + "</a>")
        core = archive.getinfo("xl/kerne.xml")
        for number in range(400):
            twin = zipfile.ZipInfo(f"xl/kopi{number}.xml")
            twin.header_offset, twin.CRC, twin.compress_type = (
                core.header_offset,
                core.CRC,
                core.compress_type,
            )
            twin.file_size, twin.compress_size = core.file_size, core.compress_size
            archive.filelist.append(twin)
    return path


def nested_archives(folder: Path) -> Path:
    """A zip in a zip in a zip, of which the innermost unpacks to 60 MB."""
    body = b"\0" * 60_000_000
    for name in ("d.xlsx", "c.zip", "b.zip"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, body)
        body = packed.getvalue()
    (folder / "mat.xlsx").write_bytes(body)
    return folder / "mat.xlsx"


def nested_in_a_workbook(folder: Path) -> Path:
    """A sound workbook that carries such a zip as an embedded object."""
    inner = nested_archives(folder).read_bytes()
    path = raw_xlsx(folder / "mat.xlsx", row(1, cell("A1")))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/embeddings/oleObject1.zip", inner)
    return path


def repeats(rows: str, columns: str, cell_of: str = 'office:value="1"') -> Callable[[Path], Path]:
    """An .ods of one cell that says how often its row and itself are repeated, in these words."""
    table = f"<table:table-row {rows}><table:table-cell {columns} {cell_of}/></table:table-row>"
    return lambda folder: raw_ods(folder / "mat.ods", table)


def spaces_without_end(folder: Path) -> Path:
    """An .ods with a text of a thousand million spaces, written as a count."""
    text = '<text:p xmlns:text="urn:x"><text:s text:c="999999999"/></text:p>'
    cells = f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    return raw_ods(folder / "mat.ods", f"<table:table-row>{cells}</table:table-row>")


def xls(fill: Callable[[xlwt.Worksheet], None], sheets: int = 1) -> Callable[[Path], Path]:
    """An .xls whose sheets are all filled so."""

    def make(folder: Path) -> Path:
        book = xlwt.Workbook()
        for number in range(1, sheets + 1):
            fill(book.add_sheet(f"Ark{number}"))
        book.save(str(folder / "mat.xls"))
        return folder / "mat.xls"

    return make


def two_cells(sheet: xlwt.Worksheet) -> None:
    """A name and a number."""
    sheet.write(0, 0, "Elev")
    sheet.write(1, 1, 1)


def far_apart(sheet: xlwt.Worksheet) -> None:
    """The first and the last cell of the old grid."""
    sheet.write(0, 0, "Elev")
    sheet.write(65_535, 255, 1)


def full(sheet: xlwt.Worksheet) -> None:
    """More numbers than a sheet may hold."""
    for line in range(50_001):
        for column in range(4):
            sheet.write(line, column, 1)


def merged(sheet: xlwt.Worksheet) -> None:
    """One merged range."""
    sheet.write_merge(0, 1, 0, 1, "Elev")


def lying(
    fill: Callable[[xlwt.Worksheet], None], record: int, offset: int, said: bytes, sheets: int = 1
) -> Callable[[Path], Path]:
    """An .xls of which the first record of a kind says something else than what is true."""

    def make(folder: Path) -> Path:
        path = xls(fill, sheets)(folder)
        data = bytearray(path.read_bytes())
        place = 512  # after the container's own header, the records stand in one piece
        while struct.unpack_from("<H", data, place)[0] != record:
            place += 4 + struct.unpack_from("<H", data, place + 2)[0]
        data[place + 4 + offset : place + 4 + offset + len(said)] = said
        path.write_bytes(data)
        return path

    return make


def one_sheet_twice(folder: Path) -> Path:
    """An .xls whose second sheet is said to begin where the third does."""
    data = xls(two_cells, 3)(folder).read_bytes()
    places = [
        at for at in range(512, 4000) if data[at : at + 2] == b"\x85\0" and data[at + 12 : at + 15] == b"Ark"
    ]
    second, third = places[1:]
    changed = data[: second + 4] + data[third + 4 : third + 8] + data[second + 8 :]
    (folder / "mat.xls").write_bytes(changed)
    return folder / "mat.xls"


def ring_of_sectors(folder: Path) -> Path:
    """An .xls whose list of sectors leads back to itself."""
    data = bytearray(xls(full)(folder).read_bytes())
    struct.pack_into("<II", data, 68, 0, 0xFFFF)
    # the last number of sector 0 is where the list goes on
    struct.pack_into("<I", data, 1020, 0)
    (folder / "mat.xls").write_bytes(data)
    return folder / "mat.xls"


def raw(content: bytes, name: str = "mat.csv") -> Callable[[Path], Path]:
    """A file of these bytes."""

    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make
