"""What colours mean is proposed, taken from a legend in the sheet, asked, and kept as it was answered."""

from pathlib import Path

import pytest

from data_io.layouts.fill_legend import FillQuestion, relevel, with_answers
from data_io.layouts.reading import FileReading
from data_io.layouts.reading_wire import decode_reading, encode_reading
from tests.data_io.filled_sheets import (
    BLUE,
    DARK,
    FIVE,
    FIVE_LEVELS,
    GREEN,
    NAMES,
    ORANGE,
    RATED,
    RED,
    SUBJECTS,
    YELLOW,
    Fills,
    Rows,
    coloured,
    question,
    read_filled,
    values,
)

LEGENDS: dict[str, tuple[Rows, Fills]] = {
    "words beside": (
        [[], ["Meget bekymrende"], ["Fint"], ["Over niveau"]],
        {8: [RED], 9: [DARK], 10: [GREEN]},
    ),
    "a number first": (
        [[], [None, None, "1 = rød"], [None, None, "4 = mørk"], [None, None, "5 = lys"]],
        {8: [RED], 9: [DARK], 10: [GREEN]},
    ),
    "a scale": ([[], ["Skala", 1, 2, 3, 4, 5]], {8: [RED, ORANGE, YELLOW, DARK, GREEN]}),
}


@pytest.mark.parametrize("name", LEGENDS)
def test_a_legend_in_the_sheet_goes_before_the_hue_and_is_no_pupil(tmp_path: Path, name: str) -> None:
    rows, fills = LEGENDS[name]

    reading = read_filled(coloured(tmp_path / "t.xlsx", [*RATED, *rows], {**FIVE, **fills}))

    assert [p.label for p in reading.pupils] == NAMES
    assert values(reading) == [1, 2, 3, 5, 4, 5, 3, 3, 4, None, 1, 5]
    assert "mørkegrøn = 4, grøn = 5" in question(reading).message


def test_a_legend_beside_the_table_is_no_column(tmp_path: Path) -> None:
    rows = [*SUBJECTS, *([name] for name in NAMES)]
    rows[2] = [NAMES[0], None, None, None, None, None, "rød: meget bekymrende"]
    rows[3] = [NAMES[1], None, None, None, None, None, "grøn: over niveau"]
    fills: Fills = {**FIVE, 3: [*FIVE[3], None, RED], 4: [*FIVE[4], None, GREEN]}

    reading = read_filled(coloured(tmp_path / "t.xlsx", rows, fills))

    assert len(reading.ratings) == 3
    assert values(reading) == [1, 2, 3, 5, 5, 5, 3, 3, 5, None, 1, 5]


def test_a_remark_beside_a_rating_is_no_legend(tmp_path: Path) -> None:
    rows: Rows = [
        ["7.A efterår 2025"],
        ["Elev", "Dansk", "Matematik", "SOC", "Bemærkning"],
        [NAMES[0], None, None, None, "Fint"],
        [NAMES[1], None, None, None, "Lidt bekymrende"],
        [NAMES[2]],
        [NAMES[3]],
    ]

    assert values(read_filled(coloured(tmp_path / "t.xlsx", rows, FIVE))) == FIVE_LEVELS


def test_a_colour_nobody_can_guess_is_asked_about_and_its_cells_have_no_value(tmp_path: Path) -> None:
    fills: Fills = {3: [RED, BLUE, YELLOW], 4: [GREEN, GREEN, BLUE], 5: [YELLOW, YELLOW, BLUE]}

    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, fills))

    assert values(reading)[:9] == [1, None, 3, 4, 4, None, 3, 3, None]
    asked = question(reading)
    assert asked.message == (
        "Cellerne er kun farvet. Hvad betyder blå (0070C0), og er rød = 1, gul = 3, grøn = 4?"
    )
    assert asked.options[0][1] == "Ja, og blå (0070C0) er ingen vurdering"
    assert relevel(reading, "yes") == reading
    assert values(relevel(reading, "0070C0=2;FF0000=1;FFFF00=3;92D050=4"))[:9] == [1, 2, 3, 4, 4, 2, 3, 3, 2]


def test_an_answer_changes_the_levels_and_the_content(tmp_path: Path) -> None:
    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, FIVE))

    told = relevel(reading, "ff0000=2; FFC000=2; FFFF00=3; 92D050=4; 00B050=-")

    assert values(told) == [2, 2, 3, 4, None, 4, 3, 3, None, None, 2, 4]
    assert told.content_hash != reading.content_hash
    assert relevel(told, "yes").content_hash == told.content_hash
    assert relevel(reading, "yes").content_hash == reading.content_hash


@pytest.mark.parametrize(
    "answer", ["", "ja", "FF0000=1", "FF0000=9;FFC000=2;FFFF00=3;92D050=4;00B050=5", "x=1"]
)
def test_what_is_no_answer_leaves_the_reading_and_its_question(tmp_path: Path, answer: str) -> None:
    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, FIVE))

    assert relevel(reading, answer) is reading
    assert with_answers(reading, {"fill_legend": answer}) == (reading, {"fill_legend": answer})


def test_a_confirmed_legend_is_kept_written_out_and_holds_for_its_colours_alone(tmp_path: Path) -> None:
    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, FIVE))
    fewer = read_filled(coloured(tmp_path / "f.xlsx", RATED, {3: [RED, YELLOW], 4: [YELLOW, RED]}))
    other = read_filled(coloured(tmp_path / "o.xlsx", RATED, {3: [RED, "00FF00"], 4: ["00FF00", RED]}))

    told, answers = with_answers(reading, {"fill_legend": "yes"})
    kept = answers["fill_legend@"]

    assert kept == "00B050=5;92D050=4;FF0000=1;FFC000=2;FFFF00=3"
    assert kept in dict(question(told).options)
    assert with_answers(fewer, {"fill_legend@": kept})[1]["fill_legend@"] == "FF0000=1;FFFF00=3"
    assert with_answers(other, {"fill_legend@": kept})[0] == other


def test_a_reading_from_the_reading_child_is_asked_in_full_and_takes_colons(tmp_path: Path) -> None:
    reading = read_filled(coloured(tmp_path / "t.xlsx", RATED, FIVE))
    sent = decode_reading(encode_reading(FileReading("t.xlsx", "", (reading,)))).sheets[0]

    assert with_answers(sent, {})[0] == reading
    colons = {"fill_legend": "FF0000:2;FFC000:2;FFFF00:3;92D050:4;00B050:5"}
    assert values(with_answers(sent, colons)[0])[0] == 2


def test_the_question_holds_what_a_screen_needs_to_ask_it(tmp_path: Path) -> None:
    asked = question(read_filled(coloured(tmp_path / "t.xlsx", RATED, FIVE)))

    assert isinstance(asked, FillQuestion)
    assert [(m.colour, m.value, m.cells) for m in asked.legend] == [
        (RED, 1, 2),
        (ORANGE, 2, 1),
        (YELLOW, 3, 3),
        (GREEN, 4, 3),
        (DARK, 5, 2),
    ]
    assert asked.values == (1, 2, 3, 4, 5) and asked.levels
