"""Fagligt løft on the screen: the teacher points first, then the tests; the hold is made and followed."""

import datetime

import pytest
from streamlit.testing.v1 import AppTest

from data_io.groups import FagligtLoeft, groups
from data_io.scope import local_scope
from tests.app.school import JANUARY, OCTOBER, School, Values
from tests.app.screen import (
    CHOICE,
    FAGLIGT_LOEFT,
    by_label,
    finding,
    grid,
    names,
    open_screen,
    plain,
    press,
    settled,
    texts,
)

LOW = [f"Lav {i}" for i in range(1, 7)]
HIGH = [f"Sikker {i}" for i in range(1, 9)]
SHOW = "Vis, hvem prøverne peger på"
NOBODY = "Jeg har ingen at pege på"


def points(low: list[object], high: list[object]) -> Values:
    """Algebra, algebra, statistik, statistik of 2, 2, 2 and 4 points; a bit of spread among the high."""
    rows = {name: list(low) for name in LOW} | {name: list(high) for name in HIGH}
    return rows | {"Sikker 1": [1, 2, 2, 4]}


@pytest.fixture
def two_tests(school: School) -> School:
    """Six pupils without a point in algebra and eight with nearly all, in October and January."""
    school.list_class(*LOW, *HIGH)
    school.read_test(points([0, 0, 1, 2], [2, 2, 2, 4]), "MAT 7, oktober", date=OCTOBER)
    school.read_test(points([1, 0, 1, 2], [2, 2, 2, 4]), "MAT 7, januar")
    return school


def nominate(screen: AppTest, *pupils: str) -> AppTest:
    box = next(m for m in screen.main.multiselect if m.label == "Elever, du vil pege på")
    ids = dict(zip(box.options, box.proto.options, strict=True))
    for name in pupils:
        box.select(ids[name])
    return press(settled(screen.run()), SHOW)


def boxes(screen: AppTest) -> dict[str, bool]:
    """The boxes to tick by what they say, whether they are ticked."""
    return {plain(box.label): bool(box.value) for box in screen.main.checkbox}


def ticked(screen: AppTest) -> list[str]:
    return [label.split(" :small")[0] for label, on in boxes(screen).items() if on]


def write(screen: AppTest, **typed: str) -> AppTest:
    labels = {"name": "Holdets navn", "teacher": "Lærer", "first": "Fra", "last": "Til"}
    for field, text in typed.items():
        next(t for t in screen.text_input if t.label == labels[field]).set_value(text)
    return screen


def kept(school: School) -> list[FagligtLoeft]:
    return groups(school.store, local_scope(school.store))


def make(first: str = "1.11.2025") -> AppTest:
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), *LOW)
    return press(write(screen, teacher="Mette Lund", first=first), "Opret hold")


@pytest.mark.usefixtures("two_tests")
def test_nothing_is_seen_of_the_tests_before_the_teacher_has_pointed() -> None:
    screen = open_screen(FAGLIGT_LOEFT, **CHOICE)

    said, below = finding(screen)
    assert said.startswith("Peg først på de elever, du selv tænker på i Algebra.")
    assert below == "Årets 2 prøver i faget har 4 opgaver i Algebra."
    assert boxes(screen) == {}
    (show,) = [b for b in screen.main.button if b.label == SHOW]
    assert show.disabled
    shown = [*(m.value for m in screen.main.markdown), *(c.value for c in screen.main.caption)]
    assert not [text for text in shown if "point" in text or "Lav 1" in text]


@pytest.mark.usefixtures("two_tests")
def test_who_both_point_at_stands_apart_from_who_only_one_does() -> None:
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), "Lav 2", "Sikker 3")

    said, below = finding(screen)
    assert (
        said == "Prøverne peger på 6 elever i Algebra, og 1 af dem har du også peget på. Du peger på 1 andre."
    )
    assert below.startswith("Bygger på 4 opgaver i 2 prøver og 14 elevers besvarelser.")
    headings = [m.value for m in screen.main.markdown if m.value.startswith("**")]
    assert headings[1:4] == ["**Både du og prøverne** (1)", "**Kun du** (1)", "**Kun prøverne** (5)"]
    assert ticked(screen) == ["Lav 2", "Sikker 3"]


@pytest.mark.usefixtures("two_tests")
def test_every_pupil_has_what_it_rests_on() -> None:
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), "Lav 1")

    (first,) = [label for label in boxes(screen) if label.startswith("Lav 1 ")]
    assert "1 af 8 point i 4 opgaver; forventet 24 %" in first


