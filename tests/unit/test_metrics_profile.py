"""A pupil's profile: fagområder with their letters, now and before."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.model import CutScores
from metrics.profile import letters, profile
from tests.unit.hand_made import ULLERUP, ULLERUP_ANSWERS, answers, paper, task

CUTS = CutScores()
relaxed = settings(deadline=None, database=None)


def test_an_area_has_the_first_of_its_letters_that_no_other_took() -> None:
    assert letters(["Tal", "Trekanter", "Algebra", "Ærlighed", "tal"]) == {
        "Tal": "T",
        "Trekanter": "R",
        "Algebra": "A",
        "Ærlighed": "Æ",
        "tal": "L",
    }


def test_areas_without_letters_of_their_own_left_take_any_and_then_digits() -> None:
    assert letters(["1–2", "A"]) == {"1–2": "A", "A": "B"}
    many = letters([f"Tal {i}" for i in range(40)])
    assert len(set(many.values())) == 40
    assert list(many.values())[-1] == "11"


@relaxed
@given(names=st.lists(st.text(min_size=1, max_size=12), max_size=40, unique=True))
def test_letters_are_unique_and_the_same_every_time(names: list[str]) -> None:
    given_ = letters(names)
    assert list(given_) == names
    assert len(set(given_.values())) == len(names)
    assert all(given_.values())
    assert letters(names) == given_


OCTOBER = paper(
    task(1, 4, "Geometri"),
    task(2, 4, "Funktioner"),
    task(3, 4, "Statistik"),
    test_id="oktober",
    day=datetime.date(2025, 10, 2),
)


def test_a_profile_has_both_tests_areas_now_first_and_a_gap_where_one_is_missing() -> None:
    given_ = [a for a in ULLERUP_ANSWERS if a.pupil_id == "Elev 4"]
    given_ += answers(OCTOBER, {"Elev 4": [1, 2, "syg"]})
    found = profile(given_, {"ullerup": ULLERUP}, {"oktober": OCTOBER}, CUTS)
    assert [(a.letter, a.name) for a in found] == [
        ("M", "Matematik i anvendelse"),
        ("F", "Funktioner"),
        ("G", "Geometri"),
    ]
    shares = [(a.now and a.now.share, a.before and a.before.share) for a in found]
    assert shares == [(1, None), (7 / 9, 0.5), (None, 0.25)]


def test_a_profile_of_a_pupil_without_answers_is_empty() -> None:
    missing = answers(OCTOBER, {"Ida": ["syg", "syg", "syg"]})
    for given_ in ([], missing):
        assert profile(given_, {"oktober": OCTOBER}, {}, CUTS) == ()
    assert profile([], {}, {}, CUTS) == ()


def test_a_profile_says_how_sure_each_area_is() -> None:
    test = paper(*(task(n, 2, "Tal") for n in range(1, 5)), task(5, 2, "Geometri"))
    areas = {a.name: a.now for a in profile(answers(test, {"Ida": [2] * 5}), {"januar": test}, {}, CUTS)}
    assert {name: (e.zone, e.full, e.tasks) for name, e in areas.items() if e} == {
        "Tal": ("green", True, 4),
        "Geometri": ("green", False, 1),
    }
