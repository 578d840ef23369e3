"""What calamine does not say of an .xlsx: how far its cells reach, and which of them are broken."""

import posixpath
import re
from collections.abc import Callable
from xml.parsers import expat

from data_io.workbook.archive import Archive
from data_io.workbook.grid import Place, check_extent
from data_io.workbook.limits import MAX_FILLED, RejectedError

# a row from 10,000 on, or a column from SG on: only then can a sheet be too large, and is looked at
_FAR = re.compile(rb"""r=["'](?:[A-Z]{3}|S[G-Z]|[T-Z][A-Z]|[A-Z]*[1-9][0-9]{4})""")
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br=["']([A-Z]{1,7})([0-9]{1,9})["'][^<>]*?(/?)>(</|)""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\s(?=[^<>]*?\bt=["']e["'])[^<>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
# a formula with nothing behind it; text that is empty (t="str" and an empty v) is a cached value
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\s([^<>]*+)>\s*+<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*+</(?:\w+:)?f>)"""
    rb"""\s*+(?!<(?:\w+:)?v[^<>/]*>[^<])(<(?:\w+:)?v\b)?"""
)
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_TEXT_TYPE = re.compile(rb"""\bt=["']str["']""")


def scan_xlsx(data: bytes) -> dict[str, list[Place]]:
    """The broken cells of each sheet by its name; Rejected when a part breaks a limit."""
    archive = Archive(data)
    sheets = sheet_names(archive)
    broken: dict[str, list[Place]] = {}
    for part in archive.xml_names():
        xml = archive.xml(part)
        if part in sheets or b"sheetData" in xml:
            name = sheets.get(part, "")
            _check_reach(xml, name)
            broken[name] = _broken_cells(xml, name)
    return broken


def office_parts(archive: Archive) -> dict[str, str]:
    """The parts a workbook refers to by what they are: "styles", "theme"."""
    return {kind.rpartition("/")[2]: target for kind, _, target in _relations(archive, _book(archive))}


def _book(archive: Archive) -> str:
    for kind, _, target in _relations(archive, ""):
        if kind.endswith("/officeDocument"):
            return target
    raise RejectedError("broken_zip")


def sheet_names(archive: Archive) -> dict[str, str]:
    """The name of each sheet by the part that holds it."""
    book = _book(archive)
    parts = {key: target for _, key, target in _relations(archive, book)}
    names: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            keys = [value for key, value in attributes.items() if key.rpartition(":")[2] == "id"]
            names[parts.get("".join(keys), "")] = attributes.get("name", "")

    walk(archive.xml(book), sheet)
    return names


def _relations(archive: Archive, part: str) -> list[tuple[str, str, str]]:
    """The type, id and target part of each relation of a part; of the whole package for the part ""."""
    folder, name = posixpath.split(part)
    found: list[tuple[str, str, str]] = []

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found.append((attributes.get("Type", ""), attributes.get("Id", ""), target.lstrip("/")))

    walk(archive.xml(posixpath.join(folder, "_rels", f"{name}.rels")), relation)
    return found


def walk(xml: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    """Every element that opens is shown with its attributes; Rejected when the part is no XML."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding nobody knows
        raise RejectedError("unreadable") from error


def _refuse_doctype(*_declared: object) -> None:
    raise RejectedError("dangerous_xml")


def _check_reach(xml: bytes, sheet: str) -> None:
    if not _FAR.search(xml):
        return
    rows = columns = 0
    for match in _CELL.finditer(xml):
        # formatting alone reaches to the last row of many real sheets: empty cells do not count
        if match[3] or match[4]:
            continue
        row, column = _place(match[1], match[2])
        rows, columns = max(rows, row + 1), max(columns, column + 1)
    check_extent(rows, columns, sheet)


def _broken_cells(xml: bytes, sheet: str) -> list[Place]:
    found: list[Place] = []
    if b't="e"' in xml or b"t='e'" in xml:
        found += [_place(match[1], match[2]) for match in _ERROR.finditer(xml)]
    if b"</f>" in xml or b":f>" in xml:
        found += _formulas_without_value(xml)
    if len(found) > MAX_FILLED:
        raise RejectedError("too_many_cells", sheet)
    return found


def _formulas_without_value(xml: bytes) -> list[Place]:
    found = []
    for match in _FORMULA.finditer(xml):
        reference = _REFERENCE.search(match[1])
        if reference and not (match[2] and _TEXT_TYPE.search(match[1])):
            found.append(_place(reference[1], reference[2]))
    return found


def _place(letters: bytes, digits: bytes) -> Place:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(digits) - 1, column - 1
