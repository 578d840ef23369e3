"""A talk is made, and what it lacks and whom it is about is said; people and closed days are written down."""

import datetime

import pytest
from streamlit.testing.v1 import AppTest

from data_io.closed_days import add_closed_days, closed_days
from data_io.scope import local_scope
from data_io.staff import add_staff, save_teaching, say_left, staff, teaching
from data_io.talks import Talk, TalkPlan, mark_pupil, rounds, save_talk, talk_pupils, talks
from metrics.preparation import DISCUSS
from tests.app.school import YEAR, School, Values
from tests.app.screen import (
    CHOICE,
    FORBEREDELSE,
    PERSONALE,
    finding,
    links,
    open_screen,
    plain,
    press,
    settled,
)
from ui.talk_data import today

# dansk, matematik and social in the autumn and then in the spring
RATINGS: Values = {
    "Ida Uldum": [5, 3, 4, 5, None, 4],
    "Noah Aagesen": [4, 3, 4, 2, 4, 4],
    "Alma Fjeldsø": [3, 3, 3, 3, 3, "syg"],
}
DAY = datetime.date(2099, 12, 1)  # a Tuesday


@pytest.fixture
def rated(school: School) -> School:
    """A class rated twice, where Noah fell in dansk and nobody rated Ida in matematik."""
    school.read_ratings(RATINGS)
    return school


def klasse_id(school: School, name: str = "7.A") -> str:
    rows = school.store.rows("klasser_of_school", school_id=school.school_id)
    return next(str(r["klasse_id"]) for r in rows if r["name"] == name)


def make_talk(school: School, day: datetime.date = DAY, **said: object) -> Talk:
    scope = local_scope(school.store)
    spring = next(
        r for r in rounds(school.store, scope, school.school_id, scope.klasse_ids) if r.name == "Forår"
    )
    plan = TalkPlan(day, spring.round_id, scope.klasse_ids, **said)  # type: ignore[arg-type]  # named by the test
    own = save_talk(school.store, scope, school.school_id, plan, today(), held=True)
    return next(t for t in the_talks(school) if t.talk_id == own)


def the_talks(school: School) -> list[Talk]:
    return talks(school.store, local_scope(school.store), school.school_id)


def open_talk(talk: Talk) -> AppTest:
    return open_screen(FORBEREDELSE, **CHOICE, samtale=talk.talk_id)


def said_on(screen: AppTest) -> str:
    return plain("\n".join(part.value for part in [*screen.main.markdown, *screen.main.caption]))


def boxes(screen: AppTest) -> list[str]:
    return [plain(box.label) for box in screen.main.checkbox]


def fill(screen: AppTest, **typed: str) -> AppTest:
    """Types into fields, without leaving the form they are in."""
    for label, text in typed.items():
        (found,) = [one for one in screen.main.text_input if one.label == label]
        found.set_value(text)
    return screen


def test_without_a_class_there_is_nothing_to_talk_about(school: School) -> None:
    assert school.folder.exists()

    screen = open_screen(FORBEREDELSE)

    assert [box.value for box in screen.info] == [
        "En samtale kræver en klasse. Skriv en klasseliste, eller læs et ark ind."
    ]


def test_a_talk_is_made_about_a_year_group_and_opens(rated: School) -> None:
    screen = fill(open_screen(FORBEREDELSE, **CHOICE), Dato="1.12.2099", Tema="undersøgende matematik")
    screen = press(screen, "Opret samtalen")

    (talk,) = the_talks(rated)
    assert (talk.plan.day, talk.plan.theme, talk.round_name) == (DAY, "undersøgende matematik", "Forår")
    assert talk.plan.klasse_ids == (klasse_id(rated),)
    assert talk.plan.agenda == ("Temaet", "Klasse for klasse", "Aftaler og opfølgning")
    assert screen.query_params["samtale"] == talk.talk_id
    assert finding(screen)[0] == (
        "Samtalen om 7.A er tirsdag 1.12.2099; 1 vurdering mangler. Frist onsdag 25.11.2099."
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Skriv samtalens dato, fx 1.12.2026."),
        ("i morgen", "i morgen er ikke en dato. Skriv den som 14.1.2026."),
    ],
)
def test_a_talk_without_a_day_is_not_made(rated: School, typed: str, answer: str) -> None:
    screen = press(fill(open_screen(FORBEREDELSE, **CHOICE), Dato=typed), "Opret samtalen")

    assert [box.value for box in screen.error] == [answer]
    assert the_talks(rated) == []


def test_a_day_in_the_past_is_asked_about(rated: School) -> None:
    screen = settled(fill(open_screen(FORBEREDELSE, **CHOICE), Dato="3.3.2026").run())
    button = next(b for b in screen.main.button if b.label == "Opret samtalen")
    assert button.disabled

    screen = settled(screen.main.checkbox[0].check().run())
    screen = press(screen, "Opret samtalen")

    assert [t.plan.day for t in the_talks(rated)] == [datetime.date(2026, 3, 3)]
    assert finding(screen)[0].startswith(
        "Samtalen om 7.A var tirsdag 3.3.2026; 1 vurdering mangler. Fristen var"
    )


