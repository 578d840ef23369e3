"""Every screen opens for every kind of class, and an address that somebody edited shows nobody's data."""

import datetime
from collections.abc import Callable

import pytest

from data_io.importing.undo import undo
from tests.app.school import School, Values
from tests.app.screen import (
    CHOICE,
    KLASSEOVERBLIK,
    PAGES,
    PUPIL,
    SIGNALORD,
    finding,
    holds_no_data,
    links,
    names,
    open_screen,
    settled,
    texts,
)

POINTS: Values = {"Ida Uldum": [2, 2, 2, 4], "Noah Aagesen": [0, 1, "-", 2]}
RATINGS: Values = {"Ida Uldum": [3, 3, 3, 4, 4, 4], "Noah Aagesen": [5, 1, 2, 5, None, 2]}
ONE: Values = {"Ida Uldum": [2, 2, 2, 4]}


def taken_back(school: School) -> None:
    done = school.read_test(POINTS).committed
    assert done is not None
    undo(school.store, done.import_id)


def names_alone(school: School) -> None:
    school.list_class("Ida Uldum", "Noah Aagesen")


def tests_alone(school: School) -> None:
    school.read_test(POINTS)


def ratings_alone(school: School) -> None:
    school.read_ratings(RATINGS)


def one_pupil(school: School) -> None:
    school.read_test(ONE)
    school.read_ratings({"Ida Uldum": [3, 3, 3, 4, 4, 4]})


def everybody_ill(school: School) -> None:
    school.read_test({"Ida Uldum": ["syg"] * 4, "Noah Aagesen": ["syg"] * 4})


def one_round(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3]}, rounds=("Efterår",))


KINDS = [taken_back, names_alone, tests_alone, ratings_alone, one_pupil, everybody_ill, one_round]


@pytest.mark.parametrize("fill", KINDS, ids=lambda kind: kind.__name__)
def test_every_screen_opens_for_every_kind_of_class(school: School, fill: Callable[[School], None]) -> None:
    fill(school)

    for page in PAGES:
        assert not open_screen(page, **CHOICE).error, page


@pytest.mark.parametrize("fill", KINDS, ids=lambda kind: kind.__name__)
def test_every_pupils_screen_opens_for_every_kind_of_class(
    school: School, fill: Callable[[School], None]
) -> None:
    fill(school)

    for pupil_id in pupil_ids(school):
        screen = open_screen(PUPIL, **CHOICE, elev=pupil_id)
        assert not screen.error
        assert screen.title[0].value.endswith(" · Faglig profil")


def pupil_ids(school: School) -> list[str]:
    classes = [row["klasse_id"] for row in school.store.rows("all_klasse_ids")]
    return [row["pupil_id"] for row in school.store.rows("pupils_of_klasser", klasse_ids=classes)]


def test_a_class_with_tests_alone_says_so_and_leads_to_them(school: School) -> None:
    tests_alone(school)

    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    assert [box.value for box in screen.info] == ["Der er ingen vurderinger af 7.A i 2025/26 endnu."]
    assert links(screen) == ["Indlæs et vurderingsskema", "Se klassens prøver"]


def test_a_class_with_ratings_alone_says_so_and_leads_to_them(school: School) -> None:
    ratings_alone(school)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert [box.value for box in screen.info] == ["Der er ingen prøver i 7.A i 2025/26 endnu."]
    assert links(screen) == ["Indlæs et prøveark", "Se lærernes vurderinger af klassen"]


def test_a_test_that_everybody_was_ill_at_has_no_share(school: School) -> None:
    everybody_ill(school)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert finding(screen) == ("Der er ingen besvarelser i prøven.", "")
    assert texts(screen, "tasks", "Ida Uldum ·") == ["–", "–", "–", "–", "syg"]


@pytest.mark.parametrize("page", [KLASSEOVERBLIK, SIGNALORD, PUPIL])
@pytest.mark.parametrize(
    "address",
    [
        {"skoleaar": "2025/26", "klasse": "9.X"},
        {"skoleaar": "1999/00", "klasse": "7.A"},
        {"klasse": "7.A"},
        {"skoleaar": "2025/26"},
        {"skoleaar": "2025/26", "klasse": "' OR 1=1 --"},
    ],
    ids=["no such class", "no such year", "no year", "no class", "not a class"],
)
def test_an_address_that_names_no_class_shows_no_data_and_asks(
    school: School, page: str, address: dict[str, str]
) -> None:
    one_pupil(school)

    screen = open_screen(page, **address)

    assert holds_no_data(screen)
    assert screen.title[0].value == "Vælg en klasse"
    assert "Ida" not in str(screen)


