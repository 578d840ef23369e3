"""The grid pupils × rounds of the class overview: digits on level colours, arrows since last round."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _

from charts.template import number, percent
from metrics.levels import RoundColumn, change
from metrics.model import Pupil, Rating
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look
from ui.pupil_cell import pupil_cell
from ui.reasons import why_missing

LEVEL_LOOKS: tuple[Look, ...] = ("level-1", "level-2", "level-3", "level-4", "level-5")


def level_grid(
    pupils: Sequence[Pupil], columns: Mapping[str, Sequence[RoundColumn]], shares: Mapping[str, float]
) -> Grid:
    """Pupils down, subjects across with their rounds side by side; `shares` are this year's tests."""
    subjects = [HeaderCell(subject_name(s), span=len(rounds) + 1) for s, rounds in columns.items()]
    rounds = [HeaderCell(cell) for subject in columns.values() for cell in [*_round_names(subject), ""]]
    tests = _("Andel af pointene i alle skoleårets prøver")
    headers = (
        HeaderRow("", (*subjects, HeaderCell(_("Prøver"), note=tests)), look="head"),
        HeaderRow(_("Elev"), (*rounds, HeaderCell(_("i år"), note=tests)), look="subhead"),
    )
    rows = tuple(_row(pupil, columns, shares.get(pupil.pupil_id)) for pupil in pupils)
    widths = [len(r) + 1 for r in columns.values()]
    starts = tuple(sum(widths[:i]) for i in range(1, len(widths) + 1))
    return Grid(_("Elevernes vurderinger"), headers, rows, group_starts=starts)


def subject_name(subject: str) -> str:
    """A subject as a heading; social is social trivsel."""
    return _("Social trivsel") if subject == "social" else subject.capitalize()


def _round_names(columns: Sequence[RoundColumn]) -> list[str]:
    """Rounds by name, with the year where they are of several."""
    several = len({c.round.skoleaar for c in columns}) > 1
    return [f"{c.round.name} {c.round.skoleaar[2:]}" if several else c.round.name for c in columns]


def _row(pupil: Pupil, columns: Mapping[str, Sequence[RoundColumn]], share: float | None) -> GridRow:
    cells: list[GridCell] = []
    for subject, rounds in columns.items():
        cells += [rating_cell(c, pupil, subject) for c in rounds]
        before = rounds[-2] if len(rounds) > 1 else None
        cells.append(arrow_cell(before, rounds[-1], pupil.pupil_id))
    cells.append(GridCell(percent(share) if share is not None else "–", "muted"))
    return GridRow(pupil_cell(pupil), tuple(cells))


def rating_cell(column: RoundColumn, pupil: Pupil, subject: str) -> GridCell:
    """A rating as a digit on its level's colour, a mark on a neutral tint, or an empty box."""
    rating = column.ratings.get(pupil.pupil_id)
    where = f"{pupil.name}, {subject_name(subject)}, {column.round.name} {column.round.skoleaar}"
    if rating is None or rating.value is None:
        why = why_missing(rating.missing if rating else None)
        return GridCell("–", "missing", note=f"{where}: {why}", spoken=why)
    key = f"rating/{pupil.pupil_id}/{subject}/{column.round.name}/{column.round.skoleaar}"
    note = f"{where}: {rating_words(rating)}"
    if rating.scale == "mark":
        return GridCell(number(rating.value), "mark", key=key, note=note)
    return GridCell(number(rating.value), LEVEL_LOOKS[int(rating.value) - 1], key=key, note=note)


def rating_words(rating: Rating) -> str:
    """A rating in words: "2 af 5, bekymrende", "gennemsnit 5,5 på 7-trinsskalaen"."""
    value = number(rating.value or 0)
    if rating.scale == "mark":
        return _("gennemsnit {value} på 7-trinsskalaen").format(value=value)
    return _("{value} af 5, {word}").format(value=value, word=level_words()[int(rating.value or 1) - 1])


def level_words() -> tuple[str, ...]:
    """What the five levels mean, in the schools' own words."""
    return (_("meget bekymrende"), _("bekymrende"), _("lidt bekymrende"), _("fint"), _("over niveau"))


def arrow_cell(before: RoundColumn | None, now: RoundColumn, pupil_id: str) -> GridCell:
    """The change since last round as an arrow with its size; a dot where there is none."""
    moved = change(before, now, pupil_id)
    if moved is None:
        return GridCell("", "arrow")
    if moved == 0:
        return GridCell("·", "arrow", spoken=_("uændret"))
    sign = "▲" if moved > 0 else "▼"
    word = _("{n} op") if moved > 0 else _("{n} ned")
    return GridCell(f"{sign}{number(abs(moved))}", "arrow", spoken=word.format(n=number(abs(moved))))


def round_label(column: RoundColumn) -> str:
    """A round with its calendar year: "Efterår 2025", "Forår 2026"."""
    first = int(column.round.skoleaar[:4])
    autumn = column.round.position < 40
    termin = "termin" in column.round.name
    year = column.round.skoleaar if termin else str(first if autumn else first + 1)
    return f"{column.round.name} {year}"
