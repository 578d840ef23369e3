"""Import puts in the school's file what needs nothing more, says the rest, and never a traceback."""

from pathlib import Path

import pytest

from data_io.store.store import open_store
from tests.data_io.command_line import one_sentence, run, seen_in
from tests.data_io.result_sheets import (
    HEADINGS,
    POINTS,
    ULLERUP,
    xlsx_of,
    xlsx_with,
)

SURE = [*HEADINGS, *POINTS[:2], *POINTS[3:]]
TOLD = ("--klasse", "7a", "--date", "2026-01-14", "--title", "MAT 7", "--subject", "Matematik")


def test_import_commits_what_needs_nothing_more_and_says_the_rest(tmp_path: Path) -> None:
    path = xlsx_with(tmp_path / "mat.xlsx", {"Sikker": SURE, "Nuller": ULLERUP, "Noter": [["Husk lineal"]]})
    store = tmp_path / "skole.duckdb"

    said = run("import", path, "--store", store, *TOLD)

    assert said.code == 1
    assert "mat.xlsx · Sikker: 54 resultater læst." in said.out
    question = "B6: Elev 3 har 9 nuller og ingen point. Var eleven fraværende?"
    assert f"{question} Svar med --answer all_zeros@B6=absent eller all_zeros@B6=answers." in said.err
    assert seen_in(store) == [("mat.xlsx", "Sikker", "MAT 7")]


@pytest.mark.parametrize("answer", [("--answer", "all_zeros@B6=answers"), ("--accept-defaults",)])
def test_import_of_everything_is_zero_and_again_changes_nothing(
    tmp_path: Path, answer: tuple[str, ...]
) -> None:
    path = xlsx_of(tmp_path / "mat.xlsx", ULLERUP)
    store = tmp_path / "skole.duckdb"

    assert run("import", path, "--store", store, *TOLD, *answer).code == 0
    again = run("import", path, "--store", store)

    assert again.code == 0
    assert again.out == "mat.xlsx · Ark1: uændret, var læst i forvejen.\n"
    assert seen_in(store) == [("mat.xlsx", "Ark1", "MAT 7")]


def test_import_says_which_options_are_missing(tmp_path: Path) -> None:
    said = run("import", xlsx_of(tmp_path / "mat.xlsx", SURE), "--store", tmp_path / "skole.duckdb")

    assert said.code == 1
    assert "Angiv --klasse, --date, --title, --skoleaar." in said.out


def test_import_of_a_correction_says_the_cells(tmp_path: Path) -> None:
    store = tmp_path / "skole.duckdb"
    run("import", xlsx_of(tmp_path / "mat.xlsx", SURE), "--store", store, *TOLD)
    corrected = [*SURE[:3], ["Elev 1", 3, 1, *SURE[3][3:]], *SURE[4:]]

    said = run("import", xlsx_of(tmp_path / "mat.xlsx", corrected), "--store", store, *TOLD)

    assert said.out == "mat.xlsx · Ark1: 54 resultater læst. 1 rettelse: Elev 1 1.2: 2 → 1.\n"


def test_import_of_a_folder_reads_every_file(tmp_path: Path) -> None:
    folder = tmp_path / "ark"
    folder.mkdir()
    for klasse in ("7.A", "7.B"):
        xlsx_of(folder / f"{klasse} 14-01-2026.xlsx", [["Matematik FP9"], *SURE])

    said = run("import", folder, "--store", tmp_path / "skole.duckdb", "--accept-defaults")

    assert said.code == 0
    assert [title for _f, _s, title in seen_in(tmp_path / "skole.duckdb")] == ["Matematik FP9"] * 2


def test_the_store_may_be_named_by_the_environment(tmp_path: Path) -> None:
    path, store = xlsx_of(tmp_path / "mat.xlsx", SURE), tmp_path / "skole.duckdb"

    assert run("import", path, *TOLD, KLASSEBLIK_STORE=str(store)).code == 0
    other = run("import", path, *TOLD, "--store", tmp_path / "b.duckdb", KLASSEBLIK_STORE=str(store))

    assert other.code == 0
    assert seen_in(store) == seen_in(tmp_path / "b.duckdb") == [("mat.xlsx", "Ark1", "MAT 7")]


def test_no_store_named_is_one_sentence(tmp_path: Path) -> None:
    said = run("import", xlsx_of(tmp_path / "mat.xlsx", SURE), *TOLD)

    assert said.code == 2
    assert one_sentence(said) == "Sig, hvilken fil skolens data ligger i, med --store."


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--date", "14/1-26"), "Datoen 14/1-26 kan ikke læses. Skriv den som 2026-01-14."),
        (("--skoleaar", "2025"), "Skoleåret 2025 kan ikke læses. Skriv det som 2025/26."),
        (("--answer", "ja"), "Svaret ja kan ikke læses. Skriv det som all_zeros@B6=absent."),
    ],
)
def test_options_that_cannot_be_read_are_one_sentence(
    tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    store = tmp_path / "skole.duckdb"

    said = run("import", xlsx_of(tmp_path / "mat.xlsx", SURE), "--store", store, *options)

    assert (said.code, one_sentence(said)) == (2, sentence)
    assert not store.exists()


def test_an_unknown_option_is_one_sentence(tmp_path: Path) -> None:
    said = run("import", tmp_path, "--klassen", "7.A")

    assert said.code == 2
    assert said.err.startswith("Kommandoen kan ikke forstås:")


def test_the_demo_schools_store_takes_no_schools_sheets(tmp_path: Path) -> None:
    store = tmp_path / "demo.duckdb"
    open_store(store, "demo").close()
    before = store.read_bytes()

    said = run("import", xlsx_of(tmp_path / "mat.xlsx", SURE), "--store", store, *TOLD)

    assert said.code == 2
    assert one_sentence(said).startswith("demo.duckdb er demoskolens fil.")
    assert store.read_bytes() == before


@pytest.mark.parametrize("content", [b"Elev;1.1\n" * 900, b"\xff" * 20_000])
def test_a_file_that_is_no_store_is_one_sentence_and_left_alone(tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "skole.duckdb"
    store.write_bytes(content)

    said = run("import", xlsx_of(tmp_path / "mat.xlsx", SURE), "--store", store, *TOLD)

    assert said.code == 2
    assert one_sentence(said).startswith("skole.duckdb ")
    assert store.read_bytes() == content
