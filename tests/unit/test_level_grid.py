"""The grid of ratings: digits on level colours, arrows, empty boxes, marks on their own tint."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from metrics.levels import ClassRound, class_round
from metrics.model import Pupil, Round
from tests.unit.hand_made import EFTERAAR, FORAAR, pupils, ratings
from ui.grid.model import Grid, GridCell
from ui.level_grid import level_grid, round_label, subject_name

CLASS = pupils("Ida", "Bo", "Alma")
Values = Mapping[str, float | str]
SPACE = "\N{NO-BREAK SPACE}"


def overview(then: Values, now: Values) -> ClassRound:
    given_ = ratings("dansk", EFTERAAR, then) + ratings("dansk", FORAAR, now)
    return class_round(CLASS, given_, "2025/26")


def drawn(found: ClassRound, *, all_rounds: bool = False, shares: Mapping[str, float] | None = None) -> Grid:
    return level_grid(found.pupils, found.columns(all_rounds=all_rounds), shares or {})


def cells(grid: Grid, name: str) -> tuple[GridCell, ...]:
    (found,) = [row.cells for row in grid.rows if row.header.text == name]
    return found


def test_a_subject_has_its_rounds_side_by_side_then_the_arrow_then_this_years_tests() -> None:
    grid = drawn(overview({"Ida": 3}, {"Ida": 4}), shares={"Ida": 0.5})
    assert [(cell.text, cell.span) for cell in grid.header_rows[0].cells] == [("Dansk", 3), ("Prøver", 1)]
    assert [cell.text for cell in grid.header_rows[1].cells] == ["Efterår", "Forår", "", "i år"]
    assert [cell.text for cell in cells(grid, "Ida")] == ["3", "4", "▲1", f"50{SPACE}%"]
    assert (grid.columns, grid.group_starts) == (4, (3,))


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_every_level_has_its_digit_its_colour_and_its_words(level: int) -> None:
    cell = cells(drawn(overview({}, {"Ida": level})), "Ida")[0]
    assert (cell.text, cell.look) == (str(level), f"level-{level}")
    words = ["meget bekymrende", "bekymrende", "lidt bekymrende", "fint", "over niveau"]
    assert (cell.note or "").endswith(f"{level} af 5, {words[level - 1]}")
    assert cell.key == "rating/Ida/dansk/Forår/2025/26"


def test_a_missing_rating_is_an_empty_box_with_its_reason_and_is_not_clickable() -> None:
    grid = drawn(overview({"Ida": 3, "Bo": 3}, {"Ida": 3, "Bo": "ny"}))
    for name, why in (("Bo", "ny"), ("Alma", "mangler")):
        cell = cells(grid, name)[1]
        assert (cell.text, cell.look, cell.spoken, cell.key) == ("–", "missing", why, None)
        assert cells(grid, name)[2].text == ""


@pytest.mark.parametrize(
    ("then", "now", "text", "spoken"),
    [(4, 2, "▼2", "2 ned"), (2, 3, "▲1", "1 op"), (3, 3, "·", "uændret"), ("syg", 3, "", None)],
)
def test_an_arrow_says_how_far_and_which_way(
    then: float | str, now: float, text: str, spoken: str | None
) -> None:
    arrow = cells(drawn(overview({"Ida": then, "Bo": 3}, {"Ida": now})), "Ida")[2]
    assert (arrow.text, arrow.look, arrow.spoken) == (text, "arrow", spoken)


def test_a_mark_stands_on_a_neutral_tint_and_has_no_arrow_from_a_level() -> None:
    given_ = ratings("dansk", EFTERAAR, {"Ida": 3}) + ratings("dansk", FORAAR, {"Ida": 4.75}, "mark")
    level, mark, arrow, _tests = cells(drawn(class_round(CLASS, given_, "2025/26")), "Ida")
    assert (level.look, mark.look, mark.text, arrow.text) == ("level-3", "mark", "4,75", "")
    assert "7-trinsskalaen" in (mark.note or "")


def test_a_first_round_has_no_arrow() -> None:
    grid = drawn(overview({}, {"Ida": 3}))
    assert [cell.text for cell in cells(grid, "Ida")] == ["3", "", "–"]


def test_all_rounds_show_the_year_where_there_are_several() -> None:
    last = Round("Forår", "2024/25", 50)
    given_ = [r for round_ in (last, EFTERAAR, FORAAR) for r in ratings("dansk", round_, {"Ida": 3})]
    found = class_round(CLASS, given_, "2025/26")
    heads = [cell.text for cell in drawn(found, all_rounds=True).header_rows[1].cells]
    assert heads == ["Forår 24/25", "Efterår 25/26", "Forår 25/26", "", "i år"]
    assert drawn(found).columns == 4


def test_a_provisional_pupil_can_be_told_from_the_others() -> None:
    found = replace(overview({}, {"Ida": 3}), pupils=(Pupil("Ida", "Ida", confirmed=False), CLASS[1]))
    ida, bo = (row.header for row in drawn(found).rows)
    assert "klasseliste" in (ida.note or "")
    assert (bo.note, bo.text) == (None, "Bo")
    assert ida.text.startswith("Ida")


def test_pupils_stand_in_the_order_they_are_given() -> None:
    found = overview({}, {"Ida": 3})
    grid = level_grid(found.pupils[::-1], found.columns(), {})
    assert [row.header.text for row in grid.rows] == ["Alma", "Bo", "Ida"]


def test_social_is_called_social_trivsel() -> None:
    assert [subject_name(s) for s in ("social", "dansk", "engelsk")] == ["Social trivsel", "Dansk", "Engelsk"]


@pytest.mark.parametrize(
    ("round_", "said"),
    [
        (Round("Efterår", "2025/26", 10), "Efterår 2025"),
        (Round("Vinter", "2025/26", 30), "Vinter 2025"),
        (Round("Forår", "2025/26", 50), "Forår 2026"),
        (Round("1. termin", "2025/26", 20), "1. termin 2025/26"),
        (Round("2. termin", "2025/26", 40), "2. termin 2025/26"),
    ],
)
def test_a_round_is_named_with_its_calendar_year_and_a_termin_with_its_skoleaar(
    round_: Round, said: str
) -> None:
    found = class_round(CLASS, ratings("dansk", round_, {"Ida": 3}), "2025/26")
    assert round_label(found.now["dansk"]) == said
