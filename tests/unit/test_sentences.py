"""The sentences on top of the screens say what can be counted, in Danish that counts right."""

from collections.abc import Mapping

import pytest

from metrics.class_test import ClassTest, class_test
from metrics.evidence import Evidence, pupil_evidence
from metrics.levels import ClassRound, class_round
from metrics.model import CutScores, Round, Scale
from tests.unit.hand_made import (
    EFTERAAR,
    FORAAR,
    ULLERUP,
    ULLERUP_ANSWERS,
    ULLERUP_POINTS,
    answers,
    paper,
    pupils,
    ratings,
    tasks_of,
)
from ui import sentences

CUTS = CutScores()
Values = Mapping[str, float | str]
SPACE = "\N{NO-BREAK SPACE}"


def result_of(rows: dict[str, list[float | str | None]], *names: str) -> ClassTest:
    test = paper(*tasks_of(*[1.0] * len(next(iter(rows.values())))))
    return class_test(test, pupils(*(names or rows)), answers(test, rows))


def rated(then: Mapping[str, Values], now: Mapping[str, Values], scale: Scale = "level") -> ClassRound:
    """The class of everybody who is named now, with ratings of autumn and spring by subject."""
    given_ = [r for subject, values in then.items() for r in ratings(subject, EFTERAAR, values, scale)]
    given_ += [r for subject, values in now.items() for r in ratings(subject, FORAAR, values, scale)]
    names = dict.fromkeys(name for values in now.values() for name in values)
    return class_round(pupils(*names), given_, "2025/26")


# ---- a test ----


def test_ullerups_sentence_names_the_share_and_the_hardest_tasks_with_their_signalord() -> None:
    said = sentences.test_sentence(class_test(ULLERUP, pupils(*ULLERUP_POINTS), ULLERUP_ANSWERS))
    assert f"59{SPACE}%" in said
    hardest = [f"1.5 (Undersøg, 21{SPACE}%)", f"2.2 (Hvor stor, 33{SPACE}%)", f"1.3 (Skriv, 43{SPACE}%)"]
    places = [said.index(one) for one in hardest]
    assert places == sorted(places)
    assert "alle" not in said.lower()


def test_a_task_without_a_signalord_is_named_by_its_number() -> None:
    assert f"opgave 2 (0{SPACE}%)" in sentences.test_sentence(result_of({"Ida": [1, 0]}))


def test_a_test_without_answers_says_so() -> None:
    assert sentences.test_sentence(result_of({"Ida": ["syg"]})) == "Der er ingen besvarelser i prøven."


def test_the_facts_count_who_answered_and_who_did_not_and_why() -> None:
    result = result_of({"Ida": [1], "Noah": [0], "Bo": ["syg"]}, "Ida", "Noah", "Bo", "Vega")
    assert sentences.test_facts(result) == "2 elever, 1 syg, 1 ikke i arket"


def test_the_facts_are_in_the_singular_for_one_and_name_nobody_missing_when_all_answered() -> None:
    assert sentences.test_facts(result_of({"Ida": [1]})) == "1 elev"
    assert sentences.test_facts(result_of({"Ida": ["empty"]})) == "0 elever, 1 mangler"
    assert "2 syge" in sentences.test_facts(result_of({"Ida": ["syg"], "Bo": ["syg"], "Noah": [1]}))


# ---- levels ----


def test_the_count_in_red_or_orange_stands_beside_last_time() -> None:
    round_ = rated({"dansk": {"Ida": 2, "Bo": 3, "Alma": 3}}, {"dansk": {"Ida": 2, "Bo": 1, "Alma": 3}})
    said = sentences.levels_sentence(round_)
    assert "2 elever ligger i rød eller orange i dansk mod 1 i efteråret" in said


def test_one_pupil_is_in_the_singular_and_none_last_time_is_a_word() -> None:
    said = sentences.levels_sentence(rated({"dansk": {"Ida": 2}}, {"dansk": {"Ida": 2}}))
    assert said.startswith("1 elev ligger i rød eller orange i dansk")
    said = sentences.levels_sentence(rated({"dansk": {"Ida": 4}}, {"dansk": {"Ida": 2}}))
    assert "mod ingen i efteråret" in said


def test_a_first_round_is_compared_with_nothing() -> None:
    said = sentences.levels_sentence(rated({}, {"dansk": {"Ida": 2, "Bo": 1}}))
    assert said == "2 elever ligger i rød eller orange i dansk."


def test_nobody_in_red_or_orange_is_said_and_not_left_out() -> None:
    said = sentences.levels_sentence(rated({}, {"dansk": {"Ida": 3}, "social": {"Ida": 5}}))
    assert "ngen" in said and "rød eller orange" in said and "0" not in said


def test_the_subject_with_most_in_red_or_orange_comes_first() -> None:
    round_ = rated({}, {"dansk": {"Ida": 3, "Bo": 2}, "matematik": {"Ida": 1, "Bo": 2}})
    said = sentences.levels_sentence(round_)
    assert said.startswith("2 elever ligger i rød eller orange i matematik")
    assert "dansk" in said