@pytest.mark.parametrize("elev", ["01a209a2-677a-7454-aba3-000000000000", "Ida Uldum", "../..", ""])
def test_an_address_with_an_unknown_pupil_shows_nobody(school: School, elev: str) -> None:
    one_pupil(school)

    screen = open_screen(PUPIL, **CHOICE, elev=elev)

    assert holds_no_data(screen)
    assert screen.title[0].value == "7.A · Faglig profil"
    assert "elev" not in screen.query_params


def test_an_address_with_a_pupil_of_another_class_shows_nobody(school: School) -> None:
    one_pupil(school)
    (pupil_id,) = pupil_ids(school)
    school.list_class("Alma Fjeldsø", klasse="7.B")

    screen = open_screen(PUPIL, skoleaar="2025/26", klasse="7.B", elev=pupil_id)

    assert holds_no_data(screen)
    assert "Ida" not in str(screen)


def test_an_address_with_an_unknown_test_shows_the_classs_newest(school: School) -> None:
    tests_alone(school)

    screen = open_screen(SIGNALORD, **CHOICE, proeve="01a209a2-677a-7454-aba3-000000000000")

    assert screen.title[0].value == "7.A · MAT 7"
    assert names(screen, "tasks") == ["Hele klassen", "Ida Uldum ·", "Noah Aagesen ·"]


@pytest.mark.parametrize(("answer", "title"), [("no", "7.A · MAT 7"), ("yes", "7.A · MAT B")])
def test_an_address_with_another_classs_test_shows_nobody_of_that_class(
    school: School, answer: str, title: str
) -> None:
    done = school.read_test({"Alma Fjeldsø": [2, 2, 2, 4]}, title="MAT B", klasse="7.B").committed
    school.read_test(POINTS, answers={"same_test": answer})
    assert done is not None

    screen = open_screen(SIGNALORD, **CHOICE, proeve=str(done.test_id))

    assert screen.title[0].value == title
    assert names(screen, "tasks") == ["Hele klassen", "Ida Uldum ·", "Noah Aagesen ·"]


def test_a_change_of_school_year_drops_a_class_that_the_year_does_not_have(school: School) -> None:
    ratings_alone(school)
    school.list_class("Ida Uldum", klasse="6.A", skoleaar="2024/25")
    screen = open_screen(KLASSEOVERBLIK, **CHOICE)

    screen.sidebar.selectbox[0].select("2024/25").run()

    assert settled(screen).title[0].value == "Vælg en klasse"
    assert [box.value for box in screen.sidebar.selectbox] == ["2024/25", None]
    assert "klasse" not in screen.query_params
    assert holds_no_data(screen)


def test_an_earlier_class_shows_its_pupil_as_known_then(school: School) -> None:
    school.list_class("Ida Uldum", login="idau1234")
    school.list_class("Ida Uldum", login="idau1234", klasse="8.A", skoleaar="2026/27")
    school.read_test({"Ida Uldum": [0, 1, 1, 2]})
    october = datetime.date(2026, 10, 8)
    answers = {"same_test": "no"}
    school.read_test({"Ida Uldum": [2, 2, 2, 4]}, title="MAT 8", klasse="8.A", date=october, answers=answers)
    (pupil_id,) = set(pupil_ids(school))

    screen = open_screen(PUPIL, **CHOICE, elev=pupil_id)

    assert finding(screen)[1].startswith("MAT 7, 14.1.2026")
    assert "MAT 8" not in str([line.value for line in screen.main.markdown])


@pytest.mark.parametrize("page", [KLASSEOVERBLIK, SIGNALORD, PUPIL])
def test_no_name_stands_in_the_address(school: School, page: str) -> None:
    one_pupil(school)
    (pupil_id,) = pupil_ids(school)

    screen = open_screen(page, **CHOICE, elev=pupil_id)

    assert "Ida" in str([screen.title, [e.proto for e in screen.main.get("bidi_component")]])
    assert "Ida" not in str(dict(screen.query_params))
