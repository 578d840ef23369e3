"""What the pupil's screen asks and draws: whose screen, which tests are now and before, the tables."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from itertools import groupby

from charts.radar import RadarArea
from charts.template import number, percent
from data_io.layouts.context import skoleaar_of
from metrics.levels import ClassRound
from metrics.model import Answer, Pupil, Test
from metrics.profile import ProfileArea
from metrics.shares import add_up
from ui import keys
from ui.choice import choose_by_id
from ui.formats import as_text, danish_date
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.level_grid import rating_cell, subject_name
from ui.points_cell import points_cell
from ui.reasons import conditions_said, evidence_note, source_note, unknown_maximum


def choose_pupil(pupils: Sequence[Pupil]) -> Pupil | None:
    """The pupil to show, from the class's list and the address."""
    by_id = {p.pupil_id: p for p in pupils}
    names = {pupil_id: p.name for pupil_id, p in by_id.items()}
    chosen = choose_by_id(_("Elev"), names, keys.PUPIL, placeholder=_("Vælg elev"))
    return by_id[chosen] if chosen else None


def until(skoleaar: str, tests: Sequence[Test], answers: Sequence[Answer]) -> tuple[list[Test], list[Answer]]:
    """The tests up to and with a school year, and their answers: an older class shows what it knew then."""
    kept = [t for t in tests if t.taken_on is None or skoleaar_of(t.taken_on) <= skoleaar]
    ids = {t.test_id for t in kept}
    return kept, [a for a in answers if a.test_id in ids]


def now_and_before(tests: Sequence[Test], answers: Sequence[Answer]) -> tuple[list[Test], list[Test]]:
    """The pupil's answered tests of a subject: the newest, and the one before it."""
    answered = {a.test_id for a in answers if a.points is not None}
    mine = [t for t in tests if t.test_id in answered]
    mine.sort(key=lambda t: (str(t.taken_on or ""), t.source.imported_at), reverse=True)
    return mine[:1], mine[1:2]


def radar_areas(areas: Sequence[ProfileArea]) -> list[RadarArea]:
    """The profile as the radar draws it, with the evidence on hover."""
    return [
        RadarArea(
            area.letter,
            area.name,
            area.now.share if area.now else None,
            area.before.share if area.before else None,
            evidence_note(area.now) if area.now else "",
            evidence_note(area.before) if area.before else "",
            sure=area.now.full if area.now else True,
            cuts=next((e.cuts for e in (area.now, area.before) if e), None),
        )
        for area in areas
    ]


def profile_grid(areas: Sequence[ProfileArea], *, earlier: bool) -> Grid:
    """The same figures as a table: for keyboards, for print, and for who prefers digits."""
    heads = [HeaderCell(_("sidst")), HeaderCell(_("nu"))] if earlier else [HeaderCell(_("nu"))]
    headers = (HeaderRow("", tuple(heads)),)
    rows = tuple(
        GridRow(
            GridCell(f"{area.letter} · {area.name}"),
            (points_cell(area.before, f"area/before/{area.name}"), now) if earlier else (now,),
        )
        for area in areas
        for now in [points_cell(area.now, f"area/now/{area.name}")]
    )
    return Grid(_("Andel af point i hvert fagområde"), headers, rows, style="large")


def ratings_grid(overview: ClassRound, pupil: Pupil) -> Grid:
    """The pupil's ratings: subjects down, rounds across, each on its own scale."""
    rounds = sorted({c.round for cs in overview.history.values() for c in cs}, key=lambda r: r.order)
    years = [(year, len(list(same))) for year, same in groupby(r.skoleaar for r in rounds)]
    starts = tuple(sum(n for _year, n in years[:i]) for i in range(1, len(years)))
    headers = (
        HeaderRow("", tuple(HeaderCell(year, span=n) for year, n in years), look="group"),
        HeaderRow("", tuple(HeaderCell(r.name) for r in rounds), look="subhead"),
    )
    rows = []
    for subject, columns in overview.history.items():
        by_round = {c.round: c for c in columns}
        cells = [rating_cell(by_round[r], pupil, subject) if r in by_round else GridCell("") for r in rounds]
        rows.append(GridRow(GridCell(subject_name(subject)), tuple(cells)))
    return Grid(_("Vurderinger over tid"), headers, tuple(rows), group_starts=starts)


def test_lines(tests: Sequence[Test], answers: Sequence[Answer]) -> list[str]:
    """One line a test, newest first: title, day, points, and where it was read."""
    by_id: Mapping[str, Test] = {t.test_id: t for t in tests}
    sums = add_up(answers, by_id, lambda answer, _task: answer.test_id)
    ordered = sorted(by_id.values(), key=lambda t: str(t.taken_on or ""), reverse=True)
    lines = []
    for test in ordered:
        total = sums.get(test.test_id)
        if total is None or total.share is None:
            continue
        points = _("{points} af {max} point").format(
            points=number(total.points), max=number(total.max_points)
        )
        facts = f"{test.subject} · {danish_date(test.taken_on)} · {points} ({percent(total.share)})"
        facts += f" · {unknown_maximum()}" if total.observed else ""
        mine = [a for a in answers if a.test_id == test.test_id]
        said = conditions_said(list(dict.fromkeys(c for a in mine for c in a.conditions)))
        facts += f" · {said}" if said else ""
        sources = dict.fromkeys(a.source or test.source for a in mine)
        place = as_text("; ".join(source_note(source) for source in sources))
        lines.append(f"**{as_text(test.title)}** · {as_text(facts)}  \n:small[:gray[{place}]]")
    return lines
