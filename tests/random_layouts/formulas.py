"""Formulas with the value a spreadsheet program saw last, which openpyxl itself cannot write."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from data_io.workbook.cells import cell_name
from tests.random_layouts.pages import Page

_FORMULA = re.compile(r'(<c r="(?P<cell>[A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*/?>(?:</v>)?')


def fill_formulas(path: Path, pages: Sequence[Page]) -> None:
    """Puts the cached value into every formula of a workbook whose sheets are these."""
    if not any(page.grid.formulas for page in pages):
        return
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for number, page in enumerate(pages, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _filled(parts[name].decode(), page).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)


def _filled(xml: str, page: Page) -> str:
    values = {cell_name(r, c): page.grid.cells[r, c] for r, c in page.grid.formulas}
    return _FORMULA.sub(lambda found: f"{found[1]}<v>{values[found['cell']]}</v>", xml)
