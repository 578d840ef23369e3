"""The sentence on top of each screen says what the sheets say, counted by hand here."""

from tests.app.school import OCTOBER, School, Values
from tests.app.screen import CHOICE, KLASSEOVERBLIK, PUPIL, SIGNALORD, finding, open_screen

POINTS: Values = {"Ida Uldum": [0, 2, 2, 4], "Noah Aagesen": [0, 2, 1, 4], "Alma Fjeldsø": [1, 2, 0, 2]}


def test_signalord_says_the_share_and_the_three_hardest_tasks(school: School) -> None:
    school.read_test(POINTS)

    said, below = finding(open_screen(SIGNALORD, **CHOICE))

    # 20 of 30 points; by task 1/6, 6/6, 3/6, 10/12
    assert said == (
        "Klassen fik 67 % af pointene. "
        "Sværest var opgave 1 (Undersøg, 17 %), 3 (Skriv, 50 %) og 4 (Vis, 83 %)."
    )
    assert below == "Intet signalord har 3 opgaver i prøven: for lidt at bygge på."


def test_signalord_counts_those_who_were_away_by_their_reason(school: School) -> None:
    ill: Values = {name: ["syg"] * 4 for name in ("Maja Ægidius", "Nora Åkjær")}
    away = ill | {"Bertil Mosegaard": ["fritaget"] * 4}
    school.read_test(POINTS | away)

    screen = open_screen(SIGNALORD, **CHOICE)

    assert finding(screen)[0].startswith("Klassen fik 67 % af pointene.")
    assert screen.main.caption[0].value.startswith(
        "Matematik · prøve 14.1.2026 · 3 elever, 1 fritaget, 2 syge · indlæst fra MAT 7.xlsx"
    )


def test_signalord_calls_the_tasks_hard_while_there_is_nobody_to_compare_with(school: School) -> None:
    # 8 pupils and 3 tasks of Vis in Statistik, all solved; of Undersøg in Algebra none; the rest half
    heads: list[list[object]] = [
        ["Fagligt område", *["Algebra"] * 3, *["Statistik"] * 3, "Statistik"],
        ["Signalord", *["Undersøg"] * 3, *["Vis"] * 3, "Skriv"],
        ["Opgave nr.", *"1234567"],
        ["Maks.", *[2] * 7],
    ]
    rows: list[list[object]] = [[f"Elev {n}", 0, 0, 0, 2, 2, 2, 1] for n in range(1, 9)]
    told = {"klasse": "7.A", "title": "MAT 7", "subject": "matematik", "date": OCTOBER}
    school.read("7.A mat.xlsx", [*heads, *rows], **told)

    _said, below = finding(open_screen(SIGNALORD, **CHOICE))

    assert below == (
        "Opgaverne med Undersøg er svære: 0 % i 3 opgaver. "
        "Ingen at sammenligne med, så det kan ikke ses, om det er opgaverne eller klassen."
    )


def test_klasseoverblik_counts_who_is_low_now_and_last_time_and_names_who_fell(school: School) -> None:
    school.read_ratings(
        {
            #               efterår   forår
            "Ida Uldum": [5, 3, 4, 5, 2, 2],  # matematik and social into 2
            "Noah Aagesen": [5, 4, 3, 3, 4, 3],  # dansk two down
            "Alma Fjeldsø": [3, 2, 4, 3, 2, 4],
            "Laust Ybjerg": [4, 4, 4, 3, 3, "syg"],
        }
    )

    said, below = finding(open_screen(KLASSEOVERBLIK, **CHOICE))

    assert said == (
        "2 elever ligger i rød eller orange i matematik mod 1 i efteråret. "
        "I social trivsel er det 1 mod ingen i efteråret. "
        "Faldet til rød eller orange eller to niveauer ned: Ida og Noah."
    )
    assert below == "Mangler: Laust, social trivsel."


