"""Cached reads: every key holds the store, its revision and the scope, so nobody sees another's answer."""

from collections.abc import Hashable

import streamlit as st

from data_io import queries, record_queries
from data_io.queries import Klasse
from metrics.absence import PeriodAbsence
from metrics.model import Answer, Pupil, Rating, Test
from metrics.trivsel import TrivselFact
from ui.session import Session


def _key(session: Session) -> Hashable:
    return str(session.store.path), session.revision, session.scope


_cached = st.cache_data(show_spinner=False, max_entries=256, hash_funcs={Session: _key})


@_cached
def klasser(session: Session) -> list[Klasse]:
    """The classes the person may see."""
    return queries.klasser(session.store, session.scope)


@_cached
def pupils(session: Session, klasse_id: str) -> list[Pupil]:
    """A class's pupils in Danish order."""
    return queries.pupils(session.store, session.scope, klasse_id)


@_cached
def tests(session: Session, klasse_id: str) -> list[Test]:
    """A class's tests, newest first."""
    return queries.tests(session.store, session.scope, [klasse_id])


@_cached
def answers(session: Session, klasse_id: str) -> list[Answer]:
    """A class's answers."""
    return queries.answers(session.store, session.scope, [klasse_id])


@_cached
def history(session: Session, pupil_ids: tuple[str, ...]) -> tuple[list[Test], list[Answer]]:
    """The tests and answers of some pupils over all their classes."""
    return queries.pupil_answers(session.store, session.scope, pupil_ids)


@_cached
def ratings(session: Session, pupil_ids: tuple[str, ...]) -> list[Rating]:
    """The ratings of some pupils over all their classes."""
    return queries.ratings(session.store, session.scope, pupil_ids)


@_cached
def absences(session: Session, pupil_ids: tuple[str, ...]) -> list[PeriodAbsence]:
    """The absence of some pupils over all their classes."""
    return record_queries.absences(session.store, session.scope, pupil_ids)


@_cached
def trivsel(session: Session, klasse_ids: tuple[str, ...]) -> list[TrivselFact]:
    """The trivselsmålinger of some classes."""
    return record_queries.trivsel(session.store, session.scope, klasse_ids)