@pytest.mark.usefixtures("two_tests")
def test_a_teacher_with_nobody_to_point_at_sees_the_tests_too() -> None:
    screen = press(open_screen(FAGLIGT_LOEFT, **CHOICE), NOBODY)

    assert finding(screen)[0] == "Prøverne peger på 6 elever i Algebra."
    assert ticked(screen) == []
    assert "**0 elever valgt.** Et fagligt løft er til 6–8 elever." in [m.value for m in screen.main.markdown]


@pytest.mark.usefixtures("two_tests")
def test_what_was_said_of_one_area_opens_no_other() -> None:
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), "Lav 1")

    area = next(s for s in screen.main.selectbox if s.label == "Område")
    screen = settled(area.select_index(1).run())

    assert finding(screen)[0].startswith("Peg først på de elever, du selv tænker på i Statistik.")


@pytest.mark.usefixtures("two_tests")
def test_one_can_begin_again() -> None:
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), "Lav 1")

    screen = press(screen, "Begynd forfra")

    assert finding(screen)[0].startswith("Peg først")


def test_a_hold_is_made_of_the_ticked_with_what_was_seen(two_tests: School) -> None:
    screen = make()

    assert [box.value for box in screen.info] == ["Holdet Algebra 7.A er oprettet med 6 elever."]
    (group,) = kept(two_tests)
    assert [p.name for p in group.pupils] == LOW
    assert (group.subject, group.area.name, group.hold.teacher) == ("matematik", "Algebra", "Mette Lund")
    assert group.hold.from_date == datetime.date(2025, 11, 1)
    assert {(one.nominated, one.suggested, one.points, one.max_points) for one in group.considered} == {
        (True, True, 1.0, 8.0)
    }


def test_before_and_after_stand_beside_others_with_the_same_start(two_tests: School) -> None:
    two_tests.read_test(
        {"Bo": [0, 0, 1, 2]},
        "MAT 7, oktober",
        file="b1.xlsx",
        klasse="7.B",
        date=OCTOBER,
        answers={"same_test": "yes"},
    )
    two_tests.read_test(
        {"Bo": [1, 1, 1, 2]}, "MAT 7, januar", file="b2.xlsx", klasse="7.B", answers={"same_test": "yes"}
    )
    screen = make()

    (group,) = kept(two_tests)
    key = f"group-{group.klasse_id}"
    assert names(screen, key) == LOW
    assert texts(screen, key, "Lav 1")[:2] == ["0/4", "1/4"]
    assert (
        "Holdets 6 elever fik 0 % af pointene i Algebra før og 25 % efter. I gennemsnit er de rykket 25 "
        "procentpoint op; 1 anden på årgangen med samme start er rykket 50 procentpoint op."
    ) in " ".join(plain(m.value) for m in screen.main.markdown)
    assert any("stiger som regel også af sig selv" in plain(c.value) for c in screen.main.caption)


@pytest.mark.usefixtures("two_tests")
def test_a_group_without_a_test_since_says_so() -> None:
    screen = make(first="1.2.2026")

    assert "Ingen prøve med Algebra efter 1.2.2026 endnu." in " ".join(m.value for m in screen.main.markdown)


@pytest.mark.usefixtures("two_tests")
def test_a_group_chosen_on_the_test_that_stands_after_says_so() -> None:
    screen = make()

    assert any("da MAT 7, januar 14.1.2026 allerede var taget" in m.value for m in screen.main.markdown)


def test_why_a_pupil_was_chosen_is_kept_with_the_name(two_tests: School) -> None:
    screen = make()

    (group,) = kept(two_tests)
    note = plain(grid(screen, f"group-{group.klasse_id}")["rows"][0]["header"][3])
    assert note == "peget på af læreren og prøverne; dengang 1 af 8 point i 4 opgaver, forventet 24 %"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"first": "i morgen"}, "i morgen er ikke en dato."),
        ({"first": "1.2.2026", "last": "1.1.2026"}, "Holdet kan ikke slutte, før det begynder."),
        ({"name": "7.C"}, "7.C er navnet på en klasse."),
    ],
)
def test_a_wrong_entry_is_told_and_the_ticks_stay(
    two_tests: School, typed: dict[str, str], said: str
) -> None:
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), "Lav 2")

    screen = press(write(screen, **typed), "Opret hold")

    (error,) = screen.error
    assert error.value.startswith(said)
    assert ticked(screen) == ["Lav 2"]
    assert kept(two_tests) == []