def test_the_list_says_what_the_next_talk_lacks(rated: School) -> None:
    make_talk(rated, theme="læselyst")
    make_talk(rated, datetime.date(2026, 3, 3))

    screen = open_screen(FORBEREDELSE, **CHOICE)

    assert finding(screen) == (
        "Næste samtale er om 7.A tirsdag 1.12.2099; frist onsdag 25.11.2099.",
        "1 vurdering mangler",
    )
    assert [e.label for e in screen.main.expander] == ["Tidligere samtaler (1)"]
    screen = press(screen, "Forbered")
    assert finding(screen)[0].startswith("Samtalen om 7.A er tirsdag 1.12.2099")
    screen = press(screen, "Alle samtaler")
    assert finding(screen)[0].startswith("Næste samtale er om 7.A")
    assert "samtale" not in screen.query_params


def test_closed_days_of_the_school_move_the_day_it_is_due(rated: School) -> None:
    talk = make_talk(rated)
    add_closed_days(rated.store, rated.school_id, datetime.date(2099, 11, 30), None, "pædagogisk dag")

    assert finding(open_talk(talk))[0].endswith("Frist tirsdag 24.11.2099.")


def test_what_is_missing_is_shown_without_whose_it_is(rated: School) -> None:
    mette = add_staff(rated.store, rated.school_id, "Mette Lund", today())
    jens = add_staff(rated.store, rated.school_id, "Jens Holm", today())
    seven_a = klasse_id(rated)
    save_teaching(rated.store, local_scope(rated.store), mette, [seven_a], [(seven_a, "matematik")])

    screen = open_talk(make_talk(rated))
    assert "7.A matematik: 1 vurdering mangler  :small[:gray[Ida Uldum]]" in said_on(screen)
    assert "Mette" not in said_on(screen)
    assert "**Dine**" not in said_on(screen)

    (who,) = [box for box in screen.main.selectbox if box.label == "Hvem er du?"]
    assert "**Dine**" in said_on(settled(who.set_value(mette).run()))
    (who,) = [box for box in screen.main.selectbox if box.label == "Hvem er du?"]
    other = said_on(settled(who.set_value(jens).run()))
    assert "Du mangler ikke noget til denne samtale." in other
    assert "Mette" not in other
    assert mette not in str(dict(screen.query_params))


def test_a_subject_nobody_stands_for_leads_to_the_staff(rated: School) -> None:
    gone = add_staff(rated.store, rated.school_id, "Mette Lund", today())
    seven_a = klasse_id(rated)
    save_teaching(rated.store, local_scope(rated.store), gone, [seven_a], [(seven_a, "matematik")])
    say_left(rated.store, gone, datetime.date(2026, 1, 31))

    screen = open_talk(make_talk(rated))

    assert "Ingen er skrevet på 7.A matematik." in said_on(screen)
    assert "Skriv på Personale, hvem der har hvad" in links(screen)


def test_suggested_are_ticked_with_why_and_the_rest_folded(rated: School) -> None:
    screen = open_talk(make_talk(rated))

    assert boxes(screen) == ["Noah Aagesen"]
    assert ":small[:gray[dansk 4 → 2]]" in said_on(screen)
    assert screen.main.checkbox[0].value
    assert "Ingen bemærkninger (2)" in [e.label for e in screen.main.expander]
    assert finding(screen)[1].startswith("1 elev skal drøftes, 105 minutter i alt, ca. 105 til hver; 2 uden")


def test_a_pupil_is_taken_off_and_put_on_again(rated: School) -> None:
    talk = make_talk(rated)
    screen = open_talk(talk)

    screen = settled(screen.main.checkbox[0].uncheck().run())
    assert boxes(screen) == []
    assert "Noah Aagesen: dansk 4 → 2; taget af listen af lokal bruger" in said_on(screen)

    (who,) = [box for box in screen.main.selectbox if box.label == "Sæt en elev på"]
    who.set_value(rated.pupil_id("Alma Fjeldsø"))
    (why,) = [one for one in screen.main.text_input if one.label == "Hvorfor (kan udelades)"]
    why.set_value("vil gerne læse mere")
    screen = press(screen, "Skal drøftes")
    assert boxes(screen) == ["Alma Fjeldsø"]
    (kept,) = [line for line in said_on(screen).splitlines() if "sat på af lokal bruger" in line]
    assert kept.endswith(": vil gerne læse mere]]")
    assert talk_pupils(rated.store, talk)[rated.pupil_id("Alma Fjeldsø")].mark == DISCUSS


