"""What is said of a class's signalord: what is weakest, how sure it is, and what is said when nothing is."""

from collections.abc import Sequence

import pytest

from charts.comparison import ComparedArea, comparison_dots, signed
from charts.palette import ACCENT
from metrics.difference import Difference
from metrics.model import CutScores, Test
from metrics.reference import Kind, Reference
from metrics.signalord import Area, Comparison, Level, WhyNot
from tests.unit.hand_made import paper, task
from ui.comparison_card import comparison_grid, left_out_lines, level_sentence
from ui.signalord_sentence import area_name, signalord_sentence, whom

CUTS = CutScores()
EARLIER = "tidligere årgange"
TESTS: dict[str, Test] = {
    "a": paper(task(1), test_id="a"),
    "b": paper(task(1), test_id="b"),
}


def difference(value: float) -> Difference:
    return Difference(value, 0.05, 20.0, 0.01, value - 0.1, value + 0.1)


def area(
    name: str,
    share: float,
    others: float | None = 0.5,
    value: float | None = None,
    *,
    tasks: Sequence[tuple[str, str]] = (("a", "1.1"), ("a", "1.2"), ("b", "2.1"), ("b", "2.2")),
    weak: bool = False,
    why_not: WhyNot | None = None,
) -> Area:
    held = None if value is None else difference(value)
    return Area(name, tuple(tasks), share, others, held, why_not, weak=weak)


def comparison(*areas: Area, level: bool = True) -> Comparison:
    whole = Level(0.57, 0.54, difference(0.03)) if level else None
    return Comparison(areas, whole, ("a", "b") if level else (), () if level else ("a", "b"))


def said(*areas: Area, level: bool = True) -> str:
    return signalord_sentence(comparison(*areas, level=level), EARLIER, CUTS).replace(
        "\N{NO-BREAK SPACE}", " "
    )


ONE_TEST = (("a", "1.1"), ("a", "1.2"), ("a", "1.3"))


def test_the_weakest_is_named_with_what_it_rests_on_how_far_below_and_that_it_is_sure() -> None:
    assert said(area("Undersøg", 0.24, 0.41, -0.14, weak=True), area("Vis", 0.7, 0.5, 0.1)) == (
        "Undersøg er klassens svageste signalord: 24 % i 4 opgaver i 2 prøver, 14 procentpoint under "
        "tidligere årgange på de samme opgaver, når klassens niveau er trukket fra. Sikkert."
    )


def test_other_weak_ones_are_named_too() -> None:
    weak = [area(word, 0.2, 0.4, -0.2, weak=True) for word in ("Undersøg", "Skriv", "Vis")]
    assert said(*weak).endswith("Sikkert. Også sikkert svagere: Skriv (20 %) og Vis (20 %).")


def test_within_one_test_it_is_said_of_the_tasks() -> None:
    text = said(area("Undersøg", 0.24, 0.41, -0.14, tasks=ONE_TEST, weak=True))
    assert text.startswith(
        "Opgaverne med Undersøg er svagest i denne prøve: 24 % i 3 opgaver, 14 procentpoint"
    )
    assert text.endswith("Sikkert på disse opgaver; et signalord kræver 2 prøver.")


def test_when_nothing_is_sure_it_says_so_with_how_many_were_looked_at() -> None:
    assert said(area("Undersøg", 0.45, 0.5, -0.07), area("Vis", 0.6, 0.5, 0.1)) == (
        "Ingen signalord skiller sig sikkert ud som svage. 2 er set efter. Længst under ligger Undersøg "
        "(7 procentpoint); det kan være tilfældigt. Et svagt signalord kan være overset, "
        "så det er intet bevis."
    )


def test_a_small_unsure_difference_names_nothing() -> None:
    assert "Undersøg" not in said(area("Undersøg", 0.45, 0.5, -0.04), area("Vis", 0.6, 0.5, 0.1))


def test_what_is_hard_for_all_is_told_apart_from_what_is_weak() -> None:
    text = said(area("Undersøg", 0.24, 0.26, -0.02), area("Vis", 0.6, 0.5, 0.1))
    assert text.endswith(f"Opgaverne med Undersøg er svære for alle: 24 % her, 26 % hos {EARLIER}.")


@pytest.mark.parametrize(
    ("share", "word"), [(0.24, "Opgaverne med Vis er svære"), (0.5, "Lavest er opgaverne")]
)
def test_without_a_reference_the_tasks_are_hard_and_the_signalord_not_weak(share: float, word: str) -> None:
    text = said(area("Vis", share, None, why_not="no_reference"), level=False)
    assert text.startswith(word)
    assert "4 opgaver i 2 prøver" in text
    assert "svag" not in text
    assert text.endswith("Ingen at sammenligne med, så det kan ikke ses, om det er opgaverne eller klassen.")


def test_too_few_tasks_are_too_little_to_build_on() -> None:
    few = area("Undersøg", 0.24, 0.4, tasks=(("a", "1.5"),), why_not="few_tasks")
    assert said(few) == "Intet signalord har 3 opgaver i 2 prøver: for lidt at bygge på."
    assert said(few, level=False) == "Intet signalord har 3 opgaver i prøven: for lidt at bygge på."


def test_when_nothing_could_be_looked_at_the_reason_is_told() -> None:
    assert said(area("Vis", 0.5, why_not="few_pupils")) == "Under 8 elever har svaret: for lidt at bygge på."
    assert said(area("Vis", 1.0, why_not="no_spread")).startswith("Alle svarede ens")
    assert said(area("Vis", 0.5, why_not="whole")).startswith("Opgaverne har kun ét signalord")


