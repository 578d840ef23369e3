"""What a sheet holds beside the pupils that were read, said so that nobody is lost in silence."""

from collections.abc import Collection, Sequence
from gettext import gettext as _
from gettext import ngettext

from data_io.layouts.block import Block
from data_io.layouts.headers import Level
from data_io.layouts.reading import Problem
from data_io.layouts.values import label_text
from data_io.layouts.words import fold
from data_io.workbook.cells import Sheet, cell_name, column_name

_LEAVE_OUT = "leave_out"


def leftovers(sheet: Sheet, block: Block, known_words: Collection[str] = ()) -> list[Problem]:
    """The problems with rows that are no pupils, or may be; tables of the words in `known_words` are none."""
    return [
        *_nameless(block),
        *_maybe_max(block),
        *_other_tables(sheet, block, known_words),
        *_passed_over(sheet, block),
    ]


def _nameless(block: Block) -> list[Problem]:
    """An error for every row among the pupils with results but no name; below them it is a question."""
    text = _("Række {row} har tal, men intet navn. Skriv elevens navn, eller slet tallene.")
    problems = [
        Problem(cell_name(row, block.name_column), "error", "nameless_row", text.format(row=row + 1))
        for row in block.edges.nameless
    ]
    text = _("Række {row} under eleverne har tal, men intet navn. Den tages ikke med.")
    return problems + [
        _left_out(row, block.name_column, "nameless_row", text.format(row=row + 1), default=_LEAVE_OUT)
        for row in block.edges.below
        if row != block.max_row
    ]


def _maybe_max(block: Block) -> list[Problem]:
    row = block.max.unsure
    if row is None:
        return []
    text = (
        _("Række {row} hedder Max og er læst som en elev. Er det maksimum, så skriv “Maks. point” i arket.")
        if row == block.max.boy
        else _(
            "Række {row} hedder Max og er læst som maksimum. Er det en elev, så skriv hele navnet i arket."
        )
    )
    return [
        Problem(
            cell_name(row, block.name_column),
            "question",
            "max_row",
            text.format(row=row + 1),
            options=(("yes", _("Det er læst rigtigt")),),
        )
    ]


def _other_tables(sheet: Sheet, block: Block, known_words: Collection[str]) -> list[Problem]:
    """A question where further rows look like pupils; tables of fagområder and signalord do not."""
    rows = [
        r
        for r in block.other_rows
        if not any(fold(v) in known_words for v in sheet.rows[r] if isinstance(v, str))
    ]
    if not rows:
        return []
    text = ngettext(
        "Række {first} ser ud til at være en elev uden for tabellen. Den tages ikke med.",
        "Række {first}-{last} ser ud til at være en tabel mere. Den tages ikke med; læg den i sit eget ark.",
        len(rows),
    )
    message = text.format(first=rows[0] + 1, last=rows[-1] + 1)
    return [_left_out(rows[0], block.name_column, "second_table", message)]


def unread_columns(block: Block, texts: Sequence[int], levels: Sequence[Level]) -> list[Problem]:
    """A question for every column of remarks, and a note where numbered tasks after the last are not used."""
    text = _("Kolonne {column} (“{heading}”) har tekst og ingen point. Den tages ikke med.")
    problems = []
    for column in texts:
        heading = next((level.own[column] for level in reversed(levels) if column in level.own), "")
        message = text.format(column=column_name(column), heading=heading[:40])
        problems.append(_left_out(block.first_row, column, "text_column", message, default=_LEAVE_OUT))
    if block.unused_columns:
        first, last = (column_name(c) for c in (block.unused_columns[0], block.unused_columns[-1]))
        text = ngettext(
            "Opgaven i kolonne {first} har ingen point og tages ikke med.",
            "Opgaverne i kolonne {first} til {last} har ingen point og tages ikke med.",
            len(block.unused_columns),
        )
        place = cell_name(block.first_row, block.unused_columns[0])
        problems.append(Problem(place, "note", "unused_tasks", text.format(first=first, last=last)))
    return problems


def _left_out(row: int, column: int, code: str, message: str, default: str | None = None) -> Problem:
    options = ((_LEAVE_OUT, _("Udelad")),)
    return Problem(cell_name(row, column), "question", code, message, default=default, options=options)


def _passed_over(sheet: Sheet, block: Block) -> list[Problem]:
    """A note for every text below the pupils that was not taken for one of them."""
    computed = _("Række {row} (“{label}”) er regnet ud af de andre og er ikke læst som en elev.")
    footer = _("Række {row} (“{label}”) har ingen resultater og er ikke læst som en elev.")
    rows = [(row, "computed_row", computed) for row in block.computed_rows]
    rows += [(row, "footer", footer) for row in block.edges.footers]
    return [
        Problem(
            cell_name(row, block.name_column),
            "note",
            code,
            text.format(row=row + 1, label=_first(sheet.rows[row])),
        )
        for row, code, text in rows
    ]


def _first(row: Sequence[object]) -> str:
    text = next((v for v in row if isinstance(v, str)), "")
    return label_text(text)[:40]
