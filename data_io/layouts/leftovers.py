"""What a sheet holds beside the pupils that were read, said so that nobody is lost in silence."""

from collections.abc import Collection, Sequence
from gettext import gettext as _
from gettext import ngettext

from data_io.layouts.block import Block
from data_io.layouts.heading_level import Level
from data_io.layouts.reading import Problem, PupilRow
from data_io.layouts.values import label_text
from data_io.layouts.view import View
from data_io.layouts.words import fold
from data_io.workbook.cells import cell_name

_LEAVE_OUT = "leave_out"
# More columns of remarks than this are asked about together.
_MANY = 3


def leftovers(sheet: View, block: Block, known_words: Collection[str] = ()) -> list[Problem]:
    """The problems with rows that are no pupils, or may be; tables of the words in `known_words` are none."""
    return [
        *_nameless(sheet, block),
        *_maybe_max(sheet, block),
        *_doubtful(sheet, block),
        *_other_tables(sheet, block, known_words),
        *_passed_over(sheet, block),
    ]


def _nameless(sheet: View, block: Block) -> list[Problem]:
    """An error for every row among the pupils with results but no name; below them it is a question."""
    if not block.edges.nameless and not block.edges.below:
        return []
    text = _("{line} har tal, men intet navn. Skriv elevens navn, eller slet tallene.")
    problems = [
        Problem(
            sheet.place(row, block.name_column), "error", "nameless_row", text.format(line=sheet.line(row))
        )
        for row in block.edges.nameless
    ]
    text = _("{line} under eleverne har tal, men intet navn. Den tages ikke med.")
    return problems + [
        _left_out(
            sheet,
            (row, block.name_column),
            "nameless_row",
            text.format(line=sheet.line(row)),
            default=_LEAVE_OUT,
        )
        for row in block.edges.below
        if row != block.max_row
    ]


def _doubtful(sheet: View, block: Block) -> list[Problem]:
    """A question for every row with results whose name or numbers are unlike the pupils'."""
    if not block.doubtful_rows:
        return []
    text = _(
        "{line} (“{label}”) ligner ikke de andre elever og tages ikke med. Er det en elev, så marker rækken "
        "som elev, eller skriv hele navnet i arket."
    )
    return [
        _left_out(
            sheet,
            (row, block.name_column),
            "doubtful_row",
            text.format(line=sheet.line(row), label=_first(sheet.rows[row])),
        )
        for row in block.doubtful_rows
    ]


def _maybe_max(sheet: View, block: Block) -> list[Problem]:
    row = block.max.unsure
    if row is None:
        return []
    text = (
        _("{line} hedder Max og er læst som en elev. Er det maksimum, så skriv “Maks. point” i arket.")
        if row == block.max.boy
        else _("{line} hedder Max og er læst som maksimum. Er det en elev, så skriv hele navnet i arket.")
    )
    return [
        Problem(
            sheet.place(row, block.name_column),
            "question",
            "max_row",
            text.format(line=sheet.line(row)),
            options=(("yes", _("Det er læst rigtigt")),),
        )
    ]


def _other_tables(sheet: View, block: Block, known_words: Collection[str]) -> list[Problem]:
    """A question where further rows look like pupils; tables of fagområder and signalord do not."""
    rows = [
        r
        for r in block.other_rows
        if not any(fold(v) in known_words for v in sheet.rows[r] if isinstance(v, str))
    ]
    if not rows:
        return []
    rows_said = sheet.line(rows[0]) if len(rows) == 1 else sheet.lines(rows[0], rows[-1])
    return [_more_pupils(sheet.place(rows[0], block.name_column), rows_said, len(rows))]


def second_table(pupils: Sequence[PupilRow]) -> Problem:
    """The question for a whole table that nothing tells from the one that was read."""
    first, last = pupils[0], pupils[-1]
    said = _("Række {first}-{last}").format(first=first.row + 1, last=last.row + 1)
    return _more_pupils(cell_name(first.row, first.column), said, len(pupils))


def _more_pupils(place: str, rows: str, count: int) -> Problem:
    text = ngettext(
        "{rows} ser ud til at være en elev uden for tabellen. Den tages ikke med.",
        "{rows} ser ud til at være en tabel mere. Den tages ikke med; læg den i sit eget ark.",
        count,
    )
    options = ((_LEAVE_OUT, _("Udelad")),)
    return Problem(place, "question", "second_table", text.format(rows=rows), options=options)


def unread_columns(sheet: View, block: Block, texts: Sequence[int], levels: Sequence[Level]) -> list[Problem]:
    """A question about columns of remarks, and a note where numbered tasks after the last are not used."""
    problems = [] if not texts else _remarks(sheet, block, texts, levels)
    if block.unused_columns:
        first, last = block.unused_columns[0], block.unused_columns[-1]
        columns = sheet.lane(first) if first == last else sheet.lanes(first, last)
        text = ngettext(
            "{columns} har en opgave uden point. Den tages ikke med.",
            "{columns} har opgaver uden point. De tages ikke med.",
            len(block.unused_columns),
        )
        where = sheet.place(block.first_row, first)
        problems.append(Problem(where, "note", "unused_tasks", text.format(columns=columns)))
    return problems


def _remarks(sheet: View, block: Block, texts: Sequence[int], levels: Sequence[Level]) -> list[Problem]:
    """A question for each column of remarks; where there are many of them, one for all."""
    text = _("{lane} (“{heading}”) har tekst og ingen point. Den tages ikke med.")
    headings = {
        c: next((level.own[c] for level in reversed(levels) if c in level.own), "")[:40] for c in texts
    }
    messages = {c: text.format(lane=sheet.lane(c), heading=headings[c]) for c in texts}
    if len(texts) > _MANY:
        said = ", ".join(sheet.lane(c).split()[-1] for c in texts[:_MANY])
        many = _("{n} kolonner ({columns} …) har tekst og ingen point. De tages ikke med.")
        messages = {texts[0]: many.format(n=len(texts), columns=said)}
    return [
        _left_out(sheet, (block.first_row, c), "text_column", message, default=_LEAVE_OUT)
        for c, message in messages.items()
    ]


def _left_out(
    sheet: View, place: tuple[int, int], code: str, message: str, default: str | None = None
) -> Problem:
    options = ((_LEAVE_OUT, _("Udelad")),)
    return Problem(sheet.place(*place), "question", code, message, default=default, options=options)


def _passed_over(sheet: View, block: Block) -> list[Problem]:
    """A note for every text below the pupils that was not taken for one of them."""
    if not block.computed_rows and not block.edges.footers:
        return []
    computed = _("{line} (“{label}”) er regnet ud af de andre og er ikke læst som en elev.")
    footer = _("{line} (“{label}”) har ingen resultater og er ikke læst som en elev.")
    rows = [(row, "computed_row", computed) for row in block.computed_rows]
    rows += [(row, "footer", footer) for row in block.edges.footers]
    return [
        Problem(
            sheet.place(row, block.name_column),
            "note",
            code,
            text.format(line=sheet.line(row), label=_first(sheet.rows[row])),
        )
        for row, code, text in rows
    ]


def _first(row: Sequence[object]) -> str:
    text = next((v for v in row if isinstance(v, str)), "")
    return label_text(text)[:40]