def test_a_pupil_who_moved_class_in_between_is_told_of(rated: School) -> None:
    rated.list_class("Ida Uldum", "Noah Aagesen", "Alma Fjeldsø")
    rated.list_class("Bo Vest", klasse="8.B")
    talk = make_talk(rated)
    bo = rated.pupil_id("Bo Vest")
    mark_pupil(rated.store, local_scope(rated.store), talk, bo, DISCUSS)
    only_seven = TalkPlan(talk.plan.day, talk.plan.round_id, (klasse_id(rated),))
    scope = local_scope(rated.store)
    save_talk(rated.store, scope, rated.school_id, only_seven, today(), talk_id=talk.talk_id)

    screen = open_talk(talk)

    assert "Var sat på, men går ikke længere i samtalens klasser: Bo Vest." in said_on(screen)
    assert "Bo Vest" not in "".join(boxes(screen))


def test_a_class_without_ratings_lacks_them_all(school: School) -> None:
    school.list_class("Ida Uldum", "Noah Aagesen")

    screen = open_talk(make_talk(school))

    assert "6 vurderinger mangler" in finding(screen)[0]
    assert "7.A dansk: 2 vurderinger mangler  :small[:gray[hele klassen]]" in said_on(screen)
    assert "Ingen er foreslået. Sæt en elev på herunder." in said_on(screen)


def test_a_talk_is_corrected_and_taken_back(rated: School) -> None:
    talk = make_talk(rated)
    screen = press(fill(open_talk(talk), Tema="læselyst", Dato="8.12.2099"), "Gem samtalen")
    assert finding(screen)[0].startswith("Samtalen om 7.A er tirsdag 8.12.2099")
    assert the_talks(rated)[0].plan.theme == "læselyst"

    screen = press(screen, "Ja, fjern den")
    assert the_talks(rated) == []
    assert finding(screen)[0] == "Der er ingen kommende samtaler."


def test_an_address_with_an_unknown_talk_shows_the_list(rated: School) -> None:
    make_talk(rated)

    screen = open_screen(FORBEREDELSE, **CHOICE, samtale="findes-ikke")

    assert finding(screen)[0].startswith("Næste samtale er om 7.A")


def test_a_person_is_put_on_with_what_they_have(rated: School) -> None:
    screen = press(fill(open_screen(PERSONALE, **CHOICE), Navn="Mette Lund"), "Tilføj")
    (has,) = screen.main.multiselect
    assert has.label == "Mette Lund"
    settled(has.set_value([(klasse_id(rated), "matematik")]).run())

    (mette,) = staff(rated.store, rated.school_id)
    scope = local_scope(rated.store)
    assert [(t.klasse_id, t.subject, t.staff_id) for t in teaching(rated.store, scope)] == [
        (klasse_id(rated), "matematik", mette.staff_id)
    ]

    again = press(fill(open_screen(PERSONALE, **CHOICE), Navn="mette lund"), "Tilføj")
    assert "står der allerede" in again.error[0].value
    assert len(staff(rated.store, rated.school_id)) == 1


def test_a_person_who_leaves_is_folded_away_and_can_be_back(rated: School) -> None:
    add_staff(rated.store, rated.school_id, "Mette Lund", today())
    screen = press(fill(open_screen(PERSONALE, **CHOICE), **{"Sidste dag": "31.1.2026"}), "Gem sidste dag")

    assert staff(rated.store, rated.school_id)[0].left_on == datetime.date(2026, 1, 31)
    assert [e.label for e in screen.main.expander] == ["Stoppet (1)"]
    assert not screen.main.multiselect

    screen = press(screen, "Er her igen")
    assert [one.label for one in screen.main.multiselect] == ["Mette Lund"]


def test_closed_days_are_added_and_taken_back(rated: School) -> None:
    screen = open_screen(PERSONALE, **CHOICE)
    screen = fill(screen, **{"Fra og med": "12.10.2099", "Til og med": "16.10.2099", "Hvad": "efterårsferie"})
    screen = press(screen, "Tilføj dagene")
    assert "efterårsferie  :small[:gray[12.10.2099 til 16.10.2099]]" in said_on(screen)

    screen = press(fill(screen, **{"Fra og med": "3.11.2099"}), "Tilføj dagene")
    assert screen.error[0].value == "Skriv, hvad dagene er, fx efterårsferie."
    assert [one.value for one in screen.main.text_input if one.label == "Fra og med"] == ["3.11.2099"]

    press(screen, "Fjern")
    assert closed_days(rated.store, rated.school_id) == []


def test_the_year_of_the_choice_is_the_one_people_have_classes_in(rated: School) -> None:
    rated.list_class("Bo Vest", klasse="8.A", skoleaar="2026/27")
    add_staff(rated.store, rated.school_id, "Mette Lund", today())

    (has,) = open_screen(PERSONALE, skoleaar=YEAR).main.multiselect
    assert all(option.startswith("7.A") for option in has.options)
    (newest,) = open_screen(PERSONALE).main.multiselect
    assert all(option.startswith("8.A") for option in newest.options)
