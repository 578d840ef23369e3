"""A pupil's cell, the list that paper shows, and what is said when the cut scores are new."""

import datetime

import pytest

from metrics.cut_preview import ColoursMoved, Moved
from metrics.cuts import CutChange, CutStep
from metrics.evidence import pupil_evidence
from metrics.model import CutScores
from ui.cut_change import change_words
from ui.cut_words import few_lines, history_lines, holds_now, preview_words
from ui.grid import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.grid.printed import printed_notes
from ui.grid.wire import grid_data
from ui.points_cell import points_cell

CUTS = CutScores()
SPACE = "\N{NO-BREAK SPACE}"
DECEMBER = datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("points", "max_points", "tasks", "text", "look", "below"),
    [
        (0, 12, 5, "0/12", "zone-red", "0"),
        (9, 12, 5, "9/12", "light-green", "75"),
        (6, 12, 4, "6/12", "edge-yellow", "50"),
        (1.5, 2, 1, "1,5/2", "edge-green", "75"),
        (396, 1000, 9, "396/1000", "light-red", "39,6"),
    ],
)
def test_a_pupils_cell_has_its_points_first_and_a_colour_no_stronger_than_they_bear(
    points: float, max_points: float, tasks: int, text: str, look: str, below: str
) -> None:
    cell = points_cell(pupil_evidence(points, max_points, tasks, CUTS), "area/now/Algebra")

    assert (cell.text, cell.look, cell.below) == (text, look, f"{below}{SPACE}%")
    assert (cell.spoken or "").endswith("point" if look.startswith("zone") else "usikkert")


def test_a_pupils_cell_without_an_answer_is_missing_and_not_red() -> None:
    cell = points_cell(None)

    assert (cell.text, cell.look, cell.note) == ("–", "missing", "ingen besvarelser")


def test_a_cell_of_few_tasks_names_them_and_an_unknown_maximum_bears_a_star() -> None:
    cell = points_cell(pupil_evidence(1, 2, 1, CUTS, observed=True), tasks="Opgave 1.3")

    assert cell.text == "1/2*"
    assert (cell.note or "").startswith("Opgave 1.3: 1 af 2 point i 1 opgave (maksimum ikke angivet); lys")


# ---- on paper ----


def table(style: str) -> Grid:
    cells = (
        GridCell("8/8", "zone-green", note="8 af 8 point i 3 opgaver"),
        GridCell("3/7", "light-yellow", note="3 af 7 point i 3 opgaver; lys, fordi der er få opgaver"),
        GridCell("–", "missing", note="ingen besvarelser"),
    )
    heads = HeaderRow("", (HeaderCell("Tal"), HeaderCell("Algebra"), HeaderCell("Geometri")))
    return Grid("Felter", (heads,), (GridRow(GridCell("Ida Uldum"), cells),), style=style)  # type: ignore[arg-type]  # a plain word of the test


def test_paper_says_what_every_colour_of_a_large_grid_rests_on() -> None:
    assert printed_notes(table("large")) == [
        "Hvad farverne hviler på",
        "Ida Uldum, Tal: 8 af 8 point i 3 opgaver",
        "Ida Uldum, Algebra: 3 af 7 point i 3 opgaver; lys, fordi der er få opgaver",
    ]


def test_paper_says_of_many_small_boxes_only_why_the_unsure_ones_are_light() -> None:
    assert printed_notes(table("boxes"))[1:] == [
        "Ida Uldum, Algebra: 3 af 7 point i 3 opgaver; lys, fordi der er få opgaver"
    ]
    assert grid_data(table("boxes"))["printed"] == printed_notes(table("boxes"))


def test_a_grid_without_such_colours_prints_no_list() -> None:
    assert printed_notes(table("sheet")) == []
    assert printed_notes(Grid("Tomt", (), ())) == []


# ---- cut scores in words ----


def step(day: datetime.datetime) -> CutStep:
    return CutStep(CUTS, CutScores(0.35, 0.7), day, "Mette Lund")


def test_a_change_is_told_for_sixty_days() -> None:
    said = f"grænserne blev ændret 1.12.2026 (før 40{SPACE}% og 70{SPACE}%)"
    later = DECEMBER + datetime.timedelta(days=59)

    assert change_words([step(DECEMBER)], later, later) == said
    assert change_words([], later, later) == ""


def test_an_older_change_is_told_until_a_newer_result_is_read() -> None:
    now = DECEMBER + datetime.timedelta(days=200)
    before, after = DECEMBER - datetime.timedelta(days=1), DECEMBER + datetime.timedelta(days=1)

    assert change_words([step(DECEMBER)], before, now) != ""
    assert change_words([step(DECEMBER)], None, now) == ""
    assert change_words([step(DECEMBER)], after, now) == ""


def change(cuts: CutScores | None, trin: int | None = 7) -> CutChange:
    return CutChange("matematik", trin, cuts, DECEMBER, "Mette Lund")


def test_the_history_says_what_was_and_what_became_newest_first() -> None:
    changes = [change(CutScores(0.35, 0.7)), change(CutScores(0.35, 0.75)), change(None)]

    assert [line.replace(SPACE, " ") for line in history_lines(changes, "matematik")] == [
        "1.12.2026: egne grænser taget tilbage: rød under 40 % (før 35 %) og grøn fra 70 % (før 75 %) "
        "i matematik, 7. trin, af Mette Lund",
        "1.12.2026: grøn fra 75 % (før 70 %) i matematik, 7. trin, af Mette Lund",
        "1.12.2026: rød under 35 % (før 40 %) i matematik, 7. trin, af Mette Lund",
    ]
    assert history_lines(changes, "dansk") == []
    assert few_lines([], "matematik") == []


def test_the_screen_says_whose_cut_scores_hold() -> None:
    own, common = change(CutScores(0.35, 0.7)), change(CutScores(0.5, 0.8), trin=None)

    assert holds_now([], "matematik", 7)[1].startswith("Det er udgangspunktet")
    assert holds_now([common], "matematik", 7)[1] == "Som for alle trin, sat 1.12.2026 af Mette Lund."
    said, who = holds_now([common, own], "matematik", 7)
    assert said.replace(SPACE, " ") == "Matematik, 7. trin: rød under 35 %, grøn fra 70 %."
    assert who == "Sat 1.12.2026 af Mette Lund."


def test_a_preview_names_few_classes_counts_many_and_says_when_nothing_changes() -> None:
    moved = ColoursMoved(Moved(4, 24), Moved(10, 216), Moved(0, 500))

    assert preview_words(["7.A", "7.B"], moved, "2025/26") == (
        "7.A og 7.B 2025/26: 4 af klassernes 24 felter med fagområde og signalord og 10 af elevernes 216 "
        "fagområder skifter farve."
    )
    assert preview_words(list("ABCDE"), moved, "2025/26").startswith("5 klasser 2025/26: ")
    assert "ingen felter skifter farve" in preview_words(["7.A"], ColoursMoved(), "2025/26")
    assert preview_words([], ColoursMoved(), "").startswith("Ingen klasser har prøver")
