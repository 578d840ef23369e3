"""What the examples are counted from: one class's tests of a subject, its ratings, and the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_io.queries import Klasse
from metrics.class_test import ClassTest, class_test
from metrics.levels import ClassRound, class_round
from metrics.model import CutScores, Pupil, Test
from ui import cached
from ui.progress_data import Compared, compared
from ui.pupil_view import until
from ui.session import Session
from ui.span import YEAR, Span, span_of
from ui.year_group import Takers, classes_of, takers


@dataclass(frozen=True)
class TestFigures:
    """The newest test of the class: in the class and in all that took it, its year, and the years before."""

    __test__ = False  # not a test case of pytest

    test: Test
    own: ClassTest
    everyone: Takers
    year: Span
    progress: Compared
    cuts: CutScores


@dataclass(frozen=True)
class ClassFigures:
    """A class with its ratings; `newest` is None for a class without a test."""

    session: Session
    klasse: Klasse
    pupils: Sequence[Pupil]
    levels: ClassRound
    newest: TestFigures | None


def figures_of(session: Session, klasse: Klasse) -> ClassFigures:
    """The figures of a class, in the subject of its newest test."""
    pupils = cached.pupils(session, klasse.klasse_id)
    ratings = cached.ratings(session, tuple(pupil.pupil_id for pupil in pupils))
    tests = cached.tests(session, klasse.klasse_id)
    newest = _test_figures(session, klasse, pupils, tests[0]) if tests else None
    return ClassFigures(session, klasse, pupils, class_round(pupils, ratings, klasse.skoleaar), newest)


def _test_figures(session: Session, klasse: Klasse, pupils: Sequence[Pupil], test: Test) -> TestFigures:
    history = until(klasse.skoleaar, *cached.history(session, tuple(pupil.pupil_id for pupil in pupils)))
    return TestFigures(
        test,
        class_test(test, pupils, cached.answers(session, klasse.klasse_id)),
        takers(session, test, classes_of(session, klasse, test)),
        span_of(session, klasse, pupils, test, YEAR),
        compared(session, klasse, *history, test.subject),
        cached.cuts(session, test.subject, klasse.trin),
    )
