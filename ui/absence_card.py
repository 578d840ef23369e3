"""Absence as screens show it: a pupil's periods in a card, and a class's pupils in a grid."""

import datetime
from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.template import number, percent
from data_io.layouts.records import category_name, unit_name
from data_io.workbook.cells import cell_name
from metrics.absence import CATEGORIES, OWN_MARK, Category, PeriodAbsence
from metrics.model import Pupil
from ui.card import draw_heading
from ui.formats import danish_date, listed
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow, Look
from ui.legend import draw_legend
from ui.pupil_cell import pupil_cell
from ui.reasons import source_note


def period_name(period: tuple[datetime.date, datetime.date]) -> str:
    """A period as "1.8.2025–31.12.2025"."""
    return f"{danish_date(period[0])}–{danish_date(period[1])}"


def counted_in(absences: Sequence[PeriodAbsence]) -> str:
    """What a period's figures are counted in."""
    units = dict.fromkeys(unit_name(a.unit) for a in absences)
    return _("talt i {units}").format(units=listed(list(units)))


def draw_absence(absences: Sequence[PeriodAbsence]) -> None:
    """The pupil's card: a line a period, the three categories, and the share where it can be had."""
    draw_heading(_("Fravær"), _("som skolens ark siger det, periode for periode"))
    draw_grid(pupil_grid(absences), key="absence")
    draw_absence_legend(absences)


def pupil_grid(absences: Sequence[PeriodAbsence]) -> Grid:
    """Periods down, the one that ends last first; categories across."""
    rows = tuple(
        GridRow(GridCell(f"{period_name(a.period)} · {unit_name(a.unit)}"), _cells(a), kind="plain")
        for a in absences
    )
    return Grid(_("Fravær"), (_heads(_("Periode")),), rows, style="large")


def class_grid(pupils: Sequence[Pupil], absences: Mapping[str, PeriodAbsence]) -> Grid:
    """Pupils down, categories across, for one period; who has no figures has empty boxes."""
    nothing = tuple(_blank() for _category in range(len(CATEGORIES) + 2))
    rows = tuple(
        GridRow(pupil_cell(p), _cells(absences[p.pupil_id]) if p.pupil_id in absences else nothing)
        for p in pupils
    )
    return Grid(_("Elevernes fravær"), (_heads(_("Elev")),), rows)


def _heads(first: str) -> HeaderRow:
    """Short headings, so that a telephone has room for the share; the whole words are told on hover."""
    short = {"frihed": _("Frihed"), "ulovligt": _("Ulovligt")}
    names = [(category, category_name(category)) for category in (*CATEGORIES, "ialt")]
    share = HeaderCell(_("Andel"), note=_("Andel af perioden, hvor arket siger den"))
    heads = (HeaderCell(short.get(category, name), note=name) for category, name in names)
    return HeaderRow(first, (*heads, share), look="subhead")


def _blank() -> GridCell:
    return GridCell("–", "missing", spoken=_("mangler"))


def _cells(absence: PeriodAbsence) -> tuple[GridCell, ...]:
    amounts = tuple(_amount(absence, category) for category in CATEGORIES)
    total = _figure(absence.total, absence, "ialt")
    if absence.percent is None:
        return (*amounts, total, _blank())
    note = _("Skolens eget mærke: fra {n} %").format(n=number(OWN_MARK)) if absence.marked else None
    look: Look = "strong" if absence.marked else "plain"
    return (*amounts, total, GridCell(_share(absence.percent), look, note=note))


def _share(of_hundred: float) -> str:
    """A share with the tenth that tells 9,5 % from the mark."""
    return f"{number(round(of_hundred, 1))}\N{NO-BREAK SPACE}%"


def _amount(absence: PeriodAbsence, category: Category) -> GridCell:
    return _figure(absence.amounts.get(category), absence, category)


def _figure(amount: float | None, absence: PeriodAbsence, category: Category) -> GridCell:
    if amount is None:
        return _blank()
    place = absence.places.get(category)
    said = f"{category_name(category)}: {number(amount)} {unit_name(absence.unit)}"
    note = f"{said}\n{source_note(absence.source, cell_name(*place) if place else None)}"
    return GridCell(number(amount), "plain", note=note)


def draw_absence_legend(absences: Sequence[PeriodAbsence]) -> None:
    """What the marks mean, and what the figures cannot say."""
    items = [(GridCell("–", "missing"), _("mangler"))]
    if any(a.marked for a in absences):
        mark = percent(OWN_MARK / 100)
        items.append(
            (
                GridCell(mark, "strong"),
                _("fed skrift: {mark} eller mere i alt, skolens eget mærke").format(mark=mark),
            )
        )
    draw_legend(items, key="absence-legend")


def absence_sentence(pupils: int, absences: Sequence[PeriodAbsence]) -> tuple[str, str]:
    """What to see in a class's period, and in small what it does not tell."""
    shares = [a for a in absences if a.percent is not None]
    marked = sum(a.marked for a in shares)
    unlawful = sum(bool(a.amounts.get("ulovligt")) for a in absences)
    if shares:
        text = ngettext(
            "{n} elev har {mark} fravær eller mere i perioden.",
            "{n} elever har {mark} fravær eller mere i perioden.",
            marked,
        )
        said = text.format(n=marked, mark=percent(OWN_MARK / 100))
    else:
        text = ngettext(
            "{n} elev har ulovligt fravær i perioden.", "{n} elever har ulovligt fravær i perioden.", unlawful
        )
        said = text.format(n=unlawful)
    without = pupils - len(absences)
    gaps = ngettext("{n} elev står ikke i arket.", "{n} elever står ikke i arket.", without).format(n=without)
    return said, " ".join([*([gaps] if without > 0 else []), law_note()])


def law_note() -> str:
    """What the law's steps count, which figures for a whole period do not show."""
    return _("Lovens trin (10 og 15 %) tæller kun ulovligt fravær i et kvartal. De kan ikke læses her.")
