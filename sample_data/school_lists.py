"""Writes the office's class lists: one workbook a school year, one sheet a class."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sample_data.school_cast import Pupil, klasse_name, listed, skoleaar
from sample_data.school_grid import Grid, Value, danish_date
from sample_data.school_names import danish_order


@dataclass(frozen=True)
class ListStyle:
    """How the office set up its lists one year; `klasse` has the class's trin and track."""

    title: str
    headings: tuple[str, ...]
    klasse: str
    by_last_name: bool = False


STYLES = {
    2023: ListStyle("", ("Fornavn", "Efternavn", "Klasse", "Unilogin"), "{trin}{spor}", by_last_name=True),
    2024: ListStyle(
        "Fjordskolen · {klasse} · skoleåret {skoleaar}",
        ("Nr.", "Fornavn", "Efternavn", "Klasse", "Uni-login"),
        "{trin}. {spor}",
    ),
    2025: ListStyle("Klasseliste {klasse}", ("Fornavn", "Efternavn", "Klasse", "Uni-login"), "{klasse}"),
}


def class_list(cohort: int, track: str, year: int) -> tuple[Grid, list[Pupil]]:
    """The list of one class with everybody who sat in it that year, and those pupils in the sheet's order."""
    style, klasse = STYLES[year], klasse_name(cohort, track, year)
    grid = Grid(klasse)
    row = 0
    if style.title:
        grid.put(0, 0, style.title.format(klasse=klasse, skoleaar=skoleaar(year)))
        row = 2
    on_list = listed(cohort, track, year)
    if style.by_last_name:
        on_list = sorted(on_list, key=lambda p: (danish_order(p.last), danish_order(p.first)))
    notes = {p.login: note for p in on_list if (note := _note(p, cohort, track, year))}
    headings = [*style.headings, "Bemærkning"] if notes else style.headings
    grid.put_row(row, 0, headings)
    grid.bold_rows |= {0, row}
    spelling = style.klasse.format(klasse=klasse, trin=klasse[0], spor=track)
    _rows(grid, row + 1, headings, [(p, spelling, notes.get(p.login)) for p in on_list])
    return grid, on_list


def _rows(grid: Grid, row: int, headings: Sequence[str], lines: list[tuple[Pupil, str, str | None]]) -> None:
    for number, (pupil, klasse, note) in enumerate(lines, start=1):
        known: dict[str, Value] = {"Nr.": number, "Fornavn": pupil.first, "Efternavn": pupil.last}
        known |= {"Klasse": klasse, "Unilogin": pupil.login, "Uni-login": pupil.login, "Bemærkning": note}
        grid.put_row(row + number - 1, 0, [known[heading] for heading in headings])


def _note(pupil: Pupil, cohort: int, track: str, year: int) -> str | None:
    """What the office noted about a pupil who came or went during the year; no class is named in it."""
    first, end = date(year, 8, 1), date(year + 1, 8, 1)
    moved = len(pupil.spells) > 1
    for spell in pupil.spells_in(cohort, track):
        if first < spell.start < end:
            return f"{'skiftet spor' if moved else 'ny'} {danish_date(spell.start)}"
        if first < spell.end < end:
            return f"{'skiftet spor' if moved else 'fraflyttet'} {danish_date(spell.end)}"
    return None
