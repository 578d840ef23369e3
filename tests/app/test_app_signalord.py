"""Signalord against others: which is weak, over which tests, and what is said when there is nobody."""

import datetime
from collections.abc import Sequence

from streamlit.testing.v1 import AppTest

from data_io.cut_scores import save_few_references
from data_io.importing.options import KlasseKey
from data_io.school import ListedPupil, save_class_list
from tests.app.school import School
from tests.app.screen import (
    CHOICE,
    SIGNALORD,
    by_label,
    component,
    finding,
    grid,
    open_screen,
    plain,
    settled,
    texts,
)

HEADS: list[list[object]] = [
    ["Fagligt område", *["Algebra"] * 3, *["Statistik"] * 3],
    ["Signalord", "Undersøg", "Undersøg", "Vis", "Vis", "Skriv", "Skriv"],
    ["Opgave nr.", *"123456"],
    ["Maks.", *[2] * 6],
]
# Ten pupils' points; who is weak in Undersøg has 1 point of the first two tasks where the others have 3.
WEAK = [[0, n % 2, 2, 1 + n % 2, (n + 1) % 3, 2] for n in range(10)]
USUAL = [[1 + n % 2, 1 + n % 3 // 2, 2, 1 + n % 2, (n + 1) % 3, 1 + n % 2] for n in range(10)]
OCTOBER, JANUARY = (10, 8), (1, 14)


def read(
    school: School, rows: Sequence[Sequence[object]], klasse: str, year: int, day: tuple[int, int], title: str
) -> None:
    """A class's test in the school year that begins in `year`, said to be the same as the others'."""
    month, date = day
    when = datetime.date(year if month > 7 else year + 1, month, date)
    pupils = [[f"{klasse} {year} elev {n}", *row] for n, row in enumerate(rows)]
    told = {"klasse": klasse, "date": when, "subject": "matematik", "title": title}
    school.read(f"{klasse} {year} {title}.xlsx", [*HEADS, *pupils], answers={"same_test": "yes"}, **told)


def both_tests(school: School, rows: Sequence[Sequence[object]], klasse: str, year: int) -> None:
    read(school, rows, klasse, year, OCTOBER, "MAT oktober")
    read(school, rows, klasse, year, JANUARY, "MAT januar")


def with_earlier_years(school: School) -> AppTest:
    """7.A of 2025/26 is weak in Undersøg; two classes took both tests the year before."""
    both_tests(school, USUAL, "7.A", 2024)
    both_tests(school, USUAL[::-1], "7.B", 2024)
    both_tests(school, WEAK, "7.A", 2025)
    return open_screen(SIGNALORD, **CHOICE)


def chosen(screen: AppTest, label: str, value: str) -> AppTest:
    return settled(by_label(screen, label).set_value(value).run())


def captions(screen: AppTest) -> str:
    return plain("\n".join([c.value for c in screen.main.caption] + [m.value for m in screen.main.markdown]))


def test_the_weak_signalord_is_named_and_sure_and_how_it_was_found(school: School) -> None:
    screen = with_earlier_years(school)

    # Undersøg: 5 of 40 points here; 15 of 20 and 13 of 20 there
    _said, below = finding(screen)
    assert below.startswith("Undersøg er klassens svageste signalord: 13 % i 4 opgaver i 2 prøver, ")
    assert "under tidligere årgange på de samme opgaver" in below
    assert below.endswith("Sikkert.")
    assert texts(screen, "comparison-table", "Undersøg")[0] == "13 %"
    assert texts(screen, "comparison-table", "Undersøg")[-1] == "sikkert svagere"
    assert texts(screen, "comparison-table", "Vis")[-1] == "ikke svagere"
    assert "Alle opgaver: klassen" in captions(screen)


def test_within_one_test_the_tasks_are_too_few_and_named_by_their_numbers(school: School) -> None:
    screen = chosen(with_earlier_years(school), "Hvilke prøver", "test")

    assert finding(screen)[1] == "Intet signalord har 3 opgaver i prøven: for lidt at bygge på."
    assert "opgave 1 og 2 (Undersøg)" in captions(screen)
    assert component(screen, "comparison-table") is None


def test_the_fagomraader_are_compared_by_the_same_rule(school: School) -> None:
    screen = chosen(with_earlier_years(school), "Sammenlign", "fagomraade")

    rows = {row["header"][0]: row["cells"] for row in grid(screen, "comparison-table")["rows"]}
    assert list(rows) == ["Algebra", "Statistik"]
    assert finding(screen)[1].startswith("Undersøg er klassens svageste signalord")


def test_all_years_follow_the_pupils_and_add_up_their_tests(school: School) -> None:
    read(school, USUAL, "6.A", 2023, OCTOBER, "MAT oktober")
    read(school, USUAL, "7.C", 2024, JANUARY, "MAT januar")
    pupils = [[f"Elev {n}", *row] for n, row in enumerate(WEAK)]
    for klasse, year in (("6.A", 2024), ("7.A", 2025)):
        listed = [ListedPupil(f"Elev {n}", f"elev{n}") for n in range(10)]
        save_class_list(school.store, school.school_id, KlasseKey(klasse, f"{year}/{year - 1999}"), listed)
    told = {"subject": "matematik", "answers": {"same_test": "yes"}}
    for title, klasse, day in (
        ("MAT oktober", "6.A", datetime.date(2024, 10, 8)),
        ("MAT januar", "7.A", datetime.date(2026, 1, 14)),
    ):
        school.read(f"{title} {klasse}.xlsx", [*HEADS, *pupils], klasse=klasse, date=day, title=title, **told)

    screen = open_screen(SIGNALORD, **CHOICE)
    assert finding(screen)[1] == "Intet signalord har 3 opgaver i prøven: for lidt at bygge på."

    assert "i 4 opgaver i 2 prøver" in finding(chosen(screen, "Hvilke prøver", "all"))[1]


def test_without_anybody_to_compare_with_the_tasks_are_hard_and_no_dots_are_drawn(school: School) -> None:
    both_tests(school, WEAK, "7.A", 2025)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert finding(screen)[1] == (
        "Opgaverne med Undersøg er svære: 13 % i 4 opgaver i 2 prøver. "
        "Ingen at sammenligne med, så det kan ikke ses, om det er opgaverne eller klassen."
    )
    assert component(screen, "comparison-table") is None
    assert not screen.main.get("plotly_chart")
    assert "Der er ingen at sammenligne med" in screen.main.info[0].value


def test_two_parallel_classes_are_no_reference_unless_the_subject_team_says_so_or_they_are_three(
    school: School,
) -> None:
    both_tests(school, WEAK, "7.A", 2025)
    for klasse in ("7.B", "7.C"):
        both_tests(school, USUAL, klasse, 2025)
    assert "Ingen at sammenligne med" in finding(open_screen(SIGNALORD, **CHOICE))[1]

    save_few_references(school.store, school.school_id, "matematik", True, "Mette Lund")
    screen = open_screen(SIGNALORD, **CHOICE)
    assert "under 2 andre klasser på de samme opgaver" in finding(screen)[1]
    assert "forskellen kan lige så vel være deres" in captions(screen)

    save_few_references(school.store, school.school_id, "matematik", False, "Mette Lund")
    both_tests(school, USUAL[::-1], "7.D", 2025)
    assert "under 3 andre klasser på de samme opgaver" in finding(open_screen(SIGNALORD, **CHOICE))[1]


def test_tasks_without_signalord_are_compared_as_a_whole_only(school: School) -> None:
    heads: list[list[object]] = [["Opgave nr.", *"1234"], ["Maks.", *[2] * 4]]
    for klasse, day in (("7.A", datetime.date(2025, 1, 14)), ("7.A", datetime.date(2026, 1, 14))):
        rows: list[list[object]] = [[f"{day.year} elev {n}", 1 + n % 2, 1, n % 2, n % 3] for n in range(9)]
        told = {"klasse": klasse, "date": day, "subject": "matematik", "title": "MAT"}
        school.read(f"{day.year}.xlsx", [*heads, *rows], answers={"same_test": "yes"}, **told)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert finding(screen)[1] == ""
    assert "Opgaverne har ingen signalord" in screen.main.info[0].value
    # 13 + 9 + 4 + 9 of 72 points on both sides
    assert "Alle opgaver: klassen 49 %, tidligere årgange 49 % (ingen forskel" in captions(screen)


def test_one_pupil_is_too_little_to_compare(school: School) -> None:
    both_tests(school, USUAL, "7.A", 2024)
    both_tests(school, WEAK[:1], "7.A", 2025)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert finding(screen)[1] == "Under 8 elever har svaret: for lidt at bygge på."
    assert "under 8 elever: " in captions(screen)
    assert not screen.main.get("plotly_chart")


def test_nobody_of_the_others_is_named_on_the_screen(school: School) -> None:
    screen = with_earlier_years(school)
    assert "2024 elev" not in repr([*screen.main, *captions(screen)])
