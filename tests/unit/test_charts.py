"""What a teacher reads in the figures: colours that mean something, missing shown as missing."""

import colorsys
import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import plotly.graph_objects as go
import pytest

from charts import palette
from charts.distribution import LevelCounts, MarkValues, level_bars, mark_strip
from charts.matrix import MatrixCell, share_matrix
from charts.radar import RadarArea, profile_bars, profile_figure, profile_radar
from charts.template import config, number, percent, plain, wrapped

ROOT = Path(__file__).resolve().parents[2]
ZONES = (0.4, 0.7)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(")

AREAS = (
    RadarArea("T", "Tal & <algebra>", 0.78, 0.7, "14 af 18 point i 8 opgaver", "12 af 17 point"),
    RadarArea("F", "Funktioner", 0.5, 0.3),
    RadarArea("G", "Geometri", 0.86, 0.86, sure=False),
    RadarArea("U", "Undersøge", None, 0.28),
)
CELLS = (
    MatrixCell("Tal", "Undersøg", 0.21, 4, "red", True, "Opgave 1.5 & 2.3", "tal/undersøg"),
    MatrixCell("Tal", "Skriv", 0.435, 1, "yellow", False, "", "tal/skriv"),
    MatrixCell("Geometri", "Skriv", 0.82, 4, "green", True, "", "geometri/skriv"),
)
ROUNDS = (LevelCounts("Efterår 2025", (1, 1, 6, 7, 1), 2), LevelCounts("Forår 2026", (1, 5, 4, 5, 3), 0))
MARKS = (MarkValues("1. termin", (-3.0, 2.0, 5.8, 7.0, 7.0), 2), MarkValues("2. termin", ()))


def every_figure() -> list[go.Figure]:
    return [
        profile_radar(AREAS, ZONES, "nu (januar 2026)", "sidst (oktober 2025)"),
        profile_bars(AREAS[:2], ZONES, "nu", "sidst"),
        share_matrix(["Tal", "Geometri"], ["Undersøg", "Skriv"], CELLS),
        level_bars(ROUNDS),
        mark_strip(MARKS),
    ]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def traces(figure: go.Figure, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name]


def hovers(figure: go.Figure) -> list[str]:
    return [text for trace in figure.data for text in (trace.hovertext or ())]


# ---- colours ----


def test_every_digit_can_be_read_on_its_level() -> None:
    for level, swatch in palette.LEVELS.items():
        assert contrast(swatch.fill, swatch.text) >= 4.5, level


def test_ink_can_be_read_on_every_zone_light_zone_mark_and_role() -> None:
    fills = [*palette.ZONES.values(), *palette.LIGHT_ZONES.values(), *palette.ROLES.values()]
    for fill in (*fills, palette.MARK, palette.ACCENT_TINT):
        assert contrast(fill, palette.INK) >= 4.5, fill


def test_no_role_of_a_cell_is_red_yellow_or_green() -> None:
    for role, tint in palette.ROLES.items():
        red, green, blue = (int(tint[at : at + 2], 16) / 255 for at in (1, 3, 5))
        hue = colorsys.rgb_to_hls(red, green, blue)[0] * 360
        assert 185 <= hue <= 330, role
    assert len(set(palette.ROLES.values())) == len(get_args(palette.Role))


def test_figures_hold_no_colour_but_the_palettes() -> None:
    allowed = {value.lower() for value in vars(palette).values() if isinstance(value, str)}
    allowed |= {swatch.fill for swatch in palette.LEVELS.values()}
    allowed |= {*palette.ZONES.values(), *palette.LIGHT_ZONES.values()}
    for figure in every_figure():
        for found in re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)", figure.to_json() or ""):
            assert found.lower() in allowed, found


