"""The colours cells are filled with, where somebody asks for them: laid into the sheets already read."""

from collections.abc import Sequence

from data_io.workbook.cpr import mask
from data_io.workbook.fills_found import Area, AreaOf, Fills
from data_io.workbook.fills_ods import ods_fills
from data_io.workbook.fills_xls import xls_fills
from data_io.workbook.fills_xlsx import xlsx_fills
from data_io.workbook.limits import MAX_COLUMNS, RejectedError
from data_io.workbook.sniff import kind_of
from data_io.workbook.wire import SheetReply


def add_fills(data: bytes, sheets: Sequence[SheetReply]) -> None:
    """Every sheet has the fills of the rows and columns it uses; text files have none.

    Two sheets whose names the mask made one have none either, for nobody could tell them apart.
    """
    areas: dict[str, Area] = {}
    for sheet in sheets:
        areas[sheet["name"]] = Area(0, 0) if sheet["name"] in areas else _used(sheet)
    try:
        found = _found(data, lambda name: areas.get(mask(name)))
    except RejectedError:
        # the cells were read: a theme or a style that is broken takes nothing but the colours
        found = {}
    by_name = {mask(name): fills for name, fills in found.items()}
    for sheet in sheets:
        sheet["fills"] = by_name.get(sheet["name"], Fills()).runs()


def _found(data: bytes, area_of: AreaOf) -> dict[str, Fills]:
    match kind_of(data):
        case "xlsx":
            return xlsx_fills(data, area_of)
        case "ods":
            return ods_fills(data, area_of)
        case "xls":
            return xls_fills(data, area_of)
        case "text":
            return {}


def _used(sheet: SheetReply) -> Area:
    """As far as values and merged headings reach; what is coloured beyond them is only decoration."""
    rows = len(sheet["rows"])
    width = max((len(row) for row in sheet["rows"]), default=0)
    right = max((edges[3] + 1 for edges in sheet["merges"] if edges[0] < rows), default=0)
    return Area(rows, max(width, min(right, MAX_COLUMNS)))
