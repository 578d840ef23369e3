"""A colour is the level a teacher means by it, as full or as pale as it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.palette import LEVELS
from data_io.layouts.fill_levels import colour_names, is_unrated, levels_of, look_of

# the standard colours of Excel and LibreOffice, their tints, and those of conditional formats
SEEN = {
    1: "FF0000 C00000 FFC7CE F8696B FFCCCC DD6B62 EA9999 A52A2A 800000",
    2: "FFA500 ED7D31 F4B084 F8CBAD FF9900 FF6600 FFCC99 E8833A FCE4D6",
    3: "FFFF00 FFEB9C FFE699 FFD966 FFF2CC FFFF99 FFEB84 F9DF74 FCE8B2",
    4: "92D050 C6EFCE A9D08E C6E0B4 E2EFDA 00FF00 63BE7B 8FC7A0 B7E1CD 00B050",
    5: "006100 008000 375623 548235 38761D 2F7D6B 003300",
}


@pytest.mark.parametrize(
    ("colour", "level"), [(colour, level) for level, colours in SEEN.items() for colour in colours.split()]
)
def test_a_colour_alone_has_its_level(colour: str, level: int) -> None:
    assert levels_of([colour]) == {colour: level}


@pytest.mark.parametrize("colour", "0070C0 00B0F0 7030A0 FF00FF FF99CC 00FFFF 4472C4".split())
def test_blue_purple_pink_and_turquoise_are_for_a_person_to_explain(colour: str) -> None:
    assert levels_of([colour]) == {colour: None}


@pytest.mark.parametrize("colour", "FFFFFF F2F2F2 D9D9D9 808080 000000 E7E6E6 EEECE1".split())
def test_white_grey_and_black_rate_nobody(colour: str) -> None:
    assert is_unrated(colour)
    assert levels_of([colour]) == {}


@pytest.mark.parametrize(
    "five",
    [
        "FF0000 FFC000 FFFF00 92D050 00B050",
        "C00000 ED7D31 FFD966 A9D08E 548235",
        "FFC7CE F8CBAD FFEB9C C6EFCE 63BE7B",
        " ".join(swatch.fill.removeprefix("#").upper() for swatch in LEVELS.values()),
    ],
    ids=["Excel", "the theme's", "pale", "Klasseblik's own"],
)
def test_five_colours_of_one_sheet_are_the_five_levels(five: str) -> None:
    assert list(levels_of(five.split()).values()) == [1, 2, 3, 4, 5]
    assert list(colour_names(five.split()).values()) == ["rød", "orange", "gul", "grøn", "mørkegrøn"]


def test_excels_orange_is_the_yellow_of_a_traffic_light_and_orange_beside_yellow() -> None:
    assert levels_of(["FF0000", "FFC000", "00B050"]) == {"FF0000": 1, "FFC000": 3, "00B050": 4}
    assert levels_of(["FF0000", "FFC000", "FFFF00", "00B050"])["FFC000"] == 2


def test_two_shades_of_one_green_are_one_level() -> None:
    assert set(levels_of(["92D050", "93CF52"]).values()) == {4}
    assert set(levels_of(["375623", "385724"]).values()) == {5}


def test_white_is_light_without_hue_and_red_has_the_lightness_its_inventor_gives() -> None:
    assert look_of("FFFFFF").lightness == pytest.approx(1, abs=1e-3)
    assert look_of("FF0000") == pytest.approx((0.628, 0.258, 29.23), abs=0.01)


@given(st.lists(st.integers(0, 0xFFFFFF).map("{:06X}".format), max_size=8))
def test_every_colour_has_a_level_a_question_or_no_meaning(colours: list[str]) -> None:
    levels = levels_of(colours)

    assert set(levels) == {colour for colour in colours if not is_unrated(colour)}
    assert set(levels.values()) <= {1, 2, 3, 4, 5, None}
    assert set(colour_names(colours)) == set(levels)