def test_colour_codes_stand_in_the_palette_alone() -> None:
    for folder in ("charts", "ui"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in {".py", ".css", ".js"} and file.name != "palette.py":
                assert not COLOUR.search(file.read_text(encoding="utf-8")), file


def test_the_theme_of_the_screens_has_the_palettes_colours() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert theme["primaryColor"] == palette.ACCENT
    assert theme["backgroundColor"] == palette.WHITE
    assert theme["secondaryBackgroundColor"] == theme["sidebar"]["backgroundColor"] == palette.PANEL
    assert theme["textColor"] == palette.INK
    assert theme["borderColor"] == palette.HAIRLINE
    assert theme["grayTextColor"] == palette.MUTED


def test_the_grids_stylesheet_uses_every_colour_by_a_name_the_palette_knows() -> None:
    files = (ROOT / "ui" / "grid").glob("*.css")
    stylesheet = "".join(file.read_text(encoding="utf-8") for file in files)
    used = set(re.findall(r"--kb-[a-z0-9-]+", stylesheet))
    assert used <= palette.css_variables().keys()
    assert {name for name in palette.css_variables() if "level" in name or "role" in name} <= used


# ---- numbers and names ----


def test_numbers_have_a_decimal_comma_and_a_true_minus() -> None:
    assert [number(5.75), number(-1.5), number(7.0)] == ["5,75", "−1,5", "7"]
    assert [percent(0.625), percent(0.624)] == ["63\N{NO-BREAK SPACE}%", "62\N{NO-BREAK SPACE}%"]


def test_no_hover_has_a_decimal_point() -> None:
    for figure in every_figure():
        assert hovers(figure)
        for text in hovers(figure):
            assert not re.search(r"\d\.\d", text.replace("1.5 &amp; 2.3", "")), text


def test_a_name_with_markup_is_drawn_as_it_is_written() -> None:
    assert plain("<b>Å</b> & Co") == "&lt;b&gt;Å&lt;/b&gt; &amp; Co"
    assert wrapped("Matematik i <anvendelse>", 12) == "Matematik i<br>&lt;anvendelse&gt;"
    radar = profile_radar(AREAS, ZONES, "nu")
    assert radar.layout.polar.angularaxis.ticktext[0] == "Tal &amp;<br>&lt;algebra&gt;"


def test_no_figure_can_be_zoomed_or_shows_buttons() -> None:
    assert config()["displayModeBar"] is False
    for figure in every_figure():
        layout = figure.layout
        assert layout.template.layout.dragmode is False
        assert layout.template.layout.xaxis.fixedrange and layout.template.layout.yaxis.fixedrange
        axes = (
            [layout.polar.radialaxis]
            if figure.data[0].type == "scatterpolar"
            else [layout.xaxis, layout.yaxis]
        )
        assert all(axis.range is not None for axis in axes)


# ---- the profile ----


def test_a_missing_area_has_no_letter_and_breaks_the_line() -> None:
    radar = profile_radar(AREAS, ZONES, "nu", "sidst")
    now = [letter for trace in traces(radar, "nu") for letter in trace.text]
    assert now == ["<b>T</b>", "<b>F</b>"]
    lines = [trace for trace in radar.data if trace.mode == "lines" and None in trace.r]
    assert len(lines) == 1
    assert lines[0].r[3] is None
    assert lines[0].connectgaps is False


def test_an_area_at_zero_is_drawn_and_is_not_missing() -> None:
    areas = [RadarArea(letter, letter, 0.0, None) for letter in "ABC"]
    radar = profile_radar(areas, ZONES, "nu", "sidst")
    (marks,) = traces(radar, "nu")
    assert len(marks.text) == 3
    assert min(marks.r) > 0  # plotly draws no mark in the very middle
    assert "0\N{NO-BREAK SPACE}%" in marks.hovertext[0]
    assert not traces(radar, "sidst")


def test_the_letter_of_now_lies_over_the_letter_of_before() -> None:
    same = [RadarArea(letter, letter, 0.5, 0.5) for letter in "ABC"]
    for areas in (same, same[:2]):
        names = [trace.name for trace in profile_figure(areas, ZONES, "nu", "sidst").data]
        assert names[-1] == "nu"
        assert names[-2] == "sidst"


def test_an_unsure_area_is_lighter_and_says_so() -> None:
    radar = profile_radar(AREAS, ZONES, "nu", "sidst")
    (unsure,) = [trace for trace in radar.data if (trace.name or "").endswith("tæt på grænsen")]
    assert unsure.text == ("<b>G</b>",)
    assert unsure.marker.color == palette.ACCENT_TINT
    assert unsure.hovertext[0].endswith("?")
    assert not any(text.endswith("?") for trace in traces(radar, "nu") for text in trace.hovertext)


def test_the_zones_end_at_the_schools_cut_scores() -> None:
    radar = profile_radar([RadarArea(letter, letter, 0.4, None) for letter in "ABC"], (0.4, 0.7), "nu")
    (marks,) = traces(radar, "nu")
    red = [trace for trace in radar.data if trace.fillcolor == palette.LIGHT_ZONES["red"]]
    assert red[0].r[0] == pytest.approx(marks.r[0])
    strips = profile_bars(AREAS[:1], (0.35, 0.65), "nu").layout.shapes
    assert [(strip.x0, strip.x1) for strip in strips] == [(0, 0.35), (0.35, 0.65), (0.65, 1)]


def test_fewer_than_three_areas_are_drawn_as_strips() -> None:
    assert {trace.type for trace in profile_figure(AREAS[:3], ZONES, "nu").data} == {"scatterpolar"}
    strips = profile_figure(AREAS[:2], ZONES, "nu", "sidst")
    assert {trace.type for trace in strips.data} == {"scatter"}
    assert [(trace.name, list(trace.x)) for trace in strips.data] == [
        ("sidst", [0.7, 0.3]),
        ("nu", [0.78, 0.5]),
    ]


def test_a_profile_tells_what_a_letter_rests_on() -> None:
    told = hovers(profile_radar(AREAS, ZONES, "nu", "sidst"))
    assert any("14 af 18 point i 8 opgaver" in text and "nu" in text for text in told)
    assert any("12 af 17 point" in text and "sidst" in text for text in told)


# ---- the matrix ----


def test_an_unsure_cell_is_light_with_a_dashed_edge_and_a_question_mark() -> None:
    matrix = share_matrix(["Tal", "Geometri"], ["Undersøg", "Skriv"], CELLS)
    fills = [(box.fillcolor, box.line.dash) for box in matrix.layout.shapes]
    assert fills[0] == (palette.ZONES["red"], "solid")
    assert fills[1] == (palette.LIGHT_ZONES["yellow"], "4px,3px")
    assert ["?" in text for text in matrix.data[0].text] == [False, True, False]


def test_a_cell_tells_its_share_and_how_many_tasks_it_rests_on() -> None:
    texts = share_matrix(["Tal", "Geometri"], ["Undersøg", "Skriv"], CELLS).data[0].text
    assert "<b>21\N{NO-BREAK SPACE}%</b>" in texts[0] and "4 opgaver" in texts[0]
    assert "1 opgave<" in texts[1]


def test_each_cell_answers_a_click_with_its_key_and_places_without_one_are_blank() -> None:
    points = share_matrix(["Tal", "Geometri"], ["Undersøg", "Skriv"], CELLS).data[0]
    assert [tuple(data) for data in points.customdata] == [(cell.key,) for cell in CELLS]
    assert [(x, round(y)) for x, y in zip(points.x, points.y, strict=True)] == [(0, 0), (1, 0), (1, 1)]


def test_without_cut_scores_a_cell_has_no_zones_colour() -> None:
    cell = MatrixCell("Tal", "Skriv", 0.5, 3, None, True, "", "k")
    (box,) = share_matrix(["Tal"], ["Skriv"], [cell]).layout.shapes
    assert box.fillcolor == palette.PANEL


# ---- distributions ----


def test_the_missing_are_counted_drawn_dashed_and_never_red() -> None:
    bars = level_bars(ROUNDS)
    missing = bars.data[-1]
    assert list(missing.x) == [2, 0]
    assert missing.text == ("<b>2</b>", "")
    assert missing.marker.color == palette.WHITE
    (edge,) = bars.layout.shapes
    assert (edge.x0, edge.x1, edge.y0 < 0 < edge.y1) == (16, 18, True)
    assert edge.line.dash == "4px,3px"
    assert "2 elever uden vurdering" in missing.hovertext[0]


def test_the_bars_of_two_rounds_share_one_scale_of_pupils() -> None:
    bars = level_bars([*ROUNDS, LevelCounts("Ny", (0, 0, 1, 0, 0), 0)])
    assert tuple(bars.layout.xaxis.range) == (0, 18)
    assert [sum(trace.x[place] for trace in bars.data) for place in range(3)] == [18, 18, 1]


def test_a_level_nobody_has_shows_no_zero() -> None:
    bars = level_bars([LevelCounts("Forår", (0, 1, 2, 3, 0), 0)])
    assert [trace.text[0] for trace in bars.data] == ["", "<b>1</b>", "<b>2</b>", "<b>3</b>", "", ""]
    assert "1 elev på niveau 2" in bars.data[1].hovertext[0]


def test_marks_stand_on_their_own_scale_in_a_neutral_tint() -> None:
    strip = mark_strip(MARKS)
    assert strip.layout.xaxis.ticktext == ("−3", "00", "02", "4", "7", "10", "12")
    assert strip.layout.xaxis.range[0] < -3 and strip.layout.xaxis.range[1] > 12
    assert {trace.marker.color for trace in strip.data} == {palette.MARK}


def test_equal_marks_do_not_hide_one_another() -> None:
    dots = mark_strip(MARKS).data[0]
    places = list(zip(dots.x, dots.y, strict=True))
    assert len(set(places)) == len(places) == 5
    assert "7: 2 elever" in dots.hovertext[-1]


def test_the_median_and_the_missing_are_said_and_a_round_without_marks_has_no_median() -> None:
    texts = [note.text for note in mark_strip(MARKS).layout.annotations]
    assert texts == ["1. termin · 2 elever uden karakter", "median 5,8", "2. termin"]


def test_figures_of_nothing_are_empty_and_not_an_error() -> None:
    assert not share_matrix([], [], []).layout.shapes
    assert all(len(trace.x) == 0 for trace in level_bars([]).data)
    assert not mark_strip([]).data
    assert not profile_figure([], ZONES, "nu", "sidst").data
