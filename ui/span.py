"""How much of the tests a comparison looks at: one test, the school year, or all years of the pupils."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Final

import streamlit as st

from data_io.layouts.context import skoleaar_of
from data_io.queries import Klasse
from metrics.comparison import AreaOf, compare_areas
from metrics.model import Answer, Pupil, Test
from metrics.reference import Reference
from metrics.signalord import Comparison
from ui import cached
from ui.session import Session

TEST: Final = "test"
YEAR: Final = "year"
ALL: Final = "all"


@dataclass(frozen=True)
class Span:
    """Tests of one subject by id, newest first, the class's answers to them, and those it is compared with.

    `words` says what they are in a heading.
    """

    words: str
    tests: dict[str, Test]
    answers: Sequence[Answer]
    references: dict[str, Reference]
    others: Sequence[Answer]

    def compare(self, area_of: AreaOf) -> Comparison:
        """The class's areas against the others over these tests."""
        return compare_areas(self.answers, self.others, self.tests, area_of)


def choose_span() -> str:
    """The chosen span as its code, the school year until somebody chooses."""
    texts = {TEST: _("Prøven"), YEAR: _("Skoleåret"), ALL: _("Alle år")}
    chosen = st.segmented_control(
        _("Hvilke prøver"),
        list(texts),
        default=YEAR,
        required=True,
        format_func=texts.__getitem__,
        label_visibility="collapsed",
    )
    return str(chosen)


def span_of(session: Session, klasse: Klasse, pupils: Sequence[Pupil], test: Test, code: str) -> Span:
    """The tests of the chosen span in the test's subject, with the answers of both sides.

    Over all years the tests follow the pupils. Of a test that was taken twice the first time counts here, as
    it does for the others; it can be looked at alone.
    """
    tests, answers = cached.tests(session, klasse.klasse_id), cached.answers(session, klasse.klasse_id)
    words = klasse.skoleaar
    if code == ALL:
        tests, answers = cached.history(session, tuple(pupil.pupil_id for pupil in pupils))
        words = _("alle år")
    chosen = {t.test_id: t for t in tests if t.subject == test.subject and t.test_id == t.paper}
    if code == TEST:
        chosen, words = {test.test_id: test}, test.title
    few = cached.few_references(session, test.subject)
    years = _by_year(list(chosen.values()), klasse)
    references: dict[str, Reference] = {}
    for skoleaar, ids in years:
        references |= cached.references(session, klasse.klasse_id, skoleaar, ids, few)
    others = cached.answers_of_others(session, klasse.klasse_id, years, few)
    return Span(words, chosen, answers, references, others)


def _by_year(tests: Sequence[Test], klasse: Klasse) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The tests by the school year they were taken in: whom one compares with is of that year."""
    found: dict[str, list[str]] = {}
    for test in tests:
        own = test.klasse_id == klasse.klasse_id or test.taken_on is None
        year = klasse.skoleaar if own or test.taken_on is None else skoleaar_of(test.taken_on)
        found.setdefault(year, []).append(test.test_id)
    return tuple((year, tuple(ids)) for year, ids in found.items())
