"""Cached reads: every key holds the store, its revision and the scope, so nobody sees another's answer."""

from collections.abc import Hashable

import streamlit as st

from data_io import closed_days as closed_store
from data_io import cut_scores, overview_queries, queries, record_queries, reference_queries
from data_io import groups as group_store
from data_io import staff as staff_store
from data_io import talks as talk_store
from data_io.closed_days import Closed
from data_io.groups import ClassPupil, FagligtLoeft
from data_io.queries import Klasse
from data_io.staff import Staff, Teaches
from data_io.talks import Talk
from metrics.absence import PeriodAbsence
from metrics.cuts import CutChange, FewReferences, cuts_of, few_allowed
from metrics.model import Answer, CutScores, Pupil, Rating, Test
from metrics.overview import ClassOverview
from metrics.reference import Reference
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


@_cached
def references(
    session: Session, klasse_id: str, skoleaar: str, test_ids: tuple[str, ...], few_allowed: bool
) -> dict[str, Reference]:
    """Whom a class is compared with on each of its tests, as taken in a school year."""
    return reference_queries.references(
        session.store, session.scope, klasse_id, skoleaar, test_ids, few_allowed=few_allowed
    )


@_cached
def reference_answers(
    session: Session, klasse_id: str, skoleaar: str, test_ids: tuple[str, ...], few_allowed: bool
) -> list[Answer]:
    """What those others answered; pupils are numbers, and the class's own are not among them."""
    return answers_of_others(session, klasse_id, ((skoleaar, test_ids),), few_allowed)


@_cached
def answers_of_others(
    session: Session, klasse_id: str, years: tuple[tuple[str, tuple[str, ...]], ...], few_allowed: bool
) -> list[Answer]:
    """The same over several school years and the tests of each; a pupil has one number in all of them."""
    found: dict[str, Reference] = {}
    for skoleaar, test_ids in years:
        found |= references(session, klasse_id, skoleaar, test_ids, few_allowed)
    own = [pupil.pupil_id for pupil in pupils(session, klasse_id)]
    return reference_queries.reference_answers(session.store, session.scope, found, own)


@_cached
def cut_changes(session: Session) -> list[CutChange]:
    """Everything that was said of the school's cut scores, oldest first."""
    return cut_scores.cut_changes(session.store, session.school_id) if session.school_id else []


def cuts(session: Session, subject: str, trin: int | None) -> CutScores:
    """The cut scores that hold now for a subject and trin; `trin` None is a class of no single trin."""
    return cuts_of(cut_changes(session), subject, trin)


@_cached
def few_changes(session: Session) -> list[FewReferences]:
    """Every switching on or off of comparing with few classes, oldest first."""
    return cut_scores.few_changes(session.store, session.school_id) if session.school_id else []


def few_references(session: Session, subject: str) -> bool:
    """True where the subject team has switched on comparing with fewer than three classes."""
    return few_allowed(few_changes(session), subject)


@_cached
def year_group(session: Session, klasse_id: str) -> list[tuple[str, str]]:
    """A class and the others of its trin and year (id, name)."""
    return group_store.year_group(session.store, session.scope, klasse_id)


@_cached
def home_years(session: Session, klasse_id: str) -> tuple[str, ...]:
    """The classes (by id) of the trin and year a hold's pupils come from."""
    return tuple(group_store.home_years(session.store, session.scope, klasse_id))


@_cached
def class_pupils(session: Session, klasse_ids: tuple[str, ...]) -> list[ClassPupil]:
    """The pupils who are in some classes now, with their class."""
    return group_store.class_pupils(session.store, session.scope, klasse_ids)


@_cached
def tests_together(session: Session, klasse_ids: tuple[str, ...]) -> list[Test]:
    """The tests of several classes, newest first."""
    return queries.tests(session.store, session.scope, klasse_ids)


@_cached
def answers_together(session: Session, klasse_ids: tuple[str, ...]) -> list[Answer]:
    """The answers of several classes; a pupil of two of them has each once."""
    return queries.answers(session.store, session.scope, klasse_ids)


@_cached
def groups(session: Session) -> list[FagligtLoeft]:
    """The groups for a fagligt løft, the newest first."""
    return group_store.groups(session.store, session.scope)


@_cached
def staff(session: Session) -> list[Staff]:
    """The school's people, also those who left."""
    return staff_store.staff(session.store, session.school_id) if session.school_id else []


@_cached
def teaching(session: Session) -> list[Teaches]:
    """Who has which class in which subject."""
    return staff_store.teaching(session.store, session.scope)


@_cached
def closed_days(session: Session) -> list[Closed]:
    """The school's own closed days, the first one first."""
    return closed_store.closed_days(session.store, session.school_id) if session.school_id else []


@_cached
def talks(session: Session) -> list[Talk]:
    """The talks about classes one may see, the first one first."""
    return talk_store.talks(session.store, session.scope, session.school_id) if session.school_id else []


@_cached
def year_overview(session: Session, skoleaar: str) -> tuple[ClassOverview, ...]:
    """Every class of a school year side by side."""
    return overview_queries.year_overview(session.store, session.scope, skoleaar)
