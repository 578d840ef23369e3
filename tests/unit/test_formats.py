"""Danish numbers, dates, lists and reasons, and what a colour is said to rest on."""

import datetime

import pytest

from charts.template import cut_percent, number, percent
from metrics.evidence import Evidence, class_evidence, pupil_evidence, zone_of
from metrics.model import CutScores
from tests.unit.hand_made import source
from ui.formats import danish_date, listed, short_names
from ui.reasons import evidence_note, source_note, why_missing

CUTS = CutScores()


def test_a_date_has_no_leading_zeros_and_no_date_is_said() -> None:
    assert danish_date(datetime.date(2026, 3, 9)) == "9.3.2026"
    assert danish_date(datetime.date(2026, 11, 24)) == "24.11.2026"
    assert danish_date(None) == "uden dato"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["Ida"], "Ida"),
        (["Ida", "Noah"], "Ida og Noah"),
        (["Ida", "Noah", "Alma"], "Ida, Noah og Alma"),
        (["A og B", "C"], "A og B og C"),
    ],
)
def test_words_are_listed_as_danes_list_them(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_a_first_name_is_enough_where_nobody_else_has_it() -> None:
    names = ["Ida Uldum", "Noah Bach", "Ida Marie Krogh", "Åse", "Karl-Emil Vang"]
    assert short_names(names) == {
        "Ida Uldum": "Ida Uldum",
        "Noah Bach": "Noah",
        "Ida Marie Krogh": "Ida Marie Krogh",
        "Åse": "Åse",
        "Karl-Emil Vang": "Karl-Emil",
    }
    assert short_names([]) == {}


def test_two_pupils_of_one_name_keep_the_whole_name() -> None:
    assert short_names(["Ida Uldum", "Ida Uldum"]) == {"Ida Uldum": "Ida Uldum"}


@pytest.mark.parametrize(
    ("value", "said"),
    [(2.0, "2"), (0.0, "0"), (2.5, "2,5"), (4.75, "4,75"), (-1.5, "−1,5"), (1 / 3, "0,33"), (147.0, "147")],
)
def test_numbers_have_a_decimal_comma_and_no_more_decimals_than_they_need(value: float, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0"), (86 / 147, "59"), (54 / 84, "64"), (1 / 8, "13"), (1.0, "100")]
)
def test_shares_are_whole_per_cent_with_a_space_that_does_not_break(share: float, said: str) -> None:
    assert percent(share) == f"{said}\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.396, "39,6"),
        (0.3999, "39,99"),
        (0.4, "40"),
        (0.696, "69,6"),
        (0.7, "70"),
        (0.62, "62"),
    ],
)
def test_a_share_is_never_written_as_a_number_of_another_zone(share: float, said: str) -> None:
    assert percent(share, CUTS) == f"{said}\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize("cuts", [CUTS, CutScores(0.35, 0.8), CutScores(0.425, 0.715)])
def test_every_share_reads_on_the_side_of_the_cut_scores_it_lies_on(cuts: CutScores) -> None:
    for thousandths in range(1001):
        share = thousandths / 1000
        said = percent(share, cuts).removesuffix("\N{NO-BREAK SPACE}%").replace(",", ".")
        assert zone_of(float(said) / 100, cuts) == zone_of(share, cuts), share


def test_a_cut_score_has_the_decimals_it_has() -> None:
    assert [cut_percent(0.4), cut_percent(0.425)] == ["40\N{NO-BREAK SPACE}%", "42,5\N{NO-BREAK SPACE}%"]


# ---- why something is missing ----


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("syg", "syg"),
        ("fravaer", "fraværende"),
        ("fritaget", "fritaget"),
        ("ny", "ny"),
        ("flyttet", "flyttet"),
        ("ikke_bedoemt", "ikke bedømt"),
        ("not_in_sheet", "ikke i arket"),
    ],
)
def test_a_reason_is_said_in_words(code: str, said: str) -> None:
    assert why_missing(code) == said


@pytest.mark.parametrize("code", [None, "", "empty", "blank", "unreadable", "something new"])
def test_without_a_reason_a_result_is_just_missing(code: str | None) -> None:
    assert why_missing(code) == "mangler"


# ---- what a colour rests on ----


def note(evidence: Evidence | None) -> str:
    assert evidence is not None
    return evidence_note(evidence)


def test_a_sure_colour_says_its_points_and_tasks_and_gives_no_excuse() -> None:
    assert note(pupil_evidence(18, 18, 5, CUTS)) == "18 af 18 point i 5 opgaver"


def test_a_light_colour_says_why() -> None:
    assert note(pupil_evidence(1.5, 3, 1, CUTS)).startswith("1,5 af 3 point i 1 opgave; lys")
    assert "få opgaver" in note(pupil_evidence(1.5, 3, 1, CUTS))
    assert "tæt på grænsen" in note(pupil_evidence(7, 10, 10, CUTS))
    assert note(pupil_evidence(7, 10, 10, CUTS)).endswith(
        "; lys, fordi den ligger tæt på grænsen: den kan også være gul"
    )
    assert note(pupil_evidence(1.5, 3, 1, CUTS)).endswith(": den kan også være rød eller grøn")
    assert "få elever" in note(class_evidence([9.0] * 7, [10.0] * 7, 3, CUTS))


def test_a_maximum_nobody_printed_is_said_with_the_points_it_made() -> None:
    said = note(pupil_evidence(18, 18, 5, CUTS, observed=True))

    assert said == "18 af 18 point i 5 opgaver (maksimum ikke angivet)"


def test_a_source_says_file_sheet_cell_day_and_person() -> None:
    said = source_note(source(), "F12")
    assert said == "7.A mat.xlsx, ark Matematik, celle F12, indlæst 24.11.2026 af Mette Lund"
    assert "celle" not in source_note(source())