def test_a_test_without_signalord_says_nothing_of_them() -> None:
    assert said() == ""


def test_an_area_of_one_or_two_tasks_is_named_by_them() -> None:
    one = area("Undersøg", 0.24, tasks=(("a", "1.5"),))
    two = area("Undersøg", 0.24, tasks=(("a", "1.5"), ("b", "2.3")))
    assert area_name(one, {"a": TESTS["a"]}) == "opgave 1.5 (Undersøg)"
    assert area_name(two, TESTS) == "opgave 1.5 i Prøve i a og opgave 2.3 i Prøve i b (Undersøg)"
    assert area_name(area("Vis", 0.5), TESTS) == "Vis"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([("earlier", 2), ("earlier", 4)], "tidligere årgange"),
        ([("others", 4)], "4 andre klasser"),
        ([("few", 1), ("none", 0)], "1 anden klasse"),
        ([("earlier", 2), ("others", 4)], "tidligere årgange og andre klasser"),
        ([("others", 3), ("others", 4)], "andre klasser"),
        ([("none", 0)], "andre klasser"),
    ],
)
def test_the_others_are_called_what_they_are(kinds: list[tuple[Kind, int]], words: str) -> None:
    found = [Reference(kind, tuple(f"k{n}" for n in range(count))) for kind, count in kinds]
    assert whom(found) == words


def test_the_classs_level_is_said_once_and_apart() -> None:
    text = level_sentence(Level(0.57, 0.62, difference(-0.05)), EARLIER).replace("\N{NO-BREAK SPACE}", " ")
    assert text == (
        "Alle opgaver: klassen 57 %, tidligere årgange 62 % (5 procentpoint under, usikkerhed −15 til +5)."
    )
    assert level_sentence(Level(0.57, 0.62, None), EARLIER) == ""


def test_what_was_not_looked_at_is_named_with_the_reason() -> None:
    few = area("Undersøg", 0.2, tasks=(("a", "1.5"),), why_not="few_tasks")
    found = Comparison((few, area("Vis", 0.4, why_not="one_test")), None, ("a",), ("b",))
    assert left_out_lines(found, TESTS) == [
        "Ikke set efter, under 3 opgaver: opgave 1.5 i Prøve i a (Undersøg).",
        "Ikke set efter, kun i én prøve (vælg Prøven): Vis.",
        "Ikke med, ingen andre har taget den: Prøve i b · matematik · 14.1.2026.",
    ]


def test_the_table_says_in_words_what_may_be_said() -> None:
    areas = (
        area("Undersøg", 0.24, 0.41, -0.14, weak=True),
        area("Skriv", 0.2, 0.21, 0.0),
        area("Vis", 0.5, 0.5, -0.06),
        area("Tegn", 0.5, 0.5, -0.11),
        area("Giv", 0.6, 0.5, 0.06),
    )
    rows = comparison_grid(comparison(*areas).looked_at, EARLIER, CUTS).rows
    texts = [[cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells] for row in rows]
    assert texts == [
        ["24 %", "41 %", "−14", "−24", "−4", "sikkert svagere"],
        ["20 %", "21 %", "0", "−10", "+10", "svært for alle"],
        ["50 %", "50 %", "−6", "−16", "+4", "kan være tilfældigt"],
        ["50 %", "50 %", "−11", "−21", "−1", "måske lidt svagere"],
        ["60 %", "50 %", "+6", "−4", "+16", "ikke svagere"],
    ]


# ---- the dots ----

WEAK_DOT = ComparedArea("Undersøg", "8 opgaver", -0.14, -0.2, -0.08, True, "note")
OTHER_DOT = ComparedArea("Vis <b>", "4 opgaver", 0.02, -0.1, 0.14, False, "note")


def test_only_the_sure_one_is_in_the_accent_and_filled() -> None:
    drawn = comparison_dots([WEAK_DOT, OTHER_DOT])
    fills, edges = drawn.data[0].marker.color, drawn.data[0].marker.line.color
    assert [colour == ACCENT for colour in fills] == [True, False]
    assert [colour == ACCENT for colour in edges] == [True, False]
    lines = [shape for shape in drawn.layout.shapes if shape.y0 == shape.y1]
    assert [(line.x0, line.x1, line.line.color == ACCENT) for line in lines] == [
        (-0.2, -0.08, True),
        (-0.1, 0.14, False),
    ]


def test_the_dots_stand_from_the_top_in_their_order_with_their_names_as_text() -> None:
    drawn = comparison_dots([WEAK_DOT, OTHER_DOT])
    assert list(drawn.data[0].y) == [0, 1]
    assert drawn.layout.yaxis.range[0] > drawn.layout.yaxis.range[1]
    assert "Vis &lt;b&gt;" in drawn.layout.yaxis.ticktext[1]


def test_small_differences_do_not_fill_the_axis() -> None:
    small = ComparedArea("Vis", "", 0.01, -0.02, 0.03, False, "")
    low, high = comparison_dots([small]).layout.xaxis.range
    assert low <= -0.2
    assert high >= 0.2
    assert low == -high


def test_every_interval_is_within_the_axis() -> None:
    wide = ComparedArea("Vis", "", -0.5, -0.9, -0.1, False, "")
    assert comparison_dots([wide]).layout.xaxis.range[0] < -0.9


def test_without_areas_the_figure_is_empty() -> None:
    assert len(comparison_dots([]).data[0].x) == 0


@pytest.mark.parametrize(("share", "text"), [(-0.144, "−14"), (0.0, "0"), (-0.001, "0"), (0.146, "+15")])
def test_differences_are_whole_points_with_their_sign(share: float, text: str) -> None:
    assert signed(share) == text
