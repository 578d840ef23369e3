"""The classes of a year side by side: every pupil counted, nothing made of nothing, where help is near."""

import datetime
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.absence import PeriodAbsence
from metrics.model import Rating, Scale
from metrics.overview import ClassOverview, ListedClass, overview, places_for_help, subjects_of
from tests.unit.hand_made import EFTERAAR, FORAAR, pupils, ratings, source

YEAR = "2025/26"
AUTUMN = (datetime.date(2025, 8, 1), datetime.date(2025, 12, 31))
WHOLE = (datetime.date(2025, 8, 1), datetime.date(2026, 3, 31))
Levels = Sequence[float | str]


def named(klasse: str, size: int) -> list[str]:
    return [f"{klasse} {n:02}" for n in range(size)]


def listed(klasse: str, size: int, trin: int | None = 7) -> ListedClass:
    return ListedClass(klasse, klasse, trin, tuple(pupils(*named(klasse, size))))


def rated(
    klasse: str, before: Levels, now: Levels, subject: str = "dansk", scale: Scale = "level"
) -> list[Rating]:
    def by_pupil(values: Levels) -> Mapping[str, float | str]:
        return dict(zip(named(klasse, len(values)), values, strict=True))

    return [
        *ratings(subject, EFTERAAR, by_pupil(before), scale),
        *ratings(subject, FORAAR, by_pupil(now), scale),
    ]


def of_year(
    klasser: Sequence[ListedClass], given_: Sequence[Rating], absences: Sequence[PeriodAbsence] = ()
) -> tuple[ClassOverview, ...]:
    return overview(klasser, given_, absences, YEAR)


def absent(
    klasse: str, pupil: str, percent: float | None, period: tuple[datetime.date, datetime.date] = AUTUMN
) -> PeriodAbsence:
    return PeriodAbsence(pupil, klasse, YEAR, *period, "day", {}, 3.0, percent, source())


# ---- counting ----


def test_a_class_is_counted_by_level_now_and_last_time_with_the_missing() -> None:
    (one,) = of_year([listed("7.A", 6)], rated("7.A", [3, 3, 4, 2, 5, 1], [2, 3, "syg", 4, 5, 1]))

    dansk = one.subjects["dansk"]
    assert (dansk.now.counts, dansk.now.missing, dansk.now.low) == ((1, 1, 1, 1, 1), 1, 2)
    assert dansk.before is not None
    assert (dansk.before.counts, dansk.before.missing, dansk.before.low) == ((1, 1, 2, 1, 1), 0, 2)
    assert (dansk.down, dansk.up, dansk.marked) == (1, 1, 2)
    assert dansk.fell_in == ("7.A 00",)


a_level = st.one_of(st.integers(1, 5), st.just("syg"))
two_rounds = st.lists(st.tuples(a_level, a_level), max_size=12)


@settings(deadline=None, database=None)
@given(st.lists(two_rounds, min_size=1, max_size=4))
def test_the_counts_of_every_class_add_up_to_its_pupils(
    school: list[list[tuple[int | str, int | str]]],
) -> None:
    klasser = [listed(f"7.{n}", len(levels)) for n, levels in enumerate(school)]
    given_ = [
        rating
        for klasse, levels in zip(klasser, school, strict=True)
        for rating in rated(klasse.name, [b for b, _n in levels], [n for _b, n in levels])
    ]

    found = of_year(klasser, given_)

    assert [one.name for one in found] == [klasse.name for klasse in klasser]
    for one in found:
        for of in one.subjects.values():
            assert sum(of.now.counts) + of.now.missing == one.pupils
            assert of.before is None or sum(of.before.counts) + of.before.missing == one.pupils
            assert of.down + of.up <= one.pupils and len(of.fell_in) <= of.down
    for place in places_for_help(found):
        assert 0 < place.low == sum(one.subjects["dansk"].now.low for one in found if one.subjects)


def test_a_class_without_ratings_is_there_with_nothing_to_show() -> None:
    empty, full = of_year([listed("7.A", 3), listed("7.B", 2)], rated("7.B", [3, 3], [3, 1]))

    assert (empty.name, empty.pupils, empty.subjects, empty.absence) == ("7.A", 3, {}, None)
    assert full.subjects["dansk"].now.low == 1


def test_a_class_rated_once_has_no_round_before_and_nobody_moved() -> None:
    values = dict(zip(named("7.A", 2), (1, 3), strict=True))
    (one,) = of_year([listed("7.A", 2)], ratings("dansk", FORAAR, values))

    dansk = one.subjects["dansk"]
    assert (dansk.before, dansk.down, dansk.up, dansk.marked, dansk.fell_in) == (None, 0, 0, 0, ())


def test_a_class_of_nobody_and_a_school_of_no_class_are_no_error() -> None:
    (one,) = of_year([listed("7.A", 0)], [])

    assert (one.pupils, one.subjects) == (0, {})
    assert of_year([], []) == ()
    assert places_for_help([]) == ()


