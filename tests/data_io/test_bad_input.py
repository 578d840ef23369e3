"""Bad input is a clear sentence with sheet and cell, the right exit code, and nothing in the store."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data_io.school import create_school
from data_io.store.store import open_store
from tests.data_io.command_line import run, seen_in
from tests.data_io.result_sheets import HEADINGS, MAXIMA, ONES, POINTS, xlsx_of, xlsx_with

SOUND = [*HEADINGS, ["Maks. point", *MAXIMA], *POINTS[:2], *POINTS[3:]]
TOLD = ("--klasse", "7.A", "--date", "2026-01-14", "--title", "MAT 7")
CPR = "010203-1234"


def with_row(*row: Any) -> Callable[[Path], Path]:
    return lambda folder: xlsx_of(folder / "mat.xlsx", [*SOUND, list(row)], name="Prøve")


def sheet(*rows: list[Any]) -> Callable[[Path], Path]:
    return lambda folder: xlsx_of(folder / "mat.xlsx", rows, name="Prøve")


def raw(content: bytes, name: str = "mat.xlsx") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def locked(folder: Path) -> Path:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return raw(container + "EncryptedPackage".encode("utf-16-le"))(folder)


def half(folder: Path) -> Path:
    whole = xlsx_of(folder / "hel.xlsx", SOUND).read_bytes()
    return raw(whole[: len(whole) // 2])(folder)


def another_zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "mat.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return folder / "mat.xlsx"


def empty(folder: Path) -> Path:
    openpyxl.Workbook().save(folder / "mat.xlsx")
    return folder / "mat.xlsx"


def large(folder: Path) -> Path:
    with (folder / "mat.xlsx").open("wb") as file:
        file.truncate(200 * 2**20)
    return folder / "mat.xlsx"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("skole")
    path = folder / "skole.duckdb"
    opened = open_store(path, "school")
    create_school(opened, "Ullerup Bæk Skolen")
    opened.close()
    assert run("import", xlsx_of(folder / "før.xlsx", SOUND), "--store", path, *TOLD).code == 0
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Path:
    """A school's store with one test in it."""
    return Path(shutil.copy(filled, tmp_path / "skole.duckdb"))


