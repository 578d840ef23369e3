"""Whom a class is compared with."""

import pytest

from metrics.reference import Sitting, reference_of

YEARS = ("2023/24", "2024/25", "2025/26")


def sat(klasse_id: str, skoleaar: str, shared: float = 0.0) -> Sitting:
    return Sitting(klasse_id, "januar", skoleaar, shared)


OWN = sat("7.A", "2025/26", 1.0)


def test_earlier_year_groups_come_first_and_stand_alone() -> None:
    sittings = [OWN, sat("7.B", "2025/26"), sat("old 7.A", "2024/25"), sat("older 7.A", "2023/24")]
    found = reference_of("7.A", "2025/26", sittings)
    assert (found.kind, found.klasse_ids) == ("earlier", ("old 7.A", "older 7.A"))


def test_without_them_three_other_classes_are_enough() -> None:
    sittings = [OWN, *(sat(klasse, "2025/26") for klasse in ("7.B", "7.C", "7.D"))]
    found = reference_of("7.A", "2025/26", sittings)
    assert (found.kind, found.klasse_ids) == ("others", ("7.B", "7.C", "7.D"))


@pytest.mark.parametrize(("allowed", "kind"), [(False, "none"), (True, "few")])
def test_two_others_are_compared_with_only_where_the_subject_team_says_so(allowed: bool, kind: str) -> None:
    sittings = [OWN, sat("7.B", "2025/26"), sat("7.C", "2025/26")]
    assert reference_of("7.A", "2025/26", sittings, few_allowed=allowed).kind == kind


def test_the_class_itself_a_year_younger_is_no_reference() -> None:
    itself = sat("6.A", "2024/25", shared=0.9)
    assert reference_of("7.A", "2025/26", [OWN, itself], few_allowed=True).kind == "none"


def test_a_class_that_gave_one_pupil_away_still_is() -> None:
    parallel = sat("old 7.B", "2024/25", shared=1 / 20)
    assert reference_of("7.A", "2025/26", [OWN, parallel]).kind == "earlier"


def test_a_class_that_nobody_else_shares_a_test_with_has_none() -> None:
    assert reference_of("7.A", "2025/26", [OWN]).klasse_ids == ()


def test_the_order_of_the_sittings_changes_nothing() -> None:
    sittings = [OWN, *(sat(klasse, year) for klasse in ("7.A old", "7.B old") for year in YEARS[:2])]
    assert reference_of("7.A", "2025/26", sittings) == reference_of("7.A", "2025/26", sittings[::-1])
