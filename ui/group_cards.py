"""The groups for a fagligt løft: their pupils before and after, others with the same start beside."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from charts.template import number, percent
from data_io.groups import Considered, FagligtLoeft, end_group, remove_group
from data_io.queries import Klasse
from metrics.group_course import GroupCourse
from metrics.model import Test
from ui import cached, keys
from ui.card import draw_heading
from ui.formats import as_text, danish_date, listed
from ui.go import PUPIL, go_to
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.group_progress import Moves, course_of, moves_of
from ui.messages import say_next
from ui.points_cell import points_cell
from ui.profile_card import Cuts, draw_pupil_legend
from ui.progress_grid import moved_cell
from ui.progress_words import why_not_said
from ui.session import Session


def draw_groups(session: Session, klasse: Klasse) -> None:
    """A card for each group with pupils of the class's year group, the newest first."""
    classes = tuple(klasse_id for klasse_id, _name in cached.year_group(session, klasse.klasse_id))
    pupils = {one.pupil.pupil_id for one in cached.class_pupils(session, classes)}
    for group in cached.groups(session):
        ids = {pupil.pupil_id for pupil in group.pupils} | {
            one.pupil_id for one in group.considered if one.chosen
        }
        if group.skoleaar > klasse.skoleaar or not ids & pupils:
            continue
        with st.container(border=True):
            course, moves = course_of(session, group), moves_of(session, group)
            draw_heading(group.name, about(group))
            st.markdown(as_text(" ".join([course_sentence(group, course), *_reservations(group, course)])))
            _draw_legend(group, course)
            chosen = draw_grid(group_grid(group, course, moves), key=f"group-{group.klasse_id}")
            _draw_notes(course, moves)
            _draw_buttons(session, group)
        if chosen:
            _open_pupil(session, group, chosen.partition("/")[2])


def _open_pupil(session: Session, group: FagligtLoeft, pupil_id: str) -> None:
    """The pupil's page, in the class the pupil has: a group's come from several."""
    for one in cached.class_pupils(session, cached.home_years(session, group.klasse_id)):
        if one.pupil.pupil_id == pupil_id:
            go_to(PUPIL, **{keys.SKOLEAAR: group.skoleaar, keys.KLASSE: one.klasse, keys.PUPIL: pupil_id})


def about(group: FagligtLoeft) -> str:
    """A group's area, subject, size, teacher and days in small."""
    first, last = group.hold.from_date, group.hold.to_date
    days = _("fra {first}").format(first=danish_date(group.begins))
    if first is None:
        days = _("oprettet {first}").format(first=danish_date(group.begins))
    if last:
        days = _("{days} til {last}").format(days=days, last=danish_date(last))
    n = len(group.pupils)
    size = ngettext("{n} elev", "{n} elever", n).format(n=n)
    teacher = [group.hold.teacher] if group.hold.teacher else []
    return " · ".join([group.area.name, group.subject, size, *teacher, days])


def course_sentence(group: FagligtLoeft, course: GroupCourse) -> str:
    """What became of the group, with those who started alike; or what is missing for saying it."""
    area = group.area.name
    if not course.after:
        text = _("Ingen prøve med {area} efter {day} endnu. Eleverne er de samme, når den kommer.")
        return text.format(area=area, day=danish_date(group.begins))
    if course.total is None:
        text = _("Ingen af eleverne har besvarelser i {area} både før og efter: for lidt at bygge på.")
        return text.format(area=area)
    before, after = (total.share or 0.0 for total in course.total)
    text = ngettext(
        "Holdets {n} elev fik {before} af pointene i {area} før og {after} efter.",
        "Holdets {n} elever fik {before} af pointene i {area} før og {after} efter.",
        course.both,
    )
    said = text.format(n=course.both, before=percent(before), after=percent(after), area=area)
    return f"{said} {_beside(course)}"


def _beside(course: GroupCourse) -> str:
    if course.beside is None:
        return _("Der er ingen andre med samme start at holde det op mod.")
    n = len(course.beside.others)
    text = ngettext(
        "I gennemsnit er de rykket {own}; {n} anden på årgangen med samme start er rykket {theirs}.",
        "I gennemsnit er de rykket {own}; {n} andre på årgangen med samme start er rykket {theirs}.",
        n,
    )
    return text.format(n=n, own=_points(course.beside.change), theirs=_points(course.beside.others_change))


def _points(value: float) -> str:
    """A change of a share in words: "12 procentpoint op"."""
    rounded = round(100 * value)
    if rounded == 0:
        return _("hverken op eller ned")
    text = _("{n} procentpoint op") if rounded > 0 else _("{n} procentpoint ned")
    return text.format(n=number(abs(rounded)))


