"""The sheets of a reply as cells."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time

from data_io.workbook.cells import Merge, Sheet, Value
from data_io.workbook.wire import SheetReply

_MOMENTS: dict[str, Callable[[str], date | time]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def sheets_of(replies: Iterable[SheetReply]) -> tuple[Sheet, ...]:
    """The sheets in their order."""
    return tuple(map(_sheet, replies))


def _sheet(reply: SheetReply) -> Sheet:
    rows: list[list[Value]] = [list(row) for row in reply["rows"]]
    for row, column, kind, iso in reply["moments"]:
        if kind in _MOMENTS:
            rows[row][column] = _MOMENTS[kind](iso)
    return Sheet(
        name=reply["name"],
        hidden=reply["hidden"],
        rows=tuple(map(tuple, rows)),
        merges=tuple(Merge(*edges) for edges in reply["merges"]),
        broken=tuple((row, column) for row, column in reply["broken"]),
        cpr_columns=tuple(reply["cpr_columns"]),
        cpr_cells=tuple((row, column) for row, column in reply["cpr_cells"]),
        fills={
            (row, column): colour
            for row, left, right, colour in reply.get("fills", [])
            for column in range(left, right + 1)
        },
    )