def test_a_group_can_be_ended_and_go_on(two_tests: School) -> None:
    screen = press(make(), "Afslut i dag")
    assert kept(two_tests)[0].hold.to_date is not None

    press(screen, "Lad holdet fortsætte")

    assert kept(two_tests)[0].hold.to_date is None


def test_a_group_can_be_taken_back(two_tests: School) -> None:
    screen = press(make(), "Fjern holdet")

    assert [box.value for box in screen.info] == ["Holdet Algebra 7.A er fjernet."]
    assert kept(two_tests) == []


@pytest.mark.usefixtures("two_tests")
def test_a_second_group_is_offered_a_name_of_its_own() -> None:
    screen = nominate(make(), "Lav 1")

    (name,) = [t.value for t in screen.text_input if t.label == "Holdets navn"]
    assert name == "Algebra 7.A (2)"


def test_pupils_of_the_whole_year_can_be_pointed_at(two_tests: School) -> None:
    two_tests.list_class("Bo Friis", klasse="7.B")
    screen = open_screen(FAGLIGT_LOEFT, **CHOICE)

    screen = settled(by_label(screen, "Elever fra").set_value("all").run())

    (box,) = [m for m in screen.main.multiselect if m.label == "Elever, du vil pege på"]
    assert {"Lav 1, 7.A", "Bo Friis, 7.B"} <= set(box.options)


def test_too_few_tasks_give_no_names(school: School) -> None:
    school.list_class(*LOW, *HIGH)
    school.read_test(points([0, 0, 1, 2], [2, 2, 2, 4]), date=JANUARY)
    screen = nominate(open_screen(FAGLIGT_LOEFT, **CHOICE), "Lav 1")

    said, below = finding(screen)
    assert said == "Algebra har kun 2 opgaver i 1 prøve: for lidt at bygge på."
    assert below.startswith("Prøverne peger ikke på nogen her.")
    assert ticked(screen) == ["Lav 1"]
    assert len(boxes(screen)) == 1


def test_a_single_task_is_named(two_tests: School) -> None:
    rows: list[list[object]] = [
        ["Fagligt område", "Funktioner"],
        ["Signalord", "Tegn"],
        ["Opgave nr.", "9.1"],
        ["Maks.", 2],
        ["Lav 1", 0],
        ["Lav 2", 1],
    ]
    two_tests.read("tegn.xlsx", rows, klasse="7.A", date=JANUARY, subject="matematik", title="Tegn")
    screen = open_screen(FAGLIGT_LOEFT, **CHOICE)
    area = next(s for s in screen.main.selectbox if s.label == "Område")

    place = next(i for i, text in enumerate(area.options) if text.startswith("Funktioner"))
    screen = settled(area.select_index(place).run())

    assert "Funktioner er kun opgave 9.1: for lidt at bygge på." in finding(screen)[1]


def test_a_class_without_tests_is_led_to_reading_one_in(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(FAGLIGT_LOEFT, **CHOICE)

    (info,) = screen.info
    assert info.value == "Der er ingen prøver med fagområder eller signalord i 7.A i 2025/26 endnu."


@pytest.mark.usefixtures("two_tests")
def test_no_name_stands_in_the_address() -> None:
    screen = make()

    assert set(screen.query_params) <= {"skoleaar", "klasse", "fag"}


def test_the_hold_itself_can_be_chosen_as_a_class_and_shows_its_course(two_tests: School) -> None:
    make()

    screen = open_screen(FAGLIGT_LOEFT, skoleaar="2025/26", klasse="Algebra 7.A")

    (group,) = kept(two_tests)
    assert screen.title[0].value == "Algebra 7.A · Fagligt løft"
    assert names(screen, f"group-{group.klasse_id}") == LOW


def test_a_pupil_who_leaves_the_hold_leaves_its_course_and_a_new_one_is_told(two_tests: School) -> None:
    make()
    two_tests.list_class(*LOW[1:], "Sikker 2", klasse="Algebra 7.A")

    screen = open_screen(FAGLIGT_LOEFT, **CHOICE)

    (group,) = kept(two_tests)
    key = f"group-{group.klasse_id}"
    assert names(screen, key) == [*LOW[1:], "Sikker 2"]
    notes = [plain(row["header"][3]) for row in grid(screen, key)["rows"]]
    assert notes[-1] == "kommet til efter, at holdet blev oprettet"
