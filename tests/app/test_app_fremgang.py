"""Fremgang: who moved more than chance, on the same test and on different ones, and what is said without."""

import datetime

from streamlit.testing.v1 import AppTest

from tests.app.school import JANUARY, OCTOBER, TASKS, School, Values
from tests.app.screen import (
    CHOICE,
    FREMGANG,
    INDLAES,
    PUPIL,
    SIGNALORD,
    by_label,
    component,
    finding,
    grid,
    legend,
    links,
    names,
    open_screen,
    plain,
    press,
    settled,
    texts,
)
from tests.data_io.result_sheets import xlsx_of
from tests.taken_again import NAMES, POINTS_AFTER, POINTS_BEFORE

MARCH = datetime.date(2026, 3, 20)
AGAIN = {"correction": "again"}


def twice(school: School) -> None:
    school.list_class(*NAMES)
    school.read_test(POINTS_BEFORE)
    school.read_test(POINTS_AFTER, file="marts.xlsx", date=MARCH, answers=AGAIN)


def different(school: School) -> None:
    """Two tests in the class and in the year group before it, which did a little better on both."""
    school.list_class(*NAMES)
    for title, day, own in (("MAT 7 okt", OCTOBER, POINTS_BEFORE), ("MAT 7 jan", JANUARY, POINTS_AFTER)):
        others: Values = {f"Elev {n}": list(row) for n, row in enumerate([*own.values()][:11])}
        earlier = day.replace(year=day.year - 1)
        school.read_test(others, title, f"{title} før.xlsx", date=earlier, klasse="7.B")
        school.read_test(own, title, f"{title}.xlsx", date=day, answers={"same_test": "yes"})


def select(app: AppTest, label: str) -> list[str]:
    (box,) = [box for box in app.selectbox if box.label == label]
    return list(box.options)


def choose(app: AppTest, label: str, option: str) -> AppTest:
    (box,) = [box for box in app.selectbox if box.label == label]
    box.select(option)
    return settled(app.run())


