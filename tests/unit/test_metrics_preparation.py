"""When a talk is due, what it lacks, and whom the levels point at."""

import datetime
from collections.abc import Sequence

import pytest

from metrics.model import Pupil, Rating, Round, Source
from metrics.preparation import (
    DISCUSS,
    NO_REMARKS,
    Reason,
    TalkKlasse,
    gaps,
    is_working_day,
    lines,
    usual_round,
    working_days_before,
)

SOURCE = Source("1", "Vurdering.xlsx", "Ark1", datetime.datetime(2025, 10, 8, 9, 0), "Mette Lund")
PLACES = {"Efterår": 10, "Forår": 50}
FORAAR = ("Forår", 50)


def rated(
    name: str, subject: str, value: float | None, round_name: str = "Forår", missing: str | None = None
) -> Rating:
    when = Round(round_name, "2025/26", PLACES[round_name])
    return Rating(name, subject, when, "level", value, missing, SOURCE, 1, 1)


def klasse(*names: str, ratings: Sequence[Rating] = (), name: str = "7.A") -> TalkKlasse:
    pupils = tuple(Pupil(one, one) for one in names)
    return TalkKlasse(name, name, "2025/26", pupils, tuple(ratings))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("talk", "due"),
    [
        ("2026-12-01", "2026-11-25"),  # Tuesday: Monday, Friday, Thursday, Wednesday
        ("2026-11-27", "2026-11-23"),  # within a week
        ("2026-11-29", "2026-11-24"),  # a Sunday counts from the Friday
        ("2027-01-05", "2026-12-28"),  # New Year's Day and Eve: 4.1., 30.12., 29.12., 28.12.
        ("2026-12-28", "2026-12-18"),  # 24, 25 and 26 December
        ("2026-04-08", "2026-03-30"),  # from Maundy Thursday to Easter Monday: 7., 1.4., 31.3., 30.3.
        ("2026-05-18", "2026-05-11"),  # Ascension Day
        ("2026-06-09", "2026-06-02"),  # 5 June
    ],
)
def test_ratings_are_due_four_working_days_before_the_talk(talk: str, due: str) -> None:
    assert working_days_before(day(talk), days=4) == day(due)


def test_store_bededag_is_a_working_day_since_2024() -> None:
    assert not is_working_day(day("2023-05-05"))
    assert is_working_day(day("2024-04-26"))
    assert is_working_day(day("2026-05-01")) is False  # 1 May, the same week in 2026
    assert working_days_before(day("2024-04-30")) == day("2024-04-24")


def test_the_schools_own_closed_days_are_not_counted() -> None:
    autumn = {day(f"2026-10-{n}") for n in range(12, 17)}

    assert working_days_before(day("2026-10-20"), autumn) == day("2026-10-07")
    assert working_days_before(day("2026-10-20")) == day("2026-10-14")
    assert not is_working_day(day("2026-10-14"), autumn)


def test_what_is_missing_is_said_by_class_and_subject() -> None:
    ratings = [
        rated("Ida", "dansk", 3),
        rated("Ida", "matematik", 4),
        rated("Noah", "dansk", 2),
        rated("Noah", "matematik", None, missing="empty"),
    ]
    found = gaps([klasse("Ida", "Noah", "Alma", ratings=ratings)], *FORAAR)

    said = [(g.klasse, g.subject, [p.name for p in g.pupils], g.of) for g in found]
    assert said == [("7.A", "dansk", ["Alma"], 3), ("7.A", "matematik", ["Noah", "Alma"], 3)]


@pytest.mark.parametrize("why", ["ny", "fritaget", "fravaer", "modtageklasse"])
def test_a_pupil_with_a_reason_for_no_rating_is_not_missing(why: str) -> None:
    ratings = [rated("Ida", "dansk", 3), rated("Noah", "dansk", None, missing=why)]

    assert gaps([klasse("Ida", "Noah", ratings=ratings)], *FORAAR) == []


