"""The school's cut scores and its switch for few references: read with their history, and added to."""

import datetime
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.queries import COPENHAGEN
from data_io.store.store import Store
from metrics.cuts import CutChange, FewReferences
from metrics.model import CutScores

# Closer together, the yellow zone is narrower than one task of a usual test.
LEAST_APART = 0.05
_HAIR = 1e-9


def cut_changes(store: Store, school_id: str) -> list[CutChange]:
    """Everything that was said of the school's cut scores, oldest first."""
    return [
        CutChange(
            row["subject"],
            row["trin"],
            None if row["red_below"] is None else CutScores(row["red_below"], row["green_from"]),
            _danish(row["changed_at"]),
            row["changed_by"],
        )
        for row in store.rows("cut_scores", school_id=school_id)
    ]


def save_cut_scores(
    store: Store, school_id: str, subject: str, trin: int | None, cuts: CutScores | None, person: str
) -> None:
    """Makes these the cut scores from now on; `trin` None is every trin, `cuts` None takes its own back.

    Raises:
        KlasseblikError: they are outside 0–1, in the wrong order, or too close.
    """
    if cuts is not None:
        check_cuts(cuts)
    with store.write() as transaction:
        transaction.run(
            "cut_scores",
            **_change(school_id, subject, person),
            trin=trin,
            red_below=cuts.red_below if cuts else None,
            green_from=cuts.green_from if cuts else None,
        )


def check_cuts(cuts: CutScores) -> None:
    """Says what is wrong with cut scores.

    Raises:
        KlasseblikError: they are outside 0–1, in the wrong order, or too close.
    """
    red, green = cuts.red_below, cuts.green_from
    if not (0 <= red <= 1 and 0 <= green <= 1):
        text = _("Grænserne skal ligge mellem 0 % og 100 %. Ret dem, og gem igen.")
        raise KlasseblikError("cut_range", text)
    if red >= green:
        text = _("Rød skal slutte, før grøn begynder. Sæt den røde grænse under den grønne.")
        raise KlasseblikError("cut_order", text)
    if green - red < LEAST_APART - _HAIR:
        text = _("Der skal være mindst 5 procentpoint mellem grænserne. Flyt dem længere fra hinanden.")
        raise KlasseblikError("cut_close", text)


def few_changes(store: Store, school_id: str) -> list[FewReferences]:
    """Every switching on or off of comparing with few classes, oldest first."""
    return [
        FewReferences(row["subject"], row["allowed"], _danish(row["changed_at"]), row["changed_by"])
        for row in store.rows("few_references", school_id=school_id)
    ]


def save_few_references(store: Store, school_id: str, subject: str, allowed: bool, person: str) -> None:
    """Switches comparing a subject's classes with fewer than three others on or off from now on."""
    with store.write() as transaction:
        transaction.run("few_references", **_change(school_id, subject, person), allowed=allowed)


def subjects_of(store: Store, school_id: str) -> list[str]:
    """The subjects a school has tests in, in Danish order."""
    return [row["subject"] for row in store.rows("test_subjects", school_id=school_id)]


def _change(school_id: str, subject: str, person: str) -> dict[str, object]:
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    common = {"change_id": new_id(), "school_id": school_id, "subject": subject}
    return {**common, "changed_at": now, "changed_by": person}


def _danish(moment: datetime.datetime) -> datetime.datetime:
    """The store keeps UTC, people read Danish time."""
    return moment.replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN)