def group_grid(group: FagligtLoeft, course: GroupCourse, moves: Moves) -> Grid:
    """The pupils of a group before and after, and what each moved against the others."""
    heads = [HeaderCell(_("før")), HeaderCell(_("efter")), HeaderCell(_("flyttet sig"))]
    wide = 3 if course.after else 1
    seen = {one.pupil_id: one for one in group.considered}
    rows = []
    for pupil in group.pupils:
        before, after = course.lines[pupil.pupil_id]
        note = _chosen_note(seen.get(pupil.pupil_id))
        cells = (points_cell(before), points_cell(after), _move(moves, pupil.pupil_id))
        rows.append(GridRow(GridCell(pupil.name, key=f"pupil/{pupil.pupil_id}", note=note), cells[:wide]))
    headers = (HeaderRow(_("Elev"), tuple(heads[:wide])),)
    caption = _("{name}: før og efter").format(name=group.name)
    return Grid(caption, headers, tuple(rows), style="large")


def _draw_legend(group: FagligtLoeft, course: GroupCourse) -> None:
    shown = [found for line in course.lines.values() for found in line if found]
    if shown:
        draw_pupil_legend(shown, Cuts(shown[0].cuts), key=f"legend-{group.klasse_id}")


def _move(moves: Moves, pupil_id: str) -> GridCell:
    if pupil_id not in moves.changes:
        return GridCell("–", "muted", note=why_not_said(moves.why_not) if moves.why_not else None)
    change, share = moves.changes[pupil_id]
    return moved_cell(change, share=share)


def _chosen_note(seen: Considered | None) -> str:
    """Why a pupil came into the group, with the figures of that day."""
    if seen is None or not seen.chosen:
        return _("kommet til efter, at holdet blev oprettet")
    by = [word for said, word in ((seen.nominated, _("læreren")), (seen.suggested, _("prøverne"))) if said]
    parts = [_("peget på af {who}").format(who=listed(by)) if by else _("valgt til af læreren")]
    if seen.points is not None and seen.max_points is not None and seen.expected is not None:
        text = _("dengang {points} af {max} point i {n} opgaver, forventet {expected}")
        figures = {"points": number(seen.points), "max": number(seen.max_points), "n": seen.tasks}
        parts.append(text.format(**figures, expected=percent(seen.expected)))
    return "; ".join(parts)


def _draw_notes(course: GroupCourse, moves: Moves) -> None:
    """Which tests stand on each side, and why a rise alone proves nothing."""
    said = [_("Før: {tests}.").format(tests=_titles(course.before))]
    if course.after:
        said.append(_("Efter: {tests}.").format(tests=_titles(course.after)))
        said.append(
            _(
                "Et hold, der er valgt på lave tal, stiger som regel også af sig selv. Derfor står andre med "
                "samme start ved siden af; det er ikke et bevis."
            )
        )
        said.append(_moved_words(moves))
    st.caption(as_text(" ".join(part for part in said if part)))


def _moved_words(moves: Moves) -> str:
    """What the last column counts; empty where it says so itself."""
    if not moves.changes:
        return _("Flyttet sig: {why}.").format(why=why_not_said(moves.why_not)) if moves.why_not else ""
    if all(share for _change, share in moves.changes.values()):
        return _("Flyttet sig: procentpoint på samme prøve, taget igen; i parentes kan være tilfældigt.")
    return _(
        "Flyttet sig: afstanden til de andre på samme prøve, målt i deres spredning; i parentes kan være "
        "tilfældigt."
    )


def _reservations(group: FagligtLoeft, course: GroupCourse) -> list[str]:
    """What takes from the comparison: nobody as near as asked, or a choice made on a test that is after."""
    said = []
    nearest = course.beside.nearest if course.beside else 0
    if nearest:
        text = ngettext(
            "For {n} elev er den nærmeste brugt: ingen andre startede samme sted.",
            "For {n} elever er den nærmeste brugt: ingen andre startede samme sted.",
            nearest,
        )
        said.append(text.format(n=nearest))
    known = [t for t in course.after if t.taken_on and t.taken_on <= group.made_at.date()]
    if known:
        text = _(
            "Holdet er oprettet {day}, da {tests} allerede var taget. Er eleverne valgt på den, siger "
            "tallene intet om, hvad holdet har givet."
        )
        said.append(text.format(day=danish_date(group.made_at.date()), tests=_titles(known)))
    return said


def _titles(tests: Sequence[Test]) -> str:
    return listed([f"{test.title} {danish_date(test.taken_on)}" for test in tests]) or _("ingen prøver")


def _draw_buttons(session: Session, group: FagligtLoeft) -> None:
    """Ending a group or letting it go on, and taking it back."""
    with st.container(horizontal=True):
        if group.hold.to_date is None:
            if st.button(_("Afslut i dag"), key=f"end-{group.klasse_id}"):
                end_group(session.store, group, max(_today(), group.begins))
                _said(_("Holdet {name} er afsluttet."), group)
        elif st.button(_("Lad holdet fortsætte"), key=f"go-on-{group.klasse_id}"):
            end_group(session.store, group, None)
            _said(_("Holdet {name} fortsætter."), group)
        if group.has_results:
            return
        with st.popover(_("Fjern")):
            st.markdown(_("Holdet og det, der blev set dengang, slettes. Elever og resultater bliver."))
            if st.button(_("Fjern holdet"), key=f"remove-{group.klasse_id}"):
                remove_group(session.store, group)
                _said(_("Holdet {name} er fjernet."), group)


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


def _said(text: str, group: FagligtLoeft) -> None:
    say_next(text.format(name=group.name))
    st.rerun()
