"""The grid of one test: its headings, its colours, its missing answers."""

import datetime
from dataclasses import replace

from metrics.class_test import ClassTest, class_test
from metrics.model import Answer, CutScores, Pupil, Test
from tests.unit.hand_made import (
    ULLERUP,
    ULLERUP_ANSWERS,
    ULLERUP_POINTS,
    answers,
    paper,
    pupils,
    task,
    tasks_of,
)
from ui.grid.model import Grid, GridRow
from ui.task_grid import Earlier, task_grid

CUTS = CutScores()
SPACE = "\N{NO-BREAK SPACE}"


def ullerup() -> Grid:
    return drawn(class_test(ULLERUP, pupils(*ULLERUP_POINTS), ULLERUP_ANSWERS))


def drawn(result: ClassTest, earlier: Earlier | None = None) -> Grid:
    return task_grid(result, result.lines, earlier or {}, CUTS)


def grid_of(rows: dict[str, list[float | str | None]], test: Test, *names: str) -> Grid:
    return drawn(class_test(test, pupils(*(names or rows)), answers(test, rows)))


def row(grid: Grid, name: str) -> GridRow:
    (found,) = [one for one in grid.rows if one.header.text == name]
    return found


def looks(line: GridRow) -> list[str]:
    return [cell.look for cell in line.cells]


def texts(line: GridRow) -> list[str]:
    return [cell.text for cell in line.cells]


# ---- headings ----


def test_ullerups_headings_are_those_of_the_schools_own_sheet() -> None:
    areas, words, labels = ullerup().header_rows
    assert [(cell.text, cell.span) for cell in areas.cells] == [
        ("Matematik i anvendelse", 5),
        ("Funktioner", 4),
        ("", 1),
    ]
    assert [cell.text for cell in words.cells][:5] == ["Vis", "Hvor mange", "Skriv", "Hvor mange", "Undersøg"]
    assert [cell.text for cell in labels.cells] == [
        *("1.1 (3*)", "1.2 (2*)", "1.3 (2*)", "1.4 (3*)", "1.5 (2*)"),
        *("2.1 (2*)", "2.2 (3*)", "2.3 (2*)", "2.4 (2*)", "I alt"),
    ]
    assert (ullerup().columns, ullerup().group_starts) == (10, (5, 9))


def test_a_printed_maximum_has_no_star_and_a_missing_tag_is_a_dash() -> None:
    grid = grid_of({"Ida": [1, 2.5]}, paper(task(1, 1, "Tal", "Vis"), task(2, 2.5)))
    assert [cell.text for cell in grid.header_rows[2].cells] == ["1 (1)", "2 (2,5)", "I alt"]
    assert [cell.text for cell in grid.header_rows[0].cells] == ["Tal", "–", ""]
    assert [cell.text for cell in grid.header_rows[1].cells] == ["Vis", "–", ""]


def test_an_area_that_comes_back_later_in_the_paper_gets_a_heading_of_its_own() -> None:
    tasks = [task(n, 1, area) for n, area in enumerate(("Tal", "Geometri", "Tal"), start=1)]
    grid = grid_of({"Ida": [1, 1, 1]}, paper(*tasks))
    assert [cell.text for cell in grid.header_rows[0].cells] == ["Tal", "Geometri", "Tal", ""]
    assert grid.group_starts == (1, 2, 3)


def test_a_tasks_heading_says_what_the_class_earned_in_it() -> None:
    said = f"Opgave 1.5: 3 af 14 point, 21{SPACE}% (maksimum ikke angivet)"
    assert ullerup().header_rows[2].cells[4].note == said
    unanswered = grid_of({"Ida": ["syg"]}, paper(*tasks_of(2)))
    assert unanswered.header_rows[2].cells[0].note is None


# ---- the class and its pupils ----


def test_the_whole_class_stands_first_with_its_shares_on_a_line_of_colour() -> None:
    first = ullerup().rows[0]
    assert (first.header.text, first.kind) == ("Hele klassen", "summary")
    assert texts(first)[:2] == [f"86{SPACE}%", f"86{SPACE}%"]
    assert texts(first)[4] == f"21{SPACE}%"
    assert texts(first)[-1] == f"59{SPACE}%"
    assert looks(first)[0] == "share-green" and looks(first)[4] == "share-red"


