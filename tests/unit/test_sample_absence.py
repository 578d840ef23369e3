"""The demo school's absence and trivsel are one story in all files, and of days there was school."""

import datetime
from typing import Any

from sample_data.school_absence import PRINTS, REGISTER, away, school_days
from sample_data.school_cast import pupils
from tests.unit.sample_sheets import entries, rows_of

AUTUMN, SPRING = PRINTS


def rows(file: str, sheet: str) -> list[list[Any]]:
    (entry,) = [e for e in entries("absence") if file in e["file"] and e["sheet"] == sheet]
    return [list(row) for row in rows_of(entry)]


def test_a_longer_period_holds_at_least_the_absence_of_the_shorter() -> None:
    for pupil in pupils():
        assert set(away(pupil, AUTUMN.first, AUTUMN.last)) <= set(away(pupil, SPRING.first, SPRING.last))


def test_nobody_is_away_in_the_holidays_or_at_weekends() -> None:
    days = set(school_days(datetime.date(2025, 8, 1), datetime.date(2026, 6, 30)))

    assert all(set(away(p, datetime.date(2025, 8, 1), datetime.date(2026, 6, 30))) <= days for p in pupils())
    assert datetime.date(2025, 10, 15) not in days


def test_every_total_is_the_sum_of_its_categories_and_the_share_is_of_the_school_days() -> None:
    days = len(school_days(AUTUMN.first, AUTUMN.last))
    for sheet in ("7.A", "7.B", "8.A"):
        for row in rows(AUTUMN.file, sheet)[3:]:
            *_who, sick, free, unlawful, total, share = row
            assert sick + free + unlawful == total
            assert abs(share - total / days) < 0.0001


def test_the_register_has_a_letter_for_every_day_somebody_was_away() -> None:
    (entry,) = [e for e in entries("absence") if e["sheet"] == "Protokol"]
    table = [list(row) for row in rows_of(entry)][4:]
    names = {row[0]: [cell for cell in row[1:] if cell] for row in table}
    _cohort, _track, first, last = REGISTER

    told = {p.name: len(away(p, first, last)) for p in pupils() if p.name in names}

    assert {name: len(letters) for name, letters in names.items()} == told


def test_7a_has_pupils_on_both_sides_of_the_schools_mark() -> None:
    shares = [row[-1] for row in rows(AUTUMN.file, "7.A")[3:]]

    assert any(share >= 0.1 for share in shares)
    assert any(share < 0.05 for share in shares)


def test_the_trivselsmaaling_has_two_springs_of_the_same_classes_a_year_older() -> None:
    first, second = entries("trivsel")

    assert [e["options"]["skoleaar"] for e in (first, second)] == ["2024/25", "2025/26"]
    assert {"6.A", "7.A"} <= {*first["expect"]["klasser"], *second["expect"]["klasser"]}
