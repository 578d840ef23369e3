"""The class a template is for: its pupils as the class list has them, and the school's signalord."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_io import queries
from data_io.layouts.vocabulary import SIGNALORD
from data_io.school import ListedPupil, terms_of, the_school
from data_io.scope import Scope
from data_io.store.store import Store


@dataclass(frozen=True)
class TemplateClass:
    """A class with the pupils of its list, nobody where it has none, and the words a task can have."""

    name: str
    skoleaar: str
    pupils: Sequence[ListedPupil] = ()
    signalord: Sequence[str] = SIGNALORD


def class_of(store: Store, scope: Scope, name: str, skoleaar: str) -> TemplateClass:
    """The class of that name and school year, as far as the store knows it."""
    school_id = the_school(store)
    words = terms_of(store, school_id, "signalord") if school_id else SIGNALORD
    known = [k.klasse_id for k in queries.klasser(store, scope) if (k.name, k.skoleaar) == (name, skoleaar)]
    rows = store.rows("pupils_of_klasser", klasse_ids=known) if known else []
    listed = [ListedPupil(row["name"], row["unilogin"]) for row in rows if row["listed"]]
    return TemplateClass(name, skoleaar, listed, words)
