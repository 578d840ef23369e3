"""What the screen of level beside test asks and opens: the subject, the round, and the pupils of a cell."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import NoReturn

import streamlit as st

from data_io.queries import Klasse
from metrics.disagreement import Disagreement, taken_around
from metrics.levels import ClassRound, RoundColumn
from metrics.model import Answer, Test
from ui import cached, go
from ui.disagreement_grid import pupils_of_zone
from ui.formats import as_text
from ui.level_grid import round_label
from ui.movement_view import with_levels
from ui.movement_words import marks_words
from ui.open_cell import open_pupil
from ui.open_names import open_names
from ui.session import Session


def subjects_with_tests(
    overview: ClassRound, skoleaar: str, tests: Sequence[Test]
) -> dict[str, list[RoundColumn]]:
    """The subjects with levels in a school year and tests around one of its rounds, with those rounds."""
    found: dict[str, list[RoundColumn]] = {}
    for subject in overview.now:
        rounds = [c for c in with_levels(overview, subject) if c.round.skoleaar == skoleaar]
        if any(taken_around(column.round, subject, tests) for column in rounds):
            found[subject] = rounds
    return found


def tests_and_answers(
    session: Session, klasse: Klasse, pupil_ids: tuple[str, ...]
) -> tuple[list[Test], list[Answer]]:
    """What a class's pupils took in it, in the year group's other classes, and wherever they were before.

    A paper that the year group took has the class's own day; one that a pupil brought along has its own.
    """
    group = tuple(klasse_id for klasse_id, _name in cached.year_group(session, klasse.klasse_id))
    copies = [*cached.tests_together(session, group), *cached.tests(session, klasse.klasse_id)]
    tests = {test.test_id: test for test in copies}
    papers = {test.paper for test in copies}
    brought, answers = cached.history(session, pupil_ids)
    others = {test.test_id: test for test in brought if test.paper not in papers}
    own = cached.answers_together(session, group)
    return [*tests.values(), *others.values()], [*own, *(a for a in answers if a.test_id in others)]


def choose_round(columns: Sequence[RoundColumn]) -> RoundColumn:
    """One of a subject's rounds of the year: the newest with a level until somebody chooses."""
    rated = [column for column in columns if any(r.value is not None for r in column.ratings.values())]
    first = columns.index(rated[-1]) if rated else len(columns) - 1
    labels = [round_label(column) for column in columns]
    places = list(range(len(columns)))
    key = f"round-{columns[0].subject}-{len(columns)}"
    chosen = st.selectbox(_("Runde"), places, index=first, format_func=labels.__getitem__, key=key)
    return columns[chosen]


def without_both(klasse: Klasse, marks: Sequence[str]) -> NoReturn:
    """No subject of the class has both levels and tests this year."""
    text = _("{klasse} har ingen fag med både niveauer 1–5 og prøver i {year}.")
    said = text.format(klasse=klasse.name, year=klasse.skoleaar)
    st.info(as_text(f"{said} {marks_words(marks)}" if marks else said))
    st.page_link(go.INDLAES, label=_("Indlæs et prøveark eller et vurderingsskema"))
    st.stop()


def open_beside(chosen: str | None, found: Disagreement) -> None:
    """Opens the pupils of a cell of the table, or the pupil whose name was chosen."""
    kind, _slash, pupil_id = (chosen or "").partition("/")
    if kind == "pupil":
        open_pupil(pupil_id)
    cell = pupils_of_zone(found, chosen)
    if cell is not None:
        open_names(*cell)
