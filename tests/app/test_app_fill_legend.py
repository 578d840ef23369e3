"""A sheet that is only coloured, on the screen Indlæs: its legend is asked, seen in the cells, and kept."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.app.school import School
from tests.app.screen import (
    CHOICE,
    INDLAES,
    KLASSEOVERBLIK,
    component,
    open_screen,
    press,
    row,
    settled,
    texts,
)
from tests.data_io.filled_sheets import BLUE, FIVE, GREEN, NAMES, RATED, RED, YELLOW, coloured

CONFIRM = "Ja, det betyder farverne"


def upload(path: Path) -> AppTest:
    screen = open_screen(INDLAES)
    screen.file_uploader[0].set_value([(path.name, path.read_bytes(), "")])
    return settled(screen.run())


def button(screen: AppTest) -> bool:
    """True when the sheet can be read in."""
    return not next(b for b in screen.main.button if b.label == "Læs ind").disabled


def confirm(screen: AppTest) -> AppTest:
    return settled(next(c for c in screen.checkbox if c.label == CONFIRM).check().run())


def test_the_legend_is_shown_by_its_colours_and_nothing_is_read_in_before_it_is_confirmed(
    school: School,
) -> None:
    school.list_class(*NAMES)

    screen = upload(coloured(school.folder / "farver.xlsx", RATED, FIVE))

    asked = [s for s in screen.selectbox if s.label.endswith(" betyder")]
    assert [(s.label, s.value) for s in asked] == [
        ("Rød betyder", "1"),
        ("Orange betyder", "2"),
        ("Gul betyder", "3"),
        ("Grøn betyder", "4"),
        ("Mørkegrøn betyder", "5"),
    ]
    swatch = component(screen, f"farver.xlsx/Sheet-fill_legend@-{RED}-swatch")
    assert swatch is not None and (swatch["colour"], swatch["words"]) == (RED, "rød · 2 celler")
    assert row(screen, "farver.xlsx/Sheet-picture", "3")[1:] == [
        ("1", "level-1"),
        ("2", "level-2"),
        ("3", "level-3"),
    ]
    assert not button(screen)

    screen = confirm(screen)

    assert button(screen)
    press(screen, "Læs ind")
    overview = open_screen(KLASSEOVERBLIK, **CHOICE)
    assert texts(overview, "levels", NAMES[0])[::2][:3] == ["1", "2", "3"]
    assert texts(overview, "levels", NAMES[3])[::2][:3] == ["–", "1", "4"]


def test_a_corrected_level_is_seen_in_the_cells_at_once(school: School) -> None:
    screen = upload(coloured(school.folder / "farver.xlsx", RATED, FIVE))

    next(s for s in screen.selectbox if s.label == "Rød betyder").select("2").run()
    screen = confirm(screen)

    assert row(screen, "farver.xlsx/Sheet-picture", "3")[1] == ("2", "level-2")


def test_a_colour_that_cannot_be_guessed_holds_the_confirmation_back(school: School) -> None:
    fills = {3: [RED, BLUE, YELLOW], 4: [GREEN, GREEN, BLUE], 5: [YELLOW, YELLOW, BLUE], 6: [RED, RED, RED]}
    screen = upload(coloured(school.folder / "farver.xlsx", RATED, fills))
    blue = next(s for s in screen.selectbox if s.label == "Blå betyder")
    assert blue.value is None
    assert next(c for c in screen.checkbox if c.label == CONFIRM).disabled
    assert row(screen, "farver.xlsx/Sheet-picture", "3")[2] == ("–", "missing")

    blue.select("-").run()
    screen = confirm(screen)

    assert button(screen)


def test_the_same_colours_are_not_asked_about_again(school: School) -> None:
    press(confirm(upload(coloured(school.folder / "efterår.xlsx", RATED, FIVE))), "Læs ind")
    other = [["7.B forår 2026"], *RATED[1:]]

    screen = upload(coloured(school.folder / "forår.xlsx", other, FIVE))

    assert [s.label for s in screen.selectbox if s.label.endswith(" betyder")] == []
    assert button(screen)
