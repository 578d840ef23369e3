"""What the screen Grænser asks: subject and trin, the two cut scores, and what they would change."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from data_io.cut_scores import check_cuts, save_cut_scores
from data_io.errors import KlasseblikError
from data_io.queries import Klasse
from metrics.cut_preview import ColoursMoved, colours_moved
from metrics.cuts import CutChange, cuts_of
from metrics.model import CutScores
from ui import cached
from ui.choice import chosen_klasse
from ui.cut_words import has_own, preview_words, trin_words
from ui.legends import draw_zone_legend
from ui.messages import say_next
from ui.session import Session


def choose_place(session: Session, subjects: Sequence[str]) -> tuple[str, int | None]:
    """The subject and trin whose cut scores are shown; every trin until somebody chooses."""
    trins = sorted({k.trin for k in cached.klasser(session) if k.trin is not None})
    with st.container(horizontal=True):
        subject = st.selectbox(
            _("Fag"), subjects, key="cut-subject", format_func=lambda s: s.capitalize(), width=240
        )
        trin = st.selectbox(
            _("Trin"),
            [None, *trins],
            key="cut-trin",
            format_func=lambda t: trin_words(t).capitalize(),
            width=160,
        )
    return subject, trin


def draw_cut_form(session: Session, school_id: str, subject: str, trin: int | None) -> None:
    """The two cut scores to change, what that does, and the buttons that keep it or take it back."""
    changes = cached.cut_changes(session)
    now = cuts_of(changes, subject, trin)
    new = _asked(now, f"{subject}-{trin}")
    draw_zone_legend(new, missing=False, key="new-legend")
    wrong = _wrong(new)
    with st.container():
        if wrong:
            st.warning(wrong)
        elif new != now:
            st.markdown(_preview(session, changes, subject, trin, new))
    # Saved before the next run begins: the screen is drawn once, with what holds then.
    place = (session, school_id, subject, trin)
    with st.container(horizontal=True):
        st.button(
            _("Gem grænserne"),
            type="primary",
            disabled=bool(wrong) or new == now,
            on_click=_save,
            args=(*place, new),
        )
        if has_own(changes, subject, trin):
            text = _("Tilbage til udgangspunktet") if trin is None else _("Følg alle trin igen")
            st.button(text, on_click=_save, args=(*place, None))


def _asked(now: CutScores, place: str) -> CutScores:
    """The cut scores in the fields, from those that hold."""
    with st.container(horizontal=True):
        red, green = (
            st.number_input(
                label,
                min_value=0,
                max_value=100,
                value=round(100 * cut),
                # What holds is part of the key, so that the fields follow when it is taken back.
                key=f"{name}-{place}-{now.red_below}-{now.green_from}",
                width=160,
            )
            for name, label, cut in (
                ("red", _("Rød under (%)"), now.red_below),
                ("green", _("Grøn fra (%)"), now.green_from),
            )
        )
    return CutScores(red / 100, green / 100)


def _wrong(cuts: CutScores) -> str:
    try:
        check_cuts(cuts)
    except KlasseblikError as error:
        return error.message
    return ""


def _preview(
    session: Session, changes: Sequence[CutChange], subject: str, trin: int | None, new: CutScores
) -> str:
    """What the change does to the colours of a school year: the chosen, otherwise the newest with tests."""
    now = datetime.datetime.now(datetime.UTC)
    after = [*changes, CutChange(subject, trin, new, now, session.scope.person)]
    classes = cached.klasser(session)
    chosen = chosen_klasse(session)
    years = [chosen.skoleaar] if chosen else list(dict.fromkeys(k.skoleaar for k in classes))
    for year in years:
        touched = [k for k in classes if k.skoleaar == year and trin in (None, k.trin)]
        names, moved = _moved(session, touched, subject, (changes, after))
        if names:
            return preview_words(names, moved, year)
    return preview_words([], ColoursMoved(), "")


def _moved(
    session: Session,
    classes: Sequence[Klasse],
    subject: str,
    sides: tuple[Sequence[CutChange], Sequence[CutChange]],
) -> tuple[list[str], ColoursMoved]:
    """The classes with tests whose cut scores differ before and after, and all their colours together."""
    names: list[str] = []
    total = ColoursMoved()
    for klasse in classes:
        before, after = (cuts_of(side, subject, klasse.trin) for side in sides)
        tests = {t.test_id: t for t in cached.tests(session, klasse.klasse_id) if t.subject == subject}
        if tests and before != after:
            names.append(klasse.name)
            total += colours_moved(cached.answers(session, klasse.klasse_id), tests, before, after)
    return names, total


def _save(session: Session, school_id: str, subject: str, trin: int | None, cuts: CutScores | None) -> None:
    save_cut_scores(session.store, school_id, subject, trin, cuts, session.scope.person)
    text = _("Grænserne for {subject}, {trin} er gemt.") if cuts else _("{subject}, {trin}: taget tilbage.")
    say_next(text.format(subject=subject, trin=trin_words(trin)))
