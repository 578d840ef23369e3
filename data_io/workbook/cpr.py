"""CPR numbers are found in what has been read, and taken out of it."""

import re
from collections.abc import Iterable

from data_io.workbook.wire import Plain

MASK = "######-####"

# with a hyphen or a space before the last four digits, or ten digits that are no decimals of a number
_SHAPE = re.compile(
    r"(?<!\d)(?:"
    r"(?P<d1>\d\d)(?P<m1>\d\d)(?P<y1>\d\d)(?:\s?[-‐‑–]\s?|\s)\d{4}"
    r"|(?P<d2>\d\d)(?P<sep>[./-])(?P<m2>\d\d)(?P=sep)(?P<y2>\d\d)\s?[-‐‑–]\s?\d{4}"
    r"|(?<!\d[.,])(?P<d3>\d\d)(?P<m3>\d\d)(?P<y3>\d\d)\d{4}(?![.,]\d)"
    r")(?!\d)"
)
_SHORTEST = 9
SMALLEST, _BEYOND = 10**8, 10**10
_HEADER = re.compile(r"\bcpr|personn(?:umme)?r", re.IGNORECASE)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def mask(text: str) -> str:
    """The text with the mask where a CPR number stood."""
    if len(text) < _SHORTEST:
        return text
    return _SHAPE.sub(lambda match: MASK if _is_born(match) else match[0], text)


def may_hold_cpr(value: Plain) -> bool:
    """True for a text or a whole number that is long enough to be looked through for a CPR number."""
    if isinstance(value, str):
        return len(value) >= _SHORTEST
    return isinstance(value, int) and SMALLEST <= value < _BEYOND


def scrub(
    rows: list[list[Plain]], suspects: Iterable[tuple[int, int]]
) -> tuple[list[int], list[tuple[int, int]]]:
    """The columns that were emptied and the single cells that were masked; `rows` is changed in place.

    `suspects` are the cells that may hold a CPR number.
    """
    whole, inside = _find(rows, suspects)
    columns = sorted(
        column for column in {place[1] for place in whole} if _is_cpr_column(rows, whole, column)
    )
    for row in rows:
        for column in columns:
            if column < len(row):
                row[column] = None
    cells = [place for place in sorted(whole | inside) if place[1] not in columns]
    for row_number, column in cells:
        value = rows[row_number][column]
        rows[row_number][column] = mask(value) if isinstance(value, str) else MASK
        if (row_number, column) in whole:
            rows[row_number][column] = MASK
    return columns, cells


def _find(
    rows: list[list[Plain]], suspects: Iterable[tuple[int, int]]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    whole: set[tuple[int, int]] = set()
    inside: set[tuple[int, int]] = set()
    for row, column in suspects:
        value = rows[row][column]
        if isinstance(value, str):
            _sort_text(value, (row, column), whole, inside)
        elif value is not None and _is_cpr(str(value)):
            whole.add((row, column))
    return whole, inside


def _sort_text(
    text: str, place: tuple[int, int], whole: set[tuple[int, int]], inside: set[tuple[int, int]]
) -> None:
    if _is_cpr(text):
        whole.add(place)
    elif any(_is_born(match) for match in _SHAPE.finditer(text)):
        inside.add(place)


def _is_cpr(text: str) -> bool:
    # Excel drops the first zero of a number, and other programs write a number with .0
    digits = text.removesuffix(".0")
    padded = digits.zfill(10) if len(digits) == _SHORTEST and digits.isdecimal() else digits
    match = _SHAPE.fullmatch(padded)
    return match is not None and _is_born(match)


def _is_born(match: re.Match[str]) -> bool:
    day, month, year = (
        int(match[f"{part}1"] or match[f"{part}2"] or match[f"{part}3"]) for part in ("d", "m", "y")
    )
    # a replacement number (erstatningspersonnummer) has 60 added to its day
    day = day - 60 if day > 60 else day
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    return (day, month) != (29, 2) or year % 4 == 0


def _is_cpr_column(rows: list[list[Plain]], whole: Iterable[tuple[int, int]], column: int) -> bool:
    found = [row for row, at in whole if at == column]
    cells = [row[column] if column < len(row) else None for row in rows]
    first = min(found)
    if any(isinstance(value, str) and _HEADER.search(value) for value in cells[:first]):
        return True
    filled = sum(value is not None for value in cells[first:])
    return len(found) >= 2 and 2 * len(found) >= filled
