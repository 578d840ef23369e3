"""What screens ask of the store about absence and trivsel; every answer is for a scope."""

from collections.abc import Sequence

from data_io.queries import source_of
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.absence import AbsenceFact, PeriodAbsence, by_period
from metrics.trivsel import TrivselFact


def absences(store: Store, scope: Scope, pupil_ids: Sequence[str]) -> list[PeriodAbsence]:
    """Every seen absence of some pupils in all their classes, the period that ends last first.

    A pupil without a class in the scope gives nothing.
    """
    rows = store.rows("absence_of_pupils", pupil_ids=list(pupil_ids), klasse_ids=list(scope.klasse_ids))
    return by_period(
        AbsenceFact(
            row["pupil_id"],
            row["klasse_id"],
            row["skoleaar"],
            row["from_date"],
            row["to_date"],
            row["category"],
            row["unit"],
            row["amount"],
            row["by_day"],
            source_of(row),
            row["row"] if row["cells"] == 1 else None,
            row["column"] if row["cells"] == 1 else None,
        )
        for row in rows
    )


def trivsel(store: Store, scope: Scope, klasse_ids: Sequence[str]) -> list[TrivselFact]:
    """Every seen indicator of some classes, and of the wholes that stood beside them."""
    seen = [klasse_id for klasse_id in klasse_ids if scope.sees(klasse_id)]
    return [
        TrivselFact(
            row["klasse_id"],
            row["klasse"],
            row["skoleaar"],
            row["whose"],
            row["indicator"],
            row["amount"],
            source_of(row),
            row["row"],
            row["column"],
        )
        for row in store.rows("trivsel_of_klasser", klasse_ids=seen)
    ]
