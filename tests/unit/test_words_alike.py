"""Words are the same where only their spelling differs, and alike where a person should be asked."""

from itertools import combinations

import pytest

from data_io.layouts.vocabulary import FAGOMRAADER, SIGNALORD, SUBJECT_NAMES, USUAL_ROUNDS, Vocabulary
from data_io.layouts.words_alike import fold_word, is_near, is_slip_of, likeness, nearest


@pytest.mark.parametrize(
    "written",
    [
        "Undersøg",
        "Under-søg",
        "Under-\nsøg",
        "Undersoeg",
        "Undersög",
        "undersøg!",
        "UNDERSØG …",
        " Under søg ",
        "Unders\N{LATIN SMALL LETTER O WITH STROKE}\N{SOFT HYPHEN}g",
    ],
)
def test_one_word_is_one_word_however_it_is_spelt(written: str) -> None:
    assert fold_word(written) == fold_word("Undersøg")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Efterår", "efteraar"),
        ("Læseforståelse", "Laeseforstaaelse"),
        ("Vurdér", "vurder"),
        ("Geometri & måling", "Geometri og måling"),
        ("natur/teknologi", "Natur-teknologi"),
        ("A\N{COMBINING RING ABOVE}rsag", "Årsag"),
    ],
)
def test_other_letters_for_the_same_sounds_are_the_same_word(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.1", "11"), ("Del 1", "Del 2"), ("1 1", "11"), ("Hvilket", "Hvilken"), ("Tal", "Tal og algebra")],
)
def test_what_is_not_the_same_is_kept_apart(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize("nothing", ["", "…", "-", " \n", "?!"])
def test_a_text_without_letters_is_no_word(nothing: str) -> None:
    assert fold_word(nothing) == ""
    assert nearest(nothing, SIGNALORD) == []


@pytest.mark.parametrize("terms", [FAGOMRAADER, SIGNALORD, USUAL_ROUNDS, tuple(set(SUBJECT_NAMES.values()))])
def test_no_two_words_everyone_starts_with_are_taken_for_one(terms: tuple[str, ...]) -> None:
    for one, other in combinations(terms, 2):
        assert fold_word(one) != fold_word(other)
        assert likeness(one, other) < 100


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("Undersgø", "Undersøg"),
        ("Undersog", "Undersøg"),
        ("Hvor  mage", "Hvor mange"),
        ("Bergen", "Beregn"),
        ("Beskrive", "Beskriv"),
        ("Tegn og forklar", "Tegn"),
    ],
)
def test_a_slip_of_the_pen_is_near_the_word_that_was_meant(word: str, guess: str) -> None:
    assert is_near(word, SIGNALORD)
    assert nearest(word, SIGNALORD)[0] == guess


def test_a_part_of_an_area_is_near_it_and_not_it() -> None:
    assert is_near("Måling", FAGOMRAADER)
    assert nearest("Måling", FAGOMRAADER) == ["Geometri og måling"]


@pytest.mark.parametrize("word", ["Gør rede", "Marker", "Udfyld", "ord 3"])
def test_a_word_of_the_schools_own_is_near_nothing(word: str) -> None:
    assert not is_near(word, SIGNALORD)


def test_never_more_guesses_than_were_asked_for_and_the_best_first() -> None:
    found = nearest("Statistik og sandsynligheder", FAGOMRAADER)

    assert found[0] == "Statistik og sandsynlighed"
    assert set(found[1:]) == {"Statistik", "Sandsynlighed"}
    assert len(nearest("Hvor", SIGNALORD, 2)) == 2


def test_words_with_different_numbers_are_never_alike() -> None:
    assert likeness("1. termin", "2. termin") == 0
    assert nearest("3. termin", ["1. termin", "2. termin"]) == []


@pytest.mark.parametrize(
    ("word", "slip"),
    [("Matematk", True), ("matemaitk", True), ("matematik", False), ("Matematiker", False), ("mat", False)],
)
def test_a_subject_is_misspelt_by_one_letter_at_most(word: str, slip: bool) -> None:
    assert is_slip_of(word, "matematik") is slip


def test_the_reader_knows_a_word_in_the_letters_of_any_keyboard() -> None:
    assert {"undersøg", "undersoeg"} <= Vocabulary().signalord
