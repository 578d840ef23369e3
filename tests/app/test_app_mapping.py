"""Correcting how a sheet is understood on Indlæs, as far as AppTest can press; the rest is in a browser."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data_io.importing.named_layouts import layouts_of, save_layout
from data_io.layouts.guidance import Guidance
from data_io.layouts.read_sheet import read_parts
from data_io.layouts.vocabulary import Vocabulary
from data_io.school import save_terms
from data_io.workbook.reader import read_workbook
from tests.app.school import School
from tests.app.screen import INDLAES, ORDLISTE, component, legend, open_screen, press, row, settled
from tests.data_io.mapping_sheets import BOARD, LABELLED, PLAIN_NEXT, PLAIN_TAGS, xlsx_of
from tests.data_io.result_sheets import Rows

SWAPPED = Guidance({1: "signalord", 2: "fagomraade"})
CORRECT = "Ret opdelingen"


def upload(*files: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(f.name, f.read_bytes(), "") for f in files])
    return settled(screen.run())


def labels(screen: AppTest) -> list[str]:
    return [button.label for button in screen.main.button]


def editor(screen: AppTest, file: str) -> dict[str, Any]:
    given = component(screen, f"{file}/Ark1-editor")
    assert given is not None
    return given


def captions(screen: AppTest) -> str:
    return " ".join(caption.value for caption in screen.caption)


def name_layout(school: School, rows: Rows, guidance: Guidance, name: str = "Matematik, Anne") -> None:
    """Saves what was said of a sheet for all of its kind."""
    (sheet,) = read_workbook(xlsx_of(school.folder / "først.xlsx", rows)).sheets
    layout = read_parts(sheet, "først.xlsx", Vocabulary())[0].layout
    save_layout(school.store, school.school_id, layout, name, guidance, "Anne Holm")


def test_the_picture_becomes_an_editor_that_says_what_every_row_is(school: School) -> None:
    screen = upload(xlsx_of(school.folder / "mat.xlsx", LABELLED))
    assert component(screen, "mat.xlsx/Ark1-editor") is None

    screen = press(screen, CORRECT)

    given = editor(screen, "mat.xlsx")
    heads = [r["header"] for r in given["grid"]["rows"]]
    assert [(h[0], h[2], h[6]) for h in heads[:5]] == [
        ("1", "r0", "fagområde"),
        ("2", "r1", "signalord"),
        ("3", "r2", "opgave"),
        ("4", "r3", "maksimum"),
        ("5", "r4", "elev"),
    ]
    said = "Prøve · 3 elever · 4 opgaver · 12 resultater · ingen mangler · 2 spørgsmål"
    assert given["edit"]["said"] == said
    offered = [r["text"] for r in given["edit"]["roles"] if r["c"]]
    assert offered == ["Elev", "Opgave", "Udelad", "Find selv"]
    assert component(press(screen, "Færdig"), "mat.xlsx/Ark1-picture") is not None


def test_a_turned_sheet_is_read_again_at_once_and_can_be_taken_back(school: School) -> None:
    screen = press(upload(xlsx_of(school.folder / "mat.xlsx", LABELLED)), CORRECT)
    assert "Fortryd" in labels(screen)

    screen = settled(screen.main.toggle[0].set_value(True).run())

    assert "3 elever" not in editor(screen, "mat.xlsx")["edit"]["said"]
    columns = [r["text"] for r in editor(screen, "mat.xlsx")["edit"]["roles"] if r["c"]]
    assert "Signalord" in columns
    screen = press(screen, "Fortryd")
    assert editor(screen, "mat.xlsx")["edit"]["said"].startswith("Prøve · 3 elever · 4 opgaver")
    assert not screen.main.toggle[0].value


def test_a_sheet_that_is_not_understood_can_be_corrected_and_a_text_without_numbers_cannot(
    school: School,
) -> None:
    screen = upload(xlsx_of(school.folder / "hold.xlsx", BOARD))
    assert CORRECT in labels(screen)
    assert editor(press(screen, CORRECT), "hold.xlsx")["edit"]["said"] == "Arket er ikke forstået endnu."

    screen = upload(xlsx_of(school.folder / "brev.xlsx", [["Kære forældre"], ["Vi ses på mandag."]]))
    assert CORRECT not in labels(screen)


def test_a_class_list_has_no_bands_to_correct(school: School) -> None:
    rows: Rows = [["Navn", "Klasse"], ["Ida Uldum", "7.A"], ["Noah Aagesen", "7.A"]]
    assert CORRECT not in labels(upload(xlsx_of(school.folder / "Klasseliste.xlsx", rows)))


def test_a_named_layout_is_used_and_said_and_the_sheet_can_be_read_without_it(school: School) -> None:
    name_layout(school, PLAIN_TAGS, SWAPPED)

    screen = upload(xlsx_of(school.folder / "næste.xlsx", PLAIN_NEXT))

    assert "Læst med layoutet “Matematik, Anne”." in captions(screen)
    assert row(screen, "næste.xlsx/Ark1-picture", "3")[1] == ("Tal", "role-fagomraade")
    screen = press(screen, "Læs uden")
    assert "Læst med layoutet" not in captions(screen)
    assert row(screen, "næste.xlsx/Ark1-picture", "3")[1] == ("Tal", "role-task")
    assert layouts_of(school.store, school.school_id)


def test_what_was_read_with_a_layout_is_what_is_read_in(school: School) -> None:
    name_layout(school, PLAIN_TAGS, SWAPPED)
    save_terms(school.store, school.school_id, "fagomraade", ["Rum", "Tal"])
    screen = upload(xlsx_of(school.folder / "næste.xlsx", PLAIN_NEXT))
    next(t for t in screen.text_input if t.label == "Prøvens dato").set_value("14.1.2026").run()

    screen = press(settled(screen), "Læs ind")

    assert screen.title[0].value == "7.A · Matematik"
    assert "24 resultater læst ind" in screen.info[0].value


def test_a_layout_can_be_forgotten_where_it_is_used(school: School) -> None:
    name_layout(school, PLAIN_TAGS, SWAPPED)
    screen = upload(xlsx_of(school.folder / "næste.xlsx", PLAIN_NEXT))

    screen = press(screen, "Glem layoutet")

    assert screen.info[0].value == "Layoutet “Matematik, Anne” er glemt."
    assert "Læst med layoutet" not in captions(screen)
    assert layouts_of(school.store, school.school_id) == []


def test_a_layout_that_is_corrected_is_saved_under_its_name_again(school: School) -> None:
    name_layout(school, LABELLED, Guidance({1: "left-out"}))
    screen = press(upload(xlsx_of(school.folder / "mat.xlsx", LABELLED)), CORRECT)
    assert "Gem som layout" not in labels(screen)

    screen = settled(screen.main.toggle[0].set_value(True).run())
    assert "Gem som layout" in labels(screen)
    press(screen, "Gem som layout")
    (named,) = layouts_of(school.store, school.school_id)
    assert (named.name, named.guidance.transposed) == ("Matematik, Anne", True)


def test_layouts_are_listed_with_what_they_say_and_forgotten(school: School) -> None:
    assert "Layouter" not in [heading.value for heading in open_screen(ORDLISTE).subheader]
    name_layout(school, PLAIN_TAGS, Guidance({1: "signalord"}, {0: "pupil"}), name="Anne *ny*")

    screen = open_screen(ORDLISTE)

    assert "Layouter" in [heading.value for heading in screen.subheader]
    said = " ".join(text.value for text in screen.markdown)
    assert "række 2: signalord, kolonne A: elev" in said
    assert "Anne Holm" in said
    screen = press(screen, r"Glem “Anne \*ny\*”")
    assert "Layouter" not in [heading.value for heading in screen.subheader]


def test_two_files_of_one_name_are_told_apart(school: School) -> None:
    for folder in ("7a", "7b"):
        (school.folder / folder).mkdir()
    first = xlsx_of(school.folder / "7a" / "mat.xlsx", LABELLED)
    second = xlsx_of(school.folder / "7b" / "mat.xlsx", PLAIN_TAGS)

    screen = upload(first, second)

    assert [heading.value for heading in screen.subheader] == ["mat.xlsx · Ark1", "mat.xlsx (2) · Ark1"]
    assert row(screen, "mat.xlsx (2)/Ark1-picture", "5")[0] == ("Ida Uldum", "role-pupil")


def test_tests_side_by_side_stand_in_one_picture_under_their_names(school: School) -> None:
    rows: Rows = [[None, "Vinterprøve", None, "Sommerprøve", None], *LABELLED]
    screen = upload(xlsx_of(school.folder / "to.xlsx", rows))

    given = component(screen, "to.xlsx/Ark1-picture")

    assert given is not None
    over = given["grid"]["head"][0]
    assert [cell[0] for cell in over["cells"]] == ["", "Vinterprøve", "Sommerprøve"]
    assert over["spans"] == [1, 2, 2]
    assert "opgave" in legend(screen, "to.xlsx/Ark1-legend")
    fields = [t.key for t in screen.text_input if t.label == "Prøvens dato"]
    assert len(fields) == 2


def test_tables_under_one_another_begin_with_their_names(school: School) -> None:
    other = [[*line] for line in LABELLED]
    other[4:] = [["Bo Holm", 1, 1, 1, 1], ["Eva Lind", 2, 2, 2, 2], ["Kim Dahl", 3, 3, 2, 2]]
    rows: Rows = [["7.A"], *LABELLED, [], ["7.B"], *other]
    screen = upload(xlsx_of(school.folder / "to.xlsx", rows))

    given = component(screen, "to.xlsx/Ark1-picture")

    assert given is not None
    named = [line["header"] for line in given["grid"]["rows"] if len(line["header"]) > 6]
    assert [head[6] for head in named] == ["7.A", "7.B"]


@pytest.mark.parametrize("rows", [LABELLED, PLAIN_TAGS])
def test_nothing_of_a_correction_is_kept_before_it_is_saved(school: School, rows: Rows) -> None:
    screen = press(upload(xlsx_of(school.folder / "mat.xlsx", rows)), CORRECT)
    settled(screen.main.toggle[0].set_value(True).run())

    assert layouts_of(school.store, school.school_id) == []
    again = upload(xlsx_of(school.folder / "mat.xlsx", rows))
    assert "Læst med layoutet" not in captions(again)
