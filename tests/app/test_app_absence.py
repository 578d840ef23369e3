"""Absence and trivsel on the screens: blank where nothing is said, and no step of the law made out of it."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.app.school import School
from tests.app.screen import (
    CHOICE,
    FRAVAER,
    INDLAES,
    INDLAESNING,
    PUPIL,
    component,
    finding,
    legend,
    links,
    names,
    open_screen,
    plain,
    press,
    row,
    settled,
    texts,
)
from tests.data_io.result_sheets import Rows, xlsx_of

HEADS: list[object] = ["Navn", "Sygdom", "Ekstraordinær frihed", "Ulovligt fravær", "I alt", "%"]
FOUR = ["Social trivsel", "Faglig trivsel", "Støtte og inspiration", "Ro og orden"]
AUTUMN = "1.8.2025-31.12.2025"


def read_absence(
    school: School, *pupils: list[object], period: str = AUTUMN, heads: list[object] = HEADS
) -> None:
    rows: Rows = [[f"Fravær i dage 7.A {period}"], heads, *pupils]
    school.read(f"Fravær {period}.xlsx", rows)


def read_trivsel(school: School, klasse: str, year: str, *values: object) -> None:
    rows: Rows = [
        [f"Trivselsmåling, skoleåret {year}"],
        ["Klasse", *FOUR],
        [klasse, *values],
        ["Hele landet", 4, 3.8, 3.2, 3.6],
    ]
    school.read(f"Trivsel {klasse} {year.replace('/', '-')}.xlsx", rows)


def test_a_class_without_either_says_so_and_leads_to_reading_in(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(FRAVAER, **CHOICE)

    assert [box.value for box in screen.info] == [
        "Der er hverken fravær eller trivselsmåling for 7.A i 2025/26 endnu."
    ]
    assert links(screen) == ["Indlæs et fraværsark"]


def test_the_class_table_shows_each_category_and_leaves_blank_what_is_not_said(school: School) -> None:
    school.list_class("Ida Uldum", "Noah Aagesen", "Maja Ægidius")
    read_absence(school, ["Ida Uldum", 3, 2, 7, 12, 0.124], ["Noah Aagesen", 1, None, 0, 1, 0.01])

    screen = open_screen(FRAVAER, **CHOICE)

    assert names(screen, "absences") == ["Ida Uldum", "Maja Ægidius", "Noah Aagesen"]
    assert texts(screen, "absences", "Ida Uldum") == ["3", "2", "7", "12", "12,4 %"]
    assert texts(screen, "absences", "Noah Aagesen") == ["1", "–", "0", "1", "1 %"]
    assert row(screen, "absences", "Maja Ægidius") == [("–", "missing")] * 5


def test_the_sentence_counts_the_schools_mark_and_says_what_the_law_counts(school: School) -> None:
    school.list_class("Ida Uldum", "Noah Aagesen", "Maja Ægidius")
    read_absence(school, ["Ida Uldum", 3, 2, 7, 12, 0.124], ["Noah Aagesen", 9, 0, 0, 9, 0.1])

    said, below = finding(open_screen(FRAVAER, **CHOICE))

    assert said == "2 elever har 10 % fravær eller mere i perioden."
    assert "1 elev står ikke i arket." in below
    assert "ulovligt fravær i et kvartal" in below


def test_without_a_share_nobody_is_marked_and_the_share_is_blank(school: School) -> None:
    school.list_class("Ida Uldum")
    read_absence(school, ["Ida Uldum", 30, 2, 7], heads=HEADS[:4])

    screen = open_screen(FRAVAER, **CHOICE)

    assert texts(screen, "absences", "Ida Uldum") == ["30", "2", "7", "39", "–"]
    assert finding(screen)[0] == "1 elev har ulovligt fravær i perioden."
    assert not [words for words in legend(screen, "absence-legend") if "mærke" in words]


def test_periods_are_chosen_and_never_added_up(school: School) -> None:
    school.list_class("Ida Uldum")
    read_absence(school, ["Ida Uldum", 3, 0, 0, 3, 0.031])
    read_absence(school, ["Ida Uldum", 5, 0, 0, 5, 0.03], period="1.8.2025-31.3.2026")

    screen = open_screen(FRAVAER, **CHOICE)
    assert texts(screen, "absences", "Ida Uldum")[0] == "5"

    (choice,) = [box for box in screen.main.selectbox if box.label == "Periode"]
    screen = choice.select_index(1).run()
    assert texts(screen, "absences", "Ida Uldum")[0] == "3"


def test_the_trivselsmaaling_stands_by_year_with_the_country_beside_it(school: School) -> None:
    read_trivsel(school, "6.A", "2024/25", 4.2, 4, 3.5, 3.9)
    read_trivsel(school, "7.A", "2025/26", 4, 3.9, None, 3.1)

    screen = open_screen(FRAVAER, **CHOICE)

    given = component(screen, "trivsel")
    assert given is not None
    heads = [cell[0] for cell in given["grid"]["head"][-1]["cells"]]
    assert heads == ["6.A 24/25", "7.A 25/26", "Landet"]
    assert texts(screen, "trivsel", "Ro og orden") == ["3,9", "3,1", "3,6"]
    assert row(screen, "trivsel", "Støtte og inspiration")[1] == ("–", "missing")


def test_the_pupils_page_has_a_card_with_the_share_of_the_period(school: School) -> None:
    read_absence(school, ["Ida Uldum", 3, 2, 7, 12, 0.124], ["Noah Aagesen", 1, 0, 0, 1, 0.01])

    screen = open_screen(PUPIL, **CHOICE, elev=school.pupil_id("Ida Uldum"))

    (period,) = names(screen, "absence")
    assert period == "1.8.2025–31.12.2025 · dage"
    assert row(screen, "absence", period)[-1] == ("12,4 %", "strong")
    assert [plain(words) for words in legend(screen, "absence-legend")] == [
        "mangler",
        "fed skrift: 10 % eller mere i alt, skolens eget mærke",
    ]


def test_a_pupil_without_absence_has_no_card(school: School) -> None:
    school.list_class("Ida Uldum")

    screen = open_screen(PUPIL, **CHOICE, elev=school.pupil_id("Ida Uldum"))

    assert component(screen, "absence") is None


def upload(path: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(path.name, path.read_bytes(), "")])
    return settled(screen.run())


def captions(screen: AppTest) -> str:
    return plain(" ".join(box.value for box in [*screen.markdown, *screen.caption]))


def test_a_sheet_of_absence_is_dropped_seen_and_read_in(school: School) -> None:
    school.list_class("Ida Uldum")
    rows: Rows = [[f"Fravær i dage 7.A {AUTUMN}"], HEADS, ["Ida Uldum", 3, 2, 7, 12, 0.124]]

    screen = upload(xlsx_of(school.folder / "Fravær.xlsx", rows))

    assert "**Fravær** · 7.A · 1.8.2025–31.12.2025 · 1 elev · 3 tal" in captions(screen)
    screen = press(screen, "Læs ind")
    assert screen.title[0].value == "7.A · Fravær og trivsel"
    assert "Fravær.xlsx, Ark1: 3 fraværstal læst ind." in [box.value for box in screen.info]
    assert texts(screen, "absences", "Ida Uldum")[:3] == ["3", "2", "7"]


def test_a_period_that_is_missing_is_asked_for_before_anything_is_read_in(school: School) -> None:
    school.list_class("Ida Uldum")
    rows: Rows = [["Fravær i dage 7.A"], HEADS[:4], ["Ida Uldum", 3, 2, 7]]

    screen = upload(xlsx_of(school.folder / "Fravær.xlsx", rows))
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled
    assert "periode" in " ".join(box.value for box in screen.info)

    fields = {box.label: box for box in screen.main.text_input}
    fields["Fravær fra"].set_value("1.8.2025")
    fields["til"].set_value("31.12.2025")
    screen = press(settled(screen.run()), "Læs ind")

    assert texts(screen, "absences", "Ida Uldum")[:3] == ["3", "2", "7"]


def test_a_question_about_absence_is_answered_on_the_screen(school: School) -> None:
    school.list_class("Ida Uldum")
    rows: Rows = [[f"Fravær i dage 7.A {AUTUMN}"], HEADS[:5], ["Ida Uldum", 3, 2, 7, 15]]

    screen = upload(xlsx_of(school.folder / "Fravær.xlsx", rows))
    (question,) = screen.main.radio
    assert "Ida Uldum har 15 i alt, men kategorierne giver 12" in question.label
    screen = press(settled(question.set_value("total").run()), "Læs ind")

    assert texts(screen, "absences", "Ida Uldum")[3] == "15"


def test_a_trivselsmaaling_is_dropped_and_read_in_for_its_class(school: School) -> None:
    rows: Rows = [["Trivselsmåling, skoleåret 2025/26"], ["Klasse", *FOUR], ["7.A", 4.1, 3.8, 3.2, 3.6]]

    screen = upload(xlsx_of(school.folder / "Trivsel.xlsx", rows))
    assert "**Trivselsmåling** · 7.A · 4 tal" in captions(screen)
    screen = press(screen, "Læs ind")

    assert texts(screen, "trivsel", "Social trivsel") == ["4,1"]


def test_single_pupils_trivsel_is_refused_on_the_screen(school: School) -> None:
    rows: Rows = [["Navn", *FOUR], ["Ida Uldum", 4, 4, 4, 4]]

    screen = upload(xlsx_of(school.folder / "Trivsel.xlsx", rows))

    assert ["enkelte elevers svar" in box.value for box in screen.error] == [True]
    assert next(b for b in screen.main.button if b.label == "Læs ind").disabled


def test_the_imports_of_both_kinds_have_their_page(school: School) -> None:
    read_absence(school, ["Ida Uldum", 3, 2, 7, 12, 0.124])
    read_trivsel(school, "7.A", "2025/26", 4, 3.9, 3, 3.1)
    classes = [r["klasse_id"] for r in school.store.rows("all_klasse_ids")]

    for done in school.store.rows("imports", klasse_ids=classes):
        assert not open_screen(INDLAESNING, indlaesning=done["import_id"]).error