def test_klasseoverblik_says_when_as_many_are_low_as_last_time(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 2, 3, 3, 2, 3], "Noah Aagesen": [3, 3, 3, 3, 3, 3]})

    said, below = finding(open_screen(KLASSEOVERBLIK, **CHOICE))

    assert said.startswith("1 elev ligger i rød eller orange i matematik, lige så mange som i efteråret.")
    assert below == "Alle vurderinger er givet."


def test_klasseoverblik_names_three_who_fell_and_counts_the_others(school: School) -> None:
    fell: Values = {f"{name} Ravnsbo": [3, 3, 3, 2, 3, 3] for name in ("Bertil", "Clara", "Ditte", "Elias")}
    school.read_ratings(fell)
    assert finding(open_screen(KLASSEOVERBLIK, **CHOICE))[0].endswith("ned: Bertil, Clara, Ditte og 1 anden.")


def test_klasseoverblik_says_that_nobody_is_low(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 3, 3, 3, 4, 5]})

    said, _below = finding(open_screen(KLASSEOVERBLIK, **CHOICE))

    assert said == "Ingen elever ligger i rød eller orange i dansk, matematik eller social trivsel."


def test_faglig_profil_says_where_the_share_is_largest_and_how_far_it_may_have_moved(school: School) -> None:
    school.read_test({"Ida Uldum": [0, 1, 1, 2]}, title="MAT oktober", date=OCTOBER)
    school.read_test({"Ida Uldum": [2, 2, 1, 2]}, title="MAT januar")
    (pupil,) = school.store.rows("pupils_of_klasser", klasse_ids=_klasse_ids(school))

    said, below = finding(open_screen(PUPIL, **CHOICE, elev=pupil["pupil_id"]))

    # Algebra 4/4 after 1/4, Statistik 3/6 after 3/6
    assert said == (
        "Størst andel af pointene i Algebra (100 %), mindst i Statistik (50 %). "
        "Størst fremgang siden 8.10.2025: Algebra, 75 procentpoint; det kan være tilfældigt."
    )
    assert below == "MAT januar, 14.1.2026 mod MAT oktober, 8.10.2025 · usikkert, hvor farven er lys"


def test_faglig_profil_does_not_invent_a_weakest_fagomraade(school: School) -> None:
    school.read_test({"Ida Uldum": [1, 1, 1, 2]})
    (pupil,) = school.store.rows("pupils_of_klasser", klasse_ids=_klasse_ids(school))

    said, _below = finding(open_screen(PUPIL, **CHOICE, elev=pupil["pupil_id"]))

    assert said == "Algebra og Statistik: 50 % af pointene."


def test_faglig_profil_says_when_the_tasks_have_no_fagomraade(school: School) -> None:
    rows: list[list[object]] = [["Elev", "Opgave 1", "Opgave 2"], ["Maks.", 2, 3], ["Ida Uldum", 1, 2]]
    school.read("læseprøve.xlsx", rows, klasse="7.A", title="Læseprøve", subject="dansk", date=OCTOBER)
    (pupil,) = school.store.rows("pupils_of_klasser", klasse_ids=_klasse_ids(school))

    screen = open_screen(PUPIL, **CHOICE, elev=pupil["pupil_id"])

    assert finding(screen) == ("Den nyeste prøve er ikke delt i fagområder.", "Læseprøve, 8.10.2025")
    assert any("3 af 5 point (60 %)" in line.value.replace("\xa0", " ") for line in screen.main.markdown)


def test_names_that_look_like_markup_are_shown_letter_by_letter(school: School) -> None:
    odd = "MAT *7* $x$ [a](b) :red[c] :material/home:"
    school.read_test({"Ida Uldum": [2, 2, 2, 4]}, title=odd, file="prøve.xlsx")

    screen = open_screen(SIGNALORD, **CHOICE)

    assert screen.title[0].value == (
        r"7.A · MAT \*7\* \$x\$ \[a\](b) :"
        + "\N{WORD JOINER}"
        + r"red\[c\] :"
        + "\N{WORD JOINER}material/home:"
    )


def _klasse_ids(school: School) -> list[str]:
    return [row["klasse_id"] for row in school.store.rows("all_klasse_ids")]