def test_every_answer_has_the_colour_of_what_was_earned_and_its_points() -> None:
    elev_7 = row(ullerup(), "Elev 7")
    assert texts(elev_7) == ["3", "2", "0", "3", "1", "2", "2", "2", "2", "17/21"]
    assert looks(elev_7)[2:7] == ["zone-red", "zone-green", "zone-yellow", "zone-green", "zone-yellow"]
    assert elev_7.cells[4].note == "Elev 7, opgave 1.5: 1 af 2 point (maksimum ikke angivet)"
    assert elev_7.cells[4].key == "answer/Elev 7/5"


def test_points_equal_to_a_cut_score_have_the_colour_above_it() -> None:
    grid = grid_of({"Ida": [7, 4, 3.9]}, paper(*tasks_of(10, 10, 10)))
    assert looks(row(grid, "Ida"))[:3] == ["zone-green", "zone-yellow", "zone-red"]


def test_a_missing_answer_is_an_empty_box_with_its_reason_and_outside_the_total() -> None:
    ida = row(grid_of({"Ida": [2, "syg", "empty"]}, paper(*tasks_of(2, 4, 4))), "Ida")
    assert looks(ida) == ["zone-green", "missing", "missing", "strong"]
    assert [cell.note for cell in ida.cells[1:3]] == ["syg", "mangler"]
    assert ida.cells[3].text == "2/2"


def test_an_absent_pupil_has_no_colour_and_the_reason_where_the_total_would_be() -> None:
    rows: dict[str, list[float | str | None]] = {"Ida": [2, 4], "Bo": ["syg", "syg"]}
    grid = grid_of(rows, paper(*tasks_of(2, 4)), "Ida", "Bo", "Vega")
    assert looks(row(grid, "Bo")) == ["missing", "missing", "strong"]
    assert row(grid, "Bo").cells[2].text == "syg"
    vega = row(grid, "Vega")
    assert (looks(vega)[:2], vega.cells[2].text) == (["missing", "missing"], "ikke i arket")
    assert all(cell.key is None for cell in vega.cells)


def test_a_zero_is_red_and_not_missing() -> None:
    elev_3 = row(ullerup(), "Elev 3")
    assert set(looks(elev_3)[:-1]) == {"zone-red"}
    assert elev_3.cells[-1].text == "0/21"


def test_a_task_without_a_maximum_gives_no_colour_to_anybody() -> None:
    grid = grid_of({"Ida": [0, 2], "Bo": [0, 1]}, paper(task(1, 0, observed=True), task(2, 2)))
    for name in ("Ida", "Bo"):
        line = row(grid, name)
        assert line.cells[0].text == "0"
        assert not line.cells[0].look.startswith("zone")
    assert (grid.rows[0].cells[0].text, grid.rows[0].cells[0].look) == ("–", "muted")


def test_a_provisional_pupil_has_a_dot_after_the_name_and_a_note() -> None:
    test = paper(*tasks_of(1))
    result = class_test(test, [Pupil("ida", "Ida", confirmed=False)], answers(test, {"ida": [1]}))
    header = drawn(result).rows[1].header
    assert (header.text, header.key) == ("Ida ·", "pupil/ida")
    assert "klasseliste" in (header.note or "")
    assert row(ullerup(), "Elev 1").header.note is None


def test_an_answer_outside_the_paper_is_not_drawn() -> None:
    test = paper(*tasks_of(2))
    stranger = Answer("Ida", "januar", 7, 5.0, None, 4, 9)
    result = class_test(test, pupils("Ida"), [*answers(test, {"Ida": [1]}), stranger])
    assert texts(drawn(result).rows[1]) == ["1", "1/2"]


# ---- last time ----


def test_last_times_share_stands_beside_the_total_with_its_test_and_day() -> None:
    test = paper(*tasks_of(1))
    october = replace(test, test_id="oktober", title="Oktoberprøven", taken_on=datetime.date(2025, 10, 2))
    result = class_test(test, pupils("Ida", "Bo"), answers(test, {"Ida": [1], "Bo": [0]}))
    grid = drawn(result, {"Ida": (october, 0.5)})
    assert [cell.text for cell in grid.header_rows[2].cells] == ["1 (1)", "I alt", "Sidst"]
    before = row(grid, "Ida").cells[-1]
    assert (before.text, before.note) == (f"50{SPACE}%", "Oktoberprøven, 2.10.2025")
    assert row(grid, "Bo").cells[-1].text == "–"
    assert grid.columns == 3


def test_a_class_of_nobody_and_a_test_without_tasks_are_drawn() -> None:
    assert [one.header.text for one in grid_of({}, paper(*tasks_of(2))).rows] == ["Hele klassen"]
    assert grid_of({"Ida": []}, paper()).columns == 1