REFUSED = {
    "not a workbook": (raw(b"%PDF-1.7\n1 0 obj\n"), "er ikke et regneark, Klasseblik kan læse"),
    "another zip": (another_zip, "er ikke et regneark, Klasseblik kan læse"),
    "a password": (locked, "er beskyttet med adgangskode"),
    "a broken zip": (half, "er beskadiget eller kun hentet delvist"),
    "an empty sheet": (empty, "er tom"),
    "an empty file": (raw(b""), "er tom"),
    "200 MB": (large, "er større end 20 MB"),
    "not there": (lambda folder: folder / "mat.xlsx", "findes ikke"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_and_the_store_is_unchanged(
    tmp_path: Path, store: Path, case: str
) -> None:
    make, sentence = REFUSED[case]
    path, before = make(tmp_path), store.read_bytes()

    checked = run("check", path, "--json")
    imported = run("import", path, "--store", store, *TOLD)

    assert (checked.code, imported.code) == (2, 2)
    assert checked.err == imported.err == checked.objects[0]["refused"]["message"] + "\n"
    assert checked.err.startswith("Filen »mat.xlsx« ")
    assert sentence in checked.err
    assert store.read_bytes() == before


LOGINS: list[list[Any]] = [
    ["Uni-login", "Navn", "1.1"],
    ["idah1234", "Ida", 1],
    ["boda1234", "Bo", 2],
    ["idah1234", "Gry", 3],
]
HELD_BACK = {
    "above the maximum": (with_row("Elev 9", 4, *ONES[1:]), "B11", "4 point, men opgave 1.1 giver højst 3"),
    "negative points": (with_row("Elev 9", *ONES[:8], -1), "J11", "-1 point. Point kan ikke være under 0"),
    "letters": (with_row("Elev 9", 1, "to", *ONES[2:]), "C11", "her står “to”, men der skal stå point"),
    "a formula without result": (with_row("Elev 9", "=1+1", *ONES[1:]), "B11", "formlen har intet resultat"),
    "no name": (sheet(*SOUND[:5], [None, *ONES], *SOUND[5:]), "A6", "Række 6 har tal, men intet navn"),
    "two with one name": (with_row("Elev 1", *ONES), "A11", "Elev 1 står to gange, i A5 og i A11"),
    "two with one id": (sheet(*LOGINS), "B4", "idah1234 står to gange, i B2 og i B4"),
    "a maximum of zero": (sheet(*HEADINGS, ["Maks", 0, *MAXIMA[1:]], *POINTS[5:6]), "B4", "maksimum er 0"),
    "a cpr number in a name": (with_row(f"Gry {CPR}", *ONES), "A11", "ser ud til at indeholde et CPR-nummer"),
}


@pytest.mark.parametrize("case", HELD_BACK)
def test_a_sheet_with_an_error_is_held_back_and_the_store_is_unchanged(
    tmp_path: Path, store: Path, case: str
) -> None:
    make, cell, sentence = HELD_BACK[case]
    path, before = make(tmp_path), store.read_bytes()

    checked = run("check", path, "--json")
    imported = run("import", path, "--store", store, *TOLD, "--accept-defaults")

    errors = [p for p in checked.objects[0]["sheets"][0]["problems"] if p["severity"] == "error"]
    assert (checked.code, imported.code) == (1, 1)
    assert [error["cell"] for error in errors][:1] == [cell]
    assert sentence in errors[0]["message"]
    assert errors[0]["message"] in imported.err
    assert cell in imported.err
    assert imported.out == "mat.xlsx · Prøve: ikke læst ind.\n"
    assert store.read_bytes() == before


def test_a_class_list_given_as_a_test_is_held_back(tmp_path: Path, store: Path) -> None:
    rows = [["Fornavn", "Efternavn", "Uni-login", "Klasse"], ["Ida", "Holm", "idah1234", "7.A"]]
    path, before = xlsx_of(tmp_path / "mat.xlsx", rows, name="Prøve"), store.read_bytes()

    checked = run("check", path, "--json")
    imported = run("import", path, "--store", store, *TOLD)

    assert (checked.code, checked.objects[0]["sheets"][0]["kind"]) == (0, "classlist")
    assert imported.code == 1
    assert (
        "Arket “Prøve” er en klasseliste: der er navne, men ingen point. Det er ikke en prøve."
        in imported.err
    )
    assert store.read_bytes() == before


def test_a_sheet_that_is_not_understood_is_two(tmp_path: Path, store: Path) -> None:
    path, before = sheet(["Husk lineal"], ["og lommeregner"])(tmp_path), store.read_bytes()

    imported = run("import", path, "--store", store, *TOLD)

    assert imported.code == run("check", path).code == 2
    assert "Arket “Prøve” har ingen tabel med en elev i hver række" in imported.err
    assert store.read_bytes() == before


def test_cpr_numbers_are_never_read_printed_or_kept(tmp_path: Path, store: Path) -> None:
    rows: list[list[Any]] = [
        ["Navn", "CPR-nr.", "1.1", "1.2"],
        ["Ida", CPR, 1, 2],
        ["Bo", "0203041234", 3, 4],
    ]
    path = xlsx_of(tmp_path / f"klasse {CPR}.xlsx", rows)

    checked = run("check", path.rename(tmp_path / "mat.xlsx"), "--json")
    imported = run("import", tmp_path / "mat.xlsx", "--store", store, *TOLD, "--answer", "correction=no")

    assert imported.code == 0
    (note,) = [p for p in checked.objects[0]["sheets"][0]["problems"] if p["code"] == "cpr_column"]
    assert note["message"] == "Kolonne B så ud til at indeholde CPR-numre. Den er ikke læst og ikke gemt."
    said = checked.out + checked.err + imported.out + imported.err
    kept = b"".join(p.read_bytes() for p in tmp_path.glob("skole.duckdb*"))
    assert b"Ida" in kept  # the file is searchable: names stand in it as they are
    for number in ("010203", "020304"):
        assert number not in said
        assert number.encode() not in kept
    assert [title for _file, _sheet, title in seen_in(store)] == ["MAT 7", "MAT 7"]


def test_a_cpr_number_in_a_name_is_masked_wherever_it_is_shown(tmp_path: Path, store: Path) -> None:
    path = xlsx_of(tmp_path / "mat.xlsx", [*SOUND, [f"Gry {CPR}", *[0] * 9]])

    for said in (
        run("check", path),
        run("check", path, "--json"),
        run("import", path, "--store", store, *TOLD),
    ):
        assert "Gry ######-####" in said.out + said.err
        assert "010203" not in said.out + said.err


def test_a_sound_sheet_beside_a_bad_one_is_read_in(tmp_path: Path, store: Path) -> None:
    bad = [*SOUND, ["Gry", *ONES[:8], "x"]]
    path = xlsx_with(tmp_path / "mat.xlsx", {"God": SOUND[:-1], "Dårlig": bad, "Tom": []})

    said = run("import", path, "--store", store, *TOLD[:4], "--title", "MAT 8", "--answer", "correction=no")

    assert said.code == 1
    assert [s for f, s, _title in seen_in(store) if f == "mat.xlsx"] == ["God"]
