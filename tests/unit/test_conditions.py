"""Oplæst, ekstra tid and anden prøve are read; every other word beside a pupil is dropped and said so."""

import pytest

from data_io.layouts.conditions import conditions_in, conditions_under, is_conditions_heading, says_more
from metrics.model import EXTRA_TIME, OTHER_TEST, READ_ALOUD


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oplæst", (READ_ALOUD,)),
        ("Oplæsning af opgaverne", (READ_ALOUD,)),
        ("fik læst op", (READ_ALOUD,)),
        ("EKSTRA TID", (EXTRA_TIME,)),
        ("30 min. ekstra tid", (EXTRA_TIME,)),
        ("forlænget tid + oplæst", (READ_ALOUD, EXTRA_TIME)),
        ("oplæst, ekstra tid og anden prøve", (READ_ALOUD, EXTRA_TIME, OTHER_TEST)),
        ("andet prøvesæt", (OTHER_TEST,)),
        ("ikke oplæst", ()),
        ("ingen ekstra tid, men oplæst", (READ_ALOUD,)),
        ("tilbudt ekstra tid, ønsker ikke", ()),
        ("sygeprøve", ()),
        ("kom for sent", ()),
        ("", ()),
    ],
)
def test_a_text_gives_the_conditions_it_names_and_none_that_it_denies(
    text: str, found: tuple[str, ...]
) -> None:
    assert conditions_in(text) == found


@pytest.mark.parametrize(
    "text", ["ekstra tid (ADHD)", "ordblind", "oplæst pga. øjensygdom", "ikke oplæst", "hjælp fra mor"]
)
def test_words_that_say_more_than_a_condition_are_seen_so_that_they_can_be_dropped(text: str) -> None:
    assert says_more(text)


@pytest.mark.parametrize(
    "text", ["oplæst", "Ja, oplæst", "30 minutter ekstra tid", "x", "nej", "oplæst og ekstra tid", "25 %"]
)
def test_a_condition_and_a_cross_say_nothing_more(text: str) -> None:
    assert not says_more(text)


@pytest.mark.parametrize(
    "heading", ["Vilkår", "Særlige vilkår:", "HJÆLP", "Prøveform", "Oplæst", "Ekstra tid (min)"]
)
def test_headings_of_conditions_are_known(heading: str) -> None:
    assert is_conditions_heading(heading)


@pytest.mark.parametrize("heading", ["Opgave 3", "Bemærkninger", "Sum", "Tid", "Læsning", ""])
def test_other_headings_are_none(heading: str) -> None:
    assert not is_conditions_heading(heading)


@pytest.mark.parametrize("mark", ["x", "X", "ja", "1", "✓"])
def test_a_cross_below_a_condition_is_that_condition(mark: str) -> None:
    assert conditions_under("Oplæst", mark) == (READ_ALOUD,)


def test_minutes_below_ekstra_tid_are_extra_time_and_a_no_is_nothing() -> None:
    assert conditions_under("Ekstra tid", "30 min") == (EXTRA_TIME,)
    assert conditions_under("Ekstra tid", "nej") == ()
    assert conditions_under("Ekstra tid", "0") == ()
    assert conditions_under("Vilkår", "x") == ()
