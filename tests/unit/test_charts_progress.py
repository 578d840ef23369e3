"""The class's course: a point a test in turn, a gap where nobody is compared with, uncertainty drawn."""

import pytest

from charts.progress import CoursePoint, course_figure, signed

POINTS = [
    CoursePoint("8.10.2025", "MAT 7, oktober: 0,4 over", 0.4, 0.1, 0.7),
    CoursePoint("14.1.2026", "MAT 7, januar\ningen at sammenligne med", None),
    CoursePoint("20.3.2026", "MAT 7, <marts>", -1.25),
]


def test_the_tests_stand_in_turn_with_value_and_day() -> None:
    drawn = course_figure(POINTS, "tidligere årgange")

    assert list(drawn.layout.xaxis.ticktext) == [
        "<b>+0,4</b><br>8.10.2025",
        "<b>–</b><br>14.1.2026",
        "<b>−1,2</b><br>20.3.2026",
    ]
    assert list(drawn.data[0].y) == [0.4, None, -1.25]
    assert drawn.data[0].connectgaps is False


def test_an_uncertainty_is_drawn_where_it_is_known_and_never_without_width() -> None:
    drawn = course_figure(POINTS, "tidligere årgange")

    spans = [(s.x0, s.y0, s.y1) for s in drawn.layout.shapes if s.x0 == s.x1]
    assert spans == [(0, 0.1, 0.7)]


def test_the_reference_names_its_line_and_texts_are_shown_letter_by_letter() -> None:
    drawn = course_figure(POINTS, "tidligere <årgange>")

    ticks = dict(zip(drawn.layout.yaxis.tickvals, drawn.layout.yaxis.ticktext, strict=True))
    assert ticks[0] == "tidligere<br>&lt;årgange&gt;"
    assert ticks[1] == "1 over"
    assert drawn.data[0].hovertext[2] == "MAT 7, &lt;marts&gt;"


@pytest.mark.parametrize(
    ("value", "said"), [(0.44, "+0,4"), (-0.04, "0"), (0.0, "0"), (-1.0, "−1"), (2.06, "+2,1")]
)
def test_distances_have_their_sign_and_one_decimal(value: float, said: str) -> None:
    assert signed(value) == said