def test_who_fell_is_named_by_first_name_and_a_small_fall_within_green_is_not() -> None:
    then: dict[str, Values] = {"dansk": {"Ida Uldum": 3, "Bo Lund": 5, "Alma Krogh": 5, "Noah Bach": 1}}
    now: dict[str, Values] = {"dansk": {"Ida Uldum": 2, "Bo Lund": 3, "Alma Krogh": 4, "Noah Bach": "syg"}}
    said = sentences.levels_sentence(rated(then, now))
    assert "Bo og Ida." in said
    assert "Alma" not in said and "Noah" not in said


@pytest.mark.parametrize(
    ("fallen", "ending"), [(3, "A, B og C."), (4, "A, B, C og 1 anden."), (6, "3 andre.")]
)
def test_long_lists_of_who_fell_end_in_a_count(fallen: int, ending: str) -> None:
    then = {"dansk": dict.fromkeys("ABCDEF"[:fallen], 5.0)}
    now = {"dansk": dict.fromkeys("ABCDEF"[:fallen], 3.0)}
    assert sentences.levels_sentence(rated(then, now)).endswith(ending)


def test_nobody_fell_from_a_mark_to_a_level() -> None:
    given_ = ratings("dansk", EFTERAAR, {"Ida": 10}, "mark") + ratings("dansk", FORAAR, {"Ida": 2})
    said = sentences.levels_sentence(class_round(pupils("Ida"), given_, "2025/26"))
    assert "Ida" not in said
    assert "mod" not in said


def test_marks_are_said_as_a_median_with_a_decimal_comma_and_never_as_levels() -> None:
    termin = Round("2. termin", "2025/26", 40)
    given_ = ratings("dansk", termin, {"Ida": 2, "Bo": 5.5, "Alma": 10}, "mark")
    given_ += ratings("social", termin, {"Ida": 1, "Bo": 4, "Alma": 4})
    said = sentences.levels_sentence(class_round(pupils("Ida", "Bo", "Alma"), given_, "2025/26"))
    assert "5,5" in said
    assert "1 elev ligger i rød eller orange i social trivsel" in said
    assert "orange i dansk" not in said


# ---- what is missing ----


def test_whose_rating_is_missing_is_named_with_the_subject() -> None:
    round_ = rated(
        {}, {"dansk": {"Ida Uldum": "ny", "Bo Lund": 3}, "social": {"Ida Uldum": 3, "Bo Lund": "syg"}}
    )
    said = sentences.missing_sentence(round_)
    assert "Ida, dansk" in said and "Bo, social trivsel" in said


def test_nothing_missing_is_said() -> None:
    assert sentences.missing_sentence(rated({}, {"dansk": {"Ida": 3}})) == "Alle vurderinger er givet."


def test_a_subject_nobody_was_rated_in_this_time_is_missing_and_not_given() -> None:
    given_ = ratings("dansk", EFTERAAR, {"Ida": 3}) + ratings("social", EFTERAAR, {"Ida": 3})
    given_ += ratings("dansk", FORAAR, {"Ida": 3})
    said = sentences.missing_sentence(class_round(pupils("Ida"), given_, "2025/26"))
    assert "social trivsel" in said
    assert "Alle" not in said


def test_a_long_list_of_missing_ratings_ends_in_a_count() -> None:
    said = sentences.missing_sentence(rated({}, {"dansk": {"Ida": 3} | dict.fromkeys("ABCDEF", "syg")}))
    assert said.count("dansk") == 4
    assert "og 2 til" in said


# ---- a profile ----


def area(points: float, max_points: float = 10) -> Evidence:
    evidence = pupil_evidence(points, max_points, 5, CUTS)
    assert evidence is not None
    return evidence


def profile(now: Mapping[str, Evidence], before: Mapping[str, Evidence]) -> str:
    return sentences.profile_sentence("Ida", now, before, "2.10.2025", answered=bool(now))


def test_a_profile_names_the_largest_and_the_smallest_share() -> None:
    said = profile({"Tal": area(5), "Geometri": area(9), "Statistik": area(2)}, {})
    assert f"Geometri (90{SPACE}%)" in said and f"Statistik (20{SPACE}%)" in said
    assert said.index("Geometri") < said.index("Statistik")
    assert "Tal" not in said and "fremgang" not in said


def test_a_profile_of_one_area_or_of_equal_ones_has_no_largest_and_smallest() -> None:
    for now in ({"Tal": area(5)}, {"Tal": area(5), "Geometri": area(5)}):
        said = profile(now, {})
        assert all(name in said for name in now)
        assert said.count(f"50{SPACE}%") == 1
        assert "mindst" not in said and "færrest" not in said


def test_the_largest_rise_since_last_time_is_said_in_percentage_points() -> None:
    said = profile({"Tal": area(5), "Geometri": area(9)}, {"Tal": area(2), "Geometri": area(8)})
    assert "2.10.2025" in said and "Tal, 30 procentpoint" in said


def test_a_fall_a_standstill_and_a_new_area_are_no_progress() -> None:
    before = {"Tal": area(5), "Geometri": area(9), "Algebra": area(1)}
    assert "fremgang" not in profile({"Tal": area(4), "Geometri": area(9), "Statistik": area(9)}, before)
    assert "fremgang" not in profile({"Tal": area(501, 1000)}, {"Tal": area(500, 1000)})


def test_a_pupil_without_answers_is_said_to_have_none() -> None:
    assert profile({}, {}).startswith("Ida har ingen besvarelser")
