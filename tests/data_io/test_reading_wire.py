"""What a reader says comes back as it was said, and what is no reading is refused."""

import datetime
from pathlib import Path

import pytest

from data_io.layouts.guidance import Guidance
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import (
    Band,
    FileReading,
    Problem,
    PupilRow,
    RatingColumn,
    SheetReading,
    TaskColumn,
)
from data_io.layouts.reading_wire import (
    Knowledge,
    NotAReadingError,
    decode_knowledge,
    decode_reading,
    encode_knowledge,
    encode_reading,
)
from data_io.layouts.results import Result
from data_io.layouts.vocabulary import Vocabulary
from data_io.settings import SAMPLE_DATA
from data_io.workbook.reader import ask, fetch

WORKBOOKS = sorted(
    path for path in SAMPLE_DATA.rglob("*") if path.suffix in {".xlsx", ".xls", ".ods", ".csv"}
)
FULL = SheetReading(
    sheet="Ark 1 æøå",
    kind="test",
    hidden=True,
    klasser=("7.A", "7.B"),
    rounds=("Efterår",),
    date=datetime.date(2026, 1, 14),
    skoleaar="2025/26",
    title="MAT 7",
    subject="matematik",
    pupils=(PupilRow(3, 0, "Ida Øster", "name", "idao1234", "7.A"),),
    tasks=(TaskColumn(1, "1.1", "Algebra", None, 2.5, 2), TaskColumn(2, "1.2")),
    ratings=(RatingColumn(1, None, None, "dansk", "mark", "2025/26", 1),),
    empty_ratings=(RatingColumn(2, "7.A", "Forår", "dansk"),),
    results=(Result(0, 0, 2.0, None, 3, 1), Result(0, 1, None, "absent", 3, 2)),
    problems=(Problem("B4", "question", "all_zeros", "Hvad?", "absent", (("absent", "Fraværende"),)),),
    bands=(Band("pupil", 3, 0, 9, 0),),
    content_hash="ab12",
    part="Prøve 2",
    layout="f00",
    transposed=True,
)


def back(reading: FileReading) -> FileReading:
    return decode_reading(encode_reading(reading))


def test_a_reading_with_something_in_every_field_comes_back_whole() -> None:
    reading = FileReading("mat.xlsx", "ab" * 32, (FULL,))

    found = back(reading)

    assert found == reading
    assert repr(found) == repr(reading)
    assert (found.sheets[0].content_hash, found.sheets[0].layout) == ("ab12", "f00")


@pytest.mark.parametrize("kind", ["test", "assessment", "classlist", "absence", "unknown"])
def test_a_reading_without_anything_comes_back_as_empty(kind: str) -> None:
    reading = FileReading("tom.csv", "", (SheetReading("Ark1", kind),))  # type: ignore[arg-type]  # each is a kind

    assert back(reading) == reading


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_the_demo_schools_sheets_are_read_in_the_child_as_they_are_here(path: Path) -> None:
    assert decode_reading(ask(fetch(path), reading=True).reading) == read_file(path)


def test_what_is_known_comes_back_with_its_words_and_its_layouts() -> None:
    words = Vocabulary(frozenset({"algebra"}), frozenset({"vis", "undersøg"}))
    known = Knowledge(words, {"f00": Guidance({2: "max"}, {0: "pupil"}, True), "f01": Guidance()})

    found = decode_knowledge(encode_knowledge(known))

    assert found.vocabulary == words
    assert {name: (dict(g.rows), dict(g.columns), g.transposed) for name, g in found.guidance.items()} == {
        "f00": ({2: "max"}, {0: "pupil"}, True),
        "f01": ({}, {}, None),
    }


@pytest.mark.parametrize("data", [b"", b"\x00" * 40, b"\xc1", encode_reading(FileReading("a", "b", ()))[:-1]])
def test_bytes_that_are_no_reading_are_refused(data: bytes) -> None:
    with pytest.raises(NotAReadingError):
        decode_reading(data)


def test_a_reading_whose_values_are_of_another_type_is_refused() -> None:
    said = encode_reading(FileReading("mat.xlsx", "ab", (FULL,)))
    changed = said.replace(b"\xa9all_zeros", b"\xc3" + b"\xa8ll_zeros")
    assert changed != said

    with pytest.raises(NotAReadingError):
        decode_reading(changed)
