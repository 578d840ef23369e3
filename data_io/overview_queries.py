"""What the overview of a school year asks of the store: four reads for all its classes at once."""

from data_io.queries import ratings
from data_io.record_queries import absences
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.model import Pupil
from metrics.overview import ClassOverview, ListedClass, overview


def listed_classes(store: Store, scope: Scope, skoleaar: str) -> list[ListedClass]:
    """The classes of a school year in class order, holds apart, each with the pupils who are in it now.

    A pupil who went from one class to another is counted where they are.
    """
    rows = store.rows("klasser_of_year", klasse_ids=list(scope.klasse_ids), skoleaar=skoleaar)
    pupils: dict[str, list[Pupil]] = {row["klasse_id"]: [] for row in rows}
    for row in store.rows("pupils_of_klasser", klasse_ids=list(pupils)):
        if row["listed"] or row["to_date"] is None:
            pupils[row["klasse_id"]].append(Pupil(row["pupil_id"], row["name"], row["confirmed"]))
    return [ListedClass(r["klasse_id"], r["name"], r["trin"], tuple(pupils[r["klasse_id"]])) for r in rows]


def year_overview(store: Store, scope: Scope, skoleaar: str) -> tuple[ClassOverview, ...]:
    """Every class of a school year as rated in it, beside its round before, and with its absence."""
    klasser = listed_classes(store, scope, skoleaar)
    ids = list(dict.fromkeys(pupil.pupil_id for klasse in klasser for pupil in klasse.pupils))
    return overview(klasser, ratings(store, scope, ids), absences(store, scope, ids), skoleaar)