def test_a_class_without_tests_says_so_and_leads_to_reading_in(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(FREMGANG, **CHOICE)

    assert [box.value for box in screen.info] == [
        "Ingen i 7.A har taget en prøve endnu i 2025/26; fremgang kræver to."
    ]
    assert links(screen) == ["Indlæs et prøveark"]


def test_one_test_is_no_progress_yet(school: School) -> None:
    school.read_test({"Ida Uldum": [1, 1, 2, 4]})

    screen = open_screen(FREMGANG, **CHOICE)

    assert [box.value for box in screen.info] == [
        "Der er kun én prøve med dato i denne del af 7.A i 2025/26; fremgang kræver to."
    ]


def test_on_a_test_taken_again_only_what_is_more_than_chance_has_an_arrow(school: School) -> None:
    twice(school)

    screen = open_screen(FREMGANG, **CHOICE)

    said, below = finding(screen)
    assert said == (
        "7.A fik 62 % af pointene i MAT 7 20.3.2026 mod 55 % 14.1.2026: samme prøve, taget igen. "
        "2 af 12 elever har flyttet sig mere, end tilfældet plejer at give (op: Ella; ned: Maja)."
    )
    assert "Klassens egen ændring, 8 procentpoint, er trukket fra hver elevs." in below
    assert texts(screen, "progress", "Ella Holm") == ["▲85", "5 %", "90 %"]
    assert texts(screen, "progress", "Maja Ravn") == ["▼85", "100 %", "15 %"]
    assert texts(screen, "progress", "Bo Friis") == ["(+10)", "30 %", "40 %"]
    (bo,) = [row for row in grid(screen, "progress")["rows"] if row["header"][0] == "Bo Friis"]
    assert bo["cells"][0][3] == "10 procentpoint op; kan være tilfældigt"
    assert "kan være tilfældigt" in legend(screen, "progress-legend")


def test_the_same_test_stands_twice_among_the_class_tests(school: School) -> None:
    twice(school)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert select(screen, "Prøve") == ["MAT 7 · matematik · 20.3.2026", "MAT 7 · matematik · 14.1.2026"]
    assert texts(screen, "tasks", "Ella Holm")[:4] == ["2", "2", "2", "3"]
    first = choose(screen, "Prøve", "MAT 7 · matematik · 14.1.2026")
    assert texts(first, "tasks", "Ella Holm")[:4] == ["0", "0", "0", "0,5"]


def test_few_pupils_are_shown_and_nothing_is_said_of_chance(school: School) -> None:
    school.read_test({"Ida Uldum": [0, 0, 0, 0.5], "Noah Aagesen": [2, 2, 2, 4]})
    school.read_test({"Ida Uldum": [2, 2, 2, 4], "Noah Aagesen": [2, 2, 2, 4]}, date=MARCH, answers=AGAIN)

    screen = open_screen(FREMGANG, **CHOICE)

    said, below = finding(screen)
    why = "Om den enkelte elev har flyttet sig, kan ikke siges: for lidt at bygge på: færre end 8 elever."
    assert said.endswith(why)
    assert "▲" not in "".join(texts(screen, "progress", "Ida Uldum ·"))
    assert "ser ud" not in below


def test_different_tests_are_held_against_earlier_year_groups(school: School) -> None:
    different(school)

    screen = open_screen(FREMGANG, **CHOICE)

    said, below = finding(screen)
    assert said.startswith("7.A lå 0,1 over tidligere årgange i MAT 7 okt og ligger")
    assert "forskellen kan være tilfældig" in said
    assert "(op: Ella; ned: Maja)" in said
    assert below.startswith("1 over: højere end omkring 5 af 6 af de andre.")
    change, before, after = texts(screen, "progress", "Ella Holm")
    assert change.startswith("▲")
    assert (before[0], after[0]) == ("−", "+")
    (ella,) = [row for row in grid(screen, "progress")["rows"] if row["header"][0] == "Ella Holm"]
    note = plain(ella["cells"][1][3])
    assert note.startswith("Ella Holm, MAT 7 okt, 8.10.2025: 0,5 af 10 point (5 %)\nTidligere årgange fik")
    assert component(screen, "progress") is not None
    assert screen.get("plotly_chart")


def test_different_tests_without_anybody_to_compare_with_are_not_held_against_each_other(
    school: School,
) -> None:
    school.read_test(POINTS_BEFORE, "MAT 7 okt", date=OCTOBER)
    school.read_test(POINTS_AFTER, "MAT 7 jan", date=JANUARY)

    screen = open_screen(FREMGANG, **CHOICE)

    assert finding(screen)[0] == (
        "MAT 7 okt og MAT 7 jan kan ikke holdes op mod hinanden: ingen at sammenligne med: "
        "hverken tidligere årgange eller tre andre klasser."
    )
    assert texts(screen, "progress", "Ella Holm ·") == ["", "5 %", "90 %"]
    assert not screen.get("plotly_chart")


def test_another_pair_of_tests_and_a_part_of_them_can_be_chosen(school: School) -> None:
    different(school)
    school.read_test(POINTS_BEFORE, "MAT 7 jan", "marts.xlsx", date=MARCH, answers=AGAIN)

    screen = open_screen(FREMGANG, **CHOICE)

    assert "samme prøve, taget igen" in finding(screen)[0]
    screen = choose(screen, "Til", "MAT 7 jan · matematik · 14.1.2026")
    assert finding(screen)[0].startswith("7.A lå 0,1 over tidligere årgange i MAT 7 okt")
    assert select(screen, "Del af prøverne") == ["Hele prøven"]


def test_an_older_school_year_knows_nothing_of_the_tests_after_it(school: School) -> None:
    told = {"klasse": "6.A", "skoleaar": "2024/25"}
    school.list_class(*NAMES)
    school.read_test(POINTS_BEFORE, "MAT 6 okt", date=datetime.date(2024, 10, 8), **told)
    school.read_test(POINTS_AFTER, "MAT 6 feb", date=datetime.date(2025, 2, 5), **told)
    school.read_test(POINTS_AFTER, "MAT 7 okt", date=OCTOBER)

    older = open_screen(FREMGANG, skoleaar="2024/25", klasse="6.A")

    assert len(texts(older, "progress", "Ella Holm ·")) == 1 + 2


def test_pupils_can_be_ordered_by_how_far_they_moved(school: School) -> None:
    twice(school)
    screen = open_screen(FREMGANG, **CHOICE)

    by_label(screen, "Rækkefølge").set_value("change").run()

    shown = names(settled(screen), "progress")
    assert (shown[0], shown[-1]) == ("Maja Ravn", "Ella Holm")


def test_the_pupils_page_has_the_pupils_own_progress(school: School) -> None:
    twice(school)

    screen = open_screen(PUPIL, **CHOICE, elev=school.pupil_id("Ella Holm"))

    said = (
        "Fra MAT 7 (14.1.2026) til MAT 7 (20.3.2026): 85 procentpoint op, mere end tilfældet plejer at give."
    )
    assert said in [m.value for m in screen.main.markdown]
    assert texts(screen, "pupil-progress", "Hele prøven") == ["▲85", "5 %", "90 %"]


def test_a_pupil_with_one_test_has_no_card_of_progress(school: School) -> None:
    school.read_test(POINTS_BEFORE)

    screen = open_screen(PUPIL, **CHOICE, elev=school.pupil_id("Ella Holm"))

    assert component(screen, "pupil-progress") is None


def test_a_sheet_of_another_day_is_asked_about_and_can_be_taken_again(school: School) -> None:
    school.read_test(POINTS_BEFORE)
    rows = [*TASKS, *([name, *values] for name, values in POINTS_AFTER.items())]
    file = xlsx_of(school.folder / "7.A mat.xlsx", rows)
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(file.name, file.read_bytes(), "")])
    screen = settled(screen.run())
    next(t for t in screen.text_input if t.label == "Prøvens titel").set_value("MAT 7")
    next(t for t in screen.text_input if t.label == "Prøvens dato").set_value("20.3.2026")
    screen = settled(screen.run())

    (question,) = screen.radio
    assert question.label == (
        "7.A har taget prøven MAT 7 14.1.2026. Er dette en rettelse, eller er prøven taget igen 20.3.2026?"
    )
    assert question.options == [
        "Prøven er taget igen 20.3.2026",
        "En rettelse af den fra 14.1.2026",
        "En anden prøve",
    ]
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled
    question.set_value("Prøven er taget igen 20.3.2026").run()
    screen = press(settled(screen), "Læs ind")

    assert screen.title[0].value == "7.A · MAT 7"
    assert texts(screen, "tasks", "Ella Holm ·")[:4] == ["2", "2", "2", "3"]
    assert len(select(screen, "Prøve")) == 2
