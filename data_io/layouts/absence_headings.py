"""The headings of a sheet of absence: who its rows are, and what stands over every other column."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_io.layouts.classlist_sheet import klasse_of
from data_io.layouts.context import date_in, klasser_in
from data_io.layouts.identity import Part, part_of
from data_io.layouts.labels import is_label
from data_io.layouts.periods import period_in
from data_io.layouts.reading import KeyKind, PupilRow
from data_io.layouts.values import label_text
from data_io.workbook.cells import Sheet

_LOOKED_AT = 30
_MOST_ROWS = 3  # of headings above the one that names the pupils
_NAMES: tuple[Part, ...] = ("fornavn", "mellemnavn", "efternavn")
_CALLED: tuple[Part, ...] = ("navn", "fornavn", "efternavn")


@dataclass(frozen=True)
class Headings:
    """Where the pupils' identity stands, what is written over the other columns, and the texts on top."""

    row: int
    identity: dict[Part, int]
    first_row: int
    rows: tuple[int, ...]
    over: dict[int, str]
    titles: tuple[str, ...]

    @property
    def name_column(self) -> int:
        """The column a pupil is called by."""
        return next(
            self.identity[p] for p in ("fornavn", "navn", "unilogin", "efternavn") if p in self.identity
        )


def headings_of(sheet: Sheet) -> Headings | None:
    """The headings of a list of pupils; None where no row names them."""
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        identity = _identity(sheet, row)
        if not {"navn", "fornavn", "unilogin"} & identity.keys():
            continue
        first = _first_pupil(sheet, row, identity)
        if first is None:
            return None
        others = [c for c in range(sheet.width) if part_of(sheet.at(row, c)) is None]
        rows = _heading_rows(sheet, row, first, min(others, default=sheet.width))
        over = {c: text for c in others if (text := _over(sheet, c, rows, min(others)))}
        top = [label for r in range(rows[0]) if (label := _row_text(sheet, r))]
        beside = [label_text(sheet.at(r, c)) for r in rows for c in range(min(others, default=0)) if r != row]
        titles = (*top, *(t for t in beside if t))
        return Headings(row, identity, first, tuple(rows), over, titles)
    return None


def _identity(sheet: Sheet, row: int) -> dict[Part, int]:
    found: dict[Part, int] = {}
    for column, text in sheet.texts[row]:
        part = part_of(text)
        if part and part not in ("other", "number"):
            found.setdefault(part, column)
    return found


def _first_pupil(sheet: Sheet, row: int, identity: dict[Part, int]) -> int | None:
    for below in range(row + 1, min(row + 6, len(sheet.rows))):
        if any(is_label(sheet.at(below, c)) for part, c in identity.items() if part != "klasse"):
            return below
    return None


def _heading_rows(sheet: Sheet, row: int, first: int, left: int) -> list[int]:
    """The row that names the pupils, those below it up to the first pupil, and those right above it."""
    rows = list(range(row, first))
    for above in range(row - 1, max(row - 1 - _MOST_ROWS, -1), -1):
        texts = [label_text(v) for v in sheet.rows[above][left:] if v is not None]
        if not texts or any(_is_title(t) for t in texts):
            break
        rows.insert(0, above)
    return rows


def _is_title(text: str) -> bool:
    return bool(period_in(text) or date_in(text) or klasser_in(text))


def _over(sheet: Sheet, column: int, rows: Sequence[int], left: int) -> str:
    """All that stands over a column; a heading over several columns reaches to the next."""
    said = []
    for row in rows:
        text = label_text(sheet.at(row, column))
        if not text and row != rows[-1] and any(sheet.at(r, column) is not None for r in rows):
            nearest = (label_text(sheet.at(row, c)) for c in range(column, left - 1, -1))
            text = next((t for t in nearest if t), "")
        said.append(text)
    return " ".join(t for t in said if t)


def _row_text(sheet: Sheet, row: int) -> str:
    days = [
        d.isoformat() if (d := date_in(v)) and not isinstance(v, str) else label_text(v)
        for v in sheet.rows[row]
    ]
    return " ".join(text for text in days if text)


def pupil_at(sheet: Sheet, heads: Headings, row: int) -> PupilRow | None:
    """The pupil of a row, None for an empty line, a total, a remark."""
    said = {part: label_text(sheet.at(row, c)) for part, c in heads.identity.items()}
    named = next(
        (
            sheet.at(row, c)
            for p in ("navn", "fornavn", "efternavn")
            if (c := heads.identity.get(p)) is not None
        ),
        None,
    )
    login = said.get("unilogin") or None
    if not is_label(named) and not (named is None and login and is_label(login)):
        return None
    name = " ".join(said[p] for p in _NAMES if said.get(p)) if "fornavn" in said else said.get("navn", "")
    klasse = klasse_of(said.get("klasse", ""))
    kind: KeyKind = "name" if name else "unilogin"
    return PupilRow(row, heads.name_column, name or login or "", kind, login, klasse)
