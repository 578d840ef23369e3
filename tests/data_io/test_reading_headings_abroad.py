"""Rounds and classes are known however a school writes them, and headings stand in any order."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from data_io.layouts.context import klasse_name, klasser_in
from data_io.layouts.words import round_of
from tests.data_io.result_sheets import codes, reading_of


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1. term", "1. termin"),
        ("2. Termin", "2. termin"),
        ("EFTERAAR", "Efterår"),
        ("foraar 2026", "Forår"),
        ("terminsprøve 1", None),
        ("terminal 1", None),
    ],
)
def test_a_round_is_known_however_it_is_written(said: str, meant: str | None) -> None:
    assert round_of(said) == meant


@pytest.mark.parametrize("said", ["7.klasse A", "7. klasse A", "7. kl. a", "7.kl. A", "7a", "7. A"])
def test_a_class_is_known_however_it_is_written(said: str) -> None:
    assert klasse_name(said) == "7.A"
    assert klasser_in(f"Prøve i brøker, {said}") == ["7.A"]


@pytest.mark.parametrize("said", ["7. klasse", "9. klasse i dansk", "4 kl", "8. klasse og andre"])
def test_a_year_alone_is_no_class(said: str) -> None:
    assert klasser_in(said) == []


TERMIN: list[list[Any]] = [["Navn", "Dansk", "Matematik"], ["Anna", 4, 2], ["Bo", 2, 4], ["Carl", 4, 4]]


def test_whole_numbers_of_a_termin_that_only_the_title_names_are_asked_about(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["7.A, 1. termin 2025/26"], [], *TERMIN])

    assert (reading.kind, reading.rounds) == ("assessment", ("1. termin",))
    assert [(p.code, p.cell) for p in reading.problems] == [("scale", "B3"), ("scale", "C3")]


def test_numbers_of_a_termin_in_the_title_that_no_level_has_prove_marks(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, [["7.A, 1. termin 2025/26"], [], *TERMIN, ["Ditte", 10, 12]])

    assert {r.scale for r in reading.ratings} == {"mark"}
    assert codes(reading) == []


LEVELS: dict[str, list[Any]] = {
    "area": ["Fagområde", "Matematik i anvendelse", None, "Funktioner", None],
    "word": ["Signalord", "Vis", "Beskriv", "Undersøg", "Skriv"],
    "task": ["Opgave", "1.1", "1.2", "2.1", "2.2"],
}
RESULTS: list[list[Any]] = [["Anna", 3, 1, 2, 0], ["Bo", 2, 0, 1, 1], ["Carl", 1, 2, 4, 2]]


@pytest.mark.parametrize("order", list(permutations(LEVELS)), ids="-".join)
def test_headings_in_any_order_mean_the_same(tmp_path: Path, order: tuple[str, ...]) -> None:
    reading = reading_of(tmp_path, [*(LEVELS[level] for level in order), *RESULTS])

    assert [t.label for t in reading.tasks] == ["1.1", "1.2", "2.1", "2.2"]
    assert [t.fagomraade for t in reading.tasks] == ["Matematik i anvendelse"] * 2 + ["Funktioner"] * 2
    assert [t.signalord for t in reading.tasks] == ["Vis", "Beskriv", "Undersøg", "Skriv"]
    assert codes(reading) == []


def test_an_area_written_once_below_the_tasks_holds_for_all_of_them(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [None, "Opg. 1", "Opg. 2", "Opg. 3", "Opg. 4"],
        [None, "Matematik i anvendelse"],
        ["Navn"],
        *RESULTS,
    ]

    assert {t.fagomraade for t in reading_of(tmp_path, rows).tasks} == {"Matematik i anvendelse"}


def test_ten_rows_of_headings_are_told_apart(tmp_path: Path) -> None:
    beside: list[list[Any]] = [
        [word, *[value] * 4]
        for word, value in [("Sværhedsgrad", "let"), ("Side", 12), ("Kapitel", "Kap. 2"), ("Type", "åben")]
    ]
    titles: list[list[Any]] = [["Årsprøve"], ["Klasse", "7.A"], ["Dato: 14-01-2026"]]

    reading = reading_of(tmp_path, [*titles, *beside, *LEVELS.values(), *RESULTS])

    assert [t.label for t in reading.tasks] == ["1.1", "1.2", "2.1", "2.2"]
    assert (reading.klasser, reading.title) == (("7.A",), "Årsprøve")
    assert codes(reading) == []