def test_marks_have_their_median_on_their_own_scale_and_nobody_in_1_or_2() -> None:
    (one,) = of_year([listed("8.A", 3, 8)], rated("8.A", [4, 7, 2], [2, 7, "syg"], scale="mark"))

    dansk = one.subjects["dansk"]
    assert dansk.now.scale == "mark"
    assert (dansk.now.marks, dansk.now.median, dansk.now.missing, dansk.now.low) == ((2, 7), 4.5, 1, 0)
    assert dansk.before is not None
    assert dansk.before.median == 4
    assert (dansk.down, dansk.up, dansk.marked) == (0, 0, 0)
    assert places_for_help([one]) == ()


def test_levels_last_time_are_not_held_against_marks_now() -> None:
    names = named("8.A", 3)
    given_ = [
        *ratings("dansk", EFTERAAR, dict.fromkeys(names, 3)),
        *ratings("dansk", FORAAR, dict.fromkeys(names, 7), "mark"),
    ]
    (one,) = of_year([listed("8.A", 3, 8)], given_)

    assert one.subjects["dansk"].now.median == 7
    assert one.subjects["dansk"].before is None


def test_subjects_stand_in_the_schools_order() -> None:
    given_ = [r for s in ("social", "engelsk", "matematik", "dansk") for r in rated("7.A", [3], [3], s)]
    assert subjects_of(of_year([listed("7.A", 1)], given_)) == ["dansk", "matematik", "social", "engelsk"]


# ---- absence ----


def test_absence_is_counted_in_the_period_that_ends_last_and_only_where_a_share_is_known() -> None:
    first, second, third = named("7.A", 3)
    absences = [
        absent("7.A", first, 30.0),
        absent("7.A", first, 10.0, WHOLE),
        absent("7.A", second, 9.9, WHOLE),
        absent("7.A", third, None, WHOLE),
        absent("6.A", first, 50.0, WHOLE),
    ]
    (one,) = of_year([listed("7.A", 3)], [], absences)

    assert one.absence is not None
    assert (one.absence.period, one.absence.known, one.absence.marked) == (WHOLE, 2, 1)


# ---- where help is near ----


def test_the_places_with_most_pupils_come_first_and_their_classes_in_class_order() -> None:
    klasser = [listed("6.A", 4, 6), listed("7.A", 4), listed("7.B", 4)]
    given_ = [
        *rated("6.A", [2, 3, 3, 3], [2, 3, 3, 3]),
        *rated("7.A", [3, 3, 3, 3], [1, 3, 3, 3]),
        *rated("7.B", [2, 2, 3, 3], [2, 2, 2, 3]),
        *rated("7.A", [3, 3, 3, 3], [2, 2, 3, 3], "matematik"),
        *rated("7.B", [3, 3, 3, 3], [3, 3, 3, 3], "matematik"),
        *rated("7.A", [3, 3, 3, 3], [3, 3, 3, 3], "social"),
    ]

    places = places_for_help(of_year(klasser, given_))

    assert [(p.trin, p.subject, p.by_class, p.fell_in) for p in places] == [
        (7, "dansk", (("7.A", 1), ("7.B", 3)), 2),
        (7, "matematik", (("7.A", 2), ("7.B", 0)), 2),
        (6, "dansk", (("6.A", 1),), 0),
    ]


def reach(a: int, b: int, subject: str = "dansk") -> tuple[int, tuple[str, int], bool]:
    """A year group of two classes with so many at 2."""
    klasser = [listed("7.A", 12), listed("7.B", 12)]
    given_ = [
        rating
        for name, low in (("7.A", a), ("7.B", b))
        for rating in rated(name, [3] * 12, [2] * low + [3] * (12 - low), subject)
    ]
    (place,) = places_for_help(of_year(klasser, given_))
    return place.reached_by_group, place.fullest, place.group_reaches_more


def test_a_group_reaches_eight_at_most_and_a_teacher_everybody_in_one_class() -> None:
    assert reach(5, 4) == (8, ("7.A", 5), True)
    assert reach(2, 10) == (8, ("7.B", 10), False)
    assert reach(3, 3) == (6, ("7.A", 3), True)
    assert reach(8, 1) == (8, ("7.A", 8), False)


def test_fewer_than_six_are_no_group_and_social_trivsel_has_none() -> None:
    assert reach(3, 2) == (0, ("7.A", 3), False)
    assert reach(7, 5, "social") == (0, ("7.A", 7), False)


def test_classes_of_no_single_trin_are_places_by_themselves() -> None:
    klasser = [listed("Rød", 2, None), listed("Blå", 2, None)]
    found = of_year(klasser, [*rated("Rød", [2, 3], [2, 3]), *rated("Blå", [2, 2], [2, 2])])

    assert [(p.trin, p.by_class) for p in places_for_help(found)] == [
        (None, (("Blå", 2),)),
        (None, (("Rød", 1),)),
    ]