def test_a_round_nobody_has_begun_lacks_what_was_rated_last_time() -> None:
    ratings = [rated("Ida", "dansk", 3, "Efterår"), rated("Ida", "engelsk", 3, "Efterår")]

    found = gaps([klasse("Ida", ratings=ratings)], *FORAAR)

    assert [(g.subject, len(g.pupils)) for g in found] == [("dansk", 1), ("engelsk", 1)]


def test_a_class_without_ratings_lacks_the_subjects_of_the_year_group_or_the_usual_three() -> None:
    other = klasse("Ida", ratings=[rated("Ida", "dansk", 3)])

    assert [(g.klasse, g.subject) for g in gaps([other, klasse("Bo", name="7.B")], *FORAAR)] == [
        ("7.B", "dansk")
    ]
    assert [g.subject for g in gaps([klasse("Bo")], *FORAAR)] == ["dansk", "matematik", "social"]


def test_a_class_without_pupils_lacks_nothing() -> None:
    assert gaps([klasse()], *FORAAR) == []
    assert lines([klasse()], 50, {}) == []


def levels(name: str, before: float | None, now: float | None, subject: str = "dansk") -> list[Rating]:
    then = [rated(name, subject, before, "Efterår")] if before else []
    return [*then, rated(name, subject, now, missing=None if now else "empty")]


def test_suggested_are_two_step_falls_and_those_new_in_1_and_2() -> None:
    names = ("Fald", "Ny lav", "Før lav", "Ét ned", "To op", "Uden")
    moves = [(5, 3), (3, 2), (2, 2), (4, 3), (2, 4), (3, None)]
    ratings = [r for n, (b, a) in zip(names, moves, strict=True) for r in levels(n, b, a)]
    first = [*ratings, *levels("Først 2", None, 2), *levels("Først 4", None, 4)]

    found = lines([klasse(*names, "Først 2", "Først 4", ratings=first)], 50, {})

    assert [(one.pupil.name, one.reasons) for one in found if one.discussed] == [
        ("Fald", (Reason("fell", "dansk", 5, 3),)),
        ("Ny lav", (Reason("fell", "dansk", 3, 2),)),
        ("Først 2", (Reason("new_low", "dansk", None, 2),)),
    ]


def test_the_longest_fall_is_said_first() -> None:
    ratings = [*levels("Ida", 3, 2), *levels("Ida", 5, 2, "social")]

    (line,) = lines([klasse("Ida", ratings=ratings)], 50, {})

    assert [reason.subject for reason in line.reasons] == ["social", "dansk"]


def test_levels_of_a_later_round_suggest_nobody_for_an_earlier_one() -> None:
    ratings = [rated("Ida", "dansk", 4, "Efterår"), rated("Ida", "dansk", 1)]

    (line,) = lines([klasse("Ida", ratings=ratings)], PLACES["Efterår"], {})

    assert not line.discussed


def test_what_the_team_decided_goes_before_what_the_levels_say() -> None:
    one = klasse("Ida", "Noah", "Bo", ratings=[*levels("Ida", 4, 1), *levels("Noah", 4, 4)])

    found = lines([one], 50, {"Ida": NO_REMARKS, "Noah": DISCUSS})

    assert [(x.pupil.name, x.discussed) for x in found] == [("Ida", False), ("Noah", True), ("Bo", False)]


def test_an_open_agreement_suggests_its_pupil() -> None:
    (line,) = lines([klasse("Ida")], 50, {}, open_agreements=["Ida"])

    assert line.discussed
    assert line.reasons == (Reason("agreement"),)


def test_a_pupil_of_two_classes_is_there_once() -> None:
    found = lines([klasse("Ida"), klasse("Ida", "Bo", name="7.B")], 50, {})

    assert [(one.pupil.name, one.klasse) for one in found] == [("Ida", "7.A"), ("Bo", "7.B")]


@pytest.mark.parametrize(
    ("talk", "expected"), [("2025-12-01", "e"), ("2026-01-31", "e"), ("2026-04-14", "f"), ("2026-12-01", "f")]
)
def test_a_talk_is_about_the_first_round_until_january_and_then_the_last(talk: str, expected: str) -> None:
    assert usual_round([("f", 50), ("e", 10)], day(talk), "2025/26") == expected
    assert usual_round([], day(talk), "2025/26") is None
